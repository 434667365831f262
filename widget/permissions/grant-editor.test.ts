// The grid of grants against a server in memory that saves each row by itself.
import { aTimeout, expect, fixture } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { tables } from '../../shared/presets/tables.ts';
import { Failure } from '../failure.ts';
import { rightsOf } from '../rights.ts';
import { aViewer } from '../testing/builders.ts';
import { MemoryApi } from '../testing/memory-api.ts';
import type { Stage } from '../testing/grant-stage.ts';
import { NAMES, aGrid, bar, box, press, rowOf, save, show, toggle } from '../testing/grant-stage.ts';
import { PermissionsViewElement } from './permissions-view.ts';

const focusedLabel = ({ root }: Stage) => root.activeElement?.ariaLabel;

describe('<ua-grant-editor>', () => {
  before(() => setViewport({ width: 1100, height: 800 }));

  describe('renders', () => {
    it('T28 T29 T31 has a row per table, a box per action, and a button per editable role, visitors among them', async () => {
      const stage = await aGrid();
      expect(
        [...stage.root.querySelectorAll<HTMLElement>('.resource')].map(({ innerText }) => innerText),
      ).to.deep.equal(NAMES);
      expect(
        [...stage.root.querySelectorAll<HTMLElement>('thead th')].map(({ innerText }) => innerText.trim()),
      ).to.deep.equal(['4 tables', 'All', 'Read', 'Write', 'Delete']);
      expect(
        [...stage.root.querySelectorAll<HTMLElement>('.role')].map(({ innerText }) => innerText.trim()),
      ).to.deep.equal(['Staff', 'Member', 'Visitor']);
    });

    it('T30 T35 leaves out the upper roles, says why, and says what a new table starts with', async () => {
      const text = (await aGrid()).root.querySelector<HTMLElement>('.notes')!.innerText;
      expect(text).to.contain('Owner and Admin hold every right on all tables');
      expect(text).to.contain(
        'A new table starts with read and write for Staff, read for Member, and nothing for Visitor.',
      );
    });

    it('T28 finds one of many tables by its name', async () => {
      const stage = await aGrid();
      const search = stage.root.querySelector<HTMLInputElement>('input[type=search]')!;
      search.focus();
      await sendKeys({ type: 'ord' });
      await stage.editor.updateComplete;
      expect(stage.root.querySelectorAll('tbody tr').length).to.equal(1);
      await sendKeys({ type: 'x' });
      await stage.editor.updateComplete;
      expect(stage.root.querySelector('ua-empty-state')!.heading).to.equal('No tables match');
      press(stage, 'Clear the search');
      await stage.editor.updateComplete;
      expect(stage.root.querySelectorAll('tbody tr').length).to.equal(4);
    });

    it('T28 loads every page and draws a long list in steps', async () => {
      const stage = await aGrid({
        names: Array.from({ length: 450 }, (_, index) => `Table ${String(index).padStart(3, '0')}`),
      });
      expect(stage.api.count('permissions.list')).to.equal(3);
      expect(stage.root.querySelectorAll('tbody tr').length).to.equal(200);
      press(stage, 'Show 200 more');
      await stage.editor.updateComplete;
      expect(stage.root.querySelectorAll('tbody tr').length).to.equal(400);
    });

    it('shows loading, failure with retry, and nothing to set', async () => {
      let isDown = true;
      const stage = await aGrid({
        before: () => {
          if (isDown) throw new Failure('busy');
        },
      });
      expect(stage.root.querySelector('ua-empty-state')!.textContent).to.contain('The server is busy.');
      isDown = false;
      press(stage, 'Try again');
      await waitUntil(() => stage.root.querySelectorAll('tbody tr').length === 4);
      expect((await aGrid({ names: [] })).root.querySelector('ua-empty-state')!.heading).to.equal(
        'No tables yet',
      );
    });
  });

  describe('staged edits', () => {
    it('T32 changes nothing on the server until Save, counts what is dirty, and marks it', async () => {
      const stage = await aGrid();
      expect(bar(stage).hidden).to.equal(true);
      await toggle(stage, 'Delete Orders', 'Read Books', 'Delete Books');
      expect(bar(stage).innerText).to.contain('2 unsaved changes');
      expect(rowOf(stage, 'Books').innerText).to.contain('Changed, not saved yet');
      expect(stage.api.count('permissions.save')).to.equal(0);
      await toggle(stage, 'Delete Orders');
      expect(bar(stage).innerText).to.contain('1 unsaved change');
    });

    it('T31 keeps the edits of a role while another is shown and shows their number on its button', async () => {
      const stage = await aGrid();
      await toggle(stage, 'Delete Orders', 'Delete Books');
      await show(stage, 'anon');
      await toggle(stage, 'Read Orders');
      expect(
        [...stage.root.querySelectorAll<HTMLElement>('.role .count [aria-hidden]')].map(
          ({ innerText }) => innerText,
        ),
      ).to.deep.equal(['2', '1']);
      expect(bar(stage).innerText).to.contain('3 unsaved changes');
      await show(stage, 'staff');
      expect(box(stage, 'Delete Orders').checked).to.equal(true);
      await save(stage);
      expect(
        stage.memory.rows
          .filter(({ version }) => version === 2)
          .map(({ role, resource }) => `${role} ${resource}`),
      ).to.deep.equal(['staff Books', 'staff Orders', 'anon Orders']);
    });

    it('toggles a whole row and a whole column, with a third state in between', async () => {
      const stage = await aGrid();
      expect([
        box(stage, 'All rights on Orders').indeterminate,
        box(stage, 'Read: 4 tables').checked,
        box(stage, 'Delete: 4 tables').checked,
      ]).to.deep.equal([true, true, false]);
      await toggle(stage, 'All rights on Orders');
      expect(box(stage, 'All rights on Orders').checked).to.equal(true);
      expect([
        box(stage, 'Delete Orders').checked,
        box(stage, 'Delete: 4 tables').indeterminate,
      ]).to.deep.equal([true, true]);
      await toggle(stage, 'Delete: 4 tables');
      expect(stage.editor.unsaved).to.equal(4);
      expect([
        box(stage, 'Delete: 4 tables').checked,
        box(stage, 'Delete: 4 tables').indeterminate,
      ]).to.deep.equal([true, false]);
      await toggle(stage, 'All rights: 4 tables');
      expect(stage.editor.matching.every(({ actions }) => actions.length === 0)).to.equal(true);
    });

    it('toggles a column only for the tables that match the search', async () => {
      const stage = await aGrid();
      stage.editor.searchFor('o');
      await stage.editor.updateComplete;
      await toggle(stage, 'Delete: 4 tables');
      stage.editor.searchFor('ord');
      await stage.editor.updateComplete;
      await toggle(stage, 'Delete: 1 table');
      expect(stage.editor.unsaved).to.equal(3);
    });

    it('discards everything and brings it back', async () => {
      const stage = await aGrid();
      await toggle(stage, 'Delete Orders');
      press(stage, 'Discard');
      await stage.editor.updateComplete;
      expect(bar(stage).hidden).to.equal(true);
      expect(box(stage, 'Delete Orders').checked).to.equal(false);
      stage.host.notices[0]!.action!.run();
      await stage.editor.updateComplete;
      expect(box(stage, 'Delete Orders').checked).to.equal(true);
    });
  });

  describe('keyboard', () => {
    it('moves between the boxes with the arrows, Home, End and the Page keys, and toggles with the space bar', async () => {
      const stage = await aGrid();
      stage.root.querySelector<HTMLElement>('table input[tabindex="0"]')!.focus();
      const walk: readonly (readonly [string, string])[] = [
        ['ArrowDown', 'All rights on Books'],
        ['ArrowRight', 'Read Books'],
        ['End', 'Delete Books'],
        ['ArrowRight', 'Delete Books'],
        ['PageDown', 'Delete Orders'],
        ['ArrowUp', 'Delete Invoices'],
        ['Home', 'All rights on Invoices'],
        ['PageUp', 'All rights: 4 tables'],
      ];
      for (const [key, label] of walk) {
        await sendKeys({ press: key });
        await stage.editor.updateComplete;
        await aTimeout(0);
        expect(focusedLabel(stage), key).to.equal(label);
      }
      await sendKeys({ press: 'ArrowDown' });
      await stage.editor.updateComplete;
      await aTimeout(0);
      await sendKeys({ press: 'Space' });
      expect(stage.editor.unsaved).to.equal(1);
    });

    it('has one box in the order of the Tab key', async () => {
      const stage = await aGrid();
      expect(stage.root.querySelectorAll('table input[tabindex="0"]').length).to.equal(1);
    });

    it('switches the role with the arrows', async () => {
      const stage = await aGrid();
      stage.root.querySelector<HTMLElement>('input[value=staff]')!.focus();
      await sendKeys({ press: 'ArrowRight' });
      expect(stage.editor.shownRole).to.equal('member');
    });
  });

  describe('rights', () => {
    it('T4 is not there for a role that may not see it', async () => {
      const api = new MemoryApi({ viewer: aViewer(tables, ['staff']), members: [] });
      const view = await fixture<PermissionsViewElement>(
        Object.assign(new PermissionsViewElement(), { rights: rightsOf(api.viewerNow) }),
      );
      expect(view.shadowRoot!.querySelector('ua-grant-editor')).to.equal(null);
      expect(view.shadowRoot!.querySelector('ua-empty-state')!.heading).to.equal(
        'Your role does not include this.',
      );
    });

    it('is read-only with the reason where it can be seen and not changed', async () => {
      const stage = await aGrid({ viewer: { workspace: { ...aViewer().workspace, isArchived: true } } });
      await toggle(stage, 'Delete Orders');
      expect(stage.editor.unsaved).to.equal(0);
      expect(box(stage, 'Delete Orders').checked).to.equal(false);
      expect(box(stage, 'Delete Orders').ariaDescription).to.equal(
        'This workspace is archived. Restore it to make changes.',
      );
    });
  });

  describe('accessibility', () => {
    async function everyState(stage: Stage): Promise<void> {
      stage.memory.refuses.set('Invoices', 'resource_not_found');
      await toggle(stage, 'Delete Invoices', 'Delete Orders');
      stage.memory.changeElsewhere('Orders', 'staff', ['read']);
      await save(stage);
      await toggle(stage, 'Delete Books');
      await aTimeout(200);
    }
    for (const width of [1100, 360]) {
      for (const scheme of ['light', 'dark']) {
        it(`axe finds nothing before and after a save with every outcome at ${width} px, ${scheme}`, async () => {
          await setViewport({ width, height: 800 });
          const stage = await aGrid({ scheme });
          await expect(stage.view).to.be.accessible();
          await everyState(stage);
          await expect(stage.view).to.be.accessible();
          expect(document.documentElement.scrollWidth).to.be.at.most(width);
        });
      }
    }

    it('axe finds nothing in the other states', async () => {
      await expect(
        (await aGrid({ viewer: { workspace: { ...aViewer().workspace, isArchived: true } } })).view,
      ).to.be.accessible();
      await expect((await aGrid({ names: [] })).view).to.be.accessible();
      await expect(
        (
          await aGrid({
            before: () => {
              throw new Failure('internal');
            },
          })
        ).view,
      ).to.be.accessible();
    });
  });
});
