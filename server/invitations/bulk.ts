// Statements about many invitations at once: one for a whole chunk, its rows in one parameter as JSON. Knows no rule.
import type { InvitationId, WorkspaceId } from '../../shared/ids.ts';
import type { MemberStatus } from '../../shared/policy/can.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { Sql } from '../db/database.ts';
import { all, run } from '../db/database.ts';
import type { IssueTerms } from './terms.ts';

/** What stands at an address already: a membership, a pending invitation, or both. */
export interface Taken {
  /** The place of the address in the list that was asked about. */
  readonly at: number;
  readonly status: MemberStatus | null;
  readonly invitation: {
    readonly seq: number;
    readonly id: InvitationId;
    readonly generation: number;
    readonly expiresAt: number;
    readonly roles: readonly RoleKey[];
  } | null;
}

/** Which of the addresses are taken in `workspaceId`. */
export async function findTaken(
  sql: Sql,
  workspaceId: WorkspaceId,
  emailKeys: readonly string[],
): Promise<Taken[]> {
  const rows = await all<{
    at: number;
    status: MemberStatus | null;
    seq: number | null;
    id: InvitationId;
    generation: number;
    expiresAt: number;
    roles: string;
  }>(
    sql,
    `SELECT k.key AS at, m.status, i.seq, i.id, i.generation, i.expires_at AS expiresAt,
       (SELECT json_group_array(role) FROM invitation_roles WHERE invitation_seq = i.seq) AS roles
     FROM json_each(?1) k
     LEFT JOIN members m ON m.workspace_id = ?2 AND m.email_key = k.value
     LEFT JOIN invitations i ON i.workspace_id = ?2 AND i.email_key = k.value AND i.state = 'pending'
     WHERE m.seq IS NOT NULL OR i.seq IS NOT NULL`,
    [JSON.stringify(emailKeys), workspaceId],
  );
  return rows.map(({ at, status, seq, roles, ...rest }) => ({
    at,
    status,
    invitation: seq === null ? null : { seq, ...rest, roles: JSON.parse(roles) as string[] },
  }));
}

/** What the invitations of one request have in common. */
export interface InvitationTerms extends IssueTerms {
  readonly roles: readonly RoleKey[];
  readonly message: string;
}

/** One invitation of a request. */
export interface NewInvitation {
  readonly id: InvitationId;
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  /** The invitation whose letter and link it comes with; null for one that has its own. */
  readonly leadId: InvitationId | null;
}

/** Adds invitations with their roles, in their order. */
export async function insertInvitations(
  sql: Sql,
  terms: InvitationTerms,
  invitations: readonly NewInvitation[],
): Promise<void> {
  if (invitations.length === 0) return;
  await run(
    sql,
    `INSERT INTO invitations (id, email, email_key, name, lead_id, workspace_id, message, state, delivery, invited_by, created_at, expires_at)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ?2, ?3, 'pending', ?4, ?5, ?6, ?7 FROM json_each(?1)`,
    [
      JSON.stringify(
        invitations.map(({ id, email, emailKey, name, leadId }) => [id, email, emailKey, name, leadId]),
      ),
      terms.workspaceId,
      terms.message,
      terms.delivery,
      terms.inviterId,
      terms.now,
      terms.expiresAt,
    ],
  );
  await run(
    sql,
    `INSERT INTO invitation_roles (invitation_seq, role)
     SELECT i.seq, r.value FROM json_each(?1) k CROSS JOIN invitations i ON i.id = k.value CROSS JOIN json_each(?2) r`,
    [JSON.stringify(invitations.map(({ id }) => id)), JSON.stringify(terms.roles)],
  );
}

/** An expired invitation that is issued again, under its old id. */
export interface Reissue {
  readonly seq: number;
  readonly email: string;
  readonly name: string;
  readonly leadId: InvitationId | null;
}

/** Issues expired invitations again in their place: new terms, new links, those before are dead. */
export async function reissueInvitations(
  sql: Sql,
  terms: InvitationTerms,
  invitations: readonly Reissue[],
): Promise<void> {
  if (invitations.length === 0) return;
  const seqs = JSON.stringify(invitations.map(({ seq }) => seq));
  await run(
    sql,
    `UPDATE invitations SET email = k.value ->> 1, name = k.value ->> 2, lead_id = k.value ->> 3, message = ?2, delivery = ?3, delivery_error = NULL, invited_by = ?4,
       created_at = ?5, expires_at = ?6, generation = generation + 1, version = version + 1
     FROM json_each(?1) k WHERE seq = k.value ->> 0 AND state = 'pending' AND expires_at <= ?5`,
    [
      JSON.stringify(invitations.map(({ seq, email, name, leadId }) => [seq, email, name, leadId])),
      terms.message,
      terms.delivery,
      terms.inviterId,
      terms.now,
      terms.expiresAt,
    ],
  );
  await run(sql, 'DELETE FROM invitation_roles WHERE invitation_seq IN (SELECT value FROM json_each(?))', [
    seqs,
  ]);
  await run(
    sql,
    'INSERT INTO invitation_roles (invitation_seq, role) SELECT k.value, r.value FROM json_each(?) k CROSS JOIN json_each(?) r',
    [seqs, JSON.stringify(terms.roles)],
  );
}
