// The command line as a process of its own, on a database of its own.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '../cli/cli.ts');

/** A command that is running. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** Everything it has said so far. */
  readonly said: { stdout: string; stderr: string };
  /** Resolves once `pattern` is in what it said, with the match; rejects where it ends before. */
  saying(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves once it has ended, with its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Where Node keeps what it made of the sources, if it does; commands change nothing about that. */
const KEPT = process.env['NODE_COMPILE_CACHE'];

/** Starts `user-admin` with `args` and nothing in its environment but `env`. */
export function startCommand(args: readonly string[], env: Record<string, string>): RunningCommand {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...(KEPT !== undefined && { NODE_COMPILE_CACHE: KEPT }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const saying = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(said.stdout + said.stderr);
        if (match !== null) resolve(match);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      look();
      void ended.then((code) =>
        reject(new Error(`It ended with ${code} and never said ${pattern}:\n${said.stdout}${said.stderr}`)),
      );
    });
  return { child, said, saying, ended };
}

/** Runs `user-admin` to its end. */
export async function runCommand(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { said, ended } = startCommand(args, env);
  return { code: await ended, ...said };
}
