// The recipes of docs/check.md, taken from the page and run over HTTP by whatever interpreters this machine has.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { ServerType } from '@hono/node-server';
import { serve } from '@hono/node-server';
import type { UserAdmin } from '../index.ts';
import { createUserAdmin, tables } from '../index.ts';

const PAGE = await readFile(join(import.meta.dirname, '../../docs/check.md'), 'utf8');

type Command = readonly [string, ...string[]];
/** How to find out whether a language is here, and how to run a file of it. */
const LANGUAGES: Readonly<Record<string, { readonly probe: Command; readonly run: Command }>> = {
  js: { probe: [process.execPath, '--version'], run: [process.execPath] },
  python: { probe: ['python3', '--version'], run: ['python3'] },
  php: { probe: ['php', '--version'], run: ['php'] },
  ruby: { probe: ['ruby', '--version'], run: ['ruby'] },
  go: { probe: ['go', 'version'], run: ['go', 'run'] },
  sh: { probe: ['curl', '--version'], run: ['sh'] },
};

const recipes = [...PAGE.matchAll(/^```(\w+)\n((?:<\?php )?(?:\/\/|#) (may\.\w+)\n[^]*?)^```$/gm)].map(
  ([, language, source, file]) => ({ language: language!, source: source!, file: file! }),
);

describe('the recipes for a question', () => {
  let folder: string;
  let server: ServerType;
  let userAdmin: UserAdmin;
  let env: NodeJS.ProcessEnv;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
    server = serve({ fetch: (request) => userAdmin.fetch(request), port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/people`;
    userAdmin = await createUserAdmin({
      policy: tables,
      database: { url: `file:${join(folder, 'people.db')}` },
      baseUrl,
      secret: 'a secret for tests only, long enough',
    });
    const operator = userAdmin.caller(null).workspaces;
    const key = await operator.createHostKey({ name: 'Host', idempotencyKey: randomUUID() });
    await operator.create({
      name: 'Acme',
      workspaceId: 'acme-project',
      hostKeyId: key.id,
      owner: { email: 'ann@acme.example', subject: 'person-1001' },
      idempotencyKey: randomUUID(),
    });
    env = {
      ...process.env,
      USER_ADMIN_URL: baseUrl,
      USER_ADMIN_KEY_ID: key.id,
      USER_ADMIN_KEY_SECRET: key.secret,
    };
  });
  after(async () => {
    server.close();
    await userAdmin.close();
    await rm(folder, { recursive: true, force: true });
  });

  const answerOf = async ([command, ...args]: Command, file: string): Promise<string> =>
    (await promisify(execFile)(command, [...args, join(folder, file)], { env })).stdout.trim();

  it('are there for every language that the page names', () => {
    assert.deepEqual(recipes.map(({ language }) => language).toSorted(), Object.keys(LANGUAGES).toSorted());
  });

  for (const { language, source, file } of recipes) {
    const { probe, run } = LANGUAGES[language]!;
    if (!isHere(probe)) continue;
    it(`in ${language} are told no while there is nothing to read, and yes as soon as there is`, async () => {
      await writeFile(join(folder, file), source);
      const { resources } = userAdmin.caller('acme-project');
      assert.equal(await answerOf(run, file), 'false');
      const registered = await resources.register({
        kind: 'table',
        resources: [{ key: 'orders', name: 'Orders' }],
        idempotencyKey: randomUUID(),
      });
      assert.equal(await answerOf(run, file), 'true');
      await resources.remove({ resourceId: registered.resources[0]!.id, idempotencyKey: randomUUID() });
    });
  }
});

function isHere([command, ...args]: Command): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    // Not on this machine; the page says by which versions each was run.
    return false;
  }
}
