// The sentences of the form that makes an account or changes a person, in Japanese.
import type * as english from '../../i18n/person-form-strings.ts';
import type { Words } from '../../i18n/table.ts';

const failed = '招待できませんでした';

export const formStrings: Words<typeof english.formStrings> = {
  editHeading: (name) => `${name}さんを編集`,
  cancel: 'キャンセル',
  required: '必須',
  labels: {
    email: 'メールアドレス',
    name: '名前',
    username: 'ユーザー名',
    firstName: '名',
    lastName: '姓',
    department: '部署',
  },
  helps: {
    email: '通知やサインイン用リンクの送信先です。',
    name: 'ほかの人に表示される名前です。',
    username: 'アドレスのほかに、サインインに使える名前です。一度設定すると変更できません。',
    firstName: '',
    lastName: '',
    department: 'ユーザーの情報です。権限には影響しません。',
  },
  fixedAddress: 'アドレスは後から変更できません。慎重に入力してください。',
  lockedAddress:
    '操作の記録を常に同じ人にたどれるように、アドレスは変更できません。別のアドレスを使うには、新しいアカウントを作成してください。',
  confirmedAddress: '別のアドレスにするには、そのメールボックスでの確認が必要です。',
  changeEmail: 'メールアドレスを変更',
  ofProvider: 'IDプロバイダーの情報',
  role: 'ロール',
  roles: 'ロール',
  rolesIn: (workspace) => `「${workspace}」でのロール`,
  rolesHelp: '表示される内容とできることは、ロールだけで決まります。',
  missingRoles: 'ロールを1つ以上選択してください。',
  leastRole: '職務に合うロールのうち、権限が最も少ないものから始めてください。',
  firstPassword: '初回パスワード',
  repeatPassword: '初回パスワード（確認）',
  passwordHelp: 'ご自身で本人に伝えてください。メールには記載されません。',
  mustChange: '初回サインイン時に変更が必要',
  mustChangeHelp: 'それ以降は、本人だけが知っているパスワードになります。',
  active: '有効',
  activeHelp: '有効でないユーザーはサインインできません。行った操作や作成したものは残ります。',
  missing: (label) => `${label}を入力してください。`,
  added: (name) => `${name}さんを追加しました。`,
  saved: (name) => `${name}さんを保存しました。`,
  invitedHeading: '代わりに招待しました',
  invitedText: (email) =>
    `${email} はほかで使用中のアカウントのもので、ここに参加させられるのは本人だけです。招待を送ったので、本人は今のパスワードで参加できます。`,
  alreadyInvited: (email) => `${email} はほかで使用中のアカウントのもので、すでに招待されています。`,
  notInvited: (email) => `${email} を招待できませんでした。`,
  outcomes: {
    invited: '招待しました',
    already_member: 'すでに参加しています',
    deactivated: 'すでに参加していますが、アクセスできません',
    already_invited: 'すでに招待されています',
    invalid: failed,
    duplicate: failed,
    not_allowed: failed,
  },
  link: '本人に渡す招待リンク',
  copyLink: 'リンクをコピー',
  linkCopied: 'リンクをコピーしました。',
};
