// Sends a list of people in pieces, to look at or to do it. No element of its own; asks through one.
import type { ImportResult } from '../../shared/members/import.ts';
import { MAX_IMPORT, rolesInCell } from '../../shared/members/import.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { WriteIntent } from '../calls.ts';
import type { FailureCode } from '../failure.ts';
import { ask } from '../intents.ts';
import type { Listed } from './read-list.ts';

/** A person of the list with what would become, or became, of them. */
export interface Judged extends Listed {
  readonly result: Omit<ImportResult, 'problem'> & {
    readonly problem?: { readonly code: FailureCode; readonly field?: string };
  };
}

const REPEATED: ImportResult = { verdict: 'error', problem: { code: 'row_repeated' } };

/** People who were not brought in because sending ended before them, by `code`. */
export function leftOut(people: readonly Listed[], code: FailureCode): readonly Judged[] {
  return people.map(({ line, row }) => ({ line, row, result: { verdict: 'error', problem: { code } } }));
}

/** Sends the people in pieces and gives each piece back with its results. What was asked twice is refused here: one call sees its own rows only. */
export async function* importPieces(
  host: HTMLElement,
  people: readonly Listed[],
  {
    mode,
    roles,
    signal,
    policy,
  }: {
    readonly mode: 'preview' | 'apply';
    readonly roles: readonly RoleKey[];
    readonly signal: AbortSignal;
    readonly policy: CompiledPolicy;
  },
): AsyncGenerator<readonly Judged[]> {
  const seen = new Set<string>();
  for (let start = 0; start < people.length; start += MAX_IMPORT) {
    const piece = people.slice(start, start + MAX_IMPORT);
    const isFirst = piece.map(({ row }) => note(seen, row));
    const sent = piece.filter((_listed, at) => isFirst[at]).map(({ row }) => withKeys(row, policy));
    signal.throwIfAborted();
    // One list, however many pieces it is sent in.
    const whole = start === 0 ? people.length : 0;
    const results = sent.length === 0 ? [] : await send(host, sent, { mode, roles, whole });
    let at = 0;
    yield piece.map((listed, of) => ({ ...listed, result: isFirst[of] ? results[at++]! : REPEATED }));
  }
}

async function send(
  host: HTMLElement,
  people: readonly Listed['row'][],
  {
    mode,
    roles,
    whole,
  }: { readonly mode: 'preview' | 'apply'; readonly roles: readonly RoleKey[]; readonly whole: number },
): Promise<readonly ImportResult[]> {
  const rows = people.map((row) => ({ email: '', ...row }));
  const touch = mode === 'apply' ? (['members', 'invitations'] as const) : [];
  const given = { mode, rows, roles: [...roles] };
  const { results } = await ask(host, new WriteIntent('members.import', given, { touch }, whole));
  return results as readonly ImportResult[];
}

/** The row with its roles by their keys: the viewer may know them by other names than the server does. */
function withKeys(row: Listed['row'], policy: CompiledPolicy): Listed['row'] {
  const keys = row.roles === undefined ? undefined : rolesInCell(row.roles, policy);
  return keys === undefined ? row : { ...row, roles: keys.join(';') };
}

/** Whether nobody of the row was noted before. */
function note(seen: Set<string>, { email = '', externalId = '' }: Listed['row']): boolean {
  const keys = [
    ...(email === '' ? [] : [`at:${email.toLowerCase()}`]),
    ...(externalId === '' ? [] : [`id:${externalId}`]),
  ];
  if (keys.some((key) => seen.has(key))) return false;
  keys.forEach((key) => seen.add(key));
  return true;
}
