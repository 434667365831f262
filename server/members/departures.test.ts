// Who left, on each kind of database: what is remembered of whom, where, and for how long.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { HostKeyId, ProviderId, WorkspaceId } from '../../shared/ids.ts';
import { all } from '../db/database.ts';
import { purgeExpired } from '../db/retention.ts';
import { insertIdentity } from '../providers/identity-store.ts';
import type { Person } from '../providers/person.ts';
import { insertProvider } from '../providers/store.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { START } from '../testing/world.ts';
import { insertHostKey } from '../workspaces/host-key-store.ts';
import { insertSubject } from '../workspaces/store.ts';
import { hasSubjectLeft, noteDeparture, wasRemoved } from './departures.ts';
import type { StoredMember } from './store.ts';
import { memberById } from './store.ts';

const KEY = 'host-key-1' as HostKeyId;
const PERSON: Person = {
  issuer: 'https://idp.example',
  subject: 'mia',
  email: '',
  isEmailVerified: false,
  name: '',
  groups: [],
  authenticatedAt: null,
};

describeOnEachStore('departures', (makeWorld) => {
  let world: World;
  let elsewhere: WorkspaceId;
  const provider = randomUUID() as ProviderId;
  before(async () => {
    world = await makeWorld();
    elsewhere = await world.addWorkspace('Elsewhere');
    const { workspaceId } = world;
    await world.database.write(async (sql) => {
      await insertHostKey(sql, { id: KEY, name: 'Host', createdAt: START });
      await insertProvider(sql, {
        id: provider,
        workspaceId,
        name: 'A',
        isEnabled: true,
        config: { kind: 'oidc', issuer: PERSON.issuer, clientId: 'x', scopes: [], groupsClaim: '' },
        admission: { isJustInTime: true, roles: [], highestRole: 'staff', most: null, groups: {} },
        sealed: null,
        createdAt: START,
      });
    });
  });
  after(() => world.close());

  /** Somebody with an address, an identity and a host's id of their own, all named alike. */
  async function addPerson(): Promise<StoredMember> {
    const name = randomUUID();
    const { workspaceId } = world;
    const { id, accountId } = await world.addMember({ email: `${name}@acme.test`, roles: ['member'] });
    await world.database.write(async (sql) => {
      await insertIdentity(sql, provider, accountId, { ...PERSON, subject: name }, START);
      await insertSubject(sql, KEY, workspaceId, name, id);
    });
    return (await memberById(world.database.read, workspaceId, id))!;
  }
  const leave = (member: StoredMember, isRemoved: boolean, now = START) =>
    world.database.write((sql) => noteDeparture(sql, member, { isRemoved, now }));
  const nameOf = ({ email }: StoredMember) => email.slice(0, email.indexOf('@'));
  const wasOut = (person: Partial<Person>, emailKey: string, workspaceId = world.workspaceId) =>
    wasRemoved(world.database.read, { id: provider, workspaceId }, { ...PERSON, ...person }, emailKey);

  it('SEC_S10 whoever was removed is known by address and by identity, in that workspace', async () => {
    const member = await addPerson();
    await leave({ ...member, email: member.email.toUpperCase() }, true);
    await leave(member, true);
    const subject = nameOf(member);
    assert.deepEqual(
      [
        await wasOut({ subject }, 'x@acme.test'),
        await wasOut({}, member.email),
        await wasOut({ subject, issuer: 'https://other.example' }, 'x@acme.test'),
        await wasOut({ subject }, member.email, elsewhere),
      ],
      [true, true, false, false],
    );
  });

  it('whoever left by themselves may come back through a provider', async () => {
    const member = await addPerson();
    await leave(member, false);
    assert.equal(await wasOut({ subject: nameOf(member) }, member.email), false);
  });

  it('SEC_D07 a host’s id of who left is known by tokens from before, under that key and in that workspace', async () => {
    const member = await addPerson();
    await leave(member, false, START + 5000);
    const here = { hostKeyId: KEY, workspaceId: world.workspaceId, subject: nameOf(member) };
    const hasLeft = (change: Partial<typeof here>, issuedAt: number) =>
      hasSubjectLeft(world.database.read, { ...here, ...change }, issuedAt);
    assert.deepEqual(
      [
        await hasLeft({}, START + 4000),
        // Signed in the very second of the change, which a token cannot tell from after it.
        await hasLeft({}, START + 4001),
        await hasLeft({ workspaceId: elsewhere }, START),
        await hasLeft({ hostKeyId: 'another' as HostKeyId }, START),
        await hasLeft({ subject: 'another' }, START),
      ],
      [true, false, false, false, false],
    );
  });

  it('SEC_K07 an account is remembered where it goes on elsewhere; only a removal outlives tokens and sessions', async () => {
    await world.database.write((sql) => sql.execute('DELETE FROM departures'));
    const rows = async () => (await all(world.database.read, 'SELECT 1 FROM departures')).length;
    const [alone, shared] = [await addPerson(), await addPerson()];
    await world.addMember({ email: shared.email, roles: ['member'], workspaceId: elsewhere });
    await leave(alone, false);
    assert.equal(await rows(), 1, 'the host’s id');
    await leave(shared, true);
    assert.equal(await rows(), 1 + 4, 'the host’s id, the account, the address and the identity');
    assert.equal((await purgeExpired(world.database, START + 17 * 60 * 1000)).departures, 2);
    assert.equal((await purgeExpired(world.database, START + 1000 * 24 * 3600 * 1000)).departures, 1);
    assert.equal(await rows(), 2);
    const kept = JSON.stringify(await all(world.database.read, 'SELECT * FROM departures'));
    assert.ok(!kept.includes(nameOf(shared)));
  });
});
