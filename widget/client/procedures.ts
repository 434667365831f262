// Every procedure of the server by its path, as the router itself says it. Types only; nothing of the server is loaded.
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../server/trpc/router.ts';

type Routes = AppRouter['_def']['record'];
type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

type Noun = Extract<keyof Routes, string>;
type Verb<N extends Noun> = Extract<keyof Routes[N] & keyof Inputs[N] & keyof Outputs[N], string>;
type Routed = { [N in Noun]: `${N}.${Verb<N>}` }[Noun];
type Signature<P extends Routed> = P extends `${infer N extends Noun}.${infer V}`
  ? V extends Verb<N>
    ? { type: TypeOf<Routes[N][V]>; input: Inputs[N][V]; output: Outputs[N][V] }
    : never
  : never;
type TypeOf<Procedure> = Procedure extends { readonly _def: { readonly type: infer Type } } ? Type : never;

type Procedures = { [P in Routed]: Signature<P> };

/** A procedure, as `noun.verb`. */
export type Path = keyof Procedures;
/** What a procedure takes. */
export type Input<P extends Path> = Procedures[P]['input'];
/** What a procedure answers. */
export type Output<P extends Path> = Procedures[P]['output'];

type OfType<Type> = { [P in Path]: Procedures[P]['type'] extends Type ? P : never }[Path];
type WithKey = {
  [P in Path]: Procedures[P]['input'] extends { idempotencyKey: string } ? P : never;
}[Path];

/** A procedure that only reads. */
export type QueryPath = OfType<'query'>;
/** A procedure that changes something once for each key. */
export type WishPath = OfType<'mutation'> & WithKey;
/** A procedure that does something and takes no key, such as proving who one is. */
export type DeedPath = Exclude<OfType<'mutation'>, WithKey>;
/** What a wish says beside its key. */
export type Given<P extends WishPath> =
  Input<P> extends infer I ? (I extends unknown ? Omit<I, 'idempotencyKey'> : never) : never;
