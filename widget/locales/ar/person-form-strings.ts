// The sentences of the form that makes an account or changes a person, in Arabic.
import type * as english from '../../i18n/person-form-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { isolated } from '../formats.ts';

const notInvited = 'تعذّرت الدعوة';

export const formStrings: Words<typeof english.formStrings> = {
  editHeading: (name) => `تعديل بيانات ${isolated(name)}`,
  cancel: 'إلغاء',
  required: 'مطلوب',
  labels: {
    email: 'البريد الإلكتروني',
    name: 'الاسم',
    username: 'اسم المستخدم',
    firstName: 'الاسم الأول',
    lastName: 'اسم العائلة',
    department: 'القسم',
  },
  helps: {
    email: 'تصل إليه الإشعارات وروابط تسجيل الدخول.',
    name: 'الاسم كما يظهر للآخرين.',
    username: 'اسم لتسجيل الدخول إلى جانب العنوان. لا يتغير بعد تعيينه.',
    firstName: '',
    lastName: '',
    department: 'وصف لهذا الشخص لا يمنح أي صلاحية.',
  },
  fixedAddress: 'يُرجى اختياره بعناية: لا يمكن تغيير العنوان لاحقًا.',
  lockedAddress:
    'يبقى العنوان كما هو كي تُنسب الأعمال دائمًا إلى الشخص نفسه. لاستخدام عنوان آخر يُرجى إنشاء حساب جديد.',
  confirmedAddress: 'يجب تأكيد أي عنوان آخر من صندوق بريده.',
  changeEmail: 'تغيير عنوان البريد',
  ofProvider: 'من موفّر الهوية لديكم',
  role: 'الدور',
  roles: 'الأدوار',
  rolesIn: (workspace) => `الأدوار في ${isolated(workspace)}`,
  rolesHelp: 'يحدد هذا وحده ما يظهر لهذا الشخص وما يمكنه عمله.',
  missingRoles: 'يُرجى اختيار دور واحد على الأقل.',
  leastRole: 'يُفضّل البدء بالدور المناسب للوظيفة الذي يشمل أقل الصلاحيات.',
  firstPassword: 'كلمة المرور الأولى',
  repeatPassword: 'تكرار كلمة المرور الأولى',
  passwordHelp: 'تُسلَّم باليد؛ ولا ترد في أي بريد.',
  mustChange: 'يلزم تغييرها عند أول تسجيل دخول',
  mustChangeHelp: 'ومن ثم لا يعرفها غير هذا الشخص.',
  active: 'نشط',
  activeHelp: 'من ليس نشطًا لا يمكنه تسجيل الدخول هنا. ويبقى كل ما أنجزه وأنشأه.',
  missing: (label) => `هذا الحقل مطلوب: ${isolated(label)}.`,
  added: (name) => `تمت إضافة ${isolated(name)}.`,
  saved: (name) => `حُفظت بيانات ${isolated(name)}.`,
  invitedHeading: 'أُرسلت دعوة بدلًا من ذلك',
  invitedText: (email) =>
    `ينتمي ${isolated(email)} إلى حساب مستخدم في مكان آخر، ولا يمكن إحضاره إلى هنا إلا من قِبل صاحبه. أُرسلت إليه دعوة، والانضمام يكون بكلمة المرور الحالية.`,
  alreadyInvited: (email) =>
    `ينتمي ${isolated(email)} إلى حساب مستخدم في مكان آخر، والدعوة مرسلة إليه بالفعل.`,
  notInvited: (email) => `تعذّرت دعوة ${isolated(email)}.`,
  outcomes: {
    invited: 'أُنشئت الدعوة',
    already_member: 'هنا بالفعل',
    deactivated: 'هنا بالفعل، دون وصول',
    already_invited: 'توجد دعوة بالفعل',
    invalid: notInvited,
    duplicate: notInvited,
    not_allowed: notInvited,
  },
  link: 'رابط الدعوة لتسليمه',
  copyLink: 'نسخ الرابط',
  linkCopied: 'نُسخ الرابط.',
};
