// Every wall and every rule of ours is proved by something that breaks it: a linter that finds nothing looks like one that is content.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findBreaches } from './walls.ts';

const ROOT = join(import.meta.dirname, '..');

const BREACHES: [file: string, text: string][] = [
  ['shared/members/member.ts', `import { readFile } from 'node:fs/promises';`],
  ['shared/members/member.ts', `import { z } from 'zod';`],
  ['shared/members/member.ts', `import type { ListMembers } from '../contract/members.ts';`],
  ['shared/members/member.ts', `import { write } from '../../server/write.ts';`],
  ['shared/contract/members.ts', `import { html } from 'lit';`],
  ['server/members/remove.ts', `import { Hono } from 'hono';`],
  ['server/members/remove.ts', `import { TRPCError } from '@trpc/server';`],
  ['server/members/remove.ts', `import { sql } from 'drizzle-orm';`],
  ['server/members/remove.ts', `import { createClient } from '@libsql/client';`],
  ['server/members/remove.ts', `import { procedure } from '../trpc/init.ts';`],
  ['server/members/remove.ts', `import { guard } from '../http/guard.ts';`],
  ['server/members/remove.ts', `import { membersRouter } from './router.ts';`],
  ['server/members/router.ts', `import { openDatabase } from '../db/database.ts';`],
  ['server/members/router.ts', `import { guard } from '../http/guard.ts';`],
  ['server/db/database.ts', `import { write } from '../write.ts';`],
  ['server/app.ts', `import { html } from 'lit';`],
  ['server/members/remove.ts', `import { aWorld } from '../testing/world.ts';`],
  ['widget/ui/dialog.ts', `import { z } from 'zod';`],
  ['widget/user-admin.ts', `import { ListMembers } from '../shared/contract/members.ts';`],
  ['widget/user-admin.ts', `import type { AppRouter } from '../server/trpc/router.ts';`],
  ['widget/client/trpc.ts', `import { appRouter } from '../../server/trpc/router.ts';`],
  ['widget/members/member-list.ts', `import { connect } from '../client/trpc.ts';`],
  ['widget/members/member-list.ts', `import { UserAdminElement } from '../user-admin.ts';`],
  ['widget/members/member-list.ts', `import { InviteCardElement } from '../invitations/invite-card.ts';`],
  ['widget/members/member-list.ts', `const { connect } = await import('../client/trpc.ts');`],
  ['demo/app.ts', `import { openDatabase } from '../server/db/database.ts';`],
  ['demo/app.ts', `import { can } from '../shared/policy/can.ts';`],
  ['demo/page/main.ts', `import { UserAdminElement } from '../../widget/index.ts';`],
  ['shared/policy/can.ts', `import { tables } from '../presets/tables.ts';`],
  ['server/members/remove.ts', `import { tables } from '../../shared/presets/tables.ts';`],
  ['widget/members/member-list.ts', `import { tables } from '../../shared/presets/tables.ts';`],
  ['widget/members/member-list.ts', `export const is = (rights) => rights.policy.key === 'tables';`],
  ['server/members/remove.ts', `export const is = ({ policy }) => 'tables' !== policy.key;`],
  ['widget/ui/dialog.ts', 'const sheet = css`.a { margin-left: 4px; }`;'],
  ['widget/ui/dialog.ts', 'const sheet = css`.a { color: red; right: 0; }`;'],
  ['widget/ui/dialog.ts', 'const sheet = css`.a { text-align: left; }`;'],
  ['common/utils.ts', `export {};`],
];

const ALLOWED: [file: string, text: string][] = [
  ['shared/contract/members.ts', `import { z } from 'zod'; import { fail } from '../errors.ts';`],
  [
    'server/members/remove.ts',
    `import { can } from '../../shared/policy/can.ts'; import { byId } from './store.ts';`,
  ],
  [
    'server/members/router.ts',
    `import { removeMember } from './remove.ts'; import { OnMember } from '../../shared/contract/members.ts';`,
  ],
  ['widget/client/trpc.ts', `import type { AppRouter } from '../../server/trpc/router.ts';`],
  ['widget/members/intents.ts', `import type { ListMembers } from '../../shared/contract/members.ts';`],
  ['widget/ui/dialog.ts', 'const sheet = css`.a { margin-inline-start: 4px; text-align: start; }`;'],
  ['widget/ui/dialog.ts', 'const sheet = css`.a { text-align: left; } .a:dir(rtl) { text-align: right; }`;'],
  ['demo/app.ts', `import { createUserAdmin } from '../server/index.ts'; import { Hono } from 'hono';`],
];

describe('the walls between the rooms', () => {
  for (const [file, text] of BREACHES) {
    it(`stop ${file}: ${text}`, () => {
      assert.equal(findBreaches(new Map([[file, text]])).length, 1);
    });
  }

  for (const [file, text] of ALLOWED) {
    it(`let ${file} through: ${text}`, () => {
      assert.deepEqual(findBreaches(new Map([[file, text]])), []);
    });
  }

  const store: [string, string] = ['server/members/store.ts', `import { all } from '../db/database.ts';`];

  it('stop a router that calls what speaks SQL', () => {
    const router = `import { byId } from './store.ts';`;
    assert.match(
      findBreaches(new Map([store, ['server/members/router.ts', router]])).join(),
      /router\.ts imports .*speaks SQL/,
    );
    assert.deepEqual(findBreaches(new Map([['server/members/router.ts', router]])), []);
  });

  it('stop what speaks SQL and decides', () => {
    const decides = `${store[1]} import { authorizeRead } from '../authorize.ts';`;
    assert.match(
      findBreaches(new Map([[store[0], decides]])).join(),
      /store\.ts imports server\/authorize\.ts/,
    );
  });
});

const ELEMENT_START = `import { LitElement, html } from 'lit';\nexport class XElement extends LitElement {\n`;

const RULES: Record<string, [file: string, text: string]> = {
  'no-cycle': ['shared/cycle-a.ts', `import { b } from './cycle-b.ts';\nexport const a = (): number => b();`],
  'no-default-export': ['shared/default.ts', `export default 1;`],
  'no-process-env': ['server/members/env.ts', `export const port = process.env['PORT'];`],
  'max-lines': [
    'shared/long.ts',
    Array.from({ length: 401 }, (_, index) => `export const a${index} = ${index};`).join('\n'),
  ],
  'max-lines-per-function': [
    'shared/deep.ts',
    `export function a(): number {\n  let b = 0;\n${'  b += 1;\n'.repeat(60)}  return b;\n}`,
  ],
  'no-explicit-any': ['shared/any.ts', `export const a = (b: any): unknown => b;`],
  'no-empty': [
    'shared/silent.ts',
    `export function a(b: () => void): void {\n  try {\n    b();\n  } catch {}\n}`,
  ],
  'no-floating-promises': [
    'server/floating.ts',
    `async function save(): Promise<void> {}\nexport function a(): void {\n  save();\n}`,
  ],
  'prefer-nullish-coalescing': [
    'shared/zero.ts',
    `export const a = (b: number | undefined): number => b || 1;`,
  ],
  'switch-exhaustiveness-check': [
    'shared/kinds.ts',
    `export function a(kind: 'b' | 'c'): number | undefined {\n  switch (kind) {\n    case 'b':\n      return 1;\n  }\n  return undefined;\n}`,
  ],
  'no-restricted-properties': [
    'widget/ui/inner.ts',
    `export const a = (b: HTMLElement): void => {\n  b.innerHTML = '';\n};`,
  ],
  'no-restricted-imports': [
    'widget/ui/unsafe.ts',
    `export { unsafeHTML } from 'lit/directives/unsafe-html.js';`,
  ],
  'ban-attributes': [
    'widget/ui/styled.ts',
    `${ELEMENT_START}  override render() {\n    return html\`<p style="color:red"></p>\`;\n  }\n}`,
  ],
  'no-duplicate-template-bindings': [
    'widget/ui/twice.ts',
    `${ELEMENT_START}  override render() {\n    return html\`<p .title=\${'a'} .title=\${'b'}></p>\`;\n  }\n}`,
  ],
  'no-closed-shadow-root': [
    'widget/ui/closed.ts',
    `export const a = (b: HTMLElement): ShadowRoot => b.attachShadow({ mode: 'closed' });`,
  ],
};

describe('the rules of the linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'user-admin-rules-'));
  let found: { code: string; filename: string }[] = [];

  before(() => {
    for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json'])
      copyFileSync(join(ROOT, name), join(folder, name));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const other: [string, string] = [
      'shared/cycle-b.ts',
      `import { a } from './cycle-a.ts';\nexport const b = (): number => a();`,
    ];
    for (const [file, text] of [...Object.values(RULES), other]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${text}\n`);
    }
    found = lint(folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [rule, [file]] of Object.entries(RULES)) {
    it(`find ${rule}`, () => {
      const here = found.filter(({ filename }) => filename === file).map(({ code }) => code);
      assert.ok(
        here.some((code) => code.endsWith(`(${rule})`)),
        `found only ${here.join(', ') || 'nothing'}`,
      );
    });
  }

  it('let the process’ environment into server/main.ts', () => {
    writeFileSync(join(folder, 'server/main.ts'), `export const port = process.env['PORT'];\n`);
    assert.deepEqual(lint(folder, 'server/main.ts'), []);
  });
});

function lint(folder: string, path = '.'): { code: string; filename: string }[] {
  const command = ['--type-aware', '--format=json', path];
  let report: string;
  try {
    report = execFileSync(join(ROOT, 'node_modules/.bin/oxlint'), command, { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    // It ends with 1 where it finds something.
    report = (error as { stdout: string }).stdout;
  }
  return (JSON.parse(report) as { diagnostics: { code: string; filename: string }[] }).diagnostics;
}
