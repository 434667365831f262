// The way between a browser and a server, as bad as a test wants it: replies that are lost, late, gathered or cut, and nobody there at all.
import { request as ask, createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What becomes of a call:
 *
 * - `pass`: nothing, it goes through.
 * - `lose`: the server hears it and answers, and the answer is lost.
 * - `hold`: the same, but the answer waits until the line is as it was before.
 * - `gather`: the answer is kept until it has ended, as some proxies do.
 * - `refuse`: nobody hears it.
 */
export type Fate = 'pass' | 'lose' | 'hold' | 'gather' | 'refuse';

/** One call, as the line sees it. */
export interface PassingCall {
  readonly method: string;
  /** Its path without the query. */
  readonly path: string;
}

/** A line to a server. */
export interface Line {
  readonly url: string;
  /** What the server was asked, in order, as `POST /tables/trpc/members.changeRole`. */
  readonly heard: string[];
  /** Decides the fate of each call; everything passes where nothing is set. */
  fate: (call: PassingCall) => Fate;
  /** Which server is asked; the first by default. */
  target: (call: PassingCall) => string;
  /** Lets go of every answer that is held, also of one that the server has not given yet. */
  release(): void;
  /** Cuts every answer that is on its way. */
  cut(): void;
  close(): Promise<void>;
}

/** Opens a line to the server at `url`. */
export async function openLine(url: string): Promise<Line> {
  const open = new Set<ServerResponse>();
  // What the answers wait for whose calls come until it is opened.
  let gate = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    open.add(response);
    response.on('close', () => open.delete(response));
    pass(line, gate.promise, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const line: Line = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    heard: [],
    fate: () => 'pass',
    target: () => url,
    release: () => {
      gate.resolve();
      gate = Promise.withResolvers<void>();
    },
    cut: () => {
      for (const response of open) response.destroy();
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
  return line;
}

function pass(line: Line, released: Promise<void>, request: IncomingMessage, response: ServerResponse): void {
  const call = { method: request.method!, path: request.url!.split('?', 1)[0]! };
  const fate = line.fate(call);
  if (fate === 'refuse') return void response.destroy();
  const onward = ask(
    new URL(request.url!, line.target(call)),
    { method: call.method, headers: request.headers },
    (answer) => {
      line.heard.push(`${call.method} ${call.path}`);
      if (fate === 'pass') return void answer.pipe(response.writeHead(answer.statusCode!, answer.headers));
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => {
        if (fate === 'lose') return void response.destroy();
        const go = (): void =>
          void response.writeHead(answer.statusCode!, answer.headers).end(Buffer.concat(pieces));
        if (fate === 'hold') void released.then(go);
        else go();
      });
    },
  );
  // Whoever goes away takes the call along, and whoever is not there answers nothing.
  response.on('close', () => onward.destroy());
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
