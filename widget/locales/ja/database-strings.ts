// The sentences about a database that follows the grid, in Japanese.
import type * as english from '../../i18n/database-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

export const databaseStrings: Words<typeof english.databaseStrings> = {
  label: 'この設定のデータベース',
  follows: (tables, one) => `${one}${number(tables)}件すべてで、データベースがここでの設定と一致しています。`,
  followsNone: 'データベースの準備ができています。ここでの設定はまだ反映されていません。',
  checked: (when) => `確認：${when}`,
  checking: '確認中',
  checkAgain: 'もう一度確認',
  unknown: 'データベースがここでの設定と一致しているかは不明です。',
  differs: (count) => `データベースとここでの設定に${number(count)}か所の違いがあります`,
  differsText:
    'ここでの設定が優先されます。修復するまで、データベースで実際にできることは設定と異なる場合があります。',
  settledText: '残りの違いは、データベースの運用担当者による対応が必要です。',
  parts: {
    foundation: 'すべてのテーブルの基盤',
    people: 'ユーザーとロールの対応',
  },
  roleless: 'ロールのないユーザー',
  moreHolders: (count) => `ほか${number(count)}件`,
  quoted: (name) => `「${name}」`,
  repair: '修復',
  repairPart: (name) => `${name}を修復`,
  repairAll: 'すべて修復',
  repairing: '修復中',
  repaired: '修復しました',
  byHand: 'データベース側での対応が必要です。',
  showAll: (count) => `${number(count)}件すべてを表示`,
  more: (count) => `ほか${number(count)}件。`,
  beyond: (count) =>
    `ほか${number(count)}件は表示されていません。これらを修復してから、もう一度確認してください。`,
  spoken: (done, failed) =>
    [
      done > 0 && `${number(done)}か所を修復しました。`,
      failed > 0 && `${number(failed)}か所は修復できませんでした。`,
    ]
      .filter(Boolean)
      .join(''),
};

export const RIGHT_WORDS: Words<typeof english.RIGHT_WORDS> = {
  read: '閲覧',
  add: '行の追加',
  change: '行の変更',
  delete: '行の削除',
  more: 'その他の操作',
};

export const DIFFERENCE_WORDS: Words<typeof english.DIFFERENCE_WORDS> = {
  schema_missing: () => 'ユーザー管理に必要なものが、データベースにまだ作成されていません。',
  schema_foreign: () => 'ユーザー管理用の場所が、データベース内で別のものに使われています。',
  function_differs: () => 'ユーザー管理が作成した関数が、本来の内容と異なります。',
  role_missing: () => 'データベースに、まだ登録されていないロールがあります。',
  role_foreign: () => 'ここで必要な名前のロールが、データベースに別途作成されています。',
  role_powerful: () => 'データベースのロールに、必要以上の権限があります。',
  role_joined: () => 'データベースのロールに、別のロールの権限も含まれています。',
  schema_unreachable: ({ who }) =>
    who === '' ? 'アクセスできないロールがあります。' : `${who}はこのテーブルにアクセスできません。`,
  login_missing: () => 'アプリケーションがサインインに使うロールがありません。',
  login_powerful: () => 'アプリケーションが、すべてのルールを無視できるロールでサインインしています。',
  login_inherits: () => 'アプリケーションが、ほかのロールの権限を常に持っています。',
  login_cannot_act: () => 'アプリケーションは、まだ全員の代わりに動作することができません。',
  table_missing: () => 'このテーブルはデータベースにありません。',
  table_twice: () => 'ここに表示されている複数の項目が、同じテーブルを指しています。',
  table_owned: () => '所有者のロールが、アクセスを再び開放できる状態です。',
  table_left: () => 'ここには表示されなくなりましたが、ユーザーの権限が残っています。',
  column_missing: ({ names }) => `列${names}がありません。`,
  security_off: () => '行レベルセキュリティが無効になっています。',
  security_not_forced: () => '行レベルセキュリティが、テーブルの所有者には適用されていません。',
  security_forced: () => '行レベルセキュリティにより、データベースを修復できません。',
  policy_missing: ({ who, may }) => `${who}に「${may}」を許可するルールがありません。`,
  policy_differs: ({ who, may }) => `${who}に「${may}」を許可するルールが、本来の内容と異なります。`,
  policy_extra: () => '古いルールが残っています。',
  policy_foreign: ({ names }) =>
    `別途作成されたルール${names}により、行へのアクセスが許可される可能性があります。`,
  grant_missing: ({ who, may }) => `${who}に「${may}」の権限がありません。ここでの設定では許可されています。`,
  grant_extra: ({ who, may }) => `${who}に「${may}」の権限があります。ここでの設定では許可されていません。`,
  grant_public: ({ may }) => `データベースに接続できる全員に「${may}」の権限があります。`,
  people_differ: () => 'ユーザーとそのロールの情報が最新ではありません。',
  assignments_differ: () => 'ユーザーへの個別の割り当てが最新ではありません。',
};
