// The server over tRPC. The only file of the widget that knows the wire.
import { createTRPCClient, httpLink } from '@trpc/client';
import type { MemberPage } from '../../shared/members/member.ts';
import type { AppRouter } from '../../server/trpc/router.ts';
import { newKey } from '../events.ts';
import type { CallOptions, UserAdminApi } from './api.ts';
import { RETRIES, withAttempts } from './attempts.ts';
import { authorizedFetch } from './fetch.ts';
import type { TokenSource } from './token.ts';

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
  const client = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${endpoint.replace(/\/+$/, '')}/trpc`,
        headers: workspace === '' ? {} : { 'ua-workspace': workspace },
        fetch: authorizedFetch(tokens) as never,
      }),
    ],
  });
  const read = <Answer>(options: CallOptions | undefined, call: (options: { signal: AbortSignal }) => Promise<Answer>) =>
    attempt(connection, RETRIES.read, options, call);
  const write = <Answer>(options: CallOptions | undefined, call: (key: string, options: { signal: AbortSignal }) => Promise<Answer>) => {
    // One key for one wish, however often it has to be sent.
    const key = options?.idempotencyKey ?? newKey();
    return attempt(connection, RETRIES.write, options, (sent) => call(key, sent));
  };
  return {
    viewer: (options) => read(options, (sent) => client.viewer.get.query(undefined, sent)),
    members: {
      list: (input, options) =>
        read(options, async (sent) => {
          const answer = await client.members.list.query(input, sent);
          return JSON.parse(answer.page) as MemberPage;
        }),
      changeRole: ({ id, version }, roles, options) =>
        write(options, (idempotencyKey, sent) =>
          client.members.changeRole.mutate({ memberId: id, version, roles: [...roles], idempotencyKey }, sent),
        ),
      deactivate: ({ id, version }, options) =>
        write(options, (idempotencyKey, sent) => client.members.deactivate.mutate({ memberId: id, version, idempotencyKey }, sent)),
      reactivate: ({ id, version }, options) =>
        write(options, (idempotencyKey, sent) => client.members.reactivate.mutate({ memberId: id, version, idempotencyKey }, sent)),
      remove: ({ id, version }, options) =>
        write(options, (idempotencyKey, sent) => client.members.remove.mutate({ memberId: id, version, idempotencyKey }, sent)),
      leave: (version, options) => write(options, (idempotencyKey, sent) => client.members.leave.mutate({ version, idempotencyKey }, sent)),
      changeMany: (selection, change, options) =>
        write(options, (idempotencyKey, sent) => client.members.changeMany.mutate({ selection, change, idempotencyKey }, sent)),
    },
    invitations: {
      create: ({ roles, ...input }, options) =>
        write(options, (idempotencyKey, sent) => client.invitations.create.mutate({ ...input, roles: [...roles], idempotencyKey }, sent)),
      list: (input, options) => read(options, (sent) => client.invitations.list.query(input, sent)),
      resend: ({ id, version }, options) =>
        write(options, (idempotencyKey, sent) => client.invitations.resend.mutate({ invitationId: id, version, idempotencyKey }, sent)),
      revoke: ({ id, version }, options) =>
        write(options, (idempotencyKey, sent) => client.invitations.revoke.mutate({ invitationId: id, version, idempotencyKey }, sent)),
      link: (invitationId, options) =>
        write(options, (idempotencyKey, sent) => client.invitations.link.mutate({ invitationId, idempotencyKey }, sent)),
    },
    permissions: {
      grid: (input, options) => read(options, (sent) => client.permissions.list.query(input, sent)),
      save: (kind, rows, options) =>
        write(options, (idempotencyKey, sent) =>
          client.permissions.save.mutate({ kind, rows: rows.map((row) => ({ ...row, actions: [...row.actions] })), idempotencyKey }, sent),
        ),
    },
  };
}

function attempt<Answer>(
  connection: Connection,
  retries: number,
  options: CallOptions | undefined,
  call: (options: { signal: AbortSignal }) => Promise<Answer>,
): Promise<Answer> {
  const signal = options?.signal === undefined ? connection.signal : AbortSignal.any([options.signal, connection.signal]);
  return withAttempts(retries, signal, () => call({ signal }));
}
