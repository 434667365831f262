// The public events around accounts. Classes only; nothing here acts, and no address or password is in them.
import type { MemberId } from '../../shared/ids.ts';
import { FactEvent, VetoEvent } from '../events.ts';

/** The viewer changed name, username or language. */
export class ProfileChangedEvent extends FactEvent {
  static readonly type = 'ua-profile-changed';
  constructor() {
    super(ProfileChangedEvent.type);
  }
}

/** The viewer signed out; the page should take them elsewhere. */
export class SignedOutEvent extends FactEvent {
  static readonly type = 'ua-signed-out';
  constructor() {
    super(SignedOutEvent.type);
  }
}

/** A member's password was reset by the viewer. */
export class MemberPasswordResetEvent extends FactEvent {
  static readonly type = 'ua-member-password-reset';
  readonly memberId: MemberId;
  constructor(memberId: MemberId) {
    super(MemberPasswordResetEvent.type);
    this.memberId = memberId;
  }
}

/**
 * Something needs a recent proof of who the viewer is, and they came by the page's own token. Cancel by `waitUntil` with a promise
 * that is kept once they have proved it: then the token is fetched again and what was wanted is done after all.
 */
export class FreshSignInRequiredEvent extends VetoEvent {
  static readonly type = 'ua-fresh-sign-in-required';
  #proof: Promise<unknown> | undefined;

  constructor() {
    super(FreshSignInRequiredEvent.type);
  }

  /** Takes the matter over; rejected, the refusal stands. */
  waitUntil(proof: Promise<unknown>): void {
    this.#proof = proof;
    this.preventDefault();
  }

  /** @internal What the page promised; undefined where it did not take the matter over. */
  get proof(): Promise<unknown> | undefined {
    return this.#proof;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ua-profile-changed': ProfileChangedEvent;
    'ua-signed-out': SignedOutEvent;
    'ua-member-password-reset': MemberPasswordResetEvent;
    'ua-fresh-sign-in-required': FreshSignInRequiredEvent;
  }
}
