// The matrix of capabilities and the comparison of grants.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compilePolicy } from '../policy/compile.ts';
import { collaborators } from '../presets/collaborators.ts';
import { tables } from '../presets/tables.ts';
import { capabilityMatrix, sameActions } from './permissions.ts';

describe('capabilityMatrix', () => {
  const matrix = capabilityMatrix(compilePolicy(collaborators));

  it('has the sections in their order, each with its own capabilities (C9)', () => {
    assert.deepEqual(
      matrix.map(({ section, rows }) => [section.key, rows.length]),
      [
        ['advanced', 11],
        ['schema', 6],
        ['records', 6],
        ['comments', 2],
        ['views', 2],
        ['project', 8],
      ],
    );
  });

  it('has a cell for every role, in their order (C8, C9)', () => {
    for (const { rows } of matrix)
      for (const { cells } of rows)
        assert.deepEqual(
          cells.map((cell) => cell.role),
          ['owner', 'creator', 'editor', 'commenter', 'viewer'],
        );
  });

  it('marks who holds a capability, also one that stands for giving a role (C16, C34)', () => {
    const row = (key: string) =>
      matrix
        .flatMap(({ rows }) => rows)
        .find(({ capability }) => capability.key === key)!
        .cells.map((cell) => cell.isHeld);
    assert.deepEqual(row('members.add-editor'), [true, true, false, false, false]);
    assert.deepEqual(row('comment.add'), [true, true, true, true, false]);
  });

  it('leaves out what has no section, such as what only the engine asks', () => {
    const shown = matrix.flatMap(({ rows }) => rows.map(({ capability }) => capability.key));
    assert.ok(!shown.includes('members.invite'));
    assert.deepEqual(capabilityMatrix(compilePolicy(tables)), []);
  });
});

describe('sameActions', () => {
  it('compares as sets: order and repetition do not matter (T32)', () => {
    assert.equal(sameActions(['read', 'write'], ['write', 'read']), true);
    assert.equal(sameActions(['read', 'read'], ['read']), true);
    assert.equal(sameActions([], []), true);
  });

  it('is false where one side has more (T32)', () => {
    assert.equal(sameActions(['read'], ['read', 'write']), false);
    assert.equal(sameActions(['read', 'write'], ['read']), false);
    assert.equal(sameActions(['read', 'read'], ['read', 'write']), false);
    assert.equal(sameActions(['read', 'write'], ['read', 'read']), false);
  });

  it('agrees with the comparison of sorted sets, both ways round', () => {
    const actions = fc.array(fc.constantFrom('read', 'write', 'delete'));
    const sorted = (list: readonly string[]) => [...new Set(list)].toSorted().join();
    fc.assert(
      fc.property(actions, actions, (a, b) => {
        assert.equal(sameActions(a, b), sorted(a) === sorted(b));
        assert.equal(sameActions(a, b), sameActions(b, a));
      }),
    );
  });
});
