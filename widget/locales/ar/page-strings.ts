// The sentences of a person's page in Arabic.
import type * as english from '../../i18n/page-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { isolated } from '../formats.ts';

export const pageStrings: Words<typeof english.pageStrings> = {
  back: 'الأشخاص',
  more: 'المزيد',
  moreFor: (name) => `المزيد من الإجراءات بشأن ${isolated(name)}`,
  gone: 'هذا الشخص غير موجود هنا',
  goneText: 'ربما غادر، أو أن الرابط يخص مساحة عمل أخرى.',
  details: 'التفاصيل',
  joined: 'تاريخ الانضمام',
  unknown: 'غير محدَّد',
  fromProvider: 'من موفّر الهوية',
  trail: 'التغييرات',
  trailHint: 'ما طرأ على هذا الشخص من تغييرات، والأحدث أولًا.',
  noTrail: 'لم يُسجَّل شيء بعد.',
  wholeTrail: 'فتح في السجل',
};
