// What an entry of the trail says of before and after, in words. Text only; the sentence stands in `entry-words.ts`.
import type { AuditEntry } from '../../shared/audit/entry.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { FACT_NAMES, VALUE_NAMES, auditStrings as strings } from '../i18n/audit-strings.ts';
import { formatMoment, formatNumber } from '../i18n/format.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { statusText } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { nameOf, resourceFacts } from './resource-facts.ts';

/** Something that an entry says of before and after; '' where it says nothing. */
export interface FactWords {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

type Said = Readonly<Record<string, unknown>>;

/** What the entry says of before and after. What its sentence says already, for it is about `about`, is not said again. */
export function factsOf(entry: AuditEntry, rights: Rights, about: string): FactWords[] {
  const then = flat(recordOf(entry.before));
  const now = flat(recordOf(entry.after));
  const named = namesIn(entry.named);
  const keys = [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((key) => !isInternal(key));
  const facts = keys.flatMap((key): FactWords[] => {
    if (key === 'resources') return resourceFacts(then, now, rights);
    if (key === 'fields') return fieldFacts(now[key], entry.named);
    const [before, after] = [wordsOf(key, then, now, rights), wordsOf(key, now, then, rights)];
    const isSaid = key === 'name' && (before === '' || after === '') && (before || after) === about;
    return before === after || isSaid ? [] : [{ label: FACT_NAMES[key] ?? key, before, after }];
  });
  return [...facts, ...named];
}

/** What of names and addresses became another. */
function namesIn(named: AuditEntry['named']): FactWords[] {
  if (named === undefined) return [];
  const { previousName, previousEmail, previousDepartment, requestedEmail } = named;
  const fact = (key: string, before: string | undefined, after = ''): FactWords[] =>
    before === undefined || before === after ? [] : [{ label: FACT_NAMES[key]!, before, after }];
  return [
    ...fact('name', previousName, named.name),
    ...fact('email', previousEmail, named.email),
    ...fact('department', previousDepartment, named.department),
    ...(requestedEmail === undefined ? [] : fact('requestedEmail', '', requestedEmail)),
  ];
}

/** Which details became others, but those whose values are there to be read. */
function fieldFacts(fields: unknown, named: AuditEntry['named']): FactWords[] {
  const { previousName, previousDepartment } = named ?? {};
  const shown = [
    ...(previousName === undefined ? [] : ['name', 'firstName', 'lastName']),
    ...(previousDepartment === undefined ? [] : ['department']),
  ];
  const rest = (Array.isArray(fields) ? fields : []).map(String).filter((field) => !shown.includes(field));
  if (rest.length === 0) return [];
  return [
    {
      label: FACT_NAMES['fields']!,
      before: '',
      after: strings.and(rest.map((key) => FACT_NAMES[key] ?? key)),
    },
  ];
}

/** Ids say nothing to a person, and names are said with what they name. */
function isInternal(key: string): boolean {
  return key === 'id' || key === 'names' || key.endsWith('Id') || key === 'generation';
}

function recordOf(value: unknown): Said {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Said) : {};
}

/** What is set within a setting stands beside the rest, so that only what changed is told. */
function flat({ config, admission, filter, scope, ...rest }: Said): Said {
  const { kind, clientId: client, entityId: entity, ...set } = recordOf(config);
  const { isJustInTime, roles, ...joining } = recordOf(admission);
  return {
    ...rest,
    ...(kind !== undefined && { protocol: kind }),
    ...(client !== undefined && { client }),
    ...(entity !== undefined && { entity }),
    ...set,
    ...(isJustInTime !== undefined && { isJustInTime }),
    ...(roles !== undefined && { newRoles: roles }),
    ...joining,
    ...recordOf(filter),
    ...recordOf(scope),
  };
}

/** The value of `key` in words; '' where there is nothing on this side, or nothing worth a word. */
function wordsOf(key: string, side: Said, other: Said, rights: Rights): string {
  const value = side[key];
  const isNothing = value === null || value === undefined || value === '' || isEmpty(value);
  if (!isNothing && (key === 'repaired' || key === 'unrepaired'))
    return strings.and((value as readonly string[]).map((one) => nameOf(one, side['names'])));
  if (!isNothing) return valueWords(key, value, rights);
  // That something is not there is news only beside what is, or was, there.
  return key in side && key in other && !isNull(other[key]) && !isNull(value) ? strings.none : '';
}

function isNull(value: unknown): boolean {
  return value === null || value === undefined;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

const MOMENT = /(At|Since)$/;
const ROLES = ['roles', 'role', 'replacement', 'deleted', 'copyOf', 'highestRole', 'newRoles', 'groups'];

function valueWords(key: string, value: unknown, rights: Rights): string {
  if (typeof value === 'boolean') return value ? strings.yes : strings.no;
  if (typeof value === 'number') return numberWords(key, value);
  if (Array.isArray(value))
    return value.length === 0 ? strings.none : strings.and(value.map((one) => valueWords(key, one, rights)));
  if (typeof value === 'object' && value !== null)
    return strings.and(Object.entries(value).map(([name, held]) => pairWords(key, name, held, rights)));
  return textWords(key, String(value), rights);
}

/** What roles were given at once, and the roles that groups bring, which are named as their provider does. */
function pairWords(key: string, name: string, held: unknown, rights: Rights): string {
  return key === 'grants'
    ? strings.pair(rights.roleName(name), valueWords('actions', held, rights))
    : strings.pair(key === 'groups' ? name : (FACT_NAMES[name] ?? name), valueWords(key, held, rights));
}

function numberWords(key: string, value: number): string {
  if (MOMENT.test(key)) return formatMoment(value);
  if (key.endsWith('Hours')) return strings.hours(value);
  if (key === 'port') return String(value);
  return key.endsWith('Minutes') ? strings.minutes(value) : formatNumber(value);
}

function textWords(key: string, value: string, { roleName, policy }: Rights): string {
  if (ROLES.includes(key)) return roleName(value);
  if ((key === 'status' || key === 'statuses') && (value === 'active' || value === 'deactivated'))
    return statusText(value, policy);
  if (key === 'capabilities') return policy.capabilities.find((one) => one.key === value)?.name ?? value;
  if (key === 'reason') return reasonText(value as ErrorCode);
  // All certificates begin alike.
  if (key === 'certificates') return strings.shortened(value.replaceAll(/-----.*?-----|\s/g, '').slice(-12));
  const said = VALUE_NAMES[key]?.[value];
  if (said !== undefined) return said;
  const kinds = policy.resources;
  if (key === 'kind') return kinds.find((kind) => kind.key === value)?.name ?? value;
  if (key === 'actions')
    return kinds.flatMap(({ actions }) => actions).find((action) => action.key === value)?.name ?? value;
  return value;
}
