// Fills a new database with the people of the demo, as they would have come: invited, accepted, switched off, months ago and today.
import { randomUUID } from 'node:crypto';
import { createClient } from '@libsql/client';
import type { UserAdmin } from '../server/index.ts';
import type { HostSettings } from './host.ts';
import { signHostToken } from './host.ts';
import type { Past, SeedPlan } from './past.ts';
import { clientOf, founderOf, openPast } from './past.ts';
import type { Person } from './people.ts';
import {
  ASSIGNED,
  EXPIRED,
  GRANTS,
  INVITED,
  MORE_ROLES,
  NEW_THINGS,
  OWNERS,
  PEOPLE,
  SEATS,
  TABLES,
  THINGS,
} from './people.ts';
import type { PolicyKey } from './policies.ts';
import { STAGES } from './policies.ts';
import { beginReview, makeRole, reviewOnce } from './seed-roles.ts';
import type { HostKey } from './settings.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Everything that happened before today. @returns The host's key, which its operator would put into the host's configuration. */
export async function seedPast(plan: SeedPlan): Promise<HostKey> {
  const past = await openPast(plan);
  try {
    for (const [index, person] of PEOPLE.entries()) {
      past.clock.now = plan.now - person.joined * DAY + index * 1000;
      if (index > 0) await join(past, person);
    }
    past.clock.now = plan.now - 40 * DAY;
    await reviewOnce(past);
    await grant(past);
    for (const [address, days] of EXPIRED[plan.key] ?? []) {
      past.clock.now = plan.now - days * DAY;
      await invite(past, address, [PEOPLE[7]!.role[plan.key]]);
    }
    await takeSeats(past);
    await giveMoreRoles(past);
    await makeRole(past);
    past.clock.now = plan.now - 3 * DAY;
    await switchOff(past);
    await beginReview(past);
  } finally {
    await past.admin.close();
  }
  await describePeople(plan);
  await datePastSignIns(plan);
  return { id: past.host.keyId, secret: past.host.secret };
}

/** The invitations of today, through the running deployment and so with real mail. */
export async function seedToday(key: PolicyKey, admin: UserAdmin, host: HostSettings): Promise<void> {
  const invited = INVITED[key];
  if (invited === undefined) return;
  const token = await signHostToken(host, PEOPLE[0]!.email, Date.now());
  const owner = clientOf(admin, host.audience, host.workspaceId, { authorization: `Bearer ${token}` });
  await owner.invitations.create.mutate({
    addresses: invited.join(', '),
    roles: [PEOPLE[4]!.role[key]],
    idempotencyKey: randomUUID(),
  });
}

async function invite(
  past: Past,
  addresses: string,
  roles: readonly string[],
  from: { readonly email: string; readonly workspaceId?: string } = PEOPLE[0]!,
): Promise<string> {
  const owner = await past.as(from.email, from.workspaceId);
  const { results } = await owner.invitations.create.mutate({
    addresses: STAGES[past.key].policy.invitations.isNameRequired === true ? named(addresses) : addresses,
    roles: [...roles],
    idempotencyKey: randomUUID(),
  });
  const link = results[0]?.link;
  if (results.length !== 1 || link === undefined)
    throw new Error(`${addresses} could not be invited: ${JSON.stringify(results)}`);
  return new URL(link).pathname.split('/').at(-1)!;
}

/** One address with the name of its person, for policies that want one. */
function named(address: string): string {
  if (/[,<]/.test(address)) return address;
  const { name = '' } = PEOPLE.find(({ email }) => email === address) ?? {};
  return `"${name || address.split('@')[0]!}" <${address}>`;
}

async function join(past: Past, person: Person): Promise<void> {
  const { name, email } = person;
  const token = await invite(past, name === '' ? email : `"${name}" <${email}>`, [person.role[past.key]]);
  // Whoever runs another workspace has an account already, and comes as its person.
  const isKnown = STAGES[past.key].others.some(({ id }) => founderOf(past.key, id) === email);
  const invitee = isKnown ? await past.signedIn(email) : await past.as();
  await invitee.invitations.accept.mutate({ token, idempotencyKey: randomUUID() });
}

/** The seats in the company's other workspaces, each taken by whoever was invited to it; the first of each founded it. */
async function takeSeats(past: Past): Promise<void> {
  for (const [workspaceId, email, roles] of SEATS[past.key] ?? []) {
    const founder = founderOf(past.key, workspaceId);
    if (founder === email) continue;
    const token = await invite(past, email, roles, { email: founder, workspaceId });
    const invitee = await past.signedIn(email);
    await invitee.invitations.accept.mutate({ token, idempotencyKey: randomUUID() });
    // The host leads them there once, and so knows them there too.
    await (await past.as(email, workspaceId)).viewer.get.query();
  }
}

async function giveMoreRoles(past: Past): Promise<void> {
  const owner = await past.as(PEOPLE[0]!.email);
  for (const [email, roles] of MORE_ROLES[past.key] ?? []) {
    const { id, version } = await memberAt(owner, email);
    await owner.members.changeRole.mutate({
      memberId: id,
      version,
      roles: [...roles],
      idempotencyKey: randomUUID(),
    });
  }
}

interface MemberRow {
  readonly id: string;
  readonly version: number;
  readonly email: string;
  readonly status: string;
}

async function memberAt(owner: Awaited<ReturnType<Past['as']>>, email: string): Promise<MemberRow> {
  const { page } = await owner.members.list.query({ filter: { search: email } });
  return (JSON.parse(page) as { rows: MemberRow[] }).rows.find((row) => row.email === email)!;
}

async function grant(past: Past): Promise<void> {
  const [resource] = STAGES[past.key].policy.resources;
  if (resource === undefined) return;
  const kind = resource.key;
  await register(past, kind, THINGS[past.key] ?? TABLES);
  if (resource.grantedTo === 'member') return assign(past, kind);
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

/** Registers things under names, each with whose it is. */
async function register(past: Past, kind: string, names: readonly string[]): Promise<void> {
  const host = past.admin.caller(STAGES[past.key].workspaceId);
  const owner = await past.as(PEOPLE[0]!.email);
  const resources = await Promise.all(
    names.map(async (name) => {
      const address = OWNERS[past.key]?.[name];
      const maker = address === undefined ? undefined : await memberAt(owner, address);
      return { key: name.toLowerCase(), name, ...(maker && { owner: { memberId: maker.id } }) };
    }),
  );
  await host.resources.register({ kind, resources, idempotencyKey: randomUUID() });
}

/** Gives people what they have; some things came only after that. */
async function assign(past: Past, kind: string): Promise<void> {
  const owner = await past.as(PEOPLE[0]!.email);
  const { rows } = await owner.resources.list.query({ kind, limit: 200 });
  for (const [address, names] of ASSIGNED[past.key] ?? []) {
    const { id, version } = await memberAt(owner, address);
    await owner.members.assign.mutate({
      memberId: id,
      version,
      kind,
      resourceIds: rows.flatMap(({ name, id: resourceId }) => (names.includes(name) ? [resourceId] : [])),
      idempotencyKey: randomUUID(),
    });
  }
  past.clock.now += 30 * DAY;
  const later = NEW_THINGS[past.key] ?? [];
  if (later.length > 0) await register(past, kind, later);
}

async function switchOff(past: Past): Promise<void> {
  if (STAGES[past.key].policy.members.deactivation === 'none') return;
  const owner = await past.as(PEOPLE[0]!.email);
  for (const { email } of PEOPLE.filter(({ isOff }) => isOff)) {
    const { id, version, status } = await memberAt(owner, email);
    if (status !== 'active') continue;
    await owner.members.deactivate.mutate({
      memberId: id,
      version,
      idempotencyKey: randomUUID(),
    });
  }
}

const DEPARTMENTS = ['Design', 'Production', 'Sales', 'Service', 'Finance'];

/** What a directory knows of people from the system that it was filled from: login names, the parts of their names, departments. */
async function describePeople({ key, databaseUrl }: SeedPlan): Promise<void> {
  if (STAGES[key].policy.identity.profile.length === 0) return;
  const people = PEOPLE.map(({ name, email }, index) => {
    const words = name.split(' ');
    return {
      email,
      username: email.split('@')[0]!.replace(/[^a-z0-9._-]/g, '.'),
      first: words.slice(0, -1).join(' '),
      last: words.at(-1),
      department: DEPARTMENTS[index % DEPARTMENTS.length],
    };
  });
  const client = createClient({ url: databaseUrl, timeout: 5000 });
  try {
    await client.execute({
      sql: `UPDATE accounts SET username = p.value ->> 'username', username_key = p.value ->> 'username'
        FROM json_each(?) p WHERE accounts.email = p.value ->> 'email'`,
      args: [JSON.stringify(people)],
    });
    await client.execute({
      sql: `UPDATE members SET username = p.value ->> 'username', first_name = p.value ->> 'first', last_name = p.value ->> 'last',
          department = p.value ->> 'department'
        FROM json_each(?) p WHERE members.email = p.value ->> 'email'`,
      args: [JSON.stringify(people)],
    });
  } finally {
    client.close();
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
    // And how often they came before: every few days, the oftener the lower their number, back to when they joined.
    await client.execute({
      sql: `INSERT INTO visits (member_seq, at, by, device, network)
        SELECT m.seq, m.last_sign_in_at - n.value * (1 + m.seq % 6) * ?1, 'link', 'Firefox on Windows', '203.0.113.0/24'
        FROM members m, json_each(?2) n
        WHERE m.workspace_id = ?3 AND m.last_sign_in_at > 0 AND m.last_sign_in_at - n.value * (1 + m.seq % 6) * ?1 >= m.created_at`,
      args: [DAY, JSON.stringify(Array.from({ length: 40 }, (_, number) => number)), STAGES[key].workspaceId],
    });
  } finally {
    client.close();
  }
}
