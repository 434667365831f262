// The shared sheets where a browser can tell them wrong: what is off looks off under the pointer, and nothing moves for who asked for calm.
import { expect, fixture } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { LitElement, html } from 'lit';
import { base } from './base.ts';
import { loudButtons } from './forms.ts';

class ButtonsElement extends LitElement {
  static override styles = [base, loudButtons];
  static override properties = { kind: {} };
  declare kind: string;

  protected override render() {
    return html`<button class="button ${this.kind}">On</button>
      <button class="button ${this.kind}" aria-disabled="true">Off</button>
      <button class="button ${this.kind}" disabled>Off too</button>`;
  }
}
customElements.define('ua-test-buttons', ButtonsElement);

async function lookUnderThePointer(button: HTMLElement): Promise<string> {
  const { left, top, width, height } = button.getBoundingClientRect();
  await sendMouse({
    type: 'move',
    position: [Math.round(left + width / 2), Math.round(top + height / 2)],
  });
  return lookOf(button);
}

function lookOf(button: HTMLElement): string {
  const { backgroundColor, color, borderColor } = getComputedStyle(button);
  return [backgroundColor, color, borderColor].join(' / ');
}

describe('the shared sheets', () => {
  afterEach(() => resetMouse());

  for (const kind of ['', 'primary', 'danger', 'quiet', 'small', 'icon']) {
    it(`a ${kind || 'plain'} button that is off looks the same under the pointer, and one that is on does not`, async () => {
      const element = await fixture<ButtonsElement>(html`<ua-test-buttons kind=${kind}></ua-test-buttons>`);
      const [on, off, offToo] = [...element.renderRoot.querySelectorAll('button')];
      const atRest = lookOf(off!);
      expect(lookOf(offToo!)).to.equal(atRest);
      expect(await lookUnderThePointer(off!)).to.equal(atRest);
      expect(await lookUnderThePointer(offToo!)).to.equal(atRest);
      const onAtRest = lookOf(on!);
      expect(await lookUnderThePointer(on!)).not.to.equal(onAtRest);
    });
  }

  it('moves nothing where reduced motion is asked for, and adds no transition of its own', async () => {
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(true);
    const element = await fixture<ButtonsElement>(html`<ua-test-buttons kind="primary"></ua-test-buttons>`);
    const button = element.renderRoot.querySelector('button')!;
    button.style.color = 'red';
    expect(getComputedStyle(button).transitionProperty).to.equal('none');
    expect(button.getAnimations()).to.deep.equal([]);
    expect(getComputedStyle(button).color).to.equal('rgb(255, 0, 0)');
  });
});
