// The wire of one's own account, and of how others sign in. Only zod; only the server imports it as a value.
import { z } from 'zod';
import { LANGUAGES } from '../accounts/account.ts';
import type { MemberId, ProviderId, SessionId } from '../ids.ts';
import { Version, id, mutation } from './base.ts';
import { LinkToken } from './invitations.ts';
import { PasswordInput } from './sign-in.ts';

/** Changes what describes the person; what is left out stays. */
export const ChangeProfile = mutation({
  name: z.string().max(2000).optional(),
  username: z.string().max(200).optional(),
  language: z.enum(LANGUAGES).nullable().optional(),
  version: Version,
});
export type ChangeProfile = z.infer<typeof ChangeProfile>;

/** Sets or changes the own password; the current one is needed where there is one. */
export const ChangePassword = mutation({
  current: PasswordInput.optional(),
  password: PasswordInput,
  confirmation: PasswordInput,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

/** Asks for another address; the link to confirm goes to the new one. */
export const ChangeEmail = mutation({ email: z.string().max(400) });
export type ChangeEmail = z.infer<typeof ChangeEmail>;

export const ConfirmEmail = z.strictObject({ token: LinkToken });
export type ConfirmEmail = z.infer<typeof ConfirmEmail>;

/** Proves again who one is, for the most sensitive acts. */
export const ConfirmIdentity = z.strictObject({ password: PasswordInput });
export type ConfirmIdentity = z.infer<typeof ConfirmIdentity>;

export const EndSession = mutation({ sessionId: id<SessionId>() });
export type EndSession = z.infer<typeof EndSession>;
/** Ends all own sessions but the one that asks. */
export const EndOtherSessions = mutation({});
export type EndOtherSessions = z.infer<typeof EndOtherSessions>;

export const Disconnect = mutation({ providerId: id<ProviderId>() });
export type Disconnect = z.infer<typeof Disconnect>;

/** Asks whether the browser may set out to connect a provider now. */
export const PrepareConnecting = z.strictObject({ providerId: id<ProviderId>() });
export type PrepareConnecting = z.infer<typeof PrepareConnecting>;

/** Looks at how one member signs in. */
export const ReadMember = z.strictObject({ memberId: id<MemberId>() });
export type ReadMember = z.infer<typeof ReadMember>;

/** An administrator gives somebody a password; they must choose their own at the next sign-in. */
export const ResetMemberPassword = mutation({
  memberId: id<MemberId>(),
  password: PasswordInput,
  confirmation: PasswordInput,
});
export type ResetMemberPassword = z.infer<typeof ResetMemberPassword>;

export const ChangeMemberEmail = mutation({ memberId: id<MemberId>(), email: z.string().max(400) });
export type ChangeMemberEmail = z.infer<typeof ChangeMemberEmail>;

/** Ends one session of a member, or all. */
export const EndMemberSessions = mutation({
  memberId: id<MemberId>(),
  sessionId: id<SessionId>().optional(),
});
export type EndMemberSessions = z.infer<typeof EndMemberSessions>;
