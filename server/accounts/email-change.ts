// A change of address on its way: asked for by the person or for them, and confirmed at the new mailbox.
import { checkAddress } from '../../shared/emails/address.ts';
import { fail } from '../../shared/errors.ts';
import type { AccountId, LinkId, MemberId, SessionId, WorkspaceId } from '../../shared/ids.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { spend } from '../limits/limits.ts';
import { insertLink } from '../links/store.ts';
import { hasMail } from '../settings/mail-setup.ts';
import { accountByKey } from './store.ts';
import { tellByMail } from './tell.ts';

/** How long the new address can be confirmed, in milliseconds. */
const LIFE = 60 * 60 * 1000;

/** An address in the forms to store and to compare. */
export interface NewAddress {
  readonly email: string;
  readonly key: string;
}

/** Who asked for another address, as it stands in the link: the person, by whose session only they can confirm, or who manages them. */
export type AskedBy =
  | { readonly session: SessionId }
  | {
      readonly workspace: WorkspaceId;
      /** The member who asked; '' for the operator or a host. */
      readonly manager: MemberId | '';
      /** Whether somebody in charge is to have another address. */
      readonly guard: 'yes' | 'no';
    };

/** The address that somebody typed. @throws {AppError} `email_invalid`. */
export function newAddress(text: string): NewAddress {
  const address = checkAddress(text);
  return address.ok ? address : fail('email_invalid', { field: 'email', reason: address.reason });
}

/**
 * Lets a link to confirm go to the new address; the one before it dies.
 *
 * Whether somebody else has the address changes nothing that can be seen: the link is made and counted, only its mail is not sent.
 * @param by - Who asked: it is looked at again when the address is confirmed.
 * @throws {AppError} `email_unchanged`; `mail_not_set_up`; `rate_limited`.
 */
export async function beginEmailChange(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  account: { readonly id: AccountId; readonly email: string },
  { email, key }: NewAddress,
  by: AskedBy,
): Promise<void> {
  if (email === account.email) fail('email_unchanged', { field: 'email' });
  if (!(await hasMail(ctx, tx.sql))) fail('mail_not_set_up');
  await spend(tx, 'emailChanges', account.id);
  await spend(tx, 'emailConfirmations', key);
  const id = ctx.newId() as LinkId;
  await insertLink(tx.sql, {
    id,
    kind: 'email',
    accountId: account.id,
    data: { email, ...by },
    createdAt: tx.now,
    expiresAt: tx.now + LIFE,
  });
  const holder = await accountByKey(tx.sql, key);
  if (holder !== undefined && holder.id !== account.id) return;
  await tellByMail(ctx, tx, {
    kind: 'confirm-email',
    accountId: account.id,
    linkId: id,
    data: { to: email },
  });
}
