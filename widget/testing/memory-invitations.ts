// Invitations in memory with the real parsing and the real decisions. Never part of a build.
import { LIST_LIMIT, parseAddressList } from '../../shared/emails/address-list.ts';
import { addressKey } from '../../shared/emails/address.ts';
import type { InvitationId } from '../../shared/ids.ts';
import type { Invitation, InvitationResult } from '../../shared/invitations/invitation.ts';
import type { CallOptions } from '../client/api.ts';
import { Failure } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { may } from '../may.ts';
import { rightsOf } from '../rights.ts';
import { NOW, WORKSPACE } from './builders.ts';
import type { MemoryApi } from './memory-api.ts';
import type { NamedCalls } from './named-calls.ts';

const HOUR = 3_600_000;

/** The id of the invitation with this number. */
export function invitationId(number: number): InvitationId {
  return `invitation-${String(number).padStart(6, '0')}` as InvitationId;
}

/** An invitation by number; the same number gives the same one. */
export function anInvitation(number: number, over: Partial<Invitation> = {}): Invitation {
  return {
    id: invitationId(number),
    email: `guest${number}@example.org`,
    name: '',
    roles: ['member'],
    state: 'pending',
    delivery: 'sent',
    deliveryError: null,
    invitedBy: { name: 'Amara Okafor' },
    createdAt: NOW - number * HOUR,
    expiresAt: NOW + 24 * HOUR - number * HOUR,
    version: 1,
    ...over,
  };
}

type Input<Name extends keyof NamedCalls['invitations']> = Parameters<NamedCalls['invitations'][Name]>[0];

/** Invitations that belong to `api`: put it there with `api.invitations = new MemoryInvitations(api, …)`. */
export class MemoryInvitations {
  rows: Invitation[];
  /** Runs before each call; what it throws is the answer. */
  before: (name: string, input: unknown, options?: CallOptions) => Promise<void> | void = () => {};
  readonly #api: MemoryApi;
  readonly #done = new Map<string, unknown>();

  constructor(api: MemoryApi, rows: readonly Invitation[] = []) {
    this.#api = api;
    this.rows = [...rows];
    api.on('invitations.changeMany', ({ invitationIds, action }) => ({
      results: invitationIds.map((id) => this.#changeOne(id as InvitationId, action)),
    }));
  }

  #changeOne(id: InvitationId, action: 'resend' | 'revoke') {
    const held = this.rows.find((row) => row.id === id);
    if (held === undefined) return { invitationId: id, email: '', refused: 'invitation_not_found' as const };
    try {
      this.#require(`invitation.${action}`, held);
    } catch (error) {
      if (
        !(error instanceof Failure) ||
        error.code === 'offline' ||
        error.code === 'aborted' ||
        error.code === 'prevented'
      )
        throw error;
      return { invitationId: id, email: held.email, refused: error.code };
    }
    const state = action === 'revoke' ? 'revoked' : 'pending';
    const invitation = this.#put({ ...held, state, version: held.version + 1 });
    return { invitationId: id, email: held.email, invitation };
  }

  create(input: Input<'create'>, options?: CallOptions): Promise<{ results: readonly InvitationResult[] }> {
    return this.#call('create', input, options, () => this.#create(input));
  }

  list({ limit = 50, after, states = ['pending', 'expired'] }: Input<'list'>, options?: CallOptions) {
    return this.#call('list', { limit, after }, options, () => {
      const rows = this.rows
        .filter(({ state }) => states.includes(state))
        .sort((a, b) => b.createdAt - a.createdAt);
      const start = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1;
      const page = rows.slice(start, start + limit);
      return { rows: page, next: start + limit < rows.length ? page.at(-1)!.id : null, total: rows.length };
    });
  }

  resend(target: Input<'resend'>, options?: CallOptions) {
    return this.#call('resend', target, options, () => {
      const held = this.#held(target);
      this.#require('invitation.resend', held);
      const { hasMail, invitationHours } = this.#api.viewerNow;
      const invitation = this.#put({
        ...held,
        state: 'pending',
        delivery: hasMail ? 'queued' : 'none',
        deliveryError: null,
        expiresAt: NOW + invitationHours * HOUR,
        version: held.version + 1,
      });
      return { invitation, link: this.#link(invitation.id) };
    });
  }

  revoke(target: Input<'revoke'>, options?: CallOptions) {
    return this.#call('revoke', target, options, () => {
      const held = this.#held(target);
      this.#require('invitation.revoke', held);
      return this.#put({ ...held, state: 'revoked', version: held.version + 1 });
    });
  }

  link(id: InvitationId, options?: CallOptions) {
    return this.#call('link', id, options, () => {
      const held = this.rows.find((row) => row.id === id) ?? refuse('invitation_not_found');
      this.#require('invitation.link', held);
      return { link: this.#link(id) };
    });
  }

  async #call<Answer>(
    name: string,
    input: unknown,
    options: CallOptions | undefined,
    act: () => Answer,
  ): Promise<Answer> {
    this.#api.calls.push({ name: `invitations.${name}`, input, options });
    await this.before(name, input, options);
    if (options?.signal?.aborted === true) throw new Failure('aborted');
    const key = options?.idempotencyKey;
    if (key === undefined) return structuredClone(act());
    if (!this.#done.has(key)) this.#done.set(key, act());
    return structuredClone(this.#done.get(key)) as Answer;
  }

  #create({ addresses, roles, places = [] }: Input<'create'>): { results: InvitationResult[] } {
    const rights = rightsOf(this.#api.viewerNow);
    const decision = rights.may('invitation.create', { workspace: WORKSPACE, roles });
    if (!decision.allowed) refuse(decision.reason);
    const { entries, tooMany } = parseAddressList(addresses);
    if (tooMany !== undefined || entries.length > LIST_LIMIT) refuse('too_many_addresses');
    if (entries.every(({ email }) => email === undefined)) refuse('no_valid_address');
    const people = new Map(this.#api.people.map((person) => [addressKey(person.email), person]));
    const invited = new Set(
      this.rows.filter(({ state }) => state === 'pending').map(({ email }) => addressKey(email)),
    );
    const results = entries.map(({ text, email, key, problem }): InvitationResult => {
      if (email === undefined || key === undefined)
        return { text, email: null, outcome: 'invalid', ...(problem && { problem }) };
      if (problem === 'duplicate') return { text, email, outcome: 'duplicate' };
      const person = people.get(key);
      if (person !== undefined)
        return { text, email, outcome: person.status === 'active' ? 'already_member' : 'deactivated' };
      if (invited.has(key)) return { text, email, outcome: 'already_invited' };
      const there = [WORKSPACE, ...places.map(({ workspaceId }) => workspaceId)];
      const invitedInto = there.map((workspaceId) => ({ workspaceId, outcome: 'invited' as const }));
      return { ...this.#invite(text, email, roles), ...(places.length > 0 && { places: invitedInto }) };
    });
    return { results };
  }

  #invite(text: string, email: string, roles: readonly string[]): InvitationResult {
    const { hasMail, invitationHours, name } = this.#api.viewerNow;
    const number = 900_000 + this.rows.length;
    this.rows.push(
      anInvitation(number, {
        email,
        roles,
        delivery: hasMail ? 'queued' : 'none',
        invitedBy: { name },
        createdAt: NOW + this.rows.length,
        expiresAt: NOW + invitationHours * HOUR,
      }),
    );
    return {
      text,
      email,
      outcome: 'invited',
      invitationId: invitationId(number),
      link: this.#link(invitationId(number)),
    };
  }

  #link(id: InvitationId): string {
    return `https://people.example.com/invite#${id}-4kQ9vXw2LrT8`;
  }

  #held({ id, version }: Pick<Invitation, 'id' | 'version'>): Invitation {
    const held = this.rows.find((row) => row.id === id) ?? refuse('invitation_not_found');
    if (held.state !== 'pending' && held.state !== 'expired') refuse('invitation_not_pending');
    if (held.version !== version) refuse('changed_meanwhile', { invitation: held });
    return held;
  }

  #put(invitation: Invitation): Invitation {
    this.rows = this.rows.map((row) => (row.id === invitation.id ? invitation : row));
    return invitation;
  }

  #require(
    action: 'invitation.resend' | 'invitation.revoke' | 'invitation.link',
    { roles }: Invitation,
  ): void {
    const decision = may(rightsOf(this.#api.viewerNow), action, {
      invitation: { workspace: WORKSPACE, roles },
    });
    if (!decision.allowed) refuse(decision.reason);
  }
}

function refuse(code: FailureCode, details?: unknown): never {
  throw new Failure(code, details);
}
