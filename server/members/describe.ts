// Changes what describes a member: name, department, and a username where there is none yet.
import type { UpdateMember } from '../../shared/contract/people.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberProfile } from '../../shared/members/profile.ts';
import { joinName } from '../../shared/members/profile.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { belongsElsewhere, setUsername } from '../accounts/own-store.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { isAboveAll } from './above.ts';
import { isTaken } from './create.ts';
import type { Username } from './newcomer.ts';
import { nameIn, usernameIn } from './newcomer.ts';
import { profileOf, setAccountName, setDescription } from './profile-store.ts';
import type { StoredMember } from './store.ts';

/** What is to describe the person; what is left out stays. */
export type Description = Pick<UpdateMember, 'name' | 'username' | 'firstName' | 'lastName' | 'department'>;

type Whole = MemberProfile & { readonly name: string };

/**
 * Describes one member read in this transaction. Changes nothing where nothing differs.
 *
 * The account itself follows only while it is in no other workspace: elsewhere the person is called what they or others call them there (SEC_E04).
 * @returns Whether anything changed, or that the username is taken, before anything was written.
 * @throws {AppError} the reason of the denial; `field_unknown`, `field_required`; `name_invalid`; `username_invalid`, `username_locked`; `account_is_shared`; `rate_limited`.
 */
export async function describe(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
  wish: Description,
): Promise<'changed' | 'same' | 'username_taken'> {
  const before: Whole = { name: member.name, ...(await profileOf(tx.sql, member)) };
  const after = described(ctx.policy.policy, before, wish);
  const username = newUsername(ctx.policy.policy, member, wish.username);
  const fields = (['name', 'firstName', 'lastName', 'department'] as const).filter(
    (field) => after[field] !== before[field],
  );
  if (fields.length === 0 && username === null) return 'same';
  await tx.assertCan('member.change-profile', { member });
  const isShared = await belongsElsewhere(tx.sql, member.accountId, member.workspace);
  if (username !== null) {
    // By it people sign in everywhere.
    if (isShared && !isAboveAll(ctx, tx)) fail('account_is_shared', { field: 'username' });
    if (await isTaken(tx, username.key)) return 'username_taken';
    await setUsername(tx.sql, member.accountId, username);
  }
  if (fields.length > 0) await setDescription(tx.sql, member, after);
  if (!isShared && after.name !== before.name) await setAccountName(tx.sql, member.accountId, after.name);
  await record(tx, member, { before, after, fields, username });
  return 'changed';
}

/** What describes the person with the wish carried out. */
function described({ identity, creation }: Policy, before: Whole, wish: Description): Whole {
  const { profile } = identity;
  for (const field of ['firstName', 'lastName', 'department'] as const)
    if (wish[field] !== undefined && !profile.includes(field)) fail('field_unknown', { field });
  const isOfParts = profile.includes('firstName') || profile.includes('lastName');
  if (wish.name !== undefined && isOfParts) fail('field_unknown', { field: 'name' });
  const read = (field: keyof Whole): string =>
    wish[field] === undefined ? before[field] : nameIn(field, wish[field]);
  const after = {
    name: read('name'),
    firstName: read('firstName'),
    lastName: read('lastName'),
    department: read('department'),
  };
  for (const field of creation?.required ?? [])
    if (field in after && after[field as keyof Whole] === '' && before[field as keyof Whole] !== '')
      fail('field_required', { field, fields: [field] });
  return isOfParts ? { ...after, name: nameIn('name', joinName(after.firstName, after.lastName)) } : after;
}

/** The username that the person is to get; null where it stays. Once chosen it stays (D22). */
function newUsername({ identity }: Policy, member: StoredMember, text: string | undefined): Username | null {
  const username = usernameIn(text);
  if (text === undefined || (username?.username ?? null) === (member.username ?? null)) return null;
  if (!identity.hasUsername) fail('field_unknown', { field: 'username' });
  return member.username == null && username !== null
    ? username
    : fail('username_locked', { field: 'username' });
}

async function record(
  tx: WriteTransaction,
  member: StoredMember,
  change: {
    before: Whole;
    after: Whole;
    fields: readonly (keyof Whole)[];
    username: Username | null;
  },
): Promise<void> {
  const { before, after, fields, username } = change;
  await tx.audit({
    action: 'member.change-profile',
    target: { kind: 'member', id: member.id },
    after: { fields: [...fields, ...(username === null ? [] : ['username'])] },
    personal: {
      name: after.name,
      email: member.email,
      ...(after.name !== before.name && { previousName: before.name }),
      ...(after.department !== before.department && {
        department: after.department,
        previousDepartment: before.department,
      }),
      ...(username !== null && { username: username.username }),
    },
  });
}
