// The policy of a project with five ordered roles and invitations by comma-separated e-mails. Data only.
import { definePolicy } from '../policy/define.ts';

const ALL = ['owner', 'creator', 'editor', 'commenter', 'viewer'];
const BUILDERS = ['owner', 'creator'];
const WRITERS = ['owner', 'creator', 'editor'];
const SPEAKERS = ['owner', 'creator', 'editor', 'commenter'];

/** A project's people: owners and creators invite, everybody has one of five ordered roles. */
export const collaborators = definePolicy({
  key: 'collaborators',
  name: 'Collaborators',
  description: 'A project whose owners and creators invite collaborators into five ordered roles.',
  roles: [
    {
      key: 'owner',
      name: 'Owner',
      rank: 50,
      description: 'Runs the project: team, settings and everything in it.',
      gives: ALL,
    },
    {
      key: 'creator',
      name: 'Creator',
      rank: 40,
      description: 'Builds the project: tables, views and automations, and invites people to work in it.',
      gives: ['editor', 'commenter', 'viewer'],
    },
    { key: 'editor', name: 'Editor', rank: 30, description: 'Adds, changes and deletes records.', gives: [] },
    {
      key: 'commenter',
      name: 'Commenter',
      rank: 20,
      description: 'Reads everything and comments on it.',
      gives: [],
    },
    { key: 'viewer', name: 'Viewer', rank: 10, description: 'Reads everything.', gives: [] },
  ],
  guard: ['owner'],
  rolesPerMember: 'one',
  hasCustomRoles: false,
  workspaces: 'one',
  sections: [
    { key: 'advanced', name: 'Advanced' },
    { key: 'schema', name: 'Schema' },
    { key: 'records', name: 'Records' },
    { key: 'comments', name: 'Comments' },
    { key: 'views', name: 'Views' },
    { key: 'project', name: 'Project' },
  ],
  capabilities: [
    { key: 'audit.view', name: 'Audit', section: 'advanced', roles: BUILDERS },
    { key: 'app-store.open', name: 'App store', section: 'advanced', roles: ['owner'] },
    { key: 'team.open', name: 'Team and authentication', section: 'advanced', roles: ['owner'] },
    { key: 'workspace.manage', name: 'Project metadata', section: 'advanced', roles: ['owner'] },
    { key: 'members.add-owner', name: 'Add owner', section: 'advanced', givesRole: 'owner' },
    { key: 'members.add-creator', name: 'Add creator', section: 'advanced', givesRole: 'creator' },
    { key: 'members.add-editor', name: 'Add editor', section: 'advanced', givesRole: 'editor' },
    { key: 'members.add-commenter', name: 'Add commenter', section: 'advanced', givesRole: 'commenter' },
    { key: 'members.add-viewer', name: 'Add viewer', section: 'advanced', givesRole: 'viewer' },
    { key: 'members.view', name: 'View existing people', section: 'advanced', roles: BUILDERS },
    { key: 'preview.open', name: 'Preview as another role', section: 'advanced', roles: BUILDERS },

    { key: 'table.add', name: 'Add table', section: 'schema', roles: BUILDERS },
    { key: 'table.delete', name: 'Delete table', section: 'schema', roles: BUILDERS },
    { key: 'table.change', name: 'Change table', section: 'schema', roles: BUILDERS },
    { key: 'column.add', name: 'Add column', section: 'schema', roles: BUILDERS },
    { key: 'column.delete', name: 'Delete column', section: 'schema', roles: BUILDERS },
    { key: 'column.change', name: 'Change column', section: 'schema', roles: BUILDERS },

    { key: 'record.add', name: 'Add row', section: 'records', roles: WRITERS },
    { key: 'record.delete', name: 'Delete row', section: 'records', roles: WRITERS },
    { key: 'record.change', name: 'Change row or cell', section: 'records', roles: WRITERS },
    { key: 'record.expand', name: 'Expand row', section: 'records', roles: WRITERS },
    { key: 'record.menu', name: 'Cell context menu', section: 'records', roles: WRITERS },
    { key: 'record.view', name: 'View cell contents', section: 'records', roles: ALL },

    { key: 'comment.view', name: 'View comments of others', section: 'comments', roles: SPEAKERS },
    { key: 'comment.add', name: 'Add comments', section: 'comments', roles: SPEAKERS },

    { key: 'view.add', name: 'Create view', section: 'views', roles: BUILDERS },
    { key: 'view.share', name: 'Share view', section: 'views', roles: BUILDERS },

    { key: 'view.open', name: 'Open created views', section: 'project', roles: ALL },
    { key: 'field.filter-columns', name: 'Filter fields by column', section: 'project', roles: ALL },
    { key: 'field.filter-query', name: 'Filter fields by query', section: 'project', roles: ALL },
    { key: 'field.sort', name: 'Sort fields', section: 'project', roles: ALL },
    { key: 'theme.change', name: 'Theme', section: 'project', roles: ALL },
    { key: 'auth-token.copy', name: 'Copy auth token', section: 'project', roles: ALL },
    { key: 'project.view', name: 'Project information', section: 'project', roles: ALL },
    { key: 'api.open', name: 'Swagger API', section: 'project', roles: ALL },

    { key: 'members.invite', name: 'Invite people', roles: BUILDERS },
    { key: 'members.manage', name: 'Change and remove people', roles: BUILDERS },
    { key: 'invitations.link', name: 'Copy invitation links', roles: BUILDERS },
    { key: 'permissions.view', name: 'See what roles may do', roles: ALL },
    { key: 'permissions.edit', name: 'Change what roles may do', roles: [] },
    { key: 'roles.manage', name: 'Make roles', roles: [] },
    { key: 'reviews.run', name: 'Review who has access', roles: ['owner'] },
    { key: 'settings.manage', name: 'Set up sign-in, mail and keys', roles: ['owner'] },
  ],
  resources: [],
  views: ['collaborators', 'users', 'permissions', 'audit'],
  members: {
    columns: ['name', 'email', 'roles', 'status', 'lastSignIn'],
    deactivation: 'none',
    isRemovable: true,
  },
  invitations: { view: 'collaborators', fields: ['message'] },
  creation: null,
  guidance: [],
  identity: {
    ways: ['password', 'link', 'provider'],
    passwords: { minimum: 8, maximum: 128, advised: 12, classes: [] },
    hasUsername: true,
    profile: [],
    emailChange: 'confirmed',
    hostPeople: null,
  },
});
