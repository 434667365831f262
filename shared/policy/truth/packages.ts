// The truth about the policy `packages`, as a product manager would write it down. Legend: grid.ts. For tests only.
import { packages } from '../../presets/packages.ts';
import type { Truth } from './truth.ts';

// P1, P2: admins do everything that is about people, users nothing. A user may only leave.
const DOORS = `
  may-ask-for            admin  user  unknown  none  host  system  archived
  team.open              yes    no    no       no    no    yes     stays
  members.list           yes    no    no       no    no    yes     stays
  members.export         yes    no    no       no    no    yes     stays
  member.create          yes    no    no       no    no    yes     stops
  member.change-role     yes    no    no       no    no    yes     stops
  member.deactivate      yes    no    no       no    no    yes     stops
  member.reactivate      yes    no    no       no    no    yes     stops
  member.remove          yes    no    no       no    no    yes     stops
  member.offboard        yes    no    no       no    no    yes     stops
  member.leave           yes    yes   yes      yes   no    no      stays
  member.reset-password  yes    no    no       no    no    yes     stops
  member.change-email    yes    no    no       no    no    yes     stops
  member.change-profile  yes    no    no       no    no    yes     stops
  member.assign          yes    no    no       no    no    yes     stops
  member.view-access     yes    no    no       no    no    yes     stays
  member.view-activity   yes    no    no       no    no    yes     stays
  member.end-sessions    yes    no    no       no    no    yes     stays
  invitation.list        yes    no    no       no    no    yes     stays
  invitation.create      yes    no    no       no    no    yes     stops
  invitation.resend      yes    no    no       no    no    yes     stops
  invitation.revoke      yes    no    no       no    no    yes     stops
  invitation.link        yes    no    no       no    no    yes     stops
  permissions.view       yes    no    no       no    no    yes     stays
  permissions.save       no     no    no       no    no    yes     stops
  role.create            no     no    no       no    no    yes     stops
  role.change            no     no    no       no    no    yes     stops
  role.delete            no     no    no       no    no    yes     stops
  review.view            yes    no    no       no    no    yes     stays
  review.run             yes    no    no       no    no    yes     stops
  audit.list             yes    no    no       no    no    yes     stays
  workspace.rename       yes    no    no       no    yes   yes     stops
  workspace.archive      yes    no    no       no    yes   yes     stops
  workspace.restore      yes    no    no       no    yes   yes     stays
  workspace.delete       yes    no    no       no    yes   yes     only
  settings.view          yes    no    no       no    no    yes     stays
  settings.change        yes    no    no       no    no    yes     stops
  deployment.view        yes    no    no       no    no    yes     stays
  deployment.change      yes    no    no       no    no    yes     stops
`;

// P13, P19: an admin makes anybody else an admin or a user.
const CHANGES = `
  from-to     admin  user  unknown  none   admin+user
  admin       same   yes!  unknown  empty  one
  user        yes    same  unknown  empty  one
  unknown     yes    yes   unknown  empty  one
  none        yes    yes   unknown  empty  one
  admin+user  yes    yes!  unknown  empty  one
  self        self   self  self     self   self
`;

// P19, P25, P26: an admin switches anybody else off, or sees them out (P42), as long as an admin stays.
const END = `
  who-whom  admin  user  unknown  none  admin+user  self
  admin     yes!   yes   yes      yes   yes!        self
  system    yes!   yes   yes      yes   yes!        -
`;

// P22, P27: what an admin does to anybody else without taking anything away.
const MANAGE = `
  who-whom  admin  user  unknown  none  admin+user  self
  admin     yes    yes   yes      yes   yes         self
  system    yes    yes   yes      yes   yes         -
`;

const MANAGE_SWITCHED_OFF = `
  who-whom  admin  user  unknown  none  admin+user  self
  admin     out    out   out      out   out         self
  system    out    out   out      out   out         -
`;

// P19: everybody's name is an admin's to change, their own too.
const DESCRIBE = `
  who-whom  admin  user  unknown  none  admin+user  self
  admin     yes    yes   yes      yes   yes         yes
  system    yes    yes   yes      yes   yes         -
`;

// P14, P19, P30: packages go to people, to admins too, where it only informs; nobody gives themselves any.
const ASSIGN = { active: MANAGE, deactivated: MANAGE };
const NEVER = { active: 'never', deactivated: 'never' };

// Others may leave; an admin cannot while the only one. Leaving is for oneself.
const LEAVE = `
  who-whom  admin  user  unknown  none  admin+user  self
  admin     no     no    no       no    no          yes!
  user      no     no    no       no    no          yes
  unknown   no     no    no       no    no          yes
  none      no     no    no       no    no          yes
`;

// P1, P13: an admin brings in admins and users.
const BRING_IN = `
  who-as  admin  user  unknown  none   admin+user
  admin   yes    yes   unknown  empty  one
  system  yes    yes   unknown  empty  one
`;

const REVOKE = `
  who-as  admin  user  unknown  none  admin+user
  admin   yes    yes   yes      yes   yes
  system  yes    yes   yes      yes   yes
`;

// P14, P16, P31: packages are assigned to people; roles have no grants to edit.
const GRANTS = `
  kind-role  admin  user   unknown
  table      never  never  never
  package    never  never  unknown
`;

/** Who may do what under `packages`. */
export const truthOfPackages: Truth = {
  policy: packages,
  doors: DOORS,
  rules: {
    'team.open': 'yes',
    'members.list': 'yes',
    'members.export': 'yes',
    'member.create': { roles: BRING_IN },
    'member.change-role': { change: { admin: CHANGES, system: CHANGES } },
    'member.deactivate': { active: END, deactivated: 'off' },
    'member.reactivate': { active: 'on', deactivated: MANAGE },
    'member.remove': NEVER,
    'member.offboard': { active: END, deactivated: END },
    'member.leave': { active: LEAVE, deactivated: LEAVE },
    'member.reset-password': { active: MANAGE, deactivated: MANAGE_SWITCHED_OFF },
    'member.change-email': NEVER,
    'member.change-profile': { active: DESCRIBE, deactivated: DESCRIBE },
    'member.assign': { assign: { package: ASSIGN, table: NEVER } },
    'member.view-access': { active: 'yes', deactivated: 'yes' },
    'member.view-activity': { active: 'yes', deactivated: 'yes' },
    'member.end-sessions': { active: MANAGE, deactivated: MANAGE },
    'invitation.list': 'yes',
    'invitation.create': { roles: BRING_IN },
    'invitation.resend': { roles: BRING_IN },
    'invitation.revoke': { roles: REVOKE },
    'invitation.link': { roles: BRING_IN },
    'permissions.view': 'yes',
    'permissions.save': { grants: GRANTS },
    'role.create': { contents: 'never' },
    'role.change': { edited: 'never', contents: 'never' },
    'role.delete': { edited: 'never' },
    'review.view': 'yes',
    'review.run': 'yes',
    'audit.list': 'yes',
    'workspace.rename': 'yes',
    'workspace.archive': 'yes',
    'workspace.restore': 'yes',
    'workspace.delete': 'yes',
    'settings.view': 'yes',
    'settings.change': 'yes',
    'deployment.view': 'yes',
    'deployment.change': 'yes',
  },
};
