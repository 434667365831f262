// Two server processes on one file: the lock between them loses nothing, and somebody stays in charge.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOutside, startScript } from '../testing/outside.ts';
import { createWorld } from '../testing/world.ts';

describe('two server processes on one file', () => {
  it('SEC_R4 SEC_R12 both demote every owner at once: one stays, and every acknowledged change is there', async () => {
    const world = await createWorld();
    const owners = await world.addMembers(
      Array.from({ length: 30 }, (_, index) => ({ email: `o${index}@acme.test`, roles: ['owner'] })),
    );
    const order = JSON.stringify({
      url: world.url,
      workspaceId: world.workspaceId,
      members: owners.map(({ id }) => id),
      role: 'staff',
    });
    const racers = await Promise.all([1, 2].map(() => startScript('racer.ts', [order])));
    const replies = racers.map(({ next }) => next());
    for (const { child } of racers) child.stdin!.write('go\n');
    const codes = (await Promise.all(replies)).map((line) => JSON.parse(line) as (string | null)[]);
    const roles = await readOutside<{ id: string; role: string }>(
      world.url.slice('file:'.length),
      'SELECT m.id, r.role FROM members m JOIN member_roles r ON r.member_seq = m.seq',
    );
    assert.equal(roles.filter(({ role }) => role === 'owner').length, 1);
    owners.forEach(({ id }, index) => {
      // Each was changed by one process, and the other was told; the last one's change was refused twice.
      const outcome = codes.map((all) => all[index]);
      const isOwner = roles.find((row) => row.id === id)!.role === 'owner';
      assert.equal(outcome.filter((code) => code === null).length, isOwner ? 0 : 1, String(outcome));
      for (const code of outcome)
        assert.ok([null, 'changed_meanwhile', 'last_in_charge'].includes(code!), String(code));
    });
    await world.close();
  });
});
