// A page that shows the widget on a server in memory: ?policy=&role=&count=&view=&state=. For the eye only; never part of a build.
import type { Policy } from '../../shared/policy/policy.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { tables } from '../../shared/presets/tables.ts';
import { Failure } from '../failure.ts';
import { aViewer, someMembers } from './builders.ts';
import { MemoryApi } from './memory-api.ts';
import { MemoryInvitations, anInvitation } from './memory-invitations.ts';
import { MemoryPermissions } from './memory-permissions.ts';
import type { MemoryUserAdminElement } from './memory-element.ts';
import './memory-element.ts';

const POLICIES: Record<string, Policy> = { tables, collaborators };

const wanted = new URLSearchParams(location.search);
const policy = POLICIES[wanted.get('policy') ?? 'tables']!;
const roles = [wanted.get('role') ?? 'owner'];
const members = someMembers(Number(wanted.get('count') ?? 42), policy, roles).map((member) => ({
  ...member,
  lastSignInAt:
    member.lastSignInAt === null ? null : Date.now() - (Date.UTC(2026, 5, 1, 12) - member.lastSignInAt),
}));
const api = new MemoryApi({ viewer: aViewer(policy, roles), members });
const pending = Number(wanted.get('pending') ?? 0);
api.invitations = new MemoryInvitations(
  api,
  Array.from({ length: pending }, (_, number) => anInvitation(number + 1)),
);
api.permissions = new MemoryPermissions(api, [
  'activities',
  'companies',
  'contacts',
  'contracts',
  'deals',
  'invoices',
  'notes',
  'orders',
  'tasks',
]);
const state = wanted.get('state');
if (state === 'loading') api.before = () => new Promise(() => {});
if (state === 'error')
  api.before = () => {
    throw new Failure('internal');
  };
if (state === 'rows-error')
  api.before = ({ name }) => {
    if (name === 'members.list') throw new Failure('busy');
  };
if (state === 'archived')
  api.viewerNow = { ...api.viewerNow, workspace: { ...api.viewerNow.workspace, isArchived: true } };

const element = document.createElement('memory-user-admin') as MemoryUserAdminElement;
element.api = api;
element.view = wanted.get('view') ?? '';
element.filter = wanted.get('filter') ?? '';
element.theme = wanted.get('theme') ?? '';
element.links = { roles: 'https://example.org/roles', support: 'https://example.org/help' };
document.body.append(element);
Object.assign(globalThis, { element, api });
