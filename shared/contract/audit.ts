// The wire of the audit trail. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { MemberId } from '../ids.ts';
import { CursorInput, Limit, Moment, id } from './base.ts';

/** Which entries: whom they are about, who acted, what was done, and when (`from` counts, `to` no more). */
const AuditFilterInput = z.strictObject({
  person: id<MemberId>().optional(),
  /** A member, or one of those who act without being one. */
  actor: z.union([z.enum(['system', 'host']), id<MemberId>()]).optional(),
  actions: z
    .array(
      z
        .string()
        .max(50)
        .regex(/^[a-z-]+\.[a-z-]+$/, 'must be the name of an action'),
    )
    .min(1)
    .max(100)
    .optional(),
  from: Moment.optional(),
  to: Moment.optional(),
});

/** A page of the trail, newest first. */
export const ListAudit = z.strictObject({
  filter: AuditFilterInput.default({}),
  limit: Limit,
  before: CursorInput.optional(),
});
export type ListAudit = z.input<typeof ListAudit>;

/** Checks the next stretch of the chain, from its beginning where no entry is named. */
export const VerifyAudit = z.strictObject({ after: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(0) });
