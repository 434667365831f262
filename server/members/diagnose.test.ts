// What is found about people and addresses, on a real database: every entry of the help texts, and nothing that the caller may not see.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { MemberId } from '../../shared/ids.ts';
import type { Finding, FindingCode } from '../../shared/members/diagnosis.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import { tables } from '../../shared/presets/tables.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import { recordSignIn } from '../activity/record.ts';
import { run } from '../db/database.ts';
import { createInvitations } from '../invitations/create.ts';
import { revokeInvitation } from '../invitations/revoke.ts';
import { assignResources } from '../permissions/assign.ts';
import { registerResources } from '../resources/register.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World, WorldOptions } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { diagnoseMember } from './diagnose.ts';
import { deactivateMember } from './switch.ts';

type Person = Awaited<ReturnType<World['addMember']>>;
const DAY = 24 * 60 * 60 * 1000;
const key = () => randomUUID();

/** The facts of the finding with this code; undefined where it was not found. */
function factsOf<Code extends FindingCode>(findings: readonly Finding[], code: Code) {
  const found = findings.find((one) => one.code === code);
  return found?.facts as Extract<Finding, { code: Code }>['facts'] | undefined;
}

describe('a diagnosis of somebody who cannot sign in', () => {
  let world: World;
  let admin: Person;
  let una: Person;
  before(async () => {
    world = await createWorld({ policy: packages });
    admin = await world.addMember({ email: 'ada@acme.test', name: 'Ada', roles: ['admin'] });
    una = await world.addMember({ email: 'una@acme.test', name: 'Una', roles: ['user'] });
  });
  after(() => world.close());
  const asAdmin = () => world.asAccount(admin.accountId);
  const findings = async (memberId: MemberId) => (await diagnoseMember(asAdmin(), { memberId })).findings;
  const setPassword = (id: Person['accountId'], mustChange = 0) =>
    world.database.write((tx) =>
      run(tx, "UPDATE accounts SET password_hash = 'x', must_change_password = ? WHERE id = ?", [
        mustChange,
        id,
      ]),
    );

  it('P43 says first whether they are switched on', async () => {
    const off = await world.addMember({ email: 'off@acme.test', roles: ['user'], status: 'deactivated' });
    assert.equal((await findings(off.id))[0]!.code, 'deactivated');
    assert.equal((await findings(una.id))[0]!.code, 'active');
  });

  it('P44 names the address that they sign in with', async () => {
    assert.deepEqual(factsOf(await findings(una.id), 'signs_in_as'), {
      email: 'una@acme.test',
      username: null,
    });
  });

  it('P45 tells of attempts that failed since the last that worked, and of a password that has to be replaced', async () => {
    const rita = await world.addMember({ email: 'rita@acme.test', roles: ['user'] });
    await setPassword(rita.accountId, 1);
    const attempt = async (isOk: boolean) => {
      world.clock.now += 1000;
      await world.database.write((sql) =>
        recordSignIn(
          asAdmin(),
          { sql, now: world.clock.now },
          { accountId: rita.accountId, by: 'password', isOk },
        ),
      );
    };
    for (const isOk of [false, true, false, false]) await attempt(isOk);
    const found = await findings(rita.id);
    assert.deepEqual(factsOf(found, 'attempts_failed'), { count: 2, lastAt: world.clock.now });
    assert.ok(factsOf(found, 'must_change_password'));
    await attempt(true);
    assert.equal(factsOf(await findings(rita.id), 'attempts_failed'), undefined);
  });

  it('P45 says where there is no password, and where that leaves no way in at all', async () => {
    const found = await findings(una.id);
    assert.ok(factsOf(found, 'no_way_in'), 'without mail no link can be sent either');
    assert.ok(factsOf(found, 'never_signed_in'));
    await setPassword(una.accountId);
    assert.equal(factsOf(await findings(una.id), 'no_way_in'), undefined);
    const withMail = await createWorld({ policy: packages, hasMail: true });
    const boss = await withMail.addMember({ email: 'b@acme.test', roles: ['admin'] });
    const { findings: there } = await diagnoseMember(withMail.asAccount(boss.accountId), {
      memberId: boss.id,
    });
    assert.deepEqual(factsOf(there, 'no_password'), { hasLinks: true, providers: [] });
    await withMail.close();
  });

  it('P46 W52 suggests the address that was probably meant', async () => {
    const typo = await world.addMember({ email: 'tim@gmial.com', roles: ['user'] });
    assert.deepEqual(factsOf(await findings(typo.id), 'address_mistyped'), {
      email: 'tim@gmial.com',
      suggestion: 'tim@gmail.com',
    });
    const nobody = await diagnoseMember(asAdmin(), { email: 'kim@acme.con' });
    assert.deepEqual(factsOf(nobody.findings, 'address_mistyped'), {
      email: 'kim@acme.con',
      suggestion: 'kim@acme.com',
    });
  });

  it('SEC_E04 SEC_E05 tells nothing of the password and the attempts of an account that another workspace shares', async () => {
    const elsewhere = await world.addWorkspace('Other');
    const sid = await world.addMember({ email: 'sid@acme.test', roles: ['user'] });
    const alone = await findings(sid.id);
    assert.ok(factsOf(alone, 'no_way_in'));
    await world.addMember({ email: 'sid@acme.test', roles: ['user'], workspaceId: elsewhere });
    const shared = (await findings(sid.id)).map(({ code }) => code);
    assert.deepEqual(
      shared.filter((code) => /password|way_in|attempts/.test(code)),
      [],
    );
    assert.ok(!JSON.stringify(await findings(sid.id)).includes('Other'));
  });

  it('says that people come in through their provider alone', async () => {
    await world.database.write((tx) =>
      run(tx, 'UPDATE workspaces SET external_authentication = 1 WHERE id = ?', [world.workspaceId]),
    );
    const found = await diagnoseMember(world.asSystem(), { memberId: una.id });
    assert.deepEqual(factsOf(found.findings, 'provider_only'), { providers: [] });
    await world.database.write((tx) =>
      run(tx, 'UPDATE workspaces SET external_authentication = 0 WHERE id = ?', [world.workspaceId]),
    );
  });

  it('SEC_B18 SEC_E02 is for who may see people here, of people who are here', async () => {
    await assert.rejects(
      diagnoseMember(world.asAccount(una.accountId), { memberId: una.id }),
      isRefusal('not_granted'),
    );
    await assert.rejects(
      diagnoseMember(world.asAccount(una.accountId), { email: 'ada@acme.test' }),
      isRefusal('not_granted'),
    );
    const elsewhere = await world.addWorkspace('Third');
    const far = await world.addMember({ email: 'far@acme.test', roles: ['user'], workspaceId: elsewhere });
    await assert.rejects(diagnoseMember(asAdmin(), { memberId: far.id }), isRefusal('member_not_found'));
    const {
      member,
      invitation,
      findings: found,
    } = await diagnoseMember(asAdmin(), { email: 'far@acme.test' });
    assert.deepEqual([member, invitation, found.map(({ code }) => code)], [null, null, ['not_here']]);
  });
});

describe('a diagnosis of somebody who sees too little', () => {
  let world: World;
  let admin: Person;
  let una: Person;
  before(async () => {
    world = await createWorld({ policy: packages });
    admin = await world.addMember({ email: 'ada@acme.test', roles: ['admin'] });
    una = await world.addMember({ email: 'una@acme.test', roles: ['user'] });
  });
  after(() => world.close());
  const findings = async (memberId: MemberId) =>
    (await diagnoseMember(world.asAccount(admin.accountId), { memberId })).findings;
  const register = async (...keys: string[]) =>
    (
      await registerResources(world.asSystem(), {
        kind: 'package',
        resources: keys.map((name) => ({ key: name, name })),
        idempotencyKey: key(),
      })
    ).resources.map(({ id }) => id);

  it('P47 P48 P49 P50 says what they were assigned, that admins have all, and what was made after the assignment', async () => {
    const [first] = await register('one', 'two', 'three');
    assert.deepEqual(factsOf(await findings(una.id), 'reaches_none'), { kind: 'package', total: 3 });
    await assignResources(world.asAccount(admin.accountId), {
      memberId: una.id,
      kind: 'package',
      resourceIds: [first!],
      version: 1,
      idempotencyKey: key(),
    });
    world.clock.now += DAY;
    await register('four', 'five');
    const found = await findings(una.id);
    assert.deepEqual(factsOf(found, 'reaches_assigned'), { kind: 'package', count: 1, total: 5 });
    assert.deepEqual(factsOf(found, 'made_after'), { kind: 'package', count: 2 });
    assert.deepEqual(factsOf(await findings(admin.id), 'reaches_all'), { kind: 'package', role: 'admin' });
  });

  it('W45 D6 says where somebody has no role, or one that is gone', async () => {
    const none = await world.addMember({ email: 'none@acme.test', roles: [] });
    assert.ok(factsOf(await findings(none.id), 'roleless'));
    const gone = await world.addMember({ email: 'gone@acme.test', roles: ['custom-gone'] });
    assert.deepEqual(factsOf(await findings(gone.id), 'role_gone'), { roles: ['custom-gone'] });
  });

  it('counts what roles reach where grants go to roles', async () => {
    const grid = await createWorld({ policy: tables });
    const owner = await grid.addMember({ email: 'o@acme.test', roles: ['owner'] });
    const staff = await grid.addMember({ email: 's@acme.test', roles: ['staff'] });
    await registerResources(grid.asSystem(), {
      kind: 'table',
      resources: [{ key: 'a', name: 'A' }],
      idempotencyKey: key(),
    });
    const { findings: found } = await diagnoseMember(grid.asAccount(owner.accountId), { memberId: staff.id });
    assert.deepEqual(factsOf(found, 'reaches_by_role'), { kind: 'table', count: 1, total: 1 });
    await grid.close();
  });
});

describe('a diagnosis of an invitation that did not arrive', () => {
  const inWorld = async (options: WorldOptions, test: (world: World, boss: Person) => Promise<void>) => {
    const world = await createWorld({ policy: workspaces, ...options });
    const boss = await world.addMember({ email: 'boss@acme.test', name: 'Boss', roles: ['admin'] });
    try {
      await test(world, boss);
    } finally {
      await world.close();
    }
  };
  const invite = (world: World, boss: Person, email: string) =>
    createInvitations(world.asAccount(boss.accountId), {
      addresses: email,
      name: 'Kim',
      roles: ['viewer'],
      idempotencyKey: key(),
    });
  const look = (world: World, boss: Person, email: string) =>
    diagnoseMember(world.asAccount(boss.accountId), { email });
  const deliver = (world: World, delivery: string, answer: string | null = null) =>
    world.database.write((tx) =>
      run(tx, 'UPDATE invitations SET delivery = ?, delivery_error = ?', [delivery, answer]),
    );

  it('W54 says that no mail server is set up, and for how long the invitation lives', () =>
    inWorld({}, async (world, boss) => {
      await invite(world, boss, 'kim@acme.test');
      const { findings, invitation } = await look(world, boss, 'Kim@Acme.test');
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['invitation_pending', 'mail_missing'],
      );
      assert.equal(factsOf(findings, 'invitation_pending')!.by, 'Boss');
      assert.equal(invitation!.email, 'kim@acme.test');
    }));

  it('W53 W56 W57 knows whether the letter waits, was handed over or failed, with the words of the server', () =>
    inWorld({ hasMail: true }, async (world, boss) => {
      await invite(world, boss, 'kim@acme.test');
      const codes = async () => (await look(world, boss, 'kim@acme.test')).findings.map(({ code }) => code);
      assert.deepEqual(await codes(), ['invitation_pending', 'mail_queued']);
      await deliver(world, 'sent');
      assert.deepEqual(await codes(), ['invitation_pending', 'mail_sent', 'look_in_spam', 'may_be_delayed']);
      await deliver(world, 'failed', '550 no such mailbox');
      const { findings } = await look(world, boss, 'kim@acme.test');
      assert.deepEqual(factsOf(findings, 'mail_failed'), { answer: '550 no such mailbox' });
    }));

  it('W42 W55 tells an invitation that has waited for days from one that has run out or was revoked', () =>
    inWorld({ hasMail: true }, async (world, boss) => {
      await world.database.write((tx) => run(tx, 'UPDATE workspaces SET invitation_hours = 240'));
      await invite(world, boss, 'kim@acme.test');
      const codes = async () => (await look(world, boss, 'kim@acme.test')).findings.map(({ code }) => code);
      world.clock.now += 3 * DAY;
      assert.ok((await codes()).includes('invitation_waits'));
      world.clock.now += 7 * DAY;
      assert.ok((await codes()).includes('invitation_expired'));
      const { invitation } = await look(world, boss, 'kim@acme.test');
      await revokeInvitation(world.asAccount(boss.accountId), {
        invitationId: invitation!.id,
        version: invitation!.version,
        idempotencyKey: key(),
      });
      assert.deepEqual(await codes(), ['invitation_revoked']);
      await invite(world, boss, 'kim@acme.test');
      assert.ok((await codes()).includes('invitation_pending'), 'the newest counts');
    }));

  it('says that somebody is here already, or that the text is no address', () =>
    inWorld({}, async (world, boss) => {
      const here = await look(world, boss, 'boss@acme.test');
      assert.equal(here.member!.id, boss.id);
      assert.equal(here.findings[0]!.code, 'already_member');
      assert.deepEqual((await look(world, boss, 'nobody')).findings, [
        { code: 'address_invalid', facts: {} },
      ]);
    }));
});

describe('a diagnosis of somebody who cannot give roles', () => {
  const inPolicy = async (policy: Policy, test: (world: World) => Promise<void>) => {
    const world = await createWorld({ policy });
    try {
      await test(world);
    } finally {
      await world.close();
    }
  };

  it('W58 W59 W60 W61 W62 names the right that it takes, where roles are, who may always, and the last resort', () =>
    inPolicy(workspaces, async (world) => {
      const boss = await world.addMember({ email: 'boss@acme.test', roles: ['admin'] });
      const editor = await world.addMember({ email: 'ed@acme.test', roles: ['editor'] });
      const manager = await world.addMember({ email: 'mo@acme.test', roles: ['people-manager'] });
      const of = async (memberId: MemberId, by = boss) =>
        (await diagnoseMember(world.asAccount(by.accountId), { memberId })).findings;
      const found = await of(editor.id);
      assert.deepEqual(factsOf(found, 'may_not_assign'), {
        needed: ['super-admin', 'admin', 'people-manager'],
      });
      assert.deepEqual(factsOf(found, 'roles_exist_here'), { workspace: 'Acme' });
      assert.deepEqual(factsOf(found, 'assigns_here'), { workspace: 'Acme' });
      assert.deepEqual(factsOf(found, 'roles_here'), { workspace: 'Acme' });
      assert.deepEqual(factsOf(found, 'ask_everywhere'), { roles: ['super-admin'] });
      assert.equal(found.at(-1)!.code, 'ask_support');
      assert.deepEqual(factsOf(await of(manager.id), 'may_assign'), {
        roles: ['editor', 'analyst', 'viewer'],
      });
      assert.deepEqual(factsOf(await of(boss.id, manager), 'not_yours'), { reason: 'outranked' });
      assert.equal(factsOf(found, 'not_yours'), undefined);
    }));

  it('W61 says that a super administrator may always', () =>
    inPolicy(workspaces, async (world) => {
      const sue = await world.addMember({ email: 'sue@acme.test', roles: ['super-admin'] });
      const { findings } = await diagnoseMember(world.asAccount(sue.accountId), { memberId: sue.id });
      assert.deepEqual(factsOf(findings, 'assigns_everywhere'), { role: 'super-admin' });
      assert.equal(factsOf(findings, 'ask_everywhere'), undefined);
    }));

  it('W48 gives an auditor what they may see and changes nothing', () =>
    inPolicy(directory, async (world) => {
      const auditor = await world.addMember({ email: 'au@acme.test', roles: ['auditor'] });
      const emp = await world.addMember({ email: 'em@acme.test', roles: ['employee'] });
      const stored = await world.dump();
      const { findings } = await diagnoseMember(world.asAccount(auditor.accountId), { memberId: emp.id });
      assert.deepEqual(factsOf(findings, 'not_yours'), { reason: 'not_granted' });
      assert.deepEqual(await world.dump(), stored);
      await world.addMember({ email: 'adm@acme.test', roles: ['administrator'] });
      await deactivateMember(world.asSystem(), { memberId: emp.id, version: 1, idempotencyKey: key() });
      assert.equal(
        (await diagnoseMember(world.asAccount(auditor.accountId), { memberId: emp.id })).findings[0]!.code,
        'deactivated',
      );
    }));
});
