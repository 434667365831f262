// The policy of docs/policies.md, taken from the page and used.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ENGINE_CAPABILITIES } from '../shared/policy/policy.ts';
import type { Policy } from '../shared/policy/policy.ts';
import { createUserAdmin, definePolicy, PolicyError } from './index.ts';

const PAGE = await readFile(join(import.meta.dirname, '../docs/policies.md'), 'utf8');

describe('the page about policies', () => {
  let folder: string;
  let shop: Policy;

  before(async () => {
    // Beside this file, because the recipe imports the package by its name.
    folder = await mkdtemp(join(import.meta.dirname, '.policy-recipe-'));
    const [, source] = /^```js\n\/\/ shop-policy\.mjs\n([^]*?)^```$/m.exec(PAGE)!;
    const file = join(folder, 'shop-policy.mjs');
    await writeFile(
      file,
      source!.replaceAll("'user-admin/server'", `'${join(import.meta.dirname, 'index.ts')}'`),
    );
    ({ shop } = (await import(file)) as { shop: Policy });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('makes a policy out of a ready one that a deployment runs on', async () => {
    assert.deepEqual(
      shop.resources.map(({ key, actions }) => [key, actions.map((action) => action.key)]),
      [['catalogue', ['read', 'publish']]],
    );
    const userAdmin = await createUserAdmin({
      policy: shop,
      database: { url: `file:${join(folder, 'shop.db')}` },
      baseUrl: 'http://localhost/people',
      secret: 'a secret for tests only, long enough',
    });
    await userAdmin.close();
  });

  it('names every capability that the engine asks for', () => {
    const named = new Set([...PAGE.matchAll(/^\| `([a-z]+\.[a-z]+)` \|/gm)].map(([, key]) => key));
    assert.deepEqual(
      ENGINE_CAPABILITIES.filter((key) => !named.has(key)),
      [],
    );
    assert.match(PAGE, /The engine asks for these thirteen/);
    assert.equal(ENGINE_CAPABILITIES.length, 13);
  });

  it('shows the words in which a policy that cannot work is refused', () => {
    const [owner, admin, staff, ...others] = shop.roles;
    const broken = {
      ...shop,
      roles: [owner, { ...admin, gives: ['owner'] }, { ...staff, rank: admin!.rank }, ...others],
      guard: ['boss'],
      capabilities: shop.capabilities.filter(({ key }) => key !== 'audit.view'),
    };
    const shown = /^```\n(The policy "shop" cannot work:\n[^]*?)```$/m.exec(PAGE)![1]!.trim().split('\n');
    try {
      definePolicy(broken as Policy);
      assert.fail('it was taken');
    } catch (error) {
      assert.ok(error instanceof PolicyError);
      for (const line of shown.slice(1))
        assert.ok(error.message.includes(line), `${line}\n\n${error.message}`);
    }
  });
});
