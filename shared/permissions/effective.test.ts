// Proves what the holders of roles may do with a resource, against the grid of `tables`.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compilePolicy } from '../policy/compile.ts';
import type { Policy } from '../policy/policy.ts';
import { tables } from '../presets/tables.ts';
import type { RoleGrant } from './effective.ts';
import { effectiveActions } from './effective.ts';

const policy = compilePolicy(tables);
const of = (roles: string[], grants: RoleGrant[], kind = 'table') =>
  effectiveActions(policy, kind, roles, grants);
const ALL = ['read', 'write', 'delete'];

describe('effectiveActions', () => {
  it('gives the two upper roles everything, with no row, an empty row and a planted row (T30, SEC_A10)', () => {
    for (const role of ['owner', 'admin']) {
      assert.deepEqual(of([role], []), ALL);
      assert.deepEqual(of([role], [{ role, actions: [] }]), ALL);
      assert.deepEqual(of([role], [{ role, actions: ['read'] }]), ALL);
    }
  });

  it('gives every set of boxes of an editable role exactly that, in the order of the policy (T28, T29)', () => {
    for (const role of ['staff', 'member', 'anon']) {
      for (let boxes = 0; boxes < 8; boxes++) {
        const actions = ALL.filter((_, index) => (boxes & (1 << index)) !== 0);
        assert.deepEqual(of([role], [{ role, actions: actions.toReversed() }]), actions);
      }
    }
  });

  it('gives nothing without a grant, and nothing of what another role was granted (SEC_E03)', () => {
    assert.deepEqual(of(['member'], []), []);
    assert.deepEqual(
      of(
        ['member'],
        [
          { role: 'staff', actions: ALL },
          { role: 'anon', actions: ['read'] },
        ],
      ),
      [],
    );
    assert.deepEqual(of([], [{ role: 'staff', actions: ALL }]), []);
  });

  it('joins what several roles were granted, once each', () => {
    const grants = [
      { role: 'staff', actions: ['write', 'read'] },
      { role: 'member', actions: ['delete', 'read'] },
    ];
    assert.deepEqual(of(['staff', 'member'], grants), ALL);
    assert.deepEqual(of(['member', 'owner'], grants), ALL);
  });

  it('counts no role, action or kind that the policy does not know, and no name of an object (SEC_F07)', () => {
    assert.deepEqual(of(['gone'], [{ role: 'gone', actions: ALL }]), []);
    assert.deepEqual(of(['staff'], [{ role: 'staff', actions: ['drop', 'constructor', 'read'] }]), ['read']);
    for (const kind of ['view', 'constructor', '__proto__', ''])
      assert.deepEqual(of(['owner'], [], kind), []);
    for (const role of ['__proto__', 'constructor', 'Owner', 'owner,staff'])
      assert.deepEqual(of([role], [{ role, actions: ALL }]), []);
  });

  it('gives nothing where a policy has no resources at all', () => {
    const bare: Policy = { ...tables, resources: [] };
    assert.deepEqual(effectiveActions(compilePolicy(bare), 'table', ['owner'], []), []);
  });
});
