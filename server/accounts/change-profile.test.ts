// What describes a person: changed by themselves, copied to where they are seen, kept where it must stay.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, it } from 'node:test';
import type { ChangeProfile } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/errors.ts';
import type { AccountId, HostKeyId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import { tables } from '../../shared/presets/tables.ts';
import { parseUsername } from '../../shared/accounts/username.ts';
import { all, run } from '../db/database.ts';
import { readMembers } from '../members/read.ts';
import { withPasswords } from '../testing/policies.ts';
import { codeOf, isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld, subjectCaller } from '../testing/world.ts';
import { changeProfile } from './change-profile.ts';
import { getAccount } from './read.ts';

describe('the own profile', () => {
  let world: World;
  let ana: { id: MemberId; accountId: AccountId };
  let elsewhere: WorkspaceId;
  const worlds: World[] = [];
  beforeEach(async () => {
    world = await createWorld({ policy: withPasswords });
    worlds.push(world);
    ana = await world.addMember({ email: 'ana@acme.test', name: 'Ana', roles: ['owner'] });
    elsewhere = await world.addWorkspace('Elsewhere');
    await world.addMember({ email: 'ana@acme.test', name: 'Ana', roles: ['owner'], workspaceId: elsewhere });
  });
  after(() => Promise.all(worlds.map((each) => each.close())));

  const change = (input: Partial<ChangeProfile>, id = ana.accountId) =>
    changeProfile(world.asAccount(id), { version: 1, idempotencyKey: randomUUID(), ...input });
  const found = async (search: string, workspaceId = world.workspaceId) => {
    const { page } = await readMembers(world.as({ kind: 'system' }, workspaceId), {
      filter: { search },
      sort: { by: 'name', direction: 'ascending' },
      limit: 10,
    });
    return (JSON.parse(page) as { rows: { name: string; version: number }[] }).rows;
  };

  it('W3 P57 a name is changed in the account, in every membership and in what is searched', async () => {
    const account = await change({ name: '  Ana   Kowalczyk ' });
    assert.equal(account.name, 'Ana Kowalczyk');
    assert.equal(account.version, 2);
    for (const workspaceId of [world.workspaceId, elsewhere]) {
      const rows = await found('kowalcz', workspaceId);
      assert.deepEqual(
        rows.map(({ name, version }) => [name, version]),
        [['Ana Kowalczyk', 2]],
      );
      assert.equal((await found('ana@acme', workspaceId)).length, 1);
    }
  });

  it('the trail of each workspace says who changed what, and values only where they can be erased', async () => {
    await change({ name: 'Ana Kowalczyk', language: 'de' });
    const trail = await all<Record<'workspaceId' | 'actorId' | 'targetId' | 'after' | 'data', string>>(
      world.database.read,
      `SELECT workspace_id AS workspaceId, actor_id AS actorId, target_id AS targetId, after, data FROM audit JOIN audit_personal USING (seq)
       WHERE action = 'account.change-profile'`,
    );
    assert.deepEqual(
      trail.map(({ workspaceId }) => workspaceId).toSorted(),
      [world.workspaceId, elsewhere].toSorted(),
    );
    for (const { actorId, targetId, after: said, data } of trail) {
      assert.equal(actorId, targetId, 'each workspace knows the person by their membership there');
      assert.deepEqual(JSON.parse(said), { fields: ['name', 'language'] });
      assert.equal((JSON.parse(data) as { previousName: string }).previousName, 'Ana');
    }
    assert.equal(new Set(trail.map(({ actorId }) => actorId)).size, 2);
  });

  for (const name of ['', '   ', 'x'.repeat(101), 'a\nb', 'a\u202ebc'])
    it(`refuses the name ${JSON.stringify(name.slice(0, 8))}`, async () => {
      await assert.rejects(change({ name }), isRefusal('name_invalid'));
    });

  it('a language is kept, and null is that of the browser again', async () => {
    assert.equal((await change({ language: 'de' })).language, 'de');
    assert.equal((await change({ language: null, version: 2 })).language, null);
  });

  it('D22 a username is chosen once and stays', async () => {
    const account = await change({ username: 'Ana.K' });
    assert.equal(account.username, 'Ana.K');
    await assert.rejects(change({ username: 'ana.kowalczyk', version: 2 }), isRefusal('username_locked'));
    await assert.rejects(change({ username: 'ana.k', version: 2 }), isRefusal('username_locked'));
    assert.equal((await change({ username: 'Ana.K', name: 'A. K.', version: 2 })).name, 'A. K.');
  });

  it('SEC_C18 a username can be nobody’s address, and has 3 to 50 plain characters', async () => {
    const ben = await world.addMember({ email: 'ben@acme.test', roles: ['staff'] });
    for (const username of [
      'ana@acme.test',
      'ana@acme',
      '@ana',
      'an',
      'a'.repeat(51),
      '1ana',
      '.ana',
      'ana k',
      ' ana',
      'ana\n',
      'аna',
      'ａna',
      'ana\0',
      '',
    ]) {
      assert.equal(parseUsername(username).ok, false, username);
      await assert.rejects(change({ username }, ben.accountId), isRefusal('username_invalid'));
    }
    assert.equal((await change({ username: 'a-1' }, ben.accountId)).username, 'a-1');
  });

  it('D22 a username belongs to one person, whatever its case, and trying names is limited', async () => {
    await change({ username: 'ana.k' });
    const ben = await world.addMember({ email: 'ben@acme.test', roles: ['staff'] });
    for (let n = 0; n < 20; n++)
      await assert.rejects(change({ username: 'ANA.K' }, ben.accountId), isRefusal('already_exists'));
    await assert.rejects(change({ username: 'somebody' }, ben.accountId), isRefusal('rate_limited'));
    world.clock.now += 60 * 60_000;
    const results = await Promise.allSettled([
      change({ username: 'somebody' }, ben.accountId),
      change(
        { username: 'Somebody' },
        (await world.addMember({ email: 'cem@acme.test', roles: ['staff'] })).accountId,
      ),
    ]);
    assert.deepEqual(results.map(codeOf).map(String).toSorted(), ['already_exists', 'null']);
  });

  it('D22 there are none where the policy has none', async () => {
    const plain = await createWorld({ policy: tables });
    worlds.push(plain);
    const ben = await plain.addMember({ email: 'ben@acme.test', roles: ['staff'] });
    await assert.rejects(
      changeProfile(plain.asAccount(ben.accountId), {
        username: 'ben',
        version: 1,
        idempotencyKey: randomUUID(),
      }),
      isRefusal('not_in_policy'),
    );
  });

  it('SEC_R5 whoever saw an older state is told the fresh one', async () => {
    await change({ name: 'First' });
    await assert.rejects(change({ name: 'Second' }), (error: unknown) => {
      assert.ok(error instanceof AppError);
      assert.deepEqual(
        [error.code, (error.details as { name: string }).name],
        ['changed_meanwhile', 'First'],
      );
      return true;
    });
  });

  it('SEC_A22 what changes nothing leaves no trace', async () => {
    const before = await world.dump();
    await change({ name: 'Ana', language: null });
    const { idempotency: _then, ...rest } = before;
    const { idempotency: _now, ...now } = await world.dump();
    assert.deepEqual(now, rest);
  });

  it('D30 a provider’s name stays and no username is set beside it, in the account and in the membership that it speaks for', async () => {
    const vouch = (workspaceId: WorkspaceId) =>
      world.database.write(async (sql) => {
        await run(sql, 'UPDATE workspaces SET external_authentication = 1 WHERE id = ?', [workspaceId]);
        await run(sql, "UPDATE members SET source = 'provider' WHERE workspace_id = ?", [workspaceId]);
      });
    await vouch(elsewhere);
    assert.equal((await getAccount(world.asAccount(ana.accountId))).source, 'local');
    await change({ name: 'Ana Kowalczyk' });
    assert.equal((await found('ana'))[0]!.name, 'Ana Kowalczyk');
    assert.equal((await found('ana', elsewhere))[0]!.name, 'Ana', 'the provider says so there');
    await vouch(world.workspaceId);
    assert.equal((await getAccount(world.asAccount(ana.accountId))).source, 'provider');
    await assert.rejects(change({ name: 'Other', version: 2 }), isRefusal('people_from_provider'));
    await assert.rejects(change({ username: 'ana.k', version: 2 }), isRefusal('people_from_provider'));
    assert.equal((await change({ language: 'de', version: 2 })).language, 'de', 'the language is their own');
  });

  it('is for the person alone, through a session that reaches the whole account', async () => {
    const input = { name: 'Other', version: 1, idempotencyKey: randomUUID() };
    for (const [caller, code] of [
      [subjectCaller('host-key-1' as HostKeyId, 'ana'), 'account_action_by_host'],
      [{ kind: 'anonymous' }, 'not_signed_in'],
      [{ kind: 'system' }, 'not_granted'],
      [accountCaller(randomUUID() as AccountId), 'not_signed_in'],
      [accountCaller(ana.accountId, world.clock.now, { workspaceId: elsewhere }), 'account_is_shared'],
    ] as const) {
      await assert.rejects(changeProfile(world.as(caller), input), isRefusal(code));
      assert.equal((await getAccount(world.asAccount(ana.accountId))).name, 'Ana');
    }
  });

  it('writes nothing into the trail of a workspace that the caller only names', async () => {
    const foreign = await world.addWorkspace('Foreign');
    await changeProfile(world.asAccount(ana.accountId, foreign), {
      name: 'Other',
      version: 1,
      idempotencyKey: randomUUID(),
    });
    const rows = await all(world.database.read, 'SELECT 1 FROM audit WHERE workspace_id = ?', [foreign]);
    assert.deepEqual(rows, []);
  });
});

describe('the own account', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ policy: withPasswords });
  });
  after(() => world.close());

  it('W3 shows who one is, and of secrets only whether there are any', async () => {
    const ana = await world.addMember({ email: 'Ana@Acme.test', name: 'Ana', roles: ['owner'] });
    const account = await getAccount(world.asAccount(ana.accountId));
    assert.deepEqual(account, {
      id: ana.accountId,
      email: 'Ana@acme.test',
      isEmailVerified: true,
      pendingEmail: null,
      name: 'Ana',
      username: null,
      language: null,
      hasPassword: false,
      passwordSetAt: null,
      mustChangePassword: false,
      source: 'local',
      connections: [],
      connectable: [],
      version: 1,
    });
    await world.close();
  });

  it('SEC_E05 a session of one workspace’s provider sees nothing of what opens the others', async () => {
    const ana = await world.addMember({ email: 'ana@acme.test', roles: ['owner'] });
    const elsewhere = await world.addWorkspace();
    await world.addMember({ email: 'ana@acme.test', roles: ['owner'], workspaceId: elsewhere });
    await world.database.write(async (sql) => {
      for (const [id, workspaceId] of [
        ['provider-here', world.workspaceId],
        ['provider-there', elsewhere],
        ['provider-open', elsewhere],
      ] as const)
        await run(
          sql,
          "INSERT INTO providers (id, workspace_id, name, config, admission, created_at) VALUES (?1, ?2, ?1, '{}', '{}', 0)",
          [id, workspaceId],
        );
      for (const id of ['provider-here', 'provider-there'])
        await run(
          sql,
          "INSERT INTO identities (provider_id, issuer, subject, account_id, email, created_at) VALUES (?, 'i', 's', ?, 'a@b.test', 1)",
          [id, ana.accountId],
        );
    });
    const whole = await getAccount(world.asAccount(ana.accountId));
    assert.deepEqual(
      whole.connections.map(({ providerId }) => providerId as string),
      ['provider-here', 'provider-there'],
    );
    assert.deepEqual(whole.connectable, [{ id: 'provider-open', name: 'provider-open' }]);
    const scoped = accountCaller(ana.accountId, world.clock.now, { workspaceId: world.workspaceId });
    const narrow = await getAccount(world.as(scoped));
    assert.deepEqual(
      narrow.connections.map(({ providerId }) => providerId as string),
      ['provider-here'],
    );
    assert.deepEqual(narrow.connectable, []);
  });
});
