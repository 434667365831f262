// A page of the workspace's trail, newest first, for who may read it.
import type { AuditFilter, AuditPage } from '../../shared/audit/entry.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { fail } from '../../shared/errors.ts';
import { decodeCursor, encodeCursor } from '../members/list.ts';
import type { EntryKey } from './store.ts';
import { entriesBefore } from './store.ts';

/** A page wanted: the wire's input with its defaults filled in. */
export interface AuditQuery {
  readonly filter?: AuditFilter;
  readonly limit: number;
  readonly before?: string | undefined;
}

/** The entries before a place in the trail. @throws {AppError} the reason of the denial; `input_invalid` for a cursor that is none of ours. */
export async function listAudit(ctx: UseCaseContext, query: AuditQuery): Promise<AuditPage> {
  const { workspaceId } = await authorizeRead(ctx, 'audit.list');
  const before = query.before === undefined ? null : placeIn(query.before);
  const { rows, next } = await entriesBefore(ctx.read, workspaceId, query.filter ?? {}, {
    before,
    limit: query.limit,
  });
  return { rows, next: next === null ? null : encodeCursor(next) };
}

function placeIn(cursor: string): EntryKey {
  const [at, seq] = decodeCursor(cursor);
  return typeof at === 'number' ? [at, seq] : fail('input_invalid', { field: 'cursor' });
}
