// What a person does in the grid of members, told to the list around it. Stays inside the list.
import type { Member, MemberSort } from '../../shared/members/member.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';

/** One deed in the grid. */
export type RowDeed =
  | { readonly kind: 'role'; readonly member: Member; readonly role: RoleKey }
  | { readonly kind: 'person'; readonly member: Member }
  | { readonly kind: 'deed'; readonly member: Member; readonly deed: string }
  | { readonly kind: 'menu'; readonly member: Member; readonly anchor: HTMLElement }
  | { readonly kind: 'select'; readonly members: readonly Member[]; readonly isIn: boolean }
  | { readonly kind: 'sort'; readonly sort: MemberSort };

/** Tells the list what was done. */
export class RowDeedEvent extends Event {
  static readonly type = 'ua-row-deed';
  readonly deed: RowDeed;

  constructor(deed: RowDeed) {
    super(RowDeedEvent.type);
    this.deed = deed;
  }
}
