// The whole element on a server in memory: views, attributes, sessions, states, and life on a stranger's page.
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from './testing/wait-until.ts';
import { sendKeys } from '@web/test-runner-commands';
import { collaborators } from '../shared/presets/collaborators.ts';
import { directory } from '../shared/presets/directory.ts';
import { tables } from '../shared/presets/tables.ts';
import { Failure } from './failure.ts';
import type { FailureCode } from './failure.ts';
import { safeLink } from './frame/links.ts';
import { register } from './register.ts';
import { someMembers, aMember, memberId } from './testing/builders.ts';
import { MemoryAudit } from './testing/memory-audit.ts';
import { MemoryUserAdminElement } from './testing/memory-element.ts';
import { aGate, aStage, anApi, deep, focused, found, listOf } from './testing/stage.ts';
import type { Stage } from './testing/stage.ts';
import { UserAdminElement } from './user-admin.ts';

const tabs = ({ element }: Stage) => [...element.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
const selected = (stage: Stage) =>
  tabs(stage)
    .find((tab) => tab.ariaSelected === 'true')
    ?.textContent?.trim();
const text = ({ element }: Stage) => element.renderRoot.querySelector('.frame')!.textContent!;
const failing = (code: FailureCode) => () => {
  throw new Failure(code);
};

describe('<user-admin>', () => {
  describe('views', () => {
    it('T6 shows the tabs that policy and rights give, the first one open', async () => {
      const stage = await aStage();
      await listOf(stage);
      expect(tabs(stage).map((tab) => tab.textContent!.trim())).to.deep.equal(['Users', 'Permissions']);
      expect(selected(stage)).to.equal('Users');
    });

    it('C1 C10 C12 gives a creator Collaborators and Audit but not Users, and an editor only the matrix', async () => {
      const creator = await aStage({ policy: collaborators, role: 'creator' });
      await found(creator, '[role=tab]');
      expect(tabs(creator).map((tab) => tab.textContent!.trim())).to.deep.equal([
        'Collaborators',
        'Permissions',
        'Audit',
      ]);
      const editor = await aStage({ policy: collaborators, role: 'editor' });
      await found(editor, '.panel');
      expect(tabs(editor)).to.have.length(0);
      expect(editor.api.count('members.list')).to.equal(0);
    });

    it('moves between tabs by arrow keys and tells the page', async () => {
      const stage = await aStage();
      await listOf(stage);
      tabs(stage)[0]!.focus();
      const told: string[] = [];
      stage.element.addEventListener('ua-view-changed', ({ view }) => told.push(view));
      await sendKeys({ press: 'ArrowRight' });
      await waitUntil(() => told.join() === 'permissions');
      expect(stage.element.getAttribute('view')).to.equal('permissions');
      await waitUntil(() => focused() === tabs(stage)[1], 'the focus is on the tab');
      await sendKeys({ press: 'Home' });
      await waitUntil(() => selected(stage) === 'Users');
    });

    it('falls back to the first permitted view, says so, and leaves the attribute alone', async () => {
      const stage = await aStage({ attributes: { view: 'nonsense' } });
      await listOf(stage);
      expect(selected(stage)).to.equal('Users');
      expect(text(stage)).to.contain('nonsense');
      expect(stage.element.getAttribute('view')).to.equal('nonsense');
    });

    it('begins anew where an attribute is taken away, or a framework has nothing to say', async () => {
      const stage = await aStage({ attributes: { view: 'permissions', filter: 'role=staff', person: 'x' } });
      await waitUntil(() => selected(stage) === 'Permissions');
      for (const name of ['view', 'filter', 'person']) stage.element.removeAttribute(name);
      Object.assign(stage.element, { links: undefined, words: null, theme: null, density: undefined });
      await listOf(stage);
      expect(selected(stage)).to.equal('Users');
      expect(text(stage)).to.not.match(/null|undefined/);
      const { view, filter, person, theme, density, links, words } = stage.element;
      expect([view, filter, person, theme, density]).to.deep.equal(['', '', '', '', '']);
      expect([links, words]).to.deep.equal([{}, {}]);
    });

    it('T3 takes view and filter from attributes, and follows them when the page changes them', async () => {
      const stage = await aStage({ attributes: { view: 'users', filter: 'role=staff' } });
      await listOf(stage);
      const asked = () =>
        stage.api.calls.filter(({ name }) => name === 'members.list').at(-1)!.input as {
          filter: { roles?: string[] };
        };
      expect(asked().filter.roles).to.deep.equal(['staff']);
      stage.element.setAttribute('filter', 'role=admin');
      await waitUntil(() => asked().filter.roles?.[0] === 'admin');
    });

    it('leaves the person behind with the view that they were pointed out in', async () => {
      const stage = await aStage({
        policy: directory,
        role: 'administrator',
        attributes: { view: 'audit', person: memberId(3) },
        prepare: (api) => new MemoryAudit(api),
      });
      await found(stage, 'ua-audit-view');
      expect(stage.element.selectView('users')).to.equal(true);
      expect(stage.element.person).to.equal('');
    });

    it('refuses to select what is not permitted', async () => {
      const stage = await aStage({ policy: collaborators, role: 'creator' });
      await found(stage, '[role=tab]');
      expect(stage.element.selectView('users')).to.equal(false);
      expect(stage.element.selectView('permissions')).to.equal(true);
    });

    it('T7 opens the place where people are invited', async () => {
      const stage = await aStage({ attributes: { view: 'permissions' } });
      await found(stage, '[role=tab]');
      await stage.element.openInvite();
      expect(selected(stage)).to.equal('Users');
      await waitUntil(
        () =>
          focused()?.closest('ua-invite-card') !== null ||
          (focused()?.getRootNode() as ShadowRoot).host?.tagName.startsWith('UA-'),
      );
    });
  });

  describe('beside the tabs', () => {
    const side = (stage: Stage, name: string) =>
      stage.element.renderRoot.querySelector<HTMLElement>(`#side-${name}`);

    it('T6 P57 offers the own account to whoever signs in here, and keeps exactly two tabs', async () => {
      const stage = await aStage({ viewer: { isSignedIn: true } });
      await listOf(stage);
      expect(tabs(stage).map((tab) => tab.textContent!.trim())).to.deep.equal(['Users', 'Permissions']);
      expect(side(stage, 'account')!.querySelector('.visually-hidden')!.textContent).to.equal('Your account');
      const told: string[] = [];
      stage.element.addEventListener('ua-view-changed', ({ view }) => told.push(view));
      side(stage, 'account')!.click();
      await found(stage, 'ua-account-view');
      await waitUntil(() => told.join() === 'account');
      expect(side(stage, 'account')!.getAttribute('aria-current')).to.equal('page');
      expect(stage.element.getAttribute('view')).to.equal('account');
      expect(selected(stage)).to.equal(undefined);
      tabs(stage)[0]!.click();
      await listOf(stage);
      expect(side(stage, 'account')!.hasAttribute('aria-current')).to.equal(false);
    });

    it('offers no account under a host\u2019s token, and takes the view all the same', async () => {
      const stage = await aStage();
      await listOf(stage);
      expect(side(stage, 'account')).to.equal(null);
      expect(stage.element.selectView('account')).to.equal(true);
      await found(stage, 'ua-account-view');
    });

    it('shows the only tab as the way back from the account', async () => {
      const stage = await aStage({
        policy: collaborators,
        role: 'editor',
        viewer: { isSignedIn: true },
        attributes: { view: 'account' },
      });
      await found(stage, 'ua-account-view');
      expect(tabs(stage).map((tab) => tab.textContent!.trim())).to.deep.equal(['Permissions']);
      tabs(stage)[0]!.click();
      await found(stage, 'ua-permissions-view');
      expect(tabs(stage)).to.have.length(0);
    });

    it('lets somebody who may see nothing of the workspace look after their account', async () => {
      const stage = await aStage({ role: 'staff', viewer: { isSignedIn: true } });
      await found(stage, 'ua-empty-state[heading="You do not have access to this"]');
      side(stage, 'account')!.click();
      await found(stage, 'ua-account-view');
    });

    it('P37 shows nothing but the new password to somebody who has to choose one', async () => {
      const stage = await aStage({ viewer: { isSignedIn: true, mustChangePassword: true } });
      await found(stage, 'ua-account-view');
      expect([tabs(stage).length, side(stage, 'account')]).to.deep.equal([0, null]);
      expect(stage.element.selectView('users')).to.equal(false);
    });
  });

  describe('sessions', () => {
    it('SEC_W10 shows nothing of the old viewer when the token changes while people are loading', async () => {
      const gate = aGate();
      const stage = await aStage({
        members: [aMember(0, { roles: ['owner'], name: 'Old Person' })],
        before: ({ name }) => (name === 'members.list' ? gate.opened : undefined),
      });
      await waitUntil(() => stage.api.count('members.list') === 1);
      stage.element.api = anApi({ members: [aMember(0, { roles: ['owner'], name: 'New Person' })] });
      stage.element.token = 'another';
      gate.open();
      await waitUntil(() => deep(stage.element.renderRoot, '.full-name')?.textContent === 'New Person');
      await aTimeout(0);
      expect(deep(stage.element.renderRoot, '.full-name')!.textContent).to.equal('New Person');
    });

    it('SEC_W10 takes what was shown away at once', async () => {
      const stage = await aStage();
      await listOf(stage);
      stage.element.api = anApi({ before: () => new Promise(() => {}) });
      stage.element.workspace = 'another-1';
      await stage.element.updateComplete;
      expect(deep(stage.element.renderRoot, '.row')).to.equal(null);
    });

    it('SEC_W04 keeps the token out of attributes, storage and markup', async () => {
      const stage = await aStage();
      stage.element.token = 'secret-token';
      await listOf(stage);
      expect(stage.element.outerHTML).not.to.contain('secret-token');
      expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.contain('secret-token');
    });

    it('SEC_W11 tells the page nothing of a change that was answered after the session ended', async () => {
      const stage = await aStage();
      await listOf(stage);
      const facts: string[] = [];
      stage.element.addEventListener('ua-member-role-changed', () => facts.push('told'));
      const gate = aGate();
      stage.api.before = ({ name }) => (name === 'members.changeRole' ? gate.opened : undefined);
      const select = deep<HTMLSelectElement>(stage.element.renderRoot, 'select[data-control=role]')!;
      select.value = [...select.options].find((option) => !option.selected && !option.disabled)!.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await waitUntil(() => stage.api.count('members.changeRole') === 1);
      stage.element.token = 'another';
      gate.open();
      await listOf(stage);
      expect(facts).to.deep.equal([]);
    });
  });

  describe('states', () => {
    it('says that it is loading', async () => {
      const stage = await aStage({ before: () => new Promise(() => {}) });
      expect(stage.element.renderRoot.querySelector('[aria-busy=true] [role=status]')!.textContent).to.equal(
        'Loading',
      );
      await expect(stage.element).to.be.accessible();
    });

    it('shows a failure in words, tells the page its code, and tries again', async () => {
      const codes: string[] = [];
      document.addEventListener('ua-error', ({ code }) => codes.push(code), { once: true });
      const stage = await aStage({ before: failing('internal') });
      const empty = await found(stage, 'ua-empty-state');
      expect(empty.textContent).to.contain('Something went wrong on our side');
      expect(codes).to.deep.equal(['internal']);
      await expect(stage.element).to.be.accessible();
      stage.api.before = () => {};
      empty.querySelector('button')!.click();
      await listOf(stage);
    });

    it('T4 T5 tells the page when the viewer may see nothing, so that it can take them elsewhere', async () => {
      const told: string[] = [];
      const hear = (event: Event & { readonly code?: string }) => told.push(event.code!);
      document.addEventListener('ua-forbidden', hear);
      const stage = await aStage({ role: 'staff' });
      await found(stage, 'ua-empty-state[heading="You do not have access to this"]');
      await waitUntil(() => told.length === 1);
      await expect(stage.element).to.be.accessible();
      await aStage({ before: failing('actor_deactivated') });
      await waitUntil(() => told.length === 2);
      document.removeEventListener('ua-forbidden', hear);
      expect(told).to.deep.equal(['not_granted', 'actor_deactivated']);
    });

    it('shows the way to sign in to whoever is not, and comes back here', async () => {
      const attributes = { endpoint: '/people/', workspace: 'workspace-1' };
      const stage = await aStage({ before: failing('not_signed_in'), attributes });
      const empty = await found(stage, 'ua-empty-state[heading="Sign in to continue."]');
      const { pathname, searchParams } = new URL(empty.querySelector('a')!.href);
      expect(pathname).to.equal('/people/sign-in');
      expect([searchParams.get('to'), searchParams.get('workspace')]).to.deep.equal([
        location.href,
        'workspace-1',
      ]);
      await expect(stage.element).to.be.accessible();
    });

    it('tells the page once that the viewer is shut out, however many answers say so', async () => {
      const stage = await aStage();
      await listOf(stage);
      const told: string[] = [];
      stage.element.addEventListener('ua-forbidden', ({ code }) => told.push(code));
      stage.api.before = failing('not_a_member');
      stage.element.refresh();
      await found(stage, 'ua-empty-state[heading="You do not have access to this"]');
      await aTimeout(0);
      expect(told).to.deep.equal(['not_a_member']);
    });

    it('goes by the newest answer to who is looking, whichever comes last', async () => {
      const stage = await aStage();
      await listOf(stage);
      const [older, newer] = [aGate(), aGate()];
      const gates = [older, newer];
      stage.api.before = ({ name }) => (name === 'viewer' ? gates.shift()?.opened : undefined);
      const { viewerNow } = stage.api;
      const say = (name: string) =>
        (stage.api.viewerNow = { ...viewerNow, workspace: { ...viewerNow.workspace, name } });
      const said = () => deep(stage.element.renderRoot, 'ua-leave-workspace')!.shadowRoot!.textContent;
      stage.element.refresh();
      stage.element.refresh();
      say('of now');
      newer.open();
      await waitUntil(() => said().includes('Leave of now'));
      const seen: string[] = [];
      const { shadowRoot } = deep(stage.element.renderRoot, 'ua-leave-workspace')!;
      new MutationObserver(() => seen.push(said())).observe(shadowRoot!, {
        subtree: true,
        characterData: true,
      });
      say('of the past');
      older.open();
      await aTimeout(0);
      say('of later');
      stage.element.refresh();
      await waitUntil(() => said().includes('Leave of later'));
      expect(seen.filter((text) => text.includes('of the past'))).to.deep.equal([]);
    });

    it('shuts out at once whoever is deactivated while looking', async () => {
      const stage = await aStage();
      await listOf(stage);
      stage.api.before = failing('actor_deactivated');
      stage.element.refresh();
      await found(stage, 'ua-empty-state[icon=lock][heading="You do not have access to this"]');
      expect(deep(stage.element.renderRoot, '.row')).to.equal(null);
    });

    it('says that it is offline and what may be out of date', async () => {
      const stage = await aStage({ before: failing('offline') });
      await found(stage, 'ua-empty-state[heading="No connection"]');
      await expect(stage.element).to.be.accessible();
    });

    it('says what is missing where the page gave no endpoint', async () => {
      register({ 'user-admin': UserAdminElement });
      for (const endpoint of ['', undefined]) {
        const element = await fixture<UserAdminElement>(
          html`<user-admin .endpoint=${endpoint!}></user-admin>`,
        );
        expect(element.renderRoot.querySelector('.banner')!.textContent).to.contain('endpoint is missing');
      }
    });
  });

  describe('on a stranger\u2019s page', () => {
    it('asks for nothing while it has no endpoint and once it was taken away, whatever the page calls', async () => {
      register({ 'user-admin': UserAdminElement });
      const element = await fixture<UserAdminElement>(html`<user-admin></user-admin>`);
      const asked = performance.getEntriesByType('resource').length;
      element.refresh();
      await aTimeout(0);
      expect(element.renderRoot.querySelector('.banner')!.textContent).to.contain('endpoint is missing');
      expect(performance.getEntriesByType('resource').length).to.equal(asked);
      const stage = await aStage();
      await listOf(stage);
      stage.element.remove();
      await aTimeout(0);
      const calls = stage.api.calls.length;
      stage.element.refresh();
      expect(stage.api.calls.length).to.equal(calls);
    });

    it('honours properties that were set before it was defined', async () => {
      const early = document.createElement('early-user-admin') as MemoryUserAdminElement;
      Object.assign(early, { api: anApi(), view: 'permissions' });
      document.body.append(early);
      register({ 'early-user-admin': class extends MemoryUserAdminElement {} });
      await waitUntil(() => early.getAttribute('view') === 'permissions');
      expect(Object.hasOwn(early, 'view')).to.equal(false);
      early.remove();
    });

    it('SEC_W09 keeps what it shows when it is moved, and starts anew when it comes back later', async () => {
      const stage = await aStage();
      await listOf(stage);
      const viewers = () => stage.api.count('viewer');
      const before = viewers();
      const elsewhere = document.createElement('section');
      document.body.append(elsewhere);
      elsewhere.append(stage.element);
      await aTimeout(0);
      expect(viewers()).to.equal(before);
      expect(deep(stage.element.renderRoot, '.full-name')).not.to.equal(null);
      stage.element.remove();
      await aTimeout(0);
      elsewhere.append(stage.element);
      await listOf(stage);
      expect(viewers()).to.equal(before + 1);
      elsewhere.remove();
    });

    it('SEC_W09 does not hear what another copy does', async () => {
      const one = await aStage();
      const two = await aStage({ members: someMembers(3, tables, ['owner']) });
      await listOf(one);
      await listOf(two);
      const leaked: string[] = [];
      const hear = (event: Event) => leaked.push(event.type);
      for (const type of ['ua-change-role', 'ua-list-members', 'ua-notify', 'ua-filter-members'])
        document.addEventListener(type, hear);
      const facts: Event[] = [];
      two.element.addEventListener('ua-member-role-changed', (event) => facts.push(event));
      const select = deep<HTMLSelectElement>(one.element.renderRoot, 'select[data-control=role]')!;
      select.value = [...select.options].find((option) => !option.selected && !option.disabled)!.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await waitUntil(() => one.api.count('members.changeRole') === 1);
      await aTimeout(0);
      expect(two.api.count('members.changeRole')).to.equal(0);
      expect([...leaked, ...facts]).to.deep.equal([]);
    });

    it('registers nothing twice', () => {
      const { constructor } = document.createElement('ua-member-list');
      register({ 'ua-member-list': class extends HTMLElement {} });
      expect(document.createElement('ua-member-list').constructor).to.equal(constructor);
    });

    it('SEC_W02 links only to https and to itself', async () => {
      const stage = await aStage();
      stage.element.links = { roles: 'javascript:alert(1)', support: 'https://example.org/help' };
      await listOf(stage);
      expect([...stage.element.renderRoot.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
        'https://example.org/help',
      ]);
    });

    it('leads where every link of the page leads that has a base', async () => {
      const base = document.createElement('base');
      base.href = '/product/';
      document.head.append(base);
      try {
        expect(safeLink('help')).to.equal(`${location.origin}/product/help`);
      } finally {
        base.remove();
      }
    });
  });
});
