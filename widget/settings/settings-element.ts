// What the sections of settings have in common: rights, one form, one thing saved at a time, one question. No section of its own.
import { LitElement, html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { loaded } from '../ui/loaded.ts';
import { SavedEvent, Saving } from '../controllers/saving.ts';
import { section, sections } from '../ui/section.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import { Unsaved } from '../controllers/unsaved.ts';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { NotifyIntent, ask } from '../intents.ts';
import type { Intent } from '../intents.ts';
import { mayHere } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base, cards } from '../styles/base.ts';
import { fields, labels, loudButtons } from '../styles/forms.ts';
import { copyText } from '../ui/clipboard.ts';
import { deedButton } from '../ui/deed-button.ts';
import { HintController } from '../ui/hint.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { skeletons } from '../ui/skeleton.ts';
import { Form } from './form.ts';
import { looks } from './looks.ts';

/** Something that is asked before it is done. */
export interface Question {
  readonly heading: string;
  readonly text: unknown;
  /** The word on the button that does it. */
  readonly action: string;
  readonly isDangerous?: boolean;
  /** Does it; whether it was done. */
  readonly run: () => Promise<boolean>;
}

/** A section of settings. */
export abstract class SettingsElement<Data = unknown> extends LitElement {
  static override styles = [base, loudButtons, fields, labels, cards, skeletons, sections, looks];
  static override properties: PropertyDeclarations = {
    rights: { attribute: false },
    data: { attribute: false },
    revision: { type: Number },
    _question: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** What is set, where the element around has read it. */
  declare data: Data;
  /** Raised to load what is shown again, in place. */
  declare revision: number;
  /** @internal What is asked. */
  declare _question: Question | undefined;
  protected readonly query: QueryController<Data> = new QueryController<Data>(this);
  protected readonly saving: Saving = new Saving(this);
  protected readonly form: Form = new Form(this, this.saving);

  constructor() {
    super();
    this.revision = 0;
    this._question = undefined;
    void new HintController(this);
    void new FocusKeeper(this);
    void new Unsaved(this, () => this.form.isChanged);
    this.addEventListener(SavedEvent.type, this.load);
  }

  /** Why nothing can be changed here; empty where it can. @internal */
  get obstacle(): string {
    const decision = mayHere(this.rights, this.isDeployment ? 'deployment.change' : 'settings.change');
    return decision.allowed ? '' : reasonText(decision.reason);
  }

  /** Whether it holds for the whole deployment. */
  protected get isDeployment(): boolean {
    return false;
  }

  /** Whether something is asked right now. @internal */
  get isAsking(): boolean {
    return this._question !== undefined;
  }

  /** Whether something was typed that is not saved. */
  get hasUnsaved(): boolean {
    return this.form.isChanged;
  }

  /** Puts the focus on the first control. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('ua-providers, button, input:enabled')?.focus();
  }

  /** What the section shows. */
  protected abstract draw(): TemplateResult;

  /** Asks for what is set; nothing where the element around does. */
  protected reading?(signal: AbortSignal): Intent<Data>;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('revision')) this.load();
  }

  protected override render() {
    const { _question: question } = this;
    const { failure, isRunning } = this.saving;
    return html`${this.draw()}
      <ua-confirm
        .open=${question !== undefined}
        heading=${question?.heading ?? ''}
        action=${question?.action ?? ''}
        .isDangerous=${question?.isDangerous ?? true}
        .isPending=${isRunning}
        failure=${question === undefined || failure === undefined ? '' : reasonText(failure)}
        @confirm=${this.#answer}
        @close=${this.#close}
        >${question?.text ?? nothing}</ua-confirm
      >`;
  }

  /** A section around what was read, or around what keeps it from being shown. */
  protected section(heading: string, hint: string, draw: (data: Data) => unknown): TemplateResult {
    return section(
      heading,
      hint,
      this.reading === undefined ? draw(this.data) : loaded(this.query, this.load, draw),
    );
  }

  /** A button that is off, and says why, while nothing can be changed. */
  protected button(
    label: string,
    act: () => unknown,
    { about, look = 'small', off = this.obstacle }: { about?: string; look?: string; off?: string } = {},
  ): TemplateResult {
    const name = about && strings.of(label, about);
    return deedButton(label, act, off, { about: name, look, isBusy: this.saving.isRunning });
  }

  /** One of two states as an icon and a word; `tone` is that of the one that is not good. */
  protected badge(
    isGood: boolean,
    good: string,
    bad: string,
    tone: 'warning' | 'danger' | '' = '',
  ): TemplateResult {
    return html`<span part="badge" class="badge ${isGood ? 'success' : tone}">
      ${anyIcon(isGood ? 'check' : tone === '' ? 'off' : 'alert')}${isGood ? good : bad}
    </span>`;
  }

  /** A text to be copied. */
  protected copyable(label: string, text: string, help = ''): TemplateResult {
    return html`<div class="field">
      <span class="label">${label}</span>
      <div class="copy">
        <code>${text}</code>
        ${this.button(strings.copy, () => this.#copy(text), { about: label, off: '' })}
      </div>
      ${help === '' ? nothing : html`<span class="help">${help}</span>`}
    </div>`;
  }

  /** Why the last thing was refused, where it is not said in the question. */
  protected failure(): unknown {
    return this.isAsking ? nothing : this.saving.renderError();
  }

  /** Asks before something is done. */
  protected question(question: Question): void {
    this.saving.reset();
    this._question = question;
  }

  protected readonly load = (): void => {
    if (this.reading !== undefined) void this.query.run((signal) => ask(this, this.reading!(signal)));
  };

  readonly #close = (): void => {
    this._question = undefined;
    this.saving.reset();
  };

  readonly #answer = async (): Promise<void> => {
    if (await this._question?.run()) this._question = undefined;
  };

  async #copy(text: string): Promise<void> {
    const isCopied = await copyText(text);
    this.dispatchEvent(
      new NotifyIntent(isCopied ? { text: strings.copied } : { text: strings.notCopied, tone: 'danger' }),
    );
  }
}
