// The trail in a real browser: what an entry says, how it is narrowed, and what goes into a file.
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import type { MemberId } from '../../shared/ids.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { directory } from '../../shared/presets/directory.ts';
import { NOW, aMember, memberId } from '../testing/builders.ts';
import { MemoryAudit, anEntry } from '../testing/memory-audit.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aGate, aStage, choose, deep, found, settled } from '../testing/stage.ts';
import { buttonOf, openDialog, press, textOf } from '../testing/settings-stage.ts';
import { savedFile } from '../testing/saved-file.ts';
import { waitUntil } from '../testing/wait-until.ts';

interface AuditStage extends Stage {
  readonly audit: MemoryAudit;
}

async function anAuditStage(entries: readonly AuditEntry[], setting: Setting = {}): Promise<AuditStage> {
  let audit: MemoryAudit | undefined;
  const stage = await aStage({
    policy: directory,
    role: 'administrator',
    ...setting,
    viewer: { isHome: true, ...setting.viewer },
    attributes: { view: 'audit', ...setting.attributes },
    prepare: (api) => {
      audit = new MemoryAudit(api, entries);
      setting.prepare?.(api);
    },
  });
  return { ...stage, audit: audit! };
}

const many = (count: number) => Array.from({ length: count }, (_, n) => anEntry(count - n));

async function viewOf(stage: Stage): Promise<ShadowRoot> {
  const root = (await found(stage, 'ua-audit-view')).shadowRoot!;
  await waitUntil(() => root.querySelector('.entry, ua-empty-state') !== null, 'the trail is drawn');
  await settled(stage.element);
  return root;
}

const entriesIn = (root: ShadowRoot) => [...root.querySelectorAll<HTMLElement>('.entry')];
const seqsIn = (root: ShadowRoot) => entriesIn(root).map((entry) => Number(entry.dataset['seq']));

async function redrawn(stage: Stage, root: ShadowRoot, isThere: () => boolean): Promise<void> {
  await waitUntil(isThere, 'the trail is drawn anew');
  await settled(stage.element);
  expect(root.querySelector('[aria-busy]')).to.equal(null);
}

describe('the trail', () => {
  const ana = aMember(1);
  const entry = (over: Partial<AuditEntry>) =>
    anEntry(9, { target: { kind: 'member', id: ana.id, name: ana.name }, ...over });

  for (const [what, given, words] of [
    ['a change of roles by the names of roles', {}, `changed the role of ${ana.name} Role: `],
    [
      'who switched somebody off, and why (W51)',
      {
        action: 'member.deactivate',
        before: { status: 'active' },
        after: { status: 'deactivated' },
        note: 'Left the team',
      },
      `deactivated ${ana.name} Status: Active → Deactivated Left the team`,
    ],
    [
      'somebody who is gone and was erased as one who left',
      {
        target: { kind: 'member', id: ana.id, name: null },
        actor: { kind: 'member', id: memberId(3), name: null },
      },
      'Someone who left changed the role of someone who left',
    ],
    [
      'an address that became another',
      {
        action: 'account.change-email',
        before: null,
        after: null,
        named: { email: 'new@x.test', previousEmail: 'old@x.test' },
      },
      'changed their address E-mail: old@x.test → new@x.test',
    ],
    [
      'who came by an invitation as the one who did it',
      {
        action: 'invitation.accept',
        actor: { kind: 'anonymous', id: null, name: null },
        target: { kind: 'invitation', id: 'i', name: 'Zoe' },
        before: null,
        after: { channel: 'mail' },
        via: 'link',
      },
      'Zoe accepted the invitation Link received: by mail',
    ],
    [
      'what the operator did on the server',
      {
        action: 'workspace.rename',
        actor: { kind: 'system', id: null, name: null },
        target: { kind: 'workspace', id: 'w', name: 'New' },
        before: { name: 'Old' },
        after: { name: 'New' },
        via: 'system',
      },
      'The operator renamed the workspace Name: Old → New',
    ],
  ] as const satisfies readonly (readonly [string, Partial<AuditEntry>, string])[])
    it(`says ${what} (W15)`, async () => {
      const root = await viewOf(await anAuditStage([entry(given)]));
      expect(textOf(entriesIn(root)[0]!).replaceAll('→', ' → ')).to.contain(words);
    });

  it('shows the newest first under their days, with the exact moment, and goes on below (W15)', async () => {
    const stage = await anAuditStage(many(120));
    const root = await viewOf(stage);
    expect(seqsIn(root)).to.deep.equal(Array.from({ length: 50 }, (_, n) => 120 - n));
    expect(root.querySelectorAll('.day').length).to.be.greaterThan(1);
    const time = entriesIn(root)[0]!.querySelector('time')!;
    expect(Date.parse(time.dateTime)).to.equal(NOW - (1000 - 120) * 3_600_000);
    press(root, 'Show earlier entries');
    await redrawn(stage, root, () => entriesIn(root).length === 100);
    press(root, 'Show earlier entries');
    await redrawn(stage, root, () => entriesIn(root).length === 120);
    expect(textOf(root)).to.contain('This is where the trail begins.');
  });

  it('is narrowed by action, by a whole group, and by days of the viewer (W15, C10)', async () => {
    const entries = [
      anEntry(5, { action: 'role.create', target: { kind: 'role', id: 'x', name: 'Lead' } }),
      ...[4, 3, 2].map((seq) =>
        anEntry(seq, { action: 'member.deactivate', at: new Date(2026, 2, seq, 12).getTime() }),
      ),
      anEntry(1, { at: new Date(2026, 2, 1, 23, 59).getTime() }),
    ];
    const stage = await anAuditStage(entries);
    const root = await viewOf(stage);
    const filter = root.querySelector('ua-audit-filter')!.shadowRoot!;
    const select = filter.querySelector('select')!;
    choose(select, 'member.deactivate');
    await redrawn(stage, root, () => seqsIn(root).join() === '4,3,2');
    choose(select, 'group:people');
    await redrawn(stage, root, () => seqsIn(root).join() === '4,3,2,1');
    for (const [name, day] of [
      ['from', '2026-03-01'],
      ['to', '2026-03-03'],
    ] as const) {
      const field = filter.querySelector<HTMLInputElement>(`[name=${name}]`)!;
      field.value = day;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await settled(stage.element);
    }
    await redrawn(stage, root, () => seqsIn(root).join() === '3,2,1');
    press(filter, 'Clear filters');
    await redrawn(stage, root, () => seqsIn(root).join() === '5,4,3,2,1');
  });

  it('is narrowed to a person who is found by typing, with the keyboard, and by a name in an entry (W15)', async () => {
    const stage = await anAuditStage(many(40));
    const root = await viewOf(stage);
    const picker = root.querySelector('ua-audit-filter')!.shadowRoot!.querySelector('ua-person-picker')!;
    picker.focus();
    await sendKeys({ type: ana.name.slice(0, 5) });
    await waitUntil(() => picker.shadowRoot!.querySelectorAll('[role=option]').length === 1, 'one is found');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await redrawn(stage, root, () => entriesIn(root).length === 10);
    expect(stage.api.calls.at(-1)!.input).to.deep.include({ filter: { person: ana.id } });
    expect(picker.shadowRoot!.querySelector('input')!.value).to.equal(ana.name);
    press(root.querySelector('ua-audit-filter')!.shadowRoot!, 'Clear filters');
    await redrawn(stage, root, () => entriesIn(root).length === 40);
    entriesIn(root)[0]!.querySelector<HTMLElement>('button.link')!.click();
    await redrawn(stage, root, () => entriesIn(root).length === 10);
  });

  it('opens narrowed to the person that the address names, also to somebody who is gone', async () => {
    const gone = 'member-999999' as MemberId;
    const entries = [entry({ seq: 7 }), entry({ seq: 6, target: { kind: 'member', id: gone, name: null } })];
    const stage = await anAuditStage(entries, { attributes: { person: gone } });
    expect(seqsIn(await viewOf(stage))).to.deep.equal([6]);
  });

  it('says that nothing fits, and that days are the wrong way round', async () => {
    const stage = await anAuditStage(many(3));
    const root = await viewOf(stage);
    const filter = root.querySelector('ua-audit-filter')!.shadowRoot!;
    choose(filter.querySelector('select')!, 'role.delete');
    await redrawn(stage, root, () => root.querySelector('ua-empty-state') !== null);
    expect(textOf(root)).to.contain('Nothing in the trail fits these filters.');
    for (const [name, day] of [
      ['from', '2026-03-03'],
      ['to', '2026-03-01'],
    ] as const) {
      const field = filter.querySelector<HTMLInputElement>(`[name=${name}]`)!;
      field.value = day;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await settled(stage.element);
    }
    expect(filter.querySelector('[role=alert]')!.textContent).to.equal(
      'The first day is after the last one.',
    );
  });

  it('goes into a file exactly as it is narrowed, and no cell of it is a formula (W15, SEC_F10)', async () => {
    const hostile = anEntry(121, {
      action: 'role.create',
      target: { kind: 'role', id: 'x', name: '=HYPERLINK("x")' },
      note: '=1+1',
    });
    const stage = await anAuditStage([hostile, ...many(120)]);
    const root = await viewOf(stage);
    const csv = await savedFile(async () => {
      press(root, 'Export');
      const dialog = await openDialog(stage);
      press(dialog.getRootNode() as ShadowRoot, 'Make the file');
    });
    expect(csv.name).to.match(/^northwind-audit-\d{4}-\d\d-\d\d\.csv$/);
    expect(csv.text.startsWith('\uFEFF')).to.equal(true);
    expect(csv.text.trimEnd().split('\r\n')).to.have.length(122);
    expect(csv.text).to.contain(`"'=HYPERLINK(""x"")"`).and.to.contain(`'=1+1`);
    press((deep(stage.element.renderRoot, 'ua-export-dialog') as HTMLElement).shadowRoot!, 'Close');
    choose(root.querySelector('ua-audit-filter')!.shadowRoot!.querySelector('select')!, 'role.create');
    await redrawn(stage, root, () => seqsIn(root).join() === '121');
    const json = await savedFile(async () => {
      press(root, 'Export');
      const dialog = (await openDialog(stage)).getRootNode() as ShadowRoot;
      dialog.querySelector<HTMLInputElement>('[value=json]')!.click();
      press(dialog, 'Make the file');
    });
    expect((JSON.parse(json.text) as AuditEntry[]).map(({ seq }) => seq)).to.deep.equal([121]);
  });

  it('is checked stretch by stretch, and the first broken entry is named (W15)', async () => {
    const stage = await anAuditStage(many(250));
    const root = await viewOf(stage);
    const result = () =>
      root.querySelector('ua-trail-check')!.shadowRoot!.querySelector('.result:not(:has(progress))');
    press(root, 'Check the trail');
    await waitUntil(() => result() !== null, 'it is checked');
    expect(result()!.textContent).to.contain('All 250 entries are as they were written.');
    expect(stage.api.count('audit.verify')).to.equal(3);
    stage.audit.broken = { seq: 142, reason: 'altered' };
    press(root, 'Check the trail');
    await waitUntil(
      () => result()?.textContent?.includes('Entry 142 is not as it was written.') === true,
      'the break is named',
    );
  });

  it('shows that a file is being made without a guess how far it is', async () => {
    const gate = aGate();
    const stage = await anAuditStage(many(150));
    const root = await viewOf(stage);
    press(root, 'Export');
    await openDialog(stage);
    const exporting = root.querySelector('ua-export-dialog')!.shadowRoot!;
    stage.api.before = ({ name }) => (name === 'audit.list' ? gate.opened : undefined);
    press(exporting, 'Make the file');
    await waitUntil(() => exporting.querySelector('progress') !== null);
    expect(exporting.querySelector('progress')!.position).to.equal(-1);
    press(exporting, 'Stop');
    gate.open();
  });

  it('offers the check only where the deployment is run from', async () => {
    const root = await viewOf(await anAuditStage(many(2), { viewer: { isHome: false } }));
    expect(() => buttonOf(root, 'Check the trail')).to.throw(/No button/);
  });

  it('is no tab of those who may not read it (C10)', async () => {
    const stage = await anAuditStage(many(2), { policy: collaborators, role: 'editor' });
    await found(stage, 'ua-empty-state, .row');
    expect(deep(stage.element.renderRoot, 'ua-audit-view')).to.equal(null);
  });

  for (const [width, scheme] of [
    [1200, 'light'],
    [360, 'dark'],
  ] as const)
    it(`is accessible at ${width} px in ${scheme}`, async () => {
      const stage = await anAuditStage([entry({ note: 'Because' }), ...many(5)], { width, scheme });
      const root = await viewOf(stage);
      await expect(root.host).to.be.accessible();
      expect(root.host.scrollWidth).to.be.at.most(width);
    });
});
