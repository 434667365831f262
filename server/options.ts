// What a deployment sets, parsed once with errors that say what to do. Reads no environment.
import { z } from 'zod';
import type { Policy } from '../shared/policy/policy.ts';
import { parseAddress } from '../shared/emails/address.ts';
import { definePolicy } from '../shared/policy/define.ts';
import { INVITATION_HOURS } from '../shared/invitations/invitation.ts';
import type { RowSecuritySource } from './row-security/options.ts';

const Origin = z
  .url({ protocol: /^https?$/ })
  .refine(
    (url) => new URL(url).origin === url,
    'must be an origin such as https://app.example, without a path',
  );

const Mail = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65535),
  /** Whether the connection starts with TLS; otherwise it is upgraded where the server offers it. */
  isSecure: z.boolean().default(false),
  user: z.string().optional(),
  password: z.string().optional(),
  from: z
    .string()
    .refine((text) => parseAddress(text).ok, 'must be an address such as People <people@app.example>'),
});
export type MailOptions = z.infer<typeof Mail>;

/** An address of the network with a port or without; one of IPv6 with a port stands in brackets. */
const RESOLVER = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])(?::\d{1,5})?$|^[\da-f.]*:[\da-f:.]+$/i;

/** Whether `text` names a server that a resolver can ask. */
function isResolver(text: string): boolean {
  const isBare = text.split(':').length > 2 && !text.startsWith('[');
  return RESOLVER.test(text) && URL.canParse(`http://${isBare ? `[${text}]` : text}`);
}

/** A function of the host's. */
function callback<T>() {
  return z.custom<T>((value) => typeof value === 'function', 'must be a function');
}

/** An address that people and browsers go to. */
const Address = z.url({
  protocol: /^https?$/,
  error: 'must be an address such as https://app.example/people',
});

/** What a secret must be, and how to come by one. */
const SECRET = 'must have at least 32 characters; make one with: openssl rand -base64 48';

const Options = z.strictObject({
  policy: z.custom<Policy>((value) => typeof value === 'object' && value !== null, 'must be a policy'),
  database: z.strictObject({
    url: z
      .string()
      .regex(/^(file|libsql|https?|wss?):/, 'must start with file:, libsql:, http(s): or ws(s):'),
    authToken: z.string().optional(),
  }),
  /** Where this server is reached from outside, with the path it is mounted under; links are made of it, never of a header. */
  baseUrl: Address.transform((url) => url.replace(/\/+$/, '')),
  /** At least 32 characters that nobody else knows; host keys and links are derived from it. */
  secret: z.string(SECRET).min(32, SECRET),
  /** The origins whose pages may call with a bearer token. */
  origins: z.array(Origin).default([]),
  /** Where people go after they accepted an invitation. */
  appUrl: Address.optional(),
  mail: Mail.optional(),
  invitationHours: z
    .int()
    .min(INVITATION_HOURS.min)
    .max(INVITATION_HOURS.max)
    .default(INVITATION_HOURS.default),
  /** How many proxies stand before this server, each adding its peer to `X-Forwarded-For`; 0 where the header is nobody's to believe. */
  trustedProxies: z.int().min(0).max(10).default(0),
  /** The DNS servers that are asked for the proof of a domain, as `address` or `address:port`; those of the system by default. */
  dnsServers: z
    .array(z.string().refine(isResolver, 'must be an address such as 192.0.2.1 or 192.0.2.1:53'))
    .min(1)
    .optional(),
  /** Whether identity providers may stand on private addresses and speak plain http: for tests and demos, refused in production. */
  allowPrivateProviders: z.boolean().default(false),
  /** A PostgreSQL that is to follow who has what, shown and repaired in the product; it follows nothing where absent. */
  rowSecurity: z
    .strictObject({
      /** One connection of its own, not a pool. */
      query: callback<RowSecuritySource['query']>(),
      /** How the database follows a workspace; null for one that has nothing there. */
      optionsFor: callback<RowSecuritySource['optionsFor']>(),
    })
    .optional(),
  isProduction: z.boolean().default(false),
});

/** What `createUserAdmin` takes. */
export type UserAdminOptions = z.input<typeof Options>;
/** The same, checked and complete. */
export type ParsedOptions = z.output<typeof Options>;

/** An option that cannot work, and why. */
export interface OptionProblem {
  readonly option: string;
  /** What is wrong with it and what to do, as the end of a sentence. */
  readonly text: string;
}

/** Options that cannot work; the message names each with what to do. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
  readonly problems: readonly OptionProblem[];

  constructor(problems: readonly OptionProblem[]) {
    super(
      `These options cannot work:\n${problems.map(({ option, text }) => `- ${option}: ${text}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

/** Checks the options of a deployment. @throws {OptionsError} naming every option that is missing or wrong; {PolicyError}. */
export function parseOptions(options: UserAdminOptions): ParsedOptions {
  // As happens where a variable of the environment is handed over that nobody set.
  const parsed = Options.safeParse(options, {
    error: ({ input }) => (input === undefined ? 'is not set' : undefined),
  });
  if (!parsed.success) {
    throw new OptionsError(
      parsed.error.issues.map(({ path, message }) => ({
        option: path.join('.') || 'options',
        text: message,
      })),
    );
  }
  if (parsed.data.isProduction && !parsed.data.baseUrl.startsWith('https:')) {
    throw new OptionsError([{ option: 'baseUrl', text: 'must start with https: in production' }]);
  }
  if (parsed.data.isProduction && parsed.data.allowPrivateProviders) {
    throw new OptionsError([
      {
        option: 'allowPrivateProviders',
        text: 'is for tests and demos; in production identity providers stand on public https addresses',
      },
    ]);
  }
  definePolicy(parsed.data.policy);
  return parsed.data;
}
