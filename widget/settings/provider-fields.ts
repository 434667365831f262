// What is entered about each kind of identity provider, and the way between a provider and the fields of its form. Pure: data and conversions.
import type { CreateProvider } from '../../shared/contract/providers.ts';
import { guardOf } from '../../shared/policy/compile.ts';
import type { Admission, Provider, ProviderConfig } from '../../shared/providers/provider.ts';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';
import type { Rights } from '../rights.ts';
import type { Field, Option, Values } from './field.ts';

/** A kind of provider. */
export type ProviderKind = ProviderConfig['kind'];

/** What is entered about a provider and saved with it. */
export type GivenProvider = Pick<CreateProvider, 'name' | 'config' | 'admission' | 'secret'>;

const needed = (name: string, label: string, help?: string): Field => ({
  name,
  label,
  isNeeded: true,
  ...(help !== undefined && { help }),
});
const naming = (): Field => needed('name', strings.name, strings.nameHelp);
const scopes = (): Field => ({ name: 'scopes', label: strings.scopes, help: strings.scopesHelp });
const groupsClaim = (): Field => ({
  name: 'groupsClaim',
  label: strings.groupsClaim,
  help: strings.groupsClaimHelp,
});
/** What the application is known by at the provider, and its secret. */
const client = (hasSecret: boolean): readonly Field[] => [
  needed('clientId', strings.clientId, strings.clientIdHelp),
  {
    name: 'secret',
    label: strings.secret,
    kind: 'password',
    help: hasSecret ? strings.secretStored : strings.secretHelp,
  },
];

/** The fields of each kind, in their order. */
const FIELDS: { readonly [Kind in ProviderKind]: (hasSecret: boolean) => readonly Field[] } = {
  oidc: (hasSecret) => [
    naming(),
    needed('issuer', strings.issuer, strings.issuerHelp),
    ...client(hasSecret),
    scopes(),
    groupsClaim(),
  ],
  oauth2: (hasSecret) => [
    naming(),
    needed('authorizeUrl', strings.authorizeUrl),
    needed('tokenUrl', strings.tokenUrl),
    needed('userInfoUrl', strings.userInfoUrl, strings.userInfoUrlHelp),
    ...client(hasSecret),
    scopes(),
    needed('idField', strings.idField, strings.idFieldHelp),
    { name: 'emailField', label: strings.emailField },
    { name: 'nameField', label: strings.nameField },
    groupsClaim(),
  ],
  saml: () => [
    naming(),
    needed('entityId', strings.entityId, strings.entityIdHelp),
    needed('signOnUrl', strings.signOnUrl),
    { ...needed('certificates', strings.certificates, strings.certificatesHelp), kind: 'area' },
    { name: 'emailAttribute', label: strings.emailField },
    { name: 'nameAttribute', label: strings.nameField },
    groupsClaim(),
  ],
};

/** What a new provider of each kind starts with. */
const USUAL: { readonly [Kind in ProviderKind]: Values } = {
  oidc: { scopes: 'openid email profile' },
  oauth2: { idField: 'id', emailField: 'email', nameField: 'name' },
  saml: {},
};

/** The fields of a provider of this kind. */
export function fieldsOf(kind: ProviderKind, hasSecret: boolean): readonly Field[] {
  return FIELDS[kind](hasSecret);
}

/** The fields about who may come in; `highest` is the highest role that is chosen. */
export function admissionFields({ policy }: Rights, roles: readonly Option[]): readonly Field[] {
  return [
    { name: 'justInTime', label: strings.justInTime, help: strings.justInTimeHelp, kind: 'check' },
    {
      name: 'roles',
      label: strings.roles,
      help: strings.rolesHelp,
      kind: policy.rolesPerMember === 'many' ? 'many' : 'select',
      options: roles,
    },
    { name: 'highestRole', label: strings.highestRole, kind: 'select', options: roles },
    { name: 'most', label: strings.most, help: strings.mostHelp, kind: 'number' },
  ];
}

/** The roles that a provider may give in the viewer's name, highest first: those that are theirs to give, but no guarded one. */
export function rolesToGive({ actor, policy, personRoles }: Rights): readonly Option[] {
  const own =
    actor.kind === 'member' ? policy.roles.filter(({ key }) => actor.roles.includes(key)) : undefined;
  return personRoles
    .filter(
      ({ key }) =>
        !guardOf(policy).includes(key) && (own === undefined || own.some(({ gives }) => gives.includes(key))),
    )
    .map(({ key, name }) => [key, name]);
}

/** A provider, or a new one of a kind, as the fields show it. */
export function valuesOf(provider: Provider | ProviderKind, roles: readonly Option[]): Values {
  if (typeof provider === 'string') {
    const lowest = roles.at(-1)?.[0] ?? '';
    return { ...USUAL[provider], roles: lowest, highestRole: lowest, groups: '[]' };
  }
  const { name, config, admission } = provider;
  const { isJustInTime, roles: given, highestRole, most, groups } = admission;
  const texts = Object.entries(config).map(([key, value]: [string, unknown]) => [
    key,
    Array.isArray(value) ? value.join(key === 'certificates' ? '\n' : ' ') : String(value),
  ]);
  return {
    ...(Object.fromEntries(texts) as Values),
    name,
    justInTime: isJustInTime ? 'on' : '',
    roles: given.join(' '),
    highestRole,
    most: most === null ? '' : String(most),
    groups: JSON.stringify(Object.entries(groups)),
  };
}

/** The chosen roles, by name, that are higher than the highest one that the provider may give. */
export function tooHigh(roles: readonly Option[], value: (name: string) => string): readonly string[] {
  const [highest, ...chosen] = [
    value('highestRole'),
    ...value('roles').split(' '),
    ...groupsIn(value('groups')).map(([, role]) => role),
  ];
  // One that is none of these is for the server to judge.
  const cap = Math.max(
    0,
    roles.findIndex(([key]) => key === highest),
  );
  return roles
    .slice(0, cap)
    .filter(([key]) => chosen.includes(key))
    .map(([, name]) => name);
}

/** The rows of groups that a form holds, as pairs of group and role. */
export function groupsIn(value: string): readonly Option[] {
  return JSON.parse(value || '[]') as Option[];
}

/** What the fields say, as it is saved. */
export function givenBy(kind: ProviderKind, value: (name: string) => string): GivenProvider {
  const secret = value('secret');
  const config = Object.fromEntries(
    FIELDS[kind](false)
      .filter(({ name }) => name !== 'name' && name !== 'secret')
      .map(({ name }) => [name, partsOf(name, value(name))]),
  );
  const most = value('most').trim();
  const admission: Admission = {
    isJustInTime: value('justInTime') !== '',
    roles: value('roles').split(' ').filter(Boolean),
    highestRole: value('highestRole'),
    most: most === '' ? null : Number(most),
    groups: Object.fromEntries(groupsIn(value('groups')).filter(([group]) => group.trim() !== '')),
  };
  return {
    name: value('name'),
    config: { kind, ...config } as CreateProvider['config'],
    admission: admission as CreateProvider['admission'],
    ...(secret !== '' && { secret }),
  };
}

function partsOf(name: string, text: string): string | readonly string[] {
  if (name === 'scopes') return text.split(/\s+/).filter(Boolean);
  // One text may hold several, each with its own begin; the bare text of a metadata file is one.
  if (name === 'certificates') return text.split(/(?=-----BEGIN)/).filter((one) => one.trim() !== '');
  return text.trim();
}
