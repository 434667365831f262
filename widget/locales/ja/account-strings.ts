// The sentences of accounts in Japanese.
import type * as english from '../../i18n/account-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

export const WAYS: Words<typeof english.WAYS> = {
  link: 'メールのリンクで',
  password: 'パスワードで',
  provider: 'IDプロバイダーで',
  invitation: '招待の承諾で',
  setup: 'サーバーの初期設定で',
  host: 'アプリから',
};

export const FLAGS: Words<typeof english.FLAGS> = {
  many_failures: '失敗が続いた後のサインイン',
  new_network: '新しいネットワーク',
  first_in_90_days: '90日間で初めて',
};

export const STRENGTHS: Words<typeof english.STRENGTHS> = {
  weak: '推測されやすい',
  fair: 'やや推測されやすい',
  good: '推測されにくい',
  strong: '非常に推測されにくい',
};

export const accountStrings: Words<typeof english.accountStrings> = {
  change: '変更',
  fromProvider: 'IDプロバイダーの情報',
  fromProviderText: '変更はIDプロバイダーで行ってください。次回のサインイン時に反映されます。',

  // The account
  profileHeading: 'プロフィール',
  profileHint: 'ここでほかの人に表示される情報です。',
  name: '名前',
  username: 'ユーザー名',
  usernameHint: '任意です。サインインに使えます。後から変更はできません。',
  usernameTaken: 'このユーザー名はすでに使われています。別のものにしてください。',
  usernameSet: '一度設定したユーザー名は変更できません。',
  language: 'メールの言語',
  languageHint: 'サインイン画面の言語にもなります。',
  languageAuto: 'ブラウザーの設定に合わせる',
  profileSaved: 'プロフィールを保存しました。',
  hostHeading: 'このアカウントは、ご利用元のアプリのものです',
  hostText:
    'このページを表示しているアプリからサインインしています。名前、パスワード、セッションは、アプリのアカウント設定で管理されます。',

  emailHeading: 'メールアドレス',
  emailHint: 'サインイン用リンクや通知の送信先です。',
  verified: '確認済み',
  unverified: '未確認',
  newEmail: '新しいメールアドレス',
  newEmailHint: 'このアドレスにリンクを送信します。リンクを開くと、アドレスが変更されます。',
  sendConfirmation: '確認メールを送信',
  pendingEmail: (email) => `${email} の確認待ち`,
  pendingText: (email) =>
    `送信されたリンクを開いてください。それまでは ${email} のままです。届かない場合は、もう一度送信してください。`,
  confirmationSent: (email) => `${email} にリンクを送信しました。`,

  passwordHeading: 'パスワード',
  passwordHint: '変更すると、ほかの場所からはすべてサインアウトします。',
  passwordSet: (when) => `設定：${when}`,
  noPassword: 'パスワードはまだ設定されていません。',
  changePassword: 'パスワードを変更',
  setPassword: 'パスワードを設定',
  currentPassword: '現在のパスワード',
  newPassword: '新しいパスワード',
  passwordNeeded: 'パスワードを入力してください。',
  repeatPassword: '新しいパスワード（確認）',
  passwordChanged: 'パスワードを変更しました。ほかの場所からはすべてサインアウトしました。',
  mustChangeHeading: '新しいパスワードの設定',
  mustChangeText:
    '現在のパスワードは、ほかの人が設定したものです。自分だけが知っているパスワードを設定してから、お進みください。',

  // Passwords
  showPasswords: 'パスワードを表示',
  capsLock: 'Caps Lockがオンになっています。',
  rulesLabel: 'パスワードの条件',
  ruleMet: '条件を満たしています',
  ruleOpen: '条件を満たしていません',
  rules: {
    minimum: (least) => `${number(least)}文字以上`,
    maximum: (most) => `${number(most)}文字以下`,
    upper: () => '英大文字を含む',
    lower: () => '英小文字を含む',
    digit: () => '数字を含む',
    special: (_count, characters) => `次のいずれかを含む：${characters}`,
  },
  strength: '強度',
  advised: (length) => `${number(length)}文字以上をおすすめします。`,

  // Connections
  connectionsHeading: '接続済みのサインイン方法',
  connectionsHint: 'このアカウントを開ける、ほかのアカウントです。',
  connectedAs: (email, when) => (email === '' ? `接続：${when}` : `${email}、接続：${when}`),
  used: (when) => `最終使用：${when}`,
  connect: '接続',
  connectTo: (provider) => `${provider}に接続`,
  disconnect: '接続を解除',
  disconnectFrom: (provider) => `${provider}との接続を解除`,
  disconnectQuestion: (provider) => `${provider}との接続を解除しますか？`,
  disconnectText: 'この方法ではアカウントを開けなくなります。いつでも再接続できます。',
  disconnected: (provider) => `${provider}との接続を解除しました。`,

  // Sessions
  sessionsHeading: 'セッション',
  sessionsHint: 'サインインしている場所です。',
  unknownDevice: '不明なデバイス',
  browserOn: (browser, system) => `${system}の${browser}`,
  thisBrowser: 'このブラウザー',
  endsItself: (when) => `自動終了：${when}`,
  lastUsed: (when) => `最終使用：${when}`,
  started: (way, when) => `${way}サインイン（${when}）`,
  endSession: '終了',
  endSessionOf: (device) => `${device || '不明なデバイス'}のセッションを終了`,
  endQuestion: (device) => `${device || '不明なデバイス'}のセッションを終了しますか？`,
  endText: '使用している人は、もう一度サインインする必要があります。',
  endOthers: 'ほかをすべて終了',
  endOthersQuestion: 'ほかのセッションをすべて終了しますか？',
  endOthersText: 'ここではサインインしたままになります。ほかの場所では、もう一度サインインが必要です。',
  sessionEnded: (device) => `${device || '不明なデバイス'}のセッションを終了しました。`,
  othersEnded: 'ほかのセッションをすべて終了しました。',
  onlySession: 'ほかにサインインしている場所はありません。',

  // Sign-ins
  historyHeading: 'サインイン履歴',
  historyHint: '心当たりのないものがある場合は、パスワードを変更してください。',
  historyHintWithout: '心当たりのないものがある場合は、そのセッションを終了してください。',
  signedIn: (way) => `${way}サインイン`,
  notSignedIn: (way) => `${way}のサインインに失敗`,
  noSignIns: 'サインインの記録はまだありません',
  moreSignIns: (count) => `さらに${number(count)}件を表示`,

  signOutHeading: 'サインアウト',
  signOutHint: 'このブラウザーでのセッションを終了します。',
  signOut: 'サインアウト',
  signOutEverywhere: 'すべての場所からサインアウト',
  signOutQuestion: 'すべての場所からサインアウトしますか？',
  signOutText: 'このセッションも含め、すべてのセッションが終了します。',

  // How somebody else signs in
  activity: 'アクティビティ',
  theirsFromProvider: (isLocked) =>
    isLocked
      ? '名前とアドレスはIDプロバイダーの情報です。変更はIDプロバイダーで行います。'
      : '名前とアドレスはIDプロバイダーの情報で、サインインのたびに反映されます。',
  lastSignIn: '最終サインイン',
  never: 'なし',
  inDays: (days) => `過去${number(days)}日間`,
  signIns: (count) => `サインイン${number(count)}回`,
  theirSessions: 'セッション',
  noSessions: 'サインインしている場所はありません。',
  endAll: 'すべて終了',
  endAllQuestion: (name) => `${name}さんのセッションをすべて終了しますか？`,
  endAllText: 'すべての場所で、もう一度サインインが必要になります。',
  allEnded: (name) => `${name}さんのセッションをすべて終了しました。`,
  theirSignIn: 'サインイン方法',
  resetPassword: 'パスワードをリセット',
  resetHeading: (name) => `${name}さんのパスワードをリセット`,
  resetText:
    '新しいパスワードは、ご自身で本人に伝えてください。セッションはすべて終了し、本人にメールで通知されます。次回のサインイン時に、本人が新しいパスワードを設定します。',
  confirmReset: 'パスワードをリセット',
  wasReset: (name) => `${name}さんのパスワードをリセットし、セッションをすべて終了しました。`,
  changeEmail: 'メールアドレスを変更',
  changeEmailHeading: (name) => `${name}さんのメールアドレスを変更`,
  changeEmailText: (email) =>
    `新しいアドレスにリンクを、${email} に通知を送信します。リンクが開かれると、アドレスが変更されます。`,
  emailAsked: (email) => `${email} にリンクを送信しました。リンクが開かれると、アドレスが変更されます。`,

  // Proving who one is
  proveHeading: '本人確認',
  proveText: 'これは重要な変更です。入力内容は保持され、確認が済みしだい実行されます。',
  yourPassword: 'パスワード',
  confirm: '確認',
  orElse: 'または、別の方法でもう一度サインインしてください：',
  signInAgain: '別のタブでもう一度サインインしてください：',
  noProof: 'ここでは本人確認ができません。一度サインアウトし、サインインし直してからお試しください。',
  sendLink: 'サインイン用リンクを送信',
  linkSent: (email) =>
    `${email} にリンクを送信しました。このブラウザーで開いてからここに戻り、「サインインしました」を選択してください。`,
  signedInAgain: 'サインインしました',
  throughProvider: (name) => `${name}で続ける`,
};
