// What a call that failed looks like, whatever went wrong.
import { expect } from '@open-wc/testing';
import { Failure, failureOf, whenFetched } from './failure.ts';

describe('a failure', () => {
  it('says that one is offline where code cannot be fetched', async () => {
    const missing = './no-such-file.ts';
    const failure = await whenFetched(import(missing)).catch((error: unknown) => error);
    expect(failureOf(failure).code).to.equal('offline');
    expect(await whenFetched(Promise.resolve('code'))).to.equal('code');
  });

  it('takes what only a newer server says as it is, and nothing foreign', () => {
    expect(failureOf(new Failure('busy')).code).to.equal('busy');
    expect(failureOf({ code: 'a_newer_one' }).code).to.equal('a_newer_one');
    expect(failureOf(new Error('SELECT * FROM people')).code).to.equal('internal');
    expect(failureOf(new DOMException('', 'AbortError')).code).to.equal('aborted');
  });
});
