// Roles of the workspace's own, in memory and with the real decisions. Never part of a build.
import type { CustomRole } from '../../shared/policy/custom-roles.ts';
import { ownableCapabilities, withCustomRoles } from '../../shared/policy/custom-roles.ts';
import { compilePolicy, holds } from '../../shared/policy/compile.ts';
import { capabilityMatrix } from '../../shared/permissions/permissions.ts';
import type { Action, TargetOf } from '../../shared/policy/can.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { RoleList } from '../../shared/roles/role-list.ts';
import { Failure } from '../failure.ts';
import { may } from '../may.ts';
import { rightsOf } from '../rights.ts';
import { WORKSPACE } from './builders.ts';
import type { MemoryApi } from './memory-api.ts';

/** The roles that were made, and how many pending invitations give each. */
export class MemoryRoles {
  made: readonly CustomRole[] = [];
  readonly invited = new Map<string, number>();
  readonly #api: MemoryApi;
  readonly #policy: Policy;

  constructor(api: MemoryApi) {
    this.#api = api;
    this.#policy = api.viewerNow.policy;
    this.#answer();
  }

  /** Puts these roles in place of all that were made, as somebody else would. */
  set(made: readonly CustomRole[]): void {
    this.made = made;
    this.#api.viewerNow = { ...this.#api.viewerNow, policy: withCustomRoles(this.#policy, made) };
  }

  list(): RoleList {
    const { policy } = this.#api.viewerNow;
    const compiled = compilePolicy(policy);
    const count = (key: string, status: string) =>
      this.#api.people.filter((person) => person.roles.includes(key) && person.status === status).length;
    return {
      roles: policy.roles.map((role) => ({
        ...role,
        holders: {
          active: count(role.key, 'active'),
          deactivated: count(role.key, 'deactivated'),
          invited: this.invited.get(role.key) ?? 0,
        },
        capabilities: ownableCapabilities(policy).flatMap(({ key }) =>
          holds(compiled, [role.key], key) ? [key] : [],
        ),
        version: this.made.find(({ key }) => key === role.key)?.version ?? 0,
      })),
      matrix: capabilityMatrix(compiled),
    };
  }

  #require<A extends Action>(action: A, target: TargetOf[A]): void {
    const decision = may(rightsOf(this.#api.viewerNow), action, target);
    if (!decision.allowed) throw new Failure(decision.reason);
  }

  #seen(key: string, version: number): CustomRole {
    const role = this.made.find((each) => each.key === key);
    if (role === undefined) throw new Failure('role_unknown');
    if (role.version !== version) throw new Failure('changed_meanwhile', role);
    return role;
  }

  #assertFree(name: string, key?: string): void {
    const taken = this.#api.viewerNow.policy.roles.some((role) => role.name === name && role.key !== key);
    if (taken) throw new Failure('role_name_taken', { field: 'name' });
  }

  #answer(): void {
    const api = this.#api;
    api.on('roles.list', () => {
      this.#require('permissions.view', { workspace: WORKSPACE });
      return this.list();
    });
    api.on('roles.create', ({ name, description = '', capabilities = [] }) => {
      this.#require('role.create', { workspace: WORKSPACE, capabilities });
      this.#assertFree(name);
      const role = { key: `custom-${this.made.length + 1}`, name, description, capabilities, version: 1 };
      this.set([...this.made, role]);
      return role;
    });
    api.on('roles.change', ({ key, version, name, description = '', capabilities }) => {
      this.#require('role.change', { workspace: WORKSPACE, role: key, capabilities });
      this.#seen(key, version);
      this.#assertFree(name, key);
      const role = { key, name, description, capabilities, version: version + 1 };
      this.set(this.made.map((each) => (each.key === key ? role : each)));
      return role;
    });
    api.on('roles.delete', ({ key, version, replacement }) => {
      this.#require('role.delete', { workspace: WORKSPACE, role: key, replacement: replacement ?? null });
      this.#seen(key, version);
      const holders = api.people.filter(({ roles }) => roles.includes(key));
      const invitations = this.invited.get(key) ?? 0;
      if (replacement === undefined && holders.length + invitations > 0) throw new Failure('role_in_use');
      api.people = api.people.map((person) =>
        holders.includes(person)
          ? { ...person, roles: person.roles.flatMap((role) => (role === key ? (replacement ?? []) : role)) }
          : person,
      );
      this.set(this.made.filter((each) => each.key !== key));
      return { key, members: holders.length, invitations, withdrawn: 0 };
    });
  }
}
