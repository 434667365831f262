// Access reviews: rows to domain and back, one statement for one question. Knows no rule.
import type { MemberId, ReviewId, WorkspaceId } from '../../shared/ids.ts';
import type { Review, ReviewScope } from '../../shared/reviews/review.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

/** A review with the number that its people hang on. */
export interface StoredReview extends Review {
  readonly seq: number;
}

interface Row {
  readonly seq: number;
  readonly id: ReviewId;
  readonly name: string;
  readonly scope: string;
  readonly reviewerId: MemberId | null;
  readonly reviewerName: string | null;
  readonly dueAt: number;
  readonly createdAt: number;
  readonly closedAt: number | null;
  readonly keep: number;
  readonly revoke: number;
  readonly open: number;
  readonly version: number;
}

const counted = (decision: string): string =>
  `(SELECT count(*) FROM review_items i WHERE i.review_seq = v.seq AND i.decision ${decision})`;

const SELECT = `SELECT v.seq, v.id, v.name, v.scope, n.id AS reviewerId, coalesce(nullif(n.name, ''), n.email) AS reviewerName, v.due_at AS dueAt,
  v.created_at AS createdAt, v.closed_at AS closedAt, v.version, ${counted("= 'keep'")} AS keep, ${counted("= 'revoke'")} AS revoke, ${counted('IS NULL')} AS open
  FROM reviews v LEFT JOIN members n ON n.id = v.reviewer_id AND n.workspace_id = v.workspace_id`;

/** The review `id` of the workspace, or undefined. */
export async function reviewById(
  sql: Sql,
  workspaceId: WorkspaceId,
  id: ReviewId,
): Promise<StoredReview | undefined> {
  const row = await first<Row>(sql, `${SELECT} WHERE v.id = ? AND v.workspace_id = ?`, [id, workspaceId]);
  return row && toReview(row);
}

/** At most `limit` reviews of the workspace before the number `before`, newest first. */
export async function reviewsBefore(
  sql: Sql,
  workspaceId: WorkspaceId,
  before: number,
  limit: number,
): Promise<StoredReview[]> {
  const rows = await all<Row>(
    sql,
    `${SELECT} WHERE v.workspace_id = ? AND v.seq < ? ORDER BY v.seq DESC LIMIT ?`,
    [workspaceId, before, limit],
  );
  return rows.map(toReview);
}

/** When the last closed review of the workspace was closed; null where none is. */
export async function lastClosed(sql: Sql, workspaceId: WorkspaceId): Promise<number | null> {
  const row = await first<{ at: number | null }>(
    sql,
    'SELECT max(closed_at) AS at FROM reviews WHERE workspace_id = ?',
    [workspaceId],
  );
  return row?.at ?? null;
}

/** What a new review is made of. */
export interface NewReview {
  readonly id: ReviewId;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly scope: ReviewScope;
  readonly reviewerId: MemberId | null;
  readonly dueAt: number;
  readonly startedBy: MemberId | null;
  readonly createdAt: number;
}

/** Adds a review without anybody in it, and gives its number. */
export async function insertReview(sql: Sql, review: NewReview): Promise<number> {
  const { id, workspaceId, name, scope, reviewerId, dueAt, startedBy, createdAt } = review;
  const row = await first<{ seq: number }>(
    sql,
    `INSERT INTO reviews (id, workspace_id, name, scope, reviewer_id, due_at, started_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
    [id, workspaceId, name, JSON.stringify(scope), reviewerId, dueAt, startedBy, createdAt],
  );
  return row!.seq;
}

/** Closes a review. @returns Whether it was open and as read, and nobody in it undecided. */
export async function closeOpenReview(
  sql: Sql,
  { seq, version }: Pick<StoredReview, 'seq' | 'version'>,
  now: number,
): Promise<boolean> {
  const changed = await run(
    sql,
    `UPDATE reviews SET closed_at = ?, version = version + 1 WHERE seq = ? AND version = ? AND closed_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM review_items WHERE review_seq = reviews.seq AND decision IS NULL)`,
    [now, seq, version],
  );
  return changed === 1;
}

function toReview({ scope, reviewerId, reviewerName, keep, revoke, open, ...row }: Row): StoredReview {
  return {
    ...row,
    scope: JSON.parse(scope) as ReviewScope,
    reviewer: reviewerId === null ? null : { id: reviewerId, name: reviewerName ?? '' },
    counts: { keep, revoke, open },
  };
}

/** A review as the wire carries it. */
export function publicReview({ seq: _seq, ...review }: StoredReview): Review {
  return review;
}
