// The own account in <user-admin>: every section, its states, and what is locked.
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Account } from '../../shared/accounts/account.ts';
import { Failure } from '../failure.ts';
import { NotifyIntent } from '../intents.ts';
import { MemoryAccount } from '../testing/memory-account.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aGate, aStage, announced, deep, focused, found, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

interface AccountStage extends Stage {
  readonly account: MemoryAccount;
}

/** <user-admin view="account"> for somebody who signed in here. */
async function anAccountStage(over: Partial<Account> = {}, setting: Setting = {}): Promise<AccountStage> {
  let account: MemoryAccount | undefined;
  const stage = await aStage({
    policy: collaborators,
    attributes: { view: 'account' },
    ...setting,
    viewer: { isSignedIn: true, ...setting.viewer },
    prepare: (api) => {
      account = new MemoryAccount(api, Date.now(), over);
      return setting.prepare?.(api);
    },
  });
  return { ...stage, account: account! };
}

const section = (stage: Stage, tag: string) => found(stage, tag).then((element) => element.shadowRoot!);
const textOf = (root: ParentNode) => root.textContent!.replace(/\s+/g, ' ');
const button = (root: ParentNode, name: string) =>
  [...root.querySelectorAll<HTMLElement>('button, a.button')].find(
    (one) => (one.ariaLabel ?? one.textContent!).trim() === name,
  )!;
const type = (input: HTMLInputElement, value: string) => {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
};
const field = (root: ParentNode, name: string) => root.querySelector<HTMLInputElement>(`[name=${name}]`)!;
/** Presses the button of the open question that does it. */
async function confirm(stage: Stage): Promise<void> {
  const dialog = await found<HTMLDialogElement>(stage, 'dialog[open]');
  const host = (dialog.getRootNode() as ShadowRoot).host;
  [...host.querySelectorAll<HTMLElement>('[slot=actions]')].at(-1)!.click();
}

describe('the own account', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  it('P57 shows everything of it, and is accessible in light and dark', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const stage = await anAccountStage({}, { scheme });
      await found(stage, 'ua-own-history .sign-in, .sign-in');
      await settled(stage.element);
      await expect(stage.element).to.be.accessible();
    }
  });

  it('says that it is loading, what failed, and tries again', async () => {
    const gate = aGate();
    const stage = await anAccountStage(
      {},
      { before: ({ name }) => (name === 'account.get' ? gate.opened : undefined) },
    );
    await found(stage, 'ua-account-view');
    await waitUntil(() => deep(stage.element.renderRoot, '[aria-busy=true]') !== null);
    stage.api.before = ({ name }) => {
      if (name === 'account.get') throw new Failure('offline');
    };
    stage.element.refresh();
    const empty = await found(stage, 'ua-empty-state[icon=offline]');
    await expect(stage.element).to.be.accessible();
    stage.api.before = () => {};
    empty.querySelector('button')!.click();
    await found(stage, 'ua-profile-form');
    gate.open();
  });

  it('says under a host\u2019s token that the account belongs to the product around, and asks the server nothing', async () => {
    const stage = await aStage({ policy: collaborators, attributes: { view: 'account' } });
    const empty = await found(stage, 'ua-account-view').then(() => found(stage, 'ua-empty-state'));
    expect(empty.textContent).to.contain('signed in through the app around this page');
    expect(stage.api.count('account.get')).to.equal(0);
    await expect(stage.element).to.be.accessible();
  });

  describe('profile', () => {
    it('saves what was changed and nothing else, tells the page, and takes the answer over', async () => {
      const stage = await anAccountStage();
      let isTold = 0;
      stage.element.addEventListener('ua-profile-changed', () => (isTold += 1));
      const form = await section(stage, 'ua-profile-form');
      expect(button(form, 'Save').ariaDisabled).to.equal('true');
      type(field(form, 'name'), 'Amara O.');
      await settled(stage.element);
      button(form, 'Save').click();
      await waitUntil(() => stage.account.now.name === 'Amara O.');
      await waitUntil(() => announced(stage).includes('Your profile is saved'));
      const { input } = stage.api.calls.find(({ name }) => name === 'account.changeProfile')!;
      expect(input).to.deep.equal({ name: 'Amara O.', version: 1 });
      expect(isTold).to.equal(1);
      await waitUntil(() => button(form, 'Save').ariaDisabled === 'true');
    });

    it('takes a username once, and locks it then', async () => {
      const stage = await anAccountStage();
      const form = await section(stage, 'ua-profile-form');
      type(field(form, 'username'), '1amara');
      await settled(stage.element);
      button(form, 'Save').click();
      await waitUntil(() => form.querySelector('[role=alert]') !== null);
      expect(field(form, 'username').value, 'what was typed stays').to.equal('1amara');
      expect(field(form, 'username').getAttribute('aria-invalid')).to.equal('true');
      await waitUntil(() => form.activeElement === field(form, 'username'));
      type(field(form, 'username'), 'amara');
      await settled(stage.element);
      button(form, 'Save').click();
      await waitUntil(() => textOf(form).includes('A username stays once it is set.'));
      expect(field(form, 'username')).to.equal(null);
    });

    it('says beside the username that somebody has it already', async () => {
      const stage = await anAccountStage(
        {},
        {
          before: ({ name }) => {
            if (name === 'account.changeProfile') throw new Failure('already_exists');
          },
        },
      );
      const form = await section(stage, 'ua-profile-form');
      type(field(form, 'username'), 'amara');
      await settled(stage.element);
      button(form, 'Save').click();
      await waitUntil(() => form.activeElement === field(form, 'username'));
      expect(textOf(field(form, 'username').closest('label')!)).to.contain(
        'Somebody has this username already',
      );
      expect(field(form, 'username').value).to.equal('amara');
    });

    it('keeps what was typed where somebody else changed the profile in the meantime', async () => {
      const stage = await anAccountStage();
      const form = await section(stage, 'ua-profile-form');
      stage.account.now = { ...stage.account.now, language: 'de', version: 2 };
      type(field(form, 'name'), 'Amara O.');
      await settled(stage.element);
      button(form, 'Save').click();
      await waitUntil(() => form.querySelector('[role=alert]') !== null);
      await waitUntil(() => form.querySelector('select')!.value === 'de');
      expect(field(form, 'name').value).to.equal('Amara O.');
      button(form, 'Save').click();
      await waitUntil(() => stage.account.now.name === 'Amara O.');
    });

    it('D30 locks name and address of somebody whom a provider names, and says where they come from', async () => {
      const stage = await anAccountStage({ source: 'provider' });
      const form = await section(stage, 'ua-profile-form');
      expect(field(form, 'name')).to.equal(null);
      expect(field(form, 'username'), 'there is no use for one').to.equal(null);
      expect(textOf(form)).to.contain('From your identity provider');
      expect(field(form, 'language'), 'the language stays theirs').not.to.equal(null);
      const email = await section(stage, 'ua-email-form');
      expect(email.querySelector('button')).to.equal(null);
      expect(textOf(email)).to.contain('Change it there');
      await expect(stage.element).to.be.accessible();
    });
  });

  describe('e-mail address', () => {
    it('is changed by a link to the new one, and waits until it was opened', async () => {
      const stage = await anAccountStage();
      const form = await section(stage, 'ua-email-form');
      expect(textOf(form)).to.contain('Confirmed');
      button(form, 'Change').click();
      await waitUntil(() => focused() === field(form, 'email'));
      await sendKeys({ type: 'new@example.org' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => textOf(form).includes('Waiting for new@example.org'));
      expect(textOf(form)).to.contain('Until then amara.okafor@example.org stays');
      expect(focused()).to.equal(button(form, 'Change'));
    });

    it('keeps a wrong one in its field, with the reason', async () => {
      const stage = await anAccountStage();
      const form = await section(stage, 'ua-email-form');
      button(form, 'Change').click();
      await waitUntil(() => field(form, 'email') !== null);
      type(field(form, 'email'), 'nonsense');
      button(form, 'Send confirmation').click();
      await waitUntil(
        () => form.querySelector('[role=alert]')?.textContent === 'Enter a complete e-mail address.',
      );
      expect(field(form, 'email').value).to.equal('nonsense');
      await expect(stage.element).to.be.accessible();
    });

    it('says why it cannot be changed without a mail server', async () => {
      const stage = await anAccountStage({}, { viewer: { hasMail: false } });
      const form = await section(stage, 'ua-email-form');
      expect(button(form, 'Change')).to.equal(undefined);
      expect(textOf(form)).to.contain('No mail server is set up yet.');
    });
  });

  describe('connected sign-ins', () => {
    it('connects by a plain link that comes back to this page', async () => {
      const stage = await anAccountStage({}, { attributes: { view: 'account', endpoint: '/people/' } });
      const list = await section(stage, 'ua-connections');
      const { pathname, searchParams } = new URL(
        (button(list, 'Connect Other Identity') as HTMLAnchorElement).href,
      );
      expect(pathname).to.equal('/people/sign-in/provider/provider-other');
      expect([searchParams.get('mode'), searchParams.get('to')]).to.deep.equal(['connect', location.href]);
    });

    it('SEC_D17 connects once the viewer has proved who they are, without leaving the page before', async () => {
      const stage = await anAccountStage({}, { attributes: { view: 'account', endpoint: '#' } });
      stage.account.isStale = true;
      const list = await section(stage, 'ua-connections');
      button(list, 'Connect Other Identity').click();
      const question = (await found(stage, 'ua-step-up')).shadowRoot!;
      await waitUntil(() => question.querySelector('.secret input') !== null);
      expect(location.hash).to.equal('');
      type(question.querySelector<HTMLInputElement>('.secret input')!, stage.account.password);
      button(question, 'Confirm').click();
      await waitUntil(() => location.hash !== '');
      expect(location.hash).to.contain('#/sign-in/provider/provider-other?mode=connect');
      history.replaceState(null, '', location.pathname + location.search);
    });

    it('says why connecting was refused, where it was tried', async () => {
      const stage = await anAccountStage({}, { attributes: { view: 'account', endpoint: '#' } });
      stage.api.before = ({ name }) => {
        if (name === 'providers.prepareConnecting') throw new Failure('provider_not_found');
      };
      const list = await section(stage, 'ua-connections');
      button(list, 'Connect Other Identity').click();
      await waitUntil(() => list.querySelector('.error') !== null);
      expect(textOf(list)).to.contain('no longer set up');
      expect(location.hash).to.equal('');
    });

    it('D31 says beforehand that one stays where it alone says who the person is', async () => {
      const stage = await anAccountStage();
      const { connections } = stage.account.now;
      stage.account.now = { ...stage.account.now, connections: [{ ...connections[0]!, isFixed: true }] };
      stage.element.refresh();
      const list = await section(stage, 'ua-connections');
      await waitUntil(() => button(list, 'Disconnect Acme Login').ariaDisabled === 'true');
      expect(button(list, 'Disconnect Acme Login').getAttribute('aria-description')).to.contain(
        'identity provider',
      );
      button(list, 'Disconnect Acme Login').click();
      await settled(stage.element);
      expect(deep(stage.element.renderRoot, 'dialog[open]')).to.equal(null);
      await expect(stage.element).to.be.accessible();
    });

    it('disconnects after a question, and says why the last way stays', async () => {
      const stage = await anAccountStage({ hasPassword: false });
      const list = await section(stage, 'ua-connections');
      button(list, 'Disconnect Acme Login').focus();
      button(list, 'Disconnect Acme Login').click();
      await confirm(stage);
      await waitUntil(() => deep(stage.element.renderRoot, 'ua-connections [role=alert], .error') !== null);
      expect(deep(stage.element.renderRoot, '.error')!.textContent).to.contain('your only way to sign in');
      stage.account.now = { ...stage.account.now, hasPassword: true };
      await confirm(stage);
      await waitUntil(() => button(list, 'Disconnect Acme Login') === undefined);
      await waitUntil(() => announced(stage).includes('Acme Login no longer opens your account.'));
      await waitUntil(() => list.activeElement?.matches('.rows *') === true);
    });
  });

  describe('sessions', () => {
    it('SEC_D08 ends one after a question, and marks the own one, which has no button', async () => {
      const stage = await anAccountStage();
      const list = await section(stage, 'ua-session-list');
      await waitUntil(() => list.querySelectorAll('li').length === 3);
      expect(textOf(list.querySelector('li')!)).to.contain('This browser');
      expect(list.querySelector('li')!.querySelector('button')).to.equal(null);
      button(list, 'End the session on Safari on iPhone').click();
      await confirm(stage);
      await waitUntil(() => list.querySelectorAll('li').length === 2);
      expect(stage.account.sessions.map(({ device }) => device)).not.to.include('Safari on iPhone');
    });

    it('SEC_D08 ends all others', async () => {
      const stage = await anAccountStage();
      const own = await section(stage, 'ua-own-sessions');
      await waitUntil(() => button(own, 'End all others') !== undefined);
      button(own, 'End all others').click();
      await confirm(stage);
      await waitUntil(() => textOf(own).includes('You are signed in nowhere else.'));
      expect(stage.account.sessions).to.have.length(1);
    });

    it('SEC_D08 SEC_W10 signs out, takes everything away and tells the page', async () => {
      const stage = await anAccountStage();
      const told: string[] = [];
      for (const name of ['ua-signed-out', 'ua-forbidden'] as const)
        stage.element.addEventListener(name, () => told.push(name));
      const view = await section(stage, 'ua-account-view');
      await waitUntil(() => button(view, 'Sign out') !== undefined);
      view.dispatchEvent(new NotifyIntent({ text: 'Ann is now Owner.' }));
      await found(stage, '.notice');
      button(view, 'Sign out').click();
      await waitUntil(() => told.length === 2);
      await stage.element.updateComplete;
      expect(deep(stage.element.renderRoot, '.notice')).to.equal(null);
      expect(told).to.deep.equal(['ua-signed-out', 'ua-forbidden']);
      expect(deep(stage.element.renderRoot, 'ua-account-view')).to.equal(null);
      const { input } = stage.api.calls.find(({ name }) => name === 'signIn.signOut')!;
      expect(input).to.deep.equal({ everywhere: false });
    });
  });

  it('W50 shows sign-ins with what was unusual in words, the rest on request', async () => {
    const stage = await anAccountStage();
    const history = await section(stage, 'ua-own-history');
    await waitUntil(() => history.querySelectorAll('.sign-in').length === 5);
    expect(textOf(history)).to.contain('After many failed attempts').and.to.contain('New network');
    expect(textOf(history)).to.contain('Failed to sign in with a password');
    button(history, 'Show 2 more').click();
    await waitUntil(() => history.querySelectorAll('.sign-in').length === 7);
    expect(textOf(history)).to.contain('First in 90 days');
  });

  it('leaves out password and connections where the policy knows none', async () => {
    const stage = await anAccountStage(
      { connections: [], connectable: [], hasPassword: false },
      { policy: tables },
    );
    await found(stage, 'ua-own-history');
    expect(deep(stage.element.renderRoot, 'ua-password-form')).to.equal(null);
    expect(deep(stage.element.renderRoot, 'ua-connections')).to.equal(null);
    expect(field(await section(stage, 'ua-profile-form'), 'username')).to.equal(null);
  });

  it('fits into 320 px', async () => {
    const stage = await anAccountStage({}, { width: 320 });
    await found(stage, '.sign-in');
    await settled(stage.element);
    expect(stage.element.scrollWidth).to.be.at.most(320);
  });
});
