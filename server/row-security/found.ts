// What the database is: read from PostgreSQL's own catalogue, nothing remembered beside it.
import type { Query, TableName } from './options.ts';
import { literal } from './quote.ts';

/** A policy as the catalogue has it. */
export interface FoundPolicy {
  readonly name: string;
  /** What was noted when it was made here; null for one that somebody else made. */
  readonly note: string | null;
  /** A digest of what it says now. */
  readonly says: string;
}

/** Privileges that somebody has on a table or a sequence, such as `SELECT` or `UPDATE (name)`; a star follows one that can be passed on. */
export type FoundGrants = Readonly<Record<string, readonly string[]>>;

/** A table as the catalogue has it. */
export interface FoundTable extends TableName {
  /** Whether it is a table, and not a view or something else with rows. */
  readonly isTable: boolean;
  readonly owner: string;
  readonly isEnabled: boolean;
  readonly isForced: boolean;
  readonly columns: readonly string[];
  readonly policies: readonly FoundPolicy[];
  /** Role -> privileges, of the roles made here and of everybody (''). */
  readonly grants: FoundGrants;
  /** Those of the roles made here that can reach into its schema. */
  readonly reachedBy: readonly string[];
  /** The sequences that number its rows. */
  readonly sequences: readonly (TableName & { readonly grants: FoundGrants })[];
}

/** What is noted on a schema and on roles made here, so that they are told from others'. */
export function mark(name: string): string {
  return `user-admin row security (${name})`;
}

/** How a policy is told from another, as SQL over `pg_policy p`. */
export const SAYS = `pg_catalog.md5(pg_catalog.concat_ws('|', p.polcmd, p.polpermissive, (SELECT pg_catalog.string_agg(r.rolname, ',' ORDER BY r.rolname) FROM pg_catalog.pg_roles r WHERE r.oid = ANY (p.polroles)), 0 = ANY (p.polroles), pg_catalog.pg_get_expr(p.polqual, p.polrelid), '|', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)))`;

/** The roles that are marked as made here. */
const OURS = (name: string): string =>
  `SELECT r.oid FROM pg_roles r WHERE shobj_description(r.oid, 'pg_authid') = ${literal(mark(name))}`;

/** What an access list `acl` gives to everybody or to our roles, as an object. */
const GRANTS = (name: string, lists: string): string =>
  `(SELECT coalesce(json_object_agg(grantee, privileges), '{}') FROM (
     SELECT coalesce(r.rolname, '') AS grantee, json_agg(l.privilege || CASE WHEN l.is_grantable THEN '*' ELSE '' END) AS privileges
     FROM (${lists}) l LEFT JOIN pg_roles r ON r.oid = l.grantee
     WHERE l.grantee = 0 OR l.grantee IN (${OURS(name)}) GROUP BY 1) g)`;

const ON = (acl: string): string =>
  `SELECT a.grantee, a.privilege_type AS privilege, a.is_grantable FROM aclexplode(${acl}) a`;

/** The table, or undefined where there is none of this name. */
export async function findTable(
  query: Query,
  name: string,
  wanted: TableName,
): Promise<FoundTable | undefined> {
  const rows = await query(
    `SELECT json_build_object(
       'isTable', c.relkind IN ('r', 'p'),
       'owner', pg_get_userbyid(c.relowner),
       'isEnabled', c.relrowsecurity,
       'isForced', c.relforcerowsecurity,
       'columns', (SELECT json_agg(attname ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped),
       'policies', (SELECT coalesce(json_agg(json_build_object('name', p.polname, 'note', obj_description(p.oid, 'pg_policy'), 'says', ${SAYS}) ORDER BY p.polname), '[]') FROM pg_policy p WHERE p.polrelid = c.oid),
       'grants', ${GRANTS(
         name,
         `${ON('c.relacl')} UNION ALL SELECT a.grantee, a.privilege_type || ' (' || t.attname || ')', a.is_grantable FROM pg_attribute t, aclexplode(t.attacl) a WHERE t.attrelid = c.oid AND NOT t.attisdropped`,
       )},
       'reachedBy', (SELECT coalesce(json_agg(r.rolname), '[]') FROM pg_roles r WHERE r.oid IN (${OURS(name)}) AND has_schema_privilege(r.oid, n.oid, 'USAGE')),
       'sequences', (SELECT coalesce(json_agg(json_build_object('schema', sn.nspname, 'table', s.relname, 'grants', ${GRANTS(name, ON('s.relacl'))})), '[]')
         FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' JOIN pg_namespace sn ON sn.oid = s.relnamespace
         WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.deptype = 'a')
     )::text AS found
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2`,
    [wanted.schema, wanted.table],
  );
  const found = rows[0]?.['found'];
  return found === undefined
    ? undefined
    : { ...(JSON.parse(found as string) as FoundTable), schema: wanted.schema, table: wanted.table };
}

/** Every table that something was done to here: it has a policy of ours, or a role of ours has rights on it. */
export async function touchedTables(query: Query, name: string): Promise<TableName[]> {
  const rows = await query(
    `SELECT n.nspname AS schema, c.relname AS "table" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND (
       EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND starts_with(obj_description(p.oid, 'pg_policy'), $1))
       OR EXISTS (SELECT 1 FROM aclexplode(c.relacl) a WHERE a.grantee IN (${OURS(name)}))
       OR EXISTS (SELECT 1 FROM pg_attribute t, aclexplode(t.attacl) a WHERE t.attrelid = c.oid AND a.grantee IN (${OURS(name)})))
     ORDER BY 1, 2`,
    [`${mark(name)} `],
  );
  return rows.map((row) => ({ schema: row['schema'] as string, table: row['table'] as string }));
}

/** A role as the catalogue has it. */
export interface FoundRole {
  readonly name: string;
  readonly isOurs: boolean;
  /** Attributes beyond those of a role that only holds rights, such as `BYPASSRLS`. */
  readonly powers: readonly string[];
  /** The roles whose rights it has beside its own. */
  readonly memberOf: readonly string[];
  readonly inherits: boolean;
  /** Whether it can reach into the schema made here. */
  readonly isReaching: boolean;
}

/** Those of `names` that are roles of the database. */
export async function findRoles(query: Query, name: string, names: readonly string[]): Promise<FoundRole[]> {
  const rows = await query(
    `SELECT json_build_object('name', r.rolname, 'isOurs', coalesce(shobj_description(r.oid, 'pg_authid') = $1, false),
       'powers', array_remove(ARRAY[CASE WHEN r.rolsuper THEN 'SUPERUSER' END, CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END, CASE WHEN r.rolcanlogin THEN 'LOGIN' END,
         CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END, CASE WHEN r.rolcreatedb THEN 'CREATEDB' END, CASE WHEN r.rolreplication THEN 'REPLICATION' END], NULL),
       'memberOf', (SELECT coalesce(json_agg(g.rolname), '[]') FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid),
       'inherits', r.rolinherit,
       'isReaching', EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspname = $3 AND has_schema_privilege(r.oid, n.oid, 'USAGE'))
     )::text AS found FROM pg_roles r WHERE r.rolname IN (SELECT json_array_elements_text($2::text::json)) ORDER BY r.rolname`,
    [mark(name), JSON.stringify(names), name],
  );
  return rows.map((row) => JSON.parse(row['found'] as string) as FoundRole);
}

/** A function as the catalogue has it. */
export interface FoundFunction {
  readonly body: string;
  /** Whether it acts with the rights of its owner. */
  readonly isDefiner: boolean;
  readonly settings: string;
  /** Who may call it beside its owner; '' for everybody. */
  readonly callers: readonly string[];
}

/** From this version on, being able to act as a role and having its rights all the time are two things. */
export const SEPARATE = 160_000;

/** The schema made here, as the catalogue has it. */
export interface FoundSchema {
  readonly isThere: boolean;
  readonly isOurs: boolean;
  readonly tables: readonly string[];
  readonly functions: Readonly<Record<string, FoundFunction>>;
  /** PostgreSQL's version as one number, such as 150018. */
  readonly version: number;
  /** The pairs of login and role that the login may act as, and whether it has the role's rights all the time. */
  readonly actors: readonly { login: string; role: string; isInherited: boolean }[];
}

/** Reads the schema made here and who may act as the roles made here. */
export async function findSchema(
  query: Query,
  name: string,
  logins: readonly string[],
): Promise<FoundSchema> {
  const [version] = await query(`SELECT current_setting('server_version_num') AS version`, []);
  const inherited = Number(version!['version']) >= SEPARATE ? 'm.inherit_option' : 'l.rolinherit';
  const [row] = await query(
    `SELECT json_build_object(
       'isThere', n.oid IS NOT NULL,
       'isOurs', coalesce(obj_description(n.oid, 'pg_namespace') = $2, false),
       'tables', (SELECT coalesce(json_agg(relname), '[]') FROM pg_class WHERE relnamespace = n.oid AND relkind = 'r'),
       'functions', (SELECT coalesce(json_object_agg(f.proname, json_build_object('body', f.prosrc, 'isDefiner', f.prosecdef, 'settings', coalesce(array_to_string(f.proconfig, ','), ''),
          'callers', (SELECT coalesce(json_agg(coalesce(r.rolname, '')), '[]') FROM aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) a LEFT JOIN pg_roles r ON r.oid = a.grantee WHERE a.grantee <> f.proowner))), '{}')
          FROM pg_proc f WHERE f.pronamespace = n.oid),
       'actors', (SELECT coalesce(json_agg(json_build_object('login', l.rolname, 'role', g.rolname, 'isInherited', ${inherited})), '[]')
          FROM pg_auth_members m JOIN pg_roles l ON l.oid = m.member JOIN pg_roles g ON g.oid = m.roleid
          WHERE shobj_description(g.oid, 'pg_authid') = $2 AND l.rolname IN (SELECT json_array_elements_text($3::text::json)))
     )::text AS found FROM (SELECT 1) one LEFT JOIN pg_namespace n ON n.nspname = $1`,
    [name, mark(name), JSON.stringify(logins)],
  );
  return {
    ...(JSON.parse(row!['found'] as string) as FoundSchema),
    version: Number(version!['version']),
  };
}
