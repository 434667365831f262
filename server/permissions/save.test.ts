// Saving the grid on a real database: each row by itself, each once, and who may.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { AppError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { ResourceId, WorkspaceId } from '../../shared/ids.ts';
import type { GrantChange, GrantOutcome } from '../../shared/permissions/permissions.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { UseCaseContext } from '../context.ts';
import { all, run } from '../db/database.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { registerResources, removeResource } from '../resources/register.ts';
import { signOut } from '../sign-in/sign-out.ts';
import { signIn } from '../testing/people.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld } from '../testing/world.ts';
import { listGrants } from './list.ts';
import { saveGrants } from './save.ts';

const refusal = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;
const key = () => randomUUID();

describe('saving the grid', () => {
  let world: World;
  let workspaceId: WorkspaceId;
  let owner: UseCaseContext;
  let people: Record<string, Awaited<ReturnType<World['addMember']>>>;
  let ids: ResourceId[];
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());
  beforeEach(async () => {
    workspaceId = await world.addWorkspace();
    const roles = ['owner', 'admin', 'staff', 'member'];
    people = Object.fromEntries(
      await Promise.all(
        roles.map(
          async (role) =>
            [
              role,
              await world.addMember({ email: `${role}@acme.test`, roles: [role], workspaceId }),
            ] as const,
        ),
      ),
    );
    owner = as('owner');
    const resources = Array.from({ length: 50 }, (_, n) => ({
      key: `t${n}`,
      name: `Table ${String(n).padStart(2, '0')}`,
    }));
    ids = (
      await registerResources(world.as({ kind: 'system' }, workspaceId), {
        kind: 'table',
        resources,
        idempotencyKey: key(),
      })
    ).resources.map(({ id }) => id);
  });
  const as = (role: string, where = workspaceId) => world.asAccount(people[role]!.accountId, where);
  const row = (n: number, over: Partial<GrantChange> = {}): GrantChange => ({
    resourceId: ids[n]!,
    role: 'staff',
    actions: ['delete', 'read'],
    version: 0,
    ...over,
  });
  const save = async (
    ctx: UseCaseContext,
    rows: readonly GrantChange[],
    idempotencyKey = key(),
  ): Promise<readonly GrantOutcome[]> =>
    (
      await saveGrants(ctx, {
        kind: 'table',
        rows: rows.map((change) => ({ ...change, actions: [...change.actions] })),
        idempotencyKey,
      })
    ).results;
  const grid = async (role: string) => (await listGrants(owner, { kind: 'table', role, limit: 200 })).rows;
  const entries = () =>
    all<{ target: string; before: string; after: string }>(
      world.database.read,
      "SELECT target_id AS target, before, after FROM audit WHERE workspace_id = ? AND action = 'permissions.save' ORDER BY seq",
      [workspaceId],
    );

  it('T28 T29 owner and admin grant the editable roles what they like, and the trail says so', async () => {
    for (const [who, role] of [
      ['owner', 'staff'],
      ['admin', 'member'],
      ['admin', 'anon'],
    ] as const) {
      const [outcome] = await save(as(who), [row(0, { role })]);
      assert.deepEqual(outcome, {
        resourceId: ids[0],
        role,
        row: { resourceId: ids[0], resource: 'Table 00', role, actions: ['read', 'delete'], version: 1 },
      });
      assert.deepEqual((await grid(role))[0], outcome!.row);
    }
    const trail = (await entries()).map(({ before, after }) => [JSON.parse(before), JSON.parse(after)]);
    assert.deepEqual(trail[0], [
      { role: 'staff', actions: ['read', 'write'] },
      { role: 'staff', actions: ['read', 'delete'] },
    ]);
    assert.equal(trail.length, 3);
  });

  it('T33 T34 SEC_A11 SEC_R18 one bad table among fifty leaves the others saved and is named', async () => {
    await removeResource(world.as({ kind: 'system' }, workspaceId), {
      resourceId: ids[23]!,
      idempotencyKey: key(),
    });
    const outcomes = await save(
      owner,
      ids.map((_, n) => row(n)),
    );
    assert.equal(outcomes.length, 50);
    assert.deepEqual(outcomes[23], { resourceId: ids[23], role: 'staff', refused: 'resource_not_found' });
    assert.equal(outcomes.filter(({ refused }) => refused === undefined).length, 49);
    const rows = await grid('staff');
    assert.equal(rows.length, 49);
    for (const saved of rows) assert.deepEqual([saved.version, ...saved.actions], [1, 'read', 'delete']);
    assert.equal((await entries()).length, 49);
    assert.equal((await verifyAudit(world.database.read)).isWhole, true);
  });

  it('says of each row what stands against it, in the place of that row', async () => {
    const elsewhere = await world.addWorkspace();
    const foreign = (
      await registerResources(world.as({ kind: 'system' }, elsewhere), {
        kind: 'table',
        resources: [{ key: 'f', name: 'F' }],
        idempotencyKey: key(),
      })
    ).resources[0]!.id;
    const outcomes = await save(owner, [
      row(0),
      row(1, { role: 'owner' }),
      row(2, { role: 'admin' }),
      row(3, { role: 'nobody' }),
      row(4, { role: '__proto__' }),
      row(5, { actions: ['read', 'drop'] }),
      row(6, { resourceId: foreign }),
      row(7, { resourceId: 'no-such-resource' as ResourceId }),
      row(8, { version: 3 }),
      row(9, { actions: ['read', 'read'] }),
    ]);
    assert.deepEqual(
      outcomes.map(({ refused }) => refused),
      [
        undefined,
        'not_in_policy',
        'not_in_policy',
        'role_unknown',
        'role_unknown',
        'input_invalid',
        'resource_not_found',
        'resource_not_found',
        'changed_meanwhile',
        undefined,
      ],
      'SEC_A10 SEC_A09 SEC_F07 SEC_E01 SEC_E02',
    );
    assert.deepEqual(outcomes[8]!.row, {
      resourceId: ids[8],
      resource: 'Table 08',
      role: 'staff',
      actions: ['read', 'write'],
      version: 0,
    });
    assert.deepEqual(outcomes[9]!.row!.actions, ['read']);
    assert.equal((await entries()).length, 2);
    assert.equal((await grid('staff')).filter(({ version }) => version > 0).length, 2);
  });

  it('SEC_X7 of two editors with one version one wins, and the loser sees the fresh row', async () => {
    await save(owner, [row(0)]);
    const [a, b] = await Promise.all([
      save(owner, [row(0, { version: 1, actions: ['read'] })]),
      save(as('admin'), [row(0, { version: 1, actions: [] })]),
    ]);
    assert.equal(a[0]!.refused, undefined);
    assert.deepEqual(b[0], {
      resourceId: ids[0],
      role: 'staff',
      refused: 'changed_meanwhile',
      row: { resourceId: ids[0], resource: 'Table 00', role: 'staff', actions: ['read'], version: 2 },
    });
    const [late] = await save(owner, [row(0, { version: 0, actions: [] })]);
    assert.equal(late!.refused, 'changed_meanwhile', 'a row that was never seen saved is stale as well');
  });

  it('SEC_A22 what is granted already changes nothing and is no entry', async () => {
    const [outcome] = await save(owner, [row(0, { actions: ['write', 'read'] })]);
    assert.deepEqual(outcome!.row, {
      resourceId: ids[0],
      resource: 'Table 00',
      role: 'staff',
      actions: ['read', 'write'],
      version: 0,
    });
    assert.equal((await entries()).length, 0);
  });

  it('SEC_X10 SEC_R13 one key twenty times at once has one effect on each row and identical answers, refusals too', async () => {
    const rows = [row(0), row(1, { version: 9 }), row(2, { role: 'anon', actions: ['read'] })];
    const wish = key();
    const answers = await Promise.all(Array.from({ length: 20 }, () => save(owner, rows, wish)));
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
    assert.deepEqual(
      answers[0]!.map(({ refused }) => refused),
      [undefined, 'changed_meanwhile', undefined],
    );
    assert.equal((await entries()).length, 2);
    await save(owner, [row(0, { version: 1, actions: [] })]);
    assert.deepEqual(
      await save(owner, rows, wish),
      answers[0],
      'a late retry is answered like the first, and undoes nothing',
    );
    assert.deepEqual((await grid('staff'))[0]!.actions, []);
  });

  it('SEC_X11 one key with other rows is refused whole, also where the first rows are the same', async () => {
    const wish = key();
    await save(owner, [row(0), row(1)], wish);
    for (const rows of [[row(0), row(1), row(2)], [row(0), row(1, { actions: [] })], [row(0)]])
      await assert.rejects(save(owner, rows, wish), refusal('idempotency_mismatch'));
    assert.equal((await entries()).length, 2);
    assert.equal(
      (await save(as('admin'), [row(0, { role: 'anon' })], wish))[0]!.refused,
      undefined,
      'the key of another person is another key',
    );
  });

  it('replays what was done and does the rest after a stop between two rows (SEC_R1)', async () => {
    const wish = key();
    const rows = [row(0), row(1), row(2), row(3)];
    const cut = new Error('the process ended here');
    let writes = 0;
    const broken: UseCaseContext = {
      ...owner,
      write: (its, job) => (writes++ === 2 ? Promise.reject(cut) : owner.write(its, job)),
    };
    await assert.rejects(save(broken, rows, wish), cut);
    assert.deepEqual(
      (await grid('staff')).slice(0, 4).map(({ version }) => version),
      [1, 1, 0, 0],
    );
    assert.deepEqual(
      (await save(owner, rows, wish)).map((outcome) => outcome.row?.version),
      [1, 1, 1, 1],
    );
    assert.equal((await entries()).length, 4);
  });

  it('a row that met too many waiting writes is named, and its retry is done', async () => {
    const wish = key();
    const rows = [row(0), row(1)];
    let writes = 0;
    const busy: UseCaseContext = {
      ...owner,
      write: (its, job) => (writes++ === 0 ? Promise.reject(new AppError('busy')) : owner.write(its, job)),
    };
    assert.deepEqual(
      (await save(busy, rows, wish)).map(({ refused }) => refused),
      ['busy', undefined],
    );
    assert.deepEqual(
      (await save(owner, rows, wish)).map(({ refused }) => refused),
      [undefined, undefined],
    );
    assert.equal((await entries()).length, 2);
  });

  it('who may save nothing is refused once, and nothing changes (SEC_A01, SEC_A22)', async () => {
    const elsewhere = await world.addWorkspace();
    const cases: [UseCaseContext, ErrorCode][] = [
      [as('staff'), 'not_granted'],
      [as('member'), 'not_granted'],
      [world.as({ kind: 'anonymous' }, workspaceId), 'not_signed_in'],
      [as('owner', elsewhere), 'not_a_member'],
      [world.as(accountCaller(people['owner']!.accountId), null), 'workspace_not_found'],
    ];
    for (const [ctx, code] of cases) await assert.rejects(save(ctx, [row(0)]), refusal(code));
    await assert.rejects(
      saveGrants(owner, { kind: 'view', rows: [{ ...row(0), actions: [] }], idempotencyKey: key() }),
      refusal('not_in_policy'),
    );
    assert.equal((await entries()).length, 0);
  });

  it('SEC_A14 a demotion in the middle stops at the next row', async () => {
    const rows = ids.slice(0, 10).map((_, n) => row(n));
    let writes = 0;
    const admin = as('admin');
    const demoted: UseCaseContext = {
      ...admin,
      write: async (its, job) => {
        if (writes++ === 4)
          await changeMemberRole(owner, {
            memberId: people['admin']!.id,
            version: 1,
            roles: ['staff'],
            idempotencyKey: key(),
          });
        return admin.write(its, job);
      },
    };
    assert.deepEqual(
      (await save(demoted, rows)).map(({ refused }) => refused),
      [...Array<undefined>(4).fill(undefined), ...Array<ErrorCode>(6).fill('not_granted')],
    );
    await assert.rejects(save(admin, rows), refusal('not_granted'));
  });

  it('SEC_D08 a sign-out in the middle stops at the next row', async () => {
    const here = await signIn(world, people['admin']!.accountId);
    const admin = await here.call(workspaceId);
    const rows = ids.slice(0, 10).map((_, n) => row(n));
    let writes = 0;
    const leaving: UseCaseContext = {
      ...admin,
      again: async () => ((await here.isIn()) ? admin : world.as({ kind: 'anonymous' })),
      write: async (its, job) => {
        const saved = await admin.write(its, job);
        if ((writes += 1) === 4) await signOut(admin, { everywhere: false });
        return saved;
      },
    };
    await assert.rejects(save(leaving, rows), refusal('not_signed_in'));
    assert.deepEqual([writes, (await entries()).length], [4, 4]);
  });

  it('C9 a policy without a grid saves nothing', async () => {
    const other = await createWorld({ policy: collaborators });
    const boss = await other.addMember({ email: 'o@p.test', roles: ['owner'] });
    await assert.rejects(save(other.asAccount(boss.accountId), [row(0)]), refusal('not_in_policy'));
    await other.close();
  });

  it('T30 T31 lists the grid of an editable role only, in pages, to who may see it', async () => {
    const pages = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await listGrants(as('admin'), { kind: 'table', role: 'member', limit: 20, after });
      pages.push(page.rows.map(({ resource }) => resource));
      more = page.next !== null;
      after = page.next ?? undefined;
    }
    assert.deepEqual(
      pages.map(({ length }) => length),
      [20, 20, 10],
    );
    assert.deepEqual(
      pages.flat(),
      ids.map((_, n) => `Table ${String(n).padStart(2, '0')}`),
    );
    for (const role of ['owner', 'admin'])
      await assert.rejects(listGrants(owner, { kind: 'table', role, limit: 5 }), refusal('not_in_policy'));
    await assert.rejects(
      listGrants(owner, { kind: 'table', role: 'nobody', limit: 5 }),
      refusal('role_unknown'),
    );
    await assert.rejects(
      listGrants(owner, { kind: 'view', role: 'staff', limit: 5 }),
      refusal('not_in_policy'),
    );
    await assert.rejects(
      listGrants(as('staff'), { kind: 'table', role: 'staff', limit: 5 }),
      refusal('not_granted'),
    );
    await assert.rejects(
      listGrants(as('owner', await world.addWorkspace()), { kind: 'table', role: 'staff', limit: 5 }),
      refusal('not_a_member'),
    );
    await world.database.write((tx) =>
      run(
        tx,
        "INSERT INTO grant_actions (resource_seq, role, action) SELECT seq, 'anon', 'retired' FROM resources WHERE id = ?",
        [ids[0]!],
      ),
    );
    assert.deepEqual(
      (await grid('anon'))[0]!.actions,
      [],
      'an action that the policy no longer has is not shown',
    );
  });
});
