// What counts as a name in a document, and which names are found dead.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findDeadReferences } from './doc-refs.ts';

const known = {
  exists: (path: string) => path === 'server/write.ts' || path === 'docs/',
  scripts: ['test', 'check'],
  commands: ['serve', 'help'],
};
const dead = (text: string): string[] => findDeadReferences(text, known).map(({ what }) => what);

describe('findDeadReferences', () => {
  it('finds a path that is gone, with its line', () => {
    assert.deepEqual(findDeadReferences('fine\nsee `server/gone.ts`', known), [
      { line: 2, what: 'server/gone.ts' },
    ]);
  });

  it('finds a link that leads nowhere', () => {
    assert.deepEqual(dead('[one](docs/gone.md#part) and ![two](gone.png)'), ['docs/gone.md', 'gone.png']);
  });

  it('finds a command that does not exist', () => {
    assert.deepEqual(dead('`npm run nothing`, `npm run --silent never` and `npm start`'), [
      'npm run nothing',
      'npm run never',
      'npm run start',
    ]);
  });

  it('finds a command of the product that does not exist', () => {
    assert.deepEqual(
      dead('`npx user-admin destroy --all`, `npx user-admin serve` and `node dist/server/cli.js gone`'),
      ['user-admin destroy', 'user-admin gone'],
    );
    assert.deepEqual(dead('`npx user-admin` is installed; CMD ["node", "dist/server/cli.js", "serve"]'), []);
  });

  it('says nothing about what exists, what is made by a build, and what is no path', () => {
    assert.deepEqual(dead('`server/write.ts`, `docs/`, `npm test`, `npm run check`, `npm ci`'), []);
    assert.deepEqual(
      dead(
        '`dist/cdn/user-admin.js`, `application/json`, `a/b`, `<user-admin>`, [site](https://example.org/a.md), [top](#top)',
      ),
      [],
    );
  });
});
