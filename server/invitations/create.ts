// Invites everybody on a pasted list: one transaction, one answer for each piece of the list.
import { authorizeRead } from '../authorize.ts';
import type { CreateInvitations } from '../../shared/contract/invitations.ts';
import type { AddressEntry } from '../../shared/emails/address-list.ts';
import type { InvitationId } from '../../shared/ids.ts';
import type { InvitationOutcome, InvitationResult } from '../../shared/invitations/invitation.ts';
import { can } from '../../shared/policy/can.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import { breathe } from '../db/breathe.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { queueInvitationMail } from '../mail/store.ts';
import type { InvitationTerms, NewInvitation, Reissue, Taken } from './bulk.ts';
import { findTaken, insertInvitations, reissueInvitations } from './bulk.ts';
import { mayCopyLinks } from './copy-link.ts';
import { cleanMessage } from './message.ts';
import { readAddresses } from './read-list.ts';
import { issueTerms, spendInvitations } from './terms.ts';

/** How one piece went, in the form that is recorded for a retry: what the piece says itself is read from the list again. */
type Recorded = readonly [outcome: InvitationOutcome, id?: InvitationId, generation?: number];

/** How many pieces are done before others get a turn. */
const CHUNK = 100;

/**
 * Invites every usable address of the list that is not here yet, and says for each piece how it went.
 *
 * An expired invitation of the same address is issued again under its id: new terms, new links, the old links dead.
 * Links stand in the reply only for who may copy them; they are made after the write, so the record of a retry holds none (SEC_B14).
 * @throws {AppError} the reason of the denial, `too_many_addresses`, `no_valid_address` for an empty list, `name_invalid`, `rate_limited`,
 * `fresh_sign_in_required` for a role that must never be vacant.
 */
export async function createInvitations(
  ctx: UseCaseContext,
  input: CreateInvitations,
): Promise<{ results: InvitationResult[] }> {
  const { idempotencyKey, ...wish } = input;
  // Reading the list costs something, so strangers are turned away before; the decision itself is made in the write.
  await authorizeRead(ctx, 'invitation.list');
  const entries = await readAddresses(input.addresses, input.name);
  const message = cleanMessage(input.message ?? '');
  const recorded = await ctx.write(
    { action: 'invitation.create', input: wish, idempotencyKey },
    async (tx) => {
      const terms = await issueTerms(ctx, tx);
      await tx.assertCan('invitation.create', { workspace: terms.workspaceId, roles: input.roles });
      if (isGuard(ctx.policy, input.roles)) tx.assertFresh();
      await spendInvitations(
        tx,
        terms,
        entries.flatMap(({ problem, key }) => (problem === undefined ? [key!] : [])),
      );
      return inviteAll(ctx, tx, { ...terms, roles: [...new Set(input.roles)], message }, entries);
    },
  );
  if (recorded.some(([outcome]) => outcome === 'invited')) ctx.mailWaiting();
  return { results: await resultsOf(ctx, input.roles, entries, recorded) };
}

async function inviteAll(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  terms: InvitationTerms,
  entries: readonly AddressEntry[],
): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  const mayReplace = await replaceRule(tx, terms);
  for (let start = 0; start < entries.length; start += CHUNK) {
    recorded.push(...(await inviteChunk(ctx, tx, terms, entries.slice(start, start + CHUNK), mayReplace)));
    if (entries.length > CHUNK) await breathe();
  }
  return recorded;
}

/** Whether the inviter may put an expired invitation aside: one into a role that is not theirs to give stays as it is. */
async function replaceRule(
  tx: WriteTransaction,
  terms: InvitationTerms,
): Promise<(roles: readonly string[]) => boolean> {
  const facts = await tx.facts(terms.workspaceId);
  return (roles) =>
    can(tx.actor, 'invitation.revoke', { invitation: { workspace: terms.workspaceId, roles } }, facts)
      .allowed;
}

async function inviteChunk(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  terms: InvitationTerms,
  entries: readonly AddressEntry[],
  mayReplace: (roles: readonly string[]) => boolean,
): Promise<Recorded[]> {
  const usable = entries.filter((entry) => entry.problem === undefined);
  const taken = new Map(
    (
      await findTaken(
        tx.sql,
        terms.workspaceId,
        usable.map(({ key }) => key!),
      )
    ).map((found) => [usable[found.at]!, found]),
  );
  const added: NewInvitation[] = [];
  const reissued: (Reissue & { id: InvitationId; generation: number })[] = [];
  const recorded = entries.map((entry): Recorded => {
    const outcome = outcomeOf(entry, taken.get(entry), terms.now, mayReplace);
    if (outcome !== 'invited') return [outcome];
    const { email, key, name = '' } = entry as AddressEntry & { email: string; key: string };
    const expired = taken.get(entry)?.invitation;
    if (expired) {
      reissued.push({ seq: expired.seq, id: expired.id, generation: expired.generation + 1, email, name });
      return [outcome, expired.id, expired.generation + 1];
    }
    const id = ctx.newId() as InvitationId;
    added.push({ id, email, emailKey: key, name });
    return [outcome, id, 1];
  });
  await insertInvitations(tx.sql, terms, added);
  await reissueInvitations(tx.sql, terms, reissued);
  const issued = [...added.map(({ id, email, name }) => ({ id, email, name, generation: 1 })), ...reissued];
  if (terms.delivery === 'queued')
    await queueInvitationMail(
      tx.sql,
      issued.map(({ id, generation }) => [id, generation]),
      { now: terms.now, language: ctx.visit.language },
    );
  await tx.audit(
    ...issued.map(
      ({ id, email, name }) =>
        ({
          action: 'invitation.create',
          target: { kind: 'invitation', id },
          after: { roles: terms.roles },
          personal: { email, name },
        }) as const,
    ),
  );
  return recorded;
}

function outcomeOf(
  entry: AddressEntry,
  taken: Taken | undefined,
  now: number,
  mayReplace: (roles: readonly string[]) => boolean,
): InvitationOutcome {
  if (entry.problem !== undefined) return entry.problem === 'duplicate' ? 'duplicate' : 'invalid';
  if (taken?.status === 'active') return 'already_member';
  if (taken?.status === 'deactivated') return 'deactivated';
  if (!taken?.invitation) return 'invited';
  if (taken.invitation.expiresAt > now) return 'already_invited';
  return mayReplace(taken.invitation.roles) ? 'invited' : 'not_allowed';
}

async function resultsOf(
  ctx: UseCaseContext,
  roles: readonly string[],
  entries: readonly AddressEntry[],
  recorded: readonly Recorded[],
): Promise<InvitationResult[]> {
  const hasLinks = recorded.some(([outcome]) => outcome === 'invited') && (await mayCopyLinks(ctx, roles));
  const results: InvitationResult[] = [];
  if (entries.length > CHUNK) await breathe();
  for (const [index, entry] of entries.entries()) {
    const [outcome, id, generation] = recorded[index]!;
    results.push({
      text: entry.text,
      email: entry.email ?? null,
      outcome,
      ...(outcome === 'invalid' && entry.problem !== undefined ? { problem: entry.problem } : {}),
      ...(id === undefined ? {} : { invitationId: id }),
      ...(id === undefined || !hasLinks ? {} : { link: ctx.links.invitation(id, generation!, 'copy') }),
    });
    if (index % CHUNK === CHUNK - 1) await breathe();
  }
  return results;
}
