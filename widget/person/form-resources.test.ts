// What people are given as a part of the form about them, in <user-admin> on a server in memory with the real decisions.
import { expect } from '@open-wc/testing';
import { MemoryForms } from '../testing/memory-forms.ts';
import { MemoryResources } from '../testing/memory-resources.ts';
import { PEOPLE, choiceIn, rowsOf, tick } from '../testing/resource-stage.ts';
import { packages } from '../../shared/presets/packages.ts';
import type { MemberResourcesChangedEvent } from '../resources/events.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aStage, controlOf, deep, found, listOf, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const STRONG = 'Anvil-7-rosette';

interface FormStage extends Stage {
  readonly resources: MemoryResources;
  readonly forms: MemoryForms;
}

async function aUsersStage(setting: Setting = {}): Promise<FormStage> {
  let [resources, forms]: [MemoryResources?, MemoryForms?] = [];
  const stage = await aStage({
    policy: packages,
    role: 'admin',
    members: PEOPLE,
    attributes: { view: 'users' },
    prepare: (api) => {
      resources = new MemoryResources(api);
      forms = new MemoryForms(api);
    },
    ...setting,
  });
  await listOf(stage);
  return { ...stage, resources: resources!, forms: forms! };
}

async function openNew(stage: Stage): Promise<ShadowRoot> {
  (await found(stage, 'ua-add-person')).shadowRoot!.querySelector('button')!.click();
  return formOf(stage);
}

async function formOf(stage: Stage): Promise<ShadowRoot> {
  await found(stage, '#form .texts');
  return deep(stage.element.renderRoot, '#form .texts')!.getRootNode() as ShadowRoot;
}

function type(form: ShadowRoot, texts: Readonly<Record<string, string>>): void {
  const secret = form.querySelector('ua-new-password')?.shadowRoot;
  for (const [name, value] of Object.entries(texts)) {
    const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
    const input = field ?? secret!.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

async function fillIn(stage: Stage, form: ShadowRoot, email: string): Promise<void> {
  await waitUntil(
    () =>
      (form.querySelector('ua-new-password')?.shadowRoot?.querySelector('input[name=password]') ?? null) !==
      null,
  );
  await settled(stage.element);
  type(form, { name: 'Nia New', email, password: STRONG, confirmation: STRONG });
  await settled(stage.element);
}

const submit = (form: ShadowRoot) => form.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
const sent = (stage: Stage, name: string) =>
  stage.api.calls.findLast((call) => call.name === name)?.input as { resources?: unknown } | undefined;

describe('what people are given, in the form about them', () => {
  it('P14 assigns packages while somebody is added', async () => {
    const stage = await aUsersStage();
    const form = await openNew(stage);
    const choice = await choiceIn(form);
    expect(choice.querySelector('.count')!.textContent).to.equal('0 of 8');
    tick(choice, 'Catalogue');
    tick(choice, 'Spare parts');
    await fillIn(stage, form, 'nia@example.org');
    await expect(stage.element).to.be.accessible();
    submit(form);
    await waitUntil(() => stage.api.people.some(({ name }) => name === 'Nia New'));
    const { id } = stage.api.people.find(({ name }) => name === 'Nia New')!;
    expect(stage.resources.namesOf(id)).to.deep.equal(['Catalogue', 'Spare parts']);
  });

  it('P14 P15 sends nothing of packages where none is ticked, and keeps the ticks of a form that was left by Escape', async () => {
    const stage = await aUsersStage();
    let form = await openNew(stage);
    tick(await choiceIn(form), 'Catalogue');
    form.querySelector('ua-dialog')!.dispatchEvent(new Event('close'));
    await waitUntil(() => form.querySelector('#form') === null);
    form = await openNew(stage);
    const choice = await choiceIn(form);
    expect(rowsOf(choice)[0]).to.equal('[x] Catalogue');
    tick(choice, 'Catalogue');
    await fillIn(stage, form, 'nia@example.org');
    submit(form);
    await waitUntil(() => stage.api.count('members.create') === 1);
    expect(sent(stage, 'members.create')).not.to.have.property('resources');
  });

  it('says that packages wait where somebody has to be invited instead, and begins anew after it', async () => {
    const stage = await aUsersStage();
    stage.forms.elsewhere.add('known@example.org');
    const form = await openNew(stage);
    tick(await choiceIn(form), 'Catalogue');
    await fillIn(stage, form, 'known@example.org');
    submit(form);
    await waitUntil(() => form.textContent!.includes('are not assigned yet'));
    form.querySelector('ua-dialog')!.dispatchEvent(new Event('close'));
    await waitUntil(() => !form.textContent!.includes('are not assigned yet'));
    expect(rowsOf(await choiceIn(await openNew(stage)))[0]).to.equal('[ ] Catalogue');
  });

  it('P19 changes packages while somebody is edited, by one save, and tells the page', async () => {
    const stage = await aUsersStage();
    const [, uma] = PEOPLE;
    stage.resources.assigned.set(uma!.id, ['Catalogue', 'Price lists']);
    const facts: MemberResourcesChangedEvent[] = [];
    stage.element.addEventListener(
      'ua-member-resources-changed',
      (event) => void facts.push(event as MemberResourcesChangedEvent),
    );
    controlOf(stage, uma!.name, 'edit').click();
    const form = await formOf(stage);
    const choice = await choiceIn(form);
    expect(rowsOf(choice)[0]).to.equal('[x] Catalogue: Assigned');
    tick(choice, 'Catalogue');
    tick(choice, 'Order forms');
    type(form, { name: 'Uma Renamed' });
    await settled(stage.element);
    submit(form);
    await waitUntil(() => stage.api.count('members.update') === 1);
    await waitUntil(() => facts.length === 1);
    expect(facts[0]!.kind).to.equal('package');
    expect(stage.resources.namesOf(uma!.id)).to.deep.equal(['Order forms', 'Price lists']);
    expect(stage.api.people.find(({ id }) => id === uma!.id)!.name).to.equal('Uma Renamed');
  });
});
