// The entries of the trail as they are shown: rows to domain objects. Knows no rule.
import type { AuditEntry } from '../../shared/audit/entry.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all } from '../db/database.ts';

interface Row extends Pick<AuditEntry, 'seq' | 'at' | 'action' | 'via'> {
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly targetKind: string;
  readonly targetId: string;
  readonly targetName: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** What is shown of people is what the entry says of them; where that was erased, what they are called today, if they are here. */
const ENTRIES = `SELECT a.seq, a.at, a.action, a.via, a.before, a.after, a.actor_kind AS actorKind, a.actor_id AS actorId, a.target_kind AS targetKind, a.target_id AS targetId,
  coalesce(p.data ->> '$.actor', nullif(am.name, ''), am.email) AS actorName,
  coalesce(nullif(p.data ->> '$.name', ''), p.data ->> '$.email', nullif(tm.name, ''), tm.email, r.name, w.name) AS targetName
  FROM audit a LEFT JOIN audit_personal p ON p.seq = a.seq
  LEFT JOIN members am ON am.id = a.actor_id AND am.workspace_id = a.workspace_id
  LEFT JOIN members tm ON a.target_kind = 'member' AND tm.id = a.target_id AND tm.workspace_id = a.workspace_id
  LEFT JOIN resources r ON a.target_kind = 'resource' AND r.id = a.target_id AND r.workspace_id = a.workspace_id
  LEFT JOIN workspaces w ON a.target_kind = 'workspace' AND w.id = a.target_id
  WHERE a.workspace_id = ? AND a.seq < ? ORDER BY a.seq DESC LIMIT ?`;

/** The newest `limit` entries of a workspace before the place `seq`. */
export async function entriesBefore(
  sql: Sql,
  workspaceId: WorkspaceId,
  seq: number,
  limit: number,
): Promise<AuditEntry[]> {
  return (await all<Row>(sql, ENTRIES, [workspaceId, seq, limit])).map((row) => ({
    seq: row.seq,
    at: row.at,
    action: row.action,
    via: row.via,
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    target: { kind: row.targetKind, id: row.targetId, name: row.targetName },
    before: parsed(row.before),
    after: parsed(row.after),
  }));
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
