// Invites everybody on a pasted list: one transaction, one answer for each piece of the list.
import { authorizeRead } from '../authorize.ts';
import type { CreateInvitations } from '../../shared/contract/invitations.ts';
import type { AddressEntry } from '../../shared/emails/address-list.ts';
import { fail } from '../../shared/errors.ts';
import type { InvitationId } from '../../shared/ids.ts';
import type { InvitationOutcome, InvitationResult } from '../../shared/invitations/invitation.ts';
import { can } from '../../shared/policy/can.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import { breathe } from '../db/breathe.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { assertLeft } from '../limits/limits.ts';
import { queueInvitationMail } from '../mail/store.ts';
import { elsewhere } from '../sessions/elsewhere.ts';
import type { InvitationTerms, NewInvitation, Reissue, Taken } from './bulk.ts';
import { findTaken, insertInvitations, reissueInvitations } from './bulk.ts';
import type { InvitedInto } from './copy-link.ts';
import { mayCopyLinks } from './copy-link.ts';
import { cleanMessage } from './message.ts';
import { readAddresses } from './read-list.ts';
import { issueTerms, mailboxHere, spendInvitations } from './terms.ts';

/** How one piece went, in the form that is recorded for a retry: what the piece says itself is read from the list again. */
export type Recorded = readonly [outcome: InvitationOutcome, id?: InvitationId, generation?: number];

/** How many pieces are done before others get a turn. */
const CHUNK = 100;

/** A workspace that people are invited into, by what the caller is there. */
export interface InvitationGround {
  readonly ctx: UseCaseContext;
  readonly tx: WriteTransaction;
  readonly terms: InvitationTerms;
}

/**
 * Invites every usable address of the list that is not here yet, and says for each piece how it went.
 *
 * Into other workspaces the same people are invited by the same letter, each place judged by itself: one that is refused refuses all (W21).
 * An expired invitation of the same address is issued again under its id: new terms, new links, the old links dead.
 * Links stand in the reply only for who may copy them; they are made after the write, so the record of a retry holds none (SEC_B14).
 * @throws {AppError} the reason of the denial, `too_many_addresses`, `no_valid_address` for an empty list, `name_invalid`, `rate_limited`,
 * `fresh_sign_in_required` for a role that must never be vacant; `input_invalid` for a workspace named twice; `not_in_policy` where people belong to one.
 */
export async function createInvitations(
  ctx: UseCaseContext,
  input: CreateInvitations,
): Promise<{ results: InvitationResult[] }> {
  const { idempotencyKey, ...wish } = input;
  // Reading the list costs something, so strangers are turned away before; the decision itself is made in the write.
  await authorizeRead(ctx, 'invitation.list');
  const entries = await readAddresses(input.addresses, input.name);
  assertNamed(ctx, entries);
  const message = cleanMessage(input.message ?? '');
  const places = placesIn(ctx, input);
  const recorded = await ctx.write({ action: 'invitation.create', input: wish, idempotencyKey }, (tx) =>
    inviteInto(ctx, tx, { places, entries, message }),
  );
  if (recorded.some((place) => place.some(([outcome]) => outcome === 'invited'))) ctx.mailWaiting();
  return { results: await resultsOf(ctx, places, entries, recorded) };
}

/**
 * Invites one person into each of the places by one letter, in a write that is about more; `invitedResult` makes the answer once it stands.
 * @throws {AppError} the reason of the denial; `rate_limited`; `fresh_sign_in_required`.
 */
export async function inviteWithin(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  entry: AddressEntry & { readonly key: string },
  places: readonly InvitedInto[],
): Promise<Recorded[]> {
  const done = await inviteInto(ctx, tx, { places, entries: [entry], message: '' });
  return done.map(([recorded]) => recorded!);
}

/** How inviting one person into each of the places went, with a link where the caller may copy it now. */
export async function invitedResult(
  ctx: UseCaseContext,
  entry: AddressEntry,
  places: readonly InvitedInto[],
  recorded: readonly Recorded[],
): Promise<InvitationResult> {
  return (
    await resultsOf(
      ctx,
      places,
      [entry],
      recorded.map((place) => [place]),
    )
  )[0]!;
}

/**
 * Where people are to be: the workspace of the call first.
 * @throws {AppError} `workspace_not_found`; `input_invalid` for a workspace named twice; `not_in_policy` where people belong to one.
 */
export function placesIn(
  ctx: UseCaseContext,
  { roles, places = [] }: Pick<CreateInvitations, 'roles' | 'places'>,
): readonly InvitedInto[] {
  const own = { workspaceId: ctx.workspaceId ?? fail('workspace_not_found'), roles };
  if (places.length > 0 && ctx.policy.policy.workspaces === 'one') fail('not_in_policy', { field: 'places' });
  const all = [own, ...places];
  if (new Set(all.map(({ workspaceId }) => workspaceId)).size < all.length)
    fail('input_invalid', { field: 'places' });
  return all;
}

/** Refuses one person without a name, where the policy wants one (W18). Of a list nobody types names. */
function assertNamed(ctx: UseCaseContext, entries: readonly AddressEntry[]): void {
  if (ctx.policy.policy.invitations.isNameRequired !== true || entries.length !== 1) return;
  const [{ problem, name = '' }] = entries as [AddressEntry];
  if (problem === undefined && name === '') fail('name_invalid', { field: 'name', reason: 'name_empty' });
}

/** The place as the caller may invite into it now. @throws {AppError} the reason of the denial; `fresh_sign_in_required`. */
export async function groundFor(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { workspaceId, roles }: InvitedInto,
  message: string,
): Promise<InvitationGround> {
  const there = await elsewhere(ctx, tx, workspaceId);
  await there.tx.assertCan('invitation.create', { workspace: workspaceId, roles });
  if (isGuard(there.ctx.policy, roles)) tx.assertFresh();
  const terms = await issueTerms(there.ctx, there.tx);
  return { ...there, terms: { ...terms, roles: [...new Set(roles)], message } };
}

/** Invites one person in a write that brings many in and counts them itself. @throws {AppError} `rate_limited` for a mailbox that was invited and taken back too often. */
export async function inviteFrom(
  ground: InvitationGround,
  entry: AddressEntry & { readonly key: string },
): Promise<Recorded> {
  const { tx, terms } = ground;
  await assertLeft(tx, 'revokedInvitations', [mailboxHere(terms.workspaceId, entry.key)]);
  return (await inviteAll(ground, [entry], new Map()))[0]!;
}

/** Invites everybody into every place, all judged and counted before; the first place that is new for an address brings its letter. */
async function inviteInto(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  {
    places,
    entries,
    message,
  }: { places: readonly InvitedInto[]; entries: readonly AddressEntry[]; message: string },
): Promise<Recorded[][]> {
  const grounds: InvitationGround[] = [];
  for (const place of places) grounds.push(await groundFor(ctx, tx, place, message));
  const usable = entries.flatMap(({ problem, key }) => (problem === undefined ? [key!] : []));
  for (const ground of grounds) await spendInvitations(ground.tx, ground.terms, usable);
  // What came together ends together.
  const { expiresAt } = grounds[0]!.terms;
  const letters = new Map<AddressEntry, InvitationId>();
  const done: Recorded[][] = [];
  for (const ground of grounds)
    done.push(await inviteAll({ ...ground, terms: { ...ground.terms, expiresAt } }, entries, letters));
  return done;
}

async function inviteAll(
  ground: InvitationGround,
  entries: readonly AddressEntry[],
  letters: Map<AddressEntry, InvitationId>,
): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  const mayReplace = await replaceRule(ground);
  for (let start = 0; start < entries.length; start += CHUNK) {
    recorded.push(...(await inviteChunk(ground, entries.slice(start, start + CHUNK), letters, mayReplace)));
    if (entries.length > CHUNK) await breathe();
  }
  return recorded;
}

/** Whether the inviter may put an expired invitation aside: one into a role that is not theirs to give stays as it is. */
async function replaceRule({ tx, terms }: InvitationGround): Promise<(roles: readonly string[]) => boolean> {
  const facts = await tx.facts(terms.workspaceId);
  return (roles) =>
    can(tx.actor, 'invitation.revoke', { invitation: { workspace: terms.workspaceId, roles } }, facts)
      .allowed;
}

async function inviteChunk(
  { ctx, tx, terms }: InvitationGround,
  entries: readonly AddressEntry[],
  letters: Map<AddressEntry, InvitationId>,
  mayReplace: (roles: readonly string[]) => boolean,
): Promise<Recorded[]> {
  const taken = await takenOf(tx, terms, entries);
  const added: NewInvitation[] = [];
  const reissued: (Reissue & { id: InvitationId; generation: number })[] = [];
  const recorded = entries.map((entry): Recorded => {
    const outcome = outcomeOf(entry, taken.get(entry), terms.now, mayReplace);
    if (outcome !== 'invited') return [outcome];
    const { email, key, name = '' } = entry as AddressEntry & { email: string; key: string };
    const expired = taken.get(entry)?.invitation;
    const id = expired?.id ?? (ctx.newId() as InvitationId);
    // The first place of an address brings the letter; the others come with it.
    const leadId = letters.get(entry) ?? null;
    if (leadId === null) letters.set(entry, id);
    const generation = (expired?.generation ?? 0) + 1;
    if (expired) reissued.push({ seq: expired.seq, id, generation, email, name, leadId });
    else added.push({ id, email, emailKey: key, name, leadId });
    return [outcome, id, generation];
  });
  await insertInvitations(tx.sql, terms, added);
  await reissueInvitations(tx.sql, terms, reissued);
  const issued = [...added.map((each) => ({ ...each, generation: 1 })), ...reissued];
  if (terms.delivery === 'queued')
    await queueInvitationMail(
      tx.sql,
      issued.flatMap(({ id, generation, leadId }) => (leadId === null ? [[id, generation] as const] : [])),
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

/** What stands at the usable addresses already. */
async function takenOf(
  tx: WriteTransaction,
  { workspaceId }: InvitationTerms,
  entries: readonly AddressEntry[],
): Promise<ReadonlyMap<AddressEntry, Taken>> {
  const usable = entries.filter((entry) => entry.problem === undefined);
  const keys = usable.map(({ key }) => key!);
  return new Map((await findTaken(tx.sql, workspaceId, keys)).map((found) => [usable[found.at]!, found]));
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
  places: readonly InvitedInto[],
  entries: readonly AddressEntry[],
  recorded: readonly (readonly Recorded[])[],
): Promise<InvitationResult[]> {
  const isAnyInvited = recorded.some((place) => place.some(([outcome]) => outcome === 'invited'));
  const mayCopy: boolean[] = [];
  for (const place of places) mayCopy.push(isAnyInvited && (await mayCopyLinks(ctx, place)));
  const results: InvitationResult[] = [];
  if (entries.length > CHUNK) await breathe();
  for (const [index, entry] of entries.entries()) {
    const went = places.map(({ workspaceId }, at) => ({ workspaceId, at, recorded: recorded[at]![index]! }));
    const invited = went.filter(({ recorded: [outcome] }) => outcome === 'invited');
    const [outcome, id, generation] = (invited[0] ?? went[0]!).recorded;
    const hasLink = invited.length > 0 && mayCopy[invited[0]!.at]!;
    const use = invited.length > 1 && invited.every(({ at }) => mayCopy[at]) ? 'copy-all' : 'copy';
    results.push({
      text: entry.text,
      email: entry.email ?? null,
      outcome,
      ...(outcome === 'invalid' && entry.problem !== undefined ? { problem: entry.problem } : {}),
      ...(id === undefined ? {} : { invitationId: id }),
      ...(places.length === 1
        ? {}
        : { places: went.map(({ workspaceId, recorded: [how] }) => ({ workspaceId, outcome: how })) }),
      ...(hasLink ? { link: ctx.links.invitation(id!, generation!, use) } : {}),
    });
    if (index % CHUNK === CHUNK - 1) await breathe();
  }
  return results;
}
