// Where people come in through providers alone, as SQL over a membership `m` of a workspace `w`: the one place that says who they are (SEC_S13).

/** Whether a provider alone says who the person is there. */
export const OF_PROVIDER = "w.external_authentication = 1 AND m.source = 'provider'";

/** Whether a session that began as the expression `startedBy` says opens it, as far as that goes: a link or a password from elsewhere brings in nobody whom the provider would turn away. */
export function isOpenTo(startedBy: string): string {
  return `(${startedBy} = 'provider' OR NOT (${OF_PROVIDER}))`;
}
