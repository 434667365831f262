// The recipes of docs/host-tokens.md, taken from the page and run by whatever interpreters this machine has.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { UserAdmin } from '../index.ts';
import { createUserAdmin, tables } from '../index.ts';
import { RECIPE_LANGUAGES, recipesIn } from '../testing/recipes.ts';

const BASE_URL = 'http://localhost:8787/people';
const PAGE = await readFile(join(import.meta.dirname, '../../docs/host-tokens.md'), 'utf8');

const recipes = recipesIn(PAGE, /^host[-_]token\.\w+$/);

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
    assert.deepEqual(recipes.map(({ language }) => language).toSorted(), RECIPE_LANGUAGES);
  });

  for (const { language, isHere, run } of recipes) {
    if (!isHere) continue;
    it(`in ${language} makes one that is taken for the person it names`, async () => {
      const token = await run(folder, env);
      const response = await userAdmin.fetch(
        new Request(`${BASE_URL}/trpc/viewer.get`, { headers: { Authorization: `Bearer ${token}` } }),
      );
      const { result } = (await response.json()) as {
        result?: { data: { email: string; actor: { roles: string[] } } };
      };
      assert.equal(result?.data.email, 'ann@acme.example');
      assert.deepEqual(result.data.actor.roles, ['owner']);
    });
  }
});
