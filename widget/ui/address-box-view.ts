// How the address box is drawn. Templates only: what happens is the element's matter.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LIST_LIMIT } from '../../shared/emails/address-list.ts';
import { PROBLEM_TEXTS, invitationStrings as strings } from '../i18n/invitation-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as general } from '../i18n/strings.ts';
import type { AddressBoxElement } from './address-box.ts';
import type { AddressChip, AddressCount, VisibleChips } from './address-box-chips.ts';
import { isReady, needsAttention } from './address-box-chips.ts';
import { pressInChip, pressInEdit, pressInField } from './address-box-keys.ts';
import { held } from './held.ts';
import { anyIcon } from './more-icons.ts';

const SUGGESTIONS = 3;

/** The whole box: label, chips with the text field, and what is to be said about them. */
export function renderAddressBox(
  box: AddressBoxElement,
  visible: VisibleChips,
  count: AddressCount,
): TemplateResult {
  // One chip is a stop of the Tab key: the one that had the focus last, else the first that needs attention.
  const drawn = box.drawnChips;
  const stop = drawn.find(({ id }) => id === box.current) ?? drawn.find(needsAttention);
  const chip = (item: AddressChip) => renderChip(box, item, item === stop);
  const byId = (item: AddressChip) => item.id;
  return html`<div class="field">
    <label class="label" for="field">${box.label}</label>
    <ul class="box" part="box" aria-label=${strings.addressList} @click=${(event: Event) => event.target === event.currentTarget && box.focusInput()}>
      ${repeat(visible.before, byId, chip)}
      ${
        visible.hidden === 0
          ? nothing
          : html`<li><button type="button" part="link" class="link more" @click=${() => box.showMore()}>${strings.moreAddresses(visible.hidden)}</button></li>`
      }
      ${repeat(visible.after, byId, chip)}
      <li class="typing">${renderField(box)}</li>
    </ul>
    ${renderFoot(box, count)} ${renderHints(box, count)}
    <span id="keys" hidden>${strings.addressKeys}</span>
  </div>`;
}

function renderField(box: AddressBoxElement): TemplateResult {
  return html`<textarea
    id="field"
    part="field input"
    rows="1"
    wrap="off"
    inputmode="email"
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    aria-describedby=${box.chips.length > 0 ? 'keys summary' : 'hint summary'}
    placeholder=${box.chips.length > 0 ? nothing : strings.addressPlaceholder}
    ?disabled=${box.disabled}
    .value=${held(box.draft)}
    @input=${(event: InputEvent) => event.isComposing || box.takeTyped((event.target as HTMLTextAreaElement).value, event.data)}
    @compositionend=${(event: Event) => box.takeTyped((event.target as HTMLTextAreaElement).value, null)}
    @paste=${(event: ClipboardEvent) => box.takePasted(event.clipboardData?.getData('text/plain') ?? '') && event.preventDefault()}
    @keydown=${(event: KeyboardEvent) => pressInField(box, event)}
    @focus=${() => box.watchPointer()}
    @blur=${() => box.leaveInput()}
  ></textarea>`;
}

function renderChip(box: AddressBoxElement, chip: AddressChip, isTabStop: boolean): TemplateResult {
  if (box.editing === chip.id) return renderEdit(box, chip);
  const isBad = needsAttention(chip);
  const reason = chip.problem === undefined ? undefined : PROBLEM_TEXTS[chip.problem];
  const classes = [
    'chip',
    isBad && 'invalid',
    chip.problem === 'duplicate' && 'twice',
    isReady(chip) && chip.suggestion !== undefined && 'typo',
  ];
  return html`<li class=${classes.filter(Boolean).join(' ')} part="chip">
    ${isBad ? anyIcon('alert') : nothing}
    <button
      type="button"
      class="text"
      data-chip=${chip.id}
      title=${chip.text}
      tabindex=${isTabStop ? 0 : -1}
      aria-disabled=${box.disabled ? 'true' : nothing}
      @focus=${() => (box.current = chip.id)}
      @click=${(event: PointerEvent) => (event.detail === 0 || event.pointerType === 'touch' || isBad) && box.editChip(chip)}
      @dblclick=${() => box.editChip(chip)}
      @keydown=${(event: KeyboardEvent) => pressInChip(box, chip, event)}
    >
      <span>${chip.email !== undefined && chip.text.length > 48 ? chip.email : chip.text}</span>${
        reason === undefined ? nothing : html`<span class="reason">${reason}</span>`
      }
    </button>
    <button type="button" class="remove" tabindex="-1" aria-label=${strings.removeAddress(chip.text)} @click=${() => box.removeChip(chip, 'next')}>
      ${anyIcon('close')}
    </button>
  </li>`;
}

function renderEdit(box: AddressBoxElement, chip: AddressChip): TemplateResult {
  const finish = (event: Event, focus: 'chip' | 'none') =>
    box.finishEdit(chip, (event.target as HTMLInputElement).value, focus);
  return html`<li class="chip editing">
    <input
      part="field" class="edit"
      aria-label=${strings.editAddress}
      size=${Math.min(Math.max(chip.text.length, 12), 40)}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      .value=${chip.text}
      @keydown=${(event: KeyboardEvent) => pressInEdit(event, (text) => box.finishEdit(chip, text, 'chip'), chip.text)}
      @blur=${(event: Event) => finish(event, 'none')}
    />
  </li>`;
}

function renderFoot(box: AddressBoxElement, count: AddressCount): TemplateResult {
  const problems = count.attention + count.duplicates;
  const tooMany = count.ready > LIST_LIMIT;
  return html`<div class="foot">
    ${count.total === 0 && box.removed === null ? html`<span id="hint" class="muted">${strings.addressHint}</span>` : nothing}
    <span id="summary" role="status">
      ${count.total === 0 ? nothing : html`<span class=${count.attention > 0 ? 'bad' : 'muted'}>${strings.addressCount(count.total, count.attention, count.duplicates)}</span>`}
      ${tooMany ? html`<span class="bad">${reasonText('too_many_addresses')}</span>` : nothing}
      ${box.removed === null ? nothing : html`<span class="muted">${strings.addressesRemoved(box.removed.length - count.total)}</span>`}
    </span>
    ${box.removed === null ? nothing : html`<button type="button" part="link" class="link" @click=${() => box.restore()}>${general.undo}</button>`}
    ${
      problems === 0 || problems === count.total || box.disabled
        ? nothing
        : html`<button type="button" part="link" class="link" @click=${() => box.removeProblems()}>${strings.removeProblems(problems)}</button>`
    }
    ${count.total < 2 || box.disabled ? nothing : html`<button type="button" part="link" class="link" @click=${() => box.removeAll()}>${strings.clearAddresses}</button>`}
  </div>`;
}

function renderHints(box: AddressBoxElement, count: AddressCount): TemplateResult | typeof nothing {
  const typos = box.chips.filter((chip) => isReady(chip) && chip.suggestion !== undefined);
  if (typos.length === 0 && count.personal === 0) return nothing;
  return html`<ul class="hints">
    ${typos.slice(0, SUGGESTIONS).map(
      (chip) => html`<li>
        <bdi class="muted">${chip.email}</bdi>${general.colon}${strings.didYouMean}
        <button type="button" part="link" class="link" @click=${() => box.acceptSuggestion(chip)}>${strings.suggested(chip.suggestion!)}</button>
      </li>`,
    )}
    ${typos.length > SUGGESTIONS ? html`<li class="muted">${strings.moreSuggestions(typos.length - SUGGESTIONS)}</li>` : nothing}
    ${count.personal > 0 ? html`<li class="muted">${strings.personalAddresses(count.personal)}</li>` : nothing}
  </ul>`;
}
