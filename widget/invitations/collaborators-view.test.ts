// The Collaborators view inside the whole widget on a server in memory.
import { expect } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { MemoryInvitations, anInvitation } from '../testing/memory-invitations.ts';
import { aStage, deep, found, settled } from '../testing/stage.ts';
import type { Setting } from '../testing/stage.ts';
import type { InvitationListElement } from './invitation-list.ts';
import type { InviteCardElement } from './invite-card.ts';

async function aView(setting: Setting = {}) {
  const stage = await aStage({ policy: collaborators, attributes: { view: 'collaborators' }, ...setting });
  const view = await found(stage, 'ua-collaborators-view');
  await settled(stage.element);
  return { ...stage, view };
}

describe('<ua-collaborators-view>', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  it('C1 C2 C7 invites people, shows who is still invited, and lists who is here', async () => {
    const { view } = await aView();
    expect([...view.shadowRoot!.children].map(({ localName }) => localName)).to.deep.equal([
      'ua-invite-card',
      'ua-invitation-list',
      'ua-member-list',
    ]);
  });

  it('C4 C5 shows the new invitations below as soon as they are made, and tells the page', async () => {
    const { element, view, api } = await aView();
    const told: string[] = [];
    element.addEventListener('ua-invitation-created', (event) => told.push(...event.invitationIds));
    const card = deep<InviteCardElement>(view.shadowRoot!, 'ua-invite-card')!;
    card.prefill('new@example.com, other@example.com');
    await settled(element);
    card.shadowRoot!.querySelector<HTMLElement>('[part~=submit]')!.click();
    const list = deep<InvitationListElement>(view.shadowRoot!, 'ua-invitation-list')!;
    await waitUntil(() => list.shadowRoot!.querySelectorAll('tbody tr').length === 2);
    expect(told.length).to.equal(2);
    expect(api.count('invitations.create')).to.equal(1);
  });

  it('SEC_W05 lets no intent and no link out of the widget', async () => {
    const { element, view } = await aView({ viewer: { hasMail: false } });
    const heard: Event[] = [];
    for (const type of [
      'ua-create-invitations',
      'ua-list-invitations',
      'ua-resend-invitation',
      'ua-notify',
      'ua-invitation-resent',
      'ua-addresses-changed',
    ]) {
      element.parentElement!.addEventListener(type, (event) => heard.push(event));
    }
    const card = deep<InviteCardElement>(view.shadowRoot!, 'ua-invite-card')!;
    card.prefill('new@example.com');
    await settled(element);
    card.shadowRoot!.querySelector<HTMLElement>('[part~=submit]')!.click();
    const list = deep<InvitationListElement>(view.shadowRoot!, 'ua-invitation-list')!;
    await waitUntil(() => list.shadowRoot!.querySelector('tbody button') !== null);
    list.shadowRoot!.querySelector<HTMLElement>('tbody button')!.click();
    await waitUntil(() => heard.length > 0);
    expect(heard.map(({ type }) => type)).to.deep.equal(['ua-invitation-resent']);
    expect(JSON.stringify({ ...heard[0] })).to.not.match(/https|example\.com/);
  });

  it('D21 D31 hides what invites where people come from a provider, and keeps what was sent before', async () => {
    const { view } = await aView({ viewer: { external: { authentication: true, authorization: false } } });
    expect(deep(view.shadowRoot!, 'ua-invitation-list')).not.to.equal(null);
    expect(deep(view.shadowRoot!, 'ua-invite-card')).to.equal(null);
    const { view: inside } = await aView({
      viewer: { external: { authentication: false, authorization: true } },
    });
    expect(deep(inside.shadowRoot!, 'ua-invite-card')).not.to.equal(null);
  });

  it('C10 C45 shows an editor neither the invitations nor the people', async () => {
    const { element } = await aStage({
      policy: collaborators,
      role: 'editor',
      attributes: { view: 'collaborators' },
    });
    await waitUntil(
      () => deep(element.renderRoot, 'ua-permissions-view') !== null,
      'the first view that an editor may open',
    );
    expect(deep(element.renderRoot, 'ua-invite-card')).to.equal(null);
  });

  for (const width of [1200, 360]) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`axe finds nothing in the whole view at ${width} px, ${scheme}`, async () => {
        await setViewport({ width, height: 900 });
        const { element, api, view } = await aView({ width: width - 20, scheme });
        api.invitations = new MemoryInvitations(api, [
          anInvitation(1, { roles: ['viewer'] }),
          anInvitation(2, { roles: ['owner'], delivery: 'failed', deliveryError: '550 No such user' }),
        ]);
        element.refresh();
        await waitUntil(() => deep(view.shadowRoot!, 'tbody tr') !== null);
        await settled(element);
        await expect(element).to.be.accessible();
      });
    }
  }
});
