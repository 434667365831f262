// The first proof of a mailbox: whatever was planted in its account is gone, and whoever proved it is in.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, it } from 'node:test';
import type { AccountId, LinkId, MemberId } from '../../shared/ids.ts';
import { all, first, run } from '../db/database.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { createInvitations } from '../invitations/create.ts';
import { insertLink } from '../links/store.ts';
import { verifyPassword } from '../passwords/hash.ts';
import type { SignedIn } from '../testing/people.ts';
import { browserOf, givePassword, signIn } from '../testing/people.ts';
import { withPasswords } from '../testing/policies.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { createWorkspace } from '../workspaces/create.ts';
import { proveMailbox } from './prove-mailbox.ts';
import { getAccount } from './read.ts';

const PLANTED = 'Anvil-7-rosette';

describe('the first proof of a mailbox', () => {
  let world: World;
  let victim: { id: MemberId; accountId: AccountId };
  let attacker: SignedIn;
  const worlds: World[] = [];
  /** Somebody accepted a copied invitation in another's name, and made themselves at home. */
  beforeEach(async () => {
    world = await createWorld({ policy: withPasswords, hasMail: true });
    worlds.push(world);
    victim = await world.addMember({ email: 'victim@acme.test', roles: ['staff'] });
    const { accountId } = victim;
    await givePassword(world, accountId, PLANTED);
    attacker = await signIn(world, accountId);
    await world.database.write(async (sql) => {
      await run(sql, 'UPDATE accounts SET email_verified_at = NULL WHERE id = ?', [accountId]);
      await run(
        sql,
        "INSERT INTO providers (id, workspace_id, name, config, admission, created_at) VALUES ('provider-1', ?, 'P', '{}', '{}', 0)",
        [world.workspaceId],
      );
      await run(
        sql,
        "INSERT INTO identities (provider_id, issuer, subject, account_id, created_at) VALUES ('provider-1', 'i', 'attacker', ?, 0)",
        [accountId],
      );
      await insertLink(sql, {
        id: 'link-planted' as LinkId,
        kind: 'reset',
        accountId,
        data: {},
        createdAt: world.clock.now,
        expiresAt: world.clock.now + 60_000,
      });
    });
  });
  after(() => Promise.all(worlds.map((each) => each.close())));

  const waysIn = () =>
    first<{
      hash: string | null;
      verifiedAt: number | null;
      sessions: number;
      links: number;
      identities: number;
    }>(
      world.database.read,
      `SELECT password_hash AS hash, email_verified_at AS verifiedAt, (SELECT count(*) FROM sessions) AS sessions,
         (SELECT count(*) FROM links) AS links, (SELECT count(*) FROM identities) AS identities FROM accounts WHERE id = ?`,
      [victim.accountId],
    );
  const prove = () =>
    world
      .as({ kind: 'anonymous' }, null)
      .write({ action: 'account.sign-in', input: null }, (tx) => proveMailbox(tx, victim.accountId, 'link'));
  const entries = async () =>
    (
      await all<{ workspaceId: string; actor: string; target: string; after: string; data: string }>(
        world.database.read,
        `SELECT workspace_id AS workspaceId, actor_id AS actor, target_id AS target, after, data
         FROM audit JOIN audit_personal USING (seq) WHERE action = 'account.prove-mailbox' ORDER BY seq`,
      )
    ).map(({ after: by, data, ...entry }) => ({ ...entry, by: JSON.parse(by), ...JSON.parse(data) }));
  const invite = async (channel: 'mail' | 'copy') => {
    const elsewhere = await world.addWorkspace();
    const { results } = await createInvitations(world.as({ kind: 'system' }, elsewhere), {
      addresses: 'victim@acme.test',
      roles: ['owner'],
      idempotencyKey: randomUUID(),
    });
    return world.asSystem().links.invitation(results[0]!.invitationId!, 1, channel).split('/').at(-1)!;
  };

  it('SEC_C17 takes away password, connections, sessions and links that were planted', async () => {
    world.clock.now += 1;
    assert.equal(await prove(), true);
    assert.deepEqual(
      { ...(await waysIn()) },
      {
        hash: null,
        verifiedAt: world.clock.now,
        sessions: 0,
        links: 0,
        identities: 0,
      },
    );
    assert.equal(await attacker.isIn(), false);
  });

  it('SEC_C17 SEC_L01 stands in the trail of each of their workspaces, by what proved it', async () => {
    const elsewhere = await world.addWorkspace();
    const email = 'victim@acme.test';
    const there = await world.addMember({ email, roles: ['owner'], workspaceId: elsewhere });
    await prove();
    await prove();
    const said = { by: { by: 'link' }, actor: email, name: '', email, ip: '192.0.2.1' };
    assert.deepEqual(await entries(), [
      { ...said, workspaceId: world.workspaceId, target: victim.id },
      { ...said, workspaceId: elsewhere, target: there.id },
    ]);
  });

  it('SEC_C17 is the first one only: later proofs leave everything as it is', async () => {
    await prove();
    await givePassword(world, victim.accountId, PLANTED);
    const there = await signIn(world, victim.accountId);
    world.clock.now += 1;
    const before = await world.dump();
    assert.equal(await prove(), false);
    assert.deepEqual(await world.dump(), before);
    assert.equal(await there.isIn(), true);
  });

  it('SEC_C17 SEC_B25 a mailed invitation is one: the planted password opens nothing, the browser that accepts stays in', async () => {
    const token = await invite('mail');
    const own = await signIn(world, victim.accountId);
    world.clock.now += 1;
    const ctx = await own.call(null);
    const { memberId } = await acceptInvitation(ctx, { token });
    const row = await waysIn();
    assert.equal(await verifyPassword(row!.hash, PLANTED), false);
    assert.deepEqual([row!.verifiedAt, row!.links, row!.identities], [world.clock.now, 0, 0]);
    assert.equal(await attacker.isIn(), false);
    assert.equal(await own.isIn(), false);
    const now = browserOf(world, ctx.replyCookies[0]);
    assert.equal((await getAccount(await now.call())).isEmailVerified, true);
    assert.deepEqual(
      (await entries()).map(({ target, by }) => [target, by]),
      [[victim.id, { by: 'invitation' }]],
    );
    assert.ok(memberId);
  });

  it('SEC_B25 a copied link proves nothing and clears nothing', async () => {
    const token = await invite('copy');
    const own = await signIn(world, victim.accountId);
    await acceptInvitation(await own.call(null), { token });
    const row = await waysIn();
    assert.equal(await verifyPassword(row!.hash, PLANTED), true);
    assert.equal(row!.verifiedAt, null);
    assert.deepEqual(await entries(), []);
    assert.equal(await own.isIn(), true);
  });

  it('SEC_B25 SEC_C17 being made the owner of a workspace shuts out whoever made themselves at home before', async () => {
    world.clock.now += 1;
    await createWorkspace(world.as({ kind: 'system' }, null), {
      name: 'New',
      owner: { email: 'victim@acme.test' },
      idempotencyKey: randomUUID(),
    });
    const row = await waysIn();
    assert.deepEqual([row!.hash, row!.sessions, row!.links, row!.identities], [null, 0, 0, 0]);
    assert.equal(row!.verifiedAt, null, 'the operator’s word proves no mailbox');
  });
});
