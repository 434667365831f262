// The procedures of signing in: validate, call the use-case. Whoever is nobody yet may call them, from our own pages.
import {
  ReadSignInOffer,
  RequestLink,
  ResetPassword,
  SetUp,
  SignInWithLink,
  SignInWithPassword,
  SignOut,
} from '../../shared/contract/sign-in.ts';
import { linkProcedure, router } from '../trpc/init.ts';
import { signInWithLink } from './link.ts';
import { readSignInOffer } from './offer.ts';
import { signInWithPassword } from './password.ts';
import { requestLink } from './request-link.ts';
import { resetPassword } from './reset.ts';
import { setUp } from './set-up.ts';
import { signOut } from './sign-out.ts';

/** The procedures under `signIn`. */
export const signInRouter = router({
  offer: linkProcedure.input(ReadSignInOffer).query(({ ctx, input }) => readSignInOffer(ctx, input)),
  requestLink: linkProcedure.input(RequestLink).mutation(({ ctx, input }) => requestLink(ctx, input)),
  password: linkProcedure
    .input(SignInWithPassword)
    .mutation(({ ctx, input }) => signInWithPassword(ctx, input)),
  link: linkProcedure.input(SignInWithLink).mutation(({ ctx, input }) => signInWithLink(ctx, input)),
  reset: linkProcedure.input(ResetPassword).mutation(({ ctx, input }) => resetPassword(ctx, input)),
  signOut: linkProcedure.input(SignOut).mutation(({ ctx, input }) => signOut(ctx, input)),
  setUp: linkProcedure.input(SetUp).mutation(({ ctx, input }) => setUp(ctx, input)),
});
