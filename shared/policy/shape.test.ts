// What is not shaped like a policy is refused with the place, before anything looks into it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collaborators } from '../presets/collaborators.ts';
import { directory } from '../presets/directory.ts';
import { packages } from '../presets/packages.ts';
import { tables } from '../presets/tables.ts';
import { workspaces } from '../presets/workspaces.ts';
import { definePolicy } from './define.ts';
import { shapeProblems } from './shape.ts';

describe('the shape of a policy', () => {
  it('is that of every ready policy', () => {
    for (const policy of [tables, packages, workspaces, collaborators, directory])
      assert.deepEqual(shapeProblems(policy), [], policy.key);
  });

  it('has no property that is misspelt: the misspelt one and the missing one are both named', () => {
    const { deactivation, ...members } = tables.members;
    assert.deepEqual(shapeProblems({ ...tables, members: { ...members, deactivaton: deactivation } }), [
      'members.deactivation: is missing',
      'members.deactivaton: there is no such property; known are columns, deactivation, isRemovable, offLabel',
    ]);
  });

  it('has only values that mean something in their place', () => {
    const policy = {
      ...packages,
      rolesPerMember: 'several',
      members: { ...packages.members, columns: ['name', 'nickname'], isRemovable: 'no' },
      guard: { holding: 'members.mange' },
      roles: [{ ...packages.roles[0], rank: 'high', isPublic: false }],
    };
    const problems = shapeProblems(policy);
    assert.deepEqual(
      problems.map((problem) => problem.split(':')[0]),
      [
        'roles[0].rank',
        'roles[0].isPublic',
        'guard.holding',
        'rolesPerMember',
        'members.columns[1]',
        'members.isRemovable',
      ],
    );
  });

  it('says once that there are no roles, instead of complaining about everything that names one', () => {
    assert.deepEqual(shapeProblems({ ...tables, roles: [] }), ['roles: must be a list of at least one']);
  });

  it('looks into what was probably meant where a place can be filled in several ways', () => {
    assert.deepEqual(shapeProblems({ ...directory, creation: { label: 'New user', fields: [] } }), [
      'creation.required: is missing',
    ]);
    assert.deepEqual(shapeProblems({ ...tables, guard: 'owner' }), ['guard: must be an object']);
  });

  it('is not that of something else altogether, which definePolicy refuses by its words', () => {
    for (const value of [null, undefined, 'tables', 7, [], () => tables])
      assert.deepEqual(shapeProblems(value), ['policy: must be an object']);
    assert.throws(() => definePolicy({} as never), /"without a key" cannot work:\n- key: is missing/);
  });
});
