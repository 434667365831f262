// What the elements of the account ask for beside calls by path. Answered in answers.ts; classes only.
import { Intent } from '../intents.ts';

/** Asks to sign the viewer out, here or everywhere. */
export class SignOutIntent extends Intent {
  static readonly type = 'ua-sign-out';
  readonly everywhere: boolean;

  constructor(everywhere: boolean) {
    super(SignOutIntent.type);
    this.everywhere = everywhere;
  }
}
