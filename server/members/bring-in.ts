// A row of a list about somebody who is not here yet: their account is made, or they are invited, as by hand.
import type { ImportMembers } from '../../shared/contract/files.ts';
import { fail } from '../../shared/errors.ts';
import type { ImportResult } from '../../shared/members/import.ts';
import { rolesInCell, statusInCell } from '../../shared/members/import.ts';
import { joinName, nameParts } from '../../shared/members/profile.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import type { Policy, RoleKey } from '../../shared/policy/policy.ts';
import type { NewAddress } from '../accounts/email-change.ts';
import { accountByKey } from '../accounts/store.ts';
import { groundFor, inviteFrom } from '../invitations/create.ts';
import { spend } from '../limits/limits.ts';
import { assertLeftToMeet, createWithin, isTaken } from './create.ts';
import type { Import } from './import.ts';
import { setExternalId } from './known.ts';
import { nameIn, readNewcomer } from './newcomer.ts';

type Row = ImportMembers['rows'][number];

/**
 * Makes the person of a row, or invites them where the policy makes nobody at once or they have an account elsewhere.
 * @throws {AppError} as `createWithin`; `role_unknown`, `role_required`, `status_unknown`; `not_in_policy` for an invitation that is switched off.
 */
export async function bringIn(job: Import, row: Row, address: NewAddress | undefined): Promise<ImportResult> {
  const { ctx, tx } = job;
  if (address === undefined) fail('email_invalid', { field: 'email' });
  const roles = rolesOf(job, row);
  const isActive = isActiveIn(row);
  await spend(tx, 'invitedAddresses', ctx.workspaceId!);
  const { policy } = ctx.policy;
  if (policy.creation === null) {
    if (!isActive) fail('not_in_policy', { field: 'status' });
    return invite(job, row, address, roles);
  }
  const newcomer = readNewcomer(withoutSecrets(policy), {
    ...describedBy(policy, row),
    email: address.email,
    roles: [...roles],
    mustChangePassword: true,
    isActive: true,
  });
  await tx.assertCan('member.create', { workspace: ctx.workspaceId!, roles });
  // Looked at whoever it is: else a username that is taken would tell who has an account elsewhere.
  if (newcomer.username !== null && (await isTaken(tx, newcomer.username.key)))
    fail('username_taken', { field: 'username' });
  // A look leaves no trace, so it does not say who has an account elsewhere either: doing it does.
  const isLook = job.mode === 'preview';
  if (!isActive) await assertLeftToMeet(tx);
  if ((await accountByKey(tx.sql, address.key)) !== undefined) {
    if (isLook) {
      if (isGuard(ctx.policy, roles)) tx.assertFresh();
      return { verdict: 'new' };
    }
    if (!isActive) fail('account_is_shared', { field: 'email' });
    return invite(job, row, address, roles);
  }
  const made = await createWithin(ctx, tx, { ...newcomer, isActive }, null);
  if ('refused' in made) fail(made.refused);
  if (isLook || !('member' in made)) return { verdict: 'new' };
  const { id } = made.member;
  if (row.externalId !== undefined && row.externalId !== '') await setExternalId(tx.sql, id, row.externalId);
  return { verdict: 'new', made: 'account', memberId: id };
}

async function invite(
  job: Import,
  row: Row,
  { email, key }: NewAddress,
  roles: readonly RoleKey[],
): Promise<ImportResult> {
  const { ctx, tx, grounds } = job;
  const same = [...roles].toSorted().join(' ');
  const ground =
    grounds.get(same) ?? (await groundFor(ctx, tx, { workspaceId: ctx.workspaceId!, roles }, ''));
  grounds.set(same, ground);
  const parts = joinName(row.firstName ?? '', row.lastName ?? '');
  const name = nameIn('name', row.name ?? parts);
  const { creation, invitations } = ctx.policy.policy;
  // Where accounts are made, only who has one is invited: asking for the name would tell who does, as it does not by hand.
  if (name === '' && creation === null && invitations.isNameRequired === true)
    fail('field_required', { field: 'name' });
  const [outcome] = await inviteFrom(ground, { text: email, email, key, name });
  if (outcome === 'invited') return { verdict: 'new', made: 'invitation' };
  if (outcome === 'already_invited') return { verdict: 'same', made: 'invitation' };
  return { verdict: 'error', problem: { code: 'role_not_yours_to_give', field: 'roles' } };
}

/** The roles of somebody new: what the row says, else what the import gives. @throws {AppError} `role_unknown`, `role_required`. */
function rolesOf({ ctx, roles }: Import, row: Row): readonly RoleKey[] {
  if (row.roles === undefined || row.roles === '')
    return roles.length > 0 ? roles : fail('role_required', { field: 'roles' });
  return rolesInCell(row.roles, ctx.policy) ?? fail('role_unknown', { field: 'roles' });
}

function isActiveIn({ status }: Row): boolean {
  if (status === undefined || status === '') return true;
  return (statusInCell(status) ?? fail('status_unknown', { field: 'status' })) === 'active';
}

/** The policy without what no list can bring: a password is its person's to choose, by the letter that they get. */
function withoutSecrets(policy: Policy): Policy {
  if (policy.creation === null) return policy;
  const required = policy.creation.required.filter((field) => field !== 'password' && field !== 'resources');
  return { ...policy, creation: { ...policy.creation, required } };
}

/** What a row says of a person, in the fields of the policy: a whole name or its parts, whichever the list has. */
export function describedBy(
  { identity: { profile } }: Policy,
  { name, firstName, lastName, username, department }: Row,
): Partial<Pick<Row, 'name' | 'firstName' | 'lastName' | 'username' | 'department'>> {
  const isOfParts = profile.includes('firstName') || profile.includes('lastName');
  const whole = name ?? joinName(firstName ?? '', lastName ?? '');
  const parts = nameParts(name ?? '', { firstName: '', lastName: '' });
  const named = isOfParts
    ? firstName !== undefined || lastName !== undefined
      ? { firstName, lastName }
      : parts
    : { name: whole };
  return Object.fromEntries(
    Object.entries({ ...named, username, department }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );
}
