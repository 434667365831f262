// The wire of workspaces. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { HostKeyId, WorkspaceId } from '../ids.ts';
import { Version, id, mutation, text } from './base.ts';

const Name = z.string().min(1).max(2000);

/** Creates a workspace with its first owner, who is a member from the start. */
export const CreateWorkspace = mutation({
  name: Name,
  /** The id to use, for a host whose projects have ids already. */
  workspaceId: id<WorkspaceId>().optional(),
  /** The host key that covers it; a host's own where the host asks. */
  hostKeyId: id<HostKeyId>().optional(),
  /** Whether the deployment is run from it; for the operator, and for one workspace at most. */
  isHome: z.boolean().optional(),
  owner: z.strictObject({
    email: z.string().max(400),
    name: z.string().max(2000).default(''),
    subject: text().min(1).max(255).optional(),
  }),
});
export type CreateWorkspace = z.input<typeof CreateWorkspace>;

export const RenameWorkspace = mutation({ workspaceId: id<WorkspaceId>(), name: Name, version: Version });
export type RenameWorkspace = z.infer<typeof RenameWorkspace>;

/** Archive, restore and delete name nothing but the workspace. */
export const OnWorkspace = mutation({ workspaceId: id<WorkspaceId>(), version: Version });
export type OnWorkspace = z.infer<typeof OnWorkspace>;

/** Looks at one workspace. */
export const ReadWorkspace = z.strictObject({ workspaceId: id<WorkspaceId>() });

/** Makes a signing key for a host application. */
export const CreateHostKey = mutation({ name: Name });
export type CreateHostKey = z.infer<typeof CreateHostKey>;

/** Rotate and revoke name nothing but the key. */
export const OnHostKey = mutation({ hostKeyId: id<HostKeyId>() });
export type OnHostKey = z.infer<typeof OnHostKey>;
