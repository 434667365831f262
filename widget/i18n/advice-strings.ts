// What whoever manages people is advised before they end somebody's access. Apart, because it is loaded with the actions. English.
import { formatNumber } from './format.ts';
import { table } from './table.ts';

/** The texts by what they say. */
export const adviceStrings = table('adviceStrings', {
  lost: (names: string) =>
    `This cannot be undone. The role, everything assigned and the activity of ${names} here are deleted. If this is their only workspace, their account goes too. What they did stays in the audit trail.`,
  them: 'these people',
  retention:
    'Check first how long your rules ask you to keep records of people. What is removed cannot be brought back for an audit.',
  deactivateFirst:
    'Deactivating takes access away just as surely, and keeps role and history. Use it for leave, or whenever you are not certain.',
  deactivateInstead: 'Deactivate instead',
  deactivateKeeps:
    'Nothing is deleted: it is the right choice for leave, or for somebody who is away for a while.',
  removePromptly:
    'When somebody leaves, take their access away the same day. Every day it stays open is a risk.',
  away: (days: number) =>
    `These people have not been here for ${formatNumber(days)} days. Ask whether they still need access, and take it away from who has left: select them to deactivate several at once.`,
} as const);
