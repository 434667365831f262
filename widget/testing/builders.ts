// Believable viewers, workspaces and members for tests and the gallery. Never part of a build.
import type { AccountId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { REASONS } from '../i18n/reasons.ts';
import { takeReasons } from '../i18n/failure-strings.ts';

// Elements that are tested without their root find the sentences it would have fetched for them.
takeReasons(REASONS);

const FIRST = [
  'Amara',
  'Björn',
  'Chiara',
  'Dmitri',
  'Eszter',
  'Farid',
  'Grace',
  'Hiroshi',
  'Ingrid',
  'João',
  'Keiko',
  'Liam',
  'Mina',
  'Noor',
  'Olga',
  'Priya',
  'Quentin',
  'Rosa',
  'Samuel',
  'Tove',
];
const LAST = [
  'Okafor',
  'Lindqvist',
  'Rossi',
  'Volkov',
  'Nagy',
  'Haddad',
  'Adeyemi',
  'Tanaka',
  'Solberg',
  'Carvalho',
  'Mori',
  'Byrne',
  'Park',
  'Rahman',
  'Ivanova',
  'Nair',
  'Dubois',
  'Delgado',
  'Weiss',
  'Berg',
];

/** A fixed moment that tests call now: 1 June 2026, noon UTC. */
export const NOW = Date.UTC(2026, 5, 1, 12);
const DAY = 86_400_000;

/** The workspace of the tests. */
export const WORKSPACE = 'workspace-1' as WorkspaceId;

/** The id of the member with this number. */
export function memberId(number: number): MemberId {
  return `member-${String(number).padStart(6, '0')}` as MemberId;
}

/** A member by number; the same number gives the same person. */
export function aMember(number: number, over: Partial<Member> = {}): Member {
  const first = FIRST[number % FIRST.length]!;
  const last = LAST[(number * 7 + Math.floor(number / FIRST.length)) % LAST.length]!;
  const name = number < 400 ? `${first} ${last}` : `${first} ${last} ${number}`;
  const mailbox = `${first}.${last}${number < 400 ? '' : number}`
    .normalize('NFD')
    .replace(/[^A-Za-z.0-9]/g, '')
    .toLowerCase();
  return {
    id: memberId(number),
    name,
    email: `${mailbox}@example.org`,
    roles: ['member'],
    status: number % 9 === 8 ? 'deactivated' : 'active',
    source: 'local',
    lastSignInAt: number % 6 === 5 ? null : NOW - ((number * 37) % 90) * DAY - number * 61_000,
    createdAt: NOW - 400 * DAY,
    version: 1,
    ...over,
  };
}

/** A viewer with `roles` under `policy`; it is member number 0. */
export function aViewer(
  policy: Policy = tables,
  roles: readonly string[] = ['owner'],
  over: Partial<Viewer> = {},
): Viewer {
  const self = aMember(0);
  return {
    actor: { kind: 'member', id: self.id, workspace: WORKSPACE, roles, status: 'active' },
    memberId: self.id,
    accountId: 'account-000000' as AccountId,
    memberVersion: self.version,
    name: self.name,
    email: self.email,
    workspace: {
      id: WORKSPACE,
      name: 'Northwind',
      isArchived: false,
      createdAt: NOW - 500 * DAY,
      version: 1,
    },
    policy,
    inCharge: 2,
    hasMail: true,
    invitationHours: 24,
    isHome: false,
    external: { authentication: false, authorization: false },
    isSignedIn: false,
    mustChangePassword: false,
    ...over,
  };
}

/** `count` members under `policy`: number 0 is the viewer with `roles`, the rest are spread over the roles a person can have. */
export function someMembers(
  count: number,
  policy: Policy = tables,
  roles: readonly string[] = ['owner'],
): Member[] {
  const keys = policy.roles.filter((role) => role.isPublic !== true).map((role) => role.key);
  const canBeOff = policy.members.deactivation !== 'none';
  return Array.from({ length: count }, (_, number) => {
    if (number === 0) return aMember(0, { roles, status: 'active' });
    const role =
      number === 1
        ? keys[0]!
        : keys[Math.min(keys.length - 1, 1 + (((number * 5) % 7) % (keys.length - 1)))]!;
    const member = aMember(number, { roles: [role] });
    return canBeOff ? member : { ...member, status: 'active' };
  });
}
