// The first owner, on real databases: one workspace, one person, once, by the link on the console or by the operator.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, it } from 'node:test';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { all } from '../db/database.ts';
import { everyWay, manyRoles } from '../testing/policies.ts';
import { codeOf, isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import { nextCall, tokenOf, visitor } from '../testing/visitors.ts';
import type { World } from '../testing/world.ts';
import { createWorkspace } from '../workspaces/create.ts';
import { peekLink, signInWithLink } from './link.ts';
import { signInWithPassword } from './password.ts';
import { createOwner, setUp, setUpLink } from './set-up.ts';

const DAY = 24 * 60 * 60 * 1000;
const PASSWORD = 'correct horse battery';

describeOnEachStore('the first owner', (makeWorld) => {
  let world: World;
  beforeEach(async () => {
    // A deployment as its first start finds it: with nothing in it.
    world = await makeWorld({ policy: everyWay, workspaceId: 'no-workspace-yet' as WorkspaceId });
  });
  afterEach(() => world.close());

  const operator = () => world.as({ kind: 'system' }, null);
  const token = async () => tokenOf((await setUpLink(operator())) ?? assert.fail('there is no link'));
  const wish = (given: string) => ({
    token: given,
    workspace: ' Acme ',
    email: 'Olga@Acme.test',
    name: 'Olga',
    password: PASSWORD,
  });
  const people = () =>
    all<{ name: string; home: number | null; email: string; role: string; verified: number | null }>(
      world.database.read,
      `SELECT w.name, w.home, a.email, r.role, a.email_verified_at AS verified FROM workspaces w JOIN members m ON m.workspace_id = w.id
       JOIN member_roles r ON r.member_seq = m.seq JOIN accounts a ON a.id = m.account_id`,
    );
  const create = (ctx: UseCaseContext, isHome?: boolean) =>
    createWorkspace(ctx, {
      name: 'Other',
      owner: { email: 'otto@acme.test' },
      idempotencyKey: randomUUID(),
      ...(isHome !== undefined && { isHome }),
    });

  it('SEC_C20 names themselves with the link of the console, owns the main workspace and is signed in', async () => {
    assert.deepEqual(await people(), [], 'there is no default account');
    const given = await token();
    assert.deepEqual((await peekLink(visitor(world), { token: given })).kind, 'setup');
    const ctx = visitor(world);
    assert.deepEqual(await setUp(ctx, wish(given)), { to: 'https://people.example/account' });
    assert.deepEqual(
      (await people()).map((row) => ({ ...row })),
      [{ name: 'Acme', home: 1, email: 'Olga@acme.test', role: 'owner', verified: world.clock.now }],
    );
    const { caller } = await nextCall(world, ctx);
    assert.equal(caller.kind === 'account' && caller.session.startedBy, 'setup');
    await signInWithPassword(visitor(world), { login: 'olga@acme.test', password: PASSWORD });
    const actions = await all<{ action: string }>(
      world.database.read,
      'SELECT action FROM audit ORDER BY seq',
    );
    assert.deepEqual(actions.map(({ action }) => action).slice(0, 4), [
      'workspace.create',
      'member.join',
      'deployment.set-up',
      'account.sign-in',
    ]);
    assert.doesNotMatch(JSON.stringify(await world.dump()), new RegExp(`${PASSWORD}|${given}`));
  });

  it('SEC_C20 of two at once one is the owner; the third finds it closed', async () => {
    const given = await token();
    const results = await Promise.allSettled([
      setUp(visitor(world), wish(given)),
      setUp(visitor(world), { ...wish(given), email: 'eve@acme.test' }),
    ]);
    assert.deepEqual(results.map((result) => codeOf(result) ?? 'in').toSorted(), ['in', 'setup_closed']);
    assert.equal((await people()).length, 1);
    await assert.rejects(setUp(visitor(world), wish(given)), isRefusal('setup_closed'));
    assert.equal(await setUpLink(operator()), null);
  });

  it('SEC_C20 every start shows the same link, good for a day from then', async () => {
    const given = await token();
    const starts = await Promise.all([token(), token(), token()]);
    assert.deepEqual(new Set(starts), new Set([given]));
    world.clock.now += DAY - 1;
    assert.equal(await token(), given);
    world.clock.now += DAY;
    await assert.rejects(setUp(visitor(world), wish(given)), isRefusal('sign_in_link_expired'));
    const renewed = await token();
    assert.notEqual(renewed, given);
    await assert.rejects(setUp(visitor(world), wish(given)), isRefusal('link_invalid'));
    await setUp(visitor(world), wish(renewed));
  });

  it('SEC_C20 is closed as soon as there is a workspace, whoever made it', async () => {
    const given = await token();
    await create(operator());
    await assert.rejects(setUp(visitor(world), wish(given)), isRefusal('setup_closed'));
    assert.equal(await setUpLink(operator()), null);
  });

  it('refuses what cannot be, names the field, and stays open', async () => {
    const given = await token();
    const fieldOf = async (change: object, code: Parameters<typeof isRefusal>[0]) => {
      const error = await setUp(visitor(world), { ...wish(given), ...change }).then(
        () => assert.fail('it was taken'),
        (refusal: unknown) => refusal,
      );
      isRefusal(code)(error);
      return (error as { details: { field: string } }).details.field;
    };
    assert.equal(await fieldOf({ workspace: ' ' }, 'name_invalid'), 'workspace');
    assert.equal(await fieldOf({ email: 'olga' }, 'email_invalid'), 'email');
    assert.equal(await fieldOf({ name: 'a\u0000b' }, 'name_invalid'), 'name');
    assert.equal(await fieldOf({ password: 'abc' }, 'password_too_weak'), 'password');
    await assert.rejects(
      setUp(visitor(world, { isOwnPage: false }), wish(given)),
      isRefusal('not_signed_in'),
    );
    assert.deepEqual(await people(), []);
    await setUp(visitor(world), wish(given));
  });

  it('SEC_B10 takes no link of another type', async () => {
    const { link } = await createOwner(operator(), { workspace: 'Acme', email: 'olga@acme.test' });
    await assert.rejects(setUp(visitor(world), wish(tokenOf(link))), isRefusal('link_invalid'));
  });

  it('a second click on the button of its page leads to the same session', async () => {
    const given = await token();
    const form = { idempotencyKey: randomUUID(), session: 's'.repeat(43) };
    const clicks = [visitor(world), visitor(world)];
    for (const ctx of clicks) await setUp(ctx, wish(given), form);
    assert.equal(clicks[0]!.replyCookies[0], clicks[1]!.replyCookies[0]);
    assert.equal((await people()).length, 1);
  });

  it('SEC_C20 the operator names the owner from the command line, once, and shows a link that signs in but proves no mailbox', async () => {
    const made = await createOwner(operator(), { workspace: 'Acme', email: 'olga@acme.test', name: 'Olga' });
    await assert.rejects(
      createOwner(operator(), { workspace: 'Acme', email: 'eve@acme.test' }),
      isRefusal('setup_closed'),
    );
    const ctx = visitor(world);
    await signInWithLink(ctx, { token: tokenOf(made.link) });
    assert.equal((await nextCall(world, ctx)).caller.kind, 'account');
    assert.deepEqual(
      (await people()).map(({ home, verified }) => [home, verified]),
      [[1, null]],
    );
    await assert.rejects(
      createOwner(visitor(world), { workspace: 'Acme', email: 'eve@acme.test' }),
      isRefusal('not_granted'),
    );
  });

  it('the operator makes one workspace the main one; a host may not', async () => {
    await create(operator());
    await assert.rejects(
      create(world.as({ kind: 'host', hostKeyId: 'no-key' as never }, null), true),
      isRefusal('token_invalid'),
    );
    const { id } = await create(operator(), true);
    await assert.rejects(create(operator(), true), isRefusal('already_exists'));
    const homes = await all<{ id: string }>(world.database.read, 'SELECT id FROM workspaces WHERE home = 1');
    assert.deepEqual(
      homes.map((row) => row.id),
      [id],
    );
  });

  it('takes no password where nobody has one', async () => {
    await world.close();
    world = await makeWorld({ policy: manyRoles, workspaceId: 'no-workspace-yet' as WorkspaceId });
    const given = await token();
    await assert.rejects(setUp(visitor(world), wish(given)), isRefusal('not_in_policy'));
    const { password: _password, ...without } = wish(given);
    await setUp(visitor(world), without);
  });
});
