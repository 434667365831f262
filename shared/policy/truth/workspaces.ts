// The truth about the policy `workspaces` in its home workspace, as a product manager would write it down. Legend: grid.ts. For tests only.
import { workspaces } from '../../presets/workspaces.ts';
import type { CustomRole } from '../custom-roles.ts';
import { withCustomRoles } from '../custom-roles.ts';
import type { Truth } from './truth.ts';

// Two roles that this workspace made for itself.
const CUSTOM: readonly CustomRole[] = [
  {
    key: 'team-lead',
    name: 'Team lead',
    description: 'Looks after a team of writers.',
    version: 1,
    capabilities: [
      'team.open',
      'members.view',
      'members.invite',
      'members.manage',
      'permissions.view',
      'roles.manage',
      'content.view',
      'content.write',
    ],
  },
  {
    key: 'reporter',
    name: 'Reporter',
    description: 'Reads content and reports.',
    version: 1,
    capabilities: ['content.view', 'report.view'],
  },
];

// W13, W14, W58: what somebody's roles open together; what counts for all workspaces is the super admin's alone (W61).
const DOORS = `
  may-ask-for            super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  people-manager+team-lead  editor+analyst  unknown  none  host  system  archived
  team.open              yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stays
  members.list           yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stays
  members.export         yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stays
  member.create          yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  member.change-role     yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  member.deactivate      yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  member.reactivate      yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  member.remove          yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  member.offboard        yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  member.leave           yes          yes    yes             yes     yes      yes     yes        yes       yes                       yes             yes      yes   no    no      stays
  member.reset-password  yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  member.change-email    yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  member.change-profile  yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  member.assign          yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  member.view-access     yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stays
  member.view-activity   yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stays
  member.end-sessions    yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stays
  invitation.list        yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stays
  invitation.create      yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  invitation.resend      yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  invitation.revoke      yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  invitation.link        yes          yes    yes             no      no       no      no         no        yes                       no              no       no    no    yes     stops
  permissions.view       yes          yes    yes             no      no       no      yes        no        yes                       no              no       no    no    yes     stays
  permissions.save       no           no     no              no      no       no      no         no        no                        no              no       no    no    yes     stops
  role.create            yes          yes    no              no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  role.change            yes          yes    no              no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  role.delete            yes          yes    no              no      no       no      yes        no        yes                       no              no       no    no    yes     stops
  review.view            yes          yes    no              no      no       no      no         no        no                        no              no       no    no    yes     stays
  review.run             yes          yes    no              no      no       no      no         no        no                        no              no       no    no    yes     stops
  audit.list             yes          yes    no              no      no       no      no         no        no                        no              no       no    no    yes     stays
  workspace.rename       yes          yes    no              no      no       no      no         no        no                        no              no       no    yes   yes     stops
  workspace.archive      yes          yes    no              no      no       no      no         no        no                        no              no       no    yes   yes     stops
  workspace.restore      yes          yes    no              no      no       no      no         no        no                        no              no       no    yes   yes     stays
  workspace.delete       yes          yes    no              no      no       no      no         no        no                        no              no       no    yes   yes     only
  settings.view          yes          yes    no              no      no       no      no         no        no                        no              no       no    no    yes     stays
  settings.change        yes          yes    no              no      no       no      no         no        no                        no              no       no    no    yes     stops
  deployment.view        yes          no     no              no      no       no      no         no        no                        no              no       no    no    yes     stays
  deployment.change      yes          no     no              no      no       no      no         no        no                        no              no       no    no    yes     stops
`;

// W32, W61: a super admin gives every role. The last one stays super admin: in the home workspace nothing less will do.
const SUPER_ADMIN_CHANGES = `
  from-to             super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown  none   editor+viewer  viewer+team-lead  admin+viewer  reporter+viewer  viewer+deleted
  super-admin         same         yes!   yes!            yes!    yes!     yes!    yes!       yes!      unknown  empty  yes!           yes!              yes!          yes!             unknown
  admin               yes          same   yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  people-manager      yes          yes    same            yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  editor              yes          yes    yes             same    yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  analyst             yes          yes    yes             yes     same     yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  viewer              yes          yes    yes             yes     yes      same    yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  team-lead           yes          yes    yes             yes     yes      yes     same       yes       unknown  empty  yes            yes               yes           yes              unknown
  reporter            yes          yes    yes             yes     yes      yes     yes        same      unknown  empty  yes            yes               yes           yes              unknown
  unknown             yes          yes    yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  none                yes          yes    yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  super-admin+viewer  yes          yes!   yes!            yes!    yes!     yes!    yes!       yes!      unknown  empty  yes!           yes!              yes!          yes!             unknown
  editor+team-lead    yes          yes    yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  viewer+reporter     yes          yes    yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           same             unknown
  self                self         self   self            self    self     self    self       self      self     self   self           self              self          self             self
`;

// W60: an admin of the workspace gives every role but the one that counts everywhere.
const ADMIN_CHANGES = `
  from-to             super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown  none   editor+viewer  viewer+team-lead  admin+viewer  reporter+viewer  viewer+deleted
  super-admin         above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  admin               give         same   yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  people-manager      give         yes    same            yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  editor              give         yes    yes             same    yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  analyst             give         yes    yes             yes     same     yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  viewer              give         yes    yes             yes     yes      same    yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  team-lead           give         yes    yes             yes     yes      yes     same       yes       unknown  empty  yes            yes               yes           yes              unknown
  reporter            give         yes    yes             yes     yes      yes     yes        same      unknown  empty  yes            yes               yes           yes              unknown
  unknown             give         yes    yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  none                give         yes    yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  super-admin+viewer  above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  editor+team-lead    give         yes    yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  viewer+reporter     give         yes    yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           same             unknown
  self                self         self   self            self    self     self    self       self      self     self   self           self              self          self             self
`;

// W41, W58: a people manager gives the roles of the job, and the workspace's own ones within what a people manager may do.
const PEOPLE_MANAGER_CHANGES = `
  from-to             super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown  none   editor+viewer  viewer+team-lead  admin+viewer  reporter+viewer  viewer+deleted
  super-admin         above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  admin               above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  people-manager      above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  editor              give         give   give            same    yes      yes     give       yes       unknown  empty  yes            give              give          yes              unknown
  analyst             give         give   give            yes     same     yes     give       yes       unknown  empty  yes            give              give          yes              unknown
  viewer              give         give   give            yes     yes      same    give       yes       unknown  empty  yes            give              give          yes              unknown
  team-lead           above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  reporter            give         give   give            yes     yes      yes     give       same      unknown  empty  yes            give              give          yes              unknown
  unknown             give         give   give            yes     yes      yes     give       yes       unknown  empty  yes            give              give          yes              unknown
  none                give         give   give            yes     yes      yes     give       yes       unknown  empty  yes            give              give          yes              unknown
  super-admin+viewer  above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  editor+team-lead    above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  viewer+reporter     give         give   give            yes     yes      yes     give       yes       unknown  empty  yes            give              give          same             unknown
  self                self         self   self            self    self     self    self       self      self     self   self           self              self          self             self
`;

// W58: a role that the workspace made gives what it contains itself: a team lead reads and writes, but sees no reports.
const TEAM_LEAD_CHANGES = `
  from-to             super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown  none   editor+viewer  viewer+team-lead  admin+viewer  reporter+viewer  viewer+deleted
  super-admin         above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  admin               above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  people-manager      above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  editor              above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  analyst             above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  viewer              give         give   give            give    give     same    yes        give      unknown  empty  give           yes               give          give             unknown
  team-lead           give         give   give            give    give     yes     same       give      unknown  empty  give           yes               give          give             unknown
  reporter            above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  unknown             give         give   give            give    give     yes     yes        give      unknown  empty  give           yes               give          give             unknown
  none                give         give   give            give    give     yes     yes        give      unknown  empty  give           yes               give          give             unknown
  super-admin+viewer  above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  editor+team-lead    above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  viewer+reporter     above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  self                self         self   self            self    self     self    self       self      self     self   self           self              self          self             self
`;

// W5, W14: several roles give what each of them gives.
const BOTH_CHANGES = `
  from-to             super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown  none   editor+viewer  viewer+team-lead  admin+viewer  reporter+viewer  viewer+deleted
  super-admin         above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  admin               above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  people-manager      above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  editor              give         give   give            same    yes      yes     yes        yes       unknown  empty  yes            yes               give          yes              unknown
  analyst             give         give   give            yes     same     yes     yes        yes       unknown  empty  yes            yes               give          yes              unknown
  viewer              give         give   give            yes     yes      same    yes        yes       unknown  empty  yes            yes               give          yes              unknown
  team-lead           give         give   give            yes     yes      yes     same       yes       unknown  empty  yes            yes               give          yes              unknown
  reporter            give         give   give            yes     yes      yes     yes        same      unknown  empty  yes            yes               give          yes              unknown
  unknown             give         give   give            yes     yes      yes     yes        yes       unknown  empty  yes            yes               give          yes              unknown
  none                give         give   give            yes     yes      yes     yes        yes       unknown  empty  yes            yes               give          yes              unknown
  super-admin+viewer  above        above  above           above   above    above   above      above     above    above  above          above             above         above            above
  editor+team-lead    give         give   give            yes     yes      yes     yes        yes       unknown  empty  yes            yes               give          yes              unknown
  viewer+reporter     give         give   give            yes     yes      yes     yes        yes       unknown  empty  yes            yes               give          same             unknown
  self                self         self   self            self    self     self    self       self      self     self   self           self              self          self             self
`;

// W10, W36, W37: taking access away, for a time or for good.
const END = `
  who-whom                  super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown  none  super-admin+viewer  editor+team-lead  viewer+reporter  self
  super-admin               yes!         yes    yes             yes     yes      yes     yes        yes       yes      yes   yes!                yes               yes              self
  admin                     above        yes    yes             yes     yes      yes     yes        yes       yes      yes   above               yes               yes              self
  people-manager            above        above  above           yes     yes      yes     above      yes       yes      yes   above               above             yes              self
  team-lead                 above        above  above           above   above    yes     yes        above     yes      yes   above               above             above            self
  people-manager+team-lead  above        above  above           yes     yes      yes     yes        yes       yes      yes   above               yes               yes              self
  system                    yes!         yes    yes             yes     yes      yes     yes        yes       yes      yes   yes!                yes               yes              -
`;

const MANAGE = `
  who-whom                  super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown  none  super-admin+viewer  editor+team-lead  viewer+reporter  self
  super-admin               yes          yes    yes             yes     yes      yes     yes        yes       yes      yes   yes                 yes               yes              self
  admin                     above        yes    yes             yes     yes      yes     yes        yes       yes      yes   above               yes               yes              self
  people-manager            above        above  above           yes     yes      yes     above      yes       yes      yes   above               above             yes              self
  team-lead                 above        above  above           above   above    yes     yes        above     yes      yes   above               above             above            self
  people-manager+team-lead  above        above  above           yes     yes      yes     yes        yes       yes      yes   above               yes               yes              self
  system                    yes          yes    yes             yes     yes      yes     yes        yes       yes      yes   yes                 yes               yes              -
`;

const MANAGE_SWITCHED_OFF = `
  who-whom                  super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown  none  super-admin+viewer  editor+team-lead  viewer+reporter  self
  super-admin               out          out    out             out     out      out     out        out       out      out   out                 out               out              self
  admin                     above        out    out             out     out      out     out        out       out      out   above               out               out              self
  people-manager            above        above  above           out     out      out     above      out       out      out   above               above             out              self
  team-lead                 above        above  above           above   above    out     out        above     out      out   above               above             above            self
  people-manager+team-lead  above        above  above           out     out      out     out        out       out      out   above               out               out              self
  system                    out          out    out             out     out      out     out        out       out      out   out                 out               out              -
`;

// W31: what describes somebody; one's own nobody takes from anybody.
const DESCRIBE = `
  who-whom                  super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown  none  super-admin+viewer  editor+team-lead  viewer+reporter  self
  super-admin               yes          yes    yes             yes     yes      yes     yes        yes       yes      yes   yes                 yes               yes              yes
  admin                     above        yes    yes             yes     yes      yes     yes        yes       yes      yes   above               yes               yes              yes
  people-manager            above        above  above           yes     yes      yes     above      yes       yes      yes   above               above             yes              yes
  team-lead                 above        above  above           above   above    yes     yes        above     yes      yes   above               above             above            yes
  people-manager+team-lead  above        above  above           yes     yes      yes     yes        yes       yes      yes   above               yes               yes              yes
  system                    yes          yes    yes             yes     yes      yes     yes        yes       yes      yes   yes                 yes               yes              -
`;

// Others may leave; the last super admin cannot. Leaving is for oneself.
const LEAVE = `
  who-whom                  super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown  none  super-admin+viewer  editor+team-lead  viewer+reporter  self
  super-admin               no           no     no              no      no       no      no         no        no       no    no                  no                no               yes!
  admin                     no           no     no              no      no       no      no         no        no       no    no                  no                no               yes
  people-manager            no           no     no              no      no       no      no         no        no       no    no                  no                no               yes
  editor                    no           no     no              no      no       no      no         no        no       no    no                  no                no               yes
  analyst                   no           no     no              no      no       no      no         no        no       no    no                  no                no               yes
  viewer                    no           no     no              no      no       no      no         no        no       no    no                  no                no               yes
  team-lead                 no           no     no              no      no       no      no         no        no       no    no                  no                no               yes
  reporter                  no           no     no              no      no       no      no         no        no       no    no                  no                no               yes
  people-manager+team-lead  no           no     no              no      no       no      no         no        no       no    no                  no                no               yes
  editor+analyst            no           no     no              no      no       no      no         no        no       no    no                  no                no               yes
  unknown                   no           no     no              no      no       no      no         no        no       no    no                  no                no               yes
  none                      no           no     no              no      no       no      no         no        no       no    no                  no                no               yes
`;

// W20, W21: one or more roles, each of them the inviter's to give.
const INVITE = `
  who-as                    super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown  none   editor+viewer  viewer+team-lead  admin+viewer  reporter+viewer  viewer+deleted
  super-admin               yes          yes    yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  admin                     give         yes    yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
  people-manager            give         give   give            yes     yes      yes     give       yes       unknown  empty  yes            give              give          yes              unknown
  team-lead                 give         give   give            give    give     yes     yes        give      unknown  empty  give           yes               give          give             unknown
  people-manager+team-lead  give         give   give            yes     yes      yes     yes        yes       unknown  empty  yes            yes               give          yes              unknown
  system                    yes          yes    yes             yes     yes      yes     yes        yes       unknown  empty  yes            yes               yes           yes              unknown
`;

// Who may not give a role does not withdraw its invitation either.
const REVOKE = `
  who-as                    super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown  none  editor+viewer  viewer+team-lead  admin+viewer  reporter+viewer  viewer+deleted
  super-admin               yes          yes    yes             yes     yes      yes     yes        yes       yes      yes   yes            yes               yes           yes              yes
  admin                     above        yes    yes             yes     yes      yes     yes        yes       yes      yes   yes            yes               yes           yes              yes
  people-manager            above        above  above           yes     yes      yes     above      yes       yes      yes   yes            above             above         yes              yes
  team-lead                 above        above  above           above   above    yes     yes        above     yes      yes   above          yes               above         above            yes
  people-manager+team-lead  above        above  above           yes     yes      yes     yes        yes       yes      yes   yes            yes               above         yes              yes
  system                    yes          yes    yes             yes     yes      yes     yes        yes       yes      yes   yes            yes               yes           yes              yes
`;

// W32, W59: nobody puts into a role what they do not hold, and what stands in no section is in no role of a workspace.
const CONTENTS = `
  what-who                         super-admin  admin    team-lead  people-manager+team-lead  system
  nothing                          yes          yes      yes        yes                       yes
  unknown                          noright      noright  noright    noright                   noright
  team.open                        yes          yes      yes        yes                       yes
  members.view                     yes          yes      yes        yes                       yes
  members.invite                   yes          yes      yes        yes                       yes
  members.manage                   yes          yes      yes        yes                       yes
  roles.manage                     yes          yes      yes        yes                       yes
  permissions.view                 yes          yes      yes        yes                       yes
  reviews.run                      yes          yes      lacks      lacks                     yes
  audit.view                       yes          yes      lacks      lacks                     yes
  settings.manage                  yes          yes      lacks      lacks                     yes
  workspace.manage                 yes          yes      lacks      lacks                     yes
  content.view                     yes          yes      yes        yes                       yes
  content.write                    yes          yes      yes        yes                       yes
  content.publish                  yes          yes      lacks      lacks                     yes
  report.view                      yes          yes      lacks      yes                       yes
  report.export                    yes          yes      lacks      lacks                     yes
  content.write+report.view        yes          yes      lacks      yes                       yes
  content.write+report.export      yes          yes      lacks      lacks                     yes
  invitations.link                 noright      noright  noright    noright                   noright
  workspace.list-all               noright      noright  noright    noright                   noright
  permissions.edit                 noright      noright  noright    noright                   noright
  content.view+workspace.list-all  noright      noright  noright    noright                   noright
`;

// W59: the roles of the product stay as they are; nobody edits their own, nor one with more than they hold.
const EDITED = `
  who-which                 super-admin  admin  people-manager  editor  analyst  viewer  team-lead  reporter  unknown
  super-admin               built        built  built           built   built    built   yes        yes       unknown
  admin                     built        built  built           built   built    built   yes        yes       unknown
  team-lead                 built        built  built           built   built    built   self       above     unknown
  people-manager+team-lead  built        built  built           built   built    built   self       yes       unknown
  system                    built        built  built           built   built    built   yes        yes       unknown
`;

// There is nothing here that is granted.
const NEVER = { active: 'never', deactivated: 'never' };

/** Who may do what under `workspaces`, in the home workspace. */
export const truthOfWorkspaces: Truth = {
  policy: withCustomRoles(workspaces, CUSTOM),
  doors: DOORS,
  rules: {
    'team.open': 'yes',
    'members.list': 'yes',
    'members.export': 'yes',
    'member.create': { roles: 'never' },
    'member.change-role': {
      change: {
        'super-admin': SUPER_ADMIN_CHANGES,
        admin: ADMIN_CHANGES,
        'people-manager': PEOPLE_MANAGER_CHANGES,
        'team-lead': TEAM_LEAD_CHANGES,
        'people-manager+team-lead': BOTH_CHANGES,
        system: SUPER_ADMIN_CHANGES,
      },
    },
    'member.deactivate': { active: END, deactivated: 'off' },
    'member.reactivate': { active: 'on', deactivated: MANAGE },
    'member.remove': { active: END, deactivated: END },
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
    'invitation.create': { roles: INVITE },
    'invitation.resend': { roles: INVITE },
    'invitation.revoke': { roles: REVOKE },
    'invitation.link': { roles: INVITE },
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
