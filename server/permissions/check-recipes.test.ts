// The recipes of docs/check.md, taken from the page and run over HTTP by whatever interpreters this machine has.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { ServerType } from '@hono/node-server';
import { serve } from '@hono/node-server';
import type { UserAdmin } from '../index.ts';
import { createUserAdmin, tables } from '../index.ts';
import { RECIPE_LANGUAGES, recipesIn } from '../testing/recipes.ts';

const PAGE = await readFile(join(import.meta.dirname, '../../docs/check.md'), 'utf8');

const recipes = recipesIn(PAGE, /^may\.\w+$/);

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

  it('are there for every language that the page names', () => {
    assert.deepEqual(recipes.map(({ language }) => language).toSorted(), RECIPE_LANGUAGES);
  });

  for (const { language, isHere, run } of recipes) {
    if (!isHere) continue;
    it(`in ${language} are told no while there is nothing to read, and yes as soon as there is`, async () => {
      const { resources } = userAdmin.caller('acme-project');
      assert.equal(await run(folder, env), 'false');
      const registered = await resources.register({
        kind: 'table',
        resources: [{ key: 'orders', name: 'Orders' }],
        idempotencyKey: randomUUID(),
      });
      assert.equal(await run(folder, env), 'true');
      await resources.remove({ resourceId: registered.resources[0]!.id, idempotencyKey: randomUUID() });
    });
  }
});
