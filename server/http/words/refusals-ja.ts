// The refusals of pages in Japanese.
import type { Refusals } from './refusals.ts';

/** Japanese. */
export const refusalsJa: Refusals = {
  not_signed_in: { text: '続けるにはサインインしてください。' },
  token_invalid: { text: 'このセッションは無効になりました。続けるにはページを再読み込みしてください。' },
  not_a_member: { text: 'このワークスペースのメンバーではありません。' },
  actor_deactivated: {
    title: 'アクセスが無効になっています',
    text: 'このワークスペースへのアクセスは無効になっています。管理者に再有効化を依頼してください。',
  },
  not_granted: { text: 'お使いのロールでは、この操作はできません。' },
  not_in_policy: { text: 'ここでは、この操作は想定されていません。' },
  people_from_provider: {
    text: 'ここのユーザーはIDプロバイダーで管理されています。変更はそちらで行ってください。',
  },
  account_is_shared: {
    text: 'このアカウントはほかのワークスペースでも使われています。変更できるのは、直接サインインした本人だけです。',
  },
  account_action_by_host: {
    text: 'これはご自身のアカウントに関する操作です。変更するには、ここで直接サインインしてください。',
  },
  workspace_archived: {
    title: 'このワークスペースはアーカイブされています',
    text: '現在は誰も参加できません。招待した人にお問い合わせください。',
  },
  workspace_not_found: { text: 'このワークスペースは存在しません。' },
  sign_in_failed: {
    text: 'サインインできませんでした。入力内容を確認するか、サインイン用リンクを受け取ってください。',
  },
  sign_in_link_expired: { text: 'このリンクは期限切れです。新しいリンクを依頼してください。' },
  fresh_sign_in_required: { text: '続けるには、ご本人であることを確認してください。' },
  password_wrong: { text: '現在のパスワードが正しくありません。' },
  password_too_weak: { text: 'このパスワードは、まだすべての条件を満たしていません。' },
  password_common: { text: 'このパスワードは推測されやすいものです。別のパスワードにしてください。' },
  password_mismatch: { text: '2つのパスワードが一致しません。' },
  password_unchanged: { text: '現在とは異なるパスワードにしてください。' },
  password_change_required: { text: '続けるには、新しいパスワードを設定してください。' },
  setup_closed: { text: 'すでに設定されています。サインインしてください。' },
  provider_not_found: { text: 'このIDプロバイダーは、現在は設定されていません。' },
  provider_unreachable: {
    title: 'サインインサービスに接続できません',
    text: 'IDプロバイダーに接続できませんでした。再試行するか、別の方法でサインインしてください。',
  },
  provider_refused: {
    title: 'サインインできませんでした',
    text: 'IDプロバイダーで本人確認ができませんでした。もう一度お試しください。',
  },
  provider_person_unknown: {
    title: '先にこのサインイン方法を接続してください',
    text: 'このサインイン方法はまだ誰にも接続されていません。一度別の方法でサインインし、アカウントの画面で接続してください。',
  },
  provider_person_refused: {
    title: 'サインインできませんでした',
    text: 'この方法ではサインインできません。管理者にお問い合わせください。',
  },
  provider_full: {
    text: 'このサインイン方法で参加できる人数の上限に達しています。管理者にお問い合わせください。',
  },
  already_connected: { text: 'このサインイン方法は、すでに別のアカウントに接続されています。' },
  mail_not_set_up: { text: 'メールサーバーがまだ設定されていません。' },
  link_invalid: {
    title: 'このリンクは使えません',
    text: 'リンクの一部が欠けている可能性があります。招待のリンク全体をコピーするか、新しいリンクを依頼してください。',
  },
  link_expired: { title: 'この招待は期限切れです', text: '新しい招待を依頼してください。' },
  link_used: {
    title: 'この招待にはすでに回答があります',
    text: 'リンクは1回だけ使えます。ご自身で承諾した場合は、すでに参加しています。',
  },
  link_replaced: {
    title: '新しいリンクがあります',
    text: 'この招待には新しいリンクがあります。最後に受け取ったリンクを使ってください。',
  },
  invitation_revoked: {
    title: 'この招待は取り消されました',
    text: '招待した人にお問い合わせください。',
  },
  inviter_may_not: {
    title: 'この招待は無効になりました',
    text: '招待した人は、このロールを付与できなくなりました。新しい招待を依頼してください。',
  },
  sign_in_as_invitee: {
    text: 'このアドレスのアカウントはすでにあります。サインインしてから、このリンクをもう一度開いてください。',
  },
  signed_in_as_other: {
    text: '別のアドレスでサインインしています。サインアウトしてから、このリンクをもう一度開いてください。',
  },
  changed_meanwhile: { text: 'その間にほかの人が変更しました。ページを再読み込みしてください。' },
  already_exists: { text: 'これはすでに存在します。' },
  input_invalid: { text: '正しくない項目があります。入力内容を確認してください。' },
  name_invalid: { text: '名前は1文字以上、100文字以内で入力してください。制御文字は使えません。' },
  email_invalid: { text: 'メールアドレスを正しく入力してください。' },
  rate_limited: {
    title: '少し時間をおいてください',
    text: '短時間に操作が繰り返されました。しばらくしてからもう一度お試しください。',
  },
  busy: {
    title: '少々お待ちください',
    text: 'サーバーが混み合っています。少し待ってからもう一度お試しください。',
  },
  storage_full: {
    text: 'サーバーの空き容量が足りず、保存できませんでした。何も変更されていません。しばらくしてからもう一度お試しください。',
  },
  internal: {
    text: 'サーバー側で問題が発生しました。何も変更されていません。もう一度お試しください。',
  },
};
