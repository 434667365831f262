// How another person signs in: figures, history, sessions, and what an administrator may do about it.
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { tables } from '../../shared/presets/tables.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { Failure } from '../failure.ts';
import { NOW, aMember } from '../testing/builders.ts';
import { menuOf } from '../testing/list-stage.ts';
import { MemoryPeople } from '../testing/memory-people.ts';
import { MemoryPlaces } from '../testing/memory-places.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aStage, announced, deep, focused, found, listOf, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { PersonPanelElement } from './person-panel.ts';

const EDITOR = 'Chiara Nair';
const people = () => [
  aMember(0, { roles: ['owner'] }),
  aMember(1, { roles: ['owner'], name: 'Other Owner' }),
  aMember(2, { roles: ['editor'], name: EDITOR }),
  aMember(3, { roles: ['viewer'], name: 'Pia Provider', source: 'provider' }),
];

async function aUsersStage(setting: Setting = {}): Promise<Stage> {
  const stage = await aStage({
    policy: collaborators,
    members: people(),
    attributes: { view: 'users' },
    ...setting,
  });
  await listOf(stage);
  return stage;
}

/** Chooses in somebody's menu. */
async function choose(stage: Stage, name: string, item: string): Promise<void> {
  const items = await menuOf(stage, name);
  items.find((one) => one.textContent!.trim() === item)!.click();
}

/** The panel about somebody, with everything loaded. */
async function panelOf(stage: Stage, name = EDITOR): Promise<ShadowRoot> {
  await choose(stage, name, 'Show activity');
  const { shadowRoot } = await found(stage, 'ua-person-panel');
  await waitUntil(() => shadowRoot!.querySelector('.figures') !== null);
  await settled(stage.element);
  return shadowRoot!;
}

const buttonIn = (root: ParentNode, name: string) =>
  [...root.querySelectorAll<HTMLElement>('button')].find(
    (one) => (one.ariaLabel ?? one.textContent!).trim() === name,
  );
const openDialog = (root: ParentNode & Node, tag: string) =>
  waitUntil(() => deep(root, tag)?.shadowRoot?.querySelector('ua-dialog')?.open === true);
const fieldOf = (stage: Stage, name: string) =>
  deep<HTMLInputElement>(stage.element.renderRoot, `.secret input[name=${name}]`)!;

describe('<ua-person-panel>', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  it('looks again where somebody is signed in once they were switched off or on', async () => {
    const stage = await aUsersStage();
    await panelOf(stage);
    const panel = await found<PersonPanelElement>(stage, 'ua-person-panel');
    const reads = () => stage.api.count('sessions.ofMember');
    expect(reads()).to.equal(1);
    panel.member = { ...panel.member, version: 5 };
    await settled(stage.element);
    expect(reads()).to.equal(1);
    panel.member = { ...panel.member, status: 'deactivated', version: 6 };
    await settled(stage.element);
    expect(reads()).to.equal(2);
  });

  describe('while others end sessions', () => {
    /** The page of somebody, which listens, with what the server knows of everybody's sessions. */
    async function aListener(setting: Setting = {}): Promise<{ stage: Stage; signIns: MemoryPeople }> {
      let signIns: MemoryPeople | undefined;
      const stage = await aStage({
        policy: collaborators,
        members: people(),
        attributes: { view: 'member', person: people()[2]!.id },
        prepare: (api) => {
          signIns = new MemoryPeople(api, NOW);
          new MemoryPlaces(api);
        },
        ...setting,
      });
      await waitUntil(() => stage.api.listeners.size === 1, 'the page listens');
      return { stage, signIns: signIns! };
    }
    /** Ends the first session elsewhere, with the focus on the button of the second. */
    async function endFirst({ stage, signIns }: Awaited<ReturnType<typeof aListener>>): Promise<void> {
      const { shadowRoot: list } = await found(stage, 'ua-session-list');
      await waitUntil(() => list!.querySelectorAll('li').length === 2, 'both are there');
      const [, second] = list!.querySelectorAll('button');
      second!.focus();
      signIns.sessions = signIns.sessions.slice(1);
      stage.api.tell('members', 'permissions');
      await waitUntil(() => list!.querySelectorAll('li').length === 1, 'one has gone');
      expect(focused(), 'the focus stays on the same session').to.equal(second);
    }

    it('W35 shows on the page of a person what is left of theirs', async () => {
      await endFirst(await aListener());
    });

    it('W35 shows the same in their card', async () => {
      const it = await aListener({ attributes: { view: 'users' } });
      await listOf(it.stage);
      await panelOf(it.stage);
      await endFirst(it);
      expect(
        deep(it.stage.element.renderRoot, 'ua-member-card')!.shadowRoot!.querySelector('ua-dialog')!.open,
      ).to.be.true;
    });

    it('W35 keeps what is chosen and not saved beside them', async () => {
      const it = await aListener({ policy: workspaces, role: 'admin' });
      const places = await found(it.stage, 'ua-member-places');
      await waitUntil(
        () => buttonIn(places.shadowRoot!, 'Change roles') !== undefined,
        'the roles are there',
      );
      buttonIn(places.shadowRoot!, 'Change roles')!.click();
      const box = () => [...places.shadowRoot!.querySelectorAll<HTMLInputElement>('.role input')].at(-1)!;
      await waitUntil(() => box() !== undefined, 'the roles can be chosen');
      const was = box().checked;
      box().click();
      await endFirst(it);
      expect(box().checked).to.equal(!was);
    });
  });

  it('D38 D39 D40 D41 D42 shows the last sign-in and how many there were in 7, 30 and 365 days', async () => {
    const stage = await aUsersStage();
    const panel = await panelOf(stage);
    const figures = [...panel.querySelectorAll('.figures > div')].map((one) =>
      one.textContent!.trim().split(/\s*\n\s*/),
    );
    expect(figures.map(([label]) => label)).to.deep.equal([
      'Last sign-in',
      'Last 7 days',
      'Last 30 days',
      'Last 365 days',
    ]);
    expect([...panel.querySelectorAll('dd')].slice(1).map((one) => one.ariaLabel)).to.deep.equal([
      '4 sign-ins',
      '17 sign-ins',
      '1,204 sign-ins',
    ]);
    expect(stage.element.person).to.equal(people()[2]!.id);
    await expect(stage.element).to.be.accessible();
  });

  it('W50 shows recent visits with what was unusual about them', async () => {
    const stage = await aUsersStage();
    const panel = await panelOf(stage);
    expect(panel.querySelectorAll('.sign-in')).to.have.length(3);
    expect(panel.textContent).to.contain('New network').and.to.contain('After many failed attempts');
    buttonIn(panel, 'Show 4 more')!.click();
    await waitUntil(() => panel.querySelectorAll('.sign-in').length === 7);
  });

  it('opens by the name too, and says what could not be loaded', async () => {
    const stage = await aUsersStage({
      before: ({ name }) => {
        if (name === 'activity.member') throw new Failure('offline');
      },
    });
    [
      ...deep(stage.element.renderRoot, 'ua-member-grid')!.shadowRoot!.querySelectorAll<HTMLElement>(
        '.full-name',
      ),
    ]
      .find((one) => one.textContent === EDITOR)!
      .click();
    const { shadowRoot } = await found(stage, 'ua-person-panel');
    await waitUntil(() => shadowRoot!.querySelector('[role=alert]') !== null);
    expect(shadowRoot!.textContent).to.contain('The server could not be reached');
    stage.api.before = () => {};
    buttonIn(shadowRoot!, 'Try again')!.click();
    await waitUntil(() => shadowRoot!.querySelector('.figures') !== null);
  });

  it('SEC_D08 ends one session or all of somebody below, after a question', async () => {
    const stage = await aUsersStage();
    const panel = await panelOf(stage);
    const list = panel.querySelector('ua-session-list')!.shadowRoot!;
    buttonIn(list, 'End the session on Safari on iPhone')!.click();
    const confirm = panel.querySelector('ua-confirm')!;
    await waitUntil(() => confirm.open);
    confirm.dispatchEvent(new Event('confirm'));
    await waitUntil(() => list.querySelectorAll('li').length === 1);
    buttonIn(panel, 'End all')!.click();
    await settled(stage.element);
    expect(confirm.textContent).to.contain('They have to sign in again');
    confirm.dispatchEvent(new Event('confirm'));
    await waitUntil(() => panel.textContent!.includes('Not signed in anywhere.'));
  });

  it('shows neither sessions nor deeds to somebody who may only look', async () => {
    const stage = await aUsersStage({
      role: 'creator',
      policy: withCapabilities({ 'team.open': ['owner', 'creator'], 'members.view': ['owner', 'creator'] }),
      members: people().map((one, at) => (at === 0 ? { ...one, roles: ['creator'] } : one)),
    });
    const panel = await panelOf(stage, 'Other Owner');
    expect(panel.querySelector('#sessions')).to.equal(null);
    expect(stage.api.count('sessions.ofMember')).to.equal(0);
  });

  describe('resetting a password', () => {
    it('P22 P23 P24 D32 D33 asks for it twice, says what follows, and does it once', async () => {
      const stage = await aUsersStage();
      await choose(stage, EDITOR, 'Reset password');
      await openDialog(stage.element.renderRoot, 'ua-member-password');
      await waitUntil(() => focused() === fieldOf(stage, 'password'));
      const dialog = deep(stage.element.renderRoot, 'ua-member-password')!.shadowRoot!;
      expect(dialog.textContent).to.contain('All their sessions end').and.to.contain('told by e-mail');
      expect(dialog.textContent).to.contain('choose their own at the next sign-in');
      await expect(stage.element).to.be.accessible();
      await sendKeys({ type: 'kb7xQ!tm' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => focused() === fieldOf(stage, 'confirmation'));
      expect(fieldOf(stage, 'confirmation').closest('.field')!.textContent).to.contain('not the same');
      await sendKeys({ type: 'kb7xQ!tm' });
      const told: string[] = [];
      stage.element.addEventListener('ua-member-password-reset', ({ memberId }) => told.push(memberId));
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => announced(stage).includes(`The password of ${EDITOR} is reset.`));
      expect(told).to.deep.equal([people()[2]!.id]);
      expect(stage.api.count('members.resetPassword')).to.equal(1);
      expect(stage.element.outerHTML).not.to.contain('kb7xQ!tm');
    });

    it('keeps what was typed where the server finds it too common', async () => {
      const stage = await aUsersStage();
      await choose(stage, EDITOR, 'Reset password');
      await waitUntil(() => focused() === fieldOf(stage, 'password'));
      for (const name of ['password', 'confirmation']) fieldOf(stage, name).value = 'password1234';
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => deep(stage.element.renderRoot, '#password-error') !== null);
      expect(fieldOf(stage, 'password').value).to.equal('password1234');
    });

    it('D10 D31 is not offered where people come from a provider, where the policy knows no passwords, or for oneself', async () => {
      const labels = async (stage: Stage, name: string) =>
        (await menuOf(stage, name)).map((item) => item.textContent!.trim());
      const external = await aUsersStage({
        viewer: { external: { authentication: true, authorization: false } },
      });
      expect(await labels(external, EDITOR)).not.to.include('Reset password');
      const stage = await aUsersStage();
      expect(await labels(stage, people()[0]!.name)).not.to.include('Reset password');
      const without = await aStage({
        policy: tables,
        members: [aMember(0, { roles: ['owner'] }), aMember(1)],
      });
      await listOf(without);
      expect(await labels(without, aMember(1).name)).not.to.include('Reset password');
    });
  });

  it('asks for another address of somebody, which counts once it is confirmed', async () => {
    const stage = await aUsersStage();
    const panel = await panelOf(stage);
    buttonIn(panel, 'Change e-mail address')!.click();
    await openDialog(panel, 'ua-member-email');
    await waitUntil(() => focused()?.getAttribute('name') === 'email');
    await sendKeys({ type: 'nonsense' });
    await sendKeys({ press: 'Enter' });
    const dialog = deep(panel, 'ua-member-email')!.shadowRoot!;
    await waitUntil(() => dialog.querySelector('[role=alert]') !== null);
    await sendKeys({ type: '@example.org' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => announced(stage).includes('A link was sent to nonsense@example.org.'));
  });

  it('D30 says where name and address come from', async () => {
    const stage = await aUsersStage();
    const panel = await panelOf(stage, 'Pia Provider');
    expect(panel.querySelector('.locked')!.textContent)
      .to.contain('come from the identity provider')
      .and.not.to.contain('changed there');
    const external = await aUsersStage({
      viewer: { external: { authentication: true, authorization: false } },
    });
    const locked = (await panelOf(external, 'Pia Provider')).querySelector('.locked')!;
    expect(locked.textContent).to.contain('They are changed there.');
  });

  it('D43 narrows the list to who has not signed in for long', async () => {
    const stage = await aUsersStage({
      members: [...people(), aMember(5, { name: 'Never Here', lastSignInAt: null, roles: ['viewer'] })],
      attributes: { view: 'users', filter: 'dormant=30' },
    });
    const { input } = stage.api.calls.find(({ name }) => name === 'members.list')!;
    const { dormantSince } = (input as { filter: { dormantSince: number } }).filter;
    expect(dormantSince % 86_400_000).to.equal(0);
    expect(Date.now() - dormantSince).to.be.within(30 * 86_400_000, 31 * 86_400_000);
    expect(deep(stage.element.renderRoot, 'ua-member-grid')!.shadowRoot!.textContent).to.contain(
      'Never Here',
    );
  });
});

/** The policy with other roles behind some capabilities. */
function withCapabilities(roles: Readonly<Record<string, readonly string[]>>): Policy {
  return {
    ...collaborators,
    capabilities: collaborators.capabilities.map((one) =>
      roles[one.key] === undefined ? one : { ...one, roles: roles[one.key]! },
    ),
  };
}
