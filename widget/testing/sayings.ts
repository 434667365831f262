// Everything that tables of sentences say, in English and in another language, said with the same arguments. For tests.

/** A sentence in both languages, without what goes into it. */
export interface Saying {
  /** Where it stands, such as `strings.people(3)`. */
  readonly path: string;
  readonly text: string;
  /** The other language's; '' where it has none. */
  readonly hers: string;
  readonly isSaid: boolean;
  /** What goes into the English sentence and not into the other one. */
  readonly lost: readonly string[];
}

/** What goes into sentences, so that it can be taken out again. */
const NAMES = ['Aa0', 'Bb0', 'Cc0', 'Dd0'];
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 100, 1234];
const LISTS = new Set(['roles', 'providers', 'needed']);

/** Facts of any kind: lists where there are several, numbers where there is one to count. */
const FACTS = new Proxy(
  {},
  {
    get: (_none, name) => {
      if (typeof name === 'symbol') return undefined;
      if (LISTS.has(name)) return ['Aa0', 'Bb0'];
      return /(?:at|count|total|since)$/i.test(name) ? 3 : 'Cc0';
    },
  },
);
const TONGUE = {
  ago: () => 'Aa0',
  moment: () => 'Bb0',
  roles: (keys: readonly string[]) => keys.join(' '),
  things: () => 'Dd0',
  reason: () => 'Aa0',
  hasEmailChange: true,
  hasSupport: true,
};
/** What an argument can be, by its place. */
const kindsAt = (at: number): readonly unknown[] => [
  3,
  NAMES[at],
  [NAMES[0], NAMES[1]],
  true,
  FACTS,
  TONGUE,
  'missing',
];

/** Everything that `english` says, with what `said` says instead. Functions of a module that are no table are left out. */
export function* sayings(english: object, said: object, path = ''): Generator<Saying> {
  for (const [key, held] of Object.entries(english)) {
    if (held === null || (path === '' && typeof held === 'function') || key === 'LANGUAGE_NAMES') continue;
    const other = (said as Record<string, unknown>)[key];
    yield* saying(held, other, path === '' ? key : `${path}.${key}`);
  }
}

function* saying(english: unknown, said: unknown, path: string): Generator<Saying> {
  if (typeof said !== typeof english)
    yield { path, text: String(english), hers: '', isSaid: false, lost: [] };
  else if (typeof english === 'string')
    yield {
      path,
      text: bare(english),
      hers: bare(String(said)),
      isSaid: true,
      lost: NAMES.filter((name) => isIn(name, english) && !isIn(name, String(said))),
    };
  else if (typeof english === 'function') yield* spoken(english as Say, said as Say, path);
  else if (typeof english === 'object' && english !== null) yield* sayings(english, said as object, path);
}

type Say = (...given: unknown[]) => unknown;

/** What a function says of each number, with arguments that English makes sense of. */
function* spoken(english: Say, said: Say, path: string): Generator<Saying> {
  const given = argumentsOf(english);
  if (given === undefined) throw new Error(`What ${path} is to be given is not known here`);
  const counts = given.includes(3) ? COUNTS : [3];
  for (const count of counts) {
    const these = given.map((one) => (one === 3 ? count : one));
    yield* saying(english(...these), said(...these), `${path}(${count})`);
  }
}

/** The first arguments with which a function says something whole. */
function argumentsOf(english: Say): readonly unknown[] | undefined {
  let given: unknown[][] = [[]];
  for (let at = 0; at < english.length; at++)
    given = given.flatMap((before) => kindsAt(at).map((kind) => [...before, kind]));
  return given.find((these) => {
    try {
      return !/undefined|NaN|\[object/.test(JSON.stringify(english(...these)) ?? 'undefined');
    } catch {
      return false;
    }
  });
}

const isIn = (name: string, text: string): boolean => text.toLowerCase().includes(name.toLowerCase());

/** A sentence without what was put into it: names and numbers. */
function bare(text: string): string {
  return text
    .replaceAll(/[abcd]\w0|true|missing/gi, '')
    .replaceAll(/[\d.,\u00a0\u202f٬]*\d/g, '')
    .trim();
}
