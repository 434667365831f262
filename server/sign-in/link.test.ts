// Links to sign in, on real databases: what looking and taking do, that of many at once one is taken, and when none is.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { LinkId } from '../../shared/ids.ts';
import { markEmailVerified } from '../accounts/store.ts';
import { run } from '../db/database.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { createInvitations } from '../invitations/create.ts';
import { deactivateMember, reactivateMember } from '../members/switch.ts';
import { everyWay } from '../testing/policies.ts';
import { PASSWORD, askForLink, choosePassword, newPerson, tokenFor } from '../testing/link-askers.ts';
import { codeOf, isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import { givePassword, nextCall, sentLink, sessionsOf, tokenOf, visitor } from '../testing/visitors.ts';
import type { World } from '../testing/world.ts';
import { peekLink, signInWithLink } from './link.ts';
import { signInWithPassword } from './password.ts';
import { requestLink } from './request-link.ts';
import { resetPassword } from './reset.ts';

const MINUTE = 60_000;

describeOnEachStore('links to sign in', (makeWorld) => {
  let world: World;
  before(async () => {
    world = await makeWorld({ policy: everyWay, hasMail: true });
  });
  after(() => world.close());

  it('T9 T10 SEC_B02 SEC_B04 a link that was asked for signs in, once, however often it was looked at', async () => {
    const ann = await newPerson(world);
    const woken = world.mail.woken;
    assert.deepEqual(await askForLink(world, ann.email, 'sign-in', '/invitation/abc'), {});
    assert.equal(world.mail.woken, woken + 1);
    const token = tokenOf((await sentLink(world, 'sign-in', ann.accountId))!);
    const before = await world.dump();
    for (let n = 0; n < 5; n += 1)
      assert.deepEqual(await peekLink(visitor(world), { token }), {
        kind: 'sign-in',
        email: ann.email,
        expiresAt: world.clock.now + 15 * MINUTE,
      });
    assert.deepEqual(await world.dump(), before);
    const ctx = visitor(world);
    assert.deepEqual(await signInWithLink(ctx, { token }), {
      to: 'https://people.example/invitation/abc',
      mustChangePassword: false,
    });
    const next = await nextCall(world, ctx);
    assert.equal(next.caller.kind === 'account' && next.caller.accountId, ann.accountId);
    await assert.rejects(signInWithLink(visitor(world), { token }), isRefusal('link_used'));
    await assert.rejects(peekLink(visitor(world), { token }), isRefusal('link_used'));
  });

  it('SEC_B04 SEC_X12 of twenty that use one link at once, one comes in', async () => {
    const ann = await newPerson(world);
    const token = await tokenFor(world, ann);
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => signInWithLink(visitor(world), { token })),
    );
    assert.deepEqual(results.map((result) => codeOf(result) ?? 'in').toSorted(), [
      'in',
      ...Array<string>(19).fill('link_used'),
    ]);
    assert.equal(await sessionsOf(world, ann.accountId), 1);
  });

  it('SEC_B05 a link to sign in lives for 15 minutes, to the millisecond', async () => {
    const ann = await newPerson(world);
    const first = await tokenFor(world, ann);
    world.clock.now += 15 * MINUTE - 1;
    await peekLink(visitor(world), { token: first });
    world.clock.now += 1;
    await assert.rejects(signInWithLink(visitor(world), { token: first }), isRefusal('sign_in_link_expired'));
    const second = await tokenFor(world, ann);
    world.clock.now += 15 * MINUTE - 1;
    await signInWithLink(visitor(world), { token: second });
  });

  it('SEC_B10 a link of one type opens nothing of another, and one with any character changed opens nothing', async () => {
    const ann = await newPerson(world);
    const [signIn, reset] = [await tokenFor(world, ann), await tokenFor(world, ann, 'reset')];
    const [invited] = (
      await createInvitations(world.asSystem(), {
        addresses: 'invited@acme.test',
        roles: ['member'],
        idempotencyKey: randomUUID(),
      })
    ).results;
    const invitation = tokenOf(world.asSystem().links.invitation(invited!.invitationId!, 1, 'mail'));
    const { links } = world.asSystem();
    const others = (['email', 'setup'] as const).map((kind) =>
      tokenOf(links.account(kind, randomUUID() as LinkId)),
    );
    for (const token of [reset, invitation, ...others, signIn.replace(/\.s\./, '.r.'), 'x'.repeat(43)])
      await assert.rejects(signInWithLink(visitor(world), { token }), isRefusal('link_invalid'));
    for (const token of [signIn, invitation, ...others])
      await assert.rejects(choosePassword(world, token), isRefusal('link_invalid'));
    await assert.rejects(acceptInvitation(visitor(world), { token: signIn }), isRefusal('link_invalid'));
    for (let at = 0; at < signIn.length; at += 1) {
      const token = signIn.slice(0, at) + (signIn[at] === 'A' ? 'B' : 'A') + signIn.slice(at + 1);
      await assert.rejects(signInWithLink(visitor(world), { token }), isRefusal('link_invalid'));
    }
    await signInWithLink(visitor(world), { token: signIn });
  });

  it('SEC_C16 a link that was sent before the provider took over opens nothing after', async () => {
    const ann = await newPerson(world);
    const [signIn, reset] = [await tokenFor(world, ann), await tokenFor(world, ann, 'reset')];
    const other = await world.addWorkspace('Other');
    await world.database.write(async (tx) => {
      await run(tx, 'UPDATE workspaces SET external_authentication = 1 WHERE id = ?', [other]);
      await run(tx, "UPDATE members SET source = 'provider', workspace_id = ? WHERE id = ?", [other, ann.id]);
    });
    await assert.rejects(signInWithLink(visitor(world), { token: signIn }), isRefusal('link_invalid'));
    await assert.rejects(choosePassword(world, reset), isRefusal('link_invalid'));
  });

  it('SEC_D06 T20 P28 a link ends with the membership, and being let in again does not revive it', async () => {
    const ann = await newPerson(world);
    const [signIn, reset] = [await tokenFor(world, ann), await tokenFor(world, ann, 'reset')];
    world.clock.now += 1;
    const wish = { memberId: ann.id, idempotencyKey: randomUUID() };
    await deactivateMember(world.asSystem(), { ...wish, version: 1 });
    await assert.rejects(signInWithLink(visitor(world), { token: signIn }), isRefusal('link_invalid'));
    world.clock.now += 1;
    await reactivateMember(world.asSystem(), { ...wish, version: 2, idempotencyKey: randomUUID() });
    await assert.rejects(signInWithLink(visitor(world), { token: signIn }), isRefusal('link_invalid'));
    await assert.rejects(choosePassword(world, reset), isRefusal('link_invalid'));
    await signInWithLink(visitor(world), { token: await tokenFor(world, ann) });
  });

  it('SEC_C17 the first link that proves a mailbox takes a planted password and its sessions away', async () => {
    const ann = await newPerson(world);
    await world.database.write((tx) =>
      run(tx, 'UPDATE accounts SET email_verified_at = NULL WHERE id = ?', [ann.accountId]),
    );
    await givePassword(world, ann.accountId, PASSWORD);
    const planted = visitor(world);
    await signInWithPassword(planted, { login: ann.email, password: PASSWORD });
    world.clock.now += 1;
    const ctx = visitor(world);
    await signInWithLink(ctx, { token: await tokenFor(world, ann) });
    assert.equal((await nextCall(world, planted)).caller.kind, 'anonymous');
    assert.equal((await nextCall(world, ctx)).caller.kind, 'account');
    await assert.rejects(
      signInWithPassword(visitor(world), { login: ann.email, password: PASSWORD }),
      isRefusal('sign_in_failed'),
    );
    // Who proved the mailbox before keeps the password.
    const bob = await newPerson(world);
    await givePassword(world, bob.accountId, PASSWORD);
    await signInWithLink(visitor(world), { token: await tokenFor(world, bob) });
    await signInWithPassword(visitor(world), { login: bob.email, password: PASSWORD });
  });

  it('a second click on the button of a page is the same wish, with the same session', async () => {
    const ann = await newPerson(world);
    const token = await tokenFor(world, ann);
    const form = { idempotencyKey: randomUUID(), session: 's'.repeat(43) };
    const [first, second] = [visitor(world), visitor(world)];
    const answer = await signInWithLink(first, { token }, form);
    assert.deepEqual(await signInWithLink(second, { token }, form), answer);
    assert.equal(second.replyCookies[0], first.replyCookies[0]);
    assert.equal(await sessionsOf(world, ann.accountId), 1);
    // The answer to the first click arrived, and the second came with its session.
    const third = await nextCall(world, first);
    assert.deepEqual(
      await signInWithLink(third, { token }, { ...form, idempotencyKey: randomUUID() }),
      answer,
    );
    assert.equal(await sessionsOf(world, ann.accountId), 1);
    // Somebody else's browser gets nothing by it.
    await assert.rejects(
      signInWithLink(visitor(world), { token }, { ...form, idempotencyKey: randomUUID() }),
      isRefusal('link_used'),
    );
    const reset = await tokenFor(world, ann, 'reset');
    const wish = { token: reset, password: PASSWORD, confirmation: PASSWORD };
    const again = { idempotencyKey: randomUUID(), session: 'r'.repeat(43) };
    const clicks = [visitor(world), visitor(world)];
    for (const ctx of clicks) await resetPassword(ctx, wish, again);
    assert.equal(clicks[0]!.replyCookies[0], clicks[1]!.replyCookies[0]);
    assert.equal((await nextCall(world, clicks[1]!)).caller.kind, 'account');
  });

  it('W4 somebody with an account signs in and then accepts an invitation to another workspace', async () => {
    const ann = await newPerson(world);
    const other = await world.addWorkspace('Other');
    const { results } = await createInvitations(world.as({ kind: 'system' }, other), {
      addresses: ann.email,
      roles: ['member'],
      idempotencyKey: randomUUID(),
    });
    const invitation = tokenOf(world.asSystem().links.invitation(results[0]!.invitationId!, 1, 'mail'));
    await assert.rejects(
      acceptInvitation(visitor(world), { token: invitation }),
      isRefusal('sign_in_as_invitee'),
    );
    const ctx = visitor(world);
    await signInWithLink(ctx, { token: await tokenFor(world, ann) });
    const accepted = await acceptInvitation(await nextCall(world, ctx), { token: invitation });
    assert.deepEqual(
      [accepted.accountId, accepted.workspaceId, accepted.isNewAccount],
      [ann.accountId, other, false],
    );
    const bob = await newPerson(world);
    const his = visitor(world);
    await signInWithLink(his, { token: await tokenFor(world, bob) });
    await assert.rejects(
      acceptInvitation(await nextCall(world, his), { token: invitation }),
      isRefusal('link_used'),
    );
  });

  it('W2 one sign-in opens every workspace of a person', async () => {
    const ann = await newPerson(world);
    const other = await world.addWorkspace('Other');
    await world.addMember({ email: ann.email, roles: ['member'], workspaceId: other });
    const ctx = visitor(world);
    await signInWithLink(ctx, { token: await tokenFor(world, ann) });
    const { caller } = await nextCall(world, ctx);
    for (const workspaceId of [world.workspaceId, other]) {
      const status = await world
        .as(caller, workspaceId)
        .write({ action: 'test.look', input: null }, async (tx) => tx.actor.status);
      assert.equal(status, 'active');
    }
  });

  it('is refused on pages that are not ours', async () => {
    const ann = await newPerson(world);
    const token = await tokenFor(world, ann);
    const elsewhere = visitor(world, { isOwnPage: false });
    await assert.rejects(signInWithLink(elsewhere, { token }), isRefusal('not_signed_in'));
    await assert.rejects(
      requestLink(elsewhere, { kind: 'sign-in', login: ann.email }),
      isRefusal('not_signed_in'),
    );
    await signInWithLink(visitor(world), { token });
    await world.database.write((tx) => markEmailVerified(tx, ann.accountId, world.clock.now));
  });
});
