// Which packages the built files ask for, scripts and types alike: what a user has to have installed.
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

/** What names another module in a built file: `from '…'`, `import '…'`, `import('…')`, `require('…')` at the beginning of a line or a value. */
const NAMED = [
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"\n]+)['"]/gm,
  /^\s*import\s*['"]([^'"\n]+)['"]/gm,
  /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g,
  /\b__require\(\s*['"]([^'"\n]+)['"]\s*\)/g,
  /^\/\/\/ <reference types="([^"]+)"/gm,
];

/** The names of the packages, each with the first file that asks for it. */
export async function importedPackages(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const file of globSync('**/*.{js,d.ts}', { cwd: folder }).sort()) {
    const text = await readFile(join(folder, file), 'utf8');
    for (const name of NAMED.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name!))) {
      if (!/^[@a-z]/.test(name) || isBuiltin(name) || name.startsWith('node:')) continue;
      const [first, second] = name.split('/');
      const owner = first!.startsWith('@') ? `${first}/${second}` : first!;
      if (!found.has(owner)) found.set(owner, file);
    }
  }
  return found;
}
