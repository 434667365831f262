// A sixth policy, written as a customer of the product would: one bicycle workshop, three jobs, benches given to people. Data only.
import { definePolicy } from '../server/index.ts';

const LEAD = ['lead'];
const EVERYBODY = ['lead', 'mechanic', 'apprentice'];

/** The people of a workshop: leads invite and give out benches; mechanics bring in apprentices. */
export const workshop = definePolicy({
  key: 'workshop',
  name: 'Workshop',
  description: 'A bicycle workshop: leads run it, mechanics work at the benches they were given.',
  roles: [
    { key: 'lead', name: 'Lead', rank: 30, description: 'Runs the workshop.', gives: EVERYBODY },
    {
      key: 'mechanic',
      name: 'Mechanic',
      rank: 20,
      description: 'Repairs bicycles and brings in apprentices.',
      gives: ['apprentice'],
    },
    { key: 'apprentice', name: 'Apprentice', rank: 10, description: 'Learns the trade.', gives: [] },
  ],
  guard: LEAD,
  rolesPerMember: 'one',
  hasCustomRoles: false,
  workspaces: 'one',
  sections: [{ key: 'work', name: 'Work' }],
  capabilities: [
    { key: 'repair.do', name: 'Repair bicycles', section: 'work', roles: EVERYBODY },
    { key: 'repair.sign-off', name: 'Sign repairs off', section: 'work', roles: ['lead', 'mechanic'] },
    { key: 'price.change', name: 'Change prices', section: 'work', roles: LEAD },
    { key: 'team.open', name: 'Open people', roles: ['lead', 'mechanic'] },
    { key: 'members.view', name: 'See people', roles: ['lead', 'mechanic'] },
    { key: 'members.invite', name: 'Invite people', roles: ['lead', 'mechanic'] },
    { key: 'members.manage', name: 'Change people', roles: LEAD },
    { key: 'invitations.link', name: 'Copy invitation links', roles: ['lead', 'mechanic'] },
    { key: 'permissions.view', name: 'See what roles may do', roles: EVERYBODY },
    { key: 'permissions.edit', name: 'Change what roles may do', roles: [] },
    { key: 'roles.manage', name: 'Make roles', roles: [] },
    { key: 'reviews.run', name: 'Review who has access', roles: [] },
    { key: 'audit.view', name: 'Read the audit trail', roles: LEAD },
    { key: 'preview.open', name: 'Preview as another role', roles: [] },
    { key: 'settings.manage', name: 'Set up sign-in and mail', roles: LEAD },
    { key: 'workspace.manage', name: 'Manage the workshop', roles: LEAD },
  ],
  resources: [
    {
      key: 'bench',
      name: 'Bench',
      plural: 'Benches',
      actions: [{ key: 'use', name: 'Use' }],
      grantedTo: 'member',
      editableRoles: [],
      fullRoles: LEAD,
      defaults: {},
    },
  ],
  views: ['users', 'permissions', 'audit'],
  members: {
    columns: ['name', 'roles', 'status', 'resources'],
    deactivation: 'confirm',
    isRemovable: true,
  },
  invitations: { view: 'users', fields: ['name'] },
  creation: null,
  guidance: ['deactivate-first'],
  identity: {
    ways: ['link'],
    passwords: null,
    hasUsername: false,
    profile: [],
    emailChange: 'confirmed',
    hostPeople: null,
  },
});
