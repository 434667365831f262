// The sentences of a person's page, in Japanese.
import type * as english from '../../i18n/page-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const pageStrings: Words<typeof english.pageStrings> = {
  back: 'ユーザー',
  more: 'その他',
  moreFor: (name) => `${name}さんのその他の操作`,
  gone: 'このユーザーはいません',
  goneText: '退出したか、別のワークスペースへのリンクの可能性があります。',
  details: '詳細',
  joined: '参加日',
  unknown: '未設定',
  fromProvider: 'IDプロバイダーの情報',
  trail: '変更履歴',
  trailHint: 'このユーザーに対する操作です。新しい順に表示します。',
  noTrail: 'まだ記録はありません。',
  wholeTrail: '監査ログで開く',
};
