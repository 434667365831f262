// The entries of the trail as they are shown: rows to domain objects. Knows no rule.
import type { AuditEntry, AuditFilter, NamedInEntry } from '../../shared/audit/entry.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all } from '../db/database.ts';

interface Row extends Pick<AuditEntry, 'seq' | 'at' | 'action' | 'via'> {
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly targetKind: string;
  readonly targetId: string;
  readonly targetName: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly personal: string | null;
}

/** The place of an entry in the order of the list. */
export type EntryKey = readonly [at: number, seq: number];

/** Entries, and the place to go on from; null where there is nothing further down. */
export interface Entries {
  readonly rows: readonly AuditEntry[];
  readonly next: EntryKey | null;
}

/** How many entries a page looks at in search of those that fit. */
const LOOKED_AT = 2000;

/** What is shown of people is what the entry says of them; where that was erased, what they are called today, if they are here. */
const SHOWN = `SELECT a.seq, a.at, a.action, a.via, a.before, a.after, a.actor_kind AS actorKind, a.actor_id AS actorId, a.target_kind AS targetKind, a.target_id AS targetId,
  p.data AS personal,
  coalesce(p.data ->> '$.actor', nullif(am.name, ''), am.email) AS actorName,
  coalesce(nullif(p.data ->> '$.name', ''), p.data ->> '$.email', nullif(tm.name, ''), tm.email, r.name, w.name,
    iif(a.target_kind IN ('role', 'review'), coalesce(a.after ->> '$.name', a.before ->> '$.name'), NULL)) AS targetName
  FROM audit a LEFT JOIN audit_personal p ON p.seq = a.seq
  LEFT JOIN members am ON am.id = a.actor_id AND am.workspace_id = a.workspace_id
  LEFT JOIN members tm ON a.target_kind = 'member' AND tm.id = a.target_id AND tm.workspace_id = a.workspace_id
  LEFT JOIN resources r ON a.target_kind = 'resource' AND r.id = a.target_id AND r.workspace_id = a.workspace_id
  LEFT JOIN workspaces w ON a.target_kind = 'workspace' AND w.id = a.target_id
  WHERE a.seq IN (SELECT value FROM json_each(?)) ORDER BY a.at DESC, a.seq DESC`;

/** The newest entries of a workspace before a place, at most `limit`, that `filter` leaves. */
export async function entriesBefore(
  sql: Sql,
  workspaceId: WorkspaceId,
  filter: AuditFilter,
  { before, limit }: { before: EntryKey | null; limit: number },
): Promise<Entries> {
  const walks = walksOf(filter);
  // A walk that checks nothing more stops where the page is full; one more tells whether there is a next.
  const steps = walks.some(({ checks }) => checks) ? LOOKED_AT : limit + 1;
  const statements = walks.map((walk) => statementOf(walk, workspaceId, filter, before, steps));
  const seen = await all<{ seq: number; at: number; fits: number }>(
    sql,
    `SELECT * FROM (${statements.map((statement) => `SELECT * FROM (${statement.sql})`).join(' UNION ALL ')}) ORDER BY at DESC, seq DESC LIMIT ?`,
    [...statements.flatMap(({ args }) => args), steps],
  );
  const fitting = seen.filter(({ fits }) => fits === 1);
  const page = fitting.slice(0, limit);
  const last = fitting.length > limit ? page.at(-1) : seen.length === steps ? seen.at(-1) : undefined;
  const rows = await all<Row>(sql, SHOWN, [JSON.stringify(page.map(({ seq }) => seq))]);
  return { rows: rows.map(toEntry), next: last === undefined ? null : [last.at, last.seq] };
}

/** A way down one index: the entries with `value` in `column`, of which those fit that pass the `checks`. */
interface Walk {
  readonly index: string;
  readonly column?: string;
  readonly value?: string;
  readonly checks: boolean;
}

/** The fewest entries first: those about a person, those of an actor, those of each action by itself, all. */
function walksOf({ person, actor, actions }: AuditFilter): readonly Walk[] {
  const isActed = actions !== undefined;
  if (person !== undefined)
    return [
      {
        index: 'audit_by_target',
        column: 'target_id',
        value: person,
        checks: actor !== undefined || isActed,
      },
    ];
  if (isKind(actor)) return [{ index: 'audit_by_time', checks: true }];
  if (actor !== undefined)
    return [{ index: 'audit_by_actor', column: 'actor_id', value: actor, checks: isActed }];
  if (isActed)
    return actions.map((value) => ({ index: 'audit_by_action', column: 'action', value, checks: false }));
  return [{ index: 'audit_by_time', checks: false }];
}

/** Whether it names a kind of actor, and nobody of the workspace. */
function isKind(actor: AuditFilter['actor']): boolean {
  return actor === 'system' || actor === 'host';
}

function statementOf(
  { index, column, value }: Walk,
  workspaceId: WorkspaceId,
  { person, actor, actions, from, to }: AuditFilter,
  before: EntryKey | null,
  steps: number,
): { sql: string; args: (string | number)[] } {
  const checks: [string, string | undefined][] = [
    ['target_id = ?', person],
    [isKind(actor) ? 'actor_kind = ?' : 'actor_id = ?', actor],
    ['action IN (SELECT value FROM json_each(?))', actions && JSON.stringify(actions)],
  ];
  const fits = checks.flatMap(([text, wanted]) => (wanted === undefined ? [] : [[text, wanted] as const]));
  const ends: [string, readonly number[]][] = [
    ...(before === null ? [] : [['(at, seq) < (?, ?)', before] as [string, readonly number[]]]),
    ...(to === undefined ? [] : [['at < ?', [to]] as [string, readonly number[]]]),
    ...(from === undefined ? [] : [['at >= ?', [from]] as [string, readonly number[]]]),
  ];
  return {
    sql: `SELECT seq, at, (${fits.map(([text]) => text).join(' AND ') || '1'}) AS fits FROM audit INDEXED BY ${index}
      WHERE workspace_id = ? ${column === undefined ? '' : `AND ${column} = ?`} ${ends.map(([text]) => `AND ${text}`).join(' ')}
      ORDER BY at DESC, seq DESC LIMIT ?`,
    args: [
      ...fits.map(([, wanted]) => wanted),
      workspaceId,
      ...(value === undefined ? [] : [value]),
      ...ends.flatMap(([, args]) => args),
      steps,
    ],
  };
}

/** What says that an entry is about names or addresses, and what is said with it. */
const RENAMED = ['previousName', 'previousEmail', 'requestedEmail', 'previousDepartment'] as const;
const NAMED = ['name', 'email', 'department', ...RENAMED] as const;

function toEntry(row: Row): AuditEntry {
  const personal = (parsed(row.personal) ?? {}) as NamedInEntry & { readonly note?: string };
  const isRenamed = RENAMED.some((key) => personal[key] !== undefined);
  return {
    seq: row.seq,
    at: row.at,
    action: row.action,
    via: row.via,
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    target: { kind: row.targetKind, id: row.targetId, name: row.targetName },
    before: parsed(row.before),
    after: parsed(row.after),
    note: personal.note ?? null,
    ...(isRenamed && { named: namedIn(personal) }),
  };
}

function namedIn(personal: NamedInEntry): NamedInEntry {
  return Object.fromEntries(
    NAMED.flatMap((key) => (personal[key] === undefined ? [] : [[key, personal[key]]])),
  );
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
