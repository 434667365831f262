// Fills in what the demo's company made of its roles: one of its own, and the reviews of who has what.
import { randomUUID } from 'node:crypto';
import type { Past } from './past.ts';
import { MADE_ROLES, PEOPLE, REVOKED } from './people.ts';
import { STAGES } from './policies.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Who decides in the review that is over. */
const REVIEWER = PEOPLE[2]!;
/** How many people were decided about in the one that goes on. */
const DECIDED = 4;

/** The role that the workspace made for itself, and who has it beside their own. */
export async function makeRole(past: Past): Promise<void> {
  const made = MADE_ROLES[past.key];
  if (made === undefined) return;
  const owner = await past.as(PEOPLE[0]!.email);
  const { holder, ...content } = made;
  const { key } = await owner.roles.create.mutate({
    ...content,
    capabilities: [...content.capabilities],
    idempotencyKey: randomUUID(),
  });
  const { page } = await owner.members.list.query({ filter: { search: holder } });
  const [member] = (JSON.parse(page) as { rows: { id: string; version: number; roles: string[] }[] }).rows;
  await owner.members.changeRole.mutate({
    memberId: member!.id,
    version: member!.version,
    roles: [...member!.roles, key],
    idempotencyKey: randomUUID(),
  });
}

/** A review that is over: somebody was asked, kept everybody but one, and closed it. */
export async function reviewOnce(past: Past): Promise<void> {
  if (!hasReviews(past)) return;
  const owner = await past.as(PEOPLE[0]!.email);
  const reviewer = (await owner.reviews.reviewers.query()).find(({ name }) => name === REVIEWER.name)!;
  const { id } = await owner.reviews.start.mutate({
    name: 'Everyday access',
    scope: { roles: [REVOKED.role[past.key]], statuses: ['active'] },
    reviewerId: reviewer.id,
    dueAt: past.clock.now + 14 * DAY,
    idempotencyKey: randomUUID(),
  });
  past.clock.now += 2 * DAY;
  const asked = await past.as(REVIEWER.email);
  const { rows } = await asked.reviews.items.query({ reviewId: id, limit: 200 });
  const of = (isGone: boolean) =>
    rows.filter(({ email }) => (email === REVOKED.email) === isGone).map(({ memberId }) => memberId);
  const wish = () => ({ reviewId: id, idempotencyKey: randomUUID() });
  await asked.reviews.decide.mutate({
    ...wish(),
    memberIds: of(true),
    decision: 'revoke',
    note: 'The trade fair is over.',
  });
  await asked.reviews.decide.mutate({ ...wish(), memberIds: of(false), decision: 'keep' });
  const { version } = await asked.reviews.get.query({ reviewId: id });
  await asked.reviews.close.mutate({ ...wish(), version });
}

/** A review that goes on today, with some people decided. */
export async function beginReview(past: Past): Promise<void> {
  if (!hasReviews(past)) return;
  const owner = await past.as(PEOPLE[0]!.email);
  const { id } = await owner.reviews.start.mutate({
    name: 'Access of the team',
    scope: {
      roles: [...new Set([PEOPLE[4]!.role[past.key], PEOPLE[5]!.role[past.key]])],
      statuses: ['active'],
    },
    dueAt: past.clock.now + 14 * DAY,
    idempotencyKey: randomUUID(),
  });
  const { rows } = await owner.reviews.items.query({ reviewId: id, limit: DECIDED });
  await owner.reviews.decide.mutate({
    reviewId: id,
    memberIds: rows.map(({ memberId }) => memberId),
    decision: 'keep',
    idempotencyKey: randomUUID(),
  });
}

function hasReviews({ key }: Past): boolean {
  return STAGES[key].policy.views.includes('reviews');
}
