// Whether something has the shape of a policy: every property there, spelled as it should be, of a value that means something. Pure.
import { ENGINE_CAPABILITIES } from './policy.ts';

/** What may stand in a place of a policy. */
type Shape =
  | { readonly is: 'text' | 'number' | 'flag' | 'true' | 'null' }
  | { readonly oneOf: readonly string[] }
  | { readonly list: Shape; readonly isFilled?: true }
  | { readonly record: Shape }
  | { readonly either: readonly Shape[] }
  | { readonly object: Readonly<Record<string, Shape>>; readonly optional?: Readonly<Record<string, Shape>> };

const text: Shape = { is: 'text' };
const flag: Shape = { is: 'flag' };
const always: Shape = { is: 'true' };
const nothing: Shape = { is: 'null' };
const keys: Shape = { list: text };
const listOf = (...values: readonly string[]): Shape => ({ list: { oneOf: values } });

const ROLE: Shape = {
  object: { key: text, name: text, description: text, rank: { is: 'number' }, gives: keys },
  // A role that says it is custom is refused by its own words.
  optional: { isEverywhere: always, isPublic: always, isCustom: always },
};
const CAPABILITY: Shape = {
  object: { key: text, name: text },
  optional: { section: text, roles: keys, givesRole: text },
};
const RESOURCE: Shape = {
  object: {
    key: text,
    name: text,
    plural: text,
    actions: { list: { object: { key: text, name: text } } },
    grantedTo: { oneOf: ['role', 'member'] },
    editableRoles: keys,
    fullRoles: keys,
    defaults: { record: keys },
  },
  optional: { isCreatorFull: always },
};
const VIEWS = ['users', 'collaborators', 'permissions', 'reviews', 'audit'];
const CREATION_FIELDS = [
  'name',
  'username',
  'firstName',
  'lastName',
  'department',
  'password',
  'active',
  'resources',
];
const PASSWORDS: Shape = {
  object: {
    minimum: { is: 'number' },
    maximum: { is: 'number' },
    advised: { is: 'number' },
    classes: {
      list: {
        object: { kind: { oneOf: ['upper', 'lower', 'digit', 'special'] } },
        optional: { characters: text },
      },
    },
  },
};

const POLICY: Shape = {
  object: {
    key: text,
    name: text,
    description: text,
    roles: { list: ROLE, isFilled: true },
    guard: { either: [keys, { object: { holding: { oneOf: ENGINE_CAPABILITIES } } }] },
    rolesPerMember: { oneOf: ['one', 'many'] },
    hasCustomRoles: flag,
    workspaces: { oneOf: ['one', 'many'] },
    sections: { list: { object: { key: text, name: text } } },
    capabilities: { list: CAPABILITY, isFilled: true },
    resources: { list: RESOURCE },
    views: listOf(...VIEWS),
    members: {
      object: {
        columns: listOf('username', 'name', 'email', 'roles', 'status', 'lastSignIn', 'resources'),
        deactivation: { oneOf: ['none', 'confirm', 'toggle', 'form'] },
        isRemovable: flag,
      },
      optional: { offLabel: { oneOf: ['inactive'] } },
    },
    invitations: {
      object: { view: { either: [{ oneOf: VIEWS }, nothing] }, fields: listOf('name', 'message') },
      optional: { startsFolded: always, isNameRequired: always, hasReview: always },
    },
    creation: {
      either: [
        nothing,
        {
          object: { label: text, fields: listOf(...CREATION_FIELDS), required: listOf(...CREATION_FIELDS) },
          optional: { saveLabel: text },
        },
      ],
    },
    guidance: listOf(
      'company-address',
      'role-by-job',
      'least-resources',
      'deactivate-first',
      'retention',
      'remove-promptly',
      'workspace-context',
      'fixed-address',
    ),
    identity: {
      object: {
        ways: listOf('link', 'password', 'provider'),
        passwords: { either: [nothing, PASSWORDS] },
        hasUsername: flag,
        profile: listOf('firstName', 'lastName', 'department'),
        emailChange: { oneOf: ['none', 'confirmed'] },
        hostPeople: { either: [nothing, text] },
      },
    },
  },
};

/** Every place of `value` that a policy does not have, lacks, or fills with something that means nothing there. */
export function shapeProblems(value: unknown): string[] {
  return problemsOf(value, POLICY, '');
}

function problemsOf(value: unknown, shape: Shape, place: string): string[] {
  const wrong = (wanted: string): string[] => [`${place || 'policy'}: must be ${wanted}`];
  if ('is' in shape) return isPlain(value, shape.is) ? [] : wrong(WORDS[shape.is]);
  if ('oneOf' in shape)
    return shape.oneOf.some((known) => known === value)
      ? []
      : wrong(`one of ${shape.oneOf.map((known) => `"${known}"`).join(', ')}`);
  if ('either' in shape) return problemsOfEither(value, shape.either, place);
  if ('list' in shape) {
    if (!Array.isArray(value)) return wrong('a list');
    if (shape.isFilled === true && value.length === 0) return wrong('a list of at least one');
    return value.flatMap((item, index) => problemsOf(item, shape.list, `${place}[${index}]`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('an object');
  const at = (key: string): string => (place === '' ? key : `${place}.${key}`);
  if ('record' in shape)
    return Object.entries(value).flatMap(([key, item]) => problemsOf(item, shape.record, at(key)));
  return problemsOfObject(value, shape, at);
}

/** The problems of the way that was probably meant: the one of the same sort of value. */
function problemsOfEither(value: unknown, ways: readonly Shape[], place: string): string[] {
  const found = ways.map((way) => problemsOf(value, way, place));
  if (found.some((problems) => problems.length === 0)) return [];
  const meant = ways.findIndex((way) => ('list' in way ? Array.isArray(value) : !('is' in way)));
  return found[meant] ?? found[0]!;
}

function problemsOfObject(
  value: object,
  { object, optional = {} }: Extract<Shape, { object: unknown }>,
  at: (key: string) => string,
): string[] {
  const known = { ...object, ...optional };
  const given = new Map<string, unknown>(Object.entries(value).filter(([, item]) => item !== undefined));
  return [
    ...Object.keys(object)
      .filter((key) => !given.has(key))
      .map((key) => `${at(key)}: is missing`),
    ...[...given].flatMap(([key, item]) =>
      Object.hasOwn(known, key)
        ? problemsOf(item, known[key]!, at(key))
        : [`${at(key)}: there is no such property; known are ${Object.keys(known).join(', ')}`],
    ),
  ];
}

const WORDS = {
  text: 'a text',
  number: 'a number',
  flag: 'true or false',
  true: 'true, or left out',
  null: 'null',
} as const;

function isPlain(value: unknown, is: keyof typeof WORDS): boolean {
  if (is === 'text') return typeof value === 'string';
  if (is === 'number') return typeof value === 'number';
  if (is === 'flag') return typeof value === 'boolean';
  return is === 'true' ? value === true : value === null;
}
