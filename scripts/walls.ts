// The walls between the rooms: who may import what. ARCHITECTURE.md says it in words. Pure: sources in, complaints out.
import { posix } from 'node:path';
import { parseSync } from 'vite';

interface Wall {
  /** The files it stands around; the first wall that fits a file counts. */
  around: RegExp;
  /** What they may import. Files by their path from the root, packages by their name, Node's own as `node:…`. */
  may: RegExp[];
  /** What they may import beyond that, types only. */
  mayType?: RegExp[];
  /** What they may not import all the same. */
  never?: RegExp[];
}

const NODE = /^node:/;
const SHARED = /^shared\/(?!contract\/)/;
const CONTRACT = /^shared\/contract\//;
const ANYTHING = /(?:)/;
const SERVER_CORE = /^server\/(write|authorize|context|options|refusals)\.ts$/;
const SERVER_ROOM = /^server\/(?!db\/|http\/|trpc\/|cli\/|testing\/)\w[\w-]*\/(?!.*router\.ts$)/;
/** The rooms of the widget that keep out of each other. A person, files, reviews and a database are made of parts of several, and stand in some. */
const WIDGET_ROOM =
  /^widget\/(members|invitations|permissions|roles|resources|workspaces|audit|settings|account|sign-in)\//;
/** The ready policies. The engine and the widget read what a policy says and know none by its name. */
const PRESETS = /^shared\/presets\//;
/** Where a policy is chosen, and the policies themselves. */
const CHOOSES_POLICY =
  /^server\/(index|environment)\.ts$|^shared\/(presets|policy\/truth)\/|^(demo|bench|scripts)\//;
/** Asking a policy for its name, in code. */
const ASKS_NAME =
  /(?<!typeof )\bpolicy\??\.key\s*[!=]==?|[!=]==?\s*\w*\.?policy\??\.key\b|\bswitch \(\w*\.?policy\??\.key\)/;
/** A sheet of styles, and what in one holds for one direction of writing only. */
const SHEET = /css`[^`]*`/g;
const ONE_WAY =
  /(?<=[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|left|right|float)\s*:[^;}]*|(?<=[\s;{])text-align:\s*(?:left|right)|\bborder-(?:top|bottom)-(?:left|right)-radius\b/g;
/** What is said again for the other direction may be said for one. */
const OTHER_WAY = /:dir\(rtl\)/;
const TESTING = /\.test\.ts$|\/testing\//;

const WALLS: Wall[] = [
  { around: TESTING, may: [ANYTHING] },

  { around: CONTRACT, may: [/^shared\//, /^zod$/] },
  { around: /^shared\//, may: [SHARED] },

  {
    around: /^server\/(index|main|app|environment)\.ts$|^server\/cli\//,
    may: [/^(server|shared)\//, NODE, /^@?hono\b/, /^@trpc\/server\b/],
  },
  { around: /^server\/ordered-id\.ts$/, may: [NODE] },
  {
    around: /^server\/options\.ts$/,
    may: [SHARED, /^zod$/],
    mayType: [/^server\/row-security\/options\.ts$/],
  },
  {
    around: /^server\/db\//,
    may: [/^server\/db\//, SHARED, NODE, /^@libsql\/client(?:\/sqlite3)?$/, /^libsql$/, /^drizzle-orm\b/],
  },
  {
    around: /^server\/trpc\/|^server\/.*router\.ts$/,
    may: [/^server\/(trpc\/|.*router\.ts$)/, SERVER_ROOM, /^shared\//, /^@trpc\/server\b/],
    mayType: [SERVER_CORE],
  },
  {
    around: /^server\/http\//,
    may: [/^server\/http\//, SERVER_ROOM, SERVER_CORE, /^shared\//, NODE, /^hono\b/],
  },
  { around: SERVER_CORE, may: [SERVER_CORE, SERVER_ROOM, /^server\/db\//, SHARED, NODE] },
  {
    around: /^server\/mail\//,
    may: [SERVER_ROOM, SHARED, NODE, /^server\/db\//, /^nodemailer$/],
    mayType: [SERVER_CORE],
  },
  {
    around: /^server\/sessions\//,
    may: [SERVER_ROOM, SERVER_CORE, SHARED, NODE, /^server\/db\//, /^lucia$/, /^jose$/],
    mayType: [CONTRACT],
  },
  {
    around: /^server\/providers\//,
    may: [
      SERVER_ROOM,
      SERVER_CORE,
      SHARED,
      NODE,
      /^server\/db\//,
      /^openid-client$/,
      /^@node-saml\/node-saml$/,
    ],
    mayType: [CONTRACT],
  },
  {
    around: /^server\/passwords\//,
    may: [SERVER_ROOM, SHARED, NODE, /^@node-rs\/argon2$/, /^@zxcvbn-ts\/language-common$/],
    mayType: [SERVER_CORE],
  },
  {
    around: /^server\/drizzle\//,
    may: [SHARED, /^drizzle-orm$/],
    mayType: [/^server\/index\.ts$/],
  },
  {
    around: SERVER_ROOM,
    may: [SERVER_ROOM, SERVER_CORE, SHARED, NODE, /^server\/db\/(database|breathe)\.ts$/],
    mayType: [CONTRACT],
  },

  {
    around: /^widget\/client\//,
    may: [/^widget\/(client\/|(failure|new-key)\.ts$)/, SHARED, /^@trpc\/client\b/],
    mayType: [/^widget\//, CONTRACT, /^@trpc\/server\b/, /^server\/trpc\/router\.ts$/],
  },
  {
    around: /^widget\/react\//,
    may: [/^widget\/(react\/|(register|register-entry|user-admin|user-admin-sign-in)\.ts$)/, /^react$/],
    mayType: [/^widget\/index\.ts$/],
  },
  { around: /^widget\/[\w-]+\.ts$/, may: [/^widget\//, SHARED, /^lit\b/], mayType: [CONTRACT] },
  {
    around: /^widget\//,
    may: [/^widget\//, SHARED, /^lit\b/],
    never: [/^widget\/(client\/|user-admin\.ts|define\.ts|index\.ts)/],
    mayType: [CONTRACT, /^widget\/client\/api\.ts$/],
  },

  { around: /^demo\/page\//, may: [/^demo\//], mayType: [/^widget\/index\.ts$/] },
  {
    around: /^demo\//,
    may: [/^demo\//, /^server\/index\.ts$/, NODE, /^[@\w][\w-]*(\/[\w.-]+)*$/],
    never: [/^(shared|widget)\/|^server\/(?!index\.ts$)/],
  },
  { around: /^(scripts|bench)\/|^[\w.-]+\.ts$/, may: [ANYTHING] },
];

interface Import {
  target: string;
  isType: boolean;
}

/** What `sources`, texts by their path from the root, import against the walls: one sentence each. */
export function findBreaches(sources: ReadonlyMap<string, string>): string[] {
  const graph = new Map([...sources].map(([file, text]) => [file, importsOf(file, text)]));
  const speaksSql = (file: string): boolean =>
    SERVER_ROOM.test(file) &&
    (graph.get(file) ?? []).some(({ target, isType }) => !isType && target === 'server/db/database.ts');
  const breaches: string[] = [];
  for (const [file, imports] of graph) {
    const wall = WALLS.find(({ around }) => around.test(file));
    if (wall === undefined) {
      breaches.push(`${file} stands in no room: scripts/walls.ts knows no wall for it`);
      continue;
    }
    for (const { target, isType } of imports) {
      const why = complaint(file, wall, target, isType, speaksSql);
      if (why !== undefined) breaches.push(`${file} imports ${target}: ${why}`);
    }
    if (!TESTING.test(file) && ASKS_NAME.test(sources.get(file)!))
      breaches.push(`${file} asks for the name of a policy: ask for what it says instead`);
    for (const [sheet] of TESTING.test(file) ? [] : sources.get(file)!.matchAll(SHEET))
      for (const [way] of OTHER_WAY.test(sheet) ? [] : sheet.matchAll(ONE_WAY))
        breaches.push(
          `${file} says “${way.trim()}”: say it for both directions of writing, as in margin-inline-start`,
        );
  }
  return breaches;
}

function complaint(
  file: string,
  wall: Wall,
  target: string,
  isType: boolean,
  speaksSql: (file: string) => boolean,
): string | undefined {
  const fits = (patterns: RegExp[] = []): boolean => patterns.some((pattern) => pattern.test(target));
  if (isType && fits(wall.mayType)) return undefined;
  if (!fits(wall.may) || fits(wall.never))
    return fits(wall.mayType) ? 'only its types may enter here' : 'that is beyond the wall';
  if (TESTING.test(target) && !TESTING.test(file) && !/^(bench|scripts)\//.test(file))
    return 'what is for tests stays in tests';
  if (PRESETS.test(target) && !CHOOSES_POLICY.test(file) && !TESTING.test(file))
    return 'a policy is data that is handed over, and nothing here knows one by its name';
  if (isType) return undefined;
  if (file.endsWith('router.ts') && speaksSql(target))
    return 'a router calls a use-case, and that one speaks SQL';
  if (speaksSql(file) && SERVER_CORE.test(target)) return 'what speaks SQL knows no rule';
  const [room, other] = [WIDGET_ROOM.exec(file)?.[1], WIDGET_ROOM.exec(target)?.[1]];
  if (room !== undefined && other !== undefined && room !== other)
    return 'one room keeps out of another’s insides';
  return undefined;
}

function importsOf(file: string, text: string): Import[] {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const resolve = (name: string): string =>
    name.startsWith('.') ? posix.join(posix.dirname(file), name) : name;
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    target: resolve(moduleRequest.value),
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ target: resolve(moduleRequest.value), isType }] : [],
    ),
  );
  const lazy = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const literal = /^['"](.*)['"]$/.exec(text.slice(start, end))?.[1];
    return literal === undefined ? [] : [{ target: resolve(literal), isType: false }];
  });
  return [...imports, ...passedOn, ...lazy];
}
