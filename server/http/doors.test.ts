// The doors of a whole deployment: who is let in, from where, and in what shape a request must come.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { breathe } from '../db/breathe.ts';
import type { Deployment } from '../testing/deployment.ts';
import { BASE_URL, HOST_ORIGIN, deploy } from '../testing/deployment.ts';

type Person = Awaited<ReturnType<Deployment['addMember']>>;
const ORIGIN = 'https://people.example';
const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('the doors', () => {
  let site: Deployment;
  let owner: Person;
  let staff: Person;
  let bearer: Record<string, string>;
  before(async () => {
    site = await deploy();
    owner = await site.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    staff = await site.addMember({ email: 'stan@acme.test', roles: ['staff'] });
    bearer = { Authorization: `Bearer ${await site.tokenOf(owner)}` };
  });
  after(async () => {
    await site.close();
    assert.deepEqual(site.failures, [], 'nothing here is a failure of the server');
  });

  const demotion = async () => ({
    memberId: staff.id,
    version: await versionOf(staff),
    roles: [(await rolesOf(staff)) === 'staff' ? 'member' : 'staff'],
    idempotencyKey: randomUUID(),
  });
  const rowOf = async (person: Person) =>
    (
      await site.database.read.execute({
        sql: 'SELECT version, role FROM members m JOIN member_roles r ON r.member_seq = m.seq WHERE m.id = ?',
        args: [person.id],
      })
    ).rows[0]!;
  const versionOf = async (person: Person) => (await rowOf(person))['version'] as number;
  const rolesOf = async (person: Person) => (await rowOf(person))['role'] as string;
  const cookie = async (person: Person) => ({
    Cookie: await site.cookieOf(person.accountId),
    'ua-workspace': site.workspaceId,
  });

  it('SEC_D10 SEC_D11 a host token lets its person in with the rights of the database, whatever it claims', async () => {
    assert.equal((await site.query('members.list', {}, bearer)).status, 200);
    const boast = { role: 'owner', roles: ['owner'], permissions: ['*'], admin: true, email_verified: true };
    await site.tokenOf(staff);
    const answer = await site.query(
      'members.list',
      {},
      { Authorization: `Bearer ${site.token(staff.id, boast)}` },
    );
    assert.deepEqual([answer.status, answer.reason], [403, 'not_granted']);
    const stranger = await site.query(
      'members.list',
      {},
      { Authorization: `Bearer ${site.token('nobody', boast)}` },
    );
    assert.deepEqual([stranger.status, stranger.reason], [403, 'not_a_member']);
  });

  it('SEC_D12 a token of one workspace opens no other, named by header or not', async () => {
    const key = await site.userAdmin
      .caller(null)
      .workspaces.createHostKey({ name: 'Other host', idempotencyKey: randomUUID() });
    for (const [workspaceId, hostKeyId] of [
      ['workspace-2', site.key.id],
      ['workspace-3', key.id],
    ] as const) {
      await site.userAdmin.caller(null).workspaces.create({
        name: 'Other',
        workspaceId,
        hostKeyId,
        owner: { email: 'else@other.test' },
        idempotencyKey: randomUUID(),
      });
      const answer = await site.query('members.list', {}, { ...bearer, 'ua-workspace': workspaceId });
      assert.deepEqual([answer.status, answer.reason], [404, 'workspace_not_found']);
    }
    const elsewhere = await site.query(
      'members.list',
      {},
      { Authorization: `Bearer ${site.token(owner.id, { workspace: 'workspace-2' })}` },
    );
    assert.deepEqual([elsewhere.status, elsewhere.reason], [403, 'not_a_member']);
    const foreign = await site.query(
      'members.list',
      {},
      { Authorization: `Bearer ${site.token(owner.id, { workspace: 'workspace-3' })}` },
    );
    assert.deepEqual([foreign.status, foreign.reason], [401, 'token_invalid']);
  });

  it('SEC_D12 the address in a token links the membership once, and only that one', async () => {
    const eva = await site.addMember({ email: 'eva@acme.test', roles: ['admin'] });
    const first = await site.query('viewer.get', undefined, {
      Authorization: `Bearer ${site.token('u-eva', { email: 'EVA@acme.test' })}`,
    });
    assert.equal((first.data as { memberId: string }).memberId, eva.id);
    const thief = await site.query('viewer.get', undefined, {
      Authorization: `Bearer ${site.token('u-thief', { email: 'eva@acme.test' })}`,
    });
    assert.equal(thief.reason, 'not_a_member');
    const later = await site.query('viewer.get', undefined, {
      Authorization: `Bearer ${site.token('u-eva')}`,
    });
    assert.equal((later.data as { memberId: string }).memberId, eva.id);
  });

  it('SEC_D13 SEC_D14 only a bearer in its header counts; anything else is 401 and never a failure', async () => {
    const token = bearer['Authorization']!.slice('Bearer '.length);
    for (const path of [
      `/admin/trpc/members.list?input=%7B%7D&token=${token}`,
      `/admin/trpc/members.list?input=%7B%7D&access_token=${token}`,
      `/admin/trpc/members.list?input=%7B%7D&authorization=Bearer%20${token}`,
    ]) {
      assert.equal((await site.request(path)).status, 401, path);
    }
    const hostile = [
      '',
      'Bearer',
      'Bearer ',
      'Bearer %',
      'Bearer a.b.c',
      `bearer  ${token}`,
      `Basic ${Buffer.from('a:b').toString('base64')}`,
      `Token ${token}`,
      `Bearer ${token} x`,
      `Bearer ${token}=`,
      `Bearer ${token},Bearer ${token}`,
      `Bearer ${'a'.repeat(100_000)}`,
      `Bearer ${'a'.repeat(50_000)}.${'b'.repeat(50_000)}.c`,
      'Bearer ..',
      'Bearer \u00e9.a.b',
    ];
    for (const Authorization of hostile) {
      const answer = await site.query('members.list', {}, { Authorization });
      assert.equal(answer.status, 401, Authorization.slice(0, 60));
      assert.ok(['token_invalid', 'not_signed_in'].includes(answer.reason!), answer.reason);
    }
  });

  it('SEC_D14 a cookie of any shape is 401, never a failure', async () => {
    for (const value of [
      '',
      '%',
      '%E0%A4%A',
      'x',
      'a'.repeat(43),
      'a'.repeat(100_000),
      '"',
      'null',
      '__proto__',
    ]) {
      const answer = await site.query(
        'members.list',
        {},
        { Cookie: `__Host-user-admin=${value}`, 'ua-workspace': site.workspaceId },
      );
      assert.deepEqual([answer.status, answer.reason], [401, 'not_signed_in'], value.slice(0, 60));
    }
  });

  it('SEC_D01 a value out of the database opens no session', async () => {
    await site.cookieOf(owner.accountId);
    const { rows } = await site.database.read.execute('SELECT id FROM sessions LIMIT 1');
    assert.equal(
      (
        await site.query(
          'members.list',
          {},
          { Cookie: `__Host-user-admin=${String(rows[0]!['id'])}`, 'ua-workspace': site.workspaceId },
        )
      ).status,
      401,
    );
  });

  it('SEC_D15 with a bearer the cookie does not count, valid or not', async () => {
    const both = await site.query('viewer.get', undefined, { ...bearer, ...(await cookie(staff)) });
    assert.equal((both.data as { memberId: string }).memberId, owner.id);
    const broken = await site.query('viewer.get', undefined, {
      ...(await cookie(owner)),
      Authorization: 'Bearer a.b.c',
    });
    assert.deepEqual([broken.status, broken.reason], [401, 'token_invalid']);
  });

  it('SEC_G02 a cookie changes something only from our own pages', async () => {
    const from = async (headers: Record<string, string>) =>
      site.mutate('members.changeRole', await demotion(), { ...(await cookie(owner)), ...headers });
    const elsewhere: Record<string, string>[] = [
      {},
      { Origin: 'null' },
      { Origin: 'https://evil.example' },
      { Origin: 'http://people.example' },
      { Origin: 'https://people.example:8443' },
      { Origin: 'https://sub.people.example' },
      { Origin: 'https://people.example.evil.example' },
      { Origin: `${ORIGIN}/` },
      { Origin: ORIGIN.toUpperCase() },
      { Origin: HOST_ORIGIN },
      { Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-site' },
      { Origin: ORIGIN, 'Sec-Fetch-Site': 'none' },
    ];
    for (const headers of elsewhere) {
      const version = await versionOf(staff);
      const answer = await from(headers);
      assert.deepEqual([answer.status, answer.reason], [401, 'not_signed_in'], JSON.stringify(headers));
      assert.equal(await versionOf(staff), version);
    }
    for (const headers of [{ Origin: ORIGIN }, { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }])
      assert.equal((await from(headers)).status, 200, JSON.stringify(headers));
  });

  it('SEC_D05 SEC_R7 X8 a session of somebody switched off has no right at the next request', async () => {
    const eric = await site.addMember({ email: 'eric@acme.test', roles: ['admin'] });
    const [session, token] = [await cookie(eric), { Authorization: `Bearer ${await site.tokenOf(eric)}` }];
    for (const headers of [session, token])
      assert.equal((await site.query('members.list', {}, headers)).status, 200);
    // While they send one request after the other.
    const last: string[] = [];
    let isOver = false;
    const traffic = (async () => {
      while (!isOver) {
        // As from a socket: what never leaves the turn of the event loop would keep every write out.
        await breathe();
        last.push((await site.query('members.list', {}, token)).reason ?? 'ok');
      }
    })();
    const done = await site.mutate(
      'members.deactivate',
      { memberId: eric.id, version: 1, idempotencyKey: randomUUID() },
      bearer,
    );
    assert.equal(done.status, 200);
    const acknowledged = last.length;
    for (let count = 0; count < 5; count += 1)
      assert.equal((await site.query('members.list', {}, token)).reason, 'actor_deactivated');
    isOver = true;
    await traffic;
    // One request was under way when the answer came.
    assert.ok(!last.slice(acknowledged + 1).includes('ok'), last.slice(acknowledged).join());
    assert.equal((await site.query('members.list', {}, session)).status, 401);
  });

  it('X9 SEC_A14 whoever is demoted while they invite makes no invitation after the acknowledgement', async () => {
    const eve = await site.addMember({ email: 'eve@acme.test', roles: ['admin'] });
    const token = { Authorization: `Bearer ${await site.tokenOf(eve)}` };
    let isOver = false;
    const outcomes: (string | undefined)[] = [];
    const invite = async (name: string) =>
      (
        await site.mutate(
          'invitations.create',
          { addresses: `${name}@acme.test`, roles: ['staff'], idempotencyKey: randomUUID() },
          token,
        )
      ).reason ?? 'ok';
    assert.equal(await invite('before'), 'ok');
    const traffic = (async () => {
      for (let count = 0; !isOver; count += 1) outcomes.push(await invite(`during${count}`));
    })();
    assert.equal(
      (
        await site.mutate(
          'members.changeRole',
          { memberId: eve.id, version: 1, roles: ['staff'], idempotencyKey: randomUUID() },
          bearer,
        )
      ).status,
      200,
    );
    const acknowledged = outcomes.length;
    for (let count = 0; count < 5; count += 1) assert.equal(await invite(`after${count}`), 'not_granted');
    isOver = true;
    await traffic;
    assert.ok(!outcomes.slice(acknowledged + 1).includes('ok'), outcomes.slice(acknowledged).join());
  });

  it('SEC_G04 answers exactly the origins it knows, without credentials, and never lets a cache mix them up', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'https://app.example.evil.example',
      'https://evil-app.example',
      'http://app.example',
      'https://app.example:444',
      'https://APP.example',
      'https://app.example/',
      ORIGIN,
    ]) {
      const [preflight, answer] = [
        await site.request('/admin/trpc/members.list', {
          method: 'OPTIONS',
          headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
        }),
        await site.query('members.list', {}, { ...bearer, Origin: origin }),
      ];
      for (const { headers } of [preflight, answer]) {
        assert.equal(headers.get('Access-Control-Allow-Origin'), null, origin);
        assert.match(headers.get('Vary')!, /\bOrigin\b/);
      }
    }
    const known = { Origin: HOST_ORIGIN };
    const preflight = await site.request('/admin/trpc/members.list', {
      method: 'OPTIONS',
      headers: {
        ...known,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization',
      },
    });
    assert.equal(preflight.status, 204);
    assert.ok(Number(preflight.headers.get('Access-Control-Max-Age')) <= 600);
    for (const answer of [
      preflight,
      await site.query('members.list', {}, { ...bearer, ...known }),
      await site.query('members.list', {}, known),
      await site.mutate('members.leave', {}, known),
    ]) {
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), HOST_ORIGIN);
      assert.equal(answer.headers.get('Access-Control-Allow-Credentials'), null);
    }
    const none = await site.query('members.list', {}, bearer);
    assert.equal(none.headers.get('Access-Control-Allow-Origin'), null);
    assert.match(none.headers.get('Vary')!, /\bOrigin\b/);
  });

  it('SEC_G13 a path that is written in another way reaches nothing without its guards', async () => {
    for (const path of [
      '/API/trpc/viewer.get',
      '/ADMIN/trpc/viewer.get',
      '//admin/trpc/viewer.get',
      '/admin//trpc/viewer.get',
      '/admin/TRPC/viewer.get',
      '/admin/trpc%2fviewer.get',
      '/admin/x/..%2ftrpc/viewer.get',
      '/admin%2ftrpc/viewer.get',
      '/trpc/viewer.get',
      '/admin/',
      '/',
    ]) {
      const { status } = await site.request(path, { headers: bearer });
      assert.equal(status, 404, path);
    }
    const dotted = await site.request('/admin/%2e%2e/admin/trpc/members.leave', {
      method: 'POST',
      headers: { ...(await cookie(owner)), ...JSON_TYPE },
      body: '{}',
    });
    // Reached, and a cookie without the origin of this server is nobody's.
    assert.equal(dotted.status, 401);
    const form = await site.request('/admin/x/%2e%2e/trpc/members.leave', {
      method: 'POST',
      headers: { ...bearer, 'Content-Type': 'text/plain' },
      body: '{}',
    });
    assert.equal(form.status, 415);
  });

  it('SEC_B16 SEC_G04 no header of a request changes where the server believes to be', async () => {
    const spoofed = {
      ...bearer,
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'http',
      Forwarded: 'host=evil.example',
    };
    const answer = await site.mutate(
      'invitations.create',
      { addresses: 'new@acme.test', roles: ['staff'], idempotencyKey: randomUUID() },
      spoofed,
    );
    assert.equal(answer.status, 200);
    assert.doesNotMatch(answer.text, /evil/);
    assert.ok(answer.text.includes(`${BASE_URL}/invitation/`));
  });
});
