// What an entry of the trail says of the things that somebody was given and of those taken away, in words. Text only.
import { auditStrings as strings } from '../i18n/audit-strings.ts';
import type { Rights } from '../rights.ts';
import type { FactWords } from './entry-facts.ts';

type Said = Readonly<Record<string, unknown>>;

/** What was given, what was taken away, and of what is neither, what may be done with it now: hundreds that stayed say nothing. */
export function resourceFacts(then: Said, now: Said, { policy }: Rights): FactWords[] {
  const [had, has] = [heldIn(then['resources']), heldIn(now['resources'])];
  const kind = policy.resources.find(({ key }) => key === (now['kind'] ?? then['kind']));
  const name = (key: string) => nameOf(key, now['names']);
  const actions = (keys: readonly string[]) =>
    strings.and(keys.map((key) => kind?.actions.find((action) => action.key === key)?.name ?? key));
  const whole = ([key, held]: Held) =>
    held.length === 0 || held.length === kind?.actions.length
      ? name(key)
      : strings.pair(name(key), actions(held));
  const given = [...has].filter(([key]) => !had.has(key)).map(whole);
  const taken = [...had].filter(([key]) => !has.has(key)).map(whole);
  const other = [...has].flatMap(([key, held]): FactWords[] => {
    const before = had.get(key);
    if (before === undefined || before.join() === held.join()) return [];
    return [{ label: name(key), before: actions(before), after: actions(held) }];
  });
  return [
    ...(given.length === 0 ? [] : [{ label: strings.given, before: '', after: strings.and(given) }]),
    ...(taken.length === 0 ? [] : [{ label: strings.taken, before: strings.and(taken), after: '' }]),
    ...other,
  ];
}

type Held = readonly [key: string, actions: readonly string[]];

/** The keys of what is held, each with its actions; with none where its kind has but one. */
function heldIn(resources: unknown): ReadonlyMap<string, readonly string[]> {
  if (Array.isArray(resources)) return new Map(resources.map((key): Held => [String(key), []]));
  return new Map(Object.entries((resources ?? {}) as Readonly<Record<string, readonly string[]>>));
}

/** What people called it when it was given or taken; its key in entries that do not say it. */
export function nameOf(key: string, names: unknown): string {
  const known = (names ?? {}) as Readonly<Record<string, string>>;
  return Object.hasOwn(known, key) ? known[key]! : key;
}
