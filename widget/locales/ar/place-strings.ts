// The sentences about people who belong to several workspaces, in Arabic.
import type * as english from '../../i18n/place-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { number } = formatsOf('ar');

export const placeStrings: Words<typeof english.placeStrings> = {
  switchFrom: (workspace) => `مساحة العمل: ${isolated(workspace)}. الانتقال إلى غيرها`,
  yours: 'مساحات عملك',
  elsewhere: 'يمكنك الانتقال إلى مساحة أخرى من مساحات عملك:',
  search: 'البحث في مساحات العمل',
  noneFound: 'لا توجد مساحة عمل تطابق هذا البحث.',
  archived: 'مؤرشفة',
  more: (count) => `عرض المزيد (${number(count)})`,
  failed: 'تعذّر تحميل مساحات العمل',

  roles: 'الأدوار',
  rolesAndPlaces: 'الأدوار ومساحات العمل',
  noRoles: 'بلا أدوار',
  edit: 'تغيير الأدوار',
  editIn: (workspace) => `تغيير الأدوار في ${isolated(workspace)}`,
  save: 'حفظ الأدوار',
  unsaved: 'لم تُحفظ بعد',
  saved: (name, workspace) => `تغيرت أدوار ${isolated(name)} في ${isolated(workspace)}`,
  unchanged: 'هذه هي الأدوار الحالية نفسها',
  roleNeeded: 'يُرجى اختيار دور واحد على الأقل',
  advisePlace: (workspace) => `تسري هذه الأدوار في ${isolated(workspace)} فقط.`,
};
