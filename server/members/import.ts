// Brings people in from a list: looks at what would become of each row, or does it. Rows stand by themselves: one that is refused changes nothing.
import type { ImportMembers } from '../../shared/contract/files.ts';
import { AppError, fail } from '../../shared/errors.ts';
import type { ImportResult } from '../../shared/members/import.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { breathe } from '../db/breathe.ts';
import type { InvitationGround } from '../invitations/create.ts';
import type { Limited } from '../limits/limits.ts';
import { note, spend } from '../limits/limits.ts';
import { bringIn } from './bring-in.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { noteMet } from './create.ts';
import { findKnown } from './known.ts';

/** What the rows of one call share. */
export interface Import {
  readonly ctx: UseCaseContext;
  readonly tx: WriteTransaction;
  readonly mode: ImportMembers['mode'];
  /** What new people get whose row names no role. */
  readonly roles: readonly RoleKey[];
  /** Where people are invited, by the roles that they get. */
  readonly grounds: Map<string, InvitationGround>;
  /** Who stood in a row before, by address and by external reference. */
  readonly seen: Set<string>;
}

type Row = ImportMembers['rows'][number];

/** How many rows are done before others get a turn. */
const TURN = 25;

/** Ends a write that was only to show what it would do. */
class Previewed extends Error {
  readonly results: readonly ImportResult[];
  constructor(results: readonly ImportResult[]) {
    super('previewed');
    this.results = results;
  }
}

/**
 * Makes or invites who is not here yet, and changes what differs of who is, each by the same rules as by hand.
 *
 * A preview does the same and undoes all of it, so that it cannot say anything else; only how a new person would come it does not tell
 * where that depends on whether they have an account elsewhere. Importing again changes nothing.
 * @throws {AppError} the reason of the denial for who may bring nobody in; `fresh_sign_in_required` where a row gives a role that must never be
 * vacant, and nobody is imported then; `rate_limited`.
 */
export async function importMembers(
  ctx: UseCaseContext,
  input: ImportMembers,
): Promise<{ results: readonly ImportResult[] }> {
  const { idempotencyKey, ...wish } = input;
  const { workspaceId } = await authorizeRead(ctx, 'invitation.list');
  try {
    const done = await ctx.write({ action: 'members.import', input: wish, idempotencyKey }, async (tx) => {
      await tx.assertCan('invitation.list', { workspace: workspaceId });
      const results = await importAll(ctx, tx, input);
      if (input.mode === 'preview') throw new Previewed(results);
      await summarize(tx, workspaceId, results);
      return { results };
    });
    ctx.mailWaiting();
    return done;
  } catch (error) {
    if (!(error instanceof Previewed)) throw error;
    // What was undone with the preview still counts.
    const taken = error.results.filter(isTakenName).length;
    await ctx.write({ action: 'members.import', input: { taken } }, async (tx) => {
      await spend(tx, 'importRequests', tx.actor.id ?? tx.actor.kind);
      if (taken > 0) await noteTaken(tx, taken);
    });
    return { results: error.results };
  }
}

async function importAll(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  input: ImportMembers,
): Promise<ImportResult[]> {
  await spend(tx, 'importRequests', tx.actor.id ?? tx.actor.kind);
  const job: Import = { ctx, tx, mode: input.mode, roles: input.roles, grounds: new Map(), seen: new Set() };
  const results: ImportResult[] = [];
  for (const [at, row] of input.rows.entries()) {
    results.push(await importAlone(job, row));
    if (at % TURN === TURN - 1) await breathe();
  }
  return results;
}

/** One row, all of it or nothing. */
async function importAlone(job: Import, row: Row): Promise<ImportResult> {
  const { sql } = job.tx;
  await sql.execute('SAVEPOINT row');
  let result: ImportResult;
  try {
    result = await importRow(job, row);
  } catch (error) {
    if (!(error instanceof AppError) || isOfAll(error)) throw error;
    const { field } = (error.details ?? {}) as { field?: string };
    result = { verdict: 'error', problem: { code: error.code, ...(field !== undefined && { field }) } };
  }
  if (result.verdict === 'error') await sql.execute('ROLLBACK TO row');
  await sql.execute('RELEASE row');
  // With the row its count was undone.
  if (isTakenName(result)) await noteTaken(job.tx, 1);
  if (isMetAccount(result)) await noteMet(job.tx);
  return result;
}

/** What is limited for one name, address or mailbox: the other rows are none of its business, and what was counted for it stays. */
const OF_ONE_ROW: ReadonlySet<unknown> = new Set<Limited>([
  'takenUsernames',
  'knownAccounts',
  'accountLetters',
  'revokedInvitations',
]);

/** Whether a refusal is for the caller to put right, and not a row's. */
function isOfAll({ code, details }: AppError): boolean {
  if (code === 'rate_limited') return !OF_ONE_ROW.has((details as { limited?: unknown }).limited);
  return code === 'fresh_sign_in_required' || code === 'password_change_required';
}

function isTakenName({ problem }: ImportResult): boolean {
  return problem?.code === 'username_taken';
}

function isMetAccount({ problem }: ImportResult): boolean {
  return problem?.code === 'account_is_shared' && problem.field === 'email';
}

/** Counts usernames that were tried and are taken: a list is no way to try more of them than by hand. */
async function noteTaken(tx: WriteTransaction, count: number): Promise<void> {
  await note(tx, 'takenUsernames', tx.actor.id ?? tx.actor.kind, count);
}

async function importRow(job: Import, row: Row): Promise<ImportResult> {
  const known = await findKnown(job.tx.sql, job.ctx.workspaceId!, row);
  for (const key of known.keys) {
    if (job.seen.has(key)) fail('row_repeated', { field: key.startsWith('id:') ? 'externalId' : 'email' });
    job.seen.add(key);
  }
  return known.member === undefined
    ? bringIn(job, row, known.address)
    : bringUpToDate(job, row, known.member, known.externalId);
}

/** One entry about the whole, beside those of each person. */
async function summarize(
  tx: WriteTransaction,
  workspaceId: string,
  results: readonly ImportResult[],
): Promise<void> {
  const count = (fits: (result: ImportResult) => boolean) => results.filter(fits).length;
  const after = {
    created: count(({ verdict, made }) => verdict === 'new' && made === 'account'),
    invited: count(({ verdict, made }) => verdict === 'new' && made === 'invitation'),
    changed: count(({ verdict }) => verdict === 'changes'),
    failed: count(({ verdict }) => verdict === 'error'),
  };
  if (after.created + after.invited + after.changed === 0) return;
  await tx.audit({ action: 'members.import', target: { kind: 'workspace', id: workspaceId }, after });
}
