// What is said while something is fetched, and of what went wrong, in Japanese.
import type * as english from '../../i18n/failure-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const failureStrings: Words<typeof english.failureStrings> = {
  retry: '再試行',
  loading: '読み込み中',
  failedHeading: '読み込めませんでした',
  misconfigured: 'ユーザーの管理先がこのページで指定されていません。endpointを設定してください。',
  unreachable: 'サーバーに接続できませんでした。接続を確認してください。',
  cancelled: 'キャンセルされました。',
  prevented: 'このページにより中止されました。何も変更されていません。',
  failed: '問題が発生しました。もう一度お試しください。',
};
