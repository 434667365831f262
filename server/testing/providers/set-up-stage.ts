// A world with people who set providers up, and a wish to do so, for tests of what they may.
import { randomUUID } from 'node:crypto';
import type { AccountId } from '../../../shared/ids.ts';
import { definePolicy } from '../../../shared/policy/define.ts';
import { tables } from '../../../shared/presets/tables.ts';
import type { Admission, OidcConfig, Provider } from '../../../shared/providers/provider.ts';
import { createProvider } from '../../providers/set-up.ts';
import type { World } from '../world.ts';
import { createWorld } from '../world.ts';

/** How a provider is reached, where a test says nothing else. */
export const CONFIG: OidcConfig = {
  kind: 'oidc',
  issuer: 'https://idp.example',
  clientId: 'app',
  scopes: ['openid', 'email'],
  groupsClaim: '',
};
/** Who may come in through it. */
export const ADMISSION: Admission = {
  isJustInTime: true,
  roles: ['member'],
  highestRole: 'staff',
  most: null,
  groups: {},
};

/** Administrators set up single sign-on here too, although there are roles that are not theirs to give. */
const policy = definePolicy({
  ...tables,
  capabilities: tables.capabilities.map((capability) =>
    capability.key === 'settings.manage' ? { ...capability, roles: ['owner', 'admin'] } : capability,
  ),
});

/** A world in which providers are set up. Close the world when done. */
export interface SetUpStage {
  readonly world: World;
  readonly owner: AccountId;
  readonly admin: AccountId;
  /** Sets a provider up as the owner, or as `by`, with `more` over the usual wish. */
  create(more?: object, by?: AccountId): Promise<Provider>;
}

/** The usual wish for a provider, with `more` over it. */
export function wish(more: object = {}) {
  return {
    name: 'Acme sign-in',
    config: CONFIG,
    admission: ADMISSION,
    isEnabled: true,
    secret: 'a very secret secret',
    idempotencyKey: randomUUID(),
    ...more,
  };
}

/** Makes the world with its owner and its administrator. */
export async function createSetUpStage(): Promise<SetUpStage> {
  const world = await createWorld({ policy });
  const { accountId: owner } = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
  const { accountId: admin } = await world.addMember({ email: 'ada@acme.test', roles: ['admin'] });
  return {
    world,
    owner,
    admin,
    create: (more, by = owner) => createProvider(world.asAccount(by), wish(more) as never),
  };
}
