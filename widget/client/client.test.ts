// The client against a server that answers as told: tokens, retries, keys, refusals. The wire itself is tested against the real server.
import { expect } from '@open-wc/testing';
import { Failure } from '../failure.ts';
import { memberId } from '../testing/builders.ts';
import { withAttempts } from './attempts.ts';
import { authorizedFetch } from './fetch.ts';
import { tokenSource } from './token.ts';
import type { Token } from './token.ts';
import { connect } from './trpc.ts';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly credentials: RequestCredentials | undefined;
  readonly body: Record<string, unknown>;
}

type Reply = (sent: Sent) => Response | Promise<Response>;

const realFetch = window.fetch;
const lost: Reply = () => Promise.reject(new TypeError('Failed to fetch'));
const says =
  (data: unknown): Reply =>
  () =>
    Response.json({ result: { data } });
const refuses =
  (reason: string, status: number, details: unknown = null): Reply =>
  () =>
    Response.json(
      { error: { message: 'x', code: -32600, data: { code: 'X', httpStatus: status, reason, details } } },
      { status },
    );

/** Answers the next requests in order, and notes what was sent. */
function answerWith(...replies: Reply[]): Sent[] {
  const sent: Sent[] = [];
  window.fetch = async (input, init) => {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
    const one = {
      url: String(input),
      method: init?.method ?? 'GET',
      headers: new Headers(init?.headers),
      credentials: init?.credentials,
      body,
    };
    sent.push(one);
    init?.signal?.throwIfAborted();
    return (replies.shift() ?? lost)(one);
  };
  return sent;
}

function aClient(token?: Token, workspace = '') {
  const stop = new AbortController();
  return {
    api: connect({
      endpoint: 'https://api.example/admin/',
      workspace,
      tokens: tokenSource(token),
      signal: stop.signal,
    }),
    stop,
  };
}

const member = { memberId: memberId(1), version: 3 };

async function failureIn(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    expect(error).to.be.an.instanceof(Failure);
    return error as Failure;
  }
  throw new Error('It did not fail');
}

describe('client', () => {
  afterEach(() => {
    window.fetch = realFetch;
  });

  it('sends a bearer without cookies, the workspace as a header, and JSON', async () => {
    const sent = answerWith(says({ id: member.memberId, version: 4 }));
    await aClient('t-1', 'workspace-1').api.write('members.deactivate', member);
    const [one] = sent;
    expect(one!.url).to.equal('https://api.example/admin/trpc/members.deactivate');
    expect(one!.method).to.equal('POST');
    expect(one!.headers.get('authorization')).to.equal('Bearer t-1');
    expect(one!.headers.get('ua-workspace')).to.equal('workspace-1');
    expect(one!.headers.get('content-type')).to.equal('application/json');
    expect(one!.credentials).to.equal('omit');
  });

  it('relies on the same-origin cookie where there is no token', async () => {
    const sent = answerWith(says({}));
    await aClient().api.viewer();
    expect(sent[0]!.headers.has('authorization')).to.equal(false);
    expect(sent[0]!.credentials).to.equal('same-origin');
  });

  it('asks at once where no token has to be fetched', async () => {
    const sent = answerWith(says({}));
    const fetched = authorizedFetch(tokenSource(undefined));
    const answer = fetched('https://api.example/x');
    expect(sent.length).to.equal(1);
    await answer;
  });

  it('SEC_W04 puts no token into an address', async () => {
    const sent = answerWith(says({}), says({ page: '{"rows":[]}' }));
    const { api } = aClient('secret-token');
    await api.viewer();
    await api.members.list({ filter: { search: 'ann' } });
    for (const { url } of sent) expect(url).not.to.contain('secret-token');
  });

  it('reads the page of members from its text', async () => {
    answerWith(says({ page: '{"rows":[{"name":"Ann"}],"total":{"count":1,"isExact":true}}' }));
    expect((await aClient().api.members.list({})).rows[0]!.name).to.equal('Ann');
  });

  it('asks for a newer token once on 401, and shares it between waiting requests', async () => {
    let issued = 0;
    const sent = answerWith(refuses('token_invalid', 401), refuses('token_invalid', 401), says({}), says({}));
    const { api } = aClient(async () => `t-${++issued}`);
    await Promise.all([api.viewer(), api.viewer()]);
    expect(issued).to.equal(2);
    expect(sent.map(({ headers }) => headers.get('authorization'))).to.deep.equal([
      'Bearer t-1',
      'Bearer t-1',
      'Bearer t-2',
      'Bearer t-2',
    ]);
  });

  it('gives up on 401 where the newer token is refused too, or there is none', async () => {
    answerWith(refuses('token_invalid', 401), refuses('token_invalid', 401), says({}));
    let issued = 0;
    expect((await failureIn(aClient(async () => `t-${++issued}`).api.viewer())).code).to.equal(
      'token_invalid',
    );
    expect(issued).to.equal(2);
    const sent = answerWith(refuses('token_invalid', 401));
    expect((await failureIn(aClient('fixed').api.viewer())).code).to.equal('token_invalid');
    expect(sent).to.have.length(1);
  });

  it('SEC_W11 sends a write whose answer was lost again, under the same key', async () => {
    const sent = answerWith(lost, lost, says({ id: member.memberId, version: 4 }));
    await aClient().api.write('members.deactivate', member);
    const keys = sent.map(({ body }) => body['idempotencyKey']);
    expect(keys).to.have.length(3);
    expect(new Set(keys).size).to.equal(1);
    expect(keys[0]).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('uses the key of the wish, so that a retry by hand is the same wish', async () => {
    const key = 'd7f0b9d2-2f4a-4c58-9a53-4f9d1c8f6a10';
    const sent = answerWith(says({}), says({}));
    const { api } = aClient();
    await api.write('members.remove', member, { idempotencyKey: key });
    await api.write('members.remove', member, { idempotencyKey: key });
    expect(sent.map(({ body }) => body['idempotencyKey'])).to.deep.equal([key, key]);
  });

  it('reads any procedure by its path, by GET and without a key', async () => {
    const sent = answerWith(lost, says([]));
    await aClient('t-1').api.read('sessions.list', undefined);
    expect(sent.map(({ method }) => method)).to.deep.equal(['GET', 'GET']);
    expect(sent[1]!.url).to.equal('https://api.example/admin/trpc/sessions.list');
  });

  it('SEC_W11 writes by any path under the key of the wish, again where the answer was lost', async () => {
    const key = 'd7f0b9d2-2f4a-4c58-9a53-4f9d1c8f6a10';
    const sent = answerWith(lost, says({}));
    await aClient().api.write('sessions.endOthers', {}, { idempotencyKey: key });
    expect(sent.map(({ method, body }) => [method, body['idempotencyKey']])).to.deep.equal([
      ['POST', key],
      ['POST', key],
    ]);
  });

  it('sends what takes no key once, and as it is', async () => {
    const sent = answerWith(lost, says({}));
    const { api } = aClient();
    const failure = await failureIn(api.send('account.confirmIdentity', { password: 'correct horse' }));
    expect(failure.code).to.equal('offline');
    expect(sent.map(({ body }) => body)).to.deep.equal([{ password: 'correct horse' }]);
  });

  it('is offline after the last try', async () => {
    const sent = answerWith(lost, lost, lost, lost, lost);
    expect((await failureIn(aClient().api.write('members.remove', member))).code).to.equal('offline');
    expect(sent).to.have.length(3);
  });

  it('asks nothing again that the server has refused, and passes on what the refusal carries', async () => {
    const sent = answerWith(refuses('changed_meanwhile', 409, { id: member.memberId, version: 9 }));
    const failure = await failureIn(aClient().api.write('members.remove', member));
    expect(failure.code).to.equal('changed_meanwhile');
    expect(failure.details).to.deep.equal({ id: member.memberId, version: 9 });
    expect(sent).to.have.length(1);
  });

  it('says nothing in a stranger\u2019s words: an unknown reason is internal', async () => {
    answerWith(refuses('<b>custom</b>', 500));
    expect((await failureIn(aClient().api.viewer())).code).to.equal('internal');
  });

  it('takes a page of a proxy for no answer', async () => {
    const proxy: Reply = () =>
      new Response('<html>502</html>', { status: 502, headers: { 'content-type': 'text/html' } });
    answerWith(proxy, proxy);
    expect((await failureIn(aClient().api.viewer())).code).to.equal('offline');
  });

  it('SEC_W10 ends what is on its way when the session ends, and tries no more', async () => {
    const sent = answerWith(lost, lost, lost);
    const { api, stop } = aClient();
    const call = failureIn(api.write('members.remove', member));
    stop.abort();
    expect((await call).code).to.equal('aborted');
    const before = sent.length;
    expect((await failureIn(api.viewer())).code).to.equal('aborted');
    expect(sent.length - before).to.be.at.most(1);
  });

  it('asks the page again for a token after its function has failed', async () => {
    let calls = 0;
    const tokens = tokenSource(() =>
      ++calls === 1 ? Promise.reject(new Error('down')) : Promise.resolve('t'),
    );
    const fetched = authorizedFetch(tokens);
    answerWith(says({}));
    await fetched('https://api.example/x').then(
      () => expect.fail('it did not fail'),
      () => undefined,
    );
    await fetched('https://api.example/x');
    expect(calls).to.equal(2);
  });

  it('is offline whatever the function of the page throws, or while it gives nothing, and takes a token that comes at once', async () => {
    const sent = answerWith(says({}));
    for (const token of [
      () => Promise.reject('no'),
      () => {
        throw undefined;
      },
      () => new Promise<string>(() => {}),
    ]) {
      const stop = new AbortController();
      const tokens = tokenSource(token, '', 20);
      const { viewer } = connect({ endpoint: '/admin', workspace: '', tokens, signal: stop.signal });
      expect((await failureIn(viewer())).code).to.equal('offline');
    }
    expect(sent).to.have.length(0);
    const { api } = aClient((() => 'at once') as unknown as Token);
    await api.viewer();
    expect(sent[0]!.headers.get('authorization')).to.equal('Bearer at once');
  });

  it('waits for the token on a page that has put a Promise of its own in the place of the browser’s', async () => {
    const native = window.Promise;
    const sent = answerWith(says({}));
    window.Promise = class extends native<unknown> {} as PromiseConstructor;
    try {
      await aClient(async () => 'bearer').api.viewer();
    } finally {
      window.Promise = native;
    }
    expect(sent[0]!.headers.get('authorization')).to.equal('Bearer bearer');
  });

  it('W11 asks the page for a token of the workspace that it is for, and never sends one of another', async () => {
    const wanted: string[] = [];
    const token = ({ workspace }: { workspace: string }) => {
      wanted.push(workspace);
      return Promise.resolve(`token-of-${workspace}`);
    };
    const sent = answerWith(says({}), says({}));
    for (const workspace of ['retail', 'service']) {
      const fetched = authorizedFetch(tokenSource(token, workspace));
      await fetched('https://api.example/x');
      expect(sent.at(-1)!.headers.get('authorization')).to.equal(`Bearer token-of-${workspace}`);
    }
    expect(wanted).to.deep.equal(['retail', 'service']);
  });

  it('stops waiting between tries when nobody waits any more', async () => {
    const stop = new AbortController();
    const call = failureIn(withAttempts(2, stop.signal, () => Promise.reject(new Error('lost'))));
    stop.abort();
    expect((await call).code).to.equal('aborted');
  });
});
