// The pages to sign in, to go on from there, and to sign out. Whoever asks, what they answer tells nobody whether there is such a person.
import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { SignInOffer } from '../../shared/accounts/account.ts';
import { ReadSignInOffer, RequestLink, SignInWithPassword } from '../../shared/contract/sign-in.ts';
import { AppError } from '../../shared/errors.ts';
import type { FormWish } from '../sign-in/form.ts';
import { readSignInOffer } from '../sign-in/offer.ts';
import { signInWithPassword } from '../sign-in/password.ts';
import { requestLink } from '../sign-in/request-link.ts';
import { signOut } from '../sign-in/sign-out.ts';
import { safeTarget } from '../sign-in/target.ts';
import { goTo, MAX_FORM, MAX_PASSWORD_FORM, minutesToWait, show, statusOf } from './page-reply.ts';
import type { Look, Site } from './page-site.ts';
import { arrivedForm, formTo, leave, lookOf, pathTo, refuse } from './page-site.ts';
import type { SignInMode, SignInPage } from './sign-in-views.ts';
import { sentView, signedInView, signInView } from './sign-in-views.ts';
import { wordsIn } from './words/words.ts';

/** The pages `/sign-in`, `/sign-in/continue`, `/sign-out` and `/account`. */
export function signInPages(site: Site): Hono {
  const pages = new Hono();
  const tooLong = async (c: Context) =>
    refuse(site, c, new AppError('input_invalid'), (await lookOf(site, c)).language);

  pages.get('/sign-in', async (c) => {
    const look = await lookOf(site, c);
    if (look.visitor !== null) return showSignedIn(site, c, look, look.to ?? look.ctx.settings.appUrl);
    const notice =
      c.req.query('signed-out') === undefined ? undefined : wordsIn(look.language).signIn.signedOut;
    return showForm(site, c, look, { notice });
  });
  pages.post('/sign-in', bodyLimit({ maxSize: MAX_PASSWORD_FORM, onError: tooLong }), (c) => answer(site, c));

  // Where a form of ours leads before another site: the browser goes on from here by itself.
  pages.get('/sign-in/continue', async (c) => {
    const look = await lookOf(site, c);
    if (look.visitor === null) return goTo(c, pathTo(site, '/sign-in', { to: look.to }));
    return showSignedIn(site, c, look, safeTarget(look.to, look.ctx.settings), true);
  });

  pages.get('/account', async (c) => {
    const look = await lookOf(site, c);
    if (look.visitor !== null) return showSignedIn(site, c, look, look.ctx.settings.appUrl);
    return goTo(c, pathTo(site, '/sign-in', { to: `${site.path}/account` }));
  });

  pages.get('/sign-out', (c) => goTo(c, pathTo(site, '/sign-in')));
  pages.post('/sign-out', bodyLimit({ maxSize: MAX_FORM, onError: tooLong }), async (c) => {
    const form = await arrivedForm(site, c);
    const look = await lookOf(site, c);
    // Whoever cannot show a form of ours is asked on the page, and nobody is signed out by another site.
    if (form?.wish === undefined) return goTo(c, pathTo(site, '/sign-in', { to: look.to }));
    await signOut(look.ctx, { everywhere: false });
    return goTo(c, pathTo(site, '/sign-in', { to: look.to, 'signed-out': '' }), look.ctx);
  });

  pages.onError(async (error, c) => {
    if (!(error instanceof AppError)) throw error;
    return refuse(site, c, error, (await lookOf(site, c)).language);
  });
  return pages;
}

/** What a form of the page asks for. */
async function answer(site: Site, c: Context) {
  const form = await arrivedForm(site, c);
  const look = await lookOf(site, c);
  if (form === undefined) return refuse(site, c, new AppError('input_invalid'), look.language);
  const login = (form.fields.get('login') ?? '').trim();
  const words = wordsIn(look.language).signIn;
  const problem = (text: string, at: 'login' | 'password' = 'login', mode?: SignInMode) =>
    showForm(site, c, look, { login, problem: { text, at }, ...(mode && { mode }) }, 400);
  if (form.wish === undefined) return showForm(site, c, look, { login, notice: words.stale }, 403);
  const way = form.fields.get('way');
  if (way === 'back') return showForm(site, c, look, { login });
  if (way === 'show-password') return showForm(site, c, look, { login, mode: 'password' });
  if (login === '') {
    const { hasUsername } = look.ctx.policy.policy.identity;
    const text = hasUsername ? words.loginMissing : words.emailMissing;
    return problem(text, 'login', way === 'password' ? 'password' : undefined);
  }
  if (way === 'link' || way === 'reset') return askForLink(site, c, look, login, way);
  const password = form.fields.get('password') ?? '';
  if (password === '') return problem(words.passwordMissing, 'password', 'password');
  return tryPassword(site, c, look, { login, password, form: form.wish });
}

async function askForLink(site: Site, c: Context, look: Look, login: string, way: 'link' | 'reset') {
  const kind = way === 'link' ? 'sign-in' : 'reset';
  const wish = RequestLink.safeParse({ kind, login, to: look.to });
  // What is too long for a login is nobody's, and is answered like anybody's.
  if (wish.success) await requestLink(look.ctx, wish.data);
  const form = formTo(site, c, signInPath(site, c, look));
  return show(c, sentView({ language: look.language, kind, login, form }), 200, look.ctx);
}

async function tryPassword(
  site: Site,
  c: Context,
  look: Look,
  { login, password, form }: { login: string; password: string; form: FormWish },
) {
  const words = wordsIn(look.language);
  try {
    const wish = SignInWithPassword.safeParse({ login, password, to: look.to });
    if (!wish.success) throw new AppError('sign_in_failed');
    const { to, mustChangePassword } = await signInWithPassword(look.ctx, wish.data, form);
    const target = to ?? safeTarget(undefined, look.ctx.settings);
    return mustChangePassword
      ? goTo(c, pathTo(site, '/account/password', { to: target }), look.ctx)
      : leave(site, c, target, look.ctx);
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'sign_in_failed' && error.code !== 'rate_limited'))
      throw error;
    // For the log of refusals, as if nobody had caught it.
    c.error = error;
    const minutes = minutesToWait(c, error);
    const text = minutes === null ? words.signIn.failed : words.common.limited(minutes);
    const problem = { text, at: 'password' } as const;
    return showForm(site, c, look, { login, problem, mode: 'password' }, statusOf(error.code));
  }
}

/** The address of the page with what it remembers, all of it made safe. */
function signInPath(site: Site, c: Context, { to }: Look): string {
  const { workspaceId } = askedOffer(c);
  return pathTo(site, '/sign-in', { to, workspace: workspaceId });
}

function askedOffer(c: Context): ReadSignInOffer {
  const asked = ReadSignInOffer.safeParse({ workspaceId: c.req.query('workspace') });
  return asked.success ? asked.data : {};
}

async function showForm(
  site: Site,
  c: Context,
  look: Look,
  said: Partial<Pick<SignInPage, 'login' | 'problem' | 'notice' | 'mode'>>,
  status: Parameters<typeof show>[2] = 200,
) {
  const offer = await readSignInOffer(look.ctx, { ...askedOffer(c), to: look.to });
  const form = formTo(site, c, signInPath(site, c, look));
  const view = signInView({ language: look.language, offer, mode: modeOf(offer), form, ...said });
  return show(c, view, status, look.ctx);
}

/** What the page asks for first: the first way of the policy that needs no provider and works. */
function modeOf({ ways, hasMail }: SignInOffer): SignInMode {
  const typed = ways.filter((way) => way === 'password' || (way === 'link' && hasMail));
  return typed[0] === 'link' ? 'link' : 'password';
}

function showSignedIn(site: Site, c: Context, look: Look, target: string | null, isGoingOn = false) {
  const { email, hasPassword, mustChangePassword, isOfProvider } = look.visitor!;
  const { passwords } = look.ctx.policy.policy.identity;
  if (mustChangePassword) return goTo(c, pathTo(site, '/account/password', { to: look.to }));
  // Our own page of the account is this very page.
  const leadsAway = target !== null && target !== `${site.baseUrl}/account`;
  const view = signedInView({
    language: look.language,
    email,
    target: leadsAway ? target : null,
    isGoingOn: isGoingOn && leadsAway,
    signOut: formTo(site, c, pathTo(site, '/sign-out', { to: look.to })),
    passwordPath: passwords === null || isOfProvider ? null : pathTo(site, '/account/password'),
    hasPassword,
  });
  return show(c, view, 200, look.ctx);
}
