// The public event of signing in. A class only; nothing here acts.
import { VetoEvent } from '../events.ts';

/** Somebody has signed in. Cancel it to go on in your own way; else the browser goes to `to`, where there is one. */
export class SignedInEvent extends VetoEvent {
  static readonly type = 'ua-signed-in';
  /** Where the server lets the browser go; null where the page named no place that it takes. */
  readonly to: string | null;
  /** Whether a new password has to be chosen before anything else; `<user-admin>` asks for it. */
  readonly mustChangePassword: boolean;

  constructor(to: string | null, mustChangePassword: boolean) {
    super(SignedInEvent.type);
    this.to = to;
    this.mustChangePassword = mustChangePassword;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ua-signed-in': SignedInEvent;
  }
}
