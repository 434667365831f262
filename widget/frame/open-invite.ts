// Shows where people are brought in, for a page that asks for it by `openInvite()`. Loaded after the first rows.
import type { LitElement } from 'lit';
import type { Policy, RoleKey } from '../../shared/policy/policy.ts';

/** What a page knows of the people who are to be brought in. */
export interface InvitePrefill {
  /** Addresses, as a list or as text such as `Ann <ann@example.com>, ben@example.com`. */
  readonly addresses?: string | readonly string[];
  /** The keys of the roles they get; those that the viewer may not give are left out. */
  readonly roles?: readonly RoleKey[];
}

/** Where people are invited, or where accounts are made at once: something to fill in. */
type Invite = LitElement & { prefill?: (addresses: string, roles: readonly RoleKey[]) => unknown };

/** Puts the focus on what brings people in, in the view that `root` shows, with what is given filled in. Resolves with whether there is such a thing for the viewer. */
export async function focusInvite(
  root: ParentNode,
  policy: Policy,
  { addresses = '', roles = [] }: InvitePrefill,
): Promise<boolean> {
  const isInvited = policy.invitations.view !== null;
  const way = isInvited ? ['ua-invite-card'] : ['ua-member-list', 'ua-add-person'];
  let part: Invite | null = root.querySelector<Invite>('.panel > *');
  await part?.updateComplete;
  for (const next of way) {
    part = part?.renderRoot.querySelector<Invite>(next) ?? null;
    await part?.updateComplete;
  }
  if (part === null || part.hidden) return false;
  const list = typeof addresses === 'string' ? addresses : addresses.join('\n');
  // Making an account begins with its form, an invitation with the field that is there.
  if (list !== '' || roles.length > 0 || !isInvited) part.prefill?.(list, roles);
  part.focus();
  return true;
}
