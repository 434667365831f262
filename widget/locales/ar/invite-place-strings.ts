// The sentences of inviting into several workspaces in Arabic.
import type * as english from '../../i18n/invite-place-strings.ts';
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

export const invitePlaceStrings: Words<typeof english.invitePlaceStrings> = {
  rolesIn: (workspace) => `الأدوار في ${isolated(workspace)}`,
  addPlace: 'إضافة مساحة عمل أخرى',
  place: 'مساحة العمل',
  choosePlace: 'اختيار مساحة عمل',
  searchPlaces: 'البحث في مساحات العمل',
  noneFound: 'لا توجد مساحة عمل تطابق هذا البحث',
  inviting: {
    removePlace: (workspace) => `عدم الدعوة إلى ${isolated(workspace)}`,
    noPlace: 'لا توجد مساحة عمل أخرى تشمل صلاحياتك الدعوة إليها.',
    noMorePlaces: 'هذه كل مساحات العمل التي تشمل صلاحياتك الدعوة إليها.',
  },
  making: {
    removePlace: (workspace) => `ليس في ${isolated(workspace)}`,
    noPlace: 'لا توجد مساحة عمل أخرى تشمل صلاحياتك إضافة أشخاص إليها.',
    noMorePlaces: 'هذه كل مساحات العمل التي تشمل صلاحياتك إضافة أشخاص إليها.',
  },
  roleNeeded: 'يُرجى اختيار دور واحد على الأقل.',

  name: 'الاسم',
  required: 'مطلوب',
  nameHint: 'الاسم الكامل كما يعرفه الزملاء.',
  nameNeeded: 'يُرجى إدخال اسم هذا الشخص.',

  adviseJob: 'تُمنح أدوار الوظيفة. يُفضّل البدء بالأقل وإضافة المزيد عند الحاجة.',
  advisePlace: 'تسري الأدوار في مساحة عملها فقط. يُرجى التأكد من أن هذه هي المساحات التي يعمل فيها هذا الشخص.',

  review: (count) => (count === 0 ? 'مراجعة' : `مراجعة ${people(count)}`),
  reviewHeading: 'التحقق قبل الإرسال',
  reviewWho: (count) => `ستُرسل الدعوة إلى ${people(count)}`,
  reviewMore: (count) => `والمزيد (${number(count)})`,
  reviewRoles: 'مساحات العمل والأدوار',
  reviewMessage: 'الرسالة',
  back: 'رجوع',
  send: (count) =>
    counted(count, {
      one: 'إرسال الدعوة',
      two: 'إرسال دعوتين',
      few: `إرسال ${number(count)} دعوات`,
      other: `إرسال ${number(count)} دعوة`,
    }),
};
