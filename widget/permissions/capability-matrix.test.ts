// The matrix of capabilities as people see it.
import { expect, fixture } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { register } from '../register.ts';
import { rightsOf } from '../rights.ts';
import { aViewer } from '../testing/builders.ts';
import { CapabilityMatrixElement } from './capability-matrix.ts';
import { PermissionsViewElement } from './permissions-view.ts';
import { PERMISSION_ROOM } from './room.ts';

register(PERMISSION_ROOM.elements);

async function aMatrix(role = 'creator', scheme = 'light') {
  const frame = document.createElement('div');
  frame.style.cssText = `color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#16171a' : '#fff'}`;
  const matrix = Object.assign(new CapabilityMatrixElement(), {
    rights: rightsOf(aViewer(collaborators, [role])),
  });
  frame.append(matrix);
  await fixture(frame);
  await matrix.updateComplete;
  return { frame, matrix, root: matrix.shadowRoot! };
}

const textsOf = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll<HTMLElement>(selector)].map((node) =>
    node.textContent!.trim().replaceAll(/\s+/g, ' '),
  );

describe('<ua-capability-matrix>', () => {
  it('C8 C9 has a column for each of the five roles and the sections in their order', async () => {
    await setViewport({ width: 1000, height: 800 });
    const { root } = await aMatrix('owner');
    expect(textsOf(root, 'thead th')).to.deep.equal([
      'Capability',
      'OwnerYour role',
      'Creator',
      'Editor',
      'Commenter',
      'Viewer',
    ]);
    expect(textsOf(root, '.section th')).to.deep.equal([
      'Advanced',
      'Schema',
      'Records',
      'Comments',
      'Views',
      'Project',
    ]);
    expect(root.querySelectorAll('tbody tr.row').length).to.equal(35);
  });

  it('C14 C16 C27 C32 C34 says yes and no in words beside the icon', async () => {
    const { root } = await aMatrix();
    const answers = (name: string) => {
      const row = [...root.querySelectorAll('tbody tr.row')].find(
        (candidate) => candidate.querySelector('th')!.textContent === name,
      )!;
      return textsOf(row, 'td').join(' ');
    };
    expect(answers('Add owner')).to.equal('Yes No No No No');
    expect(answers('Add editor')).to.equal('Yes Yes No No No');
    expect(answers('Add row')).to.equal('Yes Yes Yes No No');
    expect(answers('View cell contents')).to.equal('Yes Yes Yes Yes Yes');
    expect(answers('Add comments')).to.equal('Yes Yes Yes Yes No');
    expect(root.querySelectorAll('td svg').length).to.equal(35 * 5);
  });

  it("C9 explains a role on hover and focus and points out the viewer's own", async () => {
    const { root } = await aMatrix();
    const [, , creator, editor] = root.querySelectorAll<HTMLElement>('thead th');
    expect(editor!.ariaDescription).to.equal('Adds, changes and deletes records.');
    editor!.focus();
    await waitUntil(() => root.querySelector('.hint-bubble') !== null);
    expect(root.querySelector<HTMLElement>('.hint-bubble')!.innerText).to.equal(
      'Adds, changes and deletes records.',
    );
    expect(creator!.textContent).to.contain('Your role');
  });

  it('keeps the head and the first column in sight while it scrolls', async () => {
    await setViewport({ width: 560, height: 500 });
    const { root } = await aMatrix();
    const scroller = root.querySelector<HTMLElement>('.scroll')!;
    scroller.scrollTo(60, 400);
    const corner = root.querySelector<HTMLElement>('thead th')!.getBoundingClientRect();
    const frame = scroller.getBoundingClientRect();
    expect(Math.round(corner.left - frame.left)).to.equal(0);
    expect(Math.abs(corner.top - frame.top)).to.be.at.most(2);
  });

  it("is a card for each role on a narrow screen, the viewer's own open", async () => {
    await setViewport({ width: 360, height: 700 });
    const { root } = await aMatrix();
    expect(getComputedStyle(root.querySelector('.scroll')!).display).to.equal('none');
    const cards = [...root.querySelectorAll('details')];
    expect(cards.map(({ open }) => open)).to.deep.equal([false, true, false, false, false]);
    expect(textsOf(cards[4]!, '.held')).to.deep.equal(['9 of 35']);
  });

  for (const width of [1000, 360]) {
    for (const scheme of ['light', 'dark']) {
      it(`axe finds nothing at ${width} px, ${scheme}`, async () => {
        await setViewport({ width, height: 800 });
        const { frame, root } = await aMatrix('creator', scheme);
        for (const card of root.querySelectorAll('details')) card.open = true;
        await expect(frame).to.be.accessible();
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
      });
    }
  }
});

describe('<ua-permissions-view>', () => {
  const aView = (policy: Policy) =>
    fixture<PermissionsViewElement>(
      Object.assign(new PermissionsViewElement(), { rights: rightsOf(aViewer(policy)) }),
    );

  it('C9 T28 shows what the policy has: sections make a matrix, resources granted to roles make a grid', async () => {
    const matrix = (await aView(collaborators)).shadowRoot!;
    expect([
      matrix.querySelector('ua-capability-matrix') !== null,
      matrix.querySelector('ua-grant-editor') !== null,
    ]).to.deep.equal([true, false]);
    const grid = (await aView(tables)).shadowRoot!;
    expect([
      grid.querySelector('ua-capability-matrix') !== null,
      grid.querySelector('ua-grant-editor') !== null,
    ]).to.deep.equal([false, true]);
  });
});
