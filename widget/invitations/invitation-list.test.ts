// The list of invitations against a server in memory with the real decisions.
import { aTimeout, expect, fixture } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Invitation } from '../../shared/invitations/invitation.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { Failure } from '../failure.ts';
import { rightsOf } from '../rights.ts';
import { NOW, aViewer } from '../testing/builders.ts';
import { MemoryApi } from '../testing/memory-api.ts';
import { MemoryInvitations, anInvitation } from '../testing/memory-invitations.ts';
import { RoomHost } from '../testing/room-host.ts';
import { InvitationListElement } from './invitation-list.ts';
import { INVITATION_ROOM } from './room.ts';

const HOUR = 3_600_000;
const VARIED: readonly Invitation[] = [
  anInvitation(1, { expiresAt: NOW + 5 * HOUR + 60_000, delivery: 'queued', roles: ['viewer'] }),
  anInvitation(2, { state: 'expired', expiresAt: NOW - HOUR, delivery: 'sent', roles: ['editor'] }),
  anInvitation(3, {
    delivery: 'failed',
    deliveryError: '550 5.1.1 No such user here',
    roles: ['viewer'],
    name: 'Gerda Gast',
  }),
  anInvitation(4, { delivery: 'none', roles: ['owner'], invitedBy: null }),
];

interface Setting {
  readonly rows?: readonly Invitation[];
  readonly policy?: Policy;
  readonly role?: string;
  readonly viewer?: Partial<Viewer>;
  readonly scheme?: string;
  readonly before?: MemoryInvitations['before'];
}

async function aList({
  rows = VARIED,
  policy = collaborators,
  role = 'owner',
  viewer = {},
  scheme = 'light',
  before,
}: Setting = {}) {
  const api = new MemoryApi({ viewer: aViewer(policy, [role], viewer), members: [] });
  const invitations = new MemoryInvitations(api, rows);
  if (before) invitations.before = before;
  api.invitations = invitations;
  const host = new RoomHost(api, [INVITATION_ROOM]);
  host.element.style.cssText = `color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#16171a' : '#fff'}`;
  const list = new InvitationListElement();
  list.now = () => NOW;
  list.rights = rightsOf(api.viewerNow);
  host.element.append(list);
  await fixture(host.element);
  await waitUntil(() => list.shadowRoot!.querySelector('section')?.ariaBusy !== 'true');
  return { api, invitations, host, list, root: list.shadowRoot! };
}

type Stage = Awaited<ReturnType<typeof aList>>;
const rowsOf = ({ root }: Stage) => [...root.querySelectorAll<HTMLElement>('tbody tr')];
const emails = (stage: Stage) =>
  rowsOf(stage).map((row) => row.querySelector<HTMLElement>('.email')!.innerText);
const cells = (row: HTMLElement) =>
  [...row.querySelectorAll<HTMLElement>('.roles, .by, .expiry, .delivery')].map((cell) =>
    cell.innerText.replaceAll(/\s+/g, ' ').trim(),
  );
const button = (row: HTMLElement, text: string) =>
  [...row.querySelectorAll('button')].find((candidate) => candidate.innerText.trim() === text)!;
const question = ({ root }: Stage) =>
  root.querySelector('ua-confirm')!.shadowRoot!.querySelector('ua-dialog')!;
const dialogButton = (stage: Stage, text: string) =>
  [...question(stage).querySelectorAll('button')].find((candidate) => candidate.innerText.trim() === text)!;

describe('<ua-invitation-list>', () => {
  before(() => setViewport({ width: 1200, height: 800 }));

  describe('renders', () => {
    it('W26 W27 W57 shows who, role, by whom, until when, and the state of the mail with its reason', async () => {
      const stage = await aList();
      expect(emails(stage)).to.deep.equal([
        'guest1@example.org',
        'guest2@example.org',
        'guest3@example.org',
        'guest4@example.org',
      ]);
      expect(rowsOf(stage).map(cells)).to.deep.equal([
        ['Viewer', 'Amara Okafor', 'in 5 hours', 'Mail queued'],
        ['Editor', 'Amara Okafor', 'Expired', 'Mail sent'],
        ['Viewer', 'Amara Okafor', 'in 21 hours', 'Mail failed 550 5.1.1 No such user here'],
        ['Owner', 'Unknown', 'in 20 hours', 'Link only'],
      ]);
      expect(rowsOf(stage).map((row) => row.textContent!.includes('Pending'))).to.deep.equal([
        true,
        false,
        true,
        true,
      ]);
    });

    it('turns expired by the clock, without a reload', async () => {
      const stage = await aList();
      stage.list.now = () => NOW + 6 * HOUR;
      await stage.list.updateComplete;
      expect(cells(rowsOf(stage)[0]!)[2]).to.equal('Expired');
    });

    it('says what will be here while there is nothing', async () => {
      const stage = await aList({ rows: [] });
      expect(stage.root.querySelector('ua-empty-state')!.heading).to.equal('No open invitations');
    });

    it('says that loading failed and tries again', async () => {
      let isDown = true;
      const stage = await aList({
        before: () => {
          if (isDown) throw new Failure('offline');
        },
      });
      expect(stage.root.querySelector('ua-empty-state')!.textContent).to.contain('could not be reached');
      isDown = false;
      stage.root.querySelector<HTMLElement>('ua-empty-state button')!.click();
      await waitUntil(() => rowsOf(stage).length === 4);
    });

    it('C45 is not there for who may not invite', async () => {
      const stage = await aList({ role: 'editor' });
      expect(stage.root.querySelector('section')).to.equal(null);
      expect(stage.api.count('invitations.list')).to.equal(0);
    });
  });

  it('breaks an address after its @ alone, and keeps the rows calm at 900 px', async () => {
    await setViewport({ width: 800, height: 800 });
    const stage = await aList({
      rows: [
        anInvitation(1, { email: 'lars.nystrom@meridian.example', name: 'Lars Nyström' }),
        anInvitation(2, {
          email: 'archive@gone.example',
          delivery: 'failed',
          deliveryError: '550 5.1.1 <archive@gone.example>: nobody here has this address',
        }),
      ],
    });
    for (const half of stage.root.querySelectorAll<HTMLElement>('.half'))
      expect(half.offsetHeight, half.innerText).to.be.below(26);
    // The address in one line or two, as the letters of the browser have it, and what stands below it.
    expect(rowsOf(stage)[0]!.offsetHeight).to.be.below(80);
    expect(stage.root.querySelector<HTMLElement>('.email')!.title).to.equal('lars.nystrom@meridian.example');
    await setViewport({ width: 1200, height: 800 });
  });

  describe('pages', () => {
    const many = Array.from({ length: 45 }, (_, index) => anInvitation(index, { roles: ['viewer'] }));

    it('shows more on request and goes to the first new row', async () => {
      const stage = await aList({ rows: many });
      expect(rowsOf(stage).length).to.equal(20);
      stage.root.querySelector<HTMLElement>('.foot button')!.click();
      await waitUntil(() => rowsOf(stage).length === 40);
      await waitUntil(() => stage.root.activeElement !== null);
      expect(stage.root.activeElement!.closest('tr')).to.equal(rowsOf(stage)[20]);
    });

    it('shows more also where there is news while they are on their way', async () => {
      const stage = await aList({ rows: many });
      stage.root.querySelector<HTMLElement>('.foot button')!.click();
      stage.list.revision++;
      await waitUntil(() => rowsOf(stage).length === 40);
    });

    it('keeps its place, its rows and the focus through a refresh', async () => {
      const stage = await aList({ rows: many });
      stage.root.querySelector<HTMLElement>('.foot button')!.click();
      await waitUntil(() => rowsOf(stage).length === 40);
      const row = rowsOf(stage)[30]!;
      button(row, 'Revoke').focus();
      stage.invitations.rows.push(anInvitation(-1, { email: 'newest@example.org' }));
      stage.list.revision++;
      await waitUntil(() => emails(stage)[0] === 'newest@example.org');
      expect(rowsOf(stage).length).to.equal(40);
      expect(stage.root.activeElement).to.equal(button(row, 'Revoke'));
      expect(rowsOf(stage)[31]).to.equal(row);
    });
  });

  describe('actions', () => {
    it('W55 sends again and shows the new state', async () => {
      const stage = await aList();
      button(rowsOf(stage)[1]!, 'Resend').click();
      await waitUntil(() => stage.host.notices.length === 1);
      await stage.list.updateComplete;
      expect(cells(rowsOf(stage)[1]!).slice(2)).to.deep.equal(['tomorrow', 'Mail queued']);
      expect(stage.host.facts.map(({ type }) => type)).to.deep.equal(['ua-invitation-resent']);
    });

    it('C6 shows the new link to hand over where no mail goes out', async () => {
      const stage = await aList({ viewer: { hasMail: false } });
      button(rowsOf(stage)[0]!, 'Resend').click();
      await waitUntil(() => stage.root.querySelector('[data-link]') !== null);
      expect(stage.root.querySelector<HTMLInputElement>('[data-link]')!.value).to.match(/^https:/);
    });

    it('asks before revoking, names the address, and starts on what changes nothing', async () => {
      const stage = await aList();
      button(rowsOf(stage)[2]!, 'Revoke').focus();
      button(rowsOf(stage)[2]!, 'Revoke').click();
      await stage.list.updateComplete;
      expect(question(stage).heading).to.equal('Revoke the invitation of guest3@example.org?');
      expect(stage.api.count('invitations.revoke')).to.equal(0);
      dialogButton(stage, 'Cancel').click();
      await stage.list.updateComplete;
      expect(question(stage).open).to.equal(false);
      expect(stage.api.count('invitations.revoke')).to.equal(0);
    });

    it('revokes after the confirmation and moves on to the next row', async () => {
      const stage = await aList();
      button(rowsOf(stage)[2]!, 'Revoke').click();
      await stage.list.updateComplete;
      dialogButton(stage, 'Revoke invitation').click();
      await waitUntil(() => rowsOf(stage).length === 3);
      await waitUntil(() => stage.root.activeElement?.closest('tr') === rowsOf(stage)[2]);
      expect(stage.host.facts.map(({ type }) => type)).to.deep.equal(['ua-invitation-revoked']);
      expect(stage.root.querySelector<HTMLElement>('.card-head .muted')!.innerText).to.equal('3 open');
    });

    it('C6 copies the link of a pending row, and shows it where the browser does not allow copying', async () => {
      const stage = await aList();
      button(rowsOf(stage)[0]!, 'Copy link').click();
      await waitUntil(() => stage.host.notices.length === 1);
      const [notice] = stage.host.notices;
      const isShown = stage.root.querySelector('[data-link]') !== null;
      expect(isShown).to.equal(notice!.tone !== 'success');
      expect(stage.api.count('invitations.link')).to.equal(1);
    });

    it('does nothing twice while the first press is under way', async () => {
      const stage = await aList();
      let release = () => {};
      stage.invitations.before = () => new Promise((resolve) => (release = resolve));
      button(rowsOf(stage)[0]!, 'Resend').click();
      await stage.list.updateComplete;
      button(rowsOf(stage)[0]!, 'Resend').click();
      release();
      await waitUntil(() => stage.host.notices.length === 1);
      expect(stage.api.count('invitations.resend')).to.equal(1);
    });

    it('says what was refused and shows the list as it is', async () => {
      const stage = await aList();
      stage.invitations.rows = stage.invitations.rows.map((row) =>
        row.id === VARIED[0]!.id ? { ...row, state: 'accepted' as const } : row,
      );
      button(rowsOf(stage)[0]!, 'Resend').click();
      await waitUntil(() => rowsOf(stage).length === 3);
      expect(stage.host.notices).to.deep.equal([
        { text: 'This invitation is no longer pending.', tone: 'danger' },
      ]);
    });

    it("T12 is off with the reason for an invitation into a role that is not the viewer's to give", async () => {
      const rows = [anInvitation(1, { roles: ['admin'] }), anInvitation(2, { roles: ['staff'] })];
      const stage = await aList({ policy: tables, role: 'admin', rows });
      const [admin, staff] = rowsOf(stage);
      expect(
        ['Resend', 'Copy link', 'Revoke'].map((text) => button(admin!, text).ariaDescription),
      ).to.deep.equal([
        'This role is not yours to give.',
        'This role is not yours to give.',
        'This person has a role that is not yours to manage.',
      ]);
      button(admin!, 'Resend').click();
      expect(stage.api.count('invitations.resend')).to.equal(0);
      expect(button(staff!, 'Resend').ariaDisabled).to.equal(null);
    });

    it('says why the link of an expired invitation cannot be copied', async () => {
      const stage = await aList();
      expect(button(rowsOf(stage)[1]!, 'Copy link').ariaDescription).to.contain('Resend the invitation');
    });
  });

  describe('accessibility', () => {
    for (const width of [1200, 820, 360]) {
      for (const scheme of ['light', 'dark']) {
        it(`axe finds nothing at ${width} px, ${scheme}`, async () => {
          await setViewport({ width, height: 800 });
          const stage = await aList({ viewer: { hasMail: false }, scheme });
          await expect(stage.list).to.be.accessible();
          button(rowsOf(stage)[0]!, 'Resend').click();
          await waitUntil(() => stage.root.querySelector('[data-link]') !== null);
          await expect(stage.list).to.be.accessible();
          expect(document.documentElement.scrollWidth).to.be.at.most(width);
        });
      }
    }

    it('axe finds nothing in the empty, failed and asking states', async () => {
      await setViewport({ width: 1200, height: 800 });
      await expect((await aList({ rows: [] })).list).to.be.accessible();
      await expect(
        (
          await aList({
            before: () => {
              throw new Failure('internal');
            },
          })
        ).list,
      ).to.be.accessible();
      const stage = await aList();
      button(rowsOf(stage)[0]!, 'Revoke').click();
      await stage.list.updateComplete;
      await aTimeout(200);
      await expect(stage.list).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await stage.list.updateComplete;
      expect(stage.list.revoking).to.equal(undefined);
    });
  });
});
