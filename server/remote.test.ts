// The whole walk on a real libSQL server: the same code, another address.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { tables } from '../shared/presets/tables.ts';
import type { InvitationId } from '../shared/ids.ts';
import type { MemberPage } from '../shared/members/member.ts';
import { verifyAudit } from './audit/verify.ts';
import { openDatabase } from './db/database.ts';
import { createUserAdmin } from './index.ts';
import { isSqldMissing, startSqld } from './testing/sqld.ts';
import { hostToken } from './testing/token.ts';
import { clearDeleted } from './workspaces/clear.ts';

const BASE_URL = 'https://people.example';
const WORKSPACE = 'workspace-1';

describe('a deployment on a libSQL server', { skip: isSqldMissing }, () => {
  it('invites, accepts, changes, grants, archives and deletes, and its trail is whole', async (t) => {
    const sqld = await startSqld();
    // Also where something fails: as long as it runs, so does the process of the test.
    t.after(sqld.stop);
    const failures: unknown[] = [];
    const options = {
      policy: tables,
      database: { url: sqld.url },
      baseUrl: BASE_URL,
      secret: 'a secret of a deployment for tests only',
    };
    const userAdmin = await createUserAdmin(options, { onInternalError: (error) => failures.push(error) });
    const [operator, admin] = [userAdmin.caller(null), userAdmin.caller(WORKSPACE)];
    const wish = () => ({ idempotencyKey: randomUUID() });
    const key = await operator.workspaces.createHostKey({ name: 'Host', ...wish() });
    const workspace = await operator.workspaces.create({
      name: 'Acme',
      workspaceId: WORKSPACE,
      hostKeyId: key.id,
      owner: { email: 'owner@acme.test', subject: 'owner' },
      ...wish(),
    });

    const addresses = Array.from({ length: 1000 }, (_, index) => `p${index}@acme.test`).join();
    const key1000 = wish();
    const invite = () => admin.invitations.create({ addresses, roles: ['staff'], ...key1000 });
    const { results } = await invite();
    assert.equal(results.filter(({ outcome }) => outcome === 'invited').length, 1000);
    assert.deepEqual((await invite()).results, results);
    assert.equal((await admin.invitations.list({})).total, 1000);
    const { token } = /\/invitation\/(?<token>.+)$/.exec(results[0]!.link!)!.groups as { token: string };
    assert.equal((await admin.invitations.peek({ token })).email, 'p0@acme.test');
    const [, second, third] = (await admin.invitations.list({ limit: 3 })).rows;
    await admin.invitations.resend({ invitationId: second!.id, version: second!.version, ...wish() });
    await admin.invitations.revoke({ invitationId: third!.id, version: third!.version, ...wish() });
    await admin.invitations.link({ invitationId: second!.id as InvitationId, ...wish() });

    const accepted = await Promise.all(
      Array.from({ length: 10 }, () => userAdmin.fetch(post('invitations.accept', { token, ...wish() }))),
    );
    assert.deepEqual(
      accepted.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, ...Array(9).fill(412)],
    );

    const { rows } = JSON.parse((await admin.members.list({ filter: { search: 'p0@' } })).page) as MemberPage;
    assert.deepEqual(
      rows.map(({ email, roles }) => [email, roles]),
      [['p0@acme.test', ['staff']]],
    );
    const owner = {
      Authorization: `Bearer ${hostToken(key, Date.now(), { aud: BASE_URL, sub: 'owner', workspace: WORKSPACE })}`,
    };
    const changed = await userAdmin.fetch(
      post(
        'members.changeRole',
        { memberId: rows[0]!.id, version: rows[0]!.version, roles: ['admin'], ...wish() },
        owner,
      ),
    );
    assert.equal(changed.status, 200);

    await admin.resources.register({
      kind: 'table',
      resources: Array.from({ length: 60 }, (_, index) => ({ key: `t${index}`, name: `Table ${index}` })),
      ...wish(),
    });
    const grid = await admin.permissions.list({ kind: 'table', role: 'staff', limit: 200 });
    assert.equal(grid.rows.length, 60);
    const save = await admin.permissions.save({
      kind: 'table',
      rows: grid.rows.map(({ resourceId, version }) => ({
        resourceId,
        role: 'staff',
        actions: ['read'],
        version,
      })),
      ...wish(),
    });
    assert.equal(save.results.length, 60);
    assert.ok((await admin.roles.list()).roles.length >= 5);
    assert.equal((await admin.audit.list({ limit: 200 })).rows.length, 200);

    const archived = await admin.workspaces.archive({
      workspaceId: workspace.id,
      version: workspace.version,
      ...wish(),
    });
    await admin.workspaces.delete({ workspaceId: workspace.id, version: archived.version, ...wish() });
    const database = await openDatabase({ url: sqld.url });
    assert.equal((await verifyAudit(database.read)).isWhole, true);
    // It goes on behind the answer by itself; this comes after all of it.
    await clearDeleted(database);
    for (const table of [
      'members',
      'invitations',
      'invitation_roles',
      'outbox',
      'grants',
      'resources',
      'accounts',
      'sessions',
      'member_grams',
      'workspaces',
    ]) {
      assert.equal(
        (await database.read.execute(`SELECT count(*) AS count FROM ${table}`)).rows[0]!['count'],
        0,
        table,
      );
    }
    await database.close();
    await userAdmin.close();
    assert.deepEqual(failures, []);
  });
});

function post(procedure: string, input: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`${BASE_URL}/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(input),
  });
}
