// How it is drawn whether the database follows the grid, and what is said of it. Fetched where one does; what happens is the element's matter.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DatabaseDrift, DatabasePart, DriftedPart } from '../../shared/permissions/database.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import { databaseStrings as strings, differenceText, partName } from '../i18n/database-strings.ts';
import { formatMoment, formatRelative } from '../i18n/format.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import type { DatabaseDriftElement } from '../permissions/database-drift.ts';
import { partId } from '../permissions/database-part.ts';
import type { Rights } from '../rights.ts';
import { deedButton } from '../ui/deed-button.ts';
import { anyIcon } from '../ui/more-icons.ts';

type Drawn = TemplateResult | typeof nothing;

/** How many differences of a part are told. */
const TOLD = 4;

/** The line, or what differs; nothing where no database follows. */
export function renderDrift(element: DatabaseDriftElement, rights: Rights, kind: ResourceKind): Drawn {
  const { data, failure } = element.query;
  if (data === undefined) return failure === undefined ? nothing : renderUnknown(element);
  if (data === null) return nothing;
  return html`<section part="drift" aria-label=${strings.label} aria-busy=${String(element.query.isLoading)}>
    ${data.differing === 0 && element.done.size === 0 ? renderLine(element, data, kind) : renderParts(element, data, rights, kind)}
  </section>`;
}

/** What is said once parts were repaired, or not; empty where there is nothing to say. */
export function repairedText(done: number, failed: number): string {
  return strings.spoken(done, failed);
}

function renderUnknown(element: DatabaseDriftElement): TemplateResult {
  return html`<section part="drift" aria-label=${strings.label}>
    <p class="line unknown">
      ${anyIcon('alert')}<span>${strings.unknown} ${reasonText(element.query.failure!.code)} ${renderCheck(element)}</span>
    </p>
  </section>`;
}

function renderLine(element: DatabaseDriftElement, data: DatabaseDrift, kind: ResourceKind): TemplateResult {
  const text = data.tables === 0 ? strings.followsNone : strings.follows(data.tables, kind.name, kind.plural);
  return html`<p class="line">
    ${anyIcon('check')}<span>${text} ${renderWhen(element, data)} ${renderCheck(element)}</span>
  </p>`;
}

function renderWhen({ query, now }: DatabaseDriftElement, { checkedAt }: DatabaseDrift): TemplateResult {
  if (query.failure !== undefined)
    return html`<span part="error" class="error">${reasonText(query.failure.code)}</span>`;
  // The clock of the server may be ahead, and nothing was looked at in time to come.
  const at = Math.min(checkedAt, now);
  return html`<span title=${formatMoment(at)}>${strings.checked(formatRelative(at, now))}</span>`;
}

function renderCheck(element: DatabaseDriftElement): TemplateResult {
  const isOff = element.query.isLoading || element.repairing.size > 0;
  return html`<button type="button" part="link" class="link check" aria-disabled=${isOff ? 'true' : nothing} @click=${() => isOff || void element.checkAgain()}>${element.query.isLoading ? strings.checking : strings.checkAgain}</button>`;
}

function renderParts(
  element: DatabaseDriftElement,
  data: DatabaseDrift,
  rights: Rights,
  kind: ResourceKind,
): TemplateResult {
  const isOpen = data.differing > 0;
  const done = [...element.done.values()];
  const count = data.parts.length + done.length;
  const text = element.repairable.length > 0 ? strings.differsText : strings.settledText;
  const heading = isOpen
    ? strings.differs(data.differing)
    : strings.follows(data.tables, kind.name, kind.plural);
  return html`<div class="box ${isOpen ? 'open' : ''}">
    <div class="head">
      ${anyIcon(isOpen ? 'alert' : 'check')}
      <div class="said">
        <h3 id="heading">${heading}</h3>
        <p class="muted">${isOpen ? text : nothing} ${renderWhen(element, data)} ${renderCheck(element)}</p>
      </div>
      ${element.repairable.length < 2 ? nothing : renderRepair(element, element.repairable, strings.repairAll, '')}
    </div>
    <ul aria-labelledby="heading">
      ${repeat(data.parts.slice(0, element.shown), partId, (part) => renderPart(element, part, rights))}
      ${repeat(done.slice(0, Math.max(0, element.shown - data.parts.length)), partId, renderDone)}
    </ul>
    ${
      count <= element.shown
        ? nothing
        : html`<button type="button" part="button" class="button small" @click=${() => (element.shown = count)}>${strings.showAll(count)}</button>`
    }
    ${data.differing > data.parts.length ? html`<p class="muted">${strings.beyond(data.differing - data.parts.length)}</p>` : nothing}
  </div>`;
}

function renderPart(element: DatabaseDriftElement, part: DriftedPart, rights: Rights): TemplateResult {
  const { differences } = part;
  const refused = element.refused.get(partId(part));
  const name = partName(part);
  const isRepairable = differences.some(({ isRepaired }) => isRepaired);
  const rest = differences.length - TOLD;
  return html`<li aria-busy=${element.repairing.has(partId(part)) ? 'true' : nothing}>
    <div class="what">
      <strong>${name}</strong>
      ${differences
        .slice(0, TOLD)
        .map(
          (one) =>
            html`<p>${differenceText(one, rights.roleName)}${one.isRepaired ? nothing : html` <em>${strings.byHand}</em>`}</p>`,
        )}
      ${rest > 0 ? html`<p class="muted">${strings.more(rest)}</p>` : nothing}
      ${refused === undefined ? nothing : html`<p part="error" class="error" role="alert">${anyIcon('alert')}<span>${reasonText(refused)}</span></p>`}
    </div>
    ${isRepairable ? renderRepair(element, [part], strings.repair, strings.repairPart(name)) : nothing}
  </li>`;
}

function renderDone(part: DatabasePart): TemplateResult {
  return html`<li class="done">
    <div class="what"><strong>${partName(part)}</strong></div>
    <span class="well">${anyIcon('check')}${strings.repaired}</span>
  </li>`;
}

function renderRepair(
  element: DatabaseDriftElement,
  parts: readonly DriftedPart[],
  label: string,
  name: string,
): TemplateResult {
  const { obstacle, repairing } = element;
  const isRunning = parts.some((part) => repairing.has(partId(part))) && (name !== '' || repairing.size > 1);
  return deedButton(isRunning ? strings.repairing : label, () => element.repair(parts), obstacle, {
    about: name,
    isBusy: repairing.size > 0,
  });
}
