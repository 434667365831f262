// Making, duplicating, changing and deleting roles, inside the whole widget on a server in memory.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Policy } from '../../shared/policy/policy.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { directory } from '../../shared/presets/directory.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import type { Member } from '../../shared/members/member.ts';
import { aMember } from '../testing/builders.ts';
import { MemoryRoles } from '../testing/memory-roles.ts';
import type { Stage } from '../testing/stage.ts';
import { aStage, announced, choose, deep, focused, found, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const HELPER = {
  key: 'custom-helper-1',
  name: 'Helper',
  description: 'Helps out.',
  capabilities: ['content.view', 'report.view'],
  version: 1,
};

interface Desk extends Stage {
  readonly roles: MemoryRoles;
}

async function aDesk({
  policy = workspaces as Policy,
  role = 'admin',
  made = [HELPER],
  members,
  width,
}: {
  policy?: Policy;
  role?: string;
  made?: (typeof HELPER)[];
  members?: Member[];
  width?: number;
} = {}): Promise<Desk> {
  let roles: MemoryRoles | undefined;
  const stage = await aStage({
    policy,
    role,
    attributes: { view: 'permissions' },
    ...(members && { members: [aMember(0, { roles: [role] }), ...members] }),
    ...(width !== undefined && { width }),
    prepare: (api) => {
      roles = new MemoryRoles(api);
      roles.set(made);
    },
  });
  await found(stage, 'ua-role-desk');
  await waitUntil(() => matrixOf(stage).querySelector('.people') !== null, 'counts are there');
  return { ...stage, roles: roles! };
}

const rootOf = (stage: Stage, tag: string): ShadowRoot => deep(stage.element.renderRoot, tag)!.shadowRoot!;
const matrixOf = (stage: Stage): ShadowRoot => rootOf(stage, 'ua-capability-matrix');
const headsOf = (stage: Stage): string[] =>
  [...matrixOf(stage).querySelectorAll<HTMLElement>('thead th')].map(({ innerText }) =>
    innerText.replaceAll(/\s+/g, ' ').trim(),
  );
const buttonIn = (root: ParentNode, text: string): HTMLButtonElement =>
  [...root.querySelectorAll('button')].find(({ innerText }) => innerText.trim() === text)!;

/** Opens the menu of a role and returns its items. */
async function menuOf(stage: Stage, role: string): Promise<HTMLButtonElement[]> {
  const opener = matrixOf(stage).querySelector<HTMLElement>(
    `thead [aria-label="Actions for the role ${role}"]`,
  )!;
  opener.focus();
  opener.click();
  const menu = rootOf(stage, 'ua-menu');
  await waitUntil(() => menu.querySelector('.menu')!.matches(':popover-open'), 'the menu is open');
  return [...menu.querySelectorAll<HTMLButtonElement>('.item')];
}

const pick = async (stage: Stage, role: string, item: string): Promise<void> => {
  (await menuOf(stage, role)).find(({ innerText }) => innerText.trim() === item)!.click();
  await settled(stage.element);
};

const boxOf = (stage: Stage, capability: string): HTMLInputElement =>
  rootOf(stage, 'ua-role-editor').querySelector<HTMLInputElement>(`input[value="${capability}"]`)!;

function type(root: ParentNode, selector: string, text: string): void {
  const input = root.querySelector<HTMLInputElement>(selector)!;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('<ua-role-desk> in <user-admin>', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  it('W5 W58 a new role is made of rights by section and stands in the matrix at once', async () => {
    const stage = await aDesk({ made: [] });
    const told: unknown[] = [];
    stage.element.addEventListener('ua-roles-changed', ({ change }) => told.push(change));
    buttonIn(rootOf(stage, 'ua-role-desk'), 'New role').click();
    await settled(stage.element);
    const editor = rootOf(stage, 'ua-role-editor');
    expect(
      [...editor.querySelectorAll('legend span:first-child')].map((node) => node.textContent),
    ).to.deep.equal(['People', 'Workspace', 'Content', 'Reports']);
    buttonIn(editor, 'Create role').click();
    await settled(stage.element);
    expect(editor.querySelector('#name-below')!.textContent).to.equal('Enter a name.');
    type(editor, '#name', 'Reporter');
    type(editor, '#description', 'Reads reports.');
    boxOf(stage, 'report.view').click();
    buttonIn(editor, 'Create role').click();
    await waitUntil(() => headsOf(stage).some((head) => head.startsWith('Reporter')), 'the column is there');
    expect(stage.roles.made[0]).to.deep.include({ name: 'Reporter', description: 'Reads reports.' });
    expect([...stage.roles.made[0]!.capabilities]).to.deep.equal(['report.view']);
    expect(told).to.deep.equal(['created']);
    await found(stage, 'ua-notices [aria-live], [aria-live]');
    await waitUntil(() => announced(stage).includes('Reporter'));
    expect(
      deep<HTMLElement & { open: boolean }>(
        stage.element.renderRoot,
        'ua-role-editor',
      )!.shadowRoot!.querySelector<HTMLElement & { open: boolean }>('ua-dialog')!.open,
    ).to.equal(false);
  });

  it('W48 a right that the viewer does not hold is off, says why, and cannot be ticked', async () => {
    const keeper = {
      ...HELPER,
      key: 'custom-keeper-2',
      name: 'Keeper',
      capabilities: ['roles.manage', 'permissions.view', 'members.view', 'members.manage', 'content.view'],
    };
    const stage = await aDesk({ role: keeper.key, made: [keeper] });
    buttonIn(rootOf(stage, 'ua-role-desk'), 'New role').click();
    await settled(stage.element);
    const off = boxOf(stage, 'audit.view');
    expect(off.ariaDescription).to.equal('A role can only include what you may do yourself.');
    off.click();
    await settled(stage.element);
    expect([off.checked, off.ariaDisabled]).to.deep.equal([false, 'true']);
    expect(boxOf(stage, 'content.view').ariaDisabled).to.equal(null);
  });

  it('W32 a role that comes with the product is locked with the reason; its copy can be changed', async () => {
    const stage = await aDesk({ made: [] });
    const [edit, duplicate, remove] = await menuOf(stage, 'Analyst');
    expect(edit!.ariaDescription).to.contain('Duplicate this one');
    expect(remove!.ariaDescription).to.contain('come with the product');
    duplicate!.click();
    await settled(stage.element);
    const editor = rootOf(stage, 'ua-role-editor');
    expect(editor.querySelector<HTMLInputElement>('#name')!.value).to.equal('Analyst (copy)');
    expect(boxOf(stage, 'report.export').checked).to.equal(true);
    boxOf(stage, 'report.export').click();
    buttonIn(editor, 'Create role').click();
    await waitUntil(() => stage.roles.made.length === 1);
    expect([...stage.roles.made[0]!.capabilities]).to.deep.equal(['content.view', 'report.view']);
  });

  it('the copy of a role above the viewer goes without what is not theirs, and says so', async () => {
    const keeper = {
      ...HELPER,
      key: 'custom-keeper-2',
      name: 'Keeper',
      capabilities: ['roles.manage', 'permissions.view', 'content.view', 'report.view'],
    };
    const stage = await aDesk({ role: keeper.key, made: [keeper] });
    await pick(stage, 'Analyst', 'Duplicate');
    expect(rootOf(stage, 'ua-role-editor').querySelector('.note')!.textContent).to.contain('One right');
    expect([boxOf(stage, 'report.view').checked, boxOf(stage, 'report.export').checked]).to.deep.equal([
      true,
      false,
    ]);
    await settled(stage.element);
    const own = await menuOf(stage, 'Keeper');
    expect(own[0]!.ariaDescription).to.equal('Nobody changes a role that they have themselves.');
  });

  it('W9 W34 a change of rights shows how many it is about and stands in the matrix at once', async () => {
    const stage = await aDesk({
      members: [aMember(1, { roles: [HELPER.key] }), aMember(2, { roles: [HELPER.key] })],
    });
    await pick(stage, 'Helper', 'Edit');
    const editor = rootOf(stage, 'ua-role-editor');
    expect(editor.querySelector('.note')!.textContent).to.contain('2 people have this role');
    type(editor, '#name', 'Assistant');
    boxOf(stage, 'report.export').click();
    buttonIn(editor, 'Save role').click();
    await waitUntil(() => headsOf(stage).some((head) => head.startsWith('Assistant')));
    expect(stage.roles.made[0]!.version).to.equal(2);
  });

  it('a name that another role has is refused at the field, and what was entered stays', async () => {
    const stage = await aDesk();
    await pick(stage, 'Helper', 'Edit');
    const editor = rootOf(stage, 'ua-role-editor');
    type(editor, '#name', 'Viewer');
    buttonIn(editor, 'Save role').click();
    await waitUntil(() => editor.querySelector('#name-below')!.textContent!.includes('already'));
    expect(editor.querySelector<HTMLInputElement>('#name')!.value).to.equal('Viewer');
    expect(editor.activeElement?.id).to.equal('name');
  });

  it('keeps what was entered where somebody else has saved the role meanwhile, shows theirs, and saves over it when asked again', async () => {
    const stage = await aDesk();
    await pick(stage, 'Helper', 'Edit');
    const editor = rootOf(stage, 'ua-role-editor');
    const [taken] = HELPER.capabilities;
    stage.roles.set([{ ...HELPER, name: 'Helper of all', description: 'Helps', version: 2 }]);
    type(editor, '#name', 'Mine');
    boxOf(stage, taken!).click();
    buttonIn(editor, 'Save role').click();
    await waitUntil(() => editor.querySelector('.error') !== null, 'it says so');
    expect(editor.querySelector('.error')!.textContent).to.contain('Somebody else changed this');
    await waitUntil(() => editor.textContent!.includes('Theirs: Helper of all'), 'theirs is shown');
    const value = (field: string) => editor.querySelector<HTMLInputElement>(field)!.value;
    expect([value('#name'), value('#description')]).to.deep.equal(['Mine', 'Helps']);
    expect(boxOf(stage, taken!).checked).to.equal(false);
    buttonIn(editor, 'Save role').click();
    await waitUntil(() => stage.roles.made[0]!.name === 'Mine');
    expect(stage.roles.made[0]).to.deep.include({ description: 'Helps' });
    expect(stage.roles.made[0]!.capabilities).not.to.include(taken!);
  });

  it('D6 W51 deleting says who has the role by status, asks what they get instead, and does nothing before', async () => {
    const stage = await aDesk({
      members: [
        aMember(1, { roles: [HELPER.key] }),
        aMember(2, { roles: [HELPER.key, 'viewer'] }),
        aMember(3, { roles: [HELPER.key], status: 'deactivated' }),
      ],
    });
    stage.roles.invited.set(HELPER.key, 4);
    stage.element.refresh();
    await settled(stage.element);
    await waitUntil(() => stage.api.count('roles.list') > 1);
    await settled(stage.element);
    await pick(stage, 'Helper', 'Delete');
    const removal = rootOf(stage, 'ua-role-removal');
    expect([...removal.querySelectorAll('.chip')].map((chip) => chip.textContent)).to.deep.equal([
      '2 active people',
      '1 deactivated person',
      '4 pending invitations',
    ]);
    const act = buttonIn(removal, 'Delete role');
    expect(act.ariaDescription).to.equal('Choose first what they get instead.');
    act.click();
    await settled(stage.element);
    expect(stage.roles.made.length).to.equal(1);
    const select = removal.querySelector('select')!;
    expect([...select.options].map(({ text }) => text)).to.deep.equal([
      'Choose',
      'Workspace admin',
      'People manager',
      'Editor',
      'Analyst',
      'Viewer',
      'Nothing: they go without it',
    ]);
    choose(select, '-');
    await settled(stage.element);
    expect(removal.querySelector('#means')!.textContent).to.contain('sees nothing');
    choose(select, 'viewer');
    type(removal, '#note', 'The desk is closed');
    await settled(stage.element);
    act.click();
    await waitUntil(() => stage.roles.made.length === 0);
    expect(stage.api.calls.find(({ name }) => name === 'roles.delete')!.input).to.deep.include({
      replacement: 'viewer',
      note: 'The desk is closed',
    });
    expect(stage.api.people.slice(1).map(({ roles }) => roles.includes('viewer'))).to.deep.equal([
      true,
      true,
      true,
    ]);
    await waitUntil(() => !headsOf(stage).some((head) => head.startsWith('Helper')));
  });

  it('a role that nobody has goes after one question', async () => {
    const stage = await aDesk({ members: [] });
    await pick(stage, 'Helper', 'Delete');
    const removal = rootOf(stage, 'ua-role-removal');
    expect(removal.querySelector('select')).to.equal(null);
    expect(removal.textContent).to.contain('Nobody has this role');
    buttonIn(removal, 'Delete role').click();
    await waitUntil(() => !headsOf(stage).some((head) => head.startsWith('Helper')));
    // Its column is gone, and with it what the focus went back to.
    await waitUntil(() => focused()?.ariaLabel === 'Actions for the role Viewer', 'the focus is near');
  });

  it('where the server knows of somebody that the list does not, the question is asked after all', async () => {
    const stage = await aDesk({ members: [] });
    await pick(stage, 'Helper', 'Delete');
    stage.roles.invited.set(HELPER.key, 1);
    const removal = rootOf(stage, 'ua-role-removal');
    buttonIn(removal, 'Delete role').click();
    await waitUntil(() => removal.querySelector('select') !== null);
    expect(removal.querySelector('.error')!.textContent).to.contain('still have this role');
  });

  it('W58 D12 who may not make roles sees them with their numbers, and why there is nothing to press', async () => {
    const stage = await aDesk({ role: 'people-manager' });
    const make = buttonIn(rootOf(stage, 'ua-role-desk'), 'New role');
    expect([make.ariaDisabled, make.ariaDescription]).to.deep.equal([
      'true',
      'Your role does not include this.',
    ]);
    make.click();
    await settled(stage.element);
    expect(rootOf(stage, 'ua-role-editor').querySelector('form')).to.equal(null);
    expect(matrixOf(stage).querySelector('thead button')).to.equal(null);
    expect(headsOf(stage).some((head) => head.startsWith('Helper'))).to.equal(true);
  });

  it('on 360 px each role is a card with its menu', async () => {
    await setViewport({ width: 360, height: 800 });
    const stage = await aDesk({
      width: 344,
      policy: directory,
      role: 'administrator',
      made: [{ ...HELPER, capabilities: ['report.view'] }],
    });
    const card = [...matrixOf(stage).querySelectorAll('details')].at(-1)!;
    expect(card.querySelector('summary')!.innerText).to.contain('Made here');
    card.open = true;
    const menu = card.querySelector<HTMLElement>('[aria-haspopup="menu"]')!;
    menu.click();
    await waitUntil(() => rootOf(stage, 'ua-menu').querySelector('.menu')!.matches(':popover-open'));
    buttonIn(rootOf(stage, 'ua-menu'), 'Edit').click();
    await settled(stage.element);
    const dialog = rootOf(stage, 'ua-role-editor')
      .querySelector('ua-dialog')!
      .shadowRoot!.querySelector('dialog')!;
    await waitUntil(() => dialog.open);
    expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    await setViewport({ width: 1280, height: 900 });
  });

  it('C9 where a policy has no roles of a workspace’s own, the matrix stays what it is', async () => {
    const stage = await aStage({ policy: collaborators, attributes: { view: 'permissions' } });
    const matrix = (await found(stage, 'ua-capability-matrix')).shadowRoot!;
    await settled(stage.element);
    expect(deep(stage.element.renderRoot, 'ua-role-desk')).to.equal(null);
    expect(matrix.querySelector('button')).to.equal(null);
    expect(stage.api.count('roles.list')).to.equal(0);
  });
});
