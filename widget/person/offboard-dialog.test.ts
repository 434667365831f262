// Seeing somebody out inside the whole widget on a server in memory: what it says before, what it sends, what it says after.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { packages } from '../../shared/presets/packages.ts';
import { tables } from '../../shared/presets/tables.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { Failure } from '../failure.ts';
import { aMember } from '../testing/builders.ts';
import { MemoryOffboarding } from '../testing/memory-offboarding.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aStage, controlOf, deep, found, listOf, settled } from '../testing/stage.ts';
import { press } from '../testing/settings-stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const LEAVER = aMember(3, { name: 'Lea Leaver', roles: ['staff'] });
const HEIR = aMember(4, { name: 'Henk Heir', roles: ['staff'] });

/** The dialog about the leaver, opened from the menu of their row. */
async function offboarding(
  setting: Setting = {},
  plan: Partial<MemoryOffboarding['plan']> = {},
): Promise<Stage & { readonly root: ShadowRoot }> {
  const role = setting.role ?? 'owner';
  const stage = await aStage({
    policy: tables,
    members: [aMember(0, { roles: [role] }), LEAVER, HEIR],
    ...setting,
    prepare: (api) => {
      const memory = new MemoryOffboarding(api);
      memory.plan = { ...memory.plan, ...plan };
    },
  });
  await listOf(stage);
  controlOf(stage, LEAVER.name, 'menu').click();
  const menu = (await found(stage, 'ua-menu')).shadowRoot!;
  await waitUntil(() => menu.querySelector('.menu')?.matches(':popover-open') === true, 'the menu is open');
  [...menu.querySelectorAll<HTMLElement>('.item')]
    .find((one) => one.innerText.trim() === 'Offboard')!
    .click();
  await waitUntil(
    () => deep(stage.element.renderRoot, 'ua-offboard-dialog')?.shadowRoot?.querySelector('.steps') != null,
    'the plan is there',
  );
  await settled(stage.element);
  return { ...stage, root: deep(stage.element.renderRoot, 'ua-offboard-dialog')!.shadowRoot! };
}

const textIn = (root: ShadowRoot) => root.textContent!.replace(/\s+/g, ' ');
const given = ({ api }: Stage) =>
  api.calls.findLast(({ name }) => name === 'members.offboard')?.input as Record<string, unknown>;

describe('<ua-offboard-dialog>', () => {
  it('W39 W46 W38 says not to wait, and recalls what must be kept once removing is chosen, where the policy advises it', async () => {
    const stage = await offboarding({
      policy: workspaces,
      role: 'admin',
      members: [aMember(0, { roles: ['admin'] }), { ...LEAVER, roles: ['viewer'] }, HEIR],
    });
    const advised = () =>
      [...stage.root.querySelectorAll<HTMLElement>('.advice')].map((one) => one.dataset['advice']);
    expect(advised()).to.deep.equal(['remove-promptly']);
    expect(textIn(stage.root)).to.include('take their access away the same day');
    stage.root.querySelector<HTMLInputElement>('[value=remove]')!.click();
    await waitUntil(() => advised().length === 2);
    expect(textIn(stage.root)).to.include('how long your rules ask you to keep records');
    expect((await offboarding()).root.querySelector('.advice')).to.equal(null);
  });

  it('goes on from how they are now where somebody else has changed them, with what was chosen', async () => {
    const leaver = { ...LEAVER, roles: ['viewer'] };
    const fresh = { ...leaver, name: 'Lea Later', version: leaver.version + 1 };
    let isRefused = false;
    const stage = await offboarding({
      policy: workspaces,
      role: 'admin',
      members: [aMember(0, { roles: ['admin'] }), leaver, HEIR],
      before: ({ name }) => {
        if (name !== 'members.offboard' || isRefused) return;
        isRefused = true;
        throw new Failure('changed_meanwhile', fresh);
      },
    });
    stage.root.querySelector<HTMLInputElement>('[value=remove]')!.click();
    await settled(stage.element);
    press(stage.root, 'Offboard now');
    await waitUntil(() => stage.root.querySelector('.error') !== null, 'it says so');
    await settled(stage.element);
    expect(stage.root.querySelector('ua-dialog')!.heading).to.equal('Offboard Lea Later');
    expect(stage.root.querySelector<HTMLInputElement>('[value=remove]')!.checked).to.equal(true);
    press(stage.root, 'Offboard now');
    await waitUntil(() => stage.root.querySelector('.done') !== null, 'it is done');
    expect([given(stage)['version'], given(stage)['end']]).to.deep.equal([fresh.version, 'remove']);
  });

  it('P42 W10 says what will happen, does it in one step, and says what was done', async () => {
    const stage = await offboarding();
    const { root } = stage;
    expect(root.querySelector('ua-dialog')!.getAttribute('heading')).to.equal('Offboard Lea Leaver');
    expect(textIn(root)).to.include('Their 2 sessions end at once.');
    expect(textIn(root)).to.include('Revoke the 3 invitations they sent');
    expect(textIn(root)).to.include('Nothing here belongs to them.');
    const note = root.querySelector<HTMLInputElement>('#note')!;
    note.value = 'Last day';
    note.dispatchEvent(new Event('input', { bubbles: true }));
    press(root, 'Offboard now');
    await waitUntil(() => root.querySelector('.done') !== null, 'it is done');
    expect(textIn(root)).to.include('3 invitations revoked.');
    expect(given(stage)).to.deep.include({
      memberId: LEAVER.id,
      end: 'deactivate',
      revokeInvitations: true,
      note: 'Last day',
    });
    const person = stage.api.people.find(({ id }) => id === LEAVER.id)!;
    expect(person.status).to.equal('deactivated');
  });

  it('P42 W37 removes where that is chosen, with a word of caution, and asks the page first', async () => {
    const stage = await offboarding({
      policy: { ...tables, members: { ...tables.members, isRemovable: true } },
    });
    const { root } = stage;
    expect(textIn(root)).to.include('Rules about keeping records');
    let isAsked = 0;
    const refuse = (event: Event) => {
      isAsked += 1;
      if (isAsked === 1) event.preventDefault();
    };
    stage.element.addEventListener('ua-before-member-remove', refuse);
    root.querySelector<HTMLInputElement>('input[value=remove]')!.click();
    press(root, 'Offboard now');
    await waitUntil(
      () => root.querySelector('[role=alert]')?.textContent?.includes('did not let it happen') === true,
    );
    expect(stage.api.count('members.offboard')).to.equal(0);
    expect(stage.api.people).to.have.length(3);
  });

  it('P42 keeps their invitations where that is wanted, and hands over what they own', async () => {
    const base = packages.resources[0]!;
    const stage = await offboarding(
      {
        policy: packages as Policy,
        role: 'admin',
        members: [
          aMember(0, { roles: ['admin'] }),
          { ...LEAVER, roles: ['user'] },
          { ...HEIR, roles: ['user'] },
        ],
      },
      { owned: [{ kind: base.key, count: 2 }] },
    );
    const { root } = stage;
    expect(textIn(root)).to.include('Hand over what belongs to them: 2 packages');
    expect(root.querySelectorAll('input[name=end]')).to.have.length(1);
    root.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    const picker = root.querySelector('ua-person-picker')!;
    picker.focus();
    await waitUntil(() => picker.shadowRoot!.querySelector('[role=option]') !== null, 'people are offered');
    [...picker.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]')]
      .find((one) => one.innerText.includes(HEIR.name))!
      .click();
    await settled(stage.element);
    press(root, 'Offboard now');
    await waitUntil(() => root.querySelector('.done') !== null, 'it is done');
    expect(given(stage)).to.deep.include({ revokeInvitations: false, handOverTo: HEIR.id });
    expect(textIn(root)).to.include('2 things handed over to Henk Heir.');
  });

  it('P42 stays open with the reason where a part is refused', async () => {
    const stage = await offboarding();
    stage.api.on('members.offboard', () => {
      throw new Failure('outranked');
    });
    press(stage.root, 'Offboard now');
    await waitUntil(() => stage.root.querySelector('.error') !== null, 'it says why');
    expect(stage.root.querySelector('.steps')).not.to.equal(null);
  });

  for (const [width, scheme] of [
    [1200, 'light'],
    [360, 'dark'],
  ] as const)
    it(`is accessible at ${width} px, ${scheme}`, async () => {
      await setViewport({ width: Math.max(width, 400), height: 900 });
      const stage = await offboarding({ width, scheme }, { owned: [{ kind: 'table', count: 1 }] });
      await expect(stage.element).to.be.accessible();
    });
});
