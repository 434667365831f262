// What the browser is told of edits that are not saved before it lets the page go: in <user-admin> on a server in memory.
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import { packages } from '../../shared/presets/packages.ts';
import type { InviteCardElement } from '../invitations/invite-card.ts';
import { MemoryAccount } from '../testing/memory-account.ts';
import { aSettingsStage, buttonOf, fill, openDialog, press, sectionOf } from '../testing/settings-stage.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aStage, deep, found, listOf, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

/** Whether the browser would ask before it loads the page anew. */
const isAsked = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

async function aGrid(setting: Setting = {}) {
  const stage = await aStage({ attributes: { view: 'permissions' }, ...setting });
  const stageOne = async (): Promise<void> => {
    (await found<HTMLInputElement>(stage, 'tbody input[type=checkbox]')).click();
    await settled(stage.element);
  };
  await found(stage, 'tbody input[type=checkbox]');
  return { ...stage, stageOne };
}

/** Types into a field as a person would. */
function type(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

const typeInto = async (stage: Stage, tag: string, selector: string, value: string): Promise<void> => {
  const root = (await found(stage, tag)).shadowRoot!;
  await waitUntil(() => root.querySelector(selector) !== null, `${tag} has ${selector}`);
  type(root.querySelector<HTMLInputElement>(selector)!, value);
  await settled(stage.element);
};

describe('what is lost with the page', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  it('T6 T32 is asked about by the browser while a box is staged, until it is saved or dropped', async () => {
    const { element, stageOne } = await aGrid();
    expect(isAsked()).to.equal(false);
    await stageOne();
    expect(isAsked()).to.equal(true);
    const bar = deep(element.renderRoot, '.bar')!;
    press(bar, 'Discard');
    await settled(element);
    expect(isAsked()).to.equal(false);
    await stageOne();
    expect(isAsked()).to.equal(true);
    bar.querySelector<HTMLElement>('.primary')!.click();
    await waitUntil(() => !isAsked(), 'it is saved');
  });

  it('is nothing any more once the element is gone, and is there again where it was only moved', async () => {
    const { element, stageOne } = await aGrid();
    await stageOne();
    const frame = element.parentElement!;
    const other = document.createElement('div');
    frame.after(other);
    other.append(element);
    expect(isAsked()).to.equal(true);
    const editor = deep<LitElement>(element.renderRoot, 'ua-grant-editor')!;
    element.remove();
    expect(isAsked()).to.equal(false);
    editor.requestUpdate();
    await editor.updateComplete;
    expect(isAsked(), 'drawn once more').to.equal(false);
    other.remove();
  });

  it('is what several elements of the page have', async () => {
    const [one, other] = [await aGrid(), await aGrid()];
    await one.stageOne();
    await other.stageOne();
    one.element.remove();
    expect(isAsked()).to.equal(true);
    other.element.remove();
    expect(isAsked()).to.equal(false);
  });

  it('is listened for only as long as there is something', async () => {
    const { element, stageOne } = await aGrid();
    const [add, remove] = [window.addEventListener, window.removeEventListener];
    const listening = new Set<unknown>();
    window.addEventListener = function (this: Window, ...given: Parameters<typeof add>) {
      if (given[0] === 'beforeunload') listening.add(given[1]);
      return add.apply(this, given);
    } as typeof add;
    window.removeEventListener = function (this: Window, ...given: Parameters<typeof remove>) {
      if (given[0] === 'beforeunload') listening.delete(given[1]);
      return remove.apply(this, given);
    } as typeof remove;
    try {
      await stageOne();
      expect(listening.size).to.equal(1);
      press(deep(element.renderRoot, '.bar')!, 'Discard');
      await settled(element);
      expect(listening.size).to.equal(0);
      await stageOne();
      element.remove();
      expect(listening.size).to.equal(0);
    } finally {
      Object.assign(window, { addEventListener: add, removeEventListener: remove });
    }
  });

  it('is what stands in the fields of the settings', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-session-limits');
    fill(section, { idleMinutes: '3' });
    expect(isAsked()).to.equal(true);
    buttonOf(section, 'Save').click();
    await waitUntil(() => !isAsked(), 'it is saved');
  });

  it('is whom somebody was about to invite, also after another view was looked at', async () => {
    const stage = await aStage({ attributes: { view: 'users' } });
    const card = await found<InviteCardElement>(stage, 'ua-invite-card');
    await waitUntil(() => card.box?.updateComplete !== undefined, 'the card is drawn');
    await settled(stage.element);
    expect(isAsked()).to.equal(false);
    card.box!.value = 'ana@x.test';
    await settled(stage.element);
    expect(isAsked()).to.equal(true);
    stage.element.selectView('permissions');
    await waitUntil(() => !card.isConnected);
    stage.element.selectView('users');
    await waitUntil(isAsked, 'it stands there again');
    (await found<HTMLElement>(stage, 'ua-invite-card')).shadowRoot!.querySelector('form')!.requestSubmit();
    await waitUntil(() => !isAsked(), 'it is sent');
  });

  it('is what was typed into a dialog, and not what was searched for', async () => {
    const stage = await aStage({ policy: packages, role: 'admin', attributes: { view: 'users' } });
    await listOf(stage);
    await typeInto(stage, 'ua-member-toolbar', 'input', 'ann');
    expect(isAsked()).to.equal(false);
    (await found(stage, 'ua-add-person')).shadowRoot!.querySelector('button')!.click();
    await openDialog(stage);
    await settled(stage.element);
    expect(isAsked()).to.equal(false);
    await typeInto(stage, 'ua-person-form', 'input[name=name]', 'Ann');
    expect(isAsked()).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !isAsked(), 'the dialog is closed');
  });

  it('is what was changed of the own account', async () => {
    const stage = await aStage({
      attributes: { view: 'account' },
      viewer: { isSignedIn: true },
      prepare: (api) => void new MemoryAccount(api, Date.now()),
    });
    await typeInto(stage, 'ua-profile-form', '[name=name]', 'Another');
    expect(isAsked()).to.equal(true);
    press((await found(stage, 'ua-profile-form')).shadowRoot!, 'Save');
    await waitUntil(() => !isAsked(), 'it is saved');
    press((await found(stage, 'ua-email-form')).shadowRoot!, 'Change');
    await typeInto(stage, 'ua-email-form', '[name=email]', 'other@x.test');
    expect(isAsked()).to.equal(true);
    press((await found(stage, 'ua-email-form')).shadowRoot!, 'Cancel');
    await waitUntil(() => !isAsked(), 'it is given up');
  });
});
