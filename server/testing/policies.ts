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
