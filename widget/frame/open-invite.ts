// Shows where people are brought in, for a page that asks for it by `openInvite()`. Loaded when it does.
import type { LitElement } from 'lit';
import type { Policy, ViewKey } from '../../shared/policy/policy.ts';

/** Where people are invited, or where accounts are made at once: something to fill in. */
type Invite = LitElement & { prefill?: (addresses: string) => void };

/** The view where people are brought in: where nobody is invited, accounts are made in the list of people. */
export function inviteView({ invitations }: Policy): ViewKey {
  return invitations.view ?? 'users';
}

/** Puts the focus on what brings people in, in the view that `root` shows, with `addresses` filled in. */
export async function focusInvite(root: ParentNode, policy: Policy, addresses: string): Promise<void> {
  const isInvited = policy.invitations.view !== null;
  const way = isInvited ? ['ua-invite-card'] : ['ua-member-list', 'ua-add-person'];
  let part: Invite | null = root.querySelector<Invite>('.panel > *');
  await part?.updateComplete;
  for (const next of way) {
    part = part?.renderRoot.querySelector<Invite>(next) ?? null;
    await part?.updateComplete;
  }
  // Making an account begins with its form, an invitation with the field that is there.
  if (addresses !== '' || !isInvited) part?.prefill?.(addresses);
  part?.focus();
}
