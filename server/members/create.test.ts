// Making accounts at once, on a real database: what is made, who may, what is refused at which field, and whom it never touches.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { AccountId, MemberId, ResourceId } from '../../shared/ids.ts';
import type { AppError } from '../../shared/errors.ts';
import type { CreateMember } from '../../shared/contract/people.ts';
import { definePolicy } from '../../shared/policy/define.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { createInvitations } from '../invitations/create.ts';
import { checkAccess } from '../permissions/check.ts';
import { registerResources } from '../resources/register.ts';
import { signInWithPassword } from '../sign-in/password.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import { nextCall, visitor } from '../testing/visitors.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld } from '../testing/world.ts';
import { createMember } from './create.ts';

type Person = Partial<Omit<CreateMember, 'idempotencyKey'>>;

const PASSWORD = 'anvil7';
const STRICT = 'Anvil-7-rosette';

/** Whether an error is the refusal `code`, at the field. */
const isRefusalAt =
  (code: Parameters<typeof isRefusal>[0], field: string) =>
  (error: unknown): boolean => {
    isRefusal(code)(error);
    assert.equal(((error as AppError).details as { field: string }).field, field);
    return true;
  };

function wishOf(person: Person): CreateMember {
  return {
    email: 'new@p.test',
    roles: ['user'],
    mustChangePassword: true,
    isActive: true,
    ...person,
    idempotencyKey: randomUUID(),
  };
}

describeOnEachStore('making accounts in a product of packages', (makeWorld) => {
  let world: World;
  let admin: { id: MemberId; accountId: AccountId };
  before(async () => {
    world = await makeWorld({ policy: packages, hasMail: true });
    admin = await world.addMember({ email: 'admin@p.test', name: 'Admin', roles: ['admin'] });
  });
  after(() => world.close());

  let count = 0;
  const create = (person: Person = {}, by: UseCaseContext = world.asAccount(admin.accountId)) => {
    const password = person.password ?? PASSWORD;
    return createMember(by, {
      ...wishOf({
        email: `new${(count += 1)}@p.test`,
        name: 'Nora New',
        password,
        confirmation: password,
        ...person,
      }),
    });
  };
  const made = async (person: Person = {}) => {
    const result = await create(person);
    assert.equal(result.made, 'account');
    return (result as Extract<typeof result, { made: 'account' }>).member;
  };
  const accountOf = (id: MemberId) =>
    first<{ id: AccountId; mustChange: number; hash: string; verifiedAt: number | null }>(
      world.database.read,
      `SELECT a.id, a.must_change_password AS mustChange, a.password_hash AS hash, a.email_verified_at AS verifiedAt
       FROM accounts a JOIN members m ON m.account_id = a.id WHERE m.id = ?`,
      [id],
    );
  const enter = (login: string, password = PASSWORD) => {
    const ctx = visitor(world);
    return signInWithPassword(ctx, { login, password }).then((entered) => ({ ctx, entered }));
  };

  it('P1 P9 P10 P11 P12 P13 P41 makes account and membership with name, address, role and first password in one go', async () => {
    const email = 'Onboarded@p.test';
    const member = await made({ email, name: '  Olga   Onboarded ' });
    assert.deepEqual(
      { name: member.name, email: member.email, roles: member.roles, status: member.status },
      { name: 'Olga Onboarded', email, roles: ['user'], status: 'active' },
    );
    assert.deepEqual((await made({ roles: ['admin'] })).roles, ['admin']);
    const { entered, ctx } = await enter(email.toLowerCase());
    assert.equal(entered.mustChangePassword, true);
    const next = await nextCall(world, ctx);
    assert.equal(next.caller.kind === 'account' && next.caller.accountId, (await accountOf(member.id))!.id);
  });

  it('P37 SEC_L05 makes the first password one to change, unless that is switched off, and never keeps it readable', async () => {
    assert.equal((await accountOf((await made()).id))!.mustChange, 1);
    const kept = await made({ mustChangePassword: false, password: 'a quiet lantern' });
    assert.equal((await accountOf(kept.id))!.mustChange, 0);
    assert.equal((await enter(kept.email, 'a quiet lantern')).entered.mustChangePassword, false);
    assert.doesNotMatch(JSON.stringify(await world.dump()), /a quiet lantern|anvil7/);
  });

  it('P53 names every required field that is missing, and blank space is nothing', async () => {
    for (const [person, field] of [
      [{ name: undefined }, 'name'],
      [{ name: '  \u200b' }, 'name'],
      [{ email: ' ' }, 'email'],
    ] as const)
      await assert.rejects(create(person as Person), isRefusalAt('field_required', field));
    const { password: _password, confirmation: _confirmation, ...bare } = wishOf({ name: 'Nora' });
    await assert.rejects(
      createMember(world.asAccount(admin.accountId), bare),
      isRefusalAt('field_required', 'password'),
    );
    await assert.rejects(create({ roles: [] }), isRefusal('role_required'));
    await assert.rejects(create({ roles: ['admin', 'user'] }), isRefusal('one_role_only'));
    await assert.rejects(create({ roles: ['owner'] }), isRefusal('role_unknown'));
  });

  it('P12 P52 P24 refuses a password of five characters, two that differ, and one that everybody tries', async () => {
    await assert.rejects(create({ password: 'anvi7' }), isRefusalAt('password_too_weak', 'password'));
    await assert.rejects(
      create({ password: PASSWORD, confirmation: 'anvil8' }),
      isRefusalAt('password_mismatch', 'confirmation'),
    );
    await assert.rejects(create({ password: '123456' }), isRefusalAt('password_common', 'password'));
    await made({ password: 'kb7xQ!' });
  });

  it('P11 refuses what is no address, and a name with control characters', async () => {
    for (const email of ['nora', 'nora@', '@p.test', 'nora@p', 'a@b.test, c@d.test'])
      await assert.rejects(create({ email }), isRefusalAt('email_invalid', 'email'));
    await assert.rejects(create({ name: 'Nora\u202eNew' }), isRefusalAt('name_invalid', 'name'));
  });

  it('P51 refuses an address that is here already, in whatever case, active or not, and changes nothing of theirs', async () => {
    const there = await made({ email: 'there@p.test', password: 'first one' });
    const hash = (await accountOf(there.id))!.hash;
    await assert.rejects(
      create({ email: 'There@P.TEST', password: 'second one' }),
      isRefusalAt('email_taken', 'email'),
    );
    assert.equal((await accountOf(there.id))!.hash, hash);
    await world.addMember({ email: 'off@p.test', roles: ['user'], status: 'deactivated' });
    await assert.rejects(create({ email: 'off@p.test' }), isRefusal('email_taken'));
  });

  it('P2 P54 SEC_A01 is for admins alone: users, strangers, hosts and who has to choose a password are turned away', async () => {
    const user = await world.addMember({ email: 'user@p.test', roles: ['user'] });
    const off = await world.addMember({ email: 'off2@p.test', roles: ['admin'], status: 'deactivated' });
    const far = await world.addMember({
      email: 'far@q.test',
      roles: ['admin'],
      workspaceId: await world.addWorkspace(),
    });
    const before = (await world.dump())['accounts'];
    await assert.rejects(create({}, world.asAccount(user.accountId)), isRefusal('not_granted'));
    await assert.rejects(create({}, world.asAccount(off.accountId)), isRefusal('actor_deactivated'));
    await assert.rejects(create({}, world.asAccount(far.accountId)), isRefusal('not_a_member'));
    await assert.rejects(create({}, world.as({ kind: 'anonymous' })), isRefusal('not_signed_in'));
    const fresh = await accountOf((await made({ roles: ['admin'] })).id);
    await assert.rejects(create({}, world.asAccount(fresh!.id)), isRefusal('password_change_required'));
    assert.equal((await world.dump())['accounts']!.length, before!.length + 1);
  });

  it('SEC_D17 an admin is made by who proved it is them a short time ago', async () => {
    const now = world.clock.now;
    const stale = world.as(accountCaller(admin.accountId, now, { authenticatedAt: now - FRESH_FOR }));
    await assert.rejects(create({ roles: ['admin'] }, stale), isRefusal('fresh_sign_in_required'));
    assert.equal((await create({}, stale)).made, 'account');
  });

  it('P14 P15 grants packages with the account, all or nothing', async () => {
    const { resources } = await registerResources(world.asSystem(), {
      kind: 'package',
      resources: [
        { key: 'catalogue', name: 'Catalogue' },
        { key: 'prices', name: 'Prices' },
      ],
      idempotencyKey: randomUUID(),
    });
    const [catalogue] = resources.map(({ id }) => id);
    const member = await made({ resources: [{ kind: 'package', resourceIds: [catalogue!] }] });
    assert.equal(member.resources, 1);
    const may = (key: string) =>
      checkAccess(world.asSystem(), {
        who: { memberId: member.id },
        kind: 'package',
        resource: { key },
        action: 'use',
      }).then(({ allowed }) => allowed);
    assert.deepEqual([await may('catalogue'), await may('prices')], [true, false]);
    const before = (await world.dump())['accounts']!.length;
    const gone = randomUUID() as string as ResourceId;
    await assert.rejects(
      create({ resources: [{ kind: 'package', resourceIds: [catalogue!, gone] }] }),
      isRefusal('resource_not_found'),
    );
    assert.equal((await world.dump())['accounts']!.length, before);
  });

  it('SEC_E04 never touches an account from elsewhere: its person is invited, and nothing of it is told', async () => {
    const elsewhere = await world.addWorkspace('Elsewhere');
    const known = await world.addMember({
      email: 'known@q.test',
      name: 'Known Elsewhere',
      roles: ['user'],
      workspaceId: elsewhere,
    });
    const before = (await world.dump())['accounts'];
    const result = await create({ email: 'Known@q.test', name: 'Typed Here' });
    assert.ok(result.made === 'invitation');
    assert.equal(result.invitation.outcome, 'invited');
    assert.doesNotMatch(JSON.stringify(result), /Known Elsewhere|Elsewhere/);
    assert.deepEqual((await world.dump())['accounts'], before);
    const token = result.invitation.link!.slice(result.invitation.link!.lastIndexOf('/') + 1);
    const joined = await acceptInvitation(world.asAccount(known.accountId), { token });
    assert.equal(joined.accountId, known.accountId);
    await assert.rejects(create({ email: 'known@q.test' }), isRefusal('email_taken'));
  });

  it('SEC_X10 the same wish makes one account, and a retry is answered as the first time', async () => {
    const wish = wishOf({ email: 'twice@p.test', name: 'Twice', password: PASSWORD, confirmation: PASSWORD });
    const by = world.asAccount(admin.accountId);
    const first = await createMember(by, wish);
    assert.deepEqual(await createMember(by, wish), first);
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, () => create({ email: 'raced@p.test' })),
    );
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  it('SEC_L01 leaves a trail that says who, what and from where, and tells the person by mail without the password', async () => {
    const member = await made({ name: 'Told' });
    const entry = await first<{ after: string; personal: string; actor: string }>(
      world.database.read,
      `SELECT a.after, p.data AS personal, a.actor_id AS actor FROM audit a JOIN audit_personal p ON p.seq = a.seq WHERE a.action = 'member.create' AND a.target_id = ?`,
      [member.id],
    );
    assert.equal(entry!.actor, admin.id);
    assert.deepEqual(JSON.parse(entry!.after), { roles: ['user'], status: 'active' });
    const { actor: _actor, ...personal } = JSON.parse(entry!.personal) as Record<string, string>;
    assert.equal(personal['email'], member.email);
    assert.equal((await verifyAudit(world.database.read)).isWhole, true);
    const [mail] = await all<{ kind: string; data: string }>(
      world.database.read,
      'SELECT kind, data FROM outbox WHERE account_id = ?',
      [(await accountOf(member.id))!.id],
    );
    assert.equal(mail!.kind, 'account-made');
    assert.deepEqual(JSON.parse(mail!.data), {
      language: 'en',
      workspaceId: world.workspaceId,
      password: 'yes',
    });
  });

  it('field_unknown is said of what the policy does not ask for', async () => {
    for (const [person, field] of [
      [{ username: 'nora' }, 'username'],
      [{ department: 'Sales' }, 'department'],
      [{ isActive: false }, 'active'],
    ] as const)
      await assert.rejects(create(person), isRefusalAt('field_unknown', field));
  });
});

describe('making accounts in a directory', () => {
  let world: World;
  let boss: { id: MemberId; accountId: AccountId };
  before(async () => {
    world = await createWorld({ policy: directory });
    boss = await world.addMember({ email: 'boss@d.test', roles: ['administrator'] });
  });
  after(() => world.close());

  let count = 0;
  const create = (person: Person = {}, by = world.asAccount(boss.accountId)) => {
    count += 1;
    const password = person.password ?? STRICT;
    return createMember(
      by,
      wishOf({
        email: `d${count}@d.test`,
        username: `user.${count}`,
        roles: ['employee'],
        password,
        confirmation: password,
        ...person,
      }),
    );
  };
  const made = async (person: Person = {}) => {
    const result = await create(person);
    assert.ok(result.made === 'account');
    return result.member;
  };
  const enter = (login: string) => signInWithPassword(visitor(world), { login, password: STRICT });

  it('D1 D5 D8 D14 D15 D22 D23 D24 D27 makes a login with username, names, department and several roles, and signs in by either', async () => {
    const member = await made({
      email: 'ana@d.test',
      username: 'Ana.K',
      firstName: 'Ana',
      lastName: 'Kowalczyk',
      department: 'Finance',
      roles: ['approver', 'analyst'],
    });
    assert.deepEqual([member.name, member.username], ['Ana Kowalczyk', 'Ana.K']);
    assert.deepEqual(member.roles.toSorted(), ['analyst', 'approver']);
    await enter('ana.k');
    await enter('ana@d.test');
    const bare = await made();
    assert.equal(bare.name, '');
  });

  it('D12 D27 takes at least one role, and only roles that exist', async () => {
    await assert.rejects(create({ roles: [] }), isRefusal('role_required'));
    await assert.rejects(create({ roles: ['employee', 'wizard'] }), isRefusal('role_unknown'));
  });

  it('D22 SEC_C18 wants a username that nobody has, and counts who tries names', async () => {
    await made({ username: 'Taken' });
    await assert.rejects(create({ username: 'taken' }), isRefusalAt('username_taken', 'username'));
    for (const username of ['ab', '1abc', 'a@b.test', 'a b c', 'аbc'])
      await assert.rejects(create({ username }), isRefusalAt('username_invalid', 'username'));
    await assert.rejects(create({ username: '' }), isRefusalAt('field_required', 'username'));
    for (let tries = 1; tries < 30; tries += 1)
      await assert.rejects(create({ username: 'TAKEN' }), isRefusal('username_taken'));
    await assert.rejects(create({ username: 'taken' }), isRefusal('rate_limited'));
    await assert.rejects(create(), isRefusal('rate_limited'));
    world.clock.now += 60 * 60_000;
    await made();
  });

  it('D26 is active unless said otherwise, and whoever is made inactive cannot sign in', async () => {
    assert.equal((await made()).status, 'active');
    const off = await made({ isActive: false });
    assert.equal(off.status, 'deactivated');
    await assert.rejects(enter(off.email), isRefusal('sign_in_failed'));
  });

  it('D34 takes passwords by its own rule alone', async () => {
    for (const password of [
      'Anvil-7',
      'anvil-7-rosette',
      'ANVIL-7-ROSETTE',
      'Anvil-rosette',
      'Anvil7rosette',
    ])
      await assert.rejects(create({ password }), isRefusal('password_too_weak'));
  });

  it('D11 SEC_A02 is for who has write access to Users, within the roles they may give', async () => {
    const by = async (role: string) =>
      world.asAccount((await world.addMember({ email: `${role}@d.test`, roles: [role] })).accountId);
    const writer = await by('user-administrator');
    assert.equal((await create({}, writer)).made, 'account');
    await assert.rejects(create({ roles: ['administrator'] }, writer), isRefusal('role_not_yours_to_give'));
    for (const role of ['auditor', 'employee'])
      await assert.rejects(create({}, await by(role)), isRefusal('not_granted'));
  });

  it('D4 D10 D21 makes nobody where people come from an identity provider', async () => {
    const external = await world.addWorkspace('External');
    const head = await world.addMember({
      email: 'head@d.test',
      roles: ['administrator'],
      workspaceId: external,
    });
    await world.database.write((tx) =>
      run(tx, 'UPDATE workspaces SET external_authentication = 1 WHERE id = ?', [external]),
    );
    await assert.rejects(
      create({}, world.asAccount(head.accountId, external)),
      isRefusal('people_from_provider'),
    );
  });

  it('somebody who is to be off from the start and has an account elsewhere is not let in by an invitation', async () => {
    const far = await world.addWorkspace('Far');
    await world.addMember({ email: 'far@d.test', roles: ['employee'], workspaceId: far });
    await assert.rejects(
      create({ email: 'far@d.test', isActive: false }),
      isRefusalAt('account_is_shared', 'email'),
    );
  });
});

describe('making accounts where people are invited too', () => {
  it('C45 takes the invitation of the address back, where that is the maker’s to do', async () => {
    const policy = definePolicy({
      ...collaborators,
      key: 'both',
      creation: { label: 'Add person', fields: ['name'], required: [] },
    });
    const world = await createWorld({ policy });
    const owner = await world.addMember({ email: 'owner@c.test', roles: ['owner'] });
    const creator = await world.addMember({ email: 'creator@c.test', roles: ['creator'] });
    const asOwner = world.asAccount(owner.accountId);
    const invite = (email: string, role: string) =>
      createInvitations(asOwner, { addresses: email, roles: [role], idempotencyKey: randomUUID() });
    await invite('soon@c.test', 'editor');
    await invite('high@c.test', 'creator');
    const by = world.asAccount(creator.accountId);
    const made = await createMember(by, wishOf({ email: 'soon@c.test', roles: ['viewer'] }));
    assert.equal(made.made, 'account');
    await assert.rejects(
      createMember(by, wishOf({ email: 'high@c.test', roles: ['viewer'] })),
      isRefusal('outranked'),
    );
    const states = await all<{ email: string; state: string }>(
      world.database.read,
      'SELECT email, state FROM invitations ORDER BY email',
    );
    assert.deepEqual(
      states.map(({ email, state }) => [email, state]),
      [
        ['high@c.test', 'pending'],
        ['soon@c.test', 'revoked'],
      ],
    );
    await world.close();
  });

  it('is not part of a policy that makes nobody at once', async () => {
    const world = await createWorld();
    const owner = await world.addMember({ email: 'owner@t.test', roles: ['owner'] });
    await assert.rejects(
      createMember(world.asAccount(owner.accountId), wishOf({ roles: ['staff'] })),
      isRefusal('not_in_policy'),
    );
    await world.close();
  });
});
