// The truth about the policy `tables`, as a product manager would write it down. Legend: grid.ts. For tests only.
import { tables } from '../../presets/tables.ts';
import type { Truth } from './truth.ts';

// T4, T5, T12, T27: the two upper roles come in, everybody else stays outside.
const DOORS = `
  may-ask-for           owner  admin  staff  member  anon  unknown  none  host  system  archived
  team.open             yes    yes    no     no      no    no       no    no    yes     stays
  members.list          yes    yes    no     no      no    no       no    no    yes     stays
  member.change-role    yes    yes    no     no      no    no       no    no    yes     stops
  member.deactivate     yes    yes    no     no      no    no       no    no    yes     stops
  member.reactivate     yes    yes    no     no      no    no       no    no    yes     stops
  member.remove         yes    yes    no     no      no    no       no    no    yes     stops
  member.leave          yes    yes    yes    yes     yes   yes      yes   no    no      stays
  invitation.list       yes    yes    no     no      no    no       no    no    yes     stays
  invitation.create     yes    yes    no     no      no    no       no    no    yes     stops
  invitation.resend     yes    yes    no     no      no    no       no    no    yes     stops
  invitation.revoke     yes    yes    no     no      no    no       no    no    yes     stops
  invitation.link       yes    yes    no     no      no    no       no    no    yes     stops
  permissions.view      yes    yes    no     no      no    no       no    no    yes     stays
  permissions.save      yes    yes    no     no      no    no       no    no    yes     stops
  audit.list            yes    yes    no     no      no    no       no    no    yes     stays
  workspace.rename      yes    no     no     no      no    no       no    yes   yes     stops
  workspace.archive     yes    no     no     no      no    no       no    yes   yes     stops
  workspace.restore     yes    no     no     no      no    no       no    yes   yes     stays
  workspace.delete      yes    no     no     no      no    no       no    yes   yes     only
  member.reset-password yes    yes    no     no      no    no       no    no    yes     stops
  member.change-email   yes    yes    no     no      no    no       no    no    yes     stops
  member.view-activity  yes    yes    no     no      no    no       no    no    yes     stays
  member.end-sessions   yes    yes    no     no      no    no       no    no    yes     stays
  settings.view         yes    no     no     no      no    no       no    no    yes     stays
  settings.change       yes    no     no     no      no    no       no    no    yes     stops
  deployment.view       yes    no     no     no      no    no       no    no    yes     stays
  deployment.change     yes    no     no     no      no    no       no    no    yes     stops
  members.export        yes    yes    no     no      no    no       no    no    yes     stays
  member.create         yes    yes    no     no      no    no       no    no    yes     stops
  member.change-profile yes    yes    no     no      no    no       no    no    yes     stops
  member.assign         yes    yes    no     no      no    no       no    no    yes     stops
  member.view-access    yes    yes    no     no      no    no       no    no    yes     stays
  member.offboard       yes    yes    no     no      no    no       no    no    yes     stops
  role.create           no     no     no     no      no    no       no    no    yes     stops
  role.change           no     no     no     no      no    no       no    no    yes     stops
  role.delete           no     no     no     no      no    no       no    no    yes     stops
  review.view           yes    yes    no     no      no    no       no    no    yes     stays
  review.run            yes    yes    no     no      no    no       no    no    yes     stops
`;

// T13, T17, T18: the owner gives any role to anybody else; nobody changes their own.
const OWNER_CHANGES = `
  from-to       owner  admin  staff  member  anon    unknown  none   staff+member  owner+admin
  owner         same   yes!   yes!   yes!    public  unknown  empty  one           one
  admin         yes    same   yes    yes     public  unknown  empty  one           one
  staff         yes    yes    same   yes     public  unknown  empty  one           one
  member        yes    yes    yes    same    public  unknown  empty  one           one
  anon          yes    yes    yes    yes     public  unknown  empty  one           one
  unknown       yes    yes    yes    yes     public  unknown  empty  one           one
  none          yes    yes    yes    yes     public  unknown  empty  one           one
  owner+member  yes    yes!   yes!   yes!    public  unknown  empty  one           one
  self          self   self   self   self    self    self     self   self          self
`;

// T13, T16: an admin moves people only below admin, and does not touch an owner or another admin.
const ADMIN_CHANGES = `
  from-to       owner  admin  staff  member  anon    unknown  none   staff+member  owner+admin
  owner         above  above  above  above   above   above    above  above         above
  admin         above  above  above  above   above   above    above  above         above
  staff         give   give   same   yes     public  unknown  empty  one           one
  member        give   give   yes    same    public  unknown  empty  one           one
  anon          give   give   yes    yes     public  unknown  empty  one           one
  unknown       give   give   yes    yes     public  unknown  empty  one           one
  none          give   give   yes    yes     public  unknown  empty  one           one
  owner+member  above  above  above  above   above   above    above  above         above
  self          self   self   self   self    self    self     self   self          self
`;

// T26, T27: not oneself, and an admin or an owner only by an owner; seeing somebody out is the same and more.
const DEACTIVATE = `
  who-whom      owner  admin  staff  member  anon  unknown  none  owner+member  self
  owner         yes!   yes    yes    yes     yes   yes      yes   yes!          self
  admin         above  above  yes    yes     yes   yes      yes   above         self
  system        yes!   yes    yes    yes     yes   yes      yes   yes!          -
`;

// T25, T27: switching on again, address and sessions: those of an admin or an owner are the owner's to manage, one's own stand elsewhere.
const MANAGE = `
  who-whom      owner  admin  staff  member  anon  unknown  none  owner+member  self
  owner         yes    yes    yes    yes     yes   yes      yes   yes           self
  admin         above  above  yes    yes     yes   yes      yes   above         self
  system        yes    yes    yes    yes     yes   yes      yes   yes           -
`;

const MANAGE_SWITCHED_OFF = `
  who-whom      owner  admin  staff  member  anon  unknown  none  owner+member  self
  owner         out    out    out    out     out   out      out   out           self
  admin         above  above  out    out     out   out      out   above         self
  system        out    out    out    out     out   out      out   out           -
`;

// T27: what describes an admin or an owner is the owner's to change; one's own nobody takes from anybody.
const DESCRIBE = `
  who-whom      owner  admin  staff  member  anon  unknown  none  owner+member  self
  owner         yes    yes    yes    yes     yes   yes      yes   yes           yes
  admin         above  above  yes    yes     yes   yes      yes   above         yes
  system        yes    yes    yes    yes     yes   yes      yes   yes           -
`;

// Others may leave; an owner cannot while the only one. Leaving is for oneself.
const LEAVE = `
  who-whom      owner  admin  staff  member  anon  unknown  none  owner+member  self
  owner         no     no     no     no      no    no       no    no            yes!
  admin         no     no     no     no      no    no       no    no            yes
  staff         no     no     no     no      no    no       no    no            yes
  member        no     no     no     no      no    no       no    no            yes
  anon          no     no     no     no      no    no       no    no            yes
  unknown       no     no     no     no      no    no       no    no            yes
  none          no     no     no     no      no    no       no    no            yes
`;

// T11, T12: the owner invites all four, an admin staff and member.
const INVITE = `
  who-as        owner  admin  staff  member  anon    unknown  none   staff+member  owner+admin
  owner         yes    yes    yes    yes     public  unknown  empty  one           one
  admin         give   give   yes    yes     public  unknown  empty  one           one
  system        yes    yes    yes    yes     public  unknown  empty  one           one
`;

// T13 from the other side: who may not give a role does not withdraw it either.
const REVOKE = `
  who-as        owner  admin  staff  member  anon    unknown  none   staff+member  owner+admin
  owner         yes    yes    yes    yes     yes     yes      yes    yes           yes
  admin         above  above  yes    yes     yes     yes      yes    yes           above
  system        yes    yes    yes    yes     yes     yes      yes    yes           yes
`;

// T29, T30: staff, member and visitors are edited; the two upper roles hold everything anyway.
const GRANTS = `
  kind-role     owner  admin  staff  member  anon    unknown
  table         never  never  yes    yes     yes     unknown
  package       never  never  never  never   never   never
`;

// What is no part of this policy: removal, passwords, and rights of one person (T28, T29: those on tables go to roles).
const NEVER = { active: 'never', deactivated: 'never' };

/** Who may do what under `tables`. */
export const truthOfTables: Truth = {
  policy: tables,
  doors: DOORS,
  rules: {
    'team.open': 'yes',
    'members.list': 'yes',
    'member.change-role': { change: { owner: OWNER_CHANGES, admin: ADMIN_CHANGES, system: OWNER_CHANGES } },
    'member.deactivate': { active: DEACTIVATE, deactivated: 'off' },
    'member.reactivate': { active: 'on', deactivated: MANAGE },
    'member.remove': NEVER,
    'member.leave': { active: LEAVE, deactivated: LEAVE },
    'invitation.list': 'yes',
    'invitation.create': { roles: INVITE },
    'invitation.resend': { roles: INVITE },
    'invitation.revoke': { roles: REVOKE },
    'invitation.link': { roles: INVITE },
    'permissions.view': 'yes',
    'permissions.save': { grants: GRANTS },
    'audit.list': 'yes',
    'workspace.rename': 'yes',
    'workspace.archive': 'yes',
    'workspace.restore': 'yes',
    'workspace.delete': 'yes',
    'member.reset-password': NEVER,
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
    'member.offboard': { active: DEACTIVATE, deactivated: DEACTIVATE },
    'role.create': { contents: 'never' },
    'role.change': { edited: 'never', contents: 'never' },
    'role.delete': { edited: 'never' },
    'review.view': 'yes',
    'review.run': 'yes',
  },
};
