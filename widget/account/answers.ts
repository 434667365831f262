// Performs what the account asks for beside calls by path. Only calls the server; shows nothing.
import { Failure } from '../failure.ts';
import type { Answers } from '../room.ts';
import { SignedOutEvent } from './events.ts';
import { SignOutIntent } from './intents.ts';

/** The answers to the intents of the account. */
export const ACCOUNT_ANSWERS: Answers = {
  [SignOutIntent.type]: async ({ everywhere }: SignOutIntent, { api, tell }) => {
    await api.send('signIn.signOut', { everywhere });
    tell(new SignedOutEvent());
    // Nothing of the viewer may stay on the screen, and nobody is signed in any more.
    throw new Failure('not_signed_in');
  },
};
