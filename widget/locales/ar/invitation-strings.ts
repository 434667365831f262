// The sentences of inviting in Arabic.
import type * as english from '../../i18n/invitation-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { counted, number } = formatsOf('ar');

/** All as they stand after a verbal noun or a preposition. */
const addresses = (count: number) =>
  counted(count, {
    zero: 'أي عنوان',
    one: 'عنوان واحد',
    two: 'عنوانين',
    few: `${number(count)} عناوين`,
    many: `${number(count)} عنوانًا`,
    other: `${number(count)} عنوان`,
  });
const people = (count: number) =>
  counted(count, {
    one: 'شخص واحد',
    two: 'شخصين',
    few: `${number(count)} أشخاص`,
    many: `${number(count)} شخصًا`,
    other: `${number(count)} شخص`,
  });
const invitations = (count: number) =>
  counted(count, {
    one: 'دعوة واحدة',
    two: 'دعوتين',
    few: `${number(count)} دعوات`,
    other: `${number(count)} دعوة`,
  });
const links = (count: number) =>
  counted(count, {
    one: 'الرابط',
    two: 'الرابطين',
    few: `${number(count)} روابط`,
    many: `${number(count)} رابطًا`,
    other: `${number(count)} رابط`,
  });

export const PROBLEM_TEXTS: typeof english.PROBLEM_TEXTS = {
  invalid_empty: 'لا عنوان فيه',
  invalid_no_at: 'لا يحتوي على @',
  invalid_many_at: 'أكثر من @ واحدة',
  invalid_local: 'تحقق مما قبل @',
  invalid_domain: 'تحقق مما بعد @',
  invalid_length: 'طويل جدًا',
  invalid_lookalike: 'فيه حرف يشبه الحرف المعتاد فقط',
  invalid_invisible: 'فيه رمز خفي',
  invalid_name: 'تحقق من الاسم في البداية',
  duplicate: 'مكرر',
};

export const OUTCOME_TEXTS: typeof english.OUTCOME_TEXTS = {
  invited: 'أُنشئت الدعوة',
  already_member: 'هنا بالفعل. لم يتغير شيء.',
  already_invited: 'توجد دعوة بالفعل. ما زالت الدعوة السابقة سارية.',
  deactivated: 'معطّل. يُرجى إعادة تفعيل هذا الشخص بدلًا من دعوته.',
  invalid: 'عنوان غير صالح للاستخدام.',
  not_allowed: 'لا تشمل صلاحياتك الدعوة بهذا الدور.',
  duplicate: 'مكرر. أُنشئت دعوة واحدة.',
};

export const DELIVERY_TEXTS: typeof english.DELIVERY_TEXTS = {
  none: 'رابط فقط',
  queued: 'البريد قيد الإرسال',
  sent: 'أُرسل البريد',
  failed: 'فشل البريد',
};

export const invitationStrings: Words<typeof english.invitationStrings> = {
  // The address box
  addressList: 'العناوين',
  addressHint: 'يُفصل بين العناوين بفواصل، أو تُلصق قائمة.',
  addressPlaceholder: 'name@example.com',
  addressKeys: 'ينقل مفتاح السهم نحو بداية السطر إلى العناوين. هناك يتيح Enter تعديل العنوان، ويزيله Delete.',
  editAddress: 'تعديل العنوان',
  removeAddress: (text) => `إزالة ${isolated(text)}`,
  addressCount: (total, attention, duplicates) =>
    [
      `العناوين: ${number(total)}`,
      attention > 0 && `بحاجة إلى تصحيح: ${number(attention)}`,
      duplicates > 0 && `مكرر: ${number(duplicates)}`,
    ]
      .filter(Boolean)
      .join('، '),
  moreAddresses: (count) => `والمزيد (${number(count)})`,
  removeProblems: (count) => (count === 1 ? 'إزالة العنوان المعلَّم' : `إزالة المعلَّم (${number(count)})`),
  clearAddresses: 'مسح',
  addressesRemoved: (count) => `تمت إزالة ${addresses(count)}.`,
  didYouMean: 'هل المقصود',
  suggested: (email) => `${isolated(email)}؟`,
  moreSuggestions: (count) => `عناوين أخرى تبدو خاطئة الكتابة: ${number(count)}.`,
  personalAddresses: (count) =>
    `${count === 1 ? 'بينها عنوان شخصي واحد.' : `العناوين الشخصية: ${number(count)}.`} إدارة عناوين المؤسسة أسهل عند مغادرة شخص.`,

  // The invite card
  inviteHeading: 'دعوة أشخاص',
  inviteOpen: 'دعوة شخص',
  addressLabel: 'عناوين البريد الإلكتروني',
  inviteRole: 'الدور',
  inviteRoles: 'الأدوار',
  inviteName: 'الاسم المعروض',
  inviteNameHint: 'اختياري. يمكن تغييره لاحقًا.',
  inviteMessage: 'رسالة',
  inviteMessageHint: 'اختيارية. تُضاف إلى بريد الدعوة.',
  addMessage: 'إضافة رسالة',
  listTooLong: 'هذه القائمة أطول من أن تُرسل دفعة واحدة. يُرجى دعوة نصفها أولًا ثم النصف الآخر.',
  invite: (count) => (count === 0 ? 'دعوة' : `دعوة ${people(count)}`),
  inviteNobody: 'يُرجى إدخال عنوان كامل واحد على الأقل.',
  inviteKeeps: (count) =>
    count === 1
      ? 'العنوان الذي يحتاج إلى تصحيح يبقى هنا.'
      : `العناوين التي تحتاج إلى تصحيح (${number(count)}) تبقى هنا.`,
  inviting: (count) => `جارٍ دعوة ${people(count)}`,
  invitingRest: (done, count) => `تمت دعوة ${number(done)} من ${people(count)}`,
  invitedSome: (done) => `اكتملت معالجة ${people(done)} من القائمة. الباقي ما زال في الحقل.`,
  inviteStopped:
    'توقف الانتظار. إذا كانت الدعوات قد أُنشئت، فهي في قائمة الدعوات المفتوحة؛ ولا تغيّر الدعوة من جديد شيئًا فيها.',
  withMail: (hours) => `يصل إلى كل شخص بريد فيه رابط يعمل مرة واحدة خلال ${isolated(hours)}.`,
  withoutMail: (hours) =>
    `لم يُعدَّ خادم بريد، فلا يُرسل بريد. يُرجى نسخ كل رابط وتسليمه باليد؛ يعمل مرة واحدة خلال ${isolated(hours)}.`,
  withoutMailOrLinks: 'لم يُعدَّ خادم بريد، فلا يُرسل بريد. يجب أن يسلّم الروابط شخص يمكنه نسخها.',
  hours: (count) =>
    count % 24 === 0
      ? counted(count / 24, {
          one: 'يوم واحد',
          two: 'يومين',
          few: `${number(count / 24)} أيام`,
          many: `${number(count / 24)} يومًا`,
          other: `${number(count / 24)} يوم`,
        })
      : counted(count, {
          one: 'ساعة واحدة',
          two: 'ساعتين',
          few: `${number(count)} ساعات`,
          other: `${number(count)} ساعة`,
        }),
  results: 'النتائج',
  resultsOf: (invited, others) =>
    [
      invited > 0 ? `تمت دعوة ${people(invited)}` : 'لم تُرسل أي دعوة',
      others > 0 && `غير ذلك: ${number(others)}`,
    ]
      .filter(Boolean)
      .join('، '),
  outcomeIn: (workspaces, outcome) => `في ${isolated(workspaces)}: ${outcome}`,
  moreResults: (count) => `عرض المزيد (${number(count)})`,
  dismissResults: 'إغلاق النتائج',

  // Links
  copyLink: 'نسخ الرابط',
  copyLinkOf: (email) => `نسخ رابط ${isolated(email)}`,
  copyAllLinks: (count) => (count === 1 ? 'نسخ الرابط' : `نسخ كل الروابط (${number(count)})`),
  linkCopied: 'نُسخ الرابط',
  linksCopied: (count) => (count === 1 ? 'نُسخ الرابط' : `تم نسخ ${links(count)}، في كل سطر عنوان ورابطه`),
  copyRefused: 'لم يسمح المتصفح بالنسخ. يُرجى تحديد الرابط ونسخه يدويًا.',
  linkOf: (email) => `رابط ${isolated(email)}`,

  // The list of invitations
  pendingHeading: 'الدعوات',
  pendingCount: (count) => `مفتوحة: ${number(count)}`,
  noneOpen: 'لا دعوات مفتوحة',
  showRows: 'عرض',
  hideRows: 'إخفاء',
  columnAddress: 'العنوان',
  columnRole: 'الدور',
  columnInvitedBy: 'صاحب الدعوة',
  columnExpiry: 'انتهاء الصلاحية',
  columnDelivery: 'الإرسال',
  columnActions: 'الإجراءات',
  pending: 'قيد الانتظار',
  pendingBefore: 'قيد الانتظار، ',
  expired: 'منتهية',
  followUp: 'للمتابعة',
  toFollowUp: (count) => `للمتابعة: ${number(count)}`,
  waitingSince: (when) => `أُرسلت الدعوة ${when} ولم يرد جواب. يُرجى السؤال عن وصول الرسالة.`,
  trouble: 'مشكلة؟',
  troubleWith: (email) => `معرفة سبب عدم الجواب من ${isolated(email)}`,
  noLetter: 'لم تصل رسالة إلى أحدهم، أو تعذّر عليه الدخول؟',
  checkAddress: 'فحص عنوان',
  linkExpired: 'انتهت صلاحية الرابط. تُنشئ إعادة إرسال الدعوة رابطًا يعمل.',
  unknownInviter: 'غير معروف',
  invitedBy: (name) => `الدعوة من ${isolated(name)}`,
  resend: 'إعادة الإرسال',
  resendTo: (email) => `إعادة إرسال الدعوة إلى ${isolated(email)}`,
  resent: (email) => `أُعيد إرسال الدعوة إلى ${isolated(email)}. لم تعد الروابط السابقة تعمل.`,
  renewed: (email) =>
    `جُدّدت دعوة ${isolated(email)}. يُرجى نسخ الرابط الجديد وتسليمه؛ لم تعد الروابط السابقة تعمل.`,
  revoke: 'سحب',
  revokeFor: (email) => `سحب دعوة ${isolated(email)}`,
  revokeQuestion: (email) => `هل تريد سحب دعوة ${isolated(email)}؟`,
  revokeText: 'يتوقف الرابط المرسل وكل رابط منسوخ فورًا. يمكن دعوة هذا العنوان مرة أخرى لاحقًا.',
  revokeConfirm: 'سحب الدعوة',
  revoked: (email) => `سُحبت دعوة ${isolated(email)}.`,
  choose: (email) => `تحديد دعوة ${isolated(email)}`,
  chosen: (count) => `المحدَّد: ${number(count)}`,
  chosenActions: 'الإجراءات بشأن الدعوات المحدَّدة',
  chooseNone: 'إلغاء التحديد',
  revokeManyQuestion: (count) => (count === 1 ? 'هل تريد سحب الدعوة؟' : `هل تريد سحب ${invitations(count)}؟`),
  resentMany: (count) => `تمت إعادة إرسال ${invitations(count)}.`,
  changingMany: (done, total) => `اكتمل ${number(done)} من ${number(total)}`,
  revokedMany: (count) => `تم سحب ${invitations(count)}.`,
  undoRevoke: 'يرسل الدعوة من جديد برابط جديد. الرابط القديم لن يعمل.',
  invitedAgain: (count) =>
    count === 0 ? 'لم تُرسل أي دعوة من جديد.' : `تمت دعوة ${people(count)} من جديد برابط جديد.`,
  notChanged: (count, reason) => `لم يتم تغيير ${invitations(count)}: ${reason}`,
  noInvitations: 'لا دعوات مفتوحة',
  noInvitationsText: 'تظهر هنا الدعوات المرسلة حتى قبولها.',
  invitationsFailed: 'تعذّر تحميل الدعوات',
};
