// A session that one workspace's own provider vouched for, of an owner of another one: it opens nothing there, and nothing of the account.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { AccountId, MemberId, ProviderId, WorkspaceId } from '../../shared/ids.ts';
import { all, run } from '../db/database.ts';
import type { Answer, Deployment } from '../testing/deployment.ts';
import { BASE_URL, deploy } from '../testing/deployment.ts';
import {
  BY_ACCOUNT,
  BY_ANYBODY,
  BY_LINK,
  BY_OWN_PAGE,
  BY_PERSON,
  MUTATIONS,
  PROCEDURES,
  PROVIDER,
  inputsAt,
  nowhere,
} from '../testing/every-procedure.ts';
import { withPasswords } from '../testing/policies.ts';
import { openSession } from '../testing/sessions.ts';

type Headers = Record<string, string>;

describe('a session by a workspace’s own provider', () => {
  let site: Deployment;
  let other: WorkspaceId;
  let here: { id: MemberId; accountId: AccountId };
  let there: { id: MemberId };
  let provider: ProviderId;
  let theirProvider: ProviderId;
  let scoped: Headers;
  let whole: Headers;
  const wish = () => ({ idempotencyKey: randomUUID() });
  before(async () => {
    site = await deploy({ policy: withPasswords });
    other = await site.addWorkspace();
    here = await site.addMember({ email: 'both@acme.test', roles: ['admin'] });
    there = await site.addMember({ email: 'both@acme.test', roles: ['owner'], workspaceId: other });
    const setUp = async (workspaceId: string) =>
      (await site.userAdmin.caller(workspaceId).providers.create({ ...PROVIDER, ...wish() })).id;
    [provider, theirProvider] = [await setUp(site.workspaceId), await setUp(other)];
    for (const id of [provider, theirProvider])
      await site.database.write((tx) =>
        run(
          tx,
          "INSERT INTO identities (provider_id, issuer, subject, account_id, email, created_at) VALUES (?, 'https://idp.test', 'both', ?, 'both@acme.test', 1)",
          [id, here.accountId],
        ),
      );
    scoped = await headersOf({ workspaceId: site.workspaceId });
    whole = await headersOf({});
  });
  after(async () => {
    await site.close();
    assert.deepEqual(site.failures, []);
  });

  const headersOf = async (scope: { workspaceId?: WorkspaceId }): Promise<Headers> => {
    const opening =
      scope.workspaceId === undefined
        ? ({ startedBy: 'link' } as const)
        : ({ startedBy: 'provider', providerId: provider, ...scope } as const);
    const token = await openSession(site.database, site.sessions, here.accountId, opening);
    return { Cookie: `__Host-user-admin=${token}`, Origin: new URL(BASE_URL).origin };
  };
  const at = (headers: Headers, workspaceId: string): Headers => ({
    ...headers,
    'ua-workspace': workspaceId,
  });
  const ask = (name: string, input: unknown, headers: Headers): Promise<Answer> =>
    MUTATIONS.includes(name) ? site.mutate(name, input, headers) : site.query(name, input, headers);
  const aim = () => ({ ...nowhere(), workspaceId: other, memberId: there.id, providerId: theirProvider });

  it('SEC_E01 SEC_E03 opens nothing of another workspace, where the same person is the owner', async () => {
    const look = (headers: Headers) => site.query('viewer.get', undefined, headers);
    assert.equal((await look(at(whole, other))).status, 200);
    assert.equal((await look(at(scoped, site.workspaceId))).status, 200);
    const before = await all(site.database.read, 'SELECT * FROM visits');
    const but = [...BY_ANYBODY, ...BY_LINK, ...BY_OWN_PAGE, ...BY_ACCOUNT, ...BY_PERSON];
    const names = [...PROCEDURES.keys()].filter((name) => !but.includes(name));
    for (const name of names) {
      const { reason, text } = await ask(name, inputsAt(aim())[name], at(scoped, other));
      assert.ok(reason === 'not_a_member' || reason === 'not_granted', `${name} ${text}`);
    }
    // Nor by naming it beside the workspace that is open.
    for (const name of ['workspaces.read', 'workspaces.rename', 'workspaces.archive', 'workspaces.delete']) {
      const { reason } = await ask(name, inputsAt(aim())[name], at(scoped, site.workspaceId));
      assert.ok(reason === 'not_a_member' || reason === 'not_granted', `${name} ${reason}`);
    }
    assert.deepEqual(await all(site.database.read, 'SELECT * FROM visits'), before);
  });

  it('SEC_E04 changes nothing of an account that opens another workspace too, and ends none of its sessions', async () => {
    const account = () => all(site.database.read, 'SELECT * FROM accounts WHERE id = ?', [here.accountId]);
    const sessions = () => all(site.database.read, 'SELECT handle FROM sessions ORDER BY handle');
    const identities = () => all(site.database.read, 'SELECT * FROM identities');
    const state = async () => [await account(), await sessions(), await identities()];
    const before = await state();
    const mine = at(scoped, site.workspaceId);
    for (const name of [
      'account.changeProfile',
      'account.changePassword',
      'account.changeEmail',
      'providers.prepareConnecting',
      'providers.disconnect',
      'signIn.signOut',
    ])
      assert.equal((await ask(name, inputsAt(aim())[name], mine)).reason, 'account_is_shared', name);
    const wide = (await site.query('sessions.list', undefined, whole)).data as {
      id: string;
      startedBy: string;
    }[];
    const link = wide.find(({ startedBy }) => startedBy === 'link')!;
    const ended = await site.mutate('sessions.end', { sessionId: link.id, ...wish() }, mine);
    assert.equal(ended.reason, 'session_not_found');
    assert.deepEqual((await site.mutate('sessions.endOthers', wish(), mine)).data, { ended: 0 });
    assert.deepEqual(await state(), before);
    const own = await site.mutate('account.changeProfile', { language: 'de', version: 1, ...wish() }, whole);
    assert.equal(own.status, 200, `a session of the whole account may: ${own.text}`);
  });

  it('SEC_E05 sees of the account what that workspace knows anyway: no session, visit, provider or new address of another', async () => {
    const mine = at(scoped, site.workspaceId);
    await site.database.write((tx) =>
      run(
        tx,
        `INSERT INTO links (id, kind, account_id, data, created_at, expires_at) VALUES ('link-1234', 'email', ?1, '{"email":"next@elsewhere.test"}', 1, ?2)`,
        [here.accountId, site.clock.now + 60_000],
      ),
    );
    const { connections, connectable, pendingEmail } = (await site.query('account.get', undefined, mine))
      .data as {
      connections: { providerId: string }[];
      connectable: unknown[];
      pendingEmail: string | null;
    };
    assert.equal(pendingEmail, null);
    assert.deepEqual(
      connections.map(({ providerId }) => providerId),
      [provider],
    );
    assert.deepEqual(connectable, []);
    const full = (await site.query('account.get', undefined, whole)).data as {
      connections: unknown[];
      pendingEmail: string;
    };
    assert.deepEqual([full.connections.length, full.pendingEmail], [2, 'next@elsewhere.test']);
    const sessions = (await site.query('sessions.list', undefined, mine)).data as { startedBy: string }[];
    assert.deepEqual(
      sessions.map(({ startedBy }) => startedBy),
      ['provider'],
    );
    const visits = (await site.query('activity.own', undefined, mine)).data as { by: string }[];
    assert.deepEqual(
      visits.map(({ by }) => by),
      ['provider'],
    );
  });

  it('SEC_E05 stays as narrow where the membership of the other workspace is switched off', async () => {
    const mine = at(scoped, site.workspaceId);
    const set = (status: string) =>
      site.database.write((tx) => run(tx, 'UPDATE members SET status = ? WHERE id = ?', [status, there.id]));
    await set('deactivated');
    const sessions = (await site.query('sessions.list', undefined, mine)).data as { startedBy: string }[];
    assert.deepEqual(
      sessions.map(({ startedBy }) => startedBy),
      ['provider'],
    );
    assert.deepEqual((await site.mutate('sessions.endOthers', wish(), mine)).data, { ended: 0 });
    assert.equal(
      (await ask('account.changeProfile', inputsAt(aim())['account.changeProfile'], mine)).reason,
      'account_is_shared',
    );
    await set('active');
  });

  it('SEC_E04 joins no further workspace in the name of the whole account', async () => {
    const inside = site.userAdmin.caller(await site.addWorkspace('Third')).invitations;
    const { results } = await inside.create({ addresses: 'both@acme.test', roles: ['staff'], ...wish() });
    const { link } = await inside.link({ invitationId: results[0]!.invitationId!, ...wish() });
    const token = link.slice(link.lastIndexOf('/') + 1);
    const refused = await site.mutate('invitations.accept', { token, ...wish() }, scoped);
    assert.equal(refused.reason, 'account_is_shared', refused.text);
    assert.equal((await site.mutate('invitations.accept', { token, ...wish() }, whole)).status, 200);
  });
});
