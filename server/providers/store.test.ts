// The stores of single sign-on on each kind of database: what happens once, happens once.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { ProviderId } from '../../shared/ids.ts';
import type { Sealer } from '../settings/seal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { START } from '../testing/world.ts';
import type { AttemptData } from './attempts.ts';
import {
  attemptById,
  bindBrowser,
  browserHash,
  endAttempt,
  insertAttempt,
  isBrowserOf,
  keepResult,
  newSecret,
  takeAnswer,
} from './attempts.ts';
import { deleteDomain, domainByName, domainsOf, insertDomain, setProved } from './domain-store.ts';
import { accountOfIdentity, insertIdentity, isLeading } from './identity-store.ts';
import { countAdmitted, insertProvider, providerById, updateProvider } from './store.ts';

const PERSON = {
  issuer: 'https://idp.example',
  subject: 'mia',
  email: '',
  isEmailVerified: false,
  name: '',
  groups: [],
  authenticatedAt: null,
};
const DATA: AttemptData = { mode: 'sign-in', to: '', by: '', nonce: 'a nonce', verifier: 'a verifier' };

describeOnEachStore('the stores of single sign-on', (makeWorld) => {
  let world: World;
  let sealer: Sealer;
  before(async () => {
    world = await makeWorld();
    ({ sealer } = world.asSystem());
  });
  after(() => world.close());

  const write: World['database']['write'] = (job) => world.database.write(job);
  async function addProvider(): Promise<ProviderId> {
    const id = randomUUID() as ProviderId;
    await write((sql) =>
      insertProvider(sql, {
        id,
        workspaceId: world.workspaceId,
        name: 'A',
        isEnabled: true,
        config: { kind: 'oidc', issuer: 'https://idp.example', clientId: 'x', scopes: [], groupsClaim: '' },
        admission: { isJustInTime: true, roles: [], highestRole: 'staff', most: null, groups: {} },
        sealed: null,
        createdAt: START,
      }),
    );
    return id;
  }
  async function addAttempt(more: Partial<AttemptData> = {}, hash = browserHash('mark')): Promise<string> {
    const [id, providerId] = [newSecret(), await addProvider()];
    await write((sql) =>
      insertAttempt(sql, sealer, {
        ...DATA,
        ...more,
        id,
        providerId,
        browserHash: hash,
        expiresAt: START + 1000,
      }),
    );
    return id;
  }
  const count = (results: readonly boolean[]): number => results.filter(Boolean).length;
  const twenty = <T>(job: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 20 }, job));

  it('SEC_S03 an answer is taken once, a journey ends once, and a browser is bound once', async () => {
    const id = await addAttempt({}, '');
    assert.equal(
      count(await twenty(() => write((sql) => bindBrowser(sql, id, browserHash(newSecret()))))),
      1,
    );
    assert.equal(count(await twenty(() => write((sql) => takeAnswer(sql, id, START)))), 1);
    assert.equal(count(await twenty(() => write((sql) => endAttempt(sql, id)))), 1);
  });

  it('a journey is there until it is over, and what belongs to it is sealed', async () => {
    const id = await addAttempt();
    const attempt = (await attemptById(world.database.read, sealer, id, START + 999))!;
    assert.deepEqual([attempt.nonce, attempt.verifier, attempt.usedAt], ['a nonce', 'a verifier', null]);
    assert.ok(!attempt.stored.includes('nonce'));
    assert.ok(isBrowserOf(attempt, 'mark'));
    assert.ok(
      !isBrowserOf(attempt, 'another') && !isBrowserOf(attempt, undefined) && !isBrowserOf(attempt, ''),
    );
    assert.equal(await attemptById(world.database.read, sealer, id, START + 1000), undefined);
    assert.equal(await write((sql) => takeAnswer(sql, id, START + 1000)), false);
  });

  it('a result is kept where nothing changed since it was asked for', async () => {
    const id = await addAttempt();
    const attempt = (await attemptById(world.database.read, sealer, id, START))!;
    const keep = () =>
      write((sql) =>
        keepResult(sql, sealer, attempt, {
          data: { ...DATA, person: PERSON },
          now: START,
          until: START + 500,
        }),
      );
    assert.equal(count(await twenty(keep)), 1);
    const kept = (await attemptById(world.database.read, sealer, id, START + 499))!;
    assert.deepEqual([kept.person, kept.usedAt, kept.expiresAt], [PERSON, START, START + 500]);
  });

  it('SEC_S15 as many are admitted as may be, also at once', async () => {
    const id = await addProvider();
    assert.equal(count(await twenty(() => write((sql) => countAdmitted(sql, id, 3)))), 3);
    assert.equal(count(await twenty(() => write((sql) => countAdmitted(sql, id, null)))), 20);
    assert.equal(await write((sql) => countAdmitted(sql, id, 23)), false);
  });

  it('SEC_G15 a provider is changed from the version that was seen', async () => {
    const provider = (await providerById(world.database.read, await addProvider()))!;
    const change = () => write((sql) => updateProvider(sql, { ...provider, name: 'B' }));
    assert.equal(count(await twenty(change)), 1);
    assert.equal((await providerById(world.database.read, provider.id))!.version, 2);
  });

  it('SEC_S01 an identity belongs to one account, and an account has one at each provider', async () => {
    const [one, two] = [await addProvider(), await addProvider()];
    const { accountId } = await world.addMember({ email: `${randomUUID()}@acme.test`, roles: ['member'] });
    await write((sql) => insertIdentity(sql, one, accountId, PERSON, START));
    await write((sql) => insertIdentity(sql, two, accountId, PERSON, START + 1));
    await write((sql) => insertIdentity(sql, one, accountId, { ...PERSON, subject: 'new' }, START));
    const { read } = world.database;
    assert.equal(await accountOfIdentity(read, one, PERSON), undefined);
    assert.equal(await accountOfIdentity(read, one, { ...PERSON, subject: 'new' }), accountId);
    const { workspaceId } = world;
    assert.deepEqual(
      [
        await isLeading(read, { id: one, workspaceId }, accountId),
        await isLeading(read, { id: two, workspaceId }, accountId),
      ],
      [true, false],
    );
    const other = await world.addMember({ email: `${randomUUID()}@acme.test`, roles: ['member'] });
    await assert.rejects(write((sql) => insertIdentity(sql, two, other.accountId, PERSON, START)));
  });

  it('domains are a workspace’s own', async () => {
    const { workspaceId } = world;
    const { read } = world.database;
    const elsewhere = await world.addWorkspace();
    assert.equal(
      count(await twenty(() => write((sql) => insertDomain(sql, workspaceId, 'acme.test', START)))),
      1,
    );
    assert.equal(await write((sql) => insertDomain(sql, elsewhere, 'acme.test', START)), true);
    await write((sql) => setProved(sql, workspaceId, 'acme.test', START));
    assert.equal((await domainByName(read, elsewhere, 'acme.test'))!.provedAt, null);
    assert.deepEqual(
      (await domainsOf(read, workspaceId)).map((row) => ({ ...row })),
      [{ domain: 'acme.test', provedAt: START }],
    );
    assert.equal(await write((sql) => deleteDomain(sql, workspaceId, 'acme.test')), true);
    assert.equal(await write((sql) => deleteDomain(sql, workspaceId, 'acme.test')), false);
    assert.notEqual(await domainByName(read, elsewhere, 'acme.test'), undefined);
  });
});
