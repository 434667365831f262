// How what is loaded later asks for any procedure of the server by its path: three intents and their answers. The client itself stays behind them.
import type { DeedPath, Given, Input, Output, QueryPath, WishPath } from './client/procedures.ts';
import type { FactEvent } from './events.ts';
import { Intent, Wish } from './intents.ts';
import type { Desk, Freshness, Room } from './room.ts';

export type { Given, Output, WishPath };

/** What follows once the server has said yes. */
export interface Consequence {
  /** What the page is told. */
  readonly tell?: FactEvent;
  /** What has become out of date. */
  readonly touch?: readonly Freshness[];
}

/** Asks to read. */
export class ReadIntent<P extends QueryPath> extends Intent<Output<P>> {
  static readonly type = 'ua-read';
  readonly path: P;
  readonly input: Input<P>;
  readonly signal: AbortSignal;

  constructor(path: P, input: Input<P>, signal: AbortSignal) {
    super(ReadIntent.type);
    this.path = path;
    this.input = input;
    this.signal = signal;
  }
}

/** Asks for a change; sent again under its own key where no answer came, so that it happens once. */
export class WriteIntent<P extends WishPath> extends Wish<Output<P>> {
  static readonly type = 'ua-write';
  readonly path: P;
  readonly given: Given<P>;
  readonly consequence: Consequence;
  /** As in `CallOptions`. */
  readonly whole: number | undefined;

  constructor(path: P, given: Given<P>, consequence: Consequence = {}, whole?: number) {
    super(WriteIntent.type);
    this.whole = whole;
    this.path = path;
    this.given = given;
    this.consequence = consequence;
  }
}

/** Asks for something that takes no key, such as proving who one is; sent once. */
export class SendIntent<P extends DeedPath> extends Intent<Output<P>> {
  static readonly type = 'ua-send';
  readonly path: P;
  readonly input: Input<P>;
  readonly consequence: Consequence;

  constructor(path: P, input: Input<P>, consequence: Consequence = {}) {
    super(SendIntent.type);
    this.path = path;
    this.input = input;
    this.consequence = consequence;
  }
}

/** The answers to these intents; every room that uses them needs this one too. */
export const CALL_ROOM: Room = {
  elements: {},
  answers: {
    [ReadIntent.type]: ({ path, input, signal }: ReadIntent<QueryPath>, { api }) =>
      api.read(path, input, { signal }),
    [WriteIntent.type]: ({ path, given, key, whole, consequence }: WriteIntent<WishPath>, desk) =>
      follow(
        desk,
        consequence,
        desk.write(path, given, { idempotencyKey: key, ...(whole !== undefined && { whole }) }),
      ),
    [SendIntent.type]: ({ path, input, consequence }: SendIntent<DeedPath>, desk) =>
      follow(desk, consequence, desk.api.send(path, input)),
  },
};

async function follow(
  desk: Desk,
  { tell, touch = [] }: Consequence,
  change: Promise<unknown>,
): Promise<unknown> {
  const answered = await change;
  if (tell !== undefined) desk.tell(tell);
  if (touch.length > 0) desk.touch(...touch);
  return answered;
}
