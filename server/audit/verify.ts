// Walks the chain of the trail from its first entry and names the first one that is not as it was written.
import type { BreakReason } from '../../shared/audit/entry.ts';
import type { Sql } from '../db/database.ts';
import { all, first } from '../db/database.ts';
import type { SealedEntry } from './append.ts';
import { breathe } from '../db/breathe.ts';
import { FIRST_HASH, entryHash, personalDigest } from './append.ts';

/** The last entry that was looked at; whoever keeps it elsewhere can tell later that no end was cut off. */
export interface TrailHead {
  readonly seq: number;
  readonly hash: string;
}

/** What the walk found: the trail is whole, or where it first breaks. */
export type AuditVerdict =
  | { readonly isWhole: true; readonly head: TrailHead }
  | { readonly isWhole: false; readonly seq: number; readonly reason: BreakReason };

interface Row {
  readonly seq: number;
  readonly personalDigest: string | null;
  readonly hash: string;
  readonly salt: string | null;
  readonly data: string | null;
  /** The columns that the seal covers. */
  readonly [column: string]: unknown;
}

/** How many entries one statement reads. */
const CHUNK = 1000;

/** Checks every entry of the trail. Erased personal values are whole: the chain covers their digest only. */
export async function verifyAudit(sql: Sql): Promise<AuditVerdict> {
  let head: TrailHead = { seq: 0, hash: FIRST_HASH };
  for (;;) {
    const verdict = await verifyAfter(sql, head, CHUNK);
    if (!verdict.isWhole || verdict.head.seq < head.seq + CHUNK) return verdict;
    head = verdict.head;
    await breathe();
  }
}

/** Checks the next `limit` entries after one that was found to be whole. */
export async function verifyAfter(sql: Sql, after: TrailHead, limit: number): Promise<AuditVerdict> {
  let head = after;
  for (const row of await readAfter(sql, head.seq, limit)) {
    const reason = breakAt(row, head);
    if (reason !== undefined) return { isWhole: false, seq: head.seq + 1, reason };
    head = { seq: row.seq, hash: row.hash };
  }
  return { isWhole: true, head };
}

/** How many entries there are, which is the number of the newest. */
export async function countEntries(sql: Sql): Promise<number> {
  return (await first<{ seq: number }>(sql, 'SELECT coalesce(max(seq), 0) AS seq FROM audit'))!.seq;
}

/** An entry to go on checking from, by what its own row says; undefined where there is none. */
export async function headAt(sql: Sql, seq: number): Promise<TrailHead | undefined> {
  if (seq === 0) return { seq, hash: FIRST_HASH };
  return first<TrailHead>(sql, 'SELECT seq, hash FROM audit WHERE seq = ?', [seq]);
}

function breakAt(row: Row, head: TrailHead): BreakReason | undefined {
  if (row.seq !== head.seq + 1) return 'missing';
  if (entryHash(head.hash, sealedOf(row)) !== row.hash) return 'altered';
  if (row.personalDigest === null) return undefined;
  if (row.salt === null) return 'personal_missing';
  return row.data === null || personalDigest(row.salt, row.data) === row.personalDigest
    ? undefined
    : 'personal_altered';
}

const SEALED = [
  'seq',
  'workspace_id',
  'at',
  'action',
  'actor_kind',
  'actor_id',
  'via',
  'target_kind',
  'target_id',
  'before',
  'after',
  'request_id',
  'personal_digest',
];

/** What a row now says where its seal looks; whatever was put there in place of what was written, the hash will differ. */
function sealedOf(row: Row): SealedEntry {
  return SEALED.map((column) => row[column]) as unknown as SealedEntry;
}

function readAfter(sql: Sql, seq: number, limit: number): Promise<Row[]> {
  return all<Row>(
    sql,
    `SELECT ${SEALED.map((column) => `a.${column}`).join(', ')}, a.personal_digest AS personalDigest, a.hash, p.salt, p.data
     FROM audit a LEFT JOIN audit_personal p ON p.seq = a.seq WHERE a.seq > ? ORDER BY a.seq LIMIT ?`,
    [seq, limit],
  );
}
