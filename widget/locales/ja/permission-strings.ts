// The sentences of permissions in Japanese.
import type * as english from '../../i18n/permission-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

const changes = (count: number) => `${number(count)}件の変更`;

export const permissionStrings: Words<typeof english.permissionStrings> = {
  // The grid
  gridHeading: (things) => `${things}の権限`,
  roleSwitch: '編集するロール',
  unsavedOf: (count) => `未保存の変更${number(count)}件`,
  searchResources: (things) => `${things}を検索`,
  resourceCount: (count, one) => `${one}${number(count)}件`,
  gridLabel: (things, role) => `${things}に対する「${role}」の権限`,
  allActions: 'すべて',
  allActionsOf: (resource) => `「${resource}」のすべての権限`,
  actionOn: (action, resource) => `「${resource}」の${action}`,
  actionOnAll: (action, count) => `${action}：${count}`,
  everythingOnAll: (count) => `すべての権限：${count}`,
  notSavedYet: '変更あり、未保存',
  savingRow: '保存中',
  nothing: 'なし',
  fullRoles: (roles, things) =>
    `${roles}は、ここでの設定に関係なく、すべての${things}に対するすべての権限を持つため、表示されません。`,
  defaults: (resource, defaults) => `新しい${resource}の初期設定：${defaults}。`,
  defaultOf: (role, actions) => `${role}（${actions}）`,
  noResources: (things) => `${things}はまだありません`,
  noResourcesText: (resource) => `${resource}が作成されると、ここで権限を設定できます。`,
  noMatch: (things) => `該当する${things}はありません`,
  noMatchText: '名前にこの文字を含むものはありません。',
  clearSearch: '検索をクリア',
  gridFailed: '権限を読み込めませんでした',
  showMoreRows: (count) => `さらに${number(count)}件を表示`,
  stillLoading: 'すべて読み込まれると使えます。',

  // Saving
  unsaved: '未保存の変更',
  saving: (count) => `${changes(count)}を保存中`,
  discard: '破棄',
  discarded: (count) => `${changes(count)}を破棄しました。`,
  saved: (count) => `${changes(count)}を保存しました。`,
  notSaved: (count) => `${changes(count)}を保存できませんでした。理由は各行に表示されています。`,
  notFollowed: (count) =>
    `そのうち${number(count)}件は、まだデータベースに反映されていません。理由は各行に表示されています。`,
  savedOnly: '保存しましたが、まだデータベースに反映されていません。',
  repairRow: '修復',
  repairTable: (resource) => `「${resource}」のテーブルを修復`,
  chooseFirst: '印の付いた行で、どちらの値を残すか選択してください。',
  leaveText: (count) => `${changes(count)}がまだ保存されていません。移動すると破棄されます。`,

  // The matrix
  matrixHeading: '各ロールでできること',
  matrixCaption: 'ロール別の権限',
  capability: '権限',
  held: 'あり',
  notHeld: 'なし',
  heldCount: (held, all) => `${number(all)}件中${number(held)}件`,
  yourRole: '自分のロール',
  ownRole: 'ここで作成',
  menuFor: (role) => `ロール「${role}」の操作`,

  // Preview
  previewAs: 'プレビュー',
  previewNobody: '自分',
  previewHint: '別のロールの人に製品がどう見えるかを確認できます。誰の設定も変わりません。',
  previewing: (role) => `「${role}」として製品を表示しています。`,
  previewStop: 'プレビューを終了',
};
