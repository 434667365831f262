// What the served pages say in Japanese.
import { html } from 'hono/html';
import type { PasswordClass } from '../../../shared/passwords/rules.ts';
import { refusalsJa } from './refusals-ja.ts';
import type { Words } from './words.ts';

/** Japanese, politely. */
export const ja: Words = {
  common: {
    continue: '続ける',
    signIn: 'サインイン',
    signOut: 'サインアウト',
    newLink: '新しいリンクを依頼',
    canClose: 'このページは閉じてかまいません。',
    optional: '（任意）',
    limited: (minutes) =>
      `短時間に操作が繰り返されました。${minutes}分ほど待ってから、もう一度お試しください。`,
  },
  signIn: {
    title: (workspace) => (workspace === null ? html`サインイン` : html`「${workspace}」にサインイン`),
    email: 'メールアドレス',
    login: 'メールアドレスまたはユーザー名',
    password: 'パスワード',
    sendLink: 'サインイン用リンクを送信',
    usePassword: 'パスワードを使う',
    forgot: 'パスワードをお忘れですか？',
    or: 'または',
    withProvider: (name) => html`${name}でサインイン`,
    firstTime: (hasPassword) =>
      hasPassword
        ? 'まだ接続していない場合は、一度メールまたはパスワードでサインインし、アカウントの画面で接続してください。'
        : 'まだ接続していない場合は、一度メールでサインインし、アカウントの画面で接続してください。',
    noWay:
      'メールサーバーが設定されていないため、現在は誰もサインインできません。管理者にお問い合わせください。',
    emailMissing: '先にメールアドレスを入力してください。',
    loginMissing: '先にメールアドレスまたはユーザー名を入力してください。',
    passwordMissing: 'パスワードを入力してください。',
    failed: 'サインインできませんでした。入力内容を確認してください。',
    signedOut: 'サインアウトしました。',
    stale:
      'ページを開いてから時間が経ちすぎたか、ブラウザーがCookieを保存していません。もう一度お試しください。',
  },
  sent: {
    title: 'メールをご確認ください',
    signIn: (login) => html`${login} が登録されていれば、サインイン用のリンクがまもなく届きます。`,
    reset: (login) =>
      html`${login} が登録されていれば、新しいパスワードを設定するためのリンクがまもなく届きます。`,
    life: 'リンクは短時間のみ有効で、1回だけ使えます。',
    helpTitle: '届かない場合',
    help: [
      '入力内容に誤りがないか確認してください。',
      '迷惑メールのフォルダーを確認してください。',
      '数分お待ちください。初めてのメールは、サービスによって届くまで時間がかかることがあります。',
      'それでも届かないときは、アクセスを管理している担当者にお問い合わせください。メールが送信されているか確認できます。',
    ],
    again: 'もう一度送信',
    back: 'サインインに戻る',
  },
  signedIn: {
    title: 'サインインしました',
    as: (who) => html`${who} としてサインインしています。`,
    leadsTo: (place) => html`続きは ${place} で行います。`,
    goingOn: '自動的に移動しない場合は、こちらからお進みください。',
  },
  link: {
    signInTitle: 'サインイン',
    signInAs: (who) => html`${who} としてサインイン`,
    once: 'このリンクは1回だけ使えます。',
    until: (time) => html`有効期限は ${time} です。`,
    emailTitle: '新しいメールアドレスの確認',
    emailText: (address) =>
      html`確認すると、サインインとメールの送信先に ${address} が使われるようになります。`,
    emailConfirm: 'アドレスを確認',
    emailDoneTitle: 'アドレスを確認しました',
    emailDone: (address) => html`アカウントのアドレスは ${address} になりました。`,
    otherSignedIn: (who) =>
      html`現在 ${who} としてサインインしています。続けると、そのセッションは終了し、このリンクのアカウントのセッションが始まります。`,
    renew: (address) => html`${address} に新しいリンクを送信`,
    lost: {
      title: 'リンクをもう一度開いてください',
      text: 'ページを開いてから時間が経ちすぎたか、ブラウザーがCookieを保存していません。メールに戻ってリンクをもう一度開くか、新しいリンクをリクエストしてください。',
    },
    invalid: {
      title: 'このリンクは使えません',
      text: 'リンクの一部が欠けているか、より新しいリンクが送られた可能性があります。最新のリンクを使うか、新しいリンクを依頼してください。',
    },
    used: {
      title: 'このリンクはすでに使用されています',
      text: 'リンクは1回だけ使えます。お心当たりがない場合は、すぐに新しいリンクを依頼してください。',
    },
    expired: { title: 'このリンクは期限切れです', text: '新しいリンクを依頼してください。すぐに届きます。' },
    other: {
      title: '別のアカウントでサインインしています',
      text: 'このリンクは別のアカウントのものです。サインアウトし、そのアカウントでサインインしてから確認してください。',
    },
    taken: {
      title: 'このアドレスはすでに使われています',
      text: 'その間に別のアカウントのアドレスになりました。何も変更されていません。',
    },
    setUpClosed: {
      title: 'すでに設定されています',
      text: '最初のオーナーはすでに登録されています。サインインするか、その方に招待を依頼してください。',
    },
    setUpExpired: {
      title: 'このリンクは期限切れです',
      text: 'サーバーを再起動すると、新しいリンクが表示されます。',
    },
  },
  setUp: {
    title: 'ようこそ',
    text: 'あなたが最初のユーザーです。ワークスペースとご自身の名前を入力してください。あなたがオーナーになります。',
    workspace: 'ワークスペースの名前',
    workspaceHint: '会社やチームの名前など。',
    name: 'お名前',
    email: 'メールアドレス',
    password: 'パスワード',
    passwordAgain: 'パスワード（確認）',
    passwordHint: 'パスワードを設定しない場合は、メールアドレスに届くリンクでサインインします。',
    noWayBack:
      'メールサーバーがまだ設定されていません。設定しないと誰も再びサインインできないため、サインアウトする前に設定してください。',
    submit: 'ワークスペースを作成',
    workspaceWrong: '名前は1文字以上、100文字以内で入力してください。',
  },
  password: {
    resetTitle: '新しいパスワードの設定',
    resetText: (who) => html`アカウント ${who} のパスワードです。`,
    mustTitle: 'ご自身のパスワードを設定してください',
    mustText:
      '現在のパスワードは、ほかの人から渡されたものです。続けるには、あなただけが知っているパスワードを設定してください。',
    changeTitle: 'パスワードの変更',
    setTitle: 'パスワードの設定',
    others: '保存すると、ほかの場所ではすべてサインアウトされます。',
    current: '現在のパスワード',
    new: '新しいパスワード',
    again: '新しいパスワード（確認）',
    save: 'パスワードを保存',
    saveAndSignIn: '保存してサインイン',
    rulesTitle: 'パスワードの条件：',
    failed: '未達成',
    minimum: (length) => `${length}文字以上`,
    maximum: (length) => `${length}文字以内`,
    advised: (length) => `${length}文字以上にすると、より安全です。`,
    one: oneOf,
    notCommon: '推測されやすいものではないこと',
    stale: 'サインインしてから時間が経っています。現在のパスワードも入力してください。',
    late: {
      title: 'サインインのやり直しが必要です',
      text: '最初のパスワードは、サインインしてから10分以内に設定できます。サインインし直すと、ここに戻ります。',
    },
    signInAgain: 'サインインし直す',
    savedTitle: 'パスワードを保存しました',
    savedText: '次回のサインインからお使いください。ほかの場所ではすべてサインアウトされました。',
  },
  invitation: {
    invited: (inviter, workspace) =>
      inviter === null
        ? html`「${workspace}」に招待されています`
        : html`${inviter}さんから「${workspace}」への招待が届いています`,
    nothingYet: '承諾するまでは何も起こりません。',
    for: '宛先',
    role: 'ロール',
    until: '有効期限',
    signedInAs: (who, invitee) =>
      html`現在 ${who} としてサインインしています。この招待は ${invitee} 宛てです。`,
    somebody: '別の人',
    hasAccount: (address) =>
      html`${address} のアカウントはすでにあります。承諾するには、そのアカウントでサインインしてください。`,
    stay: 'このまま続ける',
    signInToAccept: 'サインインして承諾',
    signOutAndGoOn: 'サインアウトして続ける',
    accept: '招待を承諾',
    decline: '辞退',
    welcome: (workspace) => html`「${workspace}」へようこそ`,
    joined: '参加が完了しました。すぐにご利用いただけます。',
    setPassword: 'パスワードを設定',
    setPasswordHint: 'パスワードは今すぐ、または後でアカウントの画面から設定できます。',
    declinedTitle: '招待を辞退しました',
    declined: (workspace) =>
      html`「${workspace}」には参加していません。このリンクはもう使えません。このページは閉じてかまいません。`,
    lost: {
      title: 'リンクをもう一度開いてください',
      text: 'ページを開いてから時間が経ちすぎたか、ブラウザーがCookieを保存していません。招待メールに戻って、リンクをもう一度開いてください。それでもこのページになる場合は、このサイトのCookieを許可してください。',
    },
  },
  provider: {
    connectTitle: (provider) => html`${provider}の接続`,
    connectText: (identity, account) =>
      html`接続すると、先方で ${identity} としてサインインした人が、ここでは ${account} としてサインインできるようになります。`,
    connect: '接続',
    cancel: 'キャンセル',
    staleTitle: 'サインインのやり直しが必要です',
    stale:
      '接続できるのは、サインインしてから10分以内です。アカウントの画面でサインアウトし、サインインし直してから接続してください。',
    back: '戻る',
    connectedTitle: '接続しました',
    connected: '今後はこの方法でサインインできます。',
    testedTitle: 'テストが終わりました',
    testedOk: 'プロバイダーは正しく応答しました。結果は設定の画面に表示されます。',
    testedNot: 'まだ正しくないところがあります。詳しくは設定の画面をご覧ください。',
    testOverTitle: 'このテストはすでに開かれています',
    testOver: 'テストは1回だけ開けます。設定の画面から新しいテストを始めてください。',
  },
  notFound: {
    title: 'このページは存在しません',
    text: 'アドレスの一部が欠けているか、余分な文字が入っている可能性があります。',
  },
  refusedTitle: '操作を完了できませんでした',
  refusals: refusalsJa,
};

function oneOf(one: PasswordClass): string {
  switch (one.kind) {
    case 'upper':
      return '英大文字を含む';
    case 'lower':
      return '英小文字を含む';
    case 'digit':
      return '数字を含む';
    default:
      return `次のいずれかを含む：${one.characters}`;
  }
}
