// Invitations that nobody answers: they stand out, and there is a way to find out why.
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { workspaces } from '../../shared/presets/workspaces.ts';
import type { Invitation } from '../../shared/invitations/invitation.ts';
import { Failure } from '../failure.ts';
import { aMember } from '../testing/builders.ts';
import { MemoryDiagnosis } from '../testing/memory-diagnosis.ts';
import { MemoryInvitations, anInvitation } from '../testing/memory-invitations.ts';
import type { Stage } from '../testing/stage.ts';
import { aStage, announced, deep, focused, found, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const DAY = 86_400_000;
const rows = (): Invitation[] => {
  const now = Date.now();
  const of = (number: number, days: number, over: Partial<Invitation> = {}) =>
    anInvitation(number, {
      roles: ['viewer'],
      createdAt: now - days * DAY,
      expiresAt: now + 5 * DAY,
      ...over,
    });
  return [of(1, 1), of(2, 4), of(3, 9, { state: 'expired', expiresAt: now - DAY })];
};

async function aUsersView(): Promise<Stage> {
  const stage = await aStage({
    policy: workspaces,
    role: 'admin',
    members: [aMember(0, { roles: ['admin'] })],
    attributes: { view: 'users' },
    prepare: (api) => {
      api.invitations = new MemoryInvitations(api, rows());
      new MemoryDiagnosis(api).findings = [{ code: 'mail_missing', facts: {} }];
    },
  });
  await found(stage, 'ua-invitation-list .fold, .fold');
  return stage;
}

const listOf = (stage: Stage) => deep(stage.element.renderRoot, 'ua-invitation-list')!.shadowRoot!;
const textOf = (root: ParentNode & Node) => root.textContent!.replace(/\s+/g, ' ');
const button = (root: ParentNode, name: string) =>
  [...root.querySelectorAll<HTMLElement>('button')].find(
    (one) => (one.ariaLabel ?? one.textContent!).trim() === name,
  )!;

describe('invitations that nobody answers', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));

  it('W42 says in the folded line how many to follow up, and marks those that have waited for three days', async () => {
    const stage = await aUsersView();
    const list = listOf(stage);
    expect(textOf(list.querySelector('.card-head')!)).to.contain('2 to follow up');
    list.querySelector<HTMLElement>('.fold')!.click();
    await settled(stage.element);
    const marked = [...list.querySelectorAll('tbody tr')].map((row) => [
      row.querySelector('.email')!.textContent,
      textOf(row.querySelector('.expiry')!).includes('Follow up'),
      textOf(row.querySelector('.expiry')!).includes('Expired'),
    ]);
    expect(marked).to.deep.equal([
      ['guest1@example.org', false, false],
      ['guest2@example.org', true, false],
      ['guest3@example.org', false, true],
    ]);
    await expect(stage.element).to.be.accessible();
  });

  it('W52 W54 W55 finds out why somebody has not answered, from their row', async () => {
    const stage = await aUsersView();
    const list = listOf(stage);
    list.querySelector<HTMLElement>('.fold')!.click();
    await settled(stage.element);
    button(list, 'Find out why guest2@example.org has not answered').click();
    const diagnosis = (await found(stage, 'ua-diagnosis')).shadowRoot!;
    await waitUntil(() => diagnosis.querySelector('.sum') !== null);
    expect(stage.api.calls.find(({ name }) => name === 'members.diagnose')!.input).to.deep.equal({
      email: 'guest2@example.org',
    });
    expect(textOf(diagnosis)).to.contain('No mail server is set up, so no mail went out');
    const dialog = deep(stage.element.renderRoot, 'ua-diagnosis-dialog')!.shadowRoot!;
    expect(dialog.querySelector('ua-dialog')!.heading).to.equal('No answer from guest2@example.org?');
    await expect(stage.element).to.be.accessible();
    button(dialog, 'Close').click();
    await waitUntil(() => !dialog.querySelector('ua-dialog')!.open);
  });

  it('W52 checks an address as it is typed, with the keyboard alone', async () => {
    const stage = await aUsersView();
    const list = listOf(stage);
    list.querySelector<HTMLElement>('.fold')!.click();
    await settled(stage.element);
    button(list, 'Check an address').click();
    await waitUntil(() => focused()?.getAttribute('name') === 'email');
    await sendKeys({ press: 'Enter' });
    expect(stage.api.count('members.diagnose')).to.equal(0);
    await sendKeys({ type: ' kim@acme.test ' });
    await sendKeys({ press: 'Enter' });
    await found(stage, '.sum');
    expect(stage.api.calls.find(({ name }) => name === 'members.diagnose')!.input).to.deep.equal({
      email: 'kim@acme.test',
    });
    await waitUntil(() => announced(stage).includes('1 problem found with kim@acme.test'));
  });

  it('says why an address cannot be checked', async () => {
    const stage = await aUsersView();
    stage.api.before = ({ name }) => {
      if (name === 'members.diagnose') throw new Failure('offline');
    };
    const list = listOf(stage);
    list.querySelector<HTMLElement>('.fold')!.click();
    await settled(stage.element);
    button(list, 'Find out why guest1@example.org has not answered').click();
    const diagnosis = (await found(stage, 'ua-diagnosis')).shadowRoot!;
    await waitUntil(() => diagnosis.querySelector('[role=alert]') !== null);
    expect(textOf(diagnosis)).to.contain('The server could not be reached');
  });
});
