// Mails about accounts through a real mail server, to an owner of one workspace, for tests of what they say and whether they go out.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { LinkKind } from '../../shared/accounts/account.ts';
import type { AccountId, LinkId } from '../../shared/ids.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { run } from '../db/database.ts';
import { insertLink } from '../links/store.ts';
import type { Mail } from '../mail/mail.ts';
import { createMail } from '../mail/mail.ts';
import type { AccountMailKind } from '../mail/store.ts';
import { queueAccountMail } from '../mail/store.ts';
import type { Arrived, Sink } from './smtp-sink.ts';
import { startSink } from './smtp-sink.ts';
import type { World } from './world.ts';
import { createWorld } from './world.ts';

/** How long the links live, in milliseconds. */
const LINKS_LIVE = 15 * 60_000;

/** Which link a mail brings, where it brings one. */
export const LINKS: Partial<Record<AccountMailKind, LinkKind>> = {
  'sign-in': 'sign-in',
  reset: 'reset',
  'confirm-email': 'email',
};

/** Every mail about an account. */
export const KINDS: readonly AccountMailKind[] = [
  'sign-in',
  'reset',
  'confirm-email',
  'email-changed',
  'password-changed',
  'in-charge',
  'account-made',
];

/** A mail that arrived, and the link that it brought. */
export interface Letter extends Arrived {
  readonly linkId: LinkId | undefined;
  readonly text: string;
  readonly html: string;
  readonly subject: string;
}

/** A world whose mail arrives. Closing it fails where anything was reported as a failure. */
export interface NoticeStage {
  readonly world: World;
  readonly sink: Sink;
  readonly mail: Mail;
  /** Whom the mails are about, where a test names nobody else. */
  readonly ines: AccountId;
  /** What was reported as a failure; take what was expected. */
  readonly problems: unknown[];
  /** Puts a mail into the outbox, with the link that it brings. */
  queue(
    kind: AccountMailKind,
    data?: Record<string, string>,
    accountId?: AccountId,
  ): Promise<LinkId | undefined>;
  /** The same, and waits until it has arrived. */
  send(kind: AccountMailKind, data?: Record<string, string>, accountId?: AccountId): Promise<Letter>;
  /** Sets the language of an account. */
  speak(language: string | null, id?: AccountId): Promise<void>;
  close(): Promise<void>;
}

/** Starts a mail server, a world, and what delivers. */
export async function createNoticeStage(): Promise<NoticeStage> {
  const sink = await startSink();
  const operator = {
    host: '127.0.0.1',
    port: sink.port,
    isSecure: false,
    from: 'People <people@acme.test>',
  };
  const world = await createWorld({ policy: collaborators, operator });
  const problems: unknown[] = [];
  const { links, sealer, policyIn } = world.asSystem();
  const mail = createMail({
    database: world.database,
    links,
    sealer,
    policyIn,
    operator,
    host: 'people.example',
    now: () => world.clock.now,
    onInternalError: (error) => problems.push(error),
  });
  mail.start();
  const member = { email: 'ines@acme.test', name: 'Ines Invited', roles: ['owner'] };
  const ines = (await world.addMember(member)).accountId;
  const queue: NoticeStage['queue'] = (kind, data, accountId = ines) =>
    queueMail(world, kind, { data, accountId });
  return {
    world,
    sink,
    mail,
    ines,
    problems,
    queue,
    send: async (kind, data, accountId) => {
      const before = sink.arrived.length;
      const linkId = await queue(kind, data, accountId);
      mail.wake();
      await sink.received(before + 1);
      const arrived = sink.arrived[before]!;
      const { text, html, subject } = arrived.mail;
      return { ...arrived, linkId, text: text!, html: html!, subject: subject! };
    },
    speak: async (language, id = ines) => {
      await world.database.write((tx) =>
        run(tx, 'UPDATE accounts SET language = ? WHERE id = ?', [language, id]),
      );
    },
    close: async () => {
      await mail.stop();
      await sink.close();
      await world.close();
      assert.deepEqual(problems, []);
    },
  };
}

async function queueMail(
  world: World,
  kind: AccountMailKind,
  { data = {}, accountId }: { data: Record<string, string> | undefined; accountId: AccountId },
): Promise<LinkId | undefined> {
  const linkKind = LINKS[kind];
  const id = randomUUID() as LinkId;
  const now = world.clock.now;
  const own =
    kind === 'email-changed'
      ? { to: 'old@acme.test' }
      : kind === 'in-charge' || kind === 'account-made'
        ? { workspaceId: world.workspaceId }
        : {};
  const link = {
    id,
    accountId,
    data: { email: 'new@acme.test' },
    createdAt: now,
    expiresAt: now + LINKS_LIVE,
  };
  await world.database.write(async (tx) => {
    if (linkKind !== undefined) await insertLink(tx, { ...link, kind: linkKind });
    const letter = { kind, accountId, data: { ...own, ...data } };
    await queueAccountMail(tx, linkKind === undefined ? letter : { ...letter, linkId: id }, now);
  });
  return linkKind && id;
}
