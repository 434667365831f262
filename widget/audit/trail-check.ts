import { LitElement, css, html, nothing } from 'lit';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import type { AuditCheck } from '../../shared/audit/entry.ts';
import { ReadIntent } from '../calls.ts';
import { failureOf } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { auditStrings as strings } from '../i18n/audit-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { ask } from '../intents.ts';
import { base, buttons } from '../styles/base.ts';
import { icon } from '../ui/icon.ts';
import { progressLine } from '../ui/progress.ts';

/**
 * Checks the chain of the trail from its beginning and names the first entry that is not as it was written.
 *
 * @tag ua-trail-check
 */
export class TrailCheckElement extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: contents;
      }
      .result {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding: 10px var(--_space);
        border-block-end: 1px solid var(--_line);
        background: var(--_subtle);
        font-size: var(--_small);
      }
      .result.whole {
        background: var(--_success-soft);
        color: var(--_success-text);
      }
      .result.broken {
        background: var(--_danger-soft);
        color: var(--_danger-text);
      }
      .result > span {
        flex: 1 1 200px;
        min-inline-size: 0;
      }
      progress {
        flex: 1 1 120px;
        max-inline-size: 240px;
        block-size: 8px;
        accent-color: var(--_accent);
      }
    `,
  ];
  static override properties = {
    _check: { state: true },
    _failure: { state: true },
    _isRunning: { state: true },
  };

  /** @internal How far it is. */
  declare _check: AuditCheck | undefined;
  /** @internal */
  declare _failure: FailureCode | '';
  /** @internal */
  declare _isRunning: boolean;
  #stopping: AbortController | undefined;

  constructor() {
    super();
    void new FocusKeeper(this);
    this._check = undefined;
    this._failure = '';
    this._isRunning = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopping?.abort();
  }

  protected override render() {
    const { _check: check, _failure: failure } = this;
    if (failure !== '') return this.#result('broken', reasonText(failure));
    if (this._isRunning) {
      const text = strings.verifying(check?.checked ?? 0, check?.total ?? 0);
      const far = [check?.checked ?? 0, check?.total ?? 1] as const;
      return html`<div class="result">${progressLine(text, far, this.#stop)}</div>`;
    }
    if (check === undefined) return nothing;
    return check.broken === null
      ? this.#result('whole', strings.whole(check.checked))
      : this.#result('broken', strings.broken(check.broken.seq, check.broken.reason));
  }

  /** Checks the whole chain, stretch by stretch. */
  async run(): Promise<void> {
    if (this._isRunning) return;
    const { signal } = (this.#stopping = new AbortController());
    this._isRunning = true;
    this._failure = '';
    this._check = undefined;
    try {
      let after = 0;
      do {
        this._check = await ask<AuditCheck>(this, new ReadIntent('audit.verify', { after }, signal));
        after = this._check.checked;
      } while (this._check.hasMore);
    } catch (error) {
      const { code } = failureOf(error);
      this._check = undefined;
      this._failure = code === 'aborted' ? '' : code;
    }
    this._isRunning = false;
  }

  readonly #stop = (): void => this.#stopping?.abort();

  #result(tone: 'whole' | 'broken', text: string) {
    return html`<div class="result ${tone}" role="status">${icon(tone === 'whole' ? 'check' : 'alert')}<span>${text}</span></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-trail-check': TrailCheckElement;
  }
}
