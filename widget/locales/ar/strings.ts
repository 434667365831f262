// The sentences of the first rows in Arabic.
import type * as english from '../../i18n/strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { counted, number } = formatsOf('ar');

const people = (count: number) =>
  counted(count, {
    zero: 'لا أحد',
    one: 'شخص واحد',
    two: 'شخصان',
    few: `${number(count)} أشخاص`,
    many: `${number(count)} شخصًا`,
    other: `${number(count)} شخص`,
  });
const lastSignIn = 'آخر تسجيل دخول';

export const strings: Words<typeof english.strings> = {
  // General
  cancel: 'إلغاء',
  comma: '، ',
  colon: ': ',
  undo: 'تراجع',
  people,

  // Members
  membersHeading: 'الأشخاص',
  membersCount: (count, isExact) => (isExact ? people(count) : `أكثر من ${people(count)}`),
  searchLabel: (hasUsername) =>
    hasUsername ? 'البحث بالاسم أو اسم المستخدم أو البريد الإلكتروني' : 'البحث بالاسم أو البريد الإلكتروني',
  searchPlaceholder: 'البحث عن أشخاص',
  roleFilter: 'الدور',
  everyRole: 'كل الأدوار',
  statusFilter: 'الحالة',
  everyStatus: 'كل الحالات',
  dormantFilter: lastSignIn,
  everySignIn: 'أي وقت',
  dormantFor: (days) =>
    `لا دخول منذ ${counted(days, { few: `${number(days)} أيام`, many: `${number(days)} يومًا`, other: `${number(days)} يوم` })}`,
  sortLabel: 'الترتيب حسب',
  sortBy: (column) => `حسب ${column}`,
  clearFilters: 'مسح عوامل التصفية',
  filteredCount: (count, isExact) =>
    isExact ? `النتائج: ${people(count)}` : `النتائج: أكثر من ${people(count)}`,
  columns: {
    username: 'اسم المستخدم',
    name: 'الاسم',
    email: 'البريد الإلكتروني',
    roles: 'الدور',
    status: 'الحالة',
    lastSignIn,
  },
  severalRoles: 'الأدوار',
  statuses: { active: 'نشط', deactivated: 'معطّل', inactive: 'غير نشط' },
  actionsColumn: 'الإجراءات',
  you: 'حسابك',
  neverSignedIn: 'لم يحدث',
  roleOf: (name) => `دور ${isolated(name)}`,
  roleHeld: (name, roles, place) =>
    `دور ${isolated(name)}${place && ` في ${isolated(place)}`}: ${isolated(roles)}`,
  roleOption: (role, reason) => `${isolated(role)} (${reason})`,
  showMember: (name) => `عرض ${isolated(name)}`,
  actionsFor: (name) => `الإجراءات بشأن ${isolated(name)}`,
  selectMember: (name) => `تحديد ${isolated(name)}`,
  selectShown: 'تحديد الأشخاص المعروضين',
  deactivate: 'تعطيل',
  reactivate: 'إعادة التفعيل',
  remove: 'إزالة',
  leave: 'مغادرة',
  noMembers: 'لا أحد هنا بعد',
  noMembersText: 'يظهر الأشخاص هنا بعد انضمامهم.',
  noMatch: 'لا نتائج',
  noMatchText: 'لا يوجد شخص يطابق هذا البحث وعوامل التصفية هذه.',
  membersFailed: 'تعذّر تحميل الأشخاص',

  // Views and states of the whole widget
  views: {
    users: 'الأشخاص',
    collaborators: 'فريق التعاون',
    permissions: 'الصلاحيات',
    reviews: 'المراجعات',
    audit: 'السجل',
  },
  sides: { settings: 'الإعدادات', account: 'حسابك' },
  viewsLabel: 'إدارة المستخدمين',
  viewNotHere: (view) => `العرض «${isolated(view)}» غير متاح لك هنا.`,
  signIn: 'تسجيل الدخول',
  forbiddenHeading: 'لا يتوفر لك الوصول إلى هذه الصفحة',
  forbiddenText: 'لا يشمل دورك إدارة الأشخاص هنا. عند الحاجة إليها، يُرجى التواصل مع إدارة مساحة العمل هذه.',
  offlineHeading: 'لا يوجد اتصال',
  offlineBanner: 'يبدو أن الاتصال مقطوع. قد لا تكون المعلومات المعروضة محدَّثة.',
  archivedBanner: (workspace) =>
    `مساحة العمل ${isolated(workspace)} مؤرشفة. يمكن الاطلاع عليها، ولا يمكن تغيير شيء فيها قبل استعادتها.`,
  rolesLink: 'صلاحيات كل دور',
  apiLink: 'API',
  supportLink: 'المساعدة',
};
