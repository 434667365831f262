// Performs the changes that the elements of members ask for, and tells the page what happened. Only calls the server; shows nothing.
import type { Member } from '../../shared/members/member.ts';
import { guardOf } from '../../shared/policy/compile.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import {
  MemberDeactivatedEvent,
  MemberReactivatedEvent,
  MemberRemovedEvent,
  MemberRoleChangedEvent,
  WorkspaceLeftEvent,
} from './events.ts';
import { CALL_ROOM } from '../calls.ts';
import { NeedFilesIntent } from '../files/people-files.ts';
import { fetched } from '../failure.ts';
import { noteOf } from '../ui/note-field.ts';
import type { Answers, Desk } from '../room.ts';
import {
  ChangeManyMembersIntent,
  ChangeRoleIntent,
  DeactivateMemberIntent,
  LeaveWorkspaceIntent,
  NeedPersonIntent,
  ReactivateMemberIntent,
  RemoveMemberIntent,
} from './change-intents.ts';

/** The answers to the intents that change members. */
export const CHANGE_ANSWERS: Answers = {
  [ChangeRoleIntent.type]: ({ member, roles, key }: ChangeRoleIntent, desk) =>
    tellAfter(
      desk,
      member,
      desk.write('members.changeRole', { ...named(member), roles: [...roles] }, { idempotencyKey: key }),
      (changed) => new MemberRoleChangedEvent(changed),
    ),
  [DeactivateMemberIntent.type]: ({ member, note, key }: DeactivateMemberIntent, desk) =>
    tellAfter(
      desk,
      member,
      desk.write('members.deactivate', { ...named(member), ...noteOf(note) }, { idempotencyKey: key }),
      (changed) => new MemberDeactivatedEvent(changed),
    ),
  [ReactivateMemberIntent.type]: ({ member, key }: ReactivateMemberIntent, desk) =>
    tellAfter(
      desk,
      member,
      desk.write('members.reactivate', named(member), { idempotencyKey: key }),
      (changed) => new MemberReactivatedEvent(changed),
    ),
  [NeedPersonIntent.type]: openPerson,
  [NeedFilesIntent.type]: openFiles,
  [RemoveMemberIntent.type]: removeMember,
  [LeaveWorkspaceIntent.type]: async ({ key }: LeaveWorkspaceIntent, desk) => {
    const version = desk.rights.viewer.memberVersion ?? 0;
    await desk.write('members.leave', { version }, { idempotencyKey: key });
    desk.tell(new WorkspaceLeftEvent());
    desk.touch('viewer');
  },
  [ChangeManyMembersIntent.type]: async (intent: ChangeManyMembersIntent, desk) => {
    const { selection, change, signal, note, whole, key } = intent;
    const step = await desk.write(
      'members.changeMany',
      { selection, change, ...noteOf(note) },
      { signal, idempotencyKey: key, ...(whole !== undefined && { whole }) },
    );
    if (step.next === null) desk.touch('viewer');
    return step;
  },
};

function named({ id, version }: Member) {
  return { memberId: id, version };
}

async function tellAfter(
  desk: Desk,
  before: Member,
  change: Promise<Member>,
  fact: (changed: Member) => MemberRoleChangedEvent,
): Promise<Member> {
  const changed = await change;
  desk.tell(fact(changed));
  touchGuard(desk, [...before.roles, ...changed.roles]);
  return changed;
}

const loadPerson = () => import('../person/room.ts');
const loadFiles = () => import('../files/room.ts');

async function openPerson(_intent: NeedPersonIntent, { furnish }: Desk): Promise<void> {
  const { PERSON_ROOM } = await fetched(loadPerson);
  furnish(CALL_ROOM);
  furnish(PERSON_ROOM);
}

async function openFiles(_intent: NeedFilesIntent, { furnish }: Desk): Promise<void> {
  const { FILE_ROOM } = await fetched(loadFiles);
  furnish(CALL_ROOM);
  furnish(FILE_ROOM);
}

/** How many are in charge is part of every decision, so it is asked for again whenever one of them may have changed. */
export function touchGuard({ rights, touch }: Desk, roles: readonly RoleKey[]): void {
  if (roles.some((role) => guardOf(rights.policy).includes(role))) touch('viewer');
}

async function removeMember({ member, note, key }: RemoveMemberIntent, desk: Desk): Promise<boolean> {
  await desk.write('members.remove', { ...named(member), ...noteOf(note) }, { idempotencyKey: key });
  desk.tell(new MemberRemovedEvent(member.id));
  touchGuard(desk, member.roles);
  return true;
}
