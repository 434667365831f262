// The one way out to what an administrator entered: public addresses only, no redirects, bounded size and time (SEC_S12).
import { lookup as lookUp } from 'node:dns/promises';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Why something outside could not be asked. */
export type OutgoingProblem = 'address' | 'unreachable' | 'certificate' | 'slow' | 'large';

/** A request that could not be made or answered; says nothing of what was sent. */
export class OutgoingError extends Error {
  override readonly name = 'OutgoingError';
  readonly problem: OutgoingProblem;

  constructor(problem: OutgoingProblem, host: string) {
    super(`A request to ${host} failed: ${problem}`);
    this.problem = problem;
  }
}

/** What is sent. */
export interface OutgoingRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** Asks `url`. A redirect is an answer like any other and is not followed. @throws {OutgoingError}. */
export type OutgoingFetch = (url: string, request?: OutgoingRequest) => Promise<Response>;

/** An address that a name leads to. */
export interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** How the way out differs from the usual one. */
export interface OutgoingOptions {
  /** Whether private addresses and plain http are open too: for tests and demos only. */
  readonly isPrivateAllowed: boolean;
  /** Where names lead; asks the system by default. */
  readonly lookup?: (name: string) => Promise<readonly Resolved[]>;
  /** How long one request may take in all, in milliseconds. */
  readonly patience?: number;
}

/** How long one request may take in all, in milliseconds. */
const PATIENCE = 10_000;
/** The largest answer, in bytes. */
const MAX_ANSWER = 512 * 1024;
/** What the errors of a connection are called where the certificate is to blame. */
const CERTIFICATE = /CERT|ALTNAME|UNABLE_TO_(GET|VERIFY)|SELF_SIGNED/;
const BODILESS = new Set([204, 205, 304]);

/** Makes the way out. Each request goes to the very address that was looked at, so that a name cannot lead elsewhere in between. */
export function createOutgoing({
  isPrivateAllowed,
  lookup = (name) => lookUp(name, { all: true }),
  patience = PATIENCE,
}: OutgoingOptions): OutgoingFetch {
  return async (url, request = {}) => {
    const target = new URL(url);
    const signal = AbortSignal.timeout(patience);
    if (target.protocol !== 'https:' && !(isPrivateAllowed && target.protocol === 'http:'))
      throw new OutgoingError('address', target.hostname);
    const addresses = await within(signal, resolve(target.hostname, lookup), target.hostname);
    if (addresses.length === 0) throw new OutgoingError('unreachable', target.hostname);
    if (!isPrivateAllowed && !addresses.every(({ address }) => isPublicAddress(address)))
      throw new OutgoingError('address', target.hostname);
    return exchange(target, request, addresses, signal);
  };
}

async function resolve(
  hostname: string,
  lookup: NonNullable<OutgoingOptions['lookup']>,
): Promise<readonly Resolved[]> {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(bare);
  if (family !== 0) return [{ address: bare, family }];
  try {
    return await lookup(bare);
  } catch {
    throw new OutgoingError('unreachable', hostname);
  }
}

/** The result of a promise that cannot be called off, as long as it is there in time. */
function within<T>(signal: AbortSignal, promise: Promise<T>, host: string): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new OutgoingError('slow', host)), { once: true });
    promise.then(resolve, reject);
  });
}

function exchange(
  target: URL,
  { method = 'GET', headers = {}, body }: OutgoingRequest,
  addresses: readonly Resolved[],
  signal: AbortSignal,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error & { code?: string }): void => reject(told(error, target.hostname, signal));
    const options: RequestOptions = {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
      agent: false,
      signal,
      lookup: (_name, { all }, answer) =>
        all === true
          ? answer(null, [...addresses])
          : answer(null, addresses[0]!.address, addresses[0]!.family),
    };
    const outgoing = (target.protocol === 'https:' ? requestHttps : requestHttp)(target, options);
    outgoing.on('error', refuse);
    outgoing.on('response', (incoming) => {
      read(incoming, target.hostname).then(resolve, refuse);
    });
    outgoing.end(body);
  });
}

async function read(incoming: IncomingMessage, host: string): Promise<Response> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_ANSWER) {
      incoming.destroy();
      throw new OutgoingError('large', host);
    }
    chunks.push(chunk);
  }
  const status = incoming.statusCode ?? 0;
  if (status < 200 || status > 599) throw new OutgoingError('unreachable', host);
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(incoming.headersDistinct))
    for (const value of values) headers.append(name, value);
  return new Response(BODILESS.has(status) ? null : Buffer.concat(chunks), { status, headers });
}

function told(error: Error & { code?: string }, host: string, signal: AbortSignal): OutgoingError {
  if (error instanceof OutgoingError) return error;
  if (signal.aborted) return new OutgoingError('slow', host);
  return new OutgoingError(CERTIFICATE.test(error.code ?? '') ? 'certificate' : 'unreachable', host);
}
