// What a call that failed looks like, whatever went wrong.
import { expect } from '@open-wc/testing';
import { Failure, failureOf, fetched, isFetched } from './failure.ts';

async function withoutConnection(act: () => Promise<unknown>): Promise<void> {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  try {
    await act();
  } finally {
    delete (navigator as { onLine?: boolean }).onLine;
  }
}

describe('a failure', () => {
  it('says that one is offline where code cannot be fetched', async () => {
    const missing = './no-such-file.ts';
    const failure = await fetched(() => import(missing)).catch((error: unknown) => error);
    expect(failureOf(failure).code).to.equal('offline');
    expect(await fetched(async () => 'code')).to.equal('code');
  });

  it('asks for no code in vain without a connection, and goes on with what is there', async () => {
    let asked = 0;
    const load = async () => (asked += 1);
    await withoutConnection(async () => {
      expect(failureOf(await fetched(load).catch((error: unknown) => error)).code).to.equal('offline');
    });
    expect([asked, isFetched(load)]).to.deep.equal([0, false]);
    expect([await fetched(load), isFetched(load)]).to.deep.equal([1, true]);
    await withoutConnection(async () => expect(await fetched(load)).to.equal(2));
  });

  it('takes what only a newer server says as it is, and nothing foreign', () => {
    expect(failureOf(new Failure('busy')).code).to.equal('busy');
    expect(failureOf({ code: 'a_newer_one' }).code).to.equal('a_newer_one');
    expect(failureOf(new Error('SELECT * FROM people')).code).to.equal('internal');
    expect(failureOf(new DOMException('', 'AbortError')).code).to.equal('aborted');
  });
});
