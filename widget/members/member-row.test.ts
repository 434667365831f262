// One row by itself: what is kept of it when there is more to show.
import { expect, fixture } from '@open-wc/testing';
import { tables } from '../../shared/presets/tables.ts';
import { rightsOf } from '../rights.ts';
import { aMember, aViewer } from '../testing/builders.ts';
import { MemberDecider } from './member-decisions.ts';
import { MemberRow } from './member-row.ts';
import type { RowTerms } from './member-row.ts';

describe('a row of the list of members', () => {
  for (const control of ['role', 'menu'])
    it(`keeps the focus on its ${control} while what is done by one click comes in beside it`, async () => {
      const decider = new MemberDecider(rightsOf(aViewer(tables, ['owner'])));
      const member = aMember(1, { name: 'Cleo Staff', roles: ['staff'] });
      const terms: RowTerms = {
        columns: ['name', 'roles'],
        isSelectable: true,
        now: 0,
        deeds: undefined,
        isSelf: () => false,
        decide: (one) => decider.decide(one),
      };
      const drawing = { member, isActive: true, isSelected: false, isPending: false, terms };
      const row = new MemberRow();
      await fixture(row.element);
      row.show(drawing);
      const held = row.element.querySelector<HTMLElement>(`[data-control=${control}]`)!;
      held.focus();
      const deed = document.createElement('button');
      row.show({ ...drawing, terms: { ...terms, deeds: () => ({ element: deed, show: () => undefined }) } });
      expect(deed.nextElementSibling?.getAttribute('data-control')).to.equal('menu');
      expect(document.activeElement === held).to.equal(true);
    });
});
