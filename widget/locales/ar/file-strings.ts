// The sentences around files that go out and come in, in Arabic.
import type * as english from '../../i18n/file-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { counted, number } = formatsOf('ar');

/** Both as they stand after a verbal noun or a preposition. */
const rows = (count: number) =>
  counted(count, {
    one: 'صف واحد',
    two: 'صفين',
    few: `${number(count)} صفوف`,
    many: `${number(count)} صفًا`,
    other: `${number(count)} صف`,
  });
const people = (count: number) =>
  counted(count, {
    one: 'شخص واحد',
    two: 'شخصين',
    few: `${number(count)} أشخاص`,
    many: `${number(count)} شخصًا`,
    other: `${number(count)} شخص`,
  });
const name = 'الاسم';
const email = 'البريد الإلكتروني';
const externalId = 'المعرّف الخارجي';
const roles = 'الدور';

export const fileStrings: Words<typeof english.fileStrings> = {
  format: 'التنسيق',
  csv: 'تنسيق CSV لجداول البيانات',
  json: 'تنسيق JSON للبرامج',
  start: 'إنشاء الملف',
  running: (count, total) =>
    total === undefined ? `عدد الصفوف حتى الآن: ${number(count)}` : `${number(count)} من ${rows(total)}`,
  stopped: 'توقف التنفيذ. لم يُنشأ ملف.',
  done: (count) => `عدد الصفوف في الملف: ${number(count)}`,
  doneText: (file) => `حُفظ ${isolated(file)} في التنزيلات.`,
  nothing: 'لا يوجد ما يمكن تصديره',

  // People out
  exportPeople: 'تصدير الأشخاص',
  exportPeopleText: (count) =>
    `الأشخاص المعروضون في القائمة الآن بالضبط: ${isolated(count)}. يُدوَّن هذا التصدير في السجل.`,

  // People in
  importPeople: 'استيراد أشخاص',
  importText: 'جدول (CSV) أو JSON، في كل صف منه شخص واحد. تُعرض نتيجة كل صف قبل تغيير أي شيء.',
  columns: (names) => `الأعمدة المعروفة: ${isolated(names)}.`,
  chooseFile: 'اختيار ملف',
  orPaste: 'أو لصق الجدول هنا',
  pasteExample: `${email}, ${name}, ${roles}`,
  roleForNew: 'دور الأشخاص الجدد الذين لا يذكر صفهم دورًا',
  noRole: 'لا شيء: لا تُستورد هذه الصفوف',
  look: 'معاينة التغييرات',
  empty: 'يحفظ جدولًا بهذه الأعمدة لملئه',
  template: 'تنزيل جدول فارغ',
  reading: 'جارٍ قراءة القائمة',
  looking: (done, total) => `جرت معاينة ${number(done)} من ${rows(total)}`,
  importing: (done, total) => `اكتمل ${number(done)} من ${rows(total)}`,
  ignored: (names) => `الأعمدة المتروكة: ${isolated(names)}.`,
  back: 'رجوع',
  apply: (count) => `استيراد ${people(count)}`,
  nothingToDo: 'لا يوجد ما يتغير: الجميع هنا بالفعل كما في القائمة.',
  found: (count) => `النتيجة المتوقعة من ${rows(count)}`,
  became: (done) => `تم استيراد ${people(done)}`,
  stoppedAfter: (done) =>
    `توقف التنفيذ بعد ${rows(done)}. ما نُفّذ يبقى كما هو، ويمكن استيراد القائمة نفسها مرة أخرى.`,
  verdicts: {
    new: (count) => `جديد: ${number(count)}`,
    changes: (count) => `يتغير: ${number(count)}`,
    same: (count) => `دون تغيير: ${number(count)}`,
    error: (count) => `غير ممكن: ${number(count)}`,
  },
  verdict: { new: 'جديد', changes: 'يتغير', same: 'دون تغيير', error: 'غير ممكن' },
  line: 'السطر',
  person: 'الشخص',
  what: 'النتيجة',
  account: 'يُنشأ حساب',
  invitation: 'تُرسل دعوة',
  pending: 'الدعوة مرسلة بالفعل',
  fields: {
    email,
    externalId,
    name,
    firstName: 'الاسم الأول',
    lastName: 'اسم العائلة',
    username: 'اسم المستخدم',
    department: 'القسم',
    roles,
    status: 'الحالة',
  },
  none: 'لا شيء',
  at: (field, reason) => `${field}: ${reason}`,
  more: (count) => `والمزيد (${number(count)})`,
  saveFailed: 'تنزيل الصفوف التي فيها مشكلات',
  problemColumn: 'المشكلة',
  listProblems: {
    noHead: 'يجب أن يسمّي السطر الأول الأعمدة، ومنها عمود «البريد الإلكتروني» أو «المعرّف الخارجي».',
    openQuote: 'توجد علامة اقتباس لم تُغلق، فلا يمكن فصل الصفوف الأخيرة بعضها عن بعض.',
    noJson: 'هذا ليس JSON يحتوي على قائمة أشخاص.',
    noRows: 'لا أحد في هذه القائمة.',
    unreadable: 'تعذّرت قراءة هذا الملف. ربما نُقل من مكانه أو تغيّر بعد اختياره.',
    tooLarge: 'يمكن استيراد 100,000 صف هنا على الأكثر. لأكثر من ذلك يُرجى استخدام سطر الأوامر.',
  },

  // Who is here and not in the list
  compare: 'من يوجد هنا ولا يرد في القائمة؟',
  comparing: (done) => `جرت مقارنة ${people(done)}`,
  missing: (count) => `موجودون هنا ولا يردون في القائمة: ${number(count)}`,
  missingText: 'يُرجى اختيار من يلزم تعطيله. ينتهي الوصول فورًا، ويمكن إعادة التفعيل في أي وقت.',
  nobodyMissing: 'كل من يوجد هنا يرد في القائمة.',
  deactivate: (count) => (count === 0 ? 'تعطيل' : `تعطيل ${people(count)}`),
  chooseAll: 'الجميع',
  deactivated: (count) => `تم تعطيل ${people(count)}.`,
  refused: (who, reason) => `بخصوص ${isolated(who)}: ${reason}`,
};
