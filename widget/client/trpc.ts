// The server over tRPC: which procedure is behind which call, tried again where no answer came.
import type { MemberPage } from '../../shared/members/member.ts';
import { newKey } from '../events.ts';
import type { CallOptions, UserAdminApi } from './api.ts';
import { RETRIES, withAttempts } from './attempts.ts';
import { authorizedFetch } from './fetch.ts';
import type { TokenSource } from './token.ts';
import { openWire } from './wire.ts';

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
  const { endpoint, workspace, tokens } = connection;
  const wire = openWire({
    url: `${endpoint.replace(/\/+$/, '')}/trpc`,
    headers: workspace === '' ? {} : { 'ua-workspace': workspace },
    fetch: authorizedFetch(tokens) as never,
  });
  const read = <Answer>(options: CallOptions | undefined, call: (signal: AbortSignal) => Promise<Answer>) =>
    attempt(connection, RETRIES.read, options, call);
  const write = <Answer>(options: CallOptions | undefined, call: (key: string, signal: AbortSignal) => Promise<Answer>) => {
    // One key for one wish, however often it has to be sent.
    const key = options?.idempotencyKey ?? newKey();
    return attempt(connection, RETRIES.write, options, (sent) => call(key, sent));
  };
  return {
    viewer: (options) => read(options, (sent) => wire.query('viewer', 'get', undefined, sent)),
    members: {
      list: (input, options) =>
        read(options, async (sent) => {
          const answer = await wire.query('members', 'list', input, sent);
          return JSON.parse(answer.page) as MemberPage;
        }),
      changeRole: ({ id, version }, roles, options) =>
        write(options, (idempotencyKey, sent) =>
          wire.mutate('members', 'changeRole', { memberId: id, version, roles: [...roles], idempotencyKey }, sent),
        ),
      deactivate: ({ id, version }, options) =>
        write(options, (idempotencyKey, sent) => wire.mutate('members', 'deactivate', { memberId: id, version, idempotencyKey }, sent)),
      reactivate: ({ id, version }, options) =>
        write(options, (idempotencyKey, sent) => wire.mutate('members', 'reactivate', { memberId: id, version, idempotencyKey }, sent)),
      remove: ({ id, version }, options) =>
        write(options, (idempotencyKey, sent) => wire.mutate('members', 'remove', { memberId: id, version, idempotencyKey }, sent)),
      leave: (version, options) => write(options, (idempotencyKey, sent) => wire.mutate('members', 'leave', { version, idempotencyKey }, sent)),
      changeMany: (selection, change, options) =>
        write(options, (idempotencyKey, sent) => wire.mutate('members', 'changeMany', { selection, change, idempotencyKey }, sent)),
    },
    invitations: {
      create: ({ roles, ...input }, options) =>
        write(options, (idempotencyKey, sent) => wire.mutate('invitations', 'create', { ...input, roles: [...roles], idempotencyKey }, sent)),
      list: (input, options) => read(options, (sent) => wire.query('invitations', 'list', input, sent)),
      resend: ({ id, version }, options) =>
        write(options, (idempotencyKey, sent) => wire.mutate('invitations', 'resend', { invitationId: id, version, idempotencyKey }, sent)),
      revoke: ({ id, version }, options) =>
        write(options, (idempotencyKey, sent) => wire.mutate('invitations', 'revoke', { invitationId: id, version, idempotencyKey }, sent)),
      link: (invitationId, options) =>
        write(options, (idempotencyKey, sent) => wire.mutate('invitations', 'link', { invitationId, idempotencyKey }, sent)),
    },
    permissions: {
      grid: (input, options) => read(options, (sent) => wire.query('permissions', 'list', input, sent)),
      save: (kind, rows, options) =>
        write(options, (idempotencyKey, sent) =>
          wire.mutate('permissions', 'save', { kind, rows: rows.map((row) => ({ ...row, actions: [...row.actions] })), idempotencyKey }, sent),
        ),
    },
  };
}

function attempt<Answer>(
  connection: Connection,
  retries: number,
  options: CallOptions | undefined,
  call: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const signal = options?.signal === undefined ? connection.signal : AbortSignal.any([options.signal, connection.signal]);
  return withAttempts(retries, signal, () => call(signal));
}
