// Changes what describes a person: name, username, language.
import type { Account } from '../../shared/accounts/account.ts';
import { parseUsername } from '../../shared/accounts/username.ts';
import type { ChangeProfile } from '../../shared/contract/account.ts';
import { fail } from '../../shared/errors.ts';
import { cleanName } from '../../shared/text/name.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { spend } from '../limits/limits.ts';
import { setPerson } from '../members/person.ts';
import { ownAccount } from './own.ts';
import type { OwnAccount, ProfileRow } from './own-store.ts';
import { isUsernameTaken, membershipsOf, setProfile } from './own-store.ts';
import { getAccount } from './read.ts';
import { auditOwn } from './trail.ts';

/**
 * Changes the caller's name, username or language; what is left out stays. A username stays once it was chosen (D22).
 * @throws {AppError} `name_invalid`; `username_invalid`, `username_locked`, `already_exists` for one that is taken; `people_from_provider`
 * where name and username are a provider's to say (D30); `not_in_policy`; `changed_meanwhile` with the fresh account; as `ownAccount`.
 */
export async function changeProfile(ctx: UseCaseContext, input: ChangeProfile): Promise<Account> {
  const { idempotencyKey, ...wish } = input;
  const done = await ctx.write(
    { action: 'account.change-profile', input: wish, idempotencyKey },
    async (tx) => {
      const own = await ownAccount(ctx, tx.sql, 'change');
      if (own.version !== input.version) return 'stale';
      const profile = profileOf(ctx, own, input);
      const isNewUsername = profile.usernameKey !== null && profile.username !== own.username;
      if (isNewUsername) {
        await spend(tx, 'usernames', own.id);
        // Counted although it is refused: trying names tells which of them people here have.
        if (await isUsernameTaken(tx.sql, profile.usernameKey, own.id)) return 'taken';
      }
      return (await save(tx, own, profile)) ? 'changed' : 'stale';
    },
  );
  if (done === 'taken') fail('already_exists', { field: 'username' });
  if (done === 'stale') fail('changed_meanwhile', await getAccount(ctx));
  return getAccount(ctx);
}

function profileOf(ctx: UseCaseContext, own: OwnAccount, input: ChangeProfile): ProfileRow {
  const { language = own.language } = input;
  return { name: nameOf(own, input.name), ...usernameOf(ctx, own, input.username), language };
}

function nameOf(own: OwnAccount, text: string | undefined): string {
  if (text === undefined || text === own.name) return own.name;
  if (own.source === 'provider') fail('people_from_provider', { field: 'name' });
  const cleaned = cleanName(text);
  return cleaned.ok ? cleaned.name : fail('name_invalid', { field: 'name', reason: cleaned.reason });
}

function usernameOf(
  ctx: UseCaseContext,
  own: OwnAccount,
  text: string | undefined,
): Pick<ProfileRow, 'username' | 'usernameKey'> {
  const kept = { username: own.username, usernameKey: own.username?.toLowerCase() ?? null };
  if (text === undefined || text === own.username) return kept;
  if (!ctx.policy.policy.identity.hasUsername) fail('not_in_policy', { field: 'username' });
  if (own.source === 'provider') fail('people_from_provider', { field: 'username' });
  if (own.username !== null) fail('username_locked', { field: 'username' });
  const parsed = parseUsername(text);
  if (!parsed.ok) fail('username_invalid', { field: 'username' });
  return { username: parsed.username, usernameKey: parsed.key };
}

async function save(tx: WriteTransaction, own: OwnAccount, profile: ProfileRow): Promise<boolean> {
  const fields = (['name', 'username', 'language'] as const).filter((field) => profile[field] !== own[field]);
  if (fields.length === 0) return true;
  if (!(await setProfile(tx.sql, own, profile))) return false;
  const { name } = profile;
  if (fields.includes('name')) {
    const memberships = await membershipsOf(tx.sql, own.id);
    await setPerson(
      tx.sql,
      memberships.flatMap((each) => (each.isOfProvider ? [] : [{ ...each, name }])),
    );
  }
  await auditOwn(tx, own.id, {
    action: 'account.change-profile',
    after: { fields },
    personal: { name, email: own.email, ...(name !== own.name && { previousName: own.name }) },
  });
  return true;
}
