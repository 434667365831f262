// The sentences about what two people changed at once, in Japanese.
import type * as english from '../../i18n/conflict-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const conflictStrings: Words<typeof english.conflictStrings> = {
  conflict: 'その間にほかの人が変更しました。',
  yours: (value) => `自分：${value}`,
  theirs: (value) => `相手：${value}`,
  nothing: 'なし',
  keepMine: '自分の値を残す',
  takeTheirs: '相手の値を使う',
};
