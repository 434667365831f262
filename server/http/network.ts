// The network that an address belongs to: what limits count by and histories show, and no single computer. No I/O.
import { isIPv4, isIPv6 } from 'node:net';

/** The /24 of an IPv4 address, the /64 of an IPv6 one (whoever has one address of it has all), such as `203.0.113.0/24`; '' for anything else. */
export function networkOf(address: string | null): string {
  if (address === null) return '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  const plain = mapped.split('%', 1)[0]!;
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : '';
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  // The WHATWG parser writes every spelling of an address in one way, an embedded IPv4 one included.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  if (tail === undefined) return before!;
  return [...before!, ...Array<string>(8 - before!.length - after!.length).fill('0'), ...after!];
}
