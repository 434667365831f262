// An entry of the trail in words: the sentence, and what was before and after. Text only; how it looks is the elements' matter.
import type { AuditEntry } from '../../shared/audit/entry.ts';
import {
  FACT_NAMES,
  SAID,
  SAID_OF_SELF,
  SETTING_NAMES,
  VALUE_NAMES,
  auditStrings as strings,
} from '../i18n/audit-strings.ts';
import { formatMoment } from '../i18n/format.ts';
import { strings as shared } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';

/** Something that an entry says of before and after; '' where it says nothing. */
export interface FactWords {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** An entry in words. */
export interface EntryWords {
  /** Who did it. */
  readonly actor: string;
  /** What they did, behind their name. */
  readonly did: string;
  readonly facts: readonly FactWords[];
}

/** An entry in words, with the roles and rights of `rights` by their names. */
export function entryWords(entry: AuditEntry, rights: Rights): EntryWords {
  const { actor, target, action } = entry;
  const isOfSelf = actor.id !== null && (actor.id === target.id || target.kind === 'account');
  const ofSelf = isOfSelf || isSoleWitness(entry) ? SAID_OF_SELF[action] : undefined;
  const did = ofSelf ?? SAID[action]?.did(targetWords(entry, rights)) ?? action;
  const name = ofSelf !== undefined && !isOfSelf ? capital(targetWords(entry, rights)) : actorWords(entry);
  return { actor: name, did, facts: factsOf(entry, rights) };
}

/** Whether nobody but the person it is about can have done it: whoever opened the link of an invitation. */
function isSoleWitness({ action, actor }: AuditEntry): boolean {
  return (
    (action.startsWith('invitation.') || action === 'member.join') &&
    (actor.kind === 'anonymous' || actor.name === null)
  );
}

function actorWords({ actor, target }: AuditEntry): string {
  if (actor.kind === 'system') return strings.operator;
  if (actor.kind === 'host') return strings.host;
  if (actor.name !== null) return actor.name;
  if (target.kind === 'account' || actor.kind === 'anonymous') return strings.nobody;
  return strings.gone;
}

function targetWords({ target, before, after }: AuditEntry, rights: Rights): string {
  const { kind, id, name } = target;
  switch (kind) {
    case 'role':
      return name ?? rights.roleName(id);
    case 'invitation':
      return name ?? strings.erasedAddress;
    case 'member':
    case 'account':
      return name ?? strings.goneInside;
    case 'workspace':
      return name ?? rights.viewer.workspace.name;
    case 'setting':
      return SETTING_NAMES[id] ?? id;
    case 'domain':
      return id;
    default:
      return name ?? nameIn(after) ?? nameIn(before) ?? id;
  }
}

function nameIn(said: unknown): string | undefined {
  const name = (said as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : undefined;
}

function factsOf({ before, after, named }: AuditEntry, rights: Rights): FactWords[] {
  const [then, now] = [recordOf(before), recordOf(after)];
  const keys = [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((key) => !isInternal(key));
  const facts = keys
    .map((key) => ({
      label: FACT_NAMES[key] ?? key,
      before: key in then ? valueWords(key, then[key], rights) : '',
      after: key in now ? valueWords(key, now[key], rights) : '',
    }))
    .filter((fact) => fact.before !== fact.after);
  return [...facts, ...namesIn(named)];
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

/** Ids say nothing to a person. */
function isInternal(key: string): boolean {
  return key === 'id' || key.endsWith('Id') || key === 'generation';
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

const MOMENT = /(At|Since)$/;
const ROLES = ['roles', 'role', 'replacement', 'deleted', 'copyOf', 'highestRole'];

function valueWords(key: string, value: unknown, rights: Rights): string {
  if (value === null || value === undefined || value === '') return strings.none;
  if (typeof value === 'boolean') return value ? strings.yes : strings.no;
  if (Array.isArray(value))
    return value.length === 0 ? strings.none : value.map((one) => valueWords(key, one, rights)).join(', ');
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .filter(([inner]) => !isInternal(inner))
        .map(([inner, held]) => `${FACT_NAMES[inner] ?? inner}: ${valueWords(inner, held, rights)}`)
        .join('; ') || strings.none
    );
  if (typeof value === 'number') return numberWords(key, value);
  return textWords(key, String(value), rights);
}

function numberWords(key: string, value: number): string {
  if (MOMENT.test(key)) return formatMoment(value);
  return key.endsWith('Minutes') ? strings.minutes(value) : String(value);
}

function textWords(key: string, value: string, { roleName, policy }: Rights): string {
  if (ROLES.includes(key)) return roleName(value);
  if (key === 'status' || key === 'statuses')
    return shared.statuses[value as keyof typeof shared.statuses] ?? value;
  if (key === 'capabilities') return policy.capabilities.find((one) => one.key === value)?.name ?? value;
  const said = VALUE_NAMES[key]?.[value];
  if (said !== undefined) return said;
  const kinds = policy.resources;
  if (key === 'kind') return kinds.find((kind) => kind.key === value)?.name ?? value;
  if (key === 'actions')
    return kinds.flatMap(({ actions }) => actions).find((action) => action.key === value)?.name ?? value;
  return value;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
