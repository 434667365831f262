// The sentences of seeing somebody out. Apart, because they load with the person. English.
import type { AccessEnd } from '../../shared/members/offboarding.ts';
import { formatNumber, plural } from './format.ts';
import { inside } from './inside.ts';
import { table } from './table.ts';

const invitations = (count: number) => plural(count, '1 invitation', `${formatNumber(count)} invitations`);

/** The texts by what they say. */
export const offboardStrings = table('offboardStrings', {
  heading: (name: string) => `Offboard ${name}`,
  text: 'All of it happens together, or none of it.',
  access: 'Access',
  ends: {
    deactivate: {
      label: 'Deactivate',
      help: 'No access from now on. Role and history are kept, and access can be given back.',
    },
    remove: {
      label: 'Remove',
      help: 'The membership is gone for good. Rules about keeping records may ask you to deactivate instead.',
    },
  } satisfies Record<AccessEnd, unknown>,
  isOff: 'This person is deactivated already and stays so.',
  sessions: (count: number) =>
    count === 0
      ? 'They are not signed in anywhere.'
      : plural(count, 'Their session ends at once.', `Their ${formatNumber(count)} sessions end at once.`),
  noInvitations: 'No invitation of theirs is waiting for an answer.',
  invitations: (count: number) => `Revoke the ${invitations(count)} they sent`,
  invitationsHelp: 'The links stop working. Whoever should still come can be invited again.',
  noOwned: 'Nothing here belongs to them.',
  owned: (things: readonly string[]) => `Hand over what belongs to them: ${things.join(', ')}`,
  thing: (count: number, one: string, other: string) =>
    `${formatNumber(count)} ${inside(plural(count, one, other))}`,
  handOverTo: 'Hand over to',
  handOverNobody: 'Leave it as it is',
  confirm: 'Offboard now',

  // Afterwards
  doneHeading: (name: string) => `${name} is offboarded`,
  did: {
    deactivate: 'Deactivated: no access from now on.',
    remove: 'Removed from the workspace.',
    sessions: (count: number) => plural(count, '1 session ended.', `${formatNumber(count)} sessions ended.`),
    invitations: (count: number) =>
      plural(count, '1 invitation revoked.', `${formatNumber(count)} invitations revoked.`),
    handedOver: (count: number, name: string) =>
      plural(
        count,
        `1 thing handed over to ${name}.`,
        `${formatNumber(count)} things handed over to ${name}.`,
      ),
  },
  noted: 'Every step stands in the audit trail.',
} as const);
