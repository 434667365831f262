// Two workspaces of one deployment: an owner of the one reaches nothing of the other, by any procedure.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { WorkspaceId } from '../../shared/ids.ts';
import { everyEnd } from '../testing/policies.ts';
import type { Deployment } from '../testing/deployment.ts';
import { deploy } from '../testing/deployment.ts';

describe('workspaces', () => {
  let site: Deployment;
  let bearer: Record<string, string>;
  let theirs: { id: WorkspaceId; memberId: string; invitationId: string; resourceId: string; text: RegExp };
  let own: { memberId: string; resourceId: string };
  before(async () => {
    site = await deploy({ policy: everyEnd });
    bearer = {
      Authorization: `Bearer ${await site.tokenOf(await site.addMember({ email: 'olga@acme.test', roles: ['owner'] }))}`,
    };
    const wish = () => ({ idempotencyKey: randomUUID() });
    const workspace = await site.userAdmin.caller(null).workspaces.create({
      name: 'Secret Garden',
      hostKeyId: site.key.id,
      owner: { email: 'hidden.owner@secret.test' },
      ...wish(),
    });
    const inside = site.userAdmin.caller(workspace.id);
    const { results } = await inside.invitations.create({
      addresses: 'hidden.guest@secret.test',
      roles: ['staff'],
      ...wish(),
    });
    await inside.resources.register({
      kind: 'table',
      resources: [{ key: 'hidden', name: 'Hidden Table' }],
      ...wish(),
    });
    const {
      rows: [table],
    } = await inside.resources.list({ kind: 'table' });
    theirs = {
      id: workspace.id,
      memberId: workspace.ownerId,
      invitationId: results[0]!.invitationId!,
      resourceId: table!.id,
      text: /hidden|secret/i,
    };
    const {
      rows: [member],
    } = JSON.parse((await site.userAdmin.caller(site.workspaceId).members.list({})).page);
    await site.userAdmin
      .caller(site.workspaceId)
      .resources.register({ kind: 'table', resources: [{ key: 'open', name: 'Open Table' }], ...wish() });
    const {
      rows: [open],
    } = await site.userAdmin.caller(site.workspaceId).resources.list({ kind: 'table' });
    own = { memberId: member.id, resourceId: open!.id };
  });
  after(() => site.close());

  const state = async () =>
    JSON.stringify(
      await Promise.all(
        ['members', 'member_roles', 'invitations', 'resources', 'grants', 'workspaces', 'audit'].map(
          async (table) => (await site.database.read.execute(`SELECT * FROM ${table}`)).rows,
        ),
      ),
    );

  it('SEC_E01 SEC_E02 every call with an id of another workspace finds nothing and changes nothing', async () => {
    const wish = () => ({ idempotencyKey: randomUUID() });
    const { id: workspaceId, memberId, invitationId, resourceId } = theirs;
    const calls: [procedure: string, input: Record<string, unknown>][] = [
      ['members.changeRole', { memberId, version: 1, roles: ['staff'] }],
      ['members.deactivate', { memberId, version: 1 }],
      ['members.reactivate', { memberId, version: 1 }],
      ['members.remove', { memberId, version: 1 }],
      ['invitations.resend', { invitationId, version: 1 }],
      ['invitations.revoke', { invitationId, version: 1 }],
      ['invitations.link', { invitationId }],
      ['resources.remove', { resourceId }],
      ['workspaces.rename', { workspaceId, version: 1, name: 'Mine' }],
      ['workspaces.archive', { workspaceId, version: 1 }],
      ['workspaces.restore', { workspaceId, version: 1 }],
      ['workspaces.delete', { workspaceId, version: 1 }],
    ];
    const before = await state();
    for (const [procedure, input] of calls) {
      const answer = await site.mutate(procedure, { ...input, ...wish() }, bearer);
      assert.ok(
        answer.status === 404 || answer.status === 403,
        `${procedure} ${answer.status} ${answer.text}`,
      );
      assert.doesNotMatch(answer.text, theirs.text, procedure);
    }
    const many = await site.mutate(
      'members.changeMany',
      { selection: { ids: [memberId] }, change: { action: 'member.remove' }, ...wish() },
      bearer,
    );
    assert.match(many.text, /member_not_found/);
    const saved = await site.mutate(
      'permissions.save',
      { kind: 'table', rows: [{ resourceId, role: 'staff', actions: ['read'], version: 0 }], ...wish() },
      bearer,
    );
    assert.match(saved.text, /resource_not_found/);
    assert.equal(await state(), before);
  });

  it('SEC_E03 SEC_E05 SEC_E06 no list, search or header shows anything of another workspace', async () => {
    const queries: [string, unknown][] = [
      ['viewer.get', undefined],
      ['members.list', {}],
      ['members.list', { filter: { search: 'hidden' } }],
      ['members.list', { filter: { search: 'se' } }],
      ['invitations.list', {}],
      ['roles.list', undefined],
      ['resources.list', { kind: 'table' }],
      ['permissions.list', { kind: 'table', role: 'staff' }],
      ['audit.list', { limit: 200 }],
      ['workspaces.read', { workspaceId: theirs.id }],
    ];
    for (const [procedure, input] of queries) {
      for (const headers of [bearer, { ...bearer, 'ua-workspace': theirs.id }]) {
        const { text } = await site.query(procedure, input, headers);
        assert.doesNotMatch(text, theirs.text, procedure);
        for (const id of [theirs.memberId, theirs.invitationId, theirs.resourceId])
          assert.ok(!text.includes(id), procedure);
      }
    }
    const page = (await site.query('members.list', {}, bearer)).data as { page: string };
    assert.ok(page.page.includes(own.memberId));
  });

  it('SEC_G12 SEC_B14 no list carries a hash, a token, a key or a link', async () => {
    const lists: [string, unknown][] = [
      ['viewer.get', undefined],
      ['members.list', {}],
      ['invitations.list', {}],
      ['audit.list', { limit: 200 }],
      ['resources.list', { kind: 'table' }],
    ];
    for (const [procedure, input] of lists) {
      const { text, status } = await site.query(procedure, input, bearer);
      assert.equal(status, 200, procedure);
      assert.doesNotMatch(
        text,
        /token|secret|hash|emailKey|email_key|nameKey|accountIds|\/invitation\/|salt/i,
        procedure,
      );
    }
  });
});
