// What hangs on a person, a browser or the whole deployment, asked by everybody else: signing in, one's own account, settings.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ERRORS } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/ids.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import { all, run } from '../db/database.ts';
import type { CallersStage } from '../testing/callers-stage.ts';
import { OWN_PAGE, openCallersStage } from '../testing/callers-stage.ts';
import { HOST_ORIGIN } from '../testing/deployment.ts';
import type { Aim } from '../testing/every-procedure.ts';
import { AT_HOME, BY_ACCOUNT, BY_OWN_PAGE, inputsAt, nowhere } from '../testing/every-procedure.ts';
import { accountOf } from '../testing/sessions.ts';

type Headers = Record<string, string>;

describe('what is a person’s own', () => {
  let stage: CallersStage;
  let site: CallersStage['site'];
  let aim: Aim;
  before(async () => {
    stage = await openCallersStage();
    ({ site, aim } = stage);
  });
  after(async () => {
    await site.close();
    assert.deepEqual(site.failures, []);
  });

  const reasonOf = async (name: string, headers: Headers) =>
    (await stage.ask(name, inputsAt(aim)[name], headers)).reason;
  const tokenOfAdmin = async (): Promise<Headers> => ({
    Authorization: `Bearer ${await site.tokenOf(stage.people.admin)}`,
  });
  const byHost = (): Headers => stage.byKey(site.key, { scope: 'workspaces', workspace: site.workspaceId });
  const sessionsOf = (id: AccountId) =>
    all(site.database.read, 'SELECT 1 FROM sessions WHERE account_id = ?', [id]);

  it('SEC_D11 one’s own account is out of reach of a host’s token, of its key, of the operator and of nobody', async () => {
    const token = await tokenOfAdmin();
    const before = await stage.stored();
    const operator = site.userAdmin.caller(site.workspaceId) as unknown as Record<
      string,
      Record<string, (input: unknown) => Promise<unknown>>
    >;
    for (const name of BY_ACCOUNT) {
      for (const page of [{}, OWN_PAGE]) {
        assert.equal(await reasonOf(name, { ...token, ...page }), 'account_action_by_host', name);
        assert.equal(await reasonOf(name, { ...byHost(), ...page }), 'not_granted', name);
        assert.equal(await reasonOf(name, page), 'not_signed_in', name);
      }
      const [noun, verb] = name.split('.') as [string, string];
      await assert.rejects(operator[noun]![verb]!(inputsAt(aim)[name]), { message: ERRORS.not_granted.text });
    }
    assert.equal(await stage.stored(), before);
  });

  it('SEC_D11 beside a token its browser’s cookie counts for nothing', async () => {
    const both = { ...(await stage.byCookie('admin')), ...(await tokenOfAdmin()) };
    for (const name of [...BY_ACCOUNT, ...BY_OWN_PAGE])
      assert.equal(await reasonOf(name, both), 'account_action_by_host', name);
  });

  it('SEC_G02 nobody is signed in or out but by a page of ours, and no reply to another brings a cookie', async () => {
    const { Origin: _origin, 'Sec-Fetch-Site': _site, ...cookie } = await stage.byCookie('admin');
    const token = await tokenOfAdmin();
    const before = await stage.stored();
    const pages: Headers[] = [
      {},
      { Origin: 'https://evil.test' },
      { Origin: HOST_ORIGIN },
      { Origin: 'null' },
      { ...OWN_PAGE, 'Sec-Fetch-Site': 'cross-site' },
      { ...OWN_PAGE, 'Sec-Fetch-Site': 'same-site' },
    ];
    for (const page of pages)
      for (const who of [{}, cookie, token, byHost()])
        for (const name of BY_OWN_PAGE) {
          const answer = await stage.ask(name, inputsAt(aim)[name], { ...who, ...page });
          assert.equal(answer.reason, 'not_signed_in', `${name} from ${JSON.stringify(page)}`);
          assert.equal(answer.headers.get('Set-Cookie'), null, name);
        }
    assert.equal(await stage.stored(), before);
    const value = cookie['Cookie']!.split('=')[1]!;
    assert.equal(await accountOf(site.sessions, value), stage.people.admin.accountId);
    for (const name of BY_OWN_PAGE)
      assert.equal(await reasonOf(name, { ...token, ...OWN_PAGE }), 'account_action_by_host', name);
  });

  it('SEC_C06 from a page of ours, what anybody may try opens nothing and tells nobody apart', async () => {
    const { accountId } = (
      await all<{ accountId: AccountId }>(
        site.database.read,
        'SELECT account_id AS accountId FROM members WHERE id = ?',
        [aim.memberId],
      )
    )[0]!;
    const before = (await sessionsOf(accountId)).length;
    const expected: Readonly<Record<string, string | undefined>> = {
      'signIn.requestLink': undefined,
      'signIn.password': 'sign_in_failed',
      'signIn.link': 'link_invalid',
      'signIn.reset': 'link_invalid',
      'signIn.setUp': 'link_invalid',
      'signIn.signOut': undefined,
    };
    assert.deepEqual(Object.keys(expected).toSorted(), BY_OWN_PAGE.toSorted());
    for (const [name, reason] of Object.entries(expected)) {
      const input = inputsAt(aim)[name] as Record<string, unknown>;
      const real = await stage.ask(name, input, OWN_PAGE);
      const made = await stage.ask(
        name,
        'login' in input ? { ...input, login: 'nobody.at.all@acme.test' } : inputsAt(nowhere())[name],
        OWN_PAGE,
      );
      assert.equal(real.reason, reason, `${name} ${real.text}`);
      assert.deepEqual([real.status, real.text], [made.status, made.text], name);
      assert.doesNotMatch(real.text, /hidden/i, name);
      const cookie = real.headers.get('Set-Cookie');
      if (name === 'signIn.signOut') assert.match(cookie!, /^__Host-user-admin=; .*Max-Age=0/);
      else assert.equal(cookie, null, name);
    }
    assert.equal((await sessionsOf(accountId)).length, before);
  });

  it('SEC_A01 what is offered to sign in with is the same for everybody, names no person, and no workspace without a provider', async () => {
    const callers: Headers[] = [
      {},
      OWN_PAGE,
      await stage.byCookie('stranger'),
      await stage.byCookie('admin'),
      await tokenOfAdmin(),
      byHost(),
    ];
    const offers = await Promise.all(
      callers.map(
        async (headers) => (await stage.ask('signIn.offer', inputsAt(aim)['signIn.offer'], headers)).text,
      ),
    );
    assert.equal(new Set(offers).size, 1);
    const offer = JSON.parse(offers[0]!).result.data as Record<string, unknown>;
    assert.deepEqual(Object.keys(offer).toSorted(), [
      'hasMail',
      'hasUsername',
      'providers',
      'ways',
      'workspace',
    ]);
    assert.deepEqual(offer['providers'], [
      {
        id: aim.providerId,
        name: 'Hidden sign-in',
        href: `https://people.example/admin/sign-in/provider/${aim.providerId}`,
      },
    ]);
    assert.equal(offer['workspace'], 'Acme');
    const [elsewhere, none] = await Promise.all(
      [stage.elsewhere.id, randomUUID()].map((workspaceId) => site.query('signIn.offer', { workspaceId })),
    );
    assert.equal(elsewhere!.text, none!.text);
    assert.doesNotMatch(elsewhere!.text, /Elsewhere|hidden|Acme/i);
  });

  it('SEC_D08 nobody sees or ends a session of another, or takes their identity away, and none is told from none', async () => {
    const before = await stage.stored();
    for (const who of ['staff', 'admin', 'stranger'] as const) {
      const headers = await stage.byCookie(who);
      for (const [name, reason] of [
        ['sessions.end', 'session_not_found'],
        ['providers.disconnect', 'connection_not_found'],
      ] as const) {
        const real = await stage.ask(name, inputsAt(aim)[name], headers);
        const made = await stage.ask(name, inputsAt(nowhere())[name], headers);
        assert.equal(real.reason, reason, `${who} ${name}`);
        assert.deepEqual([real.status, real.text], [made.status, made.text], name);
      }
      for (const name of ['account.get', 'sessions.list', 'activity.own']) {
        const answer = await stage.ask(name, undefined, headers);
        assert.equal(answer.status, 200, name);
        assert.ok(!answer.text.includes(aim.sessionId) && !answer.text.includes('hidden.target'), name);
      }
    }
    assert.equal(await stage.stored(), before);
    const [left] = await all(site.database.read, 'SELECT 1 FROM sessions WHERE handle = ?', [aim.sessionId]);
    assert.ok(left);
  });
});

describe('what is done by somebody in charge', () => {
  let stage: CallersStage;
  let site: CallersStage['site'];
  let aim: Aim;
  let owner: Awaited<ReturnType<CallersStage['site']['addMember']>>;
  before(async () => {
    stage = await openCallersStage();
    ({ site, aim } = stage);
    owner = await site.addMember({ email: 'olga@acme.test', roles: ['owner'] });
  });
  after(async () => {
    await site.close();
    assert.deepEqual(site.failures, []);
  });
  beforeEach(() => setHome(null));

  const setHome = (home: 1 | null) =>
    site.database.write((tx) =>
      run(tx, 'UPDATE workspaces SET home = ? WHERE id = ?', [home, aim.workspaceId]),
    );
  const bySession = async (): Promise<Headers> => ({
    Cookie: await site.cookieOf(owner.accountId),
    'ua-workspace': site.workspaceId,
    ...OWN_PAGE,
  });
  /** An input that finds another state than it names, where one is named, so that what is let through does nothing. */
  const lateInput = (name: string): unknown => {
    const input = inputsAt(aim)[name];
    return input !== undefined && 'version' in (input as object)
      ? { ...(input as object), version: 77 }
      : input;
  };

  it('SEC_A01 what holds for all workspaces is seen and set from the home workspace and from no other', async () => {
    const callers = [
      await bySession(),
      { Authorization: `Bearer ${await site.tokenOf(owner)}` },
    ] as Headers[];
    const before = await stage.stored();
    for (const headers of callers)
      for (const name of AT_HOME)
        assert.equal((await stage.ask(name, lateInput(name), headers)).reason, 'not_home', name);
    assert.equal(await stage.stored(), before);
    await setHome(1);
    for (const headers of callers)
      for (const name of AT_HOME) {
        const { reason, status } = await stage.ask(name, lateInput(name), headers);
        assert.ok(
          status === 200 || reason === 'changed_meanwhile' || reason === 'mail_not_set_up',
          `${name} ${status} ${reason}`,
        );
      }
    const admin = await stage.byCookie('admin');
    for (const name of AT_HOME)
      assert.equal((await stage.ask(name, lateInput(name), admin)).reason, 'not_granted', name);
  });

  /** What is for whom the person is, not for whom their session is. */
  const FRESH = [
    'account.changeEmail',
    'account.changePassword',
    'providers.prepareConnecting',
    'providers.disconnect',
    'providers.create',
    'providers.change',
    'providers.remove',
    'providers.test',
    'providers.addDomain',
    'providers.removeDomain',
    'providers.switchExternal',
    'settings.saveMail',
    'settings.forgetMail',
    'settings.saveSessionLimits',
    'keys.create',
    'keys.rotate',
    'keys.revoke',
  ];

  it('SEC_D17 the most sensitive acts need somebody who proved a short time ago who they are', async () => {
    await setHome(1);
    const headers = await bySession();
    site.clock.now += FRESH_FOR;
    await site.tokenOf(owner);
    const before = await stage.stored();
    const byToken = stage.byKey(site.key, {
      sub: owner.id,
      workspace: site.workspaceId,
      auth_time: Math.floor((site.clock.now - FRESH_FOR) / 1000),
    });
    for (const name of FRESH) {
      const bySessions = await stage.ask(name, lateInput(name), headers);
      assert.equal(bySessions.reason, 'fresh_sign_in_required', `${name} ${bySessions.text}`);
      const token = await stage.ask(name, lateInput(name), byToken);
      const expected = BY_ACCOUNT.includes(name) ? 'account_action_by_host' : 'fresh_sign_in_required';
      assert.equal(token.reason, expected, `${name} ${token.text}`);
    }
    for (const [name, input] of [
      ['members.changeRole', { memberId: aim.memberId, version: 1, roles: ['owner'] }],
      ['invitations.create', { addresses: 'next@acme.test', roles: ['owner'] }],
    ] as const) {
      const answer = await stage.ask(name, { ...input, idempotencyKey: randomUUID() }, headers);
      assert.equal(answer.reason, 'fresh_sign_in_required', name);
    }
    assert.equal(await stage.stored(), before);
    const fresh = await bySession();
    for (const name of FRESH)
      assert.notEqual((await stage.ask(name, lateInput(name), fresh)).reason, 'fresh_sign_in_required', name);
  });
});
