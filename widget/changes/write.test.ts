// What the page is asked before a change and told after it, for every procedure that changes something.
import { expect } from '@open-wc/testing';
import type { Given, Output, WishPath } from '../calls.ts';
import type { CallOptions } from '../client/api.ts';
import type { FactEvent } from '../events.ts';
import { Failure } from '../failure.ts';
import type { BeforeChangeEvent } from './events.ts';
import { writeAsked } from './write.ts';
import type { Writer } from './write.ts';

const SECRET = 'ann@example.com';
const member = { memberId: 'm1', version: 1 };

/** Something a page may have to do with: what is given, what it is asked, and what it is told where no room tells it. */
interface Row {
  readonly given?: object;
  readonly answer?: object;
  readonly asks?: readonly string[];
  readonly tells?: readonly string[];
}

const settings: Row = { asks: ['settings-change'], tells: ['settings-changed'] };
/** Not asked by the widget, or no change that a page would prevent. */
const quiet: Row = {};

/** Every procedure that takes a key: one that is missing here is an error of the compiler. */
const ROWS: Record<WishPath, Row> = {
  'account.changeEmail': quiet,
  'account.changePassword': { tells: ['sign-in-changed'] },
  'account.changeProfile': quiet,
  'invitations.accept': quiet,
  'invitations.changeMany': {
    given: { action: 'revoke', invitationIds: ['i1', 'i2'] },
    asks: ['invitation-revoke'],
  },
  'invitations.create': {
    given: { addresses: `${SECRET}\nb@x.org`, roles: ['staff'] },
    asks: ['invitation-create'],
  },
  'invitations.decline': quiet,
  'invitations.link': quiet,
  'invitations.resend': { given: { invitationId: 'i1', version: 1 }, asks: ['invitation-resend'] },
  'invitations.revoke': { given: { invitationId: 'i1', version: 1 }, asks: ['invitation-revoke'] },
  'keys.create': settings,
  'keys.revoke': settings,
  'keys.rotate': settings,
  'members.assign': {
    given: { ...member, kind: 'base', resourceIds: [] },
    asks: ['member-resources-change'],
  },
  'members.changeEmail': { given: { memberId: 'm1', email: SECRET }, asks: ['member-email-change'] },
  'members.changeMany': {
    given: { selection: { ids: ['m1', 'm2'] }, change: { action: 'member.remove' } },
    answer: { results: [{ memberId: 'm1', name: 'Ann' }], next: null },
    asks: ['member-remove'],
    tells: ['member-removed'],
  },
  'members.changeRole': { given: { ...member, roles: ['staff'] }, asks: ['member-role-change'] },
  'members.create': { given: { roles: ['staff'], email: SECRET, name: 'Ann' }, asks: ['member-create'] },
  'members.deactivate': { given: member, asks: ['member-deactivate'] },
  'members.export': {
    given: {},
    answer: { rows: [], next: null },
    asks: ['members-export'],
    tells: ['members-exported'],
  },
  'members.import': {
    given: { mode: 'apply', rows: [{ email: SECRET }] },
    answer: { results: [{ verdict: 'new' }, { verdict: 'error' }] },
    asks: ['members-import'],
    tells: ['members-imported'],
  },
  'members.leave': { given: { version: 1 }, asks: ['workspace-leave'] },
  'members.offboard': { given: { ...member, end: 'remove' }, asks: ['member-offboard', 'member-remove'] },
  'members.reactivate': { given: member, asks: ['member-reactivate'] },
  'members.remove': { given: member, asks: ['member-remove'] },
  'members.resetPassword': {
    given: { memberId: 'm1', password: SECRET },
    asks: ['member-password-reset'],
  },
  'members.update': {
    given: { ...member, name: SECRET, roles: ['staff'], isActive: false, resources: [{ kind: 'base' }] },
    asks: ['member-change', 'member-role-change', 'member-deactivate', 'member-resources-change'],
  },
  'permissions.repair': {
    given: { kind: 'base', tables: ['t'] },
    asks: ['permissions-repair'],
    tells: ['permissions-repaired'],
  },
  'permissions.save': {
    given: { kind: 'base', rows: [{ role: 'staff' }] },
    answer: { results: [{ row: { role: 'staff' } }, { refused: 'busy' }] },
    asks: ['permissions-change'],
    tells: ['permissions-changed'],
  },
  'providers.addDomain': settings,
  'providers.change': settings,
  'providers.create': settings,
  'providers.disconnect': { tells: ['sign-in-changed'] },
  'providers.proveDomain': { tells: ['settings-changed'] },
  'providers.readTest': quiet,
  'providers.remove': settings,
  'providers.removeDomain': settings,
  'providers.switchExternal': settings,
  'providers.test': quiet,
  'resources.register': quiet,
  'resources.remove': quiet,
  'reviews.close': { given: { reviewId: 'r1' }, asks: ['review-close'], tells: ['review-changed'] },
  'reviews.decide': {
    given: { reviewId: 'r1', memberIds: ['m1'], decision: 'keep' },
    answer: { results: [{ memberId: 'm1' }] },
    asks: ['review-decide'],
    tells: ['review-changed'],
  },
  'reviews.start': {
    given: { name: SECRET },
    answer: { id: 'r1' },
    asks: ['review-start'],
    tells: ['review-changed'],
  },
  'roles.change': { given: { key: 'staff' }, asks: ['role-change'] },
  'roles.create': { given: { name: SECRET }, asks: ['role-create'] },
  'roles.delete': { given: { key: 'staff' }, asks: ['role-delete'] },
  'sessions.end': { tells: ['sessions-ended'] },
  'sessions.endOfMember': {
    given: { memberId: 'm1' },
    asks: ['member-sessions-end'],
    tells: ['sessions-ended'],
  },
  'sessions.endOthers': { tells: ['sessions-ended'] },
  'settings.forgetMail': settings,
  'settings.saveMail': settings,
  'settings.saveSessionLimits': settings,
  'settings.sendTestMail': quiet,
  'workspaces.archive': quiet,
  'workspaces.create': quiet,
  'workspaces.createHostKey': quiet,
  'workspaces.delete': quiet,
  'workspaces.rename': quiet,
  'workspaces.restore': quiet,
  'workspaces.revokeHostKey': quiet,
  'workspaces.rotateHostKey': quiet,
};

/** A page, and a server that answers `answer`. */
function aPage(answer: object = {}, decide: (question: BeforeChangeEvent) => void = () => {}) {
  const asked: BeforeChangeEvent[] = [];
  const told: FactEvent[] = [];
  const sent: WishPath[] = [];
  const end = new AbortController();
  const writer: Writer = {
    api: {
      write: <P extends WishPath>(path: P) => {
        sent.push(path);
        return Promise.resolve(answer as Output<P>);
      },
    },
    signal: end.signal,
    ask: (question) => {
      asked.push(question);
      decide(question);
    },
    tell: (fact) => void told.push(fact),
  };
  const write = (path: WishPath, given: object, options = {}) =>
    writeAsked(writer, path, given as Given<WishPath>, options);
  return { asked, told, sent, end, write };
}

const failed = (change: Promise<unknown>): Promise<string> =>
  change.then(
    () => 'made',
    (error: unknown) => (error as Failure).code,
  );

describe('changes', () => {
  for (const [path, { given = {}, answer, asks = [], tells = [] }] of Object.entries(ROWS)) {
    const names = (list: readonly string[]) => list.map((name) => `ua-${name}`).join(' and ') || 'nothing';
    it(`SEC_W05 ask ${names(asks.map((name) => `before-${name}`))} and tell ${names(tells)} around ${path}, and no address or name`, async () => {
      const { asked, told, sent, write } = aPage(answer);
      await write(path as WishPath, given);
      expect(asked.map(({ type }) => type)).to.deep.equal(asks.map((name) => `ua-before-${name}`));
      expect(told.map(({ type }) => type)).to.deep.equal(tells.map((name) => `ua-${name}`));
      expect(sent).to.deep.equal([path]);
      for (const event of [...asked, ...told]) expect(JSON.stringify({ ...event })).to.not.include(SECRET);
    });
  }

  it('say how many, who and which roles they are about', async () => {
    const { asked, write } = aPage();
    await write('members.changeRole', { ...member, roles: ['staff'] });
    await write('invitations.create', { addresses: 'a@x.org\nb@x.org\n', roles: ['staff'] });
    const [first, second] = asked;
    expect([first!.action, first!.count, first!.memberIds, first!.roles]).to.deep.equal([
      'members.changeRole',
      1,
      ['m1'],
      ['staff'],
    ]);
    expect([second!.count, second!.roles]).to.deep.equal([2, ['staff']]);
  });

  it('are not sent where the page prevents them, or a promise of it is rejected or kept with false', async () => {
    const decisions: ((question: BeforeChangeEvent) => void)[] = [
      (question) => question.preventDefault(),
      (question) => question.waitUntil(Promise.reject(new Error('Not today'))),
      (question) => {
        question.waitUntil(Promise.resolve(true));
        question.waitUntil(Promise.resolve(false));
      },
    ];
    for (const decide of decisions) {
      const { sent, told, write } = aPage(ROWS['members.changeMany'].answer, decide);
      expect(await failed(write('members.changeMany', ROWS['members.changeMany'].given!))).to.equal(
        'prevented',
      );
      expect([sent, told]).to.deep.equal([[], []]);
    }
  });

  it('wait until every promise of the page is kept', async () => {
    const gate = Promise.withResolvers<void>();
    const { sent, write } = aPage({}, (question) => question.waitUntil(gate.promise));
    const change = write('members.remove', member);
    await Promise.resolve();
    expect(sent).to.deep.equal([]);
    gate.resolve();
    await change;
    expect(sent).to.deep.equal(['members.remove']);
  });

  it('are given up while the page makes up its mind, by whoever stops them or by the end of the session', async () => {
    for (const end of ['session', 'viewer'] as const) {
      const stop = new AbortController();
      const page = aPage({}, (question) => question.waitUntil(new Promise(() => {})));
      const change = page.write('members.remove', member, { signal: stop.signal });
      (end === 'session' ? page.end : stop).abort();
      expect(await failed(change)).to.equal('aborted');
      expect(page.sent).to.deep.equal([]);
    }
  });

  it('are asked about once for the same wish, and once for all parts of a whole', async () => {
    const { asked, sent, write } = aPage({ results: [], next: null });
    await write('members.remove', member, { idempotencyKey: 'the same wish' });
    await write('members.remove', member, { idempotencyKey: 'the same wish' });
    const change = { action: 'member.deactivate' };
    await write('members.changeMany', { selection: { ids: ['m1'] }, change }, { whole: 300 });
    await write('members.changeMany', { selection: { ids: ['m2'] }, change }, { whole: 0 });
    await write('members.changeMany', { selection: { filter: {}, after: 'm2' }, change });
    expect(asked.map(({ type, count }) => `${type} ${count}`)).to.deep.equal([
      'ua-before-member-remove 1',
      'ua-before-member-deactivate 300',
    ]);
    expect(sent.length).to.equal(5);
  });

  it('are not asked about again where the same is done again because no answer came', async () => {
    const asked: BeforeChangeEvent[] = [];
    const keys: (string | undefined)[] = [];
    const writer: Writer = {
      api: {
        write: <P extends WishPath>(_path: P, _given: Given<P>, options?: CallOptions) => {
          keys.push(options?.idempotencyKey);
          return keys.length === 1
            ? Promise.reject(new Failure('offline'))
            : Promise.resolve({} as Output<P>);
        },
      },
      signal: new AbortController().signal,
      ask: (question) => asked.push(question),
      tell: () => {},
    };
    expect(await failed(writeAsked(writer, 'members.remove', member))).to.equal('offline');
    await writeAsked(writer, 'members.remove', member);
    expect(asked.length).to.equal(1);
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('are asked about again where the page did not let them happen', async () => {
    let isAsked = 0;
    const { sent, write } = aPage({}, (question) => {
      if (isAsked++ === 0) question.preventDefault();
    });
    expect(await failed(write('members.remove', member, { idempotencyKey: 'asked again' }))).to.equal(
      'prevented',
    );
    await write('members.remove', member, { idempotencyKey: 'asked again' });
    expect([isAsked, sent.length]).to.deep.equal([2, 1]);
  });

  it('tell what became of each person of a change of many, and of nobody who was refused', async () => {
    const person = { id: 'm1', name: 'Ann', email: SECRET, roles: ['staff'] };
    const answer = {
      results: [
        { memberId: 'm1', member: person },
        { memberId: 'm2', member: person, refused: 'outranked' },
      ],
      next: null,
    };
    const named = {
      'member.change-role': 'ua-member-role-changed',
      'member.deactivate': 'ua-member-deactivated',
      'member.reactivate': 'ua-member-reactivated',
      'member.end-sessions': 'ua-sessions-ended',
      'member.assign': 'ua-member-resources-changed',
    };
    for (const [action, name] of Object.entries(named)) {
      const { told, write } = aPage(answer);
      await write('members.changeMany', {
        selection: { ids: ['m1', 'm2'] },
        change: { action, roles: ['staff'], kind: 'base' },
      });
      expect(told.map(({ type }) => type)).to.deep.equal([name]);
      expect(JSON.stringify({ ...told[0] })).to.not.include(SECRET);
    }
  });
});
