// What a second look makes of a run: what passes then is no failure, and is named; what does not, is one.
import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, describe, it } from 'node:test';
import { lookAgain } from './second-look.ts';
import type { Suite } from './suite.ts';
import { nodeSuite, runSuite } from './suite.ts';
import { tally } from './tally.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'user-admin-again-')));
after(() => rmSync(folder, { recursive: true }));

/** Two tests, of which the second fails as often as `fails` says. */
function aFile(name: string, fails: 'never' | 'once' | 'always'): string {
  const path = join(folder, `${name}.test.mjs`);
  const trace = JSON.stringify(join(folder, `${name}.seen`));
  const isBad = { never: 'false', once: 'isFirst', always: 'true' }[fails];
  writeFileSync(
    path,
    `import assert from 'node:assert'; import { existsSync, writeFileSync } from 'node:fs'; import { test } from 'node:test';
     const isFirst = !existsSync(${trace}); writeFileSync(${trace}, '');
     test('one', () => {}); test('two', () => assert.ok(!${isBad}));`,
  );
  return relative(process.cwd(), path);
}

async function outcome(files: string[], isUnattended = true) {
  const suite = nodeSuite('some', files, 2);
  const again: string[] = [];
  const watched: Suite = { ...suite, only: (some) => (again.push(...some), suite.only(some)) };
  const first = await runSuite(watched, () => {});
  const { records, unsteady } = await lookAgain([watched], first, () => {}, isUnattended);
  const { passed, failed } = tally(records, files);
  return {
    passed,
    failed: failed.map(({ file }) => file),
    unsteady: unsteady.map(({ name }) => name),
    again,
  };
}

describe('lookAgain', () => {
  it('runs again what failed, alone, and tells what passes then', async () => {
    const [good, shaky, bad] = [aFile('good', 'never'), aFile('shaky', 'once'), aFile('bad', 'always')];
    assert.deepEqual(await outcome([good, shaky, bad]), {
      passed: 5,
      failed: [bad],
      unsteady: ['two'],
      again: [shaky, bad],
    });
  });

  it('runs nothing again where nothing failed', async () => {
    const good = aFile('fine', 'never');
    assert.deepEqual(await outcome([good]), { passed: 2, failed: [], unsteady: [], again: [] });
  });

  it('leaves it to whoever sits before it', async () => {
    const shaky = aFile('attended', 'once');
    const { failed, again } = await outcome([shaky], false);
    assert.deepEqual([failed, again], [[shaky], []]);
  });

  it('leaves a run that failed in many places as it is', async () => {
    const many = ['a', 'b', 'c', 'd'].map((name) => aFile(name, 'once'));
    const { failed, again } = await outcome(many);
    assert.deepEqual([failed.toSorted(), again], [many, []]);
  });
});
