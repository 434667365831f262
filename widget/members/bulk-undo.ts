// What takes a change of many back: the same people, as long as nobody else has changed them since. Pure.
import type { MemberSelection } from '../../shared/contract/members.ts';
import type { MemberOutcome } from '../../shared/members/member.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { BulkChange } from '../client/api.ts';

/** The most people of one request. */
const MOST = 200;

/** A change with whom it is about. */
export interface BulkWish {
  readonly selection: MemberSelection;
  readonly change: BulkChange;
  /** As in `CallOptions`. */
  readonly whole: number;
}

/** A change that there is a way back from. */
export type UndoableChange = BulkChange & {
  readonly action: 'member.change-role' | 'member.deactivate' | 'member.reactivate';
};

/** Whether there is a way back from `change`. */
export function canUndo(change: BulkChange): change is UndoableChange {
  const { action } = change;
  return action === 'member.change-role' || action === 'member.deactivate' || action === 'member.reactivate';
}

/** The wishes that take back what `change` did to those of `results` whom it changed; each gets the roles back that they had. */
export function undoOf(change: BulkChange, results: readonly MemberOutcome[]): readonly BulkWish[] {
  const changed = results.filter(({ refused, member }) => refused === undefined && member !== undefined);
  if (change.action === 'member.deactivate') return wishes({ action: 'member.reactivate' }, changed);
  if (change.action === 'member.reactivate') return wishes({ action: 'member.deactivate' }, changed);
  if (change.action !== 'member.change-role') return [];
  const byRoles = Map.groupBy(changed, ({ previousRoles = [] }) => JSON.stringify(previousRoles));
  return [...byRoles].flatMap(([roles, people]) =>
    roles === '[]'
      ? []
      : wishes({ action: 'member.change-role', roles: JSON.parse(roles) as RoleKey[] }, people),
  );
}

function wishes(change: BulkChange, people: readonly MemberOutcome[]): BulkWish[] {
  return Array.from({ length: Math.ceil(people.length / MOST) }, (_, part) => ({
    change,
    whole: part === 0 ? people.length : 0,
    selection: {
      seen: people
        .slice(part * MOST, (part + 1) * MOST)
        .map(({ member }) => ({ id: member!.id, version: member!.version })),
    },
  }));
}
