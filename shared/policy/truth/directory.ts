// The truth about the policy `directory`, as a product manager would write it down. Legend: grid.ts. For tests only.
import { directory } from '../../presets/directory.ts';
import type { CustomRole } from '../custom-roles.ts';
import { withCustomRoles } from '../custom-roles.ts';
import type { Truth } from './truth.ts';

// D11, D12: two roles that exist beforehand, one of them with write access to Users.
const CUSTOM: readonly CustomRole[] = [
  {
    key: 'service-desk',
    name: 'Service desk',
    description: 'Creates people who file requests.',
    version: 1,
    capabilities: [
      'team.open',
      'members.view',
      'members.invite',
      'members.manage',
      'permissions.view',
      'request.file',
    ],
  },
  {
    key: 'filer',
    name: 'Filer',
    description: 'Files requests of others.',
    version: 1,
    capabilities: ['request.file'],
  },
];

// D2, D3, D11: roles alone say what somebody can do; people are changed with write access to Users, and seen with read access.
// D6: somebody without a role is admitted, and may do nothing but leave.
const DOORS = `
  may-ask-for            administrator  user-administrator  auditor  designer  approver  analyst  employee  service-desk  filer  user-administrator+auditor  designer+filer  unknown  none  host  system  archived
  team.open              yes            yes                 yes      no        no        no       no        yes           no     yes                         no              no       no    no    yes     stays
  members.list           yes            yes                 yes      no        no        no       no        yes           no     yes                         no              no       no    no    yes     stays
  members.export         yes            yes                 yes      no        no        no       no        yes           no     yes                         no              no       no    no    yes     stays
  member.create          yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  member.change-role     yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  member.deactivate      yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  member.reactivate      yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  member.remove          yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  member.offboard        yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  member.leave           yes            yes                 yes      yes       yes       yes      yes       yes           yes    yes                         yes             yes      yes   no    no      stays
  member.reset-password  yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  member.change-email    yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  member.change-profile  yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  member.assign          yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  member.view-access     yes            yes                 yes      no        no        no       no        yes           no     yes                         no              no       no    no    yes     stays
  member.view-activity   yes            yes                 yes      no        no        no       no        yes           no     yes                         no              no       no    no    yes     stays
  member.end-sessions    yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stays
  invitation.list        yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stays
  invitation.create      yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  invitation.resend      yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  invitation.revoke      yes            yes                 no       no        no        no       no        yes           no     yes                         no              no       no    no    yes     stops
  invitation.link        yes            yes                 no       no        no        no       no        no            no     yes                         no              no       no    no    yes     stops
  permissions.view       yes            yes                 yes      no        no        no       no        yes           no     yes                         no              no       no    no    yes     stays
  permissions.save       no             no                  no       no        no        no       no        no            no     no                          no              no       no    no    yes     stops
  role.create            yes            no                  no       no        no        no       no        no            no     no                          no              no       no    no    yes     stops
  role.change            yes            no                  no       no        no        no       no        no            no     no                          no              no       no    no    yes     stops
  role.delete            yes            no                  no       no        no        no       no        no            no     no                          no              no       no    no    yes     stops
  review.view            yes            yes                 no       no        no        no       no        no            no     yes                         no              no       no    no    yes     stays
  review.run             yes            yes                 no       no        no        no       no        no            no     yes                         no              no       no    no    yes     stops
  audit.list             yes            no                  yes      no        no        no       no        no            no     yes                         no              no       no    no    yes     stays
  workspace.rename       yes            no                  no       no        no        no       no        no            no     no                          no              no       no    yes   yes     stops
  workspace.archive      yes            no                  no       no        no        no       no        no            no     no                          no              no       no    yes   yes     stops
  workspace.restore      yes            no                  no       no        no        no       no        no            no     no                          no              no       no    yes   yes     stays
  workspace.delete       yes            no                  no       no        no        no       no        no            no     no                          no              no       no    yes   yes     only
  settings.view          yes            no                  no       no        no        no       no        no            no     no                          no              no       no    no    yes     stays
  settings.change        yes            no                  no       no        no        no       no        no            no     no                          no              no       no    no    yes     stops
  deployment.view        yes            no                  no       no        no        no       no        no            no     no                          no              no       no    no    yes     stays
  deployment.change      yes            no                  no       no        no        no       no        no            no     no                          no              no       no    no    yes     stops
`;

// D11, D27: an administrator gives every role. Somebody keeps write access to Users, by whatever role.
const ADMINISTRATOR_CHANGES = `
  from-to                 administrator  user-administrator  auditor  designer  approver  analyst  employee  service-desk  filer  unknown  none   employee+analyst  service-desk+employee  auditor+administrator  employee+deleted
  administrator           same           yes                 yes!     yes!      yes!      yes!     yes!      yes           yes!   unknown  empty  yes!              yes                    yes                    unknown
  user-administrator      yes            same                yes!     yes!      yes!      yes!     yes!      yes           yes!   unknown  empty  yes!              yes                    yes                    unknown
  auditor                 yes            yes                 same     yes       yes       yes      yes       yes           yes    unknown  empty  yes               yes                    yes                    unknown
  designer                yes            yes                 yes      same      yes       yes      yes       yes           yes    unknown  empty  yes               yes                    yes                    unknown
  approver                yes            yes                 yes      yes       same      yes      yes       yes           yes    unknown  empty  yes               yes                    yes                    unknown
  analyst                 yes            yes                 yes      yes       yes       same     yes       yes           yes    unknown  empty  yes               yes                    yes                    unknown
  employee                yes            yes                 yes      yes       yes       yes      same      yes           yes    unknown  empty  yes               yes                    yes                    unknown
  service-desk            yes            yes                 yes!     yes!      yes!      yes!     yes!      same          yes!   unknown  empty  yes!              yes                    yes                    unknown
  filer                   yes            yes                 yes      yes       yes       yes      yes       yes           same   unknown  empty  yes               yes                    yes                    unknown
  unknown                 yes            yes                 yes      yes       yes       yes      yes       yes           yes    unknown  empty  yes               yes                    yes                    unknown
  none                    yes            yes                 yes      yes       yes       yes      yes       yes           yes    unknown  empty  yes               yes                    yes                    unknown
  administrator+employee  yes            yes                 yes!     yes!      yes!      yes!     yes!      yes           yes!   unknown  empty  yes!              yes                    yes                    unknown
  employee+service-desk   yes            yes                 yes!     yes!      yes!      yes!     yes!      yes           yes!   unknown  empty  yes!              same                   yes                    unknown
  auditor+filer           yes            yes                 yes      yes       yes       yes      yes       yes           yes    unknown  empty  yes               yes                    yes                    unknown
  self                    self           self                self     self      self      self     self      self          self   self     self   self              self                   self                   self
`;

// D11: write access to Users gives every role of the product below administrator; roles made here, only within what one may do oneself.
const USER_ADMINISTRATOR_CHANGES = `
  from-to                 administrator  user-administrator  auditor  designer  approver  analyst  employee  service-desk  filer  unknown  none   employee+analyst  service-desk+employee  auditor+administrator  employee+deleted
  administrator           above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  user-administrator      give           same                yes!     yes!      yes!      yes!     yes!      give          give   unknown  empty  yes!              give                   give                   unknown
  auditor                 give           yes                 same     yes       yes       yes      yes       give          give   unknown  empty  yes               give                   give                   unknown
  designer                give           yes                 yes      same      yes       yes      yes       give          give   unknown  empty  yes               give                   give                   unknown
  approver                give           yes                 yes      yes       same      yes      yes       give          give   unknown  empty  yes               give                   give                   unknown
  analyst                 give           yes                 yes      yes       yes       same     yes       give          give   unknown  empty  yes               give                   give                   unknown
  employee                give           yes                 yes      yes       yes       yes      same      give          give   unknown  empty  yes               give                   give                   unknown
  service-desk            above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  filer                   above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  unknown                 give           yes                 yes      yes       yes       yes      yes       give          give   unknown  empty  yes               give                   give                   unknown
  none                    give           yes                 yes      yes       yes       yes      yes       give          give   unknown  empty  yes               give                   give                   unknown
  administrator+employee  above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  employee+service-desk   above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  auditor+filer           above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  self                    self           self                self     self      self      self     self      self          self   self     self   self              self                   self                   self
`;

// D11: a role made here with write access to Users gives what it contains itself.
const SERVICE_DESK_CHANGES = `
  from-to                 administrator  user-administrator  auditor  designer  approver  analyst  employee  service-desk  filer  unknown  none   employee+analyst  service-desk+employee  auditor+administrator  employee+deleted
  administrator           above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  user-administrator      above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  auditor                 above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  designer                above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  approver                above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  analyst                 above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  employee                give           give                give     give      give      give     same      yes           yes    unknown  empty  give              yes                    give                   unknown
  service-desk            give           give                give     give      give      give     yes!      same          yes!   unknown  empty  give              yes                    give                   unknown
  filer                   give           give                give     give      give      give     yes       yes           same   unknown  empty  give              yes                    give                   unknown
  unknown                 give           give                give     give      give      give     yes       yes           yes    unknown  empty  give              yes                    give                   unknown
  none                    give           give                give     give      give      give     yes       yes           yes    unknown  empty  give              yes                    give                   unknown
  administrator+employee  above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  employee+service-desk   give           give                give     give      give      give     yes!      yes           yes!   unknown  empty  give              same                   give                   unknown
  auditor+filer           above          above               above    above     above     above    above     above         above  above    above  above             above                  above                  above
  self                    self           self                self     self      self      self     self      self          self   self     self   self              self                   self                   self
`;

// D26, D35: the flag is turned off for others, never for oneself, and not for the last with write access to Users.
const END = `
  who-whom                    administrator  user-administrator  auditor  designer  approver  analyst  employee  service-desk  filer  unknown  none  administrator+employee  employee+service-desk  auditor+filer  self
  administrator               yes!           yes!                yes      yes       yes       yes      yes       yes!          yes    yes      yes   yes!                    yes!                   yes            self
  user-administrator          above          yes!                yes      yes       yes       yes      yes       above         above  yes      yes   above                   above                  above          self
  service-desk                above          above               above    above     above     above    yes       yes!          yes    yes      yes   above                   yes!                   above          self
  user-administrator+auditor  above          yes!                yes      yes       yes       yes      yes       above         above  yes      yes   above                   above                  above          self
  system                      yes!           yes!                yes      yes       yes       yes      yes       yes!          yes    yes      yes   yes!                    yes!                   yes            -
`;

// D32, D37: the password, the address and the sessions of others, and letting them in again.
const MANAGE = `
  who-whom                    administrator  user-administrator  auditor  designer  approver  analyst  employee  service-desk  filer  unknown  none  administrator+employee  employee+service-desk  auditor+filer  self
  administrator               yes            yes                 yes      yes       yes       yes      yes       yes           yes    yes      yes   yes                     yes                    yes            self
  user-administrator          above          yes                 yes      yes       yes       yes      yes       above         above  yes      yes   above                   above                  above          self
  service-desk                above          above               above    above     above     above    yes       yes           yes    yes      yes   above                   yes                    above          self
  user-administrator+auditor  above          yes                 yes      yes       yes       yes      yes       above         above  yes      yes   above                   above                  above          self
  system                      yes            yes                 yes      yes       yes       yes      yes       yes           yes    yes      yes   yes                     yes                    yes            -
`;

const MANAGE_SWITCHED_OFF = `
  who-whom                    administrator  user-administrator  auditor  designer  approver  analyst  employee  service-desk  filer  unknown  none  administrator+employee  employee+service-desk  auditor+filer  self
  administrator               out            out                 out      out       out       out      out       out           out    out      out   out                     out                    out            self
  user-administrator          above          out                 out      out       out       out      out       above         above  out      out   above                   above                  above          self
  service-desk                above          above               above    above     above     above    out       out           out    out      out   above                   out                    above          self
  user-administrator+auditor  above          out                 out      out       out       out      out       above         above  out      out   above                   above                  above          self
  system                      out            out                 out      out       out       out      out       out           out    out      out   out                     out                    out            -
`;

// D8, D23, D24: names and department describe; one's own nobody takes from anybody.
const DESCRIBE = `
  who-whom                    administrator  user-administrator  auditor  designer  approver  analyst  employee  service-desk  filer  unknown  none  administrator+employee  employee+service-desk  auditor+filer  self
  administrator               yes            yes                 yes      yes       yes       yes      yes       yes           yes    yes      yes   yes                     yes                    yes            yes
  user-administrator          above          yes                 yes      yes       yes       yes      yes       above         above  yes      yes   above                   above                  above          yes
  service-desk                above          above               above    above     above     above    yes       yes           yes    yes      yes   above                   yes                    above          yes
  user-administrator+auditor  above          yes                 yes      yes       yes       yes      yes       above         above  yes      yes   above                   above                  above          yes
  system                      yes            yes                 yes      yes       yes       yes      yes       yes           yes    yes      yes   yes                     yes                    yes            -
`;

// Others may leave; the last with write access to Users cannot. Leaving is for oneself.
const LEAVE = `
  who-whom                    administrator  user-administrator  auditor  designer  approver  analyst  employee  service-desk  filer  unknown  none  administrator+employee  employee+service-desk  auditor+filer  self
  administrator               no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes!
  user-administrator          no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes!
  auditor                     no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes
  designer                    no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes
  approver                    no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes
  analyst                     no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes
  employee                    no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes
  service-desk                no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes!
  filer                       no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes
  user-administrator+auditor  no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes!
  designer+filer              no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes
  unknown                     no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes
  none                        no             no                  no       no        no        no       no        no            no     no       no    no                      no                     no             yes
`;

// D1, D27: somebody new has at least one role, each of them the creator's to give.
const BRING_IN = `
  who-as                      administrator  user-administrator  auditor  designer  approver  analyst  employee  service-desk  filer  unknown  none   employee+analyst  service-desk+employee  auditor+administrator  employee+deleted
  administrator               yes            yes                 yes      yes       yes       yes      yes       yes           yes    unknown  empty  yes               yes                    yes                    unknown
  user-administrator          give           yes                 yes      yes       yes       yes      yes       give          give   unknown  empty  yes               give                   give                   unknown
  service-desk                give           give                give     give      give      give     yes       yes           yes    unknown  empty  give              yes                    give                   unknown
  user-administrator+auditor  give           yes                 yes      yes       yes       yes      yes       give          give   unknown  empty  yes               give                   give                   unknown
  system                      yes            yes                 yes      yes       yes       yes      yes       yes           yes    unknown  empty  yes               yes                    yes                    unknown
`;

const REVOKE = `
  who-as                      administrator  user-administrator  auditor  designer  approver  analyst  employee  service-desk  filer  unknown  none  employee+analyst  service-desk+employee  auditor+administrator  employee+deleted
  administrator               yes            yes                 yes      yes       yes       yes      yes       yes           yes    yes      yes   yes               yes                    yes                    yes
  user-administrator          above          yes                 yes      yes       yes       yes      yes       above         above  yes      yes   yes               above                  above                  yes
  service-desk                above          above               above    above     above     above    yes       yes           yes    yes      yes   above             yes                    above                  yes
  user-administrator+auditor  above          yes                 yes      yes       yes       yes      yes       above         above  yes      yes   yes               above                  above                  yes
  system                      yes            yes                 yes      yes       yes       yes      yes       yes           yes    yes      yes   yes               yes                    yes                    yes
`;

// D12: administrators make roles beforehand, from what stands in a section.
const CONTENTS = `
  what-who                       administrator  system
  nothing                        yes            yes
  unknown                        noright        noright
  team.open                      yes            yes
  members.view                   yes            yes
  members.invite                 yes            yes
  members.manage                 yes            yes
  roles.manage                   yes            yes
  permissions.view               yes            yes
  reviews.run                    yes            yes
  audit.view                     yes            yes
  settings.manage                yes            yes
  workspace.manage               yes            yes
  form.design                    yes            yes
  request.approve                yes            yes
  report.view                    yes            yes
  request.file                   yes            yes
  form.design+request.file       yes            yes
  invitations.link               noright        noright
  permissions.edit               noright        noright
  request.file+invitations.link  noright        noright
`;

const EDITED = `
  who-which      administrator  user-administrator  auditor  designer  approver  analyst  employee  service-desk  filer  unknown
  administrator  built          built               built    built     built     built    built     yes           yes    unknown
  system         built          built               built    built     built     built    built     yes           yes    unknown
`;

// D9: no delete. There is nothing here that is granted.
const NEVER = { active: 'never', deactivated: 'never' };

/** Who may do what under `directory`. */
export const truthOfDirectory: Truth = {
  policy: withCustomRoles(directory, CUSTOM),
  doors: DOORS,
  rules: {
    'team.open': 'yes',
    'members.list': 'yes',
    'members.export': 'yes',
    'member.create': { roles: BRING_IN },
    'member.change-role': {
      change: {
        administrator: ADMINISTRATOR_CHANGES,
        'user-administrator': USER_ADMINISTRATOR_CHANGES,
        'service-desk': SERVICE_DESK_CHANGES,
        'user-administrator+auditor': USER_ADMINISTRATOR_CHANGES,
        system: ADMINISTRATOR_CHANGES,
      },
    },
    'member.deactivate': { active: END, deactivated: 'off' },
    'member.reactivate': { active: 'on', deactivated: MANAGE },
    'member.remove': NEVER,
    'member.offboard': { active: END, deactivated: END },
    'member.leave': { active: LEAVE, deactivated: LEAVE },
    'member.reset-password': { active: MANAGE, deactivated: MANAGE_SWITCHED_OFF },
    'member.change-email': { active: MANAGE, deactivated: MANAGE_SWITCHED_OFF },
    'member.change-profile': { active: DESCRIBE, deactivated: DESCRIBE },
    'member.assign': { assign: { package: NEVER, table: NEVER } },
    'member.view-access': { active: 'yes', deactivated: 'yes' },
    'member.view-activity': { active: 'yes', deactivated: 'yes' },
    'member.end-sessions': { active: MANAGE, deactivated: MANAGE },
    'invitation.list': 'yes',
    'invitation.create': { roles: BRING_IN },
    'invitation.resend': { roles: BRING_IN },
    'invitation.revoke': { roles: REVOKE },
    'invitation.link': { roles: BRING_IN },
    'permissions.view': 'yes',
    'permissions.save': { grants: 'never' },
    'role.create': { contents: CONTENTS },
    'role.change': { edited: EDITED, contents: CONTENTS },
    'role.delete': { edited: EDITED },
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
