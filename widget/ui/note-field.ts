// The field for the reason of a change, which goes into the audit trail. One template; it keeps nothing.
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { MAX_NOTE } from '../../shared/audit/note.ts';
import { noteStrings as strings } from '../i18n/note-strings.ts';
import { held } from './held.ts';

/** Draws the field, which needs the sheet `fields`; `set` is told of what is typed. */
export function noteField(note: string, set: (note: string) => void): TemplateResult {
  return html`<div class="field">
    <label class="label" for="note">${strings.note}</label>
    <input
      part="field" class="input"
      id="note"
      autocomplete="off"
      maxlength=${MAX_NOTE}
      aria-describedby="note-help"
      .value=${held(note)}
      @input=${({ target }: Event) => set((target as HTMLInputElement).value)}
    />
    <span class="help" id="note-help">${strings.noteHelp}</span>
  </div>`;
}

/** What was typed as a wish carries it; nothing where nothing was. */
export function noteOf(note: string): { readonly note?: string } {
  return note.trim() === '' ? {} : { note };
}
