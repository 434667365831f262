// What remains to be done with declarations after the compiler: only what a door leads to is published, and it names files as they are there.
import { globSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

const INSIDE = /(\bfrom |\bimport |\bimport\()(['"])(\.[^'"]+)\.ts['"]/g;

/** Finishes the declarations in `folder`: those that no file of `doors`, paths within it, leads to are deleted. */
export async function finishTypes(folder: string, doors: readonly string[]): Promise<void> {
  const reached = new Set<string>();
  const waiting = [...doors];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const text = await readFile(join(folder, file), 'utf8');
    for (const [, , , name] of text.matchAll(INSIDE))
      waiting.push(`${posix.join(posix.dirname(file), name!)}.d.ts`);
    await writeFile(join(folder, file), finished(text));
  }
  const all = globSync('**/*.d.ts', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
  await Promise.all(all.filter((file) => !reached.has(file)).map((file) => rm(join(folder, file))));
}

function finished(text: string): string {
  return (
    text
      .replace(INSIDE, '$1$2$3.js$2')
      // The compiler names where a type stands and not where it is imported from; the package depends on `lit`.
      .replaceAll('import("lit-html")', 'import("lit")')
  );
}
