// Sends what waits in the outbox. Sending happens outside any transaction; a mail may go out twice, never not at all.
import type { Database } from '../db/database.ts';
import type { MailResult, WaitingMail } from './store.ts';
import { claimMail, nextMailAt, recordMail, releaseMail } from './store.ts';
import type { MailTransport, OutgoingMail } from './transport.ts';
import { MAIL_CONNECTIONS, MailFailure } from './transport.ts';
import { retryAt } from './retry.ts';

/** What the outbox works with. */
export interface OutboxParts {
  readonly database: Pick<Database, 'read' | 'write'>;
  readonly transport: MailTransport;
  /** The mail to send, or why there is none any more. */
  compose(waiting: WaitingMail): Promise<OutgoingMail | 'gone' | 'expired'>;
  now(): number;
  /** A number from 0 to 1. */
  random(): number;
  /** Calls `job` after so many milliseconds, unless the function it gives back is called before. */
  after(milliseconds: number, job: () => void): () => void;
  onError(error: unknown): void;
}

/** How many mails are taken at once. */
const CLAIM = 20;
/** How many results are recorded in one write. */
const RECORD = 50;
/** How long taken mail belongs to whoever took it, in milliseconds: longer than a full take can need. */
export const LEASE = 15 * 60_000;
/** How long to wait after the database refused, in milliseconds. */
const PAUSE = 2000;
/** How long a stop waits for mail that is on its way, in milliseconds. */
const GRACE = 8000;

/** The worker of the outbox. */
export class Outbox {
  readonly #parts: OutboxParts;
  #isRunning = false;
  /** Whether there may be mail that no look at the outbox has seen. */
  #isWoken = false;
  #isTroubled = false;
  /** The last trouble that the operator was told of. */
  #told = '';
  #senders = new Set<Promise<void>>();
  #claimed: WaitingMail[] = [];
  #claiming: Promise<void> | undefined;
  #results: { mail: WaitingMail; result: MailResult }[] = [];
  #recording: Promise<void> | undefined;
  #cancelTimer: () => void = () => undefined;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** Begins to send what is due, and goes on as more becomes due. */
  start(): void {
    this.#isRunning = true;
    this.wake();
  }

  /** Says that there may be new mail. */
  wake(): void {
    if (!this.#isRunning) return;
    this.#isWoken = true;
    this.#cancelTimer();
    while (this.#senders.size < MAIL_CONNECTIONS) {
      const sender: Promise<void> = this.#sendAll().finally(() => {
        this.#senders.delete(sender);
        this.#ended();
      });
      this.#senders.add(sender);
    }
  }

  /** Sends nothing new, finishes what is on its way within seconds, and lets the connections go. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#cancelTimer();
    const cancelForce = this.#parts.after(GRACE, () => this.#parts.transport.close(true));
    await this.#release();
    await Promise.all(this.#senders);
    cancelForce();
    await this.#recording;
    if (this.#results.length > 0) await this.#record();
    this.#parts.transport.close();
  }

  /** Resolves once nothing is on its way and everything that happened is recorded. */
  async idle(): Promise<void> {
    while (this.#senders.size > 0 || this.#recording !== undefined) {
      await Promise.all(this.#senders);
      await this.#recording;
    }
  }

  async #sendAll(): Promise<void> {
    for (let mail = await this.#next(); mail !== undefined; mail = await this.#next()) {
      this.#results.push({ mail, result: await this.#send(mail) });
      this.#recording ??= this.#record().finally(() => {
        this.#recording = undefined;
      });
    }
  }

  async #next(): Promise<WaitingMail | undefined> {
    while (this.#isRunning) {
      const mail = this.#claimed.shift();
      if (mail !== undefined) return mail;
      this.#claiming ??= this.#claim().finally(() => {
        this.#claiming = undefined;
      });
      await this.#claiming;
      if (this.#claimed.length === 0 && !this.#isWoken) return undefined;
    }
    return undefined;
  }

  async #claim(): Promise<void> {
    this.#isWoken = false;
    const { database, now } = this.#parts;
    try {
      // Looking costs no write; most looks find nothing.
      const at = await nextMailAt(database.read);
      if (at === undefined || at > now()) return;
      this.#claimed = await database.write((tx) =>
        claimMail(tx, { now: now(), until: now() + LEASE, limit: CLAIM }),
      );
    } catch (error) {
      this.#trouble(error);
    }
  }

  async #send(mail: WaitingMail): Promise<MailResult> {
    try {
      const outgoing = await this.#parts.compose(mail);
      if (outgoing === 'gone') return { kind: 'dropped' };
      if (outgoing === 'expired')
        return { kind: 'failed', answer: 'The invitation expired before it could be delivered' };
      await this.#parts.transport.send(outgoing);
      this.#told = '';
      return { kind: 'sent' };
    } catch (error) {
      return this.#failed(mail, error);
    }
  }

  #failed(mail: WaitingMail, error: unknown): MailResult {
    const answer = error instanceof MailFailure ? error.message : 'The mail could not be made';
    this.#tell(error instanceof MailFailure ? error.cause : error);
    const at =
      error instanceof MailFailure && error.isPermanent
        ? undefined
        : retryAt(mail, this.#parts.now(), this.#parts.random());
    return at === undefined ? { kind: 'failed', answer } : { kind: 'retry', answer, at };
  }

  /** Tells the operator of what is theirs to mend, and not again for each mail that meets the same until one goes out. */
  #tell(trouble: unknown): void {
    if (trouble === undefined || String(trouble) === this.#told) return;
    this.#told = String(trouble);
    this.#parts.onError(trouble);
  }

  /** Records results in as few writes as the database needs: what comes while one runs goes into the next. */
  async #record(): Promise<void> {
    while (this.#results.length > 0) {
      const batch = this.#results.splice(0, RECORD);
      try {
        const { database, now } = this.#parts;
        await database.write((tx) => recordMail(tx, batch, now()));
      } catch (error) {
        this.#results.unshift(...batch);
        this.#trouble(error);
        return;
      }
    }
  }

  #ended(): void {
    if (!this.#isRunning) return;
    if (this.#isWoken) this.wake();
    else if (this.#senders.size === 0) void this.#plan();
  }

  /** Sets the clock for the next mail that becomes due. */
  async #plan(): Promise<void> {
    const { database, now, after } = this.#parts;
    try {
      await this.#recording;
      const at = await nextMailAt(database.read);
      if (this.#isWoken || this.#senders.size > 0 || !this.#isRunning) return;
      this.#cancelTimer();
      const due = at === undefined ? undefined : Math.max(this.#isTroubled ? PAUSE : 0, at - now());
      const wait = this.#results.length > 0 ? PAUSE : due;
      this.#isTroubled = false;
      if (wait !== undefined) this.#cancelTimer = after(wait, () => this.#resume());
    } catch (error) {
      if (!this.#isRunning) return;
      this.#parts.onError(error);
      this.#cancelTimer = after(PAUSE, () => this.#resume());
    }
  }

  #resume(): void {
    this.#recording ??= this.#record().finally(() => {
      this.#recording = undefined;
    });
    this.wake();
  }

  #trouble(error: unknown): void {
    this.#isTroubled = true;
    this.#parts.onError(error);
  }

  /** Gives back what was taken and not begun, so that the next start need not wait for it. */
  async #release(): Promise<void> {
    await this.#claiming;
    const seqs = this.#claimed.splice(0).map(({ seq }) => seq);
    if (seqs.length === 0) return;
    await this.#parts.database
      .write((tx) => releaseMail(tx, seqs, this.#parts.now()))
      .catch(this.#parts.onError);
  }
}
