// The sentences around actions on people, in Japanese.
import type * as english from '../../i18n/action-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

export const actionStrings: Words<typeof english.actionStrings> = {
  close: '閉じる',
  save: '保存',
  showMore: 'さらに表示',
  leaveQuestion: '保存せずに移動しますか？',
  leaveConfirm: '破棄して移動',
  dismiss: '通知を閉じる',
  importPeople: 'インポート',
  exportPeople: 'エクスポート',
  joined: '参加日',
  openPage: 'ページを開く',
  showActivity: 'アクティビティを表示',
  resetPassword: 'パスワードをリセット',
  edit: '編集',
  manageRoles: 'ロールを管理',
  offboard: '退出手続き',
  export: 'エクスポート',
  editPerson: (name) => `${name}さんを編集`,
  changePasswordOf: (name) => `${name}さんのパスワードを変更`,
  reactivatePerson: (name) => `${name}さんを再有効化`,
  isActive: (name) => `${name}さんは有効です`,
  signedInAs: (name, role) =>
    role === '' ? `${name}としてサインインしています` : `${name}（${role}）としてサインインしています`,
  leaveAction: (workspace) => `「${workspace}」から退出`,
  roleChanged: (name, role) => `${name}さんのロールを「${role}」に変更しました。`,
  deactivated: (name) => `${name}さんはアクセスできなくなりました。`,
  reactivated: (name) => `${name}さんは再びアクセスできるようになりました。`,
  restored: (name) =>
    `${name}さんは再びアクセスできるようになりました。終了したセッションは終了したままです。`,
  undoRole: (name, roles) =>
    `${name}さんのロールを以前のもの（${roles}）に戻します。その後にほかの人がこのユーザーを変更している場合は、戻しません。`,
  undoDeactivate: 'アクセスを戻します。終了したセッションは終了したままです。',
  undoReactivate: 'アクセスをすぐに取り消します。',
  removed: (name) => `${name}さんを削除しました。`,
  failedFor: (name, reason) => `${name}：${reason}`,
  questions: {
    'member.deactivate': (name, email, workspace) => ({
      heading: `${name}さんを無効化しますか？`,
      text: `${email} はすぐに「${workspace}」にアクセスできなくなり、サインインもできなくなります。ロールと履歴は保持され、いつでも再有効化できます。`,
    }),
    'member.remove': (name, email, workspace) => ({
      heading: `${name}さんを削除しますか？`,
      text: `${email} はすぐに「${workspace}」にアクセスできなくなります。元に戻すには、もう一度招待してください。`,
    }),
    'member.leave': (_name, _email, workspace) => ({
      heading: `「${workspace}」から退出しますか？`,
      text: 'すぐにアクセスできなくなります。戻るには、もう一度招待してもらう必要があります。',
    }),
  },

  // Many members
  selected: (count, isExact) => `${number(count)}人${isExact ? '' : '以上'}を選択中`,
  selectAll: (count, isExact) => `該当する${number(count)}人${isExact ? '' : '以上'}をすべて選択`,
  clearSelection: '選択を解除',
  selectionActions: '選択したユーザーの操作',
  changeRoleTo: 'ロール変更',
  bulkHeading: {
    'member.change-role': (who, role) => `${who}のロールを「${role}」に変更しますか？`,
    'member.deactivate': (who) => `${who}を無効化しますか？`,
    'member.reactivate': (who) => `${who}を再有効化しますか？`,
    'member.remove': (who) => `${who}を削除しますか？`,
    'member.end-sessions': (who) => `${who}をサインアウトさせますか？`,
    'member.assign': (who, things) => `${who}の${things}`,
  },
  bulkText: {
    'member.change-role':
      '新しいロールはすぐに有効になります。変更できないユーザーのロールはそのままで、理由が表示されます。',
    'member.deactivate':
      'すぐにアクセスできなくなります。いつでも再有効化できます。無効化できないユーザーは有効のままで、理由が表示されます。',
    'member.reactivate': '以前のロールで、すぐに再びアクセスできるようになります。',
    'member.remove': 'すぐにアクセスできなくなります。元に戻すには、もう一度招待してください。',
    'member.end-sessions':
      'このワークスペースのすべての場所で、もう一度サインインが必要になります。できることは変わりません。',
    'member.assign': 'すぐに有効になります。変更できないユーザーの割り当てはそのままで、理由が表示されます。',
  },
  assignThings: (things) => `${things}を割り当て`,
  takeAway: '割り当てを解除',
  bulkConfirm: {
    'member.change-role': 'ロールを変更',
    'member.deactivate': '無効化',
    'member.reactivate': '再有効化',
    'member.remove': '削除',
    'member.end-sessions': 'サインアウト',
    'member.assign': '割り当て',
  },
  bulkRunning: (done, total) => `${total}中${number(done)}人が完了`,
  stop: '中止',
  bulkStopped: (done) => `${number(done)}人で中止しました。変更済みの内容はそのまま残ります。`,
  bulkDone: (changed) => `${number(changed)}人を変更しました。`,
  bulkRefused: (count) => `${number(count)}人は変更されませんでした`,
  bulkUndo: {
    'member.change-role':
      '元に戻すと、全員が以前のロールに戻ります。その後にほかの人が変更したユーザーは、そのままです。',
    'member.deactivate': '元に戻すと、アクセスが戻ります。終了したセッションは終了したままです。',
    'member.reactivate': '元に戻すと、アクセスがすぐに取り消されます。',
  },
  bulkUndone: (changed) => `${number(changed)}人を元に戻しました。`,
  moreRefused: (count) => `ほか${number(count)}人`,
};
