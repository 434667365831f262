// One read at a time, and one change at a time.
import { expect } from '@open-wc/testing';
import { Failure } from '../failure.ts';
import { PendingController } from './pending.ts';
import { QueryController } from './query.ts';

const host = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};

describe('query', () => {
  it('lets the newest run win, and aborts the one before', async () => {
    const query = new QueryController<string>(host);
    const first = Promise.withResolvers<string>();
    let aborted: AbortSignal | undefined;
    const older = query.run((signal) => ((aborted = signal), first.promise));
    await query.run(() => Promise.resolve('new'));
    first.resolve('old');
    await older;
    expect([query.data, aborted!.aborted]).to.deep.equal(['new', true]);
  });

  it('keeps what it has while it loads and when that fails', async () => {
    const query = new QueryController<string>(host);
    await query.run(() => Promise.resolve('kept'));
    const failing = query.run(() => Promise.reject(new Failure('busy')));
    expect([query.data, query.isLoading]).to.deep.equal(['kept', true]);
    await failing;
    expect([query.data, query.failure?.code, query.isLoading]).to.deep.equal(['kept', 'busy', false]);
  });

  it('takes a stranger\u2019s error for an internal one', async () => {
    const query = new QueryController<string>(host);
    await query.run(() => Promise.reject(new Error('<b>boom</b>')));
    expect(query.failure?.code).to.equal('internal');
  });

  it('reads again what ended with the place on the page once the element is put back, and nothing else', async () => {
    const query = new QueryController<string>(host);
    const { promise, resolve } = Promise.withResolvers<string>();
    let reads = 0;
    const read = () => (reads++, promise);
    void query.run(read);
    query.hostDisconnected();
    query.hostConnected();
    expect([reads, query.isLoading]).to.deep.equal([2, true]);
    resolve('x');
    await promise;
    await promise;
    expect([query.data, query.isLoading]).to.deep.equal(['x', false]);
    query.hostDisconnected();
    query.hostConnected();
    void query.run(read);
    query.hostDisconnected();
    query.reset();
    query.hostConnected();
    expect(reads).to.equal(3);
  });

  it('forgets everything on reset', async () => {
    const query = new QueryController<string>(host);
    await query.run(() => Promise.resolve('x'));
    query.reset();
    expect(query.data).to.equal(undefined);
  });
});

describe('pending', () => {
  it('SEC_W11 runs a change once while it is under way', async () => {
    const pending = new PendingController(host);
    const { promise, resolve } = Promise.withResolvers<string>();
    let runs = 0;
    const change = () => (runs++, promise);
    const first = pending.run('a', change);
    expect(await pending.run('a', change)).to.equal(undefined);
    expect(pending.has('a')).to.equal(true);
    resolve('done');
    expect([await first, runs, pending.has('a')]).to.deep.equal(['done', 1, false]);
  });

  it('is free again after a failure', async () => {
    const pending = new PendingController(host);
    await pending.run('a', () => Promise.reject(new Failure('busy'))).catch(() => undefined);
    expect(pending.has('a')).to.equal(false);
  });
});
