// A server with people who have passwords, in every state in which somebody may try one. It sees no addresses, so networks set no limit here.
import { serve } from '@hono/node-server';
import type { AccountId, MemberId, WorkspaceId } from '../shared/ids.ts';
import { compilePolicy } from '../shared/policy/compile.ts';
import { tables } from '../shared/presets/tables.ts';
import { openDatabase, run } from '../server/db/database.ts';
import { createUserAdmin } from '../server/index.ts';
import { insertMembers } from '../server/members/store.ts';
import { hashPassword } from '../server/passwords/hash.ts';
import { answerMeasurements } from './measured-child.ts';
import { BASE_URL, KINDS, PASSWORD, PEOPLE } from './sign-in-people.ts';

const policy = {
  ...tables,
  identity: {
    ...tables.identity,
    ways: ['link', 'password'] as const,
    passwords: { minimum: 6, maximum: 200, advised: 8, classes: [] },
  },
};
const database = { url: process.argv[2]! };
const userAdmin = await createUserAdmin({
  policy,
  database,
  baseUrl: BASE_URL,
  secret: 'a secret for benchmarks only, long enough',
});
await seed();
serve({ fetch: (request) => userAdmin.fetch(request), port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  answerMeasurements(port),
);

async function seed(): Promise<void> {
  const { workspaceId } = await userAdmin.createOwner({ workspace: 'Acme', email: 'owner@acme.example' });
  const hash = await hashPassword(PASSWORD);
  const store = await openDatabase(database);
  await store.write(async (tx) => {
    for (const kind of KINDS) {
      if (kind === 'unknown') continue;
      for (let n = 0; n < PEOPLE; n += 1) {
        const email = `${kind}${n}@acme.example`;
        const accountId = `account-${kind}-${n}` as AccountId;
        await run(
          tx,
          'INSERT INTO accounts (id, email, email_key, email_verified_at, name, password_hash, created_at) VALUES (?1, ?2, ?2, 1, ?2, ?3, 1)',
          [accountId, email, kind === 'without' ? null : hash],
        );
        const member = {
          id: `member-${kind}-${n}` as MemberId,
          workspaceId: workspaceId as WorkspaceId,
          accountId,
          name: email,
          email,
          emailKey: email,
          roles: ['member'],
          createdAt: 1,
          status: kind === 'deactivated' ? ('deactivated' as const) : ('active' as const),
        };
        await insertMembers(tx, compilePolicy(policy), [member]);
      }
    }
  });
  await store.close();
}
