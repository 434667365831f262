// What a person is in each workspace, and changing it there.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { WorkspaceId } from '../../shared/ids.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import type { MemberPlace } from '../../shared/workspaces/place.ts';
import { Failure } from '../failure.ts';
import { aMember } from '../testing/builders.ts';
import { menuOf } from '../testing/list-stage.ts';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { aStage, controlOf, deep, found, gridOf, listOf, rowOf } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { MemberPlacesElement } from './member-places.ts';

const SERVICE: MemberPlace = {
  workspace: { id: 'workspace-service' as WorkspaceId, name: 'Service', isArchived: false },
  isHere: false,
  member: aMember(900, { roles: ['editor'], version: 7 }),
  roles: [
    {
      key: 'admin',
      name: 'Workspace admin',
      description: 'Runs it.',
      isHeld: false,
      refused: 'role_not_yours_to_give',
    },
    { key: 'editor', name: 'Editor', description: 'Writes.', isHeld: true, refused: null },
    { key: 'viewer', name: 'Viewer', description: 'Reads.', isHeld: false, refused: null },
  ],
};

async function aPerson(options: { role?: string; isHome?: boolean } = {}) {
  const stage = await aStage({
    policy: workspaces,
    role: options.role ?? 'admin',
    viewer: { isHome: options.isHome ?? false },
    members: [
      aMember(0, { roles: [options.role ?? 'admin'] }),
      aMember(1, { name: 'Eve Editor', roles: ['editor', 'analyst'] }),
    ],
    prepare: (api) => {
      new MemoryPlaces(api).elsewhere = [SERVICE];
    },
  });
  await gridOf(stage);
  return stage;
}

async function opened(stage: Awaited<ReturnType<typeof aPerson>>) {
  controlOf(stage, 'Eve Editor', 'role').click();
  const element = await found<MemberPlacesElement>(stage, 'ua-member-places');
  const root = element.shadowRoot!;
  await waitUntil(() => root.querySelectorAll('li').length === 2, 'the places are there');
  return { element, root };
}
const lines = (root: ShadowRoot) =>
  [...root.querySelectorAll<HTMLElement>('.held')].map((line) =>
    line.innerText.replaceAll(/\s+/g, ' ').trim(),
  );

describe('<ua-member-places>', () => {
  it('D17 names roles with their workspace in the list', async () => {
    const stage = await aPerson();
    const cell = rowOf(stage, 'Eve Editor').querySelector<HTMLElement>('.roles')!;
    expect(cell.innerText.replaceAll(/\s+/g, ' ').trim()).to.equal('Northwind: Editor, Analyst');
  });

  it('W5 D17 has room in the list for the names of two roles', async () => {
    await setViewport({ width: 1280, height: 900 });
    const stage = await aStage({
      policy: workspaces,
      role: 'super-admin',
      members: [
        aMember(0, { roles: ['super-admin'] }),
        aMember(1, { name: 'Two Roles', roles: ['admin', 'editor'] }),
      ],
    });
    await gridOf(stage);
    const words = rowOf(stage, 'Two Roles').querySelector('.fixed-role > span')!;
    expect(words.textContent).to.equal('Workspace admin, Editor');
    expect(words.scrollWidth).to.be.at.most(words.clientWidth);
  });

  it('W2 W31 D17 shows what the person is here and elsewhere', async () => {
    const { element, root } = await opened(await aPerson());
    expect(lines(root)).to.deep.equal(['Northwind: Editor, Analyst', 'Service: Editor']);
    await expect(element).to.be.accessible();
  });

  it('W5 W32 W34 D27 changes the roles here, and the list shows them at once', async () => {
    const stage = await aPerson();
    const { element, root } = await opened(stage);
    root.querySelector<HTMLButtonElement>('li .button')!.click();
    await element.updateComplete;
    const [save] = root.querySelectorAll<HTMLButtonElement>('.primary');
    expect(save!.ariaDisabled).to.equal('true');
    const boxes = [...root.querySelectorAll<HTMLInputElement>('.role input')];
    const named = (name: string) => boxes.find((box) => box.closest('label')!.textContent!.includes(name))!;
    named('Analyst').click();
    named('Viewer').click();
    await element.updateComplete;
    root.querySelector('form')!.requestSubmit();
    await waitUntil(() => lines(root)[0] === 'Northwind: Editor, Viewer', 'it was saved');
    const cell = () => rowOf(stage, 'Eve Editor').querySelector<HTMLElement>('.roles')!.innerText;
    await waitUntil(() => cell().includes('Viewer'), 'the list shows it');
  });

  it('W51 asks why once other roles are chosen, and sends the reason along', async () => {
    const stage = await aPerson();
    const { element, root } = await opened(stage);
    root.querySelector<HTMLButtonElement>('li .button')!.click();
    await element.updateComplete;
    expect(root.querySelector('#note')).to.equal(null);
    root.querySelectorAll<HTMLInputElement>('.role input')[5]!.click();
    await element.updateComplete;
    const note = root.querySelector<HTMLInputElement>('#note')!;
    note.value = 'Moved to another team';
    note.dispatchEvent(new Event('input'));
    await element.updateComplete;
    await expect(element).to.be.accessible();
    let given: unknown;
    stage.api.on('members.changeRole', (input) => {
      given = input;
      throw new Failure('last_in_charge');
    });
    root.querySelector('form')!.requestSubmit();
    await waitUntil(() => given !== undefined, 'it was asked for');
    expect(given).to.include({ note: 'Moved to another team' });
  });

  it('W47 says that roles count there alone, unless one is chosen that counts everywhere', async () => {
    const { element, root } = await opened(await aPerson({ role: 'super-admin', isHome: true }));
    root.querySelector<HTMLButtonElement>('li .button')!.click();
    await element.updateComplete;
    expect(root.querySelector('form')!.textContent).to.contain('and nowhere else');
    root.querySelector<HTMLInputElement>('.role input')!.click();
    await element.updateComplete;
    expect(root.querySelector('form')!.textContent).not.to.contain('and nowhere else');
  });

  it('W31 is opened from the menu of the row as well, by name', async () => {
    const stage = await aPerson();
    const item = (await menuOf(stage, 'Eve Editor')).find(
      ({ textContent }) => textContent!.trim() === 'Manage roles',
    );
    item!.click();
    const { shadowRoot: root } = await found<MemberPlacesElement>(stage, 'ua-member-places');
    await waitUntil(() => root!.querySelectorAll('li').length === 2, 'the places are there');
  });

  it('W33 changes the roles in another workspace, there and nowhere else', async () => {
    const stage = await aPerson();
    const { element, root } = await opened(stage);
    let given: unknown;
    stage.api.on('members.changeRole', (input) => {
      given = input;
      return { ...SERVICE.member, roles: input.roles } as never;
    });
    root.querySelectorAll<HTMLButtonElement>('li .button')[1]!.click();
    await element.updateComplete;
    const boxes = [...root.querySelectorAll<HTMLInputElement>('.role input')];
    expect(boxes[0]!.ariaDisabled).to.equal('true');
    boxes[0]!.click();
    expect(boxes[0]!.checked).to.equal(false);
    boxes[2]!.click();
    await element.updateComplete;
    root.querySelector('form')!.requestSubmit();
    await waitUntil(() => given !== undefined, 'it was asked for');
    const { idempotencyKey: _key, ...wish } = given as Record<string, unknown>;
    expect(wish).to.deep.equal({
      memberId: SERVICE.member.id,
      version: 7,
      roles: ['editor', 'viewer'],
      workspaceId: SERVICE.workspace.id,
    });
  });

  it('W33 W34 keeps what was chosen in one workspace and not saved while the roles of another are chosen', async () => {
    const stage = await aPerson();
    const { element, root } = await opened(stage);
    const boxes = () => [...root.querySelectorAll<HTMLInputElement>('.role input')];
    const edit = async (place: number) => {
      root.querySelectorAll('li')[place]!.querySelector<HTMLElement>('.place .button')!.click();
      await element.updateComplete;
    };
    await edit(0);
    boxes()[5]!.click();
    await element.updateComplete;
    const before = boxes().map(({ checked }) => checked);
    await edit(1);
    expect(root.querySelectorAll('li')[0]!.querySelector('.badge')!.textContent).to.equal('Not saved yet');
    expect(boxes().map(({ checked }) => checked)).to.deep.equal([false, true, false]);
    await expect(element).to.be.accessible();
    await edit(0);
    expect(boxes().map(({ checked }) => checked)).to.deep.equal(before);
    // Nothing was chosen in the other, so there is nothing to keep.
    expect(root.querySelector('.badge')).to.equal(null);
    root.querySelector('form')!.requestSubmit();
    await waitUntil(() => root.querySelector('form') === null, 'it was saved');
    expect(stage.api.count('members.changeRole')).to.equal(1);
  });

  it('keeps what was chosen where it is refused, with the reason', async () => {
    const stage = await aPerson();
    const { element, root } = await opened(stage);
    stage.api.on('members.changeRole', () => {
      throw new Failure('last_in_charge');
    });
    root.querySelector<HTMLButtonElement>('li .button')!.click();
    await element.updateComplete;
    root.querySelectorAll<HTMLInputElement>('.role input')[5]!.click();
    await element.updateComplete;
    root.querySelector('form')!.requestSubmit();
    await waitUntil(() => root.querySelector('.error') !== null, 'the reason is there');
    expect(root.querySelectorAll<HTMLInputElement>('.role input')[5]!.checked).to.equal(true);
  });

  it('W60 says why where the viewer may not change them', async () => {
    const stage = await aStage({
      policy: workspaces,
      role: 'people-manager',
      members: [
        aMember(0, { roles: ['people-manager'] }),
        aMember(1, { name: 'Ada Admin', roles: ['admin'] }),
      ],
    });
    await listOf(stage);
    const control = controlOf(stage, 'Ada Admin', 'role');
    expect(control.ariaDisabled).to.equal('true');
    control.click();
    expect(deep(stage.element.renderRoot, 'ua-member-places')).to.equal(null);
    controlOf(stage, 'Ada Admin', 'person').click();
    const { shadowRoot: root } = await found<MemberPlacesElement>(stage, 'ua-member-places');
    await waitUntil(() => root!.querySelector('li .button') !== null, 'the place is there');
    const button = root!.querySelector<HTMLButtonElement>('li .button')!;
    expect(button.ariaDisabled).to.equal('true');
    expect(button.getAttribute('aria-description')).to.not.equal(null);
  });
});
