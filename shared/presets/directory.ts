// The policy of an enterprise directory: usernames, departments, roles only, single sign-on beside passwords. Data only.
import { definePolicy } from '../policy/define.ts';

const ADMINS = ['administrator'];
/** The roles with write access to Users. */
const WRITERS = ['administrator', 'user-administrator'];
const READERS = ['administrator', 'user-administrator', 'auditor'];
const JOBS = ['designer', 'approver', 'analyst', 'employee'];

/** A directory's people: what somebody can see and do comes from their roles alone. */
export const directory = definePolicy({
  key: 'directory',
  name: 'Directory',
  description:
    'An enterprise directory: people have usernames and departments, and roles alone say what they can do.',
  roles: [
    {
      key: 'administrator',
      name: 'Administrator',
      rank: 70,
      description: 'Sets up the platform and manages everybody.',
      gives: ['administrator', 'user-administrator', 'auditor', ...JOBS],
    },
    {
      key: 'user-administrator',
      name: 'User administrator',
      rank: 60,
      description: 'Has write access to Users: creates people and gives them their roles.',
      gives: ['user-administrator', 'auditor', ...JOBS],
    },
    {
      key: 'auditor',
      name: 'Auditor',
      rank: 50,
      description: 'Sees people, roles and the audit trail, and changes nothing.',
      gives: [],
    },
    { key: 'designer', name: 'Designer', rank: 40, description: 'Builds forms and workflows.', gives: [] },
    { key: 'approver', name: 'Approver', rank: 30, description: 'Approves requests.', gives: [] },
    { key: 'analyst', name: 'Analyst', rank: 20, description: 'Reads dashboards and reports.', gives: [] },
    { key: 'employee', name: 'Employee', rank: 10, description: 'Files requests of their own.', gives: [] },
  ],
  guard: { holding: 'members.manage' },
  rolesPerMember: 'many',
  hasCustomRoles: true,
  workspaces: 'many',
  sections: [
    { key: 'users', name: 'Users' },
    { key: 'platform', name: 'Platform' },
    { key: 'work', name: 'Work' },
  ],
  capabilities: [
    { key: 'team.open', name: 'Open Users', section: 'users', roles: READERS },
    { key: 'members.view', name: 'Read access to Users', section: 'users', roles: READERS },
    { key: 'members.invite', name: 'Create people', section: 'users', roles: WRITERS },
    { key: 'members.manage', name: 'Write access to Users', section: 'users', roles: WRITERS },
    { key: 'roles.manage', name: 'Make roles', section: 'users', roles: ADMINS },
    { key: 'permissions.view', name: 'See what roles may do', section: 'users', roles: READERS },
    { key: 'reviews.run', name: 'Review who has access', section: 'users', roles: WRITERS },
    {
      key: 'audit.view',
      name: 'Read the audit trail',
      section: 'platform',
      roles: ['administrator', 'auditor'],
    },
    { key: 'preview.open', name: 'Preview as another role', roles: [] },
    { key: 'settings.manage', name: 'Set up sign-in, mail and keys', section: 'platform', roles: ADMINS },
    { key: 'workspace.manage', name: 'Manage the workspace', section: 'platform', roles: ADMINS },
    { key: 'form.design', name: 'Build forms', section: 'work', roles: ['administrator', 'designer'] },
    {
      key: 'request.approve',
      name: 'Approve requests',
      section: 'work',
      roles: ['administrator', 'approver'],
    },
    {
      key: 'report.view',
      name: 'Read reports',
      section: 'work',
      roles: ['administrator', 'auditor', 'analyst'],
    },
    { key: 'request.file', name: 'File requests', section: 'work', roles: ['administrator', ...JOBS] },
    { key: 'invitations.link', name: 'Copy invitation links', roles: WRITERS },
    { key: 'permissions.edit', name: 'Change grants of roles', roles: [] },
  ],
  resources: [],
  views: ['users', 'permissions', 'reviews', 'audit'],
  members: {
    columns: ['username', 'name', 'email', 'roles', 'lastSignIn', 'status'],
    deactivation: 'form',
    isRemovable: false,
  },
  invitations: { view: null, fields: [] },
  creation: {
    label: 'New user',
    fields: ['username', 'firstName', 'lastName', 'department', 'active', 'password'],
    required: ['username', 'password'],
  },
  guidance: ['role-by-job', 'deactivate-first'],
  identity: {
    ways: ['password', 'provider', 'link'],
    passwords: {
      minimum: 8,
      advised: 12,
      maximum: 60,
      classes: [
        { kind: 'upper' },
        { kind: 'lower' },
        { kind: 'digit' },
        { kind: 'special', characters: '!@#$%^&*_-' },
      ],
    },
    hasUsername: true,
    profile: ['firstName', 'lastName', 'department'],
    emailChange: 'confirmed',
    hostPeople: null,
  },
});
