// The wire of what holds for a whole deployment: mail, sessions, signing keys. Only zod; only the server imports it as a value.
import { z } from 'zod';
import { SESSION_MINUTES } from '../sessions/session.ts';
import { Version, mutation, text } from './base.ts';

const Given = {
  host: z.string().min(1).max(255),
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  from: text().min(3).max(400),
  user: text().max(400).default(''),
  /** Write-only. Left out, the stored one stays for the same host, port and user, over a connection no weaker; it goes where `user` is ''. */
  password: z.string().max(1000).optional(),
};

/** Refusals name the field in `details.field`: `input_invalid`, `email_invalid`, `mail_password_needed`, `mail_password_unprotected`. */
export const SaveMail = mutation({ ...Given, version: Version });
export type SaveMail = z.input<typeof SaveMail>;

/** Goes back to what the operator of the server set, or to no mail. */
export const ForgetMail = mutation({ version: Version });
export type ForgetMail = z.infer<typeof ForgetMail>;

/** Sends a test e-mail to the caller's own address, through what is saved. */
export const SendTestMail = mutation({});
export type SendTestMail = z.infer<typeof SendTestMail>;

const Minutes = z.int().min(SESSION_MINUTES.min).max(SESSION_MINUTES.max);
export const SaveSessionLimits = mutation({
  idleMinutes: Minutes,
  absoluteMinutes: Minutes,
  version: Version,
});
export type SaveSessionLimits = z.infer<typeof SaveSessionLimits>;
