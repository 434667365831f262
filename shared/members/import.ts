// People in a list that come in: what its columns are called, and what became of each row. Pure.
import type { ErrorCode } from '../errors.ts';
import type { MemberId } from '../ids.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import type { Policy, RoleKey } from '../policy/policy.ts';
import type { MemberStatus } from '../policy/can.ts';
import { nameKey } from '../text/name.ts';
import { plainCell } from '../csv/safe-cell.ts';

/** The most rows of one call. */
export const MAX_IMPORT = 500;

/** What a row can say of a person. */
export const IMPORT_FIELDS = [
  'email',
  'externalId',
  'name',
  'firstName',
  'lastName',
  'username',
  'department',
  'roles',
  'status',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** A row as it is sent: what is left out stays. */
export type ImportRow = { readonly [Field in ImportField]?: string };

/** Something that becomes another; '' where there was nothing. Roles by their keys. */
export interface ImportChange {
  readonly field: ImportField;
  readonly before: string;
  readonly after: string;
}

/** What would become, or became, of one row. */
export interface ImportResult {
  readonly verdict: 'new' | 'changes' | 'same' | 'error';
  /** How a new person comes: with an account at once, or by an invitation. */
  readonly made?: 'account' | 'invitation';
  readonly memberId?: MemberId;
  readonly changes?: readonly ImportChange[];
  /** Why nothing was done, and the cell that it is about. */
  readonly problem?: { readonly code: ErrorCode; readonly field?: string };
}

/** What columns are called in the lists of other products, as `nameKey` and without anything but letters and digits. */
const ALIASES: { readonly [Field in ImportField]: readonly string[] } = {
  email: [
    'email',
    'emailaddress',
    'mail',
    'mailaddress',
    'address',
    'useremail',
    'emailadresse',
    'workemail',
  ],
  externalId: [
    'externalid',
    'externalreference',
    'employeeid',
    'employeenumber',
    'personnelnumber',
    'personalnummer',
  ],
  name: ['name', 'fullname', 'displayname', 'person'],
  firstName: ['firstname', 'givenname', 'forename', 'vorname'],
  lastName: ['lastname', 'surname', 'familyname', 'nachname'],
  username: ['username', 'login', 'loginname', 'userid', 'benutzername'],
  department: ['department', 'team', 'unit', 'abteilung'],
  roles: ['role', 'roles', 'userrole', 'userroles', 'rolle', 'rollen'],
  status: ['status', 'state', 'active', 'enabled', 'accountstatus'],
};

/** The field that a column is about; undefined for one that an import does not know. */
export function fieldOfHead(head: string): ImportField | undefined {
  const key = nameKey(head).replaceAll(/[^a-z0-9]/g, '');
  return IMPORT_FIELDS.find((field) => ALIASES[field].includes(key));
}

/** The fields that an import under `policy` takes. */
export function importFields(policy: Policy): readonly ImportField[] {
  const { hasUsername, profile } = policy.identity;
  return IMPORT_FIELDS.filter((field) => {
    if (field === 'username') return hasUsername;
    // First and last name make the name where the policy has only that.
    if (field === 'department') return profile.includes('department');
    return field !== 'status' || policy.members.deactivation !== 'none';
  });
}

/** A list read: which columns are taken, and which are left. */
export interface ImportHead {
  /** The field of each column; undefined for one that is left. */
  readonly fields: readonly (ImportField | undefined)[];
  readonly ignored: readonly string[];
}

/** Reads the first row of a list; undefined where nothing says who the people are. */
export function readHead(cells: readonly string[], policy: Policy): ImportHead | undefined {
  const taken = importFields(policy);
  const fields: (ImportField | undefined)[] = [];
  for (const cell of cells) {
    const field = fieldOfHead(plainCell(cell));
    fields.push(field !== undefined && taken.includes(field) && !fields.includes(field) ? field : undefined);
  }
  if (!fields.includes('email') && !fields.includes('externalId')) return undefined;
  return { fields, ignored: cells.filter((cell, at) => fields[at] === undefined && cell.trim() !== '') };
}

/** The person in a row of cells under `head`. Empty cells say nothing. */
export function rowOfCells(cells: readonly string[], { fields }: ImportHead): ImportRow {
  const row: Partial<Record<ImportField, string>> = {};
  fields.forEach((field, at) => {
    const value = plainCell(cells[at] ?? '').trim();
    if (field !== undefined && value !== '') row[field] = value;
  });
  return row;
}

/** The rows of a list in JSON: objects in a list, or in the first list of an object. Undefined where it is none. */
export function rowsOfJson(
  parsed: unknown,
  policy: Policy,
): { rows: ImportRow[]; ignored: string[] } | undefined {
  const list = Array.isArray(parsed) ? parsed : Object.values((parsed ?? {}) as object).find(Array.isArray);
  if (list === undefined || !list.every((one) => typeof one === 'object' && one !== null)) return undefined;
  const taken = importFields(policy);
  const ignored = new Set<string>();
  const rows = (list as Record<string, unknown>[]).map((person) => {
    const row: Partial<Record<ImportField, string>> = {};
    for (const [key, held] of Object.entries(person)) {
      const field = fieldOfHead(key);
      const value = textOf(held);
      if (field === undefined || !taken.includes(field)) ignored.add(key);
      else if (value !== '') row[field] ??= value;
    }
    return row;
  });
  return { rows, ignored: [...ignored] };
}

function textOf(held: unknown): string {
  if (Array.isArray(held)) return held.map(textOf).join('; ');
  return held === null || typeof held === 'object' ? '' : String(held as string | number | boolean).trim();
}

/** The roles that a cell names, by name or key; undefined where one is unknown. */
export function rolesInCell(text: string, { roles }: Pick<CompiledPolicy, 'roles'>): RoleKey[] | undefined {
  // Once for all parts: names are folded, which costs something, and a list has many rows.
  const known = new Map<string, RoleKey>();
  for (const { key, name } of roles.values())
    for (const word of [nameKey(key), nameKey(name)]) if (!known.has(word)) known.set(word, key);
  const whole = known.get(nameKey(text.trim()));
  if (whole !== undefined) return [whole];
  const keys = new Set<RoleKey>();
  for (const part of text.split(/[;|,\n]/)) {
    if (part.trim() === '') continue;
    const key = known.get(nameKey(part.trim()));
    if (key === undefined) return undefined;
    keys.add(key);
  }
  return keys.size === 0 ? undefined : [...keys];
}

const ACTIVE = ['active', 'enabled', 'yes', 'true', '1', 'aktiv', 'ja'];
const DEACTIVATED = [
  'deactivated',
  'inactive',
  'disabled',
  'suspended',
  'no',
  'false',
  '0',
  'inaktiv',
  'nein',
];

/** The status that a cell names; undefined where it names none. */
export function statusInCell(text: string): MemberStatus | undefined {
  const word = text.trim().toLowerCase();
  if (ACTIVE.includes(word)) return 'active';
  return DEACTIVATED.includes(word) ? 'deactivated' : undefined;
}
