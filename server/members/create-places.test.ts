// Making somebody in several workspaces at once: who may, what comes about in each, and that one refusal leaves everything as it was.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { CreateMember } from '../../shared/contract/people.ts';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { MemberMade } from '../../shared/members/profile.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import { all, first, run } from '../db/database.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { createInvitations } from '../invitations/create.ts';
import { createRole } from '../roles/create.ts';
import { signInWithPassword } from '../sign-in/password.ts';
import { isRefusal } from '../testing/refusal.ts';
import { visitor } from '../testing/visitors.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld } from '../testing/world.ts';
import { offeredPlaces } from '../workspaces/offered-places.ts';
import { createMember } from './create.ts';
import { memberById } from './store.ts';

type Person = Awaited<ReturnType<World['addMember']>>;
type Places = NonNullable<CreateMember['places']>;

const PASSWORD = 'Anvil-7-rosette';
const key = () => randomUUID();

describe('making somebody in several workspaces', () => {
  let world: World;
  let alpha: WorkspaceId;
  let beta: WorkspaceId;
  let gamma: WorkspaceId;
  let ann: Person;
  let bob: Person;
  let number = 0;
  let email: string;
  /** A role that Beta made for itself. */
  let custom: string;
  before(async () => {
    world = await createWorld({ policy: directory, hasMail: true });
    alpha = world.workspaceId;
    beta = await world.addWorkspace('Beta');
    gamma = await world.addWorkspace('Gamma');
    const anns = { email: 'ann@d.test', name: 'Ann' };
    ann = await world.addMember({ ...anns, roles: ['administrator'] });
    await world.addMember({ ...anns, roles: ['user-administrator'], workspaceId: beta });
    await world.addMember({ ...anns, roles: ['employee'], workspaceId: gamma });
    bob = await world.addMember({ email: 'bob@d.test', roles: ['administrator'], workspaceId: beta });
    await createRole(world.asAccount(bob.accountId, beta), {
      name: 'Beta only',
      description: '',
      capabilities: [],
      idempotencyKey: key(),
    });
    custom = (await first<{ key: string }>(
      world.database.read,
      'SELECT key FROM roles WHERE workspace_id = ?',
      [beta],
    ))!.key;
  });
  after(() => world.close());
  beforeEach(() => {
    number += 1;
    email = `new${number}@d.test`;
    // Every test begins a day later, so that no limit of another counts.
    world.clock.now += 24 * 60 * 60 * 1000;
  });
  const anns = () => world.asAccount(ann.accountId);
  const wishOf = (places: Places, more: Partial<CreateMember> = {}): CreateMember => ({
    email,
    username: `new.${number}`,
    firstName: 'Nora',
    lastName: 'New',
    department: 'Legal',
    roles: ['approver'],
    places,
    password: PASSWORD,
    confirmation: PASSWORD,
    mustChangePassword: false,
    isActive: true,
    idempotencyKey: key(),
    ...more,
  });
  const create = (places: Places, more: Partial<CreateMember> = {}, ctx = anns()) =>
    createMember(ctx, wishOf(places, more));
  const inBeta = (...roles: string[]): Places => [{ workspaceId: beta, roles }];
  const memberIn = async (workspaceId: WorkspaceId, address = email) => {
    const row = await first<{ id: MemberId }>(
      world.database.read,
      'SELECT id FROM members WHERE workspace_id = ? AND email = ?',
      [workspaceId, address],
    );
    return row && (await memberById(world.database.read, workspaceId, row.id));
  };
  const outcomes = (made: MemberMade) => {
    assert.ok(made.made === 'invitation');
    return made.invitation.places!.map(({ workspaceId, outcome }) => [workspaceId, outcome]);
  };

  it('D27 W6 makes one account and a membership in each, with the roles of each and the same description', async () => {
    const { mail } = world;
    const woken = mail.woken;
    const made = await create(inBeta('analyst', 'employee'));
    assert.ok(made.made === 'account');
    const [here, there] = [(await memberIn(alpha))!, (await memberIn(beta))!];
    assert.equal(made.member.id, here.id);
    assert.equal(here.accountId, there.accountId);
    assert.deepEqual(here.roles, ['approver']);
    assert.deepEqual(there.roles.toSorted(), ['analyst', 'employee']);
    assert.deepEqual([there.name, there.username, there.status], ['Nora New', `new.${number}`, 'active']);
    const described = await all<{ department: string }>(
      world.database.read,
      'SELECT department FROM members WHERE account_id = ?',
      [here.accountId],
    );
    assert.deepEqual(
      described.map(({ department }) => department),
      ['Legal', 'Legal'],
    );
    await signInWithPassword(visitor(world), { login: `new.${number}`, password: PASSWORD });
    const letters = await all(
      world.database.read,
      "SELECT 1 FROM outbox WHERE kind = 'account-made' AND account_id = ?",
      [here.accountId],
    );
    assert.equal(letters.length, 1);
    assert.ok(mail.woken > woken);
    const letter = await first<{ data: string }>(
      world.database.read,
      "SELECT data FROM outbox WHERE kind = 'account-made' AND account_id = ?",
      [here.accountId],
    );
    assert.deepEqual(
      [JSON.parse(letter!.data).workspaceId, JSON.parse(letter!.data).alsoIn],
      [alpha, beta],
      'the letter is about both',
    );
  });

  it('D27 SEC_L01 says in the trail of each workspace who made whom there, and nothing of the others', async () => {
    await create(inBeta('analyst'));
    for (const [workspaceId, roles] of [
      [alpha, ['approver']],
      [beta, ['analyst']],
    ] as const) {
      const entry = await first<{ body: string }>(
        world.database.read,
        "SELECT json_object('action', action, 'after', json(after), 'workspace', workspace_id) AS body FROM audit WHERE workspace_id = ? ORDER BY seq DESC LIMIT 1",
        [workspaceId],
      );
      assert.deepEqual(JSON.parse(entry!.body), {
        action: 'member.create',
        after: { roles, status: 'active' },
        workspace: workspaceId,
      });
    }
  });

  it('D26 D27 whoever is to be off is off in every place', async () => {
    await create(inBeta('analyst'), { isActive: false });
    assert.deepEqual(
      [(await memberIn(alpha))!.status, (await memberIn(beta))!.status],
      ['deactivated', 'deactivated'],
    );
  });

  it('SEC_E01 SEC_E02 D27 judges every place by what the caller is there, and makes nobody where one is refused', async () => {
    const strange = await world.addWorkspace('Strange');
    const external = await world.addWorkspace('External');
    await world.addMember({ email: 'ann@d.test', roles: ['administrator'], workspaceId: external });
    await world.database.write((tx) =>
      run(tx, 'UPDATE workspaces SET external_authentication = 1 WHERE id = ?', [external]),
    );
    const before = await world.dump();
    const into = (workspaceId: WorkspaceId, ...roles: string[]) => create([{ workspaceId, roles }]);
    await assert.rejects(into(strange, 'employee'), isRefusal('not_a_member'));
    await assert.rejects(into(key() as WorkspaceId, 'employee'), isRefusal('not_a_member'));
    await assert.rejects(into(gamma, 'employee'), isRefusal('not_granted'));
    await assert.rejects(into(beta, 'administrator'), isRefusal('role_not_yours_to_give'));
    await assert.rejects(into(beta, 'employee', 'wizard'), isRefusal('role_unknown'));
    await assert.rejects(into(beta), isRefusal('role_required'));
    await assert.rejects(into(external, 'employee'), isRefusal('people_from_provider'));
    await assert.rejects(into(alpha, 'employee'), isRefusal('input_invalid'));
    await assert.rejects(create([...inBeta('employee'), ...inBeta('analyst')]), isRefusal('input_invalid'));
    // A role of one workspace is none of another.
    await assert.rejects(create(inBeta('employee'), { roles: [custom] }), isRefusal('role_unknown'));
    assert.deepEqual(await world.dump(), before);
    await create(inBeta(custom));
    assert.deepEqual((await memberIn(beta))!.roles, [custom]);
  });

  it('SEC_D17 wants who puts somebody in charge anywhere to have proved who they are a short time ago', async () => {
    const stale = world.as(accountCaller(ann.accountId, world.clock.now - FRESH_FOR - 1), alpha);
    await create(inBeta('employee'), {}, stale);
    await assert.rejects(
      create(inBeta('user-administrator'), { email: `x${email}`, username: 'charge1' }, stale),
      isRefusal('fresh_sign_in_required'),
    );
    await create(inBeta('user-administrator'), { email: `x${email}`, username: 'charge1' });
  });

  it('SEC_E04 invites whoever has an account elsewhere into all of them by one letter, and changes nothing of theirs', async () => {
    const far = await world.addWorkspace('Far');
    const known = await world.addMember({ email, name: 'Known', roles: ['employee'], workspaceId: far });
    const before = (await world.dump())['accounts'];
    const made = await create(inBeta('analyst'));
    assert.deepEqual(outcomes(made), [
      [alpha, 'invited'],
      [beta, 'invited'],
    ]);
    assert.deepEqual((await world.dump())['accounts'], before);
    const letters = await all(
      world.database.read,
      'SELECT 1 FROM invitations i JOIN outbox o ON o.invitation_id = i.id WHERE i.email = ?',
      [email],
    );
    assert.equal(letters.length, 1);
    assert.ok(made.made === 'invitation');
    const token = made.invitation.link!.split('/').at(-1)!;
    await acceptInvitation(world.asAccount(known.accountId), { token, idempotencyKey: key() });
    assert.deepEqual((await memberIn(alpha))!.roles, ['approver']);
    assert.deepEqual((await memberIn(beta))!.roles, ['analyst']);
    await assert.rejects(create(inBeta('analyst')), isRefusal('email_taken'));
  });

  it('D27 says of whoever is in one of the places already that they are, and invites them into the others', async () => {
    await world.addMember({ email, name: 'Known', roles: ['employee'], workspaceId: beta });
    const made = await create(inBeta('analyst'));
    assert.deepEqual(outcomes(made), [
      [alpha, 'invited'],
      [beta, 'already_member'],
    ]);
    assert.deepEqual((await memberIn(beta))!.roles, ['employee']);
  });

  it('P51 D27 refuses an address that a provider said of somebody in one of the places', async () => {
    await world.addMember({ email: `own-${email}`, roles: ['employee'], workspaceId: beta });
    await world.database.write((tx) =>
      run(tx, 'UPDATE members SET email = ?1, email_key = ?1 WHERE email = ?2', [email, `own-${email}`]),
    );
    const before = await world.dump();
    await assert.rejects(create(inBeta('analyst')), isRefusal('email_taken'));
    assert.deepEqual(await world.dump(), before);
  });

  it('takes back what invites the address in each of the places', async () => {
    for (const ctx of [anns(), world.asAccount(bob.accountId, beta)])
      await createInvitations(ctx, { addresses: email, roles: ['employee'], idempotencyKey: key() });
    assert.equal((await create(inBeta('analyst'))).made, 'account');
    const states = await all<{ state: string }>(
      world.database.read,
      'SELECT state FROM invitations WHERE email = ?',
      [email],
    );
    assert.deepEqual(
      states.map(({ state }) => state),
      ['revoked', 'revoked'],
    );
  });

  it('SEC_X10 makes one person of the same wish, and of two at the same time from both sides', async () => {
    const wish = wishOf(inBeta('analyst'));
    const made = await createMember(anns(), wish);
    assert.deepEqual(await createMember(anns(), wish), made);
    email = `raced-${email}`;
    const results = await Promise.allSettled([
      create(inBeta('employee'), { username: 'raced1' }),
      create(
        [{ workspaceId: alpha, roles: ['employee'] }],
        { username: 'raced2', roles: ['employee'] },
        world.asAccount(ann.accountId, beta),
      ),
    ]);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal((await memberIn(alpha))!.accountId, (await memberIn(beta))!.accountId);
  });

  it('D27 W7 offers the places where the caller may make people, each with the roles that are theirs to give there', async () => {
    const offered = async (ctx = anns(), search?: string) =>
      (
        await offeredPlaces(ctx, 'member.create', { ...(search !== undefined && { search }), limit: 50 })
      ).rows.map(({ name, roles }) => [name, roles.map((role) => role.key)]);
    const jobs = ['designer', 'approver', 'analyst', 'employee'];
    const everything = ['administrator', 'user-administrator', 'auditor', ...jobs];
    const inBetaToo = ['user-administrator', 'auditor', ...jobs, custom];
    assert.deepEqual(await offered(), [
      ['Acme', everything],
      ['Beta', inBetaToo],
    ]);
    assert.deepEqual(await offered(anns(), 'bet'), [['Beta', inBetaToo]]);
    await assert.rejects(
      offered(world.asAccount((await world.addMember({ email, roles: ['employee'] })).accountId)),
      isRefusal('not_granted'),
    );
  });

  it('SEC_E02 the wire refuses more places than there may be, and keys that it does not know', () => {
    const wire = (places: unknown) => CreateMember.safeParse({ ...wishOf([]), places }).success;
    assert.equal(wire(inBeta('employee')), true);
    assert.equal(wire([{ workspaceId: beta, roles: ['employee'], memberId: key() }]), false);
    assert.equal(wire([{ workspaceId: 'beta', roles: ['employee'] }]), false);
    assert.equal(
      wire(Array.from({ length: 21 }, () => ({ workspaceId: key(), roles: ['employee'] }))),
      false,
    );
  });
});

describe('making somebody where people belong to one workspace', () => {
  it('refuses every other place', async () => {
    const world = await createWorld({ policy: packages });
    const admin = await world.addMember({ email: 'admin@p.test', roles: ['admin'] });
    const other = await world.addWorkspace('Other');
    const wish = {
      email: 'new@p.test',
      name: 'Nora',
      roles: ['user'],
      places: [{ workspaceId: other, roles: ['user'] }],
      password: PASSWORD,
      confirmation: PASSWORD,
      mustChangePassword: true,
      isActive: true,
      idempotencyKey: key(),
    };
    await assert.rejects(createMember(world.asAccount(admin.accountId), wish), isRefusal('not_in_policy'));
    await world.close();
  });
});
