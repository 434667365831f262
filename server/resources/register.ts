// Registers what can be granted, and takes it away again: for the operator and the host whose things they are.
import type { RegisterResources, RemoveResource } from '../../shared/contract/permissions.ts';
import { fail } from '../../shared/errors.ts';
import type { ResourceId, WorkspaceId } from '../../shared/ids.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import type { Resource } from '../../shared/resources/resource.ts';
import { HIDDEN } from '../../shared/text/blank.ts';
import { cleanName } from '../../shared/text/name.ts';
import type { AuditDraft, UseCaseContext, WriteTransaction } from '../context.ts';
import { insertDefaultGrants } from '../permissions/store.ts';
import { reachWorkspace } from '../workspaces/reach.ts';
import { kindOf } from './kind.ts';
import type { StoredResource } from './store.ts';
import {
  deleteResource,
  insertResources,
  publicResource,
  resourceById,
  resourcesByKeys,
  setResourceName,
} from './store.ts';

/** Everything that was registered, in the order of the wish. */
export interface ResourcesRegistered {
  readonly resources: readonly (Resource & { readonly isNew: boolean })[];
}

/**
 * Registers things that can be granted. One that exists by its key gets the new name and keeps its grants;
 * a new one gets what the policy gives every role on a new thing.
 * @throws {AppError} `not_in_policy` for a kind that is not granted to roles or people here; `input_invalid`, `name_invalid`; `workspace_archived`; `not_granted` for members.
 */
export async function registerResources(
  ctx: UseCaseContext,
  input: RegisterResources,
): Promise<ResourcesRegistered> {
  const { idempotencyKey, ...wish } = input;
  const kind = kindOf(ctx.policy, input.kind);
  const wanted = cleaned(input.resources);
  return ctx.write({ action: 'resource.register', input: wish, idempotencyKey }, async (tx) => {
    const workspaceId = await assertCanEquip(ctx, tx);
    const known = new Map(
      (await resourcesByKeys(tx.sql, workspaceId, kind.key, [...wanted.keys()])).map((resource) => [
        resource.key,
        resource,
      ]),
    );
    const missing = [...wanted].filter(([key]) => !known.has(key));
    const added = await insertResources(
      tx.sql,
      workspaceId,
      missing.map(([key, name]) => ({
        id: ctx.newId() as ResourceId,
        kind: kind.key,
        key,
        name,
        createdAt: tx.now,
      })),
    );
    await insertDefaultGrants(
      tx.sql,
      added.map(({ seq }) => seq),
      kind.defaults,
    );
    const renamed = await rename(tx, known, wanted);
    await tx.audit(
      ...added.map((resource) => entryOf(resource, undefined, kind)),
      ...renamed.map(([before, after]) => entryOf(after, before, kind)),
    );
    const results = new Map(
      [...known.values(), ...renamed.map(([, after]) => after), ...added].map((resource) => [
        resource.key,
        resource,
      ]),
    );
    return {
      resources: [...wanted.keys()].map((key) => ({
        ...publicResource(results.get(key)!),
        isNew: !known.has(key),
      })),
    };
  });
}

/** Takes a resource away with everything granted on it. @throws {AppError} `resource_not_found`; `workspace_archived`; `not_granted` for members. */
export function removeResource(ctx: UseCaseContext, input: RemoveResource): Promise<{ id: ResourceId }> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'resource.remove', input: wish, idempotencyKey }, async (tx) => {
    const workspaceId = await assertCanEquip(ctx, tx);
    const resource = await resourceById(tx.sql, workspaceId, input.resourceId);
    if (resource === undefined || !(await deleteResource(tx.sql, resource.seq))) fail('resource_not_found');
    const { id, kind, key, name } = resource;
    await tx.audit({
      action: 'resource.remove',
      target: { kind: 'resource', id },
      before: { kind, key, name },
    });
    return { id };
  });
}

/** The workspace of the call, for who may say what it has in it. */
async function assertCanEquip(ctx: UseCaseContext, tx: WriteTransaction): Promise<WorkspaceId> {
  const workspace = await reachWorkspace(tx.sql, ctx.caller, ctx.workspaceId);
  return workspace.isArchived ? fail('workspace_archived') : workspace.id;
}

async function rename(
  tx: WriteTransaction,
  known: ReadonlyMap<string, StoredResource>,
  wanted: ReadonlyMap<string, string>,
): Promise<[StoredResource, StoredResource][]> {
  const renamed: [StoredResource, StoredResource][] = [];
  for (const before of known.values()) {
    const name = wanted.get(before.key)!;
    if (before.name === name) continue;
    await setResourceName(tx.sql, before.seq, name);
    renamed.push([before, { ...before, name }]);
  }
  return renamed;
}

function entryOf(
  { id, key, name }: StoredResource,
  before: StoredResource | undefined,
  kind: ResourceKind,
): AuditDraft {
  return {
    action: 'resource.register',
    target: { kind: 'resource', id },
    ...(before === undefined
      ? { after: { kind: kind.key, key, name, grants: kind.defaults } }
      : { before: { name: before.name }, after: { name } }),
  };
}

/** Key -> name as they are stored. */
function cleaned(resources: RegisterResources['resources']): Map<string, string> {
  const wanted = new Map<string, string>();
  for (const { key, name } of resources) {
    if (HIDDEN.test(key) || wanted.has(key)) fail('input_invalid', { field: 'key', key });
    const clean = cleanName(name);
    if (!clean.ok) fail('name_invalid', { key, reason: clean.reason });
    wanted.set(key, clean.name);
  }
  return wanted;
}
