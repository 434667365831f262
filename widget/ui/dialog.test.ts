// The dialog and the question in a real browser: their names, where the focus goes and comes back to, and every way to close.
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { register } from '../register.ts';
import { ConfirmElement } from './confirm.ts';
import { DialogElement } from './dialog.ts';

register({ 'ua-dialog': DialogElement, 'ua-confirm': ConfirmElement });

const native = (element: Element) =>
  (element.shadowRoot!.querySelector('ua-dialog') ?? element).shadowRoot!.querySelector('dialog')!;

/** A page with a button and a dialog that was opened from there. */
async function anOpenDialog() {
  const page = await fixture(
    html`<div>
      <button type="button">Open</button>
      <ua-dialog heading="Rename the table">
        <label>Name <input autofocus /></label>
        <button type="button" slot="actions">Close</button>
      </ua-dialog>
    </div>`,
  );
  const opener = page.querySelector('button')!;
  const dialog = page.querySelector('ua-dialog')!;
  opener.focus();
  dialog.open = true;
  await dialog.updateComplete;
  return { page, opener, dialog };
}

/** A question that was asked from a button. */
async function aQuestion(given: Partial<ConfirmElement> = {}) {
  const page = await fixture(
    html`<div><button type="button">Remove</button><ua-confirm>They lose everything.</ua-confirm></div>`,
  );
  const opener = page.querySelector('button')!;
  const question = page.querySelector('ua-confirm')!;
  const told: string[] = [];
  for (const type of ['confirm', 'alternative', 'close'])
    question.addEventListener(type, () => told.push(type));
  opener.focus();
  Object.assign(question, { heading: 'Remove Adam?', action: 'Remove', open: true, ...given });
  await question.updateComplete;
  await question.shadowRoot!.querySelector('ua-dialog')!.updateComplete;
  const button = (text: string) =>
    [...question.shadowRoot!.querySelectorAll('button')].find((each) => each.textContent.trim() === text)!;
  return { page, opener, question, told, button };
}

describe('<ua-dialog>', () => {
  it('is modal, named by its heading, and begins where it is told to', async () => {
    const { page, dialog } = await anOpenDialog();
    expect(native(dialog).matches(':modal')).to.equal(true);
    expect(document.activeElement).to.equal(dialog.querySelector('input'));
    await expect(page).to.be.accessible();
  });

  it('is in front with the focus where it was moved on the page, with what was typed, and closes as before', async () => {
    const { page, dialog } = await anOpenDialog();
    dialog.querySelector('input')!.value = 'Typed';
    const other = document.createElement('div');
    page.append(other);
    other.append(dialog);
    expect(native(dialog).matches(':modal')).to.equal(true);
    expect(document.activeElement).to.equal(dialog.querySelector('input'));
    expect(dialog.querySelector('input')!.value).to.equal('Typed');
    const isClosed = oneEvent(dialog, 'close');
    await sendKeys({ press: 'Escape' });
    await isClosed;
    expect([dialog.open, native(dialog).open]).to.deep.equal([false, false]);
  });

  it('closes at Escape, tells it once, and gives the focus back', async () => {
    const { opener, dialog } = await anOpenDialog();
    let closed = 0;
    dialog.addEventListener('close', () => closed++);
    const told = oneEvent(dialog, 'close');
    await sendKeys({ press: 'Escape' });
    await told;
    expect([dialog.open, closed, document.activeElement]).to.deep.equal([false, 1, opener]);
  });

  it('closes when it is set to, and opens again', async () => {
    const { dialog } = await anOpenDialog();
    const told = oneEvent(dialog, 'close');
    dialog.open = false;
    await told;
    expect(native(dialog).open).to.equal(false);
    dialog.open = true;
    await dialog.updateComplete;
    expect(native(dialog).matches(':modal')).to.equal(true);
  });

  it('leads the keys to its buttons, and leaves what is behind it out of reach', async () => {
    const { opener, dialog } = await anOpenDialog();
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement!.textContent).to.equal('Close');
    opener.focus();
    expect([document.activeElement!.textContent, dialog.open]).to.deep.equal(['Close', true]);
  });
});

describe('<ua-confirm>', () => {
  it('begins on Cancel, which changes nothing', async () => {
    const { page, opener, question, told } = await aQuestion();
    expect(question.shadowRoot!.activeElement!.textContent).to.equal('Cancel');
    await expect(page).to.be.accessible();
    const closed = oneEvent(question, 'close');
    await sendKeys({ press: 'Enter' });
    await closed;
    expect([told, question.open, document.activeElement]).to.deep.equal([['close'], false, opener]);
  });

  it('tells that it was confirmed, and stays until that is done', async () => {
    const { question, told, button } = await aQuestion();
    button('Remove').click();
    expect([told, question.open]).to.deep.equal([['confirm'], true]);
  });

  it('takes no second confirmation while the first is being done', async () => {
    const { told, button } = await aQuestion({ isPending: true });
    expect(button('Remove').ariaDisabled).to.equal('true');
    button('Remove').click();
    expect(told).to.deep.equal([]);
  });

  it('says why it could not be done, and keeps the question', async () => {
    const { page, question } = await aQuestion({ failure: 'The server could not be reached.' });
    expect(question.shadowRoot!.querySelector('[role=alert]')!.textContent).to.equal(
      'The server could not be reached.',
    );
    await expect(page).to.be.accessible();
  });

  it('offers the safer way, and moves the focus off its button, which goes', async () => {
    const { question, told, button } = await aQuestion({ alternative: 'Deactivate', isDangerous: true });
    button('Deactivate').click();
    expect([told, question.shadowRoot!.activeElement]).to.deep.equal([['alternative'], button('Cancel')]);
  });
});
