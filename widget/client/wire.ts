// One typed call over tRPC's HTTP link. The link alone and not the whole client: the widget needs no proxy, subscription or plug-in.
import { httpLink } from '@trpc/client/links/httpLink';
import type { HTTPLinkOptions, Operation } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../server/trpc/router.ts';

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

/** Calls a procedure; input and answer have the types of the server's router. Rejects with the link's error, whose `data` is the refusal. */
export type Wire = <N extends Noun, V extends Verb<N>>(
  type: 'query' | 'mutation',
  noun: N,
  verb: V,
  input: Input<N, V>,
  signal: AbortSignal,
) => Promise<Output<N, V>>;

/** The wire to the server that the options name. */
export function openWire(options: Pick<Options, 'url' | 'headers' | 'fetch'>): Wire {
  const link = httpLink<AppRouter>(options as Options)({});
  let id = 0;
  return (type, noun, verb, input, signal) =>
    new Promise((resolve, reject) => {
      const op: Operation = { id: ++id, type, path: `${noun}.${verb}`, input, context: {}, signal };
      // The HTTP link ends the chain, so it never asks for the next one.
      link({ op, next: undefined as never }).subscribe({
        // The router's types vouch for what its procedure answers.
        next: ({ result }) => resolve((result as { data: never }).data),
        error: reject,
      });
    });
}
