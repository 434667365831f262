// Several workspaces over HTTP: what a host's token opens beside its own, and what a session opens.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { AccountId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import { directory } from '../../shared/presets/directory.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import { all, run } from '../db/database.ts';
import type { Answer, Deployment } from '../testing/deployment.ts';
import { BASE_URL, deploy } from '../testing/deployment.ts';

const OWN_PAGE = { Origin: new URL(BASE_URL).origin, 'Sec-Fetch-Site': 'same-origin' };

describe('acts that name several workspaces', () => {
  let site: Deployment;
  let retail: WorkspaceId;
  let foreign: WorkspaceId;
  let ann: { id: MemberId; accountId: AccountId };
  before(async () => {
    site = await deploy({ policy: workspaces });
    retail = await site.addWorkspace('Retail');
    foreign = await site.addWorkspace('Foreign');
    ann = await site.addMember({ email: 'ann@a.test', name: 'Ann', roles: ['admin'] });
    for (const workspaceId of [retail, foreign])
      await site.addMember({ email: 'ann@a.test', name: 'Ann', roles: ['admin'], workspaceId });
    await site.database.write(async (tx) => {
      // Retail is the same host's; it knows Ann by one id. Foreign is not.
      await run(tx, 'UPDATE workspaces SET host_key_id = ? WHERE id = ?', [site.key.id, retail]);
      await run(
        tx,
        "INSERT INTO subjects (host_key_id, workspace_id, subject, member_id) SELECT ?, workspace_id, 'ann', id FROM members WHERE account_id = ?",
        [site.key.id, ann.accountId],
      );
    });
  });
  after(async () => {
    await site.close();
    assert.deepEqual(site.failures, []);
  });

  const invite = (headers: Record<string, string>, workspaceId: WorkspaceId): Promise<Answer> =>
    site.mutate(
      'invitations.create',
      {
        addresses: `Gus <gus-${randomUUID()}@g.test>`,
        roles: ['viewer'],
        places: [{ workspaceId, roles: ['editor'] }],
        idempotencyKey: randomUUID(),
      },
      headers,
    );
  const bearer = (also?: unknown) => ({
    Authorization: `Bearer ${site.token('ann', also === undefined ? {} : { workspaces: also })}`,
  });

  it('SEC_D12 W21 are done under a host’s token in the workspaces that it names too, and in no other', async () => {
    assert.equal((await invite(bearer(), retail)).reason, 'not_a_member');
    assert.equal((await invite(bearer([retail]), retail)).status, 200);
    assert.equal((await invite(bearer([retail]), foreign)).reason, 'not_a_member');
    // Naming what its key does not cover opens nothing.
    assert.equal((await invite(bearer([retail, foreign]), foreign)).reason, 'not_a_member');
    // What it names beside its own is for such acts alone: the call itself is in its own workspace.
    const there = { ...bearer([retail]), 'ua-workspace': retail };
    assert.equal((await site.query('members.list', {}, there)).reason, 'workspace_not_found');
  });

  it('SEC_D10 refuses a token that names them in any other shape', async () => {
    for (const also of ['all', { 0: retail }, [42], [null], Array.from({ length: 201 }, () => retail)])
      assert.equal((await invite(bearer(also), retail)).reason, 'token_invalid', JSON.stringify(also));
  });

  it('W11 W21 are done through a session wherever its person may, and each place has its own entry in the trail', async () => {
    const headers = {
      Cookie: await site.cookieOf(ann.accountId),
      'ua-workspace': site.workspaceId,
      ...OWN_PAGE,
    };
    assert.equal((await invite(headers, foreign)).status, 200);
    const { rows } = (await site.query('workspaces.mine', {}, headers)).data as { rows: { name: string }[] };
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['Acme', 'Foreign', 'Retail'],
    );
    const entries = await all<{ workspace: string }>(
      site.database.read,
      "SELECT workspace_id AS workspace FROM audit WHERE action = 'invitation.create' ORDER BY seq DESC LIMIT 2",
    );
    assert.deepEqual(
      entries.map(({ workspace }) => workspace),
      [foreign, site.workspaceId],
    );
  });

  it('SEC_E01 SEC_E05 W7 shows and changes nothing of a workspace that the session does not open', async () => {
    const cookie = await site.cookieOf(ann.accountId, { workspaceId: site.workspaceId });
    const headers = { Cookie: cookie, 'ua-workspace': site.workspaceId, ...OWN_PAGE };
    assert.equal((await invite(headers, foreign)).reason, 'not_a_member');
    const { places } = (await site.query('members.places', { memberId: ann.id }, headers)).data as {
      places: unknown[];
    };
    assert.equal(places.length, 1);
  });
});

describe('making people in several workspaces', () => {
  let site: Deployment;
  let plant: WorkspaceId;
  let foreign: WorkspaceId;
  let ann: { id: MemberId; accountId: AccountId };
  let number = 0;
  before(async () => {
    site = await deploy({ policy: directory });
    plant = await site.addWorkspace('Plant');
    foreign = await site.addWorkspace('Foreign');
    ann = await site.addMember({ email: 'ann@d.test', roles: ['administrator'] });
    for (const workspaceId of [plant, foreign])
      await site.addMember({ email: 'ann@d.test', roles: ['user-administrator'], workspaceId });
    await site.database.write(async (tx) => {
      await run(tx, 'UPDATE workspaces SET host_key_id = ? WHERE id = ?', [site.key.id, plant]);
      await run(
        tx,
        "INSERT INTO subjects (host_key_id, workspace_id, subject, member_id) SELECT ?, workspace_id, 'ann', id FROM members WHERE account_id = ?",
        [site.key.id, ann.accountId],
      );
    });
  });
  after(async () => {
    await site.close();
    assert.deepEqual(site.failures, []);
  });

  const make = (
    headers: Record<string, string>,
    workspaceId: WorkspaceId,
    more: object = {},
  ): Promise<Answer> =>
    site.mutate(
      'members.create',
      {
        email: `new${(number += 1)}@d.test`,
        username: `new.${number}`,
        roles: ['employee'],
        places: [{ workspaceId, roles: ['analyst'], ...more }],
        password: 'Anvil-7-rosette',
        confirmation: 'Anvil-7-rosette',
        idempotencyKey: randomUUID(),
      },
      headers,
    );
  const bySession = async (scope: { workspaceId?: WorkspaceId } = {}) => ({
    Cookie: await site.cookieOf(ann.accountId, scope),
    'ua-workspace': site.workspaceId,
    ...OWN_PAGE,
  });
  const bearer = (workspaces: readonly WorkspaceId[]) => ({
    Authorization: `Bearer ${site.token('ann', { workspaces })}`,
  });
  const made = async (): Promise<unknown[]> =>
    (
      await all<{ workspace: WorkspaceId }>(
        site.database.read,
        'SELECT workspace_id AS workspace FROM members WHERE email = ? ORDER BY seq',
        [`new${number}@d.test`],
      )
    ).map(({ workspace }) => workspace);

  it('D27 W6 is done through a session wherever its person may, and offered there alone', async () => {
    const headers = await bySession();
    assert.equal((await make(headers, foreign)).status, 200);
    assert.deepEqual(await made(), [site.workspaceId, foreign]);
    const { rows } = (await site.query('members.creationPlaces', {}, headers)).data as {
      rows: { name: string; roles: { key: string }[] }[];
    };
    assert.deepEqual(
      rows.map(({ name, roles }) => [name, roles.some((role) => role.key === 'administrator')]),
      [
        ['Acme', true],
        ['Foreign', false],
        ['Plant', false],
      ],
    );
  });

  it('D27 SEC_D12 is done under a host’s token in the workspaces that it names too, and in no other', async () => {
    assert.equal((await make(bearer([]), plant)).reason, 'not_a_member');
    assert.equal((await make(bearer([plant, foreign]), foreign)).reason, 'not_a_member');
    assert.deepEqual(await made(), []);
    assert.equal((await make(bearer([plant]), plant)).status, 200);
    assert.deepEqual(await made(), [site.workspaceId, plant]);
  });

  it('D27 SEC_E01 SEC_E02 makes nobody where the session does not open a place, or the wish names what is none of it', async () => {
    assert.equal(
      (await make(await bySession({ workspaceId: site.workspaceId }), plant)).reason,
      'not_a_member',
    );
    assert.deepEqual(await made(), []);
    const headers = await bySession();
    assert.equal((await make(headers, randomUUID() as WorkspaceId)).reason, 'not_a_member');
    assert.equal((await make(headers, plant, { memberId: ann.id })).reason, 'input_invalid');
    assert.equal((await make(headers, plant, { roles: ['administrator'] })).reason, 'role_not_yours_to_give');
    assert.deepEqual(await made(), []);
  });
});
