// Making accounts and the form about people, in memory and with the real decisions. Never part of a build.
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { MemberProfile } from '../../shared/members/profile.ts';
import { joinName, nameParts } from '../../shared/members/profile.ts';
import { passwordProblem } from '../../shared/passwords/rules.ts';
import type { Action, TargetOf } from '../../shared/policy/can.ts';
import type { Input } from '../client/procedures.ts';
import { Failure } from '../failure.ts';
import { may } from '../may.ts';
import { rightsOf } from '../rights.ts';
import { aMember } from './builders.ts';
import type { MemoryApi } from './memory-api.ts';

/** What the server knows of people beside what stands in the list. */
export class MemoryForms {
  /** By the member's id. */
  readonly profiles = new Map<string, MemberProfile>();
  /** The addresses of accounts that are in use elsewhere. */
  readonly elsewhere = new Set<string>();
  readonly #api: MemoryApi;

  constructor(api: MemoryApi) {
    this.#api = api;
    api.on('members.get', ({ memberId }) => {
      const member = this.#member(memberId);
      const { external } = api.viewerNow;
      const isOfProvider = member.source === 'provider';
      return {
        member,
        profile: this.#profile(member),
        sources: {
          person: isOfProvider || external.authentication ? 'provider' : 'local',
          roles: isOfProvider && external.authorization ? 'provider' : 'local',
        },
      };
    });
    api.on('members.create', (input) => this.#create(input));
    api.on('members.update', (input) => this.#update(input));
  }

  #member(id: string): Member {
    const member = this.#api.people.find((one) => one.id === (id as MemberId));
    if (member === undefined) throw new Failure('member_not_found');
    return member;
  }

  #profile(member: Member): MemberProfile {
    const known = this.profiles.get(member.id) ?? { firstName: '', lastName: '', department: '' };
    return { ...known, ...nameParts(member.name, known) };
  }

  #require<A extends Action>(action: A, target: TargetOf[A]): void {
    const decision = may(rightsOf(this.#api.viewerNow), action, target);
    if (!decision.allowed) throw new Failure(decision.reason);
  }

  #create(input: Input<'members.create'>) {
    const api = this.#api;
    const { email, roles, name = '', username, firstName = '', lastName = '', department = '' } = input;
    const { id: workspace } = api.viewerNow.workspace;
    this.#require('member.create', { workspace, roles });
    for (const place of input.places ?? []) api.places.assertOpen(place.workspaceId, place.roles);
    if (!email.includes('@')) throw new Failure('email_invalid', { field: 'email' });
    if (api.people.some((one) => one.email === email)) throw new Failure('email_taken', { field: 'email' });
    if (username !== undefined && api.people.some((one) => one.username === username))
      throw new Failure('username_taken', { field: 'username' });
    const { password, confirmation = '', isActive = true } = input;
    const rules = api.viewerNow.policy.identity.passwords;
    const problem = password === undefined ? null : passwordProblem(rules!, password, confirmation);
    if (problem !== null) throw new Failure(problem, { field: 'password' });
    if (password === 'password1234') throw new Failure('password_common', { field: 'password' });
    if (this.elsewhere.has(email)) {
      const link = api.viewerNow.hasMail ? {} : { link: 'https://people.example/invitation/abc' };
      return {
        made: 'invitation' as const,
        invitation: {
          text: email,
          email,
          outcome: 'invited' as const,
          ...(input.places !== undefined && {
            places: [{ workspaceId: workspace }, ...input.places].map(({ workspaceId }) => ({
              workspaceId: workspaceId as WorkspaceId,
              outcome: 'invited' as const,
            })),
          }),
          ...link,
        },
      };
    }
    const member = aMember(api.people.length + 1000, {
      name: joinName(firstName, lastName) || name.trim(),
      email,
      roles,
      ...(username === undefined ? {} : { username }),
      status: isActive ? 'active' : 'deactivated',
      lastSignInAt: null,
    });
    this.profiles.set(member.id, { firstName, lastName, department });
    api.people = [...api.people, member];
    return { made: 'account' as const, member: this.#give(member, input.resources) };
  }

  #update(input: Input<'members.update'>): Member {
    const before = this.#member(input.memberId);
    if (before.version !== input.version) throw new Failure('changed_meanwhile', before);
    const target = { member: rightsOf(this.#api.viewerNow).target(before) };
    const profile = {
      ...this.#profile(before),
      ...definedOf(input, ['firstName', 'lastName', 'department']),
    };
    const { name = joinName(profile.firstName, profile.lastName), username, roles, isActive } = input;
    if (input.name ?? input.firstName ?? input.lastName ?? input.department ?? username)
      this.#require('member.change-profile', target);
    if (roles !== undefined) this.#require('member.change-role', { ...target, roles });
    if (isActive !== undefined) this.#require(isActive ? 'member.reactivate' : 'member.deactivate', target);
    const isNamed = input.name !== undefined || input.firstName !== undefined || input.lastName !== undefined;
    const saved: Member = {
      ...before,
      ...(isNamed && { name: name.trim() }),
      ...(username !== undefined && { username }),
      ...(roles !== undefined && { roles }),
      ...(isActive !== undefined && { status: isActive ? ('active' as const) : ('deactivated' as const) }),
      version: before.version + 1,
    };
    this.profiles.set(before.id, profile);
    this.#api.people = this.#api.people.map((one) => (one.id === saved.id ? saved : one));
    return this.#give(saved, input.resources);
  }

  #give(member: Member, resources: Input<'members.create'>['resources'] = []): Member {
    return resources.reduce(
      (given, { kind, resourceIds }) => this.#api.resources!.give(given, kind, resourceIds),
      member,
    );
  }
}

function definedOf<K extends keyof MemberProfile>(
  input: { readonly [Key in K]?: string | undefined },
  keys: readonly K[],
): Partial<MemberProfile> {
  return Object.fromEntries(keys.flatMap((key) => (input[key] === undefined ? [] : [[key, input[key]]])));
}
