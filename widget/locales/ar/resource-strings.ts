// The sentences about what people are given themselves, in Arabic.
import type * as english from '../../i18n/resource-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { number } = formatsOf('ar');

export const resourceStrings: Words<typeof english.resourceStrings> = {
  count: (chosen, total) => `${number(chosen)} من ${number(total)}`,
  countLabel: (chosen, total, things) => `${isolated(things)} المخصّصة: ${number(chosen)} من ${number(total)}`,
  search: (things) => `البحث في ${isolated(things)}`,
  chooseAll: 'تحديد الكل',
  chooseNone: 'إلغاء تحديد الكل',
  more: 'عرض المزيد',
  noneFound: (things) => `لا شيء من ${isolated(things)} يطابق هذا البحث.`,
  noneThere: (things) => `لا شيء في ${isolated(things)} بعد. يظهر هنا ما يسجّله منتجكم.`,
  show: (things) => `عرض الوصول إلى ${isolated(things)}`,

  // Why something is open to somebody, or not
  assigned: 'مخصّص',
  owned: 'من إنشاء هذا الشخص',
  ownedByYou: 'من إنشائك',
  throughRole: (role) => `عبر الدور ${isolated(role)}`,
  newer: 'أُضيف لاحقًا، غير مشمول',
  notAssigned: 'غير مخصّص',
  noAccess: 'لا وصول',
  willBeAssigned: 'سيُخصّص',
  willBeTaken: 'سيُسحب',
  withActions: (actions, ground) => `${actions.join('، ')} · ${ground}`,

  // What the person should know who decides
  fullRole: (role, things) =>
    `يشمل الدور ${isolated(role)} كل ${isolated(things)} أيًّا كان التخصيص هنا. التخصيص للعلم فقط.`,
  assignedOnly: (things) =>
    `لا يظهر للأشخاص ولا يُستخدم من ${isolated(things)} إلا ما خُصّص لهم. وما يُضاف لاحقًا لا يُشمل قبل تخصيصه.`,
  heldInPart: (actions) =>
    `تخصّص العلامة كل شيء: ${isolated(actions)}. ما خصّصه منتجكم جزئيًا يبقى كما هو ما دامت العلامة قائمة. لتخصيصه كاملًا: إزالة العلامة، ثم الحفظ، ثم وضعها مرة أخرى.`,
  off: (name) => `لا يُتاح شيء من هذا لحساب ${isolated(name)} قبل إعادة التفعيل.`,
  leastFirst: 'يُفضّل تخصيص ما يتطلبه العمل فقط.',
  allChosen: (things, total) =>
    `يخصّص هذا كل ${isolated(things)} (${number(total)}). يُفضّل تخصيص ما يتطلبه العمل فقط؛ ويمكن إضافة المزيد في أي وقت.`,

  notYet: (things) => `لم يُخصّص بعد ما حُدّد من ${isolated(things)}. يمكن تخصيصه بعد قبول الدعوة.`,

  // Saving what one person has
  undo: 'تراجع',
  changes: (count) => `التغييرات: ${number(count)}`,
  saved: (name, things) => `حُفظ تخصيص ${isolated(things)} إلى ${isolated(name)}.`,

  // Several people at once
  giveOrTake: (things) => `الإجراء بشأن ${isolated(things)}`,
  give: 'تخصيص',
  take: 'سحب',
  giveText: 'ما لديهم من قبل يبقى.',
  takeText: 'لا يتغير شيء آخر مما لديهم.',
};
