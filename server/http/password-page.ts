// The page of one's own password: to choose one after somebody else gave it, to change it, or to set the first one.
import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ChangePassword } from '../../shared/contract/account.ts';
import { AppError, fail } from '../../shared/errors.ts';
import { changePassword } from '../accounts/change-password.ts';
import { choosePassword } from '../accounts/choose-password.ts';
import { safeTarget } from '../sign-in/target.ts';
import { isFresh } from '../write.ts';
import type { PasswordTrouble } from './page-forms.ts';
import { goTo, MAX_PASSWORD_FORM, minutesToWait, show, statusOf } from './page-reply.ts';
import type { Look, Site } from './page-site.ts';
import { arrivedForm, formTo, leave, lookOf, pathTo, refuse } from './page-site.ts';
import { lateView, passwordView, savedPasswordView } from './password-views.ts';
import { troubleIn } from './password-trouble.ts';
import { wordsIn } from './words/words.ts';

const PATH = '/account/password';

/** What went wrong with what was entered. */
interface Wrong {
  readonly code: AppError['code'];
  readonly trouble?: PasswordTrouble | undefined;
  readonly current?: string | undefined;
  /** What is wrong with the form as a whole. */
  readonly form?: string;
  /** Whether the current password is asked for although it just was: too much time has passed. */
  readonly isStale?: boolean;
}

/** The page `/account/password`. */
export function passwordPages(site: Site): Hono {
  const pages = new Hono();
  pages.get(PATH, async (c) => {
    const look = await lookOf(site, c);
    return look.visitor === null ? toSignIn(site, c, look) : showForm(site, c, look);
  });
  pages.get(`${PATH}/saved`, async (c) => {
    const look = await lookOf(site, c);
    if (look.visitor === null) return toSignIn(site, c, look);
    return show(c, savedPasswordView(look.language, onward(site, look)), 200, look.ctx);
  });
  pages.post(
    PATH,
    bodyLimit({
      maxSize: MAX_PASSWORD_FORM,
      onError: async (c) => refuse(site, c, new AppError('input_invalid'), (await lookOf(site, c)).language),
    }),
    (c) => answer(site, c),
  );
  pages.onError(async (error, c) => {
    if (!(error instanceof AppError)) throw error;
    const look = await lookOf(site, c);
    return error.code === 'not_signed_in' ? toSignIn(site, c, look) : refuse(site, c, error, look.language);
  });
  return pages;
}

function toSignIn(site: Site, c: Context, { to }: Look): Response {
  return goTo(c, pathTo(site, '/sign-in', { to: pathTo(site, PATH, { to }) }));
}

async function answer(site: Site, c: Context) {
  const form = await arrivedForm(site, c);
  const look = await lookOf(site, c);
  if (form === undefined) return refuse(site, c, new AppError('input_invalid'), look.language);
  if (look.visitor === null) return toSignIn(site, c, look);
  if (form.wish === undefined) {
    const { stale } = wordsIn(look.language).signIn;
    return showForm(site, c, look, { code: 'input_invalid', form: stale });
  }
  const text = (name: string) => form.fields.get(name) ?? '';
  const [current, password] = [text('current'), text('password')];
  const entered = { password, confirmation: text('confirmation'), idempotencyKey: form.wish.idempotencyKey };
  try {
    await save(look, entered, current);
  } catch (error) {
    return showForm(site, c, look, wrongIn(c, error, look, password));
  }
  const { mustChangePassword } = look.visitor;
  const to = onward(site, look);
  return mustChangePassword
    ? leave(site, c, to, look.ctx)
    : goTo(c, pathTo(site, `${PATH}/saved`, { to: look.to }), look.ctx);
}

async function save(
  look: Look,
  entered: { password: string; confirmation: string; idempotencyKey: string },
  current: string,
): Promise<void> {
  if (look.visitor!.mustChangePassword && current === '') return choosePassword(look.ctx, entered);
  const wish = ChangePassword.safeParse({ ...entered, ...(current !== '' && { current }) });
  if (!wish.success) fail('password_too_weak');
  await changePassword(look.ctx, wish.data);
}

/** What a refusal is to the form; whatever is none of its matters is thrown on. */
function wrongIn(c: Context, error: unknown, look: Look, password: string): Wrong {
  const code = troubleIn(error);
  if (code !== undefined) return { code, trouble: { code, password } };
  if (!(error instanceof AppError)) throw error;
  const words = wordsIn(look.language);
  if (error.code === 'password_wrong')
    return { code: error.code, current: words.refusals.password_wrong.text };
  const minutes = minutesToWait(c, error);
  if (minutes !== null) return { code: error.code, current: words.common.limited(minutes) };
  if (error.code !== 'fresh_sign_in_required') throw error;
  return { code: error.code, current: words.password.stale, isStale: true };
}

function showForm(site: Site, c: Context, look: Look, wrong?: Wrong) {
  const { ctx, language, to } = look;
  const { passwords } = ctx.policy.policy.identity;
  if (passwords === null) return refuse(site, c, new AppError('not_in_policy'), language);
  if (look.visitor!.isOfProvider) return refuse(site, c, new AppError('people_from_provider'), language);
  if (!look.visitor!.hasPassword && ctx.caller.kind === 'account' && ctx.caller.session.workspaceId !== null)
    return refuse(site, c, new AppError('account_action_by_host'), language);
  if (!look.visitor!.hasPassword && !isFresh(ctx.caller, ctx.now())) {
    // Said before anything is typed: nothing that could be typed would do.
    const again = formTo(site, c, pathTo(site, '/sign-out', { to: pathTo(site, PATH, { to }) }));
    return show(c, lateView(language, again), wrong === undefined ? 200 : statusOf(wrong.code), ctx);
  }
  const view = passwordView({
    language,
    visitor: look.visitor!,
    rules: passwords,
    form: formTo(site, c, pathTo(site, PATH, { to })),
    asksCurrent: wrong?.isStale === true || asksCurrent(look),
    trouble: wrong?.trouble,
    currentProblem: wrong?.current,
    problem: wrong?.form,
  });
  return show(c, view, wrong === undefined ? 200 : statusOf(wrong.code), ctx);
}

/** Whether the current password is asked for: where there is one, and it was not proved just now by somebody who has to change it. */
function asksCurrent(look: Look): boolean {
  const { hasPassword, mustChangePassword } = look.visitor!;
  return hasPassword && !(mustChangePassword && isFresh(look.ctx.caller, look.ctx.now()));
}

function onward(site: Site, { to, ctx }: Look): string {
  // The own page would lead here again.
  const isHere = to?.startsWith(`${site.baseUrl}${PATH}`) === true;
  return safeTarget(isHere ? undefined : to, ctx.settings);
}
