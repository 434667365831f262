// What was filled into the invite card and not sent, on the way to another view and back.
import { expect } from '@open-wc/testing';
import { collaborators } from '../../shared/presets/collaborators.ts';
import type { PermissionsViewElement } from '../permissions/permissions-view.ts';
import { memberId } from '../testing/builders.ts';
import { anApi, aStage, deep, found, settled } from '../testing/stage.ts';
import type { Stage } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { InviteCardElement } from './invite-card.ts';

/** The card, once it may be filled in. */
async function cardOf(stage: Stage): Promise<InviteCardElement> {
  const card = await found<InviteCardElement>(stage, 'ua-invite-card');
  await waitUntil(() => card.box?.updateComplete !== undefined, 'the card is drawn');
  await settled(stage.element);
  return card;
}

/** A card of which nothing is sent, with everything filled in. */
async function aFilledCard() {
  const stage = await aStage({ policy: collaborators });
  const card = await cardOf(stage);
  card.box!.value = 'ana@x.test\nnobody';
  card.roles = ['editor'];
  await card.openMessage();
  const message = card.renderRoot.querySelector('textarea')!;
  message.value = 'Welcome';
  message.dispatchEvent(new Event('input', { bubbles: true }));
  await settled(stage.element);
  return { stage, card };
}

async function away({ element }: Stage): Promise<void> {
  deep(element.renderRoot, '#tab-permissions')!.click();
  await waitUntil(() => deep(element.renderRoot, 'ua-invite-card') === null, 'the card is gone');
}

async function back(stage: Stage): Promise<InviteCardElement> {
  deep(stage.element.renderRoot, '#tab-collaborators')!.click();
  return cardOf(stage);
}

describe('what was filled into <ua-invite-card>', () => {
  it('is still there after another view was looked at', async () => {
    const { stage } = await aFilledCard();
    await away(stage);
    const card = await back(stage);
    expect(card.box!.value.split('\n')).to.deep.equal(['ana@x.test', 'nobody']);
    expect(card.form).to.deep.equal({
      addresses: 'ana@x.test',
      count: 1,
      roles: ['editor'],
      message: 'Welcome',
    });
    expect(card.renderRoot.querySelector<HTMLTextAreaElement>('#message')!.value).to.equal('Welcome');
  });

  it('stands beside what the page fills in as it opens the card', async () => {
    const { stage } = await aFilledCard();
    await away(stage);
    expect(await stage.element.openInvite({ addresses: 'bo@x.test', roles: ['viewer'] })).to.equal(true);
    const card = await cardOf(stage);
    expect(card.box!.value.split('\n')).to.deep.equal(['bo@x.test', 'ana@x.test', 'nobody']);
    expect(card.roles).to.deep.equal(['viewer']);
  });

  it('is gone once it was sent, but for what can be mended', async () => {
    const { stage, card } = await aFilledCard();
    await card.submit();
    await away(stage);
    const { box, message } = await back(stage);
    expect([box!.value, message]).to.deep.equal(['nobody', '']);
  });

  it('is gone with the session that it was typed in', async () => {
    const { stage } = await aFilledCard();
    await away(stage);
    const api = (stage.element.api = anApi({ policy: collaborators }));
    stage.element.token = 'another';
    await waitUntil(() => api.count('viewer') > 0, 'it begins anew');
    await found(stage, '#tab-collaborators');
    const { box, message } = await back(stage);
    expect([box!.value, message]).to.deep.equal(['', '']);
  });

  it('is not shown to somebody else', async () => {
    const { stage } = await aFilledCard();
    await away(stage);
    const view = await found<PermissionsViewElement>(stage, 'ua-permissions-view');
    stage.api.viewerNow = { ...stage.api.viewerNow, memberId: memberId(2) };
    stage.element.refresh();
    await waitUntil(() => view.rights!.viewer.memberId === memberId(2), 'it is known who looks');
    const { box, message } = await back(stage);
    expect([box!.value, message]).to.deep.equal(['', '']);
  });
});
