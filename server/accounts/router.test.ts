// The procedures of the own account over HTTP: cookies, shapes, and what nobody else reaches.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { AccountId, MemberId } from '../../shared/ids.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import { hashPassword } from '../passwords/hash.ts';
import type { Deployment } from '../testing/deployment.ts';
import { deploy } from '../testing/deployment.ts';
import { withPasswords } from '../testing/policies.ts';
import { storePassword } from './store.ts';

const OLD = 'Anvil-7-rosette';
const NEW = 'Quiver_8_hamlet';
const ORIGIN = { Origin: 'https://people.example', 'Sec-Fetch-Site': 'same-origin' };

describe('the own account over HTTP', () => {
  let server: Deployment;
  before(async () => {
    server = await deploy({ policy: withPasswords });
  });
  after(() => server.close());

  let people = 0;
  const somebody = async () => {
    const person = await server.addMember({ email: `p${(people += 1)}@acme.test`, roles: ['staff'] });
    const hash = await hashPassword(OLD);
    await server.database.write((sql) =>
      storePassword({ sql, now: server.clock.now }, person.accountId, hash, { mustChange: false }),
    );
    return { ...person, headers: await headersOf(person) };
  };
  const headersOf = async ({ accountId }: { id: MemberId; accountId: AccountId }) => ({
    ...ORIGIN,
    Cookie: await server.cookieOf(accountId),
    'ua-workspace': server.workspaceId,
  });
  const wish = (input: object) => ({ ...input, idempotencyKey: randomUUID() });
  const change = (headers: Record<string, string>, current: unknown = OLD, password: unknown = NEW) =>
    server.mutate('account.changePassword', wish({ current, password, confirmation: password }), headers);

  it('SEC_C13 SEC_D02 SEC_D03 a changed password comes with a new cookie, and the old one is nobody’s', async () => {
    const { headers } = await somebody();
    const answer = await change(headers);
    assert.equal(answer.status, 200);
    const cookie = answer.headers.get('Set-Cookie')!;
    assert.match(cookie, /^__Host-user-admin=[\w-]{43}; .*HttpOnly/);
    assert.ok(!answer.text.includes(cookie.slice(18, 61)), 'no body holds it');
    assert.equal((await server.query('account.get', undefined, headers)).reason, 'not_signed_in');
    const next = { ...headers, Cookie: cookie.split(';')[0]! };
    assert.equal((await server.query('account.get', undefined, next)).status, 200);
  });

  it('SEC_C12 passwords and addresses are text: every other type is refused before anything is done', async () => {
    const { headers } = await somebody();
    const before = await server.query('account.get', undefined, headers);
    for (const value of [[NEW], { value: NEW }, 12345678, true, null, ['a@b.test', 'c@d.test']]) {
      assert.equal((await change(headers, OLD, value)).reason, 'input_invalid');
      assert.equal((await change(headers, value)).reason, 'input_invalid');
      for (const [procedure, input] of [
        ['account.changeEmail', { email: value }],
        ['account.changeProfile', { username: value, version: 1 }],
        ['members.changeEmail', { memberId: 'somebody-1', email: value }],
      ] as const)
        assert.equal(
          (await server.mutate(procedure, wish(input), headers)).reason,
          'input_invalid',
          procedure,
        );
      assert.equal(
        (await server.mutate('account.confirmIdentity', { password: value }, headers)).reason,
        'input_invalid',
      );
    }
    assert.deepEqual(await server.query('account.get', undefined, headers), before);
  });

  it('SEC_C05 a password of megabytes is not even read, and half a character is refused too', async () => {
    const { headers } = await somebody();
    assert.equal((await change(headers, 'x'.repeat(5_000_000))).status, 413);
    assert.equal((await change(headers, 'x'.repeat(2049))).reason, 'input_invalid');
    assert.equal((await change(headers, OLD, `${NEW}\ud800`)).reason, 'input_invalid');
  });

  it('SEC_F07 knows no other keys', async () => {
    const { headers } = await somebody();
    for (const [procedure, input] of [
      ['account.changeProfile', { name: 'A', version: 1, role: 'owner' }],
      ['account.changeProfile', { name: 'A', version: 1, passwordHash: 'x' }],
      ['account.changePassword', { current: OLD, password: NEW, confirmation: NEW, accountId: 'x' }],
      [
        'members.resetPassword',
        { memberId: 'somebody-1', password: NEW, confirmation: NEW, mustChange: false },
      ],
    ] as const)
      assert.equal((await server.mutate(procedure, wish(input), headers)).reason, 'input_invalid');
  });

  it('is nobody’s from another origin, without a session or under a host’s token', async () => {
    const { headers, id } = await somebody();
    assert.equal((await change({ ...headers, Origin: 'https://evil.example' })).status >= 400, true);
    assert.equal((await server.query('account.get', undefined)).reason, 'not_signed_in');
    const bearer = { Authorization: `Bearer ${await server.tokenOf({ id })}` };
    for (const answer of [
      await server.query('account.get', undefined, bearer),
      await change(bearer),
      await server.mutate('account.changeEmail', wish({ email: 'a@b.test' }), bearer),
      await server.mutate('account.changeProfile', wish({ name: 'A', version: 1 }), bearer),
      await server.mutate('account.confirmIdentity', { password: OLD }, bearer),
    ])
      assert.deepEqual([answer.status, answer.reason], [403, 'account_action_by_host']);
  });

  it('SEC_D17 a host’s token gives a guarded role only where its auth_time is a short time ago', async () => {
    const target = await server.addMember({ email: 'next@acme.test', roles: ['staff'] });
    const promote = (claims: Record<string, unknown>) =>
      server.mutate('members.changeRole', wish({ memberId: target.id, version: 1, roles: ['owner'] }), {
        Authorization: `Bearer ${server.token('first', claims)}`,
      });
    const seconds = server.clock.now / 1000;
    for (const auth_time of [undefined, seconds - FRESH_FOR / 1000, 1, seconds + 61, seconds * 1000])
      assert.deepEqual(
        [(await promote({ auth_time })).status, (await promote({ auth_time })).reason],
        [403, 'fresh_sign_in_required'],
      );
    for (const auth_time of ['now', seconds + 0.5, -1, null, [seconds]])
      assert.equal((await promote({ auth_time })).reason, 'token_invalid');
    assert.equal((await promote({ auth_time: seconds - FRESH_FOR / 1000 + 1 })).status, 200);
  });

  it('SEC_D17 a session that has grown old is asked for the password, and goes on', async () => {
    const boss = await server.addMember({ email: 'boss@acme.test', roles: ['owner'] });
    const hash = await hashPassword(OLD);
    await server.database.write((sql) =>
      storePassword({ sql, now: server.clock.now }, boss.accountId, hash, { mustChange: false }),
    );
    const headers = await headersOf(boss);
    const invite = () =>
      server.mutate(
        'invitations.create',
        wish({ addresses: `o${people}@acme.test`, roles: ['owner'] }),
        headers,
      );
    server.clock.now += FRESH_FOR;
    assert.equal((await invite()).reason, 'fresh_sign_in_required');
    assert.equal(
      (await server.mutate('account.confirmIdentity', { password: 'Wrong_1_one' }, headers)).reason,
      'password_wrong',
    );
    assert.equal((await server.mutate('account.confirmIdentity', { password: OLD }, headers)).status, 200);
    assert.equal((await invite()).status, 200);
  });

  it('SEC_B10 a link of anything else confirms no address, and says nothing of what it is', async () => {
    for (const token of ['x', '', 'a'.repeat(500), `${randomUUID()}.e.${'a'.repeat(43)}`]) {
      const answer = await server.mutate('account.confirmEmail', { token });
      assert.ok(['link_invalid', 'input_invalid'].includes(answer.reason!), answer.reason);
    }
    assert.equal(server.failures.length, 0);
  });
});
