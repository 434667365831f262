// Streams of events as the standard of HTML has them, cut into pieces at every place.
import { expect } from '@open-wc/testing';
import { readEvents } from './event-stream.ts';

/** What is heard of a stream that comes in these pieces. */
async function heard(...pieces: readonly (string | Uint8Array)[]): Promise<[string, string][]> {
  const events: [string, string][] = [];
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const piece of pieces)
        controller.enqueue(
          (typeof piece === 'string' ? new TextEncoder().encode(piece) : piece) as Uint8Array<ArrayBuffer>,
        );
      controller.close();
    },
  });
  await readEvents(body, { onEvent: (type, data) => events.push([type, data]), onPiece: () => undefined });
  return events;
}

describe('a stream of events', () => {
  it('gives type and data of each event, and of none that has not ended', async () => {
    expect(await heard('event: connected\ndata: {}\n\n', 'data: 1\n\ndata: 2\n\n\ndata: 3\n')).to.deep.equal([
      ['connected', '{}'],
      ['message', '1'],
      ['message', '2'],
    ]);
  });

  it('takes one space off a value, joins lines of data, and passes over comments and what has no data', async () => {
    expect(
      await heard(': hello\ndata:a\ndata:  b\ndata\n\nevent: ping\n\nid: 4\nretry: 1\ndata: c: d\n\n'),
    ).to.deep.equal([
      ['message', 'a\n b\n'],
      ['message', 'c: d'],
    ]);
  });

  it('ends lines by CR, LF or both, wherever it is cut, and inside a character too', async () => {
    for (const end of ['\n', '\r', '\r\n']) {
      const bytes = new TextEncoder().encode(`\ufeffevent: é${end}data: ü${end}${end}data: x${end}${end}`);
      for (let cut = 0; cut <= bytes.length; cut += 1)
        expect(
          await heard(bytes.slice(0, cut), bytes.slice(cut)),
          `${JSON.stringify(end)} ${cut}`,
        ).to.deep.equal([
          ['é', 'ü'],
          ['message', 'x'],
        ]);
    }
  });
});
