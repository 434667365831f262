// The server over tRPC: which procedure is behind which call, tried again where no answer came.
import type { MemberPage } from '../../shared/members/member.ts';
import { newKey } from '../new-key.ts';
import type { CallOptions, UserAdminApi } from './api.ts';
import { RETRIES, withAttempts } from './attempts.ts';
import { authorizedFetch } from './fetch.ts';
import type { TokenSource } from './token.ts';
import { openWire } from './wire.ts';
import type { Input, Noun, Output, Verb } from './wire.ts';

/** Where the server is and who asks it. */
export interface Connection {
  /** The address that the server is mounted under. */
  readonly endpoint: string;
  /** The workspace; empty where the token names it. */
  readonly workspace: string;
  readonly tokens: TokenSource;
  /** Ends every call, because somebody else is asking now. */
  readonly signal: AbortSignal;
}

/** The server at `connection`, as the widget knows it. */
export function connect(connection: Connection): UserAdminApi {
  const { read, write } = callsOver(connection);
  const onMember =
    (verb: 'deactivate' | 'reactivate' | 'remove') =>
    (
      { id, version }: Parameters<UserAdminApi['members']['remove']>[0],
      options?: CallOptions,
    ): Promise<never> =>
      write('members', verb, { memberId: id, version }, options) as Promise<never>;
  const onInvitation =
    (verb: 'resend' | 'revoke') =>
    (
      { id, version }: Parameters<UserAdminApi['invitations']['revoke']>[0],
      options?: CallOptions,
    ): Promise<never> =>
      write('invitations', verb, { invitationId: id, version }, options) as Promise<never>;
  return {
    viewer: (options) => read('viewer', 'get', undefined, options),
    members: {
      list: async (input, options) =>
        JSON.parse((await read('members', 'list', input, options)).page) as MemberPage,
      changeRole: ({ id, version }, roles, options) =>
        write('members', 'changeRole', { memberId: id, version, roles: [...roles] }, options),
      deactivate: onMember('deactivate'),
      reactivate: onMember('reactivate'),
      remove: onMember('remove'),
      leave: (version, options) => write('members', 'leave', { version }, options),
      changeMany: (selection, change, options) =>
        write('members', 'changeMany', { selection, change }, options),
    },
    invitations: {
      create: ({ roles, ...input }, options) =>
        write('invitations', 'create', { ...input, roles: [...roles] }, options),
      list: (input, options) => read('invitations', 'list', input, options),
      resend: onInvitation('resend'),
      revoke: onInvitation('revoke'),
      link: (invitationId, options) => write('invitations', 'link', { invitationId }, options),
    },
    permissions: {
      grid: (input, options) => read('permissions', 'list', input, options),
      save: (kind, rows, options) =>
        write(
          'permissions',
          'save',
          { kind, rows: rows.map((row) => ({ ...row, actions: [...row.actions] })) },
          options,
        ),
    },
  };
}

function callsOver({ endpoint, workspace, tokens, signal }: Connection) {
  const url = `${endpoint.replace(/\/+$/, '')}/trpc`;
  const wire = openWire(url, workspace === '' ? {} : { 'ua-workspace': workspace }, authorizedFetch(tokens));
  const whileWanted = (options: CallOptions | undefined) =>
    options?.signal === undefined ? signal : AbortSignal.any([options.signal, signal]);
  return {
    read<N extends Noun, V extends Verb<N>>(
      noun: N,
      verb: V,
      input: Input<N, V>,
      options: CallOptions | undefined,
    ): Promise<Output<N, V>> {
      const wanted = whileWanted(options);
      return withAttempts(RETRIES.read, wanted, () => wire('query', noun, verb, input, wanted));
    },
    write<N extends Noun, V extends Verb<N>>(
      noun: N,
      verb: V,
      wish: Omit<Input<N, V>, 'idempotencyKey'>,
      options: CallOptions | undefined,
    ): Promise<Output<N, V>> {
      const wanted = whileWanted(options);
      // One key for one wish, however often it has to be sent.
      const input = { ...wish, idempotencyKey: options?.idempotencyKey ?? newKey() } as Input<N, V>;
      return withAttempts(RETRIES.write, wanted, () => wire('mutation', noun, verb, input, wanted));
    },
  };
}
