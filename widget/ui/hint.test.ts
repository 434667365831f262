// The tooltip of controls that are off, in a real browser: when it shows, what it says, and when it goes.
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement, html as draw, nothing } from 'lit';
import { base } from '../styles/base.ts';
import { register } from '../register.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { HintController } from './hint.ts';

/** Two buttons: one that says why it is off, and one that is on. */
class HintedElement extends LitElement {
  static override styles = base;
  static override properties = { why: {} };
  declare why: string;

  constructor() {
    super();
    this.why = 'Only the owner can do this.';
    void new HintController(this);
  }

  protected override render() {
    return draw`<button type="button" id="off" aria-disabled="true" aria-description=${this.why === '' ? nothing : this.why}>Remove</button><button type="button" id="on">Edit</button>`;
  }
}

register({ 'ua-hinted': HintedElement });

const shown = (host: HintedElement) =>
  host.shadowRoot!.querySelector('.hint-bubble:popover-open')?.textContent ?? '';
const at = (host: HintedElement, id: string) => host.shadowRoot!.getElementById(id)!;

/** The buttons, with the tooltip of the first on show. */
async function aShownHint(): Promise<HintedElement> {
  const host = await fixture<HintedElement>(html`<ua-hinted></ua-hinted>`);
  at(host, 'off').focus();
  await waitUntil(() => shown(host) !== '', 'the tooltip is there');
  return host;
}

describe('HintController', () => {
  it('shows why a control is off while it has the focus', async () => {
    const host = await aShownHint();
    expect(shown(host)).to.equal('Only the owner can do this.');
    at(host, 'on').focus();
    expect(shown(host)).to.equal('');
  });

  it('shows it while the control is pointed at', async () => {
    const host = await fixture<HintedElement>(html`<ua-hinted></ua-hinted>`);
    at(host, 'off').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    await waitUntil(() => shown(host) !== '', 'the tooltip is there');
    at(host, 'off').dispatchEvent(new PointerEvent('pointerout', { bubbles: true, composed: true }));
    expect(shown(host)).to.equal('');
  });

  it('goes at Escape and leaves the focus where it is', async () => {
    const host = await aShownHint();
    await sendKeys({ press: 'Escape' });
    expect([shown(host), host.shadowRoot!.activeElement?.id]).to.deep.equal(['', 'off']);
  });

  it('says it in other words as soon as the control does, and goes with the reason', async () => {
    const host = await aShownHint();
    host.why = 'Nur die Inhaberin kann das.';
    await host.updateComplete;
    expect(shown(host)).to.equal('Nur die Inhaberin kann das.');
    host.why = '';
    await host.updateComplete;
    expect(shown(host)).to.equal('');
  });

  it('leaves nothing behind when its element goes', async () => {
    const host = await aShownHint();
    host.remove();
    expect(host.shadowRoot!.querySelector('.hint-bubble')).to.equal(null);
  });

  it('works again when its element comes back', async () => {
    const host = await aShownHint();
    const parent = host.parentElement!;
    host.remove();
    parent.append(host);
    at(host, 'off').focus();
    await waitUntil(() => shown(host) !== '', 'the tooltip is there');
  });
});
