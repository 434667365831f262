// Making and importing people as a way to try addresses or to fill mailboxes: what tells something leaves a trace, or ends soon.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { CreateMember } from '../../shared/contract/people.ts';
import type { AccountId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { ImportResult, ImportRow } from '../../shared/members/import.ts';
import { definePolicy } from '../../shared/policy/define.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import type { WriteTransaction } from '../context.ts';
import { all } from '../db/database.ts';
import { note } from '../limits/limits.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { createMember } from './create.ts';
import { importMembers } from './import.ts';
import { removeMember } from './remove.ts';

type Person = Awaited<ReturnType<World['addMember']>>;
const PASSWORD = 'Anvil-7-rosette';
const KNOWN = 40;

describe('trying who has an account elsewhere', () => {
  let world: World;
  let far: WorkspaceId;
  before(async () => {
    world = await createWorld({ policy: directory, hasMail: true });
    far = await world.addWorkspace('Far');
    for (let n = 0; n < KNOWN; n += 1)
      await world.addMember({ email: `known${n}@d.test`, roles: ['employee'], workspaceId: far });
  });
  after(() => world.close());
  const administrator = (email: string) => world.addMember({ email, roles: ['administrator'] });
  const create = (by: AccountId, over: Partial<CreateMember>) =>
    createMember(world.asAccount(by), {
      email: 'x@d.test',
      roles: ['employee'],
      username: 'unused.name',
      password: PASSWORD,
      confirmation: PASSWORD,
      mustChangePassword: true,
      isActive: false,
      ...over,
      idempotencyKey: randomUUID(),
    });
  const codeOf = (attempt: Promise<unknown>): Promise<string> =>
    attempt.then(
      () => 'made',
      (error: { code: string }) => error.code,
    );
  const bring = async (by: AccountId, rows: readonly ImportRow[], mode: 'apply' | 'preview' = 'apply') =>
    (
      await importMembers(world.asAccount(by), {
        mode,
        rows: rows.map((row) => ({ email: '', ...row })),
        roles: [],
        idempotencyKey: randomUUID(),
      })
    ).results;
  const codes = (results: readonly ImportResult[]) =>
    results.map(({ verdict, problem }) => problem?.code ?? verdict);

  it('SEC_B18 SEC_E05 by making people who are switched off ends after thirty, for addresses nobody has as well', async () => {
    const { accountId } = await administrator('curious@d.test');
    const met: string[] = [];
    for (let n = 0; n < 32; n += 1) met.push(await codeOf(create(accountId, { email: `known${n}@d.test` })));
    assert.deepEqual([...new Set(met.slice(0, 30))], ['account_is_shared']);
    assert.deepEqual(met.slice(30), ['rate_limited', 'rate_limited']);
    assert.equal(
      await codeOf(create(accountId, { email: 'nobody@d.test', username: 'nobody' })),
      'rate_limited',
      'the limit itself tells nothing',
    );
    assert.equal(
      await codeOf(create(accountId, { email: 'open@d.test', username: 'open', isActive: true })),
      'made',
      'whoever leaves a trace goes on',
    );
  });

  it('SEC_B18 SEC_E05 by importing people who are switched off is counted with that', async () => {
    const { accountId } = await administrator('lister@d.test');
    const rows = (from: number, count: number): ImportRow[] =>
      Array.from({ length: count }, (_, n) => ({
        email: `known${from + n}@d.test`,
        username: `unused.${from + n}`,
        roles: 'Employee',
        status: 'inactive',
      }));
    assert.deepEqual([...new Set(codes(await bring(accountId, rows(0, 30))))], ['account_is_shared']);
    assert.deepEqual(
      codes(
        await bring(accountId, [
          ...rows(30, 2),
          { email: 'none@d.test', username: 'none', roles: 'Employee', status: 'inactive' },
        ]),
      ),
      ['rate_limited', 'rate_limited', 'rate_limited'],
    );
    assert.deepEqual(
      codes(
        await bring(
          accountId,
          [...rows(34, 1), { email: 'none@d.test', username: 'none', roles: 'Employee', status: 'inactive' }],
          'preview',
        ),
      ),
      ['rate_limited', 'rate_limited'],
      'a look says it of every address, too',
    );
    assert.equal(await codeOf(create(accountId, { email: 'known33@d.test' })), 'rate_limited');
  });

  it('SEC_E05 and stays counted where a policy has no usernames', async () => {
    const small = await createWorld({ policy: packages });
    const elsewhere = await small.addWorkspace('Far');
    const { accountId } = await small.addMember({ email: 'admin@p.test', roles: ['admin'] });
    const rows: ImportRow[] = [];
    for (let n = 0; n < 32; n += 1) {
      await small.addMember({ email: `k${n}@p.test`, roles: ['user'], workspaceId: elsewhere });
      rows.push({ email: `k${n}@p.test`, name: 'K', roles: 'User', status: 'inactive' });
    }
    const importRows = async (some: readonly ImportRow[]) =>
      codes(
        (
          await importMembers(small.asAccount(accountId), {
            mode: 'apply',
            rows: some.map((row) => ({ email: '', ...row })),
            roles: [],
            idempotencyKey: randomUUID(),
          })
        ).results,
      );
    const results = await importRows(rows);
    assert.deepEqual(new Set(results.slice(0, 30)), new Set(['account_is_shared']));
    assert.deepEqual(results.slice(30), ['rate_limited', 'rate_limited']);
    assert.deepEqual(await importRows(rows.slice(0, 1)), ['rate_limited']);
    await small.close();
  });

  it('SEC_E05 tells a caller who may not give the role the same of every address', async () => {
    const { accountId } = await world.addMember({ email: 'ua@d.test', roles: ['user-administrator'] });
    const rowOf = (email: string, username: string): ImportRow => ({
      email,
      username,
      roles: 'Administrator',
      status: 'inactive',
    });
    assert.deepEqual(
      codes(await bring(accountId, [rowOf('known1@d.test', 'free.one'), rowOf('nil@d.test', 'free.two')])),
      ['role_not_yours_to_give', 'role_not_yours_to_give'],
    );
  });

  it('counts looks at a list as what they are, though nothing else of them stays', async () => {
    const { id, accountId } = await administrator('looker@d.test');
    await world.database.write((sql) =>
      note(
        { sql, actor: { kind: 'member' }, now: world.clock.now } as WriteTransaction,
        'importRequests',
        id,
        599,
      ),
    );
    const look = () => bring(accountId, [{ email: 'seen@d.test', roles: 'Employee' }], 'preview');
    await look();
    await assert.rejects(look(), isRefusal('rate_limited'));
  });

  it('SEC_L01 notes a reference that a list gives somebody, beside what is personal of it', async () => {
    const { accountId } = await administrator('noter@d.test');
    const ana = await world.addMember({ email: 'ana@d.test', name: 'Ana', roles: ['employee'] });
    assert.deepEqual(codes(await bring(accountId, [{ email: 'ana@d.test', externalId: 'E-77' }])), [
      'changes',
    ]);
    const entries = await all<{ action: string; after: string; data: string }>(
      world.database.read,
      'SELECT a.action, a.after, p.data FROM audit a JOIN audit_personal p ON p.seq = a.seq WHERE a.target_id = ?',
      [ana.id],
    );
    assert.deepEqual(
      entries.map(({ action, after }) => [action, after]),
      [['member.change-profile', '{"fields":["externalId"]}']],
    );
    assert.equal((JSON.parse(entries[0]!.data) as { externalId: string }).externalId, 'E-77');
    assert.deepEqual(
      codes(await bring(accountId, [{ email: 'boris@d.test', externalId: 'E-77\u200b', roles: 'Employee' }])),
      ['input_invalid'],
      'SEC_F04: two references that look alike',
    );
  });
});

describe('filling a mailbox', () => {
  it('SEC_B21 by making an account and removing it again and again ends after ten letters', async () => {
    const policy = definePolicy({
      ...packages,
      key: 'removable',
      members: { ...packages.members, isRemovable: true },
    });
    const world = await createWorld({ policy, hasMail: true });
    const admin: Person = await world.addMember({ email: 'admin@p.test', roles: ['admin'] });
    const by = world.asAccount(admin.accountId);
    const make = () =>
      createMember(by, {
        email: 'victim@v.test',
        name: 'Vic',
        roles: ['user'],
        password: PASSWORD,
        confirmation: PASSWORD,
        mustChangePassword: true,
        isActive: true,
        idempotencyKey: randomUUID(),
      });
    for (let n = 0; n < 10; n += 1) {
      const made = (await make()) as { member: { id: MemberId; version: number } };
      const { id: memberId, version } = made.member;
      await removeMember(by, { memberId, version, idempotencyKey: randomUUID() });
    }
    await assert.rejects(make(), isRefusal('rate_limited'));
    await world.close();
  });
});
