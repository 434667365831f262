// One typed call over tRPC's HTTP link. The link alone and not the whole client: the widget needs no proxy, subscription or plug-in.
import { httpLink } from '@trpc/client/links/httpLink';
import type { HTTPLinkOptions, Operation, OperationResultEnvelope } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../server/trpc/router.ts';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type Noun = keyof Inputs & keyof Outputs;
type Verb<N extends Noun> = keyof Inputs[N] & keyof Outputs[N] & string;

/** Calls procedures by noun and verb; inputs and answers have the types of the server's router. */
export interface Wire {
  query<N extends Noun, V extends Verb<N>>(noun: N, verb: V, input: Inputs[N][V], signal: AbortSignal): Promise<Outputs[N][V]>;
  mutate<N extends Noun, V extends Verb<N>>(noun: N, verb: V, input: Inputs[N][V], signal: AbortSignal): Promise<Outputs[N][V]>;
}

/** The wire to the server that the options name. Calls reject with the link's error, whose `data` is the server's refusal. */
export function openWire(options: Pick<HTTPLinkOptions<AppRouter['_def']['_config']['$types']>, 'url' | 'headers' | 'fetch'>): Wire {
  const link = httpLink<AppRouter>(options as HTTPLinkOptions<AppRouter['_def']['_config']['$types']>)({});
  let id = 0;
  const call = (type: Operation['type'], noun: string, verb: string, input: unknown, signal: AbortSignal): Promise<never> =>
    new Promise((resolve, reject) => {
      const op: Operation = { id: ++id, type, path: `${noun}.${verb}`, input, context: {}, signal };
      link({ op, next: () => reject(new Error('The HTTP link is the last one.')) as never }).subscribe({
        // The router's types vouch for what its procedure answers.
        next: (envelope: OperationResultEnvelope<unknown, unknown>) => resolve((envelope.result as { data: unknown }).data as never),
        error: reject,
      });
    });
  return {
    query: (noun, verb, input, signal) => call('query', noun, verb, input, signal),
    mutate: (noun, verb, input, signal) => call('mutation', noun, verb, input, signal),
  };
}
