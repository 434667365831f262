// Sees that the documents tell the truth about names: each path, and each command, has to exist. Part of `npm run check`.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findDeadReferences } from './doc-refs.ts';

const ROOT = join(import.meta.dirname, '..');
process.chdir(ROOT);

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
// As it lists them itself.
const [, help] = /HELP = `([^`]+)`/.exec(readFileSync('server/cli/commands.ts', 'utf8'))!;
const commands = ['help', ...[...help!.matchAll(/^  ([a-z][a-z-]*) /gm)].map(([, name]) => name!)];
const documents = globSync(['*.md', 'docs/**/*.md', '.changeset/*.md']);

for (const document of documents) {
  const exists = (path: string): boolean =>
    [ROOT, join(ROOT, dirname(document))].some((from) => existsSync(join(from, path)));
  for (const { line, what } of findDeadReferences(readFileSync(document, 'utf8'), {
    exists,
    scripts: Object.keys(scripts),
    commands,
  })) {
    console.log(`${document}:${line} names ${what}, which does not exist`);
    process.exitCode = 1;
  }
}
