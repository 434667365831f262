// What something costs, told by the work that this process does: a clock tells of all that a machine does beside it.

/** The milliseconds for which this process has kept the processor busy while `job` ran. */
export async function workOf(job: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await job();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
