// What the page is told after a change that no room tells itself, by the procedure that made it.
import type { MemberId } from '../../shared/ids.ts';
import type { MemberOutcome } from '../../shared/members/member.ts';
import type { Given, Output, WishPath } from '../calls.ts';
import type { FactEvent } from '../events.ts';
import {
  MemberDeactivatedEvent,
  MemberReactivatedEvent,
  MemberRemovedEvent,
  MemberRoleChangedEvent,
} from '../members/events.ts';
import { PermissionsChangedEvent } from '../permissions/events.ts';
import { MemberResourcesChangedEvent } from '../resources/events.ts';
import { isSetting } from './before.ts';
import {
  MembersExportedEvent,
  MembersImportedEvent,
  PermissionsRepairedEvent,
  ReviewChangedEvent,
  SessionsEndedEvent,
  SettingsChangedEvent,
  SignInChangedEvent,
} from './events.ts';

type Facts = {
  readonly [P in WishPath]?: (answer: Output<P>, given: Given<P>, path: P) => readonly FactEvent[];
};

const settings = (_answer: unknown, _given: unknown, path: WishPath) => [new SettingsChangedEvent(path)];
const signIn = (_answer: unknown, _given: unknown, path: string) => [new SignInChangedEvent(path)];
const ownSessions = () => [new SessionsEndedEvent(null)];

const FACTS: Facts = {
  'members.changeMany': ({ results }, { change }) =>
    (results as readonly MemberOutcome[]).flatMap((outcome) => outcomeFacts(change, outcome)),
  'members.import': ({ results }, { mode }) => {
    const count = (wanted: string) => results.filter(({ verdict }) => verdict === wanted).length;
    return mode === 'apply' ? [new MembersImportedEvent(count('new'), count('changes'), count('error'))] : [];
  },
  'members.export': ({ next }) => (next === null ? [new MembersExportedEvent()] : []),
  'permissions.save': ({ results }, { kind }) => {
    const saved = results.flatMap(({ refused, row }) =>
      refused === undefined && row !== undefined ? [row] : [],
    );
    return saved.length === 0 ? [] : [new PermissionsChangedEvent(kind, saved)];
  },
  'permissions.repair': (_answer, { kind }) => [new PermissionsRepairedEvent(kind)],
  'reviews.start': ({ id }) => [new ReviewChangedEvent('started', id)],
  'reviews.decide': ({ results }, { reviewId }) => {
    const done = results.flatMap(({ memberId, refused }) => (refused === undefined ? [memberId] : []));
    return done.length === 0 ? [] : [new ReviewChangedEvent('decided', reviewId, done)];
  },
  'reviews.close': (_answer, { reviewId }) => [new ReviewChangedEvent('closed', reviewId)],
  'sessions.end': ownSessions,
  'sessions.endOthers': ownSessions,
  'sessions.endOfMember': (_answer, { memberId }) => [new SessionsEndedEvent(memberId as MemberId)],
  'account.changePassword': signIn,
  'providers.disconnect': signIn,
  'providers.proveDomain': settings,
};

/** What the page is told once the server has answered `path`, beside what the room tells. */
export function factsOf<P extends WishPath>(
  path: P,
  given: Given<P>,
  answer: Output<P>,
): readonly FactEvent[] {
  return (
    (FACTS as Facts)[path]?.(answer, given, path) ?? (isSetting(path) ? settings(answer, given, path) : [])
  );
}

function outcomeFacts(
  change: Given<'members.changeMany'>['change'],
  { member, memberId, refused }: MemberOutcome,
): readonly FactEvent[] {
  if (refused !== undefined) return [];
  if (change.action === 'member.remove') return [new MemberRemovedEvent(memberId)];
  if (change.action === 'member.end-sessions') return [new SessionsEndedEvent(memberId)];
  if (member === undefined) return [];
  if (change.action === 'member.change-role') return [new MemberRoleChangedEvent(member)];
  if (change.action === 'member.deactivate') return [new MemberDeactivatedEvent(member)];
  if (change.action === 'member.reactivate') return [new MemberReactivatedEvent(member)];
  return [new MemberResourcesChangedEvent(member, change.kind)];
}
