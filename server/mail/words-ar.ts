// The letters in Arabic. Words only. What is named keeps the direction it is written in.
import { countingIn, isolated } from './words-forms.ts';
import type { Words } from './words.ts';

const counted = countingIn('ar');

/** The workspace and how many more there are. */
function places(place: string, others: number): string {
  const more = counted(others, {
    zero: '',
    one: ' ومساحة عمل أخرى',
    two: ' ومساحتي عمل أخريين',
    few: ` و${others} مساحات عمل أخرى`,
    other: ` و${others} مساحة عمل أخرى`,
  });
  return `${isolated(place)}${more}`;
}

/** The words of Arabic letters. */
export const ARABIC: Words = {
  // With the digits of addresses and of the pages.
  locale: 'ar-u-nu-latn',
  greeting: (name) => (name === '' ? 'مرحبًا،' : `مرحبًا ${isolated(name)}،`),
  sentence: (text) => `${text}.`,
  fallback: 'إذا لم يعمل الزر، فيُرجى نسخ هذا العنوان إلى متصفحك:',
  role: 'دورك: ',
  roleAt: (workspace) => `دورك في ${isolated(workspace)}: `,
  means: (description) => `. ${isolated(description)}`,
  writes: (from) => `رسالة من ${isolated(from)}:`,
  invitation: {
    lead: (workspace, inviter, others) =>
      inviter === null
        ? `لديك دعوة للانضمام إلى ${places(workspace, others)}`
        : `لديك دعوة من ${isolated(inviter)} للانضمام إلى ${places(workspace, others)}`,
    subject: (workspace, inviter, others) =>
      inviter === null
        ? `دعوة إلى ${places(workspace, others)}`
        : `دعوة من ${isolated(inviter)} إلى ${places(workspace, others)}`,
    button: 'عرض الدعوة',
    steps: (email, until) =>
      `يُرجى فتح الرابط والتحقق من التفاصيل ثم اختيار «قبول الدعوة». يعمل الرابط مرة واحدة، للعنوان ${isolated(email)}، حتى ${until}.`,
    calm: 'إذا لم تكن هذه الدعوة متوقعة، فيمكنك تجاهل هذه الرسالة. لا يحدث شيء من دون القبول.',
  },
  account: {
    'sign-in': ({ place, email, until }) => ({
      subject: `رابط تسجيل دخولك إلى ${isolated(place)}`,
      lead: `هذا رابط تسجيل دخولك إلى ${isolated(place)}`,
      button: 'تسجيل الدخول',
      steps: `يُرجى فتح الرابط واختيار «تسجيل الدخول». يعمل الرابط مرة واحدة، للعنوان ${isolated(email)}، حتى ${until}.`,
      calm: 'إذا لم يكن هذا الرابط بطلب منك، فيمكنك تجاهل هذه الرسالة. يُرجى عدم إعطاء الرابط لأحد: يمكن لكل من لديه الرابط تسجيل الدخول به.',
    }),
    reset: ({ place, email, until }) => ({
      subject: `اختيار كلمة مرور جديدة في ${isolated(place)}`,
      lead: `هذا رابطك لاختيار كلمة مرور جديدة في ${isolated(place)}`,
      button: 'اختيار كلمة المرور',
      steps: `يُرجى فتح الرابط وإدخال كلمة المرور الجديدة مرتين. يعمل الرابط مرة واحدة، للعنوان ${isolated(email)}، حتى ${until}.`,
      calm: 'إذا لم يكن هذا الرابط بطلب منك، فيمكنك تجاهل هذه الرسالة، وتبقى كلمة مرورك كما هي. يُرجى عدم إعطاء الرابط لأحد.',
    }),
    'confirm-email': ({ place, email, until }) => ({
      subject: 'تأكيد عنوان بريدك الإلكتروني',
      lead: `يُرجى تأكيد عنوان بريدك الإلكتروني في ${isolated(place)}`,
      paragraphs: [`أُدخل ${isolated(email)} عنوانًا جديدًا لأحد الحسابات.`],
      button: 'تأكيد العنوان',
      steps: `يُرجى فتح الرابط واختيار «تأكيد العنوان». إذا طُلب تسجيل الدخول أولًا، فيكون بالعنوان السابق. يعمل الرابط مرة واحدة، حتى ${until}.`,
      calm: 'إذا لم يكن ذلك بطلب منك، فيمكنك تجاهل هذه الرسالة. لا يتغير شيء من دون التأكيد.',
    }),
    'email-changed': ({ place }) => ({
      subject: 'تغيّر عنوان بريدك الإلكتروني',
      lead: `تغيّر عنوان البريد الإلكتروني لحسابك في ${isolated(place)}`,
      paragraphs: [
        'تُرسل الرسائل من الآن إلى العنوان الجديد، ويكون تسجيل دخولك به. لم يعد هذا العنوان يفتح الحساب.',
      ],
      calm: `إذا لم يكن ذلك بطلب منك، فيُرجى إبلاغ إدارة ${isolated(place)} فورًا.`,
    }),
    'password-changed': ({ place, isByOthers }) => ({
      subject: 'تغيّرت كلمة مرورك',
      lead: isByOthers
        ? `عيّنت إدارة ${isolated(place)} كلمة مرور جديدة لحسابك`
        : `تغيّرت كلمة مرور حسابك في ${isolated(place)}`,
      paragraphs: [
        isByOthers ? 'ستبلغك الإدارة بكلمة المرور. انتهت كل جلساتك السابقة.' : 'انتهت كل جلساتك الأخرى.',
      ],
      calm: isByOthers
        ? `إذا لم يكن ذلك متوقعًا، فيُرجى التواصل مع إدارة ${isolated(place)}.`
        : `إذا لم يكن ذلك منك، فيُرجى اختيار كلمة مرور جديدة برابط يُرسل إلى بريدك، وإبلاغ إدارة ${isolated(place)} فورًا.`,
    }),
    'in-charge': ({ place, role }) => ({
      subject: `أُسندت إليك مسؤولية ${isolated(place)}`,
      lead: `أُسندت إليك مسؤولية ${isolated(place)}`,
      calm: `إذا لم يكن منحك الدور ${isolated(role)} متوقعًا، فيُرجى التواصل مع إدارة ${isolated(place)}.`,
    }),
    'account-made': ({ place, others, all, email, hasPassword }) => ({
      subject: `لديك حساب في ${places(place, others)}`,
      lead: `أُنشئ لك حساب في ${places(place, others)}`,
      paragraphs: [
        ...(others === 0 ? [] : [`يصلح الحساب لما يلي: ${all}.`]),
        hasPassword
          ? `يكون تسجيل دخولك بالعنوان ${isolated(email)}. ويبلغك من أنشأ الحساب بكلمة المرور الأولى.`
          : `يكون تسجيل دخولك بالعنوان ${isolated(email)}. وترسل إليك الصفحة رابطًا لذلك.`,
      ],
      button: 'تسجيل الدخول',
      steps: 'تبقى الصفحة في مكانها دائمًا، ويمكنك حفظ عنوانها.',
      calm: `إذا لم يكن ذلك متوقعًا، فيُرجى التواصل مع إدارة ${isolated(place)}.`,
    }),
    test: ({ place }) => ({
      subject: `رسالة تجريبية من ${isolated(place)}`,
      lead: `هذه رسالة تجريبية من ${isolated(place)}`,
      paragraphs: ['وصلت هذه الرسالة، فالبريد يُرسل كما ينبغي.'],
      calm: 'أُرسلت من الإعدادات إلى عنوان من طلبها. لا يلزم أي إجراء.',
    }),
  },
};
