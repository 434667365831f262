// Who a row of a list is here already: by the external reference, else by the address. Knows no rule of the policy.
import type { ImportMembers } from '../../shared/contract/files.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import { HIDDEN } from '../../shared/text/blank.ts';
import type { NewAddress } from '../accounts/email-change.ts';
import { newAddress } from '../accounts/email-change.ts';
import type { Sql } from '../db/database.ts';
import { all, run } from '../db/database.ts';
import type { StoredMember } from './store.ts';
import { memberById } from './store.ts';

/** Who a row is about. */
export interface Known {
  /** Undefined where the row names somebody by the external reference alone. */
  readonly address: NewAddress | undefined;
  /** Undefined for somebody who is not here. */
  readonly member: StoredMember | undefined;
  /** The external reference that the member has here. */
  readonly externalId: string | null;
  /** What the person is told apart by in the list itself. */
  readonly keys: readonly string[];
}

/**
 * Finds whom a row is about.
 * @throws {AppError} `field_required` where it names nobody; `input_invalid` for a reference with characters that nobody sees; `email_invalid`; `email_taken` where reference and address are two people's;
 * `email_not_by_import` for another address of somebody known by the reference.
 */
export async function findKnown(
  sql: Sql,
  workspaceId: WorkspaceId,
  { email, externalId }: ImportMembers['rows'][number],
): Promise<Known> {
  const reference = externalId ?? '';
  if (email === '' && reference === '') fail('field_required', { field: 'email' });
  // Two that look alike would be two people.
  if (HIDDEN.test(reference)) fail('input_invalid', { field: 'externalId' });
  const address = email === '' ? undefined : newAddress(email);
  const found = await all<{ id: MemberId; externalId: string | null; emailKey: string }>(
    sql,
    `SELECT id, external_id AS externalId, email_key AS emailKey FROM members WHERE workspace_id = ?1 AND external_id = ?2
     UNION SELECT id, external_id, email_key FROM members WHERE workspace_id = ?1 AND email_key = ?3`,
    [workspaceId, reference === '' ? null : reference, address?.key ?? null],
  );
  if (found.length > 1) fail('email_taken', { field: 'email' });
  const [one] = found;
  if (one !== undefined && address !== undefined && one.emailKey !== address.key)
    fail('email_not_by_import', { field: 'email' });
  return {
    address,
    member: one && (await memberById(sql, workspaceId, one.id)),
    externalId: one?.externalId ?? null,
    keys: [
      ...(address === undefined ? [] : [`at:${address.key}`]),
      ...(reference === '' ? [] : [`id:${reference}`]),
    ],
  };
}

/** Notes who the member is in the list that they came from. */
export async function setExternalId(sql: Sql, id: MemberId, externalId: string): Promise<void> {
  await run(sql, 'UPDATE members SET external_id = ?, version = version + 1 WHERE id = ?', [externalId, id]);
}
