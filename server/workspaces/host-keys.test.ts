// Keys of hosts on a real database: shown once, stored never, ended for good.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { AppError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { HostKeyId } from '../../shared/ids.ts';
import { all } from '../db/database.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { createWorkspace } from './create.ts';
import { createHostKey, listHostKeys, revokeHostKey, rotateHostKey } from './host-keys.ts';
import { readWorkspace } from './read.ts';

const refusal = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;
const key = () => randomUUID();

describe('host keys', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());

  it('show the same secret again to a retry, and a new one after each rotation', async () => {
    const wish = { name: 'Shop', idempotencyKey: key() };
    const made = await createHostKey(world.asSystem(), wish);
    assert.deepEqual(await createHostKey(world.asSystem(), wish), made);
    assert.match(made.secret, /^[\w-]{43}$/);
    const turn = { hostKeyId: made.id, idempotencyKey: key() };
    const rotated = await rotateHostKey(world.asSystem(), turn);
    assert.equal(rotated.id, made.id);
    assert.notEqual(rotated.secret, made.secret);
    assert.deepEqual(await rotateHostKey(world.asSystem(), turn), rotated, 'a retry rotates once');
    const third = await rotateHostKey(world.asSystem(), { ...turn, idempotencyKey: key() });
    assert.equal(new Set([made.secret, rotated.secret, third.secret]).size, 3);
    const trail = await all<{ action: string; after: string }>(
      world.database.read,
      'SELECT action, after FROM audit WHERE target_id = ? ORDER BY seq',
      [made.id],
    );
    assert.deepEqual(
      trail.map((row) => [row.action, row.after]),
      [
        ['host-key.create', '{"name":"Shop","generation":1}'],
        ['host-key.rotate', '{"generation":2}'],
        ['host-key.rotate', '{"generation":3}'],
      ],
    );
  });

  it('leave no secret in any file of the database (SEC_B14, SEC_K03)', async () => {
    const { id, secret } = await createHostKey(world.asSystem(), { name: 'Hidden', idempotencyKey: key() });
    const rotated = await rotateHostKey(world.asSystem(), { hostKeyId: id, idempotencyKey: key() });
    const folder = dirname(world.url.slice('file:'.length));
    const files = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file))));
    assert.ok(
      files.some((content) => content.includes(id)),
      'the key itself is there',
    );
    for (const content of files)
      for (const hidden of [secret, rotated.secret]) assert.ok(!content.includes(hidden));
  });

  it('reach nothing any more once revoked, while their workspaces stay', async () => {
    const { id } = await createHostKey(world.asSystem(), { name: 'Past', idempotencyKey: key() });
    const host = world.as({ kind: 'host', hostKeyId: id }, null);
    const { id: workspaceId } = await createWorkspace(host, {
      name: 'Left',
      owner: { email: 'l@left.test' },
      idempotencyKey: key(),
    });
    await revokeHostKey(world.asSystem(), { hostKeyId: id, idempotencyKey: key() });
    await assert.rejects(readWorkspace(host, { workspaceId }), refusal('token_invalid'));
    await assert.rejects(
      createWorkspace(host, { name: 'More', owner: { email: 'l@left.test' }, idempotencyKey: key() }),
      refusal('token_invalid'),
    );
    assert.equal((await readWorkspace(world.asSystem(), { workspaceId })).name, 'Left');
    for (const verb of [revokeHostKey, rotateHostKey])
      await assert.rejects(
        verb(world.asSystem(), { hostKeyId: id, idempotencyKey: key() }),
        refusal('host_key_not_found'),
      );
    assert.equal(
      (await listHostKeys(world.asSystem())).rows.find((row) => row.id === id)?.revokedAt,
      world.clock.now,
    );
  });

  it("are the operator's alone", async () => {
    const { id: hostKeyId } = await createHostKey(world.asSystem(), { name: 'Own', idempotencyKey: key() });
    const owner = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    const others = [
      [world.asAccount(owner.accountId), 'not_granted'],
      [world.as({ kind: 'host', hostKeyId }), 'not_granted'],
      [world.as({ kind: 'anonymous' }), 'not_signed_in'],
    ] as const;
    for (const [ctx, code] of others) {
      await assert.rejects(createHostKey(ctx, { name: 'x', idempotencyKey: key() }), refusal(code));
      await assert.rejects(rotateHostKey(ctx, { hostKeyId, idempotencyKey: key() }), refusal(code));
      await assert.rejects(revokeHostKey(ctx, { hostKeyId, idempotencyKey: key() }), refusal(code));
      await assert.rejects(listHostKeys(ctx), refusal(code));
    }
    await assert.rejects(
      createHostKey(world.asSystem(), { name: '\u0000', idempotencyKey: key() }),
      refusal('name_invalid'),
    );
    await assert.rejects(
      rotateHostKey(world.asSystem(), { hostKeyId: 'no-such-key' as HostKeyId, idempotencyKey: key() }),
      refusal('host_key_not_found'),
    );
  });
});
