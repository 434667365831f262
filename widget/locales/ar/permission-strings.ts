// The sentences of permissions in Arabic.
import type * as english from '../../i18n/permission-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { counted, number } = formatsOf('ar');

/** As they stand after a verbal noun. */
const changes = (count: number) =>
  counted(count, {
    one: 'تغيير واحد',
    two: 'تغييرين',
    few: `${number(count)} تغييرات`,
    many: `${number(count)} تغييرًا`,
    other: `${number(count)} تغيير`,
  });

export const permissionStrings: Words<typeof english.permissionStrings> = {
  // The grid
  gridHeading: (plural) => `الصلاحيات على ${isolated(plural)}`,
  roleSwitch: 'الدور المراد تعديله',
  unsavedOf: (count) => `تغييرات غير محفوظة: ${number(count)}`,
  searchResources: (plural) => `البحث في ${isolated(plural)}`,
  resourceCount: (count, one, other) => `${isolated(count === 1 ? one : other)}: ${number(count)}`,
  gridLabel: (plural, role) => `صلاحيات ${isolated(role)} على ${isolated(plural)}`,
  allActions: 'الكل',
  allActionsOf: (resource) => `كل الصلاحيات على ${isolated(resource)}`,
  actionOn: (action, resource) => `${isolated(action)}: ${isolated(resource)}`,
  actionOnAll: (action, count) => `${isolated(action)}: ${count}`,
  everythingOnAll: (count) => `كل الصلاحيات: ${count}`,
  notSavedYet: 'تغيّر ولم يُحفظ بعد',
  savingRow: 'جارٍ الحفظ',
  nothing: 'لا شيء',
  fullRoles: (roles, plural) =>
    `كل الصلاحيات على كل ${isolated(plural)} متاحة دائمًا أيًّا كان الضبط هنا، ولذلك لا يرد في القائمة: ${isolated(roles)}.`,
  defaults: (resource, list) => `صلاحيات البداية (${isolated(resource)}): ${isolated(list)}.`,
  defaultOf: (role, actions) => `${isolated(actions)} لدور ${isolated(role)}`,
  noResources: (plural) => `لا شيء في ${isolated(plural)} بعد`,
  noResourcesText: (resource) => `تُضبط الصلاحيات هنا بعد وجود أول ${isolated(resource)}.`,
  noMatch: (plural) => `لا نتائج في ${isolated(plural)}`,
  noMatchText: 'لا شيء هنا يحمل هذا في اسمه.',
  clearSearch: 'مسح البحث',
  gridFailed: 'تعذّر تحميل الصلاحيات',
  showMoreRows: (count) => `عرض المزيد (${number(count)})`,
  stillLoading: 'يتاح بعد اكتمال التحميل.',

  // Saving
  unsaved: 'تغييرات غير محفوظة',
  saving: (count) => `جارٍ حفظ ${changes(count)}`,
  discard: 'تجاهل',
  discarded: (count) => `تم تجاهل ${changes(count)}.`,
  saved: (count) => `تم حفظ ${changes(count)}.`,
  notSaved: (count) => `لم يتم حفظ ${changes(count)}؛ السبب مذكور في كل صف.`,
  notFollowed: (count) => `لم تتبع قاعدة البيانات ${changes(count)} بعد؛ السبب مذكور في كل صف.`,
  savedOnly: 'تم الحفظ، ولم تتبعه قاعدة البيانات بعد.',
  repairRow: 'إصلاح',
  repairTable: (resource) => `إصلاح جدول ${isolated(resource)}`,
  chooseFirst: 'يُرجى اختيار القيمة المراد إبقاؤها في الصفوف المعلَّمة.',
  leaveText: (count) =>
    count === 1
      ? 'يوجد تغيير لم يُحفظ بعد. تؤدي المغادرة إلى فقده.'
      : `توجد تغييرات لم تُحفظ بعد (${number(count)}). تؤدي المغادرة إلى فقدها.`,

  // The matrix
  matrixHeading: 'صلاحيات كل دور',
  matrixCaption: 'الصلاحيات حسب الدور',
  capability: 'الصلاحية',
  held: 'نعم',
  notHeld: 'لا',
  heldCount: (held, all) => `${number(held)} من ${number(all)}`,
  yourRole: 'دورك',
  ownRole: 'أُنشئ هنا',
  menuFor: (role) => `الإجراءات بشأن الدور ${isolated(role)}`,

  // Preview
  previewAs: 'المعاينة بدور',
  previewNobody: 'دورك أنت',
  previewHint: 'عرض المنتج كما يظهر لشخص لديه دور آخر. لا يتغير شيء لأحد.',
  previewing: (role) => `المعروض الآن هو المنتج كما يظهر لدور ${isolated(role)}.`,
  previewStop: 'إنهاء المعاينة',
};
