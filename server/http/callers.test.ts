// Every procedure, asked by everybody who may not: refused, alike whether or not there is such a thing, and nothing is changed.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { WorkspaceId } from '../../shared/ids.ts';
import { ACTIONS, can } from '../../shared/policy/can.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import { all } from '../db/database.ts';
import type { Answer, Deployment } from '../testing/deployment.ts';
import { BASE_URL, deploy } from '../testing/deployment.ts';
import { everyEnd } from '../testing/policies.ts';
import { hostToken } from '../testing/token.ts';
import { appRouter } from '../trpc/router.ts';

const KINDS = new Map(
  Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>).map(
    ([name, { _def }]) => [name, _def.type],
  ),
);

/** What a link's secret opens to anybody. */
const BY_LINK = ['invitations.peek', 'invitations.accept', 'invitations.decline'];
/** What a host's backend may call for its own workspaces: what hangs on no person. */
const BY_HOST = [
  'viewer.get',
  'workspaces.read',
  'workspaces.create',
  'workspaces.rename',
  'workspaces.archive',
  'workspaces.restore',
  'workspaces.delete',
  'resources.list',
  'resources.register',
  'resources.remove',
  'permissions.check',
];
/** What membership alone is enough for. */
const BY_MEMBERSHIP = ['viewer.get', 'workspaces.read', 'members.leave'];

/** Everything that a call can be aimed at. */
interface Aim {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly invitationId: string;
  readonly resourceId: string;
  readonly hostKeyId: string;
}

/** An input of each procedure that would do something, were the caller allowed. */
function inputs(aim: Aim): Record<string, unknown> {
  const { workspaceId, memberId, invitationId, resourceId, hostKeyId } = aim;
  const wish = { idempotencyKey: randomUUID() };
  const onMember = { memberId, version: 1, ...wish };
  const onWorkspace = { workspaceId, version: 1, ...wish };
  const forged = { token: `${invitationId}.1.m.${'A'.repeat(43)}` };
  return {
    'viewer.get': undefined,
    'members.list': {},
    'members.changeRole': { ...onMember, roles: ['member'] },
    'members.deactivate': onMember,
    'members.reactivate': onMember,
    'members.remove': onMember,
    'members.leave': { version: 1, ...wish },
    'members.changeMany': { selection: { filter: {} }, change: { action: 'member.remove' }, ...wish },
    'invitations.create': { addresses: 'mallory@evil.test', roles: ['member'], ...wish },
    'invitations.list': {},
    'invitations.resend': { invitationId, version: 1, ...wish },
    'invitations.revoke': { invitationId, version: 1, ...wish },
    'invitations.link': { invitationId, ...wish },
    'invitations.peek': forged,
    'invitations.accept': { ...forged, ...wish },
    'invitations.decline': { ...forged, ...wish },
    'roles.list': undefined,
    'permissions.list': { kind: 'table', role: 'staff' },
    'permissions.save': {
      kind: 'table',
      rows: [{ resourceId, role: 'staff', actions: [], version: 0 }],
      ...wish,
    },
    'permissions.check': { who: { memberId }, kind: 'table', resource: { id: resourceId }, action: 'read' },
    'resources.list': { kind: 'table' },
    'resources.register': { kind: 'table', resources: [{ key: 'new', name: 'New' }], ...wish },
    'resources.remove': { resourceId, ...wish },
    'workspaces.read': { workspaceId },
    'workspaces.create': { name: 'Mine', owner: { email: 'mallory@evil.test' }, ...wish },
    'workspaces.rename': { ...onWorkspace, name: 'Mine' },
    'workspaces.archive': onWorkspace,
    'workspaces.restore': onWorkspace,
    'workspaces.delete': onWorkspace,
    'workspaces.listHostKeys': undefined,
    'workspaces.createHostKey': { name: 'Mine', ...wish },
    'workspaces.rotateHostKey': { hostKeyId, ...wish },
    'workspaces.revokeHostKey': { hostKeyId, ...wish },
    'audit.list': {},
  };
}

describe('everybody who may not', () => {
  let site: Deployment;
  let aim: Aim;
  /** The same, none of which exists. */
  const nowhere: Aim = {
    workspaceId: randomUUID(),
    memberId: randomUUID(),
    invitationId: randomUUID(),
    resourceId: randomUUID(),
    hostKeyId: randomUUID(),
  };
  let otherKey: { id: string; secret: string };
  let elsewhere: { id: string; ownerId: string };
  let people: Record<'off' | 'staff' | 'admin' | 'stranger', { id: never; accountId: never }>;
  const wish = () => ({ idempotencyKey: randomUUID() });

  before(async () => {
    site = await deploy({ policy: everyEnd });
    const operator = site.userAdmin.caller(null);
    const here = site.userAdmin.caller(site.workspaceId);
    const target = await site.addMember({
      email: 'hidden.target@acme.test',
      name: 'Hidden Target',
      roles: ['member'],
    });
    const { results } = await here.invitations.create({
      addresses: 'hidden.guest@acme.test',
      roles: ['staff'],
      ...wish(),
    });
    const { resources } = await here.resources.register({
      kind: 'table',
      resources: [{ key: 'hidden', name: 'Hidden Table' }],
      ...wish(),
    });
    otherKey = await operator.workspaces.createHostKey({ name: 'Other host', ...wish() });
    elsewhere = await operator.workspaces.create({
      name: 'Elsewhere',
      hostKeyId: otherKey.id,
      owner: { email: 'stranger@else.test', subject: 'stranger' },
      ...wish(),
    });
    aim = {
      workspaceId: site.workspaceId,
      memberId: target.id,
      invitationId: results[0]!.invitationId!,
      resourceId: resources[0]!.id,
      hostKeyId: site.key.id,
    };
    const stranger = await all<{ accountId: never }>(
      site.database.read,
      'SELECT account_id AS accountId FROM members WHERE id = ?',
      [elsewhere.ownerId],
    );
    people = {
      off: (await site.addMember({
        email: 'off@acme.test',
        roles: ['owner'],
        status: 'deactivated',
      })) as never,
      staff: (await site.addMember({ email: 'staff@acme.test', roles: ['staff'] })) as never,
      admin: (await site.addMember({ email: 'admin@acme.test', roles: ['admin'] })) as never,
      stranger: { id: elsewhere.ownerId as never, accountId: stranger[0]!.accountId },
    };
  });
  after(() => site.close());

  const ORIGIN = { Origin: 'https://people.example', 'Sec-Fetch-Site': 'same-origin' };
  const byCookie = async (who: keyof typeof people, workspaceId: string = site.workspaceId) => ({
    Cookie: await site.cookieOf(people[who].accountId),
    'ua-workspace': workspaceId,
    ...ORIGIN,
  });
  const byKey = (key: { id: string; secret: string }, claims: Record<string, unknown>) => ({
    Authorization: `Bearer ${hostToken(key, site.clock.now, { aud: BASE_URL, ...claims })}`,
  });
  const ask = (name: string, input: unknown, headers: Record<string, string>): Promise<Answer> =>
    KINDS.get(name) === 'query' ? site.query(name, input, headers) : site.mutate(name, input, headers);
  /** All that is stored, but for the sessions that asking itself opens. */
  const stored = async () => {
    const tables = await all<{ name: string }>(
      site.database.read,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('sessions') AND name NOT LIKE 'member_grams%'",
    );
    return Promise.all(tables.map(async ({ name }) => all(site.database.read, `SELECT * FROM "${name}"`)));
  };

  async function assertRefused(
    headers: Record<string, string>,
    { but = [], reasons }: { but?: readonly string[]; reasons: readonly string[] },
  ): Promise<void> {
    const before = JSON.stringify(await stored());
    for (const [name, input] of Object.entries(inputs(aim))) {
      if (but.includes(name)) continue;
      const answer = await ask(name, input, headers);
      const expected = BY_LINK.includes(name) ? [...reasons, 'link_invalid'] : reasons;
      assert.ok(
        expected.includes(answer.reason ?? 'ok'),
        `${name} was answered ${answer.status} ${answer.text}`,
      );
      assert.doesNotMatch(answer.text, /hidden/i, name);
    }
    assert.equal(JSON.stringify(await stored()), before);
  }

  it('names an input for every procedure, so that a new one has to be thought of here', () => {
    assert.deepEqual(Object.keys(inputs(aim)).toSorted(), [...KINDS.keys()].toSorted());
  });

  it('SEC_A01 SEC_F06 nobody in particular may do nothing, and is refused before the input is looked at', async () => {
    const before = JSON.stringify(await stored());
    for (const workspace of [{}, { 'ua-workspace': site.workspaceId }] as Record<string, string>[]) {
      await assertRefused(workspace, { reasons: ['not_signed_in'] });
      for (const name of KINDS.keys())
        if (!BY_LINK.includes(name))
          assert.equal((await ask(name, { surplus: true }, workspace)).reason, 'not_signed_in', name);
    }
    assert.equal(JSON.stringify(await stored()), before);
  });

  it('SEC_A01 SEC_E03 the owner of another workspace is a stranger here, by cookie and by token', async () => {
    const reasons = ['not_a_member', 'not_granted'];
    await assertRefused(await byCookie('stranger'), { reasons });
    const token = byKey(otherKey, { sub: 'stranger', workspace: elsewhere.id });
    // Everything named by id is looked for in their own workspace, where it is not; what names nothing is their own.
    const own = [
      'viewer.get',
      'members.list',
      'members.leave',
      'members.changeMany',
      'invitations.create',
      'invitations.list',
      'roles.list',
      'permissions.list',
      'permissions.save',
      'audit.list',
      'resources.list',
    ];
    await assertRefused(token, {
      but: own,
      reasons: [...reasons, 'member_not_found', 'invitation_not_found', 'workspace_not_found'],
    });
    const saved = await ask('permissions.save', inputs(aim)['permissions.save'], token);
    assert.match(saved.text, /resource_not_found/);
  });

  it('SEC_B18 SEC_E01 a stranger cannot tell what there is from what there is not', async () => {
    const callers = [
      await byCookie('stranger'),
      byKey(otherKey, { scope: 'workspaces' }),
      byKey(otherKey, { sub: 'stranger', workspace: elsewhere.id }),
    ];
    const named = (name: string) =>
      /^(members\.(changeRole|deactivate|reactivate|remove)|invitations\.(resend|revoke|link)|resources\.remove|permissions\.check|workspaces\.(read|rename|archive|restore|delete|rotateHostKey|revokeHostKey))$/.test(
        name,
      );
    for (const headers of callers) {
      for (const name of [...KINDS.keys()].filter(named)) {
        const [real, made] = [
          await ask(name, inputs(aim)[name], headers),
          await ask(name, inputs(nowhere)[name], headers),
        ];
        assert.deepEqual([real.status, real.text], [made.status, made.text], name);
      }
    }
    // Nor by naming the workspace itself.
    const [here, there] = [await byCookie('stranger'), await byCookie('stranger', randomUUID())];
    for (const name of KINDS.keys()) {
      const [real, made] = [
        await ask(name, inputs(aim)[name], here),
        await ask(name, inputs(aim)[name], there),
      ];
      assert.deepEqual([real.status, real.text], [made.status, made.text], name);
    }
  });

  it('SEC_D12 a token of this workspace is nobody’s in another of the same host, where the person is a member too', async () => {
    const second = await site.userAdmin.caller(null).workspaces.create({
      name: 'Hidden Second',
      hostKeyId: site.key.id,
      owner: { email: 'second@acme.test', subject: 'first' },
      ...wish(),
    });
    for (const headers of [
      byKey(site.key, { sub: 'first', workspace: site.workspaceId }),
      byKey(site.key, { scope: 'workspaces', workspace: site.workspaceId }),
    ]) {
      for (const name of ['read', 'rename', 'archive', 'restore', 'delete']) {
        const input = inputs({ ...aim, workspaceId: second.id })[`workspaces.${name}`];
        const answer = await ask(`workspaces.${name}`, input, headers);
        assert.ok([403, 404].includes(answer.status), `${name} ${answer.text}`);
        assert.doesNotMatch(answer.text, /hidden/i, name);
      }
    }
    const unnamed = byKey(site.key, { scope: 'workspaces' });
    assert.equal((await ask('workspaces.read', { workspaceId: second.id }, unnamed)).status, 200);
  });

  it('SEC_D10 a workspace in any other shape is not taken for none, which would reach further', async () => {
    for (const workspace of [null, 42, ['workspace-1'], { id: 'workspace-1' }, true])
      assert.equal(
        (
          await ask(
            'workspaces.read',
            { workspaceId: site.workspaceId },
            byKey(site.key, { scope: 'workspaces', workspace }),
          )
        ).reason,
        'token_invalid',
        JSON.stringify(workspace),
      );
  });

  it('SEC_A01 SEC_L07 a member without rights sees who they are, may leave, and nothing else', async () => {
    await assertRefused(await byCookie('staff'), { but: BY_MEMBERSHIP, reasons: ['not_granted'] });
    const viewer = await ask('viewer.get', undefined, await byCookie('staff'));
    assert.deepEqual(Object.keys(viewer.data).toSorted(), [
      'accountId',
      'actor',
      'email',
      'external',
      'hasMail',
      'inCharge',
      'invitationHours',
      'isHome',
      'isSignedIn',
      'memberId',
      'memberVersion',
      'mustChangePassword',
      'name',
      'policy',
      'workspace',
    ]);
  });

  it('SEC_D05 SEC_A01 an owner who is switched off may nothing, not even look or leave', async () => {
    const { id } = people.off;
    for (const headers of [
      await byCookie('off'),
      { Authorization: `Bearer ${await site.tokenOf({ id })}` },
    ] as Record<string, string>[])
      await assertRefused(headers, { reasons: ['actor_deactivated', 'not_granted', 'not_a_member'] });
  });

  it('SEC_A01 an admin does not manage the workspace, its host keys or what can be granted', async () => {
    const but = [...KINDS.keys()].filter(
      (name) => !/^(workspaces|resources\.(register|remove)|permissions\.check)/.test(name),
    );
    await assertRefused(await byCookie('admin'), {
      but: [...but, 'workspaces.read'],
      reasons: ['not_granted'],
    });
  });

  it("SEC_A01 SEC_D12 a host's key reaches no workspace of another host, and no people of its own", async () => {
    const reasons = ['not_granted', 'not_a_member', 'workspace_not_found', 'resource_not_found'];
    // Making one is a right of every key; what names no workspace is in the one that the token names.
    const own = ['viewer.get', 'resources.list', 'resources.register', 'permissions.check'];
    for (const { claims, but } of [
      { claims: {}, but: ['workspaces.create'] },
      { claims: { workspace: elsewhere.id }, but: ['workspaces.create', ...own] },
    ])
      await assertRefused(byKey(otherKey, { scope: 'workspaces', ...claims }), { but, reasons });
    await assertRefused(byKey(otherKey, { scope: 'workspaces', workspace: site.workspaceId }), {
      reasons: ['token_invalid'],
    });
    await assertRefused(byKey(site.key, { scope: 'workspaces', workspace: site.workspaceId }), {
      but: BY_HOST,
      reasons: ['not_granted', 'not_a_member'],
    });
  });

  it('SEC_A01 the policy lets a host do four things, all of them to a workspace as a whole, which is reached by its key first', () => {
    const facts = {
      policy: compilePolicy(everyEnd),
      inCharge: 2,
      isArchived: true,
      isHome: false,
      external: { authentication: false, authorization: false },
    };
    const workspace = 'workspace-1' as WorkspaceId;
    const target = { workspace, roles: [], kind: 'table', role: 'staff' } as never;
    const open = ACTIONS.filter((action) =>
      [true, false].some(
        (isArchived) =>
          can({ kind: 'host', roles: ['owner'], status: 'active' }, action, target, { ...facts, isArchived })
            .allowed,
      ),
    );
    assert.deepEqual(open, [
      'workspace.rename',
      'workspace.archive',
      'workspace.restore',
      'workspace.delete',
    ]);
  });

  it('SEC_G16 the key of another’s wish opens nothing', async () => {
    const key = wish();
    const input = { addresses: 'hidden.keyed@acme.test', roles: ['staff'], ...key };
    const first = await ask('invitations.create', input, await byCookie('admin'));
    assert.equal(first.status, 200);
    for (const headers of [
      {} as Record<string, string>,
      await byCookie('staff'),
      await byCookie('stranger'),
      byKey(site.key, { scope: 'workspaces', workspace: site.workspaceId }),
    ]) {
      const answer = await ask('invitations.create', input, headers);
      assert.ok([401, 403].includes(answer.status), answer.text);
      assert.doesNotMatch(answer.text, /hidden|link/i);
    }
  });
});
