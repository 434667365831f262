// The policy of a schema platform: two upper roles run it, the lower ones and visitors get rights per table. Data only.
import { definePolicy } from '../policy/define.ts';

const UPPER = ['owner', 'admin'];

/** A schema platform's people: owners and admins manage; staff, members and visitors are granted rights per table. */
export const tables = definePolicy({
  key: 'tables',
  name: 'Tables',
  description:
    'A schema platform where owners and admins manage people and grant the other roles their rights per table.',
  roles: [
    {
      key: 'owner',
      name: 'Owner',
      rank: 50,
      description: 'Runs the workspace and holds every right on every table.',
      gives: ['owner', 'admin', 'staff', 'member'],
    },
    {
      key: 'admin',
      name: 'Admin',
      rank: 40,
      description: 'Manages staff and members and holds every right on every table.',
      gives: ['staff', 'member'],
    },
    {
      key: 'staff',
      name: 'Staff',
      rank: 30,
      description: 'Works with the tables that staff are granted.',
      gives: [],
    },
    {
      key: 'member',
      name: 'Member',
      rank: 20,
      description: 'Uses the tables that members are granted.',
      gives: [],
    },
    {
      key: 'anon',
      name: 'Visitor',
      rank: 10,
      description: 'Anybody who is not signed in.',
      gives: [],
      isPublic: true,
    },
  ],
  guard: ['owner'],
  rolesPerMember: 'one',
  hasCustomRoles: false,
  workspaces: 'one',
  sections: [],
  capabilities: [
    { key: 'team.open', name: 'Open user management', roles: UPPER },
    { key: 'members.view', name: 'See people', roles: UPPER },
    { key: 'members.invite', name: 'Invite people', roles: UPPER },
    { key: 'members.manage', name: 'Change roles and switch people off', roles: UPPER },
    { key: 'invitations.link', name: 'Copy invitation links', roles: UPPER },
    { key: 'permissions.view', name: 'See permissions', roles: UPPER },
    { key: 'permissions.edit', name: 'Change permissions', roles: UPPER },
    { key: 'audit.view', name: 'Read the audit trail', roles: UPPER },
    { key: 'roles.manage', name: 'Make roles', roles: [] },
    { key: 'reviews.run', name: 'Review who has access', roles: UPPER },
    { key: 'preview.open', name: 'Preview as another role', roles: [] },
    { key: 'settings.manage', name: 'Set up sign-in, mail and keys', roles: ['owner'] },
    { key: 'workspace.manage', name: 'Manage the workspace', roles: ['owner'] },
  ],
  resources: [
    {
      key: 'table',
      name: 'Table',
      plural: 'Tables',
      actions: [
        { key: 'read', name: 'Read' },
        { key: 'write', name: 'Write' },
        { key: 'delete', name: 'Delete' },
      ],
      grantedTo: 'role',
      editableRoles: ['staff', 'member', 'anon'],
      fullRoles: UPPER,
      defaults: { staff: ['read', 'write'], member: ['read'] },
    },
  ],
  views: ['users', 'permissions'],
  members: {
    columns: ['name', 'email', 'roles', 'status', 'lastSignIn'],
    deactivation: 'confirm',
    isRemovable: false,
  },
  invitations: { view: 'users', fields: ['name'] },
  creation: null,
  guidance: [],
  identity: {
    ways: ['link', 'provider'],
    passwords: null,
    hasUsername: false,
    profile: [],
    emailChange: 'confirmed',
    hostPeople: null,
  },
});
