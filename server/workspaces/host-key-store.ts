// Host keys: rows to domain and back. No secret is in them.
import type { HostKeyRow } from '../../shared/host-keys/host-key.ts';
import type { HostKeyId, WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

/** A host application's signing key without its secret, which is derived from id and generation. */
export interface HostKey {
  readonly id: HostKeyId;
  readonly name: string;
  readonly generation: number;
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

const SELECT = 'SELECT id, name, generation, created_at AS createdAt, revoked_at AS revokedAt FROM host_keys';

/** The key `id`, unless it is unknown or revoked. */
export async function activeHostKey(sql: Sql, id: HostKeyId): Promise<HostKey | undefined> {
  const row = await first<HostKey>(sql, `${SELECT} WHERE id = ? AND revoked_at IS NULL`, [id]);
  return row && { ...row };
}

/** Whether the key was revoked. */
export async function isRevoked(sql: Sql, id: HostKeyId): Promise<boolean> {
  return (
    (await first(sql, 'SELECT 1 FROM host_keys WHERE id = ? AND revoked_at IS NOT NULL', [id])) !== undefined
  );
}

/** Every key, oldest first, revoked ones too. */
export async function allHostKeys(sql: Sql): Promise<HostKey[]> {
  return (await all<HostKey>(sql, `${SELECT} ORDER BY created_at, id`)).map((row) => ({ ...row }));
}

/** Adds a key of the first generation. */
export async function insertHostKey(
  sql: Sql,
  { id, name, createdAt }: Pick<HostKey, 'id' | 'name' | 'createdAt'>,
): Promise<void> {
  await run(sql, 'INSERT INTO host_keys (id, name, created_at) VALUES (?, ?, ?)', [id, name, createdAt]);
}

/** Raises the generation; the one before is accepted until `previousUntil`. @returns Whether it was still the one given. */
export async function raiseGeneration(
  sql: Sql,
  { id, generation }: HostKey,
  previousUntil: number,
): Promise<boolean> {
  return (
    (await run(
      sql,
      'UPDATE host_keys SET generation = generation + 1, previous_until = ? WHERE id = ? AND generation = ? AND revoked_at IS NULL',
      [previousUntil, id, generation],
    )) === 1
  );
}

/** Revokes the key. @returns Whether it was not revoked before. */
export async function setRevoked(sql: Sql, id: HostKeyId, now: number): Promise<boolean> {
  return (
    (await run(sql, 'UPDATE host_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', [now, id])) ===
    1
  );
}

/** The keys as they are seen from a workspace, newest first: all, or only the one that covers it. */
export async function hostKeysSeenFrom(
  sql: Sql,
  workspaceId: WorkspaceId,
  { isAll, now }: { isAll: boolean; now: number },
): Promise<HostKeyRow[]> {
  const rows = await all<
    Omit<HostKeyRow, 'coversThis' | 'isShared'> & { coversThis: number; isShared: number }
  >(
    sql,
    `SELECT k.id, k.name, k.created_at AS createdAt, k.revoked_at AS revokedAt,
            iif(k.previous_until > ?2 AND k.revoked_at IS NULL, k.previous_until, NULL) AS previousUntil,
            EXISTS (SELECT 1 FROM workspaces WHERE host_key_id = k.id AND id = ?1) AS coversThis,
            EXISTS (SELECT 1 FROM workspaces WHERE host_key_id = k.id AND id <> ?1) AS isShared
     FROM host_keys k WHERE ?3 = 1 OR k.id = (SELECT host_key_id FROM workspaces WHERE id = ?1) ORDER BY k.created_at DESC, k.id`,
    [workspaceId, now, isAll ? 1 : 0],
  );
  return rows.map((row) => ({ ...row, coversThis: row.coversThis === 1, isShared: row.isShared === 1 }));
}

/** Whether the key covers `workspaceId`, and whether it covers others too. */
export async function isKeyOf(
  sql: Sql,
  id: HostKeyId,
  workspaceId: WorkspaceId,
): Promise<{ isOwn: boolean; isShared: boolean }> {
  const row = await first<{ own: number; others: number }>(
    sql,
    'SELECT count(*) FILTER (WHERE id = ?2) AS own, count(*) FILTER (WHERE id <> ?2) AS others FROM workspaces WHERE host_key_id = ?1',
    [id, workspaceId],
  );
  return { isOwn: row!.own > 0, isShared: row!.others > 0 };
}

/** Whether people of a workspace that the key covers, and that is not the home one, were shown a secret of it that is still accepted at `now`. */
export async function isHeldByWorkspace(sql: Sql, id: HostKeyId, now: number): Promise<boolean> {
  const row = await first(
    sql,
    `SELECT 1 FROM host_keys k JOIN workspaces w ON w.host_key_id = k.id AND w.home IS NOT 1
       JOIN audit a ON a.workspace_id = w.id AND a.action = 'host-key.rotate' AND a.target_id = k.id
     WHERE k.id = ?1 AND k.generation > 1 AND a.after ->> '$.generation' >= k.generation - iif(k.previous_until > ?2, 1, 0) LIMIT 1`,
    [id, now],
  );
  return row !== undefined;
}

/** Registers a workspace under the key. @returns Whether no key that is still valid covered it. */
export async function coverWorkspace(sql: Sql, id: HostKeyId, workspaceId: WorkspaceId): Promise<boolean> {
  const changed = await run(
    sql,
    `UPDATE workspaces SET host_key_id = ? WHERE id = ?
       AND NOT EXISTS (SELECT 1 FROM host_keys k WHERE k.id = workspaces.host_key_id AND k.revoked_at IS NULL)`,
    [id, workspaceId],
  );
  return changed === 1;
}
