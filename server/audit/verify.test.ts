// The trail on a real database: append-only, sealed, and the first entry that was tampered with named.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { run } from '../db/database.ts';
import { registerResources } from '../resources/register.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { entryHash } from './append.ts';
import type { SealedEntry } from './append.ts';
import { verifyAudit } from './verify.ts';

/** Enough for several statements of the walk. */
const ENTRIES = 2300;

describe('the trail', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
    for (let n = 0; n < ENTRIES; n += 460) {
      const resources = Array.from({ length: 460 }, (_, k) => ({ key: `t${n + k}`, name: `Table ${n + k}` }));
      await registerResources(world.asSystem(), { kind: 'table', resources, idempotencyKey: randomUUID() });
    }
  });
  after(() => world.close());
  const verdict = () => verifyAudit(world.database.read);

  /** What a thief with the file can do: take the triggers away, change something, put them back. Undone afterwards. */
  async function tampered(
    statements: [string, ...(string | number | null)[]][],
    then: () => Promise<void>,
  ): Promise<void> {
    const undo = new Error('undo');
    await assert.rejects(
      world.database.write(async (tx) => {
        for (const trigger of [
          'audit_no_update',
          'audit_no_delete',
          'audit_personal_only_blank',
          'audit_personal_no_delete',
        ])
          await run(tx, `DROP TRIGGER ${trigger}`);
        for (const [text, ...args] of statements) assert.equal(await run(tx, text, args), 1, text);
        inside = tx;
        await then();
        throw undo;
      }),
      undo,
    );
  }
  let inside: Parameters<typeof verifyAudit>[0];
  const breaks = async (seq: number, reason: string) =>
    assert.deepEqual(await verifyAudit(inside), { isWhole: false, seq, reason });

  it('is whole, and its head names the last entry', async () => {
    const found = await verdict();
    assert.ok(found.isWhole);
    assert.equal(found.head.seq, ENTRIES);
    assert.match(found.head.hash, /^[\w-]{43}$/);
  });

  it('is whole where nothing ever happened', async () => {
    const empty = await createWorld();
    assert.deepEqual(await verifyAudit(empty.database.read), {
      isWhole: true,
      head: { seq: 0, hash: 'user-admin' },
    });
    await empty.close();
  });

  it('SEC_L03 refuses every update and deletion by statement', async () => {
    const refused = [
      "UPDATE audit SET actor_id = 'x'",
      'DELETE FROM audit WHERE seq = 1',
      "UPDATE audit_personal SET data = '{}'",
      "UPDATE audit_personal SET salt = 'x', data = NULL",
      'DELETE FROM audit_personal WHERE seq = 1',
      'UPDATE audit_personal SET seq = seq + 10000, data = NULL',
    ];
    for (const text of refused)
      await assert.rejects(
        world.database.write((tx) => run(tx, text)),
        /append-only|can only be blanked/,
        text,
      );
    assert.ok((await verdict()).isWhole);
  });

  it('names the entry whose content was changed, whatever was changed', async () => {
    const columns = [
      'workspace_id',
      'at',
      'action',
      'actor_kind',
      'actor_id',
      'via',
      'target_kind',
      'target_id',
      'before',
      'after',
      'request_id',
      'personal_digest',
    ];
    for (const column of columns)
      await tampered([[`UPDATE audit SET ${column} = 17 WHERE seq = 1234`]], () => breaks(1234, 'altered'));
    await tampered([['UPDATE audit SET target_id = zeroblob(3) WHERE seq = 1234']], () =>
      breaks(1234, 'altered'),
    );
    await tampered([["UPDATE audit SET hash = 'x' WHERE seq = 2300"]], () => breaks(2300, 'altered'));
  });

  it('names the next entry where a changed one was sealed again', async () => {
    const row = (
      await world.database.read.execute(
        'SELECT seq, workspace_id, at, action, actor_kind, actor_id, via, target_kind, target_id, before, after, request_id, personal_digest FROM audit WHERE seq = 1000',
      )
    ).rows[0]!;
    const previous = (await world.database.read.execute('SELECT hash FROM audit WHERE seq = 999')).rows[0]![
      'hash'
    ] as string;
    const forged = Object.values({ ...row, actor_id: 'somebody-else' }) as unknown as SealedEntry;
    await tampered(
      [
        [
          'UPDATE audit SET actor_id = ?, hash = ? WHERE seq = 1000',
          'somebody-else',
          entryHash(previous, forged),
        ],
      ],
      () => breaks(1001, 'altered'),
    );
  });

  it("names the place of an entry that was taken away, also the first and the last of a statement's reach", async () => {
    for (const seq of [1, 1000, 1001, 1500])
      await tampered([['DELETE FROM audit WHERE seq = ?', seq]], () => breaks(seq, 'missing'));
  });

  it('names entries that were swapped', async () => {
    await tampered(
      [
        ['UPDATE audit SET seq = -1 WHERE seq = 5'],
        ['UPDATE audit SET seq = 5 WHERE seq = 6'],
        ['UPDATE audit SET seq = 6 WHERE seq = -1'],
      ],
      () => breaks(5, 'altered'),
    );
  });

  it('names personal values that were rewritten or taken away, but not those that were blanked (SEC_L10)', async () => {
    await tampered([['UPDATE audit_personal SET data = ? WHERE seq = 7', '{"actor":"Somebody Else"}']], () =>
      breaks(7, 'personal_altered'),
    );
    await tampered([['UPDATE audit_personal SET salt = ? WHERE seq = 7', 'x']], () =>
      breaks(7, 'personal_altered'),
    );
    await tampered([['DELETE FROM audit_personal WHERE seq = 7']], () => breaks(7, 'personal_missing'));
    await tampered([['UPDATE audit_personal SET data = NULL WHERE seq = 7']], async () =>
      assert.ok((await verifyAudit(inside)).isWhole),
    );
  });

  it('shows by its head that an end was cut off', async () => {
    const whole = await verdict();
    await tampered([['DELETE FROM audit WHERE seq = ?', ENTRIES]], async () => {
      const cut = await verifyAudit(inside);
      assert.ok(cut.isWhole && whole.isWhole && cut.head.seq < whole.head.seq);
    });
  });
});
