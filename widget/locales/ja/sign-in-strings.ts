// The sentences of signing in, in Japanese.
import type * as english from '../../i18n/sign-in-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const signInStrings: Words<typeof english.signInStrings> = {
  heading: 'サインイン',
  headingTo: (workspace) => `「${workspace}」にサインイン`,
  email: 'メールアドレス',
  login: 'メールアドレスまたはユーザー名',
  password: 'パスワード',
  signIn: 'サインイン',
  sendLink: 'サインイン用リンクを送信',
  usePassword: 'パスワードを使う',
  forgot: 'パスワードをお忘れですか？',
  forgotHeading: '新しいパスワードの設定',
  forgotText: 'メールアドレスを入力してください。新しいパスワードを設定するためのリンクをお送りします。',
  sendReset: 'リンクを送信',
  back: 'サインインに戻る',
  or: 'または',
  through: (provider) => `${provider}でサインイン`,
  enterEmail: '先にメールアドレスを入力してください。',
  enterLogin: '先にメールアドレスまたはユーザー名を入力してください。',
  enterPassword: 'パスワードを入力してください。',
  checkHeading: 'メールをご確認ください',
  checkSignIn: (login) =>
    `${login} が登録されていれば、サインイン用のリンクがまもなく届きます。リンクは15分間、1回だけ使えます。このブラウザーで開いてください。`,
  checkReset: (login) =>
    `${login} が登録されていれば、新しいパスワードを設定するためのリンクがまもなく届きます。リンクは1時間、1回だけ使えます。`,
  checkSpam: '数分待っても届かない場合は、迷惑メールを確認するか、もう一度送信してください。',
  sendAgain: 'もう一度送信',
  sentAgain: 'もう一度送信しました。',
  otherAddress: '別のアドレスを使う',
  doneHeading: 'サインインしました',
  doneText: 'このままお進みください。',
  failed: 'サインインできませんでした。入力内容を確認してください。',
  noWay: 'まだ誰もサインインできません。このアプリの管理担当者にお問い合わせください。',
  noMail:
    'メールサーバーが設定されていないため、リンクを送信できません。このアプリの管理担当者にお問い合わせください。',
};
