// The sentences of inviting, in Japanese.
import type * as english from '../../i18n/invitation-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

const items = (count: number) => `${number(count)}件`;
const people = (count: number) => `${number(count)}人`;

export const PROBLEM_TEXTS: Words<typeof english.PROBLEM_TEXTS> = {
  invalid_empty: 'アドレスがありません',
  invalid_no_at: '@がありません',
  invalid_many_at: '@が複数あります',
  invalid_local: '@より前を確認してください',
  invalid_domain: '@より後を確認してください',
  invalid_length: '長すぎます',
  invalid_lookalike: '通常の文字に似た別の文字があります',
  invalid_invisible: '見えない文字があります',
  invalid_name: '前の名前を確認してください',
  duplicate: '重複しています',
};

export const OUTCOME_TEXTS: Words<typeof english.OUTCOME_TEXTS> = {
  invited: '招待しました',
  already_member: 'すでに参加しています。変更はありません。',
  already_invited: 'すでに招待されています。以前の招待が引き続き有効です。',
  deactivated: '無効なユーザーです。招待ではなく、再有効化してください。',
  invalid: '使用できないアドレスです。',
  not_allowed: 'このロールで招待する権限がありません。',
  duplicate: '重複しています。招待は1回だけです。',
};

export const DELIVERY_TEXTS: Words<typeof english.DELIVERY_TEXTS> = {
  none: 'リンクのみ',
  queued: '送信待ち',
  sent: '送信済み',
  failed: '送信失敗',
};

export const invitationStrings: Words<typeof english.invitationStrings> = {
  // The address box
  addressList: 'アドレス',
  addressHint: '複数のアドレスはカンマで区切るか、リストを貼り付けてください。',
  addressPlaceholder: 'name@example.com',
  addressKeys: '左矢印キーでアドレスに移動します。Enterキーで編集、Deleteキーで削除します。',
  editAddress: 'アドレスを編集',
  removeAddress: (text) => `${text} を削除`,
  addressCount: (total, attention, duplicates) =>
    [
      `アドレス${items(total)}`,
      attention > 0 && `要確認${items(attention)}`,
      duplicates > 0 && `重複${items(duplicates)}`,
    ]
      .filter(Boolean)
      .join('、'),
  moreAddresses: (count) => `ほか${items(count)}`,
  removeProblems: (count) => `印の付いた${items(count)}を削除`,
  clearAddresses: 'クリア',
  addressesRemoved: (count) => `アドレスを${items(count)}削除しました。`,
  didYouMean: 'もしかして',
  suggested: (email) => `${email}？`,
  moreSuggestions: (count) => `ほか${items(count)}にも入力ミスがあるようです。`,
  personalAddresses: (count) =>
    `個人用のアドレスが${items(count)}あります。会社のアドレスのほうが、離れる人が出たときの管理が簡単です。`,

  // The invite card
  inviteHeading: 'ユーザーを招待',
  inviteOpen: 'ユーザーを招待',
  addressLabel: 'メールアドレス',
  inviteRole: 'ロール',
  inviteRoles: 'ロール',
  inviteName: '表示名',
  inviteNameHint: '任意です。本人が後から変更できます。',
  inviteMessage: 'メッセージ',
  inviteMessageHint: '任意です。招待メールに記載されます。',
  addMessage: 'メッセージを追加',
  listTooLong: 'リストが長すぎるため、一度に送信できません。半分ずつ招待してください。',
  invite: (count) => (count === 0 ? '招待' : `${people(count)}を招待`),
  inviteNobody: 'メールアドレスを1つ以上、正しく入力してください。',
  inviteKeeps: (count) => `確認が必要なアドレス${items(count)}は、ここに残ります。`,
  inviting: (count) => `${people(count)}を招待しています`,
  invitingRest: (done, count) => `${people(count)}中${people(done)}を招待しました`,
  invitedSome: (done) => `リストの${people(done)}を処理しました。残りは入力欄にあります。`,
  inviteStopped:
    '待機を中止しました。すでに作成された招待は、保留中の一覧にあります。もう一度招待しても、その分は変わりません。',
  withMail: (hours) => `それぞれに、${hours}以内に1回だけ使えるリンクをメールで送信します。`,
  withoutMail: (hours) =>
    `メールサーバーが設定されていないため、メールは送信されません。各リンクをコピーして、ご自身で渡してください。リンクは${hours}以内に1回だけ使えます。`,
  withoutMailOrLinks:
    'メールサーバーが設定されていないため、メールは送信されません。リンクをコピーする権限のある人が渡す必要があります。',
  hours: (count) => (count % 24 === 0 ? `${number(count / 24)}日` : `${number(count)}時間`),
  results: '結果',
  resultsOf: (invited, others) =>
    [
      invited > 0 ? `${people(invited)}を招待しました` : '招待した人はいません',
      others > 0 && `その他${items(others)}`,
    ]
      .filter(Boolean)
      .join('、'),
  outcomeIn: (workspaces, outcome) => `${workspaces}：${outcome}`,
  moreResults: (count) => `さらに${items(count)}を表示`,
  dismissResults: '結果を閉じる',

  // Links
  copyLink: 'リンクをコピー',
  copyLinkOf: (email) => `${email} のリンクをコピー`,
  copyAllLinks: (count) => (count === 1 ? 'リンクをコピー' : `リンク${items(count)}をすべてコピー`),
  linkCopied: 'リンクをコピーしました',
  linksCopied: (count) =>
    count === 1
      ? 'リンクをコピーしました'
      : `リンク${items(count)}を、1行にアドレスとリンクを1件ずつコピーしました`,
  copyRefused: 'ブラウザーがコピーを許可しませんでした。リンクを選択して、手動でコピーしてください。',
  linkOf: (email) => `${email} のリンク`,

  // The list of invitations
  pendingHeading: '招待',
  pendingCount: (count) => `保留中${items(count)}`,
  noneOpen: '保留中なし',
  showRows: '表示',
  hideRows: '隠す',
  columnAddress: 'アドレス',
  columnRole: 'ロール',
  columnInvitedBy: '招待者',
  columnExpiry: '有効期限',
  columnDelivery: '送信状況',
  columnActions: '操作',
  pending: '保留中',
  pendingBefore: '保留中、',
  expired: '期限切れ',
  followUp: '要フォロー',
  toFollowUp: (count) => `要フォロー${items(count)}`,
  waitingSince: (when) => `招待（${when}）に返答がありません。メールが届いているか確認してください。`,
  trouble: 'お困りですか？',
  troubleWith: (email) => `${email} から返答がない理由を調べる`,
  noLetter: 'メールが届かない、またはサインインできない人がいますか？',
  checkAddress: 'アドレスを確認',
  linkExpired: 'リンクの期限が切れています。招待を再送信すると、新しいリンクが作成されます。',
  unknownInviter: '不明',
  invitedBy: (name) => `招待者：${name}`,
  resend: '再送信',
  resendTo: (email) => `${email} への招待を再送信`,
  resent: (email) => `${email} への招待を再送信しました。以前のリンクは使えなくなります。`,
  renewed: (email) =>
    `${email} への招待を更新しました。新しいリンクをコピーして渡してください。以前のリンクは使えなくなります。`,
  revoke: '取り消し',
  revokeFor: (email) => `${email} への招待を取り消し`,
  revokeQuestion: (email) => `${email} への招待を取り消しますか？`,
  revokeText:
    'メールのリンクも、コピーしたリンクも、すぐに使えなくなります。このアドレスは後からもう一度招待できます。',
  revokeConfirm: '招待を取り消し',
  revoked: (email) => `${email} への招待を取り消しました。`,
  choose: (email) => `${email} への招待を選択`,
  chosen: (count) => `${items(count)}を選択中`,
  chosenActions: '選択した招待の操作',
  chooseNone: '選択を解除',
  revokeManyQuestion: (count) => `招待${items(count)}を取り消しますか？`,
  resentMany: (count) => `招待を${items(count)}再送信しました。`,
  changingMany: (done, total) => `${items(total)}中${items(done)}が完了`,
  revokedMany: (count) => `招待を${items(count)}取り消しました。`,
  undoRevoke: '新しいリンクで、もう一度招待します。以前のリンクは使えないままです。',
  invitedAgain: (count) =>
    count === 0 ? 'もう一度招待した人はいません。' : `${people(count)}を新しいリンクでもう一度招待しました。`,
  notChanged: (count, reason) => `${items(count)}は変更されませんでした：${reason}`,
  noInvitations: '保留中の招待はありません',
  noInvitationsText: '招待した人は、承諾するまでここに表示されます。',
  invitationsFailed: '招待を読み込めませんでした',

  // The view
};
