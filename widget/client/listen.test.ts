// Listening to a server that answers as told: who asks, what is heard, what is no stream, and how it ends.
import { expect } from '@open-wc/testing';
import type { Failure } from '../failure.ts';
import { failureOf } from '../failure.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { tokenSource } from './token.ts';
import type { Token } from './token.ts';
import { connect } from './trpc.ts';

const realFetch = window.fetch;
const STREAM = { 'content-type': 'text/event-stream' };

/** A reply that is written piece by piece. */
function aReply() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  const write = (text: string): void => controller.enqueue(new TextEncoder().encode(text));
  return { body, write, end: () => controller.close(), break: () => controller.error(new TypeError('lost')) };
}

/** Listens, to what `answer` says, and notes all of it. */
function aListener(answer: (sent: Request) => Response, token: Token = 'secret', workspace = 'w-1') {
  const stop = new AbortController();
  const sent: Request[] = [];
  window.fetch = async (input, init) => {
    const request = new Request(input as string, init);
    sent.push(request);
    request.signal.throwIfAborted();
    return answer(request);
  };
  const api = connect({
    endpoint: 'https://api.example/admin/',
    workspace,
    tokens: tokenSource(token),
    signal: new AbortController().signal,
  });
  const heard: string[] = [];
  const listener = {
    onChange: (parts: readonly string[]) => void heard.push(parts.join('+')),
    onAlive: () => void heard.push('.'),
  };
  const over = api.listen(1234, listener, stop.signal).then(
    () => 'over',
    (error: unknown) => failureOf(error),
  );
  return { sent, heard, over, stop };
}

describe('listening', () => {
  afterEach(() => {
    window.fetch = realFetch;
  });

  it('keeps the bearer in its header, away from the address and from cookies (SEC_W04)', async () => {
    const reply = aReply();
    const { sent, heard, over } = aListener(() => new Response(reply.body, { headers: STREAM }));
    reply.write('event: connected\ndata: {}\n\n');
    reply.write('data: {"changed":[]}\n\n');
    reply.write('event: ping\ndata: \n\n');
    reply.write('data: {"changed":["members","viewer"]}\n\n');
    await waitUntil(() => heard.includes('members+viewer'));
    reply.end();
    expect(await over).to.equal('over');
    expect(heard).to.deep.equal(['', '.', '.', 'members+viewer']);
    const [request] = sent;
    expect(new URL(request!.url).pathname).to.equal('/admin/trpc/live.changes');
    expect(new URL(request!.url).searchParams.get('input')).to.equal('{"missed":1234}');
    expect(request!.url).not.to.include('secret');
    expect(request!.headers.get('authorization')).to.equal('Bearer secret');
    expect(request!.headers.get('ua-workspace')).to.equal('w-1');
    expect(request!.credentials).to.equal('omit');
  });

  it('asks for a newer token where the first is taken no more', async () => {
    const tokens = ['old', 'new'];
    const reply = aReply();
    const { heard, stop } = aListener(
      ({ headers }) =>
        headers.get('authorization') === 'Bearer new'
          ? new Response(reply.body, { headers: STREAM })
          : Response.json({ error: { data: { reason: 'token_invalid' } } }, { status: 401 }),
      async () => tokens.shift()!,
    );
    reply.write('data: {"changed":["members"]}\n\n');
    await waitUntil(() => heard.length > 0);
    expect(heard).to.deep.equal(['members']);
    stop.abort();
  });

  it('says why it was refused, and takes whatever else comes for no way at all', async () => {
    const refused = (data: unknown, status: number) =>
      aListener(() => Response.json({ error: { data } }, { status })).over;
    const code = async (over: Promise<unknown>): Promise<string> => ((await over) as Failure).code;
    expect(await code(refused({ reason: 'actor_deactivated' }, 403))).to.equal('actor_deactivated');
    expect(await code(refused(undefined, 404))).to.equal('offline');
    expect(await code(aListener(() => new Response('<h1>Log in to this network</h1>')).over)).to.equal(
      'offline',
    );
    expect(await code(aListener(() => Response.error()).over)).to.equal('offline');
    const reply = aReply();
    const { over } = aListener(() => new Response(reply.body, { headers: STREAM }));
    reply.write('data: {"changed"');
    reply.break();
    expect(await code(over)).to.equal('offline');
  });

  it('ends when it is told to', async () => {
    const { over, stop } = aListener(({ signal }) => {
      const reply = aReply();
      signal.addEventListener('abort', reply.break);
      return new Response(reply.body, { headers: STREAM });
    });
    stop.abort();
    expect(((await over) as Failure).code).to.equal('aborted');
  });
});
