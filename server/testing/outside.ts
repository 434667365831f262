// Other processes on the file of a test: the application's own reads must not be what proves its writes.
import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const READ = `import { createClient } from '@libsql/client';
const client = createClient({ url: 'file:' + process.argv[1], timeout: 5000 });
const found = [];
for (const sql of JSON.parse(process.argv[2])) found.push((await client.execute(sql)).rows);
console.log(JSON.stringify(found));
client.close();`;

/** The rows of `sql` as another process finds them in the file at `path`. */
export async function readOutside<Row>(path: string, sql: string): Promise<Row[]> {
  return (await readAllOutside(path, { rows: sql })).rows as Row[];
}

/** The rows of several statements, by their names, as one other process finds them. */
export async function readAllOutside<Name extends string>(
  path: string,
  statements: Record<Name, string>,
): Promise<Record<Name, unknown[]>> {
  const args = ['--input-type=module', '-e', READ, path, JSON.stringify(Object.values(statements))];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  const found = JSON.parse(stdout) as unknown[][];
  return Object.fromEntries(Object.keys(statements).map((name, index) => [name, found[index]!])) as Record<
    Name,
    unknown[]
  >;
}

/** A script of this folder that runs in a process of its own. */
export interface Script {
  readonly child: ChildProcess;
  /** The next line that it says. Rejects where it ends before. */
  next(): Promise<string>;
}

/** Starts a script of this folder in a process of its own and waits for the first line it says. */
export async function startScript(name: string, args: readonly string[]): Promise<Script & { line: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(name, import.meta.url)), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { done, value } = await lines.next();
    if (done === true) throw new Error(`${name} ended before it said anything more`);
    return value;
  };
  return { child, next, line: await next() };
}

/** Takes the write lock on the file at `path` in another process. @returns What lets it go. */
export async function holdLock(path: string): Promise<() => Promise<void>> {
  const { child } = await startScript('lock-holder.ts', [path]);
  return async () => {
    const end = once(child, 'exit');
    child.stdin!.write('go\n');
    await end;
  };
}
