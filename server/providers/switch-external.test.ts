// The two switches of single sign-on: what each locks, for whom, and that those in charge always come in.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { AccountId, MemberId } from '../../shared/ids.ts';
import { definePolicy } from '../../shared/policy/define.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { all, first, run } from '../db/database.ts';
import { deactivateMember } from '../members/switch.ts';
import { appRouter } from '../trpc/router.ts';
import { createCallerFactory } from '../trpc/init.ts';
import { candidateByLogin } from '../sign-in/store.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld } from '../testing/world.ts';
import { createProvider } from './set-up.ts';
import { switchExternal } from './switch-external.ts';
import { switchesOf } from './switch-store.ts';

const policy = definePolicy({
  ...collaborators,
  members: { ...collaborators.members, deactivation: 'confirm' },
});
const callerOf = createCallerFactory(appRouter);

interface Person {
  readonly id: MemberId;
  readonly accountId: AccountId;
}

describe('the two switches of single sign-on', () => {
  let world: World;
  let owner: Person;
  let local: Person;
  let external: Person;
  before(async () => {
    world = await createWorld({ policy, hasMail: true });
    owner = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    local = await world.addMember({ email: 'lea@acme.test', name: 'Lea', roles: ['viewer'] });
    external = await world.addMember({ email: 'eda@acme.test', name: 'Eda', roles: ['viewer'] });
    await world.database.write((tx) =>
      run(tx, "UPDATE members SET source = 'provider' WHERE id = ?", [external.id]),
    );
    await createProvider(world.asAccount(owner.accountId), {
      name: 'Acme sign-in',
      config: {
        kind: 'oidc',
        issuer: 'https://idp.example',
        clientId: 'x',
        scopes: ['openid'],
        groupsClaim: '',
      },
      admission: { isJustInTime: true, roles: ['viewer'], highestRole: 'editor', most: null, groups: {} },
      isEnabled: true,
      idempotencyKey: randomUUID(),
    });
  });
  after(() => world.close());
  beforeEach(async () => {
    await world.database.write((tx) => run(tx, 'UPDATE accounts SET must_change_password = 0'));
    await set(false, false);
  });

  async function set(externalAuthentication: boolean, externalAuthorization: boolean): Promise<void> {
    const { version } = await switchesOf(world.database.read, world.workspaceId);
    await switchExternal(world.asAccount(owner.accountId), {
      externalAuthentication,
      externalAuthorization,
      version,
      idempotencyKey: randomUUID(),
    });
  }
  const as = (person: Person) => callerOf(world.asAccount(person.accountId));
  const versionOf = async ({ id }: Person): Promise<number> =>
    (await first<{ version: number }>(world.database.read, 'SELECT version FROM members WHERE id = ?', [id]))!
      .version;
  const key = () => ({ idempotencyKey: randomUUID() });
  /** The code of the refusal behind an error of the transport; null where it was done. */
  async function reasonOf(call: Promise<unknown>): Promise<string | null> {
    try {
      await call;
      return null;
    } catch (error) {
      return ((error as { cause?: { code?: string } }).cause?.code ?? String(error)) as string;
    }
  }

  /** What an owner does to people, and a person to themselves: what each answers in each combination of the switches. */
  const acts: Readonly<Record<string, () => Promise<string | null>>> = {
    invite: () =>
      reasonOf(
        as(owner).invitations.create({ addresses: `${randomUUID()}@acme.test`, roles: ['viewer'], ...key() }),
      ),
    'reset the password of somebody who is managed here': () =>
      reasonOf(
        as(owner).members.resetPassword({
          memberId: local.id,
          password: 'correct horse battery',
          confirmation: 'correct horse battery',
          ...key(),
        }),
      ),
    'reset the password of somebody who comes through a provider': () =>
      reasonOf(
        as(owner).members.resetPassword({
          memberId: external.id,
          password: 'correct horse battery',
          confirmation: 'correct horse battery',
          ...key(),
        }),
      ),
    'change the address of somebody': () =>
      reasonOf(
        as(owner).members.changeEmail({ memberId: local.id, email: `${randomUUID()}@acme.test`, ...key() }),
      ),
    'change the role of somebody who is managed here': async () => reasonOf(changeRole(local)),
    'change the role of somebody who comes through a provider': async () => reasonOf(changeRole(external)),
    'change the own name, managed here': () => reasonOf(rename(local)),
    'change the own name, through a provider': () => reasonOf(rename(external)),
  };
  async function changeRole(person: Person): Promise<unknown> {
    const row = await first<{ role: string }>(
      world.database.read,
      'SELECT role FROM member_roles r JOIN members m ON m.seq = r.member_seq WHERE m.id = ?',
      [person.id],
    );
    const roles = [row!.role === 'viewer' ? 'editor' : 'viewer'];
    return as(owner).members.changeRole({
      memberId: person.id,
      roles,
      version: await versionOf(person),
      ...key(),
    });
  }
  async function rename(person: Person): Promise<unknown> {
    const { version } = await as(person).account.get();
    return as(person).account.changeProfile({ name: `Name ${randomUUID().slice(0, 8)}`, version, ...key() });
  }

  const P = 'people_from_provider';
  const R = 'roles_from_provider';
  const expected: readonly (readonly [
    act: string,
    neither: string | null,
    authentication: string | null,
    authorization: string | null,
    both: string | null,
  ])[] = [
    ['invite', null, P, null, P],
    ['reset the password of somebody who is managed here', null, P, null, P],
    ['reset the password of somebody who comes through a provider', null, P, null, P],
    ['change the address of somebody', null, P, null, P],
    ['change the role of somebody who is managed here', null, null, null, null],
    ['change the role of somebody who comes through a provider', null, null, R, R],
    ['change the own name, managed here', null, null, null, null],
    ['change the own name, through a provider', null, P, null, P],
  ];
  const combinations = [
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ] as const;
  for (const [act, ...reasons] of expected)
    combinations.forEach(([authentication, authorization], index) => {
      const ids = act.includes('role')
        ? 'D28 D31'
        : act === 'invite'
          ? 'D21 D31'
          : act.includes('password')
            ? 'D10 D31 SEC_C16'
            : 'D30 D31';
      const on =
        [authentication ? 'authentication' : '', authorization ? 'authorization' : '']
          .filter(Boolean)
          .join(' and ') || 'nothing';
      it(`${ids} SEC_S13 with ${on} external, to ${act} is ${reasons[index] === null ? 'possible' : 'refused'}`, async () => {
        await set(authentication, authorization);
        assert.equal(await acts[act]!(), reasons[index]);
      });
    });

  it('D30 switching somebody off stays possible whatever is external', async () => {
    await set(true, true);
    const person = await world.addMember({ email: 'off@acme.test', roles: ['viewer'] });
    await world.database.write((tx) =>
      run(tx, "UPDATE members SET source = 'provider' WHERE id = ?", [person.id]),
    );
    const off = await deactivateMember(world.asAccount(owner.accountId), {
      memberId: person.id,
      version: 1,
      ...key(),
    });
    assert.equal(off.status, 'deactivated');
  });

  it('SEC_S14 those in charge come in without the provider, and those who came through it do not', async () => {
    const mayEnter = async (address: string) =>
      (await candidateByLogin(world.database.read, { column: 'email_key', key: address }))!.mayEnter;
    await set(true, true);
    assert.deepEqual([await mayEnter('olga@acme.test'), await mayEnter('eda@acme.test')], [true, false]);
    await set(false, true);
    assert.deepEqual([await mayEnter('olga@acme.test'), await mayEnter('eda@acme.test')], [true, true]);
  });

  it('SEC_D17 SEC_G15 they are switched by who may, freshly signed in, from the state that was seen', async () => {
    const { version } = await switchesOf(world.database.read, world.workspaceId);
    const input = { externalAuthentication: true, externalAuthorization: true, version };
    const stale = accountCaller(owner.accountId, world.clock.now, { authenticatedAt: 0 });
    await assert.rejects(
      switchExternal(world.as(stale), { ...input, ...key() }),
      isRefusal('fresh_sign_in_required'),
    );
    await assert.rejects(
      switchExternal(world.asAccount(local.accountId), { ...input, ...key() }),
      isRefusal('not_granted'),
    );
    await assert.rejects(
      switchExternal(world.asAccount(owner.accountId), { ...input, version: version - 1, ...key() }),
      isRefusal('changed_meanwhile'),
    );
    const trail = await all(world.database.read, "SELECT 1 FROM audit WHERE action = 'settings.change'");
    assert.ok(trail.length > 0);
  });

  it('SEC_S14 nobody can be left to a provider that is not there', async () => {
    const alone = await world.addWorkspace();
    const boss = await world.addMember({ email: 'boss@acme.test', roles: ['owner'], workspaceId: alone });
    await assert.rejects(
      switchExternal(world.asAccount(boss.accountId, alone), {
        externalAuthentication: true,
        externalAuthorization: false,
        version: 1,
        ...key(),
      }),
      isRefusal('provider_not_found'),
    );
  });
});
