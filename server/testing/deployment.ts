// A whole deployment for tests: the public door on a real database, with a host's key, a workspace and people who ask over HTTP.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Database } from '../db/database.ts';
import { first, openDatabase, run } from '../db/database.ts';
import type { UserAdmin, UserAdminOptions } from '../index.ts';
import type { Refusal } from '../refusals.ts';
import { createUserAdmin } from '../index.ts';
import type { Opening, Sessions } from '../sessions/sessions.ts';
import { createSessions } from '../sessions/sessions.ts';
import { placeMigrated } from './migrated.ts';
import { openSession } from './sessions.ts';
import { firstOf } from './stream.ts';
import { hostToken } from './token.ts';
import type { World } from './world.ts';
import { START, createWorld } from './world.ts';

/** Where the deployment believes to be reached. */
export const BASE_URL = 'https://people.example/admin';
/** An origin whose pages may call with a bearer token. */
export const HOST_ORIGIN = 'https://app.example';
/** What links and keys of the deployment are derived from. */
export const SECRET = 'a secret of a deployment for tests only';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The data of a success. */
  readonly data: never;
  /** The code of a refusal. */
  readonly reason: string | undefined;
  readonly details: unknown;
}

/** A deployment to test against. Close it when done. */
export interface Deployment {
  readonly userAdmin: UserAdmin;
  readonly clock: { now: number };
  readonly key: { readonly id: string; readonly secret: string };
  readonly workspaceId: WorkspaceId;
  readonly url: string;
  /** Reads and writes past the server, for what has no procedure. */
  readonly database: Database;
  readonly sessions: Sessions;
  /** What was reported as a failure that is not a refusal. */
  readonly failures: unknown[];
  /** What the operator's log was told of refusals. */
  readonly refusals: Refusal[];
  addMember: World['addMember'];
  /** Another workspace, with an owner of its own. */
  addWorkspace(name?: string): Promise<WorkspaceId>;
  /** A token of the host for `subject`, with `claims` over the usual ones. */
  token(subject: string | undefined, claims?: Record<string, unknown>): string;
  /** A token for the member, linked to them. */
  tokenOf(member: { id: MemberId }): Promise<string>;
  /** The cookie header of a new session, begun by a link where `opening` says nothing else. */
  cookieOf(accountId: AccountId, opening?: Partial<Opening>): Promise<string>;
  request(path: string, init?: RequestInit): Promise<Answer>;
  query(procedure: string, input: unknown, headers?: Record<string, string>): Promise<Answer>;
  mutate(procedure: string, input: unknown, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts a deployment, whose clock begins at `now`, with `options` over the usual ones. */
export async function deploy({
  policy = tables,
  options: more = {},
  now = START,
}: { policy?: Policy; options?: Partial<UserAdminOptions>; now?: number } = {}): Promise<Deployment> {
  const folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
  const file = join(folder, 'test.db');
  await placeMigrated(file);
  const url = `file:${file}`;
  const clock = { now };
  const failures: unknown[] = [];
  const refusals: Refusal[] = [];
  const options = {
    policy,
    database: { url },
    baseUrl: BASE_URL,
    secret: SECRET,
    origins: [HOST_ORIGIN],
    ...more,
  };
  const userAdmin = await createUserAdmin(options, {
    now: () => clock.now,
    onInternalError: (error) => failures.push(error),
    onRefusal: (refusal) => refusals.push(refusal),
  });
  const key = await userAdmin
    .caller(null)
    .workspaces.createHostKey({ name: 'Host', idempotencyKey: randomUUID() });
  const workspaceId = 'workspace-1' as WorkspaceId;
  await userAdmin.caller(null).workspaces.create({
    name: 'Acme',
    workspaceId,
    hostKeyId: key.id,
    owner: { email: 'first@acme.test', subject: 'first' },
    idempotencyKey: randomUUID(),
  });
  // Another process, as far as the server can tell; the tests write with it only while no request runs.
  const world = await createWorld({ policy, url, workspaceId });
  const database = await openDatabase({ url });
  const sessions = createSessions(database, new URL(BASE_URL), () => clock.now);

  const token: Deployment['token'] = (subject, claims = {}) =>
    hostToken(key, clock.now, { aud: BASE_URL, sub: subject, workspace: workspaceId, ...claims });
  const request = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await userAdmin.fetch(new Request(new URL(path, 'https://people.example'), init));
    const type = response.headers.get('Content-Type');
    const isStream = type?.startsWith('text/event-stream') === true;
    // What never ends by itself is read up to the first thing that it says.
    const text = isStream ? await firstOf(response) : await response.text();
    const isJson = isStream || type?.startsWith('application/json') === true;
    const parsed = isJson && text !== '' ? JSON.parse(text) : undefined;
    const error = parsed?.error?.data;
    return {
      status: response.status,
      headers: response.headers,
      text,
      data: parsed?.result?.data as never,
      reason: error?.reason,
      details: error?.details,
    };
  };
  return {
    userAdmin,
    clock,
    key,
    workspaceId,
    url,
    database,
    sessions,
    failures,
    refusals,
    token,
    request,
    addMember: world.addMember,
    addWorkspace: async (name = 'Other') => {
      const owner = { email: `${name.toLowerCase()}@other.test` };
      const wish = { name, owner, idempotencyKey: randomUUID() };
      return (await userAdmin.caller(null).workspaces.create(wish)).id;
    },
    tokenOf: async ({ id }) => {
      const isLinked = await first(database.read, 'SELECT 1 FROM subjects WHERE member_id = ?', [id]);
      if (isLinked === undefined) {
        await database.write((tx) =>
          run(
            tx,
            'INSERT INTO subjects (host_key_id, workspace_id, subject, member_id) SELECT ?, workspace_id, id, id FROM members WHERE id = ?',
            [key.id, id],
          ),
        );
      }
      return token(id);
    },
    cookieOf: async (accountId, opening) =>
      `__Host-user-admin=${await openSession(database, sessions, accountId, opening)}`,
    query: (procedure, input, headers = {}) =>
      request(`/admin/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers }),
    mutate: (procedure, input, headers = {}) =>
      request(`/admin/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(input),
      }),
    close: async () => {
      await userAdmin.close();
      await world.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
