// The first question of an import: which role for whom, which list. Template and look only.
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { importFields } from '../../shared/members/import.ts';
import { fileStrings as strings } from '../i18n/file-strings.ts';
import { strings as general } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { saveTemplate } from './import-files.ts';
import { importRoles } from './people-files.ts';

/** The look of the question; needs the sheets `base` and `fields`. */
export const importChoiceStyles = css`
  textarea.input {
    min-block-size: 96px;
    font-family: ui-monospace, monospace;
    font-size: var(--_small);
    resize: vertical;
    white-space: pre;
  }
  .small-print,
  [type='file'] {
    font: inherit;
    font-size: var(--_small);
    max-inline-size: 100%;
  }
  ::file-selector-button {
    min-block-size: 30px;
    margin-inline-end: 10px;
    padding-inline: 10px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }
`;

/** What was chosen, and who hears of it. */
interface Choice {
  readonly role: string;
  readonly text: string;
  readonly onRole: (role: string) => void;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
}

/** Asks for the role of new people and for the list, as a file or pasted; `problem` says why the last one could not be read. */
export function importChoice(rights: Rights, problem: unknown, choice: Choice): TemplateResult {
  const { role, text, onRole, onText, onFile } = choice;
  const names = importFields(rights.policy).map((field) => strings.fields[field]);
  return html`<p class="muted">${strings.importText}</p>
    <p class="muted small-print">${strings.columns(names.join(general.comma))}</p>
    ${problem}
    <div class="field">
      <label class="label" for="role">${strings.roleForNew}</label>
      <select id="role" part="field" class="select" @change=${({ target }: Event) => onRole((target as HTMLSelectElement).value)}>
        <option value="" .selected=${role === ''}>${strings.noRole}</option>
        ${importRoles(rights).map(({ key, name }) => html`<option value=${key} .selected=${role === key}>${name}</option>`)}
      </select>
    </div>
    <div class="field">
      <label class="label" for="file">${strings.chooseFile}</label>
      <input
        id="file"
        type="file"
        accept=".csv,.tsv,.txt,.json,text/csv,application/json"
        @change=${({ target }: Event) => {
          const [file] = (target as HTMLInputElement).files ?? [];
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
    <div class="field">
      <label class="label" for="text">${strings.orPaste}</label>
      <textarea
        id="text"
        part="field" class="input"
        rows="4"
        spellcheck="false"
        autocapitalize="off"
        placeholder=${strings.pasteExample}
        .value=${text}
        @input=${({ target }: Event) => onText((target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    <div>
      <button type="button" part="link" class="link" title=${strings.empty} @click=${() => saveTemplate(rights.policy)}>${strings.template}</button>
    </div>`;
}
