// Policies that no product has, for what the ready ones leave out.
import { definePolicy } from '../../shared/policy/define.ts';
import { tables } from '../../shared/presets/tables.ts';

/** As `tables`, with everything that ends access: people can be switched off and removed. */
export const everyEnd = definePolicy({
  ...tables,
  key: 'every-end',
  members: { ...tables.members, isRemovable: true },
});

/** As `everyEnd`, with several roles to a person. */
export const manyRoles = definePolicy({ ...everyEnd, key: 'many-roles', rolesPerMember: 'many' });

/** As `manyRoles`, with every way to sign in, and usernames. */
export const everyWay = definePolicy({
  ...manyRoles,
  key: 'every-way',
  identity: {
    ways: ['link', 'password', 'provider'],
    passwords: { minimum: 6, maximum: 200, advised: 8, classes: [] },
    hasUsername: true,
    profile: [],
    emailChange: 'confirmed',
    hostPeople: null,
  },
});

/** As `everyEnd`, with every way to sign in, the strictest rules for passwords, usernames, and addresses that can change. */
export const withPasswords = definePolicy({
  ...everyEnd,
  key: 'with-passwords',
  identity: {
    ways: ['password', 'link', 'provider'],
    passwords: {
      minimum: 8,
      maximum: 60,
      advised: 12,
      classes: [
        { kind: 'upper' },
        { kind: 'lower' },
        { kind: 'digit' },
        { kind: 'special', characters: '!@#$%^&*_-' },
      ],
    },
    hasUsername: true,
    profile: [],
    emailChange: 'confirmed',
    hostPeople: null,
  },
});
