// The sentences about a database that follows the grid, in Arabic.
import type * as english from '../../i18n/database-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { counted, number } = formatsOf('ar');

/** As they stand after a verbal noun or a preposition. */
const places = (count: number) =>
  counted(count, {
    one: 'موضع واحد',
    two: 'موضعين',
    few: `${number(count)} مواضع`,
    many: `${number(count)} موضعًا`,
    other: `${number(count)} موضع`,
  });

export const databaseStrings: Words<typeof english.databaseStrings> = {
  label: 'قاعدة بيانات هذه الصلاحيات',
  follows: (tables, one, other) =>
    tables === 1
      ? `تتبع قاعدة البيانات ما هو مضبوط هنا (${isolated(one)} واحد).`
      : `تتبع قاعدة البيانات ما هو مضبوط هنا بالكامل (${isolated(other)}: ${number(tables)}).`,
  followsNone: 'قاعدة البيانات جاهزة. لا شيء من ما هو مضبوط هنا فيها بعد.',
  checked: (when) => `آخر تحقق ${when}.`,
  checking: 'جارٍ التحقق',
  checkAgain: 'تحقق من جديد',
  unknown: 'لا يُعرف ما إذا كانت قاعدة البيانات تتبع ما هو مضبوط هنا.',
  differs: (count) => `تختلف قاعدة البيانات عن ما هو مضبوط هنا في ${places(count)}`,
  differsText: 'ما يُضبط هنا هو المعتمد. قبل الإصلاح قد تسمح قاعدة البيانات للأشخاص بأكثر من ذلك أو أقل.',
  settledText: 'تسوية ما تبقّى من مهام الجهة المشغّلة لقاعدة البيانات.',
  parts: {
    foundation: 'أساس كل الجداول',
    people: 'هوية الأشخاص',
  },
  roleless: 'الأشخاص بلا دور',
  moreHolders: (count) => `المزيد (${number(count)})`,
  quoted: (name) => `«${isolated(name)}»`,
  repair: 'إصلاح',
  repairPart: (name) => `إصلاح ${isolated(name)}`,
  repairAll: 'إصلاح الكل',
  repairing: 'جارٍ الإصلاح',
  repaired: 'تم الإصلاح',
  byHand: 'تلزم تسويته في قاعدة البيانات.',
  showAll: (count) => `عرض الكل (${number(count)})`,
  more: (count) => `والمزيد (${number(count)}).`,
  beyond: (count) => `توجد مواضع أخرى غير معروضة هنا (${number(count)}). يُرجى إصلاح هذه ثم التحقق من جديد.`,
  spoken: (done, failed) =>
    [done > 0 && `تم إصلاح ${places(done)}.`, failed > 0 && `تعذّر إصلاح ${places(failed)}.`]
      .filter(Boolean)
      .join(' '),
};

export const RIGHT_WORDS: typeof english.RIGHT_WORDS = {
  read: 'القراءة',
  add: 'إضافة الصفوف',
  change: 'تغيير الصفوف',
  delete: 'حذف الصفوف',
  more: 'أمور أخرى',
};

export const DIFFERENCE_WORDS: typeof english.DIFFERENCE_WORDS = {
  schema_missing: () => 'لم يُنشأ بعد ما تحفظه إدارة المستخدمين في قاعدة البيانات.',
  schema_foreign: () => 'حلّ شيء آخر محل ما تحفظه إدارة المستخدمين في قاعدة البيانات.',
  function_differs: () => 'إحدى الدوال التي أنشأتها إدارة المستخدمين ليست كما ينبغي.',
  role_missing: () => 'بعض الأدوار غير معروفة لقاعدة البيانات بعد.',
  role_foreign: () => 'يوجد في قاعدة البيانات دور أنشأته جهة أخرى باسم مطلوب هنا.',
  role_powerful: () => 'لأحد أدوار قاعدة البيانات صلاحيات أكثر مما ينبغي.',
  role_joined: () => 'لأحد أدوار قاعدة البيانات صلاحيات دور آخر أيضًا.',
  schema_unreachable: ({ who }) =>
    who === '' ? 'لا يمكن لبعضهم الوصول إلى الداخل.' : `لا يصل إلى هذا الجدول: ${isolated(who)}.`,
  login_missing: () => 'الدور الذي يسجّل به التطبيق الدخول غير موجود.',
  login_powerful: () => 'يسجّل التطبيق الدخول بدور يتجاوز كل قاعدة.',
  login_inherits: () => 'لدى التطبيق صلاحيات الآخرين طوال الوقت.',
  login_cannot_act: () => 'لا يمكن للتطبيق بعد أن يعمل نيابة عن الجميع.',
  table_missing: () => 'لا يوجد جدول كهذا في قاعدة البيانات.',
  table_twice: () => 'عدة بنود من ما هو مضبوط هنا هي الجدول نفسه.',
  table_owned: () => 'يملكه دور يمكنه فتحه مرة أخرى.',
  table_left: () => 'لم يعد في ما هو مضبوط هنا، وما زالت لأشخاص صلاحيات عليه.',
  column_missing: ({ names }) => `لا يوجد فيه العمود ${names}.`,
  security_off: () => 'الأمان على مستوى الصفوف متوقف.',
  security_not_forced: () => 'لا يسري الأمان على مستوى الصفوف على مالك الجدول.',
  security_forced: () => 'يعيق الأمان على مستوى الصفوف إبقاء قاعدة البيانات منظّمة.',
  policy_missing: ({ who, may }) => `القاعدة التي تتيح ${may} غير موجودة. تخص: ${isolated(who)}.`,
  policy_differs: ({ who, may }) => `القاعدة التي تتيح ${may} ليست كما ينبغي. تخص: ${isolated(who)}.`,
  policy_extra: () => 'بقيت قاعدة قديمة.',
  policy_foreign: ({ names }) => `أنشأت جهة أخرى القاعدة ${names}، وقد تفتح صفوفًا.`,
  grant_missing: ({ who, may }) => `لا تتوفر ${may} كما تنص ما هو مضبوط هنا. يخص ذلك: ${isolated(who)}.`,
  grant_extra: ({ who, may }) => `تتوفر ${may} على خلاف ما هو مضبوط هنا. يخص ذلك: ${isolated(who)}.`,
  grant_public: ({ may }) => `تتوفر ${may} لكل من يصل إلى قاعدة البيانات.`,
  people_differ: () => 'قائمة الأشخاص وأدوارهم غير محدَّثة.',
  assignments_differ: () => 'ما خُصّص للأشخاص أنفسهم غير محدَّث.',
};
