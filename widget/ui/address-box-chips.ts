// What stands in the address box: one chip for each piece somebody typed or pasted. Pure: no DOM, no I/O; how it looks is the element's matter.
import { parseAddressList } from '../../shared/emails/address-list.ts';
import type { AddressProblem } from '../../shared/emails/address.ts';
import { isPersonalAddress, suggestAddress } from '../../shared/emails/suggestion.ts';

/** One piece of the list, as it was typed, with what was read in it. */
export interface AddressChip {
  /** Tells chips apart on one page, also after their text changed. */
  readonly id: number;
  readonly text: string;
  /** The address; absent where there is none to read. */
  readonly email?: string;
  readonly key?: string;
  /** Why it cannot be invited as it is; `duplicate` where it stands further up already. */
  readonly problem?: AddressProblem;
  /** The address that was probably meant. */
  readonly suggestion?: string;
  readonly isPersonal?: true;
}

/** How many pieces there are, and of what sort. */
export interface AddressCount {
  readonly total: number;
  /** The pieces that can be invited. */
  readonly ready: number;
  /** The pieces that are no usable address. */
  readonly attention: number;
  readonly duplicates: number;
  readonly personal: number;
}

/** The chips to draw: those in front of the gap, how many the gap hides, and those behind it. */
export interface VisibleChips {
  readonly before: readonly AddressChip[];
  readonly hidden: number;
  readonly after: readonly AddressChip[];
}

let lastId = 0;

/** Reads `text` and puts its pieces behind `chips`; nothing of it is dropped. */
export function appendText(chips: readonly AddressChip[], text: string): readonly AddressChip[] {
  return markDuplicates([...chips, ...readChips(text)]);
}

/** Puts what `text` holds in the place of the chip `id`: one chip, several, or none where it is blank. */
export function replaceText(chips: readonly AddressChip[], id: number, text: string): readonly AddressChip[] {
  const [first, ...more] = readChips(text);
  return markDuplicates(
    chips.flatMap((chip) =>
      chip.id !== id ? [chip] : first === undefined ? [] : [{ ...first, id }, ...more],
    ),
  );
}

/** The chips without those that `isGone` names. */
export function withoutChips(
  chips: readonly AddressChip[],
  isGone: (chip: AddressChip) => boolean,
): readonly AddressChip[] {
  return markDuplicates(chips.filter((chip) => !isGone(chip)));
}

/** Whether the chip is an address that can be invited. */
export function isReady(chip: AddressChip): boolean {
  return chip.problem === undefined;
}

/** Whether the chip is no usable address and waits for somebody to mend it. */
export function needsAttention(chip: AddressChip): boolean {
  return chip.problem !== undefined && chip.problem !== 'duplicate';
}

/** Counts the chips by what can be done with them. */
export function countChips(chips: readonly AddressChip[]): AddressCount {
  let [ready, duplicates, personal] = [0, 0, 0];
  for (const chip of chips) {
    if (isReady(chip)) ready++;
    else if (chip.problem === 'duplicate') duplicates++;
    if (isReady(chip) && chip.isPersonal) personal++;
  }
  return { total: chips.length, ready, attention: chips.length - ready - duplicates, duplicates, personal };
}

/** The chips as text that reads back into the same chips, one in a line. */
export function textOf(chips: readonly AddressChip[]): string {
  return chips.map((chip) => chip.text).join('\n');
}

/** How many of the newest chips stay in sight, next to where one types. */
const TAIL = 20;

/**
 * Which of the chips to draw so that a list of thousands stays quick: at most `limit` good ones and `limit` bad ones.
 *
 * The bad ones come first in line for a place, because they are what somebody has to look at.
 */
export function visibleChips(chips: readonly AddressChip[], limit: number): VisibleChips {
  if (chips.length <= limit) return { before: chips, hidden: 0, after: [] };
  const tailStart = chips.length - TAIL;
  const before: AddressChip[] = [];
  let [good, bad] = [0, 0];
  for (const chip of chips.slice(0, tailStart)) {
    const fits = needsAttention(chip) ? bad++ < limit : good++ < limit - TAIL;
    if (fits) before.push(chip);
  }
  return { before, hidden: tailStart - before.length, after: chips.slice(tailStart) };
}

function readChips(text: string): AddressChip[] {
  return parseAddressList(text, { limit: Infinity }).entries.map((entry) => {
    const chip: AddressChip = { id: ++lastId, text: entry.text };
    if (entry.email === undefined || entry.key === undefined)
      return entry.problem === undefined ? chip : { ...chip, problem: entry.problem };
    const suggestion = suggestAddress(entry.email);
    return {
      ...chip,
      email: entry.email,
      key: entry.key,
      ...(suggestion !== undefined && { suggestion }),
      ...(isPersonalAddress(entry.email) && { isPersonal: true as const }),
    };
  });
}

/** Marks every address that stands further up already, and unmarks those that no longer do. */
function markDuplicates(chips: readonly AddressChip[]): readonly AddressChip[] {
  const seen = new Set<string>();
  return chips.map((chip) => {
    if (chip.key === undefined) return chip;
    const isDuplicate = seen.has(chip.key);
    seen.add(chip.key);
    if (isDuplicate === (chip.problem === 'duplicate')) return chip;
    if (isDuplicate) return { ...chip, problem: 'duplicate' };
    const { problem: _, ...ready } = chip;
    return ready;
  });
}
