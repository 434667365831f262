// Gives a member the resources that they have themselves, all of a kind at once.
import type { AssignResources } from '../../shared/contract/permissions.ts';
import { fail } from '../../shared/errors.ts';
import type { ResourceId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { changed, memberToChange } from '../members/change.ts';
import { publicMember } from '../members/store.ts';
import type { StoredMember } from '../members/store.ts';
import { kindOf } from '../resources/kind.ts';
import type { MemberGrant } from './member-grants.ts';
import {
  grantToMember,
  grantsOfMember,
  resourcesToGrant,
  takeFromMember,
  touchMember,
} from './member-grants.ts';

/** What of a kind somebody is to have: exactly these, or some more and some less than they have. */
export type Assignment =
  | { readonly set: readonly ResourceId[] }
  | { readonly add: readonly ResourceId[]; readonly remove: readonly ResourceId[] };

/**
 * Gives the member exactly the resources named, in place of those of the kind that they have; with every action of the kind, or those named.
 * @throws {AppError} the reason of the denial; `changed_meanwhile` with the fresh member; `resource_not_found` with the ids that are none of this kind here.
 */
export function assignResources(ctx: UseCaseContext, input: AssignResources): Promise<Member> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'member.assign', input: wish, idempotencyKey, note: input.note }, async (tx) => {
    const member = await memberToChange(ctx, tx, input);
    const kind = kindOf(ctx.policy, input.kind);
    return assignTo(tx, member, kind, { set: input.resourceIds }, input.actions);
  });
}

/**
 * The change itself, for one member read in this transaction; creation and bulk changes share it. Changes nothing where nothing differs.
 * Where no actions are named, what of a set they have already stays as it was given, and what is new comes with every action.
 */
export async function assignTo(
  tx: WriteTransaction,
  member: StoredMember,
  kind: ResourceKind,
  assignment: Assignment,
  named?: readonly string[],
): Promise<Member> {
  await tx.assertCan('member.assign', { member, kind: kind.key });
  const actions = named ?? kind.actions.map(({ key }) => key);
  if (!actions.every((action) => kind.actions.some(({ key }) => key === action)))
    fail('input_invalid', { field: 'actions' });
  const before = await grantsOfMember(tx.sql, member.seq, kind.key);
  // Everything is looked up before anything is changed: a refusal leaves the person as they were.
  const [given, touched] =
    'set' in assignment
      ? [await resourcesNamed(tx, member, kind, assignment.set), before]
      : [
          await resourcesNamed(tx, member, kind, assignment.add),
          await resourcesNamed(tx, member, kind, assignment.remove),
        ];
  const [givenSeqs, heldSeqs] = [seqsOf(given), seqsOf(before)];
  const taken = touched.flatMap(({ seq }) => (givenSeqs.has(seq) ? [] : [seq]));
  const isKept = (seq: number) => 'set' in assignment && named === undefined && heldSeqs.has(seq);
  const resources = given.flatMap(({ seq }) => (isKept(seq) ? [] : [seq]));
  await takeFromMember(tx.sql, member.seq, taken);
  await takeFromMember(tx.sql, member.seq, resources, actions);
  await grantToMember(tx.sql, member.seq, { resources, actions, now: tx.now });
  const after = await grantsOfMember(tx.sql, member.seq, kind.key);
  if (JSON.stringify(before) === JSON.stringify(after)) return publicMember(member);
  return changed(tx, member, await touchMember(tx.sql, member), {
    action: 'member.assign',
    before: entryOf(kind, before),
    after: { ...entryOf(kind, after), ...namesIn(before, after) },
  });
}

async function resourcesNamed(
  tx: WriteTransaction,
  member: StoredMember,
  kind: ResourceKind,
  ids: readonly ResourceId[],
): ReturnType<typeof resourcesToGrant> {
  const named = await resourcesToGrant(tx.sql, member.workspace, kind.key, ids);
  const known = new Set(named.map(({ resourceId }) => resourceId));
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  return missing.length === 0 ? named : fail('resource_not_found', { resourceIds: missing });
}

function seqsOf(resources: readonly { readonly seq: number }[]): ReadonlySet<number> {
  return new Set(resources.map(({ seq }) => seq));
}

/** What the trail says of grants: the host's keys, and the actions only where the kind has several. */
function entryOf(kind: ResourceKind, grants: readonly MemberGrant[]): Record<string, unknown> {
  const hasSeveral = kind.actions.length > 1;
  return {
    kind: kind.key,
    resources: hasSeveral
      ? Object.fromEntries(grants.map(({ key, actions }) => [key, actions]))
      : grants.map(({ key }) => key),
  };
}

/** What people called that which was given or taken, by its key; later it may be called otherwise, or be gone. */
function namesIn(
  before: readonly MemberGrant[],
  after: readonly MemberGrant[],
): { readonly names?: Readonly<Record<string, string>> } {
  const told = (grants: readonly MemberGrant[]) =>
    new Map(grants.map((grant) => [grant.key, JSON.stringify(grant.actions)]));
  const [had, has] = [told(before), told(after)];
  const named = [...before, ...after].filter(
    ({ key, name }) => name !== key && had.get(key) !== has.get(key),
  );
  return named.length === 0 ? {} : { names: Object.fromEntries(named.map(({ key, name }) => [key, name])) };
}
