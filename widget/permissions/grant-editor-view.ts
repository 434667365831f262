// How the editor of grants is drawn around its table. Templates only: what happens is the element's matter.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { formatList } from '../i18n/format-later.ts';
import { permissionStrings as strings } from '../i18n/permission-strings.ts';
import { failureStrings, reasonText } from '../i18n/failure-strings.ts';
import type { Rights } from '../rights.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { skeleton } from '../ui/skeleton.ts';
import type { GrantEditorElement } from './grant-editor.ts';
import { renderGrantTable } from './grant-table.ts';

/** The whole editor: roles, search, table, bar. */
export function renderGrantEditor(
  editor: GrantEditorElement,
  rights: Rights,
  kind: ResourceKind,
): TemplateResult {
  const rows = editor.matching;
  const isEmpty = editor.grants.rows(editor.shownRole).length === 0;
  return html`<section class="card" part="card" aria-labelledby="heading" aria-busy=${String(editor.query.isLoading)}>
    <div class="card-head"><h2 part="heading" id="heading">${strings.gridHeading(kind.plural)}</h2></div>
    <div class="notes">
      ${renderNotes(rights, kind)}
      ${editor.obstacle === '' ? nothing : html`<p class="note">${anyIcon('lock')}<span>${editor.obstacle}</span></p>`}
      <ua-database-drift .rights=${rights} .kind=${kind} .revision=${editor.revision} @ua-database-repaired=${editor.takeRepaired}></ua-database-drift>
    </div>
    <div class="tools">
      ${renderRoles(editor, rights, kind)}
      <label class="search">
        ${anyIcon('search')}<span class="visually-hidden">${strings.searchResources(kind.plural)}</span>
        <input part="field" class="input" type="search" placeholder=${strings.searchResources(kind.plural)} .value=${editor.search} @input=${(event: Event) => editor.searchFor((event.target as HTMLInputElement).value)} />
      </label>
    </div>
    ${isEmpty ? renderEmpty(editor, kind) : rows.length === 0 ? renderNoMatch(editor, kind) : renderGrantTable(editor, rights, kind, rows)}
    ${isEmpty ? nothing : renderFailure(editor)} ${renderBar(editor)}
  </section>`;
}

function renderNotes(rights: Rights, kind: ResourceKind): TemplateResult {
  const names = (keys: readonly string[]) => formatList(keys.map((key) => rights.roleName(key)));
  const actionName = (key: string) => kind.actions.find((action) => action.key === key)?.name ?? key;
  const defaults = kind.editableRoles.map((role) => {
    const actions = kind.defaults[role] ?? [];
    return strings.defaultOf(
      rights.roleName(role),
      actions.length === 0 ? strings.nothing : formatList(actions.map(actionName)),
    );
  });
  return html`<p class="muted">
    ${kind.fullRoles.length === 0 ? nothing : strings.fullRoles(names(kind.fullRoles), kind.plural, kind.fullRoles.length === 1)}
    ${defaults.length === 0 ? nothing : strings.defaults(kind.name, formatList(defaults))}
  </p>`;
}

/** One of several, so native radio buttons, drawn as one row of buttons. */
function renderRoles(editor: GrantEditorElement, rights: Rights, kind: ResourceKind): TemplateResult {
  return html`<fieldset class="roles" role="radiogroup">
    <legend class="visually-hidden">${strings.roleSwitch}</legend>
    ${kind.editableRoles.map((role) => {
      const count = editor.grants.count(role);
      const description = rights.policy.roles.find(({ key }) => key === role)?.description;
      return html`<label class="role">
        <input class="visually-hidden" type="radio" name="role" value=${role} aria-description=${description ?? nothing} .checked=${editor.shownRole === role} @change=${() => editor.showRole(role)} />
        <span>${rights.roleName(role)}${
          count === 0
            ? nothing
            : html`<b class="count"><span aria-hidden="true">${count}</span><span class="visually-hidden">, ${strings.unsavedOf(count)}</span></b>`
        }</span>
      </label>`;
    })}
  </fieldset>`;
}

function renderEmpty(editor: GrantEditorElement, kind: ResourceKind): TemplateResult {
  if (editor.query.failure !== undefined) {
    return html`<ua-empty-state part="empty" icon="alert" .heading=${strings.gridFailed}>
      ${reasonText(editor.query.failure.code)}
      <button slot="actions" type="button" part="button" class="button" @click=${() => void editor.refresh()}>${failureStrings.retry}</button>
    </ua-empty-state>`;
  }
  if (!editor.isComplete)
    return html`${skeleton(5)}<p class="visually-hidden" role="status">${failureStrings.loading}</p>`;
  return html`<ua-empty-state part="empty" icon="lock" .heading=${strings.noResources(kind.plural)}>${strings.noResourcesText(kind.name)}</ua-empty-state>`;
}

function renderNoMatch(editor: GrantEditorElement, kind: ResourceKind): TemplateResult {
  return html`<ua-empty-state part="empty" icon="search" .heading=${strings.noMatch(kind.plural)}>
    ${strings.noMatchText}
    <button slot="actions" type="button" part="button" class="button" @click=${() => editor.searchFor('')}>${strings.clearSearch}</button>
  </ua-empty-state>`;
}

function renderFailure(editor: GrantEditorElement): TemplateResult | typeof nothing {
  if (editor.query.failure === undefined) return nothing;
  return html`<p class="failure error" role="alert">
    ${reasonText(editor.query.failure.code)} <button type="button" part="link" class="link" @click=${() => void editor.refresh()}>${failureStrings.retry}</button>
  </p>`;
}

function renderBar(editor: GrantEditorElement): TemplateResult {
  const count = editor.unsaved;
  const isSaving = editor.saving > 0;
  const reason = !isSaving && count > 0 && editor.grants.conflicts === count ? strings.chooseFirst : '';
  return html`<div class="bar" part="bar" role="region" aria-label=${strings.unsaved} ?hidden=${count === 0 && !isSaving}>
    <span role="status">${isSaving ? strings.saving(editor.saving) : count > 0 ? strings.unsavedOf(count) : ''}</span>
    <button type="button" part="button" class="button" aria-disabled=${isSaving ? 'true' : nothing} @click=${() => isSaving || editor.discard()}>${strings.discard}</button>
    <button
      type="button"
      part="button button-primary" class="button primary"
      aria-disabled=${isSaving || reason !== '' ? 'true' : nothing}
      aria-description=${reason === '' ? nothing : reason}
      @click=${() => reason === '' && void editor.save()}
    >
      ${actionStrings.save}
    </button>
  </div>`;
}
