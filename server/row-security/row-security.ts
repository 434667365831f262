// Makes a host's PostgreSQL follow who has what, and shows where it does not. Each part is brought in order by itself.
import type { AccessSnapshot } from '../permissions/snapshot.ts';
import type { PlannedPart } from './drift.ts';
import { findRoles, findSchema, findTable, touchedTables } from './found.ts';
import type { FoundSchema } from './found.ts';
import { FOUNDATION, planFoundation } from './foundation-plan.ts';
import type { Query, RowSecurityOptions, TableName } from './options.ts';
import { PEOPLE, followPeople, planPeople } from './people.ts';
import { tableIdent } from './quote.ts';
import { planLeftTable, planTable } from './table-plan.ts';
import type { Wanted } from './wanted.ts';
import { wantedOf } from './wanted.ts';

/** Everything that differs, and what would be done about it. */
export interface RowSecurityPlan {
  /** Whether the database is as it should be. */
  readonly isInOrder: boolean;
  /** Every part, also those that are in order. */
  readonly parts: readonly PlannedPart[];
}

/** How it went with one part. */
export interface AppliedPart extends PlannedPart {
  /** What the database said where the part could not be brought in order; nothing of it was changed then. */
  readonly error?: string;
  /** The code of that in the words of PostgreSQL, such as `55P03`, or of the driver; absent where it had none. */
  readonly errorCode?: string;
}

/** How it went. */
export interface RowSecurityReport {
  /** Whether everything is as it should be now. */
  readonly isInOrder: boolean;
  readonly parts: readonly AppliedPart[];
}

/**
 * Says where the database differs from who has what, and by which statements it would follow. Changes nothing.
 * @throws {RowSecurityError} for options that cannot work, and whatever the database says where it cannot be read.
 */
export async function planRowSecurity(
  query: Query,
  snapshot: AccessSnapshot,
  options: RowSecurityOptions,
): Promise<RowSecurityPlan> {
  return planWanted(query, wantedOf(snapshot, options));
}

/** The same for what was worked out already. */
export function planWanted(query: Query, wanted: Wanted): Promise<RowSecurityPlan> {
  return inTransaction(query, wanted.name, async () => {
    const schema = await schemaNow(query, wanted);
    const isBuilt = hasTables(schema);
    const parts = [await planFoundationOn(query, wanted, schema), await planPeople(query, wanted, isBuilt)];
    // What is not built yet, the foundation tells already.
    const tables = wanted.tables.filter((table) => isBuilt || table.schema !== wanted.name);
    for (const job of await tableJobs(query, { ...wanted, tables })) parts.push(await job.plan());
    return { isInOrder: parts.every(({ drift }) => drift.length === 0), parts };
  });
}

/**
 * Makes the database follow who has what: first what all stands on, then each table and the people, each in a transaction of its
 * own, so that one that fails takes no other along. What is in order already is left alone.
 * @param only The parts to bring in order; all by default. The foundation is looked after in any case.
 * @throws {RowSecurityError} for options that cannot work.
 */
export async function applyRowSecurity(
  query: Query,
  snapshot: AccessSnapshot,
  options: RowSecurityOptions,
  only?: readonly string[],
): Promise<RowSecurityReport> {
  return applyWanted(query, wantedOf(snapshot, options), (name) => only?.includes(name) ?? true);
}

/** The same for what was worked out already, and the parts for which `isMeant`. */
export async function applyWanted(
  query: Query,
  wanted: Wanted,
  isMeant: (part: string) => boolean,
): Promise<RowSecurityReport> {
  const foundation = await applyPart(query, wanted, {
    name: FOUNDATION,
    plan: async () => planFoundationOn(query, wanted, await schemaNow(query, wanted)),
  });
  const parts: AppliedPart[] = [foundation];
  // On another's schema or roles nothing is built.
  const isStanding = foundation.error === undefined && !foundation.drift.some(({ code }) => FATAL.has(code));
  if (isStanding) {
    const jobs = await inTransaction(query, wanted.name, () => tableJobs(query, wanted));
    for (const job of [...jobs, peopleJob(query, wanted)])
      if (isMeant(job.name)) parts.push(await applyPart(query, wanted, job));
  }
  return { isInOrder: isStanding && parts.every(isInOrderNow), parts };
}

const FATAL: ReadonlySet<string> = new Set(['schema_foreign', 'role_foreign']);

/** A part to look at, and to bring in order. */
interface Job {
  readonly name: string;
  plan(): Promise<PlannedPart>;
  /** What is done in place of running the statements one by one. */
  run?(part: PlannedPart): Promise<void>;
}

function isInOrderNow({ drift, error }: AppliedPart): boolean {
  return error === undefined && drift.every(({ isRepaired }) => isRepaired);
}

async function applyPart(query: Query, wanted: Wanted, job: Job): Promise<AppliedPart> {
  let part: PlannedPart = { name: job.name, drift: [], statements: [] };
  try {
    await inTransaction(query, wanted.name, async () => {
      // Planned where it is done: what another process did in the meantime is not done again.
      part = await job.plan();
      if (part.statements.length === 0) return;
      if (job.run === undefined) for (const statement of part.statements) await query(statement, []);
      else await job.run(part);
    });
    return part;
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    return {
      ...part,
      error: error instanceof Error ? error.message : String(error),
      ...(typeof code === 'string' && { errorCode: code }),
    };
  }
}

function schemaNow(query: Query, { name, logins }: Wanted): Promise<FoundSchema> {
  return findSchema(query, name, logins);
}

async function planFoundationOn(query: Query, wanted: Wanted, schema: FoundSchema): Promise<PlannedPart> {
  const names = [...wanted.stations.map(({ name }) => name), ...wanted.logins];
  return planFoundation(wanted, { schema, roles: await findRoles(query, wanted.name, names) });
}

function peopleJob(query: Query, wanted: Wanted): Job {
  return {
    name: PEOPLE,
    plan: () => planPeople(query, wanted, true),
    run: (part) => followPeople(query, wanted, part),
  };
}

/** A job for every table: those that should be in order, and those that something was done to and that are none of ours any more. */
async function tableJobs(query: Query, wanted: Wanted): Promise<Job[]> {
  const names = new Set(wanted.tables.map(tableIdent));
  const left = (await touchedTables(query, wanted.name)).filter((table) => !names.has(tableIdent(table)));
  const job = (table: TableName, plan: () => Promise<PlannedPart>): Job => ({
    name: tableIdent(table),
    plan,
  });
  return [
    ...wanted.tables.map((table) =>
      job(table, async () => planTable(wanted, table, await findTable(query, wanted.name, table))),
    ),
    ...left.map((table) =>
      job(table, async () => {
        const found = await findTable(query, wanted.name, table);
        if (found === undefined) return { name: tableIdent(table), drift: [], statements: [] };
        return planLeftTable(wanted.name, found);
      }),
    ),
  ];
}

function hasTables({ tables }: FoundSchema): boolean {
  return tables.includes('person') && tables.includes('assignment');
}

/** How long a change waits for those who use a table, before it gives up and the part is told as failed. */
const PATIENCE = '5s';

/**
 * Runs `job` in one transaction: whatever the session's search path, names mean the same and policies read the same; and of
 * several processes one goes after the other.
 */
async function inTransaction<T>(query: Query, name: string, job: () => Promise<T>): Promise<T> {
  await query('BEGIN', []);
  try {
    await query('SET LOCAL search_path = pg_catalog', []);
    await query(`SET LOCAL lock_timeout = '${PATIENCE}'`, []);
    await query('SELECT pg_advisory_xact_lock(hashtext($1::text))', [name]);
    const result = await job();
    await query('COMMIT', []);
    return result;
  } catch (error) {
    try {
      await query('ROLLBACK', []);
    } catch {
      // A connection that is gone has nothing to undo, and what it died of is the better reason.
    }
    throw error;
  }
}
