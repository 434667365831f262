// A host's database beside a user administration: who asks what of which table, and what the database says.
import { randomUUID } from 'node:crypto';
import type { MemberId } from '../../shared/ids.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { readSnapshot } from '../permissions/snapshot.ts';
import { registerResources } from '../resources/register.ts';
import type { Command, Query, RowSecurityOptions } from '../row-security/options.ts';
import type { RowSecurityPlan, RowSecurityReport } from '../row-security/row-security.ts';
import { applyRowSecurity, planRowSecurity } from '../row-security/row-security.ts';
import type { Postgres } from './postgres.ts';
import type { World } from './world.ts';
import { createWorld } from './world.ts';

/** The role that the host's application signs in with. */
export const LOGIN = 'app';

/** A host's database with a user administration. */
export interface RowSecurityStage {
  readonly world: World;
  readonly query: Query;
  /** Runs statements one after the other, as the superuser. */
  run(...statements: readonly string[]): Promise<void>;
  plan(over?: Partial<RowSecurityOptions>): Promise<RowSecurityPlan>;
  apply(
    over?: Partial<RowSecurityOptions>,
    only?: readonly string[],
    query?: Query,
  ): Promise<RowSecurityReport>;
  /** Another connection, where there can be several. */
  readonly beside: Postgres['connect'];
  /** Does `sql` as the host's application does for a member (null for a visitor), undoes it, and gives the rows or what the database said. */
  as(member: string | null, sql: string, params?: readonly unknown[]): Promise<readonly object[] | string>;
  register(
    kind: string,
    resources: readonly { key: string; owner?: MemberId }[],
  ): Promise<Map<string, string>>;
  close(): Promise<void>;
}

/** Sets the stage: `tables` are the statements that make the host's tables. */
export async function createRowSecurityStage(
  start: () => Promise<Postgres>,
  policy: Policy,
  kinds: RowSecurityOptions['kinds'],
  tables: readonly string[],
): Promise<RowSecurityStage> {
  const world = await createWorld({ policy });
  const postgres = await start();
  const { query } = postgres;
  const run = async (...statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await query(statement, []);
  };
  await run(`CREATE ROLE ${LOGIN} LOGIN NOINHERIT`, ...tables);
  const options: RowSecurityOptions = { kinds, logins: [LOGIN] };
  return {
    world,
    query,
    run,
    plan: async (over) =>
      planRowSecurity(query, await readSnapshot(world.asSystem()), { ...options, ...over }),
    beside: postgres.connect,
    apply: async (over, only, on = query) =>
      applyRowSecurity(on, await readSnapshot(world.asSystem()), { ...options, ...over }, only),
    as: async (member, sql, params = []) => {
      await run('BEGIN', `SET LOCAL SESSION AUTHORIZATION ${LOGIN}`);
      try {
        await query('SELECT user_admin.enter($1::text)', [member]);
        return await query(sql, params);
      } catch (error) {
        return (error as Error).message;
      } finally {
        // The one in process does not undo who is asking by itself.
        await run('ROLLBACK', 'SET SESSION AUTHORIZATION postgres');
      }
    },
    register: async (kind, resources) => {
      const { resources: made } = await registerResources(world.asSystem(), {
        kind,
        resources: resources.map(({ key, owner }) => ({
          key,
          name: key,
          ...(owner !== undefined && { owner: { memberId: owner } }),
        })),
        idempotencyKey: randomUUID(),
      });
      return new Map(made.map(({ key, id }) => [key, id]));
    },
    close: async () => {
      await postgres.stop();
      await world.close();
    },
  };
}

/** A statement that does `command` to every row of a table that has a column `note`, without reading any. */
export function attempt(command: Command, table: string): string {
  return {
    SELECT: `SELECT * FROM ${table}`,
    INSERT: `INSERT INTO ${table} (note) VALUES ('new')`,
    UPDATE: `UPDATE ${table} SET note = 'changed'`,
    DELETE: `DELETE FROM ${table}`,
  }[command];
}
