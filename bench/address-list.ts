// Reading a pasted list of 10,000 addresses, as a ratio to a bare splitter. Measures only; run it alone with `node bench/address-list.ts`.
import { parseAddressList } from '../shared/emails/address-list.ts';
import type { Ratio } from './ratio.ts';
import { line } from './ratio.ts';

const COUNT = 10_000;
const ROUNDS = 60;

type Split = { name: string; email: string }[];

/** The floor: a bare one-pass splitter, a state machine that collects characters. No rules, no keys, no duplicates, no reasons. */
function bareSplit(text: string): Split {
  const found: Split = [];
  let name = '';
  let word = '';
  let quoted = false;
  const end = (): void => {
    if (word.trim() !== '') found.push({ name: name.trim(), email: word.trim() });
    name = word = '';
  };
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ',' || character === ';' || character === '\n')) end();
    else if (character === '<') [name, word] = [word, ''];
    else if (character !== '>') word += character;
  }
  end();
  return found;
}

/** A lower floor, for the detail: the same by index and slices, about what an engine can do at all. */
function leanSplit(text: string): Split {
  const found: Split = [];
  let start = 0;
  let open = -1;
  let quoted = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? 10 : text.charCodeAt(i);
    if (code === 34) quoted = !quoted;
    else if (quoted) continue;
    else if (code === 60) open = i;
    else if (code === 44 || code === 59 || code === 10) {
      const name = open < 0 ? '' : text.slice(start, open).trim();
      const email =
        open < 0 ? text.slice(start, i).trim() : text.slice(open + 1, text.lastIndexOf('>', i)).trim();
      if (email !== '') found.push({ name, email });
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

const RUNS = {
  bare: (text: string): number => bareSplit(text).length,
  lean: (text: string): number => leanSplit(text).length,
  ours: (text: string): number =>
    parseAddressList(text).entries.filter((entry) => entry.problem === undefined).length,
};
type Side = keyof typeof RUNS;

/** The fastest of many runs in ms, the sides in turn, so that other work on the machine weighs on none of them. */
function fastest(text: string): Record<Side, number> {
  const best = { bare: Infinity, lean: Infinity, ours: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    for (const side of Object.keys(RUNS) as Side[]) {
      const begun = performance.now();
      const count = RUNS[side](text);
      best[side] = Math.min(best[side], performance.now() - begun);
      if (count !== COUNT) throw new Error(`${side} read ${count} of ${COUNT} addresses.`);
    }
  }
  return best;
}

/** Measures a list with display names and one without; `ratio` is our time over the bare splitter's. */
export async function addressList(): Promise<Ratio[]> {
  return [true, false].map((named) => {
    const { bare, lean, ours } = fastest(pasted(COUNT, named));
    const name = `10,000 pasted addresses ${named ? 'with' : 'without'} names`;
    const detail = `${ours.toFixed(1)} ms, bare splitter ${bare.toFixed(1)} ms, by slices ${lean.toFixed(1)} ms`;
    return { name, ratio: ours / bare, aim: 2, detail };
  });
}

if (import.meta.main) for (const ratio of await addressList()) console.log(line(ratio));
