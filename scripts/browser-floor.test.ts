// That the widget asks for nothing newer than the browsers that `docs/embed.md` names. A list of names, because no type knows when a browser learnt one.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '..');

/** What at least one of Chrome 126, Firefox 128 and Safari 18 lacks, and what breaks where it is missing. */
const NEWER =
  /\b(?:Promise\.try|RegExp\.escape|Error\.isError|Math\.sumPrecise|Iterator\.(?:from|concat)|Uint8Array\.fromBase64|Intl\.DurationFormat|Temporal\.|navigation\.navigate|scheduler\.(?:yield|postTask))|\.(?:moveBefore|setHTML|toBase64|requestClose|getHTML)\(|@scope\b|anchor-name:|position-anchor:|\bif\(style\(/;

describe('the oldest browsers that are named', () => {
  it('know all that the widget asks for', () => {
    const files = globSync('{widget,shared}/**/*.ts', { cwd: ROOT }).filter(
      (file) => !file.endsWith('.test.ts'),
    );
    assert.ok(files.length > 100);
    const found = files.flatMap((file) => {
      const name = NEWER.exec(readFileSync(join(ROOT, file), 'utf8'))?.[0];
      return name === undefined ? [] : [`${file}: ${name}`];
    });
    assert.deepEqual(found, []);
  });

  it('would be told of what they lack', () => {
    for (const line of ['Promise.try(f)', 'list.moveBefore(a, b)', '@scope (.card)', 'anchor-name: --a'])
      assert.match(line, NEWER);
  });
});
