// Making somebody in several workspaces in <user-admin>, on a server in memory with the real decisions.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import type { InvitePlacesElement } from '../invitations/invite-places.ts';
import { aMember } from '../testing/builders.ts';
import type { MemoryApi } from '../testing/memory-api.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aStage, announced, deep, found, listOf, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const RETAIL = {
  id: 'workspace-retail' as WorkspaceId,
  name: 'Retail',
  roles: [
    { key: 'auditor', name: 'Auditor', description: 'Sees people and changes nothing.' },
    { key: 'analyst', name: 'Analyst', description: 'Reads dashboards and reports.' },
    { key: 'employee', name: 'Employee', description: 'Files requests of their own.' },
  ],
};
const STRONG = 'Anvil-7-rosette';

async function aForm({
  policy = directory,
  role = 'administrator',
  places = [RETAIL],
  prepare,
  ...setting
}: Setting & { policy?: Policy; places?: (typeof RETAIL)[] } = {}) {
  const stage = await aStage({
    policy,
    role,
    members: [aMember(0, { roles: [role], username: 'amara' })],
    attributes: { view: 'users' },
    prepare: (api: MemoryApi) => {
      api.places.invite = places;
      prepare?.(api);
    },
    ...setting,
  });
  await listOf(stage);
  return { stage, form: await openNew(stage) };
}

async function openNew(stage: Stage): Promise<ShadowRoot> {
  deep(stage.element.renderRoot, 'ua-add-person')!.shadowRoot!.querySelector('button')!.click();
  await found(stage, 'ua-person-form dialog, ua-dialog form');
  await settled(stage.element);
  return deep(stage.element.renderRoot, 'ua-dialog form')!.getRootNode() as ShadowRoot;
}

const picker = (form: ShadowRoot) => form.querySelector<InvitePlacesElement>('ua-invite-places');
const sent = ({ api }: Stage) => api.calls.findLast(({ name }) => name === 'members.create')?.input;

async function addRetail(stage: Stage, form: ShadowRoot): Promise<ShadowRoot> {
  const root = picker(form)!.shadowRoot!;
  root.querySelector<HTMLButtonElement>('.link')!.click();
  await waitUntil(() => root.querySelector('#place') !== null, 'the workspaces came');
  const select = root.querySelector<HTMLSelectElement>('#place')!;
  select.value = RETAIL.id;
  select.dispatchEvent(new Event('change'));
  await settled(stage.element);
  return root;
}

async function fill(stage: Stage, form: ShadowRoot, email = 'nora@d.test'): Promise<void> {
  const password = form.querySelector('ua-new-password')!.shadowRoot!;
  for (const [name, value] of Object.entries({
    username: 'nora',
    email,
    password: STRONG,
    confirmation: STRONG,
  })) {
    const field = (form.querySelector<HTMLInputElement>(`input[name=${name}]`) ??
      password.querySelector<HTMLInputElement>(`input[name=${name}]`))!;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await settled(stage.element);
}

async function submit(stage: Stage, form: ShadowRoot): Promise<void> {
  form.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
  await settled(stage.element);
}

describe('making somebody in several workspaces', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  it('D27 W6 takes roles in another workspace beside those in this one, the least to begin with', async () => {
    const { stage, form } = await aForm();
    expect(form.querySelector('legend')!.textContent).to.contain('Roles in Northwind');
    const root = await addRetail(stage, form);
    expect(root.querySelector('fieldset .label')!.textContent).to.equal('Roles in Retail');
    const boxes = [...root.querySelectorAll<HTMLInputElement>('.box input')];
    expect(boxes.map(({ value, checked }) => [value, checked])).to.deep.equal([
      ['auditor', false],
      ['analyst', false],
      ['employee', true],
    ]);
    boxes[1]!.click();
    await settled(stage.element);
    await fill(stage, form);
    await submit(stage, form);
    await waitUntil(() => form.querySelector('form') === null, 'the form is closed');
    expect(sent(stage)).to.deep.include({
      roles: ['employee'],
      places: [{ workspaceId: RETAIL.id, roles: ['analyst', 'employee'] }],
    });
    await waitUntil(() => announced(stage).includes('was added'));
    expect(stage.api.count('members.creationPlaces')).to.equal(1);
    expect(stage.api.count('invitations.places')).to.equal(0);
  });

  it('D27 sends nothing while a workspace has no role, and nothing of one that was put away again', async () => {
    const { stage, form } = await aForm();
    const root = await addRetail(stage, form);
    await fill(stage, form);
    root.querySelector<HTMLInputElement>('.box input:checked')!.click();
    await settled(stage.element);
    expect(root.querySelector('.error')!.textContent).to.equal('Choose at least one role.');
    await submit(stage, form);
    expect(stage.api.count('members.create')).to.equal(0);
    const away = root.querySelector<HTMLButtonElement>('.head button')!;
    expect(away.ariaLabel).to.equal('Not in Retail');
    away.click();
    await settled(stage.element);
    await submit(stage, form);
    await waitUntil(() => form.querySelector('form') === null, 'the form is closed');
    expect(sent(stage)).not.to.have.property('places');
  });

  it('SEC_E01 says what a workspace refused, and keeps everything that was entered', async () => {
    const { stage, form } = await aForm();
    await addRetail(stage, form);
    await fill(stage, form);
    stage.api.places.invite = [];
    await submit(stage, form);
    await waitUntil(() => form.querySelector('form > .error') !== null, 'the refusal is shown');
    expect(form.querySelector<HTMLInputElement>('[name=username]')!.value).to.equal('nora');
    expect(picker(form)!.shadowRoot!.querySelector('fieldset')).not.to.equal(null);
  });

  it('SEC_E04 says for each workspace what became of somebody who has an account elsewhere', async () => {
    const { stage, form } = await aForm({ prepare: (api) => api.forms.elsewhere.add('known@q.test') });
    await addRetail(stage, form);
    await fill(stage, form, 'known@q.test');
    await submit(stage, form);
    await waitUntil(() => form.querySelector('.places') !== null, 'the workspaces are listed');
    const lines = [...form.querySelectorAll('.places li')].map((line) => line.textContent!.trim());
    expect(lines).to.deep.equal(['Northwind: invited', 'Retail: invited']);
    await expect(stage.element).to.be.accessible();
  });

  it('says where there is no other workspace, and has none of it where people belong to one', async () => {
    const { form } = await aForm({ places: [] });
    const root = picker(form)!.shadowRoot!;
    root.querySelector<HTMLButtonElement>('.link')!.click();
    await waitUntil(() => root.querySelector('[role=status]')?.textContent?.includes('add people') === true);
    const { form: other } = await aForm({ policy: packages, role: 'admin' });
    expect(picker(other)).to.equal(null);
  });

  it('offers none of it about somebody who is here', async () => {
    const { stage, form } = await aForm();
    form.querySelector<HTMLElement>('[slot=actions]')!.click();
    await waitUntil(() => form.querySelector('form') === null);
    deep(stage.element.renderRoot, '[data-control=edit]')!.click();
    await waitUntil(() => deep(stage.element.renderRoot, 'ua-dialog form') !== null, 'the form is open');
    await settled(stage.element);
    expect(deep(stage.element.renderRoot, 'ua-invite-places')).to.equal(null);
  });

  for (const scheme of ['light', 'dark'] as const)
    for (const width of [340, 1200])
      it(`has no finding in ${scheme} at ${width} px`, async () => {
        const { stage, form } = await aForm({ scheme, width });
        await addRetail(stage, form);
        await expect(stage.element).to.be.accessible();
      });
});
