// The wire of roles. Only zod; only the server imports it as a value.
import { z } from 'zod';
import { Note, RoleKeyInput, Version, mutation, text } from './base.ts';

const Capabilities = z.array(text().max(100)).max(200);
const Content = { name: text().max(2000), description: text().max(2000).default('') };

/** A new role: with the capabilities named, or those of the role that it is a copy of. */
export const CreateRole = mutation({
  ...Content,
  capabilities: Capabilities.optional(),
  copyOf: RoleKeyInput.optional(),
  note: Note,
}).refine(({ capabilities, copyOf }) => capabilities !== undefined || copyOf !== undefined, {
  path: ['capabilities'],
  message: 'name them, or the role that it is a copy of',
});
export type CreateRole = z.infer<typeof CreateRole>;

const OneRole = { key: RoleKeyInput, version: Version };

/** A role as it is to be from now on. */
export const ChangeRole = mutation({ ...OneRole, ...Content, capabilities: Capabilities, note: Note });
export type ChangeRole = z.infer<typeof ChangeRole>;

/** Deletes a role. Its holders get `replacement`, or with null go without it; left out, it is deleted only where nobody has it. */
export const DeleteRole = mutation({
  ...OneRole,
  replacement: RoleKeyInput.nullable().optional(),
  note: Note,
});
export type DeleteRole = z.infer<typeof DeleteRole>;
