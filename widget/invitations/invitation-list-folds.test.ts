// The list of invitations where other things matter more: one line that opens for what somebody should see.
import { expect, fixture } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Invitation } from '../../shared/invitations/invitation.ts';
import { tables } from '../../shared/presets/tables.ts';
import { Failure } from '../failure.ts';
import { rightsOf } from '../rights.ts';
import { NOW, aViewer } from '../testing/builders.ts';
import { MemoryApi } from '../testing/memory-api.ts';
import { MemoryInvitations, anInvitation } from '../testing/memory-invitations.ts';
import { RoomHost } from '../testing/room-host.ts';
import { InvitationListElement } from './invitation-list.ts';
import { INVITATION_ROOM } from './room.ts';

const SENT = [1, 2, 3].map((number) => anInvitation(number, { roles: ['staff'], delivery: 'sent' }));

async function aFoldedList(rows: readonly Invitation[] = SENT, before?: MemoryInvitations['before']) {
  const api = new MemoryApi({ viewer: aViewer(tables, ['owner']), members: [] });
  const invitations = (api.invitations = new MemoryInvitations(api, rows));
  if (before) invitations.before = before;
  const host = new RoomHost(api, [INVITATION_ROOM]);
  const list = new InvitationListElement();
  list.folds = true;
  list.now = () => NOW;
  list.rights = rightsOf(api.viewerNow);
  host.element.append(list);
  await fixture(host.element);
  const root = list.shadowRoot!;
  await waitUntil(() => root.querySelector('section')?.ariaBusy !== 'true');
  return { api, invitations, list, root };
}

type Stage = Awaited<ReturnType<typeof aFoldedList>>;
const button = ({ root }: Stage) => root.querySelector<HTMLButtonElement>('.fold');
const isShown = ({ root }: Stage) => root.querySelector('#rows')!.checkVisibility();
const head = ({ root }: Stage) =>
  root.querySelector<HTMLElement>('.card-head')!.innerText.replaceAll(/\s+/g, ' ').trim();

describe('<ua-invitation-list folds>', () => {
  before(() => setViewport({ width: 1200, height: 800 }));

  it('is one line that says how many are open, and opens and closes by keyboard', async () => {
    const stage = await aFoldedList();
    expect(head(stage)).to.equal('Invitations 3 open Show');
    expect(isShown(stage)).to.equal(false);
    expect(stage.list.offsetHeight).to.be.below(60);
    button(stage)!.focus();
    await sendKeys({ press: 'Enter' });
    await stage.list.updateComplete;
    expect([button(stage)!.ariaExpanded, isShown(stage)]).to.deep.equal(['true', true]);
    await expect(stage.list).to.be.accessible();
    await sendKeys({ press: ' ' });
    await stage.list.updateComplete;
    expect([button(stage)!.ariaExpanded, isShown(stage)]).to.deep.equal(['false', false]);
    await expect(stage.list).to.be.accessible();
  });

  it('says that a mail had failed, and opens by itself for one that fails meanwhile, until it is closed', async () => {
    const stage = await aFoldedList([...SENT, anInvitation(4, { roles: ['staff'], delivery: 'failed' })]);
    expect([isShown(stage), head(stage)]).to.deep.equal([false, 'Invitations 4 open Mail failed Show']);
    stage.invitations.rows = stage.invitations.rows.map((row) =>
      row.id === SENT[1]!.id ? { ...row, delivery: 'failed' as const } : row,
    );
    stage.list.revision++;
    await waitUntil(() => isShown(stage));
    button(stage)!.click();
    stage.list.revision++;
    await waitUntil(() => stage.api.count('invitations.list') === 3);
    await stage.list.updateComplete;
    expect([isShown(stage), head(stage)]).to.deep.equal([false, 'Invitations 4 open Mail failed Show']);
  });

  it('opens by itself for who was just invited', async () => {
    const stage = await aFoldedList();
    stage.invitations.rows.push(anInvitation(-1, { roles: ['staff'], delivery: 'queued' }));
    stage.list.revision++;
    await waitUntil(() => isShown(stage));
  });

  it('does not open for what only changed elsewhere', async () => {
    const stage = await aFoldedList();
    stage.invitations.rows = stage.invitations.rows.filter(({ id }) => id !== SENT[0]!.id);
    stage.list.revision++;
    await waitUntil(() => head(stage) === 'Invitations 2 open Show');
    expect(isShown(stage)).to.equal(false);
  });

  it('is a line without a button while there is nothing', async () => {
    const stage = await aFoldedList([]);
    expect([head(stage), button(stage), isShown(stage)]).to.deep.equal([
      'Invitations None open',
      null,
      false,
    ]);
  });

  it('says that loading failed although it is folded', async () => {
    const stage = await aFoldedList(SENT, () => {
      throw new Failure('offline');
    });
    expect(stage.root.querySelector('ua-empty-state')!.checkVisibility()).to.equal(true);
  });
});
