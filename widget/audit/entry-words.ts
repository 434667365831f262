// An entry of the trail in words: the sentence, and what was before and after. Text only; how it looks is the elements' matter.
import type { AuditEntry } from '../../shared/audit/entry.ts';
import { SAID, SAID_OF_SELF, SETTING_NAMES, auditStrings as strings } from '../i18n/audit-strings.ts';
import type { Rights } from '../rights.ts';
import type { FactWords } from './entry-facts.ts';
import { factsOf } from './entry-facts.ts';

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
  const about = targetWords(entry, rights);
  const did = ofSelf ?? SAID[action]?.did(about, roleWords(entry, rights)) ?? action;
  const name = ofSelf !== undefined && !isOfSelf ? capital(about) : actorWords(entry);
  return { actor: name, did, facts: factsOf(entry, rights, about) };
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

/** The role whose rights an entry is about. */
function roleWords({ after, before }: AuditEntry, rights: Rights): string {
  const { role } = (after ?? before ?? {}) as { readonly role?: unknown };
  return typeof role === 'string' ? rights.roleName(role) : strings.someRole;
}

function nameIn(said: unknown): string | undefined {
  const name = (said as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
