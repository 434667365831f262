// Whoever asks for hundreds of hashes at once, on a real database: they alone wait, and others go on signing in.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, it } from 'node:test';
import type { AccountId, MemberId } from '../../shared/ids.ts';
import { definePolicy } from '../../shared/policy/define.ts';
import { changePassword } from '../accounts/change-password.ts';
import { choosePassword } from '../accounts/choose-password.ts';
import { createMember } from '../members/create.ts';
import { resetMemberPassword } from '../members/reset-password.ts';
import { signInWithPassword } from '../sign-in/password.ts';
import { resetPassword } from '../sign-in/reset.ts';
import { tokenFor } from '../testing/link-askers.ts';
import { givePassword } from '../testing/people.ts';
import { withPasswords } from '../testing/policies.ts';
import { codeOf } from '../testing/refusal.ts';
import { visitor } from '../testing/visitors.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';

const OLD = 'Anvil-7-rosette';
const NEW = 'Quiver_8_hamlet';

/** Where accounts are made at once, too. */
const policy = definePolicy({
  ...withPasswords,
  key: 'made-at-once',
  creation: { label: 'Add', fields: ['password'], required: ['password'] },
});

describe('hashes that one person asks for', () => {
  let world: World;
  let boss: { id: MemberId; accountId: AccountId };
  let ana: { id: MemberId; accountId: AccountId };
  const worlds: World[] = [];
  beforeEach(async () => {
    world = await createWorld({ policy, hasMail: true });
    worlds.push(world);
    boss = await world.addMember({ email: 'boss@acme.test', roles: ['owner'] });
    ana = await world.addMember({ email: 'ana@acme.test', roles: ['staff'] });
    const ben = await world.addMember({ email: 'ben@acme.test', roles: ['staff'] });
    await givePassword(world, ben.accountId, OLD);
  });
  after(() => Promise.all(worlds.map((each) => each.close())));

  /** Calls 250 times at once; as soon as one of them is told that too many wait, Ben signs in. */
  const keepsBenIn = async (call: (n: number) => Promise<unknown>) => {
    const isFull = Promise.withResolvers<void>();
    const calls = Promise.all(
      Array.from({ length: 250 }, async (_, n) => {
        const [result] = await Promise.allSettled([call(n)]);
        const code = codeOf(result!);
        if (code === 'busy') isFull.resolve();
        return code;
      }),
    );
    await Promise.race([isFull.promise, calls]);
    const entered = await signInWithPassword(visitor(world), { login: 'ben@acme.test', password: OLD });
    assert.equal(entered.mustChangePassword, false);
    assert.ok((await calls).includes('busy'));
  };
  const entered = () => ({ password: NEW, confirmation: NEW, idempotencyKey: randomUUID() });

  it('SEC_C05 a first password of one’s own, sent hundreds of times at once, keeps nobody else from signing in', async () => {
    const ctx = world.asAccount(ana.accountId);
    await keepsBenIn(() => changePassword(ctx, entered()));
  });

  it('SEC_C05 the same of a password that must be chosen', async () => {
    await givePassword(world, ana.accountId, OLD, { mustChange: true });
    const ctx = world.asAccount(ana.accountId);
    await keepsBenIn(() => choosePassword(ctx, entered()));
  });

  it('SEC_C05 the same of a password that is chosen by a link', async () => {
    const token = await tokenFor(world, { ...ana, email: 'ana@acme.test' }, 'reset');
    await keepsBenIn(() => {
      const { idempotencyKey, ...chosen } = entered();
      return resetPassword(visitor(world), { token, ...chosen }, { idempotencyKey, session: randomUUID() });
    });
  });

  it('SEC_C05 the same of passwords that an administrator gives', async () => {
    const ctx = world.asAccount(boss.accountId);
    await keepsBenIn(() => resetMemberPassword(ctx, { memberId: ana.id, ...entered() }));
  });

  it('SEC_C05 the same of accounts that an administrator makes', async () => {
    const ctx = world.asAccount(boss.accountId);
    const person = { roles: ['staff'], mustChangePassword: true, isActive: true };
    await keepsBenIn((n) => createMember(ctx, { email: `p${n}@acme.test`, ...person, ...entered() }));
  });
});
