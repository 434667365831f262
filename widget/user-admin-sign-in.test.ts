// <user-admin-sign-in> alone on a page: the ways in the policy's order, what is asked, and what comes of it.
import { expect, fixture } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { SignInOffer } from '../shared/accounts/account.ts';
import { Failure } from './failure.ts';
import type { SignedInEvent } from './sign-in/events.ts';
import type { MemoryApi } from './testing/memory-api.ts';
import { MemorySignInElement, RIGHT, anOffer, offerSignIn } from './testing/memory-sign-in.ts';
import { aGate, anApi, focused } from './testing/stage.ts';
import { waitUntil } from './testing/wait-until.ts';

interface SignInStage {
  readonly element: MemorySignInElement;
  readonly api: MemoryApi;
  readonly root: ShadowRoot;
}

async function aSignIn(
  over: Partial<SignInOffer> = {},
  {
    before,
    scheme = 'light',
    width = 600,
    to = '/app',
    endpoint = '/people',
  }: { before?: MemoryApi['before']; scheme?: string; width?: number; to?: string; endpoint?: string } = {},
): Promise<SignInStage> {
  const api = anApi();
  offerSignIn(api, anOffer(over));
  if (before !== undefined) api.before = before;
  const element = new MemorySignInElement();
  Object.assign(element, { calls: api, endpoint, to });
  const frame = document.createElement('div');
  frame.style.cssText = `inline-size: ${width}px; color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#0e0f11' : '#ffffff'}`;
  frame.append(element);
  await fixture(frame);
  return { element, api, root: element.shadowRoot! };
}

/** The same, once the form is there. */
async function aForm(...args: Parameters<typeof aSignIn>): Promise<SignInStage> {
  const stage = await aSignIn(...args);
  await waitUntil(() => stage.root.querySelector('h1') !== null);
  return stage;
}

const labels = ({ root }: SignInStage) =>
  [...root.querySelectorAll('button:not(.icon), a')].map((one) => one.textContent!.trim());
const press = ({ root }: SignInStage, name: string) =>
  [...root.querySelectorAll<HTMLElement>('button, a')]
    .find((one) => one.textContent!.trim() === name)!
    .click();
const field = ({ root }: SignInStage, name: string) =>
  root.querySelector<HTMLInputElement>(`[name=${name}]`)!;
const problem = ({ root }: SignInStage) => root.querySelector('[role=alert]')?.textContent?.trim();
const heading = ({ root }: SignInStage) => root.querySelector('h1')!.textContent;

describe('<user-admin-sign-in>', () => {
  before(() => setViewport({ width: 900, height: 800 }));

  it('asks for nothing while it has no endpoint, and says what is missing', async () => {
    const { element, api, root } = await aSignIn({}, { endpoint: '' });
    await element.updateComplete;
    expect(api.calls).to.deep.equal([]);
    expect(root.textContent).to.contain('endpoint is missing');
    element.endpoint = '/people';
    await waitUntil(() => api.count('signIn.offer') === 1);
  });

  it('is as wide as ever where the page puts it in its middle, and no wider than the page', async () => {
    for (const [page, card] of [
      [900, 458],
      [320, 288],
    ] as const) {
      await setViewport({ width: page, height: 800 });
      const stage = await aForm({}, { width: page - 20 });
      for (const display of ['block', 'grid; place-items: center', 'flex; justify-content: center']) {
        stage.element.parentElement!.style.cssText += `display: ${display}`;
        expect(stage.root.querySelector<HTMLElement>('.frame')!.offsetWidth, display).to.equal(card);
      }
    }
    await setViewport({ width: 900, height: 800 });
  });

  it('offers the ways in the order of the policy, and is accessible in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      const stage = await aForm({}, { scheme });
      expect(labels(stage)).to.deep.equal([
        'Sign in',
        'Send me a sign-in link',
        'Forgot your password?',
        'Sign in with Acme Login',
      ]);
      await expect(stage.element).to.be.accessible();
    }
    const others = await aForm({ ways: ['provider', 'link'], hasUsername: false, workspace: 'Northwind' });
    expect(heading(others)).to.equal('Sign in to Northwind');
    expect(labels(others)).to.deep.equal(['Sign in with Acme Login', 'Send me a sign-in link']);
    expect(field(others, 'login').type).to.equal('email');
    await expect(others.element).to.be.accessible();
  });

  it('asks with workspace and target, and links to providers where it is safe', async () => {
    const stage = await aForm({
      providers: [
        { ...anOffer().providers[0]!, href: 'javascript:alert(1)' },
        { ...anOffer().providers[0]!, href: '/people/sign-in/provider/x' },
      ],
    });
    expect([...stage.root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).to.deep.equal([
      null,
      new URL('/people/sign-in/provider/x', location.href).href,
    ]);
    stage.element.workspace = 'workspace-1';
    await waitUntil(() => stage.api.count('signIn.offer') === 2);
    expect(stage.api.calls.at(-1)!.input).to.deep.equal({ workspaceId: 'workspace-1', to: '/app' });
  });

  it('SEC_C19 signs in by keyboard, with fields that a password manager knows, and goes on', async () => {
    const stage = await aForm();
    expect([field(stage, 'login').autocomplete, field(stage, 'password').autocomplete]).to.deep.equal([
      'username',
      'current-password',
    ]);
    expect(field(stage, 'password').type).to.equal('password');
    const told: SignedInEvent[] = [];
    stage.element.addEventListener('ua-signed-in', (event) => told.push(event));
    stage.element.focus();
    await sendKeys({ type: 'amara@example.org' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: RIGHT });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => stage.element.gone.length === 1);
    expect(stage.element.gone).to.deep.equal(['/app']);
    expect(told.map(({ to, mustChangePassword }) => [to, mustChangePassword])).to.deep.equal([
      ['/app', false],
    ]);
    expect(stage.api.calls.at(-1)!.input).to.deep.equal({
      login: 'amara@example.org',
      password: RIGHT,
      to: '/app',
    });
    expect(stage.root.querySelector('input')).to.equal(null);
  });

  it('stays where the page cancels, or names no target', async () => {
    for (const to of ['/app', '']) {
      const stage = await aForm({}, { to });
      stage.element.addEventListener('ua-signed-in', (event) => to !== '' && event.preventDefault());
      field(stage, 'login').value = 'amara';
      field(stage, 'password').value = RIGHT;
      press(stage, 'Sign in');
      await waitUntil(() => heading(stage) === 'You are signed in');
      expect(stage.element.gone).to.deep.equal([]);
      await expect(stage.element).to.be.accessible();
    }
  });

  it('keeps what was typed where it did not work, says so calmly, and tells the page a code and no more', async () => {
    const stage = await aForm();
    const codes: string[] = [];
    stage.element.addEventListener('ua-error', ({ code }) => codes.push(code));
    field(stage, 'login').value = 'amara';
    field(stage, 'password').value = 'wrong';
    press(stage, 'Sign in');
    await waitUntil(() => problem(stage) !== undefined);
    expect(problem(stage)).to.equal(
      'That did not work. Check what you entered, or have a sign-in link sent to you.',
    );
    expect([field(stage, 'login').value, field(stage, 'password').value]).to.deep.equal(['amara', 'wrong']);
    expect(focused()).to.equal(field(stage, 'password'));
    expect(codes).to.deep.equal(['sign_in_failed']);
    await expect(stage.element).to.be.accessible();
    stage.api.before = () => {
      throw new Failure('rate_limited');
    };
    press(stage, 'Sign in');
    await waitUntil(() => problem(stage)!.includes('too often'));
  });

  it('asks for an address only, where people have no usernames', async () => {
    const stage = await aForm({ ways: ['link'], hasUsername: false });
    press(stage, 'Send me a sign-in link');
    await waitUntil(() => problem(stage) === 'Enter your address first.');
  });

  it('begins anew where an attribute is taken away, or a framework has nothing to say', async () => {
    const stage = await aForm();
    stage.element.setAttribute('to', '/elsewhere');
    stage.element.setAttribute('workspace', 'workspace-1');
    await stage.element.updateComplete;
    for (const name of ['to', 'workspace']) stage.element.removeAttribute(name);
    Object.assign(stage.element, { theme: undefined });
    await waitUntil(() => stage.root.querySelector('h1') !== null);
    expect(stage.api.calls.at(-1)!.input).to.deep.equal({});
    Object.assign(stage.element, { endpoint: undefined });
    await stage.element.updateComplete;
    const { endpoint, workspace, to, theme } = stage.element;
    expect([endpoint, workspace, to, theme]).to.deep.equal(['', '', '', '']);
  });

  it('sends nothing that is empty', async () => {
    const stage = await aForm();
    press(stage, 'Sign in');
    await waitUntil(() => problem(stage) === 'Enter your address or username first.');
    expect(field(stage, 'login').getAttribute('aria-invalid')).to.equal('true');
    field(stage, 'login').value = 'amara';
    press(stage, 'Sign in');
    await waitUntil(() => problem(stage) === 'Enter your password.');
    expect(stage.api.count('signIn.password')).to.equal(0);
  });

  it('SEC_W11 signs in once on a double click', async () => {
    const gate = aGate();
    const stage = await aForm(
      {},
      { before: ({ name }) => (name === 'signIn.password' ? gate.opened : undefined) },
    );
    field(stage, 'login').value = 'amara';
    field(stage, 'password').value = RIGHT;
    press(stage, 'Sign in');
    press(stage, 'Sign in');
    gate.open();
    await waitUntil(() => stage.element.gone.length === 1);
    expect(stage.api.count('signIn.password')).to.equal(1);
  });

  it('has a link sent, and says the same whoever asks', async () => {
    const stage = await aForm();
    field(stage, 'login').value = 'amara@example.org';
    press(stage, 'Send me a sign-in link');
    await waitUntil(() => labels(stage)[0] === 'Send me a sign-in link');
    expect(field(stage, 'login').value, 'what was typed stays').to.equal('amara@example.org');
    press(stage, 'Send me a sign-in link');
    await waitUntil(() => heading(stage) === 'Check your mail');
    expect(stage.api.calls.at(-1)!.input).to.deep.equal({
      kind: 'sign-in',
      login: 'amara@example.org',
      to: '/app',
    });
    expect(stage.root.textContent).to.contain('If amara@example.org belongs to somebody here');
    await waitUntil(() => focused() === stage.root.querySelector('h1'));
    await expect(stage.element).to.be.accessible();
    press(stage, 'Send it again');
    await waitUntil(() => stage.api.count('signIn.requestLink') === 2);
    await waitUntil(() => stage.root.querySelector('[role=status]')!.textContent === 'Sent again.');
    press(stage, 'Use another address');
    await waitUntil(() => field(stage, 'login') !== null);
    expect(field(stage, 'login').value).to.equal('amara@example.org');
  });

  it('has a link to choose a new password sent', async () => {
    const stage = await aForm();
    field(stage, 'login').value = 'amara';
    press(stage, 'Forgot your password?');
    await waitUntil(() => heading(stage) === 'Choose a new password');
    expect(field(stage, 'password')).to.equal(null);
    await expect(stage.element).to.be.accessible();
    press(stage, 'Send me a link');
    await waitUntil(() => heading(stage) === 'Check your mail');
    expect(stage.api.calls.at(-1)!.input).to.deep.include({ kind: 'reset', login: 'amara' });
  });

  it('offers no links without a mail server, and says so where there is no other way', async () => {
    const stage = await aForm({ hasMail: false });
    expect(labels(stage)).to.deep.equal(['Sign in', 'Sign in with Acme Login']);
    field(stage, 'login').value = 'amara';
    field(stage, 'password').value = 'wrong';
    press(stage, 'Sign in');
    await waitUntil(() => problem(stage) !== undefined);
    expect(problem(stage)).to.equal('That did not work. Check what you entered.', 'and advises no link');
    const none = await aForm({ hasMail: false, ways: ['link'], providers: [] });
    expect(none.root.textContent).to.contain('no mail server is set up');
    await expect(none.element).to.be.accessible();
  });

  it('says that it is loading, what failed, and tries again', async () => {
    const gate = aGate();
    const stage = await aSignIn({}, { before: () => gate.opened });
    expect(stage.root.querySelector('[aria-busy=true] [role=status]')!.textContent).to.equal('Loading');
    await expect(stage.element).to.be.accessible();
    const failing = await aSignIn(
      {},
      {
        before: () => {
          throw new Failure('offline');
        },
      },
    );
    await waitUntil(() => problem(failing)?.includes('could not be reached') === true);
    await expect(failing.element).to.be.accessible();
    failing.api.before = () => {};
    press(failing, 'Try again');
    await waitUntil(() => heading(failing) === 'Sign in');
    gate.open();
  });

  it('fits into 280 px', async () => {
    const stage = await aForm({}, { width: 280 });
    expect(stage.element.scrollWidth).to.be.at.most(280);
  });
});
