// Proving domains against a real DNS server on the loopback address.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Domain } from '../../shared/providers/provider.ts';
import { all } from '../db/database.ts';
import type { DnsServer } from '../testing/providers/dns.ts';
import { startDns } from '../testing/providers/dns.ts';
import { startOpenId } from '../testing/providers/openid.ts';
import type { SignOnSite } from '../testing/providers/site.ts';
import { NOBODY_NEW, deployForSignOn, signInBy } from '../testing/providers/site.ts';

describe('proving a domain', () => {
  let site: SignOnSite;
  let dns: DnsServer;
  before(async () => {
    dns = await startDns();
    site = await deployForSignOn({ options: { dnsServers: [dns.address] } });
  });
  after(async () => {
    await site.close();
    await dns.close();
  });
  afterEach(() => {
    dns.mode = 'answer';
  });

  const add = (domain: string) => site.asOwner('providers.addDomain', { domain });
  const prove = (domain: string) => site.asOwner('providers.proveDomain', { domain });
  const listed = async (domain: string): Promise<Domain | undefined> => {
    const { data } = await site.asOwner('providers.list');
    return (data as { domains: Domain[] }).domains.find((one) => one.domain === domain);
  };

  it('SEC_S16 a record with the derived value proves it; without one, with another or with another workspace’s it is not proved', async () => {
    const added = (await add('acme.test')).data as Domain;
    assert.equal(added.recordName, '_user-admin-challenge.acme.test');
    assert.match(added.recordValue, /^user-admin=[\w-]{32}$/);
    assert.equal((await prove('acme.test')).reason, 'domain_not_proved');
    for (const text of [
      'user-admin=',
      `x${added.recordValue}`,
      added.recordValue.toLowerCase().replace('=', '=x'),
    ]) {
      dns.records.set(added.recordName, [text, 'v=spf1 -all']);
      assert.equal((await prove('acme.test')).reason, 'domain_not_proved', text);
    }
    assert.equal((await listed('acme.test'))!.provedAt, null);
    dns.records.set(added.recordName, ['v=spf1 -all', added.recordValue]);
    const proved = (await prove('acme.test')).data as Domain;
    assert.equal(proved.provedAt, site.clock.now);
    assert.equal((await listed('acme.test'))!.provedAt, site.clock.now);
    const operator = site.userAdmin.caller(null).workspaces;
    await operator.create({
      name: 'Other',
      workspaceId: 'workspace-2' as never,
      owner: { email: 'olga@acme.test' } as never,
      idempotencyKey: crypto.randomUUID(),
    });
    const there = await site.userAdmin
      .caller('workspace-2')
      .providers.addDomain({ domain: 'acme.test', idempotencyKey: crypto.randomUUID() });
    assert.notEqual(there.recordValue, added.recordValue);
  });

  it('a proof that is not found any more counts no more, and a resolver that does not answer changes nothing', async () => {
    const { recordName, recordValue } = (await add('gone.test')).data as Domain;
    dns.records.set(recordName, [recordValue]);
    await prove('gone.test');
    dns.mode = 'fail';
    assert.equal((await prove('gone.test')).reason, 'domain_not_proved');
    assert.notEqual((await listed('gone.test'))!.provedAt, null);
    dns.mode = 'answer';
    dns.records.delete(recordName);
    assert.equal((await prove('gone.test')).reason, 'domain_not_proved');
    assert.equal((await listed('gone.test'))!.provedAt, null);
    const trail = await all<{ action: string }>(
      site.database.read,
      "SELECT action FROM audit WHERE target_id = 'gone.test' ORDER BY seq",
    );
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['domain.add', 'domain.prove', 'domain.prove'],
    );
  });

  it('an international domain is one, in the form that DNS knows', async () => {
    const { domain, recordName, recordValue } = (await add(' Bücher.Test. ')).data as Domain;
    assert.equal(domain, 'xn--bcher-kva.test');
    dns.records.set(recordName, [recordValue]);
    assert.notEqual(((await prove('bücher.test')).data as Domain).provedAt, null);
    assert.equal((await add('XN--BCHER-KVA.test')).reason, 'already_exists');
  });

  it('what is no domain of one’s own is refused before anybody is asked', async () => {
    dns.asked.length = 0;
    for (const domain of [
      'com',
      'localhost',
      '127.0.0.1',
      '[::1]',
      'acme..test',
      '-a.test',
      'a_b.test',
      'https://acme.test',
      'acme.test/x',
      'a@acme.test',
      `${'a'.repeat(64)}.test`,
      `${'a.'.repeat(130)}test`,
      '\u200bacme.test',
      '',
    ])
      assert.equal((await add(domain)).reason, 'input_invalid', domain);
    assert.equal((await prove('never-added.test')).reason, 'input_invalid');
    assert.deepEqual(dns.asked, []);
  });

  it('SEC_S12 SEC_D17 those may whose role includes it, after a fresh sign-in', async () => {
    const staff = await site.addMember({ email: 'sam@acme.test', roles: ['staff'] });
    const headers = { Authorization: `Bearer ${await site.tokenOf(staff)}` };
    const owner = {
      Authorization: `Bearer ${site.token((await site.tokenOf(site.owner)) && site.owner.id, { auth_time: undefined })}`,
    };
    await add('other.test');
    for (const procedure of ['addDomain', 'proveDomain', 'removeDomain']) {
      const input = { domain: 'other.test', idempotencyKey: crypto.randomUUID() };
      dns.asked.length = 0;
      assert.equal((await site.mutate(`providers.${procedure}`, input, headers)).reason, 'not_granted');
      // Whoever may not, has nobody asked for them.
      assert.deepEqual(dns.asked, []);
      assert.equal(
        (
          await site.mutate(
            `providers.${procedure}`,
            { ...input, idempotencyKey: crypto.randomUUID() },
            owner,
          )
        ).reason,
        'fresh_sign_in_required',
      );
    }
  });

  it('SEC_S16 SEC_S02 once it is proved, a verified address connects, and once it is taken away, none does', async () => {
    const openId = await startOpenId();
    const provider = await site.setUpOpenId(openId, NOBODY_NEW);
    await site.addMember({ email: 'one@linked.test', roles: ['member'] });
    await site.addMember({ email: 'two@linked.test', roles: ['member'] });
    const { recordName, recordValue } = (await add('linked.test')).data as Domain;
    const one = { sub: '1', email: 'one@linked.test', email_verified: true };
    assert.ok(!(await signInBy(site, openId, provider, one)).isIn);
    dns.records.set(recordName, [recordValue]);
    await prove('linked.test');
    assert.ok((await signInBy(site, openId, provider, one)).isIn);
    await site.asOwner('providers.removeDomain', { domain: 'linked.test' });
    assert.equal(await listed('linked.test'), undefined);
    assert.ok(!(await signInBy(site, openId, provider, { ...one, sub: '2', email: 'two@linked.test' })).isIn);
    assert.ok((await signInBy(site, openId, provider, one)).isIn);
    await openId.close();
  });
});
