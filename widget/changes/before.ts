// What the page is asked before a change, by the procedure that makes it. Ids, counts and roles only: nobody's data leaves the widget.
import type { InvitationId, MemberId } from '../../shared/ids.ts';
import type { Given, WishPath } from '../calls.ts';
import type { BeforeChangeName, ChangeScope } from './events.ts';

/** An event to ask with: its name and what it is about. */
export type Question = readonly [name: BeforeChangeName, scope: ChangeScope];

type Questions = { readonly [P in WishPath]?: (given: Given<P>) => readonly Question[] };
type OneMember = { readonly memberId: string };
type OneInvitation = { readonly invitationId: string };

const BULK = {
  'member.change-role': 'ua-before-member-role-change',
  'member.deactivate': 'ua-before-member-deactivate',
  'member.reactivate': 'ua-before-member-reactivate',
  'member.remove': 'ua-before-member-remove',
  'member.end-sessions': 'ua-before-member-sessions-end',
  'member.assign': 'ua-before-member-resources-change',
} as const;

const onMember = (name: BeforeChangeName) => (given: OneMember) => [[name, who(given)]] as const;
const onInvitation =
  (name: BeforeChangeName) =>
  ({ invitationId }: OneInvitation) =>
    [[name, { invitationIds: [invitationId as InvitationId] }]] as const;
/** The procedures that change how this deployment or workspace is set up. */
const SETTING = /^(?:keys\.|settings\.(?:save|forget)|providers\.(?:create|change|remove|addDomain|switch))/;

const QUESTIONS: Questions = {
  'invitations.create': ({ addresses, roles }) => [
    [
      'ua-before-invitation-create',
      { count: addresses.split('\n').filter((line) => line.trim()).length, roles },
    ],
  ],
  'invitations.resend': onInvitation('ua-before-invitation-resend'),
  'invitations.revoke': onInvitation('ua-before-invitation-revoke'),
  'invitations.changeMany': ({ action, invitationIds }) => [
    [
      `ua-before-invitation-${action}`,
      { count: invitationIds.length, invitationIds: invitationIds as InvitationId[] },
    ],
  ],
  'members.create': ({ roles }) => [['ua-before-member-create', { roles }]],
  'members.update': changedInForm,
  'members.changeRole': (given) => [['ua-before-member-role-change', { ...who(given), roles: given.roles }]],
  'members.assign': (given) => [['ua-before-member-resources-change', { ...who(given), kind: given.kind }]],
  'members.deactivate': onMember('ua-before-member-deactivate'),
  'members.reactivate': onMember('ua-before-member-reactivate'),
  'members.remove': onMember('ua-before-member-remove'),
  'members.offboard': (given) => [
    ['ua-before-member-offboard', who(given)],
    [`ua-before-member-${given.end}`, who(given)],
  ],
  'members.changeMany': changedTogether,
  'members.changeEmail': onMember('ua-before-member-email-change'),
  'members.resetPassword': onMember('ua-before-member-password-reset'),
  'sessions.endOfMember': onMember('ua-before-member-sessions-end'),
  'members.import': ({ mode, rows, roles = [] }) =>
    mode === 'apply' ? [['ua-before-members-import', { count: rows.length, roles }]] : [],
  // Asked before the first page; the others are of the same file.
  'members.export': ({ after }) => (after === undefined ? [['ua-before-members-export', { count: 0 }]] : []),
  'members.leave': () => [['ua-before-workspace-leave', {}]],
  'permissions.save': ({ kind, rows }) => [
    [
      'ua-before-permissions-change',
      { kind, count: rows.length, roles: [...new Set(rows.map(({ role }) => role))] },
    ],
  ],
  'permissions.repair': ({ kind, tables }) => [
    ['ua-before-permissions-repair', { kind, count: tables.length }],
  ],
  'roles.create': () => [['ua-before-role-create', {}]],
  'roles.change': ({ key }) => [['ua-before-role-change', { roles: [key] }]],
  'roles.delete': ({ key }) => [['ua-before-role-delete', { roles: [key] }]],
  'reviews.start': () => [['ua-before-review-start', {}]],
  'reviews.decide': ({ memberIds }) => [
    ['ua-before-review-decide', { count: memberIds.length, memberIds: memberIds as MemberId[] }],
  ],
  'reviews.close': () => [['ua-before-review-close', {}]],
};

/** What the page is asked before `path` is sent with `given`; nothing about what is the viewer's own or changes nothing. */
export function questionsOf<P extends WishPath>(path: P, given: Given<P>): readonly Question[] {
  return (
    (QUESTIONS as Questions)[path]?.(given) ?? (isSetting(path) ? [['ua-before-settings-change', {}]] : [])
  );
}

/** Whether `path` changes how this deployment or workspace is set up. */
export function isSetting(path: WishPath): boolean {
  return SETTING.test(path);
}

function who({ memberId }: OneMember): ChangeScope {
  return { memberIds: [memberId as MemberId] };
}

/** The form changes several things at once: each that has an event of its own is asked about by it. */
function changedInForm(given: Given<'members.update'>): readonly Question[] {
  const scope = who(given);
  return [
    ['ua-before-member-change', scope],
    ...(given.roles === undefined
      ? []
      : [['ua-before-member-role-change', { ...scope, roles: given.roles }] as const]),
    ...(given.isActive === undefined
      ? []
      : [[given.isActive ? 'ua-before-member-reactivate' : 'ua-before-member-deactivate', scope] as const]),
    ...(given.resources ?? []).map(
      ({ kind }) => ['ua-before-member-resources-change', { ...scope, kind }] as const,
    ),
  ];
}

function changedTogether({ selection, change }: Given<'members.changeMany'>): readonly Question[] {
  // A later step of everybody who matches.
  if ('after' in selection && selection.after !== undefined) return [];
  const memberIds =
    'ids' in selection ? selection.ids : 'seen' in selection ? selection.seen.map(({ id }) => id) : [];
  return [
    [
      BULK[change.action],
      {
        memberIds: memberIds as MemberId[],
        count: memberIds.length,
        ...(change.action === 'member.change-role' && { roles: change.roles }),
        ...(change.action === 'member.assign' && { kind: change.kind }),
      },
    ],
  ];
}
