// Adds entries to the trail: in the transaction of the change, each sealed by the hash of the one before.
import { createHash, randomBytes } from 'node:crypto';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { ActingMember, AuditDraft } from '../context.ts';
import { breathe } from '../db/breathe.ts';
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';

/** Who did it, when and through what; the same for all entries of one write. */
export interface AuditSource {
  readonly acting: ActingMember;
  readonly via: AuditEntry['via'];
  readonly at: number;
  readonly requestId: string;
  readonly ip: string | null;
  readonly workspaceId: WorkspaceId | null;
  /** Why, in the words of whoever did it. */
  readonly note?: string | undefined;
}

/** The columns that an entry's hash covers, in their order. */
export type SealedEntry = readonly [
  seq: number,
  workspaceId: string,
  at: number,
  action: string,
  actorKind: string,
  actorId: string | null,
  via: string,
  targetKind: string,
  targetId: string,
  before: string | null,
  after: string | null,
  requestId: string | null,
  personalDigest: string | null,
];

/** The hash that seals an entry to the one before it. */
export function entryHash(previous: string, entry: SealedEntry): string {
  return createHash('sha256').update(previous).update('\n').update(JSON.stringify(entry)).digest('base64url');
}

/** The digest of personal values; salted, so that erased values cannot be guessed from it. */
export function personalDigest(salt: string, data: string): string {
  return createHash('sha256').update(salt).update(data).digest('base64url');
}

/** The hash before the first entry. */
export const FIRST_HASH = 'user-admin';
/** How many entries go into one statement. */
const CHUNK = 100;
/** How long a salt is, in bytes. */
const SALT = 16;

/** Adds `drafts` to the trail, in order. */
export async function appendAudit(
  sql: Sql,
  source: AuditSource,
  drafts: readonly AuditDraft[],
): Promise<void> {
  const head = await first<{ seq: number; hash: string }>(
    sql,
    'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
  );
  let { seq, hash } = head ?? { seq: 0, hash: FIRST_HASH };
  for (let start = 0; start < drafts.length; start += CHUNK) {
    const entries: (string | number | null)[] = [];
    const personals: (string | number | null)[] = [];
    const chunk = drafts.slice(start, start + CHUNK);
    // Drawn at once: asking the system for each salt by itself cost as much as its hashes.
    const salts = randomBytes(SALT * chunk.length);
    for (const [index, draft] of chunk.entries()) {
      seq += 1;
      const salt = salts.toString('base64url', SALT * index, SALT * (index + 1));
      const data = JSON.stringify({
        actor: source.acting.name || source.acting.email || undefined,
        ip: source.ip ?? undefined,
        note: source.note,
        ...draft.personal,
      });
      const sealed: SealedEntry = [
        seq,
        draft.workspaceId ?? source.workspaceId ?? '',
        source.at,
        draft.action,
        source.acting.actor.kind,
        draft.actorId ?? actorId(source),
        source.via,
        draft.target.kind,
        draft.target.id,
        json(draft.before),
        json(draft.after),
        source.requestId,
        personalDigest(salt, data),
      ];
      hash = entryHash(hash, sealed);
      entries.push(...sealed, hash);
      personals.push(seq, salt, data);
    }
    await sql.execute({
      sql: `INSERT INTO audit (seq, workspace_id, at, action, actor_kind, actor_id, via, target_kind, target_id, before, after, request_id, personal_digest, hash)
            VALUES ${chunk.map(() => '(?,?,?,?,?,?,?,?,?,?,?,?,?,?)').join(',')}`,
      args: entries,
    });
    await sql.execute({
      sql: `INSERT INTO audit_personal (seq, salt, data) VALUES ${chunk.map(() => '(?,?,?)').join(',')}`,
      args: personals,
    });
    if (chunk.length === CHUNK) await breathe();
  }
}

function actorId(source: AuditSource): string | null {
  return source.acting.memberId ?? source.acting.accountId;
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
