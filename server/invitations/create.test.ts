// Inviting a pasted list on a real database: an answer for every piece, one unit of work, no secret left behind.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { collaborators } from '../../shared/presets/collaborators.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first } from '../db/database.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { createInvitations } from './create.ts';
import { listInvitations } from './list.ts';
import { revokeInvitation } from './revoke.ts';

const wish = (
  addresses: string,
  roles: string[],
  more: { name?: string; message?: string; idempotencyKey?: string } = {},
) => ({ addresses, roles, idempotencyKey: randomUUID(), ...more });
const count = async (world: World, table: string) =>
  (await first<{ n: number }>(world.database.read, `SELECT count(*) AS n FROM ${table}`))!.n;

describeOnEachStore('inviting', (makeWorld) => {
  let world: World;
  let owner: UseCaseContext;
  let admin: UseCaseContext;
  before(async () => {
    world = await makeWorld({ hasMail: true });
    owner = world.asAccount(
      (await world.addMember({ email: 'olga@acme.test', name: 'Olga Owner', roles: ['owner'] })).accountId,
    );
    admin = world.asAccount(
      (await world.addMember({ email: 'adam@acme.test', name: 'Adam Admin', roles: ['admin'] })).accountId,
    );
    await world.addMember({ email: 'mia@acme.test', roles: ['member'] });
    await world.addMember({ email: 'gone@acme.test', roles: ['member'], status: 'deactivated' });
  });
  after(() => world.close());

  it('C5 SEC_B19 SEC_B20 SEC_B24 answers for every piece of a list in its order and drops nothing', async () => {
    await createInvitations(owner, wish('waiting@acme.test', ['member']));
    const { results } = await createInvitations(
      owner,
      wish(
        'New One <new.one@acme.test>, mia@acme.test; GONE@acme.test\nwaiting@ACME.test\tnot an address, new.one@Acme.test,, two@acme.test',
        ['staff'],
      ),
    );
    assert.deepEqual(
      results.map(({ text, email, outcome, problem }) => [text, email, outcome, problem]),
      [
        ['New One <new.one@acme.test>', 'new.one@acme.test', 'invited', undefined],
        ['mia@acme.test', 'mia@acme.test', 'already_member', undefined],
        ['GONE@acme.test', 'GONE@acme.test', 'deactivated', undefined],
        ['waiting@ACME.test', 'waiting@acme.test', 'already_invited', undefined],
        ['not an address', null, 'invalid', 'invalid_no_at'],
        ['new.one@Acme.test', 'new.one@acme.test', 'duplicate', undefined],
        ['two@acme.test', 'two@acme.test', 'invited', undefined],
      ],
    );
    const gone = await first<{ status: string }>(
      world.database.read,
      "SELECT status FROM members WHERE email_key = 'gone@acme.test'",
    );
    assert.equal(gone!.status, 'deactivated');
    const named = await first<{ name: string; roles: string }>(
      world.database.read,
      "SELECT name, (SELECT json_group_array(role) FROM invitation_roles WHERE invitation_seq = seq) AS roles FROM invitations WHERE email_key = 'new.one@acme.test'",
    );
    assert.deepEqual({ ...named }, { name: 'New One', roles: '["staff"]' });
  });

  it('W26 SEC_L01 each invitation has an entry in the trail and a mail in the outbox, in the same unit', async () => {
    const before = {
      audit: await count(world, 'audit'),
      outbox: await count(world, 'outbox'),
      woken: world.mail.woken,
    };
    const { results } = await createInvitations(owner, wish('l1@acme.test l2@acme.test', ['member']));
    assert.equal(await count(world, 'audit'), before.audit + 2);
    assert.equal(await count(world, 'outbox'), before.outbox + 2);
    assert.equal(world.mail.woken, before.woken + 1);
    const entry = await first<Record<string, unknown>>(
      world.database.read,
      'SELECT action, target_kind AS kind, target_id AS id, after, data FROM audit JOIN audit_personal USING (seq) ORDER BY seq DESC LIMIT 1',
    );
    assert.deepEqual(
      [entry!['action'], entry!['kind'], entry!['id'], entry!['after']],
      ['invitation.create', 'invitation', results[1]!.invitationId, '{"roles":["member"]}'],
    );
    assert.match(entry!['data'] as string, /l2@acme\.test/);
    const row = await first<{ delivery: string; expiresAt: number }>(
      world.database.read,
      'SELECT delivery, expires_at AS expiresAt FROM invitations WHERE id = ?',
      [results[0]!.invitationId!],
    );
    assert.deepEqual({ ...row }, { delivery: 'queued', expiresAt: world.clock.now + 24 * 3_600_000 });
  });

  it('T12 T13 SEC_A22 an inviter without the right to the role is refused whole, with the reason, and nothing happens', async () => {
    const before = [
      await count(world, 'invitations'),
      await count(world, 'audit'),
      await count(world, 'outbox'),
    ];
    await assert.rejects(
      createInvitations(admin, wish('x@acme.test', ['owner'])),
      isRefusal('role_not_yours_to_give'),
    );
    await assert.rejects(createInvitations(admin, wish('x@acme.test', ['Staff'])), isRefusal('role_unknown'));
    await assert.rejects(
      createInvitations(owner, wish('x@acme.test', ['anon'])),
      isRefusal('role_not_assignable'),
    );
    await assert.rejects(
      createInvitations(owner, wish('x@acme.test', ['staff', 'member'])),
      isRefusal('one_role_only'),
    );
    await assert.rejects(createInvitations(owner, wish('x@acme.test', [])), isRefusal('role_required'));
    await assert.rejects(
      createInvitations(world.as({ kind: 'anonymous' }), wish('x@acme.test', ['member'])),
      isRefusal('not_signed_in'),
    );
    assert.deepEqual(
      [await count(world, 'invitations'), await count(world, 'audit'), await count(world, 'outbox')],
      before,
    );
  });

  it('a list with every address wrong is answered piece by piece and changes nothing', async () => {
    const before = [await count(world, 'invitations'), await count(world, 'audit')];
    const { results } = await createInvitations(owner, wish('one, two@, @three, four@@x.test', ['member']));
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['invalid', 'invalid', 'invalid', 'invalid'],
    );
    assert.deepEqual([await count(world, 'invitations'), await count(world, 'audit')], before);
    await assert.rejects(createInvitations(owner, wish(' ,; \n', ['member'])), isRefusal('no_valid_address'));
  });

  it('10,001 addresses are refused whole', async () => {
    const before = await count(world, 'invitations');
    const addresses = Array.from({ length: 10_001 }, (_, index) => `p${index}@many.test`).join(',');
    await assert.rejects(
      createInvitations(owner, wish(addresses, ['member'])),
      isRefusal('too_many_addresses'),
    );
    assert.equal(await count(world, 'invitations'), before);
  });

  it('T8 the display name counts where one address is invited, and is checked there', async () => {
    const named = await createInvitations(
      owner,
      wish('named@acme.test', ['member'], { name: '  Nora   Name ' }),
    );
    const stored = await first<{ name: string }>(
      world.database.read,
      'SELECT name FROM invitations WHERE id = ?',
      [named.results[0]!.invitationId!],
    );
    assert.equal(stored!.name, 'Nora Name');
    await assert.rejects(
      createInvitations(owner, wish('named2@acme.test', ['member'], { name: 'a\nb' })),
      isRefusal('name_invalid'),
    );
    const many = await createInvitations(
      owner,
      wish('named3@acme.test named4@acme.test', ['member'], { name: 'Whose' }),
    );
    const names = await all<{ name: string }>(
      world.database.read,
      'SELECT name FROM invitations WHERE id IN (?, ?)',
      many.results.map(({ invitationId }) => invitationId!),
    );
    assert.deepEqual(
      names.map(({ name }) => name),
      ['', ''],
    );
  });

  it('W43 the personal message is kept as text without what hides or steers', async () => {
    const { results } = await createInvitations(
      owner,
      wish('message@acme.test', ['member'], {
        message: 'Hello\u202e,\r\n\r\n\r\n\r\nsee you\u0000 <b>soon</b> 👩‍🚀 ',
      }),
    );
    const stored = await first<{ message: string }>(
      world.database.read,
      'SELECT message FROM invitations WHERE id = ?',
      [results[0]!.invitationId!],
    );
    assert.equal(stored!.message, 'Hello,\n\nsee you <b>soon</b> 👩‍🚀');
  });

  it('SEC_B14 SEC_X10 a retry has the same answer, no second effect, and its record holds no link', async () => {
    const asked = wish('retry@acme.test, mia@acme.test, nonsense', ['member']);
    const one = await createInvitations(owner, asked);
    const invitations = await count(world, 'invitations');
    assert.deepEqual(await createInvitations(owner, asked), one);
    assert.equal(await count(world, 'invitations'), invitations);
    assert.match(one.results[0]!.link!, /^https:\/\/people\.example\/invitation\/[\w-]+\.1\.c\.[\w-]{43}$/);
    const records = await all<{ reply: string }>(world.database.read, 'SELECT reply FROM idempotency');
    assert.ok(records.some(({ reply }) => reply.includes(one.results[0]!.invitationId!)));
    assert.ok(records.every(({ reply }) => !reply.includes('/invitation/') && !reply.includes('.c.')));
    await assert.rejects(
      createInvitations(owner, { ...asked, addresses: 'other@acme.test' }),
      isRefusal('idempotency_mismatch'),
    );
  });

  it('SEC_X4 fifty requests for one address at once leave one invitation', async () => {
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => createInvitations(owner, wish('race@acme.test', ['member']))),
    );
    const outcomes = replies.map(({ results }) => results[0]!.outcome);
    assert.equal(outcomes.filter((outcome) => outcome === 'invited').length, 1);
    assert.equal(outcomes.filter((outcome) => outcome === 'already_invited').length, 49);
    const rows = await all(
      world.database.read,
      "SELECT 1 FROM invitations WHERE email_key = 'race@acme.test'",
    );
    assert.equal(rows.length, 1);
  });

  it('SEC_B12 an expired invitation is issued again in its place, unless its role is not the inviter’s to give', async () => {
    const { results: first1 } = await createInvitations(owner, wish('late@acme.test', ['member']));
    await createInvitations(owner, wish('boss@acme.test', ['owner']));
    world.clock.now += 24 * 3_600_000;
    const { results } = await createInvitations(admin, wish('late@acme.test, boss@acme.test', ['staff']));
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['invited', 'not_allowed'],
    );
    assert.equal(results[0]!.invitationId, first1[0]!.invitationId);
    const row = await first<Record<string, unknown>>(
      world.database.read,
      "SELECT generation, version, expires_at AS expiresAt, (SELECT json_group_array(role) FROM invitation_roles WHERE invitation_seq = seq) AS roles FROM invitations WHERE email_key = 'late@acme.test'",
    );
    assert.deepEqual(
      { ...row },
      { generation: 2, version: 2, expiresAt: world.clock.now + 24 * 3_600_000, roles: '["staff"]' },
    );
  });
});

describe('inviting into a project', () => {
  let world: World;
  before(async () => {
    world = await createWorld({ policy: collaborators });
  });
  after(() => world.close());

  it('C6 SEC_B15 without a mail server the link is there to copy and nothing waits to be sent', async () => {
    const owner = world.asAccount(
      (await world.addMember({ email: 'olga@acme.test', roles: ['owner'] })).accountId,
    );
    const { results } = await createInvitations(owner, wish('c6@acme.test', ['editor']));
    assert.ok(results[0]!.link?.startsWith('https://people.example/invitation/'));
    assert.equal(await count(world, 'outbox'), 0);
    const page = await listInvitations(owner, {});
    assert.equal(page.rows[0]!.delivery, 'none');
    assert.ok(!JSON.stringify(page).includes('/invitation/'), 'SEC_B14 a list shows no link');
  });

  it('C16 C45 a creator invites into the lower roles only', async () => {
    const creator = world.asAccount(
      (await world.addMember({ email: 'cleo@acme.test', roles: ['creator'] })).accountId,
    );
    assert.equal(
      (await createInvitations(creator, wish('c16@acme.test', ['viewer']))).results[0]!.outcome,
      'invited',
    );
    await assert.rejects(
      createInvitations(creator, wish('c15@acme.test', ['creator'])),
      isRefusal('role_not_yours_to_give'),
    );
    const editor = world.asAccount(
      (await world.addMember({ email: 'eddi@acme.test', roles: ['editor'] })).accountId,
    );
    await assert.rejects(
      createInvitations(editor, wish('c18@acme.test', ['viewer'])),
      isRefusal('not_granted'),
    );
  });

  it('SEC_B18 SEC_E03 who is known elsewhere is invited like anybody', async () => {
    const elsewhere = await world.addWorkspace('Elsewhere');
    await world.addMember({ email: 'known@acme.test', roles: ['owner'], workspaceId: elsewhere });
    const { results } = await createInvitations(
      world.asSystem(),
      wish('known@acme.test, unknown@acme.test', ['viewer']),
    );
    const [known, unknown] = results.map((result) => [result.outcome, Object.keys(result)]);
    assert.deepEqual(known, unknown);
  });

  it('SEC_B11 a revoked address can be invited anew, as another invitation', async () => {
    const system = world.asSystem();
    const { results } = await createInvitations(system, wish('again@acme.test', ['viewer']));
    await revokeInvitation(system, {
      invitationId: results[0]!.invitationId!,
      version: 1,
      idempotencyKey: randomUUID(),
    });
    const again = await createInvitations(system, wish('again@acme.test', ['viewer']));
    assert.equal(again.results[0]!.outcome, 'invited');
    assert.notEqual(again.results[0]!.invitationId, results[0]!.invitationId);
  });
});
