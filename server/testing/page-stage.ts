// A deployment whose pages are visited by browsers, with a real mail server that its mails arrive at.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Database } from '../db/database.ts';
import { openDatabase, run } from '../db/database.ts';
import type { UserAdmin } from '../index.ts';
import { createUserAdmin } from '../index.ts';
import { hashPassword } from '../passwords/hash.ts';
import { PageBrowser } from './page-browser.ts';
import { everyWay } from './policies.ts';
import type { Arrived } from './smtp-sink.ts';
import { startSink } from './smtp-sink.ts';
import { START } from './world.ts';

/** As `everyWay`, with the password first and a rule for each class of characters. */
export const passwordFirst: Policy = {
  ...everyWay,
  key: 'password-first',
  identity: {
    ...everyWay.identity,
    ways: ['password', 'link', 'provider'],
    passwords: {
      minimum: 8,
      maximum: 60,
      advised: 12,
      classes: [
        { kind: 'upper' },
        { kind: 'lower' },
        { kind: 'digit' },
        { kind: 'special', characters: '!@#$%^&*_-' },
      ],
    },
  },
};

/** How a stage differs from the usual one. */
export interface PageStageOptions {
  readonly policy?: Policy;
  readonly baseUrl?: string;
  readonly appUrl?: string;
  /** Whether there is a mail server. */
  readonly hasMail?: boolean;
}

/** A deployment and those who visit it. */
export interface PageStage {
  readonly admin: UserAdmin;
  readonly base: string;
  readonly origin: string;
  readonly clock: { now: number };
  /** Reads and writes past the server, while no request runs. */
  readonly database: Database;
  /** A browser of its own. */
  browser(language?: string): PageBrowser;
  /** Makes a workspace with its first owner. */
  addWorkspace(name: string, owner: string): Promise<string>;
  /** Gives somebody a password, past every rule, and proves their mailbox, or the first link would take it away again. */
  givePassword(email: string, password: string, mustChange?: boolean): Promise<void>;
  /** The next mail that nobody asked for yet. */
  nextMail(): Promise<Arrived>;
  /** The link in the next mail. */
  nextLink(): Promise<string>;
  /** What was reported as a failure that is not a refusal. */
  readonly failures: unknown[];
  close(): Promise<void>;
}

/** Starts a deployment with a mail server. */
export async function createPageStage({
  policy = passwordFirst,
  baseUrl = 'https://people.example/admin',
  appUrl = 'https://app.example/home',
  hasMail = true,
}: PageStageOptions = {}): Promise<PageStage> {
  const folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
  const url = `file:${join(folder, 'test.db')}`;
  const sink = await startSink();
  const clock = { now: START };
  const failures: unknown[] = [];
  const mail = {
    host: '127.0.0.1',
    port: sink.port,
    isSecure: false,
    from: 'Acme People <people@acme.test>',
  };
  const options = { policy, database: { url }, baseUrl, appUrl, secret: 'x'.repeat(40) };
  const admin = await createUserAdmin(hasMail ? { ...options, mail } : options, {
    now: () => clock.now,
    onInternalError: (error) => failures.push(error),
  });
  const database = await openDatabase({ url });
  const { origin } = new URL(baseUrl);
  let read = 0;
  const nextMail = async (): Promise<Arrived> => {
    read += 1;
    await sink.received(read);
    return sink.arrived[read - 1]!;
  };
  return {
    admin,
    base: baseUrl,
    origin,
    clock,
    database,
    failures,
    browser: (language) => {
      const browser = new PageBrowser(admin, origin);
      if (language !== undefined) browser.headers = { 'Accept-Language': language };
      return browser;
    },
    addWorkspace: async (name, owner) => {
      const wish = { name, owner: { email: owner }, idempotencyKey: randomUUID() };
      return (await admin.caller(null).workspaces.create(wish)).id;
    },
    givePassword: async (email, password, mustChange = false) => {
      const hash = await hashPassword(password);
      await database.write((tx) =>
        run(
          tx,
          'UPDATE accounts SET password_hash = ?, must_change_password = ?, email_verified_at = 0 WHERE email = ?',
          [hash, mustChange ? 1 : 0, email],
        ),
      );
    },
    nextMail,
    nextLink: async () => {
      const { mail: letter } = await nextMail();
      return /https?:\/\/\S+\/(?:link|invitation)\/[\w.-]+/.exec(letter.text ?? '')![0];
    },
    close: async () => {
      await admin.close();
      await database.close();
      await sink.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
