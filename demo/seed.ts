// Fills a new database with the people of the demo, as they would have come: invited, accepted, switched off, months ago and today.
import { randomUUID } from 'node:crypto';
import { createClient } from '@libsql/client';
import type { UserAdmin } from '../server/index.ts';
import type { HostSettings } from './host.ts';
import { signHostToken } from './host.ts';
import type { Past, SeedPlan } from './past.ts';
import { clientOf, openPast } from './past.ts';
import type { Person } from './people.ts';
import { EXPIRED, GRANTS, INVITED, PEOPLE, TABLES } from './people.ts';
import type { PolicyKey } from './policies.ts';
import { STAGES } from './policies.ts';
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
  await owner.invitations.create.mutate({
    addresses: INVITED[key].join(', '),
    roles: [PEOPLE[4]!.role[key]],
    idempotencyKey: randomUUID(),
  });
}

async function invite(past: Past, addresses: string, role: string): Promise<string> {
  const owner = await past.as(PEOPLE[0]!.email);
  const { results } = await owner.invitations.create.mutate({
    addresses,
    roles: [role],
    idempotencyKey: randomUUID(),
  });
  const link = results[0]?.link;
  if (results.length !== 1 || link === undefined)
    throw new Error(`${addresses} could not be invited: ${JSON.stringify(results)}`);
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
    await owner.members.deactivate.mutate({
      memberId: member!.id,
      version: member!.version,
      idempotencyKey: randomUUID(),
    });
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
