// People whom a host's token names for the first time, over HTTP: who becomes a member, with which role, and who stays a stranger.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import { definePolicy } from '../../shared/policy/define.ts';
import { all, first, run } from '../db/database.ts';
import type { Answer, Deployment } from '../testing/deployment.ts';
import { deploy } from '../testing/deployment.ts';
import { everyEnd } from '../testing/policies.ts';

const policy = definePolicy({
  ...everyEnd,
  key: 'host-people',
  identity: { ...everyEnd.identity, hostPeople: 'member' },
});

interface Viewer {
  readonly memberId: MemberId;
  readonly email: string;
  readonly name: string;
  readonly actor: { readonly roles: readonly string[]; readonly status: string };
}

describe('a person whom a host names first', () => {
  let site: Deployment;
  let sibling: WorkspaceId;
  let foreign: WorkspaceId;
  let count = 0;
  let subject: string;
  let email: string;
  before(async () => {
    site = await deploy({ policy });
    const operator = site.userAdmin.caller(null).workspaces;
    const create = (name: string, hostKeyId?: string) =>
      operator.create({
        name,
        ...(hostKeyId === undefined ? {} : { hostKeyId }),
        owner: { email: `${name}@owner.test` },
        idempotencyKey: randomUUID(),
      });
    sibling = (await create('sibling', site.key.id)).id;
    foreign = (await create('foreign')).id;
  });
  after(() => site.close());
  beforeEach(() => {
    count += 1;
    site.clock.now += 2000;
    [subject, email] = [`u-${count}`, `p${count}@new.test`];
  });

  const come = (claims: Record<string, unknown> = {}, who = subject): Promise<Answer> =>
    site.query('viewer.get', undefined, { Authorization: `Bearer ${site.token(who, { email, ...claims })}` });
  const everything = () =>
    first<{ people: number; accounts: number; subjects: number; trail: number }>(
      site.database.read,
      'SELECT (SELECT count(*) FROM members) AS people, (SELECT count(*) FROM accounts) AS accounts, (SELECT count(*) FROM subjects) AS subjects, (SELECT count(*) FROM audit) AS trail',
    );

  it('SEC_D11 becomes a member with the role of the policy, whatever role the token names, and is in the trail', async () => {
    const answer = await come({ name: ' Nina  New ', role: 'owner', roles: ['owner'], scope: 'owner' });
    const viewer = answer.data as Viewer;
    assert.deepEqual([viewer.email, viewer.name, viewer.actor.roles], [email, 'Nina New', ['member']]);
    const trail = await all<{ action: string; via: string; after: string }>(
      site.database.read,
      'SELECT action, via, after FROM audit WHERE target_id = ? ORDER BY seq',
      [viewer.memberId],
    );
    assert.deepEqual(
      trail.map((row) => ({ ...row })),
      [
        {
          action: 'member.join',
          via: 'host-token',
          after: JSON.stringify({ hostKeyId: site.key.id, roles: ['member'], status: 'active' }),
        },
      ],
    );
    const account = await first<{ verified: number | null }>(
      site.database.read,
      'SELECT email_verified_at AS verified FROM accounts WHERE email = ?',
      [email],
    );
    assert.equal(account!.verified, null, 'a host proves no mailbox');
    const before = await everything();
    assert.equal(
      ((await come({ email: undefined })).data as Viewer).memberId,
      viewer.memberId,
      'known by the subject from now on',
    );
    assert.equal(((await come({ email: 'changed@new.test' })).data as Viewer).email, email);
    assert.deepEqual(await everything(), before);
  });

  it('stays a stranger without an address, with one that is none, and where the policy lets nobody in', async () => {
    const before = await everything();
    for (const wrong of [undefined, null, '', 'nobody', 7, ['a@b.test'], `${'x'.repeat(500)}@new.test`])
      assert.equal((await come({ email: wrong })).reason, 'not_a_member', String(wrong));
    assert.deepEqual(await everything(), before);
    const strict = await deploy({ policy: everyEnd });
    const token = strict.token('u-1', { email: 'new@new.test' });
    const refused = await strict.query('viewer.get', undefined, { Authorization: `Bearer ${token}` });
    await strict.close();
    assert.equal(refused.reason, 'not_a_member');
  });

  it('SEC_D12 whose address is another account’s is told nothing, and nothing is changed', async () => {
    await site.addMember({ email, roles: ['owner'], workspaceId: foreign });
    const before = await everything();
    const [taken, stranger] = [await come(), await come({ email: undefined }, 'nobody-at-all')];
    assert.deepEqual([taken.status, taken.text], [stranger.status, stranger.text]);
    assert.equal(taken.reason, 'not_a_member');
    assert.deepEqual(await everything(), before);
  });

  it('SEC_D12 is the account that the same key knows by the same subject elsewhere, and by no other subject or key', async () => {
    const there = (await come({ workspace: sibling })).data as Viewer;
    const other = await come({}, `${subject}-other`);
    assert.equal(other.reason, 'not_a_member', 'another subject with the same address');
    const here = (await come({ email: 'whatever@new.test' })).data as Viewer;
    assert.equal(here.email, email, 'name and address are the account’s');
    const accounts = await all(
      site.database.read,
      'SELECT DISTINCT account_id FROM members WHERE id IN (?, ?)',
      [there.memberId, here.memberId],
    );
    assert.equal(accounts.length, 1);
    assert.notEqual(there.memberId, here.memberId);
    assert.deepEqual(here.actor.roles, ['member']);
  });

  it('SEC_F02 stays a stranger where a provider said that the address of their account is another member’s', async () => {
    await come({ workspace: sibling });
    const other = await site.addMember({ email: `other${count}@new.test`, roles: ['member'] });
    await site.database.write((tx) =>
      run(tx, 'UPDATE members SET email = ?1, email_key = ?1 WHERE id = ?2', [email, other.id]),
    );
    const before = await everything();
    assert.equal((await come({ email: 'whatever@new.test' })).reason, 'not_a_member');
    assert.deepEqual(await everything(), before);
  });

  it('T20 who is deactivated stays so', async () => {
    const member = await site.addMember({ email, roles: ['staff'], status: 'deactivated' });
    assert.equal((await come()).reason, 'actor_deactivated');
    const row = await first<{ status: string }>(
      site.database.read,
      'SELECT status FROM members WHERE id = ?',
      [member.id],
    );
    assert.equal(row!.status, 'deactivated');
  });

  it('a first request that comes twenty times at once makes one member', async () => {
    const before = (await everything())!;
    const answers = await Promise.all(Array.from({ length: 20 }, () => come()));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal(new Set(answers.map(({ data }) => (data as Viewer).memberId)).size, 1);
    const after = (await everything())!;
    assert.deepEqual(
      { ...after },
      {
        people: before.people + 1,
        accounts: before.accounts + 1,
        subjects: before.subjects + 1,
        trail: before.trail + 1,
      },
    );
  });

  it('SEC_D07 who was removed is not brought back by a token from before; one that the host signs afterwards is its word', async () => {
    const bearer = { Authorization: `Bearer ${site.token(subject, { email })}` };
    const { memberId } = (await site.query('viewer.get', undefined, bearer)).data as Viewer;
    site.clock.now += 2000;
    const removed = await site.mutate(
      'members.remove',
      { memberId, version: 1, idempotencyKey: randomUUID() },
      { Authorization: `Bearer ${site.token('first')}` },
    );
    assert.equal(removed.status, 200);
    assert.equal((await site.query('viewer.get', undefined, bearer)).reason, 'not_a_member');
    site.clock.now += 1000;
    assert.equal((await site.query('viewer.get', undefined, bearer)).reason, 'not_a_member');
    const again = (await come()).data as Viewer;
    assert.notEqual(again.memberId, memberId);
  });

  it('nobody comes into an archived workspace, or one whose people come from a provider', async () => {
    for (const [set, unset] of [
      ['external_authentication = 1', 'external_authentication = 0'],
      ['archived_at = 1', 'archived_at = NULL'],
    ]) {
      const change = (to: string) =>
        site.database.write((tx) => run(tx, `UPDATE workspaces SET ${to} WHERE id = ?`, [sibling]));
      await change(set!);
      assert.equal((await come({ workspace: sibling })).reason, 'not_a_member', set);
      await change(unset!);
    }
    assert.equal((await come({ workspace: sibling })).status, 200);
  });
});
