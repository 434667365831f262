// The sentences of access reviews in Japanese.
import type * as english from '../../i18n/review-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

const people = (count: number) => `${number(count)}人`;
const whose = (count: number, name: string) => (count === 1 ? `${name}さん` : people(count));
const anybody = 'レビューの実施権限がある人';

export const reviewStrings: Words<typeof english.reviewStrings> = {
  heading: 'アクセスレビュー',
  hint: '誰にアクセスがあるかを確認し、維持するか取り消すかを決めます。四半期ごとの実施をおすすめします。',
  start: 'レビューを開始',
  next: '次回を開始',
  after: (name) => `「${name}」の次回`,
  none: 'レビューはまだありません',
  noneText:
    'レビューでは、選択したユーザーの現在の状態を一覧にします。それぞれのアクセスを維持するか取り消すかを決め、その結果を証跡として示せます。',
  dueHeading: '次回のレビューの時期です',
  dueText: (when) =>
    `前回の完了は${when}です。四半期ごとに全体を確認すると、不要になったアクセスが見つかります。`,
  open: '進行中',
  overdue: '期限超過',
  closed: '完了',
  due: (when) => `期限：${when}`,
  closedAt: (when) => `完了：${when}`,
  decidedBy: (name) => `担当：${name}`,
  anyReviewer: `担当：${anybody}`,
  progress: (done, total) => `${people(total)}中${people(done)}を判断済み`,
  counts: (keep, revoke) => `維持${people(keep)}、取り消し${people(revoke)}`,
  continue: '続ける',
  look: '表示',

  // Starting one
  startHeading: 'アクセスレビューを開始',
  name: '名前',
  usualName: (quarter, year) => `アクセスレビュー ${year}年第${quarter}四半期`,
  roles: 'ロール',
  rolesHelp: '選択しない場合は、すべてのロールが対象です。',
  status: 'ステータス',
  anyStatus: '全ステータス',
  away: '最終サインイン',
  anySignIn: 'すべて',
  awayFor: (days) => `${days}日間未使用`,
  reviewer: '判断する人',
  anybody,
  ownReviewer: (name) => `${name}：このレビューの対象です`,
  formerReviewer: (name) => `${name}：レビューの実施権限がありません`,
  ownReviewerReason: (name) =>
    `${name}さんが自分のアクセスを判断することになります。別の人、または${anybody}に依頼してください。`,
  formerReviewerReason: (name) =>
    `${name}さんには、レビューの実施権限がなくなりました。別の人、または${anybody}に依頼してください。`,
  reviewerRefused: `この人には依頼できなくなりました。別の人、または${anybody}に依頼してください。`,
  dueDate: '期限',
  dueDateNeeded: '明日以降の日付を選択してください。',
  nameNeeded: '名前を入力してください。',
  previewing: '集計中',
  preview: (count) => `${people(count)}がレビューの対象です。`,
  previewNobody: '対象のユーザーがいません。条件を変えてください。',
  previewTooMany: (most) => `対象が${people(most)}を超えています。ロールなどで絞り込んでください。`,
  started: (name) => `「${name}」を開始しました。`,

  // Going through one
  back: 'すべてのレビュー',
  list: (name) => `「${name}」のユーザー`,
  about: '表示',
  abouts: { open: '未判断', keep: '維持', revoke: '取り消し', all: '全員' },
  search: '名前かメールで検索',
  columnPerson: 'ユーザー',
  columnAccess: '開始時のアクセス',
  columnLastSignIn: '最終サインイン',
  columnDecision: '判断',
  never: 'なし',
  erased: '消去済み',
  gone: '退出済み',
  moreResources: (count) => `ほか${number(count)}件`,
  select: (name) => `${name}さんを選択`,
  selectShown: '表示中の未判断のユーザーをすべて選択',
  selected: (count) => `${people(count)}を選択中`,
  clear: '選択を解除',
  keep: '維持',
  revoke: '取り消し',
  keepOf: (name) => `${name}さんのアクセスを維持`,
  revokeOf: (name) => `${name}さんのアクセスを取り消し`,
  note: 'メモ',
  noteOf: (name) => `${name}さんについてのメモ`,
  noteHeading: (name) => `${name}さんについてのメモ`,
  saveNote: 'メモを保存',
  decisions: { keep: '維持', revoke: '取り消し' },
  by: (name, when) => `${name}、${when}`,
  revokeQuestion: (count, name) => `${whose(count, name)}のアクセスを取り消しますか？`,
  revokeText: {
    deactivate: 'すぐに無効化されます。「ユーザー」で再有効化できます。',
    remove: 'すぐに削除されます。元に戻すには、もう一度招待してください。',
  },
  kept: (count, name) => `${whose(count, name)}のアクセスを維持しました。`,
  revoked: (count, name) => `${whose(count, name)}のアクセスを取り消しました。`,
  restored: (count) =>
    count === 1
      ? 'アクセスを戻し、維持に変更しました。'
      : `${people(count)}のアクセスを戻し、維持に変更しました。`,
  refused: (count, reason) => `${people(count)}は判断できませんでした：${reason}`,
  keepRest: (count) => `残りの${people(count)}を維持`,
  keepRestQuestion: (count) => `${people(count)}のアクセスを維持しますか？`,
  keepRestText: '未判断のユーザー全員のアクセスを維持します。',
  close: 'レビューを完了',
  closeQuestion: (name) => `「${name}」を完了しますか？`,
  closeText: '結果は閲覧とエクスポートができますが、変更はできなくなります。',
  nowClosed: (name) => `「${name}」を完了しました。`,
  export: '証跡をエクスポート',
  exportText: '全ユーザーの判断内容と、判断した人、日時です。表計算ソフトで安全に開けます。',
  nobody: {
    open: '全員の判断が済んでいます',
    keep: '維持したユーザーはいません',
    revoke: '取り消したユーザーはいません',
    all: '該当するユーザーはいません',
  },
  nobodyOpenText: 'レビューを完了すると、証跡として残ります。',
  columns: [
    'レビュー',
    '名前',
    'メールアドレス',
    'ロール',
    'ステータス',
    '最終サインイン',
    'リソース',
    '判断',
    '判断した人',
    '判断日時',
    'メモ',
  ],
};
