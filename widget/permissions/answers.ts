// Performs what the elements of permissions ask for, and tells the page what happened. Only calls the server; shows nothing.
import type { GrantOutcome } from '../../shared/permissions/permissions.ts';
import { PermissionsChangedEvent } from './events.ts';
import type { Answers, Desk } from '../room.ts';
import type { GrantPage } from './intents.ts';
import { ListGrantsIntent, SavePermissionsIntent } from './intents.ts';

/** The answers to the intents of permissions. */
export const PERMISSION_ANSWERS: Answers = {
  [ListGrantsIntent.type]: ({ kind, role, after, signal }: ListGrantsIntent, { api }): Promise<GrantPage> =>
    api.read('permissions.list', { kind, role, ...(after !== null && { after }) }, { signal }),
  [SavePermissionsIntent.type]: savePermissions,
};

async function savePermissions(
  { kind, rows, key }: SavePermissionsIntent,
  desk: Desk,
): Promise<readonly GrantOutcome[]> {
  const given = { kind, rows: rows.map((row) => ({ ...row, actions: [...row.actions] })) };
  const { results } = await desk.write('permissions.save', given, { idempotencyKey: key });
  const saved = results.flatMap(({ refused, row }) =>
    refused === undefined && row !== undefined ? [row] : [],
  );
  if (saved.length > 0) desk.tell(new PermissionsChangedEvent(kind, saved));
  return results;
}
