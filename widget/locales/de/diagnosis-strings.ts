// What is found about a person or an address, in German.
import type * as english from '../../i18n/diagnosis-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, list, number } = formatsOf('de');

const relative = new Intl.RelativeTimeFormat('de', { numeric: 'auto' });
