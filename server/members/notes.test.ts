// The reason that may be given with a sensitive change: kept beside the entry, cleaned, and erased with the person.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import { ChangeManyMembers, OnMember } from '../../shared/contract/members.ts';
import type { MemberId } from '../../shared/ids.ts';
import { erasePersonal } from '../audit/erase.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { UseCaseContext } from '../context.ts';
import { all } from '../db/database.ts';
import { createRole } from '../roles/create.ts';
import { manyRoles } from '../testing/policies.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { changeManyMembers } from './change-many.ts';
import { changeMemberRole } from './change-role.ts';
import { removeMember } from './remove.ts';
import { deactivateMember, reactivateMember } from './switch.ts';

describeOnEachStore('reasons', (makeWorld) => {
  let world: World;
  let asOwner: UseCaseContext;
  before(async () => {
    world = await makeWorld({ policy: manyRoles });
    const owner = await world.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] });
    asOwner = world.asAccount(owner.accountId);
  });
  after(() => world.close());

  let count = 0;
  const somebody = () => world.addMember({ email: `p${(count += 1)}@acme.test`, roles: ['staff'] });
  const on = (memberId: MemberId, version: number, note?: string) => ({
    memberId,
    version,
    idempotencyKey: randomUUID(),
    ...(note !== undefined && { note }),
  });
  const notesOf = async (id: string) =>
    (
      await all<{ action: string; note: string | null }>(
        world.database.read,
        "SELECT action, data ->> '$.note' AS note FROM audit JOIN audit_personal USING (seq) WHERE target_id = ? ORDER BY seq",
        [id],
      )
    ).map(({ action, note }) => [action, note]);

  it('W51 stands with each sensitive change of a person', async () => {
    const { id } = await somebody();
    await changeMemberRole(asOwner, { ...on(id, 1, 'Leads the team now.'), roles: ['admin'] });
    await deactivateMember(asOwner, on(id, 2, 'On leave\r\nuntil May.'));
    await reactivateMember(asOwner, on(id, 3));
    await removeMember(asOwner, on(id, 4, '  '));
    assert.deepEqual(await notesOf(id), [
      ['member.change-role', 'Leads the team now.'],
      ['member.deactivate', 'On leave\nuntil May.'],
      ['member.reactivate', null],
      ['member.remove', null],
    ]);
  });

  it('W51 stands with every person of a change of many', async () => {
    const [one, two] = [await somebody(), await somebody()];
    await changeManyMembers(asOwner, {
      selection: { ids: [one.id, two.id] },
      change: { action: 'member.deactivate' },
      note: 'Project ended',
      idempotencyKey: randomUUID(),
    });
    for (const { id } of [one, two])
      assert.deepEqual(await notesOf(id), [['member.deactivate', 'Project ended']]);
  });

  it('W51 holds nothing that hides, and at most 500 characters', async () => {
    const { id } = await somebody();
    await deactivateMember(asOwner, on(id, 1, 'left\u202e the\u0000 company'));
    assert.deepEqual(await notesOf(id), [['member.deactivate', 'left the company']]);
    const long = { ...on(id, 2), note: 'x'.repeat(501) };
    assert.equal(OnMember.safeParse(long).success, false);
    assert.equal(OnMember.safeParse({ ...long, note: 'x'.repeat(500) }).success, true);
    const many = {
      selection: { ids: [id] },
      change: { action: 'member.remove' },
      idempotencyKey: randomUUID(),
    };
    assert.equal(ChangeManyMembers.safeParse({ ...many, note: 'x'.repeat(501) }).success, false);
  });

  it('W51 is erased with the person it is about, and the chain stays whole', async () => {
    const { id, accountId } = await somebody();
    await deactivateMember(asOwner, on(id, 1, 'Burnt out, says the doctor.'));
    await erasePersonal(world.asSystem(), { accountId });
    assert.deepEqual((await notesOf(id))[0], ['member.deactivate', null]);
    assert.equal((await verifyAudit(world.database.read)).isWhole, true);
  });

  it('W51 stands with a change of roles themselves', async () => {
    const custom = await makeWorld({ policy: { ...manyRoles, hasCustomRoles: true } });
    try {
      const role = await createRole(custom.asSystem(), {
        name: 'Helper',
        description: '',
        capabilities: [],
        note: 'Asked for by support',
        idempotencyKey: randomUUID(),
      });
      const [entry] = await all<{ note: string }>(
        custom.database.read,
        "SELECT data ->> '$.note' AS note FROM audit JOIN audit_personal USING (seq) WHERE target_id = ?",
        [role.key],
      );
      assert.equal(entry!.note, 'Asked for by support');
    } finally {
      await custom.close();
    }
  });
});
