// The template of the checklist of resources. Draws what the element holds; decides and asks nothing.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AccessPage, AccessRow } from '../../shared/permissions/access.ts';
import { formatList } from '../i18n/format-later.ts';
import { resourceStrings as strings } from '../i18n/resource-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { nameOf } from '../i18n/strings.ts';
import { anyIcon } from '../ui/more-icons.ts';
import type { AnyIconName } from '../ui/more-icons.ts';
import { groundOf } from './ground.ts';
import type { ResourceChoiceElement } from './resource-choice.ts';

/** How many resources there are before a search is offered. */
const FEW = 5;

/** The tools, the list, and what whoever decides should know. */
export function renderChoice(choice: ResourceChoiceElement, page: AccessPage): TemplateResult {
  const { kind, member } = choice;
  if (page.total === 0) return note(strings.noneThere(kind.plural));
  const isOpen = choice.decision.allowed;
  const isGiven = kind.grantedTo === 'member' && !choice.isTaking;
  return html`<div class="choice">
    ${page.isActive || member === undefined ? nothing : note(strings.off(nameOf(member)), 'off')} ${renderTools(choice, page, isOpen)}
    ${isGiven ? renderWarning(choice, page.total, isOpen) : nothing}
    <fieldset>
      <legend class="visually-hidden">${kind.plural}</legend>
      <div class="list" tabindex=${isOpen ? nothing : 0} role=${isOpen ? nothing : 'group'} aria-label=${isOpen ? nothing : kind.plural}>
        <ul>${page.rows.map((row) => html`<li>${renderRow(choice, row, isOpen)}</li>`)}</ul>
        ${page.rows.length === 0 ? html`<p class="foot muted">${strings.noneFound(kind.plural)}</p>` : nothing}
        ${
          page.next === null
            ? nothing
            : html`<div class="foot"><button type="button" part="link" class="link" @click=${choice.loadMore}>${strings.more}</button></div>`
        }
      </div>
    </fieldset>
    ${isGiven ? renderNotes(choice, page, isOpen) : nothing}
  </div>`;
}

function renderTools(choice: ResourceChoiceElement, { total }: AccessPage, isOpen: boolean): unknown {
  const { kind, chosen, search } = choice;
  const hasSearch = total > FEW || search !== '';
  if (!hasSearch && kind.grantedTo !== 'member') return nothing;
  const isAll = chosen.size >= total;
  return html`<div class="tools">
    ${
      hasSearch
        ? html`<label class="search">
            ${anyIcon('search')}<span class="visually-hidden">${strings.search(kind.plural)}</span>
            <input part="field" class="input" type="search" maxlength="200" placeholder=${strings.search(kind.plural)} .value=${search} @input=${choice.searchFor} />
          </label>`
        : nothing
    }
    ${
      kind.grantedTo === 'member'
        ? html`<span class="count" aria-hidden="true">${strings.count(chosen.size, total)}</span
            ><span class="visually-hidden">${strings.countLabel(chosen.size, total, kind.plural)}</span>`
        : nothing
    }
    ${
      isOpen
        ? html`<button type="button" part="button" class="button small" @click=${isAll ? choice.chooseNone : choice.chooseAll}>
            ${isAll ? strings.chooseNone : strings.chooseAll}
          </button>`
        : nothing
    }
  </div>`;
}

function renderRow(choice: ResourceChoiceElement, row: AccessRow, isOpen: boolean): TemplateResult {
  const { resourceId: id, resource } = row;
  const isChosen = choice.chosen.has(id);
  const words = renderGround(choice, row, isChosen);
  if (isOpen)
    return html`<label class="item">
      <input type="checkbox" .checked=${isChosen} @change=${() => choice.toggle(id)} /><bdi>${resource}</bdi>${words}
    </label>`;
  const isReached = row.rights.length > 0;
  return html`<div class="item ${isReached ? 'open' : ''}">
    ${anyIcon(isReached ? 'check' : 'minus')}<bdi>${resource}</bdi>${words}
  </div>`;
}

/** Why the person has it or not, or what becomes of it; nothing where there is no person yet. */
function renderGround(choice: ResourceChoiceElement, row: AccessRow, isChosen: boolean): unknown {
  const { member, kind, rights } = choice;
  if (member === undefined) return nothing;
  if (isChosen !== choice.held.has(row.resourceId))
    return html`<span class="ground staged">${isChosen ? strings.willBeAssigned : strings.willBeTaken}</span>`;
  return html`<span class="ground">${groundOf(row, kind, rights, rights.isSelf(member))}</span>`;
}

/** Before everything is given, beside what was just pressed. */
function renderWarning(choice: ResourceChoiceElement, total: number, isOpen: boolean): TemplateResult {
  const isAll = isOpen && choice.changes > 0 && total > 1 && choice.chosen.size >= total;
  const isShown = isAll && isCareful(choice) && fullRoleOf(choice) === undefined;
  return html`<div role="status">${isShown ? note(strings.allChosen(choice.kind.plural, total), 'alert', 'warning') : nothing}</div>`;
}

function renderNotes(choice: ResourceChoiceElement, { rows }: AccessPage, isOpen: boolean): TemplateResult {
  const { kind, rights, decision } = choice;
  const full = fullRoleOf(choice);
  const isPartial = ({ assigned }: AccessRow) => assigned.length > 0 && assigned.length < kind.actions.length;
  const advice = isCareful(choice) && isOpen ? `${strings.leastFirst} ` : '';
  return html`${decision.allowed || decision.reason === 'not_granted' ? nothing : note(reasonText(decision.reason), 'lock')}
    ${
      full === undefined
        ? note(advice + strings.assignedOnly(kind.plural))
        : note(strings.fullRole(rights.roleName(full), kind.plural), 'check')
    }
    ${isOpen && rows.some(isPartial) ? note(strings.heldInPart(formatList(kind.actions.map(({ name }) => name)))) : nothing}`;
}

const isCareful = ({ rights }: ResourceChoiceElement): boolean =>
  rights.policy.guidance.includes('least-resources');

/** The role that has everything, of those that the person has or is to have. */
function fullRoleOf({ roles, member, kind }: ResourceChoiceElement): string | undefined {
  return (roles ?? member?.roles ?? []).find((role) => kind.fullRoles.includes(role));
}

function note(text: string, icon?: AnyIconName, tone = ''): TemplateResult {
  return html`<p class="note ${tone}">${icon === undefined ? nothing : anyIcon(icon)}<span>${text}</span></p>`;
}
