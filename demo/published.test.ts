// What is published works for who installs it: on the oldest Node we promise, and under the compiler's eyes.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const run = promisify(execFile);

/** The Node of the machine, which is not the newer one that this repository brings along. */
const plainNode = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .find((path) => existsSync(path));

const USES_TYPES = `
import 'user-admin/define';
import type { UserAdminElement } from 'user-admin';
import { createUserAdmin, tables } from 'user-admin/server';

const element = document.createElement('user-admin') as UserAdminElement;
element.token = () => Promise.resolve('a token');
// @ts-expect-error a number is no token
element.token = 5;
// @ts-expect-error an option that does not exist
createUserAdmin({ policy: tables, nonsense: true });
`;

const USES_SERVER = `
import { createUserAdmin, tables } from 'user-admin/server';
const admin = await createUserAdmin({
  database: { url: 'file:people.db' }, policy: tables, baseUrl: 'http://localhost:1', secret: 'x'.repeat(48),
});
const answer = await admin.fetch(new Request('http://localhost:1/health'));
console.log(answer.status);
await admin.close();
`;

describe('the published package', () => {
  let host = '';

  before(async () => {
    host = await mkdtemp(join(tmpdir(), 'user-admin-host-'));
    await mkdir(join(host, 'node_modules'));
    await symlink(ROOT, join(host, 'node_modules/user-admin'));
    await writeFile(join(host, 'package.json'), '{ "type": "module" }');
    await writeFile(join(host, 'types.ts'), USES_TYPES);
    await writeFile(join(host, 'server.js'), USES_SERVER);
  });
  after(() => rm(host, { recursive: true }));

  it('has every file that its manifest promises', async () => {
    const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
      exports: object;
      bin: object;
    };
    const promised = JSON.stringify([manifest.exports, manifest.bin]).match(/\.\/dist\/[^"*]+/g)!;
    assert.ok(promised.length > 6);
    assert.deepEqual(
      promised.filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
  });

  it('carries the build and nothing of the sources', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      maxBuffer: 16e6,
    });
    const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    assert.deepEqual(
      files
        .map(({ path }) => path)
        .filter((path) => !/^(dist\/|package\.json$|README\.md$|LICENSE)/.test(path)),
      [],
    );
    assert.ok(files.some(({ path }) => path.startsWith('dist/server/migrations/')));
  });

  for (const [resolution, module] of [
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ] as const) {
    it(`has types that a host compiles against, with ${resolution}`, async () => {
      const options = [
        '--ignoreConfig',
        '--noEmit',
        '--strict',
        '--skipLibCheck',
        '--target',
        'es2022',
        '--lib',
        'es2024,dom',
        '--types',
        '',
      ];
      await run(
        join(ROOT, 'node_modules/.bin/tsc'),
        [...options, '--module', module, '--moduleResolution', resolution, 'types.ts'],
        { cwd: host },
      );
    });
  }

  it(
    'has a server that runs on the Node of the machine',
    { skip: plainNode === undefined && 'no other Node on this machine' },
    async () => {
      assert.equal((await run(plainNode!, ['server.js'], { cwd: host })).stdout.trim(), '200');
    },
  );

  it('has a command line', async () => {
    assert.match(
      (await run(process.execPath, [join(ROOT, 'dist/server/cli.js')])).stdout,
      /user-admin <command>/,
    );
  });
});
