// The list of people inside <user-admin>, on a server in memory with the real decisions.
import { expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { sendKeys } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { Failure } from '../failure.ts';
import { aMember, someMembers } from '../testing/builders.ts';
import {
  aGate,
  aStage,
  announced,
  choose,
  controlOf,
  deep,
  focused,
  found,
  gridOf,
  rowOf,
  settled,
} from '../testing/stage.ts';
import { OWNER, people, aList, names, optionsOf, dialogOf, deedsOf, confirm } from '../testing/list-stage.ts';

describe('<ua-member-list>', () => {
  describe('renders', () => {
    it('T15 T24 shows name, e-mail, role, status and last sign-in of each person', async () => {
      const stage = await aList();
      expect(names(stage)).to.deep.equal([OWNER, 'Ben Admin', 'Cleo Staff', 'Dan Off', 'Eve Never']);
      const row = rowOf(stage, 'Dan Off');
      expect(row.dataset['status']).to.equal('deactivated');
      expect(row.querySelector('.status')!.textContent!.trim()).to.equal('Deactivated');
      expect(row.querySelector('.email')!.textContent!.trim()).to.equal('dan@example.org');
      expect(rowOf(stage, 'Eve Never').querySelector('.lastSignIn')!.textContent!.trim()).to.equal('Never');
      expect(rowOf(stage, 'Ben Admin').querySelector('time')!.dateTime).to.match(/^\d{4}-/);
    });

    it('SEC_W01 shows hostile names as text', async () => {
      const hostile = '<img src=x onerror="window.__xss=1">';
      const stage = await aList({
        members: [aMember(0, { roles: ['owner'] }), aMember(1, { name: hostile })],
      });
      expect(names(stage)).to.include(hostile);
      expect(Reflect.get(window, '__xss')).to.equal(undefined);
    });

    it('follows the policy: without deactivation there is no status to filter by and nothing to deactivate', async () => {
      const stage = await aList({
        policy: collaborators,
        members: someMembers(5, collaborators, ['owner']),
        attributes: { view: 'users' },
      });
      expect(deep(stage.element.renderRoot, 'select[aria-label="Status"]')).to.equal(null);
      const items = await deedsOf(
        stage,
        names(stage).find((name) => name !== OWNER)!,
      );
      expect(items.map((item) => item.textContent!.trim())).to.deep.equal(['Remove', 'Offboard']);
    });
  });

  describe('decisions', () => {
    it('T16 T18 T27 offers an admin only what is below, and says why for the rest', async () => {
      const members = people().map((member) =>
        member.id === aMember(0).id ? { ...member, roles: ['admin'] } : member,
      );
      const stage = await aList({
        role: 'admin',
        members: [...members, aMember(5, { name: 'Owen Owner', roles: ['owner'] })],
      });
      expect(optionsOf(controlOf<HTMLSelectElement>(stage, 'Cleo Staff', 'role'))).to.deep.equal([
        'owner off',
        'admin off',
        'staff',
        'member',
      ]);
      const option = controlOf<HTMLSelectElement>(stage, 'Cleo Staff', 'role').options[0]!;
      expect(option.textContent).to.contain('This role is not yours to give.');
      const self = controlOf(stage, OWNER, 'role');
      expect(self.getAttribute('aria-disabled')).to.equal('true');
      expect(self.getAttribute('aria-description')).to.equal('You cannot do this to yourself.');
      expect(controlOf(stage, 'Owen Owner', 'role').getAttribute('aria-description')).to.contain(
        'not yours to manage',
      );
    });

    it('T26 lets nobody deactivate themselves, and says why in the menu', async () => {
      const stage = await aList();
      const [item] = await deedsOf(stage, OWNER);
      expect(item!.getAttribute('aria-disabled')).to.equal('true');
      expect(item!.getAttribute('aria-description')).to.equal('You cannot do this to yourself.');
      item!.click();
      expect(deep(stage.element.renderRoot, 'dialog[open]')).to.equal(null);
    });

    it('is read-only in an archived workspace: no selection, every role fixed with the reason', async () => {
      const { workspace } = (await aList()).api.viewerNow;
      const stage = await aList({ viewer: { workspace: { ...workspace, isArchived: true } } });
      expect(deep(stage.element.renderRoot, '[data-control=select]')).to.equal(null);
      expect(controlOf(stage, 'Cleo Staff', 'role').getAttribute('aria-description')).to.contain('archived');
    });
  });

  describe('changes', () => {
    it('T15 C7 changes a role from the row, tells the page, announces it and offers to undo', async () => {
      const stage = await aList();
      const facts: Event[] = [];
      stage.element.addEventListener('ua-member-role-changed', (event) => facts.push(event));
      choose(controlOf(stage, 'Cleo Staff', 'role'), 'admin');
      await waitUntil(() => facts.length === 1);
      await settled(stage.element);
      expect(controlOf<HTMLSelectElement>(stage, 'Cleo Staff', 'role').value).to.equal('admin');
      await waitUntil(() => announced(stage).includes('Cleo Staff is now Admin.'));
      (await found(stage, '.notice .link')).click();
      await waitUntil(() => facts.length === 2);
      await settled(stage.element);
      expect(controlOf<HTMLSelectElement>(stage, 'Cleo Staff', 'role').value).to.equal('staff');
    });

    it('SEC_W05 tells the page who, but not the mail address', async () => {
      const stage = await aList();
      const told = new Promise<Event>((resolve) =>
        stage.element.addEventListener('ua-member-role-changed', resolve, { once: true }),
      );
      choose(controlOf(stage, 'Cleo Staff', 'role'), 'admin');
      expect(JSON.stringify({ ...(await told) })).not.to.contain('@');
    });

    it('shows the fresh value after a conflict, and says so', async () => {
      const stage = await aList();
      stage.api.people = stage.api.people.map((member) =>
        member.name === 'Cleo Staff' ? { ...member, roles: ['member'], version: 7 } : member,
      );
      choose(controlOf(stage, 'Cleo Staff', 'role'), 'admin');
      await waitUntil(() => announced(stage).includes('Somebody else changed this'));
      await settled(stage.element);
      expect(controlOf<HTMLSelectElement>(stage, 'Cleo Staff', 'role').value).to.equal('member');
    });

    it('puts the old role back when the change is refused', async () => {
      const stage = await aList();
      stage.api.before = ({ name }) => {
        if (name === 'members.changeRole') throw new Failure('busy');
      };
      choose(controlOf(stage, 'Cleo Staff', 'role'), 'admin');
      await waitUntil(() => announced(stage).includes('The server is busy'));
      await settled(stage.element);
      expect(controlOf<HTMLSelectElement>(stage, 'Cleo Staff', 'role').value).to.equal('staff');
    });

    it('T19 SEC_W12 asks before deactivating, by name, with the focus on Cancel; then dims the row and keeps it', async () => {
      const stage = await aList();
      (await deedsOf(stage, 'Cleo Staff'))[0]!.click();
      const dialog = await dialogOf(stage);
      expect(dialog.querySelector('h2')!.textContent).to.equal('Deactivate Cleo Staff?');
      expect(focused()!.textContent!.trim()).to.equal('Cancel');
      expect(stage.api.count('members.deactivate')).to.equal(0);
      await confirm(stage);
      await waitUntil(() => rowOf(stage, 'Cleo Staff').dataset['status'] === 'deactivated');
      await waitUntil(() => announced(stage).includes('Cleo Staff no longer has access'));
    });

    it('SEC_W11 has one effect when Deactivate is clicked twice', async () => {
      const stage = await aList();
      const gate = aGate();
      stage.api.before = ({ name }) => (name === 'members.deactivate' ? gate.opened : undefined);
      (await deedsOf(stage, 'Cleo Staff'))[0]!.click();
      await confirm(stage);
      await confirm(stage);
      gate.open();
      await waitUntil(() => rowOf(stage, 'Cleo Staff').dataset['status'] === 'deactivated');
      expect(stage.api.count('members.deactivate')).to.equal(1);
    });

    it('keeps the question open with the reason when it fails', async () => {
      const stage = await aList();
      stage.api.before = ({ name }) => {
        if (name === 'members.deactivate') throw new Failure('last_in_charge');
      };
      (await deedsOf(stage, 'Cleo Staff'))[0]!.click();
      await confirm(stage);
      const question = (await found(stage, 'ua-member-actions')).shadowRoot!.querySelector('ua-confirm')!;
      await waitUntil(() => question.shadowRoot!.querySelector('[role=alert]') !== null);
      expect(question.shadowRoot!.querySelector('[role=alert]')!.textContent).to.contain(
        'Somebody has to stay in charge',
      );
      expect(await dialogOf(stage)).to.be.an.instanceof(HTMLDialogElement);
    });

    it('T25 reactivates from the row and offers to undo', async () => {
      const stage = await aList();
      controlOf(stage, 'Dan Off', 'reactivate').click();
      await waitUntil(() => rowOf(stage, 'Dan Off').dataset['status'] === 'active');
      await settled(stage.element);
      await waitUntil(() => announced(stage).includes('Dan Off has access again.'));
      const undo = await found(stage, '.notice .link');
      expect([undo.textContent, undo.title]).to.deep.equal(['Undo', 'Takes access away again, at once.']);
      undo.click();
      await waitUntil(() => rowOf(stage, 'Dan Off').dataset['status'] === 'deactivated');
    });

    it('removes after a question, moves the focus to the next row, and lets the page prevent it', async () => {
      const members = someMembers(6, collaborators, ['owner']);
      const stage = await aList({ policy: collaborators, members, attributes: { view: 'users' } });
      const [, , third, fourth] = names(stage);
      const prevent = (event: Event) => event.preventDefault();
      stage.element.addEventListener('ua-before-member-remove', prevent);
      (await deedsOf(stage, third!))[0]!.click();
      await confirm(stage);
      const alert = await found(stage, '.error[role=alert]');
      expect(alert.textContent).to.contain('This page did not let it happen.');
      expect(stage.api.count('members.remove')).to.equal(0);
      stage.element.removeEventListener('ua-before-member-remove', prevent);
      await confirm(stage);
      await waitUntil(() => !names(stage).includes(third!));
      await waitUntil(
        () => focused()?.closest('.row') === rowOf(stage, fourth!),
        'the next row has the focus',
      );
    });
  });

  describe('leaving', () => {
    it('lets the viewer leave after a question, and tells the page', async () => {
      const members = [
        ...people().slice(1),
        aMember(0, { roles: ['owner'] }),
        aMember(9, { name: 'Second Owner', roles: ['owner'] }),
      ];
      const stage = await aList({ members });
      (await found(stage, 'ua-leave-workspace')).shadowRoot!.querySelector<HTMLElement>('.link')!.click();
      const dialog = await dialogOf(stage);
      expect(dialog.querySelector('h2')!.textContent).to.equal('Leave Northwind?');
      expect(focused()!.textContent!.trim()).to.equal('Cancel');
      const left = new Promise((resolve) =>
        stage.element.addEventListener('ua-workspace-left', resolve, { once: true }),
      );
      await confirm(stage);
      await left;
      expect(stage.api.people.map(({ name }) => name)).not.to.include(OWNER);
    });

    it('asks anew without the reason why it could not be done before', async () => {
      const stage = await aList({
        viewer: { inCharge: 2 },
        before: ({ name }) => {
          if (name === 'members.leave') throw new Failure('busy');
        },
      });
      const { shadowRoot } = await found(stage, 'ua-leave-workspace');
      const press = () => shadowRoot!.querySelector<HTMLElement>('.link')!.click();
      const question = shadowRoot!.querySelector('ua-confirm')!;
      press();
      await confirm(stage);
      await waitUntil(() => question.failure !== '');
      const isClosed = oneEvent(question, 'close');
      question.shadowRoot!.querySelector<HTMLElement>('[autofocus]')!.click();
      await isClosed;
      press();
      await settled(stage.element);
      expect([question.open, question.failure]).to.deep.equal([true, '']);
    });

    it('says why the last owner cannot', async () => {
      const stage = await aList({ viewer: { inCharge: 1 } });
      const link = (await found(stage, 'ua-leave-workspace')).shadowRoot!.querySelector('.link')!;
      expect(link.getAttribute('aria-description')).to.contain('Somebody has to stay in charge');
    });
  });

  describe('narrowing', () => {
    it('searches while one types, asks once for the last word, and announces how many match', async () => {
      const stage = await aList();
      const search = await found<HTMLInputElement>(stage, 'input[type=search]');
      const before = stage.api.count('members.list');
      search.focus();
      await sendKeys({ type: 'cleo' });
      await waitUntil(() => names(stage).length === 1);
      expect(stage.api.count('members.list')).to.equal(before + 1);
      expect(stage.element.getAttribute('filter')).to.equal('search=cleo');
      await waitUntil(() => announced(stage).includes('1 person matches'));
    });

    it('filters by role and status, sorts by a column with aria-sort, and tells the page', async () => {
      const stage = await aList();
      const told: string[] = [];
      stage.element.addEventListener('ua-view-changed', ({ filter }) => told.push(filter));
      choose(await found(stage, 'select[aria-label="Role"]'), 'member');
      await waitUntil(() => names(stage).join() === 'Dan Off,Eve Never');
      choose(await found(stage, 'select[aria-label="Status"]'), 'deactivated');
      await waitUntil(() => names(stage).join() === 'Dan Off');
      (await found(stage, '[role=columnheader].email .sort')).click();
      await waitUntil(() => told.length === 3);
      expect(told.at(-1)).to.equal('role=member&status=deactivated&sort=email');
      await settled(stage.element);
      expect((await found(stage, '[role=columnheader].email')).getAttribute('aria-sort')).to.equal(
        'ascending',
      );
    });

    it('says when nobody matches, and clears the filters', async () => {
      const stage = await aStage({ members: people(), attributes: { filter: 'search=zzz' } });
      const empty = await found(stage, 'ua-empty-state[heading="Nobody matches"]');
      empty.querySelector<HTMLElement>('button')!.click();
      await waitUntil(() => names(stage).length === 5);
      expect(stage.element.filter).to.equal('');
    });
  });

  describe('keyboard', () => {
    it('moves between rows with the arrows, keeps the column, and reaches the last row with End', async () => {
      const stage = await aList();
      controlOf(stage, OWNER, 'menu').focus();
      await sendKeys({ press: 'ArrowDown' });
      await waitUntil(() => focused() === controlOf(stage, 'Ben Admin', 'menu'));
      await sendKeys({ press: 'End' });
      await waitUntil(() => focused() === controlOf(stage, 'Eve Never', 'menu'));
      await sendKeys({ press: 'Home' });
      await waitUntil(() => focused() === controlOf(stage, OWNER, 'menu'));
    });

    it('opens the menu, moves in it, closes with Escape and gives the focus back', async () => {
      const stage = await aList();
      const menu = controlOf(stage, 'Cleo Staff', 'menu');
      menu.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => focused()?.getAttribute('role') === 'menuitem');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => focused() === menu);
    });

    it('has one row in the tab order, with all its controls', async () => {
      const stage = await aList();
      const grid = await gridOf(stage);
      const stops = [...grid.renderRoot.querySelectorAll('.body [tabindex="0"]')];
      expect(new Set(stops.map((stop) => stop.closest('.row'))).size).to.equal(1);
    });

    it('does not take keys that belong to the page', async () => {
      const stage = await aList();
      const keys: string[] = [];
      const hear = (event: KeyboardEvent) =>
        keys.push(`${event.key}${event.defaultPrevented ? ' taken' : ''}`);
      document.addEventListener('keydown', hear);
      controlOf(stage, OWNER, 'menu').focus();
      await sendKeys({ press: '/' });
      document.removeEventListener('keydown', hear);
      expect(keys).to.deep.equal(['/']);
    });
  });
});
