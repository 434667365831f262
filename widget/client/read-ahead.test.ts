// The first page is asked for early, once, and only for who wants exactly that.
import { expect } from '@open-wc/testing';
import { Failure } from '../failure.ts';
import { anApi } from '../testing/stage.ts';
import { readAhead } from './read-ahead.ts';

describe('read ahead', () => {
  it('gives the page that is on its way to the first who asks for it, and to nobody else', async () => {
    const api = anApi();
    const ahead = readAhead(api, { limit: 5 });
    expect(api.count('members.list')).to.equal(1);
    expect((await ahead.members.list({ limit: 5 })).rows).to.have.length(5);
    expect(api.count('members.list')).to.equal(1);
    await ahead.members.list({ limit: 5 });
    expect(api.count('members.list')).to.equal(2);
  });

  it('asks anew where another page is wanted', async () => {
    const api = anApi();
    const ahead = readAhead(api, { limit: 5 });
    expect((await ahead.members.list({ limit: 3 })).rows).to.have.length(3);
    expect(api.count('members.list')).to.equal(2);
  });

  it('keeps a failure to itself where nobody asks', async () => {
    const api = anApi({
      before: () => {
        throw new Failure('not_granted');
      },
    });
    readAhead(api, { limit: 5 });
    await new Promise((resolve) => setTimeout(resolve));
  });
});
