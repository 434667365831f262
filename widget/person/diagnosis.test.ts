// Findings in plain words, with the ways out that the viewer may use and the reasons for those they may not.
import { expect, fixture } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Finding } from '../../shared/members/diagnosis.ts';
import { FINDINGS } from '../../shared/members/diagnosis.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { CALL_ROOM } from '../calls.ts';
import { Failure } from '../failure.ts';
import { FINDING_WORDS } from '../i18n/diagnosis-strings.ts';
import { INVITATION_ROOM } from '../invitations/room.ts';
import { ShowPersonIntent } from '../members/intents.ts';
import { rightsOf } from '../rights.ts';
import { NOW, aMember, aViewer, memberId } from '../testing/builders.ts';
import { MemoryApi } from '../testing/memory-api.ts';
import { MemoryDiagnosis } from '../testing/memory-diagnosis.ts';
import { MemoryInvitations, anInvitation } from '../testing/memory-invitations.ts';
import { RoomHost } from '../testing/room-host.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { FixWantedEvent } from './diagnosis.ts';
import { DiagnosisElement } from './diagnosis.ts';
import { PAGE_ROOM } from './page-room.ts';
import { PERSON_ROOM } from './room.ts';

interface Case {
  readonly policy?: Policy;
  readonly role?: string;
  readonly viewer?: Partial<Viewer>;
  readonly findings?: readonly Finding[];
  readonly invitation?: Parameters<typeof anInvitation>[1];
  readonly target?: Parameters<typeof aMember>[1];
  readonly links?: Readonly<Record<string, string>>;
}

/** A frame of the page that knows where help is. */
class FrameElement extends HTMLElement {
  links: Readonly<Record<string, string>> = {};
  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }
}
customElements.define('test-frame', FrameElement);

/** A diagnosis of member 2, or of the address of an invitation. */
async function aDiagnosis({
  policy = workspaces,
  role = policy.roles[0]!.key,
  viewer = {},
  findings = [],
  invitation,
  target = {},
  links = {},
}: Case = {}) {
  const person = aMember(2, { name: 'Cleo Staff', roles: [policy.roles.at(-1)!.key], ...target });
  const api = new MemoryApi({
    viewer: aViewer(policy, [role], viewer),
    members: [aMember(0, { roles: [role] }), aMember(1, { roles: [role] }), person],
  });
  const invitations = new MemoryInvitations(api, []);
  api.invitations = invitations;
  const memory = new MemoryDiagnosis(api);
  memory.findings = findings;
  if (invitation !== undefined) {
    memory.invitation = anInvitation(1, {
      email: 'tim@gmial.com',
      roles: [policy.roles.at(-1)!.key],
      ...invitation,
    });
    invitations.rows = [memory.invitation];
  }
  const frame = document.createElement('test-frame') as FrameElement;
  frame.links = links;
  const host = new RoomHost(api, [CALL_ROOM, INVITATION_ROOM, PERSON_ROOM, PAGE_ROOM]);
  const shown: ShowPersonIntent[] = [];
  host.element.addEventListener(ShowPersonIntent.type, (event) => shown.push(event as ShowPersonIntent));
  const element = new DiagnosisElement();
  element.rights = rightsOf(api.viewerNow);
  if (invitation === undefined) element.member = memberId(2);
  else element.email = 'tim@gmial.com';
  host.element.append(element);
  frame.shadowRoot!.append(host.element);
  await fixture(frame);
  const root = element.shadowRoot!;
  await waitUntil(() => root.querySelector('.sum, [role=alert]') !== null);
  return { api, memory, invitations, host, element, root, shown };
}

const button = (root: ParentNode, name: string) =>
  [...root.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent!.trim() === name);
const finding = (root: ParentNode, code: string) => root.querySelector<HTMLElement>(`[data-code=${code}]`)!;
const textOf = (root: ParentNode & Node) => root.textContent!.replace(/\s+/g, ' ');

describe('<ua-diagnosis>', () => {
  before(() => setViewport({ width: 900, height: 900 }));

  it('has words for every finding, each with a title and what it means', () => {
    const tongue = {
      ago: () => 'a while ago',
      moment: () => 'at 9.',
      roles: (keys: readonly string[]) => keys.join(),
      things: () => 'things',
      reason: () => 'A reason.',
      hasEmailChange: true,
      hasSupport: true,
    };
    const facts = new Proxy(
      {},
      {
        get: (_none, name) => (name === 'roles' || name === 'providers' || name === 'needed' ? ['one'] : NOW),
      },
    );
    for (const code of Object.keys(FINDINGS)) {
      const words = FINDING_WORDS[code as Finding['code']](facts as never, tongue);
      expect(words.title, code).to.match(/\S/);
      expect(words.text, code).to.match(/[.?]$|\d/);
      expect(`${words.title} ${words.text}`, code).not.to.match(/undefined|!|null/);
    }
  });

  it('P44 P45 says which address opens the account and offers to reset the password after failures', async () => {
    const { root } = await aDiagnosis({
      policy: packages,
      findings: [{ code: 'attempts_failed', facts: { count: 3, lastAt: Date.now() - 60_000 } }],
    });
    expect(textOf(root)).to.contain('They sign in with').and.to.contain('3 attempts to sign in failed');
    button(finding(root, 'attempts_failed'), 'Reset password')!.click();
    await waitUntil(
      () => root.querySelector('ua-member-password')!.shadowRoot!.querySelector('ua-dialog')!.open,
    );
    await expect(root.host).to.be.accessible();
  });

  it('P45 gives the reason where resetting is not the viewer’s to do, and leaves out what the policy has not', async () => {
    const failed: Finding = { code: 'attempts_failed', facts: { count: 1, lastAt: NOW } };
    const { root } = await aDiagnosis({
      role: 'people-manager',
      target: { roles: ['admin'] },
      findings: [failed],
    });
    const reset = button(root, 'Reset password')!;
    expect(reset.getAttribute('aria-disabled')).to.equal('true');
    expect(reset.getAttribute('aria-description')).to.equal(
      'This person has a role that is not yours to manage.',
    );
    reset.click();
    expect(root.querySelector('ua-member-password')!.member).to.equal(undefined);
    const external = await aDiagnosis({
      viewer: { external: { authentication: true, authorization: false } },
      findings: [failed],
    });
    expect(button(external.root, 'Reset password')).to.equal(undefined);
  });

  it('P46 corrects a mistyped address where the policy can, and says what to do where it cannot', async () => {
    const typo: Finding = {
      code: 'address_mistyped',
      facts: { email: 'cleo@gmial.com', suggestion: 'cleo@gmail.com' },
    };
    const { root } = await aDiagnosis({ findings: [typo] });
    expect(button(finding(root, 'address_mistyped'), 'Change the address')).not.to.equal(undefined);
    const fixed = await aDiagnosis({ policy: packages, findings: [typo] });
    const said = finding(fixed.root, 'address_mistyped');
    expect(button(said, 'Change the address')).to.equal(undefined);
    expect(textOf(said)).to.contain('make a new account with the right one');
  });

  it('W48 P48 says that a role reaches everything, and asks for the roles where there are none', async () => {
    const { root, element } = await aDiagnosis({
      policy: packages,
      findings: [
        { code: 'reaches_all', facts: { kind: 'package', role: 'admin' } },
        { code: 'roleless', facts: {} },
      ],
    });
    expect(textOf(finding(root, 'reaches_all')))
      .to.contain('They reach all packages')
      .and.to.contain('Admin has every one');
    const wanted: string[] = [];
    element.addEventListener('ua-fix-wanted', (event) => wanted.push((event as FixWantedEvent).deed));
    button(finding(root, 'roleless'), 'Choose a role')!.click();
    expect(wanted).to.deep.equal(['choose-role']);
  });

  it('W45 W58 W59 W60 W61 W62 explains why roles cannot be given, shows the roles, and ends at support', async () => {
    const findings: Finding[] = [
      { code: 'may_not_assign', facts: { needed: ['super-admin', 'admin', 'people-manager'] } },
      { code: 'roles_exist_here', facts: { workspace: 'Northwind' } },
      { code: 'assigns_here', facts: { workspace: 'Northwind' } },
      { code: 'ask_everywhere', facts: { roles: ['super-admin'] } },
      { code: 'not_yours', facts: { reason: 'outranked' } },
      { code: 'roles_held', facts: { roles: ['viewer'] } },
      { code: 'ask_support', facts: {} },
    ];
    const { root, shown } = await aDiagnosis({ findings, links: { support: 'https://help.example/' } });
    expect(textOf(finding(root, 'may_not_assign'))).to.contain(
      'Super admin, Workspace admin, or People manager',
    );
    expect(textOf(finding(root, 'ask_everywhere'))).to.contain('Super admin can always give roles');
    expect(textOf(finding(root, 'not_yours'))).to.contain('not yours to manage');
    expect(textOf(finding(root, 'roles_held'))).to.contain('do not wait for a review');
    button(finding(root, 'roles_exist_here'), 'See the roles')!.click();
    expect(shown.at(-1)!.view).to.equal('permissions');
    const link = finding(root, 'ask_support').querySelector('a')!;
    expect([link.href, link.rel]).to.deep.equal(['https://help.example/', 'noopener']);
    const without = await aDiagnosis({ findings, links: { support: 'javascript:alert(1)' } });
    expect(finding(without.root, 'ask_support').querySelector('a')).to.equal(null);
    expect(textOf(finding(without.root, 'ask_support'))).to.contain('Ask whoever runs this product');
  });

  it('W52 W55 invites the address that was meant instead, and revokes the mistyped one', async () => {
    const { root, invitations, host } = await aDiagnosis({
      invitation: {},
      findings: [
        { code: 'address_mistyped', facts: { email: 'tim@gmial.com', suggestion: 'tim@gmail.com' } },
      ],
    });
    button(root, 'Invite tim@gmail.com instead')!.click();
    await waitUntil(() =>
      invitations.rows.some(({ email, state }) => email === 'tim@gmail.com' && state === 'pending'),
    );
    await waitUntil(() => host.notices.some(({ text }) => text.includes('tim@gmail.com is invited')));
    expect(
      invitations.rows.some(({ email, state }) => email === 'tim@gmial.com' && state === 'pending'),
    ).to.equal(false);
    expect(host.facts.map(({ type }) => type)).to.deep.equal([
      'ua-invitation-created',
      'ua-invitation-revoked',
    ]);
  });

  it('W55 leaves everything as it is where the page keeps the new invitation back', async () => {
    const { root, api, host } = await aDiagnosis({
      invitation: {},
      findings: [
        { code: 'address_mistyped', facts: { email: 'tim@gmial.com', suggestion: 'tim@gmail.com' } },
      ],
    });
    const asked: string[] = [];
    host.allows = ({ type }) => {
      asked.push(type);
      return false;
    };
    const instead = button(root, 'Invite tim@gmail.com instead')!;
    instead.click();
    await waitUntil(() => asked.length === 1 && instead.ariaDisabled === null);
    expect(asked).to.deep.equal(['ua-before-invitation-create']);
    expect([api.count('invitations.create'), api.count('invitations.revoke')]).to.deep.equal([0, 0]);
    expect(host.notices.filter(({ tone }) => tone !== 'spoken')).to.deep.equal([]);
  });

  it('W55 resends an expired invitation and looks again', async () => {
    const { root, api, host, memory, invitations } = await aDiagnosis({
      invitation: { state: 'expired', expiresAt: NOW },
      findings: [{ code: 'invitation_expired', facts: { expiresAt: NOW } }],
    });
    memory.findings = [];
    button(root, 'Resend the invitation')!.click();
    await waitUntil(() => textOf(root).includes('No problem found'));
    expect(api.count('members.diagnose')).to.equal(2);
    expect(invitations.rows[0]!.state).to.equal('pending');
    expect(host.facts.map(({ type }) => type)).to.deep.equal(['ua-invitation-resent']);
  });

  it('W54 W57 shows what the mail server answered, opens its settings, and sends a test e-mail from here', async () => {
    const { root, api, shown } = await aDiagnosis({
      viewer: { isHome: true },
      invitation: { delivery: 'failed', deliveryError: '550 no such mailbox' },
      findings: [{ code: 'mail_failed', facts: { answer: '550 no such mailbox' } }],
    });
    const failed = finding(root, 'mail_failed');
    expect(textOf(failed)).to.contain('It answered: 550 no such mailbox');
    api.on('settings.sendTestMail', () => ({ isDelivered: false, answer: '454 try later' }));
    button(failed, 'Send a test e-mail')!.click();
    await waitUntil(() => textOf(failed).includes('454 try later'));
    button(failed, 'Open mail settings')!.click();
    expect([shown.at(-1)!.view, shown.at(-1)!.person]).to.deep.equal(['settings', '']);
  });

  it('W54 offers no settings to who may not see them, and the link by hand where there is no mail', async () => {
    const { root, invitations, host } = await aDiagnosis({
      viewer: { hasMail: false },
      invitation: { delivery: 'none' },
      findings: [{ code: 'mail_missing', facts: {} }],
    });
    expect(button(root, 'Open mail settings')).to.equal(undefined);
    const missing = finding(root, 'mail_missing');
    const asked: string[] = [];
    invitations.before = (name) => void asked.push(name);
    button(missing, 'Copy the link')!.click();
    const isCopied = () => host.notices.some(({ text }) => text === 'Link copied.');
    await waitUntil(() => isCopied() || missing.querySelector('input')?.value.startsWith('http') === true);
    expect(asked).to.deep.equal(['link']);
  });

  it('W53 W56 W42 gives the advice for letters that were sent, and asks to follow up', async () => {
    const { root } = await aDiagnosis({
      invitation: {},
      findings: [
        {
          code: 'invitation_waits',
          facts: { createdAt: Date.now() - 5 * 86_400_000, expiresAt: Date.now() + 86_400_000, by: 'Boss' },
        },
        { code: 'mail_sent', facts: {} },
        { code: 'look_in_spam', facts: {} },
        { code: 'may_be_delayed', facts: {} },
      ],
    });
    const text = textOf(root);
    for (const words of [
      'Invited 5 days ago by Boss',
      'Follow up',
      'spam folder',
      'hold back first mails',
      'The mail was sent',
    ])
      expect(text).to.contain(words);
    expect(textOf(root.querySelector('.sum')!)).to.contain('No problem found');
  });

  it('shows what is in order folded, and why nothing could be looked up', async () => {
    const { root, api } = await aDiagnosis({ policy: collaborators });
    expect(root.querySelectorAll('details').length).to.be.greaterThan(0);
    api.before = ({ name }) => {
      if (name === 'members.diagnose') throw new Failure('offline');
    };
    button(root, 'Check again')!.click();
    await waitUntil(() => root.querySelector('[role=alert]') !== null);
    expect(textOf(root)).to.contain('The server could not be reached');
    const auditor = await aDiagnosis({
      policy: directory,
      role: 'auditor',
      target: { status: 'deactivated' },
    });
    const reactivate = button(auditor.root, 'Reactivate')!;
    expect(reactivate.getAttribute('aria-description')).to.equal('Your role does not include this.');
  });
});
