// The secrets of links, derived so that none is stored and each can be shown again. No database.
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { InvitationId, LinkId, WorkspaceId } from '../../shared/ids.ts';
import type { LinkKind } from '../../shared/accounts/account.ts';

/** How a link reached its holder. Only the mailed one proves the mailbox. */
export type LinkChannel = 'mail' | 'copy';

/** What a link is made for: `copy-all` is one to hand over that opens what came with the invitation too, as the mailed one does. */
export type LinkUse = LinkChannel | 'copy-all';

/** What a token says once its seal was checked: which invitation, through which channel, of which generation. */
export interface OpenedLink {
  readonly invitationId: InvitationId;
  readonly channel: LinkChannel;
  readonly generation: number;
  /** Whether it opens the invitations into other workspaces that came with this one too. */
  readonly opensAll: boolean;
}

/** Makes and opens the links of one deployment. */
export interface Links {
  /** The address of the page that shows the invitation. */
  invitation(id: InvitationId, generation: number, use: LinkUse): string;
  /** What `token` says, or undefined where it was not made here. */
  open(token: string): OpenedLink | undefined;
  /** The address of the page behind a link of an account, or of the set-up. */
  account(kind: LinkKind, id: LinkId): string;
  /** The address of the page where the people of a workspace sign in: no secret. */
  signIn(workspaceId: WorkspaceId): string;
  /** Which link of which kind `token` is, or undefined where it was not made here. */
  openAccount(token: string): { readonly kind: LinkKind; readonly id: LinkId } | undefined;
}

/** What links are made for as it stands in a token. */
const USES = { mail: 'm', copy: 'c', 'copy-all': 'a' } as const satisfies Record<LinkUse, string>;

/** The kinds of account links as they stand in a token. */
const KINDS = { s: 'sign-in', r: 'reset', e: 'email', u: 'setup' } as const satisfies Record<
  string,
  LinkKind
>;
const ACCOUNT_SHAPE = /^(?<id>[A-Za-z0-9-]{8,64})\.(?<letter>[sreu])\.(?<seal>[A-Za-z0-9_-]{43})$/;

const SHAPE =
  /^(?<id>[A-Za-z0-9-]{8,64})\.(?<generation>\d{1,9})\.(?<channel>[mca])\.(?<seal>[A-Za-z0-9_-]{43})$/;

/**
 * Links under `baseUrl`, sealed with a key derived from `secret` for this purpose alone,
 * so that a token of another type never opens here.
 */
export function createLinks(baseUrl: string, secret: string): Links {
  // As a key object: made from bytes each time, ten thousand links would cost seven times as much.
  const key = createSecretKey(createHmac('sha256', secret).update('user-admin invitation link').digest());
  const seal = (body: string): Buffer => createHmac('sha256', key).update(body).digest();
  // Another key, so that no body of one type could ever pass for one of the other.
  const accountKey = createSecretKey(createHmac('sha256', secret).update('user-admin account link').digest());
  const accountSeal = (body: string) => createHmac('sha256', accountKey).update(body).digest('base64url');
  return {
    account: (kind, id) => {
      const letter = Object.entries(KINDS).find(([, known]) => known === kind)![0];
      const body = `${id}.${letter}`;
      return `${baseUrl}/link/${body}.${accountSeal(body)}`;
    },
    signIn: (workspaceId) => `${baseUrl}/sign-in?workspace=${encodeURIComponent(workspaceId)}`,
    openAccount: (token) => {
      const parts = ACCOUNT_SHAPE.exec(token)?.groups as
        { id: string; letter: keyof typeof KINDS; seal: string } | undefined;
      if (parts === undefined) return undefined;
      const expected = accountSeal(`${parts.id}.${parts.letter}`);
      if (!timingSafeEqual(Buffer.from(expected), Buffer.from(parts.seal))) return undefined;
      return { kind: KINDS[parts.letter], id: parts.id as LinkId };
    },
    invitation: (id, generation, use) => {
      const body = `${id}.${generation}.${USES[use]}`;
      return `${baseUrl}/invitation/${body}.${seal(body).toString('base64url')}`;
    },
    open: (token) => {
      const parts = SHAPE.exec(token)?.groups;
      if (parts === undefined) return undefined;
      const {
        id,
        generation,
        channel,
        seal: given,
      } = parts as Record<'id' | 'generation' | 'channel' | 'seal', string>;
      // The text and not its bytes, which several texts stand for: a token with any character changed is none of ours.
      const expected = seal(`${id}.${generation}.${channel}`).toString('base64url');
      if (!timingSafeEqual(Buffer.from(expected), Buffer.from(given))) return undefined;
      return {
        invitationId: id as InvitationId,
        generation: Number(generation),
        channel: channel === 'm' ? 'mail' : 'copy',
        opensAll: channel !== 'c',
      };
    },
  };
}
