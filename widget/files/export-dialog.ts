import { LitElement, css, html, nothing } from 'lit';
import type { CellValue } from '../../shared/csv/write.ts';
import { CSV_START, csvLine } from '../../shared/csv/write.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { failureOf } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { fileStrings as strings } from '../i18n/file-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as shared } from '../i18n/strings.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import { progressBlock } from '../ui/progress.ts';
import { saveFile } from './save-file.ts';

/** A row of a file: its cells, and what it is for programs. */
export interface ExportRow {
  readonly cells: readonly CellValue[];
  readonly json: unknown;
}

/** What is to be in a file; what is said of it, in the language spoken when it is asked. */
export interface ExportTask {
  readonly heading: string;
  readonly text: string;
  /** The name of the file without its ending. */
  readonly name: string;
  readonly columns: readonly string[];
  /** How many rows there will be, where that is known. */
  readonly total?: number;
  /** The rows as they come; ends where `signal` says so. */
  batches(signal: AbortSignal): AsyncIterable<readonly ExportRow[]>;
}

/**
 * Makes a file of a long list, piece by piece: asks for its format, shows how far it is, can be stopped.
 *
 * @tag ua-export-dialog
 * @fires {Event} close - When it has closed; does not bubble.
 */
export class ExportDialogElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    fields,
    css`
      .stage {
        display: grid;
        gap: 12px;
      }
      fieldset {
        display: grid;
        gap: 8px;
      }
      .choice {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      legend {
        margin-block-end: 6px;
        padding: 0;
      }
    `,
  ];

  static override properties = {
    task: { attribute: false },
    _format: { state: true },
    _stage: { state: true },
    _done: { state: true },
    _failure: { state: true },
  };

  /** What is to be exported; undefined closes the dialog. */
  declare task: ExportTask | undefined;
  /** @internal */
  declare _format: 'csv' | 'json';
  /** @internal */
  declare _stage: 'asking' | 'running' | 'finished';
  /** @internal How many rows are in the file. */
  declare _done: number;
  /** @internal */
  declare _failure: FailureCode | '';
  #stopping: AbortController | undefined;

  constructor() {
    super();
    void new FocusKeeper(this);
    this.task = undefined;
    this._format = 'csv';
    this._stage = 'asking';
    this._done = 0;
    this._failure = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopping?.abort();
  }

  /** Asks about `task`. */
  show(task: ExportTask): void {
    this._stage = 'asking';
    this._done = 0;
    this._failure = '';
    this.task = task;
  }

  protected override render() {
    const { task } = this;
    return html`<ua-dialog heading=${task === undefined ? '' : this.#heading(task)} .open=${task !== undefined} @close=${this.#close}>
      ${task === undefined ? nothing : html`<div class="stage">${this.#renderStage(task)}</div>${this.#renderButtons()}`}
    </ua-dialog>`;
  }

  #heading(task: ExportTask): string {
    if (this._stage !== 'finished' || this._failure !== '') return task.heading;
    return this._done === 0 ? strings.nothing : strings.done(this._done);
  }

  #renderStage(task: ExportTask) {
    if (this._stage === 'running') {
      return progressBlock(strings.running(this._done, task.total), this._done, task.total);
    }
    if (this._stage === 'finished')
      return this._failure === ''
        ? html`<p class="muted">${this._done === 0 ? nothing : strings.doneText(this.#fileOf(task))}</p>`
        : html`<p part="error" class="error" role="alert">${this._failure === 'aborted' ? strings.stopped : reasonText(this._failure)}</p>`;
    return html`<p class="muted">${task.text}</p>
      <fieldset>
        <legend class="label">${strings.format}</legend>
        ${(['csv', 'json'] as const).map(
          (format) => html`<label class="choice">
            <input type="radio" name="format" value=${format} .checked=${this._format === format} @change=${() => (this._format = format)} />
            ${format === 'csv' ? strings.csv : strings.json}
          </label>`,
        )}
      </fieldset>`;
  }

  #renderButtons() {
    if (this._stage === 'running')
      return html`<button slot="actions" type="button" part="button" class="button" @click=${this.#stop}>${actionStrings.stop}</button>`;
    if (this._stage === 'finished')
      return html`<button slot="actions" type="button" part="button button-primary" class="button primary" @click=${this.#close}>${actionStrings.close}</button>`;
    return html`<button slot="actions" type="button" part="button" class="button" @click=${this.#close}>${shared.cancel}</button>
      <button slot="actions" type="button" part="button button-primary" class="button primary" @click=${this.#run}>${strings.start}</button>`;
  }

  #fileOf(task: ExportTask): string {
    return `${task.name}.${this._format}`;
  }

  readonly #close = (): void => {
    this.#stopping?.abort();
    if (this.task === undefined) return;
    this.task = undefined;
    this.dispatchEvent(new Event('close'));
  };

  readonly #stop = (): void => this.#stopping?.abort();

  readonly #run = async (): Promise<void> => {
    const { task, _format: format } = this;
    if (task === undefined || this._stage !== 'asking') return;
    const { signal } = (this.#stopping = new AbortController());
    this._stage = 'running';
    const parts = [format === 'csv' ? CSV_START + csvLine(task.columns) : '[\n'];
    try {
      for await (const rows of task.batches(signal)) {
        signal.throwIfAborted();
        parts.push(format === 'csv' ? rows.map(({ cells }) => csvLine(cells)).join('') : this.#jsonOf(rows));
        this._done += rows.length;
      }
      signal.throwIfAborted();
      if (format === 'json') parts.push('\n]\n');
      const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
      if (this._done > 0) saveFile(this.#fileOf(task), type, parts);
    } catch (error) {
      // Closed, and perhaps opened for something else in the meantime.
      if (this.task === task) this._failure = failureOf(error).code;
    }
    if (this.task === task) this._stage = 'finished';
  };

  #jsonOf(rows: readonly ExportRow[]): string {
    const before = this._done === 0 || rows.length === 0 ? '' : ',\n';
    return before + rows.map(({ json }) => JSON.stringify(json)).join(',\n');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-export-dialog': ExportDialogElement;
  }
}
