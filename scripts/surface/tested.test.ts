// Every public event has a test that hears it.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { readElements } from './elements.ts';

const ROOT = join(import.meta.dirname, '../..');
const tests = globSync('widget/**/*.test.ts', { cwd: ROOT }).map((file) =>
  readFileSync(join(ROOT, file), 'utf8'),
);
/** What is asked and told around each procedure stands there without the prefix. */
const CHANGES = readFileSync(join(ROOT, 'widget/changes/write.test.ts'), 'utf8');

for (const { name, events } of readElements())
  it(`hears every event of <${name}> in a test`, () => {
    const unheard = events.filter(({ name: event }) => {
      const short = event.replace(/^ua-(?:before-)?/, '');
      return !tests.some((text) => text.includes(`'${event}'`)) && !CHANGES.includes(`'${short}'`);
    });
    assert.deepEqual(
      unheard.map(({ name: event }) => event),
      [],
    );
  });
