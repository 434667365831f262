import { LitElement, css, html, nothing } from 'lit';
import { holds } from '../../shared/policy/compile.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { failureOf } from '../failure.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { fileStrings as strings } from '../i18n/file-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as shared } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, labels, loudButtons } from '../styles/forms.ts';
import { tables } from '../styles/table.ts';
import { progressBlock } from '../ui/progress.ts';
import { importChoice, importChoiceStyles } from './import-choice.ts';
import { saveFailed } from './import-files.ts';
import type { Judged } from './import-run.ts';
import { importPieces, leftOut } from './import-run.ts';
import type { Verdict } from './import-table.ts';
import { VERDICTS, countsOf, importTableStyles, judgedRows, sortButtons } from './import-table.ts';
import type { Listed } from './read-list.ts';
import { readList, textOf } from './read-list.ts';

/** The longest list that is shown to be mended, in characters. */
const SHOWN_TEXT = 200_000;

type Stage = 'choosing' | 'reading' | 'looking' | 'found' | 'importing' | 'finished' | 'comparing';

/**
 * Brings people in from a file or a pasted table: reads it, says what would become of each row, does it, and says how each went.
 *
 * @tag ua-import-dialog
 */
export class ImportDialogElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    fields,
    labels,
    tables,
    importTableStyles,
    importChoiceStyles,
    css`
      .stage {
        display: grid;
        gap: 14px;
        min-inline-size: 0;
      }
      .button[aria-pressed='true'] {
        border-color: var(--_accent-text);
        background: var(--_hover);
      }
      .beside {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
      }
    `,
  ];

  static override properties = {
    rights: { attribute: false },
    _isOpen: { state: true },
    _stage: { state: true },
    _text: { state: true },
    _role: { state: true },
    _problem: { state: true },
    _judged: { state: true },
    _shown: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** @internal */
  declare _isOpen: boolean;
  /** @internal */
  declare _stage: Stage;
  /** @internal What was pasted. */
  declare _text: string;
  /** @internal The role of new people whose row names none. */
  declare _role: string;
  /** @internal Says why it cannot go on. */
  declare _problem: (() => string) | undefined;
  /** @internal The rows with what would become, or became, of them. */
  declare _judged: readonly Judged[];
  /** @internal The sort of rows that is shown. */
  declare _shown: Verdict;
  #people: readonly Listed[] = [];
  #ignored: readonly string[] = [];
  #stopping: AbortController | undefined;

  constructor() {
    super();
    void new FocusKeeper(this);
    this._isOpen = false;
    this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopping?.abort();
  }

  /** Asks for a list. */
  show(): void {
    this.#begin();
    this._isOpen = true;
  }

  protected override render() {
    return html`<ua-dialog wide heading=${this.#heading()} .open=${this._isOpen} @close=${this.#close}>
      ${this._isOpen ? html`<div class="stage">${this.#renderStage()}</div>${this.#renderButtons()}` : nothing}
    </ua-dialog>`;
  }

  #begin(): void {
    this._stage = 'choosing';
    this._text = this._role = '';
    this._problem = undefined;
    this._judged = [];
    this._shown = 'error';
    this.#people = this.#ignored = [];
  }

  #heading(): string {
    if (this._stage === 'found') return strings.found(this.#people.length);
    if (this._stage === 'comparing') return strings.compare;
    if (this._stage !== 'finished') return strings.importPeople;
    const { new: added, changes } = countsOf(this._judged);
    return strings.became(added + changes);
  }

  #renderStage() {
    switch (this._stage) {
      case 'choosing':
        return this.#renderChoice();
      case 'reading':
        return html`<p role="status">${strings.reading}</p>`;
      case 'looking':
        return this.#renderProgress(strings.looking);
      case 'importing':
        return this.#renderProgress(strings.importing);
      case 'comparing':
        return html`<ua-import-compare .rights=${this.rights} .judged=${this._judged}></ua-import-compare>`;
      default:
        return this.#renderJudged();
    }
  }

  #renderChoice() {
    return importChoice(this.rights, this.#renderProblem(), {
      role: this._role,
      text: this._text,
      onRole: (role) => (this._role = role),
      onText: (text) => (this._text = text),
      onFile: (file) => void this.#read(file),
    });
  }

  #renderProgress(text: (done: number, total: number) => string) {
    const [done, total] = [this._judged.length, this.#people.length];
    return progressBlock(text(done, total), done, total);
  }

  #renderProblem() {
    return this._problem === undefined
      ? nothing
      : html`<p part="error" class="error" role="alert">${this._problem()}</p>`;
  }

  #renderJudged() {
    const { _judged: judged, _shown: shown, rights } = this;
    const counts = countsOf(judged);
    const isNothing = this._stage === 'found' && counts.new + counts.changes + counts.error === 0;
    return html`${this.#renderProblem()}
      ${isNothing ? html`<p>${strings.nothingToDo}</p>` : nothing}
      ${this.#ignored.length === 0 ? nothing : html`<p class="muted small-print">${strings.ignored(this.#ignored.join(shared.comma))}</p>`}
      ${sortButtons(counts, shown, (verdict) => (this._shown = verdict))} ${judgedRows(judged, shown, rights)}
      <div class="beside">
        ${
          counts.error > 0
            ? html`<button type="button" part="link" class="link" @click=${() => saveFailed(judged)}>${strings.saveFailed}</button>`
            : nothing
        }
        ${
          this.#mayCompare
            ? html`<button type="button" part="link" class="link" @click=${() => (this._stage = 'comparing')}>${strings.compare}</button>`
            : nothing
        }
      </div>`;
  }

  /** Whether it helps to know who is not in the list: where somebody can be switched off. */
  get #mayCompare(): boolean {
    const { policy, actor, facts } = this.rights;
    return policy.members.deactivation !== 'none' && holds(facts.policy, actor.roles, 'members.manage');
  }

  #renderButtons() {
    const close = html`<button slot="actions" type="button" part="button" class="button" @click=${this.#close}>${shared.cancel}</button>`;
    switch (this._stage) {
      case 'choosing':
        return html`${close}
          <button
            slot="actions"
            type="button"
            part="button button-primary" class="button primary"
            aria-disabled=${String(this._text.trim() === '')}
            @click=${() => this._text.trim() !== '' && this.#look(this._text)}
          >
            ${strings.look}
          </button>`;
      case 'reading':
        return close;
      case 'looking':
      case 'importing':
        return html`<button slot="actions" type="button" part="button" class="button" @click=${this.#stop}>${actionStrings.stop}</button>`;
      case 'found':
        return this.#renderApply();
      case 'comparing':
        return html`<button slot="actions" type="button" part="button" class="button" @click=${this.#close}>${actionStrings.close}</button>`;
      case 'finished':
        return html`<button slot="actions" type="button" part="button button-primary" class="button primary" @click=${this.#close}>${actionStrings.close}</button>`;
    }
  }

  #renderApply() {
    const count = this.#wanted.length;
    return html`<button slot="actions" type="button" part="button" class="button" @click=${() => (this._stage = 'choosing')}>${strings.back}</button>
      ${
        count === 0
          ? html`<button slot="actions" type="button" part="button button-primary" class="button primary" @click=${this.#close}>${actionStrings.close}</button>`
          : html`<button slot="actions" type="button" part="button button-primary" class="button primary" @click=${this.#apply}>${strings.apply(count)}</button>`
      }`;
  }

  /** The rows that something would be done with. */
  get #wanted(): readonly Judged[] {
    return this._judged.filter(({ result: { verdict } }) => verdict === 'new' || verdict === 'changes');
  }

  async #read(file: File): Promise<void> {
    this._stage = 'reading';
    const text = await textOf(file).catch(() => undefined);
    if (text === undefined) return this.#cannotRead('unreadable');
    // Kept to be seen and mended after going back, unless it would be too much for a field.
    this._text = text.length <= SHOWN_TEXT ? text.replace(/^\uFEFF/, '') : '';
    await this.#look(text);
  }

  async #look(text: string): Promise<void> {
    this._problem = undefined;
    this._stage = 'reading';
    const list = await readList(text, this.rights.policy);
    if (!this._isOpen) return;
    if ('problem' in list) return this.#cannotRead(list.problem);
    this.#people = list.people;
    this.#ignored = list.ignored;
    const isWhole = await this.#run('looking', list.people, 'preview');
    if ((this._stage as Stage) === 'looking') this._stage = isWhole ? 'found' : 'choosing';
  }

  #cannotRead(problem: keyof typeof strings.listProblems): void {
    this._problem = () => strings.listProblems[problem];
    this._stage = 'choosing';
  }

  readonly #apply = async (): Promise<void> => {
    const wanted = this.#wanted;
    const isWanted = new Set(wanted);
    const rest = this._judged.filter((row) => !isWanted.has(row));
    this.#people = wanted;
    await this.#run('importing', wanted, 'apply');
    if (this._stage !== 'importing') return;
    this._judged = [...this._judged, ...rest].toSorted((a, b) => a.line - b.line);
    this.#showFirst();
    this._stage = 'finished';
  };

  /** Sends the rows piece by piece; whether it came to the end. */
  async #run(stage: Stage, people: readonly Listed[], mode: 'preview' | 'apply'): Promise<boolean> {
    const { signal } = (this.#stopping = new AbortController());
    const roles = this._role === '' ? [] : [this._role];
    const { policy } = this.rights.facts;
    this._stage = stage;
    this._judged = [];
    this._problem = undefined;
    try {
      for await (const piece of importPieces(this, people, { mode, roles, signal, policy })) {
        this._judged = [...this._judged, ...piece];
        signal.throwIfAborted();
      }
      this.#showFirst();
      return true;
    } catch (error) {
      const { code } = failureOf(error);
      const dealt = this._judged.length;
      if (code !== 'aborted') this._problem = () => reasonText(code);
      else if (mode === 'apply') this._problem = () => strings.stoppedAfter(dealt);
      // Nothing became of the rest, which stands there with what was not possible, to be brought in again.
      if (mode === 'apply') this._judged = [...this._judged, ...leftOut(people.slice(dealt), code)];
      return false;
    }
  }

  #showFirst(): void {
    const counts = countsOf(this._judged);
    this._shown = VERDICTS.find((verdict) => counts[verdict] > 0) ?? 'same';
  }

  readonly #stop = (): void => this.#stopping?.abort();

  readonly #close = (): void => {
    this.#stopping?.abort();
    this._isOpen = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-import-dialog': ImportDialogElement;
  }
}
