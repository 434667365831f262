// The pieces that every schema of the wire is built of. Only zod; only the server imports it as a value.
import { z } from 'zod';
import { MAX_NOTE } from '../audit/note.ts';
import { MAX_PAGE } from '../members/member.ts';

/** An id as it travels: opaque, short, without anything that needs escaping. */
const Id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/, 'must be 8 to 64 letters, digits, dashes and underscores');

/** Text without half a character, which no database keeps as it is. */
export function text() {
  return z.string().refine((value) => value.isWellFormed(), 'holds half a character');
}

/** An id branded as the noun it belongs to. */
export function id<Branded extends string>() {
  return Id as unknown as z.ZodType<Branded, string>;
}

/** The key of a role; whether it exists is the policy's matter. */
export const RoleKeyInput = text().max(50);
/** A set of role keys. */
export const RoleKeys = z.array(RoleKeyInput).max(50);
/** The version that the caller saw. */
export const Version = z.int().min(0);
/** A page size; more than the maximum is refused, not capped, so that nobody believes to have seen all. */
export const Limit = z.int().min(1).max(MAX_PAGE).default(50);
/** The cursor of a row, as the last page gave it. */
export const CursorInput = z.string().max(1000);
/** A moment in milliseconds since the epoch. */
export const Moment = z.int().min(0).max(8.64e15);
/** A part of a name or an address that narrows a list. */
export const Search = text().max(200).optional();
/** Why something is done, in one's own words; stands in the trail beside what was done. */
export const Note = text().max(MAX_NOTE).optional();
/** The key under which a retry of the same wish has one effect; a UUID made by the client for each wish. */
export const IdempotencyKey = z.uuid();

/** The input of a mutation: strict, and always with the key of the wish. */
export function mutation<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject({ ...shape, idempotencyKey: IdempotencyKey });
}
