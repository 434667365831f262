// Tells a person by mail what was done to their account, where mail goes out at all.
import type { AccountId, LinkId } from '../../shared/ids.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import type { AccountMailKind } from '../mail/store.ts';
import { queueAccountMail } from '../mail/store.ts';
import { hasMail } from '../settings/mail-setup.ts';

/** A mail about an account. */
export interface AccountNews {
  readonly kind: AccountMailKind;
  readonly accountId: AccountId;
  readonly linkId?: LinkId;
  readonly data?: Readonly<Record<string, string>>;
}

/** Puts the mail into the outbox with the change that it is about (SEC_L09). Call `ctx.mailWaiting()` once the change stands. */
export async function tellByMail(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  news: AccountNews,
): Promise<void> {
  if (!(await hasMail(ctx, tx.sql))) return;
  const data = { language: ctx.visit.language, ...news.data };
  await queueAccountMail(tx.sql, { ...news, data }, tx.now);
}
