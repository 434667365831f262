// What whoever manages people is advised before they end somebody's access, in Arabic.
import type * as english from '../../i18n/advice-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf, isolated } from '../formats.ts';

const { number } = formatsOf('ar');

export const adviceStrings: Words<typeof english.adviceStrings> = {
  lost: (names) =>
    `لا يمكن التراجع عن هذا. يُحذف هنا كل ما يخص ${isolated(names)} من دور وتخصيصات ونشاط. وإذا كانت هذه مساحة العمل الوحيدة، يُحذف الحساب أيضًا. وتبقى الأعمال السابقة في سجل التدقيق.`,
  them: 'هؤلاء الأشخاص',
  retention:
    'يُرجى التحقق أولًا من المدة التي تلزمكم قواعدكم فيها بحفظ سجلات الأشخاص. ما يُزال لا يمكن استرجاعه لأغراض التدقيق.',
  deactivateFirst: 'التعطيل يسحب الوصول بالقدر نفسه، ويُبقي الدور والسجل. وهو مناسب للإجازات وعند عدم التيقن.',
  deactivateInstead: 'التعطيل بدلًا من ذلك',
  deactivateKeeps: 'لا يُحذف شيء: هذا هو الخيار المناسب للإجازات أو لغياب مؤقت.',
  removePromptly: 'عند مغادرة شخص، يُرجى سحب وصوله في اليوم نفسه. كل يوم يبقى فيه الوصول مفتوحًا خطر.',
  away: (days) =>
    `لم يظهر هؤلاء الأشخاص هنا منذ ${number(days)} يومًا. يُرجى السؤال عن حاجتهم إلى الوصول، وسحبه ممن غادر. يتيح التحديد تعطيل عدة أشخاص دفعة واحدة.`,
};
