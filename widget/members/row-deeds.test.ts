// What is done in a row by one click, and the columns of products that make accounts, in <user-admin> on a server in memory.
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { aMember } from '../testing/builders.ts';
import { menuOf } from '../testing/list-stage.ts';
import {
  aGate,
  aStage,
  announced,
  controlOf,
  deep,
  focused,
  found,
  gridOf,
  rowOf,
  settled,
} from '../testing/stage.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const UNA = 'Una User';

async function aList(policy: Policy, role: string, other: string, setting: Setting = {}): Promise<Stage> {
  const stage = await aStage({
    policy,
    role,
    members: [
      aMember(0, { roles: [role], status: 'active' }),
      aMember(1, { name: UNA, email: 'una@p.test', roles: [other], username: 'una.u', resources: 3 }),
      aMember(2, {
        name: 'Dan Off',
        email: 'dan@p.test',
        roles: [other],
        status: 'deactivated',
        username: null,
      }),
    ],
    attributes: { view: 'users' },
    ...setting,
  });
  await gridOf(stage);
  await waitUntil(() => deep(stage.element.renderRoot, '.deeds') !== null, 'the code of the deeds is there');
  return stage;
}
const inPackages = (setting?: Setting) => aList(packages, 'admin', 'user', setting);
const inDirectory = (setting?: Setting) => aList(directory, 'administrator', 'employee', setting);

const heads = ({ element }: Stage) =>
  [...deep(element.renderRoot, 'ua-member-grid')!.shadowRoot!.querySelectorAll('[role=columnheader]')]
    .map((head) => head.textContent!.trim())
    .filter((text) => text !== '');
const textOf = (stage: Stage, name: string, column: string) =>
  rowOf(stage, name).querySelector(`.cell.${column}`)!.textContent!.trim();

/** The headings of all dialogs that are open. */
function openDialogs({ element }: Stage): string[] {
  const within = (root: ParentNode): string[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [
      ...(one.matches('dialog[open]') ? [one.querySelector('h2')!.textContent] : []),
      ...(one.shadowRoot === null ? [] : within(one.shadowRoot)),
    ]);
  return within(element.renderRoot);
}

describe('rows of products that make accounts', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  it('P4 P5 P6 P7 P8 show name, e-mail, role, status and the number of packages', async () => {
    const stage = await inPackages();
    expect(heads(stage)).to.deep.equal(['Name', 'E-mail', 'Role', 'Status', 'Packages', 'Actions']);
    expect(textOf(stage, UNA, 'email')).to.equal('una@p.test');
    expect(controlOf<HTMLSelectElement>(stage, UNA, 'role').selectedOptions[0]!.text).to.equal('User');
    expect(textOf(stage, UNA, 'resources')).to.equal('3');
    expect(textOf(stage, 'Dan Off', 'resources')).to.equal('0');
  });

  it('D14 D15 D16 D17 D18 D19 show username, first and last name, e-mail, `Workspace: Role`, last login and whether somebody is active', async () => {
    const stage = await inDirectory({ width: 1240 });
    expect(heads(stage)).to.deep.equal([
      'Username',
      'Name',
      'E-mail',
      'Roles',
      'Last sign-in',
      'Status',
      'Actions',
    ]);
    expect(textOf(stage, UNA, 'username')).to.equal('una.u');
    expect(textOf(stage, 'Dan Off', 'username')).to.equal('');
    expect(textOf(stage, UNA, 'email')).to.equal('una@p.test');
    expect(textOf(stage, UNA, 'roles')).to.equal('Northwind: Employee');
    expect(textOf(stage, UNA, 'lastSignIn')).not.to.equal('');
  });

  for (const [policy, role, other, off] of [
    [packages, 'admin', 'user', 'Inactive'],
    [directory, 'administrator', 'employee', 'Deactivated'],
    [tables, 'owner', 'member', 'Deactivated'],
  ] as const)
    it(`P29 P7 D19 show a check for active and a cross for inactive, each in the word of ${policy.key}`, async () => {
      const stage = await aList(policy, role, other);
      const badge = (name: string) => rowOf(stage, name).querySelector('.status .badge')!;
      expect([badge(UNA).textContent, badge('Dan Off').textContent]).to.deep.equal(['Active', off]);
      const filter = deep<HTMLSelectElement>(stage.element.renderRoot, 'select[name=status]')!;
      expect([...filter.options].map(({ text }) => text)).to.deep.equal(['Any status', 'Active', off]);
      const colour = (name: string) => getComputedStyle(badge(name).querySelector('svg')!).color;
      expect(colour(UNA)).not.to.equal(colour('Dan Off'));
      expect(badge(UNA).querySelector('path')!.getAttribute('d')).not.to.equal(
        badge('Dan Off').querySelector('path')!.getAttribute('d'),
      );
    });

  it('P26 P27 P25 flips somebody off by one click and on by another, and offers to undo', async () => {
    const stage = await inPackages();
    const toggle = () => controlOf(stage, UNA, 'toggle');
    expect([toggle().role, toggle().ariaChecked, toggle().ariaLabel]).to.deep.equal([
      'switch',
      'true',
      `${UNA} is active`,
    ]);
    toggle().focus();
    toggle().click();
    await waitUntil(() => toggle().ariaChecked === 'false');
    expect(stage.api.count('members.deactivate')).to.equal(1);
    expect(rowOf(stage, UNA).dataset['status']).to.equal('deactivated');
    expect(focused()).to.equal(toggle());
    await waitUntil(() => announced(stage).includes(`${UNA} no longer has access`));
    toggle().click();
    await waitUntil(() => toggle().ariaChecked === 'true');
    expect(stage.api.count('members.reactivate')).to.equal(1);
    const notices = deep(stage.element.renderRoot, 'ua-notices')!.shadowRoot!;
    const undo = () =>
      [...notices.querySelectorAll('button')].findLast(({ textContent }) => textContent!.trim() === 'Undo');
    await waitUntil(() => undo() !== undefined);
    undo()!.click();
    await waitUntil(() => toggle().ariaChecked === 'false');
  });

  it('P26 a second click while the first is under way has no second effect', async () => {
    const gate = aGate();
    const stage = await inPackages({
      before: ({ name }) => (name === 'members.deactivate' ? gate.opened : undefined),
    });
    const toggle = () => controlOf(stage, UNA, 'toggle');
    toggle().click();
    await settled(stage.element);
    toggle().click();
    gate.open();
    await waitUntil(() => toggle().ariaChecked === 'false');
    expect(stage.api.count('members.deactivate') + stage.api.count('members.reactivate')).to.equal(1);
  });

  it('P22 P23 P24 opens by the key what sets a new password, entered twice, and says what is wrong with it', async () => {
    const stage = await inPackages();
    expect(controlOf(stage, UNA, 'password').ariaLabel).to.equal(`Change the password of ${UNA}`);
    controlOf(stage, UNA, 'password').click();
    const dialog = () => deep(stage.element.renderRoot, 'ua-member-password')?.shadowRoot;
    await waitUntil(() => dialog()?.querySelector('ua-dialog')?.open === true);
    await waitUntil(
      () => dialog()!.querySelector('ua-new-password')?.shadowRoot?.querySelector('input') != null,
    );
    const fields = dialog()!.querySelector('ua-new-password')!.shadowRoot!;
    const type = (password: string, confirmation: string) => {
      for (const [name, value] of Object.entries({ password, confirmation })) {
        const field = fields.querySelector<HTMLInputElement>(`[name=${name}]`)!;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    };
    const submit = async () => {
      dialog()!.querySelector('form')!.requestSubmit();
      await settled(stage.element);
    };
    type('anvi7', 'anvi7');
    await submit();
    expect(fields.querySelector('.error')!.textContent).to.contain('does not fulfil every rule');
    type('anvil7', 'anvil8');
    await submit();
    expect(fields.querySelector('.error')!.textContent).to.contain('not the same');
    expect(stage.api.count('members.resetPassword')).to.equal(0);
    type('anvil7', 'anvil7');
    await submit();
    await waitUntil(() => stage.api.count('members.resetPassword') === 1);
  });

  it('P22 opens by the key the dialog for the password alone, and closing it goes back to the key', async () => {
    const stage = await inPackages();
    const key = () => controlOf(stage, UNA, 'password');
    const dialog = () => deep(stage.element.renderRoot, 'ua-member-password')!.shadowRoot!;
    for (const close of [
      () => sendKeys({ press: 'Escape' }),
      async () => dialog().querySelector<HTMLElement>('[slot=actions]')!.click(),
    ]) {
      key().focus();
      key().click();
      await waitUntil(() => focused()?.getAttribute('name') === 'password', 'the focus is in the field');
      expect(deep(stage.element.renderRoot, 'ua-member-card')!.shadowRoot!.querySelector('h2')).to.equal(
        null,
      );
      expect(openDialogs(stage)).to.deep.equal([`Reset the password of ${UNA}`]);
      await close();
      await waitUntil(() => focused() === key(), 'the focus is on the key');
      expect(openDialogs(stage)).to.deep.equal([]);
      expect(stage.element.getAttribute('person') ?? '').to.equal('');
    }
  });

  it('P18 has a pencil in each row that may be edited; D10 the key is gone where a provider says who people are', async () => {
    const stage = await inDirectory();
    expect(controlOf(stage, UNA, 'edit').ariaLabel).to.equal(`Edit ${UNA}`);
    expect(controlOf(stage, UNA, 'password')).not.to.equal(null);
    const external = await inDirectory({
      viewer: { external: { authentication: true, authorization: false } },
    });
    expect(controlOf(external, UNA, 'edit')).not.to.equal(null);
    expect(controlOf(external, UNA, 'password')).to.equal(null);
  });

  it('SEC_A02 greys with the reason what the viewer may not do, and a click on it does nothing', async () => {
    const stage = await aList(packages, 'admin', 'user', { viewer: { inCharge: 1 } });
    const [self] = stage.api.people;
    const toggle = controlOf(stage, self!.name, 'toggle');
    expect([toggle.ariaDisabled, toggle.ariaDescription]).to.deep.equal([
      'true',
      'You cannot do this to yourself.',
    ]);
    toggle.click();
    await settled(stage.element);
    expect(stage.api.count('members.deactivate')).to.equal(0);
  });

  it('D9 P25 offers to switch somebody off, and nothing that removes them', async () => {
    for (const stage of [await inPackages(), await inDirectory()]) {
      const items = (await menuOf(stage, UNA)).map(({ textContent }) => textContent!.trim());
      expect(items).to.include('Deactivate').and.not.to.include('Remove');
      await sendKeys({ press: 'Escape' });
    }
  });

  it('P36 P2 D3 shows neither boxes nor deeds to who may only look', async () => {
    const stage = await inDirectory({ role: 'auditor' });
    const grid = deep(stage.element.renderRoot, 'ua-member-grid')!.shadowRoot!;
    expect(grid.querySelector('input[type=checkbox]')).to.equal(null);
    for (const deed of ['edit', 'password', 'toggle']) expect(controlOf(stage, UNA, deed)).to.equal(null);
    const admin = await inDirectory();
    expect(controlOf(admin, UNA, 'select')).not.to.equal(null);
  });

  it('D11 D3 leaves out of menu, card and page what a role can never do to anybody, and greys what it cannot do to this person', async () => {
    const stage = await inDirectory({ role: 'auditor' });
    const labels = async (on: Stage, name: string) =>
      (await menuOf(on, name)).map(({ textContent }) => textContent!.trim());
    expect(await labels(stage, 'Dan Off')).to.deep.equal(['Show activity']);
    await sendKeys({ press: 'Escape' });
    controlOf(stage, 'Dan Off', 'person').click();
    const card = await found(stage, 'ua-member-card');
    await waitUntil(() => card.shadowRoot!.querySelector('h2, .who') !== null, 'the card is there');
    expect(card.shadowRoot!.querySelector('.deed')).to.equal(null);
    const page = await aStage({
      policy: directory,
      role: 'auditor',
      members: stage.api.people,
      attributes: { view: 'member', person: aMember(2).id },
    });
    const who = await found(page, 'ua-member-page .deeds, .who .deeds');
    expect(who.querySelector('button')).to.equal(null);
    const admin = await inDirectory();
    const [self] = admin.api.people;
    const deactivate = (await menuOf(admin, self!.name)).find(
      ({ textContent }) => textContent!.trim() === 'Deactivate',
    )!;
    expect(deactivate.ariaDescription).to.equal('You cannot do this to yourself.');
  });

  it('C45 leaves the rows of products that invite people as they were, and the team to who may open it', async () => {
    const stage = await aList(collaborators, 'owner', 'viewer');
    for (const deed of ['edit', 'password', 'toggle']) expect(controlOf(stage, UNA, deed)).to.equal(null);
  });

  it('shows the number of packages with its word, and the deeds in the menu, where it is narrow', async () => {
    const stage = await inPackages({ width: 340 });
    const cell = rowOf(stage, UNA).querySelector('.resources')!;
    expect(getComputedStyle(cell, '::before').content).to.contain('Packages');
    expect(getComputedStyle(controlOf(stage, UNA, 'toggle').parentElement!).display).to.equal('none');
  });
});
