// The workspaces of a person: rows to domain and back. Knows no rule beyond who is a member where.
import type { AccountId, HostKeyId, WorkspaceId } from '../../shared/ids.ts';
import type { SessionStart } from '../../shared/sessions/session.ts';
import type { Sql } from '../db/database.ts';
import { all, first } from '../db/database.ts';
import { isOpenTo } from '../sessions/of-provider.ts';

/** Whose workspaces: of an account through a session, or of a subject under a host's key. */
export type PlaceOwner =
  | {
      readonly kind: 'account';
      readonly accountId: AccountId;
      readonly startedBy: SessionStart;
      /** When the session began: one from before a membership was switched off opens nothing of it. */
      readonly began: number;
      /** The one workspace that the session opens; null for all. */
      readonly only: WorkspaceId | null;
    }
  | {
      readonly kind: 'subject';
      readonly hostKeyId: HostKeyId;
      readonly subject: string;
      readonly began: number;
    };

/** A page wanted. */
export interface PlaceQuery {
  /** Part of a name; '' for all. */
  readonly search: string;
  readonly after: readonly [name: string, seq: number] | null;
  readonly limit: number;
  /** Whether every workspace that the owner's way in reaches is theirs, membership or not. */
  readonly isEverywhere: boolean;
}

/** A workspace with what the owner is there. */
export interface PlaceRow {
  readonly seq: number;
  readonly id: WorkspaceId;
  readonly name: string;
  readonly home: number | null;
  readonly archivedAt: number | null;
  readonly roles: readonly string[];
}

/** The workspaces of `owner` in the order of their names. */
export async function placesOf(sql: Sql, owner: PlaceOwner, query: PlaceQuery): Promise<PlaceRow[]> {
  const { from, args } = sourceOf(owner, query);
  const [name, seq] = query.after ?? ['', 0];
  const rows = await all<Omit<PlaceRow, 'roles'> & { roles: string | null }>(
    sql,
    `SELECT w.seq, w.id, w.name, w.home, w.archived_at AS archivedAt,
       (SELECT json_group_array(role) FROM member_roles WHERE member_seq = m.seq) AS roles
     FROM ${from} AND (w.name COLLATE NOCASE, w.seq) > (?${args.length + 1}, ?${args.length + 2})
     ORDER BY w.name COLLATE NOCASE, w.seq LIMIT ?${args.length + 3}`,
    [...args, name, seq, query.limit],
  );
  return rows.map((row) => ({ ...row, roles: JSON.parse(row.roles ?? '[]') as string[] }));
}

/** How many workspaces of `owner` match. */
export async function countPlaces(
  sql: Sql,
  owner: PlaceOwner,
  query: Pick<PlaceQuery, 'search' | 'isEverywhere'>,
): Promise<number> {
  const { from, args } = sourceOf(owner, query);
  return (await first<{ count: number }>(sql, `SELECT count(*) AS count FROM ${from}`, args))!.count;
}

/** The tables with the conditions that hold for every page. */
function sourceOf(
  owner: PlaceOwner,
  { search, isEverywhere }: Pick<PlaceQuery, 'search' | 'isEverywhere'>,
): { from: string; args: (string | number | null)[] } {
  const join = isEverywhere ? 'workspaces w LEFT JOIN' : 'workspaces w JOIN';
  const found = "(?1 = '' OR instr(lower(w.name), lower(?1)) > 0)";
  if (owner.kind === 'account') {
    const { accountId, startedBy, began, only } = owner;
    return {
      from: `${join} members m ON m.workspace_id = w.id AND m.account_id = ?2 AND m.status = 'active' AND ?4 >= m.valid_from
          AND ${isOpenTo('?3')}
        WHERE w.deleted_at IS NULL AND (?5 IS NULL OR w.id = ?5) AND ${found}`,
      args: [search, accountId, startedBy, began, only],
    };
  }
  const { hostKeyId, subject, began } = owner;
  return {
    from: `${join} (SELECT n.*, max(n.valid_from, a.valid_from) AS valid FROM subjects s JOIN members n ON n.id = s.member_id JOIN accounts a ON a.id = n.account_id
        WHERE s.host_key_id = ?2 AND s.subject = ?3) m ON m.workspace_id = w.id AND m.status = 'active' AND ?4 >= m.valid
      WHERE w.host_key_id = ?2 AND ${found}`,
    args: [search, hostKeyId, subject, began],
  };
}
