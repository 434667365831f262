import { LitElement, css, html, nothing } from 'lit';
import type { MemberSelection } from '../../shared/contract/members.ts';
import type { MemberOutcome } from '../../shared/members/member.ts';
import type { BulkChange } from '../client/api.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { ask } from '../intents.ts';
import { failureOf } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { actionStrings as strings } from '../i18n/action-strings.ts';
import { adviceStrings } from '../i18n/advice-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as shared } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import type { AssignmentChosenEvent } from '../resources/assign-many.ts';
import { noteField } from '../ui/note-field.ts';
import { progressBlock } from '../ui/progress.ts';
import { skeleton, skeletons } from '../ui/skeleton.ts';
import { adviceStyles } from '../ui/advice.ts';
import { ChangeManyMembersIntent, NeedPersonIntent } from './change-intents.ts';
import { canUndo, undoOf } from './bulk-undo.ts';
import type { BulkWish, UndoableChange } from './bulk-undo.ts';
import type { MemberQuery } from './member-query.ts';
import { removalAdvice } from './removal-advice.ts';
import { countSelected, selectionParts } from './selection.ts';
import type { Selection } from './selection.ts';

/** The most refusals that are listed by name. */
const LISTED = 100;

type BulkStep = { readonly results: readonly MemberOutcome[]; readonly next: string | null };

/** What is to be done to whom. */
export interface BulkTask {
  readonly change: BulkChange;
  readonly selection: Selection;
  readonly query: MemberQuery;
  readonly total: number;
  readonly isExact: boolean;
}

/**
 * A change of many members from the question to one result per person: asks, shows how far it is, can be stopped, says who was refused and why.
 *
 * @tag ua-bulk-dialog
 * @fires {Event} done - When it has closed after something was begun; does not bubble.
 */
export class BulkDialogElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    fields,
    skeletons,
    adviceStyles,
    css`
      .stage {
        display: grid;
        gap: 12px;
      }
      .refused {
        display: grid;
        max-block-size: 240px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        overflow: auto;
      }
      .refused > * {
        padding: 8px var(--_snug);
        border-block-end: 1px solid var(--_line);
      }
      .refused > :last-child {
        border: 0;
      }
      .refused strong {
        display: block;
        font-weight: 500;
        overflow-wrap: anywhere;
      }
    `,
  ];

  static override properties = {
    task: { attribute: false },
    rights: { attribute: false },
    _stage: { state: true },
    _done: { state: true },
    _refused: { state: true },
    _failure: { state: true },
    _hasChoice: { state: true },
    _note: { state: true },
    _undoing: { state: true },
  };

  /** What is to be done; undefined closes the dialog. */
  declare task: BulkTask | undefined;
  /** What the viewer may do. */
  declare rights: Rights;
  /** @internal */
  declare _stage: 'asking' | 'running' | 'finished';
  /** @internal How many were answered. */
  declare _done: number;
  /** @internal */
  declare _refused: readonly MemberOutcome[];
  /** @internal */
  declare _failure: FailureCode | '';
  /** @internal Whether the code is there that chooses what people are given. */
  declare _hasChoice: boolean;
  /** @internal Why, for the trail. */
  declare _note: string;
  /** @internal For how many people it is taken back; 0 while it is done. */
  declare _undoing: number;

  #stopping: AbortController | undefined;
  /** What became of whoever was changed, for taking it back. */
  #changed: MemberOutcome[] = [];

  constructor() {
    super();
    void new FocusKeeper(this);
    this.task = undefined;
    this._hasChoice = false;
    this._undoing = 0;
    this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopping?.abort();
  }

  /** Asks about `task`. */
  show(task: BulkTask): void {
    this.#begin();
    this._undoing = 0;
    this.task = task;
    if (task.change.action === 'member.assign') void this.#needChoice();
  }

  protected override render() {
    const { task } = this;
    return html`<ua-dialog ?wide=${task?.change.action === 'member.assign'} heading=${task === undefined ? '' : this.#heading(task)} .open=${task !== undefined} @close=${this.#close}>
      ${task === undefined ? nothing : html`<div class="stage">${this.#renderStage(task)}</div>${this.#renderButtons(task)}`}
    </ua-dialog>`;
  }

  #begin(): void {
    this._stage = 'asking';
    this._done = 0;
    this._refused = [];
    this._failure = '';
    this._note = '';
    this.#changed = [];
  }

  #who(task: BulkTask): string {
    if (this._undoing > 0) return shared.people(this._undoing);
    const count = countSelected(task.selection, task.total);
    return shared.membersCount(count, !task.selection.isAll || task.isExact);
  }

  #heading(task: BulkTask): string {
    const changed = this._done - this._refused.length;
    if (this._stage === 'finished')
      return this._undoing > 0 ? strings.bulkUndone(changed) : strings.bulkDone(changed);
    const { change } = task;
    return strings.bulkHeading[change.action](this.#who(task), this.#what(change));
  }

  /** What they are to have: the name of a role or of a kind of things. */
  #what(change: BulkChange): string {
    const { policy, roleName } = this.rights;
    if (change.action === 'member.change-role') return change.roles.map(roleName).join(shared.comma);
    if (change.action !== 'member.assign') return '';
    return policy.resources.find(({ key }) => key === change.kind)?.plural ?? change.kind;
  }

  #renderStage(task: BulkTask) {
    if (this._stage === 'asking')
      return html`${this.#renderChoice(task.change)}<p class="muted">${strings.bulkText[task.change.action]}</p>
        ${removalAdvice(task.change.action, adviceStrings.them, this.rights)}
        ${noteField(this._note, (note) => (this._note = note))}
        ${task.change.action === 'member.assign' ? nothing : this.#renderFailure()}`;
    const total = this._undoing || countSelected(task.selection, task.total);
    if (this._stage === 'running')
      return progressBlock(strings.bulkRunning(this._done, this.#who(task)), this._done, total);
    return html`${this.#renderFailure()}
      ${this.#mayUndo(task.change) ? html`<p class="muted">${strings.bulkUndo[task.change.action]}</p>` : nothing}
      ${this._refused.length === 0 ? nothing : this.#renderRefused()}`;
  }

  #renderFailure() {
    const { _failure: failure } = this;
    if (failure === '') return nothing;
    const text =
      failure === 'aborted' ? strings.bulkStopped(this._done - this._refused.length) : reasonText(failure);
    return html`<p part="error" class="error" role="alert">${text}</p>`;
  }

  #mayUndo(change: BulkChange): change is UndoableChange {
    return this._undoing === 0 && canUndo(change) && this.#changed.length > 0;
  }

  #renderRefused() {
    const listed = this._refused.slice(0, LISTED);
    return html`<h3 id="refused">${strings.bulkRefused(this._refused.length)}</h3>
      <ul class="refused" tabindex="0" aria-labelledby="refused">
        ${listed.map(({ name, refused }) => html`<li><strong><bdi>${name}</bdi></strong><span class="muted">${reasonText(refused!)}</span></li>`)}
        ${this._refused.length > LISTED ? html`<li class="muted">${strings.moreRefused(this._refused.length - LISTED)}</li>` : nothing}
      </ul>`;
  }

  #renderButtons({ change }: BulkTask) {
    const isDangerous = change.action === 'member.deactivate' || change.action === 'member.remove';
    if (this._stage === 'running')
      return html`<button slot="actions" type="button" part="button" class="button" @click=${this.#stop}>${strings.stop}</button>`;
    if (this._stage === 'finished')
      return html`${
        this.#mayUndo(change)
          ? html`<button slot="actions" type="button" part="button" class="button" @click=${this.#undo}>${shared.undo}</button>`
          : nothing
      }
        <button slot="actions" type="button" part="button button-primary" class="button primary" @click=${this.#close}>${strings.close}</button>`;
    return html`<button slot="actions" type="button" part="button" class="button" autofocus @click=${this.#close}>${shared.cancel}</button>
      <button
        slot="actions"
        type="button"
        part="button button-${isDangerous ? 'danger' : 'primary'}" class="button ${isDangerous ? 'danger' : 'primary'}"
        aria-disabled=${isComplete(change) ? nothing : 'true'}
        @click=${this.#run}
      >
        ${change.action === 'member.assign' && change.remove.length > 0 ? strings.takeAway : strings.bulkConfirm[change.action]}
      </button>`;
  }

  /** What is chosen for everybody; nothing until the code of the choice is there, or the reason why it is not. */
  #renderChoice(change: BulkChange) {
    if (change.action !== 'member.assign') return nothing;
    const kind = this.rights.policy.resources.find(({ key }) => key === change.kind);
    if (this._failure !== '') return this.#renderFailure();
    return this._hasChoice
      ? html`<ua-assign-many .rights=${this.rights} .kind=${kind} @ua-assignment-chosen=${this.#choose}></ua-assign-many>`
      : html`<div aria-busy="true">${skeleton(3)}</div>`;
  }

  readonly #choose = ({ add, remove }: AssignmentChosenEvent): void => {
    const { task } = this;
    if (task?.change.action === 'member.assign')
      this.task = { ...task, change: { ...task.change, add: [...add], remove: [...remove] } };
  };

  async #needChoice(): Promise<void> {
    try {
      await ask(this, new NeedPersonIntent());
      this._hasChoice = true;
    } catch (error) {
      this._failure = failureOf(error).code;
    }
  }

  readonly #close = (): void => {
    this.#stopping?.abort();
    if (this.task === undefined) return;
    this.task = undefined;
    // Whoever thought better of it has chosen nobody else.
    if (this._stage !== 'asking') this.dispatchEvent(new Event('done'));
  };

  readonly #stop = (): void => {
    this.#stopping?.abort();
  };

  readonly #run = async (): Promise<void> => {
    if (this.task === undefined || this._stage !== 'asking' || !isComplete(this.task.change)) return;
    const { change, selection, query } = this.task;
    // One change of everybody together, however many requests it takes.
    const whole = selection.isAll ? this.task.total : selection.ids.size;
    await this.#perform(
      selectionParts(selection, query).map((part, at) => ({
        selection: part,
        change,
        whole: at === 0 ? whole : 0,
      })),
    );
  };

  /** Takes back what was done, for whoever is still as it left them. */
  readonly #undo = async (): Promise<void> => {
    if (this.task === undefined || this._stage !== 'finished') return;
    const wishes = undoOf(this.task.change, this.#changed);
    this._undoing = this.#changed.length;
    this.#begin();
    await this.#perform(wishes);
  };

  async #perform(wishes: readonly BulkWish[]): Promise<void> {
    const { signal } = (this.#stopping = new AbortController());
    this._stage = 'running';
    this._failure = '';
    try {
      for (const { selection, change, whole } of wishes) {
        let step: MemberSelection | undefined = selection;
        while (step !== undefined) {
          const { results, next }: BulkStep = await ask(
            this,
            new ChangeManyMembersIntent(step, change, signal, this._note, step === selection ? whole : 0),
          );
          this._done += results.length;
          this.#changed.push(...results.filter(({ refused }) => refused === undefined));
          this._refused = [...this._refused, ...results.filter(({ refused }) => refused !== undefined)];
          step = next === null || !('filter' in step) ? undefined : { ...step, after: next };
          signal.throwIfAborted();
        }
      }
    } catch (error) {
      // Shown with what was done until then: nothing is rolled back.
      const { code } = failureOf(error);
      // Asked again: whatever was chosen and noted is still there.
      const isAskedAgain = code === 'prevented' && this._done === 0 && this._undoing === 0;
      if (isAskedAgain) this._stage = 'asking';
      this._failure = code;
      if (isAskedAgain) return;
    }
    this._stage = 'finished';
  }
}

/** Whether it is chosen what happens. */
function isComplete(change: BulkChange): boolean {
  return change.action !== 'member.assign' || change.add.length + change.remove.length > 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-bulk-dialog': BulkDialogElement;
  }
}
