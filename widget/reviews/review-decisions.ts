// Deciding about people of a review: the wishes, how far they are, what they answer, and taking a revocation back. No markup.
import type { LitElement } from 'lit';
import type { MemberId } from '../../shared/ids.ts';
import type { Review, ReviewDecision, ReviewItem, ReviewOutcome } from '../../shared/reviews/review.ts';
import { WriteIntent } from '../calls.ts';
import { failureOf } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as shared } from '../i18n/strings.ts';
import { NotifyIntent, ask } from '../intents.ts';
import type { Notice } from '../intents.ts';
import { noteOf } from '../ui/note-field.ts';
import { readItems } from './review-items.ts';
import { calledIn } from './review-rows.ts';

/** The most people of one wish, after which it can be stopped. */
const STEP = 50;

/** Where the answers go. */
export interface DecisionHost {
  /** Takes what became of some people, and the review as it now stands. */
  take(results: readonly ReviewOutcome[], review: Review): void;
}

/** Decides for the element that hosts it, one wish at a time. */
export class ReviewDecisions {
  /** Whether a decision is under way. */
  isRunning = false;
  /** How many of those that are being decided about are done, and of how many; undefined where it is one person, or nobody. */
  progress: readonly [done: number, total: number] | undefined;
  #stopping: AbortController | undefined;
  readonly #host: LitElement & DecisionHost;

  constructor(host: LitElement & DecisionHost) {
    this.#host = host;
  }

  /** Goes no further; what was decided stays decided. */
  readonly stop = (): void => this.#stopping?.abort();

  /** Keeps or revokes the access of `items`; a notice says how it went and, where access was taken away, offers it back. @returns Why it was refused as a whole; undefined where it was done. */
  async decide(
    { id: reviewId }: Review,
    decision: ReviewDecision,
    items: readonly ReviewItem[],
    { note = '', canRestore = false }: { readonly note?: string; readonly canRestore?: boolean } = {},
  ): Promise<FailureCode | undefined> {
    const wasOn = new Set(
      items.filter(({ decision: before }) => before !== 'revoke').map(({ memberId }) => memberId),
    );
    const results: ReviewOutcome[] = [];
    const ids = items.map(({ memberId }) => memberId);
    const failure = await this.#run(ids.length, async (signal) => {
      for (const part of stepsOf(ids, signal))
        results.push(
          ...(await this.#wish(reviewId, decision, part, note, results.length === 0 ? ids.length : 0)),
        );
    });
    const done = results.filter(({ refused }) => refused === undefined);
    const restorable = done.map(({ memberId }) => memberId).filter((id) => wasOn.has(id));
    const isTaken = decision === 'revoke' && canRestore && restorable.length > 0;
    if (done.length > 0)
      this.#tell({
        text: (decision === 'keep' ? strings.kept : strings.revoked)(done.length, calledIn(done[0]!.item!)),
        tone: 'success',
        ...(isTaken && {
          action: { label: shared.undo, run: () => void this.#restore(reviewId, restorable) },
        }),
      });
    this.#tellRefused(results);
    return failure;
  }

  /** Keeps everybody who is not decided yet, page by page. */
  async keepRest({ id: reviewId, counts: { open } }: Review): Promise<FailureCode | undefined> {
    let count = 0;
    const failure = await this.#run(open, async (signal) => {
      for (;;) {
        const place = { limit: STEP, after: undefined };
        const { rows } = await readItems(this.#host, { reviewId, about: 'open' }, place, signal);
        if (rows.length === 0) return;
        const ids = rows.map(({ memberId }) => memberId);
        const results = await this.#wish(reviewId, 'keep', ids, '', count === 0 ? open : 0);
        const kept = results.filter(({ refused }) => refused === undefined).length;
        count += kept;
        this.#tellRefused(results);
        // Whoever is gone cannot be kept, and would come again for ever.
        if (kept < rows.length) return;
        signal.throwIfAborted();
      }
    });
    if (count > 0) this.#tell({ text: strings.kept(count, shared.people(count)), tone: 'success' });
    return failure;
  }

  /** Gives access back to those whose access a decision took away, and keeps it. */
  async #restore(reviewId: Review['id'], ids: readonly MemberId[]): Promise<void> {
    const failure = await this.#run(ids.length, async (signal) => {
      for (const part of stepsOf(ids, signal)) {
        const change = { action: 'member.reactivate' } as const;
        const wish = new WriteIntent('members.changeMany', { selection: { ids: [...part] }, change });
        const { results } = await ask(this.#host, wish);
        const back = results.flatMap(({ memberId, refused }) => (refused === undefined ? [memberId] : []));
        this.#tellRefused(results);
        if (back.length > 0) await this.#wish(reviewId, 'keep', back, '');
        if (back.length > 0) this.#tell({ text: strings.restored(back.length), tone: 'success' });
      }
    });
    if (failure !== undefined) this.#tell({ text: reasonText(failure), tone: 'danger' });
  }

  async #wish(
    reviewId: Review['id'],
    decision: ReviewDecision,
    memberIds: readonly MemberId[],
    note: string,
    whole?: number,
  ): Promise<readonly ReviewOutcome[]> {
    const given = { reviewId, memberIds: [...memberIds], decision, ...noteOf(note) };
    const { results, review } = await ask(
      this.#host,
      new WriteIntent(
        'reviews.decide',
        given,
        decision === 'revoke' ? { touch: ['members', 'viewer'] } : {},
        whole,
      ),
    );
    if (this.progress !== undefined) {
      const [done, total] = this.progress;
      this.progress = [Math.min(total, done + results.length), total];
    }
    this.#host.take(results, review);
    return results;
  }

  async #run(total: number, job: (signal: AbortSignal) => Promise<void>): Promise<FailureCode | undefined> {
    if (this.isRunning) return undefined;
    const { signal } = (this.#stopping = new AbortController());
    this.isRunning = true;
    if (total > 1) this.progress = [0, total];
    this.#host.requestUpdate();
    try {
      await job(signal);
      return undefined;
    } catch (error) {
      // Shown where it was asked for; what was decided until then stays decided.
      const { code } = failureOf(error);
      return code === 'aborted' ? undefined : code;
    } finally {
      this.isRunning = false;
      this.progress = undefined;
      this.#host.requestUpdate();
    }
  }

  #tellRefused(results: readonly { readonly refused?: FailureCode }[]): void {
    const refused = results.flatMap((result) => (result.refused === undefined ? [] : [result.refused]));
    if (refused.length === 0) return;
    const reason = reasonText(refused[0]!);
    this.#tell({ text: strings.refused(refused.length, reason), tone: 'danger' });
  }

  #tell(notice: Notice): void {
    this.#host.dispatchEvent(new NotifyIntent(notice));
  }
}

/** `ids` in the steps that are asked for one after the other. @throws {DOMException} before the next step, once `signal` says so. */
function* stepsOf(ids: readonly MemberId[], signal: AbortSignal): Generator<readonly MemberId[]> {
  for (let start = 0; start < ids.length; start += STEP) {
    signal.throwIfAborted();
    yield ids.slice(start, start + STEP);
  }
}
