// The server over tRPC: which procedure is behind which call, tried again where no answer came.
import type { MemberPage } from '../../shared/members/member.ts';
import { newKey } from '../new-key.ts';
import type { CallOptions, Calls, UserAdminApi } from './api.ts';
import { RETRIES, withAttempts } from './attempts.ts';
import { authorizedFetch } from './fetch.ts';
import type { Input, Output, Path } from './procedures.ts';
import type { TokenSource } from './token.ts';
import { openWire } from './wire.ts';

/** Where the server is and who asks it. */
export interface Connection {
  /** The address that the server is mounted under. */
  readonly endpoint: string;
  /** The workspace; empty where the token names it. */
  readonly workspace: string;
  readonly tokens: TokenSource;
  /** Ends every call, because somebody else is asking now. */
  readonly signal: AbortSignal;
}

/** The server at `connection`, as the widget knows it. */
export function connect(connection: Connection): UserAdminApi {
  const calls = callsOver(connection);
  return {
    ...calls,
    viewer: (options) => calls.read('viewer.get', undefined, options),
    members: {
      list: async (input, options) =>
        JSON.parse((await calls.read('members.list', input, options)).page) as MemberPage,
    },
    listen: async (...how) => (await import('./listen.ts')).listen(connection, ...how),
  };
}

/** The three sorts of calls over one connection. */
export function callsOver({ endpoint, workspace, tokens, signal }: Connection): Calls {
  const url = `${endpoint.replace(/\/+$/, '')}/trpc`;
  const wire = openWire(url, workspace === '' ? {} : { 'ua-workspace': workspace }, authorizedFetch(tokens));
  const call = <P extends Path>(
    retries: number,
    type: 'query' | 'mutation',
    path: P,
    input: Input<P>,
    options: CallOptions | undefined,
  ): Promise<Output<P>> => {
    const wanted = options?.signal === undefined ? signal : AbortSignal.any([options.signal, signal]);
    return withAttempts(retries, wanted, () => wire(type, path, input, wanted));
  };
  return {
    read: (path, input, options) => call(RETRIES.read, 'query', path, input, options),
    write: (path, given, options) => {
      // One key for one wish, however often it has to be sent.
      const input = { ...(given as object), idempotencyKey: options?.idempotencyKey ?? newKey() };
      return call(RETRIES.write, 'mutation', path, input as Input<typeof path>, options);
    },
    send: (path, input, options) => call(0, 'mutation', path, input, options),
  };
}
