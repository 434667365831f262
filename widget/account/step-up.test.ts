// What happens when something needs a fresh proof of who the viewer is: asked here, or of the page that vouches for them.
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { Failure } from '../failure.ts';
import { MemoryAccount } from '../testing/memory-account.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aStage, deep, focused, found, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { FreshSignInRequiredEvent } from './events.ts';

interface StaleStage extends Stage {
  readonly account: MemoryAccount;
  readonly form: ShadowRoot;
}

/** Somebody whose last proof is old, with another address typed and sent. */
async function aStaleStage(setting: Setting = {}): Promise<StaleStage> {
  let account: MemoryAccount | undefined;
  const stage = await aStage({
    policy: collaborators,
    attributes: { view: 'account', endpoint: '/people' },
    ...setting,
    viewer: { isSignedIn: true, ...setting.viewer },
    prepare: (api) => {
      account = new MemoryAccount(api, Date.now());
      account.isStale = true;
      api.before = ({ name }) => {
        if (name === 'account.changeEmail') account!.assertFresh();
      };
    },
  });
  const form = (await found(stage, 'ua-email-form')).shadowRoot!;
  await settled(stage.element);
  form.querySelector('button')!.click();
  await waitUntil(() => focused()?.localName === 'input');
  await sendKeys({ type: 'new@example.org' });
  await sendKeys({ press: 'Enter' });
  return { ...stage, account: account!, form };
}

const asking = async (stage: Stage): Promise<ShadowRoot> => {
  const { shadowRoot } = await found(stage, 'ua-step-up');
  await waitUntil(() => shadowRoot!.querySelector('ua-dialog')?.open === true);
  await waitUntil(() => shadowRoot!.querySelector('[aria-busy]') === null);
  return shadowRoot!;
};
const buttonIn = (root: ParentNode, name: string) =>
  [...root.querySelectorAll<HTMLElement>('button, a.button')].find(
    (one) => one.textContent!.trim() === name,
  )!;
const keys = ({ api }: Stage) =>
  api.calls
    .filter(({ name }) => name === 'account.changeEmail')
    .map(({ options }) => options!.idempotencyKey);

describe('a fresh proof', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  it('SEC_D17 SEC_W11 is the password, after which the same wish is sent again under its key', async () => {
    const stage = await aStaleStage();
    const root = await asking(stage);
    await waitUntil(() => focused()?.id === 'password');
    await expect(stage.element).to.be.accessible();
    await sendKeys({ type: 'wrong' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => root.querySelector('#password-error') !== null);
    const field = root.querySelector<HTMLInputElement>('.secret input')!;
    expect([field.value, field.type, field.autocomplete]).to.deep.equal([
      'wrong',
      'password',
      'current-password',
    ]);
    field.value = stage.account.password;
    buttonIn(root, 'Confirm').click();
    await waitUntil(() => stage.account.now.pendingEmail === 'new@example.org');
    expect(keys(stage)).to.have.length(2);
    expect(new Set(keys(stage)).size).to.equal(1);
    await waitUntil(() => deep(stage.element.renderRoot, 'ua-step-up') === null);
  });

  it('refused, leaves the clear reason at the form and what was typed in it', async () => {
    const stage = await aStaleStage();
    const root = await asking(stage);
    buttonIn(root, 'Cancel').click();
    await waitUntil(
      () => stage.form.querySelector('[role=alert]')?.textContent === 'Confirm that it is you to continue.',
    );
    expect(stage.form.querySelector('input')!.value).to.equal('new@example.org');
    await waitUntil(() => focused() === stage.form.querySelector('input'));
    expect(keys(stage)).to.have.length(1);
  });

  it('is asked for once where two wishes need it, and never twice for one', async () => {
    const stage = await aStaleStage();
    await asking(stage);
    stage.api.before = ({ name }) => {
      if (name === 'account.changeEmail') throw new Failure('fresh_sign_in_required');
    };
    const root = await asking(stage);
    root.querySelector<HTMLInputElement>('.secret input')!.value = stage.account.password;
    buttonIn(root, 'Confirm').click();
    await waitUntil(() => stage.form.querySelector('[role=alert]') !== null);
    expect(keys(stage)).to.have.length(2);
  });

  it('can be a link or a provider in another tab, so that nothing typed is lost', async () => {
    const stage = await aStaleStage();
    const root = await asking(stage);
    const provider = buttonIn(root, 'Continue with Acme Login') as HTMLAnchorElement;
    expect([provider.target, new URL(provider.href).pathname]).to.deep.equal([
      '_blank',
      '/people/sign-in/provider/provider-acme',
    ]);
    buttonIn(root, 'Send me a sign-in link').click();
    await waitUntil(() => root.querySelector('[role=status]:not(.help)') !== null);
    const { input } = stage.api.calls.find(({ name }) => name === 'signIn.requestLink')!;
    expect(input).to.deep.equal({ kind: 'sign-in', login: 'amara.okafor@example.org', to: location.href });
    stage.account.isStale = false;
    buttonIn(root, 'I have signed in').click();
    await waitUntil(() => stage.account.now.pendingEmail === 'new@example.org');
  });

  it('goes with the session: whoever comes next is asked nothing and does nothing', async () => {
    const stage = await aStaleStage();
    await asking(stage);
    stage.element.workspace = 'another-1';
    await stage.element.updateComplete;
    await waitUntil(() => deep(stage.element.renderRoot, 'ua-step-up') === null);
    expect(keys(stage)).to.have.length(1);
  });

  describe('under the page\u2019s own token', () => {
    /** A change that needs a proof, by an owner whom the page vouches for. */
    async function aWish(answer?: (event: FreshSignInRequiredEvent) => void) {
      let isStale = true;
      const stage = await aStage({
        before: ({ name }) => {
          if (name === 'members.changeRole' && isStale) throw new Failure('fresh_sign_in_required');
        },
      });
      const told: FreshSignInRequiredEvent[] = [];
      stage.element.addEventListener('ua-fresh-sign-in-required', (event) => {
        told.push(event);
        answer?.(event);
      });
      const select = await found<HTMLSelectElement>(stage, 'select[data-control=role]');
      select.value = [...select.options].find((option) => !option.selected && !option.disabled)!.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return { stage, told, prove: () => (isStale = false) };
    }

    it('SEC_D17 is the page\u2019s to get, and then the wish is sent again under its key', async () => {
      const proof = Promise.withResolvers<void>();
      const { stage, told, prove } = await aWish((event) => event.waitUntil(proof.promise));
      await waitUntil(() => told.length === 1);
      expect(stage.api.count('members.changeRole')).to.equal(1);
      prove();
      proof.resolve();
      await waitUntil(() => stage.api.count('members.changeRole') === 2);
      const calls = stage.api.calls.filter(({ name }) => name === 'members.changeRole');
      expect(new Set(calls.map(({ options }) => options!.idempotencyKey)).size).to.equal(1);
      expect([told.length, told[0]!.defaultPrevented]).to.deep.equal([1, true]);
    });

    it('is not asked for again where the page does not answer or cannot get it', async () => {
      for (const answer of [
        undefined,
        (event: FreshSignInRequiredEvent) => event.waitUntil(Promise.reject(new Error('closed'))),
      ]) {
        const { stage, told } = await aWish(answer);
        await waitUntil(
          () =>
            deep(stage.element.renderRoot, 'ua-notices')?.shadowRoot?.textContent?.includes(
              'Confirm that it is you',
            ) === true,
        );
        expect([told.length, stage.api.count('members.changeRole')]).to.deep.equal([1, 1]);
      }
    });
  });
});
