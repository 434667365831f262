// What every benchmark answers with, how it is made of many rounds, and how it is printed. Pure.

/** One figure against its floor, measured in the same run. */
export interface Ratio {
  readonly name: string;
  readonly ratio: number;
  /** The ratio we aim at. */
  readonly aim: number;
  /** Whether more is better; usually less is. */
  readonly isRate?: boolean;
  readonly detail: string;
}

/** The one in the middle; of an even number, the upper. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** One line for a person. */
export function line({ name, ratio, aim, isRate = false, detail }: Ratio): string {
  const isMet = isRate ? ratio >= aim : ratio <= aim;
  return `${isMet ? '✓' : '✗'} ${name.padEnd(44)} ${ratio.toFixed(2).padStart(7)} ×   aim ${isRate ? '≥' : '≤'} ${aim.toFixed(1)}   ${detail}`;
}
