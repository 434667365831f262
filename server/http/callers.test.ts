// Every procedure, asked by everybody who may not: refused, alike whether or not there is such a thing, and nothing is changed.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { WorkspaceId } from '../../shared/ids.ts';
import { ACTIONS, can } from '../../shared/policy/can.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import { run } from '../db/database.ts';
import type { CallersStage } from '../testing/callers-stage.ts';
import { OWN_PAGE, openCallersStage } from '../testing/callers-stage.ts';
import type { Aim } from '../testing/every-procedure.ts';
import {
  AT_HOME,
  BY_ACCOUNT,
  BY_ANYBODY,
  BY_HOST,
  BY_LINK,
  BY_MEMBERSHIP,
  BY_OPERATOR,
  BY_OWN_PAGE,
  BY_PERSON,
  PROCEDURES,
  inputsAt,
  nowhere,
} from '../testing/every-procedure.ts';
import { everyEnd } from '../testing/policies.ts';

describe('everybody who may not', () => {
  let stage: CallersStage;
  let site: CallersStage['site'];
  let aim: Aim;
  before(async () => {
    stage = await openCallersStage();
    ({ site, aim } = stage);
  });
  after(() => site.close());

  const wish = () => ({ idempotencyKey: randomUUID() });

  it('names an input for every procedure that it takes, so that a new one has to be thought of here', () => {
    const inputs = inputsAt(aim);
    assert.deepEqual(Object.keys(inputs).toSorted(), [...PROCEDURES.keys()].toSorted());
    for (const [name, { inputs: schemas }] of PROCEDURES) {
      assert.equal(schemas.length === 0, inputs[name] === undefined, name);
      for (const schema of schemas) assert.ok(schema.safeParse(inputs[name]).success, name);
    }
    const lists = [
      BY_ANYBODY,
      BY_OWN_PAGE,
      BY_LINK,
      BY_HOST,
      BY_OPERATOR,
      BY_MEMBERSHIP,
      BY_ACCOUNT,
      BY_PERSON,
      AT_HOME,
    ];
    for (const name of lists.flat()) assert.ok(PROCEDURES.has(name), `There is no ${name}`);
  });

  it('SEC_A01 SEC_F06 nobody in particular may do nothing, and is refused before the input is looked at', async () => {
    const before = await stage.stored();
    const open = [...BY_ANYBODY, ...BY_OWN_PAGE, ...BY_LINK];
    for (const headers of [{}, { 'ua-workspace': site.workspaceId }] as Record<string, string>[]) {
      await stage.assertRefused(headers, { reasons: ['not_signed_in'] });
      for (const name of PROCEDURES.keys())
        if (!open.includes(name))
          assert.equal((await stage.ask(name, { surplus: true }, headers)).reason, 'not_signed_in', name);
    }
    assert.equal(await stage.stored(), before);
  });

  it('SEC_A01 SEC_E03 the owner of another workspace is a stranger here, by cookie and by token', async () => {
    const reasons = ['not_a_member', 'not_granted'];
    await stage.assertRefused(await stage.byCookie('stranger'), { reasons });
    const token = stage.byKey(stage.otherKey, { sub: 'stranger', workspace: stage.elsewhere.id });
    // Everything named by id is looked for in their own workspace, where it is not; what names nothing is their own.
    const own = [
      'viewer.get',
      'live.changes',
      'members.list',
      'members.create',
      'members.creationPlaces',
      'members.leave',
      'members.changeMany',
      'members.export',
      'members.import',
      'invitations.create',
      'invitations.changeMany',
      'invitations.list',
      'invitations.places',
      'roles.list',
      'permissions.list',
      'permissions.save',
      'permissions.drift',
      'permissions.repair',
      'audit.list',
      'reviews.list',
      'reviews.preview',
      'reviews.reviewers',
      'reviews.start',
      'resources.list',
      'keys.list',
      'keys.create',
      'providers.list',
      'providers.create',
      'providers.readTest',
      'providers.addDomain',
      'providers.proveDomain',
      'providers.removeDomain',
    ];
    await stage.assertRefused(token, {
      but: own,
      reasons: [
        ...reasons,
        'not_home',
        'member_not_found',
        'invitation_not_found',
        'review_not_found',
        'workspace_not_found',
        'host_key_not_found',
        'provider_not_found',
      ],
    });
    const saved = await stage.ask('permissions.save', inputsAt(aim)['permissions.save'], token);
    assert.match(saved.text, /resource_not_found/);
  });

  it('SEC_B18 SEC_E01 a stranger cannot tell what there is from what there is not', async () => {
    const callers = [
      await stage.byCookie('stranger'),
      stage.byKey(stage.otherKey, { scope: 'workspaces' }),
      stage.byKey(stage.otherKey, { sub: 'stranger', workspace: stage.elsewhere.id }),
    ];
    const named = (name: string) =>
      /^(members\.(get|update|changeRole|deactivate|reactivate|remove|resetPassword|changeEmail)|invitations\.(resend|revoke|link)|resources\.remove|permissions\.check|sessions\.(ofMember|endOfMember)|activity\.member|providers\.(change|remove|test)|keys\.(rotate|revoke)|workspaces\.(read|rename|archive|restore|delete|rotateHostKey|revokeHostKey))$/.test(
        name,
      );
    const nothing = nowhere();
    for (const headers of callers) {
      for (const name of [...PROCEDURES.keys()].filter(named)) {
        const [real, made] = [
          await stage.ask(name, inputsAt(aim)[name], headers),
          await stage.ask(name, inputsAt(nothing)[name], headers),
        ];
        assert.deepEqual([real.status, real.text], [made.status, made.text], name);
      }
    }
    // Nor by naming the workspace itself.
    const [here, there] = [await stage.byCookie('stranger'), await stage.byCookie('stranger', randomUUID())];
    const unnamed = [...PROCEDURES.keys()].filter(
      (name) => !BY_ACCOUNT.includes(name) && !BY_OWN_PAGE.includes(name),
    );
    for (const name of unnamed) {
      const [real, made] = [
        await stage.ask(name, inputsAt(aim)[name], here),
        await stage.ask(name, inputsAt(aim)[name], there),
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
      stage.byKey(site.key, { sub: 'first', workspace: site.workspaceId }),
      stage.byKey(site.key, { scope: 'workspaces', workspace: site.workspaceId }),
    ]) {
      for (const name of ['read', 'rename', 'archive', 'restore', 'delete']) {
        const input = inputsAt({ ...aim, workspaceId: second.id })[`workspaces.${name}`];
        const answer = await stage.ask(`workspaces.${name}`, input, headers);
        assert.ok([403, 404].includes(answer.status), `${name} ${answer.text}`);
        assert.doesNotMatch(answer.text, /hidden/i, name);
      }
    }
    const unnamed = stage.byKey(site.key, { scope: 'workspaces' });
    assert.equal((await stage.ask('workspaces.read', { workspaceId: second.id }, unnamed)).status, 200);
  });

  it('SEC_D10 a workspace in any other shape is not taken for none, which would reach further', async () => {
    for (const workspace of [null, 42, ['workspace-1'], { id: 'workspace-1' }, true])
      assert.equal(
        (
          await stage.ask(
            'workspaces.read',
            { workspaceId: site.workspaceId },
            stage.byKey(site.key, { scope: 'workspaces', workspace }),
          )
        ).reason,
        'token_invalid',
        JSON.stringify(workspace),
      );
  });

  it('SEC_A01 SEC_L07 a member without rights sees who they are, may leave, and nothing else', async () => {
    await stage.assertRefused(await stage.byCookie('staff'), {
      but: BY_MEMBERSHIP,
      reasons: ['not_granted'],
    });
    const viewer = await stage.ask('viewer.get', undefined, await stage.byCookie('staff'));
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

  it('SEC_A21 P37 an owner who has to choose a new password sees who they are, and may choose one and nothing else', async () => {
    const due = await site.addMember({ email: 'due@acme.test', roles: ['owner'] });
    const cookie = await site.cookieOf(due.accountId);
    await site.database.write((sql) =>
      run(sql, 'UPDATE accounts SET must_change_password = 1 WHERE id = ?', [due.accountId]),
    );
    const headers = { Cookie: cookie, 'ua-workspace': site.workspaceId, ...OWN_PAGE };
    const open = ['viewer.get', 'account.get', 'account.changePassword'];
    const but = [...BY_ANYBODY, ...BY_LINK, ...BY_OWN_PAGE, ...open];
    for (const [name, input] of Object.entries(inputsAt(aim)).filter(([each]) => !but.includes(each))) {
      const { reason, text } = await stage.ask(name, input, headers);
      // What is not theirs whatever their password stays that; each row of a grid has an answer of its own.
      if (BY_OPERATOR.includes(name)) assert.equal(reason, 'not_granted', name);
      else if (reason === 'not_home') assert.ok(AT_HOME.includes(name), name);
      else assert.ok(text.includes('"password_change_required"'), `${name} was answered ${text}`);
    }
    for (const name of ['viewer.get', 'account.get'])
      assert.equal((await stage.ask(name, undefined, headers)).status, 200, name);
  });

  it('SEC_D05 SEC_A01 an owner who is switched off may nothing, not even look or leave', async () => {
    const { id } = stage.people.off;
    for (const headers of [
      await stage.byCookie('off'),
      { Authorization: `Bearer ${await site.tokenOf({ id })}` },
    ] as Record<string, string>[])
      await stage.assertRefused(headers, { reasons: ['actor_deactivated', 'not_granted', 'not_a_member'] });
  });

  it('SEC_A01 an admin does not manage the workspace, its host keys or what can be granted', async () => {
    const but = [...PROCEDURES.keys()].filter(
      (name) => !/^(workspaces|resources\.(register|remove)|permissions\.check)/.test(name),
    );
    await stage.assertRefused(await stage.byCookie('admin'), {
      but: [...but, 'workspaces.read'],
      reasons: ['not_granted'],
    });
  });

  it("SEC_A01 SEC_D12 a host's key reaches no workspace of another host, and no people of its own", async () => {
    const reasons = ['not_granted', 'not_a_member', 'workspace_not_found', 'resource_not_found'];
    // Making one is a right of every key; what names no workspace is in the one that the token names.
    const own = [
      'viewer.get',
      'resources.list',
      'resources.register',
      'permissions.check',
      'permissions.accessible',
    ];
    for (const { claims, but } of [
      { claims: {}, but: ['workspaces.create'] },
      { claims: { workspace: stage.elsewhere.id }, but: ['workspaces.create', ...own] },
    ])
      await stage.assertRefused(stage.byKey(stage.otherKey, { scope: 'workspaces', ...claims }), {
        but,
        reasons,
      });
    await stage.assertRefused(
      stage.byKey(stage.otherKey, { scope: 'workspaces', workspace: site.workspaceId }),
      {
        reasons: ['token_invalid'],
      },
    );
    await stage.assertRefused(stage.byKey(site.key, { scope: 'workspaces', workspace: site.workspaceId }), {
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
    const first = await stage.ask('invitations.create', input, await stage.byCookie('admin'));
    assert.equal(first.status, 200);
    for (const headers of [
      {} as Record<string, string>,
      await stage.byCookie('staff'),
      await stage.byCookie('stranger'),
      stage.byKey(site.key, { scope: 'workspaces', workspace: site.workspaceId }),
    ]) {
      const answer = await stage.ask('invitations.create', input, headers);
      assert.ok([401, 403].includes(answer.status), answer.text);
      assert.doesNotMatch(answer.text, /hidden|link/i);
    }
  });
});
