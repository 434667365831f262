// How other people sign in, in memory and with the real decisions. Never part of a build.
import type { MemberActivity } from '../../shared/activity/activity.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { Action } from '../../shared/policy/can.ts';
import { passwordProblem } from '../../shared/passwords/rules.ts';
import type { Session } from '../../shared/sessions/session.ts';
import { Failure } from '../failure.ts';
import { may } from '../may.ts';
import { rightsOf } from '../rights.ts';
import { aSession, someSignIns } from './memory-account.ts';
import type { MemoryApi } from './memory-api.ts';

type OnMember = Extract<
  Action,
  'member.view-activity' | 'member.end-sessions' | 'member.reset-password' | 'member.change-email'
>;

/** What the server knows of everybody's sign-ins: the same for each person, until a test says otherwise. */
export class MemoryPeople {
  activity: MemberActivity;
  sessions: readonly Session[];
  readonly #api: MemoryApi;

  constructor(api: MemoryApi, now: number) {
    this.#api = api;
    this.activity = {
      lastSignInAt: now - 3 * 60_000,
      last7Days: 4,
      last30Days: 17,
      last365Days: 1204,
      recent: someSignIns(now),
    };
    this.sessions = [1, 2].map((number) => aSession(number, now));
    this.#answer();
  }

  #require(action: OnMember, memberId: string): void {
    const member = this.#api.people.find(({ id }) => id === (memberId as MemberId));
    if (member === undefined) throw new Failure('member_not_found');
    const rights = rightsOf(this.#api.viewerNow);
    const decision = may(rights, action, { member: rights.target(member) });
    if (!decision.allowed) throw new Failure(decision.reason);
  }

  #answer(): void {
    const api = this.#api;
    api.on('activity.member', ({ memberId }) => {
      this.#require('member.view-activity', memberId);
      return this.activity;
    });
    api.on('sessions.ofMember', ({ memberId }) => {
      this.#require('member.end-sessions', memberId);
      return this.sessions;
    });
    api.on('sessions.endOfMember', ({ memberId, sessionId }) => {
      this.#require('member.end-sessions', memberId);
      this.sessions = sessionId === undefined ? [] : this.sessions.filter(({ id }) => id !== sessionId);
      return { id: memberId as MemberId };
    });
    api.on('members.resetPassword', ({ memberId, password, confirmation }) => {
      this.#require('member.reset-password', memberId);
      const problem = passwordProblem(api.viewerNow.policy.identity.passwords!, password, confirmation);
      if (problem !== null) throw new Failure(problem);
      if (password === 'password1234') throw new Failure('password_common');
      this.sessions = [];
      return {} as never;
    });
    api.on('members.changeEmail', ({ memberId, email }) => {
      this.#require('member.change-email', memberId);
      if (!email.includes('@')) throw new Failure('email_invalid');
      return {} as never;
    });
  }
}
