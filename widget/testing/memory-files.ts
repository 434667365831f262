// People who come in from lists and go out into files, in memory and with the real decisions. Never part of a build.
import type { MemberId } from '../../shared/ids.ts';
import type { ImportChange, ImportResult, ImportRow } from '../../shared/members/import.ts';
import { rolesInCell, statusInCell } from '../../shared/members/import.ts';
import { EXPORT_PAGE } from '../../shared/members/export.ts';
import type { Member } from '../../shared/members/member.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import { Failure } from '../failure.ts';
import { may } from '../may.ts';
import { rightsOf } from '../rights.ts';
import { NOW } from './builders.ts';
import type { MemoryApi } from './memory-api.ts';

/** What the server does with lists of people. */
export class MemoryFiles {
  readonly #api: MemoryApi;

  constructor(api: MemoryApi) {
    this.#api = api;
    api.on('members.import', ({ mode, rows, roles = [] }) => {
      const people = [...api.people];
      const results = rows.map((row) => this.#import(row as ImportRow, roles));
      if (mode === 'preview') api.people = people;
      // A look does not tell how new people come where that depends on other workspaces.
      const isHidden = mode === 'preview' && api.viewerNow.policy.creation !== null;
      return {
        results: results.map((result) =>
          isHidden && result.verdict === 'new' ? { verdict: 'new' as const } : result,
        ),
      };
    });
    api.on('members.export', ({ filter = {}, after }) => {
      const workspace = api.viewerNow.workspace.id;
      const decision = may(rightsOf(api.viewerNow), 'members.export', { workspace });
      if (!decision.allowed) throw new Failure(decision.reason);
      const { roles, statuses } = filter;
      const shown = api.people
        .filter((person) => roles === undefined || person.roles.some((role) => roles.includes(role)))
        .filter(({ status }) => statuses === undefined || statuses.includes(status));
      const from = after === undefined ? 0 : Number(after);
      const rows = shown.slice(from, from + EXPORT_PAGE).map((member) => ({
        ...member,
        firstName: '',
        lastName: '',
        department: '',
        externalId: null,
      }));
      return { rows, next: from + EXPORT_PAGE < shown.length ? `${from + EXPORT_PAGE}` : null };
    });
  }

  #import(row: ImportRow, given: readonly string[]): ImportResult {
    const error = (code: Failure['code'], field: string): ImportResult => ({
      verdict: 'error',
      problem: { code: code as never, field },
    });
    const { email = '', name = '' } = row;
    if (!/^\S+@\S+\.\S+$/.test(email)) return error('email_invalid', 'email');
    const rights = rightsOf(this.#api.viewerNow);
    const roles = row.roles === undefined ? undefined : rolesInCell(row.roles, compilePolicy(rights.policy));
    if (row.roles !== undefined && roles === undefined) return error('role_unknown', 'roles');
    const known = this.#api.people.find((person) => person.email === email);
    if (known !== undefined) return this.#change(known, row, roles);
    const wanted = roles ?? given;
    if (wanted.length === 0) return error('role_required', 'roles');
    const workspace = this.#api.viewerNow.workspace.id;
    const decision = rights.may('invitation.create', { workspace, roles: wanted });
    if (!decision.allowed) return error(decision.reason, 'roles');
    if (rights.policy.creation === null) return { verdict: 'new', made: 'invitation' };
    const id = `member-of-${email}` as MemberId;
    const made: Member = {
      id,
      name,
      email,
      roles: wanted,
      status: 'active',
      source: 'local',
      lastSignInAt: null,
      createdAt: NOW,
      version: 1,
    };
    this.#api.people = [...this.#api.people, made];
    return { verdict: 'new', made: 'account', memberId: id };
  }

  #change(member: Member, row: ImportRow, roles: readonly string[] = member.roles): ImportResult {
    const status = row.status === undefined ? member.status : statusInCell(row.status)!;
    const changed = { ...member, name: row.name ?? member.name, roles, status };
    const changes = [
      ...(changed.name === member.name ? [] : [{ field: 'name', before: member.name, after: changed.name }]),
      ...(roles.join() === member.roles.join()
        ? []
        : [{ field: 'roles', before: member.roles.join('; '), after: roles.join('; ') }]),
      ...(status === member.status ? [] : [{ field: 'status', before: member.status, after: status }]),
    ] as ImportChange[];
    this.#api.people = this.#api.people.map((person) => (person.id === member.id ? changed : person));
    return { verdict: changes.length > 0 ? 'changes' : 'same', memberId: member.id, changes };
  }
}
