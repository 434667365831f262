// Entries of the trail as they are drawn: under their days, each a sentence with before and after. Used by the trail and by what shows a part of it.
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import { auditStrings as strings } from '../i18n/audit-strings.ts';
import { formatDay } from '../i18n/format-later.ts';
import { formatMoment, formatRelative } from '../i18n/format.ts';
import type { Rights } from '../rights.ts';
import { avatar } from '../ui/avatar.ts';
import { breakable } from '../ui/breakable.ts';
import { icon } from '../ui/icon.ts';
import type { FactWords } from './entry-facts.ts';
import { entryWords } from './entry-words.ts';

/** The look of the trail; needs the sheets `base`, `cards` and `avatars`. */
export const entryStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .top {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 14px 16px;
    padding: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .title p {
    font-size: var(--_small);
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 8px;
  }
  ua-audit-filter {
    grid-column: 1 / -1;
  }
  .day {
    padding: 8px var(--_space);
    border-block-end: 1px solid var(--_line);
    background: var(--_subtle);
    color: var(--_muted);
    font-size: var(--_tiny);
    font-weight: 500;
  }
  .entry {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 4px 12px;
    padding: var(--_snug) var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
    border: 1px solid var(--_line);
    border-radius: 50%;
    background: var(--_subtle);
    color: var(--_muted);
  }
  .says {
    display: grid;
    gap: 4px;
    align-content: center;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .says > p,
  .when {
    text-wrap: pretty;
  }
  .says .link {
    text-align: start;
  }
  /* A name in another script begins where the sentence does. */
  .says .link:dir(rtl) {
    text-align: right;
  }
  .says strong {
    font-weight: 600;
  }
  .facts {
    display: grid;
    gap: 2px;
    color: var(--_muted);
    font-size: var(--_small);
  }
  /* Words beside each other, which none of them turns round. */
  .facts > div,
  .when,
  .when span::before {
    unicode-bidi: isolate;
  }
  .facts dt,
  .facts dd {
    display: inline;
  }
  .facts dd {
    color: var(--_text);
  }
  .facts del {
    color: var(--_muted);
    text-decoration-color: color-mix(in oklab, currentColor 50%, transparent);
  }
  .arrow {
    display: inline-block;
    padding-inline: 4px;
    color: var(--_muted);
  }
  .arrow:dir(rtl) {
    transform: scaleX(-1);
  }
  .note {
    margin: 0;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--_line-strong);
    font-size: var(--_small);
    white-space: pre-line;
  }
  .when {
    display: grid;
    justify-items: end;
    align-content: start;
    color: var(--_muted);
    font-size: var(--_small);
    text-align: end;
    white-space: nowrap;
  }
  .end {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: var(--_snug) var(--_space);
    font-size: var(--_small);
  }
  [aria-busy='true'],
  .line {
    padding: var(--_space);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 8px 16px;
  }
  @container (max-width: 560px) {
    .top {
      grid-template-columns: minmax(0, 1fr);
    }
    .entry {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .when {
      grid-column: 2;
      display: block;
      text-align: start;
      white-space: normal;
    }
    .when span::before {
      content: ' · ';
    }
  }
`;

/** Entries under the days they are of, newest first; `onAbout` narrows to the person of one. */
export function entryDays(
  rows: readonly AuditEntry[],
  rights: Rights,
  now: number,
  onAbout?: (person: string) => void,
): TemplateResult {
  const days = Map.groupBy(rows, ({ at }) => startOfDay(at));
  return html`${[...days].map(
    ([day, entries]) => html`<h3 class="day">${dayWords(day, now)}</h3>
      <ul>
        ${entries.map((entry) => entryItem(entry, rights, now, onAbout))}
      </ul>`,
  )}`;
}

/** One entry as an item of a list. */
export function entryItem(
  entry: AuditEntry,
  rights: Rights,
  now: number,
  onAbout?: (person: string) => void,
): TemplateResult {
  const { actor, did, facts } = entryWords(entry, rights);
  const isPerson = entry.actor.kind === 'member' && entry.actor.name !== null;
  return html`<li class="entry" data-seq=${entry.seq}>
    ${isPerson ? avatar(actor, entry.actor.id ?? '') : html`<span class="mark">${icon(entry.actor.kind === 'system' || entry.actor.kind === 'host' ? 'gear' : 'people')}</span>`}
    <div class="says">
      <p><strong><bdi>${actor}</bdi></strong> ${didText(did, entry, onAbout)}</p>
      ${facts.length === 0 ? nothing : html`<dl class="facts">${facts.map(factLine)}</dl>`}
      ${entry.note === null ? nothing : html`<blockquote class="note" aria-label=${strings.note}>${entry.note}</blockquote>`}
    </div>
    <div class="when">
      <time datetime=${new Date(entry.at).toISOString()} title=${formatMoment(entry.at)}>${formatRelative(entry.at, now)}</time>
      <span>${strings.via[entry.via]}</span>
    </div>
  </li>`;
}

/** What was done, with the person it is about as a way to everything about them. */
function didText(did: string, { target }: AuditEntry, onAbout: ((person: string) => void) | undefined) {
  const { name } = target;
  const at = name === null || target.kind !== 'member' ? -1 : did.lastIndexOf(name);
  if (onAbout === undefined || name === null || at === -1) return did;
  return html`${did.slice(0, at)}<button
      type="button"
      part="link" class="link"
      title=${strings.about(name)}
      @click=${() => onAbout(target.id)}
    ><bdi>${breakable(name)}</bdi></button>${did.slice(at + name.length)}`;
}

function factLine({ label, before, after }: FactWords): TemplateResult {
  const value =
    before === ''
      ? breakable(after)
      : after === ''
        ? html`<del>${before}</del>`
        : html`<del>${before}</del><span class="arrow" role="img" aria-label=${strings.arrow}>→</span>${after}`;
  return html`<div><dt>${strings.pair(label, '').trimEnd()}</dt> <dd>${value}</dd></div>`;
}

function dayWords(day: number, now: number): string {
  const today = startOfDay(now);
  if (day === today) return strings.today;
  // The day before by the calendar: a day with a change of the clock is shorter or longer.
  return day === startOfDay(today - 1) ? strings.yesterday : formatDay(day);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
