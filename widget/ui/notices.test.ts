// Passing notices: what is read out, and when.
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { Notice } from '../intents.ts';
import { register } from '../register.ts';
import { NoticesElement } from './notices.ts';

register({ 'ua-notices': NoticesElement });

describe('<ua-notices>', () => {
  it('reads each notice out once: what stays is left alone when another comes or goes', async () => {
    const notices = await fixture<NoticesElement>(html`<ua-notices></ua-notices>`);
    const live = notices.shadowRoot!.querySelector('[aria-live]')!;
    expect(live.getAttribute('aria-atomic')).to.equal('false');
    const [first, second]: Notice[] = [{ text: 'First' }, { text: 'Second' }];
    notices.notify(first!);
    await notices.updateComplete;
    const said: string[] = [];
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes)
        said.push(
          ...(type === 'childList' ? [...addedNodes] : [target]).map(({ textContent }) => textContent!),
        );
    }).observe(live, { subtree: true, childList: true, characterData: true });
    notices.notify(second!);
    await notices.updateComplete;
    notices.shadowRoot!.querySelector<HTMLElement>('.notice .icon')!.click();
    await notices.updateComplete;
    await aTimeout(0);
    expect(said.filter((text) => text.trim() !== '')).to.deep.equal(['Second']);
    expect(live.textContent!.trim()).to.equal('Second');
  });
});
