// Choosing a password: the rules ticked off while it is typed, the fields, what must be chosen first, and what the server refuses.
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import type { PasswordRules } from '../../shared/passwords/rules.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { MemoryAccount } from '../testing/memory-account.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aStage, announced, deep, focused, found, listOf, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const CLASSES: PasswordRules = {
  minimum: 8,
  maximum: 60,
  advised: 12,
  classes: [
    { kind: 'upper' },
    { kind: 'lower' },
    { kind: 'digit' },
    { kind: 'special', characters: '!@#$%^&*_-' },
  ],
};

function policyWith(passwords: PasswordRules): Policy {
  return { ...collaborators, identity: { ...collaborators.identity, passwords } };
}

async function aForm(setting: Setting = {}): Promise<Stage & { account: MemoryAccount; form: ShadowRoot }> {
  let account: MemoryAccount | undefined;
  const stage = await aStage({
    policy: collaborators,
    attributes: { view: 'account' },
    ...setting,
    viewer: { isSignedIn: true, ...setting.viewer },
    prepare: (api) => (account = new MemoryAccount(api, Date.now())),
  });
  const form = (await found(stage, 'ua-password-form')).shadowRoot!;
  await settled(stage.element);
  return { ...stage, account: account!, form };
}

const fieldOf = (stage: Stage, name: string) =>
  deep<HTMLInputElement>(stage.element.renderRoot, `.secret input[name=${name}]`)!;
const submit = (form: ShadowRoot) => form.querySelector<HTMLElement>('[type=submit]')!.click();

async function open(stage: Stage & { form: ShadowRoot }): Promise<void> {
  stage.form.querySelector('button')!.click();
  await waitUntil(() => focused() === fieldOf(stage, 'current'));
}

async function fill(stage: Stage, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = fieldOf(stage, name);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
  await settled(stage.element);
}

/** The rules as they are told, the fulfilled ones with a tick. */
function rules(stage: Stage): string[] {
  return [...deep(stage.element.renderRoot, '.rules')!.querySelectorAll('li')].map(
    (rule) =>
      `${rule.className === '' ? '·' : rule.className} ${rule.textContent!.trim().replace(/\s*,.*$/s, '')}`,
  );
}

describe('a new password', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  it('SEC_C19 is typed into fields that take it pasted and let a password manager fill them', async () => {
    const stage = await aForm();
    await open(stage);
    for (const [name, autocomplete] of [
      ['current', 'current-password'],
      ['password', 'new-password'],
      ['confirmation', 'new-password'],
    ] as const) {
      const field = fieldOf(stage, name);
      expect([field.type, field.autocomplete]).to.deep.equal(['password', autocomplete]);
      const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
      expect(field.dispatchEvent(paste), 'pasting is not prevented').to.equal(true);
    }
    await expect(stage.element).to.be.accessible();
  });

  it('D34 P12 ticks off each rule while it is typed', async () => {
    const stage = await aForm({ policy: policyWith(CLASSES) });
    await open(stage);
    const told = [
      'At least 8 characters',
      'An upper case letter',
      'A lower case letter',
      'A digit',
      'One of !@#$%^&*_-',
    ];
    expect(rules(stage)).to.deep.equal(told.map((rule) => `· ${rule}`));
    for (const [typed, met] of [
      ['a', [2]],
      ['aB', [1, 2]],
      ['aB3', [1, 2, 3]],
      ['aB3!', [1, 2, 3, 4]],
      ['aB3!aB3!', [0, 1, 2, 3, 4]],
    ] as const) {
      await fill(stage, { password: typed });
      expect(rules(stage)).to.deep.equal(
        told.map((rule, at) => `${(met as readonly number[]).includes(at) ? 'met' : '·'} ${rule}`),
      );
    }
    await fill(stage, { password: 'aB3!'.repeat(16) });
    expect(rules(stage)).to.include('broken At most 60 characters');
  });

  it('P37 hints at how hard it is to guess, and at a longer one, and refuses neither', async () => {
    const stage = await aForm();
    await open(stage);
    const hint = () => deep(stage.element.renderRoot, '.strength')!.textContent!.replace(/\s+/g, ' ');
    await fill(stage, { password: 'Amara.Okafor' });
    expect(hint()).to.contain('Easy to guess');
    await fill(stage, { password: 'kb7xQ!tm' });
    expect(hint()).to.contain('Hard to guess').and.to.contain('12 characters or more are recommended.');
    await fill(stage, { current: stage.account.password, confirmation: 'kb7xQ!tm' });
    submit(stage.form);
    await waitUntil(() => stage.account.password === 'kb7xQ!tm');
  });

  it('shows and hides what is typed, in all its fields together', async () => {
    const stage = await aForm();
    await open(stage);
    await fill(stage, { password: 'abc' });
    const toggle = fieldOf(stage, 'password').parentElement!.querySelector('button')!;
    expect([toggle.ariaLabel, toggle.ariaPressed]).to.deep.equal(['Show password', 'false']);
    toggle.click();
    await settled(stage.element);
    expect(['password', 'confirmation'].map((name) => fieldOf(stage, name).type)).to.deep.equal([
      'text',
      'text',
    ]);
    expect(toggle.ariaPressed).to.equal('true');
  });

  it('says that caps lock is on', async () => {
    const stage = await aForm();
    await open(stage);
    const caps = () => stage.form.querySelector('#caps')!.textContent!.trim();
    const press = (isOn: boolean) =>
      fieldOf(stage, 'current').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: isOn }),
      );
    press(true);
    await waitUntil(() => caps() === 'Caps lock is on.');
    press(false);
    await waitUntil(() => caps() === '');
  });

  it('D33 P24 is not sent where the two differ or a rule is broken, and says which', async () => {
    const stage = await aForm();
    await open(stage);
    await fill(stage, { current: 'x', password: 'abc', confirmation: 'abc' });
    submit(stage.form);
    await waitUntil(() => focused() === fieldOf(stage, 'password'));
    expect(rules(stage)).to.deep.equal(['broken At least 8 characters']);
    await fill(stage, { password: 'kb7xQ!tm', confirmation: 'kb7xQ!tn' });
    submit(stage.form);
    await waitUntil(() => focused() === fieldOf(stage, 'confirmation'));
    const error = fieldOf(stage, 'confirmation').closest('.field')!.querySelector('.error')!;
    expect(error.textContent).to.equal('The two passwords are not the same.');
    expect(stage.api.count('account.changePassword')).to.equal(0);
    await expect(stage.element).to.be.accessible();
  });

  it('keeps what was typed where the current one is wrong or the new one is too common', async () => {
    const stage = await aForm();
    await open(stage);
    await fill(stage, { current: 'wrong', password: 'kb7xQ!tm', confirmation: 'kb7xQ!tm' });
    submit(stage.form);
    await waitUntil(() => stage.form.querySelector('#current-error') !== null);
    expect(focused()).to.equal(fieldOf(stage, 'current'));
    expect(fieldOf(stage, 'password').value).to.equal('kb7xQ!tm');
    await fill(stage, {
      current: stage.account.password,
      password: 'password1234',
      confirmation: 'password1234',
    });
    submit(stage.form);
    await waitUntil(() => deep(stage.element.renderRoot, '#password-error') !== null);
    expect(deep(stage.element.renderRoot, '#password-error')!.textContent).to.contain(
      'among the first that are tried',
    );
  });

  it('changes it by keyboard alone, and forgets what was typed', async () => {
    const stage = await aForm();
    await open(stage);
    await sendKeys({ type: stage.account.password });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(fieldOf(stage, 'password'));
    await sendKeys({ type: 'kb7xQ!tm' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'kb7xQ!tm' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => announced(stage).includes('Your password is changed'));
    expect(stage.account.password).to.equal('kb7xQ!tm');
    expect(stage.form.querySelectorAll('form')).to.have.length(0);
    expect(focused()!.textContent!.trim()).to.equal('Change password');
  });

  it('P37 comes before everything else where it has to be chosen, and then the rest is open', async () => {
    const stage = await aForm({ viewer: { mustChangePassword: true }, attributes: { view: 'users' } });
    expect(stage.form.textContent).to.contain('given to you by somebody else');
    expect(deep(stage.element.renderRoot, 'ua-profile-form')).to.equal(null);
    await expect(stage.element).to.be.accessible();
    await fill(stage, { current: stage.account.password, password: 'kb7xQ!tm', confirmation: 'kb7xQ!tm' });
    submit(stage.form);
    await listOf(stage);
  });
});
