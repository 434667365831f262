// What becomes of the edits in the grid of grants: saved row by row, refused, overtaken by somebody else, or left.
import { expect } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { setViewport } from '@web/test-runner-commands';
import { tables } from '../../shared/presets/tables.ts';
import type { PermissionsChangedEvent } from './events.ts';
import { Failure } from '../failure.ts';
import { aGrid, bar, box, message, press, rowOf, save, toggle } from '../testing/grant-stage.ts';

describe('saving what was set in <ua-grant-editor>', () => {
  before(() => setViewport({ width: 1100, height: 800 }));

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

describe('leaving the grids of grants', () => {
  it('says what would be dropped, of all kinds at once', async () => {
    const [kind] = tables.resources;
    const stage = await aGrid({ policy: { ...tables, resources: [kind!, { ...kind!, key: 'report' }] } });
    expect(stage.view.leaveText).to.equal('');
    const second = [...stage.view.shadowRoot!.querySelectorAll('ua-grant-editor')][1]!;
    await waitUntil(() => !second.query.isLoading, 'the second is there');
    await toggle(stage, 'Delete Orders');
    expect(stage.view.leaveText).to.equal('One change is not saved yet. Leaving drops it.');
    await toggle({ ...stage, root: second.shadowRoot! }, 'Delete Orders');
    expect(stage.view.leaveText).to.equal('2 changes are not saved yet. Leaving drops them.');
  });
});
