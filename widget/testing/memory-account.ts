// The viewer's own account in memory, with its password, sessions and history. Never part of a build.
import type { Account } from '../../shared/accounts/account.ts';
import type { SignIn } from '../../shared/activity/activity.ts';
import type { AccountId, ProviderId, SessionId } from '../../shared/ids.ts';
import { passwordProblem } from '../../shared/passwords/rules.ts';
import type { Session } from '../../shared/sessions/session.ts';
import { Failure } from '../failure.ts';
import { aMember } from './builders.ts';
import type { MemoryApi } from './memory-api.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** An account that belongs to the viewer of the tests. */
export function anAccount(now: number, over: Partial<Account> = {}): Account {
  const { name, email } = aMember(0);
  return {
    id: 'account-000000' as AccountId,
    email,
    isEmailVerified: true,
    pendingEmail: null,
    name,
    username: null,
    language: null,
    hasPassword: true,
    passwordSetAt: now - 40 * DAY,
    mustChangePassword: false,
    source: 'local',
    connections: [
      {
        providerId: 'provider-acme' as ProviderId,
        provider: 'Acme Login',
        email,
        connectedAt: now - 90 * DAY,
        lastUsedAt: now - 2 * DAY,
        isFixed: false,
      },
    ],
    connectable: [{ id: 'provider-other' as ProviderId, name: 'Other Identity' }],
    version: 1,
    ...over,
  };
}

/** A session by number; number 0 is the one that asks. */
export function aSession(number: number, now: number, over: Partial<Session> = {}): Session {
  return {
    id: `session-${String(number).padStart(6, '0')}` as SessionId,
    isCurrent: number === 0,
    startedBy: (['password', 'link', 'provider'] as const)[number % 3]!,
    createdAt: now - (number + 1) * 3 * DAY,
    lastUsedAt: now - number * 5 * 60 * MINUTE,
    expiresAt: now + 20 * DAY,
    device: ['Firefox on Windows', 'Safari on iPhone', ''][number % 3]!,
    network: ['203.0.113.0/24', '2001:db8:1::/48', ''][number % 3]!,
    ...over,
  };
}

/** Sign-ins of every sort, the newest first. */
export function someSignIns(now: number): SignIn[] {
  const from = { device: 'Firefox on Windows', network: '203.0.113.0/24' };
  return [
    { at: now - 3 * MINUTE, by: 'password', isOk: true, ...from, flags: ['many_failures', 'new_network'] },
    { at: now - 5 * MINUTE, by: 'password', isOk: false, ...from, flags: [] },
    { at: now - 2 * DAY, by: 'provider', isOk: true, device: '', network: '', flags: [] },
    {
      at: now - 9 * DAY,
      by: 'link',
      isOk: true,
      device: 'Safari on iPhone',
      network: '2001:db8:1::/48',
      flags: [],
    },
    { at: now - 30 * DAY, by: 'host', isOk: true, ...from, flags: [] },
    { at: now - 40 * DAY, by: 'password', isOk: true, ...from, flags: ['first_in_90_days'] },
    { at: now - 200 * DAY, by: 'invitation', isOk: true, ...from, flags: [] },
  ];
}

/** The account behind `api`: put there by its constructor. */
export class MemoryAccount {
  now: Account;
  sessions: Session[];
  signIns: SignIn[];
  password = 'old horse staple';
  /** Whether the last proof of who it is was long ago, so that sensitive changes are refused. */
  isStale = false;
  readonly #api: MemoryApi;

  constructor(api: MemoryApi, now: number, over: Partial<Account> = {}) {
    this.#api = api;
    this.now = anAccount(now, over);
    this.sessions = [0, 1, 2].map((number) => aSession(number, now));
    this.signIns = someSignIns(now);
    this.#answerAccount();
    this.#answerSessions();
  }

  /** Refuses where a fresh proof is needed. */
  assertFresh(): void {
    if (this.isStale) throw new Failure('fresh_sign_in_required');
  }

  #answerAccount(): void {
    const api = this.#api;
    api.on('account.get', () => this.now);
    api.on('account.changeProfile', ({ idempotencyKey: _key, version, ...changes }) => {
      if (version !== this.now.version) throw new Failure('changed_meanwhile');
      if (changes.name?.trim() === '') throw new Failure('name_invalid');
      if (changes.username !== undefined && !/^[a-z][\w.-]{2,49}$/i.test(changes.username))
        throw new Failure('username_invalid');
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      return (this.now = { ...this.now, ...given, version: version + 1 });
    });
    api.on('account.changeEmail', ({ email }) => {
      if (!email.includes('@')) throw new Failure('email_invalid');
      this.now = { ...this.now, pendingEmail: email };
      return {} as never;
    });
    api.on('account.changePassword', ({ current, password, confirmation }) => {
      const rules = api.viewerNow.policy.identity.passwords!;
      if (this.now.hasPassword && current !== this.password) throw new Failure('password_wrong');
      const problem = passwordProblem(rules, password, confirmation);
      if (problem !== null) throw new Failure(problem);
      if (password === 'password1234') throw new Failure('password_common');
      this.password = password;
      this.now = { ...this.now, hasPassword: true, mustChangePassword: false };
      this.sessions = this.sessions.filter(({ isCurrent }) => isCurrent);
      api.viewerNow = { ...api.viewerNow, mustChangePassword: false };
      return {} as never;
    });
    api.on('account.confirmIdentity', ({ password }) => {
      if (password !== this.password) throw new Failure('password_wrong');
      this.isStale = false;
      return {} as never;
    });
    api.on('providers.prepareConnecting', ({ providerId }) => {
      this.assertFresh();
      return { providerId: providerId as ProviderId };
    });
    api.on('providers.disconnect', ({ providerId }) => {
      if (this.now.connections.length === 1 && !this.now.hasPassword) throw new Failure('connection_is_last');
      this.now = {
        ...this.now,
        connections: this.now.connections.filter((one) => one.providerId !== providerId),
      };
      return {} as never;
    });
    api.on('signIn.signOut', () => ({}) as never);
    api.on('signIn.requestLink', () => ({}) as never);
  }

  #answerSessions(): void {
    const api = this.#api;
    api.on('sessions.list', () => this.sessions);
    api.on('sessions.end', ({ sessionId }) => {
      if (!this.sessions.some(({ id }) => id === sessionId)) throw new Failure('session_not_found');
      this.sessions = this.sessions.filter(({ id }) => id !== sessionId);
      return { id: sessionId as SessionId };
    });
    api.on('sessions.endOthers', () => {
      const ended = this.sessions.length - 1;
      this.sessions = this.sessions.filter(({ isCurrent }) => isCurrent);
      return { ended };
    });
    api.on('activity.own', () => this.signIns);
  }
}
