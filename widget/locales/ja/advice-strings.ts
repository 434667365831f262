// What whoever manages people is advised before they end somebody's access, in Japanese.
import type * as english from '../../i18n/advice-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

const them = '選択したユーザー';

export const adviceStrings: Words<typeof english.adviceStrings> = {
  lost: (names) =>
    `この操作は元に戻せません。${names === them ? them : `${names}さん`}のロール、割り当て、アクティビティがここから削除されます。ほかにワークスペースがない場合は、アカウントも削除されます。行った操作は監査ログに残ります。`,
  them,
  retention:
    '先に、ユーザーの記録の保存期間を社内規程などでご確認ください。削除した内容は、監査が必要になっても元に戻せません。',
  deactivateFirst:
    '無効化でも、アクセスは同じく確実に止まります。ロールと履歴は保持されます。休職中の人や、判断に迷う場合は無効化を使ってください。',
  deactivateInstead: '代わりに無効化',
  deactivateKeeps: '何も削除されません。休職中の人や、しばらく離れる人に適しています。',
  removePromptly:
    '離れる人のアクセスは、その日のうちに取り消してください。残しておく日が長いほど、リスクが高まります。',
  away: (days) =>
    `これらのユーザーは${number(days)}日間アクセスしていません。アクセスがまだ必要かを確認し、離れた人のアクセスは取り消してください。選択すると、まとめて無効化できます。`,
};
