// Keeps the people and what they were granted in step: only what changed is written. Texts of people travel as parameters alone.
import type { Drift, DriftCode, PlannedPart } from './drift.ts';
import type { Query } from './options.ts';
import { ident } from './quote.ts';
import type { Wanted } from './wanted.ts';

/** The name of this part. */
export const PEOPLE = 'people';

interface Mirror {
  readonly table: string;
  readonly columns: readonly string[];
  readonly code: DriftCode;
  readonly rows: readonly object[];
}

function mirrorsOf({ name, people, assignments }: Wanted): Mirror[] {
  const schema = ident(name);
  return [
    { table: `${schema}.person`, columns: ['member', 'role'], code: 'people_differ', rows: people },
    {
      table: `${schema}.assignment`,
      columns: ['member', 'kind', 'resource', 'action'],
      code: 'assignments_differ',
      rows: assignments,
    },
  ];
}

/** The rows as they should be, out of the one parameter. */
function should({ columns }: Mirror): string {
  return `SELECT ${columns.join(', ')} FROM json_to_recordset($1::text::json) AS wanted(${columns.map((column) => `${column} text`).join(', ')})`;
}

function removing(mirror: Mirror): string {
  const { table, columns } = mirror;
  const same = columns.map((column) => `had.${column} = gone.${column}`).join(' AND ');
  return `DELETE FROM ${table} had USING (SELECT ${columns.join(', ')} FROM ${table} EXCEPT ${should(mirror)}) gone WHERE ${same}`;
}

function adding(mirror: Mirror): string {
  const list = mirror.columns.join(', ');
  return `INSERT INTO ${mirror.table} (${list}) ${should(mirror)} EXCEPT SELECT ${list} FROM ${mirror.table}`;
}

/** How the people differ from what they should be. Without `isThere` the tables are not made yet. */
export async function planPeople(query: Query, wanted: Wanted, isThere: boolean): Promise<PlannedPart> {
  const drift: Drift[] = [];
  const statements: string[] = [];
  for (const mirror of mirrorsOf(wanted)) {
    const { missing, extra } = isThere
      ? await difference(query, mirror)
      : { missing: mirror.rows.length, extra: 0 };
    if (missing + extra === 0) continue;
    const what = `${mirror.table} lacks ${missing} and has ${extra} too many`;
    drift.push({ code: mirror.code, what, isRepaired: true });
    if (extra > 0) statements.push(removing(mirror));
    if (missing > 0) statements.push(adding(mirror));
  }
  return { name: PEOPLE, drift, statements };
}

async function difference(query: Query, mirror: Mirror): Promise<{ missing: number; extra: number }> {
  const { table, columns, rows } = mirror;
  const list = columns.join(', ');
  const [row] = await query(
    `WITH wanted AS (${should(mirror)}), has AS (SELECT ${list} FROM ${table})
     SELECT (SELECT count(*) FROM (SELECT * FROM wanted EXCEPT SELECT * FROM has) m)::text AS missing,
            (SELECT count(*) FROM (SELECT * FROM has EXCEPT SELECT * FROM wanted) e)::text AS extra`,
    [JSON.stringify(rows)],
  );
  return { missing: Number(row!['missing']), extra: Number(row!['extra']) };
}

/** Brings the people in step, by what was planned. */
export async function followPeople(query: Query, wanted: Wanted, { statements }: PlannedPart): Promise<void> {
  for (const mirror of mirrorsOf(wanted)) {
    const rows = JSON.stringify(mirror.rows);
    for (const statement of [removing(mirror), adding(mirror)])
      if (statements.includes(statement)) await query(statement, [rows]);
  }
}
