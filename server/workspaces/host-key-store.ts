// Host keys: rows to domain and back. No secret is in them.
import type { HostKeyId } from '../../shared/ids.ts';
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

/** Raises the generation. @returns Whether it was still the one given. */
export async function raiseGeneration(sql: Sql, { id, generation }: HostKey): Promise<boolean> {
  return (
    (await run(
      sql,
      'UPDATE host_keys SET generation = generation + 1 WHERE id = ? AND generation = ? AND revoked_at IS NULL',
      [id, generation],
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
