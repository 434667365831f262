// The sentences around files that go out and come in, in Japanese.
import type * as english from '../../i18n/file-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

const rows = (count: number) => `${number(count)}行`;
const people = (count: number) => `${number(count)}人`;

export const fileStrings: Words<typeof english.fileStrings> = {
  format: '形式',
  csv: 'CSV（表計算ソフト用）',
  json: 'JSON（プログラム用）',
  start: 'ファイルを作成',
  running: (count, total) =>
    total === undefined ? `${rows(count)}まで完了` : `${rows(total)}中${rows(count)}`,
  stopped: '中止しました。ファイルは作成されていません。',
  done: (count) => `ファイルに${rows(count)}を書き出しました`,
  doneText: (name) => `「${name}」をダウンロードフォルダーに保存しました。`,
  nothing: 'エクスポートするものがありません',

  // People out
  exportPeople: 'ユーザーをエクスポート',
  exportPeopleText: (count) =>
    `現在一覧に表示されているユーザー（${count}）だけを書き出します。エクスポートしたことは監査ログに残ります。`,

  // People in
  importPeople: 'ユーザーをインポート',
  importText: '1行に1人を記載した表（CSV）またはJSONを使います。変更する前に、それぞれの結果を確認できます。',
  columns: (names) => `使用できる列：${names}`,
  chooseFile: 'ファイルを選択',
  orPaste: 'または、表をここに貼り付け',
  pasteExample: 'メールアドレス, 名前, ロール',
  roleForNew: 'ロールの記載がない新しいユーザーのロール',
  noRole: 'なし：該当する行はインポートしない',
  look: '変更内容を確認',
  empty: 'これらの列がある入力用の表を保存します',
  template: '空の表をダウンロード',
  reading: 'リストを読み込み中',
  looking: (done, total) => `${rows(total)}中${rows(done)}を確認しました`,
  importing: (done, total) => `${rows(total)}中${rows(done)}が完了`,
  ignored: (names) => `使用しない列：${names}`,
  back: '戻る',
  apply: (count) => `${people(count)}をインポート`,
  nothingToDo: '変更はありません。全員がリストのとおりに登録されています。',
  found: (count) => `${rows(count)}の結果の予定`,
  became: (done) => `${people(done)}をインポートしました`,
  stoppedAfter: (done) =>
    `${rows(done)}で中止しました。完了した内容はそのまま残ります。同じリストをもう一度インポートできます。`,
  verdicts: {
    new: (count) => `新規：${number(count)}`,
    changes: (count) => `変更：${number(count)}`,
    same: (count) => `変更なし：${number(count)}`,
    error: (count) => `不可：${number(count)}`,
  },
  verdict: { new: '新規', changes: '変更', same: '変更なし', error: '不可' },
  line: '行',
  person: 'ユーザー',
  what: '内容',
  account: 'アカウントを作成',
  invitation: '招待',
  pending: '招待済み',
  fields: {
    email: 'メールアドレス',
    externalId: '外部ID',
    name: '名前',
    firstName: '名',
    lastName: '姓',
    username: 'ユーザー名',
    department: '部署',
    roles: 'ロール',
    status: 'ステータス',
  },
  none: 'なし',
  at: (field, reason) => `${field}：${reason}`,
  more: (count) => `ほか${number(count)}件`,
  saveFailed: '問題のある行をダウンロード',
  problemColumn: '問題',
  listProblems: {
    noHead: '最初の行に列名を記載してください。「メールアドレス」または「外部ID」の列が必要です。',
    openQuote: '閉じられていない引用符があるため、最後の行を区別できません。',
    noJson: 'ユーザーの一覧を含むJSONではありません。',
    noRows: 'このリストには誰も含まれていません。',
    unreadable: 'このファイルを読み取れませんでした。選択した後に移動または変更された可能性があります。',
    tooLarge: 'ここでインポートできるのは100,000行までです。それ以上の場合はコマンドラインを使ってください。',
  },

  // Who is here and not in the list
  compare: 'リストにない登録済みユーザーを確認',
  comparing: (done) => `${people(done)}を照合しました`,
  missing: (count) => `リストにない登録済みユーザー：${people(count)}`,
  missingText:
    '無効化するユーザーを選択してください。すぐにアクセスできなくなりますが、いつでも再有効化できます。',
  nobodyMissing: '登録済みのユーザーは全員リストにあります。',
  deactivate: (count) => (count === 0 ? '無効化' : `${people(count)}を無効化`),
  chooseAll: 'すべて',
  deactivated: (count) => `${people(count)}を無効化しました。`,
  refused: (name, reason) => `${name}：${reason}`,
};
