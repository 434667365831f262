// What the demo remembers of itself between two starts, and the files it keeps in its folder.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PolicyKey } from './policies.ts';
import { POLICY_KEYS } from './policies.ts';

/** The host application's key for one part of the demo, as its operator gave it to the host. */
export interface HostKey {
  readonly id: string;
  readonly secret: string;
}

/** What a deployment would have in its configuration. */
export interface Settings {
  /** The secret of the deployment. */
  readonly secret: string;
  /** What the user administrations show to the identity provider. */
  readonly identitySecret: string;
  /** The host's keys; complete once everything is seeded. */
  readonly hostKeys: Readonly<Partial<Record<PolicyKey, HostKey>>>;
}

/** The address of a part's database in `folder`. */
export const databaseUrl = (folder: string, key: PolicyKey): string => `file:${join(folder, `${key}.db`)}`;
/** Where arrived mail is kept in `folder`. */
export const mailFile = (folder: string): string => join(folder, 'mail.json');

const settingsFile = (folder: string): string => join(folder, 'demo.json');
/** What the demo itself puts into its folder; other things in there, such as screenshots, are not its own. */
const OWN = new RegExp(
  String.raw`^(?:(?:${POLICY_KEYS.join('|')})\.db(?:-\w+)?|(?:mail|demo|running)\.json(?:\.new)?)$`,
);

/**
 * The settings kept in `folder`; undefined where there are none.
 * They are written last, so data without them is a seeding that did not finish.
 */
export async function readSettings(folder: string): Promise<Settings | undefined> {
  try {
    return JSON.parse(await readFile(settingsFile(folder), 'utf8')) as Settings;
  } catch (error) {
    // Absent at the first start; anything else is worth knowing.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Keeps `settings` in `folder`, readable by its owner only. */
export async function keepSettings(folder: string, settings: Settings): Promise<void> {
  const file = settingsFile(folder);
  await writeFile(`${file}.new`, JSON.stringify(settings, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** Empties `folder` of the demo's own files and makes settings without keys. */
export async function freshSettings(folder: string): Promise<Settings> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) if (OWN.test(name)) await rm(join(folder, name));
  const random = (): string => randomBytes(36).toString('base64url');
  return { secret: random(), identitySecret: random(), hostKeys: {} };
}

const runningFile = (folder: string): string => join(folder, 'running.json');

/** Notes where the demo on `folder` is reached; with undefined that it has ended. */
export async function noteRunning(folder: string, url: string | undefined): Promise<void> {
  await (url === undefined
    ? rm(runningFile(folder), { force: true })
    : writeFile(runningFile(folder), JSON.stringify({ url })));
}

/** Where a demo on `folder` answers already; two on the same files would be in each other's way. */
export async function runningAt(folder: string): Promise<string | undefined> {
  try {
    const { url } = JSON.parse(await readFile(runningFile(folder), 'utf8')) as { url: string };
    // Who takes a call and is too busy to answer it is there all the same.
    await fetch(`${url}/host/stages`, { signal: AbortSignal.timeout(5000) }).catch((error: Error) => {
      if (error.name !== 'TimeoutError') throw error;
    });
    return url;
  } catch {
    // No note, or nobody there any more: nothing is running.
    return undefined;
  }
}
