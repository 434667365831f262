// The page of one person in a whole <user-admin>: its address, what it shows, the ways in and out, and what can be done on it.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import type { Finding } from '../../shared/members/diagnosis.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import { Failure } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { NOW, aMember, memberId } from '../testing/builders.ts';
import { MemoryAudit, anEntry } from '../testing/memory-audit.ts';
import { MemoryDiagnosis } from '../testing/memory-diagnosis.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aStage, announced, deep, focused, found, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const PERSON = 'Cleo Staff';

/** A stage that begins on the page of a person under `packages`. */
async function aPage(setting: Setting = {}, findings: readonly Finding[] = []): Promise<Stage> {
  const policy = setting.policy ?? packages;
  const top = policy.roles[0]!.key;
  const low = policy.roles.at(-1)!.key;
  return aStage({
    policy,
    role: top,
    members: [
      aMember(0, { roles: [top] }),
      aMember(1, { roles: [top], name: 'Other Admin' }),
      aMember(2, { roles: [low], name: PERSON, email: 'cleo@example.org' }),
      aMember(3, { roles: [low], name: 'Dan Off', status: 'deactivated' }),
    ],
    attributes: { view: 'member', person: memberId(2) },
    ...setting,
    prepare: (api) => {
      new MemoryDiagnosis(api).findings = findings;
      new MemoryAudit(api, [
        anEntry(9, {
          at: NOW,
          target: { kind: 'member', id: memberId(2), name: PERSON },
          before: { roles: [top] },
          after: { roles: [low] },
          note: 'Another job',
        }),
        anEntry(8, { at: NOW, target: { kind: 'member', id: memberId(1), name: 'Other Admin' } }),
      ]);
      setting.prepare?.(api);
    },
  });
}

/** The inside of the page, once the person is drawn. */
async function pageOf(stage: Stage): Promise<ShadowRoot> {
  const root = (await found(stage, 'ua-member-page')).shadowRoot!;
  await waitUntil(() => root.querySelector('h2') !== null, 'the page is drawn');
  await waitUntil(() => deep(root, '.figures') !== null, 'the activity is drawn');
  await settled(stage.element);
  return root;
}

const textOf = (root: ParentNode & Node) => root.textContent!.replace(/\s+/g, ' ');
const button = (root: ParentNode, name: string) =>
  [...root.querySelectorAll<HTMLElement>('button')].find(
    (one) => (one.ariaLabel ?? one.textContent!).trim() === name,
  )!;

describe('<ua-member-page>', () => {
  beforeEach(() => setViewport({ width: 1280, height: 1000 }));

  it('T3 W12 W31 opens by its address with data, roles, sign-ins, sessions, access and what was done to the person', async () => {
    const stage = await aPage();
    const page = await pageOf(stage);
    expect(page.querySelector('h2')!.textContent).to.equal(PERSON);
    expect(textOf(page.querySelector('dl')!))
      .to.contain('cleo@example.org')
      .and.to.contain('Joined');
    expect(deep(page, 'ua-member-places')!.shadowRoot!.textContent).to.contain('User');
    for (const part of ['ua-member-resources', 'ua-session-list', '.figures'])
      expect(deep(page, part), part).to.exist;
    await waitUntil(() => deep(page, '.entry') !== null);
    const trail = deep(page, 'ua-member-trail')!.shadowRoot!;
    expect(textOf(trail)).to.contain(`changed the role of ${PERSON}`).and.to.contain('Another job');
    expect(textOf(trail)).not.to.contain('Other Admin');
    await expect(stage.element).to.be.accessible();
  });

  it('W15 leads to the whole trail about the person, and leaves it out for who may not read it', async () => {
    const stage = await aPage();
    const page = await pageOf(stage);
    await waitUntil(() => deep(page, '.entry') !== null);
    button(deep(page, 'ua-member-trail')!.shadowRoot!, 'Open in the trail').click();
    await waitUntil(() => stage.element.view === 'audit');
    expect(stage.element.person).to.equal(memberId(2));
    const other = await aPage({ policy: directory, role: 'user-administrator' });
    expect((await pageOf(other)).querySelector('ua-member-trail')).to.equal(null);
    expect(other.api.count('audit.list')).to.equal(0);
  });

  it('D38 D39 D40 D41 D42 shows Recent Activity on the page', async () => {
    const page = await pageOf(await aPage());
    expect(textOf(deep(page, '.figures')!)).to.match(
      /Last sign-in.*Last 7 days 4.*Last 30 days 17.*Last 365 days 1,204/,
    );
  });

  it('D32 resets the password on the page, twice in a row if need be', async () => {
    const stage = await aPage();
    const page = await pageOf(stage);
    const dialog = () => deep(page, 'ua-member-password')!.shadowRoot!.querySelector('ua-dialog')!;
    for (const _time of [1, 2]) {
      button(page.querySelector('.who')!, 'Reset password').click();
      await waitUntil(() => dialog().open);
      dialog().dispatchEvent(new Event('close'));
      await waitUntil(() => !dialog().open);
    }
  });

  it('says so, and offers the way back, where the person is not here', async () => {
    const stage = await aPage({ attributes: { view: 'member', person: memberId(77) } });
    const empty = await found(stage, 'ua-empty-state');
    expect(empty.getAttribute('heading')).to.equal('This person is not here');
    const page = deep(stage.element.renderRoot, 'ua-member-page')!.shadowRoot!;
    button(page, 'People').click();
    await waitUntil(() => stage.element.view === '');
    expect(stage.element.person).to.equal('');
  });

  it('says the same of what is no id of anybody, and shows what else went wrong on a card', async () => {
    let code: FailureCode = 'input_invalid';
    const stage = await aPage({
      attributes: { view: 'member', person: '../nobody' },
      before: ({ name }) => {
        if (name === 'members.get') throw new Failure(code);
      },
    });
    const empty = await found(stage, 'ua-empty-state');
    expect(empty.getAttribute('heading')).to.equal('This person is not here');
    code = 'internal';
    stage.element.person = memberId(2);
    expect((await found(stage, '.card > [role=alert]')).textContent).to.contain('This could not be loaded');
  });

  it('is reached from the card of the list, tells the page so, takes the focus, and goes back', async () => {
    const stage = await aPage({ attributes: { view: 'users', person: memberId(2) } });
    const views: string[] = [];
    stage.element.addEventListener('ua-view-changed', ({ view, person }) => views.push(`${view} ${person}`));
    const card = (await found(stage, 'ua-member-card')).shadowRoot!;
    await waitUntil(() => button(card, 'Open page') !== undefined);
    button(card, 'Open page').click();
    const page = await pageOf(stage);
    expect(views.at(-1)).to.equal(`member ${memberId(2)}`);
    await waitUntil(() => focused() === page.querySelector('h2'));
    button(page, 'People').click();
    await waitUntil(() => deep(stage.element.renderRoot, 'ua-users-view') !== null);
    expect(views.at(-1)).to.equal('users ');
    expect(deep(stage.element.renderRoot, 'dialog[open]')).to.equal(null);
  });

  it('leaves nobody pointed out when another tab is chosen', async () => {
    const stage = await aPage();
    await pageOf(stage);
    stage.element.selectView('users');
    await found(stage, 'ua-users-view');
    expect(stage.element.person).to.equal('');
  });

  it('W36 P25 switches the person off through the menu, which repeats no button of the page, and the page follows', async () => {
    const stage = await aPage();
    const page = await pageOf(stage);
    button(page, `More for ${PERSON}`).click();
    const menu = await found(stage, '.menu:popover-open');
    const items = [...menu.querySelectorAll<HTMLElement>('.item')];
    for (const own of ['Show activity', 'Reset password', 'Edit'])
      expect(items.map((item) => item.textContent!.trim())).not.to.include(own);
    items.find((item) => item.textContent!.trim() === 'Deactivate')!.click();
    await waitUntil(() => textOf(page.querySelector('.who')!).includes('Inactive'));
    expect(stage.api.people[2]!.status).to.equal('deactivated');
  });

  it('D30 D4 says of whom the fields are, and shows those of the policy', async () => {
    const stage = await aPage({
      policy: directory,
      members: [
        aMember(0, { roles: ['administrator'] }),
        aMember(2, { name: PERSON, source: 'provider', roles: ['employee'], username: 'cleo' }),
      ],
    });
    const facts = textOf((await pageOf(stage)).querySelector('dl')!);
    for (const word of [
      'Username cleo',
      'First name Cleo',
      'Department Not given',
      'From the identity provider',
    ])
      expect(facts).to.contain(word);
  });

  it('P56 P57 T14 leads to what roles may do, and on one’s own page to what is one’s own', async () => {
    const stage = await aPage({
      viewer: { isSignedIn: true },
      attributes: { view: 'member', person: memberId(0) },
    });
    stage.element.links = { roles: 'https://docs.example/roles' };
    const page = await pageOf(stage);
    deep<LitElement>(stage.element.renderRoot, 'ua-member-page')!.requestUpdate();
    await settled(stage.element);
    expect(page.querySelector<HTMLAnchorElement>('section a')!.href).to.equal('https://docs.example/roles');
    button(page, 'Your account').click();
    await waitUntil(() => stage.element.view === 'account');
    expect(stage.element.person).to.equal('');
    const other = await pageOf(await aPage({ viewer: { isSignedIn: true } }));
    expect(button(other, 'Your account')).to.equal(undefined);
    expect(other.querySelector('section a')).to.equal(null);
  });

  it('is for who may see people: others are told that they may not', async () => {
    const stage = await aPage({ role: 'user' });
    await waitUntil(() => stage.element.renderRoot.textContent!.length > 0);
    await settled(stage.element);
    expect(deep(stage.element.renderRoot, 'ua-member-page')).to.equal(null);
    expect(stage.api.count('members.get')).to.equal(0);
  });

  it('fits 360 pixels, with everything in one column', async () => {
    await setViewport({ width: 360, height: 900 });
    const stage = await aPage({ width: 360, policy: workspaces });
    const page = await pageOf(stage);
    const { columns } = { columns: getComputedStyle(page.querySelector('.columns')!).gridTemplateColumns };
    expect(columns.split(' ')).to.have.length(1);
    expect(stage.element.scrollWidth).to.be.at.most(360);
    await expect(stage.element).to.be.accessible();
  });

  describe('checking the person', () => {
    it('P43 looks only when asked, says how many problems there are, and does what helps in place', async () => {
      const stage = await aPage({ attributes: { view: 'member', person: memberId(3) } });
      const page = await pageOf(stage);
      expect(stage.api.count('members.diagnose')).to.equal(0);
      const check = button(page, 'Check this person');
      check.focus();
      check.click();
      const diagnosis = (await found(stage, 'ua-diagnosis')).shadowRoot!;
      await waitUntil(() => diagnosis.querySelector('.sum') !== null);
      expect(focused()).to.equal(page.querySelector('#check'), 'the focus stays above what was found');
      expect(textOf(diagnosis)).to.contain('1 problem found').and.to.contain('The account is not active');
      await expect(stage.element).to.be.accessible();
      button(diagnosis, 'Reactivate').click();
      await waitUntil(() => textOf(diagnosis).includes('No problem found'));
      await waitUntil(() => announced(stage).includes('Dan Off has access again.'));
      await waitUntil(() => textOf(page.querySelector('.who')!).includes('Active'));
    });

    it('P47 P49 P50 leads to the place where packages are assigned', async () => {
      const stage = await aPage({}, [
        { code: 'reaches_assigned', facts: { kind: 'package', count: 1, total: 4 } },
        { code: 'made_after', facts: { kind: 'package', count: 1 } },
      ]);
      const page = await pageOf(stage);
      button(page, 'Check this person').click();
      const diagnosis = (await found(stage, 'ua-diagnosis')).shadowRoot!;
      await waitUntil(() => diagnosis.querySelector('[data-code=made_after]') !== null);
      expect(textOf(diagnosis))
        .to.contain('1 package came after')
        .and.to.contain('not included automatically');
      expect(textOf(diagnosis)).to.contain('They reach 1 of 4 packages');
      button(diagnosis.querySelector('[data-code=made_after]')!, 'Assign packages').click();
      await waitUntil(() => (focused()?.getRootNode() as ShadowRoot).host.localName.startsWith('ua-'));
      expect(deep(page, 'ua-member-resources')!.shadowRoot!.activeElement).not.to.equal(null);
    });
  });
});
