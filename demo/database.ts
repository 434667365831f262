// The host's own database in the demo: a PostgreSQL that follows what is granted, with something changed by hand to be found.
import type { Policy, RowSecurityOptions, RowSecuritySource, UserAdmin } from '../server/index.ts';
import { applyRowSecurity } from '../server/index.ts';
import type { Query } from './postgres.ts';
import { startPostgres } from './postgres.ts';

/** A database of the host's: what of it is looked after, how it is made, and what somebody did to it by hand. */
interface HostDatabase {
  readonly options: RowSecurityOptions;
  made(keys: readonly string[]): readonly string[];
  byHand(keys: readonly string[]): readonly string[];
}

/** Each resource is a table, as where they are granted to roles. */
const tablesOf = (kind: string): HostDatabase => ({
  options: { kinds: { [kind]: { tableOf: (key) => ({ schema: 'shop', table: key }) } } },
  made: (keys) => keys.map((key) => `CREATE TABLE shop."${key}" (id serial PRIMARY KEY, note text)`),
  byHand: ([first, second]) =>
    first === undefined || second === undefined
      ? []
      : [
          `ALTER TABLE shop."${first}" DISABLE ROW LEVEL SECURITY`,
          `GRANT DELETE ON shop."${second}" TO user_admin_anon`,
        ],
});

/** Each resource is a row, as where they are granted to people. */
const rowsOf = (kind: string, actions: readonly string[]): HostDatabase => ({
  options: {
    kinds: {
      [kind]: {
        commands: Object.fromEntries(actions.map((action) => [action, ['SELECT', 'UPDATE']])),
        rowsIn: [{ schema: 'shop', table: 'things', key: 'id' }],
      },
    },
  },
  made: (keys) => [
    'CREATE TABLE shop.things (id text PRIMARY KEY, note text)',
    ...keys.map((key) => `INSERT INTO shop.things VALUES ('${key}', '')`),
  ],
  byHand: () => ['ALTER TABLE shop.things DISABLE ROW LEVEL SECURITY'],
});

/** The database of a workspace whose policy grants anything; undefined for any other. It is made when it is first asked, and gone when the demo ends. */
export function hostDatabase(
  policy: Policy,
  workspaceId: string,
  admin: () => UserAdmin,
): RowSecuritySource | undefined {
  const [kind] = policy.resources;
  if (kind === undefined) return undefined;
  const { options, made, byHand } =
    kind.grantedTo === 'role'
      ? tablesOf(kind.key)
      : rowsOf(
          kind.key,
          kind.actions.map(({ key }) => key),
        );
  const open = async (): Promise<Query> => {
    const query = startPostgres();
    const snapshot = await admin().accessSnapshot(workspaceId);
    const keys = snapshot.resources.map(({ key }) => key);
    for (const statement of ['CREATE SCHEMA shop', ...made(keys)]) await query(statement);
    await applyRowSecurity(query, snapshot, options);
    for (const statement of byHand(keys)) await query(statement);
    return query;
  };
  let opened: Promise<Query> | undefined;
  return {
    query: async (sql, params) => (await (opened ??= open()))(sql, params),
    optionsFor: (id) => (id === workspaceId ? options : null),
  };
}
