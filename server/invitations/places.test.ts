// One letter into several workspaces: who may send it, what it says, and what its answer does in each.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { InvitationId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import type { Caller } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import { composeMail } from '../mail/compose.ts';
import { claimMail, recordMail } from '../mail/store.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { memberById } from '../members/store.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld } from '../testing/world.ts';
import { offeredPlaces } from '../workspaces/offered-places.ts';
import { acceptInvitation } from './accept.ts';
import { copyInvitationLink } from './copy-link.ts';
import { createInvitations } from './create.ts';
import { declineInvitation } from './decline.ts';
import { peekInvitation } from './peek.ts';
import { resendInvitation } from './resend.ts';
import { revokeInvitation } from './revoke.ts';
import { listInvitations } from './list.ts';

type Person = Awaited<ReturnType<World['addMember']>>;
const key = () => randomUUID();

describe('inviting into several workspaces', () => {
  let world: World;
  let alpha: WorkspaceId;
  let beta: WorkspaceId;
  let ann: Person;
  let annInBeta: Person;
  let pat: Person;
  let bob: Person;
  let number = 0;
  let email: string;
  before(async () => {
    world = await createWorld({ policy: workspaces, hasMail: true });
    alpha = world.workspaceId;
    beta = await world.addWorkspace('Beta');
    ann = await world.addMember({ email: 'ann@a.test', name: 'Ann', roles: ['admin'] });
    annInBeta = await world.addMember({
      email: 'ann@a.test',
      name: 'Ann',
      roles: ['people-manager'],
      workspaceId: beta,
    });
    pat = await world.addMember({ email: 'pat@a.test', name: 'Pat', roles: ['admin'] });
    await world.addMember({ email: 'pat@a.test', name: 'Pat', roles: ['viewer'], workspaceId: beta });
    bob = await world.addMember({ email: 'bob@b.test', name: 'Bob', roles: ['admin'], workspaceId: beta });
  });
  after(() => world.close());
  beforeEach(() => {
    number += 1;
    email = `guest-${number}@g.test`;
    // Every test begins a day later, so that no limit of another counts.
    world.clock.now += 24 * 60 * 60 * 1000;
  });
  const anns = () => world.asAccount(ann.accountId);
  const anybody = () => world.as({ kind: 'anonymous' }, null);
  const invite = (ctx = anns(), places = [{ workspaceId: beta, roles: ['editor', 'analyst'] }]) =>
    createInvitations(ctx, {
      addresses: `Gus Guest <${email}>`,
      roles: ['viewer'],
      places,
      idempotencyKey: key(),
    });
  const mailed = (id: InvitationId, generation = 1) =>
    world.asSystem().links.invitation(id, generation, 'mail').split('/').at(-1)!;
  const here = async (workspaceId: WorkspaceId) => {
    const row = await first<{ id: MemberId }>(
      world.database.read,
      'SELECT id FROM members WHERE workspace_id = ? AND email = ?',
      [workspaceId, email],
    );
    return row && (await memberById(world.database.read, workspaceId, row.id));
  };
  const pendingInBeta = async () => {
    const bobs = world.asAccount(bob.accountId, beta);
    const { rows } = await listInvitations(bobs, { states: ['pending'], limit: 50 });
    return rows.find((row) => row.email === email);
  };

  it('W1 W21 W2 makes the person a member of each, with the roles there, by one link', async () => {
    const { results } = await invite();
    assert.deepEqual(results[0]!.places, [
      { workspaceId: alpha, outcome: 'invited' },
      { workspaceId: beta, outcome: 'invited' },
    ]);
    const token = mailed(results[0]!.invitationId!);
    const peek = await peekInvitation(anybody(), { token });
    assert.deepEqual(
      [peek, ...peek.others].map(({ workspace, roles }) => [workspace.name, roles.map(({ name }) => name)]),
      [
        ['Acme', ['Viewer']],
        ['Beta', ['Analyst', 'Editor']],
      ],
    );
    const accepted = await acceptInvitation(anybody(), { token, idempotencyKey: key() });
    assert.deepEqual(accepted.others, [{ id: beta, name: 'Beta' }]);
    assert.deepEqual((await here(alpha))!.roles, ['viewer']);
    assert.deepEqual([...(await here(beta))!.roles].sort(), ['analyst', 'editor']);
    assert.equal((await here(beta))!.accountId, (await here(alpha))!.accountId);
    await assert.rejects(peekInvitation(anybody(), { token }), isRefusal('link_used'));
  });

  it('W21 W24 W43 sends one letter that lists every workspace with its roles', async () => {
    await world.database.write((tx) => tx.execute('DELETE FROM outbox'));
    await invite();
    const waiting = await world.database.write((tx) =>
      claimMail(tx, { now: world.clock.now, until: world.clock.now + 1, limit: 10 }),
    );
    assert.equal(waiting.length, 1);
    const { links, policyIn } = world.asSystem();
    const mail = await composeMail(world.database.read, waiting[0]!, world.clock.now, {
      links,
      policyIn,
      host: 'people.example',
    });
    assert.ok(typeof mail === 'object');
    assert.match(mail.subject, /Acme and 1 more workspace$/);
    for (const line of ['Acme: Viewer. Reads what is published.', 'Beta: Editor. ', 'Beta: Analyst. '])
      assert.ok(mail.text.includes(line), mail.text);
    assert.equal((await pendingInBeta())!.delivery, 'queued');
    await world.database.write((tx) =>
      recordMail(tx, [{ mail: waiting[0]!, result: { kind: 'sent' } }], world.clock.now),
    );
    assert.equal((await pendingInBeta())!.delivery, 'sent');
  });

  it('W60 SEC_E01 SEC_E02 judges every place by what the caller is there, and does nothing where one is refused', async () => {
    const strange = await world.addWorkspace('Strange');
    const before = await world.dump();
    const into = (workspaceId: WorkspaceId, roles: string[]) => invite(anns(), [{ workspaceId, roles }]);
    await assert.rejects(into(beta, ['admin']), isRefusal('role_not_yours_to_give'));
    await assert.rejects(invite(world.asAccount(pat.accountId)), isRefusal('not_granted'));
    await assert.rejects(into(strange, ['viewer']), isRefusal('not_a_member'));
    await assert.rejects(into(key() as WorkspaceId, ['viewer']), isRefusal('not_a_member'));
    await assert.rejects(into(alpha, ['viewer']), isRefusal('input_invalid'));
    await assert.rejects(into(beta, []), isRefusal('role_required'));
    assert.deepEqual(await world.dump(), before);
  });

  it('accepts only where the inviter still may, SEC_B13 each place by itself', async () => {
    const { results } = await invite();
    const bobs = world.asAccount(bob.accountId, beta);
    const demoted = await changeMemberRole(bobs, {
      memberId: annInBeta.id,
      version: (await memberById(world.database.read, beta, annInBeta.id))!.version,
      roles: ['viewer'],
      idempotencyKey: key(),
    });
    const token = mailed(results[0]!.invitationId!);
    const accepted = await acceptInvitation(anybody(), { token, idempotencyKey: key() });
    assert.deepEqual([accepted.workspace.name, accepted.others], ['Acme', []]);
    assert.equal(await here(beta), undefined);
    assert.notEqual(await pendingInBeta(), undefined);
    await changeMemberRole(bobs, {
      memberId: annInBeta.id,
      version: demoted.version,
      roles: ['people-manager'],
      idempotencyKey: key(),
    });
  });

  it('closes all of them by declining', async () => {
    const { results } = await invite();
    await declineInvitation(anybody(), { token: mailed(results[0]!.invitationId!), idempotencyKey: key() });
    assert.equal(await pendingInBeta(), undefined);
    const states = await all<{ state: string }>(
      world.database.read,
      'SELECT DISTINCT state FROM invitations WHERE email = ?',
      [email],
    );
    assert.deepEqual(
      states.map(({ state }) => state),
      ['declined'],
    );
  });

  it('W26 takes back one place and leaves the other open by the same letter', async () => {
    const { results } = await invite();
    const id = results[0]!.invitationId!;
    await revokeInvitation(anns(), { invitationId: id, version: 1, idempotencyKey: key() });
    const accepted = await acceptInvitation(anybody(), { token: mailed(id), idempotencyKey: key() });
    assert.deepEqual([accepted.workspaceId, accepted.others], [beta, []]);
    assert.equal(await here(alpha), undefined);
  });

  it('gives one place a letter of its own by sending it again', async () => {
    const { results } = await invite();
    const { id, version } = (await pendingInBeta())!;
    await resendInvitation(world.asAccount(bob.accountId, beta), {
      invitationId: id,
      version,
      idempotencyKey: key(),
    });
    const alone = await peekInvitation(anybody(), { token: mailed(id, 2) });
    assert.deepEqual([alone.workspace.name, alone.others], ['Beta', []]);
    const first = await peekInvitation(anybody(), { token: mailed(results[0]!.invitationId!) });
    assert.deepEqual(first.others, []);
  });

  it('SEC_B14 opens the other places by a copied link only where whoever copied it may hand those over', async () => {
    const { results } = await invite();
    const id = results[0]!.invitationId!;
    const tokenFor = async (person: Person) =>
      (
        await copyInvitationLink(world.asAccount(person.accountId), {
          invitationId: id,
          idempotencyKey: key(),
        })
      ).link
        .split('/')
        .at(-1)!;
    const byAnn = await peekInvitation(anybody(), { token: await tokenFor(ann) });
    assert.deepEqual(
      byAnn.others.map(({ workspace }) => workspace.name),
      ['Beta'],
    );
    const byPat = await peekInvitation(anybody(), { token: await tokenFor(pat) });
    assert.deepEqual(byPat.others, []);
    // The reply that invited carries the link that opens all.
    const whole = await peekInvitation(anybody(), { token: results[0]!.link!.split('/').at(-1)! });
    assert.equal(whole.others.length, 1);
  });

  it('SEC_D17 a copied link opens a place where it puts in charge only by who proved a short time ago who they are', async () => {
    await world.database.write((sql) =>
      run(
        sql,
        "INSERT OR IGNORE INTO member_roles (member_seq, workspace_id, role) SELECT seq, ?, 'admin' FROM members WHERE id = ?",
        [beta, annInBeta.id],
      ),
    );
    const { results } = await invite(anns(), [{ workspaceId: beta, roles: ['admin'] }]);
    const copy = async (by: Caller) => {
      const { link } = await copyInvitationLink(world.as(by), {
        invitationId: results[0]!.invitationId!,
        idempotencyKey: key(),
      });
      return peekInvitation(anybody(), { token: link.split('/').at(-1)! });
    };
    const now = world.clock.now;
    const fresh = await copy(accountCaller(ann.accountId, now));
    assert.equal(fresh.others.length, 1);
    const stale = await copy(accountCaller(ann.accountId, now, { authenticatedAt: now - FRESH_FOR - 1 }));
    assert.deepEqual(stale.others, []);
    await world.database.write((sql) =>
      run(
        sql,
        "DELETE FROM member_roles WHERE role = 'admin' AND member_seq = (SELECT seq FROM members WHERE id = ?)",
        [annInBeta.id],
      ),
    );
  });

  it('says for each place how it went, and lets the first that is new bring the letter', async () => {
    await createInvitations(anns(), {
      addresses: `Gus <${email}>`,
      roles: ['viewer'],
      idempotencyKey: key(),
    });
    const { results } = await invite();
    assert.equal(results[0]!.outcome, 'invited');
    assert.deepEqual(
      results[0]!.places!.map(({ outcome }) => outcome),
      ['already_invited', 'invited'],
    );
    const peek = await peekInvitation(anybody(), { token: mailed(results[0]!.invitationId!) });
    assert.deepEqual([peek.workspace.name, peek.others], ['Beta', []]);
  });

  it('does the same wish once', async () => {
    const wish = {
      addresses: `Gus <${email}>`,
      roles: ['viewer'],
      places: [{ workspaceId: beta, roles: ['editor'] }],
      idempotencyKey: key(),
    };
    assert.deepEqual(await createInvitations(anns(), wish), await createInvitations(anns(), wish));
  });

  it('W18 W19 W20 asks for the name of one person, a usable address and at least one role', async () => {
    const one = (addresses: string, roles: string[], name?: string) =>
      createInvitations(anns(), {
        addresses,
        roles,
        ...(name !== undefined && { name }),
        idempotencyKey: key(),
      });
    await assert.rejects(one(email, ['viewer']), isRefusal('name_invalid'));
    await assert.rejects(one(email, [], 'Gus'), isRefusal('role_required'));
    assert.equal((await one('not an address', ['viewer'])).results[0]!.outcome, 'invalid');
    const { results } = await one(`a${email}, b${email}`, ['viewer']);
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['invited', 'invited'],
    );
    assert.equal((await one(email, ['viewer', 'editor'], 'Gus')).results[0]!.outcome, 'invited');
  });

  it('W7 W14 offers the places where the caller may invite, each with the roles that are theirs to give there', async () => {
    const offered = async (person: Person) =>
      (await offeredPlaces(world.asAccount(person.accountId), 'invitation.create', { limit: 50 })).rows.map(
        ({ name, roles }) => [name, roles.map((role) => role.key)],
      );
    assert.deepEqual(await offered(ann), [
      ['Acme', ['admin', 'people-manager', 'editor', 'analyst', 'viewer']],
      ['Beta', ['editor', 'analyst', 'viewer']],
    ]);
    assert.deepEqual(await offered(pat), [
      ['Acme', ['admin', 'people-manager', 'editor', 'analyst', 'viewer']],
    ]);
  });
});
