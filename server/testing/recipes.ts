// The recipes of a document: whole programs in several languages, taken from the page and run by whatever interpreters this machine has.
import { execFile, execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

type Command = readonly [string, ...string[]];

/** How to find out whether a language is here, and how to run a file of it. */
const LANGUAGES: Readonly<Record<string, { readonly probe: Command; readonly run: Command }>> = {
  js: { probe: [process.execPath, '--version'], run: [process.execPath] },
  python: { probe: ['python3', '--version'], run: ['python3'] },
  php: { probe: ['php', '--version'], run: ['php'] },
  ruby: { probe: ['ruby', '--version'], run: ['ruby'] },
  go: { probe: ['go', 'version'], run: ['go', 'run'] },
  sh: { probe: ['sh', '-c', 'openssl version && curl --version'], run: ['sh'] },
};

/** What every page with recipes has to have, in the order of the alphabet. */
export const RECIPE_LANGUAGES: readonly string[] = Object.keys(LANGUAGES).toSorted();

/** A program of a page. */
export interface Recipe {
  readonly language: string;
  /** Whether this machine can run it; the page says by which versions each was run. */
  readonly isHere: boolean;
  /** Puts it into `folder`, runs it there, and gives what it printed. */
  run(folder: string, env: NodeJS.ProcessEnv): Promise<string>;
}

/** The programs of `page` whose first line names a file that `names` fits. */
export function recipesIn(page: string, names: RegExp): Recipe[] {
  const blocks = page.matchAll(/^```(\w+)\n((?:<\?php )?(?:\/\/|#) (\S+)\n[^]*?)^```$/gm);
  return [...blocks].flatMap(([, language, source, file]) => {
    const known = LANGUAGES[language!];
    if (known === undefined || !names.test(file!)) return [];
    const [command, ...args] = known.run;
    return {
      language: language!,
      isHere: answers(known.probe),
      run: async (folder, env) => {
        const path = join(folder, file!);
        await writeFile(path, source!);
        const { stdout } = await promisify(execFile)(command, [...args, path], { cwd: folder, env });
        return stdout.trim();
      },
    };
  });
}

function answers([command, ...args]: Command): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    // It is not on this machine.
    return false;
  }
}
