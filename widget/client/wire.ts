// One typed call over tRPC's HTTP protocol. Types come from the server's router; tRPC's own client would be a tenth of the first load,
// for proxies, subscriptions and plug-ins that the widget has no use for.
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../server/trpc/router.ts';
import { isErrorCode } from '../../shared/errors.ts';
import { Failure } from '../failure.ts';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

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

/** What tRPC replies. */
interface Reply {
  readonly result?: { readonly data: unknown };
  readonly error?: { readonly data?: { readonly reason?: unknown; readonly details?: unknown } };
}

/** The wire to the procedures under `url`. */
export function openWire(url: string, headers: Readonly<Record<string, string>>, send: typeof fetch): Wire {
  return async (type, noun, verb, input, signal) => {
    const address = `${url}/${noun}.${verb}`;
    const body = JSON.stringify(input) as string | undefined;
    const response = await (type === 'query'
      ? send(body === undefined ? address : `${address}?input=${encodeURIComponent(body)}`, {
          headers,
          signal,
        })
      : send(address, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: body ?? null,
          signal,
        }));
    const { result, error } = (await response.json()) as Reply;
    // The router's types vouch for what its procedure answers.
    if (result !== undefined) return result.data as never;
    const { reason, details } = error?.data ?? {};
    throw new Failure(isErrorCode(reason) ? reason : 'internal', details);
  };
}
