// The identity providers in the settings: the list, their forms, what is asked first.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { tables } from '../../shared/presets/tables.ts';
import { Failure } from '../failure.ts';
import { aProvider } from '../testing/memory-settings.ts';
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
import { aGate, announced, deep, focused, found, settled } from '../testing/stage.ts';
import type { Stage } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const formOf = (stage: Stage) => found(stage, 'ua-provider-form').then((form) => form.shadowRoot!);
const gone = (stage: Stage, selector: string) =>
  waitUntil(() => deep(stage.element.renderRoot, selector) === null, `${selector} is gone`);
const errorAt = (root: ParentNode, name: string) => root.querySelector(`#${name}-error`)?.textContent ?? '';

describe('providers in the settings', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  it('S12 lists providers with kind, state and what to enter there, and no secret', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-providers');
    expect(textOf(section))
      .to.contain('Northwind Login OpenID Connect On')
      .and.to.contain('https://people.example.org/sign-in/callback/provider-0000')
      .and.to.contain('Contoso SAML SAML Off')
      .and.to.contain('https://people.example.org/sign-in/saml/provider-1000/metadata');
    await expect(stage.element).to.be.accessible();
  });

  it('explains itself where there is no provider yet', async () => {
    const stage = await aSettingsStage({}, { providers: [] });
    const section = await sectionOf(stage, 'ua-providers');
    expect(textOf(section)).to.contain('No identity provider yet.');
    expect(buttonOf(section, 'OpenID Connect').ariaDisabled).to.equal('false');
    await expect(stage.element).to.be.accessible();
  });

  it('D13 adds a provider switched off, with its admission, and says what comes next', async () => {
    const stage = await aSettingsStage({}, { providers: [] });
    press(await sectionOf(stage, 'ua-providers'), 'OpenID Connect');
    const form = await formOf(stage);
    await waitUntil(() => focused() === fieldOf(form, 'name'));
    await expect(stage.element).to.be.accessible();
    fill(form, {
      name: 'Acme',
      issuer: 'https://acme.example',
      clientId: 'abc',
      secret: 'hush',
      groupsClaim: 'groups',
      most: '50',
    });
    fieldOf(form, 'justInTime').click();
    fill(form, { roles: 'member', highestRole: 'staff' });
    await settled(stage.element);
    press(form, 'Add a group');
    await settled(stage.element);
    const group = form.querySelector<HTMLInputElement>('.pair .input')!;
    group.value = 'crew';
    group.dispatchEvent(new Event('input', { bubbles: true }));
    await settled(stage.element);
    const role = form.querySelector<HTMLSelectElement>('.pair .select')!;
    role.value = 'staff';
    role.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(stage.element);
    press(form, 'Save');
    await gone(stage, 'ua-provider-form');
    const { input } = stage.api.calls.find(({ name }) => name === 'providers.create')!;
    expect(input).to.deep.equal({
      name: 'Acme',
      config: {
        kind: 'oidc',
        issuer: 'https://acme.example',
        clientId: 'abc',
        scopes: ['openid', 'email', 'profile'],
        groupsClaim: 'groups',
      },
      admission: {
        isJustInTime: true,
        roles: ['member'],
        highestRole: 'staff',
        most: 50,
        groups: { crew: 'staff' },
      },
      secret: 'hush',
      isEnabled: false,
    });
    await waitUntil(() => announced(stage).includes('still switched off'));
    expect(textOf(await sectionOf(stage, 'ua-providers'))).to.contain('Acme OpenID Connect Off');
  });

  it('gives several roles to begin with where a person can have several', async () => {
    const stage = await aSettingsStage({ policy: { ...tables, rolesPerMember: 'many' } });
    press(await sectionOf(stage, 'ua-providers'), 'Edit Northwind Login');
    const form = await formOf(stage);
    const boxes = [...form.querySelectorAll<HTMLInputElement>('[name=roles]')];
    expect(boxes.map(({ value, checked }) => `${value} ${checked}`)).to.deep.equal([
      'admin false',
      'staff false',
      'member true',
    ]);
    boxes[1]!.click();
    await settled(stage.element);
    await expect(stage.element).to.be.accessible();
    press(form, 'Save');
    await gone(stage, 'ua-provider-form');
    expect(stage.settings.signOn.providers[0]!.admission.roles).to.deep.equal(['member', 'staff']);
  });

  it('copies what to enter at the provider, and says where the browser does not let it', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-providers');
    const written: string[] = [];
    const { writeText } = navigator.clipboard;
    try {
      navigator.clipboard.writeText = (text) => Promise.resolve(void written.push(text));
      press(section, 'Copy Callback address');
      await waitUntil(() => announced(stage).includes('Copied.'));
      expect(written).to.deep.equal(['https://people.example.org/sign-in/callback/provider-0000']);
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      press(section, 'Copy Callback address');
      await waitUntil(() => announced(stage).includes('copy it by hand'));
    } finally {
      navigator.clipboard.writeText = writeText;
    }
  });

  it('SEC_S11 says at once which role is higher than a group can give, and saves when that is set right', async () => {
    const stage = await aSettingsStage();
    press(await sectionOf(stage, 'ua-providers'), 'Edit Northwind Login');
    const form = await formOf(stage);
    const choose = (at: string, role: string) => {
      const select = form.querySelector<HTMLSelectElement>(at)!;
      select.value = role;
      select.dispatchEvent(new Event('input', { bubbles: true }));
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    await waitUntil(() => form.querySelector('#highestRole') !== null);
    choose('#highestRole', 'member');
    await waitUntil(() =>
      textOf(form).includes('Higher than the highest role that a group can give: Staff.'),
    );
    press(form, 'Save');
    await settled(stage.element);
    expect(stage.api.count('providers.change')).to.equal(0);
    await expect(stage.element).to.be.accessible();
    choose('.pair select', 'member');
    await waitUntil(() => !textOf(form).includes('Higher than'));
    press(form, 'Save');
    await waitUntil(() => stage.api.count('providers.change') === 1);
  });

  it('shows the roles by group of one that is there', async () => {
    const stage = await aSettingsStage();
    press(await sectionOf(stage, 'ua-providers'), 'Edit Northwind Login');
    const form = await formOf(stage);
    await settled(stage.element);
    expect(
      [...form.querySelectorAll<HTMLInputElement>('.pair > *')].map(({ value }) => value),
    ).to.include.members(['crew', 'staff']);
    press(form, 'Remove crew');
    await settled(stage.element);
    press(form, 'Save');
    await gone(stage, 'ua-provider-form');
    expect(stage.settings.signOn.providers[0]!.admission.groups).to.deep.equal({});
  });

  it('keeps a form with what was typed while the list could not be read again', async () => {
    let isBroken = false;
    const stage = await aSettingsStage({
      before: ({ name }) => {
        if (isBroken && name === 'providers.list') throw new Failure('offline');
      },
    });
    press(await sectionOf(stage, 'ua-providers'), 'Edit Northwind Login');
    const form = await formOf(stage);
    fill(form, { name: 'Typed' });
    isBroken = true;
    stage.element.refresh();
    const around = (await found(stage, 'ua-sign-on')).shadowRoot!;
    await waitUntil(() => around.querySelector('[role=alert]') !== null);
    expect([await formOf(stage), fieldOf(form, 'name').value]).to.deep.equal([form, 'Typed']);
    await expect(stage.element).to.be.accessible();
    isBroken = false;
    press(around, 'Try again');
    await waitUntil(() => around.querySelector('[role=alert]') === null);
    expect(fieldOf(form, 'name').value).to.equal('Typed');
  });

  it('offers only roles that the viewer may give, and never a guarded one', async () => {
    const stage = await aSettingsStage({}, { providers: [] });
    press(await sectionOf(stage, 'ua-providers'), 'SAML');
    const roles = fieldOf(await formOf(stage), 'highestRole') as unknown as HTMLSelectElement;
    expect([...roles.options].map(({ value }) => value)).to.deep.equal(['admin', 'staff', 'member']);
  });

  it('sends what each kind asks for, certificates one by one', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-providers');
    press(section, 'Edit Contoso SAML');
    const form = await formOf(stage);
    const pem = (text: string) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;
    fill(form, { certificates: pem('AAAA') + pem('BBBB') });
    press(form, 'Save');
    await gone(stage, 'ua-provider-form');
    const { input } = stage.api.calls.find(({ name }) => name === 'providers.change')!;
    expect(input)
      .to.have.nested.property('config.certificates')
      .that.deep.equals([pem('AAAA'), pem('BBBB')]);
    expect(input).not.to.have.property('secret');
    press(section, 'OAuth 2.0');
    const names = [...(await formOf(stage)).querySelectorAll<HTMLInputElement>('[name]')].map(
      ({ name }) => name,
    );
    expect(names).to.include.members([
      'authorizeUrl',
      'tokenUrl',
      'userInfoUrl',
      'clientId',
      'secret',
      'idField',
    ]);
    await expect(stage.element).to.be.accessible();
  });

  it('SEC_B14 takes a secret and never shows it: empty keeps what is stored', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-providers');
    press(section, 'Edit Northwind Login');
    const form = await formOf(stage);
    expect([fieldOf(form, 'secret').type, fieldOf(form, 'secret').value]).to.deep.equal(['password', '']);
    expect(textOf(form)).to.contain('Stored. Leave this empty to keep it');
    fill(form, { name: 'Northwind' });
    press(form, 'Save');
    await gone(stage, 'ua-provider-form');
    expect(stage.settings.secrets).to.deep.equal([]);
    press(section, 'Edit Northwind');
    fill(await formOf(stage), { secret: 'hush' });
    press(await formOf(stage), 'Save');
    await gone(stage, 'ua-provider-form');
    expect(stage.settings.secrets).to.deep.equal(['hush']);
    expect(stage.element.outerHTML).not.to.contain('hush');
  });

  it('S12 says at its field what is missing or refused, and keeps what was typed', async () => {
    const stage = await aSettingsStage({}, { providers: [] });
    press(await sectionOf(stage, 'ua-providers'), 'OpenID Connect');
    const form = await formOf(stage);
    fill(form, { name: 'Acme', issuer: 'http://169.254.169.254' });
    press(form, 'Save');
    await waitUntil(() => focused() === fieldOf(form, 'clientId'));
    expect(errorAt(form, 'clientId')).to.equal('Fill this in.');
    expect(stage.api.count('providers.create')).to.equal(0);
    fill(form, { clientId: 'abc' });
    press(form, 'Save');
    await waitUntil(() => focused() === fieldOf(form, 'issuer'));
    expect(errorAt(form, 'issuer')).to.contain('Enter a public https address.');
    expect(fieldOf(form, 'name').value).to.equal('Acme');
    await expect(stage.element).to.be.accessible();
  });

  it('shows the fresh value after a conflict, and saves over it when asked again', async () => {
    const stage = await aSettingsStage();
    press(await sectionOf(stage, 'ua-providers'), 'Edit Northwind Login');
    const form = await formOf(stage);
    fill(form, { name: 'Mine' });
    stage.settings.signOn = {
      ...stage.settings.signOn,
      providers: [aProvider(0, { name: 'Theirs', version: 5 })],
    };
    press(form, 'Save');
    await waitUntil(() => textOf(form).includes('Set by somebody else meanwhile: Theirs'));
    expect(fieldOf(form, 'name').value).to.equal('Mine');
    press(form, 'Save');
    await gone(stage, 'ua-provider-form');
    expect(stage.settings.signOn.providers[0]!.name).to.equal('Mine');
  });

  it('asks before switching off and before removing, by name', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-providers');
    press(section, 'Switch off Northwind Login');
    expect(await asked(stage))
      .to.contain('Switch Northwind Login off?')
      .and.to.contain('signed out');
    await expect(stage.element).to.be.accessible();
    await confirm(stage);
    await waitUntil(() => !stage.settings.signOn.providers[0]!.isEnabled);
    await gone(stage, 'dialog[open]');
    press(section, 'Remove Contoso SAML');
    expect(await asked(stage)).to.contain('Remove Contoso SAML?');
    await confirm(stage);
    await waitUntil(() => announced(stage).includes('Contoso SAML is removed.'));
    await waitUntil(() => !textOf(section).includes('Contoso'));
  });

  it('says why one could not be switched on, where nothing was asked', async () => {
    const stage = await aSettingsStage({
      before: ({ name }) => {
        if (name === 'providers.change') throw new Failure('busy');
      },
    });
    const section = await sectionOf(stage, 'ua-providers');
    press(section, 'Switch on Contoso SAML');
    await waitUntil(() => textOf(section).includes('The server is busy.'));
  });

  it('gives the focus back when a form is closed', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-providers');
    const edit = buttonOf(section, 'Edit Contoso SAML');
    edit.focus();
    edit.click();
    const form = await formOf(stage);
    await waitUntil(() => focused() === fieldOf(form, 'name'));
    press(form, 'Cancel');
    await waitUntil(() => focused() === edit);
  });

  it('W11 saves once where it is pressed twice', async () => {
    const gate = aGate();
    const stage = await aSettingsStage({
      before: ({ name }) => (name === 'providers.change' ? gate.opened : undefined),
    });
    const section = await sectionOf(stage, 'ua-providers');
    press(section, 'Switch on Contoso SAML');
    press(section, 'Switch on Contoso SAML');
    gate.open();
    await waitUntil(() => stage.settings.signOn.providers[1]!.isEnabled);
    expect(stage.api.count('providers.change')).to.equal(1);
  });
});
