// Bringing people in from a list on a real database: one result for each row, nothing twice, nothing that could not be done by hand.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { ImportMembers } from '../../shared/contract/files.ts';
import type { AccountId, MemberId } from '../../shared/ids.ts';
import type { ImportResult, ImportRow } from '../../shared/members/import.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first } from '../db/database.ts';
import { createInvitations } from '../invitations/create.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import { workOf } from '../testing/work.ts';
import type { World } from '../testing/world.ts';
import { accountCaller } from '../testing/world.ts';
import { importMembers } from './import.ts';

const wishOf = (rows: readonly ImportRow[], over: Partial<ImportMembers> = {}): ImportMembers => ({
  mode: 'apply',
  rows: rows.map((row) => ({ email: '', ...row })),
  roles: [],
  idempotencyKey: randomUUID(),
  ...over,
});
const verdicts = (results: readonly ImportResult[]) =>
  results.map(({ verdict, problem }) =>
    problem === undefined ? verdict : `${problem.code} ${problem.field ?? ''}`.trim(),
  );

describeOnEachStore('importing into a directory', (makeWorld) => {
  let world: World;
  let boss: { id: MemberId; accountId: AccountId };
  let asBoss: UseCaseContext;
  before(async () => {
    world = await makeWorld({ policy: directory, hasMail: true });
    boss = await world.addMember({ email: 'boss@d.test', name: 'Bea Boss', roles: ['administrator'] });
    asBoss = world.asAccount(boss.accountId);
  });
  after(() => world.close());
  const bring = async (rows: readonly ImportRow[], over: Partial<ImportMembers> = {}, ctx = asBoss) =>
    (await importMembers(ctx, wishOf(rows, over))).results;
  const membersNow = () =>
    all<{
      email: string;
      name: string;
      department: string;
      externalId: string;
      status: string;
      roles: string;
    }>(
      world.database.read,
      `SELECT email, name, department, external_id AS externalId, status,
         (SELECT group_concat(role, ' ') FROM (SELECT role FROM member_roles WHERE member_seq = m.seq ORDER BY role)) AS roles
       FROM members m ORDER BY seq`,
    );

  const ANA = {
    email: 'ana@d.test',
    username: 'ana.k',
    firstName: 'Ana',
    lastName: 'Kowalczyk',
    department: 'Finance',
    roles: 'Analyst; approver',
    externalId: 'E-1',
  };
  const BO = {
    email: 'bo@d.test',
    username: 'bo.diaz',
    name: 'Bo Diaz',
    status: 'inactive',
    roles: 'Employee',
  };

  it('says first what would become of each row, and changes nothing by that (W15)', async () => {
    // That somebody looked is counted, and nothing else.
    const dump = async () => ({ ...(await world.dump()), limits: [] });
    const before = await dump();
    const results = await bring([ANA, BO, { email: 'nobody', username: 'xyz', roles: 'Analyst' }], {
      mode: 'preview',
    });
    assert.deepEqual(verdicts(results), ['new', 'new', 'email_invalid email']);
    assert.deepEqual(await dump(), before);
  });

  it('makes accounts with names, department, roles, status and reference, without a password, and tells their people', async () => {
    const results = await bring([ANA, BO]);
    assert.deepEqual(
      results.map(({ verdict, made }) => [verdict, made]),
      [
        ['new', 'account'],
        ['new', 'account'],
      ],
    );
    assert.deepEqual(
      (await membersNow()).slice(1).map((row) => ({ ...row })),
      [
        {
          email: 'ana@d.test',
          name: 'Ana Kowalczyk',
          department: 'Finance',
          externalId: 'E-1',
          status: 'active',
          roles: 'analyst approver',
        },
        {
          email: 'bo@d.test',
          name: 'Bo Diaz',
          department: '',
          externalId: null,
          status: 'deactivated',
          roles: 'employee',
        },
      ],
    );
    const passwords = await first<{ count: number }>(
      world.database.read,
      'SELECT count(*) AS count FROM accounts WHERE password_hash IS NOT NULL',
    );
    assert.equal(passwords!.count, 0);
    const letters = await all<{ kind: string }>(world.database.read, 'SELECT kind FROM outbox');
    assert.deepEqual(
      letters.map(({ kind }) => kind),
      ['account-made'],
      'who is switched off is not told',
    );
  });

  it('does nothing when the same list comes again, by reference or by address, in another spelling', async () => {
    const before = await membersNow();
    const again = await bring([ANA, { ...BO, email: 'BO@D.TEST', status: 'no' }]);
    assert.deepEqual(verdicts(again), ['same', 'same']);
    assert.deepEqual(verdicts(await bring([{ externalId: 'E-1', department: 'Finance' }])), ['same']);
    assert.deepEqual(await membersNow(), before);
  });

  it('has one effect for one wish, however often it is sent', async () => {
    const wish = wishOf([{ email: 'once@d.test', username: 'once', roles: 'Analyst' }]);
    const once = await importMembers(asBoss, wish);
    assert.deepEqual(await importMembers(asBoss, wish), once);
    assert.deepEqual(verdicts(once.results), ['new']);
  });

  it('changes what differs and says what, with an entry for each person and one for the list', async () => {
    const [changed] = await bring([
      { email: 'ana@d.test', department: 'Sales', roles: 'Approver', status: 'Deactivated' },
    ]);
    assert.deepEqual(changed!.changes, [
      { field: 'department', before: 'Finance', after: 'Sales' },
      { field: 'roles', before: 'analyst; approver', after: 'approver' },
      { field: 'status', before: 'active', after: 'deactivated' },
    ]);
    const actions = await all<{ action: string }>(
      world.database.read,
      'SELECT action FROM audit ORDER BY seq DESC LIMIT 4',
    );
    assert.deepEqual(actions.map(({ action }) => action).toReversed(), [
      'member.change-profile',
      'member.change-role',
      'member.deactivate',
      'members.import',
    ]);
    const summary = await first<{ after: string }>(
      world.database.read,
      'SELECT after FROM audit ORDER BY seq DESC LIMIT 1',
    );
    assert.deepEqual(JSON.parse(summary!.after), { created: 0, invited: 0, changed: 1, failed: 0 });
  });

  it('gives a row that cannot be done its reason and its cell, does nothing of it, and does the others', async () => {
    const before = await membersNow();
    const results = await bring([
      { email: 'ana@d.test', department: 'Legal', roles: 'Wizard' },
      { email: 'ana@d.test', department: 'Legal' },
      { email: 'other@d.test', externalId: 'E-1' },
      { email: 'new1@d.test', username: 'ana.k', roles: 'Analyst' },
      { email: 'new2@d.test', roles: 'Analyst' },
      { email: 'new3@d.test', username: 'new3' },
      { email: 'new4@d.test', username: 'new4', roles: 'Analyst', status: 'maybe' },
      { email: 'bo@d.test', username: 'another' },
      { department: 'Nowhere' },
      { email: 'boss@d.test', roles: 'Analyst' },
      { email: 'good@d.test', username: 'good', roles: 'analyst' },
    ]);
    assert.deepEqual(verdicts(results), [
      'role_unknown roles',
      'row_repeated email',
      'email_not_by_import email',
      'username_taken username',
      'field_required username',
      'role_required roles',
      'status_unknown status',
      'username_locked username',
      'field_required email',
      'is_self',
      'new',
    ]);
    assert.deepEqual((await membersNow()).slice(0, -1), before);
    assert.ok((await verifyAudit(world.database.read)).isWhole);
  });

  it('keeps the whole list out where it gives a role in charge and nobody proved who they are (SEC_D17)', async () => {
    const stale = world.as(accountCaller(boss.accountId, world.clock.now - FRESH_FOR - 1));
    const rows = [
      { email: 'plain@d.test', username: 'plain', roles: 'Analyst' },
      { email: 'chief@d.test', username: 'chief', roles: 'Administrator' },
    ];
    const before = await membersNow();
    await assert.rejects(bring(rows, {}, stale), isRefusal('fresh_sign_in_required'));
    assert.deepEqual(await membersNow(), before);
    assert.deepEqual(verdicts(await bring(rows)), ['new', 'new']);
  });

  it('gives no role that is not the importer’s to give, and touches nobody above them (SEC_A02)', async () => {
    const { accountId } = await world.addMember({ email: 'ua@d.test', roles: ['user-administrator'] });
    const as = world.asAccount(accountId);
    assert.deepEqual(
      verdicts(
        await bring(
          [
            { email: 'x@d.test', username: 'xxx', roles: 'Administrator' },
            { email: 'boss@d.test', department: 'Cellar' },
            { email: 'y@d.test', username: 'yyy', roles: 'Analyst' },
          ],
          {},
          as,
        ),
      ),
      ['role_not_yours_to_give', 'outranked', 'new'],
    );
  });

  it('is refused to who may not bring anybody in', async () => {
    const { accountId } = await world.addMember({ email: 'audit@d.test', roles: ['auditor'] });
    await assert.rejects(bring([BO], {}, world.asAccount(accountId)), isRefusal('not_granted'));
    await assert.rejects(bring([BO], {}, world.as({ kind: 'anonymous' })), isRefusal('not_signed_in'));
    const other = await world.addWorkspace('Other');
    await assert.rejects(bring([BO], {}, world.asAccount(boss.accountId, other)), isRefusal('not_a_member'));
  });

  it('tells by a look nothing of who has an account elsewhere, whatever else the row says (SEC_E05)', async () => {
    const other = await world.addWorkspace('Hidden');
    await world.addMember({ email: 'hidden@d.test', roles: ['analyst'], workspaceId: other });
    const rowsOf = (email: string): ImportRow[] => [
      { email, roles: 'Analyst', username: 'free.name' },
      { email, roles: 'Analyst', username: 'ana.k' },
      { email, roles: 'Analyst' },
      { email, roles: 'Analyst', username: 'free.name', status: 'inactive' },
    ];
    for (const [at, row] of rowsOf('hidden@d.test').entries()) {
      const known = await bring([row], { mode: 'preview' });
      assert.deepEqual(
        known,
        await bring([rowsOf('nobody@d.test')[at]!], { mode: 'preview' }),
        JSON.stringify(row),
      );
    }
  });

  it('tells it by no look of somebody who was invited before, and by no name that is missing (SEC_E05)', async () => {
    const isNamed = { ...directory.invitations, isNameRequired: true } as const;
    const creation = { ...directory.creation!, required: [] };
    const bare = await makeWorld({ policy: { ...directory, invitations: isNamed, creation }, hasMail: true });
    try {
      const other = await bare.addWorkspace('Hidden');
      await bare.addMember({ email: 'hidden@d.test', roles: ['analyst'], workspaceId: other });
      const { accountId } = await bare.addMember({ email: 'chief@d.test', roles: ['administrator'] });
      const look = async (email: string) =>
        (
          await importMembers(
            bare.asAccount(accountId),
            wishOf([{ email, roles: 'Analyst' }], { mode: 'preview' }),
          )
        ).results;
      assert.deepEqual(await look('hidden@d.test'), await look('nobody@d.test'), 'without a name');
      for (const email of ['hidden@d.test', 'nobody@d.test'])
        await createInvitations(bare.asAccount(accountId), {
          addresses: email,
          name: 'Somebody',
          roles: ['analyst'],
          places: [],
          idempotencyKey: randomUUID(),
        });
      assert.deepEqual(await look('hidden@d.test'), await look('nobody@d.test'), 'invited before');
    } finally {
      await bare.close();
    }
  });

  it('is no way to try more usernames than by hand', async () => {
    const { accountId } = await world.addMember({ email: 'curious@d.test', roles: ['administrator'] });
    const as = world.asAccount(accountId);
    const rows = (from: number) =>
      Array.from({ length: 25 }, (_, n) => ({
        email: `try${from + n}@d.test`,
        username: 'ana.k',
        roles: 'Analyst',
      }));
    const first = verdicts(await bring(rows(0), { mode: 'preview' }, as));
    assert.ok(
      first.every((verdict) => verdict === 'username_taken username'),
      first.join(),
    );
    const second = verdicts(await bring(rows(25), { mode: 'preview' }, as));
    assert.ok(second.includes('rate_limited'), second.join());
    assert.ok(verdicts(await bring(rows(50), {}, as)).every((verdict) => verdict === 'rate_limited'));
  });

  it('never touches an account of another workspace: its person is invited (SEC_E04)', async () => {
    const other = await world.addWorkspace('Elsewhere');
    const { accountId } = await world.addMember({
      email: 'ext@d.test',
      name: 'Ext Ern',
      roles: ['analyst'],
      workspaceId: other,
    });
    const row = { email: 'ext@d.test', firstName: 'Changed', username: 'stolen', roles: 'Analyst' };
    const [result] = await bring([row]);
    assert.deepEqual([result!.verdict, result!.made], ['new', 'invitation']);
    const account = await first<object>(
      world.database.read,
      'SELECT name, username FROM accounts WHERE id = ?',
      [accountId],
    );
    assert.deepEqual({ ...account }, { name: 'Ext Ern', username: null });
    const [again] = await bring([row]);
    assert.deepEqual([again!.verdict, again!.made], ['same', 'invitation']);
  });
});

describeOnEachStore('importing where people are invited', (makeWorld, store) => {
  let world: World;
  let asOwner: UseCaseContext;
  before(async () => {
    world = await makeWorld({ policy: collaborators, hasMail: true });
    const owner = await world.addMember({ email: 'olga@c.test', roles: ['owner'] });
    asOwner = world.asAccount(owner.accountId);
  });
  after(() => world.close());

  it('invites who is new, with the role that the list gives or the one for all, and never twice', async () => {
    const rows = [{ email: 'ana@c.test', name: 'Ana', roles: 'Editor' }, { email: 'bo@c.test' }];
    const wish = () => wishOf(rows, { roles: ['viewer'] });
    const { results } = await importMembers(asOwner, wish());
    assert.deepEqual(results, [
      { verdict: 'new', made: 'invitation' },
      { verdict: 'new', made: 'invitation' },
    ]);
    const invited = await all<object>(
      world.database.read,
      'SELECT i.email, i.name, r.role FROM invitations i JOIN invitation_roles r ON r.invitation_seq = i.seq ORDER BY i.seq',
    );
    assert.deepEqual(
      invited.map((row) => ({ ...row })),
      [
        { email: 'ana@c.test', name: 'Ana', role: 'editor' },
        { email: 'bo@c.test', name: '', role: 'viewer' },
      ],
    );
    assert.deepEqual((await importMembers(asOwner, wish())).results, [
      { verdict: 'same', made: 'invitation' },
      { verdict: 'same', made: 'invitation' },
    ]);
  });

  it('does a full call of new people well within a write’s time', { skip: store === 'server' }, async () => {
    const rows = Array.from({ length: 500 }, (_, n) => ({ email: `p${n}@many.test`, roles: 'viewer' }));
    const work = await workOf(async () => {
      const { results } = await importMembers(asOwner, wishOf(rows));
      assert.ok(results.every(({ verdict }) => verdict === 'new'));
    });
    assert.ok(work < 5000, `${work} ms`);
  });
});

describeOnEachStore('importing where accounts have first passwords', (makeWorld) => {
  let world: World;
  before(async () => {
    world = await makeWorld({ policy: packages, hasMail: true });
  });
  after(() => world.close());

  it('makes them without one: a password is its person’s to choose, and no list holds any', async () => {
    const admin = await world.addMember({ email: 'admin@p.test', roles: ['admin'] });
    const ctx = world.asAccount(admin.accountId);
    const { results } = await importMembers(
      ctx,
      wishOf([
        { email: 'ana@p.test', name: 'Ana', roles: 'User' },
        { email: 'bo@p.test', roles: 'User' },
      ]),
    );
    assert.deepEqual(verdicts(results), ['new', 'field_required name']);
  });
});
