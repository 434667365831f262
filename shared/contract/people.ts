// The wire of making accounts and of the form about a person. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { MemberId } from '../ids.ts';
import { Note, RoleKeys, Version, id, mutation, text } from './base.ts';
import { ResourcesOfKind } from './permissions.ts';
import { OtherPlaces } from './places.ts';
import { PasswordInput } from './sign-in.ts';

const Text = text().max(2000);
/** What describes the person; which of it there is, is the policy's matter. */
const Described = {
  name: Text.optional(),
  username: text().max(200).optional(),
  firstName: Text.optional(),
  lastName: Text.optional(),
  department: Text.optional(),
};

/** What people are granted themselves: for each kind named exactly these. */
const Resources = z.array(ResourcesOfKind).max(20).optional();

/** Makes an account and its memberships at once. */
export const CreateMember = mutation({
  email: text().max(400),
  roles: RoleKeys,
  places: OtherPlaces,
  ...Described,
  password: PasswordInput.optional(),
  confirmation: PasswordInput.optional(),
  /** Whether the person has to replace the password at their first sign-in. */
  mustChangePassword: z.boolean().default(true),
  isActive: z.boolean().default(true),
  resources: Resources,
});
export type CreateMember = z.infer<typeof CreateMember>;

/** Saves the form about a person; what is left out stays, and what is the same changes nothing. */
export const UpdateMember = mutation({
  memberId: id<MemberId>(),
  version: Version,
  ...Described,
  roles: RoleKeys.optional(),
  isActive: z.boolean().optional(),
  note: Note,
  resources: Resources,
});
export type UpdateMember = z.infer<typeof UpdateMember>;

/** Looks for what keeps somebody from signing in, seeing enough or joining: a person, or an address whatever it is. */
export const DiagnoseMember = z.union([
  z.strictObject({ memberId: id<MemberId>() }),
  z.strictObject({ email: text().max(400) }),
]);
export type DiagnoseMember = z.infer<typeof DiagnoseMember>;
