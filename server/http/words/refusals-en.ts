// The refusals of pages in English: the sentences of the one table, and more words where a page has room for them.
import { ERRORS } from '../../../shared/errors.ts';
import type { PageCode, Refusals } from './refusals.ts';
import { PAGE_CODES } from './refusals.ts';

/** Titles of their own, for what ends a way. */
const TITLES: Partial<Record<PageCode, string>> = {
  link_invalid: 'This link does not work',
  link_expired: 'This invitation has expired',
  link_used: 'This invitation has been answered',
  link_replaced: 'There is a newer link',
  invitation_revoked: 'This invitation was withdrawn',
  inviter_may_not: 'This invitation is no longer valid',
  actor_deactivated: 'Your access is switched off',
  workspace_archived: 'This workspace is archived',
  provider_unreachable: 'The sign-in could not be reached',
  provider_refused: 'You were not signed in',
  provider_person_unknown: 'Connect this sign-in first',
  provider_person_refused: 'You were not signed in',
  rate_limited: 'A little later, please',
  busy: 'One moment, please',
};

/** Sentences for which the table has no room. */
const TEXTS: Partial<Record<PageCode, string>> = {
  link_invalid:
    'Perhaps a part of it is missing. Copy the whole link from your invitation, or ask for a new one.',
  link_expired: 'Ask for a new invitation.',
  link_used: 'Each link works once. If it was you who accepted, you are in already.',
  invitation_revoked: 'Ask whoever invited you.',
  changed_meanwhile: 'Somebody else changed this in the meantime. Reload the page.',
  workspace_archived: 'Nobody can join it at the moment. Ask whoever invited you.',
};

/** English. */
export const refusalsEn = Object.fromEntries(
  PAGE_CODES.map((code) => [
    code,
    { ...(TITLES[code] && { title: TITLES[code] }), text: TEXTS[code] ?? ERRORS[code].text },
  ]),
) as Refusals;
