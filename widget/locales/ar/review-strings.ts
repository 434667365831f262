// The sentences of access reviews in Arabic.
import type * as english from '../../i18n/review-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { counted, number } = formatsOf('ar');

/** As they stand after a verbal noun or a preposition. */
const people = (count: number) =>
  counted(count, {
    one: 'شخص واحد',
    two: 'شخصين',
    few: `${number(count)} أشخاص`,
    many: `${number(count)} شخصًا`,
    other: `${number(count)} شخص`,
  });
const lastSignIn = 'آخر تسجيل دخول';
const kept = 'أُبقي';
const revoked = 'سُحب';

export const reviewStrings: Words<typeof english.reviewStrings> = {
  heading: 'مراجعات الوصول',
  hint: 'المرور على كل من لديه وصول، وإبقاؤه أو سحبه. إجراؤها كل ربع سنة وتيرة جيدة.',
  start: 'بدء مراجعة',
  next: 'بدء المراجعة التالية',
  after: (name) => `بعد ${isolated(name)}`,
  none: 'لا مراجعات بعد',
  noneText:
    'تسرد المراجعة الأشخاص المختارين كما هم الآن. يُبقى وصول كل منهم أو يُسحب، ويمكن تقديم القرارات دليلًا.',
  dueHeading: 'حان وقت المراجعة التالية',
  dueText: (when) =>
    `أُغلقت آخر مراجعة ${when}. تكشف المراجعة الشاملة كل ربع سنة عن الوصول الذي لم يعد أحد يحتاج إليه.`,
  open: 'مفتوحة',
  overdue: 'متأخرة',
  closed: 'مغلقة',
  due: (when) => `موعدها ${when}`,
  closedAt: (when) => `أُغلقت ${when}`,
  decidedBy: (name) => `القرار لدى ${isolated(name)}`,
  anyReviewer: 'القرار لدى كل من تشمل صلاحياته المراجعات',
  progress: (done, total) => `القرارات: ${number(done)} من ${number(total)}`,
  counts: (keep, revoke) => `${kept}: ${number(keep)}، ${revoked}: ${number(revoke)}`,
  continue: 'متابعة',
  look: 'عرض',

  // Starting one
  startHeading: 'بدء مراجعة وصول',
  name: 'الاسم',
  usualName: (quarter, year) => `مراجعة الوصول، الربع ${quarter} من عام ${year}`,
  roles: 'الأدوار',
  rolesHelp: 'كل الأدوار إن لم يُحدَّد أي منها.',
  status: 'الحالة',
  anyStatus: 'كل الحالات',
  away: lastSignIn,
  anySignIn: 'أي وقت',
  awayFor: (days) =>
    `لا دخول منذ ${counted(days, { few: `${number(days)} أيام`, many: `${number(days)} يومًا`, other: `${number(days)} يوم` })}`,
  reviewer: 'صاحب القرار',
  anybody: 'كل من تشمل صلاحياته المراجعات',
  ownReviewer: (name) => `${isolated(name)}: ضمن هذه المراجعة`,
  formerReviewer: (name) => `${isolated(name)}: لم تعد صلاحياته تشمل المراجعات`,
  ownReviewerReason: (name) =>
    `سيكون القرار بشأن وصول ${isolated(name)} لدى الشخص نفسه. يُرجى اختيار شخص آخر، أو كل من تشمل صلاحياته المراجعات.`,
  formerReviewerReason: (name) =>
    `لم تعد صلاحيات ${isolated(name)} تشمل المراجعات. يُرجى اختيار شخص آخر، أو كل من تشمل صلاحياته المراجعات.`,
  reviewerRefused:
    'لم يعد ممكنًا إسناد القرار إلى هذا الشخص. يُرجى اختيار شخص آخر، أو كل من تشمل صلاحياته المراجعات.',
  dueDate: 'الموعد',
  dueDateNeeded: 'يُرجى اختيار يوم قادم.',
  nameNeeded: 'يُرجى إدخال اسم.',
  previewing: 'جارٍ العدّ',
  preview: (count) => `ستجري مراجعة ${people(count)}.`,
  previewNobody: 'لا أحد ضمن هذا النطاق. يُرجى اختيار أشخاص آخرين.',
  previewTooMany: (most) => `يضم هذا النطاق أكثر من ${people(most)}. يُرجى اختيار عدد أقل، حسب الدور مثلًا.`,
  started: (name) => `بدأت المراجعة ${isolated(name)}.`,

  // Going through one
  back: 'كل المراجعات',
  list: (name) => `الأشخاص في ${isolated(name)}`,
  about: 'عرض',
  abouts: { open: 'بانتظار القرار', keep: kept, revoke: revoked, all: 'الجميع' },
  search: 'البحث بالاسم أو البريد الإلكتروني',
  columnPerson: 'الشخص',
  columnAccess: 'الوصول عند البدء',
  columnLastSignIn: lastSignIn,
  columnDecision: 'القرار',
  never: 'لم يحدث',
  erased: 'مُحي',
  gone: 'لم يعد هنا',
  moreResources: (count) => `والمزيد (${number(count)})`,
  select: (name) => `تحديد ${isolated(name)}`,
  selectShown: 'تحديد كل المعروضين بلا قرار',
  selected: (count) => `المحدَّد: ${number(count)}`,
  clear: 'إلغاء التحديد',
  keep: 'إبقاء',
  revoke: 'سحب',
  keepOf: (name) => `إبقاء وصول ${isolated(name)}`,
  revokeOf: (name) => `سحب وصول ${isolated(name)}`,
  note: 'ملاحظة',
  noteOf: (name) => `ملاحظة بشأن ${isolated(name)}`,
  noteHeading: (name) => `ملاحظة بشأن ${isolated(name)}`,
  saveNote: 'حفظ الملاحظة',
  decisions: { keep: kept, revoke: revoked },
  by: (name, when) => `من قِبل ${isolated(name)}، ${when}`,
  revokeQuestion: (count, name) => `هل تريد سحب وصول ${count === 1 ? isolated(name) : people(count)}؟`,
  revokeText: {
    deactivate: 'يُعطَّل الحساب فورًا، ويمكن إعادة تفعيله في «الأشخاص».',
    remove: 'تتم الإزالة فورًا. لإعادة أي شخص تلزم دعوة جديدة.',
  },
  kept: (count, name) => `تم إبقاء وصول ${count === 1 ? isolated(name) : people(count)}.`,
  revoked: (count, name) => `تم سحب وصول ${count === 1 ? isolated(name) : people(count)}.`,
  restored: (count) => (count === 1 ? 'أُعيد الوصول وأُبقي.' : `تمت إعادة وصول ${people(count)} وإبقاؤه.`),
  refused: (count, reason) => `لم يُتخذ قرار بشأن ${people(count)}: ${reason}`,
  keepRest: (count) => (count === 1 ? 'إبقاء الأخير' : `إبقاء الباقين (${number(count)})`),
  keepRestQuestion: (count) => `هل تريد إبقاء وصول ${people(count)}؟`,
  keepRestText: 'يبقى الوصول لكل من لم يُتخذ قرار بشأنه بعد.',
  close: 'إغلاق المراجعة',
  closeQuestion: (name) => `هل تريد إغلاق ${isolated(name)}؟`,
  closeText: 'يمكن قراءة القرارات وتصديرها، ولا يمكن تغييرها بعد ذلك.',
  nowClosed: (name) => `أُغلقت المراجعة ${isolated(name)}.`,
  export: 'تصدير الدليل',
  exportText: 'كل شخص مع القرار ومن اتخذه ومتى. يمكن فتحه بأمان في جداول البيانات.',
  nobody: {
    open: 'اكتملت القرارات',
    keep: 'لم يُبقَ وصول أحد',
    revoke: 'لم يُسحب وصول أحد',
    all: 'لا نتائج',
  },
  nobodyOpenText: 'يُرجى إغلاق المراجعة لحفظها دليلًا.',
  columns: [
    'المراجعة',
    'الاسم',
    'البريد الإلكتروني',
    'الأدوار',
    'الحالة',
    lastSignIn,
    'الموارد',
    'القرار',
    'صاحب القرار',
    'وقت القرار',
    'ملاحظة',
  ],
};
