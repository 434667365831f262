// The link that an operator is shown, on real databases: for somebody who is here, once, and without proving a mailbox.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { all, first, run } from '../db/database.ts';
import { everyWay } from '../testing/policies.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import { tokenOf, visitor } from '../testing/visitors.ts';
import type { World } from '../testing/world.ts';
import { signInWithLink } from './link.ts';
import { showSignInLink } from './shown-link.ts';

describeOnEachStore('a link that the operator is shown', (makeWorld) => {
  let world: World;
  before(async () => {
    world = await makeWorld({ policy: everyWay });
  });
  after(() => world.close());

  const operator = () => world.as({ kind: 'system' }, null);

  it('W4 SEC_B25 lets the person in once, proves no mailbox, and stands in the trail without its secret', async () => {
    const { accountId } = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    await world.database.write((tx) => run(tx, 'UPDATE accounts SET email_verified_at = NULL', []));
    const { link } = await showSignInLink(operator(), { email: ' Olga@ACME.test ' });
    const ctx = visitor(world);
    await signInWithLink(ctx, { token: tokenOf(link) });
    assert.equal(ctx.replyCookies.length > 0, true);
    await assert.rejects(signInWithLink(visitor(world), { token: tokenOf(link) }), isRefusal('link_used'));
    const account = await first<{ verified: number | null }>(
      world.database.read,
      'SELECT email_verified_at AS verified FROM accounts WHERE id = ?',
      [accountId],
    );
    assert.equal(account?.verified, null);
    const trail = await all<object>(
      world.database.read,
      "SELECT * FROM audit WHERE action = 'account.show-link' AND target_id = ?",
      [accountId],
    );
    assert.equal(trail.length, 1);
    assert.ok(!JSON.stringify(trail).includes(tokenOf(link)));
  });

  it('SEC_C07 is made for nobody who could not sign in, and for nobody but the operator', async () => {
    await world.addMember({ email: 'off@acme.test', roles: ['owner'], status: 'deactivated' });
    const owner = await world.addMember({ email: 'otto@acme.test', roles: ['owner'] });
    const before = await all<object>(world.database.read, 'SELECT * FROM links');
    for (const email of ['off@acme.test', 'nobody@acme.test'])
      await assert.rejects(showSignInLink(operator(), { email }), isRefusal('member_not_found'));
    await assert.rejects(showSignInLink(operator(), { email: 'olga@' }), isRefusal('email_invalid'));
    await assert.rejects(
      showSignInLink(world.asAccount(owner.accountId), { email: 'otto@acme.test' }),
      isRefusal('not_granted'),
    );
    assert.deepEqual(await all<object>(world.database.read, 'SELECT * FROM links'), before);
  });
});
