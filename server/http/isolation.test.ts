// Two workspaces of one deployment: an owner of the one reaches nothing of the other, by any procedure.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { SessionId, WorkspaceId } from '../../shared/ids.ts';
import { all } from '../db/database.ts';
import type { Answer, Deployment } from '../testing/deployment.ts';
import { BASE_URL, deploy } from '../testing/deployment.ts';
import type { Aim } from '../testing/every-procedure.ts';
import {
  BY_ACCOUNT,
  BY_ANYBODY,
  BY_LINK,
  BY_PERSON,
  MUTATIONS,
  PROCEDURES,
  PROVIDER,
  inputsAt,
  nowhere,
} from '../testing/every-procedure.ts';
import { withPasswords } from '../testing/policies.ts';

type Headers = Record<string, string>;

describe('workspaces', () => {
  let site: Deployment;
  let bearer: Headers;
  /** The same owner, at a page of ours. */
  let page: Headers;
  let theirs: Aim;
  const text = /hidden|secret/i;
  let own: { memberId: string; resourceId: string };
  const wish = () => ({ idempotencyKey: randomUUID() });
  before(async () => {
    site = await deploy({ policy: withPasswords });
    const owner = await site.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    bearer = { Authorization: `Bearer ${await site.tokenOf(owner)}` };
    page = {
      Cookie: await site.cookieOf(owner.accountId),
      'ua-workspace': site.workspaceId,
      Origin: new URL(BASE_URL).origin,
    };
    const operator = site.userAdmin.caller(null);
    const workspace = await operator.workspaces.create({
      name: 'Secret Garden',
      hostKeyId: site.key.id,
      owner: { email: 'hidden.owner@secret.test' },
      ...wish(),
    });
    const key = await operator.workspaces.createHostKey({ name: 'Hidden key', ...wish() });
    await operator.workspaces.create({
      name: 'Secret Shed',
      hostKeyId: key.id,
      owner: { email: 'hidden.other@secret.test' },
      ...wish(),
    });
    const inside = site.userAdmin.caller(workspace.id);
    const { results } = await inside.invitations.create({
      addresses: 'hidden.guest@secret.test',
      roles: ['staff'],
      ...wish(),
    });
    await inside.resources.register({
      kind: 'table',
      resources: [{ key: 'hidden', name: 'Hidden Table' }],
      ...wish(),
    });
    const {
      rows: [table],
    } = await inside.resources.list({ kind: 'table' });
    const review = await inside.reviews.start({
      name: 'Hidden Review',
      scope: {},
      dueAt: site.clock.now + 86_400_000,
      ...wish(),
    });
    const provider = await inside.providers.create({ ...PROVIDER, ...wish() });
    await inside.providers.addDomain({ domain: 'hidden.test', ...wish() });
    // Not the owner: nobody but a person of their own makes them switch off, remove or give away the last one.
    const member = await site.addMember({
      email: 'hidden.member@secret.test',
      roles: ['staff'],
      workspaceId: workspace.id,
    });
    await site.cookieOf(member.accountId);
    const [session] = await all<{ id: SessionId }>(
      site.database.read,
      'SELECT handle AS id FROM sessions WHERE account_id = ?',
      [member.accountId],
    );
    theirs = {
      workspaceId: workspace.id,
      memberId: member.id,
      invitationId: results[0]!.invitationId!,
      resourceId: table!.id,
      reviewId: review.id,
      hostKeyId: key.id,
      providerId: provider.id,
      sessionId: session!.id,
      domain: 'hidden.test',
    };
    const here = site.userAdmin.caller(site.workspaceId);
    await here.resources.register({
      kind: 'table',
      resources: [{ key: 'open', name: 'Open Table' }],
      ...wish(),
    });
    const {
      rows: [open],
    } = await here.resources.list({ kind: 'table' });
    const colleague = await site.addMember({ email: 'ana@acme.test', roles: ['staff'] });
    own = { memberId: colleague.id, resourceId: open!.id };
    // That somebody came is noted at their first request.
    for (const headers of [bearer, page]) await site.query('viewer.get', undefined, headers);
  });
  after(async () => {
    await site.close();
    assert.deepEqual(site.failures, []);
  });

  const TABLES =
    'accounts members member_roles invitations resources grants workspaces audit host_keys providers identities domains sessions links settings outbox'.split(
      ' ',
    );
  const state = async () =>
    JSON.stringify(
      await Promise.all(
        TABLES.map(async (table) => {
          const rows = JSON.stringify(await all(site.database.read, `SELECT * FROM ${table}`));
          // Short, so that where two differ the table is named and no page of rows is printed.
          return `${table} ${createHash('sha256').update(rows).digest('hex')}`;
        }),
      ),
    );
  const ask = (name: string, input: unknown, headers: Headers): Promise<Answer> =>
    MUTATIONS.includes(name) ? site.mutate(name, input, headers) : site.query(name, input, headers);
  /** A reply without the ids that were asked with. */
  const blank = ({ status, text: reply }: Answer, aim: Aim) =>
    Object.entries(aim).reduce((known, [what, id]) => known.replaceAll(id, what), `${status} ${reply}`);

  it('SEC_E01 SEC_E02 every call with an id of another workspace is answered as with one of nothing, and changes nothing', async () => {
    // Its domain can be somebody else's too, and its providers are for whoever would sign in: tests of their own say how.
    const but = [...BY_ANYBODY, 'providers.addDomain', 'providers.removeDomain'];
    const ids = Object.values(theirs);
    const named = [...PROCEDURES.keys()].filter((name) => {
      const input = JSON.stringify(inputsAt(theirs)[name] ?? null);
      return !but.includes(name) && ids.some((id) => input.includes(id));
    });
    assert.ok(named.length >= 37, named.join());
    /** What does its work for each row by itself, and says so of each. */
    const BY_ROW = ['permissions.save', 'invitations.changeMany'];
    const before = await state();
    const none = nowhere();
    for (const name of named)
      for (const headers of [bearer, page]) {
        const real = await ask(name, inputsAt(theirs)[name], headers);
        const made = await ask(name, inputsAt(none)[name], headers);
        assert.equal(blank(real, theirs), blank(made, none), name);
        assert.ok(BY_ROW.includes(name) || real.status >= 400, `${name} ${real.text}`);
        assert.doesNotMatch(real.text.replaceAll(theirs.domain, ''), text, name);
      }
    for (const headers of [bearer, page]) {
      const many = await site.mutate(
        'members.changeMany',
        { selection: { ids: [theirs.memberId] }, change: { action: 'member.remove' }, ...wish() },
        headers,
      );
      assert.match(many.text, /member_not_found/);
      const saved = await ask('permissions.save', inputsAt(theirs)['permissions.save'], headers);
      assert.match(saved.text, /resource_not_found/);
      const several = await ask(
        'invitations.changeMany',
        inputsAt(theirs)['invitations.changeMany'],
        headers,
      );
      assert.match(several.text, /invitation_not_found/);
    }
    assert.equal(await state(), before);
  });

  it('SEC_E02 ids of another workspace inside what is one’s own are nobody’s', async () => {
    const before = await state();
    const { workspaceId, hostKeyId, sessionId, memberId } = theirs;
    const { memberId: mine } = own;
    for (const [name, input, reason] of [
      ['sessions.endOfMember', { memberId: mine, sessionId }, 'session_not_found'],
      ['sessions.endOfMember', { memberId, sessionId }, 'member_not_found'],
      [
        'workspaces.create',
        { name: 'Mine', workspaceId, hostKeyId, owner: { email: 'x@acme.test' } },
        'not_granted',
      ],
      ['keys.rotate', { hostKeyId, overlapHours: 0 }, 'host_key_not_found'],
    ] as const)
      for (const headers of [bearer, page])
        assert.equal((await site.mutate(name, { ...input, ...wish() }, headers)).reason, reason, name);
    const { data } = await site.query('members.list', { filter: { ids: [memberId] } }, bearer);
    assert.deepEqual(JSON.parse((data as { page: string }).page).rows, []);
    assert.equal(await state(), before);
  });

  it('SEC_E04 whoever belongs to another workspace too keeps password, address and sessions there, whatever is done here', async () => {
    const email = 'shared@acme.test';
    const { id: memberId, accountId } = await site.addMember({ email, roles: ['staff'] });
    const other = theirs.workspaceId as WorkspaceId;
    await site.addMember({ email, roles: ['staff'], workspaceId: other });
    const cookie = await site.cookieOf(accountId);
    const looks = async (workspaceId: string) =>
      (await site.query('viewer.get', undefined, { Cookie: cookie, 'ua-workspace': workspaceId })).status;
    assert.deepEqual([await looks(site.workspaceId), await looks(other)], [200, 200]);
    const account = () => all(site.database.read, 'SELECT * FROM accounts WHERE id = ?', [accountId]);
    const before = await account();
    for (const headers of [bearer, page])
      for (const name of ['members.resetPassword', 'members.changeEmail']) {
        const input = { ...(inputsAt({ ...theirs, memberId })[name] as object), ...wish() };
        assert.equal((await site.mutate(name, input, headers)).reason, 'account_is_shared', name);
      }
    for (const [name, input] of [
      ['sessions.endOfMember', { memberId }],
      ['members.deactivate', { memberId, version: 1 }],
      ['members.remove', { memberId, version: 2 }],
    ] as const) {
      site.clock.now += 1;
      const { status, text: reply } = await site.mutate(name, { ...input, ...wish() }, page);
      assert.equal(status, 200, `${name} ${reply}`);
      assert.notEqual(await looks(site.workspaceId), 200, name);
      assert.equal(await looks(other), 200, name);
    }
    assert.deepEqual(await account(), before);
  });

  it('SEC_E05 nothing that somebody does in another workspace shows here, nor when they were there last', async () => {
    const email = 'both@acme.test';
    const { id: memberId, accountId } = await site.addMember({ email, roles: ['staff'] });
    const other = theirs.workspaceId as WorkspaceId;
    const there = await site.addMember({ email, roles: ['staff'], workspaceId: other });
    const visit = async (workspaceId: string, agent: string) => {
      const headers = {
        Cookie: await site.cookieOf(accountId),
        'ua-workspace': workspaceId,
        'User-Agent': agent,
      };
      assert.equal((await site.query('viewer.get', undefined, headers)).status, 200);
    };
    const look = async () => {
      const views: [string, unknown][] = [
        ['members.list', {}],
        ['members.list', { filter: { dormantSince: site.clock.now - 1000 } }],
        ['activity.member', { memberId }],
        ['sessions.ofMember', { memberId }],
        ['audit.list', { limit: 200 }],
        ['providers.list', undefined],
        ['keys.list', undefined],
      ];
      const answers = await Promise.all(views.map(([name, input]) => site.query(name, input, bearer)));
      for (const [index, { status }] of answers.entries()) assert.equal(status, 200, views[index]![0]);
      return answers.map(({ text: reply }) => reply);
    };
    await visit(site.workspaceId, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0');
    const before = await look();
    assert.match(before[2]!, /Firefox on Linux/);
    await visit(other, 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0');
    const inside = site.userAdmin.caller(other).members;
    await inside.changeRole({ memberId: there.id, roles: ['admin'], version: 1, ...wish() });
    await inside.deactivate({ memberId: there.id, version: 2, ...wish() });
    assert.deepEqual(await look(), before);
    const elsewhere = await site.userAdmin.caller(other).activity.member({ memberId: there.id });
    assert.equal(elsewhere.recent[0]!.device, 'Firefox on Windows');
  });

  it('SEC_D12 a token of this workspace opens none of what the same host’s other workspace holds', async () => {
    const named = { ...bearer, 'ua-workspace': theirs.workspaceId };
    for (const name of PROCEDURES.keys())
      assert.equal((await ask(name, inputsAt(theirs)[name], named)).reason, 'workspace_not_found', name);
    // By cookie the workspace is named by the header alone, and they are nobody there.
    const stranger = { ...page, 'ua-workspace': theirs.workspaceId };
    const but = [...BY_ANYBODY, ...BY_LINK, ...BY_ACCOUNT, ...BY_PERSON];
    for (const name of [...PROCEDURES.keys()].filter(
      (each) => !but.includes(each) && !each.startsWith('signIn.'),
    )) {
      const { reason, text: reply } = await ask(name, inputsAt(theirs)[name], stranger);
      assert.ok(reason === 'not_a_member' || reason === 'not_granted', `${name} ${reply}`);
    }
  });

  it('SEC_E03 SEC_E05 SEC_E06 no list, search or header shows anything of another workspace', async () => {
    const queries: [string, unknown][] = [
      ['viewer.get', undefined],
      ['members.list', {}],
      ['members.list', { filter: { search: 'hidden' } }],
      ['members.list', { filter: { search: 'se' } }],
      ['invitations.list', {}],
      ['roles.list', undefined],
      ['resources.list', { kind: 'table' }],
      ['permissions.list', { kind: 'table', role: 'staff' }],
      ['audit.list', { limit: 200 }],
      ['audit.list', { filter: { person: theirs.memberId } }],
      ['workspaces.read', { workspaceId: theirs.workspaceId }],
      ['providers.list', undefined],
      ['keys.list', undefined],
      ['settings.mail', undefined],
      ['account.get', undefined],
      ['sessions.list', undefined],
      ['activity.own', undefined],
    ];
    const { 'ua-workspace': _mine, ...cookie } = page;
    const there = { 'ua-workspace': theirs.workspaceId };
    for (const [procedure, input] of queries)
      for (const headers of [bearer, page, { ...bearer, ...there }, { ...cookie, ...there }]) {
        const { text: reply } = await site.query(procedure, input, headers);
        assert.doesNotMatch(reply, text, procedure);
        const { workspaceId: _named, ...inside } = theirs;
        for (const id of Object.values(inside)) assert.ok(!reply.includes(id), procedure);
      }
    const { page: rows } = (await site.query('members.list', {}, bearer)).data as { page: string };
    assert.ok(rows.includes(own.memberId));
  });

  it('SEC_G12 SEC_B14 no list carries a hash, a token, a key or a link', async () => {
    const lists: [string, unknown][] = [
      ['viewer.get', undefined],
      ['members.list', {}],
      ['invitations.list', {}],
      ['audit.list', { limit: 200 }],
      ['resources.list', { kind: 'table' }],
    ];
    for (const [procedure, input] of lists) {
      const { text: reply, status } = await site.query(procedure, input, bearer);
      assert.equal(status, 200, procedure);
      assert.doesNotMatch(
        reply,
        /token|secret|hash|emailKey|email_key|nameKey|accountIds|\/invitation\/|salt/i,
        procedure,
      );
    }
    const secret = 'kept to itself';
    const created = await site.mutate('providers.create', { ...PROVIDER, secret, ...wish() }, page);
    assert.equal(created.status, 200);
    const [token] = await all<{ id: string }>(site.database.read, 'SELECT id FROM sessions');
    for (const procedure of ['providers.list', 'keys.list', 'account.get', 'sessions.list', 'activity.own']) {
      const { text: reply, status } = await site.query(procedure, undefined, page);
      assert.equal(status, 200, procedure);
      assert.doesNotMatch(reply, /kept to itself|sealed|passwordHash|\$argon2|salt|\/link\//i, procedure);
      for (const hidden of [token!.id, page['Cookie']!.split('=')[1]!, site.key.secret])
        assert.ok(!reply.includes(hidden), procedure);
    }
    assert.doesNotMatch(created.text, /kept to itself|sealed/);
  });

  it('SEC_E02 SEC_S16 a domain of another workspace can be added, is proved by another record, and stays theirs', async () => {
    const { domain, workspaceId } = theirs;
    const there = () =>
      all(site.database.read, 'SELECT * FROM domains WHERE workspace_id = ?', [workspaceId]);
    const before = await there();
    assert.equal(before.length, 1);
    const [theirDomain] = (await site.userAdmin.caller(workspaceId).providers.list()).domains;
    const added = await site.mutate('providers.addDomain', { domain, ...wish() }, page);
    const { recordValue, provedAt } = added.data as { recordValue: string; provedAt: number | null };
    assert.equal(provedAt, null);
    assert.notEqual(recordValue, theirDomain!.recordValue);
    assert.equal((await site.mutate('providers.removeDomain', { domain, ...wish() }, page)).status, 200);
    assert.equal((await site.mutate('providers.removeDomain', { domain, ...wish() }, page)).status, 200);
    assert.deepEqual(await there(), before);
  });
});
