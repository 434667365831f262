// The password fields of a form in a real browser: what is shown, what is said of the keyboard, and that nothing typed is left behind.
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement, html as draw } from 'lit';
import { base } from '../styles/base.ts';
import { fields } from '../styles/forms.ts';
import { register } from '../register.ts';
import { PasswordFields, passwordFields } from './password-field.ts';

/** A form with a password and its repetition. */
class SecretElement extends LitElement {
  static override styles = [base, fields, passwordFields];
  static override properties = { error: {} };
  declare error: string;
  readonly secrets = new PasswordFields(this);

  constructor() {
    super();
    this.error = '';
  }

  protected override render() {
    const { secrets, error } = this;
    return draw`${secrets.render({ name: 'password', label: 'Password', autocomplete: 'new-password', error })}
      ${secrets.render({ name: 'again', label: 'Once more', autocomplete: 'new-password' })} ${secrets.renderCaps()}`;
  }
}

register({ 'ua-secret': SecretElement });

const aForm = () => fixture<SecretElement>(html`<ua-secret></ua-secret>`);
const inputs = (form: SecretElement) => [...form.shadowRoot!.querySelectorAll('input')];
const types = (form: SecretElement) => inputs(form).map(({ type }) => type);
const eye = (form: SecretElement) => form.shadowRoot!.querySelector<HTMLElement>('[aria-pressed]')!;
const caps = (form: SecretElement) => form.shadowRoot!.getElementById('caps')!;

async function press(form: SecretElement, isCapsOn: boolean): Promise<void> {
  const key = new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: isCapsOn, bubbles: true });
  inputs(form)[0]!.dispatchEvent(key);
  await form.updateComplete;
}

describe('PasswordFields', () => {
  it('hides what is typed, leaves it as it is, and lets the browser offer a new password', async () => {
    const form = await aForm();
    form.secrets.focus('password');
    await sendKeys({ type: ' rim & tyre ' });
    expect([form.secrets.value('password'), types(form)]).to.deep.equal([
      ' rim & tyre ',
      ['password', 'password'],
    ]);
    expect(inputs(form).map(({ autocomplete }) => autocomplete)).to.deep.equal([
      'new-password',
      'new-password',
    ]);
    await expect(form).to.be.accessible();
  });

  it('shows all fields together on request, with what was typed still in them', async () => {
    const form = await aForm();
    form.secrets.focus('password');
    await sendKeys({ type: 'rim & tyre' });
    eye(form).click();
    await form.updateComplete;
    expect([types(form), eye(form).ariaPressed, form.secrets.value('password')]).to.deep.equal([
      ['text', 'text'],
      'true',
      'rim & tyre',
    ]);
    await expect(form).to.be.accessible();
  });

  it('says that caps lock is on, to those who listen too, and no longer than it is', async () => {
    const form = await aForm();
    expect(caps(form).hidden).to.equal(true);
    await press(form, true);
    expect([caps(form).hidden, inputs(form)[0]!.getAttribute('aria-describedby')]).to.deep.equal([
      false,
      'caps',
    ]);
    await press(form, false);
    expect(caps(form).hidden).to.equal(true);
  });

  it('names what is wrong at the field', async () => {
    const form = await aForm();
    form.error = 'Too short.';
    await form.updateComplete;
    const [first] = inputs(form);
    expect(first!.ariaInvalid).to.equal('true');
    expect(form.shadowRoot!.getElementById(first!.getAttribute('aria-describedby')!)!.textContent).to.equal(
      'Too short.',
    );
    await expect(form).to.be.accessible();
  });

  it('empties every field, and hides what is typed next', async () => {
    const form = await aForm();
    form.secrets.focus('again');
    await sendKeys({ type: 'x' });
    eye(form).click();
    form.secrets.clear();
    await form.updateComplete;
    expect([form.secrets.value('again'), types(form)]).to.deep.equal(['', ['password', 'password']]);
  });
});
