// One form that is being saved: pending, the reason where it failed, a notice where it went well. What was typed is the form's own.
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { failureOf } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { NotifyIntent, ask } from '../intents.ts';
import type { Intent } from '../intents.ts';

/** Something was saved, or was changed by somebody else, so that it has to be loaded again. For the element around; does not bubble. */
export class SavedEvent extends Event {
  static readonly type = 'ua-saved';
  constructor() {
    super(SavedEvent.type);
  }
}

/** Saves what `host` edits, one wish at a time. */
export class Saving {
  /** Why the last wish was refused. */
  failure: FailureCode | undefined;
  /** What the refusal said beside its code, such as the field that it is about. */
  details: unknown;
  /** Whether a wish is under way. */
  isRunning = false;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /**
   * Makes `wish` come true, unless another is under way; `done` runs after it, before the notice, which is '' for none. Resolves with
   * whether it did.
   */
  async run<Answer>(
    wish: Intent<Answer>,
    notice: string | ((answer: Answer) => string),
    done: (answer: Answer) => void = () => {},
  ): Promise<boolean> {
    if (this.isRunning) return false;
    this.isRunning = true;
    this.failure = undefined;
    this.#host.requestUpdate();
    try {
      const answer = await ask(this.#host, wish);
      done(answer);
      const text = typeof notice === 'string' ? notice : notice(answer);
      if (text !== '') this.#host.dispatchEvent(new NotifyIntent({ text, tone: 'success' }));
      this.#host.dispatchEvent(new SavedEvent());
      return true;
    } catch (error) {
      // Shown at the form, which keeps what was typed; nobody waits for what was cancelled.
      const { code, details } = failureOf(error);
      this.details = details;
      if (code !== 'aborted') this.failure = code;
      if (code === 'changed_meanwhile') this.#host.dispatchEvent(new SavedEvent());
      return false;
    } finally {
      this.isRunning = false;
      this.#host.requestUpdate();
    }
  }

  /** Forgets the last refusal. */
  reset(): void {
    this.failure = undefined;
    this.#host.requestUpdate();
  }

  /** The reason of the last refusal, spoken when it appears. */
  renderError(): TemplateResult | typeof nothing {
    return this.failure === undefined
      ? nothing
      : html`<p part="error" class="error" role="alert">${reasonText(this.failure)}</p>`;
  }
}
