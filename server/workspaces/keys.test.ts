// Signing keys as people manage them, over HTTP: shown once, changed over without a gap, ended at once, and only by whoever may.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { HostKeyList, IssuedHostKey } from '../../shared/host-keys/host-key.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import { all, run } from '../db/database.ts';
import type { Answer, Deployment } from '../testing/deployment.ts';
import { BASE_URL, deploy } from '../testing/deployment.ts';
import { openSession } from '../testing/sessions.ts';
import { hostToken } from '../testing/token.ts';

const HOUR = 60 * 60 * 1000;
const ORIGIN = new URL(BASE_URL).origin;
type Headers = Record<string, string>;

describe('signing keys', () => {
  let site: Deployment;
  let home: WorkspaceId;
  let shared: WorkspaceId;
  let own: WorkspaceId;
  let ownKey: IssuedHostKey;
  let asHome: Headers;
  before(async () => {
    site = await deploy();
    const operator = site.userAdmin.caller(null).workspaces;
    const create = async (name: string, hostKeyId?: string) =>
      (
        await operator.create({
          name,
          ...(hostKeyId === undefined ? {} : { hostKeyId }),
          owner: { email: `first@${name}.test` },
          idempotencyKey: randomUUID(),
        })
      ).id;
    home = await create('home');
    await site.database.write((tx) => run(tx, 'UPDATE workspaces SET home = 1 WHERE id = ?', [home]));
    shared = await create('shared', site.key.id);
    ownKey = await operator.createHostKey({ name: 'Own', idempotencyKey: randomUUID() });
    own = await create('own', ownKey.id);
  });
  after(() => site.close());
  beforeEach(async () => {
    site.clock.now += 20 * 60_000;
    asHome = await personIn(home);
  });

  /** The headers of somebody new with `role` in `workspaceId`, who signed in just now. */
  async function personIn(workspaceId: WorkspaceId, role = 'owner'): Promise<Headers> {
    const { accountId } = await site.addMember({
      email: `${randomUUID()}@acme.test`,
      roles: [role],
      workspaceId,
    });
    const token = await openSession(site.database, site.sessions, accountId);
    return { Cookie: `__Host-user-admin=${token}`, Origin: ORIGIN, 'ua-workspace': workspaceId };
  }
  const list = async (by: Headers): Promise<HostKeyList> =>
    (await site.query('keys.list', undefined, by)).data;
  const call = (verb: 'create' | 'rotate' | 'revoke', input: object, by: Headers): Promise<Answer> =>
    site.mutate(`keys.${verb}`, { idempotencyKey: randomUUID(), ...input }, by);
  const issue = async (by = asHome): Promise<IssuedHostKey> =>
    (await call('create', { name: 'Shop' }, by)).data;
  const isTaken = async (key: IssuedHostKey): Promise<boolean> => (await ask(key)).reason !== 'token_invalid';
  const ask = (key: IssuedHostKey): Promise<Answer> => {
    const token = hostToken(key, site.clock.now, { aud: BASE_URL, scope: 'workspaces' });
    return site.mutate('workspaces.create', {}, { Authorization: `Bearer ${token}` });
  };

  it('are made in the home workspace, with a secret that only the reply shows, and again to a retry', async () => {
    const wish = { name: 'Shop', idempotencyKey: randomUUID() };
    const made = (await call('create', wish, asHome)).data as IssuedHostKey;
    assert.match(made.secret, /^[\w-]{43}$/);
    assert.deepEqual(
      (await call('create', wish, asHome)).data,
      made,
      'a retry makes none, and shows it again',
    );
    assert.ok(await isTaken(made));
    const { rows, canCreate } = await list(asHome);
    assert.equal(canCreate, true);
    const row = rows.find(({ id }) => id === made.id)!;
    assert.deepEqual(row, {
      id: made.id,
      name: 'Shop',
      createdAt: site.clock.now,
      revokedAt: null,
      previousUntil: null,
      coversThis: false,
      isShared: false,
    });
    const stored = JSON.stringify(
      await Promise.all(
        ['idempotency', 'audit', 'audit_personal', 'host_keys'].map((table) =>
          all(site.database.read, `SELECT * FROM ${table}`),
        ),
      ),
    );
    assert.ok(stored.includes(made.id));
    assert.ok(!stored.includes(made.secret) && !JSON.stringify(rows).includes(made.secret), 'SEC_B14');
  });

  it('SEC_B14 a retry by somebody who has lost the right is shown nothing', async () => {
    const wish = { name: 'Shop', idempotencyKey: randomUUID() };
    assert.equal((await call('create', wish, asHome)).status, 200);
    await site.database.write((tx) =>
      run(
        tx,
        "UPDATE member_roles SET role = 'staff' WHERE workspace_id = ? AND member_seq = (SELECT max(member_seq) FROM member_roles)",
        [home],
      ),
    );
    assert.equal((await call('create', wish, asHome)).reason, 'not_granted');
  });

  it('SEC_R7 a rotated key takes both secrets for as long as was asked, then the new one alone; a second rotation ends the oldest', async () => {
    const first = await issue();
    const second = (await call('rotate', { hostKeyId: first.id }, asHome)).data as IssuedHostKey;
    assert.notEqual(second.secret, first.secret);
    assert.deepEqual([await isTaken(first), await isTaken(second)], [true, true]);
    const until = site.clock.now + 24 * HOUR;
    assert.equal((await list(asHome)).rows.find(({ id }) => id === first.id)!.previousUntil, until);
    site.clock.now = until - 1;
    assert.deepEqual([await isTaken(first), await isTaken(second)], [true, true]);
    site.clock.now = until;
    assert.deepEqual([await isTaken(first), await isTaken(second)], [false, true]);
    asHome = await personIn(home);
    const third = (await call('rotate', { hostKeyId: first.id, overlapHours: 2 }, asHome))
      .data as IssuedHostKey;
    assert.deepEqual(
      [await isTaken(first), await isTaken(second), await isTaken(third)],
      [false, true, true],
    );
    const fourth = (await call('rotate', { hostKeyId: first.id, overlapHours: 0 }, asHome))
      .data as IssuedHostKey;
    assert.deepEqual(
      [await isTaken(second), await isTaken(third), await isTaken(fourth)],
      [false, false, true],
    );
  });

  it('SEC_R7 a revoked key takes neither of its secrets from the next request on', async () => {
    const first = await issue();
    const second = (await call('rotate', { hostKeyId: first.id }, asHome)).data as IssuedHostKey;
    assert.equal((await call('revoke', { hostKeyId: first.id }, asHome)).status, 200);
    assert.deepEqual([await isTaken(first), await isTaken(second)], [false, false]);
    assert.equal((await call('rotate', { hostKeyId: first.id }, asHome)).reason, 'host_key_not_found');
    const row = (await list(asHome)).rows.find(({ id }) => id === first.id)!;
    assert.deepEqual([row.revokedAt, row.previousUntil], [site.clock.now, null]);
    const trail = await all<{ action: string }>(
      site.database.read,
      'SELECT action FROM audit WHERE target_id = ? ORDER BY seq',
      [first.id],
    );
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['host-key.create', 'host-key.rotate', 'host-key.revoke'],
    );
  });

  it('SEC_D17 are changed only by whoever just proved who they are', async () => {
    const key = await issue();
    site.clock.now += 10 * 60_000;
    for (const [verb, input] of [
      ['create', { name: 'More' }],
      ['rotate', { hostKeyId: key.id }],
      ['revoke', { hostKeyId: key.id }],
    ] as const)
      assert.equal((await call(verb, input, asHome)).reason, 'fresh_sign_in_required', verb);
    assert.equal((await site.query('keys.list', undefined, asHome)).status, 200);
  });

  it('SEC_E01 another workspace sees and changes its own key alone, and not while it serves others too', async () => {
    const [asOwn, asShared] = [await personIn(own), await personIn(shared)];
    const seen = await list(asOwn);
    assert.deepEqual([seen.rows.map(({ id }) => id), seen.canCreate], [[ownKey.id], false]);
    assert.deepEqual(
      (await list(asShared)).rows.map(({ id, isShared }) => [id, isShared]),
      [[site.key.id, true]],
    );
    assert.equal((await call('rotate', { hostKeyId: site.key.id }, asShared)).reason, 'key_is_shared');
    assert.equal((await call('revoke', { hostKeyId: site.key.id }, asShared)).reason, 'key_is_shared');
    assert.equal((await call('revoke', { hostKeyId: site.key.id }, asOwn)).reason, 'host_key_not_found');
    assert.equal((await call('create', { name: 'Mine' }, asOwn)).reason, 'not_home');
    const renewed = (await call('rotate', { hostKeyId: ownKey.id }, asOwn)).data as IssuedHostKey;
    assert.ok(await isTaken(renewed));
    for (const role of ['admin', 'staff']) {
      const nobody = await personIn(home, role);
      assert.equal((await site.query('keys.list', undefined, nobody)).reason, 'not_granted');
      assert.equal((await call('create', { name: 'x' }, nobody)).reason, 'not_granted');
    }
  });

  it('SEC_E01 a key that a workspace rotated for itself covers no other until the operator rotates it', async () => {
    const operator = site.userAdmin.caller(null).workspaces;
    const key = await operator.createHostKey({ name: 'Host', idempotencyKey: randomUUID() });
    const create = (name: string, secret: string) => {
      const asHost = hostToken({ id: key.id, secret }, site.clock.now, {
        aud: BASE_URL,
        scope: 'workspaces',
      });
      const input = { name, owner: { email: `first@${name}.test` }, idempotencyKey: randomUUID() };
      return site.mutate('workspaces.create', input, { Authorization: `Bearer ${asHost}` });
    };
    const first: { id: WorkspaceId } = (await create('one', key.secret)).data;
    const asFirst = await personIn(first.id);
    const wish = { hostKeyId: key.id, overlapHours: 1, idempotencyKey: randomUUID() };
    const { secret }: IssuedHostKey = (await call('rotate', wish, asFirst)).data;
    assert.equal((await create('two', secret)).reason, 'not_granted');
    assert.equal((await create('two', key.secret)).reason, 'not_granted', 'nor by the secret from before');
    const renewed = await operator.rotateHostKey({ hostKeyId: key.id, idempotencyKey: randomUUID() });
    assert.equal((await create('two', secret)).reason, 'token_invalid');
    assert.equal((await create('two', renewed.secret)).status, 200);
  });

  it('can be made to cover the home workspace, once', async () => {
    const made = (await call('create', { name: 'Home', coversThis: true }, asHome)).data as IssuedHostKey;
    assert.equal((await list(asHome)).rows.find(({ id }) => id === made.id)!.coversThis, true);
    const token = hostToken(made, site.clock.now, {
      aud: BASE_URL,
      sub: 'h-1',
      workspace: home,
      email: 'first@home.test',
    });
    assert.equal(
      (await site.query('viewer.get', undefined, { Authorization: `Bearer ${token}` })).status,
      200,
    );
    assert.equal((await call('create', { name: 'Two', coversThis: true }, asHome)).reason, 'already_exists');
    await call('revoke', { hostKeyId: made.id }, asHome);
    assert.equal((await call('create', { name: 'Two', coversThis: true }, asHome)).status, 200);
  });
});
