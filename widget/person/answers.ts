// Makes accounts, saves what was changed about people, sees them out, and tells the page what happened. Only calls the server; shows nothing.
import type { Offboarded } from '../../shared/members/offboarding.ts';
import { touchGuard } from '../members/answers.ts';
import {
  MemberChangedEvent,
  MemberCreatedEvent,
  MemberDeactivatedEvent,
  MemberReactivatedEvent,
  MemberRemovedEvent,
  MemberRoleChangedEvent,
} from '../members/events.ts';
import { InvitationCreatedEvent } from '../invitations/events.ts';
import { MemberResourcesChangedEvent } from '../resources/events.ts';
import type { Answers, Desk } from '../room.ts';
import { CreatePersonIntent, OffboardIntent, SavePersonIntent } from './intents.ts';

/** The answers to what the form about a person and the dialog of seeing them out ask for. */
export const PERSON_ANSWERS: Answers = {
  [CreatePersonIntent.type]: async ({ given, key }: CreatePersonIntent, desk) => {
    const made = await desk.write('members.create', given, { idempotencyKey: key });
    if (made.made === 'account') {
      desk.tell(new MemberCreatedEvent(made.member));
      touch(desk, made.member.roles);
    } else {
      const { invitationId } = made.invitation;
      if (invitationId !== undefined) desk.tell(new InvitationCreatedEvent([invitationId], given.roles));
      desk.touch('invitations');
    }
    return made;
  },
  [SavePersonIntent.type]: async ({ before, changes, key }: SavePersonIntent, desk) => {
    const wish = { memberId: before.id, version: before.version, ...changes };
    const saved = await desk.write('members.update', wish, { idempotencyKey: key });
    desk.tell(new MemberChangedEvent(saved));
    // Whoever listens for these hears of them, whichever way they came about.
    if (changes.roles !== undefined) desk.tell(new MemberRoleChangedEvent(saved));
    if (changes.isActive === false) desk.tell(new MemberDeactivatedEvent(saved));
    if (changes.isActive === true) desk.tell(new MemberReactivatedEvent(saved));
    for (const { kind } of changes.resources ?? []) desk.tell(new MemberResourcesChangedEvent(saved, kind));
    touch(desk, [...before.roles, ...saved.roles], before.id === desk.rights.viewer.memberId);
    return saved;
  },
  [OffboardIntent.type]: offboard,
};

async function offboard({ member, given, key }: OffboardIntent, desk: Desk): Promise<Offboarded> {
  const wish = { memberId: member.id, version: member.version, ...given };
  const done = await desk.write('members.offboard', wish, { idempotencyKey: key });
  if (done.member === null) desk.tell(new MemberRemovedEvent(member.id));
  else if (member.status === 'active') desk.tell(new MemberDeactivatedEvent(done.member));
  touch(desk, member.roles);
  if (done.invitations > 0) desk.touch('invitations');
  return done;
}

function touch(desk: Desk, roles: readonly string[], isSelf = false): void {
  desk.touch('members', ...(isSelf ? (['viewer'] as const) : []));
  if (!isSelf) touchGuard(desk, roles);
}
