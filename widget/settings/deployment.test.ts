// What holds for the whole deployment in the settings: mail, sessions and signing keys.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { Failure } from '../failure.ts';
import {
  aSettingsStage,
  asked,
  buttonOf,
  confirm,
  fieldOf,
  fill,
  openDialog,
  press,
  sectionOf,
  textOf,
} from '../testing/settings-stage.ts';
import { aGate, announced, deep, focused, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const MAIL = {
  host: 'smtp.acme.example',
  port: '465',
  security: 'tls',
  from: 'Acme <a@acme.example>',
  user: 'acme',
};

describe('mail in the settings', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  it('says where it comes from, and SEC_B14 shows no password', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-mail-settings');
    expect(textOf(section)).to.contain('Set by the operator of this server.');
    expect(
      ['host', 'port', 'security', 'password'].map((name) => fieldOf(section, name).value),
    ).to.deep.equal(['smtp.example.org', '587', 'starttls', '']);
    await expect(stage.element).to.be.accessible();
  });

  it('saves, keeps the password where it is left empty, and goes back to the operator’s', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-mail-settings');
    fill(section, { ...MAIL, password: 'hush' });
    press(section, 'Save');
    await waitUntil(() => textOf(section).includes('Set here.'));
    expect(stage.settings.mailPassword).to.equal('hush');
    expect(fieldOf(section, 'password').value).to.equal('');
    expect(textOf(section)).to.contain('Stored. Leave this empty to keep it.');
    fill(section, { port: '587' });
    press(section, 'Save');
    await waitUntil(() => stage.settings.mail.settings?.port === 587);
    expect(stage.settings.mailPassword).to.equal('hush');
    expect(stage.api.calls.findLast(({ name }) => name === 'settings.saveMail')!.input).not.to.have.property(
      'password',
    );
    await waitUntil(() => buttonOf(section, 'Use the operator’s settings again').ariaDisabled === 'false');
    press(section, 'Use the operator’s settings again');
    expect(await asked(stage)).to.contain('the operator of this server');
    await confirm(stage);
    await waitUntil(() => textOf(section).includes('No mail server is set up'));
    expect(buttonOf(section, 'Send a test e-mail').ariaDisabled).to.equal('true');
    await expect(stage.element).to.be.accessible();
  });

  it('says at its field what was refused, and keeps what was typed', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-mail-settings');
    fill(section, { ...MAIL, from: 'nobody' });
    press(section, 'Save');
    await waitUntil(() => focused() === fieldOf(section, 'from'));
    expect(section.querySelector('#from-error')!.textContent).to.contain('Enter a complete e-mail address.');
    fill(section, { from: MAIL.from });
    press(section, 'Save');
    await waitUntil(() => focused() === fieldOf(section, 'password'));
    expect(section.querySelector('#password-error')!.textContent).to.contain('Enter it again.');
    expect(fieldOf(section, 'host').value).to.equal(MAIL.host);
    await expect(stage.element).to.be.accessible();
  });

  it('shows what somebody else has set meanwhile, and loses nothing typed', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-mail-settings');
    fill(section, { ...MAIL, password: 'hush' });
    const theirs = { ...stage.settings.mail.settings!, host: 'smtp.theirs.example' };
    stage.settings.mail = { source: 'settings', settings: theirs, version: 7 };
    press(section, 'Save');
    await waitUntil(() => textOf(section).includes('Set by somebody else meanwhile: smtp.theirs.example'));
    expect(fieldOf(section, 'host').value).to.equal(MAIL.host);
    press(section, 'Save');
    await waitUntil(() => stage.settings.mail.settings?.host === MAIL.host);
  });

  it('W54 sends a test e-mail and shows the last answer of the server', async () => {
    const gate = aGate();
    const stage = await aSettingsStage({
      before: ({ name }) => (name === 'settings.sendTestMail' ? gate.opened : undefined),
    });
    const section = await sectionOf(stage, 'ua-mail-settings');
    expect(textOf(section)).to.contain('It goes to amara.okafor@example.org');
    press(section, 'Send a test e-mail');
    await waitUntil(() => textOf(section).includes('Waiting for what the mail server says.'));
    gate.open();
    await waitUntil(() => textOf(section).includes('250 2.0.0 Ok: queued as 4F2A1'));
    expect(textOf(section)).to.contain('The mail server took it.').and.not.to.contain('Waiting');
    stage.settings.mailTest = { isDelivered: false, answer: '535 Authentication failed' };
    press(section, 'Send a test e-mail');
    await waitUntil(() => textOf(section).includes('535 Authentication failed'));
    expect(textOf(section)).to.contain('It was not sent.').and.to.contain('The server’s answer: 535');
    stage.settings.mailTest = { isDelivered: false, answer: 'Nothing answers at smtp.example.org:25' };
    press(section, 'Send a test e-mail');
    await waitUntil(() => textOf(section).includes('Nothing answers at'));
    expect(textOf(section), 'nobody answered').not.to.contain('The server’s answer');
    await expect(stage.element).to.be.accessible();
  });

  it('says beside the test why it could not be sent', async () => {
    const stage = await aSettingsStage({
      before: ({ name }) => {
        if (name === 'settings.sendTestMail') throw new Failure('rate_limited');
      },
    });
    const section = await sectionOf(stage, 'ua-mail-settings');
    press(section, 'Send a test e-mail');
    await waitUntil(() => section.querySelector('.panel .error') !== null);
    expect(section.querySelector('form .error')).to.equal(null);
  });

  it('W52 W53 W55 W56 W57 says what to look at where an e-mail does not arrive', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-mail-settings');
    const help = section.querySelector('details')!;
    help.querySelector('summary')!.click();
    expect(help.open).to.equal(true);
    for (const said of [
      'typing errors',
      'spam folder',
      'test e-mail',
      'delay the first',
      'invitation again',
      '“Sent”',
    ])
      expect(textOf(help)).to.contain(said);
    await expect(stage.element).to.be.accessible();
  });
});

describe('sessions in the settings', () => {
  it('T22 T23 shows the limits as people say them, the usual ones, and when a change counts', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-session-limits');
    const values = () =>
      ['idleMinutes', 'idleMinutesUnit', 'absoluteMinutes', 'absoluteMinutesUnit'].map(
        (name) => fieldOf(section, name).value,
      );
    expect(values()).to.deep.equal(['7', '1440', '30', '1440']);
    expect(textOf(section))
      .to.contain('Use is noted every 5 minutes. Usual: 7 days.')
      .and.to.contain('Usual: 30 days.')
      .and.to.contain('A change counts at once')
      .and.to.contain('deactivated is signed out at once');
    fill(section, {
      idleMinutes: '8',
      idleMinutesUnit: '1',
      absoluteMinutes: '36',
      absoluteMinutesUnit: '60',
    });
    press(section, 'Save');
    await waitUntil(() => stage.settings.limits.version === 1);
    expect(stage.settings.limits).to.deep.equal({ idleMinutes: 8, absoluteMinutes: 2160, version: 1 });
    await waitUntil(() => textOf(section).includes('noted every 4 minutes'));
    expect(values()).to.deep.equal(['8', '1', '36', '60']);
    await expect(stage.element).to.be.accessible();
  });

  it('says at its field that less in all than without use makes no sense', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-session-limits');
    fill(section, { absoluteMinutes: '2' });
    press(section, 'Save');
    await waitUntil(() => focused() === fieldOf(section, 'absoluteMinutes'));
    expect(section.querySelector('#absoluteMinutes-error')).not.to.equal(null);
    await expect(stage.element).to.be.accessible();
  });
});

describe('signing keys in the settings', () => {
  it('lists them with their state, and how long the secret before is accepted', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-signing-keys');
    expect(textOf(section))
      .to.contain('CRM Active')
      .and.to.contain('The secret before is accepted until')
      .and.to.contain('Old portal Revoked');
    await expect(stage.element).to.be.accessible();
  });

  it('SEC_B14 shows the secret of a new key once, and keeps nothing of it when it was closed', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-signing-keys');
    fill(section, { name: 'Intranet' });
    fieldOf(section, 'coversThis').click();
    press(section, 'Create a key');
    const dialog = await openDialog(stage);
    expect(textOf(dialog)).to.contain('ua_secret_of_new_key').and.to.contain('It is shown this once.');
    const { id } = stage.settings.keys.find(({ name }) => name === 'Intranet')!;
    expect(textOf(dialog), 'tokens name the key').to.contain(id);
    await expect(stage.element).to.be.accessible();
    press(dialog, 'Close');
    await waitUntil(() => deep(stage.element.renderRoot, 'dialog[open]') === null);
    await settled(stage.element);
    expect(textOf(section)).to.contain(`Key ID: ${id}`).and.not.to.contain('ua_secret');
    expect(stage.api.calls.find(({ name }) => name === 'keys.create')!.input).to.deep.equal({
      name: 'Intranet',
      coversThis: true,
    });
  });

  it('offers to accept the tokens of a new key only where no other key is accepted, and says which one is', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-signing-keys');
    expect(fieldOf(section, 'coversThis')).not.to.equal(null);
    stage.settings.keys = stage.settings.keys.map((key, at) => ({ ...key, coversThis: at === 0 }));
    stage.element.refresh();
    await waitUntil(() => textOf(section).includes('This workspace accepts the tokens of “CRM”.'));
    expect(fieldOf(section, 'coversThis')).to.equal(null);
    fill(section, { name: 'Intranet' });
    press(section, 'Create a key');
    await openDialog(stage);
    expect(stage.api.calls.find(({ name }) => name === 'keys.create')!.input).to.deep.equal({
      name: 'Intranet',
      coversThis: false,
    });
  });

  it('SEC_B14 forgets a secret that is shown when it is taken off the page', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-signing-keys');
    fill(section, { name: 'Intranet' });
    press(section, 'Create a key');
    await openDialog(stage);
    const host = section.host as HTMLElement;
    const { parentNode } = host;
    host.remove();
    parentNode!.append(host);
    await settled(stage.element);
    expect(textOf(section)).not.to.contain('ua_secret');
  });

  it('makes a new secret with an overlap, and revokes, each after a question', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-signing-keys');
    press(section, 'New secret CRM');
    const dialog = await openDialog(stage);
    const overlap = (dialog.getRootNode() as ShadowRoot).host.querySelector('input')!;
    expect(overlap.value).to.equal('24');
    overlap.value = '48';
    overlap.dispatchEvent(new Event('input', { bubbles: true }));
    await expect(stage.element).to.be.accessible();
    await confirm(stage);
    await waitUntil(() => textOf(section).includes('ua_secret_of_next_generation'));
    expect(stage.api.calls.find(({ name }) => name === 'keys.rotate')!.input).to.have.property(
      'overlapHours',
      48,
    );
    await waitUntil(async () => textOf(await openDialog(stage)).includes('Close'));
    press(await openDialog(stage), 'Close');
    await waitUntil(() => deep(stage.element.renderRoot, 'dialog[open]') === null);
    buttonOf(section, 'Revoke CRM').focus();
    press(section, 'Revoke CRM');
    expect(await asked(stage))
      .to.contain('Revoke CRM?')
      .and.to.contain('for good');
    await confirm(stage);
    await waitUntil(() => announced(stage).includes('CRM is revoked.'));
    await waitUntil(() => textOf(section).includes('Revoked just now'));
    await waitUntil(() => section.activeElement?.localName === 'button');
  });

  it('elsewhere than at home makes none, and says which cannot be changed here', async () => {
    const stage = await aSettingsStage({ viewer: { isHome: false } });
    const section = await sectionOf(stage, 'ua-signing-keys');
    expect(section.querySelector('form')).to.equal(null);
    expect(buttonOf(section, 'Revoke CRM').ariaDisabled).to.equal('false');
    const shared = buttonOf(section, 'Revoke Shop');
    expect([shared.ariaDisabled, shared.getAttribute('aria-description')]).to.deep.equal([
      'true',
      'This key serves other workspaces too, so it can only be changed where all of them are run.',
    ]);
    await expect(stage.element).to.be.accessible();
  });

  it('says why a key could not be revoked, in the question', async () => {
    const stage = await aSettingsStage({
      before: ({ name }) => {
        if (name === 'keys.revoke') throw new Failure('busy');
      },
    });
    press(await sectionOf(stage, 'ua-signing-keys'), 'Revoke CRM');
    await confirm(stage);
    const dialog = await openDialog(stage);
    await waitUntil(() => textOf(dialog).includes('The server is busy.'));
  });
});
