// What would become of the rows of a list, as it is drawn: how many of each sort, and the rows of one. Templates only.
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ImportField, ImportResult } from '../../shared/members/import.ts';
import { fileStrings as strings } from '../i18n/file-strings.ts';
import { formatNumber } from '../i18n/format.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as general, statusText } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { breakable } from '../ui/breakable.ts';
import type { Judged } from './import-run.ts';

/** What can become of a row, the most interesting first. */
export const VERDICTS = [
  'error',
  'new',
  'changes',
  'same',
] as const satisfies readonly ImportResult['verdict'][];
/** What can become of a row. */
export type Verdict = (typeof VERDICTS)[number];

/** The most rows of one sort that are drawn. */
const DRAWN = 200;
const TONES: { readonly [V in Verdict]: string } = {
  error: 'danger',
  new: 'success',
  changes: 'accent',
  same: '',
};

/** The look of the rows; needs the sheets `base`, `tables` and `labels`. */
export const importTableStyles = css`
  .sorts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .sorts .badge {
    background: none;
    box-shadow: none;
  }
  .rows {
    max-block-size: 320px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: auto;
  }
  .rows thead {
    position: sticky;
    inset-block-start: 0;
  }
  .rows th:nth-child(2) {
    inline-size: 45%;
  }
  .rows :is(th, td) {
    padding-inline: 10px 6px;
  }
  .rows td {
    block-size: auto;
    overflow-wrap: anywhere;
    font-size: var(--_small);
    vertical-align: top;
  }
  .rows .line {
    color: var(--_muted);
    white-space: nowrap;
  }
  .problem {
    color: var(--_danger-text);
  }
  .rows del {
    color: var(--_muted);
  }
  .rows .arrow:dir(rtl) {
    display: inline-block;
    transform: scaleX(-1);
  }
`;

/** How many rows there are of each sort. */
export function countsOf(judged: readonly Judged[]): Readonly<Record<Verdict, number>> {
  const counts = { error: 0, new: 0, changes: 0, same: 0 };
  for (const { result } of judged) counts[result.verdict] += 1;
  return counts;
}

/** The sorts of rows that there are, to choose from; one of them is chosen. */
export function sortButtons(
  counts: Readonly<Record<Verdict, number>>,
  chosen: Verdict,
  onChoose: (verdict: Verdict) => void,
): TemplateResult {
  return html`<div class="sorts">
    ${VERDICTS.filter((verdict) => counts[verdict] > 0).map(
      (verdict) => html`<button
        type="button"
        part="button" class="button small"
        aria-pressed=${String(verdict === chosen)}
        @click=${() => onChoose(verdict)}
      >
        <span part="badge" class="badge ${TONES[verdict]}">${strings.verdicts[verdict](counts[verdict])}</span>
      </button>`,
    )}
  </div>`;
}

/** The rows of one sort. */
export function judgedRows(judged: readonly Judged[], verdict: Verdict, rights: Rights): TemplateResult {
  const rows = judged.filter(({ result }) => result.verdict === verdict);
  return html`<div class="rows" tabindex="0" role="region" aria-label=${strings.verdict[verdict]}>
    <table part="table">
      <thead class="head">
        <tr>
          <th part="column" scope="col">${strings.line}</th>
          <th part="column" scope="col">${strings.person}</th>
          <th part="column" scope="col">${strings.what}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, DRAWN).map((row) => judgedRow(row, rights))}
        ${
          rows.length > DRAWN
            ? html`<tr><td part="cell" colspan="3" class="line">${strings.more(rows.length - DRAWN)}</td></tr>`
            : nothing
        }
      </tbody>
    </table>
  </div>`;
}

function judgedRow({ line, row, result }: Judged, rights: Rights): TemplateResult {
  const name = row.name ?? [row.firstName, row.lastName].filter(Boolean).join(' ');
  return html`<tr class="row">
    <td part="cell" class="line">${formatNumber(line)}</td>
    <td part="cell">
      <bdi>${breakable(row.email ?? row.externalId ?? '')}</bdi>
      ${name === '' ? nothing : html`<p class="muted"><bdi>${name}</bdi></p>`}
    </td>
    <td part="cell">${whatOf(result, row.roles, rights)}</td>
  </tr>`;
}

function whatOf(
  { verdict, made, changes = [], problem }: Judged['result'],
  roles: string | undefined,
  rights: Rights,
) {
  if (problem !== undefined) {
    const { code, field } = problem;
    const name = strings.fields[field as ImportField] as string | undefined;
    return html`<p class="problem">${name === undefined ? reasonText(code) : strings.at(name, reasonText(code))}</p>`;
  }
  if (verdict === 'changes')
    return changes.map(
      ({ field, before, after }) => html`<p>
        ${strings.at(strings.fields[field], '')}<del>${valueOf(field, before, rights) || strings.none}</del> <span class="arrow">→</span> ${valueOf(field, after, rights) || strings.none}
      </p>`,
    );
  if (made === undefined) return html`<p class="muted">${strings.verdict[verdict]}</p>`;
  const how =
    made === 'account' ? strings.account : verdict === 'same' ? strings.pending : strings.invitation;
  return html`<p>${how}</p>
    ${roles === undefined ? nothing : html`<p class="muted">${roles}</p>`}`;
}

function valueOf(field: ImportField, value: string, rights: Rights): string {
  if (field === 'roles')
    return value
      .split('; ')
      .map((key) => rights.roleName(key))
      .join(general.comma);
  const isStatus = field === 'status' && (value === 'active' || value === 'deactivated');
  return isStatus ? statusText(value, rights.policy) : value;
}
