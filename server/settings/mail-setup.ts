// Which mail server holds now: what was set in the product, else the operator's, else none. Reads only; changes stand in save-mail.ts.
import type { MailSettings, MailSetup } from '../../shared/settings/mail.ts';
import type { UseCaseContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { MailServer } from '../mail/server.ts';
import { operatorServer } from '../mail/server.ts';
import type { MailOptions } from '../options.ts';
import type { Sealer } from './seal.ts';
import type { Setting } from './store.ts';
import { readSetting } from './store.ts';

/** What the password of the mail server is sealed for. */
export const MAIL_SEAL = 'mail';

/** The mail server as it is stored; its password stands beside it, sealed. */
export type StoredMail = Omit<MailSettings, 'hasPassword'>;

/** What was set; the value is null where it was taken back, so that versions go on from there. */
export function readStoredMail(sql: Sql): Promise<Setting<StoredMail | null> | undefined> {
  return readSetting<StoredMail | null>(sql, 'mail');
}

/** Whether mail goes out, as `sql` knows it now. */
export async function hasMail(ctx: Pick<UseCaseContext, 'settings'>, sql: Sql): Promise<boolean> {
  return ctx.settings.mail !== undefined || ((await readStoredMail(sql))?.value ?? null) !== null;
}

/** What is set and where, without the password. */
export async function readMailSetup(ctx: Pick<UseCaseContext, 'settings'>, sql: Sql): Promise<MailSetup> {
  const stored = await readStoredMail(sql);
  const version = stored?.version ?? 0;
  if (stored?.value)
    return {
      source: 'settings',
      settings: { ...stored.value, hasPassword: stored.sealed !== null },
      version,
    };
  const { mail } = ctx.settings;
  return mail === undefined
    ? { source: 'none', settings: null, version }
    : { source: 'operator', settings: operatorSettings(mail), version };
}

/** The mail server that holds, and what tells it from the one before. */
export interface CurrentServer {
  /** The version of the setting; 0 where nothing was ever set. */
  readonly version: number;
  /** Undefined where there is none. */
  readonly server: MailServer | undefined;
}

/** The mail server that holds now, unless it is still that of `seen`. @throws {SealError} where its password cannot be opened. */
export async function readMailServer(
  sql: Sql,
  { operator, sealer }: { operator: MailOptions | undefined; sealer: Sealer },
  seen?: CurrentServer,
): Promise<CurrentServer> {
  const stored = await readStoredMail(sql);
  const version = stored?.version ?? 0;
  if (seen?.version === version) return seen;
  if (!stored?.value) return { version, server: operator && operatorServer(operator) };
  const { user, ...server } = stored.value;
  if (user === '') return { version, server };
  const password = stored.sealed === null ? '' : sealer.unseal(MAIL_SEAL, stored.sealed);
  return { version, server: { ...server, user, password } };
}

/** The operator's server as a person is shown it: what is upgraded only where it is offered counts as not secured. */
function operatorSettings(options: MailOptions): MailSettings {
  const { host, port, security, from, user = '' } = operatorServer(options);
  return {
    host,
    port,
    security: security === 'offered' ? 'none' : security,
    from,
    user,
    hasPassword: options.password !== undefined,
  };
}
