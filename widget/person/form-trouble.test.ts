// What is wrong in the form about a person: said where it is seen, for as long as it is so.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { aMember } from '../testing/builders.ts';
import type { Stage } from '../testing/stage.ts';
import { aStage, controlOf, deep, focused, found, listOf, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

async function aForm(policy: Policy, role: string, other: string, open: (stage: Stage) => void) {
  const stage = await aStage({
    policy,
    role,
    members: [aMember(0, { roles: [role] }), aMember(1, { name: 'Una User', roles: [other] })],
    prepare: (api) => api.forms.elsewhere.add('known@q.test'),
    attributes: { view: 'users' },
  });
  await listOf(stage);
  open(stage);
  const form = await found(stage, '#form');
  await settled(stage.element);
  return { stage, form: form as HTMLFormElement, root: form.getRootNode() as ShadowRoot };
}
const byAddButton = ({ element }: Stage) =>
  deep(element.renderRoot, 'ua-add-person')!.shadowRoot!.querySelector('button')!.click();

function enter(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

describe('troubles of <ua-person-form>', () => {
  before(() => setViewport({ width: 1280, height: 480 }));
  after(() => setViewport({ width: 1280, height: 900 }));

  it('P53 calls nothing missing any more that has been entered since', async () => {
    const { stage, form, root } = await aForm(packages, 'admin', 'user', byAddButton);
    form.requestSubmit();
    await waitUntil(() => root.querySelector('#name-error') !== null);
    const field = root.querySelector('ua-new-password')!.shadowRoot!;
    expect(field.querySelector('.error')!.textContent).to.equal('Enter a password.');
    enter(root.querySelector<HTMLInputElement>('#name')!, 'Nora');
    await settled(stage.element);
    expect(root.querySelector('#name-error')).to.equal(null);
    expect(root.querySelector('#name')!.ariaInvalid).to.equal(null);
    expect(root.querySelector('#email-error')!.textContent).to.equal('E-mail is needed.');
  });

  it('D22 cuts nothing off a username that is too long, so that it is refused and not locked', async () => {
    const { root } = await aForm(directory, 'administrator', 'employee', byAddButton);
    const field = root.querySelector<HTMLInputElement>('#username')!;
    expect(field.maxLength).to.equal(-1);
  });

  it('P11 P10 P52 flags a malformed address beside everything else that is wrong, and lets go of each as it is mended', async () => {
    const { stage, form, root } = await aForm(packages, 'admin', 'user', byAddButton);
    const [name, email] = ['#name', '#email'].map((id) => root.querySelector<HTMLInputElement>(id)!);
    enter(name!, 'N'.repeat(101));
    enter(email!, 'nora@nowhere');
    form.requestSubmit();
    await waitUntil(() => root.querySelector('#email-error') !== null, 'the address is flagged at once');
    expect(root.querySelector('#email-error')!.textContent).to.equal('Enter a complete e-mail address.');
    expect(root.querySelector('#name-error')!.textContent).to.contain('1 to 100 characters');
    const field = root.querySelector('ua-new-password')!.shadowRoot!;
    expect(field.querySelector('.error')!.textContent).to.equal('Enter a password.');
    await waitUntil(() => focused() === name, 'the first of them has the focus');
    expect(name!.value).to.have.length(101);
    expect(stage.api.count('members.create')).to.equal(0);
    enter(email!, 'nora@nowhere.test');
    await settled(stage.element);
    expect(root.querySelector('#email-error')).to.equal(null);
    expect(root.querySelector('#name-error')).not.to.equal(null);
  });

  it('D22 refuses a username that is none before it is sent', async () => {
    const { stage, form, root } = await aForm(directory, 'administrator', 'employee', byAddButton);
    enter(root.querySelector<HTMLInputElement>('#username')!, 'no spaces');
    form.requestSubmit();
    await waitUntil(
      () => root.querySelector('#username-error')?.textContent.includes('3 to 50 letters') === true,
    );
    expect(stage.api.count('members.create')).to.equal(0);
  });

  it('P18 begins in its first field about somebody who is here too', async () => {
    const { root } = await aForm(packages, 'admin', 'user', (on) =>
      controlOf(on, 'Una User', 'edit').click(),
    );
    await waitUntil(() => focused() === root.querySelector('#name'), 'the focus is in the first field');
  });

  it('keeps the focus in the dialog where somebody was invited instead', async () => {
    const { form, root } = await aForm(packages, 'admin', 'user', byAddButton);
    enter(root.querySelector<HTMLInputElement>('#name')!, 'Known');
    enter(root.querySelector<HTMLInputElement>('#email')!, 'known@q.test');
    const passwords = root.querySelector('ua-new-password')!.shadowRoot!;
    for (const field of passwords.querySelectorAll('input')) enter(field, 'anvil7');
    form.requestSubmit();
    await waitUntil(() => root.querySelector('ua-dialog')!.heading === 'Invited instead');
    await waitUntil(() => focused() === root.querySelector('#close'), 'the focus is on what is left to do');
  });

  it('shows what has no field of its own where it is seen, however long the form is', async () => {
    const { stage, form, root } = await aForm(packages, 'admin', 'user', (on) =>
      controlOf(on, 'Una User', 'edit').click(),
    );
    stage.api.people = stage.api.people.map((one) => ({ ...one, version: one.version + 1 }));
    enter(root.querySelector<HTMLInputElement>('#name')!, 'Una Umbrella');
    form.requestSubmit();
    await waitUntil(() => root.querySelector('.elsewhere') !== null, 'it was refused');
    const bottom = () => root.querySelector('.elsewhere')!.getBoundingClientRect().bottom;
    const foot = () => root.querySelector('.primary')!.getBoundingClientRect().top;
    await waitUntil(() => bottom() <= foot(), 'it is in view');
    expect(root.querySelector<HTMLInputElement>('#name')!.value).to.equal('Una Umbrella');
  });
});
