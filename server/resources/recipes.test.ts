// The program of docs/resources.md, taken from the page and run.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { createUserAdmin } from '../index.ts';
import { packages } from '../../shared/presets/packages.ts';

const PAGE = await readFile(join(import.meta.dirname, '../../docs/resources.md'), 'utf8');
const SERVER = join(import.meta.dirname, '../index.ts');

describe('the page about resources', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(import.meta.dirname, '.resource-recipe-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('P32 registers packages, one of them somebody’s own, and knows them the second time', async () => {
    const options = {
      database: { url: `file:${join(folder, 'people.db')}` },
      baseUrl: 'http://localhost/people',
      secret: 'a secret for tests only, long enough',
    };
    const userAdmin = await createUserAdmin({ policy: packages, ...options });
    const { id } = await userAdmin.caller(null).workspaces.create({
      name: 'Acme',
      owner: { email: 'ann@acme.example' },
      idempotencyKey: crypto.randomUUID(),
    });
    const { page } = await userAdmin.caller(id).members.list({});
    const [owner] = (JSON.parse(page) as { rows: { id: string }[] }).rows;
    await userAdmin.close();
    await writeFile(
      join(folder, 'user-admin.mjs'),
      `import { createUserAdmin, packages } from '${SERVER}';
       export const userAdmin = await createUserAdmin({ policy: packages, ...${JSON.stringify(options)} });`,
    );
    const [, source] = /^```js\n\/\/ packages\.mjs\n([^]*?)^```$/m.exec(PAGE)!;
    await writeFile(join(folder, 'packages.mjs'), source!);
    const run = () =>
      promisify(execFile)(process.execPath, [join(folder, 'packages.mjs'), id, owner!.id], {
        timeout: 60_000,
      });
    assert.equal((await run()).stdout, 'catalogue: new\nmarketing-kit: new\n');
    assert.equal((await run()).stdout, 'catalogue: known\nmarketing-kit: known\n');
    const again = await createUserAdmin({ policy: packages, ...options });
    const { rows } = await again.caller(id).resources.list({ kind: 'package' });
    await again.close();
    assert.deepEqual(
      rows.map(({ key, ownerId }) => [key, ownerId]),
      [
        ['catalogue', null],
        ['marketing-kit', owner!.id],
      ],
    );
  });
});
