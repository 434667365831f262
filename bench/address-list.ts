// Reading a pasted list of 10,000 addresses, as a ratio to a bare splitter. Measures only; run it alone with `node bench/address-list.ts`.

import { parseAddressList } from '../shared/emails/address-list.ts';

/** One measured ratio beside its aim. */
type Ratio = { name: string; ratio: number; aim: number; detail: string };

const COUNT = 10_000;
const ROUNDS = 60;

/** The floor: one pass that honours quotes, cuts at separators, takes name and address apart. No rules, no keys, no duplicates. */
function bareSplit(text: string): { text: string; name: string; email: string }[] {
  const found: { text: string; name: string; email: string }[] = [];
  let start = 0;
  let open = -1;
  let quoted = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? 10 : text.charCodeAt(i);
    if (code === 34) quoted = !quoted;
    else if (quoted) continue;
    else if (code === 60) open = i;
    else if (code === 44 || code === 59 || code === 10) {
      const piece = text.slice(start, i).trim();
      const name = open < 0 ? '' : text.slice(start, open).trim();
      const email = open < 0 ? piece : text.slice(open + 1, text.lastIndexOf('>', i)).trim();
      if (piece !== '') found.push({ text: piece, name, email });
      start = i + 1;
      open = -1;
    }
  }
  return found;
}

const FIRST = ['Ada', 'Grace', 'José', 'Łukasz', 'Søren', 'Mary Ann', 'Yuki', 'Bob'];
const LAST = ['Lovelace', 'Hopper', 'García', "O'Brien", 'Kierkegaard', 'Okafor', 'Tanaka', 'van der Berg'];

function pasted(count: number, named: boolean): string {
  const one = (_: unknown, i: number): string => {
    const address = `person.${i}@team-${i % 97}.example.com`;
    const [first, last] = [FIRST[i % 8], LAST[(i >> 3) % 8]];
    if (!named) return address;
    return i % 3 === 0 ? `"${last}, ${first}" <${address}>` : `${first} ${last} <${address}>`;
  };
  return Array.from({ length: count }, one).join(', ');
}

/** The fastest of many runs, both sides in turn, so that other work on the machine weighs on neither. */
function fastest(text: string): { bare: number; ours: number } {
  const best = { bare: Infinity, ours: Infinity };
  const time = (run: () => number): number => {
    const begun = performance.now();
    if (run() !== COUNT) throw new Error('The list was not read whole.');
    return performance.now() - begun;
  };
  for (let round = 0; round < ROUNDS; round++) {
    // A string built at run time is flattened by its first reader; both get their own flat copy.
    best.bare = Math.min(best.bare, time(() => bareSplit(text).length));
    best.ours = Math.min(best.ours, time(() => parseAddressList(text).entries.filter((entry) => entry.key).length));
  }
  return best;
}

/** Measures a list with display names and one without; `ratio` is our time over the bare splitter's. */
export async function addressList(): Promise<Ratio[]> {
  return [true, false].map((named) => {
    const { bare, ours } = fastest(pasted(COUNT, named));
    const name = `10,000 pasted addresses ${named ? 'with' : 'without'} names`;
    return { name, ratio: ours / bare, aim: 2, detail: `${ours.toFixed(2)} ms, bare splitter ${bare.toFixed(2)} ms` };
  });
}

if (import.meta.main) {
  for (const { name, ratio, aim, detail } of await addressList()) {
    console.log(`${name}: ${ratio.toFixed(2)} x (aim <= ${aim}); ${detail}`);
  }
}
