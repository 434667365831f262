// The sentences of seeing somebody out, in Arabic.
import type * as english from '../../i18n/offboard-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { counted, number } = formatsOf('ar');

/** As they stand after a verbal noun. */
const invitations = (count: number) =>
  counted(count, {
    one: 'دعوة واحدة',
    two: 'دعوتين',
    few: `${number(count)} دعوات`,
    other: `${number(count)} دعوة`,
  });
const sessions = (count: number) =>
  counted(count, {
    one: 'جلسة واحدة',
    two: 'جلستين',
    few: `${number(count)} جلسات`,
    other: `${number(count)} جلسة`,
  });

export const offboardStrings: Words<typeof english.offboardStrings> = {
  heading: (name) => `إجراءات مغادرة ${isolated(name)}`,
  text: 'تُنفَّذ كلها معًا، أو لا يُنفَّذ منها شيء.',
  access: 'الوصول',
  ends: {
    deactivate: {
      label: 'تعطيل',
      help: 'لا وصول من الآن فصاعدًا. يبقى الدور والسجل محفوظين، ويمكن إعادة الوصول.',
    },
    remove: {
      label: 'إزالة',
      help: 'تنتهي العضوية نهائيًا. قد تقتضي قواعد حفظ السجلات التعطيل بدلًا من ذلك.',
    },
  },
  isOff: 'هذا الشخص معطّل بالفعل ويبقى كذلك.',
  sessions: (count) => (count === 0 ? 'لا جلسات قائمة لهذا الشخص.' : `يُنفَّذ فورًا إنهاء ${sessions(count)}.`),
  noInvitations: 'لا توجد دعوة من هذا الشخص تنتظر الجواب.',
  invitations: (count) => `سحب ${invitations(count)} مرسلة من هذا الشخص`,
  invitationsHelp: 'تتوقف الروابط عن العمل. يمكن دعوة من يلزم انضمامه مرة أخرى.',
  noOwned: 'لا شيء هنا يخص هذا الشخص.',
  owned: (things) => `تسليم ما يخص هذا الشخص: ${things.join('، ')}`,
  thing: (count, one, other) => `${isolated(count === 1 ? one : other)} (${number(count)})`,
  handOverTo: 'التسليم إلى',
  handOverNobody: 'إبقاؤها كما هي',
  confirm: 'تنفيذ المغادرة الآن',

  // Afterwards
  doneHeading: (name) => `اكتملت إجراءات مغادرة ${isolated(name)}`,
  did: {
    deactivate: 'تم التعطيل: لا وصول من الآن فصاعدًا.',
    remove: 'تمت الإزالة من مساحة العمل.',
    sessions: (count) => `تم إنهاء ${sessions(count)}.`,
    invitations: (count) => `تم سحب ${invitations(count)}.`,
    handedOver: (count, name) =>
      `تم تسليم ${counted(count, {
        one: 'عنصر واحد',
        two: 'عنصرين',
        few: `${number(count)} عناصر`,
        many: `${number(count)} عنصرًا`,
        other: `${number(count)} عنصر`,
      })} إلى ${isolated(name)}.`,
  },
  noted: 'كل خطوة مدوّنة في سجل التدقيق.',
};
