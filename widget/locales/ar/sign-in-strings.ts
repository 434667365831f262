// The sentences of signing in, in Arabic.
import type * as english from '../../i18n/sign-in-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { isolated } from '../formats.ts';

export const signInStrings: Words<typeof english.signInStrings> = {
  heading: 'تسجيل الدخول',
  headingTo: (workspace) => `تسجيل الدخول إلى ${isolated(workspace)}`,
  email: 'عنوان البريد الإلكتروني',
  login: 'البريد الإلكتروني أو اسم المستخدم',
  password: 'كلمة المرور',
  signIn: 'تسجيل الدخول',
  sendLink: 'إرسال رابط تسجيل الدخول',
  usePassword: 'استخدام كلمة المرور',
  forgot: 'هل نسيت كلمة المرور؟',
  forgotHeading: 'اختيار كلمة مرور جديدة',
  forgotText: 'يُرجى إدخال عنوان بريدك. سيُرسَل إليه رابط لاختيار كلمة مرور جديدة.',
  sendReset: 'إرسال الرابط',
  back: 'العودة إلى تسجيل الدخول',
  or: 'أو',
  through: (provider) => `تسجيل الدخول عبر ${isolated(provider)}`,
  enterEmail: 'يُرجى إدخال عنوان البريد أولًا.',
  enterLogin: 'يُرجى إدخال عنوان البريد أو اسم المستخدم أولًا.',
  enterPassword: 'يُرجى إدخال كلمة المرور.',
  checkHeading: 'يُرجى التحقق من بريدك',
  checkSignIn: (login) =>
    `إذا كان ${isolated(login)} يخص أحدًا هنا، فإن رابط تسجيل الدخول في الطريق إليه. يعمل الرابط مرة واحدة خلال 15 دقيقة؛ يُرجى فتحه في هذا المتصفح.`,
  checkReset: (login) =>
    `إذا كان ${isolated(login)} يخص أحدًا هنا، فإن رابط اختيار كلمة مرور جديدة في الطريق إليه. يعمل الرابط مرة واحدة خلال ساعة.`,
  checkSpam: 'لم يصل شيء بعد بضع دقائق؟ يُرجى البحث في البريد غير المرغوب فيه، أو طلب الإرسال مرة أخرى.',
  sendAgain: 'الإرسال مرة أخرى',
  sentAgain: 'أُرسل مرة أخرى.',
  otherAddress: 'استخدام عنوان آخر',
  doneHeading: 'تم تسجيل دخولك',
  doneText: 'يمكنك المتابعة الآن.',
  failed: 'لم ينجح ذلك. يُرجى التحقق مما أُدخل.',
  noWay: 'لا يمكن لأحد تسجيل الدخول هنا بعد. يُرجى التواصل مع الجهة المسؤولة عن هذا التطبيق.',
  noMail:
    'لا يمكن إرسال روابط من هنا بعد، إذ لم يُعدَّ أي خادم بريد. يُرجى التواصل مع الجهة المسؤولة عن هذا التطبيق.',
};
