// The preset `collaborators` as data: its roles and the whole capability matrix, written out cell by cell.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { capabilityMatrix } from '../permissions/permissions.ts';
import { compilePolicy, holds } from '../policy/compile.ts';
import type { Policy } from '../policy/policy.ts';
import { ENGINE_CAPABILITIES } from '../policy/policy.ts';
import { collaborators } from './collaborators.ts';

const policy: Policy = collaborators;
const compiled = compilePolicy(policy);
const ROLES = ['owner', 'creator', 'editor', 'commenter', 'viewer'];

/** Row, section, capability, and who holds it in the order owner, creator, editor, commenter, viewer. */
const MATRIX = `
  C10 advanced  audit.view            ✅ ✅ ❌ ❌ ❌
  C11 advanced  app-store.open        ✅ ❌ ❌ ❌ ❌
  C12 advanced  team.open             ✅ ❌ ❌ ❌ ❌
  C13 advanced  workspace.manage      ✅ ❌ ❌ ❌ ❌
  C14 advanced  members.add-owner     ✅ ❌ ❌ ❌ ❌
  C15 advanced  members.add-creator   ✅ ❌ ❌ ❌ ❌
  C16 advanced  members.add-editor    ✅ ✅ ❌ ❌ ❌
  C17 advanced  members.add-commenter ✅ ✅ ❌ ❌ ❌
  C18 advanced  members.add-viewer    ✅ ✅ ❌ ❌ ❌
  C19 advanced  members.view          ✅ ✅ ❌ ❌ ❌
  C20 advanced  preview.open          ✅ ✅ ❌ ❌ ❌
  C21 schema    table.add             ✅ ✅ ❌ ❌ ❌
  C22 schema    table.delete          ✅ ✅ ❌ ❌ ❌
  C23 schema    table.change          ✅ ✅ ❌ ❌ ❌
  C24 schema    column.add            ✅ ✅ ❌ ❌ ❌
  C25 schema    column.delete         ✅ ✅ ❌ ❌ ❌
  C26 schema    column.change         ✅ ✅ ❌ ❌ ❌
  C27 records   record.add            ✅ ✅ ✅ ❌ ❌
  C28 records   record.delete         ✅ ✅ ✅ ❌ ❌
  C29 records   record.change         ✅ ✅ ✅ ❌ ❌
  C30 records   record.expand         ✅ ✅ ✅ ❌ ❌
  C31 records   record.menu           ✅ ✅ ✅ ❌ ❌
  C32 records   record.view           ✅ ✅ ✅ ✅ ✅
  C33 comments  comment.view          ✅ ✅ ✅ ✅ ❌
  C34 comments  comment.add           ✅ ✅ ✅ ✅ ❌
  C35 views     view.add              ✅ ✅ ❌ ❌ ❌
  C36 views     view.share            ✅ ✅ ❌ ❌ ❌
  C37 project   view.open             ✅ ✅ ✅ ✅ ✅
  C38 project   field.filter-columns  ✅ ✅ ✅ ✅ ✅
  C39 project   field.filter-query    ✅ ✅ ✅ ✅ ✅
  C40 project   field.sort            ✅ ✅ ✅ ✅ ✅
  C41 project   theme.change          ✅ ✅ ✅ ✅ ✅
  C42 project   auth-token.copy       ✅ ✅ ✅ ✅ ✅
  C43 project   project.view          ✅ ✅ ✅ ✅ ✅
  C44 project   api.open              ✅ ✅ ✅ ✅ ✅
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
  .map(([id, section, capability, ...cells]) => ({
    id: id!,
    section: section!,
    capability: capability!,
    cells: cells.map((cell) => cell === '✅'),
  }));

describe('the preset collaborators', () => {
  it('has five roles in their order, highest first (C8)', () => {
    assert.deepEqual(
      policy.roles.map((role) => role.name),
      ['Owner', 'Creator', 'Editor', 'Commenter', 'Viewer'],
    );
    assert.deepEqual(
      policy.roles.map((role) => role.key),
      ROLES,
    );
    assert.deepEqual(
      policy.roles.map((role) => role.rank),
      policy.roles.map((role) => role.rank).toSorted((a, b) => b - a),
    );
  });

  it('groups the matrix in sections (C9)', () => {
    assert.deepEqual(
      policy.sections.map((section) => section.name),
      ['Advanced', 'Schema', 'Records', 'Comments', 'Views', 'Project'],
    );
  });

  for (const { id, section, capability, cells } of MATRIX) {
    it(`gives ${capability} to ${ROLES.filter((_, i) => cells[i]).join(', ')} (${id}, SEC_A16)`, () => {
      assert.deepEqual(
        ROLES.map((role) => holds(compiled, [role], capability)),
        cells,
      );
      assert.equal(policy.capabilities.find(({ key }) => key === capability)?.section, section);
    });
  }

  // C20 is not named: it is a view of ours too, and a row of the matrix does not prove that.
  it('shows exactly these 35 rows with who holds each, in this order (C9, C10, C11, C13, C21, C22, C23, C24, C25, C26, C27, C28, C29, C30, C31, C32, C33, C34, C35, C36, C37, C38, C39, C40, C41, C42, C43, C44)', () => {
    const shown = capabilityMatrix(compiled).flatMap(({ section, rows }) =>
      rows.map(({ capability, cells }) => ({
        section: section.key,
        capability: capability.key,
        cells: cells.map((cell) => cell.isHeld),
      })),
    );
    assert.deepEqual(
      shown,
      MATRIX.map(({ section, capability, cells }) => ({ section, capability, cells })),
    );
    assert.equal(shown.length, 35);
  });

  it('keeps apart opening team settings and inviting: a creator does the second without the first (C45)', () => {
    assert.deepEqual(
      ['team.open', 'members.invite', 'members.view'].map((capability) =>
        holds(compiled, ['creator'], capability),
      ),
      [false, true, true],
    );
  });

  it('lets everybody read the matrix and nobody edit it (C9)', () => {
    assert.deepEqual(
      ROLES.map((role) => holds(compiled, [role], 'permissions.view')),
      [true, true, true, true, true],
    );
    assert.deepEqual(
      ROLES.map((role) => holds(compiled, [role], 'permissions.edit')),
      [false, false, false, false, false],
    );
    assert.deepEqual(policy.resources, []);
  });

  it('says of every engine capability who holds it', () => {
    for (const needed of ENGINE_CAPABILITIES) assert.ok(compiled.holders.has(needed), needed);
  });

  it('guards the owner, gives one role per project, removes people and does not deactivate them', () => {
    assert.deepEqual(
      [policy.guard, policy.rolesPerMember, policy.members.isRemovable, policy.members.deactivation],
      [['owner'], 'one', true, 'none'],
    );
  });

  it('invites in the Collaborators view, which comes first (C1)', () => {
    assert.deepEqual([policy.views[0], policy.invitations.view], ['collaborators', 'collaborators']);
  });
});
