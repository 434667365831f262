// The host's own database in the demo: a PostgreSQL in process that follows the grid, with something changed by hand to be found.
import { PGlite } from '@electric-sql/pglite';
import type { Policy, RowSecuritySource, UserAdmin } from '../server/index.ts';
import { applyRowSecurity } from '../server/index.ts';

/** What somebody did to the database by hand, in the schema of the demo. */
const BY_HAND = (first: string, second: string): readonly string[] => [
  `ALTER TABLE shop."${first}" DISABLE ROW LEVEL SECURITY`,
  `GRANT DELETE ON shop."${second}" TO user_admin_anon`,
];

/**
 * The database of a workspace whose policy grants tables to roles; undefined for any other policy. It is made when it is first
 * asked, so that nobody waits for it who never looks, and it is gone when the demo ends.
 */
export function hostDatabase(
  policy: Policy,
  workspaceId: string,
  admin: () => UserAdmin,
): RowSecuritySource | undefined {
  const kind = policy.resources.find(({ grantedTo }) => grantedTo === 'role');
  if (kind === undefined) return undefined;
  const options = { kinds: { [kind.key]: { tableOf: (key: string) => ({ schema: 'shop', table: key }) } } };
  const open = async (): Promise<PGlite> => {
    const database = await PGlite.create();
    const snapshot = await admin().accessSnapshot(workspaceId);
    await database.exec('CREATE SCHEMA shop');
    for (const { key } of snapshot.resources)
      await database.exec(`CREATE TABLE shop."${key}" (id serial PRIMARY KEY, note text)`);
    const query = async (sql: string, params: readonly unknown[]) =>
      (await database.query<Record<string, unknown>>(sql, [...params])).rows;
    await applyRowSecurity(query, snapshot, options);
    const [first, second] = snapshot.resources;
    if (first !== undefined && second !== undefined)
      for (const statement of BY_HAND(first.key, second.key)) await database.exec(statement);
    return database;
  };
  let opened: Promise<PGlite> | undefined;
  return {
    query: async (sql, params) =>
      (await (await (opened ??= open())).query<Record<string, unknown>>(sql, [...params])).rows,
    optionsFor: (id) => (id === workspaceId ? options : null),
  };
}
