// The sentences around making and changing roles, in Japanese.
import type * as english from '../../i18n/role-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

export const roleStrings: Words<typeof english.roleStrings> = {
  newRole: '新しいロール',
  edit: '編集',
  duplicate: '複製',
  remove: '削除',
  countsFailed: '各ロールの人数を読み込めませんでした',

  // The editor
  newHeading: '新しいロール',
  editHeading: (role) => `「${role}」を編集`,
  copyHeading: (role) => `「${role}」を複製`,
  copyName: (role) => `${role}（コピー）`,
  name: '名前',
  nameHelp: '職務名など、ユーザーに表示される名前です。',
  nameNeeded: '名前を入力してください。',
  description: '用途',
  descriptionHelp: 'このロールを持つ人への1文の説明です。招待にも記載されます。',
  rights: 'できること',
  rightsHelp: '最小限から始めてください。後からいつでも追加できます。',
  leftOut: (count) =>
    `元のロールの権限のうち${number(count)}件は、あなたが付与できないため、コピーには含まれません。`,
  holders: (count) => `${number(count)}人がこのロールを持っています。変更はすぐに有効になります。`,
  chosen: (count, all) => `${number(all)}件中${number(count)}件`,
  create: 'ロールを作成',
  save: 'ロールを保存',
  created: (role) => `ロール「${role}」を作成しました。ユーザーに付与できます。`,
  saved: (role) => `ロール「${role}」を保存しました。`,

  // Deleting
  removeHeading: (role) => `ロール「${role}」を削除しますか？`,
  nobodyHas: 'このロールを持つ人はいません。削除すると元に戻せません。',
  hasIt: 'このロールを持つ人',
  active: (count) => `有効なユーザー${number(count)}人`,
  deactivated: (count) => `無効なユーザー${number(count)}人`,
  invited: (count) => `保留中の招待${number(count)}件`,
  instead: '代わりのロール',
  choose: '選択してください',
  nothing: 'なし：ロールを外すだけ',
  withOne: (role) =>
    `全員が、すぐに代わりのロール「${role}」になります。保留中の招待でも「${role}」が付与されます。`,
  withNothing:
    'ほかにロールがない人は、サインインはできますが、何も表示されません。このロールだけの招待は取り消されます。',
  chooseFirst: '先に、代わりのロールを選択してください。',
  removeAction: 'ロールを削除',
  removed: (role) => `ロール「${role}」を削除しました。`,
  ownReason: '自分が持っているロールは変更できません。',
  aboveReason: 'このロールにはあなた以上の権限があるため、変更できません。',
};
