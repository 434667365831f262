// That the widget asks for nothing newer than the browsers that `docs/embed.md` names. `npm run check` compiles it with the language that they know
// (`tsconfig.widget.json`); of pages and their styles no type knows when a browser learnt what, so these are a list of names.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '..');

/** What at least one of Chrome 126, Firefox 128 and Safari 18 lacks, and what breaks where it is missing. */
const NEWER =
  /\b(?:navigation\.navigate|cookieStore\.|new (?:URLPattern|CloseWatcher)|scheduler\.(?:yield|postTask))|\.(?:moveBefore|setHTML|requestClose)\(|\b(?:commandfor|closedby|popover="hint")|@scope\b|@container style\(|anchor-name:|position-anchor:|\bif\(style\(/;

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
    for (const line of ['list.moveBefore(a, b)', 'commandfor="menu"', '@scope (.card)', 'anchor-name: --a'])
      assert.match(line, NEWER);
  });
});
