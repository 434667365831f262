// Compares what everything else stands on (the schema made here, the roles, who may act as them) with what it should be. Pure.
import type { Drift, DriftCode, PlannedPart } from './drift.ts';
import type { FoundRole, FoundSchema } from './found.ts';
import { SAYS, SEPARATE, mark } from './found.ts';
import { ident, literal } from './quote.ts';
import type { Wanted } from './wanted.ts';

/** The name of this part. */
export const FOUNDATION = 'foundation';

/** What was found of it. */
export interface FoundFoundation {
  readonly schema: FoundSchema;
  readonly roles: readonly FoundRole[];
}

/** The tables made here, as statements. */
const TABLES: Readonly<Record<string, (schema: string) => string>> = {
  person: (schema) => `CREATE TABLE ${schema}.person (member text PRIMARY KEY, role text NOT NULL)`,
  assignment: (schema) =>
    `CREATE TABLE ${schema}.assignment (member text NOT NULL, kind text NOT NULL, resource text NOT NULL, action text NOT NULL, PRIMARY KEY (member, kind, resource, action))`,
};

interface WantedFunction {
  /** Its arguments' types, as a call names them. */
  readonly takes: string;
  /** How it begins, up to the body. */
  readonly head: string;
  readonly body: string;
  readonly isDefiner: boolean;
  /** What is set while it runs, as the catalogue writes it. */
  readonly settings: string;
  /** Whether the logins call it. */
  readonly isForLogins: boolean;
}

/** The functions made here. */
function functionsOf({ name, visitors }: Wanted): Record<string, WantedFunction> {
  const schema = ident(name);
  const visitor = visitors === null ? 'NULL' : literal(visitors);
  return {
    role_of: {
      takes: 'text',
      head: `role_of(member text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''`,
      body: ` SELECT p.role FROM ${schema}.person p WHERE p.member = $1 `,
      isDefiner: true,
      settings: 'search_path=""',
      isForLogins: true,
    },
    enter: {
      takes: 'text',
      head: `enter(member text) RETURNS text LANGUAGE plpgsql`,
      body: `
DECLARE entered text := CASE WHEN member IS NULL THEN ${visitor} ELSE ${schema}.role_of(member) END;
BEGIN
  IF entered IS NULL THEN
    RAISE EXCEPTION 'nobody who may come in is known by that name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_catalog.set_config(${literal(`${name}.member`)}, CASE WHEN member IS NULL THEN '' ELSE member END, true);
  PERFORM pg_catalog.set_config('role', entered, true);
  RETURN entered;
END `,
      isDefiner: false,
      settings: '',
      isForLogins: true,
    },
    seal: {
      takes: 'text, text, text',
      head: `seal("table" text, policy text, note text) RETURNS void LANGUAGE plpgsql`,
      body: `
DECLARE says text;
BEGIN
  SELECT ${SAYS} INTO STRICT says FROM pg_catalog.pg_policy p WHERE p.polrelid = $1::regclass AND p.polname = $2;
  EXECUTE pg_catalog.format('COMMENT ON POLICY %I ON %s IS %L', $2, $1::regclass, $3 || says);
END `,
      isDefiner: false,
      settings: '',
      isForLogins: false,
    },
  };
}

/** What the foundation needs. Nothing else can be brought in order where a part of it is somebody else's. */
export function planFoundation(wanted: Wanted, found: FoundFoundation): PlannedPart {
  const plan = new Plan();
  planSchema(plan, wanted, found.schema);
  for (const station of wanted.stations)
    planRole(
      plan,
      wanted,
      station.name,
      found.roles.find(({ name }) => name === station.name),
    );
  for (const login of wanted.logins) planLogin(plan, wanted, login, found);
  return { name: FOUNDATION, drift: plan.drift, statements: plan.statements };
}

class Plan {
  readonly drift: Drift[] = [];
  readonly statements: string[] = [];

  /** Notes a difference that the statements remove. */
  repair(code: DriftCode, what: string, ...statements: readonly string[]): void {
    this.drift.push({ code, what, isRepaired: true });
    this.statements.push(...statements);
  }

  /** Notes a difference that somebody else has to see to. */
  tell(code: DriftCode, what: string): void {
    this.drift.push({ code, what, isRepaired: false });
  }
}

function planSchema(plan: Plan, wanted: Wanted, found: FoundSchema): void {
  const schema = ident(wanted.name);
  if (found.isThere && !found.isOurs)
    return plan.tell('schema_foreign', `the schema ${schema} was not made here; choose another name`);
  if (!found.isThere)
    plan.repair(
      'schema_missing',
      `there is no schema ${schema}`,
      `CREATE SCHEMA ${schema}`,
      `COMMENT ON SCHEMA ${schema} IS ${literal(mark(wanted.name))}`,
    );
  for (const [table, statement] of Object.entries(TABLES))
    if (!found.tables.includes(table))
      plan.repair('table_missing', `there is no table ${schema}.${table}`, statement(schema));
  for (const [key, fn] of Object.entries(functionsOf(wanted))) {
    const there = found.functions[key];
    const callers = fn.isForLogins ? wanted.logins : [];
    const strangers = there?.callers.filter((caller) => !callers.includes(caller)) ?? [];
    const isRight =
      there?.body === fn.body &&
      there.isDefiner === fn.isDefiner &&
      there.settings === fn.settings &&
      strangers.length === 0 &&
      callers.every((login) => there.callers.includes(login));
    if (isRight) continue;
    const signature = `${schema}.${key}(${fn.takes})`;
    plan.repair(
      'function_differs',
      `the function ${signature} is not as it should be`,
      `CREATE OR REPLACE FUNCTION ${schema}.${fn.head} AS ${literal(fn.body)}`,
      `REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`,
      ...strangers
        .filter((caller) => caller !== '')
        .map((caller) => `REVOKE ALL ON FUNCTION ${signature} FROM ${ident(caller)}`),
      ...callers.map((login) => `GRANT EXECUTE ON FUNCTION ${signature} TO ${ident(login)}`),
    );
  }
  return undefined;
}

function planRole(plan: Plan, wanted: Wanted, role: string, found: FoundRole | undefined): void {
  if (found === undefined)
    plan.repair(
      'role_missing',
      `there is no role ${role}`,
      `CREATE ROLE ${ident(role)} NOLOGIN`,
      `COMMENT ON ROLE ${ident(role)} IS ${literal(mark(wanted.name))}`,
    );
  else if (!found.isOurs)
    return plan.tell('role_foreign', `the role ${role} was not made here; choose another name`);
  for (const power of found?.powers ?? [])
    plan.repair('role_powerful', `${role} has ${power}`, `ALTER ROLE ${ident(role)} NO${power}`);
  for (const group of found?.memberOf ?? [])
    plan.repair(
      'role_joined',
      `${role} has the rights of ${group}`,
      `REVOKE ${ident(group)} FROM ${ident(role)}`,
    );
  return undefined;
}

function planLogin(plan: Plan, wanted: Wanted, login: string, { schema, roles }: FoundFoundation): void {
  const found = roles.find(({ name }) => name === login);
  if (found === undefined) return plan.tell('login_missing', `there is no role ${login} to sign in with`);
  for (const power of found.powers.filter((one) => one === 'SUPERUSER' || one === 'BYPASSRLS'))
    plan.tell(
      'login_powerful',
      `${login} has ${power}, so nothing is closed to it until it enters as somebody`,
    );
  const isSeparate = schema.version >= SEPARATE;
  if (!isSeparate && found.inherits)
    plan.tell(
      'login_inherits',
      `${login} inherits, so it has everybody's rights all the time; ALTER ROLE ${ident(login)} NOINHERIT`,
    );
  const grant = (role: string): string =>
    `GRANT ${ident(role)} TO ${ident(login)}${isSeparate ? ' WITH INHERIT FALSE, SET TRUE' : ''}`;
  for (const { name: role } of wanted.stations) {
    const acting = schema.actors.find((one) => one.login === login && one.role === role);
    if (acting === undefined) plan.repair('login_cannot_act', `${login} cannot act as ${role}`, grant(role));
    else if (isSeparate && acting.isInherited)
      plan.repair('login_inherits', `${login} has the rights of ${role} all the time`, grant(role));
  }
  if (!found.isReaching)
    plan.repair(
      'schema_unreachable',
      `${login} cannot reach into the schema ${wanted.name}`,
      `GRANT USAGE ON SCHEMA ${ident(wanted.name)} TO ${ident(login)}`,
    );
  return undefined;
}
