// The grid of grants against a server in memory that saves each row by itself.
import { aTimeout, expect, fixture } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { tables } from '../../shared/presets/tables.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import type { PermissionsChangedEvent } from './events.ts';
import { Failure } from '../failure.ts';
import { rightsOf } from '../rights.ts';
import { aViewer } from '../testing/builders.ts';
import { MemoryApi } from '../testing/memory-api.ts';
import { MemoryPermissions } from '../testing/memory-permissions.ts';
import { RoomHost } from '../testing/room-host.ts';
import type { GrantEditorElement } from './grant-editor.ts';
import { PermissionsViewElement } from './permissions-view.ts';
import { PERMISSION_ROOM } from './room.ts';

const NAMES = ['Books', 'Customers', 'Invoices', 'Orders'];

interface Setting {
  readonly names?: readonly string[];
  readonly role?: string;
  readonly viewer?: Partial<Viewer>;
  readonly scheme?: string;
  readonly before?: MemoryPermissions['before'];
}

async function aGrid({ names = NAMES, role = 'owner', viewer = {}, scheme = 'light', before }: Setting = {}) {
  const api = new MemoryApi({ viewer: aViewer(tables, [role], viewer), members: [] });
  const memory = new MemoryPermissions(api, names);
  if (before) memory.before = before;
  api.permissions = memory;
  const host = new RoomHost(api, [PERMISSION_ROOM]);
  host.element.style.cssText = `color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#16171a' : '#fff'}`;
  const view = new PermissionsViewElement();
  view.rights = rightsOf(api.viewerNow);
  host.element.append(view);
  await fixture(host.element);
  await view.updateComplete;
  const editor = view.shadowRoot!.querySelector('ua-grant-editor')!;
  await waitUntil(() => !editor.query.isLoading);
  await editor.updateComplete;
  return { api, memory, host, view, editor, root: editor.shadowRoot! };
}

type Stage = Awaited<ReturnType<typeof aGrid>>;
const box = ({ root }: Stage, label: string) =>
  [...root.querySelectorAll<HTMLInputElement>('table input')].find((input) => input.ariaLabel === label)!;
const toggle = async (stage: Stage, ...labels: string[]) => {
  for (const label of labels) box(stage, label).click();
  await stage.editor.updateComplete;
};
const rowOf = ({ root }: Stage, name: string) =>
  [...root.querySelectorAll<HTMLElement>('tbody tr.row')].find((row) => row.innerText.includes(name))!;
const message = (stage: Stage, name: string) => {
  const next = rowOf(stage, name).nextElementSibling as HTMLElement | null;
  return next?.classList.contains('message') === true ? next : null;
};
const bar = ({ root }: Stage) => root.querySelector<HTMLElement>('.bar')!;
const press = ({ root }: Stage, text: string) =>
  [...root.querySelectorAll('button')].find((button) => button.innerText.trim() === text)!.click();
const show = async (stage: Stage, role: string) => {
  stage.root.querySelector<HTMLInputElement>(`input[value=${role}]`)!.click();
  await waitUntil(() => stage.editor.isComplete);
  await stage.editor.updateComplete;
};
const save = async (stage: Stage) => {
  press(stage, 'Save');
  await waitUntil(() => stage.editor.saving === 0);
  await stage.editor.updateComplete;
};
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
        [...stage.root.querySelectorAll<HTMLElement>('thead th')].map(({ innerText }) => innerText),
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

  describe('saving', () => {
    it('T33 T34 saves row by row: a failed one keeps its edit and says why, the others turn clean', async () => {
      const stage = await aGrid();
      stage.memory.refuses.set('Invoices', 'resource_not_found');
      await toggle(stage, 'Delete Books', 'Delete Invoices', 'Delete Orders');
      await save(stage);
      expect(message(stage, 'Invoices')!.innerText.trim()).to.equal('This resource no longer exists.');
      expect(rowOf(stage, 'Books').classList.contains('dirty')).to.equal(false);
      expect(bar(stage).innerText).to.contain('1 unsaved change');
      expect(stage.host.notices.at(-1)!.text).to.equal(
        '2 changes saved. 1 change was not saved; the reason is at its row.',
      );
      await waitUntil(
        () => stage.root.activeElement?.closest('tr') === rowOf(stage, 'Invoices'),
        'the focus is at the failed row',
      );
      const fact = stage.host.facts[0] as PermissionsChangedEvent;
      expect([fact.type, fact.kind, fact.rows.map(({ resource }) => resource)]).to.deep.equal([
        'ua-permissions-changed',
        'table',
        ['Books', 'Orders'],
      ]);
    });

    it('T34 keeps every edit when the server cannot be reached, and saves them later', async () => {
      const stage = await aGrid();
      stage.memory.before = (name) => {
        if (name === 'permissions.save') throw new Failure('offline');
      };
      await toggle(stage, 'Delete Books', 'Delete Orders');
      await save(stage);
      expect(message(stage, 'Books')!.innerText).to.contain('The server could not be reached.');
      expect(stage.editor.unsaved).to.equal(2);
      stage.memory.before = () => {};
      await save(stage);
      expect(stage.editor.unsaved).to.equal(0);
      expect(stage.root.querySelector('.message')).to.equal(null);
    });

    it('shows both values where somebody else changed a row, and saves mine over theirs when I keep it', async () => {
      const stage = await aGrid();
      await toggle(stage, 'Delete Orders');
      stage.memory.changeElsewhere('Orders', 'staff', ['read']);
      await save(stage);
      expect(message(stage, 'Orders')!.innerText.replaceAll(/\s+/g, ' ')).to.contain(
        'Yours: Read, Write, and Delete Theirs: Read',
      );
      press(stage, 'Keep mine');
      await stage.editor.updateComplete;
      await save(stage);
      expect(
        stage.memory.rows.find(({ resource, role }) => resource === 'Orders' && role === 'staff')!.actions,
      ).to.deep.equal(['read', 'write', 'delete']);
      expect(stage.editor.unsaved).to.equal(0);
    });

    it('shows theirs and is clean when I take it', async () => {
      const stage = await aGrid();
      await toggle(stage, 'Delete Orders');
      stage.memory.changeElsewhere('Orders', 'staff', ['read']);
      await save(stage);
      expect([...bar(stage).querySelectorAll('button')].at(-1)!.ariaDescription).to.equal(
        'Choose at the marked rows which value to keep.',
      );
      press(stage, 'Take theirs');
      await stage.editor.updateComplete;
      expect([box(stage, 'Write Orders').checked, box(stage, 'Delete Orders').checked]).to.deep.equal([
        false,
        false,
      ]);
      expect(bar(stage).hidden).to.equal(true);
    });

    it('SEC_W11 saves once for two presses', async () => {
      const stage = await aGrid();
      await toggle(stage, 'Delete Orders');
      press(stage, 'Save');
      press(stage, 'Save');
      await waitUntil(() => stage.editor.saving === 0);
      expect(stage.api.count('permissions.save')).to.equal(1);
    });

    it('sends more than 500 rows in several requests', async () => {
      const stage = await aGrid({ names: Array.from({ length: 620 }, (_, index) => `Table ${index}`) });
      await toggle(stage, 'Delete: 620 tables');
      await save(stage);
      expect(
        stage.api.calls
          .filter(({ name }) => name === 'permissions.save')
          .map(({ input }) => (input as unknown[]).length),
      ).to.deep.equal([500, 120]);
      expect(stage.editor.unsaved).to.equal(0);
    });

    it('keeps edits through a refresh', async () => {
      const stage = await aGrid();
      await toggle(stage, 'Delete Orders');
      stage.memory.changeElsewhere('Books', 'staff', []);
      stage.view.revision++;
      await waitUntil(() => !box(stage, 'Read Books').checked);
      expect(box(stage, 'Delete Orders').checked).to.equal(true);
    });
  });

  describe('leaving', () => {
    it('goes at once where everything is saved', async () => {
      expect(await (await aGrid()).view.mayLeave()).to.equal(true);
    });

    it('asks once where something is not, and stays or leaves as told', async () => {
      const stage = await aGrid();
      await toggle(stage, 'Delete Orders');
      expect(stage.view.hasUnsaved).to.equal(true);
      const confirm = stage.root.querySelector('ua-confirm')!;
      const stayed = stage.view.mayLeave();
      await stage.editor.updateComplete;
      await confirm.updateComplete;
      expect(confirm.shadowRoot!.querySelector('ua-dialog')!.heading).to.equal('Leave without saving?');
      confirm.dispatchEvent(new Event('close'));
      expect(await stayed).to.equal(false);
      expect(stage.view.hasUnsaved).to.equal(true);
      const left = stage.view.mayLeave();
      confirm.dispatchEvent(new Event('confirm'));
      expect(await left).to.equal(true);
      expect(stage.view.hasUnsaved).to.equal(false);
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
      const stage = await aGrid();
      await toggle(stage, 'Delete Orders');
      const answer = stage.view.mayLeave();
      await aTimeout(250);
      await expect(stage.view).to.be.accessible();
      (stage.editor as GrantEditorElement).answerLeaving(false);
      expect(await answer).to.equal(false);
    });
  });
});
