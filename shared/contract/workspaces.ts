// The wire of workspaces and the audit trail. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { WorkspaceId } from '../ids.ts';
import { CursorInput, Limit, Version, id, mutation } from './base.ts';

const Name = z.string().min(1).max(400);

/** Creates a workspace with its first owner, who is a member from the start. */
export const CreateWorkspace = mutation({
  name: Name,
  /** The id to use, for a host whose projects have ids already. */
  workspaceId: id<WorkspaceId>().optional(),
  owner: z.strictObject({ email: z.string().max(400), name: z.string().max(400).default(''), subject: z.string().min(1).max(255).optional() }),
});
export type CreateWorkspace = z.input<typeof CreateWorkspace>;

export const RenameWorkspace = mutation({ workspaceId: id<WorkspaceId>(), name: Name, version: Version });
export type RenameWorkspace = z.infer<typeof RenameWorkspace>;

/** Archive, restore and delete name nothing but the workspace. */
export const OnWorkspace = mutation({ workspaceId: id<WorkspaceId>(), version: Version });
export type OnWorkspace = z.infer<typeof OnWorkspace>;

export const ListAudit = z.strictObject({ limit: Limit, before: CursorInput.optional() });
export type ListAudit = z.input<typeof ListAudit>;
