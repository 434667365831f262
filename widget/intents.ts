// How inner elements ask `<user-admin>` for something. The intents of a room are in its own intents.ts; none of them leaves the widget.
import { Failure } from './failure.ts';
import { newKey } from './new-key.ts';

/**
 * A wish or question of an inner element, answered by `<user-admin>`, which stops it: it never reaches the page.
 *
 * Subclasses live in `<room>/intents.ts`, carry readonly fields and a `static readonly type` of the form `ua-verb-noun`.
 */
export abstract class Intent<Answer = void> extends Event {
  #answer: Promise<Answer> | undefined;

  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }

  /** Gives the answer; called once, by whoever handles the intent. */
  respondWith(answer: Promise<Answer>): void {
    this.#answer = answer;
  }

  /** The answer, or undefined while nobody has taken the intent. */
  get answer(): Promise<Answer> | undefined {
    return this.#answer;
  }
}

/** An intent that changes something. Its key is sent with every try, so that a retry has one effect. */
export abstract class Wish<Answer = void> extends Intent<Answer> {
  readonly key: string = newKey();
}

/** Dispatches `intent` from `element` and returns the answer. Rejects with a `Failure`. */
export function ask<Answer>(element: EventTarget, intent: Intent<Answer>): Promise<Answer> {
  element.dispatchEvent(intent);
  return intent.answer ?? Promise.reject(new Failure('internal'));
}

/** A passing message at the edge of the widget. */
export interface Notice {
  readonly text: string;
  /** `spoken` is announced and not shown. */
  readonly tone?: 'plain' | 'success' | 'danger' | 'spoken';
  /** One thing to do about it, such as undoing. */
  readonly action?: {
    readonly label: string;
    /** What it does, where the label does not say. */
    readonly hint?: string;
    readonly run: () => void;
  };
}

/** Asks `<user-admin>` to show a passing notice. */
export class NotifyIntent extends Intent {
  static readonly type = 'ua-notify';
  readonly notice: Notice;

  constructor(notice: Notice) {
    super(NotifyIntent.type);
    this.notice = notice;
  }
}
