// The contract of every store: the same suite on an embedded file and on a real libSQL server.
import { describe } from 'node:test';
import { isSqldMissing, startSqld } from './sqld.ts';
import type { World, WorldOptions } from './world.ts';
import { createWorld } from './world.ts';

/** Makes a world on the kind of database that the suite runs on. */
export type MakeWorld = (options?: Omit<WorldOptions, 'url'>) => Promise<World>;

/** Describes `suite` twice: on a file, and on a server where one can be started here. */
export function describeOnEachStore(
  name: string,
  suite: (makeWorld: MakeWorld, store: 'file' | 'server') => void,
): void {
  describe(`${name}, on a file`, () => suite(createWorld, 'file'));
  describe(`${name}, on a libSQL server`, { skip: isSqldMissing }, () => suite(createServerWorld, 'server'));
}

async function createServerWorld(options: Omit<WorldOptions, 'url'> = {}): Promise<World> {
  const sqld = await startSqld();
  const world = await createWorld({ ...options, url: sqld.url });
  return {
    ...world,
    close: async () => {
      await world.close();
      await sqld.stop();
    },
  };
}
