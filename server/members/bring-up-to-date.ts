// A row of a list about somebody who is here: what differs is changed, each part by its own decision.
import type { ImportMembers } from '../../shared/contract/files.ts';
import { fail } from '../../shared/errors.ts';
import type { ImportChange, ImportResult } from '../../shared/members/import.ts';
import { rolesInCell, statusInCell } from '../../shared/members/import.ts';
import { isSameSet } from '../../shared/same-set.ts';
import { freshMember } from './change.ts';
import { changeRoleOf } from './change-role.ts';
import { describe } from './describe.ts';
import { describedBy } from './bring-in.ts';
import type { Import } from './import.ts';
import { setExternalId } from './known.ts';
import { profileOf } from './profile-store.ts';
import type { StoredMember } from './store.ts';
import { deactivate, reactivate } from './switch.ts';

type Row = ImportMembers['rows'][number];

/**
 * Changes what of the row differs from how the member is.
 * @throws {AppError} as `describe`, `changeRoleOf`, `deactivateMember`; `role_unknown`, `status_unknown`, `external_id_differs`.
 */
export async function bringUpToDate(
  job: Import,
  row: Row,
  member: StoredMember,
  externalId: string | null,
): Promise<ImportResult> {
  const { tx } = job;
  const changes = [
    ...(await changedDescription(job, row, member)),
    ...(await changedRoles(job, row, member)),
    ...(await changedStatus(job, row, member)),
  ];
  if (row.externalId !== undefined && row.externalId !== '' && row.externalId !== externalId) {
    if (externalId !== null) fail('external_id_differs', { field: 'externalId' });
    await tx.assertCan('member.change-profile', { member });
    await setExternalId(tx.sql, member.id, row.externalId);
    await tx.audit({
      action: 'member.change-profile',
      target: { kind: 'member', id: member.id },
      after: { fields: ['externalId'] },
      personal: { name: member.name, email: member.email, externalId: row.externalId },
    });
    changes.push({ field: 'externalId', before: '', after: row.externalId });
  }
  return { verdict: changes.length > 0 ? 'changes' : 'same', memberId: member.id, changes };
}

async function changedDescription(job: Import, row: Row, member: StoredMember): Promise<ImportChange[]> {
  const { ctx, tx } = job;
  const before = { ...(await profileOf(tx.sql, member)), name: member.name, username: member.username ?? '' };
  const wish = describedBy(ctx.policy.policy, row);
  const how = await describe(ctx, tx, member, wish);
  if (how === 'username_taken') fail('username_taken', { field: 'username' });
  if (how === 'same') return [];
  const now = await freshMember(tx, member);
  const after = { ...(await profileOf(tx.sql, now)), name: now.name, username: now.username ?? '' };
  return (['name', 'firstName', 'lastName', 'username', 'department'] as const).flatMap((field) =>
    field in wish && before[field] !== after[field]
      ? [{ field, before: before[field], after: after[field] }]
      : [],
  );
}

async function changedRoles(job: Import, row: Row, member: StoredMember): Promise<ImportChange[]> {
  if (row.roles === undefined || row.roles === '') return [];
  const roles = rolesInCell(row.roles, job.ctx.policy) ?? fail('role_unknown', { field: 'roles' });
  if (isSameSet(roles, member.roles)) return [];
  await changeRoleOf(job.ctx, job.tx, await freshMember(job.tx, member), roles);
  return [{ field: 'roles', before: member.roles.join('; '), after: roles.join('; ') }];
}

async function changedStatus(job: Import, row: Row, member: StoredMember): Promise<ImportChange[]> {
  if (row.status === undefined || row.status === '') return [];
  const status = statusInCell(row.status) ?? fail('status_unknown', { field: 'status' });
  if (status === member.status) return [];
  const now = await freshMember(job.tx, member);
  await (status === 'active' ? reactivate(job.ctx, job.tx, now) : deactivate(job.ctx, job.tx, now));
  return [{ field: 'status', before: member.status, after: status }];
}
