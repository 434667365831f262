// Where an export goes on: sealed for who takes the people along, from where and by which filter, so that none begins without its entry. No database.
import { createHash } from 'node:crypto';
import type { ExportMembers } from '../../shared/contract/files.ts';
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { ActingMember, UseCaseContext } from '../context.ts';
import { SealError } from '../settings/seal.ts';
import { decodeCursor, encodeCursor } from './list.ts';

/** For how long an export goes on after its entry was written, in milliseconds. */
const LASTS = 60 * 60 * 1000;

/** An export that stands in the trail. */
export interface NotedExport {
  readonly acting: ActingMember & { readonly workspaceId: WorkspaceId };
  readonly wish: Pick<ExportMembers, 'filter' | 'sort'>;
  /** When its entry was written. */
  readonly at: number;
}

/** Whether an export whose entry is of `at` may still go on. */
export function isUnderWay(at: number, now: number): boolean {
  return now - at < LASTS;
}

/** The cursor by which this very export goes on behind a row of the list. */
export function sealPlace(
  { caller, sealer }: UseCaseContext,
  noted: NotedExport,
  cursor: string | null,
): string | null {
  return cursor === null
    ? null
    : sealer.seal(purposeOf(caller, noted), JSON.stringify([noted.at, decodeCursor(cursor)]));
}

/** The place in the list that a sealed cursor names, and when the export was noted. @throws {AppError} `input_invalid` for one of another export, of too long ago, or of nobody's. */
export function openPlace(
  { caller, sealer, now }: UseCaseContext,
  wanted: Omit<NotedExport, 'at'>,
  sealed: string,
): { readonly at: number; readonly cursor: string } {
  try {
    const [at, key] = JSON.parse(sealer.unseal(purposeOf(caller, wanted), sealed)) as [
      number,
      Parameters<typeof encodeCursor>[0],
    ];
    if (isUnderWay(at, now())) return { at, cursor: encodeCursor(key) };
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
  }
  return fail('input_invalid', { field: 'cursor' });
}

function purposeOf(caller: UseCaseContext['caller'], { acting, wish }: Omit<NotedExport, 'at'>): string {
  const who = acting.memberId ?? (caller.kind === 'host' ? caller.hostKeyId : caller.kind);
  const whom = createHash('sha256').update(JSON.stringify([wish.filter, wish.sort]));
  return `export\n${acting.workspaceId}\n${who}\n${whom.digest('base64url')}`;
}
