// The wire of signing in. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { WorkspaceId } from '../ids.ts';
import { PASSWORD_LIMIT } from '../passwords/rules.ts';
import { id, text } from './base.ts';
import { LinkToken } from './invitations.ts';

/** An address or a username, as typed. */
const Login = text().min(1).max(400);
/** A password as typed: kept exactly, bounded before anything is computed from it. In units, of which a code point has at most two. */
export const PasswordInput = text()
  .min(1)
  .max(2 * PASSWORD_LIMIT);
/** Where to go afterwards: checked against our own origin and the application's before it is followed. */
const To = text().max(2000).optional();

export const ReadSignInOffer = z.strictObject({ workspaceId: id<WorkspaceId>().optional(), to: To });
export type ReadSignInOffer = z.infer<typeof ReadSignInOffer>;

/** Asks for a link to sign in, or to choose a new password; the answer is the same whoever asks. */
export const RequestLink = z.strictObject({
  kind: z.enum(['sign-in', 'reset']),
  login: Login,
  to: To,
});
export type RequestLink = z.infer<typeof RequestLink>;

export const SignInWithPassword = z.strictObject({ login: Login, password: PasswordInput, to: To });
export type SignInWithPassword = z.infer<typeof SignInWithPassword>;

export const SignInWithLink = z.strictObject({ token: LinkToken });
export type SignInWithLink = z.infer<typeof SignInWithLink>;

/** Chooses a new password with a reset link; both fields, so that a slip is noticed. */
export const ResetPassword = z.strictObject({
  token: LinkToken,
  password: PasswordInput,
  confirmation: PasswordInput,
});
export type ResetPassword = z.infer<typeof ResetPassword>;

/** Names the first owner and their workspace, with the link that the server printed at its first start. */
export const SetUp = z.strictObject({
  token: LinkToken,
  workspace: z.string().min(1).max(2000),
  email: z.string().max(400),
  name: z.string().max(2000).default(''),
  password: PasswordInput.optional(),
});
export type SetUp = z.infer<typeof SetUp>;

/** A mutation that names nothing more: the key keeps cross-site forms out. */
export const SignOut = z.strictObject({ everywhere: z.boolean().default(false) });
export type SignOut = z.infer<typeof SignOut>;
