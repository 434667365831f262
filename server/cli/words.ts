// The words behind a command: its flags, and the file that it is about.
import { parseArgs } from 'node:util';
import { UsageError } from './complaint.ts';

/** The words of a command by name. @throws {TypeError} for a word that it does not know. */
export function wordsOf(
  args: string[],
  names: readonly string[],
): Readonly<Record<string, string | undefined>> {
  const { values } = parseArgs({
    args: joined(args, names),
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  });
  return values as Record<string, string>;
}

/** The words of a command that is about one file, with flags that say yes. @throws {UsageError} where no file is named, or several. */
export function wordsAndFileOf(
  args: string[],
  names: readonly string[],
  flags: readonly string[],
): {
  readonly words: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
  readonly file: string;
} {
  const { values, positionals } = parseArgs({
    args: joined(args, names),
    allowPositionals: true,
    options: {
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('one file is needed');
  const given = values as Record<string, string | boolean>;
  return {
    words: Object.fromEntries(names.map((name) => [name, given[name] as string | undefined])),
    flags: new Set(flags.filter((name) => given[name] === true)),
    file,
  };
}

/** The word `name`. @throws {UsageError} where it was not said. */
export function needed(words: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = words[name];
  if (value === undefined || value === '') throw new UsageError(`--${name} is needed`);
  return value;
}

/** The arguments with each flag joined to a value that begins with a dash, as an id may, or it would be taken for a flag itself. */
function joined(args: readonly string[], names: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const [arg, next = ''] = [args[at]!, args[at + 1]];
    const isNamed = names.some((name) => arg === `--${name}`);
    if (isNamed && /^-[^-]/.test(next)) {
      result.push(`${arg}=${next}`);
      at += 1;
    } else result.push(arg);
  }
  return result;
}
