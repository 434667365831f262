// The workspaces of people in memory, with the real decisions for the one that is looked at. Never part of a build.
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { InvitePlace, MemberPlace, OwnPlace, RoleOption } from '../../shared/workspaces/place.ts';
import { Failure } from '../failure.ts';
import { rightsOf } from '../rights.ts';
import type { MemoryApi } from './memory-api.ts';

/** What the server knows of workspaces beside the one that is looked at. */
export class MemoryPlaces {
  /** Where the viewer may go, the workspace of the test among them. */
  mine: readonly OwnPlace[];
  /** Where else the viewer may invite, or make accounts. */
  invite: readonly InvitePlace[] = [];
  /** The memberships elsewhere of whoever is looked at. */
  elsewhere: readonly MemberPlace[] = [];
  readonly #api: MemoryApi;

  constructor(api: MemoryApi) {
    this.#api = api;
    const { id, name } = api.viewerNow.workspace;
    this.mine = [aPlace(name, id)];
    api.on('workspaces.mine', ({ search = '', limit = 50, after }) => {
      const found = this.mine.filter((place) => place.name.toLowerCase().includes(search.toLowerCase()));
      const start = after === undefined ? 0 : Number(after);
      const next = start + limit < found.length ? String(start + limit) : null;
      return { rows: found.slice(start, start + limit), next, total: found.length };
    });
    for (const path of ['invitations.places', 'members.creationPlaces'] as const)
      api.on(path, ({ search = '' }) => ({
        rows: this.invite.filter((place) => place.name.toLowerCase().includes(search.toLowerCase())),
        next: null,
      }));
    api.on('members.places', ({ memberId }) => {
      const member = api.people.find((person) => person.id === memberId);
      if (member === undefined) throw new Failure('member_not_found');
      return { places: [this.#here(member), ...this.elsewhere] };
    });
  }

  /** Refuses a place that is not the viewer's to bring people into, or a role there that is not theirs to give. */
  assertOpen(id: string, roles: readonly string[]): void {
    const place = this.invite.find((one) => one.id === (id as WorkspaceId));
    if (place === undefined) throw new Failure('not_a_member');
    if (roles.length === 0) throw new Failure('role_required');
    if (roles.some((role) => !place.roles.some(({ key }) => key === role)))
      throw new Failure('role_not_yours_to_give');
  }

  #here(member: Member): MemberPlace {
    const rights = rightsOf(this.#api.viewerNow);
    const { workspace } = rights.viewer;
    return {
      workspace,
      isHere: true,
      member,
      roles: rights.personRoles.map(({ key, name, description }): RoleOption => {
        const isHeld = member.roles.includes(key);
        const others = member.roles.filter((role) => role !== key);
        const isMany = rights.policy.rolesPerMember === 'many';
        const target = {
          member: rights.target(member),
          roles: isHeld ? others : isMany ? [...others, key] : [key],
        };
        const decision = rights.may('member.change-role', target);
        const isOpen = decision.allowed || (isHeld && decision.reason === 'role_required');
        return { key, name, description, isHeld, refused: isOpen ? null : decision.reason };
      }),
    };
  }
}

/** A workspace that the viewer may enter. */
export function aPlace(name: string, id = `place-${name.toLowerCase()}` as WorkspaceId): OwnPlace {
  return { id, name, isHome: false, isArchived: false, roles: [{ key: 'admin', name: 'Workspace admin' }] };
}
