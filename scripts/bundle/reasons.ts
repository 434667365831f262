// Sends the widget the sentences of refusals alone, as text; what else the table of errors says is for the server.
import type { Plugin } from 'vite';
import { ERRORS } from '../../shared/errors.ts';

/** The plugin. */
export function reasons(): Plugin {
  return {
    name: 'reasons',
    load(id) {
      if (!id.endsWith('/widget/i18n/reasons.ts')) return null;
      const texts = Object.entries(ERRORS).map(([code, { text }]) => [code, text]);
      return `export const REASONS = ${JSON.stringify(Object.fromEntries(texts))};`;
    },
  };
}
