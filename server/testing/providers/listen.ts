// A server of a test on a free port of the loopback address.
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';

/** A server that runs. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Answers requests by `answer` until it is closed. */
export async function listen(answer: RequestListener): Promise<Listening> {
  const server = createServer(answer);
  // A test that fails before it closes this must not keep its process from ending.
  server.on('connection', (socket) => socket.unref()).unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
