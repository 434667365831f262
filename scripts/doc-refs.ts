// Finds what a document names: paths and commands. Pure: no files.

/** What a document may name. */
export interface Known {
  /** Whether a path, seen from the root or from the document, is there. */
  exists: (path: string) => boolean;
  /** The names in `scripts` of package.json. */
  scripts: readonly string[];
  /** The commands of the product's own command line. */
  commands: readonly string[];
}

/** A name that leads nowhere. */
export interface DeadReference {
  line: number;
  what: string;
}

/** Commands of npm itself that run a script of the same name. */
const SHORTHAND = ['test', 'start', 'stop', 'restart'];
/** Folders that are made by a command and not kept. */
const MADE = /^(\.\/)?(dist|node_modules|coverage|\.demo|\.bench)(\/|$)/;
/** How a path looks between backticks: folders and a last piece, a known ending, or a slash at the end. */
const PATH = /^\.{0,2}[\w.@/-]*(\/|\.(ts|js|mjs|json|md|html|css|sql|png|svg|yml|sh))$/;

/** The references in the Markdown `text` that lead nowhere, with their lines counted from 1. */
export function findDeadReferences(text: string, known: Known): DeadReference[] {
  return text.split('\n').flatMap((line, index) => {
    const dead = [
      ...pathsIn(line).filter((path) => !MADE.test(path) && !known.exists(path)),
      ...commandsIn(line, known.scripts),
      ...ownCommandsIn(line).filter((name) => !known.commands.includes(name.split(' ')[1]!)),
    ];
    return dead.map((what) => ({ line: index + 1, what }));
  });
}

function pathsIn(line: string): string[] {
  const links = [...line.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!.replace(/#.*$/, ''));
  const quoted = [...line.matchAll(/`([^`]+)`/g)]
    .map(([, code]) => code!)
    .filter((code) => PATH.test(code) && code.includes('/'));
  return [...links.filter((target) => target !== '' && !/^[a-z]+:/.test(target)), ...quoted];
}

function commandsIn(line: string, scripts: readonly string[]): string[] {
  const run = [...line.matchAll(/\bnpm run (?:-+\w+ )*([\w:-]+)/g)].map(([, name]) => name!);
  const short = [...line.matchAll(/\bnpm (\w+)/g)]
    .map(([, name]) => name!)
    .filter((name) => SHORTHAND.includes(name));
  return [...run, ...short].filter((name) => !scripts.includes(name)).map((name) => `npm run ${name}`);
}

/** What a reader is told to type, by the name of the product or by its file. */
function ownCommandsIn(line: string): string[] {
  const told = line.matchAll(/(?:\bnpx user-admin|\/cli\.js"?,?) "?([a-z][\w-]*)/g);
  return [...told].map(([, name]) => `user-admin ${name}`);
}
