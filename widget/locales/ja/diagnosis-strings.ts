// What is found about a person or an address, in Japanese.
import type * as english from '../../i18n/diagnosis-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { list, number } = formatsOf('ja');

const or = (words: readonly string[]) => list(words, 'disjunction');
const say = (title: string, text: string) => (): english.FindingWords => ({ title, text });
/** When somebody was invited and by whom, to stand in brackets. */
const invitedBy = (when: string, by: string | null) => (by === null ? when : `${when}、招待者：${by}`);

export const FINDING_WORDS: Words<typeof english.FINDING_WORDS> = {
  active: say('アカウントは有効です', '無効になっているものはありません。'),
  deactivated: say(
    'アカウントが有効ではありません',
    'サインインできるのは有効なユーザーだけです。再有効化すると、ロールと以前の内容が元に戻ります。',
  ),
  address_mistyped: ({ email, suggestion }, { hasEmailChange }) => ({
    title: `アドレスに入力ミスがあるようです：${email}`,
    text: hasEmailChange
      ? `${suggestion} ではありませんか？誤ったアドレスへのメールは届かないか、別の人に届きます。`
      : `${suggestion} ではありませんか？ここではアドレスを変更できません。正しいアドレスで新しいアカウントを作成し、このアカウントを無効化してください。`,
  }),
  signs_in_as: ({ email, username }) => ({
    title:
      username === null
        ? `サインインには ${email} を使います`
        : `サインインには ${username} または ${email} を使います`,
    text: 'どのアドレスを入力しているか、本人に確認してください。別のアドレスではサインインできません。',
  }),
  provider_only: ({ providers }) => ({
    title: 'サインインはIDプロバイダーからのみ可能です',
    text: `パスワードやメールのリンクではサインインできません。${providers.length === 0 ? '設定後のIDプロバイダー' : or(providers)}からサインインします。問題がある場合は、そちらで解決してください。`,
  }),
  through_host: say(
    'このページを表示しているアプリからサインインします',
    'アプリでサインインできない場合は、アプリ側のアカウントを確認してください。',
  ),
  no_way_in: say(
    'サインインする方法がまだありません',
    'パスワードがなく、メールでリンクを送ることもできません。パスワードを設定するか、メールサーバーを設定してください。',
  ),
  no_password: ({ hasLinks, providers }) => ({
    title: 'パスワードが設定されていません',
    text: `${or([...(hasLinks ? ['メールで届くリンク'] : []), ...providers])}でサインインできます。パスワードは、設定するまで使えません。`,
  }),
  must_change_password: say(
    '先に新しいパスワードを設定する必要があります',
    '渡されたパスワードでサインインした後、本人が新しいパスワードを設定するまで、ほかの操作はできません。',
  ),
  attempts_failed: ({ count, lastAt }, { ago }) => ({
    title: `サインインに${number(count)}回失敗しています`,
    text: `最後の失敗は${ago(lastAt)}で、その後は成功していません。本人であればパスワードをリセットし、そうでなければアクティビティを確認してください。`,
  }),
  signed_in: ({ at }, { ago, moment }) => ({
    title: `最後のサインインは${ago(at)}です`,
    text: moment(at),
  }),
  never_signed_in: ({ since }, { ago }) => ({
    title: 'まだ一度もサインインしていません',
    text: `参加は${ago(since)}です。サインインの方法と場所を本人が知っているか、確認してください。`,
  }),

  roleless: say(
    'ロールがありません',
    'サインインはできますが、ロールがないと何も利用できません。職務に合ったロールを選択してください。',
  ),
  role_gone: ({ roles }, tongue) => ({
    title: '存在しないロールが付与されています',
    text: `${tongue.roles(roles)}は無効です。別のロールを選択してください。`,
  }),
  roles_held: ({ roles }, tongue) => ({
    title: `ロール：${tongue.roles(roles)}`,
    text: '表示される内容とできることは、ロールで決まります。職務が変わった場合は、レビューを待たずに別のロールを付与してください。',
  }),
  roles_here: ({ workspace }) => ({
    title: `このロールは「${workspace}」でのみ有効です`,
    text: '別のワークスペースでは、そこで付与されたロールが適用されます。正しいワークスペースを見ているか、本人に確認してください。',
  }),
  reaches_all: ({ kind, role }, tongue) => ({
    title: `すべての${tongue.things(kind)}にアクセスできます`,
    text: `割り当てに関係なく、${tongue.roles([role])}はすべてにアクセスできます。`,
  }),
  reaches_assigned: ({ kind, count, total }, tongue) => ({
    title: `${number(total)}件中${number(count)}件の${tongue.things(kind)}にアクセスできます`,
    text: '割り当てられたものと、本人が作成したものだけです。足りないものは割り当ててください。',
  }),
  reaches_none: ({ kind, total }, tongue) => ({
    title: `${number(total)}件ある${tongue.things(kind, total)}のどれにもアクセスできません`,
    text: 'まだ何も割り当てられていません。自動的に割り当てられることはありません。',
  }),
  made_after: ({ kind, count }, tongue) => ({
    title: `最後の割り当ての後に、${tongue.things(kind, count)}が${number(count)}件追加されました`,
    text: '後から追加されたものは、自動的には含まれません。必要な場合は割り当ててください。',
  }),
  reaches_by_role: ({ kind, count, total }, tongue) => ({
    title: `ロールにより、${number(total)}件中${number(count)}件の${tongue.things(kind)}にアクセスできます`,
    text: 'ロールでできることは、そのロールを持つ全員に共通です。',
  }),

  address_invalid: say('メールアドレスの形式ではありません', '@の前後を確認してください。'),
  already_member: say(
    'すでに参加しています',
    '招待の必要はありません。アクセスできない理由がある場合は、下に表示されます。',
  ),
  invitation_pending: ({ createdAt, expiresAt, by }, { ago, moment }) => ({
    title: `招待済みです（${invitedBy(ago(createdAt), by)}）`,
    text: `まだ返答がありません。リンクの有効期限は${moment(expiresAt)}です。`,
  }),
  invitation_waits: ({ createdAt, expiresAt, by }, { ago, moment }) => ({
    title: `招待に返答がありません（${invitedBy(ago(createdAt), by)}）`,
    text: `メールが届いているか本人に確認し、届いていなければ再送信してください。リンクの有効期限は${moment(expiresAt)}です。`,
  }),
  invitation_expired: ({ expiresAt }, { ago }) => ({
    title: `招待の期限が切れています（${ago(expiresAt)}）`,
    text: 'このリンクは使えません。再送信すると、新しいリンクが作成されます。',
  }),
  invitation_revoked: say(
    '招待は取り消されています',
    'このリンクは使えません。このアドレスをもう一度招待してください。',
  ),
  invitation_declined: say(
    '招待は辞退されています',
    'このアドレスをもう一度招待する前に、本人に確認してください。',
  ),
  mail_missing: say(
    'メールサーバーが設定されていないため、メールは送信されていません',
    'リンクをご自身で渡すか、「設定」でメールを設定してください。',
  ),
  mail_queued: say(
    'メールをメールサーバーに送信しています',
    'この状態が続く場合は、「設定」でメールサーバーを確認し、テストメールを送信してください。',
  ),
  mail_failed: ({ answer }) => ({
    title: 'メールサーバーがメールを受け付けませんでした',
    text: `${answer === '' ? '理由は示されていません' : `応答：${`${answer}`.replace(/\.$/, '')}`}。まず、アドレスに入力ミスがないか確認してください。`,
  }),
  mail_sent: say(
    'メールは送信されています',
    'メールサーバーが受け付けました。メールボックスに届いたかどうかは、本人に確認してください。',
  ),
  look_in_spam: say(
    '迷惑メールフォルダーを確認してもらってください',
    '新しい差出人からの最初のメールは、迷惑メールに振り分けられることがよくあります。',
  ),
  may_be_delayed: say(
    '最初のメールは届くまでに時間がかかることがあります',
    '数分から1時間ほどかかることがあり、会社のフィルターで止められることもあります。先方の管理者に、差出人の許可を依頼できます。',
  ),
  not_here: say(
    'このアドレスのユーザーも、保留中の招待もありません',
    '入力されたアドレスが異なるか、別のワークスペースにのみ登録されている可能性があります。',
  ),

  may_assign: ({ roles }, tongue) => ({
    title: `付与できるロール：${tongue.roles(roles)}`,
    text: 'ほかのロールの付与や、ほかのロールを持つユーザーの変更はできません。',
  }),
  may_not_assign: ({ needed }, tongue) => ({
    title: 'ほかの人にロールを付与できません',
    text:
      needed.length === 0
        ? 'ロールを付与する権限を含むロールがありません。'
        : `ユーザーの管理を含むロールが必要です：${tongue.roles(needed, 'or')}`,
  }),
  roles_exist_here: ({ workspace }) => ({
    title: 'ロールを付与するには、先に作成されている必要があります',
    text: `「${workspace}」にあるロールと、それぞれでできることは「権限」で確認できます。`,
  }),
  assigns_here: ({ workspace }) => ({
    title: 'ロールは、使用するワークスペースで付与します',
    text: `「${workspace}」での権限は、ほかのワークスペースには適用されません。そこでは別途ロールが必要です。`,
  }),
  assigns_everywhere: ({ role }, tongue) => ({
    title: `${tongue.roles([role])}は、全ワークスペースですべてのロールを付与できます`,
    text: 'ほかに必要な権限はありません。',
  }),
  ask_everywhere: ({ roles }, tongue) => ({
    title: `${tongue.roles(roles, 'or')}は、いつでもロールを付与できます`,
    text: 'ほかに付与できる人がいない場合は、依頼してください。',
  }),
  not_yours: ({ reason }, tongue) => ({
    title: 'このユーザーのロールは変更できません',
    text: tongue.reason(reason),
  }),
  ask_support: (_facts, { hasSupport }) => ({
    title: '解決しませんか？',
    text: hasSupport ? 'サポートが詳しく調べます。' : 'この製品の運用担当者にお問い合わせください。',
  }),
};

export const TOPIC_NAMES: Words<typeof english.TOPIC_NAMES> = {
  'sign-in': 'サインイン',
  access: '表示される内容',
  invitation: '招待',
  roles: 'ロールの付与',
};

export const SEVERITY_NAMES: Words<typeof english.SEVERITY_NAMES> = {
  problem: '問題',
  notice: 'お知らせ',
  fine: '問題なし',
};

export const diagnosisStrings: Words<typeof english.diagnosisStrings> = {
  heading: 'このユーザーの確認',
  hint: 'サインインできない、必要なものが表示されない、といった問題の原因を調べます。',
  run: 'このユーザーを確認',
  again: 'もう一度確認',
  none: '問題は見つかりませんでした',
  found: (count) => `${number(count)}件の問題が見つかりました`,
  spoken: (who, count) =>
    count === 0
      ? `${who}に問題は見つかりませんでした。`
      : `${who}に${number(count)}件の問題が見つかりました。`,
  inOrder: (count) => `問題なし：${number(count)}件`,

  reactivate: '再有効化',
  reactivated: (who) => `${who}さんは再びアクセスできるようになりました。`,
  resetPassword: 'パスワードをリセット',
  changeEmail: 'アドレスを変更',
  chooseRole: 'ロールを選択',
  assign: (things) => `${things}を割り当て`,
  resend: '招待を再送信',
  resent: (email) => `${email} への招待を再送信しました。以前のリンクは使えなくなります。`,
  inviteAgain: 'もう一度招待',
  inviteInstead: (email) => `代わりに ${email} を招待`,
  invitedInstead: (email, old) => `${email} を招待し、${old} への招待を取り消しました。`,
  invited: (email) => `${email} を招待しました。`,
  notInvited: 'このアドレスは招待できませんでした。',
  copyLink: 'リンクをコピー',
  linkCopied: 'リンクをコピーしました。',
  copyRefused: 'ブラウザーがコピーを許可しませんでした。リンクを下に表示します。',
  theLink: '招待のリンク',
  openMail: 'メールの設定を開く',
  testMail: 'テストメールを送信',
  testTaken: (answer) => `メールサーバーが受け付けました：${answer}`,
  testRefused: (answer) => `メールサーバーが受け付けませんでした：${answer}`,
  seeRoles: 'ロールを見る',
  support: 'ヘルプ',

  // Somebody without a row
  dialogHeading: (email) => (email === '' ? 'アドレスを確認' : `${email} から返答がない場合`),
  address: 'メールアドレス',
  addressHint: 'メールが届かない、またはサインインできないという人のアドレスです。',
  check: '確認',
};
