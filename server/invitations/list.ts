// A page of invitations, newest first. The states are merged, each read along its own index.
import { authorizeRead } from '../authorize.ts';
import type { ListInvitations } from '../../shared/contract/invitations.ts';
import { fail } from '../../shared/errors.ts';
import type { Invitation, InvitationPage, InvitationState } from '../../shared/invitations/invitation.ts';
import type { UseCaseContext } from '../context.ts';
import { first } from '../db/database.ts';
import { INVITATION_COLUMNS, INVITATION_TABLES } from './store.ts';

/** What is shown where the caller does not say: what still waits for an answer. */
const OPEN: readonly InvitationState[] = ['pending', 'expired'];

/** A page of the invitations of the workspace in the states asked for. @throws {AppError} the reason of the denial. */
export async function listInvitations(ctx: UseCaseContext, input: ListInvitations): Promise<InvitationPage> {
  const { workspaceId } = await authorizeRead(ctx, 'invitation.list');
  const { states = OPEN, limit = 50 } = input;
  const conditions = conditionsFor(states);
  if (conditions.length === 0) return { rows: [], next: null, total: 0 };
  const now = ctx.now();
  const before = input.after === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(input.after);
  const row = await first<{ rows: string; last: number | null; total: number }>(ctx.read, pageSql(conditions), [workspaceId, now, before, limit]);
  const rows = JSON.parse(row!.rows) as Invitation[];
  return { rows, next: rows.length === limit ? encodeCursor(row!.last!) : null, total: row!.total };
}

/** One condition for each stored state that is asked for. Parameter 2 is the moment. */
function conditionsFor(states: readonly InvitationState[]): string[] {
  const isPending = states.includes('pending');
  const isExpired = states.includes('expired');
  const alive = isPending && isExpired ? '' : ` AND i.expires_at ${isPending ? '>' : '<='} ?2`;
  return [
    ...(isPending || isExpired ? [`i.state = 'pending'${alive}`] : []),
    ...(['accepted', 'revoked', 'declined'] as const).filter((state) => states.includes(state)).map((state) => `i.state = '${state}'`),
  ];
}

/** Parameters: workspace, moment, the seq to stay below, the number of rows. */
function pageSql(conditions: readonly string[]): string {
  const seqs = conditions.map((condition) => `SELECT * FROM (SELECT i.seq FROM invitations i WHERE i.workspace_id = ?1 AND ${condition} AND i.seq < ?3 ORDER BY i.seq DESC LIMIT ?4)`);
  const total = conditions.map((condition) => `(SELECT count(*) FROM invitations i WHERE i.workspace_id = ?1 AND ${condition})`);
  return `WITH page AS (SELECT seq FROM (${seqs.join(' UNION ALL ')}) ORDER BY seq DESC LIMIT ?4)
    SELECT coalesce(json_group_array(json_object(
        'id', id, 'email', email, 'name', name, 'roles', json(roles),
        'state', CASE WHEN state = 'pending' AND expiresAt <= ?2 THEN 'expired' ELSE state END, 'delivery', delivery, 'deliveryError', deliveryError,
        'invitedBy', CASE WHEN inviterName IS NULL THEN NULL ELSE json_object('name', inviterName) END,
        'createdAt', createdAt, 'expiresAt', expiresAt, 'version', version)), '[]') AS rows,
      min(seq) AS last, ${total.join(' + ')} AS total
    FROM (SELECT i.seq, ${INVITATION_COLUMNS} FROM page p JOIN ${INVITATION_TABLES} WHERE i.seq = p.seq ORDER BY i.seq DESC)`;
}

function encodeCursor(seq: number): string {
  return Buffer.from(String(seq)).toString('base64url');
}

/** @throws {AppError} `input_invalid` where the cursor is none of ours. */
function decodeCursor(text: string): number {
  const seq = Number(Buffer.from(text, 'base64url').toString('utf8'));
  return Number.isSafeInteger(seq) && seq > 0 ? seq : fail('input_invalid', { field: 'cursor' });
}
