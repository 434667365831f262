// The settings of a deployment as its environment spells them, turned into options. Reads no environment itself: it is handed one.
import { INVITATION_HOURS } from '../shared/invitations/invitation.ts';
import { collaborators } from '../shared/presets/collaborators.ts';
import { directory } from '../shared/presets/directory.ts';
import { packages } from '../shared/presets/packages.ts';
import { tables } from '../shared/presets/tables.ts';
import { workspaces } from '../shared/presets/workspaces.ts';
import type { OptionProblem, UserAdminOptions } from './options.ts';
import { OptionsError, parseOptions } from './options.ts';

/** What the environment says: the options, and where to listen. */
export interface Deployment {
  readonly options: UserAdminOptions;
  readonly host: string;
  readonly port: number;
}

/** The names and values of a process's environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

const PRESETS = { collaborators, directory, packages, tables, workspaces };

/** Known to everybody who has read this, so it stands only where nobody else can reach the server. */
const DEVELOPMENT_SECRET = 'for development only, never in production';
const HOW_TO_MAKE_ONE = 'make one with: openssl rand -base64 48';

const LOOPBACK = /^(localhost|[a-z0-9-]+\.localhost|127(\.\d+){3}|\[?::1\]?)$/i;

/** The variable behind each option, so that a refusal names what an operator has set. */
const VARIABLES: Readonly<Record<string, string>> = {
  policy: 'USER_ADMIN_POLICY',
  'database.url': 'DATABASE_URL',
  'database.authToken': 'DATABASE_AUTH_TOKEN',
  baseUrl: 'BASE_URL',
  secret: 'USER_ADMIN_SECRET',
  origins: 'ORIGINS',
  appUrl: 'APP_URL',
  invitationHours: 'INVITATION_HOURS',
  trustedProxies: 'TRUSTED_PROXIES',
  dnsServers: 'DNS_SERVERS',
  allowPrivateProviders: 'ALLOW_PRIVATE_PROVIDERS',
  'mail.host': 'SMTP_HOST',
  'mail.port': 'SMTP_PORT',
  'mail.from': 'MAIL_FROM',
};

/**
 * The settings that `env` spells; `docs/configuration.md` lists the names. A variable that is set to nothing counts as not set.
 * @throws {OptionsError} naming every variable that is missing or wrong.
 */
export function readDeployment(env: Environment): Deployment {
  const reader = new Reader(env);
  const port = reader.whole('PORT', 8787, { max: 65_535 });
  const options = optionsOf(reader, port);
  reader.refuse();
  try {
    parseOptions(options);
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    throw new OptionsError(error.problems.map(({ option, text }) => ({ option: variableOf(option), text })));
  }
  return { options, host: hostOf(reader), port };
}

function optionsOf(reader: Reader, port: number): UserAdminOptions {
  const { isProduction } = reader;
  const baseUrl = reader.needed('BASE_URL', `http://localhost:${port}`);
  return {
    policy: policyOf(reader),
    database: {
      url: reader.needed('DATABASE_URL', 'file:user-admin.db'),
      ...given('authToken', reader.text('DATABASE_AUTH_TOKEN')),
    },
    baseUrl,
    secret: secretOf(reader, baseUrl),
    origins: listOf(reader.text('ORIGINS')) ?? [],
    ...given('appUrl', reader.text('APP_URL')),
    ...given('mail', mailOf(reader)),
    invitationHours: reader.whole('INVITATION_HOURS', INVITATION_HOURS.default),
    trustedProxies: reader.whole('TRUSTED_PROXIES', 0, { max: 10 }),
    ...given('dnsServers', listOf(reader.text('DNS_SERVERS'))),
    allowPrivateProviders: reader.flag('ALLOW_PRIVATE_PROVIDERS'),
    isProduction,
  };
}

/** What stands between commas; undefined where nothing does. */
function listOf(text: string | undefined): string[] | undefined {
  return text
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function policyOf(reader: Reader): UserAdminOptions['policy'] {
  const key = reader.text('USER_ADMIN_POLICY') ?? 'tables';
  if (Object.hasOwn(PRESETS, key)) return PRESETS[key as keyof typeof PRESETS];
  reader.problem(
    'USER_ADMIN_POLICY',
    `there is no policy "${key}"; use one of ${Object.keys(PRESETS).join(', ')}`,
  );
  return tables;
}

function secretOf(reader: Reader, baseUrl: string): string {
  const secret = reader.needed('USER_ADMIN_SECRET', DEVELOPMENT_SECRET, `; ${HOW_TO_MAKE_ONE}`);
  const isMissed = reader.isProduction && reader.text('USER_ADMIN_SECRET') === undefined;
  const isAlone = !reader.isProduction && LOOPBACK.test(hostOf(reader)) && LOOPBACK.test(hostname(baseUrl));
  if (secret === DEVELOPMENT_SECRET && !isMissed && !isAlone) {
    reader.problem(
      'USER_ADMIN_SECRET',
      `everybody knows the one for development, so it stands only on a loopback address; ${HOW_TO_MAKE_ONE}`,
    );
  }
  return secret;
}

function mailOf(reader: Reader): UserAdminOptions['mail'] {
  const host = reader.text('SMTP_HOST');
  if (host === undefined) return undefined;
  return {
    host,
    port: reader.whole('SMTP_PORT', 587, { max: 65_535 }),
    isSecure: reader.flag('SMTP_TLS'),
    from: reader.needed('MAIL_FROM', 'no-reply@user-admin.localhost'),
    ...given('user', reader.text('SMTP_USER')),
    ...given('password', reader.text('SMTP_PASSWORD')),
  };
}

/** Reads variables and gathers what is wrong with them, so that an operator hears of everything at once. */
class Reader {
  readonly isProduction: boolean;
  readonly #env: Environment;
  readonly #problems: OptionProblem[] = [];

  constructor(env: Environment) {
    this.#env = env;
    this.isProduction = env['NODE_ENV'] === 'production';
  }

  text(name: string): string | undefined {
    const value = this.#env[name]?.trim();
    return value === '' ? undefined : value;
  }

  /** The variable; in development `fallback`, in production a problem where it is not set. */
  needed(name: string, fallback: string, hint = ''): string {
    const value = this.text(name);
    if (value === undefined && this.isProduction)
      this.problem(name, `is not set, and in production there is no default for it${hint}`);
    return value ?? fallback;
  }

  whole(name: string, fallback: number, { max = 1e9 } = {}): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
    if (number <= max) return number;
    this.problem(name, `"${value}" is not a whole number of at most ${max}`);
    return fallback;
  }

  flag(name: string): boolean {
    const value = this.text(name) ?? 'false';
    if (value !== 'true' && value !== 'false') this.problem(name, `"${value}" is neither true nor false`);
    return value === 'true';
  }

  problem(option: string, text: string): void {
    this.#problems.push({ option, text });
  }

  refuse(): void {
    if (this.#problems.length > 0) throw new OptionsError(this.#problems);
  }
}

function variableOf(option: string): string {
  return VARIABLES[option] ?? VARIABLES[option.split('.')[0]!] ?? option;
}

function hostOf(reader: Reader): string {
  return reader.text('HOST') ?? '127.0.0.1';
}

/** The name in an address; empty where it is none, which is refused elsewhere. */
function hostname(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

/** An optional property that is there only where it has a value. */
function given<Key extends string, Value>(key: Key, value: Value | undefined): { [name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [name in Key]: Value });
}
