// Compares one table with what it should be, and says what brings it in order. Pure.
import type { Drift, DriftCode, DriftFacts, PlannedPart } from './drift.ts';
import type { FoundGrants, FoundPolicy, FoundTable } from './found.ts';
import { mark } from './found.ts';
import type { Command, TableName } from './options.ts';
import { ident, idents, literal, tableIdent } from './quote.ts';
import type { Wanted } from './wanted.ts';
import type { WantedPolicy, WantedTable } from './wanted-tables.ts';
import { policyDigest } from './wanted-tables.ts';

/** Differences with the statements that remove them. */
interface Findings {
  readonly drift: Drift[];
  readonly statements: string[];
}

/** What a table needs; without `found` it does not exist. */
export function planTable(
  { name, stations }: Pick<Wanted, 'name' | 'stations'>,
  wanted: WantedTable,
  found: FoundTable | undefined,
): PlannedPart {
  const part = tableIdent(wanted);
  const trouble = troubleOf(stations, wanted, found);
  if (trouble !== undefined || found === undefined)
    return { name: part, drift: trouble === undefined ? [] : [trouble], statements: [] };
  const findings: Findings = { drift: [], statements: [] };
  closeTable(findings, wanted, found);
  openSchema(findings, wanted, found);
  comparePolicies(findings, name, wanted.policies, found);
  compareGrants(findings, `TABLE ${part}`, privilegesOf(wanted, found.columns), found.grants);
  const inserting = [...wanted.grants].filter(([, commands]) => commands.includes('INSERT'));
  for (const sequence of found.sequences)
    compareGrants(
      findings,
      `SEQUENCE ${tableIdent(sequence)}`,
      new Map(inserting.map(([role]) => [role, ['USAGE']])),
      sequence.grants,
    );
  return { name: part, ...findings };
}

/** Takes everything that was done here off a table that is none of ours any more; its rows stay closed. */
export function planLeftTable(name: string, found: FoundTable): PlannedPart {
  const findings: Findings = { drift: [], statements: [] };
  const part = tableIdent(found);
  differ(findings, 'table_left', `${part} is no resource any more; nobody gets at it through a role of ours`);
  for (const policy of found.policies)
    if (isOurs(name, policy)) findings.statements.push(`DROP POLICY ${ident(policy.name)} ON ${part}`);
  compareGrants(findings, `TABLE ${part}`, new Map(), found.grants);
  for (const sequence of found.sequences)
    compareGrants(findings, `SEQUENCE ${tableIdent(sequence)}`, new Map(), sequence.grants);
  return { name: part, ...findings };
}

/** Why nothing can be done about a table. */
function troubleOf(
  stations: Wanted['stations'],
  wanted: WantedTable,
  found: FoundTable | undefined,
): Drift | undefined {
  const stop = (code: DriftCode, what: string): Drift => ({ code, what, isRepaired: false });
  const part = tableIdent(wanted);
  if (wanted.trouble !== undefined) return stop('table_twice', wanted.trouble);
  if (found === undefined) return stop('table_missing', `there is no table ${part}`);
  if (!found.isTable) return stop('table_missing', `${part} is no table, so its rows cannot be closed`);
  if (stations.some((station) => station.name === found.owner))
    return stop('table_owned', `${part} belongs to ${found.owner}, who could open it again`);
  const missing = wanted.narrow.columns.filter((column) => !found.columns.includes(column));
  return missing.length > 0
    ? { ...stop('column_missing', `${part} has no column ${idents(missing)}`), facts: { names: missing } }
    : undefined;
}

function closeTable(findings: Findings, wanted: WantedTable, found: FoundTable): void {
  const security = `row security of ${tableIdent(wanted)}`;
  const alter = (what: string): string[] => [`ALTER TABLE ${tableIdent(wanted)} ${what} ROW LEVEL SECURITY`];
  if (!found.isEnabled) differ(findings, 'security_off', `${security} is off`, alter('ENABLE'));
  if (!wanted.isForced && found.isForced)
    differ(findings, 'security_forced', `${security} binds whoever keeps it in step`, alter('NO FORCE'));
  if (wanted.isForced && !found.isForced)
    differ(findings, 'security_not_forced', `${security} does not bind its owner`, alter('FORCE'));
}

/** Lets the roles that have something in a schema reach into it. */
function openSchema(findings: Findings, { schema, grants }: WantedTable, { reachedBy }: FoundTable): void {
  const roles = [...grants].filter(([, commands]) => commands.length > 0).map(([role]) => role);
  for (const role of roles.filter((one) => !reachedBy.includes(one)))
    differ(
      findings,
      'schema_unreachable',
      `${role} cannot reach into the schema ${ident(schema)}`,
      [`GRANT USAGE ON SCHEMA ${ident(schema)} TO ${ident(role)}`],
      { roles: [role] },
    );
}

function comparePolicies(
  findings: Findings,
  name: string,
  wanted: readonly WantedPolicy[],
  found: FoundTable,
): void {
  const part = tableIdent(found);
  for (const policy of found.policies) {
    if (wanted.some((one) => one.name === policy.name)) continue;
    const what = `policy ${ident(policy.name)} on ${part}`;
    // Another's policy may open rows that the grid keeps closed, so it is told; it is not ours to drop.
    if (!isOurs(name, policy))
      differ(findings, 'policy_foreign', `${what} was not made here`, [], { names: [policy.name] });
    else differ(findings, 'policy_extra', what, [`DROP POLICY ${ident(policy.name)} ON ${part}`]);
  }
  for (const policy of wanted) {
    const there = found.policies.find((one) => one.name === policy.name);
    const what = `policy ${ident(policy.name)} on ${part}`;
    const facts = { roles: policy.to, privileges: [policy.command] };
    const made = makePolicy(name, found, policy);
    if (there === undefined) differ(findings, 'policy_missing', what, made, facts);
    else if (there.note !== noteOf(name, policy, there.says)) {
      const remade = [`DROP POLICY ${ident(policy.name)} ON ${part}`, ...made];
      differ(findings, 'policy_differs', what, remade, facts);
    }
  }
}

/** Makes a policy and notes what it was made for and what the database made of it, so that a change of either is seen. */
function makePolicy(name: string, table: TableName, policy: WantedPolicy): string[] {
  const { command, to, condition } = policy;
  const part = tableIdent(table);
  const using = command === 'INSERT' ? '' : ` USING (${condition})`;
  const check = command === 'INSERT' || command === 'UPDATE' ? ` WITH CHECK (${condition})` : '';
  return [
    `CREATE POLICY ${ident(policy.name)} ON ${part} FOR ${command} TO ${idents(to)}${using}${check}`,
    `SELECT ${ident(name)}.seal(${literal(part)}, ${literal(policy.name)}, ${literal(noteOf(name, policy, ''))})`,
  ];
}

function noteOf(name: string, policy: WantedPolicy, says: string): string {
  return `${mark(name)} ${policyDigest(policy)} ${says}`;
}

function isOurs(name: string, { note }: FoundPolicy): boolean {
  return note?.startsWith(`${mark(name)} `) === true;
}

/** Role -> its privileges on the table, as the catalogue writes them. */
function privilegesOf({ grants, narrow }: WantedTable, columns: readonly string[]): Map<string, string[]> {
  const narrowed = columns.filter((column) => !narrow.columns.includes(column));
  const privileges = (role: string, command: Command): string[] =>
    command === 'UPDATE' && narrow.roles.has(role)
      ? narrowed.map((column) => `UPDATE (${column})`)
      : [command];
  return new Map(
    [...grants].map(([role, commands]) => [role, commands.flatMap((command) => privileges(role, command))]),
  );
}

function compareGrants(
  findings: Findings,
  on: string,
  wanted: ReadonlyMap<string, readonly string[]>,
  found: FoundGrants,
): void {
  for (const privilege of found[''] ?? [])
    differ(findings, 'grant_public', `everybody has ${privilege} on ${on}`, [], { privileges: [privilege] });
  for (const role of new Set([...wanted.keys(), ...Object.keys(found)])) {
    if (role === '') continue;
    const [should, has] = [wanted.get(role) ?? [], found[role] ?? []];
    const extra = has.filter((privilege) => !should.includes(privilege));
    // With a star it is there, and more: that is told as too much, not as too little.
    const missing = should.filter((privilege) => !has.includes(privilege) && !has.includes(`${privilege}*`));
    if (extra.length > 0)
      differ(
        findings,
        'grant_extra',
        `${role} has ${extra.join(', ')} on ${on}`,
        [`REVOKE ALL ON ${on} FROM ${ident(role)}`],
        { roles: [role], privileges: extra },
      );
    if (missing.length > 0) {
      const facts = { roles: [role], privileges: missing };
      differ(findings, 'grant_missing', `${role} lacks ${missing.join(', ')} on ${on}`, undefined, facts);
    }
    const given = extra.length > 0 ? should : missing;
    if (given.length > 0)
      findings.statements.push(`GRANT ${privilegeList(given)} ON ${on} TO ${ident(role)}`);
  }
}

/** Privileges as a statement lists them: those on columns together, by their quoted names. */
function privilegeList(privileges: readonly string[]): string {
  const plain: string[] = [];
  const columns = new Map<string, string[]>();
  for (const privilege of privileges) {
    const [, command, column] = /^(\w+) \((.+)\)$/s.exec(privilege) ?? [];
    if (command === undefined) plain.push(privilege);
    else columns.set(command, [...(columns.get(command) ?? []), column!]);
  }
  return [...plain, ...[...columns].map(([command, names]) => `${command} (${idents(names)})`)].join(', ');
}

/** Notes a difference; an empty list of statements says that nothing here removes it. */
function differ(
  findings: Findings,
  code: DriftCode,
  what: string,
  statements?: readonly string[],
  facts?: DriftFacts,
): void {
  findings.drift.push({ code, what, isRepaired: statements?.length !== 0, ...(facts && { facts }) });
  findings.statements.push(...(statements ?? []));
}
