// A port that nobody listens at.
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A port of this machine that is free now, at `host`. */
export function freePort(host = 'localhost'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
