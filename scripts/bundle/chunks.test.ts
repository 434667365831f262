// Which file a module of the widget goes into.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chunkOf } from './chunks.ts';

/** What each module imports, and what it asks for later, marked with a question mark. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  '/widget/define.ts': ['/widget/first.ts', '?/widget/members/actions.ts', '?/widget/audit/room.ts'],
  '/widget/first.ts': ['?/widget/reviews/room.ts'],
  '/widget/members/actions.ts': ['/widget/ui/menu.ts'],
  '/widget/audit/room.ts': ['/shared/audit/replay.ts', '/widget/ui/table.ts', '/widget/ui/menu.ts'],
  '/widget/reviews/room.ts': ['/widget/ui/table.ts', '/widget/first.ts'],
  '/shared/audit/replay.ts': ['/shared/audit/deep.ts'],
  '/shared/audit/deep.ts': [],
  '/widget/ui/menu.ts': [],
  '/widget/ui/table.ts': [],
};

const modules = {
  getModuleInfo: (id: string) => ({
    importedIds: MODULES[id]!.filter((other) => !other.startsWith('?')),
    dynamicallyImportedIds: MODULES[id]!.filter((other) => other.startsWith('?')).map((other) =>
      other.slice(1),
    ),
    importers: Object.keys(MODULES).filter((other) => MODULES[other]!.includes(id)),
  }),
};

describe('the files of the widget', () => {
  const places: readonly (readonly [what: string, id: string, file: string])[] = [
    ['keep together what the entry imports', '/widget/first.ts', 'first'],
    ['have one for what most need behind it', '/widget/members/actions.ts', 'behind'],
    ['have one for each view that few open', '/widget/reviews/room.ts', 'reviews'],
    ['keep with a person the trail, which is never fetched without', '/widget/audit/room.ts', 'person'],
    ['put with a view what it alone imports', '/shared/audit/replay.ts', 'person'],
    ['put with a view what it alone imports through others', '/shared/audit/deep.ts', 'person'],
    ['put behind the entry what several views share', '/widget/ui/table.ts', 'behind'],
    ['put behind the entry what a view shares with it', '/widget/ui/menu.ts', 'behind'],
  ];
  for (const [what, id, file] of places)
    it(what, () => {
      assert.equal(chunkOf('/widget/define.ts')(id, modules), file);
    });
});
