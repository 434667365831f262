// The Permissions view inside the whole widget on a server in memory.
import { aTimeout, expect } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { tables } from '../../shared/presets/tables.ts';
import { aStage, deep, focused, found, settled } from '../testing/stage.ts';
import type { GrantEditorElement } from './grant-editor.ts';

async function anEditedView() {
  const stage = await aStage({ policy: tables, attributes: { view: 'permissions' } });
  const box = await found<HTMLInputElement>(stage, 'tbody input[type=checkbox]');
  box.click();
  await settled(stage.element);
  const tab = (name: string) =>
    [...stage.element.renderRoot.querySelectorAll<HTMLElement>('.tab')].find(
      ({ innerText }) => innerText.trim() === name,
    )!;
  const press = (text: string) => {
    const confirm = deep(stage.element.renderRoot, '.frame > ua-confirm')!;
    const button = [...confirm.shadowRoot!.querySelectorAll('button')].find(
      ({ innerText }) => innerText.trim() === text,
    )!;
    button.click();
  };
  return { ...stage, tab, press };
}

describe('<ua-permissions-view> in <user-admin>', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  it('T6 T32 asks before another tab drops what is not saved, and stays where it is told to', async () => {
    const { element, tab, press } = await anEditedView();
    tab('Users').click();
    await waitUntil(
      () => deep<HTMLElement & { open: boolean }>(element.renderRoot, '.frame > ua-confirm')?.open === true,
    );
    await aTimeout(0);
    await expect(element).to.be.accessible();
    expect(element.view).to.equal('permissions');
    press('Cancel');
    await settled(element);
    expect(element.view).to.equal('permissions');
    expect(deep<GrantEditorElement>(element.renderRoot, 'ua-grant-editor')!.unsaved).to.equal(1);
  });

  it('T6 T32 has the focus on the tab that is shown after staying, where an arrow led to another', async () => {
    const { element, tab } = await anEditedView();
    tab('Permissions').focus();
    await sendKeys({ press: 'ArrowLeft' });
    const question = () => deep<HTMLElement & { open: boolean }>(element.renderRoot, '.frame > ua-confirm');
    await waitUntil(() => question()?.open === true);
    await waitUntil(() => focused()?.textContent?.trim() === 'Cancel', 'the focus is in the question');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => question() === null);
    expect(focused()).to.equal(tab('Permissions'));
  });

  it('T6 T32 goes on once the viewer drops it', async () => {
    const { element, tab, press } = await anEditedView();
    tab('Users').click();
    await waitUntil(
      () => deep<HTMLElement & { open: boolean }>(element.renderRoot, '.frame > ua-confirm')?.open === true,
    );
    await settled(element);
    press('Discard and leave');
    await waitUntil(() => element.view === 'users');
  });

  it('T33 tells the page what was saved', async () => {
    const { element } = await anEditedView();
    const told: string[] = [];
    element.addEventListener('ua-permissions-changed', ({ rows }) =>
      told.push(...rows.map(({ resource, role }) => `${role} ${resource}`)),
    );
    const first = deep(element.renderRoot, '.resource')!.innerText;
    deep(element.renderRoot, '.bar .primary')!.click();
    await waitUntil(() => told.length > 0);
    expect(told).to.deep.equal([`staff ${first}`]);
  });
});
