// The wire of single sign-on. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { ProviderId } from '../ids.ts';
import { RoleKeyInput, RoleKeys, Version, id, mutation, text } from './base.ts';

const Name = z.string().min(1).max(200);
const Url = z.string().max(2000);
const Field = text().max(200);
const Scopes = z.array(z.string().min(1).max(100)).max(20);

const Config = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('oidc'),
    issuer: Url,
    clientId: Field.min(1),
    scopes: Scopes.default(['openid', 'email', 'profile']),
    groupsClaim: Field.default(''),
  }),
  z.strictObject({
    kind: z.literal('oauth2'),
    authorizeUrl: Url,
    tokenUrl: Url,
    userInfoUrl: Url,
    clientId: Field.min(1),
    scopes: Scopes.default([]),
    idField: Field.min(1).default('id'),
    emailField: Field.default('email'),
    nameField: Field.default('name'),
    groupsClaim: Field.default(''),
  }),
  z.strictObject({
    kind: z.literal('saml'),
    entityId: Url.min(1),
    signOnUrl: Url,
    certificates: z.array(z.string().min(1).max(20_000)).min(1).max(5),
    emailAttribute: Field.default(''),
    nameAttribute: Field.default(''),
    groupsClaim: Field.default(''),
  }),
]);

const AdmissionInput = z.strictObject({
  isJustInTime: z.boolean(),
  roles: RoleKeys,
  highestRole: RoleKeyInput,
  most: z.int().min(1).max(1e6).nullable().default(null),
  groups: z.record(text().min(1).max(200), RoleKeyInput).default({}),
});

const Given = {
  name: Name,
  config: Config,
  admission: AdmissionInput,
  /** Write-only; left out, the stored one stays. */
  secret: z.string().min(1).max(2000).optional(),
};

export const CreateProvider = mutation({ ...Given, isEnabled: z.boolean().default(true) });
export type CreateProvider = z.input<typeof CreateProvider>;
/** The same with everything that was left out filled in. */
export type ProviderToCreate = z.output<typeof CreateProvider>;

export const ChangeProvider = mutation({
  ...Given,
  isEnabled: z.boolean(),
  providerId: id<ProviderId>(),
  version: Version,
});
export type ChangeProvider = z.input<typeof ChangeProvider>;
/** The same with everything that was left out filled in. */
export type ProviderToChange = z.output<typeof ChangeProvider>;

export const OnProvider = mutation({ providerId: id<ProviderId>(), version: Version });
export type OnProvider = z.infer<typeof OnProvider>;

/** Begins a test in the administrator's own browser; the answer says where to go. */
export const TestProvider = mutation({ providerId: id<ProviderId>() });
export type TestProvider = z.infer<typeof TestProvider>;

/** Fetches what a test brought back; it is there once. */
export const ReadProviderTest = mutation({ testId: z.string().min(20).max(200) });
export type ReadProviderTest = z.infer<typeof ReadProviderTest>;

export const OnDomain = mutation({ domain: z.string().min(1).max(300) });
export type OnDomain = z.infer<typeof OnDomain>;

export const SwitchExternal = mutation({
  externalAuthentication: z.boolean(),
  externalAuthorization: z.boolean(),
  version: Version,
});
export type SwitchExternal = z.infer<typeof SwitchExternal>;
