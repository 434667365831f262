// What an import understands of lists: heads in many words, roles and statuses as people write them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compilePolicy } from '../policy/compile.ts';
import { withCustomRoles } from '../policy/custom-roles.ts';
import { collaborators } from '../presets/collaborators.ts';
import { directory } from '../presets/directory.ts';
import { packages } from '../presets/packages.ts';
import { exportColumns } from './export.ts';
import {
  fieldOfHead,
  importFields,
  readHead,
  rolesInCell,
  rowOfCells,
  rowsOfJson,
  statusInCell,
} from './import.ts';

describe('the head of a list', () => {
  for (const [head, field] of [
    ['E-mail', 'email'],
    ['E-Mail-Adresse', 'email'],
    ['mail', 'email'],
    ['Full Name', 'name'],
    ['Role(s)', 'roles'],
    ['EXTERNAL ID', 'externalId'],
    ['employee_number', 'externalId'],
    ['Given name', 'firstName'],
    ['Surname', 'lastName'],
    ['Department', 'department'],
    ['Shoe size', undefined],
    ['__proto__', undefined],
    ['constructor', undefined],
  ] as const)
    it(`"${head}" is ${field ?? 'left out'}`, () => assert.equal(fieldOfHead(head), field));

  it('takes what the policy has, names what it leaves, and takes no column twice', () => {
    const head = readHead(['Mail', 'E-mail', 'Department', 'Username', 'Role', ''], packages)!;
    assert.deepEqual(head.fields, ['email', undefined, undefined, undefined, 'roles', undefined]);
    assert.deepEqual(head.ignored, ['E-mail', 'Department', 'Username']);
    assert.ok(importFields(directory).includes('department'));
    assert.ok(!importFields(collaborators).includes('status'));
  });

  it('has to say who the people are', () => {
    assert.equal(readHead(['Name', 'Role'], directory), undefined);
    assert.ok(readHead(['Employee ID', 'Role'], directory));
  });

  it('is what an export writes, for every policy', () => {
    for (const policy of [collaborators, directory, packages]) {
      const heads = exportColumns(compilePolicy(policy)).map(({ head }) => head);
      const { fields } = readHead(heads, policy)!;
      for (const wanted of importFields(policy).filter(
        (field) => !['name', 'firstName', 'lastName'].includes(field),
      ))
        assert.ok(fields.includes(wanted), `${policy.key} ${wanted}`);
    }
  });
});

describe('a row', () => {
  it('says nothing by an empty cell, and has values as they were before they were made safe', () => {
    const head = readHead(['email', 'name', 'role'], directory)!;
    assert.deepEqual(rowOfCells([' ana@x.test ', "'=Ana", ''], head), { email: 'ana@x.test', name: '=Ana' });
    assert.deepEqual(rowOfCells(['ana@x.test'], head), { email: 'ana@x.test' });
  });

  it('of JSON has keys in the same words, lists of roles, and nothing of objects', () => {
    const list = {
      people: [
        { Email: 'ana@x.test', roles: ['analyst', 'approver'], age: 4, department: { id: 1 }, status: null },
      ],
    };
    assert.deepEqual(rowsOfJson(list, directory), {
      rows: [{ email: 'ana@x.test', roles: 'analyst; approver' }],
      ignored: ['age'],
    });
    for (const none of [null, 7, 'x', {}, [1, 2], [null]])
      assert.equal(rowsOfJson(none, directory), undefined);
  });
});

describe('a cell', () => {
  const compiled = compilePolicy(directory);
  it('names roles by name or key, in any case, one or several', () => {
    assert.deepEqual(rolesInCell('Analyst', compiled), ['analyst']);
    assert.deepEqual(rolesInCell('user administrator; ANALYST | analyst', compiled), [
      'user-administrator',
      'analyst',
    ]);
    assert.equal(rolesInCell('Analyst; Wizard', compiled), undefined);
    assert.equal(rolesInCell(' ; ', compiled), undefined);
  });

  it('SEC_R19 holds nobody up, however much is in it and however many roles there are', () => {
    const custom = Array.from({ length: 100 }, (_, n) => ({
      key: `custom-${n}`,
      name: `Rôle ${n}`,
      description: '',
      capabilities: [],
      version: 1,
    }));
    const many = compilePolicy(withCustomRoles(directory, custom));
    // By the work done: a clock tells of all else that this machine does.
    const started = process.cpuUsage();
    // As many rows as an import does before others get their turn.
    for (let row = 0; row < 25; row += 1) {
      assert.equal(rolesInCell('a,'.repeat(1000), many), undefined);
      assert.equal(rolesInCell('role 99;'.repeat(250), many)?.length, 1);
    }
    const { user } = process.cpuUsage(started);
    assert.ok(user < 250_000, `${user / 1000} ms`);
  });

  it('names a status in the usual words', () => {
    for (const word of ['Active', 'yes', '1', 'TRUE']) assert.equal(statusInCell(word), 'active', word);
    for (const word of ['Deactivated', 'inactive', 'no', '0'])
      assert.equal(statusInCell(word), 'deactivated', word);
    assert.equal(statusInCell('maybe'), undefined);
  });
});
