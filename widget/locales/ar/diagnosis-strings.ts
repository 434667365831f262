// What is found about a person or an address, in Arabic.
import type * as english from '../../i18n/diagnosis-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { counted, list, number } = formatsOf('ar');

const say = (title: string, text: string) => (): english.FindingWords => ({ title, text });

const anyOf = (names: readonly string[]) => list(names.map(isolated), 'disjunction');
const by = (inviter: string | null) => (inviter === null ? '' : ` من قِبل ${isolated(inviter)}`);
/** As they stand after a preposition. */
const problems = (count: number) =>
  counted(count, {
    one: 'مشكلة واحدة',
    two: 'مشكلتين',
    few: `${number(count)} مشكلات`,
    other: `${number(count)} مشكلة`,
  });

export const FINDING_WORDS: typeof english.FINDING_WORDS = {
  active: say('الحساب نشط', 'لا شيء معطّل.'),
  deactivated: say(
    'الحساب غير نشط',
    'لا يمكن تسجيل الدخول هنا إلا بحساب نشط. تعيد إعادة التفعيل الدور وكل ما كان متاحًا.',
  ),
  address_mistyped: ({ email, suggestion }, { hasEmailChange }) => ({
    title: `يبدو أن في العنوان خطأ كتابة: ${isolated(email)}`,
    text: hasEmailChange
      ? `ربما كان المقصود ${isolated(suggestion)}. الرسائل إلى عنوان خاطئ لا تصل إلى أحد، أو تصل إلى شخص آخر.`
      : `ربما كان المقصود ${isolated(suggestion)}. لا تتغير العناوين هنا: يُرجى إنشاء حساب جديد بالعنوان الصحيح وتعطيل هذا الحساب.`,
  }),
  signs_in_as: ({ email, username }) => ({
    title:
      username === null
        ? `تسجيل الدخول باستخدام ${isolated(email)}`
        : `تسجيل الدخول باستخدام ${isolated(username)} أو ${isolated(email)}`,
    text: 'يُرجى السؤال عن العنوان الذي يُكتب. لا يفتح عنوان آخر لهذا الشخص شيئًا هنا.',
  }),
  provider_only: ({ providers }) => ({
    title: 'الدخول عبر موفّر الهوية فقط',
    text: `لا تفتح كلمات المرور وروابط البريد شيئًا هنا. يجري تسجيل الدخول عبر ${providers.length === 0 ? 'الموفّر بعد إعداده' : anyOf(providers)}، وتُحل أي مشكلة فيه هناك.`,
  }),
  through_host: say(
    'الدخول عبر التطبيق المحيط بهذه الصفحة',
    'إذا فشل تسجيل الدخول هناك، يُرجى مراجعة حساب هذا الشخص في التطبيق.',
  ),
  no_way_in: say(
    'لا توجد طريقة لتسجيل الدخول بعد',
    'لا توجد كلمة مرور، ولا بريد يمكن أن يوصل رابطًا. يُرجى تعيين كلمة مرور أو إعداد خادم بريد.',
  ),
  no_password: ({ hasLinks, providers }) => ({
    title: 'لا توجد كلمة مرور',
    text: `يمكن تسجيل الدخول ${list(
      [
        ...(hasLinks ? ['برابط يُرسل إلى العنوان'] : []),
        ...(providers.length > 0 ? [`عبر ${anyOf(providers)}`] : []),
      ],
      'disjunction',
    )}. لا يفيد إدخال كلمة مرور قبل تعيين واحدة.`,
  }),
  must_change_password: say(
    'يلزم اختيار كلمة مرور جديدة أولًا',
    'بعد الدخول بكلمة المرور المعطاة لا يُفتح شيء آخر قبل اختيار كلمة مرور خاصة.',
  ),
  attempts_failed: ({ count, lastAt }, { ago }) => ({
    title: counted(count, {
      one: 'فشلت محاولة دخول واحدة',
      two: 'فشلت محاولتا دخول',
      few: `فشلت ${number(count)} محاولات دخول`,
      other: `فشلت ${number(count)} محاولة دخول`,
    }),
    text: `كانت آخرها ${ago(lastAt)}، ولم تنجح أي محاولة منذ ذلك الحين. إذا كانت المحاولات من هذا الشخص، يُرجى إعادة تعيين كلمة المرور؛ وإلا فيُرجى مراجعة النشاط.`,
  }),
  signed_in: ({ at }, { ago, moment }) => ({
    title: `آخر تسجيل دخول ${ago(at)}`,
    text: moment(at),
  }),
  never_signed_in: ({ since }, { ago }) => ({
    title: 'لم يحدث أي تسجيل دخول',
    text: `كانت الإضافة ${ago(since)}. يُرجى التأكد من معرفة هذا الشخص بطريقة تسجيل الدخول ومكانه.`,
  }),

  roleless: say(
    'لا يوجد دور',
    'بلا دور لا يُفتح شيء، وإن كان تسجيل الدخول ممكنًا. يُرجى اختيار دور يناسب الوظيفة.',
  ),
  role_gone: ({ roles }, tongue) => ({
    title: roles.length === 1 ? 'لم يعد أحد الأدوار موجودًا' : 'لم تعد بعض الأدوار موجودة',
    text: `لا أثر لما يلي: ${isolated(tongue.roles(roles))}. يُرجى اختيار دور آخر.`,
  }),
  roles_held: ({ roles }, tongue) => ({
    title: `${roles.length === 1 ? 'الدور' : 'الأدوار'}: ${isolated(tongue.roles(roles))}`,
    text: 'يحدد هذا ما يظهر وما يمكن عمله. إذا تغيرت الوظيفة، يُرجى منح دور آخر دون انتظار مراجعة.',
  }),
  roles_here: ({ workspace }) => ({
    title: `تسري هذه الأدوار في ${isolated(workspace)} فقط`,
    text: 'في أي مساحة عمل أخرى يسري ما مُنح فيها. يُرجى التأكد من أن هذا الشخص يدخل إلى المساحة الصحيحة.',
  }),
  reaches_all: ({ kind, role }, tongue) => ({
    title: `الوصول متاح إلى كل ${isolated(tongue.things(kind))}`,
    text: `يشمل الدور ${isolated(tongue.roles([role]))} كل شيء أيًّا كان التخصيص.`,
  }),
  reaches_assigned: ({ kind, count, total }, tongue) => ({
    title: `${isolated(tongue.things(kind))} المتاحة: ${number(count)} من ${number(total)}`,
    text: 'ما خُصّص لهذا الشخص أو أنشأه فقط. وما ينقص يلزم تخصيصه.',
  }),
  reaches_none: ({ kind, total }, tongue) => ({
    title: `${isolated(tongue.things(kind))} المتاحة: لا شيء من ${number(total)}`,
    text: 'لم يُخصّص شيء لهذا الشخص بعد، ولا يُتاح شيء تلقائيًا.',
  }),
  made_after: ({ kind, count }, tongue) => ({
    title: `${isolated(tongue.things(kind))} المضافة بعد آخر تخصيص: ${number(count)}`,
    text: 'ما يُنشأ لاحقًا لا يُضاف تلقائيًا. يُرجى تخصيصه حيث تدعو الحاجة.',
  }),
  reaches_by_role: ({ kind, count, total }, tongue) => ({
    title: `${isolated(tongue.things(kind))} المتاحة عبر الأدوار: ${number(count)} من ${number(total)}`,
    text: 'تُضبط صلاحيات الدور لكل من لديه هذا الدور.',
  }),

  address_invalid: say('هذا ليس عنوان بريد إلكتروني', 'يُرجى التحقق مما قبل الرمز @ وما بعده.'),
  already_member: say('هذا الشخص هنا بالفعل', 'لا حاجة إلى دعوة. ما قد يمنع الدخول مذكور أدناه.'),
  invitation_pending: ({ createdAt, expiresAt, by: inviter }, { ago, moment }) => ({
    title: `أُرسلت دعوة ${ago(createdAt)}${by(inviter)}`,
    text: `لم يرد جواب بعد. يعمل الرابط حتى ${isolated(moment(expiresAt))}.`,
  }),
  invitation_waits: ({ createdAt, expiresAt, by: inviter }, { ago, moment }) => ({
    title: `أُرسلت دعوة ${ago(createdAt)}${by(inviter)} ولم يرد جواب`,
    text: `يُرجى المتابعة: السؤال عن وصول الرسالة، وإعادة إرسالها إن لم تصل. يعمل الرابط حتى ${isolated(moment(expiresAt))}.`,
  }),
  invitation_expired: ({ expiresAt }, { ago }) => ({
    title: `انتهت صلاحية الدعوة ${ago(expiresAt)}`,
    text: 'لم يعد رابطها يعمل. تُنشئ إعادة الإرسال رابطًا جديدًا.',
  }),
  invitation_revoked: say('سُحبت الدعوة', 'لم يعد رابطها يعمل. يُرجى دعوة هذا العنوان مرة أخرى.'),
  invitation_declined: say('رُفضت الدعوة', 'كان الجواب بالرفض. يُرجى السؤال قبل دعوة هذا العنوان مرة أخرى.'),
  mail_missing: say(
    'لم يُعدَّ خادم بريد، فلم تُرسل أي رسالة',
    'يُرجى تسليم الرابط باليد أو إعداد البريد في «الإعدادات».',
  ),
  mail_queued: say(
    'الرسالة في طريقها إلى خادم البريد',
    'إذا طال ذلك، يُرجى مراجعة خادم البريد في «الإعدادات» وإرسال رسالة تجريبية.',
  ),
  mail_failed: ({ answer }) => ({
    title: 'لم يقبل خادم البريد الرسالة',
    text: `${answer === '' ? 'لم يذكر سببًا' : `كان رده: ${isolated(`${answer}`.replace(/\.$/, ''))}`}. يُرجى البحث أولًا عن خطأ كتابة في العنوان.`,
  }),
  mail_sent: say('أُرسلت الرسالة', 'قبلها خادم البريد. أما وصولها إلى صندوق البريد فلا يؤكده إلا هذا الشخص.'),
  look_in_spam: say(
    'يُرجى طلب البحث في مجلد البريد غير المرغوب فيه',
    'كثيرًا ما تصل إليه الرسائل الأولى من مرسل جديد.',
  ),
  may_be_delayed: say(
    'يؤخر بعض مزوّدي البريد الرسائل الأولى',
    'قد يستغرق ذلك من دقائق إلى ساعة، وقد تحجبها مرشّحات المؤسسة. يمكن للإدارة هناك السماح بالمرسل.',
  ),
  not_here: say(
    'لا أحد هنا بهذا العنوان، ولا توجد دعوة مفتوحة',
    'ربما كُتب بطريقة أخرى، أو كان معروفًا في مساحة عمل أخرى فقط.',
  ),

  may_assign: ({ roles }, tongue) => ({
    title: `الأدوار التي يمكن لهذا الشخص منحها: ${isolated(tongue.roles(roles))}`,
    text: 'لا يمكنه منح أدوار أخرى، ولا تغيير من لديه تلك الأدوار.',
  }),
  may_not_assign: ({ needed }, tongue) => ({
    title: 'لا يمكن لهذا الشخص منح أدوار لآخرين',
    text:
      needed.length === 0
        ? 'لا يشمل ذلك أي دور هنا.'
        : `يتطلب ذلك دورًا يشمل إدارة الأشخاص: ${isolated(tongue.roles(needed, 'or'))}.`,
  }),
  roles_exist_here: ({ workspace }) => ({
    title: 'يجب أن يوجد الدور قبل منحه',
    text: `ترد أدوار ${isolated(workspace)} وصلاحيات كل منها في «الصلاحيات».`,
  }),
  assigns_here: ({ workspace }) => ({
    title: 'تُمنح الأدوار في مساحة العمل التي تخصها',
    text: `الصلاحيات في ${isolated(workspace)} لا تعني شيئًا في مساحة عمل أخرى: يلزم فيها دور خاص بها.`,
  }),
  assigns_everywhere: ({ role }, tongue) => ({
    title: `يمكن للدور ${isolated(tongue.roles([role]))} منح كل الأدوار في كل مساحات العمل`,
    text: 'لا يلزم شيء آخر.',
  }),
  ask_everywhere: ({ roles }, tongue) => ({
    title: `منح الأدوار متاح دائمًا للدور ${isolated(tongue.roles(roles, 'or'))}`,
    text: 'حيث لا يتاح ذلك لغيرهم، يُرجى التواصل مع أحدهم.',
  }),
  not_yours: ({ reason }, tongue) => ({
    title: 'لا يمكنك تغيير دور هذا الشخص',
    text: tongue.reason(reason),
  }),
  ask_support: (_facts, { hasSupport }) => ({
    title: 'لم يفد شيء من هذا؟',
    text: hasSupport ? 'يمكن لفريق الدعم مواصلة البحث.' : 'يُرجى التواصل مع الجهة المشغّلة لهذا المنتج لديكم.',
  }),
};

export const TOPIC_NAMES: typeof english.TOPIC_NAMES = {
  'sign-in': 'تسجيل الدخول',
  access: 'المتاح لهذا الشخص',
  invitation: 'الدعوة',
  roles: 'منح الأدوار',
};

export const SEVERITY_NAMES: typeof english.SEVERITY_NAMES = {
  problem: 'مشكلة',
  notice: 'للعلم',
  fine: 'سليم',
};

export const diagnosisStrings: Words<typeof english.diagnosisStrings> = {
  heading: 'فحص هذا الشخص',
  hint: 'يبحث عما يمنع هذا الشخص من تسجيل الدخول أو من رؤية ما يحتاج إليه.',
  run: 'فحص هذا الشخص',
  again: 'فحص من جديد',
  none: 'لم يُعثر على مشكلة',
  found: (count) => `عُثر على ${problems(count)}`,
  spoken: (who, count) =>
    count === 0
      ? `لم يُعثر على مشكلة لدى ${isolated(who)}.`
      : `عُثر على ${problems(count)} لدى ${isolated(who)}.`,
  inOrder: (count) => `السليم: ${number(count)}`,

  reactivate: 'إعادة التفعيل',
  reactivated: (who) => `عاد الوصول متاحًا لحساب ${isolated(who)}.`,
  resetPassword: 'إعادة تعيين كلمة المرور',
  changeEmail: 'تغيير العنوان',
  chooseRole: 'اختيار دور',
  assign: (things) => `تخصيص ${isolated(things)}`,
  resend: 'إعادة إرسال الدعوة',
  resent: (email) => `أُعيد إرسال الدعوة إلى ${isolated(email)}. لم تعد الروابط السابقة تعمل.`,
  inviteAgain: 'دعوة من جديد',
  inviteInstead: (email) => `دعوة ${isolated(email)} بدلًا من ذلك`,
  invitedInstead: (email, old) => `أُرسلت دعوة إلى ${isolated(email)}، وسُحبت دعوة ${isolated(old)}.`,
  invited: (email) => `أُرسلت دعوة إلى ${isolated(email)}.`,
  notInvited: 'تعذّرت دعوة هذا العنوان.',
  copyLink: 'نسخ الرابط',
  linkCopied: 'نُسخ الرابط.',
  copyRefused: 'لم يسمح المتصفح بالنسخ. الرابط معروض أدناه.',
  theLink: 'رابط الدعوة',
  openMail: 'فتح إعدادات البريد',
  testMail: 'إرسال رسالة تجريبية',
  testTaken: (answer) => `قبلها خادم البريد: ${isolated(answer)}`,
  testRefused: (answer) => `لم يقبلها خادم البريد: ${isolated(answer)}`,
  seeRoles: 'عرض الأدوار',
  support: 'المساعدة',

  // Somebody without a row
  dialogHeading: (email) => (email === '' ? 'فحص عنوان' : `لا جواب من ${isolated(email)}؟`),
  address: 'عنوان البريد الإلكتروني',
  addressHint: 'عنوان من لم تصله رسالة أو تعذّر عليه الدخول.',
  check: 'فحص',
};
