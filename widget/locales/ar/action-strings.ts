// The sentences around actions on people in Arabic.
import type * as english from '../../i18n/action-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { counted, number } = formatsOf('ar');

/** As they stand after a verbal noun. */
const people = (count: number) =>
  counted(count, {
    one: 'شخص واحد',
    two: 'شخصين',
    few: `${number(count)} أشخاص`,
    many: `${number(count)} شخصًا`,
    other: `${number(count)} شخص`,
  });

/** Whom a change is for, as they stand after a verbal noun: of several, only two are said otherwise there. */
const whom = (who: string) => isolated(who === 'شخصان' ? 'شخصين' : who);

export const actionStrings: Words<typeof english.actionStrings> = {
  close: 'إغلاق',
  save: 'حفظ',
  showMore: 'عرض المزيد',
  leaveQuestion: 'هل تريد المغادرة دون حفظ؟',
  leaveConfirm: 'تجاهل ومغادرة',
  dismiss: 'إخفاء',
  importPeople: 'استيراد',
  exportPeople: 'تصدير',
  joined: 'تاريخ الانضمام',
  openPage: 'فتح الصفحة',
  showActivity: 'عرض النشاط',
  resetPassword: 'إعادة تعيين كلمة المرور',
  edit: 'تعديل',
  manageRoles: 'إدارة الأدوار',
  offboard: 'إجراءات المغادرة',
  export: 'تصدير',
  editPerson: (name) => `تعديل بيانات ${isolated(name)}`,
  changePasswordOf: (name) => `تغيير كلمة مرور ${isolated(name)}`,
  reactivatePerson: (name) => `إعادة التفعيل لحساب ${isolated(name)}`,
  isActive: (name) => `تفعيل ${isolated(name)}`,
  signedInAs: (name, role) =>
    role === ''
      ? `دخولك هنا باسم ${isolated(name)}`
      : `دخولك هنا باسم ${isolated(name)} بدور ${isolated(role)}`,
  leaveAction: (workspace) => `مغادرة ${isolated(workspace)}`,
  roleChanged: (name, role) => `دور ${isolated(name)} الآن: ${isolated(role)}.`,
  deactivated: (name) => `لم يعد الوصول متاحًا لحساب ${isolated(name)}.`,
  reactivated: (name) => `عاد الوصول متاحًا لحساب ${isolated(name)}.`,
  restored: (name) => `عاد الوصول متاحًا لحساب ${isolated(name)}. الجلسات المنتهية تبقى منتهية.`,
  undoRole: (name, roles) =>
    `يعيد إلى ${isolated(name)} الدور السابق: ${isolated(roles)}. لا يُنفَّذ إذا غيّر أحد آخر بيانات هذا الشخص منذ ذلك الحين.`,
  undoDeactivate: 'يعيد الوصول. الجلسات المنتهية تبقى منتهية.',
  undoReactivate: 'يسحب الوصول مرة أخرى فورًا.',
  removed: (name) => `تمت إزالة ${isolated(name)}.`,
  failedFor: (name, reason) => `بخصوص ${isolated(name)}: ${reason}`,
  questions: {
    'member.deactivate': (name, email, workspace) => ({
      heading: `هل تريد تعطيل ${isolated(name)}؟`,
      text: `يفقد ${isolated(email)} الوصول إلى ${isolated(workspace)} فورًا ولا يمكنه تسجيل الدخول إليها. يبقى الدور والسجل محفوظين، ويمكن إعادة تفعيل هذا الشخص في أي وقت.`,
    }),
    'member.remove': (name, email, workspace) => ({
      heading: `هل تريد إزالة ${isolated(name)}؟`,
      text: `يفقد ${isolated(email)} الوصول إلى ${isolated(workspace)} فورًا. لإعادة هذا الشخص تلزم دعوة جديدة.`,
    }),
    'member.leave': (_name, _email, workspace) => ({
      heading: `هل تريد مغادرة ${isolated(workspace)}؟`,
      text: 'ينتهي وصولك فورًا. للعودة تلزمك دعوة جديدة.',
    }),
  },

  // Many members
  selected: (count, isExact) => `المحدَّد: ${isExact ? '' : 'أكثر من '}${number(count)}`,
  selectAll: (count, isExact) => `تحديد كل النتائج (${isExact ? '' : 'أكثر من '}${number(count)})`,
  clearSelection: 'إلغاء التحديد',
  selectionActions: 'الإجراءات بشأن الأشخاص المحدَّدين',
  changeRoleTo: 'تغيير الدور إلى',
  bulkHeading: {
    'member.change-role': (who, role) => `هل تريد تغيير دور ${whom(who)} إلى ${isolated(role)}؟`,
    'member.deactivate': (who) => `هل تريد تعطيل ${whom(who)}؟`,
    'member.reactivate': (who) => `هل تريد إعادة تفعيل ${whom(who)}؟`,
    'member.remove': (who) => `هل تريد إزالة ${whom(who)}؟`,
    'member.end-sessions': (who) => `هل تريد تسجيل خروج ${whom(who)}؟`,
    'member.assign': (who, things) => `${isolated(things)}: ${whom(who)}`,
  },
  bulkText: {
    'member.change-role': 'يسري الدور الجديد فورًا. من لا تشمل صلاحياتك تغييره يحتفظ بدوره، ويُعرض لك السبب.',
    'member.deactivate':
      'ينتهي الوصول فورًا، ويمكن إعادة التفعيل في أي وقت. من لا تشمل صلاحياتك تعطيله يبقى نشطًا، ويُعرض لك السبب.',
    'member.reactivate': 'يعود الوصول فورًا، مع الدور السابق.',
    'member.remove': 'ينتهي الوصول فورًا. لإعادة أي شخص تلزم دعوة جديدة.',
    'member.end-sessions':
      'حيثما كان الدخول إلى مساحة العمل هذه مسجَّلًا، يلزم تسجيله مرة أخرى. تبقى الصلاحيات كما هي.',
    'member.assign': 'يسري هذا فورًا. من لا تشمل صلاحياتك تغييره يحتفظ بما لديه، ويُعرض لك السبب.',
  },
  assignThings: (things) => `تخصيص ${isolated(things)}`,
  takeAway: 'سحب',
  bulkConfirm: {
    'member.change-role': 'تغيير الدور',
    'member.deactivate': 'تعطيل',
    'member.reactivate': 'إعادة التفعيل',
    'member.remove': 'إزالة',
    'member.end-sessions': 'تسجيل الخروج',
    'member.assign': 'تخصيص',
  },
  bulkRunning: (done, total) => `اكتمل ${number(done)} من ${whom(total)}`,
  stop: 'إيقاف',
  bulkStopped: (done) => `توقف التنفيذ بعد ${people(done)}. ما تغيّر يبقى كما هو الآن.`,
  bulkDone: (changed) => `تم تغيير ${people(changed)}.`,
  bulkRefused: (count) => `لم يتم تغيير ${people(count)}`,
  bulkUndo: {
    'member.change-role':
      'يعيد التراجع إلى الجميع أدوارهم السابقة. من غيّر أحد آخر بياناته منذ ذلك الحين يبقى كما هو.',
    'member.deactivate': 'يعيد التراجع الوصول. الجلسات المنتهية تبقى منتهية.',
    'member.reactivate': 'يسحب التراجع الوصول مرة أخرى فورًا.',
  },
  bulkUndone: (changed) => `تم التراجع عن تغيير ${people(changed)}.`,
  moreRefused: (count) => `والمزيد (${number(count)})`,
};
