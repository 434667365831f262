// Whether two lists hold the same. `Set` has methods for this from Node 22 on, and the server runs on Node 20 too.

/** Whether `one` and `other` hold the same values, in whatever order and however often. */
export function isSameSet<Value>(one: Iterable<Value>, other: Iterable<Value>): boolean {
  const [first, second] = [new Set(one), new Set(other)];
  return first.size === second.size && [...first].every((value) => second.has(value));
}
