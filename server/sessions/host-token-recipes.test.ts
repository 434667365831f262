// The recipes of docs/host-tokens.md, taken from the page and run by whatever interpreters this machine has.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { UserAdmin } from '../index.ts';
import { createUserAdmin, tables } from '../index.ts';

const BASE_URL = 'http://localhost:8787/people';
const PAGE = await readFile(join(import.meta.dirname, '../../docs/host-tokens.md'), 'utf8');

/** How to find out whether a language is here, and how to run a file of it. */
const LANGUAGES: Readonly<
  Record<
    string,
    { readonly probe: readonly [string, ...string[]]; readonly run: readonly [string, ...string[]] }
  >
> = {
  js: { probe: [process.execPath, '--version'], run: [process.execPath] },
  python: { probe: ['python3', '--version'], run: ['python3'] },
  php: { probe: ['php', '--version'], run: ['php'] },
  ruby: { probe: ['ruby', '--version'], run: ['ruby'] },
  go: { probe: ['go', 'version'], run: ['go', 'run'] },
  sh: { probe: ['openssl', 'version'], run: ['sh'] },
};

const recipes = [
  ...PAGE.matchAll(/^```(\w+)\n((?:<\?php )?(?:\/\/|#) (host[-_]token\.\w+)\n[^]*?)^```$/gm),
].map(([, language, source, file]) => ({
  language: language!,
  source: source!,
  file: file!,
}));

let folder: string;
let userAdmin: UserAdmin;
let env: NodeJS.ProcessEnv;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
  userAdmin = await createUserAdmin({
    policy: tables,
    database: { url: `file:${join(folder, 'people.db')}` },
    baseUrl: BASE_URL,
    secret: 'a secret for tests only, long enough',
  });
  const operator = userAdmin.caller(null).workspaces;
  const key = await operator.createHostKey({ name: 'Host', idempotencyKey: randomUUID() });
  await operator.create({
    name: 'Acme',
    workspaceId: 'acme-project',
    hostKeyId: key.id,
    owner: { email: 'ann@acme.example' },
    idempotencyKey: randomUUID(),
  });
  env = {
    ...process.env,
    USER_ADMIN_URL: BASE_URL,
    USER_ADMIN_KEY_ID: key.id,
    USER_ADMIN_KEY_SECRET: key.secret,
  };
});
after(async () => {
  await userAdmin.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the recipes for a host token', () => {
  it('are there for every language that the page names', () => {
    assert.deepEqual(recipes.map(({ language }) => language).toSorted(), Object.keys(LANGUAGES).toSorted());
  });

  for (const { language, source, file } of recipes) {
    const { probe, run } = LANGUAGES[language]!;
    if (!answers(probe)) continue;
    it(`in ${language} makes one that is taken for the person it names`, async () => {
      const path = join(folder, file);
      await writeFile(path, source);
      const { stdout } = await promisify(execFile)(run[0], [...run.slice(1), path], { env });
      const response = await userAdmin.fetch(
        new Request(`${BASE_URL}/trpc/viewer.get`, { headers: { Authorization: `Bearer ${stdout.trim()}` } }),
      );
      const { result } = (await response.json()) as {
        result?: { data: { email: string; actor: { roles: string[] } } };
      };
      assert.equal(result?.data.email, 'ann@acme.example');
      assert.deepEqual(result.data.actor.roles, ['owner']);
    });
  }
});

function answers([command, ...args]: readonly [string, ...string[]]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    // Not on this machine; the page says by which versions each was run.
    return false;
  }
}
