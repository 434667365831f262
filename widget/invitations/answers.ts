// Performs what the elements of invitations ask for, and tells the page what happened. Only calls the server; shows nothing.
import type { Invitation, InvitationChanged, InvitationResult } from '../../shared/invitations/invitation.ts';
import { InvitationCreatedEvent, InvitationResentEvent, InvitationRevokedEvent } from './events.ts';
import { CALL_ROOM } from '../calls.ts';
import { fetched } from '../failure.ts';
import { newKey } from '../new-key.ts';
import type { Answers, Desk } from '../room.ts';
import { noteOf } from '../ui/note-field.ts';
import {
  ChangeInvitationsIntent,
  CopyInvitationLinkIntent,
  CreateInvitationsIntent,
  KeepInviteDraftIntent,
  ListInvitationsIntent,
  NeedDiagnosisIntent,
  ResendInvitationIntent,
  RevokeInvitationIntent,
} from './intents.ts';
import { draftPlaceOf } from './invite-draft.ts';

/** The answers to the intents of invitations. */
export const INVITATION_ANSWERS: Answers = {
  [CreateInvitationsIntent.type]: createInvitations,
  [KeepInviteDraftIntent.type]: async (_intent: KeepInviteDraftIntent, { api }) => draftPlaceOf(api),
  [ListInvitationsIntent.type]: ({ input, signal }: ListInvitationsIntent, { api }) =>
    api.read('invitations.list', input, { signal }),
  [ResendInvitationIntent.type]: async ({ invitation, key }: ResendInvitationIntent, desk) => {
    const answer = await desk.write('invitations.resend', named(invitation), { idempotencyKey: key });
    desk.tell(new InvitationResentEvent(invitation.id));
    return answer;
  },
  [RevokeInvitationIntent.type]: async ({ invitation, key }: RevokeInvitationIntent, desk) => {
    const revoked = await desk.write('invitations.revoke', named(invitation), { idempotencyKey: key });
    desk.tell(new InvitationRevokedEvent(invitation.id));
    return revoked;
  },
  [ChangeInvitationsIntent.type]: changeInvitations,
  [CopyInvitationLinkIntent.type]: async ({ invitationId, key }: CopyInvitationLinkIntent, desk) =>
    (await desk.write('invitations.link', { invitationId }, { idempotencyKey: key })).link,
  [NeedDiagnosisIntent.type]: openDiagnosis,
};

const loadDiagnosis = () => Promise.all([import('../person/room.ts'), import('../person/page-room.ts')]);

async function openDiagnosis(_intent: NeedDiagnosisIntent, { furnish }: Desk): Promise<void> {
  const [{ PERSON_ROOM }, { PAGE_ROOM }] = await fetched(loadDiagnosis);
  for (const room of [CALL_ROOM, PERSON_ROOM, PAGE_ROOM]) furnish(room);
}

function named({ id, version }: Pick<Invitation, 'id' | 'version'>) {
  return { invitationId: id, version };
}

/** The most invitations of one request. */
const MOST = 200;

async function changeInvitations(
  { ids, action, note, key, signal, onPart }: ChangeInvitationsIntent,
  desk: Desk,
): Promise<readonly InvitationChanged[]> {
  const all: InvitationChanged[] = [];
  for (let start = 0; start < ids.length; start += MOST) {
    const given = { invitationIds: ids.slice(start, start + MOST), action, ...noteOf(note) };
    // One wish in several requests: each has a key of its own.
    const isFirst = start === 0;
    const options = { signal, idempotencyKey: isFirst ? key : newKey(), whole: isFirst ? ids.length : 0 };
    const { results } = await desk.write('invitations.changeMany', given, options);
    for (const { invitationId, refused } of results)
      if (refused === undefined)
        desk.tell(
          action === 'resend'
            ? new InvitationResentEvent(invitationId)
            : new InvitationRevokedEvent(invitationId),
        );
    all.push(...results);
    onPart(results);
  }
  return all;
}

/** The most addresses of one request: a longer list is sent in parts, so that one sees how far it is and can stop. */
const MOST_ADDRESSES = 500;

async function createInvitations(
  { form, signal, key, onPart }: CreateInvitationsIntent,
  desk: Desk,
): Promise<readonly InvitationResult[]> {
  const { count, places, addresses, ...input } = form;
  const pieces = addresses.split('\n');
  const all: InvitationResult[] = [];
  try {
    for (let start = 0; start < pieces.length; start += MOST_ADDRESSES) {
      const given = {
        ...input,
        addresses: pieces.slice(start, start + MOST_ADDRESSES).join('\n'),
        roles: [...input.roles],
        ...(places !== undefined && { places: [...places] }),
      };
      const isFirst = start === 0;
      const { results } = await desk.write('invitations.create', given, {
        signal,
        idempotencyKey: isFirst ? key : newKey(),
        whole: isFirst ? count : 0,
      });
      all.push(...results);
      onPart(results);
    }
    return all;
  } finally {
    // Also of a list that was stopped half-way: what was done is done.
    const ids = all.flatMap(({ outcome, invitationId }) =>
      outcome === 'invited' && invitationId !== undefined ? [invitationId] : [],
    );
    if (ids.length > 0) desk.tell(new InvitationCreatedEvent(ids, input.roles));
    if (all.length > 0) desk.touch('invitations');
  }
}
