// The ways to identity providers and back. Two requests here come from other sites, each bound to a journey that one browser began.
import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { Language } from '../../shared/accounts/account.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { AppError, fail } from '../../shared/errors.ts';
import type { ProviderId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import type { Arrival } from '../providers/arrive.ts';
import { arriveByCallback, arriveByResult, keepResponse, missed } from '../providers/arrive.ts';
import { ATTEMPT_LIFE, newSecret } from '../providers/attempts.ts';
import type { Begin } from '../providers/begin.ts';
import { beginConnecting, beginSignIn, beginTest } from '../providers/begin.ts';
import { confirmConnection, peekConnection } from '../providers/connect.ts';
import { isOwnFault, refusalOf } from '../providers/problem.ts';
import { addressOf, samlOf } from '../providers/reach.ts';
import { samlMetadata } from '../providers/saml.ts';
import { providerById } from '../providers/store.ts';
import { safeTarget } from '../sign-in/target.ts';
import { goTo, MAX_FORM, show, statusOf } from './page-reply.ts';
import type { Site } from './page-site.ts';
import { arrivedForm, formTo, lookOf, pathTo, refuse } from './page-site.ts';
import { connectedView, connectView, staleView, testedView, testOverView } from './provider-views.ts';

/** The largest form that a SAML provider may have posted, in bytes: a response, its characters escaped. */
const MAX_SAML_FORM = 512 * 1024;
const ID = '[A-Za-z0-9_-]{8,64}';

/** The routes below `/sign-in/` that providers take part in. */
export function providerRoutes(site: Site): Hono {
  const routes = new Hono();
  const browsers = new BrowserMark(site);
  journeyRoutes(routes, site, browsers);
  samlRoutes(routes, site);
  arrivalRoutes(routes, site, browsers);
  routes.onError(async (error, c) => {
    if (!(error instanceof AppError)) throw error;
    return refuse(site, c, error, await languageOf(site, c));
  });
  return routes;
}

/** To a provider, and back where it is not SAML. */
function journeyRoutes(routes: Hono, site: Site, browsers: BrowserMark): void {
  routes.get(`/sign-in/provider/:id{${ID}}`, async (c) => {
    // A person goes there. Pictures of another site would use up, unseen, how many journeys may begin from the network of who sees them.
    const from = c.req.header('Sec-Fetch-Site') ?? 'same-origin';
    if (from === 'cross-site' && c.req.header('Sec-Fetch-Dest') !== 'document') return fail('input_invalid');
    const { ctx, to } = await lookOf(site, c);
    const mode = c.req.query('mode') ?? 'sign-in';
    // Another page could sign the browser in as somebody of its own, without a single question: on ours the person chooses.
    if (mode === 'sign-in' && from !== 'same-origin') return goTo(c, await choiceOf(site, c, ctx, to));
    const begin: Begin = { providerId: idOf(c), to: c.req.query('to'), browser: browsers.give(c) };
    if (mode === 'test') return setOutToTest(site, c, ctx, begin);
    if (mode === 'connect') return setOutToConnect(site, c, ctx, begin);
    if (mode !== 'sign-in') return fail('input_invalid');
    return goTo(c, await told(() => beginSignIn(ctx, begin)), ctx);
  });

  // The first of the two: a GET that signs in, bound by state, nonce, PKCE and the browser's cookie.
  routes.get(`/sign-in/callback/:id{${ID}}`, async (c) => {
    const { ctx } = await lookOf(site, c);
    const query = new URL(c.req.url).search;
    const arrival = await arriveByCallback(ctx, { providerId: idOf(c), query, browser: browsers.of(c) });
    return arrived(site, c, ctx, arrival);
  });
}

/** Our page to sign in that offers the provider. @throws {AppError} `provider_not_found`. */
async function choiceOf(
  site: Site,
  c: Context,
  ctx: UseCaseContext,
  to: string | undefined,
): Promise<string> {
  const { workspaceId } = (await providerById(ctx.read, idOf(c))) ?? fail('provider_not_found');
  return pathTo(site, '/sign-in', { to, workspace: workspaceId });
}

/** Back from a SAML provider, and what it has to know of us. */
function samlRoutes(routes: Hono, site: Site): void {
  // The second: a POST from another site. Neither cookie nor bearer of it is looked at.
  routes.post(
    `/sign-in/saml/:id{${ID}}`,
    bodyLimit({ maxSize: MAX_SAML_FORM, onError: () => fail('input_invalid') }),
    async (c) => {
      const ctx = await site.contextFor(new Request(c.req.url));
      const attemptId = await keepResponse(ctx, { providerId: idOf(c), response: await responseOf(c) });
      return goTo(c, pathTo(site, `/sign-in/arrive/${attemptId}`));
    },
  );

  routes.get(`/sign-in/saml/:id{${ID}}/metadata`, async (c) => {
    const { ctx } = await lookOf(site, c);
    const provider = (await providerById(ctx.read, idOf(c))) ?? fail('provider_not_found');
    c.header('Content-Type', 'application/samlmetadata+xml; charset=utf-8');
    return c.body(await samlMetadata(samlOf(ctx, provider)));
  });
}

/** Where an answer that waits meets the browser that began, and the question whether to connect it. */
function arrivalRoutes(routes: Hono, site: Site, browsers: BrowserMark): void {
  routes.get(`/sign-in/arrive/:id{${ID}}`, async (c) => {
    const { ctx } = await lookOf(site, c);
    const arrival = await arriveByResult(ctx, { attemptId: c.req.param('id'), browser: browsers.of(c) });
    // What waits to be confirmed is asked on this very page.
    return arrival.is === 'connecting' ? ask(site, c, ctx, browsers.of(c)) : arrived(site, c, ctx, arrival);
  });

  routes.post(
    `/sign-in/arrive/:id{${ID}}`,
    bodyLimit({ maxSize: MAX_FORM, onError: () => fail('input_invalid') }),
    async (c) => {
      const form = await arrivedForm(site, c);
      if (form?.wish === undefined) return fail('input_invalid');
      const { ctx, language } = await lookOf(site, c);
      const journey = { attemptId: c.req.param('id')!, browser: browsers.of(c) };
      const { to } = await confirmConnection(ctx, journey);
      return show(c, connectedView(language, to), 200, ctx);
    },
  );
}

function idOf(c: Context): ProviderId {
  return c.req.param('id') as ProviderId;
}

/** The language of whoever looks; for a request from another site that of its browser, for no cookie of it is looked at. */
async function languageOf(site: Site, c: Context): Promise<Language> {
  if (c.req.method !== 'POST') return (await lookOf(site, c)).language;
  const language = c.req.header('Accept-Language') ?? '';
  return (await site.contextFor(new Request(c.req.url, { headers: { 'Accept-Language': language } }))).visit
    .language;
}

async function setOutToConnect(site: Site, c: Context, ctx: UseCaseContext, begin: Begin) {
  const stale = 'fresh_sign_in_required';
  const address = await unless(stale, () => told(() => beginConnecting(ctx, begin)));
  if (address !== undefined) return goTo(c, address, ctx);
  const back = begin.to === undefined ? '' : safeTarget(begin.to, ctx.settings);
  return show(c, staleView(await languageOf(site, c), back || pathTo(site, '/account')), statusOf(stale));
}

async function setOutToTest(site: Site, c: Context, ctx: UseCaseContext, begin: Begin) {
  const begun = await unless('link_used', () => beginTest(ctx, begin, c.req.query('test') ?? ''));
  if (begun === undefined) return show(c, testOverView(await languageOf(site, c)), statusOf('link_used'));
  const { attempt, provider } = begun;
  let address: string;
  try {
    address = await addressOf(ctx, provider, attempt);
  } catch (error) {
    if (isOwnFault(error)) throw error;
    return arrived(site, c, ctx, await missed(ctx, attempt, error));
  }
  return goTo(c, address);
}

/** The result; undefined for the one refusal that has words of its own here. */
async function unless<T>(code: ErrorCode, job: () => Promise<T>): Promise<T | undefined> {
  try {
    return await job();
  } catch (error) {
    if (error instanceof AppError && error.code === code) return undefined;
    throw error;
  }
}

/** The result of asking a provider; what goes wrong there is a refusal. */
async function told<T>(job: () => Promise<T>): Promise<T> {
  try {
    return await job();
  } catch (error) {
    if (error instanceof AppError || isOwnFault(error)) throw error;
    return fail(refusalOf(error));
  }
}

async function arrived(site: Site, c: Context, ctx: UseCaseContext, arrival: Arrival): Promise<Response> {
  const language = await languageOf(site, c);
  switch (arrival.is) {
    case 'in':
      return goTo(c, arrival.to, ctx);
    case 'connecting':
      return goTo(c, pathTo(site, `/sign-in/arrive/${arrival.attemptId}`), ctx);
    case 'tested':
      return show(c, testedView(language, arrival.isOk), 200, ctx);
    case 'refused':
      return refuse(site, c, new AppError(arrival.code), language);
  }
}

async function ask(site: Site, c: Context, ctx: UseCaseContext, browser: string | undefined) {
  const attemptId = c.req.param('id')!;
  const waiting = await peekConnection(ctx, { attemptId, browser });
  const path = pathTo(site, `/sign-in/arrive/${attemptId}`);
  const cancel = waiting.to ?? pathTo(site, '/account');
  return show(c, connectView(await languageOf(site, c), waiting, formTo(site, c, path), cancel));
}

async function responseOf(c: Context): Promise<string> {
  const type = c.req.header('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') fail('input_invalid');
  const responses = new URLSearchParams(await c.req.text()).getAll('SAMLResponse');
  return responses.length === 1 ? responses[0]! : fail('input_invalid');
}

/** What binds journeys to the browser that begins them: a cookie that opens nothing. */
class BrowserMark {
  readonly #isSecure: boolean;
  readonly #name: string;

  constructor({ baseUrl }: Pick<Site, 'baseUrl'>) {
    this.#isSecure = baseUrl.startsWith('https:');
    this.#name = `${this.#isSecure ? '__Host-' : ''}user-admin-sign-on`;
  }

  /** The browser's mark, a new one where it has none; kept for as long as a journey may take. */
  give(c: Context): string {
    const mark = this.of(c) ?? newSecret();
    // Lax and not Strict: the way back begins at another site.
    setCookie(c, this.#name, mark, {
      path: '/',
      maxAge: ATTEMPT_LIFE / 1000,
      httpOnly: true,
      sameSite: 'Lax',
      secure: this.#isSecure,
    });
    return mark;
  }

  of(c: Context): string | undefined {
    const mark = getCookie(c, this.#name);
    return mark !== undefined && /^[\w-]{43}$/.test(mark) ? mark : undefined;
  }
}
