// Setting providers up: who may, what is taken, and that no secret is ever given back.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import type { OidcConfig, Provider } from '../../shared/providers/provider.ts';
import { all, run } from '../db/database.ts';
import { deploy } from '../testing/deployment.ts';
import type { SetUpStage } from '../testing/providers/set-up-stage.ts';
import { ADMISSION, CONFIG, createSetUpStage, wish } from '../testing/providers/set-up-stage.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, subjectCaller } from '../testing/world.ts';
import { readSignOn } from './read.ts';
import { changeProvider, createProvider, removeProvider } from './set-up.ts';
import { prepareTest } from './test.ts';

describe('setting up a provider', () => {
  let world: World;
  let owner: AccountId;
  let admin: AccountId;
  let create: SetUpStage['create'];
  before(async () => {
    ({ world, owner, admin, create } = await createSetUpStage());
  });
  after(() => world.close());

  it('SEC_S12 those may whose role includes it, and nobody else', async () => {
    const staff = await world.addMember({ email: 'sam@acme.test', roles: ['staff'] });
    const elsewhere = await world.addWorkspace();
    const stranger = await world.addMember({
      email: 'eve@acme.test',
      roles: ['owner'],
      workspaceId: elsewhere,
    });
    const before = await world.dump();
    await assert.rejects(create({}, staff.accountId), isRefusal('not_granted'));
    await assert.rejects(create({}, stranger.accountId), isRefusal('not_a_member'));
    await assert.rejects(readSignOn(world.asAccount(staff.accountId)), isRefusal('not_granted'));
    await assert.rejects(readSignOn(world.as({ kind: 'anonymous' })), isRefusal('not_signed_in'));
    assert.deepEqual(await world.dump(), before);
    assert.equal((await create({}, admin)).name, 'Acme sign-in');
  });

  it('SEC_E01 a provider of another workspace is not there', async () => {
    const { id, version } = await create();
    const elsewhere = await world.addWorkspace();
    const other = await world.addMember({
      email: 'otto@acme.test',
      roles: ['owner'],
      workspaceId: elsewhere,
    });
    const there = world.asAccount(other.accountId, elsewhere);
    const on = { providerId: id, version, idempotencyKey: randomUUID() };
    await assert.rejects(removeProvider(there, on), isRefusal('provider_not_found'));
    await assert.rejects(
      changeProvider(there, { ...wish(), ...on } as never),
      isRefusal('provider_not_found'),
    );
    await assert.rejects(prepareTest(there, on), isRefusal('provider_not_found'));
    assert.ok(!(await readSignOn(there)).providers.some((provider) => provider.id === id));
  });

  it('SEC_D17 only after a fresh sign-in, by session and by host token, and a host says when that was', async () => {
    const stale = world.as(
      accountCaller(owner, world.clock.now, { authenticatedAt: world.clock.now - 10 * 60_000 }),
    );
    const { id, version } = await create();
    const on = { providerId: id, version, idempotencyKey: randomUUID() };
    await assert.rejects(createProvider(stale, wish() as never), isRefusal('fresh_sign_in_required'));
    await assert.rejects(
      changeProvider(stale, { ...wish(), ...on } as never),
      isRefusal('fresh_sign_in_required'),
    );
    await assert.rejects(removeProvider(stale, on), isRefusal('fresh_sign_in_required'));
    await assert.rejects(prepareTest(stale, on), isRefusal('fresh_sign_in_required'));
    const [member] = await all<{ id: string }>(
      world.database.read,
      "SELECT id FROM members WHERE email = 'olga@acme.test'",
    );
    await world.database.write(async (tx) => {
      await run(tx, "INSERT INTO host_keys (id, name, created_at) VALUES ('host-key-1', 'H', 1)");
      await run(
        tx,
        "INSERT INTO subjects (host_key_id, workspace_id, subject, member_id) VALUES ('host-key-1', ?, 'olga', ?)",
        [world.workspaceId, member!.id],
      );
    });
    const subject = subjectCaller('host-key-1' as never, 'olga', world.clock.now);
    await createProvider(world.as(subject), wish() as never);
    await assert.rejects(
      createProvider(world.as({ ...subject, authenticatedAt: null } as never), wish() as never),
      isRefusal('fresh_sign_in_required'),
    );
    assert.ok((await readSignOn(stale)).providers.length > 0);
  });

  it('SEC_G12 its secret goes in and never comes out: not in a list, a reply, the trail, a retry or the file as it is', async () => {
    const input = wish();
    const created = await createProvider(world.asAccount(owner), input as never);
    const again = await createProvider(world.asAccount(owner), input as never);
    assert.deepEqual(again, created);
    assert.equal(created.hasSecret, true);
    const seen = JSON.stringify([created, await readSignOn(world.asAccount(owner)), await world.dump()]);
    assert.ok(!seen.includes('a very secret secret'));
    const [row] = await all<{ sealed: string }>(
      world.database.read,
      'SELECT sealed FROM providers WHERE id = ?',
      [created.id],
    );
    assert.equal(
      world.asAccount(owner).sealer.unseal(`provider:${created.id}`, row!.sealed),
      'a very secret secret',
    );
  });

  it('its secret stays where it is left out, and goes where the provider becomes another one', async () => {
    const { id } = await create();
    const change = async (config: OidcConfig, version: number): Promise<Provider> =>
      changeProvider(world.asAccount(owner), {
        ...wish({ config, secret: undefined }),
        providerId: id,
        version,
      } as never);
    assert.equal((await change({ ...CONFIG, scopes: ['openid', 'profile'] }, 1)).hasSecret, true);
    // Else whoever may change the address could have the secret sent to their own server.
    assert.equal((await change({ ...CONFIG, issuer: 'https://eve.example' }, 2)).hasSecret, false);
  });

  it('SEC_G15 who saw an older version is told so, with the fresh one', async () => {
    const { id } = await create();
    const change = (version: number) =>
      changeProvider(world.asAccount(owner), { ...wish({ name: 'B' }), providerId: id, version } as never);
    assert.equal((await change(1)).version, 2);
    await assert.rejects(change(1), isRefusal('changed_meanwhile'));
    await assert.rejects(
      removeProvider(world.asAccount(owner), { providerId: id, version: 1, idempotencyKey: randomUUID() }),
      isRefusal('changed_meanwhile'),
    );
  });

  it('SEC_L01 every change stands in the trail', async () => {
    const { id } = await create({ name: 'Traced' });
    await changeProvider(world.asAccount(owner), {
      ...wish({ name: 'Traced too' }),
      providerId: id,
      version: 1,
    } as never);
    await removeProvider(world.asAccount(owner), {
      providerId: id,
      version: 2,
      idempotencyKey: randomUUID(),
    });
    const trail = await all<{ action: string }>(
      world.database.read,
      'SELECT action FROM audit WHERE target_id = ? ORDER BY seq',
      [id],
    );
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['provider.create', 'provider.change', 'provider.remove'],
    );
  });

  it('where a provider goes, so do the sessions that it began, and people are managed here again', async () => {
    const alone = await world.addWorkspace();
    const boss = await world.addMember({ email: 'boss@acme.test', roles: ['owner'], workspaceId: alone });
    const person = await world.addMember({ email: 'pia@acme.test', roles: ['member'], workspaceId: alone });
    const asBoss = world.asAccount(boss.accountId, alone);
    const { id, version } = await createProvider(asBoss, wish() as never);
    await world.database.write(async (tx) => {
      await run(tx, "UPDATE members SET source = 'provider' WHERE id = ?", [person.id]);
      await run(
        tx,
        'UPDATE workspaces SET external_authentication = 1, external_authorization = 1 WHERE id = ?',
        [alone],
      );
      await asBoss.sessions.openIn(tx, {
        accountId: person.accountId,
        startedBy: 'provider',
        providerId: id,
        workspaceId: alone as WorkspaceId,
      });
    });
    await removeProvider(asBoss, { providerId: id, version, idempotencyKey: randomUUID() });
    assert.deepEqual(
      await all(world.database.read, 'SELECT 1 FROM sessions WHERE account_id = ?', [person.accountId]),
      [],
    );
    const { externalAuthentication, externalAuthorization, providers } = await readSignOn(asBoss);
    assert.deepEqual(
      { externalAuthentication, externalAuthorization, providers },
      { externalAuthentication: false, externalAuthorization: false, providers: [] },
    );
    const [{ source }] = (await all<{ source: string }>(
      world.database.read,
      'SELECT source FROM members WHERE id = ?',
      [person.id],
    )) as [{ source: string }];
    assert.equal(source, 'local');
  });
});

describe('the procedures of single sign-on', () => {
  it('SEC_F05 unknown keys and secrets of the wrong type are refused at the door', async () => {
    const site = await deploy();
    const member = await site.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    const headers = { Authorization: `Bearer ${await site.tokenOf(member)}` };
    const input = { name: 'x', config: CONFIG, admission: ADMISSION, idempotencyKey: randomUUID() };
    for (const more of [
      { workspaceId: 'elsewhere-1' },
      { config: { ...CONFIG, sealed: 'x' } },
      { secret: ['x'] },
      { admission: { ...ADMISSION, admitted: 0 } },
    ])
      assert.equal(
        (await site.mutate('providers.create', { ...input, ...more }, headers)).reason,
        'input_invalid',
      );
    assert.equal((await site.query('providers.list', undefined)).reason, 'not_signed_in');
    await site.close();
  });
});
