// A long list held as a few pages: what is asked for, what is kept, what a late answer may not do.
import { aTimeout, expect } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { Failure } from '../failure.ts';
import { PAGE_SIZE, RowPages } from './row-pages.ts';
import type { Page, PageStart } from './row-pages.ts';

interface Row {
  readonly id: string;
  readonly version: number;
}

interface Asked {
  readonly from: PageStart | undefined;
  readonly signal: AbortSignal;
  answer(rows?: readonly Row[]): void;
  fail(failure: Failure): void;
}

const rowsAt = (position: number, version = 1): Row[] =>
  Array.from({ length: PAGE_SIZE }, (_, at) => ({ id: `row-${position + at}`, version }));

/** A list of `count` rows whose pages are answered by hand. */
function aList(count = 10_000, isExact = true) {
  const asked: Asked[] = [];
  let changes = 0;
  const pages = new RowPages<Row>(
    (from, _limit, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<Page<Row>>();
      const position = startOf(from);
      const page = (rows: readonly Row[]): Page<Row> => ({
        rows,
        previous: position > 0 ? `before-${position}` : null,
        next: position + PAGE_SIZE < count ? `after-${position + PAGE_SIZE}` : null,
        total: { count: isExact ? count : Math.min(count, 100), isExact },
      });
      const all = rowsAt(position).slice(0, Math.max(0, count - position));
      asked.push({ from, signal, answer: (rows = all) => resolve(page(rows)), fail: reject });
      return promise;
    },
    () => changes++,
  );
  return { pages, asked, changes: () => changes };
}

/** Cursors say of themselves where they point. */
function startOf(from: PageStart | undefined): number {
  if (from === undefined) return 0;
  if ('position' in from) return from.position;
  return 'after' in from ? Number(from.after.slice(6)) : Number(from.before.slice(7)) - PAGE_SIZE;
}

async function aReadyList(count = 10_000) {
  const list = aList(count);
  list.pages.want(0, 10);
  list.asked[0]!.answer();
  await waitUntil(() => list.pages.isReady);
  return list;
}

describe('row pages', () => {
  it('asks for the first page once, however often it is wanted', () => {
    const { pages, asked } = aList();
    pages.want(0, 10);
    pages.want(0, 20);
    expect(asked).to.have.length(1);
    expect(asked[0]!.from).to.equal(undefined);
  });

  it('goes on by the cursor of the neighbour, and jumps by position once the bar rests', async () => {
    const { pages, asked } = await aReadyList();
    pages.want(45, 60);
    expect(asked[1]!.from).to.deep.equal({ after: `after-${PAGE_SIZE}` });
    asked[1]!.answer();
    for (const place of [2000, 4000, 6000]) pages.want(place, place + 10);
    expect(asked).to.have.length(2);
    await waitUntil(() => asked.length === 3);
    expect(asked[2]!.from).to.deep.equal({ position: 6000 });
    asked[2]!.answer();
    await waitUntil(() => pages.at(6000) !== undefined);
    pages.want(5990, 6010);
    expect(asked[3]!.from).to.deep.equal({ before: 'before-6000' });
  });

  it('drops far pages and aborts what nobody waits for', async () => {
    const { pages, asked } = await aReadyList();
    pages.want(50, 60);
    pages.want(5000, 5010);
    expect(asked[1]!.signal.aborted).to.equal(true);
    expect(pages.at(0)).to.equal(undefined);
    pages.stop();
  });

  it('keeps the rows on show while it loads them again', async () => {
    const { pages, asked } = await aReadyList();
    pages.refresh();
    expect(pages.at(3)!.version).to.equal(1);
    asked[1]!.answer(rowsAt(0, 2));
    await waitUntil(() => pages.at(3)!.version === 2);
  });

  it('lets no late page undo a change that was answered meanwhile', async () => {
    const { pages, asked } = await aReadyList();
    pages.refresh();
    pages.replace({ id: 'row-3', version: 5 });
    asked[1]!.answer(rowsAt(0, 1));
    await waitUntil(() => !pages.isLoading);
    expect(pages.at(3)!.version).to.equal(5);
  });

  it('SEC_W11 ignores a reply that comes after the list became another one', async () => {
    const { pages, asked } = aList();
    pages.want(0, 10);
    pages.reset();
    asked[0]!.answer();
    await aTimeout(0);
    expect(pages.isReady).to.equal(false);
    expect(pages.at(0)).to.equal(undefined);
  });

  it('moves the rows behind a removed one up, and loads them again', async () => {
    const { pages, asked } = await aReadyList();
    pages.remove('row-3');
    expect(pages.at(3)!.id).to.equal('row-4');
    expect(pages.count).to.equal(9_999);
    expect(asked).to.have.length(2);
  });

  it('says why a page did not come, and does not ask again by itself', async () => {
    const { pages, asked } = aList();
    pages.want(0, 10);
    asked[0]!.fail(new Failure('busy'));
    await waitUntil(() => pages.failure?.code === 'busy');
    pages.want(0, 12);
    expect(asked).to.have.length(1);
    pages.refresh();
    expect(asked).to.have.length(2);
    asked[1]!.answer();
    await waitUntil(() => pages.isReady);
    expect(pages.failure).to.equal(undefined);
  });

  it('grows with what it finds where the total is only a lower bound', async () => {
    const { pages, asked } = aList(120, false);
    pages.want(0, 10);
    asked[0]!.answer();
    await waitUntil(() => pages.isReady);
    expect([pages.count, pages.isExact]).to.deep.equal([100, false]);
    pages.want(90, 99);
    asked[1]!.answer();
    await waitUntil(() => pages.count > 100);
    pages.want(95, 100);
    asked[2]!.answer();
    await waitUntil(() => pages.isExact);
    expect(pages.count).to.equal(120);
  });

  it('is empty without asking further', async () => {
    const { pages, asked } = aList(0);
    pages.want(0, 10);
    asked[0]!.answer([]);
    await waitUntil(() => pages.isReady);
    expect([pages.count, asked.length]).to.deep.equal([0, 1]);
  });
});
