// Host tokens: every way to get one wrong is refused alike, and none brings a right with it.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { HostKeyId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import { run } from '../db/database.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { START, createWorld, subjectCaller } from '../testing/world.ts';
import { hostKeySecret } from './host-keys.ts';
import type { HostTokenOptions } from './host-signature.ts';
import { CheckedTokens } from './host-signature.ts';
import { verifyHostToken } from './host-token.ts';
import { linkSubject } from './link-subject.ts';

const SECRET = 'a master secret for tests only, long enough';
const AUDIENCE = 'https://people.example/admin';
const KEY = 'host-key-1' as HostKeyId;
const NOW = START / 1000;

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A token as any software would make it; nothing is checked here. */
function sign(header: unknown, payload: unknown, secret: string, hash = 'sha256'): string {
  const body = `${part(header)}.${part(payload)}`;
  return `${body}.${createHmac(hash, secret).update(body).digest('base64url')}`;
}

describe('a host token', () => {
  let world: World;
  let other: WorkspaceId;
  let foreign: WorkspaceId;
  let options: HostTokenOptions;
  const secret = hostKeySecret(SECRET, KEY, 1);
  const header = { alg: 'HS256', kid: KEY };
  let claims: Record<string, unknown>;
  before(async () => {
    world = await createWorld();
    [other, foreign] = [await world.addWorkspace('Other'), await world.addWorkspace('Foreign')];
    await world.database.write(async (tx) => {
      for (const id of [KEY, 'host-key-2', 'host-key-revoked'])
        await run(tx, "INSERT INTO host_keys (id, name, created_at) VALUES (?, 'Host', 0)", [id]);
      await run(tx, "UPDATE host_keys SET revoked_at = 1 WHERE id = 'host-key-revoked'");
      await run(tx, "UPDATE workspaces SET host_key_id = CASE id WHEN ? THEN 'host-key-2' ELSE ? END", [
        foreign,
        KEY,
      ]);
    });
    options = {
      sql: world.database.read,
      secret: SECRET,
      audience: AUDIENCE,
      now: () => world.clock.now,
      checked: new CheckedTokens(),
    };
    claims = {
      iss: KEY,
      aud: AUDIENCE,
      sub: 'u-1',
      workspace: world.workspaceId,
      iat: NOW,
      exp: NOW + 300,
      jti: 'one',
    };
  });
  after(() => world.close());

  const verify = (token: string) => verifyHostToken(token, options);
  const without = (name: string) =>
    Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

  it('SEC_D10 names a person in one workspace of its key', async () => {
    assert.deepEqual(await verify(sign(header, claims, secret)), {
      caller: { kind: 'subject', hostKeyId: KEY, subject: 'u-1', issuedAt: START, authenticatedAt: null },
      workspaceId: world.workspaceId,
      link: null,
      newcomer: null,
    });
    await verify(sign(header, { ...claims, exp: NOW + 15 * 60 }, secret));
    await verify(sign(header, { ...claims, aud: ['https://elsewhere.example', AUDIENCE] }, secret));
    await verify(sign(header, { ...claims, workspace: other }, secret));
    assert.deepEqual(await verify(sign(header, { ...without('sub'), scope: 'workspaces' }, secret)), {
      caller: { kind: 'host', hostKeyId: KEY },
      workspaceId: world.workspaceId,
      link: null,
      newcomer: null,
    });
  });

  it('SEC_D10 SEC_R8 tolerates a host whose clock is a minute off, and not more', async () => {
    await verify(sign(header, { ...claims, iat: NOW + 59, exp: NOW + 300 }, secret));
    await verify(sign(header, { ...claims, iat: NOW - 300, exp: NOW - 59 }, secret));
    await assert.rejects(
      verify(sign(header, { ...claims, iat: NOW + 62, exp: NOW + 300 }, secret)),
      isRefusal('token_invalid'),
    );
    await assert.rejects(
      verify(sign(header, { ...claims, iat: NOW - 300, exp: NOW - 61 }, secret)),
      isRefusal('token_invalid'),
    );
  });

  it('SEC_D10 SEC_D12 anything else is refused alike', async () => {
    const good = sign(header, claims, secret);
    const [head, body, seal] = good.split('.') as [string, string, string];
    const hostile: Record<string, string> = {
      'algorithm none': `${part({ alg: 'none', kid: KEY })}.${body}.`,
      'algorithm none, sealed': sign({ alg: 'none', kid: KEY }, claims, secret),
      HS384: sign({ alg: 'HS384', kid: KEY }, claims, secret, 'sha384'),
      HS512: sign({ alg: 'HS512', kid: KEY }, claims, secret, 'sha512'),
      'RS256 over the secret': sign({ alg: 'RS256', kid: KEY }, claims, secret),
      'no algorithm': sign({ kid: KEY }, claims, secret),
      'algorithm in lower case': sign({ alg: 'hs256', kid: KEY }, claims, secret),
      'a critical extension': sign({ ...header, crit: ['b64'], b64: false }, claims, secret),
      'other secret': sign(header, claims, 'x'.repeat(43)),
      'empty secret': sign(header, claims, ''),
      'the master secret': sign(header, claims, SECRET),
      'the next generation': sign(header, claims, hostKeySecret(SECRET, KEY, 2)),
      'the secret of another key': sign(header, claims, hostKeySecret(SECRET, 'host-key-2' as HostKeyId, 1)),
      'no key id': sign({ alg: 'HS256' }, claims, secret),
      'unknown key id': sign(
        { ...header, kid: 'host-key-9' },
        { ...claims, iss: 'host-key-9' },
        hostKeySecret(SECRET, 'host-key-9' as HostKeyId, 1),
      ),
      'a path as key id': sign(
        { ...header, kid: '../../../dev/null' },
        { ...claims, iss: '../../../dev/null' },
        '',
      ),
      'SQL as key id': sign({ ...header, kid: "x' OR '1'='1" }, claims, secret),
      'a list as key id': sign({ ...header, kid: [KEY] }, claims, secret),
      'a number as key id': sign({ ...header, kid: 12345678 }, claims, secret),
      'a revoked key': sign(
        { ...header, kid: 'host-key-revoked' },
        { ...claims, iss: 'host-key-revoked' },
        hostKeySecret(SECRET, 'host-key-revoked' as HostKeyId, 1),
      ),
      'other issuer': sign(header, { ...claims, iss: 'host-key-2' }, secret),
      'other audience': sign(header, { ...claims, aud: 'https://evil.example' }, secret),
      'audience with a slash': sign(header, { ...claims, aud: `${AUDIENCE}/` }, secret),
      'part of the audience': sign(header, { ...claims, aud: 'https://people.example' }, secret),
      ...Object.fromEntries(
        ['iss', 'aud', 'exp', 'iat', 'jti', 'sub', 'workspace'].map((name) => [
          `no ${name}`,
          sign(header, without(name), secret),
        ]),
      ),
      'expiry as text': sign(header, { ...claims, exp: '9999999999' }, secret),
      'expiry with a fraction': sign(header, { ...claims, exp: NOW + 300.5 }, secret),
      'expiry beyond numbers': sign(
        header,
        JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e999'),
        secret,
      ),
      'expiry far away': sign(header, { ...claims, exp: 9_999_999_999 }, secret),
      'a life of 15 minutes and a second': sign(header, { ...claims, exp: NOW + 15 * 60 + 1 }, secret),
      'issued as text': sign(header, { ...claims, iat: `${NOW}` }, secret),
      'issued beyond numbers': sign(
        header,
        JSON.stringify(claims).replace(/"iat":\d+/, '"iat":-1e999'),
        secret,
      ),
      'issued in the future, with a long life': sign(
        header,
        { ...claims, iat: NOW + 10_000, exp: NOW + 10_300 },
        secret,
      ),
      'not valid yet': sign(header, { ...claims, nbf: NOW + 120 }, secret),
      'not before as text': sign(header, { ...claims, nbf: 'now' }, secret),
      'a workspace of another key': sign(header, { ...claims, workspace: foreign }, secret),
      'no such workspace': sign(header, { ...claims, workspace: 'nowhere' }, secret),
      'a list of workspaces': sign(header, { ...claims, workspace: [world.workspaceId] }, secret),
      'the host itself for a workspace of another key': sign(
        header,
        { ...without('sub'), scope: 'workspaces', workspace: foreign },
        secret,
      ),
      'empty subject': sign(header, { ...claims, sub: '' }, secret),
      'subject of 256 characters': sign(header, { ...claims, sub: 'x'.repeat(256) }, secret),
      'a number as subject': sign(header, { ...claims, sub: 7 }, secret),
      'half a character as subject': sign(header, { ...claims, sub: 'a\ud800' }, secret),
      'null as subject, with the scope of a host': sign(
        header,
        { ...claims, sub: null, scope: 'workspaces' },
        secret,
      ),
      'a list of scopes': sign(header, { ...without('sub'), scope: ['workspaces'] }, secret),
      'a list as claims': sign(header, [claims], secret),
      'no object as claims': sign(header, 'null', secret),
      'claims that are no JSON': sign(header, '{', secret),
      'a header that is no JSON': sign('{', claims, secret),
      'a header with null': sign('null', claims, secret),
      'cut off': `${head}.${body}.${seal.slice(0, -4)}`,
      'altered claims': `${head}.${part({ ...claims, sub: 'u-2' })}.${seal}`,
      'altered seal': `${head}.${body}.${seal.startsWith('A') ? 'B' : 'A'}${seal.slice(1)}`,
      'two parts': `${head}.${body}`,
      'four parts': `${good}.x`,
      encrypted: `${head}..${body}.${seal}.x`,
      nothing: '..',
    };
    for (const [name, token] of Object.entries(hostile)) {
      await assert.rejects(verify(token), (error) => isRefusal('token_invalid')(error), name);
    }
  });

  it('SEC_D10 SEC_R8 a token that was good before is asked for its time again, to the second', async () => {
    const token = sign(header, { ...claims, iat: NOW, exp: NOW + 120, nbf: NOW - 60 }, secret);
    try {
      for (const [seconds, isGood] of [
        [0, true],
        [179, true],
        [180, false],
        [-60, true],
        [-61, false],
        [0, true],
      ] as const) {
        world.clock.now = START + seconds * 1000;
        if (isGood) assert.equal((await verify(token)).workspaceId, world.workspaceId);
        else await assert.rejects(verify(token), isRefusal('token_invalid'), String(seconds));
      }
    } finally {
      world.clock.now = START;
    }
  });

  it('SEC_R7 a rotated or revoked key ends its tokens at once', async () => {
    const key = 'host-key-2' as HostKeyId;
    const token = sign(
      { alg: 'HS256', kid: key },
      { ...claims, iss: key, workspace: foreign },
      hostKeySecret(SECRET, key, 1),
    );
    await verify(token);
    await world.database.write((tx) => run(tx, 'UPDATE host_keys SET generation = 2 WHERE id = ?', [key]));
    await assert.rejects(verify(token), isRefusal('token_invalid'));
    const next = sign(
      { alg: 'HS256', kid: key },
      { ...claims, iss: key, workspace: foreign },
      hostKeySecret(SECRET, key, 2),
    );
    await verify(next);
    await world.database.write((tx) => run(tx, 'UPDATE host_keys SET revoked_at = 1 WHERE id = ?', [key]));
    await assert.rejects(verify(next), isRefusal('token_invalid'));
  });

  it('SEC_D12 links a subject to the membership that has its address, once and never past another', async () => {
    const ana = await world.addMember({ email: 'ana@acme.test', roles: ['staff'] });
    const abroad = await world.addMember({ email: 'abroad@acme.test', roles: ['owner'], workspaceId: other });
    const linkOf = async (sub: string, email: unknown): Promise<MemberId | null> =>
      (await verify(sign(header, { ...claims, sub, email }, secret))).link;
    assert.equal(await linkOf('u-ana', 'ANA@acme.test'), ana.id);
    for (const email of [
      'nobody@acme.test',
      'ana@acme.test,abroad@acme.test',
      '',
      7,
      null,
      ['ana@acme.test'],
      { email: 'ana@acme.test' },
    ])
      assert.equal(await linkOf('u-ana', email), null, String(email));
    // A member of another workspace is nobody here.
    assert.equal(await linkOf('u-abroad', 'abroad@acme.test'), null);
    await linkSubject(world.as(subjectCaller(KEY, 'u-ana')), ana.id);
    assert.equal(
      await linkOf('u-ana', 'ana@acme.test'),
      null,
      'a subject that is linked is not linked again',
    );
    assert.equal(
      await linkOf('u-thief', 'ana@acme.test'),
      null,
      'a membership that has a subject gets no second one',
    );
    const bob = await world.addMember({ email: 'bob@acme.test', roles: ['owner'] });
    assert.equal(
      await linkOf('u-ana', 'bob@acme.test'),
      null,
      'a linked subject does not move to another person',
    );
    // Overtaken: another request linked first, or the membership ended, or it is elsewhere.
    await linkSubject(world.as(subjectCaller(KEY, 'u-ana')), bob.id);
    await linkSubject(world.as(subjectCaller(KEY, 'u-thief')), ana.id);
    await linkSubject(world.as(subjectCaller(KEY, 'u-late')), 'gone-member' as MemberId);
    await linkSubject(world.as(subjectCaller(KEY, 'u-abroad')), abroad.id);
    assert.deepEqual((await world.dump())['subjects'], [
      { host_key_id: KEY, workspace_id: world.workspaceId, subject: 'u-ana', member_id: ana.id },
    ]);
    const linked = (await world.dump())['audit']!.filter(
      (entry) => (entry as { action: string }).action === 'member.link-subject',
    );
    assert.equal(linked.length, 1);
  });

  it('SEC_D16 a database that does not answer lets nobody in', async () => {
    const gone = { ...options, sql: { execute: () => Promise.reject(new Error('gone')) } };
    await assert.rejects(verifyHostToken(sign(header, claims, secret), gone), /gone/);
  });
});
