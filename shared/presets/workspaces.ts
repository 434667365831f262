// The policy of an organisation with many workspaces: a person has several roles, other ones in each. Data only.
import { definePolicy } from '../policy/define.ts';

const SUPER = ['super-admin'];
const ADMINS = ['super-admin', 'admin'];
const PEOPLE = ['super-admin', 'admin', 'people-manager'];
const WRITERS = ['super-admin', 'admin', 'editor'];
const EVERYBODY = ['super-admin', 'admin', 'people-manager', 'editor', 'analyst', 'viewer'];

/** An organisation's people: invited into one or more workspaces, with one or more roles in each. */
export const workspaces = definePolicy({
  key: 'workspaces',
  name: 'Workspaces',
  description: 'An organisation whose people are invited into workspaces, with one or more roles in each.',
  roles: [
    {
      key: 'super-admin',
      name: 'Super admin',
      rank: 60,
      description: 'Runs the organisation: everything, in every workspace.',
      gives: EVERYBODY,
      isEverywhere: true,
    },
    {
      key: 'admin',
      name: 'Workspace admin',
      rank: 50,
      description: 'Runs this workspace: its people, its roles and its settings.',
      gives: ['admin', 'people-manager', 'editor', 'analyst', 'viewer'],
    },
    {
      key: 'people-manager',
      name: 'People manager',
      rank: 40,
      description: 'Invites people and gives them the roles of their job.',
      gives: ['editor', 'analyst', 'viewer'],
    },
    { key: 'editor', name: 'Editor', rank: 30, description: 'Writes and publishes content.', gives: [] },
    {
      key: 'analyst',
      name: 'Analyst',
      rank: 20,
      description: 'Reads reports and exports figures.',
      gives: [],
    },
    { key: 'viewer', name: 'Viewer', rank: 10, description: 'Reads what is published.', gives: [] },
  ],
  guard: ADMINS,
  rolesPerMember: 'many',
  hasCustomRoles: true,
  workspaces: 'many',
  sections: [
    { key: 'people', name: 'People' },
    { key: 'workspace', name: 'Workspace' },
    { key: 'content', name: 'Content' },
    { key: 'reports', name: 'Reports' },
  ],
  capabilities: [
    { key: 'team.open', name: 'Open user management', section: 'people', roles: PEOPLE },
    { key: 'members.view', name: 'See people', section: 'people', roles: PEOPLE },
    { key: 'members.invite', name: 'Invite people', section: 'people', roles: PEOPLE },
    { key: 'members.manage', name: 'Change people and take access away', section: 'people', roles: PEOPLE },
    { key: 'roles.manage', name: 'Make roles', section: 'people', roles: ADMINS },
    { key: 'permissions.view', name: 'See what roles may do', section: 'people', roles: PEOPLE },
    { key: 'reviews.run', name: 'Review who has access', section: 'people', roles: ADMINS },
    { key: 'audit.view', name: 'Read the audit trail', section: 'people', roles: ADMINS },
    { key: 'preview.open', name: 'Preview as another role', roles: [] },
    { key: 'settings.manage', name: 'Set up sign-in, mail and keys', section: 'workspace', roles: ADMINS },
    { key: 'workspace.manage', name: 'Rename, archive and delete', section: 'workspace', roles: ADMINS },
    { key: 'content.view', name: 'Read content', section: 'content', roles: EVERYBODY },
    { key: 'content.write', name: 'Write content', section: 'content', roles: WRITERS },
    { key: 'content.publish', name: 'Publish content', section: 'content', roles: WRITERS },
    {
      key: 'report.view',
      name: 'Read reports',
      section: 'reports',
      roles: ['super-admin', 'admin', 'people-manager', 'analyst'],
    },
    {
      key: 'report.export',
      name: 'Export figures',
      section: 'reports',
      roles: ['super-admin', 'admin', 'analyst'],
    },
    { key: 'invitations.link', name: 'Copy invitation links', roles: PEOPLE },
    { key: 'permissions.edit', name: 'Change grants of roles', roles: [] },
    { key: 'workspace.list-all', name: 'See every workspace', roles: SUPER },
  ],
  resources: [],
  views: ['users', 'permissions', 'reviews', 'audit'],
  members: {
    columns: ['name', 'email', 'roles', 'status', 'lastSignIn'],
    deactivation: 'confirm',
    isRemovable: true,
  },
  invitations: {
    view: 'users',
    fields: ['name', 'message'],
    startsFolded: true,
    isNameRequired: true,
    hasReview: true,
  },
  creation: null,
  guidance: [
    'company-address',
    'role-by-job',
    'workspace-context',
    'deactivate-first',
    'retention',
    'remove-promptly',
  ],
  identity: {
    ways: ['password', 'link', 'provider'],
    passwords: { minimum: 8, advised: 12, maximum: 128, classes: [] },
    hasUsername: false,
    profile: [],
    emailChange: 'confirmed',
    hostPeople: null,
  },
});
