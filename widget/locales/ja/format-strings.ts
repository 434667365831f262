// What Intl has no words for, in Japanese.
import type * as english from '../../i18n/format-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const formatStrings: Words<typeof english.formatStrings> = {
  justNow: 'たった今',
};
