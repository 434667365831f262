// The letters in Japanese. Words only. Names and addresses stand apart from the words, or a mail program takes these for a part of them.
import type { Words } from './words.ts';

/** The workspace and how many more there are. */
function places(place: string, others: number): string {
  return others === 0 ? `「${place}」` : `「${place}」とほか${others}件のワークスペース`;
}

/** The words of Japanese letters. */
export const JAPANESE: Words = {
  locale: 'ja-JP',
  greeting: (name) => (name === '' ? 'こんにちは。' : `${name} 様`),
  sentence: (text) => `${text}。`,
  fallback: 'ボタンが機能しない場合は、次のアドレスをコピーしてブラウザーで開いてください：',
  role: 'ロール：',
  roleAt: (workspace) => `「${workspace}」でのロール：`,
  means: (description) => (description === '' ? '' : `（${description}）`),
  writes: (from) => `${from} さんからのメッセージ：`,
  invitation: {
    lead: (workspace, inviter, others) =>
      inviter === null
        ? `${places(workspace, others)}に招待されています`
        : `${inviter} さんから${places(workspace, others)}への招待が届いています`,
    subject: (workspace, inviter, others) =>
      inviter === null
        ? `${places(workspace, others)}への招待`
        : `${inviter} さんから${places(workspace, others)}への招待`,
    button: '招待を見る',
    steps: (email, until) =>
      `リンクを開き、内容を確認して「招待を承諾」を選択してください。このリンクは ${email} 宛てで、1回だけ使えます。有効期限は ${until} です。`,
    calm: 'お心当たりがない場合は、このメールを無視してください。承諾しない限り、何も起こりません。',
  },
  account: {
    'sign-in': ({ place, email, until }) => ({
      subject: `「${place}」へのサインイン用リンク`,
      lead: `「${place}」へのサインイン用リンクをお送りします`,
      button: 'サインイン',
      steps: `リンクを開き、「サインイン」を選択してください。このリンクは ${email} 宛てで、1回だけ使えます。有効期限は ${until} です。`,
      calm: 'このリンクを依頼していない場合は、このメールを無視してください。リンクを持つ人は誰でもサインインできるため、ほかの人には渡さないでください。',
    }),
    reset: ({ place, email, until }) => ({
      subject: `「${place}」の新しいパスワードの設定`,
      lead: `「${place}」の新しいパスワードを設定するためのリンクをお送りします`,
      button: 'パスワードを設定',
      steps: `リンクを開き、新しいパスワードを2回入力してください。このリンクは ${email} 宛てで、1回だけ使えます。有効期限は ${until} です。`,
      calm: 'このリンクを依頼していない場合は、このメールを無視してください。パスワードは変わりません。リンクはほかの人に渡さないでください。',
    }),
    'confirm-email': ({ place, email, until }) => ({
      subject: 'メールアドレスのご確認',
      lead: `「${place}」で使うメールアドレスをご確認ください`,
      paragraphs: [`${email} が、アカウントの新しいアドレスとして入力されました。`],
      button: 'アドレスを確認',
      steps: `リンクを開き、「アドレスを確認」を選択してください。先にサインインを求められた場合は、これまでのアドレスでサインインしてください。このリンクは1回だけ使えます。有効期限は ${until} です。`,
      calm: 'お心当たりがない場合は、このメールを無視してください。確認しない限り、何も変わりません。',
    }),
    'email-changed': ({ place }) => ({
      subject: 'メールアドレスが変更されました',
      lead: `「${place}」のアカウントのメールアドレスが変更されました`,
      paragraphs: [
        '今後のメールは新しいアドレスに届き、サインインにもそのアドレスを使います。このアドレスではアカウントを開けなくなりました。',
      ],
      calm: `お心当たりがない場合は、すぐに「${place}」の管理者にお知らせください。`,
    }),
    'password-changed': ({ place, isByOthers }) => ({
      subject: 'パスワードが変更されました',
      lead: isByOthers
        ? `「${place}」の管理者が、あなたのアカウントに新しいパスワードを設定しました`
        : `「${place}」のアカウントのパスワードが変更されました`,
      paragraphs: [
        isByOthers
          ? 'パスワードは管理者からお知らせします。サインインしていた場所では、すべてサインアウトされました。'
          : 'ほかにサインインしていた場所では、すべてサインアウトされました。',
      ],
      calm: isByOthers
        ? `お心当たりがない場合は、「${place}」の管理者にお問い合わせください。`
        : `お心当たりがない場合は、メールで届くリンクから新しいパスワードを設定し、すぐに「${place}」の管理者にお知らせください。`,
    }),
    'in-charge': ({ place, role }) => ({
      subject: `「${place}」の責任者になりました`,
      lead: `「${place}」の責任者になりました`,
      calm: `ロール「${role}」の付与にお心当たりがない場合は、「${place}」の管理者にお問い合わせください。`,
    }),
    'account-made': ({ place, others, all, email, hasPassword }) => ({
      subject: `${places(place, others)}のアカウントができました`,
      lead: `${places(place, others)}のアカウントが作成されました`,
      paragraphs: [
        ...(others === 0 ? [] : [`対象のワークスペース： ${all}`]),
        hasPassword
          ? `${email} でサインインしてください。最初のパスワードは、アカウントを作成した人からお知らせします。`
          : `${email} でサインインしてください。サインイン用のリンクがメールで届きます。`,
      ],
      button: 'サインイン',
      steps: 'このページのアドレスは変わりません。保存しておくと便利です。',
      calm: `お心当たりがない場合は、「${place}」の管理者にお問い合わせください。`,
    }),
    test: ({ place }) => ({
      subject: `「${place}」からのテストメール`,
      lead: `これは「${place}」からのテストメールです`,
      paragraphs: ['このメールが届いたので、メールは正しく送信されています。'],
      calm: 'このメールは、設定の画面から依頼した人のアドレスに送信されました。何もする必要はありません。',
    }),
  },
};
