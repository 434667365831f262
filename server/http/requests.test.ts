// What a request may look like, and what every reply looks like: types, sizes, batches, methods, headers, and no word of the inside.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { run } from '../db/database.ts';
import type { Deployment } from '../testing/deployment.ts';
import { BASE_URL, deploy } from '../testing/deployment.ts';
import { MUTATIONS, PROCEDURES, QUERIES, STREAMS, inputsAt, nowhere } from '../testing/every-procedure.ts';
import { workOf } from '../testing/work.ts';

/** What takes no input at all, so that whatever is sent as one is nothing to it. */
const WITHOUT_INPUT = [
  'viewer.get',
  'roles.list',
  'reviews.reviewers',
  'providers.list',
  'workspaces.listHostKeys',
  'account.get',
  'sessions.list',
  'activity.own',
  'keys.list',
  'settings.mail',
  'settings.sessionLimits',
];
/** What may be asked for with an empty object: it names nobody and nothing. */
const NAMING_NOTHING = ['signIn.signOut'];

describe('requests', () => {
  let site: Deployment;
  let bearer: Record<string, string>;
  /** A page of ours, signed in. */
  let page: Record<string, string>;
  before(async () => {
    site = await deploy();
    const owner = await site.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    bearer = { Authorization: `Bearer ${await site.tokenOf(owner)}` };
    page = {
      Cookie: await site.cookieOf(owner.accountId),
      'ua-workspace': site.workspaceId,
      Origin: new URL(BASE_URL).origin,
      'Sec-Fetch-Site': 'same-origin',
    };
  });
  after(() => site.close());

  const dump = async () => {
    const { rows } = await site.database.read.execute(
      'SELECT (SELECT count(*) FROM audit) AS audit, (SELECT count(*) FROM idempotency) AS wishes, (SELECT sum(version) FROM members) AS members, (SELECT count(*) FROM sessions) AS sessions, (SELECT count(*) FROM links) AS links, (SELECT count(*) FROM accounts) AS accounts',
    );
    return { ...rows[0] };
  };

  it('finds the procedures to test', () => {
    assert.ok(MUTATIONS.length >= 50 && QUERIES.length >= 20, [...PROCEDURES.keys()].join());
    assert.equal(MUTATIONS.length + QUERIES.length + STREAMS.length, PROCEDURES.size);
    const without = [...PROCEDURES].filter(([, { inputs }]) => inputs.length === 0);
    assert.deepEqual(without.map(([name]) => name).toSorted(), WITHOUT_INPUT.toSorted());
  });

  it('SEC_G01 every mutation refuses every content type but JSON', async () => {
    const types = [
      'text/plain',
      'text/plain;application/json',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'application/octet-stream',
      'application/xml',
      'application/jsonp',
      ' ',
      undefined,
    ];
    const before = await dump();
    for (const name of MUTATIONS) {
      for (const type of types) {
        // A blob without a type leaves the header away.
        const body = new Blob(['{"version":1}']);
        const answer = await site.request(`/admin/trpc/${name}`, {
          method: 'POST',
          headers: { ...page, ...(type === undefined ? {} : { 'Content-Type': type }) },
          body,
        });
        assert.equal(answer.status, 415, `${name} with ${type}`);
      }
    }
    assert.deepEqual(await dump(), before);
    const answer = await site.request('/admin/trpc/members.leave', {
      method: 'POST',
      headers: { ...bearer, 'Content-Type': 'Application/JSON; charset=utf-8' },
      body: '{}',
    });
    assert.equal(answer.status, 400);
  });

  it('SEC_G03 no mutation by GET or HEAD, whatever the request says of itself', async () => {
    const before = await dump();
    for (const name of MUTATIONS) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await site.request(`/admin/trpc/${name}?input=%7B%7D`, {
          method,
          headers: { ...bearer, 'X-HTTP-Method-Override': 'POST', 'X-Method-Override': 'POST' },
        });
        assert.equal(answer.status, 405, `${method} ${name}`);
      }
    }
    assert.deepEqual(await dump(), before);
  });

  it('SEC_G14 unknown methods, debug and documentation paths are off', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'FOO'])
      assert.equal(
        (await site.request('/admin/trpc/viewer.get', { method, headers: bearer })).status,
        405,
        method,
      );
    for (const path of [
      'panel',
      'docs',
      'openapi.json',
      'metrics',
      'debug',
      '.env',
      '.git/config',
      'trpc-playground',
      'console',
    ])
      assert.equal((await site.request(`/admin/${path}`, { headers: bearer })).status, 404, path);
  });

  it('SEC_G05 SEC_G06 a batch of eleven and one of a thousand commas are refused at once', async () => {
    const batch = (names: string) =>
      site.request(`/admin/trpc/${names}?batch=1&input=%7B%7D`, { headers: bearer });
    assert.equal((await batch(Array(10).fill('viewer.get').join())).status, 200);
    for (const names of [
      Array(11).fill('viewer.get').join(),
      ','.repeat(1000),
      [...Array(6).fill('viewer.get'), ...Array(6).fill('members.leave')].join(),
    ]) {
      const times: number[] = [];
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const work = await workOf(async () => {
          const answer = await batch(names);
          assert.deepEqual([answer.status, answer.reason], [400, 'input_invalid']);
        });
        times.push(work);
      }
      assert.ok(Math.min(...times) < 50, times.join());
    }
    assert.notEqual((await batch(',,,,')).status, 200);
    const mixed = await site.request('/admin/trpc/members.leave,viewer.get?batch=1', {
      method: 'POST',
      headers: { ...bearer, 'Content-Type': 'application/json' },
      body: '{"0":{},"1":{}}',
    });
    assert.notEqual(mixed.status, 200);
  });

  it('SEC_G07 a body of more than a megabyte is refused, also one that does not say its size', async () => {
    const headers = { ...bearer, 'Content-Type': 'application/json' };
    const large = JSON.stringify({ addresses: 'a'.repeat(1024 * 1024 + 1) });
    assert.equal(
      (await site.request('/admin/trpc/invitations.create', { method: 'POST', headers, body: large })).status,
      413,
    );
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(97));
      },
    });
    const chunked = await site.request('/admin/trpc/invitations.create', {
      method: 'POST',
      headers,
      body: endless,
      duplex: 'half',
    } as RequestInit);
    assert.equal(chunked.status, 413);
    assert.ok(pulled < 40, `${pulled} pieces were read`);
    const lying = await site.request('/admin/trpc/invitations.create', {
      method: 'POST',
      headers: { ...headers, 'Content-Length': '10' },
      body: large,
    });
    assert.ok(lying.status >= 400 && lying.status < 500);
  });

  it('SEC_G10 SEC_K06 every reply is uncached, unsniffed, unframed and JSON with a charset', async () => {
    const answers = {
      success: await site.query('viewer.get', undefined, bearer),
      health: await site.request('/admin/health'),
      anonymous: await site.query('viewer.get', undefined),
      'invalid input': await site.query('members.list', { limit: 1e9 }, bearer),
      'not JSON': await site.request('/admin/trpc/members.leave', {
        method: 'POST',
        headers: bearer,
        body: 'x',
      }),
      'broken JSON': await site.request('/admin/trpc/members.leave', {
        method: 'POST',
        headers: { ...bearer, 'Content-Type': 'application/json' },
        body: '{',
      }),
      'large batch': await site.request(`/admin/trpc/${Array(11).fill('viewer.get').join()}?batch=1`, {
        headers: bearer,
      }),
      'broken escape': await site.request('/admin/trpc/%E0%A4%A', { headers: bearer }),
      'unknown procedure': await site.query('nothing.here', {}, bearer),
      'unknown path': await site.request('/admin/nothing'),
      'path outside': await site.request('/nothing'),
      'wrong method': await site.request('/admin/trpc/viewer.get', { method: 'PUT' }),
      'invitation page': await site.request('/admin/invitation/nothing.1.m.x'),
    };
    for (const [name, { headers, status }] of Object.entries(answers)) {
      assert.equal(headers.get('Cache-Control'), 'no-store', name);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', name);
      assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'same-origin', name);
      assert.ok(headers.get('Referrer-Policy') !== null, name);
      assert.match(
        headers.get('Content-Security-Policy')!,
        /default-src 'none'.*frame-ancestors 'none'/,
        name,
      );
      assert.match(headers.get('Strict-Transport-Security')!, /^max-age=\d{8}/, name);
      assert.match(
        headers.get('Content-Type')!,
        name === 'invitation page' ? /^text\/html; charset=utf-8$/i : /^application\/json; charset=utf-8$/,
        name,
      );
      assert.equal(headers.get('X-Powered-By') ?? headers.get('Server'), null, name);
      assert.equal(status >= 400, !['success', 'health'].includes(name), name);
    }
  });

  /** Whether the procedure takes `body` as what it is asked with. */
  const isTaken = (name: string, body: string): boolean =>
    NAMING_NOTHING.includes(name) && body.replace('\ufeff', '') === '{}';

  /** `value` once for each object in it, with a key more in that one. */
  function* withSurplus(value: unknown): Generator<unknown> {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) yield { ...value, surplus: true };
    for (const [key, part] of Object.entries(value))
      for (const changed of withSurplus(part))
        yield Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
  }

  it('SEC_F05 every procedure that would take an input refuses the same with a key more, at any depth, and changes nothing', async () => {
    const before = await dump();
    const inputs = inputsAt(nowhere());
    let tried = 0;
    for (const name of [...MUTATIONS, ...QUERIES, ...STREAMS].filter(
      (each) => !WITHOUT_INPUT.includes(each),
    )) {
      const [schema] = PROCEDURES.get(name)!.inputs;
      // Or it would be refused for something else.
      assert.ok(schema!.safeParse(inputs[name]).success, name);
      for (const input of withSurplus(inputs[name]))
        for (const headers of [bearer, page]) {
          const ask = MUTATIONS.includes(name) ? site.mutate : site.query;
          const { status, reason, text } = await ask(name, input, headers);
          assert.deepEqual(
            [status, reason],
            [400, 'input_invalid'],
            `${name} ${JSON.stringify(input)} ${text}`,
          );
          tried += 1;
        }
    }
    assert.ok(tried > 150, `${tried} were tried`);
    assert.deepEqual(await dump(), before);
    assert.deepEqual(site.failures, []);
  });

  it('SEC_F05 SEC_F06 SEC_F07 every procedure refuses unknown keys, wrong types and prototypes, whoever asks, and changes nothing', async () => {
    const before = await dump();
    const key = `"idempotencyKey":"${randomUUID()}"`;
    const bodies = [
      'null',
      '[]',
      '"x"',
      '7',
      'true',
      '{}',
      '[{}]',
      `{${key},"isOwner":true}`,
      `{${key},"__proto__":{"roles":["owner"]}}`,
      `{${key},"constructor":{"prototype":{}}}`,
      `{${key},"memberId":"__proto__","version":1,"roles":["owner"],"userId":"x"}`,
      '{"memberId":1e309,"version":-1}',
      '{"memberId":{"$ne":null},"version":{"$gt":0}}',
      '['.repeat(10_000) + ']'.repeat(10_000),
      '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000),
      '{"version":1,"idempotencyKey":"\\ud800"}',
      '\ufeff{}',
      '{"version":9007199254740993,"idempotencyKey":"x"}',
    ];
    const send = (name: string, body: string, headers: Record<string, string>) =>
      site.request(`/admin/trpc/${name}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body,
      });
    for (const name of MUTATIONS)
      for (const body of bodies.filter((each) => !isTaken(name, each)))
        for (const headers of [bearer, page]) {
          const { status, reason } = await send(name, body, headers);
          assert.deepEqual([status, reason], [400, 'input_invalid'], `${name} ${body.slice(0, 80)}`);
        }
    for (const name of NAMING_NOTHING)
      for (const body of bodies.filter((each) => isTaken(name, each)))
        // Where it is not, only a page of ours may ask.
        assert.equal((await send(name, body, bearer)).reason, 'not_signed_in', name);
    for (const name of [...QUERIES, ...STREAMS]) {
      for (const input of [
        '{"extra":1}',
        '{"limit":1e9}',
        '{"limit":-1}',
        '{"limit":1e309}',
        '{"__proto__":{"limit":1}, "constructor":1}',
        '[1]',
        '7',
        '{',
      ]) {
        const { status } = await site.request(`/admin/trpc/${name}?input=${encodeURIComponent(input)}`, {
          headers: bearer,
        });
        // What takes nothing does not even read it.
        const expected = WITHOUT_INPUT.includes(name) ? [200, 403] : [400];
        assert.ok(expected.includes(status), `${name} ${input} ${status}`);
      }
    }
    assert.deepEqual(await dump(), before);
    assert.deepEqual(site.failures, []);
  });

  it('SEC_A09 SEC_F07 a role in any other shape is refused', async () => {
    const [target] = (
      await site.database.read.execute("SELECT id, version FROM members WHERE email = 'first@acme.test'")
    ).rows;
    for (const roles of [
      'owner',
      ['Owner'],
      ['owner '],
      ['owner,staff'],
      [['owner']],
      [{ key: 'owner' }],
      { 0: 'owner', length: 1 },
      ['__proto__'],
      ['constructor'],
      ['toString'],
      [null],
      [0],
      [''],
      ['anon'],
      [],
      ['staff', 'staff', 'admin'],
    ]) {
      const answer = await site.mutate(
        'members.changeRole',
        { memberId: target!['id'], version: target!['version'], roles, idempotencyKey: randomUUID() },
        bearer,
      );
      assert.ok([400, 403].includes(answer.status), `${JSON.stringify(roles)} ${answer.status}`);
    }
    assert.deepEqual(site.failures, []);
  });

  it('SEC_G08 M12 a failure inside says nothing of itself, and is reported to the operator', async () => {
    const failures = site.failures.length;
    await site.database.write((tx) => run(tx, 'ALTER TABLE member_totals RENAME TO hidden_totals'));
    try {
      const answer = await site.query('members.list', {}, bearer);
      assert.deepEqual([answer.status, answer.reason, answer.details], [500, 'internal', null]);
      assert.doesNotMatch(answer.text, /SQL|no such|totals|\/server\/|\.ts|node_modules/i);
      assert.equal(site.failures.length, failures + 1);
      assert.match(String(site.failures.at(-1)), /member_totals/);
    } finally {
      await site.database.write((tx) => run(tx, 'ALTER TABLE hidden_totals RENAME TO member_totals'));
    }
    assert.equal((await site.query('members.list', {}, bearer)).status, 200);
  });

  it('SEC_R3 SEC_D16 a server that cannot write says so, and lets nobody in by it', async () => {
    await site.addMember({ email: 'link@acme.test', roles: ['staff'] });
    // The first request of a subject is linked to its membership, which is a write at the door.
    const headers = { Authorization: `Bearer ${site.token('u-link', { email: 'link@acme.test' })}` };
    await site.database.write((tx) =>
      run(tx, "CREATE TRIGGER full BEFORE INSERT ON subjects BEGIN SELECT RAISE(ABORT, 'no room'); END"),
    );
    try {
      const answer = await site.query('viewer.get', undefined, headers);
      assert.deepEqual([answer.status, answer.reason], [500, 'internal']);
    } finally {
      await site.database.write((tx) => run(tx, 'DROP TRIGGER full'));
    }
    assert.equal((await site.query('viewer.get', undefined, headers)).status, 200);
  });
});
