// Registers what can be granted, and takes it away again: for the operator and the host whose things they are.
import type { RegisterResources, RemoveResource } from '../../shared/contract/permissions.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberId, ResourceId, WorkspaceId } from '../../shared/ids.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import type { Resource } from '../../shared/resources/resource.ts';
import { HIDDEN } from '../../shared/text/blank.ts';
import { cleanName } from '../../shared/text/name.ts';
import type { AuditDraft, UseCaseContext, WriteTransaction } from '../context.ts';
import { memberIdOf } from '../permissions/member-grants.ts';
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
  setResource,
} from './store.ts';

/** Everything that was registered, in the order of the wish. */
export interface ResourcesRegistered {
  readonly resources: readonly (Resource & { readonly isNew: boolean })[];
}

/**
 * Registers things that can be granted. One that exists by its key gets the new name and keeps its grants;
 * a new one gets what the policy gives every role on a new thing.
 * @throws {AppError} `not_in_policy` for a kind that is not granted to roles or people here; `input_invalid`, `name_invalid`; `member_not_found` for an owner who is not here; `workspace_archived`; `not_granted` for members.
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
    const owners = await ownersOf(ctx, tx, workspaceId, wanted);
    const missing = [...wanted].filter(([key]) => !known.has(key));
    const added = await insertResources(
      tx.sql,
      workspaceId,
      missing.map(([key, { name }]) => ({
        id: ctx.newId() as ResourceId,
        kind: kind.key,
        key,
        name,
        ownerId: owners.get(key) ?? null,
        createdAt: tx.now,
      })),
    );
    await insertDefaultGrants(
      tx.sql,
      added.map(({ seq }) => seq),
      kind.defaults,
    );
    const renamed = await rename(tx, known, wanted, owners);
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
  wanted: ReadonlyMap<string, Wanted>,
  owners: ReadonlyMap<string, MemberId | null>,
): Promise<[StoredResource, StoredResource][]> {
  const renamed: [StoredResource, StoredResource][] = [];
  for (const before of known.values()) {
    const { name } = wanted.get(before.key)!;
    const ownerId = owners.has(before.key) ? owners.get(before.key)! : before.ownerId;
    if (before.name === name && before.ownerId === ownerId) continue;
    const after = { ...before, name, ownerId };
    await setResource(tx.sql, after);
    renamed.push([before, after]);
  }
  return renamed;
}

function entryOf(
  { id, key, name, ownerId }: StoredResource,
  before: StoredResource | undefined,
  kind: ResourceKind,
): AuditDraft {
  return {
    action: 'resource.register',
    target: { kind: 'resource', id },
    ...(before === undefined
      ? { after: { kind: kind.key, key, name, ...(ownerId !== null && { ownerId }), grants: kind.defaults } }
      : differing(before, { name, ownerId })),
  };
}

/** What became another, before and after. */
function differing(
  before: StoredResource,
  after: Pick<StoredResource, 'name' | 'ownerId'>,
): Pick<AuditDraft, 'before' | 'after'> {
  const isOwner = before.ownerId !== after.ownerId;
  const isName = before.name !== after.name;
  const pick = ({ name, ownerId }: Pick<StoredResource, 'name' | 'ownerId'>): object => ({
    ...(isName && { name }),
    ...(isOwner && { ownerId }),
  });
  return { before: pick(before), after: pick(after) };
}

type Wanted = Pick<RegisterResources['resources'][number], 'name' | 'owner'>;

/** Key -> what is wanted, with the name as it is stored. */
function cleaned(resources: RegisterResources['resources']): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { key, name, owner } of resources) {
    if (HIDDEN.test(key) || wanted.has(key)) fail('input_invalid', { field: 'key', key });
    const clean = cleanName(name);
    if (!clean.ok) fail('name_invalid', { key, reason: clean.reason });
    wanted.set(key, { name: clean.name, owner });
  }
  return wanted;
}

/** Key -> the member who owns it, for those whose owner was named. @throws {AppError} `member_not_found` with the key. */
async function ownersOf(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  workspaceId: WorkspaceId,
  wanted: ReadonlyMap<string, Wanted>,
): Promise<ReadonlyMap<string, MemberId | null>> {
  const owners = new Map<string, MemberId | null>();
  for (const [key, { owner }] of wanted) {
    if (owner === undefined) continue;
    const id = owner === null ? null : await ownerId(ctx, tx, workspaceId, owner);
    owners.set(key, id === undefined ? fail('member_not_found', { field: 'owner', key }) : id);
  }
  return owners;
}

function ownerId(
  { caller }: UseCaseContext,
  tx: WriteTransaction,
  workspaceId: WorkspaceId,
  owner: NonNullable<Wanted['owner']>,
): Promise<MemberId | undefined> {
  if ('memberId' in owner) return memberIdOf(tx.sql, workspaceId, { memberId: owner.memberId });
  if (caller.kind !== 'host') fail('input_invalid', { field: 'owner.subject' });
  return memberIdOf(tx.sql, workspaceId, { subject: owner.subject, hostKeyId: caller.hostKeyId });
}
