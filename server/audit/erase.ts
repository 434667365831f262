// Erases what the trail says of a person; that something was done, by and to whose id, stays.
import { fail } from '../../shared/errors.ts';
import type { AccountId, MemberId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { blankInReviews } from '../reviews/item-store.ts';
import { addressesInTrail, blankPersonal, entriesOf, tracesOfAccount } from './personal-store.ts';

/** Whose traces: a person who has an account, or one membership, also of somebody who is long gone. */
export type ErasedPerson = { readonly accountId: AccountId } | { readonly memberId: MemberId };

/**
 * Blanks names, addresses and networks in every entry about or by the person, and in those that name their address; and what reviews say of them.
 * An entry that is also about somebody else loses their values too, for they stand in one text.
 * @returns How many entries were blanked. @throws {AppError} `not_granted` for everybody but the operator.
 */
export function erasePersonal(ctx: UseCaseContext, person: ErasedPerson): Promise<{ entries: number }> {
  return ctx.write({ action: 'person.erase', input: person }, async (tx) => {
    if (ctx.caller.kind !== 'system') fail(ctx.caller.kind === 'anonymous' ? 'not_signed_in' : 'not_granted');
    const isAccount = 'accountId' in person;
    const known = isAccount
      ? await tracesOfAccount(tx.sql, person.accountId)
      : { ids: [person.memberId], addresses: [] };
    const addresses = [...new Set([...known.addresses, ...(await addressesInTrail(tx.sql, known.ids))])];
    await blankInReviews(tx.sql, known.ids);
    const entries = await blankPersonal(tx.sql, await entriesOf(tx.sql, { ids: known.ids, addresses }));
    await tx.audit({
      action: 'person.erase',
      target: isAccount ? { kind: 'account', id: person.accountId } : { kind: 'member', id: person.memberId },
      after: { entries },
    });
    return { entries };
  });
}
