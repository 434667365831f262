// The sentences of inviting. A table of its own, because this code is loaded when it is shown. English.
import type { AddressProblem } from '../../shared/emails/address.ts';
import type { DeliveryState, InvitationOutcome } from '../../shared/invitations/invitation.ts';
import { formatNumber, plural } from './format.ts';
import { table } from './table.ts';

const addresses = (count: number) => plural(count, '1 address', `${formatNumber(count)} addresses`);
const people = (count: number) => plural(count, '1 person', `${formatNumber(count)} people`);

/** Why a piece of the list is no address, in the few words that fit beside it. */
export const PROBLEM_TEXTS: Readonly<Record<AddressProblem, string>> = table('PROBLEM_TEXTS', {
  invalid_empty: 'no address in it',
  invalid_no_at: 'no @ in it',
  invalid_many_at: 'more than one @',
  invalid_local: 'check the part before the @',
  invalid_domain: 'check the part after the @',
  invalid_length: 'too long',
  invalid_lookalike: 'a letter only looks like the usual one',
  invalid_invisible: 'hidden character in it',
  invalid_name: 'check the name in front',
  duplicate: 'listed twice',
});

/** What became of one address. */
export const OUTCOME_TEXTS: Readonly<Record<InvitationOutcome, string>> = table('OUTCOME_TEXTS', {
  invited: 'Invited',
  already_member: 'Already here. Nothing was changed.',
  already_invited: 'Already invited. The earlier invitation still counts.',
  deactivated: 'Deactivated. Reactivate this person instead of inviting them.',
  invalid: 'Not a usable address.',
  not_allowed: 'Not yours to invite with this role.',
  duplicate: 'Listed twice. Invited once.',
});

/** The state of an invitation's mail. */
export const DELIVERY_TEXTS: Readonly<Record<DeliveryState, string>> = table('DELIVERY_TEXTS', {
  none: 'Link only',
  queued: 'Mail queued',
  sent: 'Mail sent',
  failed: 'Mail failed',
});

/** The texts of the address box, the invite card and the list of invitations. */
export const invitationStrings = table('invitationStrings', {
  // The address box
  addressList: 'Addresses',
  addressHint: 'Separate several addresses by commas, or paste a list.',
  addressPlaceholder: 'name@example.com',
  addressKeys: 'The left arrow key goes to the addresses. There, Enter edits one and Delete removes it.',
  editAddress: 'Edit address',
  removeAddress: (text: string) => `Remove ${text}`,
  addressCount: (total: number, attention: number, duplicates: number) =>
    [
      addresses(total),
      attention > 0 && plural(attention, '1 needs attention', `${formatNumber(attention)} need attention`),
      duplicates > 0 && `${formatNumber(duplicates)} listed twice`,
    ]
      .filter(Boolean)
      .join(', '),
  moreAddresses: (count: number) => `and ${formatNumber(count)} more`,
  removeProblems: (count: number) =>
    plural(count, 'Remove the marked one', `Remove the ${formatNumber(count)} marked`),
  clearAddresses: 'Clear',
  addressesRemoved: (count: number) => `${addresses(count)} removed.`,
  didYouMean: 'Did you mean',
  suggested: (email: string) => `${email}?`,
  moreSuggestions: (count: number) => `${formatNumber(count)} more look mistyped.`,
  personalAddresses: (count: number) =>
    plural(count, '1 is a personal address. ', `${formatNumber(count)} are personal addresses. `) +
    'Company addresses are easier to manage when somebody leaves.',

  // The invite card
  inviteHeading: 'Invite people',
  inviteOpen: 'Invite user',
  addressLabel: 'E-mail addresses',
  inviteRole: 'Role',
  inviteRoles: 'Roles',
  inviteName: 'Display name',
  inviteNameHint: 'Optional. They can change it later.',
  inviteMessage: 'Message',
  inviteMessageHint: 'Optional. Goes into the invitation mail.',
  addMessage: 'Add a message',
  listTooLong: 'This list is too long to be sent at once. Invite one half of it first, then the other.',
  invite: (count: number) => (count === 0 ? 'Invite' : `Invite ${people(count)}`),
  inviteNobody: 'Enter at least one complete address.',
  inviteKeeps: (count: number) =>
    plural(
      count,
      'The address that needs attention stays here.',
      `The ${formatNumber(count)} addresses that need attention stay here.`,
    ),
  inviting: (count: number) => `Inviting ${people(count)}`,
  invitingRest: (done: number, count: number) => `${formatNumber(done)} of ${people(count)} invited`,
  invitedSome: (done: number) =>
    plural(
      done,
      '1 person of the list was dealt with. The rest is still in the box.',
      `${formatNumber(done)} people of the list were dealt with. The rest is still in the box.`,
    ),
  inviteStopped:
    'Stopped waiting. If the invitations were made already, they are in the list of pending ones; inviting again changes nothing for those.',
  withMail: (hours: string) => `Everybody gets a mail with a link that works once, for ${hours}.`,
  withoutMail: (hours: string) =>
    `No mail server is set up, so no mail is sent. Copy each link and hand it over yourself; it works once, for ${hours}.`,
  withoutMailOrLinks:
    'No mail server is set up, so no mail is sent. Somebody who may copy links has to hand them over.',
  hours: (count: number) =>
    count % 24 === 0
      ? plural(count / 24, '1 day', `${formatNumber(count / 24)} days`)
      : plural(count, '1 hour', `${formatNumber(count)} hours`),
  results: 'Results',
  resultsOf: (invited: number, others: number) =>
    [
      invited > 0 ? `${people(invited)} invited` : 'Nobody was invited',
      others > 0 && plural(others, '1 other', `${formatNumber(others)} others`),
    ]
      .filter(Boolean)
      .join(', '),
  outcomeIn: (workspaces: string, outcome: string) => `${workspaces}: ${outcome}`,
  moreResults: (count: number) => `Show ${formatNumber(count)} more`,
  dismissResults: 'Close the results',

  // Links
  copyLink: 'Copy link',
  copyLinkOf: (email: string) => `Copy link for ${email}`,
  copyAllLinks: (count: number) => plural(count, 'Copy the link', `Copy all ${formatNumber(count)} links`),
  linkCopied: 'Link copied',
  linksCopied: (count: number) =>
    plural(count, 'Link copied', `${formatNumber(count)} links copied, one address and link in a line`),
  copyRefused: 'The browser did not allow copying. Select the link and copy it by hand.',
  linkOf: (email: string) => `Link for ${email}`,

  // The list of invitations
  pendingHeading: 'Invitations',
  pendingCount: (count: number) => plural(count, '1 open', `${formatNumber(count)} open`),
  noneOpen: 'None open',
  showRows: 'Show',
  hideRows: 'Hide',
  columnAddress: 'Address',
  columnRole: 'Role',
  columnInvitedBy: 'Invited by',
  columnExpiry: 'Expires',
  columnDelivery: 'Delivery',
  columnActions: 'Actions',
  pending: 'Pending',
  pendingBefore: 'Pending, ',
  expired: 'Expired',
  followUp: 'Follow up',
  toFollowUp: (count: number) => `${formatNumber(count)} to follow up`,
  waitingSince: (when: string) => `Invited ${when} and not answered. Ask whether the mail arrived.`,
  trouble: 'Trouble?',
  troubleWith: (email: string) => `Find out why ${email} has not answered`,
  noLetter: 'Somebody got no mail, or cannot get in?',
  checkAddress: 'Check an address',
  linkExpired: 'The link has expired. Resend the invitation to get one that works.',
  unknownInviter: 'Unknown',
  invitedBy: (name: string) => `Invited by ${name}`,
  resend: 'Resend',
  resendTo: (email: string) => `Resend the invitation to ${email}`,
  resent: (email: string) => `Invitation to ${email} sent again. Earlier links no longer work.`,
  renewed: (email: string) =>
    `Invitation of ${email} renewed. Copy the new link and hand it over; earlier links no longer work.`,
  revoke: 'Revoke',
  revokeFor: (email: string) => `Revoke the invitation of ${email}`,
  revokeQuestion: (email: string) => `Revoke the invitation of ${email}?`,
  revokeText:
    'The link in the mail and every copied link stop working at once. You can invite this address again later.',
  revokeConfirm: 'Revoke invitation',
  revoked: (email: string) => `Invitation of ${email} revoked.`,
  choose: (email: string) => `Select the invitation of ${email}`,
  chosen: (count: number) => `${formatNumber(count)} selected`,
  chosenActions: 'Actions for the selected invitations',
  chooseNone: 'Clear',
  revokeManyQuestion: (count: number) =>
    plural(count, 'Revoke the invitation?', `Revoke ${formatNumber(count)} invitations?`),
  resentMany: (count: number) =>
    plural(count, '1 invitation sent again.', `${formatNumber(count)} invitations sent again.`),
  changingMany: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)} done`,
  revokedMany: (count: number) =>
    plural(count, '1 invitation revoked.', `${formatNumber(count)} invitations revoked.`),
  undoRevoke: 'Invites again, with a new link. The old link stays dead.',
  invitedAgain: (count: number) =>
    count === 0 ? 'Nobody was invited again.' : `${people(count)} invited again, with a new link.`,
  notChanged: (count: number, reason: string) =>
    plural(count, `1 was not changed: ${reason}`, `${formatNumber(count)} were not changed: ${reason}`),
  noInvitations: 'No open invitations',
  noInvitationsText: 'Whoever you invite appears here until they accept.',
  invitationsFailed: 'The invitations could not be loaded',

  // The view
} as const);
