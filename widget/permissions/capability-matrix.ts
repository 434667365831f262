import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { MatrixSection } from '../../shared/permissions/permissions.ts';
import { capabilityMatrix } from '../../shared/permissions/permissions.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import type { Role } from '../../shared/policy/policy.ts';
import type { RoleSummary } from '../../shared/roles/role-list.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { permissionStrings as strings } from '../i18n/permission-strings.ts';
import { strings as shared } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { base, buttons } from '../styles/base.ts';
import { labels } from '../styles/forms.ts';
import { headedCards } from '../styles/headed-cards.ts';
import { tables } from '../styles/table.ts';
import { HintController } from '../ui/hint.ts';
import { icon } from '../ui/icon.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { matrixStyles } from './capability-matrix-styles.ts';

/** Asks for the menu of a role, beside the button that was pressed. For the element around; does not bubble. */
export class RoleMenuEvent extends Event {
  static readonly type = 'ua-role-menu';
  readonly role: Role;
  readonly opener: HTMLElement;

  constructor(role: Role, opener: HTMLElement) {
    super(RoleMenuEvent.type);
    this.role = role;
    this.opener = opener;
  }
}

/**
 * What each role can do, read from the policy: a table by sections, on narrow screens a card for each role.
 *
 * @tag ua-capability-matrix
 * @slot actions - What can be done with all of it, beside the heading.
 * @fires {RoleMenuEvent} ua-role-menu - When the menu of a role is asked for; does not bubble.
 * @csspart card - The card.
 */
export class CapabilityMatrixElement extends LitElement {
  static override styles = [base, buttons, labels, headedCards, tables, matrixStyles];
  static override properties = {
    rights: { attribute: false },
    summaries: { attribute: false },
    isEditable: { attribute: false },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** How many people have each role, where that is to be shown. */
  declare summaries: readonly RoleSummary[] | undefined;
  /** Whether each role has a menu. */
  declare isEditable: boolean;

  #sections: readonly MatrixSection[] = [];

  constructor() {
    super();
    this.summaries = undefined;
    this.isEditable = false;
    void new HintController(this);
    void new FocusKeeper(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rights')) this.#sections = capabilityMatrix(compilePolicy(this.rights.policy));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { roles } = this.rights.policy;
    return html`<section class="card" part="card" aria-labelledby="heading">
      <div class="card-head">
        <h2 part="heading" id="heading">${strings.matrixHeading}</h2>
        <slot name="actions"></slot>
      </div>
      ${this.#renderTable(roles)} ${this.#renderCards(roles)}
    </section>`;
  }

  #isOwn(role: Role): boolean {
    return this.rights.actor.roles.includes(role.key);
  }

  #renderTable(roles: readonly Role[]): TemplateResult {
    return html`<div class="scroll" role="region" aria-label=${strings.matrixCaption} tabindex="0">
      <table role="table" part="table" aria-labelledby="heading">
        <thead role="rowgroup">
          <tr role="row" class="head">
            <th part="column" role="columnheader" scope="col">${strings.capability}</th>
            ${roles.map(
              (
                role,
              ) => html`<th part="column" role="columnheader" scope="col" class=${this.#isOwn(role) ? 'own' : nothing} tabindex="0" aria-description=${role.description}>
                ${this.#renderHead(role)}
              </th>`,
            )}
          </tr>
        </thead>
        ${this.#sections.map(
          ({ section, rows }) => html`<tbody role="rowgroup">
            <tr role="row" class="section">
              <th part="column" role="columnheader" scope="rowgroup">${section.name}</th>
              ${roles.map((role) => html`<td part="cell" aria-hidden="true" class=${this.#isOwn(role) ? 'own' : nothing}></td>`)}
            </tr>
            ${rows.map(
              ({ capability, cells }) => html`<tr role="row" class="row">
                <th part="column" role="rowheader" scope="row">${capability.name}</th>
                ${cells.map(({ isHeld }, index) => html`<td part="cell" role="cell" class=${this.#isOwn(roles[index]!) ? 'own' : nothing}>${renderMark(isHeld)}</td>`)}
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
        ${this.#isOwn(role) ? html`<span part="badge" class="badge accent">${strings.yourRole}</span>` : nothing}
        ${role.isCustom === true ? html`<span part="badge" class="badge">${strings.ownRole}</span>` : nothing}
        <span class="muted held">${strings.heldCount(held, all)}</span>
        <span class="muted description">${role.description}</span>
      </summary>
      ${this.isEditable ? html`<div class="line">${this.#renderPeople(role)}${this.#renderMenu(role)}</div>` : nothing}
      ${this.#sections.map(
        ({ section, rows }) => html`<h3>${section.name}</h3>
          <ul>
            ${rows.map(({ capability, cells }) => html`<li><span>${capability.name}</span>${renderMark(cells[index]?.isHeld === true)}</li>`)}
          </ul>`,
      )}
    </details>`;
  }

  #renderHead(role: Role): TemplateResult {
    const line = this.#isOwn(role) ? strings.yourRole : role.isCustom === true ? strings.ownRole : '';
    return html`${role.name}${line === '' ? nothing : html`<span class="you ${this.#isOwn(role) ? '' : 'made'}">${line}</span>`}${
      this.isEditable
        ? html`<span class="foot">${this.#renderPeople(role)}${this.#renderMenu(role)}</span>`
        : this.#renderPeople(role)
    }`;
  }

  #renderMenu(role: Role): TemplateResult {
    return html`<button
      type="button"
      part="button button-quiet" class="button quiet icon"
      aria-label=${strings.menuFor(role.name)}
      aria-haspopup="menu"
      aria-expanded="false"
      @click=${({ currentTarget }: Event) => this.dispatchEvent(new RoleMenuEvent(role, currentTarget as HTMLElement))}
    >
      ${icon('more')}
    </button>`;
  }

  #renderPeople({ key, isPublic }: Role): TemplateResult | typeof nothing {
    const holders = this.summaries?.find((summary) => summary.key === key)?.holders;
    if (holders === undefined || holders === null || isPublic === true) return nothing;
    return html`<span class="people">${shared.people(holders.active + holders.deactivated)}</span>`;
  }
}

function renderMark(isHeld: boolean): TemplateResult {
  return html`<span class="mark ${isHeld ? 'yes' : 'no'}">${anyIcon(isHeld ? 'check' : 'minus')}<span class="visually-hidden">${isHeld ? strings.held : strings.notHeld}</span></span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-capability-matrix': CapabilityMatrixElement;
  }
}
