// A page of invitations, newest first, as one row of JSON. The states are merged, each read along its own index. Knows no rule.
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Invitation, InvitationState } from '../../shared/invitations/invitation.ts';
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';
import { INVITATION_COLUMNS, INVITATION_TABLES } from './store.ts';

/** Which invitations a page holds. */
export interface PageQuery {
  readonly states: readonly InvitationState[];
  readonly limit: number;
  /** The seq that all rows stay below; undefined for the newest. */
  readonly before: number | undefined;
  /** The moment by which pending and expired are told apart. */
  readonly now: number;
}

/** The rows of a page, the seq of the last one, and how many there are on all pages. */
export interface PageRows {
  readonly rows: Invitation[];
  readonly last: number | null;
  readonly total: number;
}

/** A page of the invitations of `workspaceId`. */
export async function invitationPage(
  sql: Sql,
  workspaceId: WorkspaceId,
  { states, limit, before, now }: PageQuery,
): Promise<PageRows> {
  const conditions = conditionsFor(states);
  if (conditions.length === 0) return { rows: [], last: null, total: 0 };
  const args = [workspaceId, now, before ?? Number.MAX_SAFE_INTEGER, limit];
  const row = await first<{ rows: string; last: number | null; total: number }>(
    sql,
    pageSql(conditions),
    args,
  );
  return { ...row!, rows: JSON.parse(row!.rows) as Invitation[] };
}

/** One condition for each stored state that is asked for. Parameter 2 is the moment. */
function conditionsFor(states: readonly InvitationState[]): string[] {
  const isPending = states.includes('pending');
  const isExpired = states.includes('expired');
  const alive = isPending && isExpired ? '' : ` AND i.expires_at ${isPending ? '>' : '<='} ?2`;
  return [
    ...(isPending || isExpired ? [`i.state = 'pending'${alive}`] : []),
    ...(['accepted', 'revoked', 'declined'] as const)
      .filter((state) => states.includes(state))
      .map((state) => `i.state = '${state}'`),
  ];
}

/** Parameters: workspace, moment, the seq to stay below, the number of rows. */
function pageSql(conditions: readonly string[]): string {
  const seqs = conditions.map(
    (condition) =>
      `SELECT * FROM (SELECT i.seq FROM invitations i WHERE i.workspace_id = ?1 AND ${condition} AND i.seq < ?3 ORDER BY i.seq DESC LIMIT ?4)`,
  );
  const total = conditions.map(
    (condition) => `(SELECT count(*) FROM invitations i WHERE i.workspace_id = ?1 AND ${condition})`,
  );
  return `WITH page AS (SELECT seq FROM (${seqs.join(' UNION ALL ')}) ORDER BY seq DESC LIMIT ?4)
    SELECT coalesce(json_group_array(json_object(
        'id', id, 'email', email, 'name', name, 'roles', json(roles),
        'state', CASE WHEN state = 'pending' AND expiresAt <= ?2 THEN 'expired' ELSE state END, 'delivery', delivery, 'deliveryError', deliveryError,
        'invitedBy', CASE WHEN inviterName IS NULL THEN NULL ELSE json_object('name', inviterName) END,
        'createdAt', createdAt, 'expiresAt', expiresAt, 'version', version)), '[]') AS rows,
      min(seq) AS last, ${total.join(' + ')} AS total
    FROM (SELECT i.seq, ${INVITATION_COLUMNS} FROM page p JOIN ${INVITATION_TABLES} WHERE i.seq = p.seq ORDER BY i.seq DESC)`;
}
