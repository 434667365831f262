// One typed call over tRPC's HTTP link. The link alone and not the whole client: the widget needs no proxy, subscription or plug-in.
import type { HTTPLinkOptions, Operation, TRPCClientError } from '@trpc/client';
import { httpLink } from '@trpc/client/links/httpLink';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../server/trpc/router.ts';
import { Failure, codeOf } from '../failure.ts';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type Options = HTTPLinkOptions<AppRouter['_def']['_config']['$types']>;

/** A room of procedures. */
export type Noun = keyof Inputs & keyof Outputs;
/** A procedure of a room. */
export type Verb<N extends Noun> = keyof Inputs[N] & keyof Outputs[N] & string;
/** What a procedure takes. */
export type Input<N extends Noun, V extends Verb<N>> = Inputs[N][V];
/** What a procedure answers. */
export type Output<N extends Noun, V extends Verb<N>> = Outputs[N][V];

/** Calls a procedure. @throws {Failure} what the server refused; anything else is thrown where no answer came. */
export type Wire = <N extends Noun, V extends Verb<N>>(
  type: 'query' | 'mutation',
  noun: N,
  verb: V,
  input: Input<N, V>,
  signal: AbortSignal,
) => Promise<Output<N, V>>;

/** The wire to the procedures under `url`. */
export function openWire(url: string, headers: Readonly<Record<string, string>>, send: typeof fetch): Wire {
  const link = httpLink<AppRouter>({ url, headers, fetch: send } as Options)({});
  let id = 0;
  return (type, noun, verb, input, signal) =>
    new Promise((resolve, reject) => {
      const op: Operation = { id: ++id, type, path: `${noun}.${verb}`, input, context: {}, signal };
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
