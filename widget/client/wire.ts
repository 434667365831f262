// One typed call over tRPC's HTTP link. The link alone and not the whole client: the widget needs no proxy, subscription or plug-in.
import type { HTTPLinkOptions, Operation, TRPCClientError } from '@trpc/client';
import { httpLink } from '@trpc/client/links/httpLink';
import type { AppRouter } from '../../server/trpc/router.ts';
import { Failure, codeOf } from '../failure.ts';
import type { Input, Output, Path } from './procedures.ts';

type Options = HTTPLinkOptions<AppRouter['_def']['_config']['$types']>;

/** Calls a procedure. @throws {Failure} what the server refused; anything else is thrown where no answer came. */
export type Wire = <P extends Path>(
  type: 'query' | 'mutation',
  path: P,
  input: Input<P>,
  signal: AbortSignal,
) => Promise<Output<P>>;

/** The wire to the procedures under `url`. */
export function openWire(url: string, headers: Readonly<Record<string, string>>, send: typeof fetch): Wire {
  const link = httpLink<AppRouter>({ url, headers, fetch: send } as Options)({});
  let id = 0;
  return (type, path, input, signal) =>
    new Promise((resolve, reject) => {
      const op: Operation = { id: ++id, type, path, input, context: {}, signal };
      // The HTTP link ends the chain, so it never asks for the next one.
      link({ op, next: undefined as never }).subscribe({
        // The router's types vouch for what its procedure answers.
        next: ({ result }) => resolve((result as { data: never }).data),
        error: (error) => reject(refusalOf(error)),
      });
    });
}

/** What the server refused; where no answer came, what stood in the way. */
function refusalOf(error: TRPCClientError<AppRouter>): unknown {
  if (error.data == null) return error.cause ?? error;
  return new Failure(codeOf(error.data.reason), error.data.details);
}
