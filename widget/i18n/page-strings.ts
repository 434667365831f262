// The sentences of a person's page. Apart, because it is loaded when somebody is looked at closely. English.
import { table } from './table.ts';

/** The texts by what they say. */
export const pageStrings = table('pageStrings', {
  back: 'People',
  more: 'More',
  moreFor: (name: string) => `More for ${name}`,
  gone: 'This person is not here',
  goneText: 'They may have left, or the link is for another workspace.',
  details: 'Details',
  joined: 'Joined',
  unknown: 'Not given',
  fromProvider: 'From the identity provider',
  trail: 'Changes',
  trailHint: 'What was done to this person, the newest first.',
  noTrail: 'Nothing was recorded yet.',
  wholeTrail: 'Open in the trail',
} as const);
