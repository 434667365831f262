// The first owner: one workspace that the deployment is run from, made once, by whoever read the link on the server's console or runs its command line.
import type { SetUp } from '../../shared/contract/sign-in.ts';
import { fail } from '../../shared/errors.ts';
import type { LinkId, WorkspaceId } from '../../shared/ids.ts';
import { markEmailVerified, storePassword } from '../accounts/store.ts';
import type { UseCaseContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { openAccountLink } from '../links/open.ts';
import { insertLink, keepLink, liveSetUpLink, takeLink } from '../links/store.ts';
import { assertPasswordAllowed } from '../passwords/allowed.ts';
import { hashPassword } from '../passwords/hash.ts';
import { makeWorkspace, nameOf, ownerOf } from '../workspaces/create.ts';
import { hasWorkspace } from '../workspaces/store.ts';
import { enter } from './enter.ts';
import type { FormWish } from './form.ts';
import { keepSession } from './form.ts';
import { assertLinkOf } from './link.ts';
import { assertOwnPage } from './own-page.ts';
import { shownLink } from './shown-link.ts';
import { safeTarget } from './target.ts';

/** How long the link to set a deployment up lives from each start of its server, in milliseconds. */
const SET_UP_LINK_LIFE = 24 * 60 * 60 * 1000;

/** The address at which the first owner is named, good for a day from now; null where that was done. Whoever reads it owns the deployment. */
export async function setUpLink(ctx: UseCaseContext): Promise<string | null> {
  if (await hasWorkspace(ctx.read, { isHome: false })) return null;
  return ctx.write({ action: 'deployment.set-up', input: null }, async (tx) => {
    if (await hasWorkspace(tx.sql, { isHome: false })) return null;
    const expiresAt = tx.now + SET_UP_LINK_LIFE;
    // Every start shows the same one, so that none of several servers shows a dead one.
    const live = await liveSetUpLink(tx.sql, tx.now);
    const id = live ?? (ctx.newId() as LinkId);
    if (live !== undefined) await keepLink(tx.sql, id, expiresAt);
    else
      await insertLink(tx.sql, {
        id,
        kind: 'setup',
        accountId: null,
        data: {},
        createdAt: tx.now,
        expiresAt,
      });
    return ctx.links.account('setup', id);
  });
}

/**
 * Makes the workspace that the deployment is run from, with its first owner, and lets them in: once (SEC_C20).
 * @param form - Where a page may send the same wish twice.
 * @throws {AppError} `setup_closed` where there is a workspace already; `link_invalid`, `sign_in_link_expired`; `name_invalid`,
 * `email_invalid`, and what is wrong with the password; `not_in_policy` for a password where nobody has one.
 */
export async function setUp(
  ctx: UseCaseContext,
  input: SetUp,
  form?: FormWish,
): Promise<{ readonly to: string }> {
  assertOwnPage(ctx);
  const { token } = input;
  assertLinkOf(ctx, token, 'setup');
  if (form === undefined) await assertOpen(ctx.read);
  const name = nameOf(input.workspace, 'workspace');
  const owner = ownerOf({ email: input.email, name: input.name }, '');
  const hash = await hashOf(ctx, input.password);
  const wish = {
    action: 'deployment.set-up',
    input: { token },
    idempotencyKey: form?.idempotencyKey,
  } as const;
  const result = await ctx.write(wish, async (tx) => {
    await assertOpen(tx.sql);
    const link = await openAccountLink(ctx, tx.sql, { token, kind: 'setup', now: tx.now });
    if (!(await takeLink(tx.sql, link.id, tx.now))) fail('setup_closed');
    const id = ctx.newId() as WorkspaceId;
    const { accountId } = await makeWorkspace(ctx, tx, { id, name, hostKeyId: null, isHome: true, owner });
    // Whoever holds this link runs the deployment: that they name the right address is theirs to answer for.
    await markEmailVerified(tx.sql, accountId, tx.now);
    if (hash !== null) await storePassword(tx, accountId, hash, { mustChange: false });
    await tx.audit({ action: 'deployment.set-up', target: { kind: 'workspace', id }, workspaceId: id });
    await enter(ctx, tx, { accountId, startedBy: 'setup', ...(form && { token: form.session }) });
    return { to: safeTarget(undefined, ctx.settings) };
  });
  keepSession(ctx, form);
  return result;
}

async function hashOf(ctx: UseCaseContext, password: string | undefined): Promise<string | null> {
  if (password === undefined) return null;
  await assertPasswordAllowed(
    ctx.policy.policy.identity.passwords ?? fail('not_in_policy'),
    password,
    password,
  );
  return hashPassword(password);
}

async function assertOpen(sql: Sql): Promise<void> {
  if (await hasWorkspace(sql, { isHome: false })) fail('setup_closed');
}

/** The first owner as the operator names them. */
export interface OwnerWish {
  readonly workspace: string;
  readonly email: string;
  readonly name?: string | undefined;
}

/**
 * Makes the workspace that the deployment is run from as its operator, also where hosts have workspaces already.
 * @returns A link by which the owner signs in, good once and for a quarter of an hour; it proves no mailbox.
 * @throws {AppError} `setup_closed` where there is one already; `name_invalid`, `email_invalid`; `not_granted` to everybody else.
 */
export async function createOwner(
  ctx: UseCaseContext,
  wish: OwnerWish,
): Promise<{ readonly workspaceId: WorkspaceId; readonly link: string }> {
  if (ctx.caller.kind !== 'system') fail('not_granted');
  const name = nameOf(wish.workspace, 'workspace');
  const owner = ownerOf({ email: wish.email, name: wish.name }, '');
  return ctx.write({ action: 'deployment.set-up', input: null }, async (tx) => {
    if (await hasWorkspace(tx.sql, { isHome: true })) fail('setup_closed');
    const workspaceId = ctx.newId() as WorkspaceId;
    const made = await makeWorkspace(ctx, tx, {
      id: workspaceId,
      name,
      hostKeyId: null,
      isHome: true,
      owner,
    });
    await tx.audit({
      action: 'deployment.set-up',
      target: { kind: 'workspace', id: workspaceId },
      workspaceId,
    });
    return { workspaceId, link: await shownLink(ctx, tx, made.accountId) };
  });
}
