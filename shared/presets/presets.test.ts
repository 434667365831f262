// What every preset has to offer to the people who read it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definePolicy } from '../policy/define.ts';
import type { Policy } from '../policy/policy.ts';
import { collaborators } from './collaborators.ts';
import { tables } from './tables.ts';

for (const policy of [tables, collaborators] as Policy[]) {
  describe(`the preset ${policy.key}, read by a person`, () => {
    it('makes sense', () => {
      assert.equal(definePolicy(policy), policy);
    });

    it('survives the way to the widget unchanged: it is data and nothing else', () => {
      assert.deepEqual(JSON.parse(JSON.stringify(policy)), policy);
    });

    it('says in a sentence what it is and what each role means (W43)', () => {
      for (const { description } of [policy, ...policy.roles]) assert.match(description, /^[A-Z][^!]+\.$/);
    });

    it('has a name of its own for every role, section and capability', () => {
      for (const things of [policy.roles, policy.sections, policy.capabilities]) {
        const names = things.map((thing) => thing.name);
        assert.equal(new Set(names).size, names.length);
        for (const name of names) assert.match(name, /^[A-Z][^!.]*$/);
      }
    });

    it('fills every section', () => {
      for (const { key } of policy.sections)
        assert.ok(
          policy.capabilities.some((capability) => capability.section === key),
          key,
        );
    });
  });
}
