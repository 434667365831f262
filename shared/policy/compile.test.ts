// The look-ups of a compiled policy, by name.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collaborators } from '../presets/collaborators.ts';
import { tables } from '../presets/tables.ts';
import { compilePolicy, holds, isAssignable, isGuard, mayGive, topRank } from './compile.ts';

const ofTables = compilePolicy(tables);
const ofCollaborators = compilePolicy(collaborators);

describe('holds', () => {
  it('is true where one of the roles holds the capability (C27)', () => {
    assert.equal(holds(ofCollaborators, ['editor'], 'record.add'), true);
    assert.equal(holds(ofCollaborators, ['viewer', 'editor'], 'record.add'), true);
    assert.equal(holds(ofCollaborators, ['viewer', 'commenter'], 'record.add'), false);
  });

  it('is false without roles, for unknown roles and unknown capabilities, in any spelling (SEC_A09)', () => {
    assert.equal(holds(ofCollaborators, [], 'record.add'), false);
    for (const role of ['deleted', 'EDITOR', 'editor ', '__proto__'])
      assert.equal(holds(ofCollaborators, [role], 'record.add'), false, role);
    for (const capability of ['record.burn', 'RECORD.ADD', '__proto__', 'constructor'])
      assert.equal(holds(ofCollaborators, ['owner'], capability), false, capability);
  });

  it('follows who may give a role where a capability stands for that (C14, C16)', () => {
    assert.equal(holds(ofCollaborators, ['creator'], 'members.add-owner'), false);
    assert.equal(holds(ofCollaborators, ['creator'], 'members.add-editor'), true);
  });
});

describe('mayGive, isAssignable, isGuard and topRank', () => {
  it('mayGive is the union of what the roles give (T11, T12)', () => {
    assert.equal(mayGive(ofTables, ['admin'], 'staff'), true);
    assert.equal(mayGive(ofTables, ['admin'], 'admin'), false);
    assert.equal(mayGive(ofTables, ['member', 'admin'], 'staff'), true);
    assert.equal(mayGive(ofTables, ['deleted'], 'staff'), false);
  });

  it('isAssignable leaves out public and unknown roles (T29)', () => {
    assert.deepEqual(
      ['owner', 'member', 'anon', 'deleted'].map((role) => isAssignable(ofTables, role)),
      [true, true, false, false],
    );
  });

  it('isGuard is true where one of the roles is guarded', () => {
    assert.deepEqual(
      [['owner'], ['staff', 'owner'], ['admin'], []].map((roles) => isGuard(ofTables, roles)),
      [true, true, false, false],
    );
  });

  it('topRank is the highest rank, and -1 without a known role', () => {
    assert.deepEqual(
      [['staff', 'admin'], ['member'], ['deleted'], []].map((roles) => topRank(ofTables, roles)),
      [40, 20, -1, -1],
    );
  });
});
