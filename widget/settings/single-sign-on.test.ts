// Single sign-on in the settings: testing a provider, domains, and what is left to the provider.
import { expect } from '@open-wc/testing';
import type { ProviderTest } from '../../shared/providers/provider.ts';
import { Failure } from '../failure.ts';
import { aProvider } from '../testing/memory-settings.ts';
import {
  aSettingsStage,
  asked,
  confirm,
  fieldOf,
  fill,
  openDialog,
  press,
  sectionOf,
  textOf,
} from '../testing/settings-stage.ts';
import { announced, deep, found, settled } from '../testing/stage.ts';
import type { Stage } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const RESULT: ProviderTest = {
  isOk: true,
  problem: '',
  issuer: 'https://login.example.org',
  subject: 'sub-42',
  email: 'amara@example.org',
  isEmailVerified: true,
  name: 'Amara Okafor',
  groups: ['crew', 'all'],
  roles: ['staff'],
};
const gone = (stage: Stage, selector: string) =>
  waitUntil(() => deep(stage.element.renderRoot, selector) === null, `${selector} is gone`);
const buttonsOf = (root: ParentNode) =>
  [...root.querySelectorAll('.actions :is(a, button)')].map((one) => one.textContent!.trim());
const errorAt = (root: ParentNode, name: string) => root.querySelector(`#${name}-error`)?.textContent ?? '';

describe('testing a provider', () => {
  const opened: string[] = [];
  const { open } = window;
  beforeEach(() => {
    opened.length = 0;
    window.open = (href) => {
      opened.push(String(href));
      return null;
    };
  });
  afterEach(() => void (window.open = open));

  it('opens the provider in a new tab, and shows field by field what came back', async () => {
    const stage = await aSettingsStage();
    press(await sectionOf(stage, 'ua-providers'), 'Test Northwind Login');
    const test = (await found(stage, 'ua-provider-test')).shadowRoot!;
    await waitUntil(() => test.querySelector('a') !== null);
    expect(opened).to.deep.equal([stage.settings.testHref]);
    expect(test.querySelector('a')!.rel).to.equal('noopener');
    press(test, 'Show the result');
    await waitUntil(() => textOf(test).includes('Nothing has come back yet.'));
    await expect(stage.element).to.be.accessible();
    stage.settings.result = RESULT;
    press(test, 'Show the result');
    await waitUntil(() => textOf(test).includes('The connection works.'));
    for (const said of ['sub-42', 'amara@example.org (confirmed by the provider)', 'crew, all', 'Staff'])
      expect(textOf(test)).to.contain(said);
    await expect(stage.element).to.be.accessible();
    press(test, 'Test again');
    await waitUntil(() => !textOf(test).includes('sub-42'));
    expect(opened).to.have.length(2);
  });

  it('offers to open the provider only where the browser did not, and a new test where nothing came back', async () => {
    window.open = (href) => {
      opened.push(String(href));
      return { opener: window } as unknown as Window;
    };
    const stage = await aSettingsStage();
    press(await sectionOf(stage, 'ua-providers'), 'Test Northwind Login');
    const test = (await found(stage, 'ua-provider-test')).shadowRoot!;
    await waitUntil(() => opened.length === 1);
    await settled(stage.element);
    expect(buttonsOf(test)).to.deep.equal(['Show the result']);
    press(test, 'Show the result');
    await waitUntil(() => textOf(test).includes('Nothing has come back yet.'));
    expect(buttonsOf(test)).to.deep.equal(['Show the result', 'Test again']);
    window.open = () => null;
    press(test, 'Test again');
    await waitUntil(() => test.querySelector('a') !== null);
    expect(buttonsOf(test)).to.deep.equal(['Open the provider', 'Show the result']);
    const link = test.querySelector('a')!;
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    await waitUntil(() => test.querySelector('a') === null);
    expect(buttonsOf(test)).to.deep.equal(['Show the result']);
  });

  it('says what is wrong, and lists nothing where nothing came back', async () => {
    const stage = await aSettingsStage();
    const nothing = { issuer: '', subject: '', email: '', name: '', groups: [], roles: [] };
    stage.settings.result = {
      ...RESULT,
      ...nothing,
      isOk: false,
      problem: 'The provider does not accept the secret.',
    };
    press(await sectionOf(stage, 'ua-providers'), 'Test Northwind Login');
    const test = (await found(stage, 'ua-provider-test')).shadowRoot!;
    await waitUntil(() => opened.length === 1 && test.querySelector('a') !== null);
    press(test, 'Show the result');
    await waitUntil(() => textOf(test).includes('does not accept the secret'));
    expect(test.querySelector('dl')).to.equal(null);
  });

  it('says what is wrong', async () => {
    const stage = await aSettingsStage();
    stage.settings.result = {
      ...RESULT,
      isOk: false,
      email: '',
      problem: 'The provider named no e-mail address.',
    };
    press(await sectionOf(stage, 'ua-providers'), 'Test Northwind Login');
    const test = (await found(stage, 'ua-provider-test')).shadowRoot!;
    await waitUntil(() => test.querySelector('a') !== null);
    press(test, 'Show the result');
    await waitUntil(() => textOf(test).includes('The provider named no e-mail address.'));
    expect(textOf(test))
      .to.contain('The connection does not work yet.')
      .and.to.contain('E-mail address none');
  });

  it('W02 follows no address that does not lead to the web', async () => {
    const stage = await aSettingsStage();
    stage.settings.testHref = 'javascript:alert(1)';
    press(await sectionOf(stage, 'ua-providers'), 'Test Northwind Login');
    const test = (await found(stage, 'ua-provider-test')).shadowRoot!;
    await waitUntil(() => stage.api.count('providers.test') === 1);
    await settled(stage.element);
    expect([opened, test.querySelector('a')]).to.deep.equal([[], null]);
  });
});

describe('domains', () => {
  it('shows the record of a domain that is not proved yet, checks it, and says when it is not there', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-domains');
    expect(textOf(section))
      .to.contain('_user-admin-challenge.example.net')
      .and.to.contain('user-admin=8fK2pQ');
    expect(textOf(section)).not.to.contain('_user-admin-challenge.example.org');
    press(section, 'Check example.net');
    await waitUntil(() => textOf(section).includes('The record was not found yet.'));
    const reads = stage.api.count('providers.list');
    expect(reads, 'what was proved before may not be any more').to.be.greaterThan(1);
    press(section, 'Check example.org');
    await waitUntil(() => announced(stage).includes('example.org is proved.'));
    await expect(stage.element).to.be.accessible();
  });

  it('adds and removes', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-domains');
    fill(section, { domain: 'com' });
    press(section, 'Add');
    await waitUntil(() => errorAt(section, 'domain') !== '');
    fill(section, { domain: 'example.com' });
    press(section, 'Add');
    await waitUntil(() => textOf(section).includes('_user-admin-challenge.example.com'));
    expect(fieldOf(section, 'domain').value).to.equal('');
    press(section, 'Remove example.com');
    expect(await asked(stage)).to.contain('Remove example.com?');
    await confirm(stage);
    await waitUntil(() => !textOf(section).includes('example.com'));
  });
});

describe('what the provider decides', () => {
  it('D4 D30 D31 says what each switch locks, asks before it is on, and each holds without the other', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-external');
    const box = (name: string) => section.querySelector<HTMLInputElement>(`#${name}`)!;
    box('externalAuthorization').click();
    expect(await asked(stage))
      .to.contain('Switch on external authorization?')
      .and.to.contain('locked here');
    expect(box('externalAuthorization').checked).to.equal(false);
    await confirm(stage);
    await waitUntil(() => box('externalAuthorization').checked);
    expect([
      stage.settings.signOn.externalAuthentication,
      stage.settings.signOn.externalAuthorization,
    ]).to.deep.equal([false, true]);
    expect(textOf(section)).to.contain('their name, username and e-mail address are locked');
    await expect(stage.element).to.be.accessible();
    await gone(stage, 'dialog[open]');
    box('externalAuthorization').click();
    await waitUntil(() => !stage.settings.signOn.externalAuthorization);
  });

  it('cannot be switched on while nobody could come through a provider, and says so', async () => {
    const stage = await aSettingsStage({}, { providers: [aProvider(1)] });
    const section = await sectionOf(stage, 'ua-external');
    const box = section.querySelector<HTMLInputElement>('#externalAuthentication')!;
    expect([box.ariaDisabled, box.getAttribute('aria-description')]).to.deep.equal([
      'true',
      'Switch on an identity provider first.',
    ]);
    box.click();
    await settled(stage.element);
    expect(deep(stage.element.renderRoot, 'dialog[open]')).to.equal(null);
  });

  it('says why it was refused', async () => {
    const stage = await aSettingsStage({
      before: ({ name }) => {
        if (name === 'providers.switchExternal') throw new Failure('provider_not_found');
      },
    });
    const section = await sectionOf(stage, 'ua-external');
    section.querySelector<HTMLInputElement>('#externalAuthentication')!.click();
    await confirm(stage);
    const dialog = await openDialog(stage);
    await waitUntil(() => dialog.querySelector('.error') !== null);
    expect(textOf(dialog)).to.contain('no longer set up');
  });
});
