// The sentences of inviting into several workspaces, in Japanese.
import type * as english from '../../i18n/invite-place-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

const people = (count: number) => `${number(count)}人`;

export const invitePlaceStrings: Words<typeof english.invitePlaceStrings> = {
  rolesIn: (workspace) => `「${workspace}」でのロール`,
  addPlace: '別のワークスペースを追加',
  place: 'ワークスペース',
  choosePlace: 'ワークスペースを選択',
  searchPlaces: 'ワークスペースを検索',
  noneFound: '該当するワークスペースはありません',
  inviting: {
    removePlace: (workspace) => `「${workspace}」には招待しない`,
    noPlace: 'ほかに招待できるワークスペースはありません。',
    noMorePlaces: '招待できるワークスペースはこれですべてです。',
  },
  making: {
    removePlace: (workspace) => `「${workspace}」を除く`,
    noPlace: 'ほかにユーザーを追加できるワークスペースはありません。',
    noMorePlaces: 'ユーザーを追加できるワークスペースはこれですべてです。',
  },
  roleNeeded: 'ロールを1つ以上選択してください。',

  name: '名前',
  required: '必須',
  nameHint: '一緒に働く人が知っている氏名です。',
  nameNeeded: 'このユーザーの名前を入力してください。',

  adviseJob: '職務に応じたロールを付与してください。最小限から始め、必要になったら追加します。',
  advisePlace:
    'ロールは、そのワークスペースでのみ有効です。実際に働くワークスペースかどうか確認してください。',

  review: (count) => (count === 0 ? '確認' : `${people(count)}を確認`),
  reviewHeading: '送信前の確認',
  reviewWho: (count) => `${people(count)}を招待します`,
  reviewMore: (count) => `ほか${people(count)}`,
  reviewRoles: 'ワークスペースとロール',
  reviewMessage: 'メッセージ',
  back: '戻る',
  send: (count) => `招待を${number(count)}件送信`,
};
