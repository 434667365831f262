// The wire of people who go out into files and come in from them. Only zod; only the server imports it as a value.
import { z } from 'zod';
import { CursorInput, RoleKeys, mutation, text } from './base.ts';
import { MAX_IMPORT } from '../members/import.ts';
import { MemberFilterInput, MemberOrder } from './members.ts';

/** The next page of everybody that a list shows; without `after` the first one, which is noted in the trail. */
export const ExportMembers = mutation({
  filter: MemberFilterInput.default({}),
  sort: MemberOrder,
  after: CursorInput.optional(),
});
export type ExportMembers = z.infer<typeof ExportMembers>;

const Cell = text().max(2000);

/** A person of a file. What is left out stays as it is; so does a name that is empty. */
const ImportRowInput = z.strictObject({
  email: Cell.default(''),
  externalId: text().max(200).optional(),
  name: Cell.optional(),
  firstName: Cell.optional(),
  lastName: Cell.optional(),
  username: text().max(200).optional(),
  department: Cell.optional(),
  /** Names or keys, several separated by semicolons. */
  roles: Cell.optional(),
  /** `active` or `deactivated`, or what people write for it. */
  status: text().max(50).optional(),
});

/** Brings people in: looks at what would become of each row, or does it. */
export const ImportMembers = mutation({
  mode: z.enum(['preview', 'apply']),
  rows: z.array(ImportRowInput).min(1).max(MAX_IMPORT),
  /** What new people get whose row names no role. */
  roles: RoleKeys.default([]),
});
export type ImportMembers = z.infer<typeof ImportMembers>;
