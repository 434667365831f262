// The people of a review as they were when it began: rows to domain and back. Knows no rule.
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { ReviewDecision, ReviewItem } from '../../shared/reviews/review.ts';
import type { MemberFilter } from '../../shared/members/member.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import { nameKey } from '../../shared/text/name.ts';
import { breathe } from '../db/breathe.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';
import { GATHERED, narrow } from '../members/narrow.ts';

/** How many people one statement copies. */
const CHUNK = 1000;
/** The most resources of one person that are named. */
const NAMED = 50;

/** A person as they are now; `key` is what the list is sorted and searched by. `m` is the table. */
const SNAPSHOT = `json_object('key', m.name_key, 'name', m.name, 'email', m.email, 'roles', json((SELECT json_group_array(role) FROM member_roles WHERE member_seq = m.seq)),
  'status', m.status, 'lastSignInAt', nullif(m.last_sign_in_at, 0), 'resources', json((SELECT json_group_array(name) FROM (
    SELECT DISTINCT r.name FROM member_grants g JOIN resources r ON r.seq = g.resource_seq WHERE g.member_seq = m.seq ORDER BY r.name LIMIT ${NAMED}))))`;

/** How many people are in a scope; counts no further than `limit`. */
export async function countInScope(
  sql: Sql,
  policy: CompiledPolicy,
  workspaceId: WorkspaceId,
  scope: MemberFilter,
  limit: number,
): Promise<number> {
  const { matches } = await narrow(sql, policy, workspaceId, scope);
  const row = await first<{ count: number }>(
    sql,
    `SELECT count(*) AS count FROM (SELECT 1 FROM members m WHERE m.workspace_id = ? ${matches.where.sql} LIMIT ?)`,
    [workspaceId, ...matches.where.args, limit],
  );
  return row!.count;
}

/** Those of `ids` whom a scope leaves. */
export async function idsInScope(
  sql: Sql,
  policy: CompiledPolicy,
  workspaceId: WorkspaceId,
  scope: MemberFilter,
  ids: readonly MemberId[],
): Promise<MemberId[]> {
  const { matches } = await narrow(sql, policy, workspaceId, { ...scope, ids });
  const rows = await all<{ id: MemberId }>(sql, `SELECT m.id FROM ${GATHERED} ${matches.where.sql}`, [
    workspaceId,
    ...matches.where.args,
  ]);
  return rows.map(({ id }) => id);
}

/** Copies everybody in the scope into the review as they are now. */
export async function copyPeople(
  sql: Sql,
  policy: CompiledPolicy,
  review: { readonly seq: number; readonly workspaceId: WorkspaceId },
  scope: MemberFilter,
): Promise<void> {
  const { workspaceId } = review;
  const { matches } = await narrow(sql, policy, workspaceId, scope);
  let after = 0;
  for (;;) {
    const people = await all<{ seq: number }>(
      sql,
      `SELECT m.seq FROM members m WHERE +m.workspace_id = ? ${matches.where.sql} AND m.seq > ? ORDER BY m.seq LIMIT ?`,
      [workspaceId, ...matches.where.args, after, CHUNK],
    );
    await run(
      sql,
      `INSERT INTO review_items (review_seq, member_id, snapshot) SELECT ?, m.id, ${SNAPSHOT} FROM members m WHERE m.seq IN (SELECT value FROM json_each(?))`,
      [review.seq, JSON.stringify(people.map(({ seq }) => seq))],
    );
    if (people.length < CHUNK) return;
    after = people.at(-1)!.seq;
    await breathe();
  }
}

/** Which people of a review, and how many of them at once. */
export interface ItemQuery {
  readonly about: 'all' | 'open' | ReviewDecision;
  readonly search?: string | undefined;
  readonly limit: number;
  readonly after: ItemKey | null;
}

/** The place of a person in the order of names. */
export type ItemKey = readonly [key: string, id: string];

interface Row extends Pick<ReviewItem, 'memberId' | 'decision' | 'note' | 'decidedAt'> {
  readonly key: string;
  readonly snapshot: string;
  readonly isHere: number;
}

const KEY = `coalesce(i.snapshot ->> '$.key', '')`;
const SELECT = `SELECT i.member_id AS memberId, i.decision, i.note, i.decided_at AS decidedAt, ${KEY} AS key, i.snapshot,
  EXISTS (SELECT 1 FROM members m WHERE m.id = i.member_id) AS isHere FROM review_items i`;

/** A page of the people of a review by name, each with its place. */
export async function itemsAfter(
  sql: Sql,
  reviewSeq: number,
  { about, search = '', limit, after }: ItemQuery,
): Promise<readonly (ReviewItem & { readonly key: ItemKey })[]> {
  const rows = await all<Row>(
    sql,
    `${SELECT} WHERE i.review_seq = ?1 ${ABOUT[about]} AND (${KEY}, i.member_id) > (?2, ?3)
       AND (?4 = '' OR instr(${KEY}, ?4) > 0 OR instr(lower(i.snapshot ->> '$.email'), ?4) > 0) ORDER BY key, i.member_id LIMIT ?5`,
    [reviewSeq, ...(after ?? ['', '']), nameKey(search.trim()), limit],
  );
  return rows.map((row) => ({ ...toItem(row), key: [row.key, row.memberId] }));
}

const ABOUT = {
  all: '',
  open: 'AND i.decision IS NULL',
  keep: "AND i.decision = 'keep'",
  revoke: "AND i.decision = 'revoke'",
} as const;

/** One person of a review, or undefined. */
export async function itemOf(
  sql: Sql,
  reviewSeq: number,
  memberId: MemberId,
): Promise<ReviewItem | undefined> {
  const row = await first<Row>(sql, `${SELECT} WHERE i.review_seq = ? AND i.member_id = ?`, [
    reviewSeq,
    memberId,
  ]);
  return row && toItem(row);
}

/** What a member is called, wherever they belong; '' where there is none. */
export async function nameOfMember(sql: Sql, id: MemberId): Promise<string> {
  const row = await first<{ name: string }>(
    sql,
    "SELECT coalesce(nullif(name, ''), email) AS name FROM members WHERE id = ?",
    [id],
  );
  return row?.name ?? '';
}

/** What was decided about somebody, and by whom. */
export interface Decided {
  readonly decision: ReviewDecision;
  readonly note: string;
  readonly by: MemberId | null;
  /** Who decided, by name: personal, so it stands with what erasure blanks. */
  readonly byName: string;
  readonly at: number;
}

/** Records a decision. */
export async function decideItem(
  sql: Sql,
  reviewSeq: number,
  memberId: MemberId,
  { decision, note, by, byName, at }: Decided,
): Promise<void> {
  await run(
    sql,
    `UPDATE review_items SET decision = ?, note = ?, decided_by = ?, decided_at = ?, snapshot = json_set(snapshot, '$.decidedBy', ?) WHERE review_seq = ? AND member_id = ?`,
    [decision, note, by, at, byName, reviewSeq, memberId],
  );
}

/** Blanks what reviews say of these people, and their names where they decided. */
export async function blankInReviews(sql: Sql, ids: readonly string[]): Promise<void> {
  const people = JSON.stringify(ids);
  await run(
    sql,
    "UPDATE review_items SET snapshot = '{}', note = '' WHERE member_id IN (SELECT value FROM json_each(?))",
    [people],
  );
  await run(
    sql,
    "UPDATE review_items SET snapshot = json_remove(snapshot, '$.decidedBy') WHERE decided_by IN (SELECT value FROM json_each(?))",
    [people],
  );
}

type Snapshot = Pick<ReviewItem, 'name' | 'email' | 'roles' | 'status' | 'lastSignInAt' | 'resources'> & {
  readonly decidedBy?: string;
};

function toItem({ memberId, decision, note, decidedAt, snapshot, isHere }: Row): ReviewItem {
  const was = JSON.parse(snapshot) as Partial<Snapshot>;
  return {
    memberId,
    name: was.name ?? '',
    email: was.email ?? '',
    roles: was.roles ?? [],
    status: was.status ?? 'active',
    lastSignInAt: was.lastSignInAt ?? null,
    resources: was.resources ?? [],
    isHere: isHere === 1,
    decision,
    note,
    decidedBy: was.decidedBy ?? null,
    decidedAt,
  };
}
