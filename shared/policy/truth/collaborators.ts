// The truth about the policy `collaborators`, as a product manager would write it down. Legend: grid.ts. For tests only.
import { collaborators } from '../../presets/collaborators.ts';
import type { Truth } from './truth.ts';

// C10, C12, C13, C19, C45: owner and creator see and invite people; the team settings and the project are the owner's.
const DOORS = `
  may-ask-for           owner  creator  editor  commenter  viewer  unknown  none  host  system  archived
  team.open             yes    no       no      no         no      no       no    no    yes     stays
  members.list          yes    yes      no      no         no      no       no    no    yes     stays
  member.change-role    yes    yes      no      no         no      no       no    no    yes     stops
  member.deactivate     yes    yes      no      no         no      no       no    no    yes     stops
  member.reactivate     yes    yes      no      no         no      no       no    no    yes     stops
  member.remove         yes    yes      no      no         no      no       no    no    yes     stops
  member.leave          yes    yes      yes     yes        yes     yes      yes   no    no      stays
  invitation.list       yes    yes      no      no         no      no       no    no    yes     stays
  invitation.create     yes    yes      no      no         no      no       no    no    yes     stops
  invitation.resend     yes    yes      no      no         no      no       no    no    yes     stops
  invitation.revoke     yes    yes      no      no         no      no       no    no    yes     stops
  invitation.link       yes    yes      no      no         no      no       no    no    yes     stops
  permissions.view      yes    yes      yes     yes        yes     no       no    no    yes     stays
  permissions.save      no     no       no      no         no      no       no    no    yes     stops
  audit.list            yes    yes      no      no         no      no       no    no    yes     stays
  workspace.rename      yes    no       no      no         no      no       no    yes   yes     stops
  workspace.archive     yes    no       no      no         no      no       no    yes   yes     stops
  workspace.restore     yes    no       no      no         no      no       no    yes   yes     stays
  workspace.delete      yes    no       no      no         no      no       no    yes   yes     only
  member.reset-password yes    yes      no      no         no      no       no    no    yes     stops
  member.change-email   yes    yes      no      no         no      no       no    no    yes     stops
  member.view-activity  yes    yes      no      no         no      no       no    no    yes     stays
  member.end-sessions   yes    yes      no      no         no      no       no    no    yes     stays
  settings.view         yes    no       no      no         no      no       no    no    yes     stays
  settings.change       yes    no       no      no         no      no       no    no    yes     stops
  deployment.view       yes    no       no      no         no      no       no    no    yes     stays
  deployment.change     yes    no       no      no         no      no       no    no    yes     stops
  members.export        yes    yes      no      no         no      no       no    no    yes     stays
  member.create         yes    yes      no      no         no      no       no    no    yes     stops
  member.change-profile yes    yes      no      no         no      no       no    no    yes     stops
  member.assign         yes    yes      no      no         no      no       no    no    yes     stops
  member.view-access    yes    yes      no      no         no      no       no    no    yes     stays
  member.offboard       yes    yes      no      no         no      no       no    no    yes     stops
  role.create           no     no       no      no         no      no       no    no    yes     stops
  role.change           no     no       no      no         no      no       no    no    yes     stops
  role.delete           no     no       no      no         no      no       no    no    yes     stops
  review.view           yes    no       no      no         no      no       no    no    yes     stays
  review.run            yes    no       no      no         no      no       no    no    yes     stops
`;

// C7, C14–C18: the owner gives every role.
const OWNER_CHANGES = `
  from-to       owner  creator  editor  commenter  viewer  unknown  none   editor+viewer  owner+creator
  owner         same   yes!     yes!    yes!       yes!    unknown  empty  one            one
  creator       yes    same     yes     yes        yes     unknown  empty  one            one
  editor        yes    yes      same    yes        yes     unknown  empty  one            one
  commenter     yes    yes      yes     same       yes     unknown  empty  one            one
  viewer        yes    yes      yes     yes        same    unknown  empty  one            one
  unknown       yes    yes      yes     yes        yes     unknown  empty  one            one
  none          yes    yes      yes     yes        yes     unknown  empty  one            one
  owner+viewer  yes    yes!     yes!    yes!       yes!    unknown  empty  one            one
  self          self   self     self    self       self    self     self   self           self
`;

// C16–C18: a creator moves people among editor, commenter and viewer, and touches nobody above.
const CREATOR_CHANGES = `
  from-to       owner  creator  editor  commenter  viewer  unknown  none   editor+viewer  owner+creator
  owner         above  above    above   above      above   above    above  above          above
  creator       above  above    above   above      above   above    above  above          above
  editor        give   give     same    yes        yes     unknown  empty  one            one
  commenter     give   give     yes     same       yes     unknown  empty  one            one
  viewer        give   give     yes     yes        same    unknown  empty  one            one
  unknown       give   give     yes     yes        yes     unknown  empty  one            one
  none          give   give     yes     yes        yes     unknown  empty  one            one
  owner+viewer  above  above    above   above      above   above    above  above          above
  self          self   self     self    self       self    self     self   self           self
`;

// Removing goes by the right to invite; so does seeing somebody out.
const REMOVE = `
  who-whom      owner  creator  editor  commenter  viewer  unknown  none  owner+viewer  self
  owner         yes!   yes      yes     yes        yes     yes      yes   yes!          self
  creator       above  above    yes     yes        yes     yes      yes   above         self
  system        yes!   yes      yes     yes        yes     yes      yes   yes!          -
`;

// How others sign in is managed by whoever may give them their role; one's own stands under Account.
const MANAGE = `
  who-whom      owner  creator  editor  commenter  viewer  unknown  none  owner+viewer  self
  owner         yes    yes      yes     yes        yes     yes      yes   yes           self
  creator       above  above    yes     yes        yes     yes      yes   above         self
  system        yes    yes      yes     yes        yes     yes      yes   yes           -
`;

const MANAGE_SWITCHED_OFF = `
  who-whom      owner  creator  editor  commenter  viewer  unknown  none  owner+viewer  self
  owner         out    out      out     out        out     out      out   out           self
  creator       above  above    out     out        out     out      out   above         self
  system        out    out      out     out        out     out      out   out           -
`;

// What describes somebody goes by the right to give them their role; one's own nobody takes from anybody.
const DESCRIBE = `
  who-whom      owner  creator  editor  commenter  viewer  unknown  none  owner+viewer  self
  owner         yes    yes      yes     yes        yes     yes      yes   yes           yes
  creator       above  above    yes     yes        yes     yes      yes   above         yes
  system        yes    yes      yes     yes        yes     yes      yes   yes           -
`;

// Others may leave; an owner cannot while the only one. Leaving is for oneself.
const LEAVE = `
  who-whom      owner  creator  editor  commenter  viewer  unknown  none  owner+viewer  self
  owner         no     no       no      no         no      no       no    no            yes!
  creator       no     no       no      no         no      no       no    no            yes
  editor        no     no       no      no         no      no       no    no            yes
  commenter     no     no       no      no         no      no       no    no            yes
  viewer        no     no       no      no         no      no       no    no            yes
  unknown       no     no       no      no         no      no       no    no            yes
  none          no     no       no      no         no      no       no    no            yes
`;

// C14–C18: owners add everybody, creators add editors, commenters and viewers.
const INVITE = `
  who-as        owner  creator  editor  commenter  viewer  unknown  none   editor+viewer  owner+creator
  owner         yes    yes      yes     yes        yes     unknown  empty  one            one
  creator       give   give     yes     yes        yes     unknown  empty  one            one
  system        yes    yes      yes     yes        yes     unknown  empty  one            one
`;

// Who may not add a role does not withdraw its invitation either.
const REVOKE = `
  who-as        owner  creator  editor  commenter  viewer  unknown  none   editor+viewer  owner+creator
  owner         yes    yes      yes     yes        yes     yes      yes    yes            yes
  creator       above  above    yes     yes        yes     yes      yes    yes            above
  system        yes    yes      yes     yes        yes     yes      yes    yes            yes
`;

// What is no part of this policy: switching off, and rights of one person.
const NEVER = { active: 'never', deactivated: 'never' };

/** Who may do what under `collaborators`. */
export const truthOfCollaborators: Truth = {
  policy: collaborators,
  doors: DOORS,
  rules: {
    'team.open': 'yes',
    'members.list': 'yes',
    'member.change-role': {
      change: { owner: OWNER_CHANGES, creator: CREATOR_CHANGES, system: OWNER_CHANGES },
    },
    'member.deactivate': NEVER,
    'member.reactivate': NEVER,
    'member.remove': { active: REMOVE, deactivated: REMOVE },
    'member.leave': { active: LEAVE, deactivated: LEAVE },
    'invitation.list': 'yes',
    'invitation.create': { roles: INVITE },
    'invitation.resend': { roles: INVITE },
    'invitation.revoke': { roles: REVOKE },
    'invitation.link': { roles: INVITE },
    'permissions.view': 'yes',
    // C9: the matrix is there to be read.
    'permissions.save': { grants: 'never' },
    'audit.list': 'yes',
    'workspace.rename': 'yes',
    'workspace.archive': 'yes',
    'workspace.restore': 'yes',
    'workspace.delete': 'yes',
    'member.reset-password': { active: MANAGE, deactivated: MANAGE_SWITCHED_OFF },
    'member.change-email': { active: MANAGE, deactivated: MANAGE_SWITCHED_OFF },
    'member.view-activity': { active: 'yes', deactivated: 'yes' },
    'member.end-sessions': { active: MANAGE, deactivated: MANAGE },
    'settings.view': 'yes',
    'settings.change': 'yes',
    'deployment.view': 'yes',
    'deployment.change': 'yes',
    'members.export': 'yes',
    'member.create': { roles: 'never' },
    'member.change-profile': { active: DESCRIBE, deactivated: DESCRIBE },
    'member.assign': { assign: { table: NEVER, package: NEVER } },
    'member.view-access': { active: 'yes', deactivated: 'yes' },
    'member.offboard': { active: REMOVE, deactivated: REMOVE },
    'role.create': { contents: 'never' },
    'role.change': { edited: 'never', contents: 'never' },
    'role.delete': { edited: 'never' },
    'review.view': 'yes',
    'review.run': 'yes',
  },
};
