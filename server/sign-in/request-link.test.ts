// Asking for a link, on real databases: who is sent one, that nobody else can tell, and how often.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { all, run } from '../db/database.ts';
import { everyWay, manyRoles } from '../testing/policies.ts';
import { askForLink, newPerson, receivers, tokenFor } from '../testing/link-askers.ts';
import { assertSameTime } from '../testing/same-time.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import { nextCall, sentLink, tokenOf, visitor } from '../testing/visitors.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { signInWithLink } from './link.ts';
import { requestLink } from './request-link.ts';

const MINUTE = 60_000;

describeOnEachStore('asking for a link', (makeWorld) => {
  let world: World;
  before(async () => {
    world = await makeWorld({ policy: everyWay, hasMail: true });
  });
  after(() => world.close());

  it('SEC_C07 SEC_C11 P44 P46 T21 mail goes to the stored address of who may come in, and to nobody else', async () => {
    const [ann, off] = [await newPerson(world), await newPerson(world, 'deactivated')];
    const from = (await receivers(world)).length;
    const local = ann.email.split('@', 1)[0];
    for (const login of [
      'nobody@acme.test',
      off.email,
      `${local}@acme.test.evil.example`,
      ann.email.replace('p', 'р'),
      `${ann.email},evil@evil.example`,
      `${ann.email}\nevil@evil.example`,
      `evil@evil.example <${ann.email}>`,
      `${local}@ACME.TESТ`,
      local!,
    ])
      for (const kind of ['sign-in', 'reset'] as const)
        assert.deepEqual(await askForLink(world, login, kind), {});
    assert.deepEqual((await receivers(world)).slice(from), []);
    await askForLink(world, ann.email.toUpperCase());
    const sent = (await receivers(world)).slice(from);
    assert.deepEqual(sent, [ann.email]);
    const [row] = await all<{ data: string }>(
      world.database.read,
      'SELECT data FROM outbox WHERE account_id = ?',
      [ann.accountId],
    );
    assert.equal((JSON.parse(row!.data) as { to?: string }).to, undefined);
  });

  it('SEC_C16 D4 D10 D21 whom only a provider vouches for gets no link, by each combination of the two switches', async () => {
    for (const authentication of [0, 1])
      for (const authorization of [0, 1])
        for (const source of ['local', 'provider']) {
          const workspaceId = await world.addWorkspace('Provided');
          const email = `${source}${authentication}${authorization}@sso.test`;
          const { accountId, id } = await world.addMember({ email, roles: ['member'], workspaceId });
          await world.database.write(async (tx) => {
            await run(
              tx,
              'UPDATE workspaces SET external_authentication = ?, external_authorization = ? WHERE id = ?',
              [authentication, authorization, workspaceId],
            );
            await run(tx, 'UPDATE members SET source = ? WHERE id = ?', [source, id]);
          });
          for (const kind of ['sign-in', 'reset'] as const) {
            await askForLink(world, email, kind);
            const isSent = (await sentLink(world, kind, accountId)) !== undefined;
            assert.equal(isSent, !(authentication === 1 && source === 'provider'), `${email} ${kind}`);
          }
        }
  });

  it('SEC_C08 a person is sent five links in a quarter of an hour; who is limited has one that works, and hears the same', async () => {
    const ann = await newPerson(world);
    const answers = [];
    for (let n = 0; n < 7; n += 1) {
      answers.push(await askForLink(world, ann.email));
      world.clock.now += MINUTE;
    }
    assert.deepEqual(answers, Array(7).fill({}));
    assert.equal((await receivers(world)).filter((email) => email === ann.email).length, 5);
    world.clock.now += 7 * MINUTE;
    await signInWithLink(visitor(world), {
      token: tokenOf((await sentLink(world, 'sign-in', ann.accountId))!),
    });
    world.clock.now += 2 * MINUTE;
    await tokenFor(world, ann);
  });

  it('SEC_C08 SEC_G06 a network asks for fifty links in a quarter of an hour, and a known browser is not of it', async () => {
    const ann = await newPerson(world);
    const network = '2001:db8:1:1::/64';
    const known = visitor(world, { network });
    await signInWithLink(known, { token: await tokenFor(world, ann) });
    const askFrom = (login: string, deviceMark?: string) =>
      requestLink(visitor(world, { network, deviceMark }), { kind: 'sign-in', login });
    await Promise.all(Array.from({ length: 60 }, (_, n) => askFrom(`flood${n}@acme.test`)));
    const links = await all(
      world.database.read,
      "SELECT 1 FROM links WHERE account_id LIKE 'nobody-%' AND created_at = ?",
      [world.clock.now],
    );
    assert.equal(links.length, 50);
    const bob = await newPerson(world);
    assert.deepEqual(await askFrom(bob.email), {});
    assert.equal(await sentLink(world, 'sign-in', bob.accountId), undefined);
    await askFrom(ann.email, (await nextCall(world, known)).visit.deviceMark);
    assert.notEqual(await sentLink(world, 'sign-in', ann.accountId), undefined);
    world.clock.now += 15 * MINUTE;
  });
});

describe('links where they are not offered', () => {
  it('SEC_C16 nobody is sent a link to choose a password where nobody has one, and hears the same', async () => {
    const world = await createWorld({ policy: manyRoles, hasMail: true });
    try {
      const { accountId } = await world.addMember({ email: 'ann@acme.test', roles: ['owner'] });
      assert.deepEqual(await requestLink(visitor(world), { kind: 'reset', login: 'ann@acme.test' }), {});
      assert.equal(await sentLink(world, 'reset', accountId), undefined);
    } finally {
      await world.close();
    }
  });

  it('nothing waits for a mail server that there is not', async () => {
    const world = await createWorld({ policy: everyWay });
    try {
      await world.addMember({ email: 'ann@acme.test', roles: ['owner'] });
      await requestLink(visitor(world), { kind: 'sign-in', login: 'ann@acme.test' });
      assert.deepEqual(await all(world.database.read, 'SELECT 1 FROM outbox'), []);
    } finally {
      await world.close();
    }
  });
});

describe('how long asking for a link takes', () => {
  it('SEC_C06 T21 is the same for who gets one and for unknown and deactivated people', async () => {
    const world = await createWorld({ policy: everyWay, hasMail: true });
    try {
      await world.addMember({ email: 'ann@acme.test', roles: ['owner'] });
      await world.addMember({ email: 'off@acme.test', roles: ['owner'], status: 'deactivated' });
      const asking = (name: string) => () =>
        requestLink(visitor(world, { network: '' }), { kind: 'sign-in', login: `${name}@acme.test` });
      await assertSameTime(
        Object.fromEntries(['ann', 'off', 'unknown'].map((name) => [name, asking(name)])),
        (round) => {
          if (round % 5 === 0) world.clock.now += 15 * MINUTE;
        },
      );
    } finally {
      await world.close();
    }
  });
});
