// The invite card against a server in memory with the real parsing and the real decisions.
import { aTimeout, expect, fixture } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { sendKeys } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { Failure } from '../failure.ts';
import type { InvitationCreatedEvent } from './events.ts';
import { rightsOf } from '../rights.ts';
import { aMember, aViewer, someMembers } from '../testing/builders.ts';
import { MemoryApi } from '../testing/memory-api.ts';
import { MemoryInvitations, anInvitation } from '../testing/memory-invitations.ts';
import { RoomHost } from '../testing/room-host.ts';
import { InviteCardElement } from './invite-card.ts';
import type { InviteResultsElement } from './invite-results.ts';
import { INVITATION_ROOM } from './room.ts';

interface Setting {
  readonly policy?: Policy;
  readonly role?: string;
  readonly viewer?: Partial<Viewer>;
  readonly scheme?: string;
}

async function aCard({
  policy = collaborators,
  role = 'owner',
  viewer = {},
  scheme = 'light',
}: Setting = {}) {
  const api = new MemoryApi({
    viewer: aViewer(policy, [role], viewer),
    members: someMembers(12, policy, [role]),
  });
  const invitations = new MemoryInvitations(api, [
    anInvitation(1, { email: 'waiting@example.org', roles: ['viewer'] }),
  ]);
  api.invitations = invitations;
  const host = new RoomHost(api, [INVITATION_ROOM]);
  host.element.style.cssText = `color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#16171a' : '#fff'}`;
  const card = new InviteCardElement();
  card.rights = rightsOf(api.viewerNow);
  host.element.append(card);
  await fixture(host.element);
  await card.updateComplete;
  await card.box?.updateComplete;
  return { api, invitations, host, card, root: card.shadowRoot! };
}

type Stage = Awaited<ReturnType<typeof aCard>>;
const submit = ({ root }: Stage) => root.querySelector<HTMLButtonElement>('[part~=submit]')!;
const write = async ({ card }: Stage, text: string) => {
  card.box!.value = text;
  await card.updateComplete;
};
const results = ({ root }: Stage) => root.querySelector<InviteResultsElement>('ua-invite-results');
const lines = (stage: Stage) =>
  [...results(stage)!.shadowRoot!.querySelectorAll<HTMLElement>('li')].map((line) =>
    line.innerText
      .split('\n')
      .map((part) => part.trim())
      .filter(Boolean),
  );
async function invite(stage: Stage, text: string): Promise<void> {
  await write(stage, text);
  submit(stage).click();
  await waitUntil(() => stage.card.sending === 0, 'the answer came');
  await stage.card.updateComplete;
  await results(stage)?.updateComplete;
}

describe('<ua-invite-card>', () => {
  describe('renders', () => {
    it('T7 T8 C2 C3 C4 has addresses, a role with its description, and a button with the count', async () => {
      const stage = await aCard();
      await write(stage, 'a@example.com, b@example.com, c@example.com');
      expect(submit(stage).innerText.trim()).to.equal('Invite 3 people');
      expect(stage.root.querySelector<HTMLElement>('#role-description')!.innerText).to.equal(
        'Reads everything.',
      );
    });

    it('SEC_B24 keeps a list that is longer than a request may be, says so, and sends nothing', async () => {
      const stage = await aCard();
      const name = 'Ж'.repeat(100);
      const list = Array.from({ length: 5000 }, (_, at) => `${name} <person${at}@example.com>`).join('\n');
      await write(stage, list);
      await stage.card.sendInvitations();
      expect(stage.card.notice?.()).to.contain('too long to be sent at once');
      expect(stage.card.box!.value).to.equal(list);
      expect(stage.api.count('invitations.create')).to.equal(0);
    });

    it('T8 asks for a display name where the policy has the field and there is no second address', async () => {
      const stage = await aCard({ policy: tables });
      expect(stage.root.querySelector('#name')).to.exist;
      await write(stage, 'a@example.com');
      expect(stage.root.querySelector('#name')).to.exist;
      await write(stage, 'a@example.com, b@example.com');
      expect(stage.root.querySelector('#name')).to.equal(null);
    });

    it('asks for a message only where the policy has the field', async () => {
      expect((await aCard({ policy: tables })).root.querySelector('.add')).to.equal(null);
      const stage = await aCard();
      stage.root.querySelector<HTMLElement>('.add')!.click();
      await waitUntil(() => stage.root.activeElement?.id === 'message');
    });

    it('T12 C45 offers only roles that the viewer may give, says why not the others, and begins with the lowest', async () => {
      const stage = await aCard({ policy: tables, role: 'admin' });
      const options = [...stage.root.querySelectorAll('option')].map(({ value, disabled, text }) => [
        value,
        disabled,
        text.trim(),
      ]);
      expect(options).to.deep.equal([
        ['owner', true, 'Owner (This role is not yours to give.)'],
        ['admin', true, 'Admin (This role is not yours to give.)'],
        ['staff', false, 'Staff'],
        ['member', false, 'Member'],
      ]);
      expect(stage.card.roles).to.deep.equal(['member']);
    });

    it('says in the words of the decision why nobody can be invited', async () => {
      const stage = await aCard({ viewer: { workspace: { ...aViewer().workspace, isArchived: true } } });
      expect(stage.root.querySelector<HTMLElement>('.note')!.innerText.trim()).to.equal(
        'This workspace is archived. Restore it to make changes.',
      );
      expect(submit(stage).ariaDescription).to.contain('archived');
    });

    it('C6 says plainly that links have to be handed over where no mail goes out', async () => {
      const stage = await aCard({ viewer: { hasMail: false, invitationHours: 48 } });
      expect(stage.root.querySelector<HTMLElement>('.note')!.innerText).to.contain(
        'Copy each link and hand it over yourself; it works once, for 2 days.',
      );
    });

    it('is off with a reason while there is nobody to invite', async () => {
      const stage = await aCard();
      expect(submit(stage).ariaDisabled).to.equal('true');
      expect(submit(stage).ariaDescription).to.equal('Enter at least one complete address.');
      submit(stage).click();
      expect(stage.api.count('invitations.create')).to.equal(0);
    });
  });

  describe('inviting', () => {
    it('C5 T9 invites the good ones with the chosen role; only what can be mended stays', async () => {
      const stage = await aCard();
      await invite(stage, 'new@example.com, broken, also@example.com, new@example.com');
      expect(stage.api.calls.find(({ name }) => name === 'invitations.create')!.input).to.deep.equal({
        addresses: 'new@example.com\nalso@example.com',
        roles: ['viewer'],
      });
      expect(stage.card.box!.value).to.equal('broken');
      expect(lines(stage)).to.deep.equal([
        ['new@example.com', 'Invited', 'Copy link'],
        ['also@example.com', 'Invited', 'Copy link'],
      ]);
    });

    it('says for each address what became of it, and changes nobody who is there already', async () => {
      const stage = await aCard();
      const person = stage.api.people[3]!;
      const off = aMember(90, { email: 'off@example.org', status: 'deactivated' });
      stage.api.people.push(off);
      await invite(stage, `${person.email}, waiting@example.org, off@example.org, new@example.com`);
      expect(lines(stage)).to.deep.equal([
        ['off@example.org', 'Deactivated. Reactivate this person instead of inviting them.'],
        ['new@example.com', 'Invited', 'Copy link'],
        ['waiting@example.org', 'Already invited. The earlier invitation still counts.'],
        [person.email, 'Already here. Nothing was changed.'],
      ]);
      expect(stage.card.box!.value).to.equal('');
    });

    it('T8 sends the display name of a single person and the message', async () => {
      const stage = await aCard({
        policy: { ...tables, invitations: { ...tables.invitations, fields: ['name', 'message'] } },
      });
      await write(stage, 'a@example.com');
      stage.card.name = ' Anna ';
      await stage.card.openMessage();
      await sendKeys({ type: 'Welcome' });
      submit(stage).click();
      await waitUntil(() => stage.card.results.length > 0);
      expect(stage.api.calls.at(-1)!.input).to.deep.include({ name: 'Anna', message: 'Welcome' });
      expect([stage.card.name, stage.card.message]).to.deep.equal(['', '']);
    });

    it('C6 shows the links to copy one by one or all together', async () => {
      const stage = await aCard({ viewer: { hasMail: false } });
      await invite(stage, 'a@example.com, b@example.com');
      const shadow = results(stage)!.shadowRoot!;
      expect(shadow.querySelector<HTMLInputElement>('input')!.value).to.match(
        /^https:\/\/people\.example\.com\/invite#/,
      );
      expect([...shadow.querySelectorAll('button')].map((button) => button.innerText.trim())).to.deep.equal([
        'Copy all 2 links',
        '',
        'Copy link',
        'Copy link',
      ]);
    });

    it('sends Enter in the name field, and a draft that is still being typed', async () => {
      const stage = await aCard({ policy: tables });
      stage.card.box!.focus();
      await sendKeys({ type: 'late@example.com' });
      await stage.card.updateComplete;
      stage.root.querySelector<HTMLElement>('#name')!.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => stage.card.results.length > 0);
      expect(lines(stage)[0]![0]).to.equal('late@example.com');
    });

    it('shows progress, takes no second click, and keeps everything when it is cancelled', async () => {
      const stage = await aCard();
      let release = () => {};
      stage.invitations.before = (_name, _input, options) =>
        new Promise((resolve, reject) => {
          release = resolve;
          options?.signal?.addEventListener('abort', () => reject(new Failure('aborted')));
        });
      await write(stage, 'a@example.com, b@example.com');
      submit(stage).click();
      submit(stage).click();
      await stage.card.updateComplete;
      expect(stage.root.querySelector('progress')!.ariaLabel).to.equal('Inviting 2 people');
      expect(stage.api.count('invitations.create')).to.equal(1);
      stage.root.querySelector<HTMLElement>('.state button')!.click();
      await waitUntil(() => stage.card.sending === 0);
      release();
      expect(stage.card.notice?.()).to.contain('Stopped waiting.');
      expect(stage.card.box!.value).to.equal('a@example.com\nb@example.com');
    });

    it('sends a long list in parts, says how far it is, and keeps the rest of the list where it is stopped', async () => {
      const stage = await aCard();
      const asked: number[] = [];
      stage.host.allows = ({ count }) => asked.push(count) > 0;
      const later = Promise.withResolvers<void>();
      stage.invitations.before = (_name, _input, options) => {
        if (stage.api.count('invitations.create') < 2) return;
        options?.signal?.addEventListener('abort', () => later.reject(new Failure('aborted')));
        return later.promise;
      };
      const list = Array.from({ length: 700 }, (_, at) => `person${at}@example.com`);
      stage.card.box!.value = list.join('\n');
      await stage.card.box!.updateComplete;
      await waitUntil(() => stage.card.count.ready === 700);
      submit(stage).click();
      await waitUntil(() => stage.root.querySelector('progress')?.value === 500, 'the first part is done');
      expect(stage.root.querySelector('progress')!.ariaLabel).to.equal('500 of 700 people invited');
      stage.root.querySelector<HTMLElement>('.state button')!.click();
      await waitUntil(() => stage.card.sending === 0);
      expect(stage.card.notice?.()).to.contain('500 people of the list were dealt with.');
      expect(stage.card.results).to.have.length(500);
      expect(stage.card.box!.value.split('\n')).to.deep.equal(list.slice(500));
      expect(asked, 'the page is asked about all of them at once').to.deep.equal([700]);
      const [fact] = stage.host.facts as InvitationCreatedEvent[];
      expect(fact!.invitationIds).to.have.length(500);
    });

    it('SEC_W11 keeps the list after a failure and tries again under the same key, so that it has one effect', async () => {
      const stage = await aCard();
      let tries = 0;
      stage.invitations.before = () => {
        if (tries++ === 0) throw new Failure('offline');
      };
      await invite(stage, 'a@example.com');
      expect(stage.root.querySelector<HTMLElement>('[role=alert]')!.innerText).to.contain(
        'could not be reached',
      );
      submit(stage).click();
      await waitUntil(() => stage.card.results.length > 0);
      const keys = stage.api.calls.map(({ options }) => options?.idempotencyKey);
      expect(keys.length).to.equal(2);
      expect(keys[0]).to.equal(keys[1]);
    });

    it('uses a new key after an answer or for another list', async () => {
      const stage = await aCard();
      await invite(stage, 'a@example.com');
      await invite(stage, 'a@example.com');
      const keys = stage.api.calls.map(({ options }) => options?.idempotencyKey);
      expect(new Set(keys).size).to.equal(2);
    });

    it('lets the page prevent it and then keeps the list', async () => {
      const stage = await aCard();
      stage.host.allows = () => false;
      await invite(stage, 'a@example.com');
      expect(stage.api.count('invitations.create')).to.equal(0);
      expect(stage.card.box!.value).to.equal('a@example.com');
      expect(stage.root.querySelector<HTMLElement>('[role=alert]')!.innerText).to.contain(
        'This page did not let it happen.',
      );
    });
  });

  describe('events', () => {
    it('SEC_W05 tells the page which invitations were made, without addresses and links', async () => {
      const stage = await aCard();
      await invite(stage, 'a@example.com, b@example.com');
      const [fact] = stage.host.facts;
      expect(fact!.type).to.equal('ua-invitation-created');
      expect(JSON.stringify({ ...fact })).to.not.match(/example\.com|https/);
      expect(stage.host.touched).to.include('invitations');
    });
  });

  describe('accessibility', () => {
    for (const [name, policy, viewer] of [
      ['collaborators', collaborators, {}],
      ['tables', tables, {}],
      ['without mail', collaborators, { hasMail: false }],
      ['archived', collaborators, { workspace: { ...aViewer().workspace, isArchived: true } }],
    ] as const) {
      for (const scheme of ['light', 'dark']) {
        it(`axe finds nothing before and after inviting: ${name}, ${scheme}`, async () => {
          const stage = await aCard({ policy, viewer, scheme });
          await expect(stage.card).to.be.accessible();
          await invite(stage, `a@example.com, broken, b@example.com, ${stage.api.people[2]!.email}`);
          await aTimeout(200);
          await expect(stage.card).to.be.accessible();
        });
      }
    }
  });
});
