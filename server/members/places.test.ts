// One person in several workspaces: what is seen of them from each, who changes what where, and what crosses no wall.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { WorkspaceId } from '../../shared/ids.ts';
import { tables } from '../../shared/presets/tables.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import { all, run } from '../db/database.ts';
import { endMemberSessions } from '../sessions/of-member.ts';
import { changeMemberEmail } from './change-email.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld, subjectCaller } from '../testing/world.ts';
import { myWorkspaces } from '../workspaces/mine.ts';
import { checkAccess } from '../permissions/check.ts';
import { changeMemberRole } from './change-role.ts';
import { memberPlaces } from './places.ts';
import { readMembers } from './read.ts';
import { removeMember } from './remove.ts';
import { resetMemberPassword } from './reset-password.ts';
import { deactivateMember } from './switch.ts';
import { memberById } from './store.ts';

type Person = Awaited<ReturnType<World['addMember']>>;
const key = () => randomUUID();
const PASSWORD = { password: 'a long enough one 7', confirmation: 'a long enough one 7' };

describe('a person in several workspaces', () => {
  let world: World;
  let home: WorkspaceId;
  let alpha: WorkspaceId;
  let beta: WorkspaceId;
  let gamma: WorkspaceId;
  let sue: Person;
  let ann: Person;
  let annInBeta: Person;
  let mia: Person;
  let miaInBeta: Person;
  let miaInGamma: Person;
  before(async () => {
    world = await createWorld({ policy: workspaces });
    home = world.workspaceId;
    await world.database.write((tx) =>
      run(tx, "UPDATE workspaces SET home = 1, name = 'Office' WHERE id = ?", [home]),
    );
    [alpha, beta, gamma] = [
      await world.addWorkspace('Alpha'),
      await world.addWorkspace('Beta'),
      await world.addWorkspace('Gamma'),
    ];
    sue = await world.addMember({ email: 'sue@o.test', name: 'Sue', roles: ['super-admin'] });
    ann = await world.addMember({ email: 'ann@o.test', name: 'Ann', roles: ['admin'], workspaceId: alpha });
    annInBeta = await world.addMember({
      email: 'ann@o.test',
      name: 'Ann',
      roles: ['people-manager'],
      workspaceId: beta,
    });
    await world.addMember({ email: 'ann@o.test', name: 'Ann', roles: ['viewer'], workspaceId: gamma });
    await world.addMember({ email: 'bea@o.test', name: 'Bea', roles: ['admin'], workspaceId: beta });
    mia = await world.addMember({ email: 'mia@o.test', name: 'Mia', roles: ['viewer'], workspaceId: alpha });
    miaInBeta = await world.addMember({
      email: 'mia@o.test',
      name: 'Mia',
      roles: ['editor', 'analyst'],
      workspaceId: beta,
    });
    miaInGamma = await world.addMember({
      email: 'mia@o.test',
      name: 'Mia',
      roles: ['admin'],
      workspaceId: gamma,
    });
  });
  after(() => world.close());
  const anns = (workspaceId = alpha) => world.asAccount(ann.accountId, workspaceId);
  const version = async (workspaceId: WorkspaceId, { id }: Person) =>
    (await memberById(world.database.read, workspaceId, id))!.version;

  it('W2 D17 SEC_E05 is seen with what they are elsewhere only where the viewer may see people too', async () => {
    const seen = async (workspaceId: WorkspaceId, by: Person, of: Person) =>
      (await memberPlaces(world.asAccount(by.accountId, workspaceId), { memberId: of.id })).places.map(
        (place) => [
          place.workspace.name,
          place.isHere,
          place.roles.filter(({ isHeld }) => isHeld).map(({ name }) => name),
        ],
      );
    assert.deepEqual(await seen(alpha, ann, mia), [
      ['Alpha', true, ['Viewer']],
      ['Beta', false, ['Editor', 'Analyst']],
    ]);
    assert.deepEqual(await seen(alpha, sue, mia), [
      ['Alpha', true, ['Viewer']],
      ['Beta', false, ['Editor', 'Analyst']],
      ['Gamma', false, ['Workspace admin']],
    ]);
    const text = JSON.stringify(await memberPlaces(anns(), { memberId: mia.id }));
    assert.ok(!text.includes('Gamma') && !text.includes(gamma) && !text.includes(miaInGamma.id));
  });

  it('shows nothing of a workspace that the viewer’s session does not open any more, and goes on here', async () => {
    const old = world.as(accountCaller(ann.accountId, world.clock.now - 1), alpha);
    const setValid = (at: number) =>
      world.database.write((tx) =>
        run(tx, 'UPDATE members SET valid_from = ? WHERE id = ?', [at, annInBeta.id]),
      );
    await setValid(world.clock.now);
    const { places } = await memberPlaces(old, { memberId: mia.id });
    assert.deepEqual(
      places.map(({ workspace }) => workspace.name),
      ['Alpha'],
    );
    const wish = {
      memberId: miaInBeta.id,
      version: 1,
      roles: ['viewer'],
      workspaceId: beta,
      idempotencyKey: key(),
    };
    await assert.rejects(changeMemberRole(old, wish), isRefusal('not_a_member'));
    await setValid(0);
  });

  it('SEC_E02 knows nobody by the id that they have in another workspace', async () => {
    await assert.rejects(memberPlaces(anns(), { memberId: miaInBeta.id }), isRefusal('member_not_found'));
    await assert.rejects(
      memberPlaces(world.asAccount(mia.accountId), { memberId: mia.id }),
      isRefusal('not_a_member'),
    );
    await assert.rejects(memberPlaces(anns(gamma), { memberId: miaInGamma.id }), isRefusal('not_granted'));
  });

  it('W33 W6 W34 changes what they are in another workspace by what the caller is there, at once', async () => {
    const changed = await changeMemberRole(anns(), {
      memberId: miaInBeta.id,
      version: 1,
      roles: ['viewer'],
      workspaceId: beta,
      idempotencyKey: key(),
    });
    assert.deepEqual(changed.roles, ['viewer']);
    assert.deepEqual((await memberById(world.database.read, alpha, mia.id))!.version, 1);
    const mias = world.asAccount(mia.accountId, beta);
    const may = async (capability: string) => (await checkAccess(mias, { who: 'me', capability })).allowed;
    assert.deepEqual([await may('content.view'), await may('content.write')], [true, false]);
    const trail = await all<{ workspace: string; actor: string }>(
      world.database.read,
      "SELECT workspace_id AS workspace, actor_id AS actor FROM audit WHERE action = 'member.change-role' ORDER BY seq DESC LIMIT 1",
    );
    assert.deepEqual({ ...trail[0] }, { workspace: beta, actor: annInBeta.id });
  });

  it('W60 SEC_E01 SEC_E03 is nobody’s to change where the caller has no right, whatever they have here', async () => {
    const change = (memberId: Person['id'], workspaceId: WorkspaceId, roles: string[]) =>
      changeMemberRole(anns(), { memberId, version: 1, roles, workspaceId, idempotencyKey: key() });
    await assert.rejects(change(miaInGamma.id, gamma, ['viewer']), isRefusal('not_granted'));
    await assert.rejects(change(mia.id, beta, ['viewer']), isRefusal('member_not_found'));
    await assert.rejects(change(mia.id, key() as WorkspaceId, ['viewer']), isRefusal('not_a_member'));
    await assert.rejects(change(sue.id, home, ['viewer']), isRefusal('not_a_member'));
    await assert.rejects(
      changeMemberRole(anns(), {
        memberId: miaInBeta.id,
        version: 2,
        roles: ['admin'],
        workspaceId: beta,
        idempotencyKey: key(),
      }),
      isRefusal('role_not_yours_to_give'),
    );
  });

  it('D27 W5 has several roles in a workspace, whose rights add up there and nowhere else', async () => {
    await changeMemberRole(anns(), {
      memberId: mia.id,
      version: 1,
      roles: ['editor', 'analyst'],
      idempotencyKey: key(),
    });
    const may = async (workspaceId: WorkspaceId, capability: string) =>
      (await checkAccess(world.asAccount(mia.accountId, workspaceId), { who: 'me', capability })).allowed;
    assert.deepEqual([await may(alpha, 'content.write'), await may(alpha, 'report.export')], [true, true]);
    assert.deepEqual([await may(beta, 'content.write'), await may(beta, 'report.export')], [false, false]);
  });

  it('SEC_E06 is counted, searched and paged in one workspace, also by a cursor of another', async () => {
    const page = async (workspaceId: WorkspaceId, after?: string) =>
      JSON.parse(
        (
          await readMembers(anns(workspaceId), {
            filter: { search: 'o.test' },
            sort: { by: 'name', direction: 'ascending' },
            limit: 1,
            ...(after !== undefined && { from: { after } }),
          })
        ).page,
      ) as { rows: { id: string; email: string }[]; total: { count: number }; next: string | null };
    const inBeta = await page(beta);
    assert.equal((await page(alpha)).total.count, 2);
    const ids = new Set(
      (
        await all<{ id: string }>(world.database.read, 'SELECT id FROM members WHERE workspace_id = ?', [
          alpha,
        ])
      ).map(({ id }) => id),
    );
    const crossed = await page(alpha, inBeta.next!);
    for (const { id } of crossed.rows) assert.ok(ids.has(id));
    assert.ok(!JSON.stringify(crossed).includes('bea@'));
  });

  it('SEC_E04 has an account that no administrator of one workspace resets, moves or signs out elsewhere', async () => {
    const mias = accountCaller(mia.accountId, world.clock.now);
    const reset = (by: Person) =>
      resetMemberPassword(world.asAccount(by.accountId, alpha), {
        memberId: mia.id,
        ...PASSWORD,
        idempotencyKey: key(),
      });
    const move = (by: Person) =>
      changeMemberEmail(world.asAccount(by.accountId, alpha), {
        memberId: mia.id,
        email: 'mia.moved@o.test',
        idempotencyKey: key(),
      });
    await assert.rejects(reset(ann), isRefusal('account_is_shared'));
    await assert.rejects(move(ann), isRefusal('account_is_shared'));
    world.clock.now += 1;
    await endMemberSessions(anns(), { memberId: mia.id, idempotencyKey: key() });
    await assert.rejects(myOwn(mias, alpha), isRefusal('not_signed_in'));
    await myOwn(mias, gamma);
    // Who is above all workspaces may.
    await reset(sue);
    async function myOwn(caller: typeof mias, workspaceId: WorkspaceId) {
      await checkAccess(world.as(caller, workspaceId), { who: 'me', capability: 'content.view' });
    }
  });

  it('SEC_E04 keeps what they have elsewhere when one workspace switches them off or removes them', async () => {
    await deactivateMember(anns(), {
      memberId: mia.id,
      version: await version(alpha, mia),
      idempotencyKey: key(),
    });
    await removeMember(anns(), {
      memberId: mia.id,
      version: await version(alpha, mia),
      idempotencyKey: key(),
    });
    assert.equal((await memberById(world.database.read, gamma, miaInGamma.id))!.status, 'active');
    assert.equal((await memberById(world.database.read, beta, miaInBeta.id))!.status, 'active');
  });
});

describe('the workspaces that somebody may enter', () => {
  let world: World;
  let branch: WorkspaceId;
  let sue: Person;
  let ann: Person;
  before(async () => {
    world = await createWorld({ policy: workspaces });
    await world.database.write((tx) =>
      run(tx, "UPDATE workspaces SET home = 1, name = 'Office' WHERE id = ?", [world.workspaceId]),
    );
    branch = await world.addWorkspace('branch north');
    for (const name of ['Branch South', 'Archive', 'Zoo']) await world.addWorkspace(name);
    sue = await world.addMember({ email: 'sue@o.test', roles: ['super-admin'] });
    ann = await world.addMember({ email: 'ann@o.test', roles: ['viewer', 'editor'] });
    await world.addMember({ email: 'ann@o.test', roles: ['admin'], workspaceId: branch });
  });
  after(() => world.close());
  const mine = (person: Person, query = {}) => myWorkspaces(world.asAccount(person.accountId), query);

  it('W11 are those where they are an active member, by name, with what they are there', async () => {
    const { rows, total } = await mine(ann);
    assert.deepEqual(
      rows.map(({ name, isHome, roles }) => [name, isHome, roles.map((role) => role.name)]),
      [
        ['branch north', false, ['Workspace admin']],
        ['Office', true, ['Editor', 'Viewer']],
      ],
    );
    assert.equal(total, 2);
  });

  it('W61 are all of them for a super administrator, page by page, found by a part of the name', async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof mine>> = await mine(sue, {
        limit: 2,
        ...(after !== null && { after }),
      });
      assert.equal(page.total, 5);
      names.push(...page.rows.map(({ name }) => name));
      after = page.next;
    } while (after !== null);
    assert.deepEqual(names, ['Archive', 'branch north', 'Branch South', 'Office', 'Zoo']);
    const found = await mine(sue, { search: 'BRANCH' });
    assert.deepEqual([found.total, found.rows.length], [2, 2]);
    assert.deepEqual((await mine(ann, { search: 'zoo' })).rows, []);
  });

  it('end with the membership, and with whatever a session opens', async () => {
    const scoped = world.as(accountCaller(ann.accountId, world.clock.now, { workspaceId: branch }));
    assert.deepEqual(
      (await myWorkspaces(scoped, {})).rows.map(({ id }) => id),
      [branch],
    );
    await world.database.write((tx) =>
      run(tx, "UPDATE members SET status = 'deactivated' WHERE account_id = ? AND workspace_id = ?", [
        ann.accountId,
        branch,
      ]),
    );
    assert.deepEqual(
      (await mine(ann)).rows.map(({ name }) => name),
      ['Office'],
    );
    await assert.rejects(myWorkspaces(world.as({ kind: 'anonymous' }), {}), isRefusal('not_signed_in'));
    await assert.rejects(myWorkspaces(world.asSystem(), {}), isRefusal('not_granted'));
  });

  it('SEC_D12 are, under a host’s token, those of its key where the host knows them by that id', async () => {
    const hostKey = key() as never;
    const nobody = world.as(subjectCaller(hostKey, 'ann', world.clock.now));
    assert.deepEqual((await myWorkspaces(nobody, {})).rows, []);
    await world.database.write(async (tx) => {
      await run(tx, "INSERT INTO host_keys (id, name, created_at) VALUES (?, 'Host', 0)", [hostKey]);
      await run(tx, 'UPDATE workspaces SET host_key_id = ? WHERE id = ?', [hostKey, world.workspaceId]);
      await run(
        tx,
        "INSERT INTO subjects (host_key_id, workspace_id, subject, member_id) SELECT ?, workspace_id, 'ann', id FROM members WHERE account_id = ? AND workspace_id = ?",
        [hostKey, ann.accountId, world.workspaceId],
      );
    });
    assert.deepEqual(
      (await myWorkspaces(nobody, {})).rows.map(({ name }) => name),
      ['Office'],
    );
  });
});

describe('where people belong to one workspace', () => {
  it('nothing is said of others', async () => {
    const world = await createWorld({ policy: tables });
    const other = await world.addWorkspace('Other');
    const owner = await world.addMember({ email: 'o@a.test', roles: ['owner'] });
    await world.addMember({ email: 'o@a.test', roles: ['owner'], workspaceId: other });
    const { places } = await memberPlaces(world.asAccount(owner.accountId), { memberId: owner.id });
    assert.equal(places.length, 1);
    await world.close();
  });
});
