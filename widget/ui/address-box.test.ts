// The address box in a real browser: what is typed, pasted, edited and read out.
import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { REASONS } from '../i18n/reasons.ts';
import { takeReasons } from '../i18n/failure-strings.ts';
import { quickest } from '../testing/quickest.ts';
import { AddressBoxElement } from './address-box.ts';

// The root would have fetched them.
takeReasons(REASONS);

if (!customElements.get('ua-address-box')) customElements.define('ua-address-box', AddressBoxElement);

const aBox = (value = '') =>
  fixture<AddressBoxElement>(
    html`<ua-address-box label="E-mail addresses" .value=${value}></ua-address-box>`,
  );
const root = (box: AddressBoxElement) => box.shadowRoot!;
const bodies = (box: AddressBoxElement) => [...root(box).querySelectorAll<HTMLButtonElement>('.chip .text')];
const chipTexts = (box: AddressBoxElement) => bodies(box).map((body) => body.innerText.trim());
const summary = (box: AddressBoxElement) =>
  root(box).querySelector<HTMLElement>('#summary')!.innerText.trim();
const focused = (box: AddressBoxElement) => root(box).activeElement as HTMLElement | null;
const field = (box: AddressBoxElement) => root(box).querySelector('textarea')!;
const button = (box: AddressBoxElement, text: string) =>
  [...root(box).querySelectorAll('button')].find(
    (candidate) => candidate.innerText.includes(text) || candidate.ariaLabel?.includes(text),
  )!;

async function paste(box: AddressBoxElement, text: string): Promise<void> {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
  // Firefox lets nobody read what a script has put into an event of its own.
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  field(box).dispatchEvent(event);
  await box.updateComplete;
}

describe('<ua-address-box>', () => {
  describe('typing', () => {
    it('C5 makes a chip at a comma, a semicolon, Enter, and a blank behind a complete address', async () => {
      const box = await aBox();
      box.focus();
      await sendKeys({ type: 'a@example.com,b@example.com;' });
      await sendKeys({ type: 'c@example.com d@example.com' });
      await sendKeys({ press: 'Enter' });
      expect(chipTexts(box)).to.deep.equal([
        'a@example.com',
        'b@example.com',
        'c@example.com',
        'd@example.com',
      ]);
      expect(field(box).value).to.equal('');
    });

    it('makes no chip of the Enter that ends letters put together, which Safari sends when they have ended', async () => {
      const box = await aBox();
      box.focus();
      await sendKeys({ type: '山田' });
      const enter = (keyCode: number) =>
        new KeyboardEvent('keydown', { key: 'Enter', keyCode, bubbles: true, cancelable: true });
      field(box).dispatchEvent(enter(229));
      await box.updateComplete;
      expect([bodies(box).length, field(box).value]).to.deep.equal([0, '山田']);
      field(box).dispatchEvent(enter(13));
      await box.updateComplete;
      expect(bodies(box).length).to.equal(1);
    });

    it('draws one ring around the box and none around the text field in it', async () => {
      const box = await aBox();
      await sendKeys({ press: 'Tab' });
      expect(focused(box)).to.equal(field(box));
      expect(getComputedStyle(field(box)).outlineStyle).to.equal('none');
      expect(getComputedStyle(root(box).querySelector('.box')!).boxShadow).not.to.equal('none');
    });

    it('keeps a name with blanks and a quoted comma together until it is complete', async () => {
      const box = await aBox();
      box.focus();
      await sendKeys({ type: '"Doe, Jane" <jane@example.com>,' });
      expect(bodies(box).length).to.equal(1);
      expect(box.readyText).to.equal('"Doe, Jane" <jane@example.com>');
    });

    it('C5 makes a chip of what was typed when the field is left, and keeps a bad piece with its reason', async () => {
      const box = await aBox();
      box.focus();
      await sendKeys({ type: 'bob' });
      await sendKeys({ press: 'Tab' });
      await box.updateComplete;
      expect(chipTexts(box)[0]).to.match(/^bob\s*no @ in it$/);
      expect(root(box).querySelectorAll('.chip.invalid').length).to.equal(1);
      expect(summary(box)).to.equal('1 address, 1 needs attention');
    });

    it('does not move what is being pressed: the chip comes after the press', async () => {
      const box = await aBox();
      box.focus();
      await sendKeys({ type: 'anna@example.com' });
      document.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      field(box).blur();
      await box.updateComplete;
      expect(bodies(box).length, 'while pressed').to.equal(0);
      document.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
      await aTimeout(0);
      await box.updateComplete;
      expect(bodies(box).length, 'after the press').to.equal(1);
    });

    it('counts a complete address that is still being typed', async () => {
      const box = await aBox('a@example.com');
      box.focus();
      await sendKeys({ type: 'b@example.com' });
      expect(box.count.ready).to.equal(2);
      expect(box.readyText).to.equal('a@example.com\nb@example.com');
    });
  });

  describe('pasting', () => {
    it('C5 turns a pasted list into chips and says how many need attention', async () => {
      const box = await aBox();
      await paste(box, 'a@example.com, b@example.com\nbroken; Carl <carl@example.com>, a@example.com');
      expect(bodies(box).length).to.equal(5);
      expect(summary(box)).to.equal('5 addresses, 1 needs attention, 1 listed twice');
    });

    it('leaves a pasted fragment in the field, so that it can be completed', async () => {
      const box = await aBox();
      box.focus();
      expect(box.takePasted('@example.com')).to.equal(false);
      expect(bodies(box).length).to.equal(0);
    });

    it('C5 draws 10,000 pasted addresses quickly, all the bad ones among them, and says how many more there are', async () => {
      let box!: AddressBoxElement;
      const lines = Array.from({ length: 10_000 }, (_, index) =>
        index % 2500 === 1200 ? `bad${index}` : `p${index}@example.com`,
      );
      const took = await quickest(async () => {
        box = await aBox();
        await paste(box, lines.join('\n'));
      }, 1500);
      expect(took).to.be.below(1500);
      expect(root(box).querySelectorAll('.chip.invalid').length).to.equal(4);
      expect(bodies(box).length).to.equal(204);
      expect(button(box, 'and 9,796 more')).to.exist;
      expect(summary(box)).to.equal('10,000 addresses, 4 need attention');
      button(box, 'more').click();
      await box.updateComplete;
      expect(bodies(box).length).to.equal(404);
      await box.updateComplete;
      expect(focused(box)?.innerText, 'the focus is on the first of them').to.contain('p180@example.com');
      expect(box.value.split('\n').length, 'nothing is lost').to.equal(10_000);
    });

    it('keeps an 10,001st address and says that one request takes 10,000', async () => {
      const box = await aBox();
      await paste(box, Array.from({ length: 10_001 }, (_, index) => `p${index}@example.com`).join(','));
      expect(box.count.total).to.equal(10_001);
      expect(summary(box)).to.contain('At most 10,000 addresses');
    });
  });

  describe('editing', () => {
    it('opens a chip in place with Enter, F2 or a double click and reads it again', async () => {
      const box = await aBox('bob, anna@example.com');
      for (const open of [
        () => sendKeys({ press: 'Enter' }),
        () => sendKeys({ press: 'F2' }),
        async () => void bodies(box)[1]!.dispatchEvent(new MouseEvent('dblclick')),
      ]) {
        bodies(box)[1]!.focus();
        await open();
        await box.updateComplete;
        await aTimeout(0);
        expect(focused(box)?.className).to.equal('edit');
        await sendKeys({ press: 'Escape' });
        await box.updateComplete;
        await aTimeout(0);
        expect(focused(box), 'the focus is back on the chip').to.equal(bodies(box)[1]);
      }
      bodies(box)[0]!.focus();
      await sendKeys({ press: 'Enter' });
      await aTimeout(0);
      await sendKeys({ type: 'bob@example.com' });
      await sendKeys({ press: 'Enter' });
      await box.updateComplete;
      expect(chipTexts(box)).to.deep.equal(['bob@example.com', 'anna@example.com']);
      expect(summary(box)).to.equal('2 addresses');
    });

    it('W52 puts a suggested address in with one click', async () => {
      const box = await aBox('anna@gmial.com');
      expect(root(box).querySelector<HTMLElement>('.hints')!.innerText.replace(/\s+/g, ' ')).to.contain(
        'Did you mean anna@gmail.com?',
      );
      button(box, 'anna@gmail.com').click();
      await box.updateComplete;
      expect(chipTexts(box)).to.deep.equal(['anna@gmail.com']);
      expect(root(box).querySelector<HTMLElement>('.hints')!.innerText).to.not.contain('Did you mean');
    });

    it('W22 says quietly that an address is a personal one', async () => {
      const box = await aBox('anna@gmail.com, bob@example.com');
      expect(root(box).querySelector<HTMLElement>('.hints')!.innerText).to.contain(
        '1 is a personal address.',
      );
    });

    it('takes everything away and brings it back', async () => {
      const box = await aBox('a@example.com, bob, c@example.com');
      button(box, 'Remove the marked one').click();
      await box.updateComplete;
      expect(chipTexts(box)).to.deep.equal(['a@example.com', 'c@example.com']);
      button(box, 'Clear').click();
      await box.updateComplete;
      expect(summary(box)).to.equal('2 addresses removed.');
      button(box, 'Undo').click();
      await box.updateComplete;
      expect(chipTexts(box)).to.deep.equal(['a@example.com', 'c@example.com']);
    });
  });

  describe('keyboard', () => {
    it('goes from the field to the chips and between them with the arrows', async () => {
      const box = await aBox('a@example.com, b@example.com, c@example.com');
      box.focus();
      await sendKeys({ press: 'ArrowLeft' });
      expect(focused(box)?.innerText).to.equal('c@example.com');
      await sendKeys({ press: 'ArrowLeft' });
      expect(focused(box)?.innerText).to.equal('b@example.com');
      await sendKeys({ press: 'Home' });
      expect(focused(box)?.innerText).to.equal('a@example.com');
      await sendKeys({ press: 'End' });
      expect(focused(box)).to.equal(field(box));
    });

    it('follows the direction of the script', async () => {
      const box = await aBox('a@example.com, b@example.com');
      box.dir = 'rtl';
      box.focus();
      await sendKeys({ press: 'ArrowRight' });
      expect(focused(box)?.innerText).to.equal('b@example.com');
    });

    it('removes with Backspace and Delete and keeps the focus in the box', async () => {
      const box = await aBox('a@example.com, b@example.com, c@example.com');
      box.focus();
      await sendKeys({ press: 'Backspace' });
      expect(bodies(box).length, 'the first press only goes there').to.equal(3);
      await sendKeys({ press: 'Backspace' });
      await box.updateComplete;
      expect(focused(box)?.innerText).to.equal('b@example.com');
      await sendKeys({ press: 'Home' });
      await sendKeys({ press: 'Delete' });
      await box.updateComplete;
      expect(focused(box)?.innerText).to.equal('b@example.com');
      await sendKeys({ press: 'Delete' });
      await box.updateComplete;
      expect(bodies(box).length).to.equal(0);
      expect(focused(box)).to.equal(field(box));
    });
  });

  describe('accessibility', () => {
    const states: readonly (readonly [string, string])[] = [
      ['empty', ''],
      ['good', 'a@example.com, b@example.com'],
      ['bad', 'a@example.com, bob, a@example.com, anna@gmial.com, carl@gmail.com'],
      ['long', Array.from({ length: 500 }, (_, index) => `p${index}@example.com`).join(',')],
    ];
    for (const [name, value] of states) {
      for (const scheme of ['light', 'dark']) {
        it(`axe finds nothing: ${name}, ${scheme}`, async () => {
          const frame = document.createElement('div');
          frame.style.cssText = `color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#16171a' : '#fff'}; padding: 20px`;
          frame.append(Object.assign(new AddressBoxElement(), { label: 'E-mail addresses', value }));
          await fixture(frame);
          await expect(frame).to.be.accessible();
        });
      }
    }

    it('axe finds nothing while a chip is edited or everything is off', async () => {
      const box = await aBox('bob, a@example.com');
      await box.editChip(box.chips[0]!);
      await expect(box).to.be.accessible();
      box.disabled = true;
      await box.updateComplete;
      await expect(box).to.be.accessible();
    });

    it('names the reason with the address', async () => {
      const box = await aBox('bob');
      expect(bodies(box)[0]!.innerText).to.match(/bob\s*no @ in it/);
    });

    it('stays within 320 px', async () => {
      await setViewport({ width: 320, height: 600 });
      const box = await aBox(`${'x'.repeat(60)}@example.com, ${'broken'.repeat(20)}`);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(box.getBoundingClientRect().right).to.be.at.most(320);
    });
  });

  describe('as a part of a form', () => {
    it('sends every piece under its name and is invalid while nothing usable is there', async () => {
      const form = await fixture<HTMLFormElement>(
        html`<form><ua-address-box name="people" label="Addresses" required></ua-address-box></form>`,
      );
      const box = form.querySelector('ua-address-box')!;
      expect(form.checkValidity()).to.equal(false);
      box.value = 'a@example.com, bob';
      await box.updateComplete;
      expect(form.checkValidity()).to.equal(true);
      expect(new FormData(form).get('people')).to.equal('a@example.com\nbob');
    });

    it('tells what stands in it after each change', async () => {
      const box = await aBox();
      setTimeout(() => (box.value = 'a@example.com, bob'));
      const event = await oneEvent(box, 'ua-addresses-changed');
      expect(event).to.have.deep.property('count', {
        total: 2,
        ready: 1,
        attention: 1,
        duplicates: 0,
        personal: 0,
      });
    });
  });
});
