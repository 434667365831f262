// Every procedure with an input that would do something, and what each of them is open to. Tests that go through all of them begin here.
import { randomUUID } from 'node:crypto';
import { appRouter } from '../trpc/router.ts';

interface Built {
  readonly _def: {
    readonly type: string;
    readonly inputs: readonly { safeParse(input: unknown): { readonly success: boolean } }[];
  };
}

/** Every procedure as it was built, by its name. */
export const PROCEDURES: ReadonlyMap<string, Built['_def']> = new Map(
  Object.entries(appRouter._def.procedures as unknown as Record<string, Built>).map(([name, { _def }]) => [
    name,
    _def,
  ]),
);
/** The names of all that change something. */
export const MUTATIONS = namesOf('mutation');
/** The names of all that only read. */
export const QUERIES = namesOf('query');
/** The names of all that go on telling. */
export const STREAMS = namesOf('subscription');

function namesOf(type: string): readonly string[] {
  return [...PROCEDURES].filter(([, procedure]) => procedure.type === type).map(([name]) => name);
}

/** What anybody may read before they sign in. */
export const BY_ANYBODY = ['signIn.offer'];
/** What ends in a session or ends one: for anybody, from a page of ours, where a cookie belongs. */
export const BY_OWN_PAGE = [
  'signIn.requestLink',
  'signIn.password',
  'signIn.link',
  'signIn.reset',
  'signIn.signOut',
  'signIn.setUp',
];
/** What a link's secret opens to anybody. */
export const BY_LINK = [
  'invitations.peek',
  'invitations.accept',
  'invitations.decline',
  'account.confirmEmail',
];
/** What a host's backend may call for its own workspaces: what hangs on no person. */
export const BY_HOST = [
  'viewer.get',
  'workspaces.read',
  'workspaces.create',
  'workspaces.rename',
  'workspaces.archive',
  'workspaces.restore',
  'workspaces.delete',
  'resources.list',
  'resources.register',
  'resources.remove',
  'permissions.check',
  'permissions.accessible',
];
/** What only the operator's own process and hosts do, whatever the role of a member. */
export const BY_OPERATOR = [
  'workspaces.create',
  'workspaces.listHostKeys',
  'workspaces.createHostKey',
  'workspaces.rotateHostKey',
  'workspaces.revokeHostKey',
  'resources.register',
  'resources.remove',
];
/** What membership alone is enough for. */
export const BY_MEMBERSHIP = ['viewer.get', 'workspaces.read', 'members.leave', 'live.changes'];
/** What everybody who is signed in may ask, wherever they are: it says nothing but what is theirs. */
export const BY_PERSON = ['workspaces.mine'];
/** What everybody who is signed in may do to their own account, and no host for them. */
export const BY_ACCOUNT = [
  'account.get',
  'account.changeProfile',
  'account.changePassword',
  'account.changeEmail',
  'account.confirmIdentity',
  'sessions.list',
  'sessions.end',
  'sessions.endOthers',
  'activity.own',
  'providers.prepareConnecting',
  'providers.disconnect',
];
/** What holds for the whole deployment, and is seen and set in its home workspace. */
export const AT_HOME = [
  'settings.mail',
  'settings.saveMail',
  'settings.forgetMail',
  'settings.sendTestMail',
  'settings.sessionLimits',
  'settings.saveSessionLimits',
  'keys.create',
  'audit.verify',
];

/** Everything that a call can be aimed at. */
export interface Aim {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly invitationId: string;
  readonly resourceId: string;
  readonly reviewId: string;
  readonly hostKeyId: string;
  readonly providerId: string;
  readonly sessionId: string;
  readonly domain: string;
}

/** An aim at nothing: none of it exists. */
export function nowhere(): Aim {
  return {
    workspaceId: randomUUID(),
    memberId: randomUUID(),
    invitationId: randomUUID(),
    resourceId: randomUUID(),
    reviewId: randomUUID(),
    hostKeyId: randomUUID(),
    providerId: randomUUID(),
    sessionId: randomUUID(),
    domain: 'nowhere.test',
  };
}

/** A provider that anybody would like to have here; nobody is there who could be asked. */
export const PROVIDER = {
  name: 'Hidden sign-in',
  config: { kind: 'oidc', issuer: 'https://idp.evil.test', clientId: 'x' },
  admission: { isJustInTime: true, roles: ['member'] as string[], highestRole: 'staff' },
} as const;

const PASSWORD = { password: 'kb7xQ!tm', confirmation: 'kb7xQ!tm' };

/** An input of each procedure that would do something at `aim`, were the caller allowed. */
export function inputsAt(aim: Aim): Record<string, unknown> {
  const wish = { idempotencyKey: randomUUID() };
  return {
    ...ofPeople(aim, wish),
    ...ofAccount(aim, wish),
    ...ofWorkspace(aim, wish),
    ...ofSettings(aim, wish),
  };
}

interface Wish {
  readonly idempotencyKey: string;
}

/** The secret of a link that was never made. */
function forged({ invitationId }: Aim): { token: string } {
  return { token: `${invitationId}.1.m.${'A'.repeat(43)}` };
}

function ofPeople(aim: Aim, wish: Wish): Record<string, unknown> {
  const { memberId, invitationId } = aim;
  const onMember = { memberId, version: 1, ...wish };
  const onInvitation = { invitationId, version: 1, ...wish };
  return {
    'viewer.get': undefined,
    'live.changes': { missed: 0 },
    'members.list': {},
    'members.get': { memberId },
    'members.places': { memberId },
    'members.diagnose': { memberId },
    'members.assign': { ...onMember, kind: 'table', resourceIds: [] },
    'members.access': { memberId, kind: 'table' },
    'members.creationPlaces': {},
    'members.create': { email: 'mallory@evil.test', roles: ['member'], ...wish },
    'members.update': { ...onMember, name: 'Mallory' },
    'members.changeRole': { ...onMember, roles: ['member'] },
    'members.deactivate': onMember,
    'members.reactivate': onMember,
    'members.remove': onMember,
    'members.planOffboarding': { memberId },
    'members.offboard': { ...onMember, end: 'remove' },
    'members.leave': { version: 1, ...wish },
    'members.export': { filter: {}, ...wish },
    'members.import': { mode: 'apply', rows: [{ email: 'mallory@evil.test', roles: 'member' }], ...wish },
    'members.changeMany': { selection: { filter: {} }, change: { action: 'member.remove' }, ...wish },
    'members.resetPassword': { memberId, ...PASSWORD, ...wish },
    'members.changeEmail': { memberId, email: 'mallory@evil.test', ...wish },
    'sessions.ofMember': { memberId },
    'sessions.endOfMember': { memberId, ...wish },
    'activity.member': { memberId },
    'invitations.create': { addresses: 'mallory@evil.test', roles: ['member'], ...wish },
    'invitations.list': {},
    'invitations.places': {},
    'invitations.resend': onInvitation,
    'invitations.revoke': onInvitation,
    'invitations.changeMany': { invitationIds: [invitationId], action: 'revoke', ...wish },
    'invitations.link': { invitationId, ...wish },
    'invitations.peek': forged(aim),
    'invitations.accept': { ...forged(aim), ...wish },
    'invitations.decline': { ...forged(aim), ...wish },
  };
}

function ofAccount(aim: Aim, wish: Wish): Record<string, unknown> {
  const { workspaceId, sessionId, providerId } = aim;
  return {
    'signIn.offer': { workspaceId },
    'signIn.requestLink': { kind: 'sign-in', login: 'hidden.target@acme.test' },
    'signIn.password': { login: 'hidden.target@acme.test', password: 'kb7xQ!tm' },
    'signIn.link': forged(aim),
    'signIn.reset': { ...forged(aim), ...PASSWORD },
    'signIn.signOut': { everywhere: true },
    'signIn.setUp': { ...forged(aim), workspace: 'Mine', email: 'mallory@evil.test' },
    'account.get': undefined,
    'account.changeProfile': { name: 'Mallory', version: 1, ...wish },
    'account.changePassword': { ...PASSWORD, ...wish },
    'account.changeEmail': { email: 'mallory@evil.test', ...wish },
    'account.confirmEmail': forged(aim),
    'account.confirmIdentity': { password: 'kb7xQ!tm' },
    'sessions.list': undefined,
    'sessions.end': { sessionId, ...wish },
    'sessions.endOthers': wish,
    'activity.own': undefined,
    'providers.prepareConnecting': { providerId },
    'providers.disconnect': { providerId, ...wish },
  };
}

function ofWorkspace(aim: Aim, wish: Wish): Record<string, unknown> {
  const { workspaceId, memberId, resourceId, hostKeyId, reviewId } = aim;
  const onWorkspace = { workspaceId, version: 1, ...wish };
  const table = { kind: 'table', rows: [{ resourceId, role: 'staff', actions: [], version: 0 }] };
  return {
    'roles.list': undefined,
    'roles.create': { name: 'Mine', capabilities: ['team.open'], ...wish },
    'roles.change': { key: 'custom-hidden', version: 1, name: 'Mine', capabilities: ['team.open'], ...wish },
    'roles.delete': { key: 'custom-hidden', version: 1, replacement: null, ...wish },
    'permissions.list': { kind: 'table', role: 'staff' },
    'permissions.save': { ...table, ...wish },
    'permissions.check': { who: { memberId }, kind: 'table', resource: { id: resourceId }, action: 'read' },
    'permissions.drift': { kind: 'table' },
    'permissions.repair': { kind: 'table', tables: ['orders'], ...wish },
    'permissions.accessible': { who: { memberId }, kind: 'table', action: 'read' },
    'resources.list': { kind: 'table' },
    'resources.register': { kind: 'table', resources: [{ key: 'new', name: 'New' }], ...wish },
    'resources.remove': { resourceId, ...wish },
    'workspaces.read': { workspaceId },
    'workspaces.mine': {},
    'workspaces.create': { name: 'Mine', owner: { email: 'mallory@evil.test' }, ...wish },
    'workspaces.rename': { ...onWorkspace, name: 'Mine' },
    'workspaces.archive': onWorkspace,
    'workspaces.restore': onWorkspace,
    'workspaces.delete': onWorkspace,
    'workspaces.listHostKeys': undefined,
    'workspaces.createHostKey': { name: 'Mine', ...wish },
    'workspaces.rotateHostKey': { hostKeyId, ...wish },
    'workspaces.revokeHostKey': { hostKeyId, ...wish },
    'keys.list': undefined,
    'keys.create': { name: 'Mine', ...wish },
    'keys.rotate': { hostKeyId, ...wish },
    'keys.revoke': { hostKeyId, ...wish },
    'reviews.list': {},
    'reviews.get': { reviewId },
    'reviews.items': { reviewId },
    'reviews.preview': { scope: {} },
    'reviews.reviewers': undefined,
    'reviews.start': { name: 'Mine', scope: {}, dueAt: 8.64e15, ...wish },
    'reviews.decide': { reviewId, memberIds: [memberId], decision: 'revoke', ...wish },
    'reviews.close': { reviewId, version: 1, ...wish },
    'audit.list': {},
    'audit.verify': {},
  };
}

function ofSettings({ providerId, domain }: Aim, wish: Wish): Record<string, unknown> {
  const mail = { host: 'mail.evil.test', port: 587, security: 'starttls', from: 'mallory@evil.test' };
  const switches = { externalAuthentication: true, externalAuthorization: true };
  return {
    'settings.mail': undefined,
    'settings.saveMail': { ...mail, version: 0, ...wish },
    'settings.forgetMail': { version: 0, ...wish },
    'settings.sendTestMail': wish,
    'settings.sessionLimits': undefined,
    'settings.saveSessionLimits': { idleMinutes: 60, absoluteMinutes: 600, version: 0, ...wish },
    'providers.list': undefined,
    'providers.create': { ...PROVIDER, ...wish },
    'providers.change': { ...PROVIDER, isEnabled: true, providerId, version: 1, ...wish },
    'providers.remove': { providerId, version: 1, ...wish },
    'providers.test': { providerId, ...wish },
    'providers.readTest': { testId: 'A'.repeat(43), ...wish },
    'providers.addDomain': { domain, ...wish },
    'providers.proveDomain': { domain, ...wish },
    'providers.removeDomain': { domain, ...wish },
    'providers.switchExternal': { ...switches, version: 1, ...wish },
  };
}
