// Inviting into several workspaces with several roles, and the look before anything is sent.
import { expect, fixture } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { CALL_ROOM } from '../calls.ts';
import { rightsOf } from '../rights.ts';
import { aViewer, someMembers } from '../testing/builders.ts';
import { MemoryApi } from '../testing/memory-api.ts';
import { MemoryInvitations } from '../testing/memory-invitations.ts';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { RoomHost } from '../testing/room-host.ts';
import { InviteCardElement } from './invite-card.ts';
import type { InvitePlacesElement } from './invite-places.ts';
import { InviteResultsElement } from './invite-results.ts';
import { INVITATION_ROOM } from './room.ts';

const RETAIL = {
  id: 'workspace-retail' as WorkspaceId,
  name: 'Retail',
  roles: [
    { key: 'editor', name: 'Editor', description: 'Writes and publishes content.' },
    { key: 'viewer', name: 'Viewer', description: 'Reads what is published.' },
  ],
};

async function aCard({
  role = 'admin',
  viewer = {},
  isOpen = true,
}: { role?: string; viewer?: Partial<Viewer>; isOpen?: boolean } = {}) {
  const api = new MemoryApi({
    viewer: aViewer(workspaces, [role], viewer),
    members: someMembers(6, workspaces, [role]),
  });
  api.invitations = new MemoryInvitations(api, []);
  const places = new MemoryPlaces(api);
  places.invite = [RETAIL];
  const host = new RoomHost(api, [INVITATION_ROOM, CALL_ROOM]);
  const card = new InviteCardElement();
  card.rights = rightsOf(api.viewerNow);
  host.element.append(card);
  await fixture(host.element);
  card.isOpen = isOpen;
  await card.updateComplete;
  await card.box?.updateComplete;
  return { api, places, host, card, root: card.shadowRoot! };
}

type Stage = Awaited<ReturnType<typeof aCard>>;
const submit = ({ root }: Stage) => root.querySelector<HTMLButtonElement>('.submit [part~=submit]')!;
const boxes = (root: ParentNode) => [...root.querySelectorAll<HTMLInputElement>('.box input')];
const box = (root: ParentNode, key: string) => boxes(root).find(({ value }) => value === key)!;
const picker = ({ root }: Stage) => root.querySelector<InvitePlacesElement>('ua-invite-places')!;
const review = ({ root }: Stage) => root.querySelector<HTMLElement>('.review');
const created = ({ api }: Stage) => api.calls.find(({ name }) => name === 'invitations.create')?.input;

async function type(stage: Stage, addresses: string, name = ''): Promise<void> {
  stage.card.box!.value = addresses;
  await stage.card.updateComplete;
  if (name === '') return;
  const field = stage.root.querySelector<HTMLInputElement>('#name')!;
  field.value = name;
  field.dispatchEvent(new Event('input'));
  await stage.card.updateComplete;
}

async function addRetail(stage: Stage): Promise<ShadowRoot> {
  const root = picker(stage).shadowRoot!;
  root.querySelector<HTMLButtonElement>('.link')!.click();
  await waitUntil(() => root.querySelector('#place') !== null, 'the workspaces came');
  const select = root.querySelector<HTMLSelectElement>('#place')!;
  select.value = RETAIL.id;
  select.dispatchEvent(new Event('change'));
  await picker(stage).updateComplete;
  await stage.card.updateComplete;
  return root;
}

describe('inviting where people have several roles in several workspaces', () => {
  it('W17 begins with a button that opens what inviting takes and puts it away again, with the focus where one goes on', async () => {
    const stage = await aCard({ isOpen: false });
    const { card, root } = stage;
    const form = root.querySelector('form')!;
    const button = root.querySelector<HTMLButtonElement>('#fold')!;
    expect(form.hidden).to.equal(true);
    expect(button.textContent.trim()).to.equal('Invite user');
    await expect(card).to.be.accessible();
    button.click();
    await waitUntil(() => card.box!.matches(':focus-within'));
    expect(form.hidden).to.equal(false);
    await type(stage, 'ada@acme.test');
    button.click();
    await waitUntil(() => root.activeElement === button);
    expect(form.hidden).to.equal(true);
    card.prefill('grace@acme.test');
    await card.updateComplete;
    expect(form.hidden).to.equal(false);
    expect(card.box!.readyText).to.contain('ada@acme.test').and.to.contain('grace@acme.test');
  });

  it('W20 W41 has a box for each role, those that are not the viewer’s off with the reason, and begins with the least', async () => {
    const stage = await aCard({ role: 'people-manager' });
    expect(boxes(stage.root).map(({ value }) => value)).to.deep.equal([
      'super-admin',
      'admin',
      'people-manager',
      'editor',
      'analyst',
      'viewer',
    ]);
    expect(
      boxes(stage.root)
        .filter(({ checked }) => checked)
        .map(({ value }) => value),
    ).to.deep.equal(['viewer']);
    expect(box(stage.root, 'admin').ariaDisabled).to.equal('true');
    box(stage.root, 'admin').click();
    expect(box(stage.root, 'admin').checked).to.equal(false);
    expect(stage.root.textContent).to.contain('Start with the least');
  });

  it('W18 W19 wants the name of one person, and for a list none', async () => {
    const stage = await aCard();
    expect(stage.root.querySelector('label[for=name]')!.textContent).to.contain('required');
    await type(stage, 'gus@example.org');
    expect(submit(stage).ariaDisabled).to.equal('true');
    expect(submit(stage).getAttribute('aria-description')).to.equal('Enter the name of this person.');
    await type(stage, 'Gus Guest <gus@example.org>');
    expect(submit(stage).ariaDisabled).to.equal(null);
    await type(stage, 'gus@example.org, ann@example.org');
    expect(submit(stage).ariaDisabled).to.equal(null);
    expect(stage.root.querySelector('#name')).to.equal(null);
  });

  it('W18 says beside a name that it is too long, sends nothing until it is mended, and cuts nothing off', async () => {
    const stage = await aCard();
    const long = 'G'.repeat(101);
    await type(stage, 'gus@example.org', long);
    const name = stage.root.querySelector<HTMLInputElement>('#name')!;
    expect(name.maxLength).to.equal(-1);
    const error = () => stage.root.querySelector('#name-error');
    expect(error()!.textContent).to.contain('1 to 100 characters');
    expect(name.getAttribute('aria-describedby')).to.contain('name-error');
    expect(submit(stage).getAttribute('aria-description')).to.equal(error()!.textContent);
    submit(stage).click();
    await stage.card.updateComplete;
    expect([name.value, review(stage)]).to.deep.equal([long, null]);
    await expect(stage.card).to.be.accessible();
    await type(stage, 'gus@example.org', 'Gus');
    expect([error(), submit(stage).ariaDisabled]).to.deep.equal([null, null]);
  });

  it('W21 W47 adds a workspace with the roles that may be given there, and takes it away again', async () => {
    const stage = await aCard();
    const root = await addRetail(stage);
    expect(boxes(root).map(({ value, checked }) => [value, checked])).to.deep.equal([
      ['editor', false],
      ['viewer', true],
    ]);
    expect(stage.root.textContent).to.contain('Roles count in their workspace only');
    await type(stage, 'gus@example.org', 'Gus');
    box(root, 'viewer').click();
    await picker(stage).updateComplete;
    await stage.card.updateComplete;
    expect(submit(stage).getAttribute('aria-description')).to.equal('Choose at least one role.');
    root.querySelector<HTMLButtonElement>('fieldset .button')!.click();
    await stage.card.updateComplete;
    expect(stage.card.places).to.deep.equal([]);
    expect(submit(stage).ariaDisabled).to.equal(null);
  });

  it('W23 W24 shows who is invited to what once more, and sends nothing before that', async () => {
    const stage = await aCard();
    const root = await addRetail(stage);
    box(root, 'editor').click();
    box(stage.root, 'analyst').click();
    await type(stage, 'gus@example.org', 'Gus Guest');
    submit(stage).click();
    await waitUntil(() => review(stage) !== null, 'the review is there');
    expect(created(stage)).to.equal(undefined);
    const text = review(stage)!.innerText.replaceAll(/\s+/g, ' ');
    for (const part of ['Gus Guest gus@example.org', 'Northwind: Analyst, Viewer', 'Retail: Editor, Viewer'])
      expect(text).to.contain(part);
    const [back] = review(stage)!.querySelectorAll('button');
    back!.click();
    await stage.card.updateComplete;
    expect(review(stage)).to.equal(null);
    expect(stage.card.box!.value).to.contain('gus@example.org');
    submit(stage).click();
    await waitUntil(() => review(stage) !== null, 'the review is there again');
    review(stage)!.querySelector<HTMLButtonElement>('.primary')!.click();
    await waitUntil(() => created(stage) !== undefined && stage.card.sending === 0, 'it was sent');
    expect(created(stage)).to.deep.equal({
      addresses: 'gus@example.org',
      roles: ['analyst', 'viewer'],
      name: 'Gus Guest',
      places: [{ workspaceId: RETAIL.id, roles: ['editor', 'viewer'] }],
    });
    await stage.card.updateComplete;
    expect(review(stage)).to.equal(null);
    expect(stage.card.places).to.deep.equal([]);
    const results = stage.root.querySelector('ua-invite-results')!;
    await results.updateComplete;
    expect(results.shadowRoot!.querySelector('.what')!.textContent).to.equal('Northwind and Retail: Invited');
  });

  it('W21 says of each address what became of it in which workspaces', async () => {
    const results = new InviteResultsElement();
    results.placeName = (id) => ({ a: 'Alpha', b: 'Beta', c: 'Gamma' })[id as string] ?? '';
    const places = (
      [
        ['a', 'invited'],
        ['b', 'already_member'],
        ['c', 'invited'],
      ] as const
    ).map(([id, outcome]) => ({ workspaceId: id as WorkspaceId, outcome }));
    results.results = [
      { text: 'gus@example.org', email: 'gus@example.org', outcome: 'invited', places },
      { text: 'ann@example.org', email: 'ann@example.org', outcome: 'invited' },
    ];
    const host = new RoomHost(new MemoryApi({ viewer: aViewer(workspaces, ['admin']), members: [] }), [
      INVITATION_ROOM,
    ]);
    host.element.append(results);
    await fixture(host.element);
    await results.updateComplete;
    expect([...results.shadowRoot!.querySelectorAll('.what')].map((what) => what.textContent)).to.deep.equal([
      'Alpha and Gamma: Invited Beta: Already here. Nothing was changed.',
      'Invited',
    ]);
  });

  it('W40 W22 says at the address that a company’s is easier to manage', async () => {
    const stage = await aCard();
    await type(stage, 'gus@gmail.com');
    await stage.card.box!.updateComplete;
    expect(stage.card.box!.shadowRoot!.textContent).to.contain('Company addresses are easier to manage');
  });

  it('says that there is no other workspace to invite into', async () => {
    const stage = await aCard();
    stage.places.invite = [];
    const root = picker(stage).shadowRoot!;
    root.querySelector<HTMLButtonElement>('.link')!.click();
    await waitUntil(() => root.textContent!.includes('no other workspace'), 'it says so');
  });

  it('is accessible with a workspace added, and while reviewing', async () => {
    const stage = await aCard();
    await addRetail(stage);
    await type(stage, 'gus@example.org', 'Gus');
    await expect(stage.card).to.be.accessible();
    submit(stage).click();
    await waitUntil(() => review(stage) !== null, 'the review is there');
    await expect(stage.card).to.be.accessible();
  });
});
