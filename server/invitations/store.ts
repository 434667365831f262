// Invitations: rows to domain and back, one at a time. Knows no rule; lists and bulk work stand in files of their own.
import type { InvitationId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type {
  DeliveryState,
  Invitation,
  StoredInvitationState,
} from '../../shared/invitations/invitation.ts';
import { invitationState } from '../../shared/invitations/invitation.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

/** An invitation with what only the server needs of one. */
export interface StoredInvitation extends Omit<Invitation, 'state' | 'invitedBy'> {
  readonly seq: number;
  readonly workspaceId: WorkspaceId;
  readonly emailKey: string;
  readonly message: string;
  readonly state: StoredInvitationState;
  /** The generation of its links; those of an older one are dead. */
  readonly generation: number;
  /** The member who answers for it; null where the system or a host invited. */
  readonly inviterId: MemberId | null;
  readonly inviterName: string | null;
}

/** What a caller of the API may see of an invitation, as columns; `i` is the table and `n` the inviting member. */
export const INVITATION_COLUMNS = `i.id, i.email, i.name, i.state, i.delivery, i.delivery_error AS deliveryError,
  (SELECT json_group_array(role) FROM invitation_roles WHERE invitation_seq = i.seq) AS roles,
  coalesce(nullif(n.name, ''), n.email) AS inviterName, i.created_at AS createdAt, i.expires_at AS expiresAt, i.version`;

/** The tables that `INVITATION_COLUMNS` reads. */
export const INVITATION_TABLES = 'invitations i LEFT JOIN members n ON n.id = i.invited_by';

type Row = Omit<StoredInvitation, 'roles'> & { readonly roles: string };

const SELECT = `SELECT i.seq, i.workspace_id AS workspaceId, i.email_key AS emailKey, i.message, i.generation, i.invited_by AS inviterId, ${INVITATION_COLUMNS}
  FROM ${INVITATION_TABLES}`;

function toInvitation(row: Row): StoredInvitation {
  return { ...row, roles: JSON.parse(row.roles) as string[] };
}

/** The invitation `id`, in `workspaceId` where one is named, or undefined. */
export async function invitationById(
  sql: Sql,
  id: InvitationId,
  workspaceId?: WorkspaceId,
): Promise<StoredInvitation | undefined> {
  const row = await first<Row>(sql, `${SELECT} WHERE i.id = ?1 AND (?2 IS NULL OR i.workspace_id = ?2)`, [
    id,
    workspaceId ?? null,
  ]);
  return row && toInvitation(row);
}

/** The invitations into other workspaces that came with this one and can still be answered at `now`, in the order they were made. */
export async function companionsOf(sql: Sql, id: InvitationId, now: number): Promise<StoredInvitation[]> {
  const rows = await all<Row>(
    sql,
    `${SELECT} WHERE i.lead_id = ? AND i.state = 'pending' AND i.expires_at > ? ORDER BY i.seq`,
    [id, now],
  );
  return rows.map(toInvitation);
}

/** An invitation as the wire carries it at `now`. */
export function publicInvitation(stored: StoredInvitation, now: number): Invitation {
  const { id, email, name, roles, delivery, deliveryError, createdAt, expiresAt, version, inviterName } =
    stored;
  return {
    id,
    email,
    name,
    roles,
    state: invitationState(stored.state, expiresAt, now),
    delivery,
    deliveryError,
    invitedBy: inviterName === null ? null : { name: inviterName },
    createdAt,
    expiresAt,
    version,
  };
}

/** What makes an invitation new again. */
export interface Renewal {
  readonly inviterId: MemberId | null;
  readonly delivery: DeliveryState;
  readonly expiresAt: number;
}

/** Gives a pending invitation a new life and new links; those before are dead, and what it came with does not open it any more. @returns Whether it was still as read. */
export async function renewInvitation(
  sql: Sql,
  invitation: StoredInvitation,
  { inviterId, delivery, expiresAt }: Renewal,
): Promise<boolean> {
  const changed = await run(
    sql,
    `UPDATE invitations SET generation = generation + 1, version = version + 1, lead_id = NULL, invited_by = ?, delivery = ?, delivery_error = NULL, expires_at = ?
     WHERE seq = ? AND version = ? AND state = 'pending'`,
    [inviterId, delivery, expiresAt, invitation.seq, invitation.version],
  );
  return changed === 1;
}

/** Takes a pending invitation back, expired or not. @returns Whether it was still as read. */
export async function revokePending(sql: Sql, invitation: StoredInvitation): Promise<boolean> {
  const changed = await run(
    sql,
    `UPDATE invitations SET state = 'revoked', version = version + 1, delivery = CASE delivery WHEN 'queued' THEN 'none' ELSE delivery END
     WHERE seq = ? AND version = ? AND state = 'pending'`,
    [invitation.seq, invitation.version],
  );
  return changed === 1;
}

/** Closes an invitation by its link, which works once. @returns Whether it was still pending, of that generation, and alive at `now`. */
export async function answerPending(
  sql: Sql,
  invitation: StoredInvitation,
  answer: 'accepted' | 'declined',
  now: number,
): Promise<boolean> {
  const changed = await run(
    sql,
    `UPDATE invitations SET state = ?, version = version + 1, delivery = CASE delivery WHEN 'queued' THEN 'none' ELSE delivery END
     WHERE seq = ? AND generation = ? AND state = 'pending' AND expires_at > ?`,
    [answer, invitation.seq, invitation.generation, now],
  );
  return changed === 1;
}
