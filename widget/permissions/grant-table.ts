// How the grid of grants is drawn: a native table with the roles of an ARIA grid and native boxes. Templates only.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ErrorCode } from '../../shared/errors.ts';
import type { GrantRow } from '../../shared/permissions/permissions.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import { formatList } from '../i18n/format-later.ts';
import { permissionStrings as strings } from '../i18n/permission-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import type { Rights } from '../rights.ts';
import { conflict } from '../ui/conflict.ts';
import { held } from '../ui/held.ts';
import { anyIcon } from '../ui/more-icons.ts';
import type { GrantEditorElement } from './grant-editor.ts';
import type { GridPlace } from './grid-keys.ts';
import type { StagedRow } from './staged-grants.ts';

interface Box {
  readonly place: GridPlace;
  readonly label: string;
  /** On, off, or some of each. */
  readonly state: boolean | 'mixed';
  readonly isChanged?: boolean;
  readonly reason: string;
  readonly set: (isOn: boolean) => void;
}

/** The grid of the rows that match. */
export function renderGrantTable(
  editor: GrantEditorElement,
  rights: Rights,
  kind: ResourceKind,
  rows: readonly StagedRow[],
): TemplateResult {
  const drawn = rows.slice(0, editor.limit);
  const columns = kind.actions.length + 1;
  return html`<div class="scroll">
      <table part="table"
        role="grid"
        aria-label=${strings.gridLabel(kind.plural, rights.roleName(editor.shownRole))}
        aria-rowcount=${editor.isComplete ? rows.length + 1 : -1}
        aria-colcount=${columns + 1}
        @keydown=${(event: KeyboardEvent) => editor.pressInGrid(event, drawn.length, columns)}
      >
        ${renderHead(editor, kind, rows)}
        <tbody role="rowgroup">
          ${repeat(
            drawn,
            ({ saved }) => `${saved.role} ${saved.resourceId}`,
            (row, index) => renderRow(editor, kind, row, index),
          )}
        </tbody>
      </table>
    </div>
    ${
      rows.length <= editor.limit
        ? nothing
        : html`<div class="foot"><button type="button" part="button" class="button small" @click=${() => (editor.limit += 200)}>${strings.showMoreRows(Math.min(200, rows.length - editor.limit))}</button></div>`
    }`;
}

function renderHead(
  editor: GrantEditorElement,
  kind: ResourceKind,
  rows: readonly StagedRow[],
): TemplateResult {
  const saved = rows.map((row) => row.saved);
  const all = kind.actions.map(({ key }) => key);
  const count = strings.resourceCount(rows.length, kind.name, kind.plural);
  const reason = editor.obstacle || (editor.isComplete ? '' : strings.stillLoading);
  const box = (column: number, label: string, actions: readonly string[]) =>
    renderBox(editor, {
      place: { row: -1, column },
      label,
      state: stateOf(rows.map((row) => actions.map((action) => row.actions.includes(action))).flat()),
      reason,
      set: (isOn) => editor.stage(saved, actions, isOn),
    });
  return html`<thead role="rowgroup">
    <tr role="row" class="head">
      <th part="column" role="columnheader" scope="col">${count}</th>
      <th part="column" role="columnheader" scope="col"><label>${strings.allActions}${box(0, strings.everythingOnAll(count), all)}</label></th>
      ${kind.actions.map(
        ({ key, name }, index) =>
          html`<th part="column" role="columnheader" scope="col"><label>${name}${box(index + 1, strings.actionOnAll(name, count), [key])}</label></th>`,
      )}
    </tr>
  </thead>`;
}

function renderRow(
  editor: GrantEditorElement,
  kind: ResourceKind,
  row: StagedRow,
  index: number,
): TemplateResult {
  const { saved, actions, isDirty, isSaving } = row;
  const all = kind.actions.map(({ key }) => key);
  const isOff = editor.obstacle;
  return html`<tr role="row" class="row ${isDirty ? 'dirty' : ''} ${(row.refused ?? row.theirs) ? 'failed' : ''}" part="row" aria-busy=${isSaving ? 'true' : nothing}>
      <th part="column" role="rowheader" scope="row">
        <span class="resource" title=${saved.resource}>${saved.resource}</span>
        ${isDirty ? html`<span class="mark"><span class="visually-hidden">${isSaving ? strings.savingRow : strings.notSavedYet}</span></span>` : nothing}
      </th>
      <td part="cell" role="gridcell">
        ${renderBox(editor, {
          place: { row: index, column: 0 },
          label: strings.allActionsOf(saved.resource),
          state: stateOf(all.map((action) => actions.includes(action))),
          reason: isOff,
          set: (isOn) => editor.stage([saved], all, isOn),
        })}
      </td>
      ${kind.actions.map(
        ({ key, name }, column) => html`<td part="cell" role="gridcell">
          ${renderBox(editor, {
            place: { row: index, column: column + 1 },
            label: strings.actionOn(name, saved.resource),
            state: actions.includes(key),
            isChanged: actions.includes(key) !== saved.actions.includes(key),
            reason: isOff,
            set: (isOn) => editor.stage([saved], [key], isOn),
          })}
        </td>`,
      )}
    </tr>
    ${renderMessage(editor, kind, row)}`;
}

function renderBox(
  editor: GrantEditorElement,
  { place, label, state, isChanged, reason, set }: Box,
): TemplateResult {
  const isHere = place.row === editor.place.row && place.column === editor.place.column;
  const press = (event: Event) => {
    // Off but not disabled, so that it can be reached and says why.
    if (reason !== '') return event.preventDefault();
    set((event.target as HTMLInputElement).checked);
  };
  const box = html`<input
    type="checkbox"
    class=${isChanged === true ? 'changed' : nothing}
    aria-label=${label}
    tabindex=${isHere ? 0 : -1}
    .indeterminate=${held(state === 'mixed')}
    .checked=${held(state === true)}
    aria-disabled=${reason === '' ? nothing : 'true'}
    aria-description=${reason === '' ? nothing : reason}
    @focus=${() => (editor.place = place)}
    @click=${press}
  />`;
  // In the head the name of the column belongs to the box; in a row the whole cell can be hit.
  return place.row < 0 ? box : html`<label class="hit">${box}</label>`;
}

/** What is to be said about a row that was not saved, right below it. */
function renderMessage(
  editor: GrantEditorElement,
  kind: ResourceKind,
  { saved, actions, refused, theirs, unfollowed }: StagedRow,
): TemplateResult | typeof nothing {
  if (refused === undefined && theirs === undefined)
    return unfollowed === undefined ? nothing : renderUnfollowed(editor, kind, saved, unfollowed);
  const words = (keys: readonly string[]) =>
    formatList(kind.actions.filter(({ key }) => keys.includes(key)).map(({ name }) => name));
  return html`<tr role="row" class="message">
    <td part="cell" role="gridcell" colspan=${kind.actions.length + 2}>
      ${
        theirs === undefined
          ? html`<div class="advice">${anyIcon('alert')}<span>${reasonText(refused!)}</span></div>`
          : conflict(words(actions), words(theirs.actions), (whose) => editor.settle(saved, whose))
      }
    </td>
  </tr>`;
}

/** What is to be said about a row that was saved, and that the host's database does not follow. */
function renderUnfollowed(
  editor: GrantEditorElement,
  kind: ResourceKind,
  saved: GrantRow,
  why: ErrorCode,
): TemplateResult {
  return html`<tr role="row" class="message mild">
    <td part="cell" role="gridcell" colspan=${kind.actions.length + 2}>
      <div class="advice">
        ${anyIcon('alert')}
        <span>
          ${strings.savedOnly} ${reasonText(why)}
          <button type="button" part="link" class="link" aria-label=${strings.repairTable(saved.resource)} @click=${() => editor.repairTable(saved)}>${strings.repairRow}</button>
        </span>
      </div>
    </td>
  </tr>`;
}

function stateOf(values: readonly boolean[]): boolean | 'mixed' {
  return values.every(Boolean) ? true : values.some(Boolean) ? 'mixed' : false;
}
