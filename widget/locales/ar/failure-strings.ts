// What is said while something is fetched, and of what went wrong, in Arabic.
import type * as english from '../../i18n/failure-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const failureStrings: Words<typeof english.failureStrings> = {
  retry: 'إعادة المحاولة',
  loading: 'جارٍ التحميل',
  failedHeading: 'تعذّر تحميل هذه الصفحة',
  misconfigured: 'لم تحدّد هذه الصفحة مكان إدارة مستخدميها: السمة endpoint غير موجودة.',
  unreachable: 'تعذّر الوصول إلى الخادم. يُرجى التحقق من الاتصال.',
  cancelled: 'أُلغي هذا الإجراء.',
  prevented: 'لم تسمح هذه الصفحة بذلك. لم يتغير شيء.',
  failed: 'حدث خطأ ما. يُرجى إعادة المحاولة.',
};
