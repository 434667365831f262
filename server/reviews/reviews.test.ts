// Access reviews on a real database: who is in one, keeping and revoking, closing, and what of it can be read later.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { MemberId, ReviewId } from '../../shared/ids.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { packages } from '../../shared/presets/packages.ts';
import type { Review, ReviewDecision } from '../../shared/reviews/review.ts';
import { erasePersonal } from '../audit/erase.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import { reactivateMember } from '../members/switch.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { START } from '../testing/world.ts';
import { closeReview } from './close.ts';
import { decideReview } from './decide.ts';
import { getReview, listReviewItems, listReviewers, listReviews, previewReview } from './read.ts';
import { startReview } from './start.ts';

type Person = Awaited<ReturnType<World['addMember']>>;
const DAY = 86_400_000;
const wish = () => ({ idempotencyKey: randomUUID() });

describeOnEachStore('access reviews', (makeWorld) => {
  let world: World;
  let admin: Person;
  let second: Person;
  let people: Person[];
  let asAdmin: UseCaseContext;
  before(async () => {
    world = await makeWorld({ policy: packages });
    admin = await world.addMember({ email: 'ada@acme.test', name: 'Ada', roles: ['admin'] });
    second = await world.addMember({ email: 'sam@acme.test', name: 'Sam', roles: ['admin'] });
    asAdmin = world.asAccount(admin.accountId);
    people = [];
    for (const name of ['Uma', 'Udo', 'Ugo'])
      people.push(await world.addMember({ email: `${name}@acme.test`, name, roles: ['user'] }));
  });
  after(() => world.close());

  const start = (more: Partial<Parameters<typeof startReview>[1]> = {}, ctx = asAdmin): Promise<Review> =>
    startReview(ctx, {
      name: 'Users, first quarter',
      scope: { roles: ['user'], statuses: ['active'] },
      dueAt: START + 14 * DAY,
      ...wish(),
      ...more,
    });
  const decide = (
    review: Review,
    decision: ReviewDecision,
    who: readonly Pick<Person, 'id'>[],
    { note, ctx = asAdmin }: { note?: string; ctx?: UseCaseContext } = {},
  ) =>
    decideReview(ctx, {
      reviewId: review.id,
      memberIds: who.map(({ id }) => id),
      decision,
      ...(note !== undefined && { note }),
      ...wish(),
    });
  const items = async (reviewId: ReviewId, more = {}) =>
    (await listReviewItems(asAdmin, { reviewId, about: 'all', limit: 50, ...more })).rows;
  const statusOf = (id: MemberId) =>
    first<{ status: string }>(world.database.read, 'SELECT status FROM members WHERE id = ?', [id]);
  const restore = async ({ id }: Person) => {
    const member = await first<{ version: number }>(
      world.database.read,
      'SELECT version FROM members WHERE id = ?',
      [id],
    );
    await reactivateMember(asAdmin, { memberId: id, version: member!.version, ...wish() });
  };

  it('P40 W44 W49 everybody in the scope is in it as they were when it began', async () => {
    assert.deepEqual(await previewReview(asAdmin, { scope: { roles: ['user'] } }), {
      count: 3,
      reviewed: [],
    });
    const review = await start();
    assert.deepEqual(
      [review.name, review.counts, review.reviewer, review.closedAt, review.dueAt],
      ['Users, first quarter', { keep: 0, revoke: 0, open: 3 }, null, null, START + 14 * DAY],
    );
    const late = await world.addMember({ email: 'late@acme.test', name: 'Late', roles: ['user'] });
    assert.deepEqual(
      (await items(review.id)).map(({ name, email, roles, status, decision }) => [
        name,
        email,
        roles,
        status,
        decision,
      ]),
      [
        ['Udo', 'Udo@acme.test', ['user'], 'active', null],
        ['Ugo', 'Ugo@acme.test', ['user'], 'active', null],
        ['Uma', 'Uma@acme.test', ['user'], 'active', null],
      ],
    );
    await world.database.write((tx) => run(tx, 'DELETE FROM members WHERE id = ?', [late.id]));
    assert.deepEqual(await getReview(asAdmin, { reviewId: review.id }), review);
  });

  it('P40 names what each person was granted', async () => {
    await world.database.write(async (tx) => {
      await run(
        tx,
        "INSERT INTO resources (id, workspace_id, kind, key, name, name_key, created_at) VALUES ('resource-1', ?, 'package', 'crm', 'CRM', 'crm', 0)",
        [world.workspaceId],
      );
      await run(
        tx,
        "INSERT INTO member_grants SELECT m.seq, r.seq, 'use', 0 FROM members m, resources r WHERE m.id = ? AND r.key = 'crm'",
        [people[0]!.id],
      );
    });
    const rows = await items((await start()).id, { search: 'uma' });
    assert.deepEqual(
      rows.map(({ name, resources }) => [name, resources]),
      [['Uma', ['CRM']]],
    );
  });

  it('W49 revoking takes access away at once, with the note in the trail, and is one result per person', async () => {
    const review = await start();
    const [uma, udo, ugo] = people as [Person, Person, Person];
    const stranger = { id: randomUUID() as MemberId };
    const { results, review: after } = await decide(review, 'revoke', [uma, stranger], {
      note: ' Left in March. ',
    });
    assert.deepEqual(
      results.map(({ refused, item }) => [refused, item?.decision, item?.note, item?.decidedBy]),
      [
        [undefined, 'revoke', 'Left in March.', 'Ada'],
        ['member_not_found', undefined, undefined, undefined],
      ],
    );
    assert.deepEqual(after.counts, { keep: 0, revoke: 1, open: 2 });
    assert.equal((await statusOf(uma.id))?.status, 'deactivated');
    const trail = await all<{ action: string; after: string; note: string }>(
      world.database.read,
      "SELECT action, after, data ->> '$.note' AS note FROM audit JOIN audit_personal USING (seq) WHERE target_id = ? ORDER BY seq DESC LIMIT 2",
      [uma.id],
    );
    assert.deepEqual(
      trail.map(({ action, note }) => [action, note]),
      [
        ['review.decide', 'Left in March.'],
        ['member.deactivate', 'Left in March.'],
      ],
    );
    assert.equal((JSON.parse(trail[0]!.after) as { reviewId: string }).reviewId, review.id);
    await decide(review, 'keep', [udo, ugo]);
    assert.deepEqual(
      (await items(review.id, { about: 'keep' })).map(({ name }) => name),
      ['Udo', 'Ugo'],
    );
    assert.equal((await statusOf(udo.id))?.status, 'active');
    await restore(uma);
  });

  it('W49 a decision can be changed while the review is open, as long as it still means something', async () => {
    const review = await start();
    const [uma] = people as [Person];
    await decide(review, 'keep', [uma]);
    await decide(review, 'revoke', [uma]);
    assert.equal((await decide(review, 'keep', [uma])).results[0]!.refused, 'review_item_revoked');
    await restore(uma);
    assert.equal((await decide(review, 'keep', [uma])).results[0]!.item?.decision, 'keep');
  });

  it('W49 nobody revokes themselves or the last who is in charge, and the others are decided all the same', async () => {
    const review = await start({ scope: { roles: ['admin'] } });
    const { results } = await decide(review, 'revoke', [admin, second]);
    assert.deepEqual(
      results.map(({ refused }) => refused),
      ['is_self', undefined],
    );
    assert.equal((await statusOf(admin.id))?.status, 'active');
    await restore(second);
    const again = await start({ scope: { roles: ['admin'] } });
    const byOperator = await decide(again, 'revoke', [second, admin], { ctx: world.asSystem() });
    assert.deepEqual(
      byOperator.results.map(({ refused }) => refused),
      [undefined, 'last_in_charge'],
    );
    await restore(second);
  });

  it('W49 closes only when everybody is decided, and is read-only from then on', async () => {
    const review = await start();
    const close = (version = review.version) =>
      closeReview(asAdmin, { reviewId: review.id, version, ...wish() });
    await assert.rejects(close(), isRefusal('review_open_items'));
    await decide(review, 'keep', people);
    await assert.rejects(close(0), isRefusal('changed_meanwhile'));
    const closed = await close();
    assert.deepEqual([closed.closedAt, closed.counts], [START, { keep: 3, revoke: 0, open: 0 }]);
    await assert.rejects(decide(review, 'revoke', people), isRefusal('review_closed'));
    await assert.rejects(close(closed.version), isRefusal('review_closed'));
    assert.equal((await statusOf(people[0]!.id))?.status, 'active');
    assert.equal((await listReviews(asAdmin, { limit: 10 })).lastClosedAt, START);
  });

  it('W49 where somebody was asked to decide, nobody else does, as long as they can', async () => {
    assert.deepEqual(
      (await listReviewers(asAdmin)).map(({ name }) => name),
      ['Ada', 'Sam'],
    );
    await assert.rejects(start({ reviewerId: people[0]!.id }), isRefusal('input_invalid'));
    await assert.rejects(start({ reviewerId: randomUUID() as MemberId }), isRefusal('member_not_found'));
    const everybody = { scope: {}, reviewerId: second.id };
    await assert.rejects(start(everybody), isRefusal('input_invalid'), 'nobody is asked about themselves');
    const { count, reviewed } = await previewReview(asAdmin, { scope: {} });
    assert.equal(count, 5);
    assert.deepEqual(new Set(reviewed), new Set([admin.id, second.id]), 'said beforehand');
    const dormant = { roles: ['admin'], dormantSince: 1 };
    const fresh = await previewReview(asAdmin, { scope: { ...dormant, statuses: ['deactivated'] } });
    assert.deepEqual(fresh, { count: 0, reviewed: [] });
    const review = await start({ reviewerId: second.id });
    assert.deepEqual(review.reviewer, { id: second.id, name: 'Sam' });
    await assert.rejects(decide(review, 'keep', people), isRefusal('review_not_yours'));
    const asSecond = world.asAccount(second.accountId);
    assert.equal((await decide(review, 'keep', [people[0]!], { ctx: asSecond })).review.counts.keep, 1);
    await world.database.write((tx) =>
      run(tx, "UPDATE members SET status = 'deactivated' WHERE id = ?", [second.id]),
    );
    assert.equal((await decide(review, 'keep', people)).review.counts.keep, 3);
    await world.database.write((tx) =>
      run(tx, "UPDATE members SET status = 'active' WHERE id = ?", [second.id]),
    );
  });

  it('takes no cursor that is none of its own', async () => {
    const { id: reviewId } = await start();
    for (const text of ['{', '[]', '["a"]', '["a",1]', '["\\ud800","x"]']) {
      const after = Buffer.from(text).toString('base64url');
      await assert.rejects(items(reviewId, { after }), isRefusal('input_invalid'), text);
    }
  });

  it('W49 refuses a review of nobody, one that is late from the start, and one without a name', async () => {
    await assert.rejects(start({ scope: { roles: ['nobody'] } }), isRefusal('review_empty'));
    await assert.rejects(start({ dueAt: START }), isRefusal('input_invalid'));
    await assert.rejects(start({ name: ' ' }), isRefusal('name_invalid'));
  });

  it('P40 only who may run reviews sees them, and those of another workspace do not exist (SEC_E02)', async () => {
    const asUser = world.asAccount(people[0]!.accountId);
    const elsewhere = await world.addWorkspace('Elsewhere');
    const stranger = await world.addMember({
      email: 'else@else.test',
      roles: ['admin'],
      workspaceId: elsewhere,
    });
    const asStranger = world.asAccount(stranger.accountId, elsewhere);
    const review = await start();
    const reviewId = review.id;
    await assert.rejects(listReviews(asUser, { limit: 10 }), isRefusal('not_granted'));
    await assert.rejects(start({}, asUser), isRefusal('not_granted'));
    await assert.rejects(decide(review, 'keep', people, { ctx: asUser }), isRefusal('not_granted'));
    await assert.rejects(getReview(asStranger, { reviewId }), isRefusal('review_not_found'));
    await assert.rejects(
      listReviewItems(asStranger, { reviewId, about: 'all', limit: 10 }),
      isRefusal('review_not_found'),
    );
    await assert.rejects(
      decide(review, 'revoke', people, { ctx: asStranger }),
      isRefusal('review_not_found'),
    );
    assert.deepEqual(await listReviews(asStranger, { limit: 10 }), {
      rows: [],
      next: null,
      lastClosedAt: null,
    });
  });

  it('W49 erasing a person blanks what reviews say of them, and their name where they decided', async () => {
    const gone = await world.addMember({ email: 'gone@acme.test', name: 'Gone', roles: ['user'] });
    const review = await start();
    await decide(review, 'keep', [gone], { note: 'Gone is still needed.' });
    await erasePersonal(world.asSystem(), { accountId: gone.accountId });
    const about = (await items(review.id)).find(({ memberId }) => memberId === gone.id)!;
    assert.deepEqual(
      [about.name, about.email, about.roles, about.note, about.decision, about.decidedBy],
      ['', '', [], '', 'keep', null],
    );
    await decide(review, 'keep', [people[0]!]);
    await erasePersonal(world.asSystem(), { accountId: admin.accountId });
    const by = (await items(review.id)).find(({ memberId }) => memberId === people[0]!.id)!;
    assert.deepEqual([by.name, by.decision, by.decidedBy], ['Uma', 'keep', null]);
  });
});

describeOnEachStore('access reviews where nobody is switched off', (makeWorld) => {
  it('are no way to fill the disk with copies of everybody', async () => {
    const world = await makeWorld({ policy: collaborators });
    const owner = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    const begin = () =>
      startReview(world.asAccount(owner.accountId), {
        name: 'All',
        scope: {},
        dueAt: world.clock.now + DAY,
        ...wish(),
      });
    for (let n = 0; n < 30; n += 1) await begin();
    await assert.rejects(begin(), isRefusal('rate_limited'));
    world.clock.now += 3_600_000;
    await begin();
    await world.close();
  });

  it('W49 revoking removes the person, who stays in the review', async () => {
    const world = await makeWorld({ policy: collaborators });
    try {
      const owner = await world.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] });
      const viewer = await world.addMember({ email: 'vera@acme.test', name: 'Vera', roles: ['viewer'] });
      const ctx = world.asAccount(owner.accountId);
      const review = await startReview(ctx, { name: 'All', scope: {}, dueAt: START + DAY, ...wish() });
      const revoked = await decideReview(ctx, {
        reviewId: review.id,
        memberIds: [viewer.id],
        decision: 'revoke',
        ...wish(),
      });
      assert.deepEqual(
        revoked.results.map(({ item }) => [item?.name, item?.isHere, item?.decision]),
        [['Vera', false, 'revoke']],
      );
      const left = await first(world.database.read, 'SELECT 1 FROM members WHERE id = ?', [viewer.id]);
      assert.equal(left, undefined);
    } finally {
      await world.close();
    }
  });

  it('P40 goes through ten thousand people page by page, and takes no more', async () => {
    const world = await makeWorld({ policy: collaborators });
    try {
      const owner = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
      const ctx = world.asAccount(owner.accountId);
      await world.addMembers(
        Array.from({ length: 10_000 }, (_, index) => ({
          email: `p${index}@acme.test`,
          name: `Person ${String(index).padStart(5, '0')}`,
          roles: ['viewer'],
        })),
      );
      const scope = { roles: ['viewer'] };
      const review = await startReview(ctx, { name: 'Large', scope, dueAt: START + DAY, ...wish() });
      assert.equal(review.counts.open, 10_000);
      const names: string[] = [];
      let after: string | null | undefined;
      while (after !== null) {
        const page = await listReviewItems(ctx, {
          reviewId: review.id,
          about: 'open',
          limit: 200,
          ...(after !== undefined && { after }),
        });
        names.push(...page.rows.map(({ name }) => name));
        after = page.next;
      }
      assert.equal(new Set(names).size, 10_000);
      assert.deepEqual(names, names.toSorted());
      const all = { name: 'Too large', scope: {}, dueAt: START + DAY, ...wish() };
      await assert.rejects(startReview(ctx, all), isRefusal('review_too_large'));
    } finally {
      await world.close();
    }
  });
});
