// <user-admin-sign-in> on a server in memory. Never part of a build.
import type { SignInOffer } from '../../shared/accounts/account.ts';
import type { ProviderId } from '../../shared/ids.ts';
import type { Calls } from '../client/api.ts';
import { Failure } from '../failure.ts';
import { register } from '../register.ts';
import { UserAdminSignInElement } from '../user-admin-sign-in.ts';
import type { MemoryApi } from './memory-api.ts';

/** The one password that is right. */
export const RIGHT = 'old horse staple';

/** What is offered: everything, the password first. */
export function anOffer(over: Partial<SignInOffer> = {}): SignInOffer {
  return {
    workspace: null,
    ways: ['password', 'link', 'provider'],
    hasUsername: true,
    hasMail: true,
    providers: [
      {
        id: 'provider-acme' as ProviderId,
        name: 'Acme Login',
        href: '/people/sign-in/provider/provider-acme',
      },
    ],
    ...over,
  };
}

/** Has `api` answer what signing in asks for. */
export function offerSignIn(api: MemoryApi, offer: SignInOffer): void {
  api.on('signIn.offer', () => offer);
  api.on('signIn.requestLink', () => ({}));
  api.on('signIn.password', ({ password, to }) => {
    if (password !== RIGHT) throw new Failure('sign_in_failed');
    return { to: to ?? null, mustChangePassword: false };
  });
}

/** The element with its server in memory; it goes nowhere and notes where it would. */
export class MemorySignInElement extends UserAdminSignInElement {
  /** The server that is asked. */
  calls: Calls | undefined;
  /** Where the browser would have gone. */
  readonly gone: string[] = [];

  protected override connectCalls(): Calls {
    return this.calls!;
  }

  protected override goTo(address: string): void {
    this.gone.push(address);
  }
}

register({ 'memory-sign-in': MemorySignInElement });
