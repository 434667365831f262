// The sentences around making and changing roles in Arabic.
import type * as english from '../../i18n/role-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { counted, number } = formatsOf('ar');

export const roleStrings: Words<typeof english.roleStrings> = {
  newRole: 'دور جديد',
  edit: 'تعديل',
  duplicate: 'تكرار',
  remove: 'حذف',
  countsFailed: 'تعذّر تحميل عدد الأشخاص في كل دور',

  // The editor
  newHeading: 'دور جديد',
  editHeading: (role) => `تعديل ${isolated(role)}`,
  copyHeading: (role) => `تكرار ${isolated(role)}`,
  copyName: (role) => `${role} (نسخة)`,
  name: 'الاسم',
  nameHelp: 'كما سيظهر للأشخاص، مثل اسم وظيفة.',
  nameNeeded: 'يُرجى إدخال اسم.',
  description: 'الغرض',
  descriptionHelp: 'جملة واحدة لمن يُمنح هذا الدور. ترد في الدعوة أيضًا.',
  rights: 'الصلاحيات',
  rightsHelp: 'يُفضّل البدء بالأقل؛ ويمكن إضافة المزيد في أي وقت.',
  leftOut: (count) =>
    count === 1
      ? 'في الأصل صلاحية لا يمكنك منحها، ولذلك لا تشملها النسخة.'
      : `في الأصل صلاحيات لا يمكنك منحها (${number(count)})، ولذلك لا تشملها النسخة.`,
  holders: (count) =>
    `${counted(count, {
      one: 'هذا الدور لدى شخص واحد',
      two: 'هذا الدور لدى شخصين',
      few: `هذا الدور لدى ${number(count)} أشخاص`,
      many: `هذا الدور لدى ${number(count)} شخصًا`,
      other: `هذا الدور لدى ${number(count)} شخص`,
    })}. يسري التغيير فورًا.`,
  chosen: (count, all) => `${number(count)} من ${number(all)}`,
  create: 'إنشاء الدور',
  save: 'حفظ الدور',
  created: (role) => `أُنشئ الدور ${isolated(role)}. يمكنك الآن منحه للأشخاص.`,
  saved: (role) => `حُفظ الدور ${isolated(role)}.`,

  // Deleting
  removeHeading: (role) => `هل تريد حذف الدور ${isolated(role)}؟`,
  nobodyHas: 'هذا الدور ليس لدى أحد. لا يمكن استرجاعه بعد الحذف.',
  hasIt: 'من لديه هذا الدور',
  active: (count) => `أشخاص نشطون: ${number(count)}`,
  deactivated: (count) => `أشخاص معطّلون: ${number(count)}`,
  invited: (count) => `دعوات قيد الانتظار: ${number(count)}`,
  instead: 'الدور البديل',
  choose: 'اختيار',
  nothing: 'لا شيء: يبقون بلا هذا الدور',
  withOne: (role) => `ينتقلون جميعًا إلى ${isolated(role)} فورًا، وتمنحه الدعوات المنتظرة.`,
  withNothing:
    'من ليس لديه دور آخر يبقى بإمكانه تسجيل الدخول، ولا يظهر له شيء. وتُسحب الدعوات التي لا تمنح غير هذا الدور.',
  chooseFirst: 'يُرجى اختيار الدور البديل أولًا.',
  removeAction: 'حذف الدور',
  removed: (role) => `حُذف الدور ${isolated(role)}.`,
  ownReason: 'لا يغيّر أحد دورًا لديه.',
  aboveReason: 'صلاحيات هذا الدور أوسع من صلاحياتك، ولذلك لا يمكنك تغييره.',
};
