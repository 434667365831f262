// The tabs above the views, where there is little room for them.
import { expect } from '@open-wc/testing';
import { packages } from '../../shared/presets/packages.ts';
import { aMember } from '../testing/builders.ts';
import { aStage, found, listOf } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

describe('the tabs of <user-admin>', () => {
  for (const width of [308, 268])
    it(`T6 are all there to be read at ${width} px, and none is cut off`, async () => {
      const stage = await aStage({ policy: packages, role: 'admin', members: [aMember(0)], width });
      await listOf(stage);
      const list = await found(stage, '[role=tablist]');
      const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
      expect(tabs.map(({ textContent }) => textContent.trim())).to.deep.equal([
        'Users',
        'Permissions',
        'Reviews',
        'Audit',
      ]);
      expect(list.scrollWidth).to.be.at.most(list.clientWidth);
      const edge = list.getBoundingClientRect();
      for (const tab of tabs) {
        const { left, right } = tab.getBoundingClientRect();
        expect([left >= edge.left, right <= edge.right], tab.textContent).to.deep.equal([true, true]);
      }
    });

  const aNarrowStage = (dir: string) => {
    const setting = { policy: packages, role: 'admin', members: [aMember(0)], width: 240 };
    return aStage({ ...setting, attributes: { dir, lang: 'de' } });
  };
  const isInSight = (list: Element, tab: Element) => {
    const [edge, { left, right }] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
    return left >= edge.left && right <= edge.right;
  };

  it('T6 scroll on one line where words are longer, with the one that is shown in sight', async () => {
    const stage = await aNarrowStage('ltr');
    await listOf(stage);
    const list = await found(stage, '[role=tablist]');
    await waitUntil(() => list.scrollWidth > list.clientWidth);
    const chosen = () => list.querySelector('[aria-selected=true]')!;
    for (const view of ['audit', 'users']) {
      stage.element.selectView(view);
      await waitUntil(() => chosen().id === `tab-${view}` && isInSight(list, chosen()));
    }
    stage.element.selectView('permissions');
    await waitUntil(() => chosen().id === 'tab-permissions');
    await stage.element.updateComplete;
    expect(list.scrollLeft, 'in sight already').to.equal(0);
  });

  it('T6 are all in sight where words are longer and read from right to left', async () => {
    const stage = await aNarrowStage('rtl');
    await listOf(stage);
    const list = await found(stage, '[role=tablist]');
    await waitUntil(() => list.textContent.includes('Berechtigungen'));
    expect([...list.children].map((tab) => isInSight(list, tab))).to.deep.equal([true, true, true, true]);
  });

  it('leave the arrow to the browser that leads it to the page before', async () => {
    const stage = await aStage({ policy: packages, role: 'admin', members: [aMember(0)] });
    await listOf(stage);
    const tab = await found(stage, '[role=tab]');
    const press = (altKey: boolean) =>
      tab.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey, bubbles: true, cancelable: true }),
      );
    expect(press(true)).to.equal(true);
    expect(press(false)).to.equal(false);
  });
});
