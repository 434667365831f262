// How many providers and domains a workspace can have: the last one fits, one more is refused, and room is made by removing one.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { UseCaseContext } from '../context.ts';
import { run } from '../db/database.ts';
import type { SetUpStage } from '../testing/providers/set-up-stage.ts';
import { createSetUpStage, wish } from '../testing/providers/set-up-stage.ts';
import { isRefusal } from '../testing/refusal.ts';
import { addDomain, removeDomain } from './domains.ts';
import { readSignOn } from './read.ts';
import { createProvider, removeProvider } from './set-up.ts';

describe('what a workspace can have of single sign-on', () => {
  let stage: SetUpStage;
  let owner: UseCaseContext;
  before(async () => {
    stage = await createSetUpStage();
    owner = stage.world.asAccount(stage.owner);
  });
  after(() => stage.world.close());

  const fill = (statement: string) =>
    stage.world.database.write((sql) => run(sql, statement, [stage.world.workspaceId]));
  /** Of two that come at once for the last place, how many got it; each that did not is told `code`. */
  const fitting = async (
    code: 'too_many_providers' | 'too_many_domains',
    asked: readonly Promise<unknown>[],
  ) => {
    const settled = await Promise.allSettled(asked);
    const refused = settled.filter((one) => one.status === 'rejected');
    for (const { reason } of refused) assert.ok(isRefusal(code)(reason));
    return settled.length - refused.length;
  };

  it('fifty providers, also where two are set up at once, and another workspace has its own', async () => {
    await fill(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 49)
       INSERT INTO providers (id, workspace_id, name, config, admission, created_at) SELECT 'p' || i, ?, 'P', '{}', '{}', i FROM n`,
    );
    assert.equal(await fitting('too_many_providers', [stage.create(), stage.create()]), 1);
    const { providers } = await readSignOn(owner);
    assert.equal(providers.length, 50);
    const elsewhere = await stage.world.addWorkspace();
    await createProvider(stage.world.as({ kind: 'system' }, elsewhere), wish() as never);
    await assert.rejects(stage.create(), isRefusal('too_many_providers'));
    const { id: providerId, version } = providers[0]!;
    await removeProvider(owner, { providerId, version, idempotencyKey: randomUUID() });
    await stage.create();
  });

  it('two hundred domains, likewise, and one that is there already is told so', async () => {
    await fill(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 199)
       INSERT INTO domains (workspace_id, domain, created_at) SELECT ?, 'd' || i || '.test', 0 FROM n`,
    );
    const add = (domain: string) => addDomain(owner, { domain, idempotencyKey: randomUUID() });
    assert.equal(await fitting('too_many_domains', [add('one.test'), add('two.test')]), 1);
    assert.equal((await readSignOn(owner)).domains.length, 200);
    await assert.rejects(add('d1.test'), isRefusal('already_exists'));
    await removeDomain(owner, { domain: 'd1.test', idempotencyKey: randomUUID() });
    await add('three.test');
  });
});
