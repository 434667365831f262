// Making accounts and editing people in <user-admin>, on a server in memory with the real decisions.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import { aMember } from '../testing/builders.ts';
import { menuOf } from '../testing/list-stage.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aStage, announced, controlOf, deep, focused, found, listOf, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { PersonFormElement } from './person-form.ts';

const ADMIN = 'Amara Okafor';
const UNA = 'Una User';
const STRONG = 'Anvil-7-rosette';

/** Admins and users of packages, or the people of a directory. */
async function aProduct(policy: Policy, role: string, other: string, setting: Setting = {}) {
  const stage = await aStage({
    policy,
    role,
    members: [
      aMember(0, { roles: [role], status: 'active', username: 'amara' }),
      aMember(1, { name: UNA, email: 'una@p.test', roles: [other], username: 'una' }),
      aMember(2, { name: 'Dan Off', email: 'dan@p.test', roles: [other], status: 'deactivated' }),
      aMember(3, {
        name: 'Pia Provider',
        email: 'pia@p.test',
        roles: [other],
        source: 'provider',
        username: 'pia',
      }),
    ],
    attributes: { view: 'users' },
    ...setting,
  });
  await listOf(stage);
  return stage;
}
const inPackages = (setting?: Setting) => aProduct(packages, 'admin', 'user', setting);
const inDirectory = (setting?: Setting) => aProduct(directory, 'administrator', 'employee', setting);

const addButton = ({ element }: Stage) =>
  deep(element.renderRoot, 'ua-add-person')?.shadowRoot?.querySelector('button') ?? null;

/** The form, once it is open with its fields. */
async function formIn(stage: Stage): Promise<ShadowRoot> {
  let form: ShadowRoot | undefined;
  const forms = () => deepAll(stage.element.renderRoot, 'ua-person-form') as PersonFormElement[];
  await waitUntil(
    () =>
      (form =
        forms().find(({ shadowRoot }) => shadowRoot?.querySelector('dialog, form') !== null)?.shadowRoot ??
        undefined) !== undefined,
    'the form is open',
  );
  await settled(stage.element);
  return form!;
}

function deepAll(root: ParentNode & Node, selector: string): Element[] {
  return [...root.querySelectorAll('*')].flatMap((one) => [
    ...(one.matches(selector) ? [one] : []),
    ...(one.shadowRoot === null ? [] : deepAll(one.shadowRoot, selector)),
  ]);
}

async function openNew(stage: Stage): Promise<ShadowRoot> {
  addButton(stage)!.click();
  return formIn(stage);
}
async function openEdit(stage: Stage, name = UNA): Promise<ShadowRoot> {
  controlOf(stage, name, 'edit').click();
  return formIn(stage);
}
const input = (form: ShadowRoot, name: string) =>
  (form.querySelector<HTMLInputElement>(`input[name=${name}]`) ??
    form
      .querySelector('ua-new-password')
      ?.shadowRoot?.querySelector<HTMLInputElement>(`input[name=${name}]`))!;
function type(form: ShadowRoot, texts: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(texts)) {
    const field = input(form, name);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
const tick = (form: ShadowRoot, selector: string) => form.querySelector<HTMLInputElement>(selector)!.click();
async function submit(stage: Stage, form: ShadowRoot): Promise<void> {
  form.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
  await settled(stage.element);
}
const fieldNames = (form: ShadowRoot) =>
  [...form.querySelectorAll<HTMLInputElement>('.texts input')].map(({ name }) => name);
const below = (form: ShadowRoot, name: string) => input(form, name).closest('.field')!.textContent!;
const sent = (stage: Stage, name: string) =>
  stage.api.calls.findLast((call) => call.name === name)?.input as Record<string, unknown> | undefined;
const isClosed = (form: ShadowRoot) =>
  waitUntil(() => form.querySelector('form') === null, 'the form is closed');

describe('<ua-person-form>', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  describe('for somebody new', () => {
    it('P1 P9 P10 P11 P12 P13 P41 makes an account with name, address, first password and role, and the list has it', async () => {
      const stage = await inPackages();
      const facts: Event[] = [];
      stage.element.addEventListener('ua-member-created', (event) => facts.push(event));
      expect(addButton(stage)!.textContent).to.contain('Add user');
      const form = await openNew(stage);
      expect(fieldNames(form)).to.deep.equal(['name', 'email']);
      await waitUntil(() => focused() === input(form, 'name'), 'the focus is in the first field');
      type(form, { name: 'Nora New', email: 'nora@p.test', password: 'anvil7', confirmation: 'anvil7' });
      await submit(stage, form);
      await isClosed(form);
      expect(sent(stage, 'members.create')).to.include({
        name: 'Nora New',
        email: 'nora@p.test',
        mustChangePassword: true,
      });
      expect(sent(stage, 'members.create')!['roles']).to.deep.equal(['user']);
      await waitUntil(() => announced(stage).includes('Nora New was added.'));
      await waitUntil(() => controlOf(stage, 'Nora New', 'menu') !== null);
      expect(facts).to.have.length(1);
      expect(JSON.stringify(facts[0])).not.to.contain('nora@p.test');
    });

    it('P13 gives the role that is chosen', async () => {
      const stage = await inPackages();
      const form = await openNew(stage);
      tick(form, 'input[value=admin]');
      type(form, { name: 'Ada', email: 'ada@p.test', password: 'anvil7', confirmation: 'anvil7' });
      await submit(stage, form);
      await isClosed(form);
      expect(sent(stage, 'members.create')!['roles']).to.deep.equal(['admin']);
    });

    it('P17 says below each field what it means, and P55 that the address stays', async () => {
      const form = await openNew(await inPackages());
      for (const { name } of form.querySelectorAll<HTMLInputElement>('.texts input'))
        expect(form.querySelector(`#${name}-help`)!.textContent!.length, name).to.be.greaterThan(10);
      expect(form.querySelector('#email-help')!.textContent).to.contain('cannot be changed later');
      expect(form.querySelector('#mustChangePassword-help')).not.to.equal(null);
    });

    it('P37 ticks off the rules while the first password is typed, hints at its strength, and asks for a change of it', async () => {
      const stage = await inPackages();
      const form = await openNew(stage);
      type(form, { password: 'anvil7' });
      await settled(stage.element);
      const field = form.querySelector('ua-new-password')!.shadowRoot!;
      expect(field.querySelector('.rules .met')!.textContent).to.contain('At least 6 characters');
      expect(field.querySelector('.strength')!.textContent).to.contain(
        '8 characters or more are recommended',
      );
      tick(form, '[name=mustChangePassword]');
      type(form, { name: 'Nora', email: 'nora@p.test', confirmation: 'anvil7' });
      await submit(stage, form);
      await isClosed(form);
      expect(sent(stage, 'members.create')!['mustChangePassword']).to.equal(false);
    });

    it('P53 names at each field what is missing, puts the focus there, and sends nothing', async () => {
      const stage = await inPackages();
      const form = await openNew(stage);
      await submit(stage, form);
      expect(below(form, 'name')).to.contain('Name is needed.');
      expect(below(form, 'email')).to.contain('E-mail is needed.');
      expect(focused()).to.equal(input(form, 'name'));
      expect(stage.api.count('members.create')).to.equal(0);
    });

    it('P24 P52 wants at least six characters, twice the same', async () => {
      const stage = await inPackages();
      const form = await openNew(stage);
      type(form, { name: 'Nora', email: 'nora@p.test', password: 'anvi7', confirmation: 'anvi7' });
      await submit(stage, form);
      const field = form.querySelector('ua-new-password')!.shadowRoot!;
      expect(field.querySelector('.error')!.textContent).to.contain('does not fulfil every rule');
      type(form, { password: 'anvil7', confirmation: 'anvil8' });
      await submit(stage, form);
      expect(field.querySelector('#confirmation-error')!.textContent).to.contain('not the same');
      expect(stage.api.count('members.create')).to.equal(0);
    });

    it('P51 P11 says at the address that it is taken or none, and loses nothing that was typed', async () => {
      const stage = await inPackages();
      const form = await openNew(stage);
      type(form, { name: 'Una Again', email: 'una@p.test', password: 'anvil7', confirmation: 'anvil7' });
      await submit(stage, form);
      await waitUntil(() => below(form, 'email').includes('already here'));
      await waitUntil(() => focused() === input(form, 'email'));
      expect(input(form, 'name').value).to.equal('Una Again');
      expect(input(form, 'password').value).to.equal('anvil7');
      type(form, { email: 'nonsense' });
      await submit(stage, form);
      await waitUntil(() => below(form, 'email').includes('complete e-mail address'));
      type(form, { email: 'una.again@p.test' });
      await submit(stage, form);
      await isClosed(form);
    });

    it('keeps what was entered when it is closed by Escape, and forgets it when it is given up', async () => {
      const stage = await inPackages();
      let form = await openNew(stage);
      type(form, { name: 'Half Typed' });
      form.querySelector('ua-dialog')!.shadowRoot!.querySelector('dialog')!.close();
      await isClosed(form);
      form = await openNew(stage);
      expect(input(form, 'name').value).to.equal('Half Typed');
      form.querySelector<HTMLElement>('[slot=actions]')!.click();
      await isClosed(form);
      form = await openNew(stage);
      expect(input(form, 'name').value).to.equal('');
    });

    it('SEC_E04 says that somebody with an account elsewhere was invited, with the link where no mail goes out', async () => {
      const stage = await inPackages({
        viewer: { hasMail: false },
        prepare: (api) => api.forms.elsewhere.add('known@q.test'),
      });
      const form = await openNew(stage);
      type(form, { name: 'Known', email: 'known@q.test', password: 'anvil7', confirmation: 'anvil7' });
      await submit(stage, form);
      await waitUntil(() => form.querySelector('ua-dialog')!.heading === 'Invited instead');
      expect(form.textContent).to.contain('only its own person can bring here');
      expect(form.querySelector<HTMLInputElement>('#link')!.value).to.contain('/invitation/');
      await expect(stage.element).to.be.accessible();
    });

    it('D1 D8 D20 D22 D23 D24 D25 D26 D27 asks in a directory for username, address and roles, offers names and department, and is active by default', async () => {
      const stage = await inDirectory();
      expect(addButton(stage)!.textContent).to.contain('New user');
      const form = await openNew(stage);
      expect(fieldNames(form)).to.deep.equal(['username', 'email', 'firstName', 'lastName', 'department']);
      const required = fieldNames(form).filter((name) => input(form, name).ariaRequired === 'true');
      expect(required).to.deep.equal(['username', 'email']);
      expect(form.querySelector('legend')!.textContent).to.contain('Roles in Northwind');
      expect(form.querySelector<HTMLInputElement>('[name=active]')!.checked).to.equal(true);
      expect(below(form, 'email')).to.contain('Notices and links to sign in go here');
      expect(below(form, 'department')).to.contain('grants nothing');
      tick(form, 'input[value=approver]');
      tick(form, '[name=active]');
      type(form, {
        username: 'nora.n',
        email: 'nora@d.test',
        firstName: 'Nora',
        lastName: 'New',
        department: 'Legal',
        password: STRONG,
        confirmation: STRONG,
      });
      await submit(stage, form);
      await isClosed(form);
      const wish = sent(stage, 'members.create')!;
      expect(wish).to.include({
        username: 'nora.n',
        firstName: 'Nora',
        lastName: 'New',
        department: 'Legal',
        isActive: false,
      });
      expect(wish['roles']).to.have.members(['approver', 'employee']);
      await waitUntil(() => controlOf(stage, 'Nora New', 'menu') !== null);
    });

    it('D33 D34 wants a password by the rules of the directory, entered twice alike', async () => {
      const stage = await inDirectory();
      const form = await openNew(stage);
      type(form, {
        username: 'nora',
        email: 'nora@d.test',
        password: 'anvil-7-rosette',
        confirmation: 'anvil-7-rosette',
      });
      await submit(stage, form);
      const field = form.querySelector('ua-new-password')!.shadowRoot!;
      expect(field.querySelector('.rules .broken')!.textContent).to.contain('An upper case letter');
      expect(stage.api.count('members.create')).to.equal(0);
    });

    it('D27 says at the roles that one is needed, and sends nothing until then', async () => {
      const stage = await inDirectory();
      const form = await openNew(stage);
      tick(form, 'input[value=employee]');
      type(form, { username: 'nora.n', email: 'nora@d.test', password: STRONG, confirmation: STRONG });
      await submit(stage, form);
      expect(form.querySelector('fieldset [role=alert]')!.textContent).to.equal('Choose at least one role.');
      expect(focused()).to.equal(form.querySelector('fieldset input'));
      expect(stage.api.count('members.create')).to.equal(0);
      tick(form, 'input[value=approver]');
      await submit(stage, form);
      await isClosed(form);
      expect(sent(stage, 'members.create')!['roles']).to.deep.equal(['approver']);
    });

    it('D22 says at the username that somebody has it', async () => {
      const stage = await inDirectory();
      const form = await openNew(stage);
      type(form, { username: 'una', email: 'nora@d.test', password: STRONG, confirmation: STRONG });
      await submit(stage, form);
      await waitUntil(() => below(form, 'username').includes('has this username already'));
    });

    it('P2 P54 D3 D11 D21 D4 is offered to who may make accounts, where people do not come from a provider', async () => {
      const nobody = async (setting: Setting) => addButton(await inDirectory(setting));
      expect(await nobody({ role: 'auditor' })).to.equal(null);
      expect(await nobody({ viewer: { external: { authentication: true, authorization: false } } })).to.equal(
        null,
      );
      expect(await nobody({ role: 'owner', policy: collaborators })).to.equal(null);
      expect(addButton(await inDirectory({ role: 'user-administrator' }))).not.to.equal(null);
      const form = await openNew(await inDirectory({ role: 'user-administrator' }));
      const above = form.querySelector<HTMLInputElement>('input[value=administrator]')!;
      expect(above.ariaDisabled).to.equal('true');
      above.click();
      expect(above.checked).to.equal(false);
    });

    it('opens by openInvite() of the page where nobody is invited, with the address filled in', async () => {
      const stage = await inPackages();
      await stage.element.openInvite({ addresses: 'nora@p.test' });
      const form = await formIn(stage);
      expect(input(form, 'email').value).to.equal('nora@p.test');
    });
  });

  describe('for somebody who is here', () => {
    it('P18 P19 P20 D29 saves name, role and status in one go, and only what was changed', async () => {
      const stage = await inPackages();
      const facts: string[] = [];
      for (const fact of ['ua-member-changed', 'ua-member-role-changed', 'ua-member-deactivated'])
        stage.element.addEventListener(fact, ({ type: told }) => facts.push(told));
      const form = await openEdit(stage);
      expect(form.querySelector('button[type=submit]')!.textContent).to.contain('Update user');
      type(form, { name: 'Una Umbrella' });
      tick(form, 'input[value=admin]');
      tick(form, '[name=active]');
      await submit(stage, form);
      await isClosed(form);
      const { memberId, ...changes } = sent(stage, 'members.update')!;
      expect(memberId).to.equal(aMember(1).id);
      expect(changes).to.deep.equal({ version: 1, name: 'Una Umbrella', roles: ['admin'], isActive: false });
      expect(facts).to.have.members(['ua-member-changed', 'ua-member-role-changed', 'ua-member-deactivated']);
      await waitUntil(() => announced(stage).includes('Una Umbrella is saved.'));
      await waitUntil(() => controlOf(stage, 'Una Umbrella', 'edit') !== null);
    });

    it('W51 asks for a reason once role or status changes, and sends it along', async () => {
      const stage = await inPackages();
      const form = await openEdit(stage);
      expect(form.querySelector('#note')).to.equal(null);
      type(form, { name: 'Una Renamed' });
      await settled(stage.element);
      expect(form.querySelector('#note')).to.equal(null);
      tick(form, 'input[name=active]');
      await settled(stage.element);
      const note = form.querySelector<HTMLInputElement>('#note')!;
      note.value = 'On leave';
      note.dispatchEvent(new Event('input', { bubbles: true }));
      await submit(stage, form);
      await isClosed(form);
      expect(sent(stage, 'members.update')).to.include({ isActive: false, note: 'On leave' });
    });

    it('sends nothing where nothing was changed, and gives the focus back', async () => {
      const stage = await inPackages();
      controlOf(stage, UNA, 'edit').focus();
      const form = await openEdit(stage);
      await submit(stage, form);
      await isClosed(form);
      expect(stage.api.count('members.update')).to.equal(0);
      await waitUntil(() => focused() === controlOf(stage, UNA, 'edit'), 'the focus is back');
    });

    it('P21 P55 shows the address and says why it is off', async () => {
      const form = await openEdit(await inPackages());
      expect(input(form, 'email').disabled).to.equal(true);
      expect(input(form, 'email').value).to.equal('una@p.test');
      expect(below(form, 'email')).to.contain('make a new account');
    });

    it('D22 D25 locks a username that is set, and leads from the address to the step that confirms it', async () => {
      const stage = await inDirectory();
      const form = await openEdit(stage);
      expect(form.querySelector('button[type=submit]')!.textContent).to.contain('Save');
      expect(input(form, 'username').disabled).to.equal(true);
      expect(below(form, 'username')).to.contain('stays once it is set');
      form.querySelector<HTMLElement>('.texts .link')!.click();
      const step = () => deep(stage.element.renderRoot, 'ua-member-email')!.shadowRoot!;
      await waitUntil(() => step().querySelector('ua-dialog[open]') !== null, 'the step is open');
    });

    it('D22 takes a username where there is none yet', async () => {
      const stage = await inDirectory();
      const form = await openEdit(stage, 'Dan Off');
      type(form, { username: 'dan.off' });
      await submit(stage, form);
      await isClosed(form);
      expect(sent(stage, 'members.update')!['username']).to.equal('dan.off');
    });

    it('D4 D28 D30 D31 locks what the provider says of somebody, and leaves the flag', async () => {
      const stage = await inDirectory({
        viewer: { external: { authentication: true, authorization: true } },
      });
      const form = await openEdit(stage, 'Pia Provider');
      for (const name of fieldNames(form)) {
        expect(input(form, name).disabled, name).to.equal(true);
        expect(below(form, name)).to.contain('From your identity provider');
      }
      expect(
        [...form.querySelectorAll<HTMLInputElement>('[name=roles]')].every(({ disabled }) => disabled),
      ).to.equal(true);
      expect(form.querySelector('fieldset')!.textContent).to.contain('comes from your identity provider');
      const flag = form.querySelector<HTMLInputElement>('[name=active]')!;
      expect(flag.disabled).to.equal(false);
      flag.click();
      await submit(stage, form);
      await isClosed(form);
      const { memberId: _id, version: _version, ...changes } = sent(stage, 'members.update')!;
      expect(changes).to.deep.equal({ isActive: false });
    });

    it('D26 D35 D37 switches somebody off and on again by the flag and save', async () => {
      const stage = await inDirectory();
      const form = await openEdit(stage, 'Dan Off');
      const flag = form.querySelector<HTMLInputElement>('[name=active]')!;
      expect([flag.checked, flag.role]).to.deep.equal([false, 'switch']);
      flag.click();
      await submit(stage, form);
      await isClosed(form);
      expect(sent(stage, 'members.update')!['isActive']).to.equal(true);
    });

    it('says that one’s own role and status are for others to change, and lets the name be changed', async () => {
      const stage = await inPackages();
      const form = await openEdit(stage, ADMIN);
      expect(form.querySelector<HTMLInputElement>('[name=active]')!.disabled).to.equal(true);
      expect(form.textContent).to.contain('You cannot do this to yourself.');
      type(form, { name: 'Amara O.' });
      await submit(stage, form);
      await isClosed(form);
      expect(sent(stage, 'members.update')!['name']).to.equal('Amara O.');
    });

    it('shows what somebody else changed in the meantime, and keeps what was typed', async () => {
      const stage = await inPackages();
      const form = await openEdit(stage);
      stage.api.people = stage.api.people.map((one) =>
        one.name === UNA ? { ...one, roles: ['admin'], version: 2 } : one,
      );
      type(form, { name: 'Una Umbrella' });
      await submit(stage, form);
      await waitUntil(() => form.querySelector<HTMLInputElement>('input[value=admin]')?.checked === true);
      expect(form.textContent).to.contain('Somebody else changed this in the meantime');
      expect(input(form, 'name').value).to.equal('Una Umbrella');
      await submit(stage, form);
      await isClosed(form);
      const { memberId: _id, ...changes } = sent(stage, 'members.update')!;
      expect(changes).to.deep.equal({ version: 2, name: 'Una Umbrella' });
    });

    it('opens from the menu and from the card too', async () => {
      const stage = await inPackages();
      const items = await menuOf(stage, UNA);
      items.find((item) => item.textContent!.trim() === 'Edit')!.click();
      const form = await formIn(stage);
      form.querySelector<HTMLElement>('[slot=actions]')!.click();
      await isClosed(form);
      controlOf(stage, UNA, 'person').click();
      const card = await found(stage, 'ua-member-card');
      await waitUntil(() => card.shadowRoot!.querySelector('.deed') !== null);
      const edit = [...card.shadowRoot!.querySelectorAll<HTMLElement>('.deed')].find(
        ({ innerText }) => innerText === 'Edit',
      );
      edit!.click();
      await formIn(stage);
    });
  });

  for (const scheme of ['light', 'dark'] as const)
    for (const width of [340, 1200])
      it(`has no finding in ${scheme} at ${width} px, new and known`, async () => {
        const stage = await inDirectory({ scheme, width });
        const form = await openNew(stage);
        await submit(stage, form);
        await expect(stage.element).to.be.accessible();
        form.querySelector<HTMLElement>('[slot=actions]')!.click();
        await isClosed(form);
        const items = await menuOf(stage, UNA);
        items.find((item) => item.textContent!.trim() === 'Edit')!.click();
        await formIn(stage);
        await expect(stage.element).to.be.accessible();
      });
});
