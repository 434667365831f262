// The first page is asked for early, once, and only for who wants exactly that.
import { aTimeout, expect } from '@open-wc/testing';
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
    await aTimeout(0);
  });

  it('asks anew once it has failed, as for somebody who had to choose a password first', async () => {
    const api = anApi({
      before: ({ name }) => {
        if (name === 'members.list' && api.count(name) === 1) throw new Failure('password_change_required');
      },
    });
    const ahead = readAhead(api, { limit: 5 });
    await aTimeout(0);
    expect((await ahead.members.list({ limit: 5 })).rows).to.have.length(5);
  });

  it('gives nobody an answer that came long before they asked', async () => {
    const api = anApi();
    const ahead = readAhead(api, { limit: 5 }, 0);
    await aTimeout(0);
    await aTimeout(0);
    await ahead.members.list({ limit: 5 });
    expect(api.count('members.list')).to.equal(2);
  });
});
