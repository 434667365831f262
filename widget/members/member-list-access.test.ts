// The list of people for everybody: no finding in any state, and a way on from each.
import { expect } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { Failure } from '../failure.ts';
import { aStage, controlOf, found, settled } from '../testing/stage.ts';
import { people, aList, names, dialogOf, deedsOf } from '../testing/list-stage.ts';

describe('<ua-member-list>', () => {
  describe('accessibility', () => {
    for (const scheme of ['light', 'dark'] as const) {
      for (const width of [340, 760, 1200]) {
        it(`has no finding in ${scheme} at ${width} px`, async () => {
          const stage = await aList({ scheme, width });
          await expect(stage.element).to.be.accessible();
        });
      }
    }

    it('has no finding with a selection, an open menu, an open question, or no rows', async () => {
      const stage = await aList();
      controlOf(stage, 'Cleo Staff', 'select').click();
      await settled(stage.element);
      await expect(stage.element).to.be.accessible();
      const [item] = await deedsOf(stage, 'Cleo Staff');
      await expect(stage.element).to.be.accessible();
      item!.click();
      await dialogOf(stage);
      await expect(stage.element).to.be.accessible();
      const empty = await aStage({ members: people(), attributes: { filter: 'search=zzz' } });
      await found(empty, 'ua-empty-state[heading="Nobody matches"]');
      await expect(empty.element).to.be.accessible();
    });
  });

  describe('states', () => {
    it('shows why the rows did not come, and tries again', async () => {
      let isBroken = true;
      const stage = await aStage({
        members: people(),
        before: ({ name }) => {
          if (name === 'members.list' && isBroken) throw new Failure('busy');
        },
      });
      const empty = await found(stage, 'ua-empty-state[heading="People could not be loaded"]');
      expect(empty.textContent).to.contain('The server is busy');
      isBroken = false;
      empty.querySelector('button')!.click();
      await waitUntil(() => names(stage).length === 5);
    });
  });
});
