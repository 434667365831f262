// The network address that a request comes from, also through proxies: a header is believed only as far as the operator says. No I/O.
import { isIP } from 'node:net';

/**
 * The address of whoever asks. With `hops` trusted proxies before this server, the last of them named its own peer as
 * entry number `hops` from the right of `X-Forwarded-For`; everything further left anybody may have written (SEC_C08).
 */
export function addressOf(request: Request, peer: string | undefined, hops: number): string | undefined {
  if (hops === 0) return peer;
  const entries = (request.headers.get('X-Forwarded-For') ?? '').split(',');
  const entry = bare(entries.at(-hops)?.trim() ?? '');
  // A chain that is shorter than it should be did not come through all of the proxies.
  return isIP(entry) === 0 ? peer : entry;
}

/** An address without the port that some proxies add. */
function bare(entry: string): string {
  return (
    /^\[(?<address>[^\]]*)\](?::\d+)?$/.exec(entry)?.groups?.['address'] ??
    entry.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  );
}
