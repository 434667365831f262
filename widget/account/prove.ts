// Gets a fresh proof of who the viewer is: from themselves where they are signed in here, else from the page that vouches for them.
import { CALL_ROOM } from '../calls.ts';
import type { Rights } from '../rights.ts';
import type { Room } from '../room.ts';
import { FreshSignInRequiredEvent } from './events.ts';
import { ACCOUNT_ROOM } from './room.ts';
import type { StepUpElement } from './step-up.ts';

/** What a proof is asked with. */
export interface ProofTools {
  /** The element that tells the page. */
  readonly host: HTMLElement;
  /** Where the question goes. */
  readonly frame: Element;
  readonly rights: Rights;
  /** Aborted when somebody else is asking than the one who has to prove it. */
  readonly session: AbortSignal;
  readonly endpoint: string;
  /** Opens a room whose code has just come. */
  readonly furnish: (room: Room) => void;
  /** Has the token fetched again at the next call. */
  readonly forgetToken: () => void;
}

/** Whether there is a fresh proof now, so that what was refused can be asked for again. */
export async function prove(tools: ProofTools): Promise<boolean> {
  return tools.rights.viewer.isSignedIn ? askViewer(tools) : askPage(tools);
}

async function askViewer({ frame, rights, session, endpoint, furnish }: ProofTools): Promise<boolean> {
  furnish(CALL_ROOM);
  furnish(ACCOUNT_ROOM);
  const asking: StepUpElement = document.createElement('ua-step-up');
  Object.assign(asking, { rights, endpoint });
  session.addEventListener('abort', () => asking.remove(), { once: true });
  frame.append(asking);
  const isProved = await asking.prove();
  // Closed first, because closing gives the focus back.
  await asking.closed();
  asking.remove();
  return isProved;
}

async function askPage({ host, forgetToken }: ProofTools): Promise<boolean> {
  const event = new FreshSignInRequiredEvent();
  host.dispatchEvent(event);
  if (event.proof === undefined) return false;
  try {
    await event.proof;
  } catch {
    // The page could not get one, so the refusal stands and says what is missing.
    return false;
  }
  forgetToken();
  return true;
}
