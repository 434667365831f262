// Who a session makes somebody in a workspace that left it to providers who people are: a member by a provider's word, and else nobody.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { AccountId, MemberId, ProviderId, WorkspaceId } from '../../shared/ids.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import { all, run } from '../db/database.ts';
import type { Answer, Deployment } from '../testing/deployment.ts';
import { BASE_URL, deploy } from '../testing/deployment.ts';
import { PROVIDER } from '../testing/every-procedure.ts';
import { withPasswords } from '../testing/policies.ts';
import { actingMember } from './acting-member.ts';
import type { Opening } from './sessions.ts';

type Headers = Record<string, string>;
interface Person {
  readonly id: MemberId;
  readonly accountId: AccountId;
}

describe('a member who came through a provider', () => {
  let site: Deployment;
  let other: WorkspaceId;
  let provider: ProviderId;
  let owner: Person;
  let local: Person;
  let external: Person;
  before(async () => {
    site = await deploy({ policy: withPasswords });
    owner = await site.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    local = await site.addMember({ email: 'lea@acme.test', roles: ['admin'] });
    external = await site.addMember({ email: 'eda@acme.test', roles: ['admin'] });
    other = await site.addWorkspace();
    // A member of both, so that a session from there is one of theirs.
    await site.addMember({ email: 'eda@acme.test', roles: ['owner'], workspaceId: other });
    const { providers } = site.userAdmin.caller(site.workspaceId);
    provider = (await providers.create({ ...PROVIDER, idempotencyKey: randomUUID() })).id;
    await site.database.write((tx) =>
      run(tx, "UPDATE members SET source = 'provider' WHERE id = ?", [external.id]),
    );
  });
  after(async () => {
    await site.close();
    assert.deepEqual(site.failures, []);
  });
  beforeEach(async () => {
    site.clock.now += 1000;
    await switchTo({ externalAuthentication: true });
  });

  async function switchTo({ externalAuthentication }: { externalAuthentication: boolean }): Promise<void> {
    const { providers } = site.userAdmin.caller(site.workspaceId);
    const { version } = await providers.list();
    await providers.switchExternal({
      externalAuthentication,
      externalAuthorization: false,
      version,
      idempotencyKey: randomUUID(),
    });
  }
  const signIn = async (person: Person, opening: Partial<Opening>): Promise<Headers> => ({
    Cookie: await site.cookieOf(person.accountId, opening),
    'ua-workspace': site.workspaceId,
    Origin: new URL(BASE_URL).origin,
  });
  const look = (headers: Headers): Promise<Answer> => site.query('viewer.get', undefined, headers);
  const byProvider = (): Partial<Opening> => ({
    startedBy: 'provider',
    providerId: provider,
    workspaceId: site.workspaceId,
  });
  const visitsOf = ({ id }: Person) =>
    all(
      site.database.read,
      'SELECT v.by FROM visits v JOIN members m ON m.seq = v.member_seq WHERE m.id = ?',
      [id],
    );

  for (const startedBy of ['link', 'password', 'invitation', 'setup'] as const) {
    it(`SEC_S13 D30 is nobody here by a session that began by ${startedBy}, and who is managed here is who they are`, async () => {
      const headers = await signIn(external, { startedBy });
      const answers = [
        await look(headers),
        await site.query('members.list', {}, headers),
        await site.query('workspaces.read', { workspaceId: site.workspaceId }, headers),
        await site.query('permissions.check', { who: 'me', capability: 'members.view' }, headers),
        await site.mutate(
          'invitations.create',
          { addresses: 'x@acme.test', roles: ['staff'], idempotencyKey: randomUUID() },
          headers,
        ),
        await site.mutate('members.leave', { version: 1, idempotencyKey: randomUUID() }, headers),
      ];
      for (const { status, reason } of answers) assert.deepEqual([status, reason], [403, 'not_a_member']);
      for (const person of [local, owner])
        assert.equal((await look(await signIn(person, { startedBy }))).status, 200);
      assert.equal(
        (await look({ ...headers, 'ua-workspace': other })).status,
        200,
        'elsewhere it is as good',
      );
    });
  }

  it('SEC_S13 D30 is a member by a session that a provider began, and by a host’s token', async () => {
    for (const opening of [byProvider(), { startedBy: 'provider' } as const]) {
      const headers = await signIn(external, opening);
      const { status, data } = await look(headers);
      assert.equal(status, 200);
      assert.equal((data as { memberId: string }).memberId, external.id);
      assert.equal((await site.query('members.list', {}, headers)).status, 200);
    }
    const token = { Authorization: `Bearer ${await site.tokenOf(external)}` };
    assert.equal((await look(token)).status, 200);
    const foreign = await signIn(external, { startedBy: 'provider', workspaceId: other });
    assert.equal((await look(foreign)).reason, 'not_a_member', 'the provider of another speaks for that one');
  });

  it('SEC_S14 those in charge come in without the provider, also by a session that is older than the switch', async () => {
    await switchTo({ externalAuthentication: false });
    const [own, before] = [
      await signIn(owner, { startedBy: 'password' }),
      await signIn(external, { startedBy: 'password' }),
    ];
    for (const headers of [own, before]) assert.equal((await look(headers)).status, 200);
    await switchTo({ externalAuthentication: true });
    assert.deepEqual([(await look(own)).status, (await look(before)).reason], [200, 'not_a_member']);
    await switchTo({ externalAuthentication: false });
    assert.equal((await look(before)).status, 200, 'it is the switch alone that says so');
  });

  it('SEC_S13 is looked at again inside the write', async () => {
    const session = {
      startedBy: 'link',
      createdAt: site.clock.now,
      authenticatedAt: site.clock.now,
    } as const;
    const caller = {
      kind: 'account',
      accountId: external.accountId,
      session: { ...session, id: 'session-1' as never, providerId: null, workspaceId: null },
    } as const;
    const standing = () =>
      site.database.write(
        async (tx) =>
          (await actingMember(tx, caller, site.workspaceId, compilePolicy(withPasswords))).memberId,
      );
    assert.equal(await standing(), null);
    await switchTo({ externalAuthentication: false });
    assert.equal(await standing(), external.id);
  });

  it('SEC_S13 leaves no visit behind where they were nobody, and such a session is not among those that open the workspace', async () => {
    const before = await visitsOf(external);
    const stray = await signIn(external, { startedBy: 'link' });
    await look(stray);
    assert.deepEqual(await visitsOf(external), before);
    await look(await signIn(external, byProvider()));
    assert.deepEqual(
      (await visitsOf(external)).length - before.length,
      1,
      'the one that a provider began is noted',
    );
    const bearer = { Authorization: `Bearer ${await site.tokenOf(owner)}` };
    const { data } = await site.query('sessions.ofMember', { memberId: external.id }, bearer);
    const starts = (data as { startedBy: string }[]).map(({ startedBy }) => startedBy);
    assert.ok(starts.length > 0);
    assert.deepEqual([...new Set(starts)], ['provider']);
  });
});
