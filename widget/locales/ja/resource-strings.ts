// The sentences about what people are given themselves, in Japanese.
import type * as english from '../../i18n/resource-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('ja');

export const resourceStrings: Words<typeof english.resourceStrings> = {
  count: (chosen, total) => `${number(total)}件中${number(chosen)}件`,
  countLabel: (chosen, total, things) => `${things}：${number(total)}件中${number(chosen)}件を割り当て済み`,
  search: (things) => `${things}を検索`,
  chooseAll: 'すべて選択',
  chooseNone: 'すべて解除',
  more: 'さらに表示',
  noneFound: (things) => `該当する${things}はありません。`,
  noneThere: (things) => `${things}はまだありません。製品で登録されると、ここに表示されます。`,
  show: (things) => `${things}へのアクセスを表示`,

  // Why something is open to somebody, or not
  assigned: '割り当て済み',
  owned: 'このユーザーが作成',
  ownedByYou: '自分が作成',
  throughRole: (role) => `ロール「${role}」による`,
  newer: '後から追加、対象外',
  notAssigned: '割り当てなし',
  noAccess: 'アクセスなし',
  willBeAssigned: '割り当て予定',
  willBeTaken: '解除予定',
  withActions: (actions, ground) => `${actions.join('、')} · ${ground}`,

  // What the person should know who decides
  fullRole: (role, things) =>
    `ロール「${role}」は、割り当てに関係なくすべての${things}を利用できます。ここでの割り当ては参考情報です。`,
  assignedOnly: (things) =>
    `ユーザーが表示、利用できるのは、割り当てられた${things}だけです。後から追加されたものは、割り当てるまで含まれません。`,
  heldInPart: (actions) =>
    `チェックを入れると、すべて（${actions}）が割り当てられます。製品が一部だけ割り当てたものは、チェックが入っている間はそのままです。すべてを割り当てるには、チェックを外して保存し、もう一度チェックを入れてください。`,
  off: (name) => `再有効化するまで、${name}さんはどれも利用できません。`,
  leastFirst: '業務に必要なものだけを割り当ててください。',
  allChosen: (things, total) =>
    `${things}${number(total)}件すべてを割り当てます。業務に必要なものだけを割り当ててください。後からいつでも追加できます。`,

  notYet: (things) =>
    `チェックを入れた${things}は、まだ割り当てられていません。招待が承諾された後に割り当ててください。`,

  // Saving what one person has
  undo: '元に戻す',
  changes: (count) => `${number(count)}件の変更`,
  saved: (name, things) => `${name}さんの${things}を保存しました。`,

  // Several people at once
  giveOrTake: (things) => `${things}に対する操作`,
  give: '割り当て',
  take: '割り当てを解除',
  giveText: 'すでに割り当てられているものは、そのままです。',
  takeText: 'ほかの割り当ては変わりません。',
};
