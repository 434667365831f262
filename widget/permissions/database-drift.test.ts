// Whether the host's database follows the grid, as the Permissions view shows it and repairs it.
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Policy } from '../../shared/policy/policy.ts';
import { packages } from '../../shared/presets/packages.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { aViewer } from '../testing/builders.ts';
import { resourceId } from '../testing/memory-permissions.ts';
import { MemoryDatabase } from '../testing/memory-database.ts';
import { aGrid, message, save, toggle } from '../testing/grant-stage.ts';
import { aStage, found } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { DatabaseDriftElement } from './database-drift.ts';

const OFF = { code: 'security_off', isRepaired: true } as const;

/** The capabilities of a policy, where everybody sees what roles may do. */
const everybodySees = ({ capabilities, roles }: Policy): Policy['capabilities'] =>
  capabilities.map((one) =>
    one.key === 'permissions.view' || one.key === 'team.open'
      ? { ...one, roles: roles.map(({ key }) => key) }
      : one,
  );

interface Setting {
  readonly role?: string;
  readonly viewer?: Partial<Viewer>;
  readonly scheme?: string;
}

/** The grid with a database that follows it, or differs as `set` says. */
async function aDatabase(set: (database: MemoryDatabase) => void = () => {}, setting: Setting = {}) {
  let database: MemoryDatabase | undefined;
  const stage = await aGrid({
    ...setting,
    prepare: (api) => {
      database = new MemoryDatabase(api);
      set(database);
    },
  });
  const panel = stage.root.querySelector('ua-database-drift')!;
  await settled(panel);
  return { ...stage, panel, database: database!, drawn: panel.shadowRoot! };
}
type DatabaseStage = Awaited<ReturnType<typeof aDatabase>>;

async function settled(panel: HTMLElementTagNameMap['ua-database-drift']): Promise<void> {
  await waitUntil(() => !panel.query.isLoading && panel.repairing.size === 0);
  await panel.updateComplete;
}

const said = ({ drawn }: DatabaseStage): string =>
  (drawn.querySelector<HTMLElement>('section')?.innerText ?? '').replaceAll(/\s+/g, ' ').trim();
const rows = ({ drawn }: DatabaseStage): readonly string[] =>
  [...drawn.querySelectorAll('li')].map((row) => row.innerText.replaceAll(/\s+/g, ' ').trim());
const button = ({ drawn }: DatabaseStage, name: string): HTMLButtonElement =>
  [...drawn.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.innerText.trim()) === name)!;
const press = async (stage: DatabaseStage, name: string): Promise<void> => {
  button(stage, name).click();
  await settled(stage.panel);
};

describe('<ua-database-drift>', () => {
  before(() => setViewport({ width: 1100, height: 800 }));

  it('T36 draws nothing where no database follows', async () => {
    const { root } = await aGrid();
    const panel = root.querySelector('ua-database-drift')!;
    await settled(panel);
    expect(panel.shadowRoot!.querySelector('section')).to.equal(null);
  });

  it('T36 says in one quiet line that the database follows, when it was looked at, and looks again', async () => {
    const stage = await aDatabase((database) => (database.checkedAt = Date.now() - 3 * 60_000));
    expect(said(stage)).to.equal(
      'The database follows what is set here for all 4 tables. Checked 3 minutes ago. Check again',
    );
    stage.database.checkedAt = undefined;
    await press(stage, 'Check again');
    expect(said(stage)).to.contain('Checked just now.');
    await expect(stage.panel).to.be.accessible();
  });

  it('T36 lists each table that differs, in plain words', async () => {
    const stage = await aDatabase((database) => {
      database.drift('Books', OFF, {
        code: 'grant_extra',
        isRepaired: true,
        holders: [['anon'], ['staff', 'member']],
        rights: ['delete', 'more'],
      });
      database.drift('Orders', { code: 'policy_foreign', isRepaired: false, names: ['theirs'] });
      database.shared('foundation', { code: 'role_missing', isRepaired: true });
    });
    expect(said(stage)).to.contain('The database differs from what is set here in 3 places');
    expect(rows(stage)).to.deep.equal([
      'What all tables rest on Some roles are not known to the database yet. Repair',
      'Books Row-level security is switched off. Visitor and Staff + Member can delete rows and do other things, which is not set here. Repair',
      'Orders Somebody else made the rule “theirs”, which may open rows. To be settled in the database.',
    ]);
  });

  for (const scheme of ['light', 'dark'])
    it(`T36 is accessible while it differs, in ${scheme}`, async () => {
      const stage = await aDatabase((database) => database.drift('Books', OFF), { scheme });
      await expect(stage.panel).to.be.accessible();
    });

  it('T33 T36 repairs one table and leaves the others, with the keyboard too', async () => {
    const stage = await aDatabase((database) => {
      database.drift('Books', OFF);
      database.drift('Orders', OFF);
    });
    button(stage, 'Repair Books').focus();
    await sendKeys({ press: 'Enter' });
    await settled(stage.panel);
    expect(rows(stage)).to.deep.equal([
      'Orders Row-level security is switched off. Repair',
      'Books In order again',
    ]);
    expect(stage.api.calls.findLast(({ name }) => name === 'permissions.repair')!.input).to.deep.equal({
      kind: 'table',
      tables: ['books'],
    });
    expect(stage.host.notices.at(-1)).to.deep.equal({ text: '1 place is in order again.', tone: 'spoken' });
    expect(stage.drawn.activeElement, 'the focus is not lost').not.to.equal(null);
  });

  it('T33 T34 repairs all, each with its own result: what fails says why at its row', async () => {
    const stage = await aDatabase((database) => {
      for (const name of ['Books', 'Invoices', 'Orders']) database.drift(name, OFF);
      database.refuses.set('invoices', 'database_table_busy');
    });
    await press(stage, 'Repair all');
    expect(rows(stage)).to.deep.equal([
      'Invoices Row-level security is switched off. Somebody was using it, so it was left as it was. Try again in a while. Repair',
      'Books In order again',
      'Orders In order again',
    ]);
    expect(stage.host.notices.at(-1)!.text).to.equal('2 places are in order again. 1 could not be repaired.');
    stage.database.refuses.clear();
    await press(stage, 'Repair Invoices');
    expect(said(stage)).to.contain('The database follows what is set here for all 4 tables.');
    await press(stage, 'Check again');
    expect(rows(stage)).to.deep.equal([]);
  });

  it('T34 says at each row where the database cannot be reached, and keeps what it knows', async () => {
    const stage = await aDatabase((database) => database.drift('Books', OFF));
    stage.database.gone = 'database_unavailable';
    await press(stage, 'Repair Books');
    expect(rows(stage)[0]).to.contain('There is no answer at the moment.');
    const first = await aDatabase((database) => (database.gone = 'database_unavailable'));
    expect(said(first)).to.equal(
      'Whether the database follows what is set here is not known. There is no answer at the moment. Try again in a while. Check again',
    );
    first.database.gone = undefined;
    await press(first, 'Check again');
    expect(said(first)).to.contain('The database follows what is set here');
  });

  it('T34 T36 says at a row that is saved where the database does not follow, and repairs it from there', async () => {
    const stage = await aDatabase();
    stage.memory.unfollowed.set('Orders', 'database_table_busy');
    stage.database.drift('Orders', OFF);
    await toggle(stage, 'Delete Books', 'Delete Orders');
    await save(stage);
    await settled(stage.panel);
    expect(stage.editor.unsaved).to.equal(0);
    expect(message(stage, 'Books')).to.equal(null);
    expect(message(stage, 'Orders')!.innerText).to.contain(
      'This is saved, but the database does not follow it yet. Somebody was using it',
    );
    expect(stage.host.notices.find(({ tone }) => tone === 'danger')!.text).to.equal(
      '2 changes saved. The database does not follow 1 of them yet; the reason is at its row.',
    );
    expect(rows(stage)).to.have.length(1);
    message(stage, 'Orders')!.querySelector('button')!.click();
    await settled(stage.panel);
    await stage.editor.updateComplete;
    expect(message(stage, 'Orders')).to.equal(null);
    expect(stage.editor.grants.rows('staff').some(({ unfollowed }) => unfollowed !== undefined)).to.equal(
      false,
    );
  });

  it('T34 says no more of a row whose table somebody else has brought in order', async () => {
    const stage = await aDatabase();
    stage.memory.unfollowed.set('Orders', 'database_unavailable');
    await toggle(stage, 'Delete Orders');
    await save(stage);
    await settled(stage.panel);
    message(stage, 'Orders')!.querySelector('button')!.click();
    await waitUntil(() => message(stage, 'Orders') === null);
    expect(stage.api.count('permissions.repair')).to.equal(0);
  });

  it('T36 is shown to who may not change the grid, who cannot repair and reads why', async () => {
    const stage = await aDatabase((database) => database.drift('Books', OFF), {
      viewer: { workspace: { ...aViewer(tables, ['owner']).workspace, isArchived: true } },
    });
    const repair = button(stage, 'Repair Books');
    expect(repair.ariaDisabled).to.equal('true');
    expect(repair.ariaDescription).to.match(/archived/);
    repair.click();
    expect(stage.api.count('permissions.repair')).to.equal(0);
    expect(stage.database.parts[0]!.resourceId).to.equal(resourceId('Books'));
  });

  it('T36 shows ten of many, and the others when asked to', async () => {
    const stage = await aDatabase((database) => {
      for (let n = 1; n <= 12; n++) database.drift(`Table ${n}`, OFF);
    });
    expect(rows(stage)).to.have.length(10);
    await press(stage, 'Show all 12');
    expect(rows(stage)).to.have.length(12);
  });

  it('T36 fits a narrow place', async () => {
    await setViewport({ width: 360, height: 800 });
    const stage = await aDatabase((database) => {
      database.drift('Books', OFF);
      database.drift('A_table_with_a_rather_long_name_that_nobody_ever_wanted', OFF);
    });
    expect(stage.panel.scrollWidth).to.be.at.most(stage.panel.clientWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    await setViewport({ width: 1100, height: 800 });
  });

  it('P32 stands by itself where people are granted things themselves, and is repaired by who has all of them', async () => {
    for (const [role, isOff] of [
      ['admin', 'false'],
      ['user', 'true'],
    ] as const) {
      let database: MemoryDatabase | undefined;
      const stage = await aStage({
        policy: { ...packages, capabilities: everybodySees(packages) },
        role,
        attributes: { view: 'permissions' },
        prepare: (api) => {
          database = new MemoryDatabase(api);
          database.drift('shop.packages', OFF);
        },
      });
      const panel = await found<DatabaseDriftElement>(stage, 'ua-database-drift');
      await settled(panel);
      const repair = panel.shadowRoot!.querySelector<HTMLButtonElement>(
        '[aria-label="Repair shop.packages"]',
      )!;
      expect(repair.ariaDisabled).to.equal(isOff);
      repair.click();
      await settled(panel);
      expect(database!.parts.length).to.equal(isOff === 'false' ? 0 : 1);
    }
  });
});
