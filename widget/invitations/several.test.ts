// Several invitations at once against a server in memory, and taking a revocation back.
import { expect, fixture } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { Failure } from '../failure.ts';
import { rightsOf } from '../rights.ts';
import { NOW, aViewer } from '../testing/builders.ts';
import { MemoryApi } from '../testing/memory-api.ts';
import { MemoryInvitations, anInvitation } from '../testing/memory-invitations.ts';
import { RoomHost } from '../testing/room-host.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { InvitationListElement } from './invitation-list.ts';
import { INVITATION_ROOM } from './room.ts';

async function aList({ role = 'owner', scheme = 'light' } = {}) {
  const api = new MemoryApi({ viewer: aViewer(collaborators, [role]), members: [] });
  const rows = [
    anInvitation(1, { roles: ['viewer'], name: 'Gerda Gast' }),
    anInvitation(2, { roles: ['editor'] }),
    anInvitation(3, { roles: ['owner'] }),
  ];
  const invitations = new MemoryInvitations(api, rows);
  api.invitations = invitations;
  const host = new RoomHost(api, [INVITATION_ROOM]);
  host.element.style.cssText = `color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#16171a' : '#fff'}`;
  const list = new InvitationListElement();
  list.now = () => NOW;
  list.rights = rightsOf(api.viewerNow);
  host.element.append(list);
  await fixture(host.element);
  const root = list.shadowRoot!;
  await waitUntil(() => root.querySelectorAll('tbody tr').length === 3, 'the rows are drawn');
  const button = (text: string) =>
    [
      ...root.querySelectorAll<HTMLElement>('.several button'),
      ...questionOf(root).querySelectorAll<HTMLElement>('ua-dialog[open] button'),
    ].findLast((one) => one.innerText.trim() === text)!;
  return { api, invitations, host, list, root, button };
}

/** The inside of the question about those chosen, or about a single one. */
const questionOf = (root: ShadowRoot) =>
  (root.querySelector('.several + ua-confirm') ?? root.querySelector('ua-confirm'))!.shadowRoot!;

type Stage = Awaited<ReturnType<typeof aList>>;

async function choose({ root, list }: Stage, ...numbers: number[]): Promise<void> {
  for (const number of numbers)
    root
      .querySelector<HTMLElement>(`[aria-label="Select the invitation of guest${number}@example.org"]`)!
      .click();
  await list.updateComplete;
}

const statesOf = ({ invitations }: Stage) => invitations.rows.map(({ email, state }) => `${email} ${state}`);

describe('several invitations', () => {
  before(() => setViewport({ width: 1200, height: 800 }));

  it('says how far it is, and can be stopped without losing the focus', async () => {
    const stage = await aList();
    const { root, list, button, api, host } = stage;
    await choose(stage, 1, 2);
    api.before = ({ name, options }) =>
      name === 'invitations.changeMany'
        ? new Promise((_resolve, reject) =>
            options?.signal?.addEventListener('abort', () => reject(new Failure('aborted'))),
          )
        : undefined;
    button('Resend').click();
    await list.updateComplete;
    expect(root.querySelector('.several progress')!.ariaLabel).to.equal('0 of 2 done');
    button('Stop').focus();
    button('Stop').click();
    await waitUntil(() => root.querySelector('.several progress') === null, 'it has stopped');
    expect(root.querySelector('.several strong')!.textContent).to.equal('2 selected');
    expect((root.activeElement as HTMLElement).innerText.trim()).to.equal('Resend');
    expect(host.facts).to.deep.equal([]);
  });

  it('keeps the reason that was typed where the page does not let it happen', async () => {
    const stage = await aList();
    const { root, button, api, host } = stage;
    host.allows = ({ type, count }) => type !== 'ua-before-invitation-revoke' || count !== 2;
    await choose(stage, 1, 2);
    button('Revoke').click();
    await waitUntil(() => questionOf(root).querySelector('ua-dialog')!.open, 'it is asked');
    const note = root.querySelector<HTMLInputElement>('#note')!;
    note.value = 'Not hiring';
    note.dispatchEvent(new Event('input'));
    button('Revoke').click();
    await waitUntil(() => host.notices.some(({ text }) => text.includes('This page did not let it happen.')));
    await waitUntil(
      () => questionOf(root).querySelector('ua-dialog')!.shadowRoot!.querySelector('dialog[open]') !== null,
    );
    expect(root.querySelector<HTMLInputElement>('#note')!.value).to.equal('Not hiring');
    expect(api.count('invitations.changeMany')).to.equal(0);
  });

  it('P35 W51 revokes those chosen after a question, with the reason, and can invite them again', async () => {
    const stage = await aList();
    const { root, button, host, api } = stage;
    await choose(stage, 1, 2);
    expect(root.querySelector('.several strong')!.textContent).to.equal('2 selected');
    button('Revoke').click();
    await waitUntil(() => questionOf(root).querySelector('ua-dialog')!.open, 'it is asked');
    expect(questionOf(root).querySelector('ua-dialog')!.heading).to.equal('Revoke 2 invitations?');
    const note = root.querySelector<HTMLInputElement>('#note')!;
    note.value = 'Not hiring';
    note.dispatchEvent(new Event('input'));
    button('Revoke').click();
    await waitUntil(() => root.querySelectorAll('tbody tr').length === 1, 'they are gone');
    expect(api.calls.find(({ name }) => name === 'invitations.changeMany')!.input).to.deep.include({
      action: 'revoke',
      note: 'Not hiring',
    });
    expect(root.querySelector('.several')).to.equal(null);
    const told = host.notices.find(({ text }) => text === '2 invitations revoked.')!;
    told.action!.run();
    await waitUntil(() => root.querySelectorAll('tbody tr').length === 3, 'they are invited again');
    const asked = api.calls.filter(({ name }) => name === 'invitations.create').map(({ input }) => input);
    expect(asked.map((input) => (input as { addresses: string }).addresses)).to.deep.equal([
      '"Gerda Gast" <guest1@example.org>',
      'guest2@example.org',
    ]);
  });

  it('P35 sends those again that the viewer may, and says which not and why', async () => {
    const stage = await aList({ role: 'creator' });
    const { button, host } = stage;
    await choose(stage, 1, 3);
    button('Resend').click();
    await waitUntil(() => host.notices.length === 2, 'both are told');
    expect(host.notices.map(({ text }) => text)[0]).to.equal('1 invitation sent again.');
    expect(host.notices[1]!.text).to.include('1 was not changed:');
    expect(statesOf(stage)).to.include('guest3@example.org pending');
  });

  it('offers to invite again after a single one was revoked', async () => {
    const stage = await aList();
    const { root, host, invitations } = stage;
    root.querySelector<HTMLElement>('[aria-label="Revoke the invitation of guest2@example.org"]')!.click();
    await stage.list.updateComplete;
    [...questionOf(root).querySelectorAll<HTMLElement>('button')]
      .find((one) => one.innerText.trim() === 'Revoke invitation')!
      .click();
    await waitUntil(() => host.notices.length === 1, 'it is told');
    host.notices[0]!.action!.run();
    await waitUntil(() => invitations.rows.length === 4, 'invited again');
    expect(invitations.rows.at(-1)).to.deep.include({ email: 'guest2@example.org', roles: ['editor'] });
  });

  for (const [width, scheme] of [
    [1200, 'light'],
    [400, 'dark'],
  ] as const)
    it(`is accessible with some chosen at ${width} px, ${scheme}`, async () => {
      await setViewport({ width, height: 800 });
      const stage = await aList({ scheme });
      await choose(stage, 1, 2);
      await expect(stage.host.element).to.be.accessible();
    });
});
