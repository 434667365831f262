// The sentences of seeing somebody out, in Japanese.
import type * as english from '../../i18n/offboard-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

export const offboardStrings: Words<typeof english.offboardStrings> = {
  heading: (name) => `${name}さんの退出手続き`,
  text: 'すべてがまとめて実行されます。一部だけが実行されることはありません。',
  access: 'アクセス',
  ends: {
    deactivate: {
      label: '無効化',
      help: '今後アクセスできなくなります。ロールと履歴は保持され、アクセスは後から戻せます。',
    },
    remove: {
      label: '削除',
      help: 'メンバー登録が完全に削除されます。記録の保存に関する規程により、無効化が必要な場合があります。',
    },
  },
  isOff: 'このユーザーはすでに無効で、そのまま変わりません。',
  sessions: (count) =>
    count === 0
      ? 'サインインしている場所はありません。'
      : `${number(count)}件のセッションがすぐに終了します。`,
  noInvitations: '返答待ちの招待はありません。',
  invitations: (count) => `このユーザーが送った招待${number(count)}件を取り消す`,
  invitationsHelp: 'リンクは使えなくなります。必要な人は、もう一度招待できます。',
  noOwned: 'このユーザーが所有しているものはありません。',
  owned: (things) => `所有しているものを引き継ぐ：${things.join('、')}`,
  thing: (count, one) => `${one}${number(count)}件`,
  handOverTo: '引き継ぎ先',
  handOverNobody: 'そのままにする',
  confirm: '退出手続きを実行',

  // Afterwards
  doneHeading: (name) => `${name}さんの退出手続きが完了しました`,
  did: {
    deactivate: '無効化しました。今後アクセスできません。',
    remove: 'ワークスペースから削除しました。',
    sessions: (count) => `${number(count)}件のセッションを終了しました。`,
    invitations: (count) => `${number(count)}件の招待を取り消しました。`,
    handedOver: (count, name) => `${number(count)}件を${name}さんに引き継ぎました。`,
  },
  noted: 'すべての手順が監査ログに残ります。',
};
