// Identity providers: rows to domain and back. Knows no rule.
import type { AccountId, ProviderId, WorkspaceId } from '../../shared/ids.ts';
import type { Admission, Provider, ProviderConfig } from '../../shared/providers/provider.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';
import { audienceOf, callbackUrl } from './sign-on.ts';

/** A provider with what only the server needs of one. */
export interface StoredProvider {
  readonly id: ProviderId;
  readonly workspaceId: WorkspaceId;
  /** Whether its workspace is the one from which the deployment is run, so that it speaks for all. */
  readonly isHome: boolean;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly config: ProviderConfig;
  readonly admission: Admission;
  /** The client's secret; null where there is none. */
  readonly sealed: string | null;
  readonly createdAt: number;
  readonly version: number;
}

type Row = Omit<StoredProvider, 'isHome' | 'isEnabled' | 'config' | 'admission'> & {
  readonly isHome: number;
  readonly isEnabled: number;
  readonly config: string;
  readonly admission: string;
};

const SELECT = `SELECT p.id, p.workspace_id AS workspaceId, w.home IS 1 AS isHome, p.name, p.is_enabled AS isEnabled, p.config, p.admission,
  p.sealed, p.created_at AS createdAt, p.version FROM providers p JOIN workspaces w ON w.id = p.workspace_id`;

function toProvider(row: Row): StoredProvider {
  return {
    ...row,
    isHome: row.isHome === 1,
    isEnabled: row.isEnabled === 1,
    config: JSON.parse(row.config) as ProviderConfig,
    admission: JSON.parse(row.admission) as Admission,
  };
}

/** The provider `id`, or undefined. */
export async function providerById(sql: Sql, id: ProviderId): Promise<StoredProvider | undefined> {
  const row = await first<Row>(sql, `${SELECT} WHERE p.id = ?`, [id]);
  return row && toProvider(row);
}

/** The providers of a workspace, oldest first. */
export async function providersOf(sql: Sql, workspaceId: WorkspaceId): Promise<StoredProvider[]> {
  const rows = await all<Row>(sql, `${SELECT} WHERE p.workspace_id = ? ORDER BY p.created_at, p.id`, [
    workspaceId,
  ]);
  return rows.map(toProvider);
}

/** A provider as the wire carries one: without its secret. */
export function publicProvider(provider: StoredProvider, baseUrl: string): Provider {
  const { id, name, isEnabled, config, admission, sealed, createdAt, version } = provider;
  return {
    id,
    name,
    isEnabled,
    config,
    hasSecret: sealed !== null,
    admission,
    callbackUrl: callbackUrl(baseUrl, id, config.kind),
    audience: config.kind === 'saml' ? audienceOf(baseUrl, id) : null,
    createdAt,
    version,
  };
}

/** Adds a provider. */
export async function insertProvider(
  sql: Sql,
  provider: Omit<StoredProvider, 'isHome' | 'version'>,
): Promise<void> {
  const { id, workspaceId, name, isEnabled, config, admission, sealed, createdAt } = provider;
  await run(
    sql,
    'INSERT INTO providers (id, workspace_id, name, is_enabled, config, admission, sealed, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [
      id,
      workspaceId,
      name,
      isEnabled ? 1 : 0,
      JSON.stringify(config),
      JSON.stringify(admission),
      sealed,
      createdAt,
    ],
  );
}

/** Changes a provider where it is still at `version`. @returns Whether it was. */
export async function updateProvider(
  sql: Sql,
  provider: Pick<StoredProvider, 'id' | 'name' | 'isEnabled' | 'config' | 'admission' | 'sealed' | 'version'>,
): Promise<boolean> {
  const { id, name, isEnabled, config, admission, sealed, version } = provider;
  return (
    (await run(
      sql,
      'UPDATE providers SET name = ?, is_enabled = ?, config = ?, admission = ?, sealed = ?, version = version + 1 WHERE id = ? AND version = ?',
      [name, isEnabled ? 1 : 0, JSON.stringify(config), JSON.stringify(admission), sealed, id, version],
    )) === 1
  );
}

/** Takes a provider away, and with it who people are there. @returns Whether it was still as read. */
export async function deleteProvider(
  sql: Sql,
  { id, version }: Pick<StoredProvider, 'id' | 'version'>,
): Promise<boolean> {
  return (await run(sql, 'DELETE FROM providers WHERE id = ? AND version = ?', [id, version])) === 1;
}

/** Ends the sessions that a provider vouched for, but one. */
export async function endSessionsOf(sql: Sql, id: ProviderId, butHandle: string | null): Promise<void> {
  await run(sql, 'DELETE FROM sessions WHERE provider_id = ? AND handle IS NOT ?', [id, butHandle]);
}

/** Counts one more person who came in without an invitation. @returns Whether there was room. */
export async function countAdmitted(sql: Sql, id: ProviderId, most: number | null): Promise<boolean> {
  return (
    (await run(
      sql,
      'UPDATE providers SET admitted = admitted + 1 WHERE id = ?1 AND (?2 IS NULL OR admitted < ?2)',
      [id, most],
    )) === 1
  );
}

/** Ends the sessions of an account that a provider vouched for, but one. */
export async function endSessionsByProvider(
  sql: Sql,
  id: ProviderId,
  accountId: AccountId,
  butHandle: string | null,
): Promise<void> {
  await run(sql, 'DELETE FROM sessions WHERE provider_id = ? AND account_id = ? AND handle IS NOT ?', [
    id,
    accountId,
    butHandle,
  ]);
}
