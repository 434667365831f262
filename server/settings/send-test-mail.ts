// Sends a test e-mail to whoever asks, through the very server that invitations go through, and tells what it answered.
import type { MailTest } from '../../shared/settings/mail.ts';
import { fail } from '../../shared/errors.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { spend } from '../limits/limits.ts';
import { accountLetter } from '../mail/account-letter.ts';
import type { Addressee } from '../mail/addressee.ts';
import { addresseeById } from '../mail/addressee.ts';
import { languageOf } from '../mail/words.ts';
import { actingMember } from '../sessions/acting-member.ts';
import { hasMail } from './mail-setup.ts';

/**
 * Sends the test e-mail, past the outbox, within ten seconds. Each call is a mail of its own: a retry tests again.
 * @throws {AppError} the reason of the denial; `mail_not_set_up`; `not_granted` for who has no address; `rate_limited`.
 */
export async function sendTestMail(ctx: UseCaseContext): Promise<MailTest> {
  const { person, place } = await ctx.write({ action: 'deployment.test-mail', input: {} }, (tx) =>
    addresseeOf(ctx, tx),
  );
  const letter = accountLetter(
    { kind: 'test', name: person.name, email: person.email, place: { host: place } },
    languageOf(person.language, ctx.visit.language),
  );
  return ctx.tryMail({
    ...letter,
    to: person.email,
    toName: person.name,
    messageId: `<test.${ctx.newId()}@${place}>`,
  });
}

async function addresseeOf(
  ctx: UseCaseContext,
  tx: WriteTransaction,
): Promise<{ person: Addressee; place: string }> {
  await tx.assertCan('deployment.change', { workspace: ctx.workspaceId ?? fail('workspace_not_found') });
  if (!(await hasMail(ctx, tx.sql))) fail('mail_not_set_up');
  const { accountId } = await actingMember(tx.sql, ctx.caller, ctx.workspaceId, ctx.policy);
  const person = accountId === null ? undefined : await addresseeById(tx.sql, accountId);
  if (person === undefined) fail('not_granted');
  await spend(tx, 'testMails', accountId!);
  return { person, place: new URL(ctx.settings.baseUrl).hostname };
}
