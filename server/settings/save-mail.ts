// Sets the mail server of the deployment, or goes back to the operator's. Whoever runs it could read every sign-in link, so only the home workspace may.
import { domainToASCII } from 'node:url';
import { isIPv6 } from 'node:net';
import { parseAddress } from '../../shared/emails/address.ts';
import { fail } from '../../shared/errors.ts';
import type { ForgetMail, SaveMail } from '../../shared/contract/settings.ts';
import type { MailSetup } from '../../shared/settings/mail.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { isLoopback } from '../mail/server.ts';
import { hastenMail } from '../mail/store.ts';
import { LEASE } from '../mail/outbox.ts';
import type { StoredMail } from './mail-setup.ts';
import { MAIL_SEAL, readMailSetup, readStoredMail } from './mail-setup.ts';
import type { Setting } from './store.ts';
import { writeSetting } from './store.ts';

const HOST = /^(?=.{1,253}$)[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?(?:\.[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?)*$/;

/** The wire's input with its defaults filled in. */
type Wanted = SaveMail & { readonly user: string };
type Stored = Setting<StoredMail | null> | undefined;

/** What is set, for who may see the deployment's settings. @throws {AppError} the reason of the denial. */
export async function getMail(ctx: UseCaseContext): Promise<MailSetup> {
  await authorizeRead(ctx, 'deployment.view');
  return readMailSetup(ctx, ctx.read);
}

/**
 * Sets the mail server; mail that waits is tried with it.
 * @throws {AppError} the reason of the denial; `fresh_sign_in_required`; `input_invalid` naming the field; `email_invalid` for the sender;
 * `mail_password_needed`; `mail_password_unprotected`; `changed_meanwhile` with what is set now.
 */
export async function saveMail(ctx: UseCaseContext, input: Wanted): Promise<MailSetup> {
  const { idempotencyKey, password, version, ...given } = input;
  const server = checked(given);
  // A digest of the wish is kept, and none of a password must be.
  const wish = {
    ...given,
    version,
    password: password === undefined ? 'kept' : password === '' ? 'none' : 'new',
  };
  const saved = await ctx.write({ action: 'deployment.change', input: wish, idempotencyKey }, async (tx) => {
    const stored = await storedToChange(ctx, tx, version);
    const sealed = sealedPassword(ctx, stored, server, password);
    return change(ctx, tx, { value: server, sealed, version });
  });
  ctx.mailWaiting();
  return saved;
}

/** Goes back to what the operator set, or to no mail. @throws {AppError} as `saveMail`. */
export async function forgetMail(ctx: UseCaseContext, input: ForgetMail): Promise<MailSetup> {
  const { idempotencyKey, version } = input;
  const wish = { action: 'deployment.change', input: { mail: null, version }, idempotencyKey } as const;
  const saved = await ctx.write(wish, async (tx) => {
    const stored = await storedToChange(ctx, tx, version);
    return stored?.value
      ? change(ctx, tx, { value: null, sealed: null, version })
      : readMailSetup(ctx, tx.sql);
  });
  ctx.mailWaiting();
  return saved;
}

/** What is set as the transaction finds it, for who may change it and saw it as it is. */
async function storedToChange(ctx: UseCaseContext, tx: WriteTransaction, version: number): Promise<Stored> {
  await tx.assertCan('deployment.change', { workspace: ctx.workspaceId ?? fail('workspace_not_found') });
  tx.assertFresh();
  const stored = await readStoredMail(tx.sql);
  if ((stored?.version ?? 0) !== version) fail('changed_meanwhile', await readMailSetup(ctx, tx.sql));
  return stored;
}

async function change(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  setting: Setting<StoredMail | null>,
): Promise<MailSetup> {
  const before = await readMailSetup(ctx, tx.sql);
  if (!(await writeSetting(tx.sql, 'mail', setting))) fail('changed_meanwhile', before);
  const after = await readMailSetup(ctx, tx.sql);
  await hastenMail(tx.sql, { now: tx.now, lease: LEASE });
  await tx.audit({
    action: 'deployment.change',
    target: { kind: 'setting', id: 'mail' },
    before: withoutNames(before),
    after: withoutNames(after),
    personal: { from: after.settings?.from ?? '', user: after.settings?.user ?? '' },
  });
  return after;
}

/** The setting without what could name a person. */
function withoutNames({ source, settings }: MailSetup): unknown {
  if (settings === null) return { source };
  const { from: _from, user: _user, ...rest } = settings;
  return { source, ...rest };
}

function checked(given: Omit<Wanted, 'password' | 'version' | 'idempotencyKey'>): StoredMail {
  const typed = given.host.trim().toLowerCase();
  const host = isIPv6(typed) ? typed : domainToASCII(typed);
  if (!isIPv6(host) && !HOST.test(host)) fail('input_invalid', { field: 'host' });
  if (!parseAddress(given.from).ok) fail('email_invalid', { field: 'from' });
  const { security } = given;
  if (given.user !== '' && security === 'none' && !isLoopback(host))
    fail('mail_password_unprotected', { field: 'security' });
  return { ...given, host };
}

/**
 * The password as it is to be stored, sealed; null for none. A stored one is kept for the server and the user it was entered for,
 * over a connection no weaker: otherwise whoever may set the server could have it sent to one of their own and read it.
 */
function sealedPassword(
  ctx: UseCaseContext,
  stored: Stored,
  server: StoredMail,
  password: string | undefined,
): string | null {
  if (server.user === '') return password ? fail('input_invalid', { field: 'user' }) : null;
  if (password === '') fail('mail_password_needed', { field: 'password' });
  if (password !== undefined) return ctx.sealer.seal(MAIL_SEAL, password);
  const before = stored?.value;
  const isSame = before?.host === server.host && before.port === server.port && before.user === server.user;
  const isWeaker = server.security === 'none' && before?.security !== 'none';
  return isSame && !isWeaker && stored?.sealed != null
    ? stored.sealed
    : fail('mail_password_needed', { field: 'password' });
}
