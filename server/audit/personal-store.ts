// The personal values beside the trail: found by whom they are about, and blanked. Knows no rule.
import type { AccountId, MemberId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';
import { breathe } from '../db/breathe.ts';

/** A person as the trail knows them: their ids, and the addresses that entries name them by. */
export interface PersonTraces {
  readonly ids: readonly string[];
  /** Canonical keys. */
  readonly addresses: readonly string[];
}

/** The ids and addresses of an account and all its memberships. */
export async function tracesOfAccount(sql: Sql, accountId: AccountId): Promise<PersonTraces> {
  const account = await first<{ emailKey: string }>(
    sql,
    'SELECT email_key AS emailKey FROM accounts WHERE id = ?',
    [accountId],
  );
  const members = await all<{ id: MemberId; emailKey: string }>(
    sql,
    'SELECT id, email_key AS emailKey FROM members WHERE account_id = ?',
    [accountId],
  );
  const addresses = [account, ...members].flatMap((row) => (row === undefined ? [] : [row.emailKey]));
  return { ids: [accountId, ...members.map(({ id }) => id)], addresses: [...new Set(addresses)] };
}

/** How many entries one statement looks at. */
const CHUNK = 2000;

/** Entries about or by one of the ids. */
const BY_ID =
  '(a.actor_id IN (SELECT value FROM json_each(?3)) OR a.target_id IN (SELECT value FROM json_each(?3)))';
/** Entries that name one of the addresses anywhere; addresses are stored in ASCII, so `lower` gives their key. */
const BY_ADDRESS =
  "EXISTS (SELECT 1 FROM json_each(p.data) v WHERE v.type = 'text' AND lower(v.value) IN (SELECT value FROM json_each(?3)))";

/** The addresses that entries about one of `ids` give for it, before and after a change. */
export async function addressesInTrail(sql: Sql, ids: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  const condition = 'a.target_id IN (SELECT value FROM json_each(?3))';
  await walk<{ email: string | null; previous: string | null }>(
    sql,
    "lower(p.data ->> '$.email') AS email, lower(p.data ->> '$.previousEmail') AS previous",
    condition,
    ids,
    ({ email, previous }) => [email, previous].forEach((address) => address !== null && found.add(address)),
  );
  return [...found];
}

/** The entries whose personal values are about or by the person. */
export async function entriesOf(sql: Sql, { ids, addresses }: PersonTraces): Promise<number[]> {
  const found = new Set<number>();
  await walk<{ seq: number }>(sql, 'a.seq', BY_ID, ids, (row) => found.add(row.seq));
  if (addresses.length > 0)
    await walk<{ seq: number }>(sql, 'a.seq', BY_ADDRESS, addresses, (row) => found.add(row.seq));
  return [...found];
}

async function walk<Row>(
  sql: Sql,
  columns: string,
  condition: string,
  values: readonly string[],
  take: (row: Row) => unknown,
): Promise<void> {
  const end = (await first<{ seq: number | null }>(sql, 'SELECT max(seq) AS seq FROM audit'))?.seq ?? 0;
  for (let start = 0; start < end; start += CHUNK) {
    const rows = await all<Row>(
      sql,
      `SELECT ${columns} FROM audit a JOIN audit_personal p ON p.seq = a.seq WHERE a.seq > ?1 AND a.seq <= ?2 AND p.data IS NOT NULL AND ${condition}`,
      [start, start + CHUNK, JSON.stringify(values)],
    );
    rows.forEach(take);
    await breathe();
  }
}

/** Blanks the personal values of entries. @returns How many had any. */
export async function blankPersonal(sql: Sql, seqs: readonly number[]): Promise<number> {
  let blanked = 0;
  for (let start = 0; start < seqs.length; start += CHUNK) {
    const chunk = JSON.stringify(seqs.slice(start, start + CHUNK));
    blanked += await run(
      sql,
      'UPDATE audit_personal SET data = NULL WHERE data IS NOT NULL AND seq IN (SELECT value FROM json_each(?))',
      [chunk],
    );
    await breathe();
  }
  return blanked;
}
