// What is said before somebody's access ends, and about people who have long not been here: where the policy advises it, and only there.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { packages } from '../../shared/presets/packages.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import { aMember } from '../testing/builders.ts';
import { confirm, menuOf } from '../testing/list-stage.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aStage, announced, deep, found, listOf, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const GUEST = 'Gia Guest';

async function aUsersStage(setting: Setting = {}): Promise<Stage> {
  const policy = setting.policy ?? workspaces;
  const [top, low] = [policy.roles[0]!.key, policy.roles.at(-1)!.key];
  const stage = await aStage({
    policy,
    role: top,
    members: [
      aMember(0, { roles: [top], lastSignInAt: Date.now() }),
      aMember(1, { roles: [top], name: 'Other Owner', lastSignInAt: Date.now() }),
      aMember(2, { roles: [low], name: GUEST, lastSignInAt: null }),
      aMember(3, { roles: [low], name: 'Olly Off', status: 'deactivated', lastSignInAt: null }),
    ],
    attributes: { view: 'users' },
    ...setting,
  });
  await listOf(stage);
  return stage;
}

async function ask(stage: Stage, item: string, name = GUEST): Promise<HTMLElement> {
  const items = await menuOf(stage, name);
  items.find((one) => one.textContent!.trim() === item)!.click();
  const question = deep(stage.element.renderRoot, 'ua-member-actions')!.shadowRoot!.querySelector(
    'ua-confirm',
  )!;
  await waitUntil(() => question.open);
  await settled(stage.element);
  return question;
}

const textOf = (root: ParentNode & Node) => root.textContent!.replace(/\s+/g, ' ');
const adviceIn = (root: ParentNode) =>
  [...root.querySelectorAll<HTMLElement>('.advice')].map((one) => one.dataset['advice']);

describe('advice before access ends', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));

  it('W37 W38 names the person and what is lost, and reminds of the rules about keeping records, before removing', async () => {
    const stage = await aUsersStage();
    const question = await ask(stage, 'Remove');
    expect(question.getAttribute('heading')).to.equal(`Remove ${GUEST}?`);
    expect(textOf(question))
      .to.contain('This cannot be undone')
      .and.to.contain(`activity of ${GUEST} here are deleted`)
      .and.to.contain('their account goes too')
      .and.to.contain('how long your rules ask you to keep records');
    expect(adviceIn(question)).to.deep.equal(['retention', 'deactivate-first']);
    await expect(stage.element).to.be.accessible();
    await confirm(stage);
    await waitUntil(() => announced(stage).includes(`${GUEST} was removed.`));
  });

  it('W36 P39 offers to deactivate instead, first and louder than removing, and asks about that then', async () => {
    const stage = await aUsersStage();
    const question = await ask(stage, 'Remove');
    const buttons = [...question.shadowRoot!.querySelectorAll<HTMLElement>('[slot=actions]')];
    expect(buttons.map((one) => one.textContent!.trim())).to.deep.equal([
      'Cancel',
      'Deactivate instead',
      'Remove',
    ]);
    buttons[1]!.click();
    await waitUntil(() => question.getAttribute('heading') === `Deactivate ${GUEST}?`);
    await settled(stage.element);
    expect(adviceIn(question)).to.deep.equal(['deactivate-first', 'remove-promptly']);
    await confirm(stage);
    await waitUntil(() => announced(stage).includes(`${GUEST} no longer has access`));
    expect(stage.api.people.map(({ status }) => status)).to.deep.equal([
      'active',
      'active',
      'deactivated',
      'deactivated',
    ]);
  });

  it('W36 offers nothing instead for who is deactivated already', async () => {
    const stage = await aUsersStage();
    const question = await ask(stage, 'Remove', 'Olly Off');
    expect(textOf(question.shadowRoot!)).not.to.contain('Deactivate instead');
  });

  it('P25 P39 has deactivating as the one way where accounts are not removed', async () => {
    const stage = await aUsersStage({ policy: packages });
    const items = (await menuOf(stage, GUEST)).map((one) => one.textContent!.trim());
    expect(items).to.include('Deactivate');
    expect(items).not.to.include('Remove');
  });

  it('says nothing of it where the policy gives no such advice', async () => {
    const stage = await aUsersStage({ policy: collaborators });
    const question = await ask(stage, 'Remove');
    expect(adviceIn(question)).to.deep.equal([]);
    expect(textOf(question.shadowRoot!)).not.to.contain('Deactivate instead');
  });

  it('W39 W46 D43 asks to take access away promptly, while people are shown who were not here for 90 days', async () => {
    const advised = async (filter: string, setting: Setting = {}) => {
      const stage = await aUsersStage({ attributes: { view: 'users', filter }, ...setting });
      const actions = (await found(stage, 'ua-member-actions')).shadowRoot!;
      return [stage, actions.querySelector<HTMLElement>('.advice')?.textContent?.trim() ?? ''] as const;
    };
    const [stage, text] = await advised('dormant=90');
    expect(text).to.contain('not been here for 90 days').and.to.contain('take it away from who has left');
    await expect(stage.element).to.be.accessible();
    expect((await advised('dormant=30'))[1]).to.equal('');
    expect((await advised(''))[1]).to.equal('');
    expect((await advised('dormant=365', { policy: collaborators }))[1]).to.equal('');
  });
});
