// The manifest that users get is made of what the built files ask for.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { finishTypes } from '../bundle/finish-types.ts';
import { writeIntegrity } from '../bundle/integrity.ts';
import { importedPackages } from './imports.ts';
import { publishedManifest } from './manifest.ts';

const MANIFEST = {
  name: 'user-admin',
  scripts: { test: 'x' },
  workspaces: ['demo'],
  dependencies: { lit: '3.3.3', jose: '6.0.0' },
  devDependencies: { vite: '8.0.0' },
  peerDependencies: { react: '^19.0.0' },
};

describe('the published manifest', () => {
  it('has no word about working here, and of the dependencies those that are asked for, or newer', () => {
    assert.deepEqual(
      publishedManifest(
        MANIFEST,
        new Map([
          ['lit', 'a.js'],
          ['react', 'b.js'],
        ]),
      ),
      {
        name: 'user-admin',
        dependencies: { lit: '^3.3.3' },
        peerDependencies: { react: '^19.0.0' },
      },
    );
  });

  it('is refused where a file asks for what is only there while working here', () => {
    assert.throws(
      () => publishedManifest(MANIFEST, new Map([['vite', 'server/index.js']])),
      /dist\/server\/index\.js imports vite, which is no dependency/,
    );
  });
});

describe('a folder of built files', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'user-admin-built-'));
    const files: Record<string, string> = {
      'a.js': `import { html } from "lit";\nimport 'side/effect.js';\nimport "node:fs";\nimport { join } from 'path';\nimport './b.js';\nconst later = () => import('@scope/name/deep');\n`,
      'door.d.ts': `import type { A } from './inside/a.ts';\nexport declare const a: A;\nexport declare const t: import("lit-html").TemplateResult;\n`,
      'inside/a.d.ts': `export type A = 1;\n`,
      'inside/nobody.d.ts': `import type { X } from 'secret';\nexport type N = X;\n`,
    };
    await mkdir(join(folder, 'inside'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  });
  after(() => rm(folder, { recursive: true }));

  it('keeps the declarations that a door leads to, under the names that they have there', async () => {
    await finishTypes(folder, ['door.d.ts']);
    assert.deepEqual(await readdir(join(folder, 'inside')), ['a.d.ts']);
    assert.equal(
      await readFile(join(folder, 'door.d.ts'), 'utf8'),
      `import type { A } from './inside/a.js';\nexport declare const a: A;\nexport declare const t: import("lit").TemplateResult;\n`,
    );
  });

  it('tells which packages it asks for, in whatever way', async () => {
    assert.deepEqual([...(await importedPackages(folder)).keys()].sort(), ['@scope/name', 'lit', 'side']);
  });

  it('is hashed in the form that a page checks by', async () => {
    await writeIntegrity(folder);
    const hashes = JSON.parse(await readFile(join(folder, 'integrity.json'), 'utf8')) as Record<
      string,
      string
    >;
    assert.deepEqual(Object.keys(hashes), ['a.js']);
    assert.match(hashes['a.js']!, /^sha384-[\w+/]{64}$/);
  });
});
