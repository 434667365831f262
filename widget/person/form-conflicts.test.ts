// Two people who change the same person: nothing of either is lost unseen, and whoever is later chooses field by field.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Member } from '../../shared/members/member.ts';
import { packages } from '../../shared/presets/packages.ts';
import { aMember } from '../testing/builders.ts';
import type { Stage } from '../testing/stage.ts';
import { aStage, controlOf, focused, found, listOf, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const UNA = 'Una User';

async function anEdit(theirs: Partial<Member>) {
  const stage = await aStage({
    policy: packages,
    role: 'admin',
    members: [aMember(0, { roles: ['admin'] }), aMember(1, { name: UNA, roles: ['user'] })],
    attributes: { view: 'users' },
  });
  await listOf(stage);
  controlOf(stage, UNA, 'edit').click();
  const root = (await found(stage, '#form')).getRootNode() as ShadowRoot;
  await settled(stage.element);
  const saveTheirs = (changes = theirs): void => {
    stage.api.people = stage.api.people.map((one) =>
      one.id === aMember(1).id ? { ...one, ...changes, version: one.version + 1 } : one,
    );
  };
  saveTheirs();
  return { stage, root, saveTheirs };
}

function enter(root: ShadowRoot, text: string): void {
  const field = root.querySelector<HTMLInputElement>('#name')!;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
const submit = (root: ShadowRoot) => root.querySelector('form')!.requestSubmit();
const conflicts = (root: ShadowRoot) => [...root.querySelectorAll<HTMLElement>('.conflict')];
const values = (root: ShadowRoot) =>
  conflicts(root).flatMap((one) => [...one.querySelectorAll('b')].map(({ textContent }) => textContent));
const press = (within: ParentNode, name: string) =>
  [...within.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name)!.click();
const sent = (stage: Stage) => {
  const { input } = stage.api.calls.findLast(({ name }) => name === 'members.update')!;
  const { memberId: _id, idempotencyKey: _key, ...changes } = input as Record<string, unknown>;
  return changes;
};
const isClosed = (root: ShadowRoot) => waitUntil(() => root.querySelector('form') === null, 'it is closed');

describe('conflicts of <ua-person-form>', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  it('P19 SEC_X7 shows both values of each field that both changed, and saves nothing until one was chosen', async () => {
    const { stage, root } = await anEdit({ name: 'Una Theirs', roles: ['admin'], status: 'deactivated' });
    enter(root, 'Una Mine');
    root.querySelector<HTMLInputElement>('[name=active]')!.click();
    submit(root);
    await waitUntil(() => conflicts(root).length === 1, 'the name waits for a choice');
    await settled(stage.element);
    // Both switched the person off: there is nothing to choose, nor in the role that only the other changed.
    expect(values(root)).to.deep.equal(['Yours: Una Mine', 'Theirs: Una Theirs']);
    expect(root.querySelector<HTMLInputElement>('input[value=admin]')!.checked).to.equal(true);
    expect(root.querySelector<HTMLInputElement>('#name')!.value).to.equal('Una Mine');
    await expect(stage.element).to.be.accessible();
    const calls = stage.api.count('members.update');
    submit(root);
    await settled(stage.element);
    expect(stage.api.count('members.update')).to.equal(calls);
    expect(focused()?.textContent?.trim()).to.equal('Keep mine');
    press(conflicts(root)[0]!, 'Keep mine');
    await settled(stage.element);
    expect(focused()).to.equal(root.querySelector('#name'));
    expect(conflicts(root)).to.have.length(0);
    submit(root);
    await isClosed(root);
    expect(sent(stage)).to.deep.equal({ version: 2, name: 'Una Mine' });
  });

  it('P19 takes theirs where that is chosen, for roles too, and then has nothing left to save', async () => {
    const { stage, root, saveTheirs } = await anEdit({});
    enter(root, 'Una Mine');
    root.querySelector<HTMLInputElement>('input[value=admin]')!.click();
    saveTheirs({ name: 'Una Theirs' });
    submit(root);
    await waitUntil(() => conflicts(root).length === 1, 'the name waits for a choice');
    press(conflicts(root)[0]!, 'Take theirs');
    await settled(stage.element);
    expect(root.querySelector<HTMLInputElement>('#name')!.value).to.equal('Una Theirs');
    // What only the viewer changed is still theirs to save.
    expect(root.querySelector<HTMLInputElement>('input[value=admin]')!.checked).to.equal(true);
    submit(root);
    await isClosed(root);
    expect(sent(stage)).to.deep.equal({ version: 3, roles: ['admin'] });
  });

  it('does not put back what the viewer changed and changed back', async () => {
    const { stage, root } = await anEdit({ roles: ['admin'] });
    root.querySelector<HTMLInputElement>('input[value=admin]')!.click();
    root.querySelector<HTMLInputElement>('input[value=user]')!.click();
    enter(root, 'Una Mine');
    submit(root);
    await waitUntil(() => root.querySelector<HTMLInputElement>('input[value=admin]')!.checked);
    submit(root);
    await isClosed(root);
    expect(sent(stage)).to.deep.equal({ version: 2, name: 'Una Mine' });
  });
});
