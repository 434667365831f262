// What a deployment set in the product: rows to values. Knows no rule.
import type { Sql } from '../db/database.ts';
import { first, run } from '../db/database.ts';

/** What can be set. */
export type SettingKey = 'mail' | 'sessions';

/** A setting with what is sealed beside it. */
export interface Setting<T> {
  readonly value: T;
  readonly sealed: string | null;
  readonly version: number;
}

/** The setting `key`; undefined where it was never set. */
export async function readSetting<T>(sql: Sql, key: SettingKey): Promise<Setting<T> | undefined> {
  const row = await first<{ value: string; sealed: string | null; version: number }>(
    sql,
    'SELECT value, sealed, version FROM settings WHERE key = ?',
    [key],
  );
  return row && { ...row, value: JSON.parse(row.value) as T };
}

/** Sets `key` where it is still at `version`, 0 for not set yet. @returns Whether it was. */
export async function writeSetting(
  sql: Sql,
  key: SettingKey,
  { value, sealed, version }: Setting<unknown>,
): Promise<boolean> {
  const args = [JSON.stringify(value), sealed, key, version];
  const changed =
    version === 0
      ? await run(
          sql,
          'INSERT INTO settings (value, sealed, key) SELECT ?, ?, ?3 WHERE ?4 = 0 ON CONFLICT DO NOTHING',
          args,
        )
      : await run(
          sql,
          'UPDATE settings SET value = ?, sealed = ?, version = version + 1 WHERE key = ? AND version = ?',
          args,
        );
  return changed === 1;
}
