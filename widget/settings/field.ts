// Fields as data: what each is called, what to enter, which control it is. One template draws them all; it keeps nothing.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';

/** What is in the fields of a form, by name; a box that is ticked holds `on`. */
export type Values = Readonly<Record<string, string>>;

/** A choice: its value and its name. */
export type Option = readonly [value: string, label: string];

/** One field. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  /** A text where it is left out; `many` are boxes whose values stand one behind the other, separated by spaces. */
  readonly kind?: 'password' | 'number' | 'area' | 'check' | 'select' | 'many';
  readonly options?: readonly Option[];
  /** Units beside a number, whose choice is a value of its own named with `Unit` at the end. */
  readonly units?: readonly Option[];
  readonly isNeeded?: boolean;
}

/** How a field stands. */
export interface FieldState {
  readonly value: string;
  readonly unit: string;
  /** Why it cannot be taken; empty where it can. */
  readonly error: string;
  /** What somebody else has set meanwhile; undefined where nobody has. */
  readonly theirs: string | undefined;
}

/** Draws a field with its label above, and hint and error below. */
export function renderField(field: Field, state: FieldState): TemplateResult {
  const { name, label, help = '', kind, options = [] } = field;
  const { error, theirs } = state;
  const below = html`${help === '' ? nothing : html`<span class="help" id="${name}-help">${help}</span>`}
  ${theirs === undefined ? nothing : html`<span class="theirs">${strings.setNow(spoken(field, theirs))}</span>`}
  ${error === '' ? nothing : html`<span part="error" class="error" id="${name}-error" role="alert">${error}</span>`}`;
  if (kind === 'check')
    return html`<div class="tick">
      <input type="checkbox" id=${name} name=${name} aria-describedby=${help === '' ? nothing : `${name}-help`} .checked=${state.value !== ''} />
      <div class="field"><label for=${name}>${label}</label>${below}</div>
    </div>`;
  if (kind === 'many')
    return html`<fieldset class="field">
      <legend class="label">${label}</legend>
      ${options.map(
        ([value, text]) => html`<label class="tick">
          <input type="checkbox" name=${name} value=${value} .checked=${state.value.split(' ').includes(value)} />${text}
        </label>`,
      )}
      ${below}
    </fieldset>`;
  return html`<div class="field">
    <label class="label" for=${name}>${label}</label>
    ${renderControl(field, state)} ${below}
  </div>`;
}

/** Draws the choices of a select; the one that is chosen stays even where it is none of them. */
export function renderOptions(options: readonly Option[], chosen: string) {
  const all = options.some(([value]) => value === chosen) ? options : [[chosen, chosen] as const, ...options];
  return all.map(
    ([value, label]) => html`<option value=${value} .selected=${value === chosen}>${label}</option>`,
  );
}

function renderControl(
  { name, label, help, kind, options = [], units }: Field,
  { value, unit, error }: FieldState,
) {
  const described = `${help === undefined ? '' : `${name}-help`} ${error === '' ? '' : `${name}-error`}`;
  const invalid = error === '' ? nothing : 'true';
  if (kind === 'select')
    return html`<select part="field" class="select" id=${name} name=${name} aria-describedby=${described} aria-invalid=${invalid}>
      ${renderOptions(options, value)}
    </select>`;
  if (kind === 'area')
    return html`<textarea part="field" class="input" id=${name} name=${name} rows="6" spellcheck="false" aria-describedby=${described} aria-invalid=${invalid} .value=${value}></textarea>`;
  const input = html`<input
    part="field" class="input"
    id=${name}
    name=${name}
    type=${kind === 'password' ? kind : 'text'}
    inputmode=${kind === 'number' ? 'numeric' : nothing}
    autocomplete=${kind === 'password' ? 'new-password' : 'off'}
    autocapitalize="off"
    spellcheck="false"
    aria-describedby=${described}
    aria-invalid=${invalid}
    .value=${value}
  />`;
  return units === undefined
    ? input
    : html`<div class="pair">
        ${input}
        <select part="field" class="select" name="${name}Unit" aria-label=${strings.unit(label)}>${renderOptions(units, unit)}</select>
      </div>`;
}

function spoken({ kind, options = [] }: Field, value: string): string {
  if (kind === 'check') return value === '' ? strings.off : strings.on;
  return options.find(([key]) => key === value)?.[1] ?? (value || '–');
}
