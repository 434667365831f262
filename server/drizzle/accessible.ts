// The door for hosts that query with drizzle: a condition that keeps a query to what somebody may do something with.
import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { UserAdmin } from '../index.ts';

type Caller = ReturnType<UserAdmin['caller']>;
/** Who is asked about, which kind of resource, and what is to be done with it. */
export type AccessQuestion = Pick<
  Parameters<Caller['permissions']['accessible']>[0],
  'who' | 'kind' | 'action'
>;

/**
 * The host's keys of everything with which they may do it: those to which `permissions.check` says yes, read page by page.
 * Somebody unknown or switched off has none.
 * @throws {AppError} as `permissions.check` does.
 */
export async function accessibleKeys(caller: Caller, question: AccessQuestion): Promise<string[]> {
  const keys: string[] = [];
  let after: string | undefined;
  do {
    const page = await caller.permissions.accessible({ ...question, ...(after !== undefined && { after }) });
    keys.push(...page.rows.map(({ key }) => key));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return keys;
}

/**
 * A condition for libSQL or SQLite: the column holds the key of something with which they may do it. All keys together are one
 * parameter, so that any number of them fits into a statement.
 * @throws {AppError} as `permissions.check` does.
 */
export async function accessible(caller: Caller, column: SQLWrapper, question: AccessQuestion): Promise<SQL> {
  // Only here: loading it takes a third of a start, and most deployments never ask for it.
  const { sql } = await import('drizzle-orm');
  const keys = JSON.stringify(await accessibleKeys(caller, question));
  return sql`CAST(${column} AS TEXT) IN (SELECT value FROM json_each(${keys}))`;
}
