// What Intl has no words for, in German.
import type * as english from '../../i18n/format-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const formatStrings: Words<typeof english.formatStrings> = {
  justNow: 'gerade eben',
};
