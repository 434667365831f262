// A page of the workspace's trail, newest first, for who may read it.
import type { AuditPage } from '../../shared/audit/entry.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../members/list.ts';
import { entriesBefore } from './store.ts';

/** A page wanted: the wire's input with its defaults filled in. */
export interface AuditQuery {
  readonly limit: number;
  readonly before?: string | undefined;
}

/** The entries before a place in the trail. @throws {AppError} the reason of the denial; `input_invalid` for a cursor that is none of ours. */
export async function listAudit(ctx: UseCaseContext, query: AuditQuery): Promise<AuditPage> {
  const { workspaceId } = await authorizeRead(ctx, 'audit.list');
  const before = query.before === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(query.before)[1];
  const rows = await entriesBefore(ctx.read, workspaceId, before, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return { rows: page, next: last === undefined ? null : encodeCursor([0, last.seq]) };
}
