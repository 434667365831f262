// The policy of a product whose packages are assigned to people: admins run it, users reach what they were given. Data only.
import { definePolicy } from '../policy/define.ts';

const ADMIN = ['admin'];
const ALL = ['admin', 'user'];

/** A product's people: admins make accounts with a first password and assign packages; users reach only theirs. */
export const packages = definePolicy({
  key: 'packages',
  name: 'Packages',
  description: 'A product whose admins make accounts with a first password and assign packages to people.',
  roles: [
    {
      key: 'admin',
      name: 'Admin',
      rank: 20,
      description: 'Manages people and their packages, and has every package.',
      gives: ALL,
    },
    { key: 'user', name: 'User', rank: 10, description: 'Uses the packages that were assigned.', gives: [] },
  ],
  guard: ADMIN,
  rolesPerMember: 'one',
  hasCustomRoles: false,
  workspaces: 'one',
  sections: [
    { key: 'people', name: 'People' },
    { key: 'packages', name: 'Packages' },
  ],
  capabilities: [
    { key: 'team.open', name: 'Open user management', section: 'people', roles: ADMIN },
    { key: 'members.view', name: 'See people', section: 'people', roles: ADMIN },
    { key: 'members.invite', name: 'Add people', section: 'people', roles: ADMIN },
    { key: 'members.manage', name: 'Change people and switch them off', section: 'people', roles: ADMIN },
    { key: 'reviews.run', name: 'Review who has access', section: 'people', roles: ADMIN },
    { key: 'audit.view', name: 'Read the audit trail', section: 'people', roles: ADMIN },
    { key: 'preview.open', name: 'Preview as another role', roles: [] },
    { key: 'settings.manage', name: 'Set up sign-in, mail and keys', section: 'people', roles: ADMIN },
    { key: 'package.use-any', name: 'Use every package', section: 'packages', roles: ADMIN },
    { key: 'package.use', name: 'Use assigned packages', section: 'packages', roles: ALL },
    { key: 'package.make', name: 'Make packages', section: 'packages', roles: ALL },
    { key: 'invitations.link', name: 'Copy invitation links', roles: ADMIN },
    { key: 'permissions.view', name: 'See what roles may do', roles: ADMIN },
    { key: 'permissions.edit', name: 'Change what roles may do', roles: [] },
    { key: 'roles.manage', name: 'Make roles', roles: [] },
    { key: 'workspace.manage', name: 'Manage the workspace', roles: ADMIN },
  ],
  resources: [
    {
      key: 'package',
      name: 'Package',
      plural: 'Packages',
      actions: [{ key: 'use', name: 'Use' }],
      grantedTo: 'member',
      isCreatorFull: true,
      editableRoles: [],
      fullRoles: ADMIN,
      defaults: {},
    },
  ],
  views: ['users', 'permissions', 'reviews', 'audit'],
  members: {
    columns: ['name', 'email', 'roles', 'status', 'resources'],
    deactivation: 'toggle',
    offLabel: 'inactive',
    isRemovable: false,
  },
  invitations: { view: null, fields: [] },
  creation: {
    label: 'Add user',
    saveLabel: 'Update user',
    fields: ['name', 'password', 'resources'],
    required: ['name', 'password'],
  },
  guidance: ['least-resources', 'deactivate-first', 'remove-promptly', 'fixed-address'],
  identity: {
    ways: ['password', 'link', 'provider'],
    passwords: { minimum: 6, advised: 8, maximum: 128, classes: [] },
    hasUsername: false,
    profile: [],
    emailChange: 'none',
    hostPeople: null,
  },
});
