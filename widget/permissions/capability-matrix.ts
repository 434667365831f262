import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { MatrixSection } from '../../shared/permissions/permissions.ts';
import { capabilityMatrix } from '../../shared/permissions/permissions.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import type { Role } from '../../shared/policy/policy.ts';
import { permissionStrings as strings } from '../i18n/permission-strings.ts';
import type { Rights } from '../rights.ts';
import { base, cards } from '../styles/base.ts';
import { labels } from '../styles/forms.ts';
import { tables } from '../styles/table.ts';
import { HintController } from '../ui/hint.ts';
import { anyIcon } from '../ui/more-icons.ts';

/**
 * What each role can do, read from the policy: a table by sections, on narrow screens a card for each role.
 *
 * @tag ua-capability-matrix
 * @csspart card - The card.
 */
export class CapabilityMatrixElement extends LitElement {
  static override properties = { rights: { attribute: false } };

  /** The viewer and what they may do. */
  declare rights: Rights | undefined;

  #sections: readonly MatrixSection[] = [];
  readonly #hints = new HintController(this);

  constructor() {
    super();
    this.rights = undefined;
    void this.#hints;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rights') && this.rights !== undefined)
      this.#sections = capabilityMatrix(compilePolicy(this.rights.policy));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.rights === undefined) return nothing;
    const { roles } = this.rights.policy;
    return html`<section class="card" part="card" aria-labelledby="heading">
      <div class="card-head">
        <h2 id="heading">${strings.matrixHeading}</h2>
      </div>
      ${this.#renderTable(roles)} ${this.#renderCards(roles)}
    </section>`;
  }

  #isOwn(role: Role): boolean {
    return this.rights?.actor.roles.includes(role.key) === true;
  }

  #renderTable(roles: readonly Role[]): TemplateResult {
    return html`<div class="scroll" role="region" aria-label=${strings.matrixCaption} tabindex="0">
      <table role="table" aria-labelledby="heading">
        <thead role="rowgroup">
          <tr role="row" class="head">
            <th role="columnheader" scope="col">${strings.capability}</th>
            ${roles.map(
              (
                role,
              ) => html`<th role="columnheader" scope="col" class=${this.#isOwn(role) ? 'own' : nothing} tabindex="0" aria-description=${role.description}>
                ${role.name}${this.#isOwn(role) ? html`<span class="you">${strings.yourRole}</span>` : nothing}
              </th>`,
            )}
          </tr>
        </thead>
        ${this.#sections.map(
          ({ section, rows }) => html`<tbody role="rowgroup">
            <tr role="row" class="section">
              <th role="columnheader" scope="rowgroup" colspan=${roles.length + 1}><span>${section.name}</span></th>
            </tr>
            ${rows.map(
              ({ capability, cells }) => html`<tr role="row" class="row">
                <th role="rowheader" scope="row">${capability.name}</th>
                ${cells.map(({ isHeld }, index) => html`<td role="cell" class=${this.#isOwn(roles[index]!) ? 'own' : nothing}>${renderMark(isHeld)}</td>`)}
              </tr>`,
            )}
          </tbody>`,
        )}
      </table>
    </div>`;
  }

  #renderCards(roles: readonly Role[]): TemplateResult {
    const all = this.#sections.reduce((sum, { rows }) => sum + rows.length, 0);
    return html`<div class="cards">${roles.map((role, index) => this.#renderCard(role, index, all))}</div>`;
  }

  #renderCard(role: Role, index: number, all: number): TemplateResult {
    const held = this.#sections.reduce(
      (sum, { rows }) => sum + rows.filter(({ cells }) => cells[index]?.isHeld).length,
      0,
    );
    return html`<details ?open=${this.#isOwn(role)}>
      <summary>
        <span class="name">${role.name}</span>
        ${this.#isOwn(role) ? html`<span class="badge accent">${strings.yourRole}</span>` : nothing}
        <span class="muted held">${strings.heldCount(held, all)}</span>
        <span class="muted description">${role.description}</span>
      </summary>
      ${this.#sections.map(
        ({ section, rows }) => html`<h3>${section.name}</h3>
          <ul>
            ${rows.map(({ capability, cells }) => html`<li><span>${capability.name}</span>${renderMark(cells[index]?.isHeld === true)}</li>`)}
          </ul>`,
      )}
    </details>`;
  }

  static override styles = [
    base,
    labels,
    cards,
    tables,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .card {
        overflow: clip;
      }
      .scroll {
        /* Holds the visually hidden words, which would otherwise make the page taller. */
        position: relative;
        overflow: auto;
        max-block-size: var(--ua-list-height, min(760px, 82vh));
        border-block-start: 1px solid var(--_line);
      }
      .scroll:focus-visible {
        outline-offset: -2px;
      }
      table {
        min-inline-size: 620px;
        table-layout: fixed;
      }
      th,
      td {
        block-size: 38px;
      }
      thead th {
        position: sticky;
        inset-block-start: 0;
        z-index: 2;
        block-size: 44px;
        background: var(--_subtle);
        box-shadow: inset 0 -1px var(--_line);
        color: var(--_text);
        font-size: var(--_small);
        cursor: help;
      }
      thead th:first-child {
        color: var(--_muted);
        cursor: auto;
      }
      thead th:focus-visible {
        outline-offset: -2px;
      }
      th:first-child {
        position: sticky;
        inset-inline-start: 0;
        z-index: 1;
        inline-size: 34%;
        background: var(--_surface);
      }
      thead th:first-child {
        z-index: 3;
        background: var(--_subtle);
      }
      th:not(:first-child),
      td {
        padding-inline: 8px;
        text-align: center;
      }
      .row:hover th:first-child {
        background: var(--_subtle);
      }
      .you {
        display: block;
        color: var(--_accent-text);
        font-size: 11px;
        line-height: 1.2;
      }
      td.own {
        background: var(--_accent-soft);
      }
      .section th {
        block-size: 34px;
        padding-block-start: 14px;
        background: var(--_surface);
        color: var(--_muted);
        font-size: 12px;
        font-weight: 600;
      }
      .mark {
        display: inline-grid;
        place-items: center;
        vertical-align: middle;
      }
      .yes {
        color: var(--_success-text);
      }
      .no {
        color: var(--_muted);
        opacity: 0.75;
      }
      .no svg {
        inline-size: 12px;
      }
      .cards {
        display: none;
        border-block-start: 1px solid var(--_line);
      }
      details + details {
        border-block-start: 1px solid var(--_line);
      }
      summary {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 8px;
        padding: 12px 16px;
        cursor: pointer;
      }
      summary:focus-visible {
        outline-offset: -3px;
      }
      .name {
        font-weight: 600;
      }
      .held {
        margin-inline-start: auto;
      }
      .held,
      .description {
        font-size: var(--_small);
      }
      .description {
        flex-basis: 100%;
      }
      details h3 {
        padding: 8px 16px 4px;
        color: var(--_muted);
        font-size: 12px;
      }
      li {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        padding: 6px 16px;
      }
      details ul:last-child {
        padding-block-end: 10px;
      }
      @container (max-width: 519px) {
        .scroll {
          display: none;
        }
        .cards {
          display: block;
        }
      }
    `,
  ];
}

function renderMark(isHeld: boolean): TemplateResult {
  return html`<span class="mark ${isHeld ? 'yes' : 'no'}">${anyIcon(isHeld ? 'check' : 'minus')}<span class="visually-hidden">${isHeld ? strings.held : strings.notHeld}</span></span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-capability-matrix': CapabilityMatrixElement;
  }
}
