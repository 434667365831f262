// Domains of workspaces: rows to domain and back. Knows no rule.
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

/** A domain and since when it is proved. */
export interface StoredDomain {
  readonly domain: string;
  readonly provedAt: number | null;
}

/** The domains of a workspace, by name. */
export function domainsOf(sql: Sql, workspaceId: WorkspaceId): Promise<StoredDomain[]> {
  return all<StoredDomain>(
    sql,
    'SELECT domain, proved_at AS provedAt FROM domains WHERE workspace_id = ? ORDER BY domain',
    [workspaceId],
  );
}

/** A domain of a workspace, or undefined. */
export function domainByName(
  sql: Sql,
  workspaceId: WorkspaceId,
  domain: string,
): Promise<StoredDomain | undefined> {
  return first<StoredDomain>(
    sql,
    'SELECT domain, proved_at AS provedAt FROM domains WHERE workspace_id = ? AND domain = ?',
    [workspaceId, domain],
  );
}

/** Adds a domain. @returns Whether it was not there yet. */
export async function insertDomain(
  sql: Sql,
  workspaceId: WorkspaceId,
  domain: string,
  now: number,
): Promise<boolean> {
  return (
    (await run(
      sql,
      'INSERT INTO domains (workspace_id, domain, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      [workspaceId, domain, now],
    )) === 1
  );
}

/** Notes since when a domain is proved; null for not, or no longer. */
export async function setProved(
  sql: Sql,
  workspaceId: WorkspaceId,
  domain: string,
  provedAt: number | null,
): Promise<void> {
  await run(sql, 'UPDATE domains SET proved_at = ? WHERE workspace_id = ? AND domain = ?', [
    provedAt,
    workspaceId,
    domain,
  ]);
}

/** Takes a domain away. @returns Whether it was there. */
export async function deleteDomain(sql: Sql, workspaceId: WorkspaceId, domain: string): Promise<boolean> {
  return (
    (await run(sql, 'DELETE FROM domains WHERE workspace_id = ? AND domain = ?', [workspaceId, domain])) === 1
  );
}
