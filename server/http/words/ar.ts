// What the served pages say in Arabic.
import { html } from 'hono/html';
import type { PasswordClass } from '../../../shared/passwords/rules.ts';
import { countingIn, isolated } from '../../mail/words-forms.ts';
import { refusalsAr } from './refusals-ar.ts';
import type { Words } from './words.ts';

const counted = countingIn('ar');

// As they stand after "of at least" and "of at most", and at the beginning of a sentence.
const characters = (count: number) =>
  counted(count, {
    one: 'حرف واحد',
    two: 'حرفان',
    few: `${count} أحرف`,
    many: `${count} حرفًا`,
    other: `${count} حرف`,
  });

/** Arabic, formally. */
export const ar: Words = {
  common: {
    continue: 'متابعة',
    signIn: 'تسجيل الدخول',
    signOut: 'تسجيل الخروج',
    newLink: 'طلب رابط جديد',
    canClose: 'يمكنك إغلاق هذه الصفحة.',
    optional: '(اختياري)',
    limited: (minutes) =>
      `تكررت المحاولة كثيرًا في وقت قصير. يُرجى إعادة المحاولة بعد ${counted(minutes, {
        one: 'دقيقة',
        two: 'دقيقتين',
        few: `${minutes} دقائق`,
        other: `${minutes} دقيقة`,
      })}.`,
  },
  signIn: {
    title: (workspace) => (workspace === null ? html`تسجيل الدخول` : html`تسجيل الدخول إلى ${workspace}`),
    email: 'عنوان البريد الإلكتروني',
    login: 'البريد الإلكتروني أو اسم المستخدم',
    password: 'كلمة المرور',
    sendLink: 'إرسال رابط تسجيل الدخول',
    usePassword: 'استخدام كلمة المرور',
    forgot: 'هل نسيت كلمة المرور؟',
    or: 'أو',
    withProvider: (name) => html`تسجيل الدخول عبر ${name}`,
    firstTime: (hasPassword) =>
      hasPassword
        ? 'لم يُربط حسابك بعد؟ يُرجى تسجيل الدخول مرة واحدة عبر البريد أو بكلمة المرور، ثم إجراء الربط من صفحة حسابك.'
        : 'لم يُربط حسابك بعد؟ يُرجى تسجيل الدخول مرة واحدة عبر البريد، ثم إجراء الربط من صفحة حسابك.',
    noWay: 'لا يمكن لأحد تسجيل الدخول هنا حاليًا، إذ لم يُعدَّ أي خادم بريد. يُرجى التواصل مع الإدارة.',
    emailMissing: 'يُرجى إدخال عنوان البريد أولًا.',
    loginMissing: 'يُرجى إدخال عنوان البريد أو اسم المستخدم أولًا.',
    passwordMissing: 'يُرجى إدخال كلمة المرور.',
    failed: 'لم ينجح ذلك. يُرجى التحقق مما أُدخل.',
    signedOut: 'تم تسجيل خروجك.',
    stale:
      'بقيت هذه الصفحة مفتوحة مدة طويلة، أو أن متصفحك لا يحفظ ملفات تعريف الارتباط. يُرجى المحاولة مرة أخرى.',
  },
  sent: {
    title: 'يُرجى التحقق من بريدك',
    signIn: (login) => html`إذا كان ${login} يخص أحدًا هنا، فإن رابط تسجيل الدخول في الطريق إليه.`,
    reset: (login) => html`إذا كان ${login} يخص أحدًا هنا، فإن رابط اختيار كلمة مرور جديدة في الطريق إليه.`,
    life: 'يعمل الرابط مرة واحدة ولوقت قصير فقط.',
    helpTitle: 'لم يصل شيء؟',
    help: [
      'يُرجى التحقق من خلو ما أُدخل من الأخطاء.',
      'يُرجى البحث في مجلد البريد غير المرغوب فيه.',
      'يُرجى الانتظار بضع دقائق: بعض خدمات البريد تؤخر الرسالة الأولى.',
      'وإلا فيُرجى التواصل مع من يدير وصولك، إذ يمكنه معرفة ما إذا كان البريد يُرسل.',
    ],
    again: 'الإرسال مرة أخرى',
    back: 'العودة إلى تسجيل الدخول',
  },
  signedIn: {
    title: 'تم تسجيل دخولك',
    as: (who) => html`دخولك مسجَّل باسم ${who}.`,
    leadsTo: (place) => html`المتابعة بعد ذلك على ${place}.`,
    goingOn: 'إذا لم يحدث شيء تلقائيًا، فيُرجى المتابعة من هنا.',
  },
  link: {
    signInTitle: 'تسجيل الدخول',
    signInAs: (who) => html`تسجيل الدخول باسم ${who}`,
    once: 'يعمل هذا الرابط مرة واحدة.',
    until: (time) => html`وهو صالح حتى ${time}.`,
    emailTitle: 'تأكيد عنوانك الجديد',
    emailText: (address) => html`بعد التأكيد يستخدم حسابك ${address} لتسجيل الدخول وللرسائل.`,
    emailConfirm: 'تأكيد العنوان',
    emailDoneTitle: 'تم تأكيد العنوان',
    emailDone: (address) => html`يستخدم حسابك الآن ${address}.`,
    otherSignedIn: (who) =>
      html`دخولك مسجَّل باسم ${who}. عند المتابعة تنتهي تلك الجلسة وتبدأ جلسة هذا الرابط.`,
    renew: (address) => html`إرسال رابط جديد إلى ${address}`,
    lost: {
      title: 'يُرجى فتح الرابط مرة أخرى',
      text: 'بقيت هذه الصفحة مفتوحة مدة طويلة، أو أن متصفحك لا يحفظ ملفات تعريف الارتباط. يُرجى العودة إلى رسالتك وفتح الرابط مرة أخرى، أو طلب رابط جديد.',
    },
    invalid: {
      title: 'هذا الرابط لا يعمل',
      text: 'ربما ينقصه جزء، أو أُرسل رابط أحدث منه. يُرجى استخدام أحدث رابط، أو طلب رابط جديد.',
    },
    used: {
      title: 'استُخدم هذا الرابط من قبل',
      text: 'يعمل كل رابط مرة واحدة. إذا استخدمه شخص غيرك، فيُرجى طلب رابط جديد الآن.',
    },
    expired: {
      title: 'انتهت صلاحية هذا الرابط',
      text: 'يُرجى طلب رابط جديد، ولن يستغرق ذلك سوى لحظة.',
    },
    other: {
      title: 'دخولك مسجَّل بحساب آخر',
      text: 'هذا الرابط لحساب آخر. للتأكيد، يُرجى تسجيل الخروج ثم تسجيل الدخول إلى ذلك الحساب.',
    },
    taken: {
      title: 'هذا العنوان مستخدم بالفعل',
      text: 'أصبح هذا العنوان لحساب آخر في هذه الأثناء. لم يتغير شيء.',
    },
    setUpClosed: {
      title: 'اكتمل الإعداد من قبل',
      text: 'توجد هنا جهة مالكة أولى بالفعل. يُرجى تسجيل الدخول أو طلب دعوة منها.',
    },
    setUpExpired: {
      title: 'انتهت صلاحية هذا الرابط',
      text: 'يُرجى إعادة تشغيل الخادم، وسيعرض رابطًا جديدًا.',
    },
  },
  setUp: {
    title: 'أهلًا وسهلًا',
    text: 'أنت أول شخص هنا. يُرجى تسمية مساحة العمل وإدخال اسمك، وستكون ملكيتها لك.',
    workspace: 'اسم مساحة العمل',
    workspaceHint: 'مثلًا اسم شركتك أو فريقك.',
    name: 'اسمك',
    email: 'عنوان بريدك الإلكتروني',
    password: 'كلمة المرور',
    passwordAgain: 'كلمة المرور مرة أخرى',
    passwordHint: 'من دون كلمة مرور يكون تسجيل دخولك برابط يُرسل إلى عنوانك.',
    noWayBack:
      'لم يُعدَّ أي خادم بريد بعد. يُرجى إعداد خادم قبل تسجيل الخروج، إذ لا يمكن لأحد الدخول مجددًا من دونه.',
    submit: 'إنشاء مساحة العمل',
    workspaceWrong: 'يُرجى إدخال اسم من حرف واحد إلى 100 حرف.',
  },
  password: {
    resetTitle: 'اختيار كلمة مرور جديدة',
    resetText: (who) => html`للحساب ${who}.`,
    mustTitle: 'يُرجى اختيار كلمة مرور خاصة بك',
    mustText: 'كلمة مرورك الحالية اختارها شخص آخر. للمتابعة، يُرجى اختيار كلمة لا يعرفها أحد غيرك.',
    changeTitle: 'تغيير كلمة المرور',
    setTitle: 'تعيين كلمة مرور',
    others: 'عند الحفظ يُسجَّل خروجك من كل مكان آخر.',
    current: 'كلمة المرور الحالية',
    new: 'كلمة المرور الجديدة',
    again: 'كلمة المرور الجديدة مرة أخرى',
    save: 'حفظ كلمة المرور',
    saveAndSignIn: 'الحفظ وتسجيل الدخول',
    rulesTitle: 'شروط كلمة المرور:',
    failed: 'لم يتحقق بعد',
    minimum: (length) => `الحد الأدنى: ${characters(length)}`,
    maximum: (length) => `الحد الأقصى: ${characters(length)}`,
    advised: (length) => `الأكثر أمانًا: ${characters(length)} أو أكثر.`,
    one: oneOf,
    notCommon: 'ألا يسهل تخمينها',
    stale: 'مر بعض الوقت منذ تسجيل دخولك. يُرجى إدخال كلمة المرور الحالية أيضًا.',
    late: {
      title: 'يُرجى تسجيل الدخول من جديد أولًا',
      text: 'يمكن تعيين أول كلمة مرور خلال عشر دقائق من تسجيل الدخول. بعد تسجيل الدخول من جديد تكون العودة إلى هنا.',
    },
    signInAgain: 'تسجيل الدخول من جديد',
    savedTitle: 'حُفظت كلمة المرور',
    savedText: 'يُرجى استخدامها عند تسجيل الدخول في المرة القادمة. سُجِّل خروجك من كل مكان آخر.',
  },
  invitation: {
    invited: (inviter, workspace) =>
      inviter === null
        ? html`لديك دعوة للانضمام إلى ${workspace}`
        : html`لديك دعوة من ${inviter} للانضمام إلى ${workspace}`,
    nothingYet: 'لا يحدث شيء قبل القبول.',
    for: 'إلى',
    role: 'الدور',
    until: 'حتى',
    signedInAs: (who, invitee) => html`دخولك مسجَّل باسم ${who}. هذه الدعوة موجهة إلى ${invitee}.`,
    somebody: 'شخص آخر',
    hasAccount: (address) => html`للعنوان ${address} حساب بالفعل. يُرجى تسجيل الدخول إليه للقبول.`,
    stay: 'المتابعة كما هو الحال',
    signInToAccept: 'تسجيل الدخول للقبول',
    signOutAndGoOn: 'تسجيل الخروج والمتابعة',
    accept: 'قبول الدعوة',
    decline: 'رفض',
    welcome: (workspace) => html`أهلًا بك في ${workspace}`,
    joined: 'تم انضمامك، ويعمل وصولك من الآن.',
    setPassword: 'تعيين كلمة مرور',
    setPasswordHint: 'يمكنك تعيين كلمة مرور الآن، أو لاحقًا من صفحة حسابك.',
    declinedTitle: 'رُفضت الدعوة',
    declined: (workspace) =>
      html`لم يتم انضمامك إلى ${workspace}، ولم يعد هذا الرابط يعمل. يمكنك إغلاق هذه الصفحة.`,
    lost: {
      title: 'يُرجى فتح الرابط مرة أخرى',
      text: 'بقيت هذه الصفحة مفتوحة مدة طويلة، أو أن متصفحك لا يحفظ ملفات تعريف الارتباط. يُرجى العودة إلى رسالة الدعوة وفتح الرابط مرة أخرى. إذا ظهرت هذه الصفحة من جديد، فاسمح بملفات تعريف الارتباط لهذا الموقع.',
    },
  },
  provider: {
    connectTitle: (provider) => html`ربط ${provider}`,
    connectText: (identity, account) =>
      html`بعد الربط، كل دخول هناك باسم ${identity} يُعد دخولًا هنا باسم ${account}.`,
    connect: 'ربط',
    cancel: 'إلغاء',
    staleTitle: 'يُرجى تسجيل الدخول من جديد أولًا',
    stale:
      'يتطلب الربط تسجيل دخول خلال آخر عشر دقائق. يُرجى تسجيل الخروج من صفحة حسابك، ثم تسجيل الدخول من جديد وإجراء الربط.',
    back: 'رجوع',
    connectedTitle: 'تم الربط',
    connected: 'يمكنك تسجيل الدخول بهذه الطريقة من الآن.',
    testedTitle: 'انتهى الاختبار',
    testedOk: 'كان رد الموفّر كما ينبغي. تظهر النتيجة في الإعدادات.',
    testedNot: 'ما زال هناك خلل، وتوضح الإعدادات ما هو.',
    testOverTitle: 'فُتح هذا الاختبار من قبل',
    testOver: 'يُفتح كل اختبار مرة واحدة. يُرجى بدء اختبار آخر من الإعدادات.',
  },
  notFound: {
    title: 'هذه الصفحة غير موجودة',
    text: 'ربما ينقص العنوان جزء، أو فيه حرف زائد.',
  },
  refusedTitle: 'لم ينجح ذلك',
  refusals: refusalsAr,
};

function oneOf(one: PasswordClass): string {
  switch (one.kind) {
    case 'upper':
      return 'حرف لاتيني كبير';
    case 'lower':
      return 'حرف لاتيني صغير';
    case 'digit':
      return 'رقم';
    default:
      return `أحد الرموز ${isolated(one.characters)}`;
  }
}
