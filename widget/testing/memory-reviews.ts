// Access reviews in memory, with the real decisions. Never part of a build.
import type { MemberId, ReviewId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { Action, TargetOf } from '../../shared/policy/can.ts';
import { compilePolicy, holds } from '../../shared/policy/compile.ts';
import type { Review, ReviewDecision, ReviewItem, ReviewScope } from '../../shared/reviews/review.ts';
import { Failure } from '../failure.ts';
import { nameOf } from '../i18n/strings.ts';
import { may } from '../may.ts';
import { rightsOf } from '../rights.ts';
import { WORKSPACE } from './builders.ts';
import type { MemoryApi } from './memory-api.ts';

interface Kept {
  readonly review: Omit<Review, 'counts'>;
  readonly items: Map<MemberId, ReviewItem>;
}

/** The reviews of the server in memory. */
export class MemoryReviews {
  readonly #api: MemoryApi;
  readonly #now: number;
  readonly #reviews: Kept[] = [];

  constructor(api: MemoryApi, now: number) {
    this.#api = api;
    this.#now = now;
    this.#answerReads();
    this.#answerWrites();
  }

  /** Adds a review of everybody in the scope, with `over` over the usual one. */
  add(over: Partial<Review> = {}): Review {
    const id = `review-${this.#reviews.length + 1}` as ReviewId;
    const review = {
      id,
      name: 'First quarter',
      scope: {},
      reviewer: null,
      dueAt: this.#now + 86_400_000,
      createdAt: this.#now,
      closedAt: null,
      version: 1,
      ...over,
    };
    const items = new Map(this.#inScope(review.scope).map((person) => [person.id, itemOf(person)]));
    this.#reviews.unshift({ review, items });
    return this.#get(id);
  }

  #inScope({ roles, statuses, dormantSince }: ReviewScope): Member[] {
    return this.#api.people.filter(
      (person) =>
        (roles === undefined || person.roles.some((role) => roles.includes(role))) &&
        (statuses === undefined || statuses.includes(person.status)) &&
        (dormantSince === undefined || (person.lastSignInAt ?? 0) < dormantSince),
    );
  }

  #kept(id: string): Kept {
    const kept = this.#reviews.find(({ review }) => review.id === id);
    if (kept === undefined) throw new Failure('review_not_found');
    return kept;
  }

  #get(id: string): Review {
    const { review, items } = this.#kept(id);
    const count = (decision: ReviewDecision | null) =>
      [...items.values()].filter((item) => item.decision === decision).length;
    return { ...review, counts: { keep: count('keep'), revoke: count('revoke'), open: count(null) } };
  }

  #require<A extends Action>(action: A, target: TargetOf[A]): void {
    const decision = may(rightsOf(this.#api.viewerNow), action, target);
    if (!decision.allowed) throw new Failure(decision.reason);
  }

  #answerReads(): void {
    const api = this.#api;
    api.on('reviews.list', () => {
      this.#require('review.view', { workspace: WORKSPACE });
      const rows = this.#reviews.map(({ review }) => this.#get(review.id));
      const closed = rows.flatMap(({ closedAt }) => (closedAt === null ? [] : [closedAt]));
      return { rows, next: null, lastClosedAt: closed.length === 0 ? null : Math.max(...closed) };
    });
    api.on('reviews.get', ({ reviewId }) => this.#get(reviewId));
    api.on('reviews.preview', ({ scope }) => {
      const people = this.#inScope(scope as ReviewScope);
      return { count: people.length, reviewed: people.map(({ id }) => id) };
    });
    api.on('reviews.reviewers', () => {
      const policy = compilePolicy(api.viewerNow.policy);
      return api.people
        .filter(({ roles, status }) => status === 'active' && holds(policy, roles, 'reviews.run'))
        .map((person) => ({ id: person.id, name: nameOf(person) }));
    });
    api.on('reviews.items', ({ reviewId, about = 'all', search = '', limit = 50, after }) => {
      const wanted = about === 'open' ? null : about;
      const all = [...this.#kept(reviewId).items.values()]
        .filter(({ decision }) => about === 'all' || decision === wanted)
        .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(search.toLowerCase()))
        .toSorted((a, b) => a.name.localeCompare(b.name));
      const start = after === undefined ? 0 : Number(after);
      return {
        rows: all.slice(start, start + limit),
        next: start + limit < all.length ? String(start + limit) : null,
      };
    });
  }

  #answerWrites(): void {
    const api = this.#api;
    api.on('reviews.start', ({ name, scope, reviewerId, dueAt }) => {
      this.#require('review.run', { workspace: WORKSPACE });
      const reviewer = api.people.find(({ id }) => id === reviewerId);
      return this.add({
        name,
        scope: scope as ReviewScope,
        dueAt,
        reviewer: reviewer === undefined ? null : { id: reviewer.id, name: nameOf(reviewer) },
      });
    });
    api.on('reviews.decide', ({ reviewId, memberIds, decision, note = '' }) => {
      this.#require('review.run', { workspace: WORKSPACE });
      if (this.#get(reviewId).closedAt !== null) throw new Failure('review_closed');
      const results = memberIds.map((id) =>
        this.#decide(this.#kept(reviewId), id as MemberId, decision, note),
      );
      return { results, review: this.#get(reviewId) };
    });
    api.on('reviews.close', ({ reviewId }) => {
      const review = this.#get(reviewId);
      if (review.counts.open > 0) throw new Failure('review_open_items');
      const at = this.#reviews.findIndex((one) => one.review.id === reviewId);
      this.#reviews[at] = { ...this.#reviews[at]!, review: { ...review, closedAt: this.#now } };
      return this.#get(reviewId);
    });
  }

  #decide({ items }: Kept, memberId: MemberId, decision: ReviewDecision, note: string) {
    const api = this.#api;
    const person = api.people.find(({ id }) => id === memberId);
    if (decision === 'revoke' && person?.status === 'active') {
      const rights = rightsOf(api.viewerNow);
      const isOff = api.viewerNow.policy.members.deactivation !== 'none';
      const allowed = may(rights, isOff ? 'member.deactivate' : 'member.remove', {
        member: rights.target(person),
      });
      if (!allowed.allowed) return { memberId, refused: allowed.reason };
      api.people = api.people.flatMap((one) =>
        one.id !== memberId
          ? [one]
          : isOff
            ? [{ ...one, status: 'deactivated', version: one.version + 1 }]
            : [],
      );
    }
    const decided = { decision, note, decidedBy: api.viewerNow.name, decidedAt: this.#now };
    const item: ReviewItem = { ...items.get(memberId)!, ...decided };
    items.set(memberId, item);
    return { memberId, item };
  }
}

function itemOf({ id, name, email, roles, status, lastSignInAt }: Member): ReviewItem {
  return {
    memberId: id,
    name,
    email,
    roles,
    status,
    lastSignInAt,
    resources: [],
    isHere: true,
    decision: null,
    note: '',
    decidedBy: null,
    decidedAt: null,
  };
}
