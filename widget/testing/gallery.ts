// A page that shows the widget on a server in memory: ?policy=&role=&count=&view=&state=. For the eye only; never part of a build.
import type { Policy, SignInWay } from '../../shared/policy/policy.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { tables } from '../../shared/presets/tables.ts';
import { Failure } from '../failure.ts';
import { aViewer, someMembers } from './builders.ts';
import { MemoryAccount } from './memory-account.ts';
import { MemoryApi } from './memory-api.ts';
import { MemoryInvitations, anInvitation } from './memory-invitations.ts';
import { MemoryPeople } from './memory-people.ts';
import { MemoryPermissions } from './memory-permissions.ts';
import { MemorySettings } from './memory-settings.ts';
import type { MemoryUserAdminElement } from './memory-element.ts';
import { MemorySignInElement, anOffer, offerSignIn } from './memory-sign-in.ts';
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
const who = wanted.get('who') ?? 'host';
const viewer = {
  isSignedIn: who !== 'host',
  mustChangePassword: who === 'new',
  isHome: wanted.get('home') !== 'no',
};
const api = new MemoryApi({ viewer: aViewer(policy, roles, viewer), members });
const people = new MemoryPeople(api, Date.now());
const account = new MemoryAccount(api, Date.now(), {
  mustChangePassword: who === 'new',
  ...(who === 'provider' && {
    source: 'provider',
    username: 'amara',
    hasPassword: false,
    passwordSetAt: null,
  }),
  ...(who === 'waiting' && { isEmailVerified: false, pendingEmail: 'amara.new@example.org' }),
});
const settings = new MemorySettings(api, Date.now(), wanted.get('providers') === 'none' ? [] : undefined);
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

if (wanted.get('element') === 'sign-in') showSignIn();
else showAdmin();

function showAdmin(): void {
  const element = document.createElement('memory-user-admin') as MemoryUserAdminElement;
  element.api = api;
  element.view = wanted.get('view') ?? '';
  element.filter = wanted.get('filter') ?? '';
  element.theme = wanted.get('theme') ?? '';
  element.endpoint = '/people';
  element.links = { roles: 'https://example.org/roles', support: 'https://example.org/help' };
  document.body.append(element);
  Object.assign(globalThis, { element, api, account, people, settings });
}

function showSignIn(): void {
  const ways = (wanted.get('ways') ?? 'password,link,provider').split(',') as SignInWay[];
  offerSignIn(
    api,
    anOffer({ ways, workspace: wanted.get('workspace'), hasUsername: ways[0] === 'password' }),
  );
  const element = new MemorySignInElement();
  Object.assign(element, { calls: api, endpoint: '/people', to: '/app', theme: wanted.get('theme') ?? '' });
  document.body.append(element);
}
