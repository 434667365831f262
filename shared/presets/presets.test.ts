// What every preset has to offer to the people who read it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definePolicy } from '../policy/define.ts';
import type { Policy } from '../policy/policy.ts';
import { collaborators } from './collaborators.ts';
import { directory } from './directory.ts';
import { packages } from './packages.ts';
import { tables } from './tables.ts';
import { workspaces } from './workspaces.ts';

const ALL: readonly Policy[] = [tables, packages, workspaces, collaborators, directory];

for (const policy of ALL) {
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

describe('the presets side by side', () => {
  /** One line for each policy, as a person who compares them would write it. */
  function sideBySide(say: (policy: Policy) => string): Record<string, string> {
    return Object.fromEntries(ALL.map((policy) => [policy.key, say(policy)]));
  }

  it('bring people in each in its own way', () => {
    assert.deepEqual(
      sideBySide(({ invitations, creation }) => creation?.label ?? `invite in ${invitations.view}`),
      {
        tables: 'invite in users',
        packages: 'Add user',
        workspaces: 'invite in users',
        collaborators: 'invite in collaborators',
        directory: 'New user',
      },
    );
  });

  it('give one role or several (W5, D5)', () => {
    assert.deepEqual(
      sideBySide(({ rolesPerMember, workspaces: places }) => `${rolesPerMember} in ${places}`),
      {
        tables: 'one in one',
        packages: 'one in one',
        workspaces: 'many in many',
        collaborators: 'one in one',
        directory: 'many in many',
      },
    );
  });

  it('take access away each in its own way (D9)', () => {
    assert.deepEqual(
      sideBySide(({ members }) => `${members.deactivation}${members.isRemovable ? ', remove' : ''}`),
      {
        tables: 'confirm',
        packages: 'toggle',
        workspaces: 'confirm, remove',
        collaborators: 'none, remove',
        directory: 'form',
      },
    );
  });

  it('keep passwords by rules of their own, or have none (P12, D34, SEC_C01)', () => {
    assert.deepEqual(
      sideBySide(({ identity: { passwords } }) =>
        passwords === null
          ? 'none'
          : `${passwords.minimum}–${passwords.maximum}, better ${passwords.advised}, ${passwords.classes.length} classes`,
      ),
      {
        tables: 'none',
        packages: '6–128, better 8, 0 classes',
        workspaces: '8–128, better 12, 0 classes',
        collaborators: '8–128, better 12, 0 classes',
        directory: '8–60, better 12, 4 classes',
      },
    );
  });

  it('let an address be changed by confirming it, or not at all (P11)', () => {
    assert.deepEqual(
      sideBySide(({ identity }) => identity.emailChange),
      {
        tables: 'confirmed',
        packages: 'none',
        workspaces: 'confirmed',
        collaborators: 'confirmed',
        directory: 'confirmed',
      },
    );
  });
});
