// The sentences about people who belong to several workspaces, in Japanese.
import type * as english from '../../i18n/place-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

export const placeStrings: Words<typeof english.placeStrings> = {
  switchFrom: (workspace) => `ワークスペース：${workspace}。別のワークスペースに移動`,
  yours: '参加中のワークスペース',
  elsewhere: '参加中の別のワークスペースに移動できます：',
  search: 'ワークスペースを検索',
  noneFound: '該当するワークスペースはありません。',
  archived: 'アーカイブ済み',
  more: (count) => `さらに${number(count)}件を表示`,
  failed: 'ワークスペースを読み込めませんでした',

  roles: 'ロール',
  rolesAndPlaces: 'ロールとワークスペース',
  noRoles: 'ロールなし',
  edit: 'ロールを変更',
  editIn: (workspace) => `「${workspace}」でのロールを変更`,
  save: 'ロールを保存',
  unsaved: '未保存',
  saved: (name, workspace) => `「${workspace}」での${name}さんのロールを変更しました`,
  unchanged: '現在のロールと同じです',
  roleNeeded: 'ロールを1つ以上選択してください',
  advisePlace: (workspace) => `これらのロールは「${workspace}」でのみ有効です。`,
};
