// Fills a new database with the people of the demo, as they would have come: invited, accepted, switched off, months ago and today.
import { createHash, randomUUID } from 'node:crypto';
import { createClient } from '@libsql/client';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { AppRouter, UserAdmin } from '../server/index.ts';
import { createUserAdmin } from '../server/index.ts';
import type { HostSettings } from './host.ts';
import { signHostToken } from './host.ts';
import type { Person } from './people.ts';
import { ELSEWHERE, EXPIRED, GRANTS, INVITED, PEOPLE, TABLES } from './people.ts';
import type { PolicyKey } from './policies.ts';
import { STAGES } from './policies.ts';
import type { HostKey } from './settings.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** Where the data is filled in under; links carry it, and none of these is kept. */
const NOWHERE = 'http://seed.invalid';

/** One part of the demo to fill. */
export interface SeedPlan {
  readonly key: PolicyKey;
  readonly databaseUrl: string;
  readonly secret: string;
  /** Now, in milliseconds; everything is dated back from it. */
  readonly now: number;
}

type Client = ReturnType<typeof clientOf>;

/** A deployment whose clock and ids are ours, so that the same data comes out each time. */
interface Past {
  readonly key: PolicyKey;
  readonly admin: UserAdmin;
  readonly clock: { now: number };
  readonly host: HostSettings;
  /** The procedures as somebody; as nobody where there is no address. */
  as(email?: string): Promise<Client>;
}

/** Everything that happened before today. @returns The host's key, which its operator would put into the host's configuration. */
export async function seedPast(plan: SeedPlan): Promise<HostKey> {
  const past = await openPast(plan);
  try {
    for (const [index, person] of PEOPLE.entries()) {
      past.clock.now = plan.now - person.joined * DAY + index * 1000;
      if (index > 0) await join(past, person);
    }
    past.clock.now = plan.now - 40 * DAY;
    await grant(past);
    for (const [address, days] of EXPIRED[plan.key]) {
      past.clock.now = plan.now - days * DAY;
      await invite(past, address, PEOPLE[7]!.role[plan.key]);
    }
    past.clock.now = plan.now - 3 * DAY;
    await switchOff(past);
  } finally {
    await past.admin.close();
  }
  await datePastSignIns(plan);
  return { id: past.host.keyId, secret: past.host.secret };
}

/** The invitations of today, through the running deployment and so with real mail. */
export async function seedToday(key: PolicyKey, admin: UserAdmin, host: HostSettings): Promise<void> {
  const owner = clientOf(admin, key, host.audience, await signHostToken(host, PEOPLE[0]!.email, Date.now()));
  await owner.invitations.create.mutate({ addresses: INVITED[key].join(', '), roles: [PEOPLE[4]!.role[key]], idempotencyKey: randomUUID() });
}

async function openPast({ key, databaseUrl, secret, now }: SeedPlan): Promise<Past> {
  const { policy, workspace, workspaceId } = STAGES[key];
  const founder = PEOPLE[0]!;
  const clock = { now: now - founder.joined * DAY };
  const audience = `${NOWHERE}/${key}`;
  const admin = await createUserAdmin({ policy, secret, database: { url: databaseUrl }, baseUrl: audience }, { now: () => clock.now, newId: idsFor(key) });
  const operator = admin.caller(null).workspaces;
  const issued = await operator.createHostKey({ name: 'Meridian', idempotencyKey: randomUUID() });
  const { name, email } = founder;
  await operator.create({ workspaceId, name: workspace, hostKeyId: issued.id, owner: { name, email }, idempotencyKey: randomUUID() });
  await operator.create({ workspaceId: ELSEWHERE.workspaceId, name: ELSEWHERE.workspace, owner: ELSEWHERE.owner, idempotencyKey: randomUUID() });
  const host = { keyId: issued.id, secret: issued.secret, audience, workspaceId };
  return {
    key, admin, clock, host,
    as: async (by) => clientOf(admin, key, audience, by === undefined ? undefined : await signHostToken(host, by, clock.now)),
  };
}

/** Ids that are the same in every seeding, because the colours of people come from them. */
function idsFor(key: PolicyKey): () => string {
  let count = 0;
  return () => {
    const hex = createHash('sha256').update(`${key} ${(count += 1)}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

function clientOf(admin: UserAdmin, key: PolicyKey, baseUrl: string, token: string | undefined) {
  const headers = { 'ua-workspace': STAGES[key].workspaceId, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  const fetch = (input: RequestInfo | URL | string, init?: RequestInit) => admin.fetch(new Request(input, init));
  return createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${baseUrl}/trpc`, headers, fetch: fetch as never })] });
}

async function invite(past: Past, addresses: string, role: string): Promise<string> {
  const owner = await past.as(PEOPLE[0]!.email);
  const { results } = await owner.invitations.create.mutate({ addresses, roles: [role], idempotencyKey: randomUUID() });
  const link = results[0]?.link;
  if (results.length !== 1 || link === undefined) throw new Error(`${addresses} could not be invited: ${JSON.stringify(results)}`);
  return new URL(link).pathname.split('/').at(-1)!;
}

async function join(past: Past, person: Person): Promise<void> {
  const { name, email } = person;
  const token = await invite(past, name === '' ? email : `"${name}" <${email}>`, person.role[past.key]);
  const invitee = await past.as();
  await invitee.invitations.accept.mutate({ token, idempotencyKey: randomUUID() });
}

async function grant(past: Past): Promise<void> {
  const { workspaceId, policy } = STAGES[past.key];
  const kind = policy.resources[0]?.key;
  if (kind === undefined) return;
  const resources = TABLES.map((name) => ({ key: name.toLowerCase(), name }));
  await past.admin.caller(workspaceId).resources.register({ kind, resources, idempotencyKey: randomUUID() });
  const owner = await past.as(PEOPLE[0]!.email);
  for (const role of new Set(GRANTS.map((row) => row.role))) {
    const { rows } = await owner.permissions.list.query({ kind, role });
    const changes = GRANTS.filter((row) => row.role === role).map(({ table, actions }) => {
      const { resourceId, version } = rows.find(({ resource }) => resource === table)!;
      return { resourceId, role, actions: [...actions], version };
    });
    await owner.permissions.save.mutate({ kind, rows: changes, idempotencyKey: randomUUID() });
  }
}

async function switchOff(past: Past): Promise<void> {
  if (STAGES[past.key].policy.members.deactivation === 'none') return;
  const owner = await past.as(PEOPLE[0]!.email);
  for (const { email } of PEOPLE.filter(({ isOff }) => isOff)) {
    const { page } = await owner.members.list.query({ filter: { search: email } });
    const [member] = (JSON.parse(page) as { rows: { id: string; version: number }[] }).rows;
    await owner.members.deactivate.mutate({ memberId: member!.id, version: member!.version, idempotencyKey: randomUUID() });
  }
}

/** When people were last here cannot be reached from outside: it is only ever now. */
async function datePastSignIns({ key, databaseUrl, now }: SeedPlan): Promise<void> {
  const client = createClient({ url: databaseUrl, timeout: 5000 });
  try {
    const dated = PEOPLE.map(({ email, seen }) => [email, seen === null ? 0 : Math.round(now - seen * HOUR)]);
    await client.execute({
      sql: `UPDATE members SET last_sign_in_at = (SELECT value ->> 1 FROM json_each(?1) WHERE value ->> 0 = members.email)
        WHERE workspace_id = ?2 AND email IN (SELECT value ->> 0 FROM json_each(?1))`,
      args: [JSON.stringify(dated), STAGES[key].workspaceId],
    });
  } finally {
    client.close();
  }
}
