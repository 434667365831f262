// The sentences of accounts in Arabic.
import type * as english from '../../i18n/account-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { counted, number } = formatsOf('ar');

const onDevice = (device: string) => (device === '' ? 'جهاز غير معروف' : isolated(device));

const characters = (count: number) =>
  counted(count, {
    one: 'حرف واحد',
    two: 'حرفان',
    few: `${number(count)} أحرف`,
    many: `${number(count)} حرفًا`,
    other: `${number(count)} حرف`,
  });

export const LANGUAGE_NAMES: typeof english.LANGUAGE_NAMES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
  ar: 'العربية',
};

export const WAYS: typeof english.WAYS = {
  link: 'برابط عبر البريد',
  password: 'بكلمة مرور',
  provider: 'عبر موفّر هوية',
  invitation: 'بقبول دعوة',
  setup: 'بإعداد هذا الخادم',
  host: 'عبر التطبيق',
};

export const FLAGS: typeof english.FLAGS = {
  many_failures: 'بعد محاولات فاشلة كثيرة',
  new_network: 'شبكة جديدة',
  first_in_90_days: 'الأول منذ 90 يومًا',
};

export const STRENGTHS: typeof english.STRENGTHS = {
  weak: 'سهلة التخمين',
  fair: 'يمكن أن تكون أصعب',
  good: 'صعبة التخمين',
  strong: 'صعبة التخمين جدًا',
};

export const accountStrings: Words<typeof english.accountStrings> = {
  change: 'تغيير',
  fromProvider: 'من موفّر الهوية لديكم',
  fromProviderText: 'يُغيَّر هناك، ويُحدَّث هنا عند تسجيل دخولك التالي.',

  // The account
  profileHeading: 'الملف الشخصي',
  profileHint: 'كيف تظهر بياناتك للآخرين هنا.',
  name: 'الاسم',
  username: 'اسم المستخدم',
  usernameHint: 'اختياري. يمكنك تسجيل الدخول به، ولا يمكن تغييره لاحقًا.',
  usernameTaken: 'اسم المستخدم هذا مستخدم بالفعل. يُرجى اختيار غيره.',
  usernameSet: 'لا يتغير اسم المستخدم بعد تعيينه.',
  language: 'لغة الرسائل',
  languageHint: 'وهي لغة صفحات تسجيل الدخول أيضًا.',
  languageAuto: 'كما في المتصفح',
  profileSaved: 'حُفظ ملفك الشخصي.',
  hostHeading: 'ينتمي حسابك إلى التطبيق الذي وصلت منه',
  hostText:
    'تم تسجيل دخولك عبر التطبيق المحيط بهذه الصفحة. يُدار الاسم وكلمة المرور والجلسات هناك، في إعدادات الحساب الخاصة به.',

  emailHeading: 'عنوان البريد الإلكتروني',
  emailHint: 'تصل إليه روابط تسجيل الدخول والإشعارات.',
  verified: 'مؤكَّد',
  unverified: 'غير مؤكَّد',
  newEmail: 'عنوان البريد الإلكتروني الجديد',
  newEmailHint: 'نرسل إليه رابطًا، ويتغير العنوان بعد فتحه.',
  sendConfirmation: 'إرسال التأكيد',
  pendingEmail: (email) => `بانتظار تأكيد ${isolated(email)}`,
  pendingText: (email) =>
    `يُرجى فتح الرابط المرسل إلى ذلك العنوان. وحتى ذلك الحين يبقى ${isolated(email)} عنوانك. إذا لم يصل شيء، يمكن طلب الرابط مرة أخرى.`,
  confirmationSent: (email) => `أُرسل رابط إلى ${isolated(email)}.`,

  passwordHeading: 'كلمة المرور',
  passwordHint: 'يؤدي تغييرها إلى تسجيل خروجك في كل مكان آخر.',
  passwordSet: (when) => `عُيّنت ${when}`,
  noPassword: 'ليست لديك كلمة مرور بعد.',
  changePassword: 'تغيير كلمة المرور',
  setPassword: 'تعيين كلمة مرور',
  currentPassword: 'كلمة المرور الحالية',
  newPassword: 'كلمة المرور الجديدة',
  passwordNeeded: 'يُرجى إدخال كلمة مرور.',
  repeatPassword: 'تكرار كلمة المرور الجديدة',
  passwordChanged: 'تغيرت كلمة مرورك، وسُجّل خروجك في كل مكان آخر.',
  mustChangeHeading: 'اختيار كلمة مرور جديدة',
  mustChangeText: 'عيّن شخص آخر كلمة مرورك الحالية. يُرجى اختيار كلمة مرور لا يعرفها غيرك للمتابعة.',

  // Passwords
  showPasswords: 'إظهار كلمة المرور',
  capsLock: 'مفتاح Caps Lock مفعَّل.',
  rulesLabel: 'شروط كلمة المرور',
  ruleMet: 'مستوفى',
  ruleOpen: 'غير مستوفى بعد',
  rules: {
    minimum: (least) => `الحد الأدنى: ${characters(least)}`,
    maximum: (most) => `الحد الأقصى: ${characters(most)}`,
    upper: () => 'حرف لاتيني كبير',
    lower: () => 'حرف لاتيني صغير',
    digit: () => 'رقم',
    special: (_count, special) => `أحد الرموز ${isolated(special)}`,
  },
  strength: 'القوة',
  advised: (length) => `الطول الموصى به: ${characters(length)} أو أكثر.`,

  // Connections
  connectionsHeading: 'طرق الدخول المرتبطة',
  connectionsHint: 'حسابات أخرى تفتح هذا الحساب.',
  connectedAs: (email, when) =>
    email === '' ? `تاريخ الربط: ${when}` : `${isolated(email)}، تاريخ الربط: ${when}`,
  used: (when) => `آخر استخدام ${when}`,
  connect: 'ربط',
  connectTo: (provider) => `ربط ${isolated(provider)}`,
  disconnect: 'إلغاء الربط',
  disconnectFrom: (provider) => `إلغاء ربط ${isolated(provider)}`,
  disconnectQuestion: (provider) => `هل تريد إلغاء ربط ${isolated(provider)}؟`,
  disconnectText: 'لن يفتح حسابك بعد ذلك. يمكن ربطه مرة أخرى في أي وقت.',
  disconnected: (provider) => `لم يعد ${isolated(provider)} يفتح حسابك.`,

  // Sessions
  sessionsHeading: 'الجلسات',
  sessionsHint: 'الأماكن التي سجّلت الدخول فيها.',
  unknownDevice: 'جهاز غير معروف',
  browserOn: (browser, system) => `${isolated(browser)} على ${isolated(system)}`,
  thisBrowser: 'هذا المتصفح',
  endsItself: (when) => `تنتهي تلقائيًا ${when}`,
  lastUsed: (when) => `آخر استخدام ${when}`,
  started: (way, when) => `تسجيل الدخول ${way} ${when}`,
  endSession: 'إنهاء',
  endSessionOf: (device) => `إنهاء الجلسة على ${onDevice(device)}`,
  endQuestion: (device) => `هل تريد إنهاء الجلسة على ${onDevice(device)}؟`,
  endText: 'سيتطلب استخدامها تسجيل الدخول مرة أخرى.',
  endOthers: 'إنهاء كل الجلسات الأخرى',
  endOthersQuestion: 'هل تريد إنهاء كل الجلسات الأخرى؟',
  endOthersText: 'يبقى دخولك هنا قائمًا. وفي كل مكان آخر يلزم تسجيل الدخول مرة أخرى.',
  sessionEnded: (device) => `انتهت الجلسة على ${onDevice(device)}.`,
  othersEnded: 'انتهت كل الجلسات الأخرى.',
  onlySession: 'لا توجد لك جلسات في مكان آخر.',

  // Sign-ins
  historyHeading: 'سجل تسجيل الدخول',
  historyHint: 'عند ملاحظة شيء غير مألوف، يُرجى تغيير كلمة المرور.',
  historyHintWithout: 'عند ملاحظة شيء غير مألوف، يُرجى إنهاء تلك الجلسة.',
  signedIn: (way) => `تسجيل دخول ${way}`,
  notSignedIn: (way) => `محاولة دخول فاشلة ${way}`,
  noSignIns: 'لا عمليات تسجيل دخول بعد',
  moreSignIns: (count) => `عرض المزيد (${number(count)})`,

  signOutHeading: 'تسجيل الخروج',
  signOutHint: 'ينهي جلستك في هذا المتصفح.',
  signOut: 'تسجيل الخروج',
  signOutEverywhere: 'تسجيل الخروج من كل مكان',
  signOutQuestion: 'هل تريد تسجيل الخروج من كل مكان؟',
  signOutText: 'تنتهي كل جلساتك، ومنها هذه الجلسة.',

  // How somebody else signs in
  activity: 'النشاط',
  theirsFromProvider: (isLocked) =>
    isLocked
      ? 'يأتي الاسم والعنوان من موفّر الهوية، ويُغيَّران هناك.'
      : 'يأتي الاسم والعنوان من موفّر الهوية، ويُحدَّثان عند كل تسجيل دخول.',
  lastSignIn: 'آخر تسجيل دخول',
  never: 'لم يحدث',
  inDays: (days) => `آخر ${number(days)} يومًا`,
  signIns: (count) =>
    counted(count, {
      zero: 'لا عمليات دخول',
      one: 'عملية دخول واحدة',
      two: 'عمليتا دخول',
      few: `${number(count)} عمليات دخول`,
      other: `${number(count)} عملية دخول`,
    }),
  theirSessions: 'الجلسات',
  noSessions: 'لا جلسات قائمة.',
  endAll: 'إنهاء الكل',
  endAllQuestion: (name) => `هل تريد إنهاء كل جلسات ${isolated(name)}؟`,
  endAllText: 'سيلزم تسجيل الدخول مرة أخرى على كل الأجهزة.',
  allEnded: (name) => `انتهت كل جلسات ${isolated(name)}.`,
  theirSignIn: 'طريقة تسجيل الدخول',
  resetPassword: 'إعادة تعيين كلمة المرور',
  resetHeading: (name) => `إعادة تعيين كلمة مرور ${isolated(name)}`,
  resetText:
    'تُسلَّم كلمة المرور الجديدة باليد. تنتهي كل جلسات هذا الشخص، ويصله إشعار بالبريد، ويلزمه اختيار كلمة مرور خاصة عند تسجيل الدخول التالي.',
  confirmReset: 'إعادة التعيين',
  wasReset: (name) => `أُعيد تعيين كلمة مرور ${isolated(name)}، وانتهت كل الجلسات.`,
  changeEmail: 'تغيير عنوان البريد',
  changeEmailHeading: (name) => `تغيير عنوان بريد ${isolated(name)}`,
  changeEmailText: (email) =>
    `يُرسَل رابط إلى العنوان الجديد وإشعار إلى ${isolated(email)}. يتغير العنوان بعد فتح الرابط.`,
  emailAsked: (email) => `أُرسل رابط إلى ${isolated(email)}. يتغير العنوان بعد فتحه.`,

  // Proving who one is
  proveHeading: 'تأكيد هويتك',
  proveText: 'هذا تغيير حساس. ما أدخلته محفوظ، ويُنفَّذ فور تأكيدك.',
  yourPassword: 'كلمة مرورك',
  confirm: 'تأكيد',
  orElse: 'أو تسجيل الدخول مرة أخرى بطريقة أخرى:',
  signInAgain: 'تسجيل الدخول مرة أخرى في علامة تبويب جديدة:',
  noProof: 'لا توجد طريقة للتأكيد هنا. يُرجى تسجيل الخروج ثم الدخول وإعادة المحاولة.',
  sendLink: 'إرسال رابط تسجيل الدخول',
  linkSent: (email) =>
    `الرابط في الطريق إلى ${isolated(email)}. يُرجى فتحه في هذا المتصفح، ثم العودة إلى هنا واختيار «سجّلت الدخول».`,
  signedInAgain: 'سجّلت الدخول',
  throughProvider: (name) => `المتابعة عبر ${isolated(name)}`,
};
