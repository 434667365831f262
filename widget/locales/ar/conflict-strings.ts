// The sentences about what two people changed at once, in Arabic.
import type * as english from '../../i18n/conflict-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { isolated } from '../formats.ts';

export const conflictStrings: Words<typeof english.conflictStrings> = {
  conflict: 'طرأ تغيير من شخص آخر في هذه الأثناء.',
  yours: (value) => `اختيارك: ${isolated(value)}`,
  theirs: (value) => `اختيار الشخص الآخر: ${isolated(value)}`,
  nothing: 'لا شيء',
  keepMine: 'إبقاء اختياري',
  takeTheirs: 'اعتماد الاختيار الآخر',
};
