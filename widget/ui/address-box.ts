import { LitElement } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { checkAddress } from '../../shared/emails/address.ts';
import { AddressesChangedEvent } from './address-box-changed.ts';
import type { AddressChip, AddressCount } from './address-box-chips.ts';
import {
  appendText,
  countChips,
  isReady,
  replaceText,
  textOf,
  visibleChips,
  withoutChips,
} from './address-box-chips.ts';
import { addressBoxStyles } from './address-box-styles.ts';
import { renderAddressBox } from './address-box-view.ts';

/** How many chips are drawn at first, and how many more with each press of "more". */
const STEP = 200;

/**
 * Turns typed or pasted addresses into chips; bad ones are marked and kept, and nothing that was typed is ever lost.
 *
 * Form-associated: its value is the text of all pieces, one in a line.
 *
 * @tag ua-address-box
 * @fires {AddressesChangedEvent} ua-addresses-changed - When what stands in the box changed.
 * @csspart box - The frame around chips and text field.
 * @csspart chip - One address.
 * @csspart input - The text field.
 */
export class AddressBoxElement extends LitElement {
  static formAssociated = true;
  static override styles = addressBoxStyles;
  static override properties = {
    label: {},
    name: { reflect: true },
    disabled: { type: Boolean, reflect: true },
    required: { type: Boolean, reflect: true },
    draft: { state: true },
    editing: { state: true },
    removed: { state: true },
    chips: { state: true },
    limit: { state: true },
    current: { state: true },
  };

  /** The label above the box. */
  declare label: string;
  /** The name under which a form sends the addresses. */
  declare name: string;
  /** Whether nothing can be typed. */
  declare disabled: boolean;
  /** Whether a form needs at least one usable address. */
  declare required: boolean;
  /** What stands in the text field. @internal */
  declare draft: string;
  /** The chip that is being edited. @internal */
  declare editing: number | null;
  /** What "Clear" took away, as long as it can be brought back. @internal */
  declare removed: readonly AddressChip[] | null;
  /** The pieces so far. @internal */
  declare chips: readonly AddressChip[];
  /** How many chips are drawn. @internal */
  declare limit: number;
  /** The chip that the Tab key reaches. @internal */
  declare current: number | null;

  readonly #internals = this.attachInternals();
  #isPressed = false;
  #pressing: AbortController | undefined;

  constructor() {
    super();
    this.label = '';
    this.name = '';
    this.disabled = false;
    this.required = false;
    this.draft = '';
    this.editing = null;
    this.removed = null;
    this.chips = [];
    this.limit = STEP;
    this.current = null;
  }

  /** Everything in the box as text, one piece in a line, with what is still being typed. */
  get value(): string {
    return textOf(appendText(this.chips, this.draft));
  }
  set value(text: string) {
    this.#change(appendText([], text), '');
  }

  /** How many pieces there are and of what sort; a complete address that is still being typed counts. */
  get count(): AddressCount {
    const chips = checkAddress(this.draft).ok ? appendText(this.chips, this.draft) : this.chips;
    return countChips(chips);
  }

  /** The addresses that can be invited, as text, one in a line. */
  get readyText(): string {
    return textOf(appendText(this.chips, this.draft).filter(isReady));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pressing?.abort();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('chips') && !changed.has('draft') && !changed.has('required')) return;
    this.#internals.setFormValue(this.value === '' ? null : this.value);
    const isMissing = this.required && this.count.ready === 0;
    this.#internals.setValidity(
      isMissing ? { valueMissing: true } : {},
      isMissing ? this.label : '',
      this.input ?? undefined,
    );
  }

  protected override render(): TemplateResult {
    return renderAddressBox(this, visibleChips(this.chips, this.limit), countChips(this.chips));
  }

  /** The chips that are drawn, in their order. @internal */
  get drawnChips(): readonly AddressChip[] {
    const { before, after } = visibleChips(this.chips, this.limit);
    return [...before, ...after];
  }

  /** The text field. @internal */
  get input(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  /** Moves to the text field. */
  override focus(options?: FocusOptions): void {
    this.input?.focus(options);
  }

  /** Turns what stands in the text field into chips. */
  commitDraft(): void {
    if (this.draft.trim() !== '') this.#change(appendText(this.chips, this.draft), '');
  }

  /** Takes away every piece whose address has one of `keys`, also where it stands there twice. */
  dropAddresses(keys: ReadonlySet<string>): void {
    this.#change(
      withoutChips(this.chips, (chip) => chip.key !== undefined && keys.has(chip.key)),
      this.draft,
    );
  }

  /** Reads what was typed: complete pieces become chips, the rest stays in the field. @internal */
  takeTyped(text: string, typed: string | null): void {
    // A separator within quotes, also while the quote is still open, is part of a name.
    const bare = text.replace(/"[^"]*("|$)/g, (quoted) => '"'.repeat(quoted.length));
    const last = bare.search(/[,;\n\t，；、][^,;\n\t，；、]*$/);
    if (last >= 0)
      this.#change(appendText(this.chips, text.slice(0, last)), text.slice(last + 1).trimStart());
    else if (typed === ' ' && text.endsWith(' ') && checkAddress(text).ok)
      this.#change(appendText(this.chips, text), '');
    else this.#change(this.chips, text);
  }

  /** Reads what was pasted at the caret; says whether it became chips. @internal */
  takePasted(text: string): boolean {
    const { selectionStart = 0, selectionEnd = 0 } = this.input ?? {};
    const whole = this.draft.slice(0, selectionStart) + text + this.draft.slice(selectionEnd);
    const pieces = appendText([], whole);
    const isList =
      pieces.length > 1 || /[,;\n]/.test(text.trim()) || (pieces.length === 1 && isReady(pieces[0]!));
    if (isList) this.#change(appendText(this.chips, whole), '');
    return isList;
  }

  /** Puts `text` in the place of a chip and leaves the editing. @internal */
  finishEdit(chip: AddressChip, text: string, focus: 'chip' | 'none'): void {
    if (this.editing !== chip.id) return;
    const index = this.chips.indexOf(chip);
    this.editing = null;
    if (text.trim() !== chip.text) this.#change(replaceText(this.chips, chip.id, text), this.draft);
    if (focus === 'chip') this.focusChip(this.chips[Math.min(index, this.chips.length - 1)]);
  }

  /** Opens a chip for editing in its place. @internal */
  async editChip(chip: AddressChip): Promise<void> {
    if (this.disabled) return;
    this.editing = chip.id;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('.edit')?.select();
  }

  /** Takes a chip away and moves on to its neighbour. @internal */
  removeChip(chip: AddressChip, toward: 'next' | 'previous'): void {
    if (this.disabled) return;
    const index = this.chips.indexOf(chip);
    this.#change(
      withoutChips(this.chips, ({ id }) => id === chip.id),
      this.draft,
    );
    this.focusChip(this.chips[toward === 'next' ? index : Math.max(index - 1, 0)]);
  }

  /** Takes away what cannot be invited. @internal */
  removeProblems(): void {
    this.#remove((chip) => !isReady(chip));
  }

  /** Takes everything away. @internal */
  removeAll(): void {
    this.#remove(() => true);
  }

  /** Brings back what was taken away last. @internal */
  restore(): void {
    if (this.removed !== null) this.#change(this.removed, this.draft);
    this.focusInput();
  }

  /** Shows more of a long list, and goes to the first of it. @internal */
  showMore(): void {
    const shown = new Set(this.drawnChips);
    this.limit += STEP;
    this.focusChip(this.drawnChips.find((chip) => !shown.has(chip)));
  }

  /** Puts the suggested address in the place of what was typed. @internal */
  acceptSuggestion(chip: AddressChip): void {
    if (chip.suggestion) this.#change(replaceText(this.chips, chip.id, chip.suggestion), this.draft);
    this.focusInput();
  }

  /** Moves to a chip, or to the text field where there is none. @internal */
  focusChip(chip: AddressChip | undefined): void {
    if (chip === undefined) return this.focusInput();
    this.current = chip.id;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-chip="${chip.id}"]`)?.focus(),
    );
  }

  /** Moves to the text field. @internal */
  focusInput(): void {
    void this.updateComplete.then(() => this.input?.focus());
  }

  /** Notes that a pointer may go down while the field has focus. @internal */
  watchPointer(): void {
    this.#pressing?.abort();
    this.#pressing = new AbortController();
    const options = { capture: true, signal: this.#pressing.signal };
    document.addEventListener('pointerdown', () => (this.#isPressed = true), options);
    document.addEventListener('pointerup', () => (this.#isPressed = false), options);
    document.addEventListener('pointercancel', () => (this.#isPressed = false), options);
  }

  /** Turns the draft into chips when the field is left, but not under a finger: what is being pressed must not move away. @internal */
  leaveInput(): void {
    this.#pressing?.abort();
    if (!this.#isPressed) return this.commitDraft();
    this.#isPressed = false;
    const commit = () => setTimeout(() => this.commitDraft());
    document.addEventListener('pointerup', commit, { capture: true, once: true });
  }

  #remove(isGone: (chip: AddressChip) => boolean): void {
    const before = this.chips;
    this.#change(withoutChips(this.chips, isGone), this.draft);
    this.removed = before;
    this.focusInput();
  }

  #change(chips: readonly AddressChip[], draft: string): void {
    if (chips !== this.chips) this.removed = null;
    this.chips = chips;
    this.draft = draft;
    if (chips.length <= STEP) this.limit = STEP;
    this.dispatchEvent(new AddressesChangedEvent(this.count));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-address-box': AddressBoxElement;
  }
}
