// Resources: rows to domain and back, one statement for one question. Knows no rule.
import type { ResourceId, WorkspaceId } from '../../shared/ids.ts';
import type { Resource } from '../../shared/resources/resource.ts';
import { nameKey } from '../../shared/text/name.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

/** A resource with the number that its grants hang on. */
export interface StoredResource extends Resource {
  readonly seq: number;
}

const SELECT =
  'SELECT r.seq, r.id, r.kind, r.key, r.name, r.owner_id AS ownerId, r.created_at AS createdAt FROM resources r';

/** The resource `id` of `workspaceId`, or undefined. */
export async function resourceById(
  sql: Sql,
  workspaceId: WorkspaceId,
  id: ResourceId,
): Promise<StoredResource | undefined> {
  const row = await first<StoredResource>(sql, `${SELECT} WHERE r.id = ? AND r.workspace_id = ?`, [
    id,
    workspaceId,
  ]);
  return row && { ...row };
}

/** Those of `keys` that are registered in `workspaceId` as `kind`. */
export async function resourcesByKeys(
  sql: Sql,
  workspaceId: WorkspaceId,
  kind: string,
  keys: readonly string[],
): Promise<StoredResource[]> {
  const rows = await all<StoredResource>(
    sql,
    `${SELECT} WHERE r.workspace_id = ? AND r.kind = ? AND r.key IN (SELECT value FROM json_each(?))`,
    [workspaceId, kind, JSON.stringify(keys)],
  );
  return rows.map((row) => ({ ...row }));
}

/** At most `limit` resources in the order of their names, after the one whose name and number are given. */
export async function resourcesByName(
  sql: Sql,
  workspaceId: WorkspaceId,
  { kind, search = '' }: { readonly kind: string; readonly search?: string | undefined },
  after: readonly [string, number] | null,
  limit: number,
): Promise<StoredResource[]> {
  const rows = await all<StoredResource>(
    sql,
    `${SELECT} WHERE r.workspace_id = ?1 AND r.kind = ?2 AND (?3 = '' OR instr(r.name_key, ?3) > 0) ${after === null ? '' : 'AND (r.name, r.seq) > (?5, ?6)'} ORDER BY r.name, r.seq LIMIT ?4`,
    [workspaceId, kind, nameKey(search), limit, ...(after ?? [])],
  );
  return rows.map((row) => ({ ...row }));
}

/** Adds resources and gives them with their numbers. At most 500 at a time. */
export async function insertResources(
  sql: Sql,
  workspaceId: WorkspaceId,
  resources: readonly Resource[],
): Promise<StoredResource[]> {
  if (resources.length === 0) return [];
  const inserted = await all<{ seq: number }>(
    sql,
    `INSERT INTO resources (id, workspace_id, kind, key, name, name_key, owner_id, created_at) VALUES ${resources.map(() => '(?,?,?,?,?,?,?,?)').join(',')} RETURNING seq`,
    resources.flatMap(({ id, kind, key, name, ownerId, createdAt }) => [
      id,
      workspaceId,
      kind,
      key,
      name,
      nameKey(name),
      ownerId,
      createdAt,
    ]),
  );
  return inserted.map(({ seq }, index) => ({ ...resources[index]!, seq }));
}

/** Gives a resource another name and owner. */
export async function setResource(
  sql: Sql,
  { seq, name, ownerId }: Pick<StoredResource, 'seq' | 'name' | 'ownerId'>,
): Promise<void> {
  await run(sql, 'UPDATE resources SET name = ?, name_key = ?, owner_id = ? WHERE seq = ?', [
    name,
    nameKey(name),
    ownerId,
    seq,
  ]);
}

/** Takes a resource away, with everything granted on it. @returns Whether it was there. */
export async function deleteResource(sql: Sql, seq: number): Promise<boolean> {
  await run(sql, 'DELETE FROM grant_actions WHERE resource_seq = ?', [seq]);
  await run(sql, 'DELETE FROM grants WHERE resource_seq = ?', [seq]);
  return (await run(sql, 'DELETE FROM resources WHERE seq = ?', [seq])) === 1;
}

/** A resource as the wire carries it. */
export function publicResource({ seq: _seq, ...resource }: StoredResource): Resource {
  return resource;
}
