// Access reviews inside the whole widget on a server in memory: starting, keeping, revoking, closing, and the evidence.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { packages } from '../../shared/presets/packages.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { Review } from '../../shared/reviews/review.ts';
import { Failure } from '../failure.ts';
import { MemoryReviews } from '../testing/memory-reviews.ts';
import { savedFile } from '../testing/saved-file.ts';
import { buttonOf, confirm, openDialog, press, textOf } from '../testing/settings-stage.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aGate, aStage, announced, deep, focused, found, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { ReviewPageElement } from './review-page.ts';

interface ReviewStage extends Stage {
  readonly reviews: MemoryReviews;
}

async function aReviewStage(
  setting: Setting = {},
  prepare: (reviews: MemoryReviews) => void = () => {},
): Promise<ReviewStage> {
  let reviews: MemoryReviews | undefined;
  const stage = await aStage({
    policy: packages as Policy,
    role: 'admin',
    count: 6,
    attributes: { view: 'reviews' },
    ...setting,
    prepare: (api) => {
      reviews = new MemoryReviews(api, Date.now());
      prepare(reviews);
    },
  });
  return { ...stage, reviews: reviews! };
}

const rootOf = (stage: Stage, tag: string): ShadowRoot => deep(stage.element.renderRoot, tag)!.shadowRoot!;

/** The list, with its reviews drawn. */
async function listIn(stage: Stage): Promise<ShadowRoot> {
  await found(stage, 'ua-review-list');
  const root = rootOf(stage, 'ua-review-list');
  await waitUntil(() => root.querySelector('.reviews, ua-empty-state') !== null, 'the list is drawn');
  return root;
}

/** The page of the review that is opened, with its people drawn. */
async function pageIn(stage: Stage): Promise<ShadowRoot> {
  await found(stage, 'ua-review-page');
  const root = rootOf(stage, 'ua-review-page');
  await waitUntil(
    () => root.querySelector('.person[data-member], .people ua-empty-state') !== null,
    'people are drawn',
  );
  await settled(stage.element);
  return root;
}

async function openReview(stage: Stage, over: Partial<Review> = {}): Promise<ShadowRoot> {
  const { name } = { name: 'First quarter', ...over };
  const list = await listIn(stage);
  [...list.querySelectorAll<HTMLElement>('button')]
    .find((one) => one.ariaLabel === `Continue ${name}`)!
    .click();
  return pageIn(stage);
}

const namesIn = (page: ShadowRoot) =>
  [...page.querySelectorAll('.person[data-member] .name')].map((one) => one.textContent!.trim());
const rowOf = (page: ShadowRoot, name: string) =>
  [...page.querySelectorAll<HTMLElement>('.person[data-member]')].find(
    (row) => row.querySelector('.name')!.textContent!.trim() === name,
  )!;
const progressIn = (page: ShadowRoot) => textOf(page.querySelector<HTMLElement>('.progress')!).trim();

describe('reviews', () => {
  it('W35 shows what others decide while one is at it, and leaves those alone who were decided about here', async () => {
    const stage = await aReviewStage({}, (reviews) => reviews.add({ name: 'First quarter' }));
    const page = await openReview(stage);
    const [mine, theirs, ...rest] = namesIn(page);
    buttonOf(rowOf(page, mine!), `Keep the access of ${mine}`).click();
    await waitUntil(() => progressIn(page).startsWith('1 of 6'));
    const reviewId = (page.host as ReviewPageElement).review.id;
    const other = rowOf(page, theirs!).dataset['member'] as MemberId;
    await stage.api.write('reviews.decide', { reviewId, memberIds: [other], decision: 'keep' });
    stage.element.refresh();
    await waitUntil(() => progressIn(page).startsWith('2 of 6'), 'it is counted');
    await settled(stage.element);
    expect(namesIn(page)).to.deep.equal([mine, ...rest]);
    expect(textOf(rowOf(page, mine!))).to.include('Kept');
  });

  it('P40 W49 starts one, and says before how many people it is about', async () => {
    const stage = await aReviewStage();
    press(await listIn(stage), 'Start a review');
    const form = rootOf(stage, 'ua-review-form');
    await waitUntil(
      () => form.querySelector('.count')?.textContent?.includes('6 people') === true,
      'counted',
    );
    form.querySelector<HTMLInputElement>('input[value=admin]')!.click();
    await waitUntil(() => form.querySelector('.count')!.textContent!.includes('2 people'), 'counted again');
    const name = form.querySelector<HTMLInputElement>('#name')!;
    name.value = '';
    name.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await confirm(stage);
    await waitUntil(() => form.querySelector('#name-error') !== null, 'a name is asked for');
    name.value = 'Admins';
    name.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await confirm(stage);
    const page = await pageIn(stage);
    expect(textOf(page.querySelector<HTMLElement>('h2')!)).to.include('Admins');
    expect(namesIn(page)).to.have.length(2);
    await waitUntil(() => focused() === page.querySelector('#heading'), 'the focus went along');
    await found(stage, '.notice');
    await waitUntil(() => announced(stage).includes('Admins has begun.'));
  });

  it('W49 greys who would decide about themselves, or may not run reviews any more, each with the reason', async () => {
    const stage = await aReviewStage({}, (reviews) =>
      reviews.add({
        name: 'Spring',
        scope: { roles: ['user'] },
        reviewer: { id: 'member-999999' as MemberId, name: 'Fern Former' },
        closedAt: Date.now() - 120 * 86_400_000,
      }),
    );
    press(await listIn(stage), 'Start the next one after Spring');
    const form = rootOf(stage, 'ua-review-form');
    const select = () => form.querySelector<HTMLSelectElement>('#reviewerId')!;
    await waitUntil(() => form.querySelector('#reviewerId-error') !== null, 'the reviewer is looked up');
    expect(select().selectedOptions[0]!.textContent).to.equal('Fern Former: may not run reviews any more');
    expect(select().selectedOptions[0]!.disabled).to.equal(true);
    await confirm(stage);
    await waitUntil(() => form.activeElement === select(), 'it has to be chosen anew');
    const take = (value: string) => {
      select().value = value;
      select().dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    };
    const sam = [...select().options].find(({ disabled, value }) => !disabled && value !== '')!;
    const name = sam.textContent!;
    take(sam.value);
    await waitUntil(() => form.querySelector('#reviewerId-error') === null, 'who may is taken');
    form.querySelector<HTMLInputElement>('input[value=admin]')!.click();
    await waitUntil(() => form.querySelector('#reviewerId-error') !== null, 'now they are in it');
    expect(select().selectedOptions[0]!.textContent).to.equal(`${name}: would be in this review`);
    expect(form.querySelector('#reviewerId-error')!.textContent).to.include('about their own access');
    await expect(form.host).to.be.accessible();
    take('');
    await waitUntil(() => form.querySelector('#reviewerId-error') === null, 'nobody is named');
  });

  it('W49 says at the field that a name cannot be taken', async () => {
    const stage = await aReviewStage();
    stage.api.on('reviews.start', () => {
      throw new Failure('name_invalid', { field: 'name', reason: 'name_too_long' });
    });
    press(await listIn(stage), 'Start a review');
    const form = rootOf(stage, 'ua-review-form');
    await waitUntil(() => form.querySelector('.count')?.textContent?.includes('6') === true, 'counted');
    await confirm(stage);
    await waitUntil(() => form.querySelector('#name-error') !== null, 'it is said');
    expect(form.querySelector('#name-error')!.textContent).to.include('1 to 100 characters');
    expect(form.querySelectorAll('[role=alert]')).to.have.length(1);
    expect(form.activeElement).to.equal(form.querySelector('#name'));
  });

  it('W49 keeps one person at once, and shows how far the review is', async () => {
    const stage = await aReviewStage({}, (reviews) => reviews.add());
    const page = await openReview(stage);
    const [first] = namesIn(page);
    press(rowOf(page, first!), `Keep the access of ${first}`);
    await waitUntil(() => progressIn(page) === '1 of 6 people decided', 'it is counted');
    expect(rowOf(page, first!).textContent).to.include('Kept');
    await waitUntil(() => announced(stage).includes(`${first} keeps access.`));
  });

  it('W49 W51 asks before it revokes, sends the note, and can give access back', async () => {
    const stage = await aReviewStage({}, (reviews) => reviews.add({ scope: { roles: ['user'] } }));
    const page = await openReview(stage);
    const name = namesIn(page)[0]!;
    press(rowOf(page, name), `Revoke the access of ${name}`);
    const dialog = await openDialog(stage);
    expect(dialog.getAttribute('heading')).to.equal(`Revoke the access of ${name}?`);
    const note = page.querySelector<HTMLInputElement>('#note')!;
    note.value = 'Changed jobs';
    note.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await confirm(stage);
    await waitUntil(() => rowOf(page, name).textContent!.includes('Changed jobs'), 'it is decided');
    const person = () => stage.api.people.find((one) => one.name === name)!;
    expect(person().status).to.equal('deactivated');
    const undo = await found<HTMLButtonElement>(stage, '.notice .link');
    undo.click();
    await waitUntil(() => person().status === 'active', 'access is back');
    await waitUntil(() => rowOf(page, name).textContent!.includes('Kept'), 'and kept');
  });

  it('W49 decides about several at once, and says who could not be', async () => {
    const stage = await aReviewStage({}, (reviews) => reviews.add({ scope: { statuses: ['active'] } }));
    const page = await openReview(stage);
    page.querySelector<HTMLInputElement>('.choice-all input')!.click();
    await settled(stage.element);
    const chosen = page.querySelector<HTMLElement>('.chosen')!;
    expect(textOf(chosen)).to.include('6 selected');
    press(chosen, 'Revoke');
    await confirm(stage);
    // Nobody revokes themselves.
    await waitUntil(() => announced(stage).includes('1 person was not decided'), 'one is left');
    expect(progressIn(page)).to.equal('5 of 6 people decided');
  });

  it('W49 P35 shows how far many decisions are, and can be stopped between their steps', async () => {
    const gate = aGate();
    let wishes = 0;
    const stage = await aReviewStage(
      {
        count: 120,
        before: ({ name }) => (name === 'reviews.decide' && ++wishes === 2 ? gate.opened : undefined),
      },
      (reviews) => reviews.add(),
    );
    const page = await openReview(stage);
    press(page, 'Keep the remaining 120');
    await confirm(stage);
    const far = () => page.querySelector('.chosen progress');
    await waitUntil(() => far()?.ariaLabel === '50 of 120 people decided', 'the first step is counted');
    await waitUntil(
      () => deep(stage.element.renderRoot, 'dialog[open]') === null,
      'the question has made room',
    );
    expect(far()!.getAttribute('part')).to.equal('progress');
    await expect(stage.element).to.be.accessible();
    const stop = buttonOf(page, 'Stop');
    stop.focus();
    stop.click();
    gate.open();
    await waitUntil(() => announced(stage).includes('100 people keep access.'), 'what was sent is done');
    await waitUntil(() => far() === null, 'nothing is under way');
    expect(wishes).to.equal(2);
    expect(progressIn(page)).to.equal('100 of 120 people decided');
    await waitUntil(() => page.activeElement !== null, 'the focus is not lost');
  });

  it('W49 says in passing what went wrong once some of many are decided', async () => {
    let wishes = 0;
    const stage = await aReviewStage(
      {
        count: 120,
        before: ({ name }) => {
          if (name === 'reviews.decide' && ++wishes === 2) throw new Failure('review_closed');
        },
      },
      (reviews) => reviews.add(),
    );
    const page = await openReview(stage);
    press(page, 'Keep the remaining 120');
    await confirm(stage);
    await waitUntil(() => announced(stage).includes('50 people keep access.'), 'some are decided');
    await waitUntil(() => /closed/.test(announced(stage)), 'the reason is told');
    expect(page.querySelector('.chosen')).to.equal(null);
  });

  it('W49 cannot be closed while somebody is open, and is read-only afterwards', async () => {
    const stage = await aReviewStage({}, (reviews) => reviews.add());
    const page = await openReview(stage);
    const close = () => buttonOf(page, 'Close review');
    expect(close().getAttribute('aria-disabled')).to.equal('true');
    expect(close().getAttribute('aria-description')).to.include('not decided yet');
    press(page, 'Keep the remaining 6');
    await confirm(stage);
    await waitUntil(() => progressIn(page) === '6 of 6 people decided', 'everybody is kept');
    await settled(stage.element);
    close().click();
    await confirm(stage);
    await waitUntil(() => announced(stage).includes('First quarter is closed.'), 'it is closed');
    press(page, 'Everybody 6');
    await waitUntil(() => namesIn(page).length === 6, 'everybody is shown');
    await settled(stage.element);
    expect(page.querySelector('.person input, .person button')).to.equal(null);
  });

  it('W49 marks one that is late, and reminds a quarter after the last', async () => {
    const day = 86_400_000;
    const late = await aReviewStage({}, (reviews) => reviews.add({ dueAt: Date.now() - day }));
    expect(textOf(await listIn(late))).to.include('Overdue');
    const stage = await aReviewStage({}, (reviews) =>
      reviews.add({ name: 'Spring', scope: { roles: ['admin'] }, closedAt: Date.now() - 120 * day }),
    );
    const list = await listIn(stage);
    expect(textOf(list)).to.include('It is time for the next review');
    press(list, 'Start the next one after Spring');
    const form = rootOf(stage, 'ua-review-form');
    await waitUntil(
      () => form.querySelector('.count')?.textContent?.includes('2 people') === true,
      'counted',
    );
    expect(form.querySelector<HTMLInputElement>('input[value=admin]')!.checked).to.equal(true);
  });

  it('W49 exports every decision with who made it and when, safe for spreadsheets', async () => {
    const stage = await aReviewStage({}, (reviews) => reviews.add());
    const page = await openReview(stage);
    const name = namesIn(page)[0]!;
    press(rowOf(page, name), `Keep the access of ${name}`);
    await waitUntil(() => progressIn(page).startsWith('1 of 6'), 'it is decided');
    const { text } = await savedFile(async () => {
      press(page, 'Export evidence');
      await confirm(stage);
    });
    const lines = text.trim().split('\r\n');
    expect(lines).to.have.length(7);
    expect(lines[0]).to.include('Decided by,Decided at,Note');
    expect(lines.find((line) => line.includes(name))).to.match(/Kept,Amara Okafor,\d{4}-\d\d-\d\dT/);
  });

  it('P40 is for whoever may run reviews', async () => {
    const stage = await aReviewStage({ policy: collaborators as Policy, role: 'viewer' });
    await settled(stage.element);
    expect(deep(stage.element.renderRoot, 'ua-review-list')).to.equal(null);
  });

  for (const [width, scheme] of [
    [1200, 'light'],
    [360, 'dark'],
  ] as const)
    it(`is accessible at ${width} px, ${scheme}`, async () => {
      await setViewport({ width: Math.max(width, 400), height: 800 });
      const stage = await aReviewStage({ width, scheme }, (reviews) => {
        reviews.add({ name: 'Closed', closedAt: Date.now() });
        reviews.add();
      });
      await listIn(stage);
      await expect(stage.element).to.be.accessible();
      const page = await openReview(stage);
      const name = namesIn(page)[0]!;
      press(rowOf(page, name), `Keep the access of ${name}`);
      await waitUntil(() => progressIn(page).startsWith('1 of 6'), 'it is decided');
      await settled(stage.element);
      await expect(stage.element).to.be.accessible();
      expect(page.host.scrollWidth).to.be.at.most(page.host.clientWidth + 1);
    });
});
