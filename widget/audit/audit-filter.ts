import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { SAID, auditStrings as strings } from '../i18n/audit-strings.ts';
import type { Choice, PersonPickerElement } from '../person/person-picker.ts';
import type { Rights } from '../rights.ts';
import { base, buttons } from '../styles/base.ts';
import { fields } from '../styles/forms.ts';
import { EVERYTHING, isCrossed, isNarrowed } from './audit-query.ts';
import type { AuditQuery } from './audit-query.ts';
import type { AuditGroup } from './groups.ts';
import { actionsOf } from './groups.ts';

/** Those who act without being a member. */
const others = (): readonly Choice[] => [
  { value: 'system', label: strings.operator },
  { value: 'host', label: strings.host },
];

/** Tells that the viewer wants the trail narrowed in another way. Stays inside the view. */
export class AuditQueryEvent extends Event {
  static readonly type = 'ua-audit-query';
  readonly query: AuditQuery;

  constructor(query: AuditQuery) {
    super(AuditQueryEvent.type);
    this.query = query;
  }
}

/**
 * Whom, by whom, what and when: the filters of the trail.
 *
 * @tag ua-audit-filter
 * @fires {AuditQueryEvent} ua-audit-query - When the viewer narrows; does not bubble.
 */
export class AuditFilterElement extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .bar {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr)) repeat(2, minmax(0, 150px));
        align-items: end;
        gap: 12px;
      }
      [type='date'] {
        block-size: var(--_control);
        min-inline-size: 0;
        padding-inline: 8px;
      }
      .clear {
        grid-column: 1 / -1;
        justify-self: start;
      }
      .error {
        grid-column: 1 / -1;
      }
      @container (max-width: 860px) {
        .bar {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        .what {
          grid-column: 1 / -1;
        }
      }
      @container (max-width: 460px) {
        .bar {
          grid-template-columns: repeat(auto-fit, minmax(min(9.3em, 100%), 1fr));
        }
        ua-person-picker {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  static override properties = { query: { attribute: false }, rights: { attribute: false } };

  /** How the trail is narrowed now. */
  declare query: AuditQuery;
  /** What the viewer may do. */
  declare rights: Rights;

  constructor() {
    super();
    this.query = EVERYTHING;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('query')) return;
    // Not bound in the template: the viewer has changed them since.
    for (const field of this.renderRoot.querySelectorAll<HTMLInputElement>('input, select'))
      field.value = this.query[field.name as keyof AuditQuery];
  }

  protected override render() {
    const { query, rights } = this;
    const mayFind = rights.mayHere('members.list').allowed;
    return html`<div class="bar" role="search" aria-label=${strings.filters}>
      ${
        mayFind
          ? html`<ua-person-picker
                .label=${strings.person}
                .placeholder=${strings.anybody}
                .value=${query.person}
                @change=${({ target }: Event) => this.#want({ person: (target as PersonPickerElement).value })}
              ></ua-person-picker>
              <ua-person-picker
                .label=${strings.actor}
                .placeholder=${strings.anybody}
                .always=${others()}
                .value=${query.actor}
                @change=${({ target }: Event) => this.#want({ actor: (target as PersonPickerElement).value })}
              ></ua-person-picker>`
          : nothing
      }
      <div class="field what">
        <label class="label" for="action">${strings.action}</label>
        <select id="action" name="action" part="field" class="select" @change=${this.#note}>
          <option value="">${strings.everyAction}</option>
          ${(Object.keys(strings.groups) as AuditGroup[]).map((group) => this.#renderGroup(group))}
        </select>
      </div>
      ${(['from', 'to'] as const).map(
        (name) => html`<div class="field">
          <label class="label" for=${name}>${name === 'from' ? strings.from : strings.to}</label>
          <input
            id=${name}
            name=${name}
            part="field" class="input"
            type="date"
            max="9999-12-31"
            aria-invalid=${isCrossed(query) ? 'true' : nothing}
            @change=${this.#note}
          />
        </div>`,
      )}
      ${isCrossed(query) ? html`<p part="error" class="error" role="alert">${strings.datesCrossed}</p>` : nothing}
      ${
        isNarrowed(query)
          ? html`<button type="button" part="button" class="button small clear" @click=${this.#clear}>${strings.clear}</button>`
          : nothing
      }
    </div>`;
  }

  /** Puts the focus on the first control. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('ua-person-picker, select')?.focus();
  }

  #renderGroup(group: AuditGroup) {
    const name = strings.groups[group];
    return html`<optgroup label=${name}>
      <option value="group:${group}">${strings.wholeGroup(name)}</option>
      ${actionsOf(group).map((action) => html`<option value=${action}>${SAID[action as keyof typeof SAID]?.name}</option>`)}
    </optgroup>`;
  }

  #want(change: Partial<AuditQuery>): void {
    this.dispatchEvent(new AuditQueryEvent({ ...this.query, ...change }));
  }

  readonly #note = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    this.#want({ [name]: value });
  };

  readonly #clear = (): void => {
    this.dispatchEvent(new AuditQueryEvent(EVERYTHING));
    this.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-audit-filter': AuditFilterElement;
  }
}
