// What people are granted themselves, in memory and with the real decisions. Never part of a build.
import type { ErrorCode } from '../../shared/errors.ts';
import type { MemberId, ResourceId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { AccessRow } from '../../shared/permissions/access.ts';
import { accessRights } from '../../shared/permissions/effective.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import { nameKey } from '../../shared/text/name.ts';
import { Failure } from '../failure.ts';
import { may } from '../may.ts';
import { rightsOf } from '../rights.ts';
import type { MemoryApi } from './memory-api.ts';
import { resourceId } from './memory-permissions.ts';

const NAMES = [
  'Catalogue',
  'Marketing kit',
  'Order forms',
  'Price lists',
  'Service manuals',
  'Spare parts',
  'Training videos',
  'Warranty claims',
];

/** A resource of every kind that the policy has. */
export interface MemoryResource {
  readonly name: string;
  readonly ownerId?: MemberId;
  /** Whether it came after everybody was given what they have. */
  readonly isNew?: true;
}

/** The resources of the workspace, and who was given which. */
export class MemoryResources {
  resources: readonly MemoryResource[] = NAMES.map((name) => ({ name }));
  /** What people were given, by their id: names. */
  readonly assigned = new Map<MemberId, readonly string[]>();
  /** The actions that whoever was given something has of it, by its name; all of them where it is not named. */
  readonly parts = new Map<string, readonly string[]>();
  /** What roles were given: names by role. */
  readonly granted = new Map<string, readonly string[]>();
  /** How many rows a page has at most. */
  page = 200;
  readonly #api: MemoryApi;

  constructor(api: MemoryApi) {
    this.#api = api;
    api.resources = this;
    api.on('members.access', ({ memberId, kind, search = '', limit = 50, after }) => {
      const member = this.#member(memberId ?? api.viewerNow.memberId ?? '');
      const rights = rightsOf(api.viewerNow);
      if (!rights.isSelf(member)) this.#require('member.view-access', member, kind);
      const rows = this.resources
        .filter(({ name }) => nameKey(name).includes(nameKey(search)))
        .map((resource) => this.#row(resource, member, kind));
      const start = after === undefined ? 0 : Number(after);
      const end = start + Math.min(limit, this.page);
      return {
        isActive: member.status === 'active',
        total: this.resources.length,
        assigned: this.namesOf(member.id).map(resourceId),
        rows: rows.slice(start, end),
        next: end < rows.length ? String(end) : null,
      };
    });
    api.on('members.assign', ({ memberId, version, kind, resourceIds }) => {
      const member = this.#member(memberId);
      if (member.version !== version) throw new Failure('changed_meanwhile', member);
      return this.give(member, kind, resourceIds);
    });
  }

  /** The names of what the person was given. */
  namesOf(id: MemberId): readonly string[] {
    return this.assigned.get(id) ?? [];
  }

  /** Gives the person exactly these, where the viewer may. */
  give(member: Member, kind: string, ids: readonly string[]): Member {
    this.#require('member.assign', member, kind);
    const names = this.resources.flatMap(({ name }) => (ids.includes(resourceId(name)) ? [name] : []));
    if (names.length !== new Set(ids).size) throw new Failure('resource_not_found');
    this.assigned.set(member.id, names);
    const changed = { ...member, version: member.version + 1, resources: names.length };
    this.#api.people = this.#api.people.map((person) => (person.id === member.id ? changed : person));
    return changed;
  }

  /** Gives and takes as a change of many people does; with the reason where it may not. */
  change(
    member: Member,
    { kind, add, remove }: { kind: string; add: readonly string[]; remove: readonly string[] },
  ): { member: Member } | { refused: ErrorCode } {
    const held = this.namesOf(member.id).map(resourceId);
    try {
      const ids = new Set<ResourceId | string>([...held, ...add]).difference(new Set(remove));
      return { member: this.give(member, kind, [...ids]) };
    } catch (error) {
      return { refused: (error as Failure).code as ErrorCode };
    }
  }

  #member(id: string): Member {
    const found = this.#api.people.find((person) => person.id === (id as MemberId));
    if (found === undefined) throw new Failure('member_not_found');
    return found;
  }

  #require(action: 'member.view-access' | 'member.assign', member: Member, kind: string): void {
    const rights = rightsOf(this.#api.viewerNow);
    const decision = may(rights, action, { member: rights.target(member), kind });
    if (!decision.allowed) throw new Failure(decision.reason);
  }

  #row({ name, ownerId, isNew }: MemoryResource, member: Member, kind: string): AccessRow {
    const compiled = compilePolicy(this.#api.viewerNow.policy);
    const actions = compiled.policy.resources.find(({ key }) => key === kind)!.actions.map(({ key }) => key);
    const own = {
      actions: this.namesOf(member.id).includes(name) ? (this.parts.get(name) ?? actions) : [],
      isOwner: ownerId === member.id,
    };
    const grants = [...this.granted].flatMap(([role, names]) =>
      names.includes(name) ? [{ role, actions }] : [],
    );
    const rights = accessRights(compiled, kind, member.roles, grants, own);
    return {
      resourceId: resourceId(name),
      resource: name,
      rights,
      assigned: own.actions,
      isOwner: own.isOwner,
      isNewer: rights.length === 0 && isNew === true && this.namesOf(member.id).length > 0,
    };
  }
}
