// A server in memory with the real decisions, so that elements are tested fast and with every answer at hand. Never part of a build.
import type { ListMembers, MemberSelection } from '../../shared/contract/members.ts';
import type { ListInvitations } from '../../shared/contract/invitations.ts';
import type { InvitationId, MemberId } from '../../shared/ids.ts';
import type { Member, MemberOutcome, MemberPage } from '../../shared/members/member.ts';
import type { GrantChange } from '../../shared/permissions/permissions.ts';
import type { Action, TargetOf } from '../../shared/policy/can.ts';
import { topRank, compilePolicy } from '../../shared/policy/compile.ts';
import { nameKey } from '../../shared/text/name.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import type { ChangedPart } from '../../shared/live/change.ts';
import type { BulkChange, CallOptions, Calls, ChangeListener, UserAdminApi } from '../client/api.ts';
import type { Input, Output, Path } from '../client/procedures.ts';
import { Failure } from '../failure.ts';
import { rightsOf } from '../rights.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import type { MemoryResources } from './memory-resources.ts';
import type { MemoryForms } from './memory-forms.ts';
import type { MemoryPlaces } from './memory-places.ts';
import type { NamedCalls } from './named-calls.ts';

/** A call that a test looks at or holds back. */
export interface Call {
  readonly name: string;
  readonly input: unknown;
  readonly options: CallOptions | undefined;
}

/** What the memory server starts with. */
export interface MemoryOptions {
  readonly viewer: Viewer;
  readonly members: readonly Member[];
}

/** What a fake may answer: the same with nothing in it to be changed. */
type Fixed<Answer> = Answer extends string
  ? Answer
  : Answer extends object
    ? { readonly [Key in keyof Answer]: Fixed<Answer[Key]> }
    : Answer;

type ByPath = (api: MemoryApi, input: never, options: CallOptions | undefined) => Promise<unknown>;
type Ids = { readonly memberId: MemberId; readonly invitationId: InvitationId; readonly version: number };

const onMember =
  (verb: 'deactivate' | 'reactivate' | 'remove') =>
  ({ members }: MemoryApi, { memberId: id, version }: Ids, options?: CallOptions) =>
    members[verb]({ id, version }, options);
const onInvitation =
  (verb: 'resend' | 'revoke') =>
  ({ invitations }: MemoryApi, { invitationId: id, version }: Ids, options?: CallOptions) =>
    invitations[verb]({ id, version }, options);

/** What answers the paths that tests know by name. */
const BY_PATH = {
  'members.changeRole': (
    { members }: MemoryApi,
    { memberId: id, version, roles }: Ids & { roles: string[] },
    options?: CallOptions,
  ) => members.changeRole({ id, version }, roles, options),
  'members.deactivate': onMember('deactivate'),
  'members.reactivate': onMember('reactivate'),
  'members.remove': onMember('remove'),
  'members.leave': ({ members }: MemoryApi, { version }: Ids, options?: CallOptions) =>
    members.leave(version, options),
  'members.changeMany': (
    { members }: MemoryApi,
    { selection, change, note }: { selection: MemberSelection; change: BulkChange; note?: string },
    options?: CallOptions,
  ) => members.changeMany(selection, change, options, note),
  'invitations.create': (
    { invitations }: MemoryApi,
    input: Parameters<NamedCalls['invitations']['create']>[0],
    options?: CallOptions,
  ) => invitations.create(input, options),
  'invitations.list': ({ invitations }: MemoryApi, input: ListInvitations, options?: CallOptions) =>
    invitations.list(input, options),
  'invitations.resend': onInvitation('resend'),
  'invitations.revoke': onInvitation('revoke'),
  'invitations.link': ({ invitations }: MemoryApi, { invitationId }: Ids, options?: CallOptions) =>
    invitations.link(invitationId, options),
  'permissions.list': (
    { permissions }: MemoryApi,
    input: Parameters<NamedCalls['permissions']['grid']>[0],
    options?: CallOptions,
  ) => permissions.grid(input, options),
  'permissions.save': (
    { permissions }: MemoryApi,
    { kind, rows }: { kind: string; rows: GrantChange[] },
    options?: CallOptions,
  ) => permissions.save(kind, rows, options),
};

const STEP = 200;

/** The server in memory. `calls` lists what was asked; `before` may delay, refuse or observe each call. */
export class MemoryApi implements UserAdminApi {
  readonly calls: Call[] = [];
  /** Runs before each call; what it throws is the answer. */
  before: (call: Call) => Promise<void> | void = () => {};
  viewerNow: Viewer;
  /** What people are granted themselves, where a test needs it. */
  resources: MemoryResources | undefined;
  people: Member[];
  /** What is known of people beside the list; the stage puts it here. */
  declare forms: MemoryForms;
  /** What it knows of other workspaces. */
  declare places: MemoryPlaces;
  readonly #done = new Map<string, unknown>();
  readonly #handlers = new Map<string, (input: never) => unknown>([['permissions.drift', () => null]]);
  #lastSorted:
    { readonly key: string; readonly people: readonly Member[]; readonly rows: Member[] } | undefined;

  constructor({ viewer, members }: MemoryOptions) {
    this.viewerNow = viewer;
    this.people = [...members];
  }

  /** How often `name` was called. */
  count(name: string): number {
    return this.calls.filter((call) => call.name === name).length;
  }

  /** Answers a procedure that is called by its path; what `handle` throws is the refusal. */
  on<P extends Path>(path: P, handle: (input: Input<P>) => Fixed<Output<P>>): void {
    this.#handlers.set(path, handle);
  }

  readonly read: Calls['read'] = (path, input, options) => this.#handled(path, input, options);
  readonly write: Calls['write'] = (path, input, options) => this.#handled(path, input, options);
  readonly send: Calls['send'] = (path, input, options) => this.#handled(path, input, options);

  viewer(options?: CallOptions): Promise<Viewer> {
    return this.#call('viewer', undefined, options, () => this.viewerNow);
  }

  /** Who listens to what others change; a test tells them by `tell`. */
  readonly listeners = new Set<ChangeListener>();

  listen(_missed: number, listener: ChangeListener, signal: AbortSignal): Promise<void> {
    this.listeners.add(listener);
    return new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => {
        this.listeners.delete(listener);
        reject(new Failure('aborted'));
      }),
    );
  }

  /** Tells whoever listens that others have changed something. */
  tell(...changed: ChangedPart[]): void {
    for (const { onChange } of this.listeners) onChange(changed);
  }

  readonly members: NamedCalls['members'] = {
    list: (input, options) => this.#call('members.list', input, options, () => this.#list(input)),
    changeRole: (member, roles, options) =>
      this.#call('members.changeRole', { member, roles }, options, () =>
        this.#change(member, (held, rights) => {
          this.#require(rights, 'member.change-role', { member: rights.target(held), roles });
          return { ...held, roles };
        }),
      ),
    deactivate: (member, options) =>
      this.#call('members.deactivate', member, options, () => this.#switch(member, 'member.deactivate')),
    reactivate: (member, options) =>
      this.#call('members.reactivate', member, options, () => this.#switch(member, 'member.reactivate')),
    remove: (member, options) => this.#call('members.remove', member, options, () => this.#remove(member)),
    leave: (version, options) =>
      this.#call('members.leave', version, options, () => {
        const self = this.#member(this.viewerNow.memberId!);
        const rights = this.#rights();
        this.#require(rights, 'member.leave', { member: rights.target(self) });
        this.people = this.people.filter(({ id }) => id !== self.id);
        return { id: self.id };
      }),
    changeMany: (selection, change, options, note) =>
      this.#call(
        'members.changeMany',
        { selection, change, ...(note !== undefined && { note }) },
        options,
        () => this.#changeMany(selection, change),
      ),
  };

  invitations: NamedCalls['invitations'] = {
    create: (input, options) => this.#call('invitations.create', input, options, () => ({ results: [] })),
    list: (input, options) =>
      this.#call('invitations.list', input, options, () => ({ rows: [], next: null, total: 0 })),
    resend: (input, options) =>
      this.#call('invitations.resend', input, options, () => refuse('invitation_not_found')),
    revoke: (input, options) =>
      this.#call('invitations.revoke', input, options, () => refuse('invitation_not_found')),
    link: (input, options) =>
      this.#call('invitations.link', input, options, () => refuse('invitation_not_found')),
  };

  permissions: NamedCalls['permissions'] = {
    grid: (input, options) =>
      this.#call('permissions.list', input, options, () => ({ rows: [], next: null })),
    save: (_kind, rows, options) => this.#call('permissions.save', rows, options, () => ({ results: [] })),
  };

  #handled<Answer>(path: string, input: unknown, options: CallOptions | undefined): Promise<Answer> {
    const named = (BY_PATH as Record<string, ByPath>)[path];
    if (named !== undefined && !this.#handlers.has(path))
      return named(this, input as never, options) as Promise<Answer>;
    return this.#call(path, input, options, () => {
      const handle = this.#handlers.get(path);
      if (handle === undefined) throw new Error(`Nobody answers ${path}: register it with api.on().`);
      return handle(input as never) as Answer;
    });
  }

  async #call<Answer>(
    name: string,
    input: unknown,
    options: CallOptions | undefined,
    act: () => Answer,
  ): Promise<Answer> {
    const call = { name, input, options };
    this.calls.push(call);
    await this.before(call);
    if (options?.signal?.aborted === true) throw new Failure('aborted');
    const key = options?.idempotencyKey;
    if (key === undefined) return structuredClone(act());
    if (!this.#done.has(key)) this.#done.set(key, act());
    return structuredClone(this.#done.get(key)) as Answer;
  }

  #rights(): Rights {
    return rightsOf(this.viewerNow);
  }

  #require<A extends Action>(rights: Rights, action: A, target: TargetOf[A]): void {
    const decision = may(rights, action, target);
    if (!decision.allowed) refuse(decision.reason);
  }

  #member(id: MemberId): Member {
    return this.people.find((person) => person.id === id) ?? refuse('member_not_found');
  }

  #change(
    { id, version }: Pick<Member, 'id' | 'version'>,
    edit: (held: Member, rights: Rights) => Member,
  ): Member {
    const held = this.#member(id);
    if (held.version !== version) refuse('changed_meanwhile', held);
    const changed = { ...edit(held, this.#rights()), version: held.version + 1 };
    this.people = this.people.map((person) => (person.id === id ? changed : person));
    return changed;
  }

  #switch(member: Pick<Member, 'id' | 'version'>, action: 'member.deactivate' | 'member.reactivate'): Member {
    return this.#change(member, (held, rights) => {
      this.#require(rights, action, { member: rights.target(held) });
      return { ...held, status: action === 'member.deactivate' ? 'deactivated' : 'active' };
    });
  }

  #remove({ id, version }: Pick<Member, 'id' | 'version'>): { id: MemberId } {
    this.#change({ id, version }, (held, rights) => {
      this.#require(rights, 'member.remove', { member: rights.target(held) });
      return held;
    });
    this.people = this.people.filter((person) => person.id !== id);
    return { id };
  }

  #matching(filter: ListMembers['filter'] = {}): Member[] {
    const search = nameKey(filter.search?.trim() ?? '');
    return this.people.filter(
      ({ id, name, email, username, roles, status, lastSignInAt }) =>
        (search === '' || nameKey(`${name} ${email} ${username ?? ''}`).includes(search)) &&
        (filter.roles === undefined ||
          filter.roles.length === 0 ||
          roles.some((role) => filter.roles!.includes(role))) &&
        (filter.dormantSince === undefined || (lastSignInAt ?? 0) < filter.dormantSince) &&
        (filter.ids === undefined || filter.ids.includes(id)) &&
        (filter.statuses === undefined || filter.statuses.length === 0 || filter.statuses.includes(status)),
    );
  }

  #list({ filter, sort, limit = 50, from }: ListMembers): MemberPage {
    this.#require(this.#rights(), 'members.list', { workspace: this.viewerNow.workspace.id });
    const rows = this.#sortedOnce(filter, sort);
    const edge = (cursor: string) => rows.findIndex(({ id }) => id === cursor);
    let offset = 0;
    if (from !== undefined && 'position' in from) offset = from.position;
    else if (from !== undefined && 'after' in from) offset = edge(from.after) + 1;
    else if (from !== undefined) offset = Math.max(0, edge(from.before) - limit);
    const page = rows.slice(offset, offset + limit);
    return {
      rows: page,
      previous: offset > 0 ? (page[0]?.id ?? null) : null,
      next: offset + limit < rows.length ? (page.at(-1)?.id ?? null) : null,
      offset,
      total: { count: rows.length, isExact: true },
    };
  }

  /** Sorting 100,000 people takes longer than a frame, and here it would be counted as the widget's. */
  #sortedOnce(filter: ListMembers['filter'], sort: ListMembers['sort']): Member[] {
    const key = JSON.stringify([filter, sort]);
    const { people } = this;
    if (this.#lastSorted?.key !== key || this.#lastSorted.people !== people) {
      this.#lastSorted = { key, people, rows: this.#sorted(this.#matching(filter), sort) };
    }
    return this.#lastSorted.rows;
  }

  #sorted(rows: Member[], sort: ListMembers['sort']): Member[] {
    const { by = 'name', direction = 'ascending' } = sort ?? {};
    const policy = compilePolicy(this.viewerNow.policy);
    const keyOf = (member: Member): string | number => {
      if (by === 'roles') return -topRank(policy, member.roles);
      if (by === 'lastSignIn') return -(member.lastSignInAt ?? 0);
      return by === 'status' ? member.status : nameKey(member[by]);
    };
    const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
    const sign = direction === 'ascending' ? 1 : -1;
    keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : a.row.id < b.row.id ? -1 : 1));
    return keyed.map(({ row }) => row);
  }

  #changeMany(
    selection: MemberSelection,
    change: BulkChange,
  ): { results: readonly MemberOutcome[]; next: string | null } {
    const chosen =
      'ids' in selection
        ? this.people.filter(({ id }) => selection.ids.includes(id))
        : 'seen' in selection
          ? this.people.filter(({ id }) => selection.seen.some((one) => one.id === id))
          : this.#ofFilter(selection);
    const isOld = ({ id, version }: Member) =>
      'seen' in selection && selection.seen.some((one) => one.id === id && one.version !== version);
    const step = chosen.slice(0, STEP);
    const results = step.map((member) =>
      isOld(member)
        ? { memberId: member.id, name: member.name, refused: 'changed_meanwhile' as const }
        : this.#outcome(member, change),
    );
    return { results, next: chosen.length > STEP ? step.at(-1)!.id : null };
  }

  #ofFilter({ filter, except = [], after }: Extract<MemberSelection, { filter: unknown }>): Member[] {
    return this.#matching(filter).filter(
      ({ id }) => !except.includes(id) && (after === undefined || id > after),
    );
  }

  #outcome(member: Member, change: BulkChange): MemberOutcome {
    const base = { memberId: member.id, name: member.name };
    try {
      if (change.action === 'member.remove') {
        this.#remove(member);
        return base;
      }
      if (change.action === 'member.end-sessions') {
        const rights = this.#rights();
        this.#require(rights, change.action, { member: rights.target(member) });
        return { ...base, member };
      }
      if (change.action === 'member.assign') return { ...base, ...this.resources!.change(member, change) };
      if (change.action !== 'member.change-role')
        return { ...base, member: this.#switch(member, change.action) };
      const { roles } = change;
      return {
        ...base,
        previousRoles: member.roles,
        member: this.#change(member, (held, rights) => {
          this.#require(rights, 'member.change-role', { member: rights.target(held), roles });
          return { ...held, roles };
        }),
      };
    } catch (error) {
      if (
        error instanceof Failure &&
        error.code !== 'offline' &&
        error.code !== 'aborted' &&
        error.code !== 'prevented'
      )
        return { ...base, refused: error.code };
      throw error;
    }
  }
}

function refuse(code: Failure['code'], details?: unknown): never {
  throw new Failure(code, details);
}
