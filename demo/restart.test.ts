// What stays when the demo ends and starts again.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { createClient } from '@libsql/client';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees } from './testing/stage.ts';

describe('the demo, started again', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage();
  });
  after(() => stage.close());

  const roleOfStella = async () => {
    const page = await stage.open('/app/tables/users?filter=search%3DStella');
    const role = rowOf(page, 'Stella Lindqvist').getByLabel('Role of Stella Lindqvist');
    await sees(role);
    return { page, role };
  };

  it('has what was changed before, and the mail', async () => {
    const { page, role } = await roleOfStella();
    await role.selectOption('Member');
    await sees(page.getByText('Stella Lindqvist is now Member.'));
    await page.context().close();
    await stage.restart();
    assert.equal(await (await roleOfStella()).role.inputValue(), 'member');
    const mailbox = await stage.open('/mailbox');
    await sees(mailbox.getByRole('button', { name: 'Meridian Bikes hana@meridian.example' }));
    assert.equal(
      await mailbox.getByRole('list', { name: 'Mails' }).getByRole('button').count(),
      5,
      'nobody was invited a second time',
    );
  });

  it('has its first data again where that was asked for', async () => {
    await stage.restart({ isFresh: true });
    assert.equal(await (await roleOfStella()).role.inputValue(), 'staff');
  });
});

describe('the command of the demo', () => {
  it('says where it is, is there once, and ends cleanly when told to', async (t) => {
    const command = (of: string, ...args: string[]) => {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), '--folder', of, ...args]);
      // Also where the time is over: one that is still there would keep the whole run waiting.
      t.after(() => child.kill('SIGKILL'));
      return child;
    };
    const folder = await mkdtemp(join(tmpdir(), 'user-admin-command-'));
    const demo = command(folder, '--port', '0');
    try {
      let url: string | undefined;
      for await (const line of createInterface({ input: demo.stdout })) {
        url ??= /The demo runs at (\S+)/.exec(line)?.[1];
        if (line.includes('Ctrl-C')) break;
      }
      assert.equal((await fetch(`${url}/tables/health`)).status, 200);

      const second = command(folder, '--port', '0');
      // Heard from the start: which of the two comes first is not said.
      const [said, gone] = await Promise.all([second.stderr.toArray(), once(second, 'exit')]);
      assert.match(said.join(''), /The demo runs already/);
      assert.deepEqual(gone, [1, null]);

      demo.kill('SIGTERM');
      assert.deepEqual(await once(demo, 'exit'), [0, null]);
      await assert.rejects(fetch(`${url}/tables/health`));

      // As a version would leave it whose tables were others.
      const client = createClient({ url: `file:${join(folder, 'tables.db')}` });
      await client.execute("UPDATE __drizzle_migrations SET hash = 'another'");
      client.close();
      const later = command(folder, '--port', '0');
      const [sentences, ended] = await Promise.all([later.stderr.toArray(), once(later, 'exit')]);
      const sentence = sentences.join('');
      assert.match(sentence, /Start over with new data: npm run demo -- --fresh\n$/);
      assert.doesNotMatch(sentence, /\n\s+at /, 'no stack of calls');
      assert.deepEqual(ended, [1, null]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
