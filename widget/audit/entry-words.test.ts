// Entries of the trail in words: nothing of how they are stored is read out.
import { expect } from '@open-wc/testing';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { rightsOf } from '../rights.ts';
import { aViewer } from '../testing/builders.ts';
import { anEntry } from '../testing/memory-audit.ts';
import { entryWords } from './entry-words.ts';

function said(policy: Policy, over: Partial<AuditEntry>): string {
  const role = policy.roles[0]!.key;
  const entry = anEntry(1, { actor: { kind: 'member', id: 'm', name: 'Olga' }, note: null, ...over });
  const { actor, did, facts } = entryWords(entry, rightsOf(aViewer(policy, [role])));
  const values = facts.map(({ label, before, after }) =>
    [`${label}:`, ...(before === '' ? [] : [before, '→']), after].join(' ').trim(),
  );
  return [`${actor} ${did}`, ...values].join(' | ');
}

const ANA = { kind: 'member', id: 'ana', name: 'Ana' } as const;
const ORDERS = { kind: 'resource', id: 'r', name: 'Orders' } as const;
const provider = { kind: 'provider', id: 'p', name: null } as const;
const OPENID = {
  name: 'Meridian ID',
  isEnabled: true,
  config: { kind: 'oidc', issuer: 'https://id.test', clientId: 'abc', scopes: ['openid'], groupsClaim: '' },
  admission: {
    isJustInTime: true,
    roles: ['employee'],
    highestRole: 'employee',
    most: null,
    groups: { constructor: 'user-administrator' },
  },
};

describe('an entry in words', () => {
  const adminName = directory.roles.find(({ key }) => key === 'user-administrator')!.name;
  const cases: readonly (readonly [string, Policy, Partial<AuditEntry>, string])[] = [
    [
      'what somebody was given and what was taken, by name, and not what stayed (P31)',
      packages,
      {
        action: 'member.assign',
        target: ANA,
        before: { kind: 'package', resources: ['cat', 'kit'] },
        after: {
          kind: 'package',
          resources: ['cat', 'new', '__proto__'],
          names: { kit: 'Marketing kit', new: 'Price lists' },
        },
      },
      'Olga changed what Ana is assigned | Given: Price lists, __proto__ | Taken away: Marketing kit →',
    ],
    [
      'which actions became others',
      tables,
      {
        action: 'member.assign',
        target: ANA,
        before: { kind: 'table', resources: { a: ['read'], b: ['read'] } },
        after: {
          kind: 'table',
          resources: { a: ['read', 'write'], c: ['read', 'write', 'delete'] },
          names: { a: 'Orders', b: 'Bills' },
        },
      },
      'Olga changed what Ana is assigned | Given: c | Taken away: Bills: Read → | Orders: Read → Read, Write',
    ],
    [
      'whose rights on what were changed (T36)',
      tables,
      {
        action: 'permissions.save',
        target: ORDERS,
        before: { role: 'staff', actions: ['read'] },
        after: { role: 'staff', actions: [] },
      },
      'Olga changed what Staff may do with Orders | Allowed: Read → none',
    ],
    [
      'what was registered, without its name twice',
      tables,
      {
        action: 'resource.register',
        target: ORDERS,
        before: null,
        after: { kind: 'table', key: 'orders', name: 'Orders', grants: { staff: ['read', 'write'] } },
      },
      'Olga registered Orders | Kind: Table | Key: orders | Given from the start: Staff: Read, Write',
    ],
    [
      'nothing given from the start where that is nothing',
      packages,
      {
        action: 'resource.register',
        target: ORDERS,
        before: null,
        after: { kind: 'package', key: 'orders', name: 'Orders', grants: {} },
      },
      'Olga registered Orders | Kind: Package | Key: orders',
    ],
    [
      'the tables that were brought in order by name',
      tables,
      {
        action: 'permissions.repair',
        target: { kind: 'workspace', id: 'w', name: 'Acme' },
        before: null,
        after: { kind: 'table', repaired: ['o', 'b'], unrepaired: [], names: { o: 'Orders' } },
      },
      'Olga brought the database of Acme in order | Kind: Table | Brought in order: Orders, b',
    ],
    [
      'a new name without saying that it is the name',
      directory,
      {
        action: 'member.change-profile',
        target: ANA,
        before: null,
        after: { fields: ['name', 'firstName', 'department', 'username'] },
        named: { name: 'Ana', previousName: 'Anna', department: 'Sales', previousDepartment: '' },
      },
      'Olga changed the details of Ana | Changed: Username | Name: Anna → Ana | Department: Sales',
    ],
    [
      'which details were changed where their values were erased (SEC_L10)',
      directory,
      {
        action: 'member.change-profile',
        target: ANA,
        before: null,
        after: { fields: ['name', 'department'] },
      },
      'Olga changed the details of Ana | Changed: Name, Department',
    ],
    [
      'how a provider is set up',
      directory,
      { action: 'provider.create', target: provider, before: null, after: OPENID },
      `Olga added the identity provider Meridian ID | Switched on: yes | Protocol: OpenID Connect | Client: abc | Address: https://id.test | Asks for: openid | People join at first sign-in: yes | They get: Employee | Highest role: Employee | Roles by group: constructor: ${adminName}`,
    ],
    [
      'of a provider that was changed only what changed',
      directory,
      {
        action: 'provider.change',
        target: provider,
        before: OPENID,
        after: { ...OPENID, admission: { ...OPENID.admission, most: 50 }, isSecretChanged: false },
      },
      'Olga changed the identity provider Meridian ID | At most: 50 | Secret replaced: no',
    ],
    [
      'which address somebody asked for',
      packages,
      {
        action: 'account.request-email',
        target: { kind: 'member', id: 'm', name: 'Olga' },
        before: null,
        after: null,
        named: { email: 'olga@acme.test', requestedEmail: 'olga@new.test' },
      },
      'Olga asked for another address | Address asked for: olga@new.test',
    ],
    [
      'what proved a mailbox',
      packages,
      {
        action: 'account.prove-mailbox',
        target: { kind: 'member', id: 'm', name: 'Olga' },
        before: null,
        after: { by: 'reset' },
      },
      'Olga proved for the first time that the mailbox is theirs | How: by a link to choose a password',
    ],
    [
      'by which link somebody came',
      packages,
      {
        action: 'invitation.accept',
        target: { kind: 'invitation', id: 'i', name: 'Ana' },
        before: null,
        after: { memberId: 'ana', channel: 'copy' },
      },
      'Olga accepted the invitation of Ana | Link received: by hand',
    ],
    [
      'what stopped somebody from signing in',
      packages,
      {
        action: 'account.sign-in-failed',
        target: { kind: 'account', id: 'nobody', name: null },
        before: null,
        after: { by: 'password', limited: 'wrongPasswordsOfNetwork' },
      },
      'Olga tried to sign in and failed | How: by password | Too many: wrong passwords from one network',
    ],
    [
      'what was taken along in a file',
      packages,
      {
        action: 'members.export',
        target: { kind: 'workspace', id: 'w', name: 'Acme' },
        before: null,
        after: { count: 1200, filter: { roles: ['user'], statuses: ['deactivated'], chosen: 3 } },
      },
      'Olga exported the list of people | Number of people: 1,200 | Role: User | Status: Inactive | Chosen by hand: 3',
    ],
    [
      'how long an old secret goes on',
      packages,
      {
        action: 'host-key.rotate',
        target: { kind: 'host-key', id: 'portal', name: null },
        before: { generation: 1 },
        after: { generation: 2, overlapHours: 24 },
      },
      'Olga gave the signing key portal another secret | Old secret works for: 24 hours',
    ],
    [
      'a decision of a review',
      directory,
      {
        action: 'review.decide',
        target: ANA,
        before: { decision: null },
        after: { decision: 'revoke', review: 'Third quarter', reviewId: 'x' },
      },
      'Olga decided about the access of Ana | Decision: revoked | Review: Third quarter',
    ],
  ];
  for (const [what, policy, over, words] of cases)
    it(`says ${what} (W15)`, () => expect(said(policy, over)).to.equal(words));

  it('says of whose rights without a role that it is one', () => {
    expect(said(tables, { action: 'permissions.save', target: ORDERS, before: null, after: null })).to.equal(
      'Olga changed what a role may do with Orders',
    );
  });
});
