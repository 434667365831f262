// What the scripts of a page hold on to, counted in a snapshot of its heap.
import type { CDPSession } from 'playwright-core';

/**
 * What the browser keeps for itself: its objects behind nodes and listeners, which are counted on their own, and machine code. Of that it
 * makes more through forty rounds of the same, 1 MB in all and ever more slowly, while what scripts hold is the same to a few kB from the third.
 */
const OF_THE_BROWSER = new Set(['code', 'native', 'synthetic', 'hidden']);

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  /** One number for each field of each node, one node after another. */
  readonly nodes: readonly number[];
}

/** The bytes of objects, functions, arrays and strings that can still be reached, without compiled code. */
export async function heldByScripts(devtools: CDPSession): Promise<number> {
  const { snapshot, nodes } = await takeSnapshot(devtools);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let held = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (!OF_THE_BROWSER.has(types[0][nodes[at + type]!]!)) held += nodes[at + size]!;
  return held;
}

async function takeSnapshot(devtools: CDPSession): Promise<Snapshot> {
  const pieces: string[] = [];
  const take = ({ chunk }: { readonly chunk: string }): void => void pieces.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', take);
  // It collects what nobody holds before it counts.
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', take);
  return JSON.parse(pieces.join('')) as Snapshot;
}
