// The sentences of the first rows in Japanese.
import type * as english from '../../i18n/strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

const people = (count: number) => `${number(count)}人`;

export const strings: Words<typeof english.strings> = {
  // General
  cancel: 'キャンセル',
  comma: '、',
  colon: '：',
  undo: '元に戻す',
  people,

  // Members
  membersHeading: 'ユーザー',
  membersCount: (count, isExact) => (isExact ? people(count) : `${people(count)}以上`),
  searchLabel: (hasUsername) => `名前、${hasUsername ? 'ユーザー名、' : ''}メールアドレスで検索`,
  searchPlaceholder: 'ユーザーを検索',
  roleFilter: 'ロール',
  everyRole: '全ロール',
  statusFilter: 'ステータス',
  everyStatus: '全ステータス',
  dormantFilter: '最終サインイン',
  everySignIn: '全サインイン',
  dormantFor: (days) => `${days}日間未使用`,
  sortLabel: '並べ替え',
  sortBy: (column) => `${column}順`,
  clearFilters: '絞り込みを解除',
  filteredCount: (count, isExact) => (isExact ? `${people(count)}が該当` : `${people(count)}以上が該当`),
  columns: {
    username: 'ユーザー名',
    name: '名前',
    email: 'メールアドレス',
    roles: 'ロール',
    status: 'ステータス',
    lastSignIn: '最終サインイン',
  },
  severalRoles: 'ロール',
  statuses: { active: '有効', deactivated: '無効', inactive: '停止中' },
  actionsColumn: '操作',
  you: '自分',
  neverSignedIn: 'なし',
  roleOf: (name) => `${name}さんのロール`,
  roleHeld: (name, roles, place) => `${place && `${place}での`}${name}さんのロール：${roles}`,
  roleOption: (role, reason) => `${role}（${reason}）`,
  showMember: (name) => `${name}さんを表示`,
  actionsFor: (name) => `${name}さんの操作`,
  selectMember: (name) => `${name}さんを選択`,
  selectShown: '読み込み済みのユーザーを選択',
  deactivate: '無効化',
  reactivate: '再有効化',
  remove: '削除',
  leave: '退出',
  noMembers: 'まだ誰もいません',
  noMembersText: '参加したユーザーがここに表示されます。',
  noMatch: '該当するユーザーはいません',
  noMatchText: 'この検索と絞り込みの条件に合うユーザーはいません。',
  membersFailed: 'ユーザーを読み込めませんでした',

  // Views and states of the whole widget
  views: {
    users: 'ユーザー',
    collaborators: '共同作業者',
    permissions: '権限',
    reviews: 'レビュー',
    audit: '監査ログ',
  },
  sides: { settings: '設定', account: 'アカウント' },
  viewsLabel: 'ユーザー管理',
  viewNotHere: (view) => `「${view}」の画面は、ここではご利用になれません。`,
  signIn: 'サインイン',
  forbiddenHeading: 'アクセスできません',
  forbiddenText:
    'お使いのロールには、ユーザーを管理する権限がありません。必要な場合は、このワークスペースのオーナーまたは管理者にご相談ください。',
  offlineHeading: '接続がありません',
  offlineBanner: 'オフラインのようです。表示内容が最新でない可能性があります。',
  archivedBanner: (workspace) =>
    `「${workspace}」はアーカイブされています。閲覧はできますが、復元するまで変更はできません。`,
  rolesLink: '各ロールでできること',
  apiLink: 'API',
  supportLink: 'ヘルプ',
};
