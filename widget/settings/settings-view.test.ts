// The settings as a whole: which sections appear, their states, a fresh proof, the keyboard, and small screens.
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { Failure } from '../failure.ts';
import { MemoryAccount } from '../testing/memory-account.ts';
import {
  aSettingsStage,
  asked,
  buttonOf,
  confirm,
  fieldOf,
  fill,
  press,
  sectionOf,
  textOf,
} from '../testing/settings-stage.ts';
import { aGate, aStage, deep, focused, found, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const SECTIONS = ['ua-sign-on', 'ua-mail-settings', 'ua-session-limits', 'ua-signing-keys'];

describe('<ua-settings-view> in <user-admin>', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  it('shows and asks for what the viewer may see: mail and sessions only at home', async () => {
    const home = await aSettingsStage();
    await sectionOf(home, 'ua-signing-keys');
    expect(SECTIONS.filter((tag) => deep(home.element.renderRoot, tag) !== null)).to.deep.equal(SECTIONS);
    const elsewhere = await aSettingsStage({ viewer: { isHome: false } });
    await sectionOf(elsewhere, 'ua-signing-keys');
    expect(SECTIONS.filter((tag) => deep(elsewhere.element.renderRoot, tag) !== null)).to.deep.equal([
      'ua-sign-on',
      'ua-signing-keys',
    ]);
    expect([
      elsewhere.api.count('settings.mail'),
      elsewhere.api.count('settings.sessionLimits'),
    ]).to.deep.equal([0, 0]);
  });

  it('is not there for somebody who may not see it', async () => {
    const stage = await aStage({ role: 'admin', viewer: { isHome: true }, attributes: { view: 'settings' } });
    await found(stage, '.banner');
    expect(deep(stage.element.renderRoot, 'ua-settings-view')).to.equal(null);
    expect(deep(stage.element.renderRoot, '#side-settings')).to.equal(null);
  });

  it('says that it is loading', async () => {
    const stage = await aSettingsStage({
      before: ({ name }) => (name === 'settings.mail' ? new Promise<void>(() => {}) : undefined),
    });
    const mail = (await found(stage, 'ua-mail-settings')).shadowRoot!;
    await waitUntil(() => mail.querySelector('[aria-busy=true]') !== null);
    await sectionOf(stage, 'ua-providers');
    await expect(stage.element).to.be.accessible();
  });

  it('reads again where it was taken off the page meanwhile', async () => {
    const gate = aGate();
    const stage = await aSettingsStage({
      before: ({ name }) => (name === 'settings.mail' ? gate.opened : undefined),
    });
    const mail = await found(stage, 'ua-mail-settings');
    const view = mail.parentNode!;
    mail.remove();
    gate.open();
    view.append(mail);
    expect(textOf(await sectionOf(stage, 'ua-mail-settings'))).to.contain('Set by the operator');
  });

  for (const code of ['internal', 'offline'] as const)
    it(`says why something could not be loaded (${code}), and tries again`, async () => {
      let isBroken = true;
      const stage = await aSettingsStage({
        before: ({ name }) => {
          if (isBroken && name !== 'viewer') throw new Failure(code);
        },
      });
      for (const tag of SECTIONS) {
        const section = (await found(stage, tag)).shadowRoot!;
        await waitUntil(() => textOf(section).includes('This could not be loaded'));
      }
      await expect(stage.element).to.be.accessible();
      isBroken = false;
      for (const tag of SECTIONS) press((await found(stage, tag)).shadowRoot!, 'Try again');
      await sectionOf(stage, 'ua-providers');
      await waitUntil(() => deep(stage.element.renderRoot, '[aria-busy=true]') === null);
      expect(textOf(await sectionOf(stage, 'ua-mail-settings'))).to.contain('Mail server');
    });

  it('can be looked at and not changed in an archive, and says why', async () => {
    const stage = await aSettingsStage({
      prepare: (api) => {
        api.viewerNow = { ...api.viewerNow, workspace: { ...api.viewerNow.workspace, isArchived: true } };
      },
    });
    const mail = await sectionOf(stage, 'ua-mail-settings');
    expect(fieldOf(mail, 'host').matches(':disabled')).to.equal(true);
    const providers = await sectionOf(stage, 'ua-providers');
    for (const button of [buttonOf(mail, 'Save'), buttonOf(providers, 'Remove Northwind Login')]) {
      expect(button.ariaDisabled).to.equal('true');
      expect(button.getAttribute('aria-description')).to.equal(
        'This workspace is archived. Restore it to make changes.',
      );
      button.click();
    }
    expect(stage.api.count('settings.saveMail')).to.equal(0);
    expect(deep(stage.element.renderRoot, 'dialog[open]')).to.equal(null);
    await expect(stage.element).to.be.accessible();
  });

  it('keeps what was typed while it asks for a fresh proof, and then does it', async () => {
    let account: MemoryAccount | undefined;
    const stage = await aSettingsStage({
      prepare: (api) => {
        account = new MemoryAccount(api, Date.now());
        account.isStale = true;
      },
      before: ({ name }) => {
        if (name === 'settings.saveSessionLimits') account!.assertFresh();
      },
    });
    const section = await sectionOf(stage, 'ua-session-limits');
    fill(section, { idleMinutes: '3' });
    press(section, 'Save');
    const proof = await found<HTMLInputElement>(stage, 'ua-step-up');
    await waitUntil(() => proof.shadowRoot!.querySelector('dialog, ua-dialog') !== null);
    expect(fieldOf(section, 'idleMinutes').value).to.equal('3');
    await waitUntil(() => deep(proof.shadowRoot!, 'input[type=password]') !== null);
    const input = deep<HTMLInputElement>(proof.shadowRoot!, 'input[type=password]')!;
    input.value = account!.password;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await settled(stage.element);
    press(proof.shadowRoot!, 'Confirm');
    await waitUntil(() => stage.settings.limits.idleMinutes === 3 * 1440);
  });

  it('asks before what was typed is left behind', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-session-limits');
    fill(section, { idleMinutes: '3' });
    deep(stage.element.renderRoot, '#tab-users')!.click();
    expect(await asked(stage)).to.contain('Leave without saving?');
    expect(stage.element.view).to.equal('settings');
    await confirm(stage);
    await waitUntil(() => stage.element.view === 'users');
  });

  it('W11 saves by keyboard alone, once where Enter is pressed twice', async () => {
    const gate = aGate();
    const stage = await aSettingsStage({
      before: ({ name }) => (name === 'settings.saveSessionLimits' ? gate.opened : undefined),
    });
    const section = await sectionOf(stage, 'ua-session-limits');
    const idle = fieldOf(section, 'idleMinutes');
    idle.focus();
    idle.select();
    await sendKeys({ type: '9' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    fill(section, { absoluteMinutes: '40' });
    gate.open();
    await waitUntil(() => stage.settings.limits.idleMinutes === 9 * 1440);
    await settled(stage.element);
    expect(fieldOf(section, 'absoluteMinutes').value, 'typed meanwhile').to.equal('40');
    expect(stage.api.count('settings.saveSessionLimits')).to.equal(1);
    expect([focused(), idle.value]).to.deep.equal([idle, '9']);
  });

  for (const [width, dir, scheme] of [
    [320, 'ltr', 'light'],
    [360, 'rtl', 'dark'],
    [1400, 'ltr', 'dark'],
  ] as const)
    it(`fits into ${width} px, ${dir}, ${scheme}`, async () => {
      const stage = await aSettingsStage({ width, scheme });
      stage.element.parentElement!.dir = dir;
      press(await sectionOf(stage, 'ua-providers'), 'Edit Northwind Login');
      await found(stage, 'ua-provider-form');
      await settled(stage.element);
      expect(stage.element.scrollWidth).to.be.at.most(width);
      await expect(stage.element).to.be.accessible();
    });
});
