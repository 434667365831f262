// The host's PostgreSQL as the product itself looks at it and makes it follow: whose turn it is, and what is told of it.
import type { ErrorCode } from '../../shared/errors.ts';
import { AppError, fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { DatabasePart, DriftedPart, RepairedPart } from '../../shared/permissions/database.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { AccessSnapshot } from '../permissions/snapshot.ts';
import type { RowSecurityOptions, RowSecuritySource } from './options.ts';
import { RowSecurityError } from './options.ts';
import type { Placed } from './places.ts';
import { placesOf } from './places.ts';
import { tableIdent } from './quote.ts';
import { difference, refusalOf, together, told } from './report.ts';
import type { AppliedPart } from './row-security.ts';
import { applyWanted, planWanted } from './row-security.ts';
import { Turns } from './turns.ts';
import type { Wanted } from './wanted.ts';
import { wantedOf } from './wanted.ts';

/** Where it is asked who has what. */
export interface AccessSource {
  /** Everything as it is now. */
  snapshot(): Promise<AccessSnapshot>;
  /** Whether something happened since. */
  isOld(snapshot: AccessSnapshot): Promise<boolean>;
}

/** What a look showed. */
export interface Look {
  /** How many resources of the kind are looked after: each a table, or rows of one. */
  readonly tables: number;
  /** What differs, of this kind and of what all stands on. */
  readonly parts: readonly DriftedPart[];
}

/** What is to be brought in order. */
export interface Followed {
  /** The kind that is meant; all where it is left out. */
  readonly kind?: string;
  /** Whether this table is meant: that of a resource, or one that holds resources as rows. */
  isMeant(table: DatabasePart): boolean;
  /** Whether also what is no such table: who the people are, and tables that are no resource any more. */
  readonly isWhole: boolean;
}

/** How long somebody waits for an answer, in milliseconds; what is under way then goes on. */
const LONGEST = 20_000;
/** How often it is followed anew because something changed meanwhile; the next change comes back to it anyway. */
const ROUNDS = 3;

/** A host's PostgreSQL that follows who has what, on its one connection. */
export class Follower {
  readonly #source: RowSecuritySource;
  readonly #policy: Policy;
  readonly #onInternalError: (error: unknown) => void;
  readonly #turns = new Turns(LONGEST);
  /** Name of everything made in the database -> whose it is. */
  readonly #names = new Map<string, string>();

  /** @param onInternalError Told what the database says, which is no text for people. */
  constructor(source: RowSecuritySource, policy: Policy, onInternalError: (error: unknown) => void) {
    this.#source = source;
    this.#policy = policy;
    this.#onInternalError = onInternalError;
  }

  /** Looks at what the host says of these workspaces. @throws {RowSecurityError} naming the first that cannot work. */
  check(workspaceIds: readonly string[]): void {
    for (const id of workspaceIds) {
      const options = this.#optionsOf(id);
      if (options !== null) wantedOf({ entry: 0, policy: this.#policy, people: [], resources: [] }, options);
    }
  }

  /** Whether the tables of this kind are looked after. @throws {AppError} `database_unavailable`. */
  follows(workspaceId: WorkspaceId, kind: string): boolean {
    try {
      return this.#optionsOf(workspaceId)?.kinds[kind] !== undefined;
    } catch (error) {
      this.#onInternalError(error);
      return fail('database_unavailable');
    }
  }

  /** Whether the database is to follow this workspace. */
  isAsked(workspaceId: WorkspaceId): boolean {
    try {
      return this.#optionsOf(workspaceId) !== null;
    } catch (error) {
      this.#onInternalError(error);
      return false;
    }
  }

  /** Says what differs. @throws {AppError} `database_unavailable`; `busy`. */
  look(workspaceId: WorkspaceId, kind: string, source: AccessSource): Promise<Look> {
    return this.#inTurn(workspaceId, async (options) => {
      const snapshot = await source.snapshot();
      const wanted = wantedOf(snapshot, options);
      const places = placesOf(wanted, options, snapshot);
      const { parts } = await planWanted(this.#source.query, wanted);
      const differing = parts.flatMap(({ name, drift }) => {
        const { part, kind: of } = places.of(name);
        const isHere = drift.length > 0 && (of === null || of === kind);
        return isHere ? [{ ...part, differences: told(part, drift).map(difference(wanted)) }] : [];
      });
      return { tables: places.count(kind), parts: together(differing) };
    });
  }

  /** Brings in order, each part by itself. @throws {AppError} `database_unavailable`; `busy`. */
  follow(
    workspaceId: WorkspaceId,
    source: AccessSource,
    followed: Followed,
  ): Promise<readonly RepairedPart[]> {
    return this.#inTurn(workspaceId, async (options) => {
      for (let round = 1; ; round++) {
        const snapshot = await source.snapshot();
        const wanted = wantedOf(snapshot, options);
        const places = placesOf(wanted, options, snapshot);
        const isMeant = (name: string): boolean => isMeantAt(places.of(name), followed);
        const { parts } = await applyWanted(this.#source.query, wanted, isMeant);
        for (const { name, error } of parts)
          if (error !== undefined)
            this.#onInternalError(new Error(`The database did not follow in ${name}: ${error}`));
        // Another process may have written and followed between our reading and our turn: what we made is old then.
        if (round === ROUNDS || !(await source.isOld(snapshot)))
          return repaired(parts, wanted, places.of, isMeant);
      }
    });
  }

  /** Runs `job` when the connection is free, with who has what as it is then: never with what was read while others wrote. */
  #inTurn<T>(workspaceId: WorkspaceId, job: (options: RowSecurityOptions) => Promise<T>): Promise<T> {
    return this.#turns.take(async () => {
      try {
        return await job(this.#optionsOf(workspaceId) ?? fail('database_not_managed'));
      } catch (error) {
        if (error instanceof AppError) throw error;
        this.#onInternalError(error);
        return fail('database_unavailable');
      }
    });
  }

  /** What the host says of a workspace. Two with one name would take each other's rights away. */
  #optionsOf(workspaceId: string): RowSecurityOptions | null {
    const options = this.#source.optionsFor(workspaceId);
    if (options === null) return null;
    if (typeof options?.kinds !== 'object')
      throw new RowSecurityError('must give options with their kinds, or null');
    const { name = 'user_admin' } = options;
    const other = this.#names.get(name) ?? workspaceId;
    if (other !== workspaceId)
      throw new RowSecurityError(
        `the name ${name} is that of the workspace ${other}; each takes one of its own`,
      );
    this.#names.set(name, workspaceId);
    return options;
  }
}

function isMeantAt({ kind, part }: Placed, followed: Followed): boolean {
  if (part.part !== 'table') return followed.isWhole;
  return (followed.kind === undefined || kind === followed.kind) && followed.isMeant(part);
}

/** How it went with each part, those too that it did not come to. */
function repaired(
  parts: readonly AppliedPart[],
  wanted: Wanted,
  placeOf: (name: string) => Placed,
  isMeant: (name: string) => boolean,
): RepairedPart[] {
  const done = new Map<string, ErrorCode | undefined>(parts.map((part) => [part.name, refusalOf(part)]));
  const [foundation] = parts;
  const why = (foundation && refusalOf(foundation)) ?? 'database_differs';
  for (const name of wanted.tables.map(tableIdent)) if (isMeant(name) && !done.has(name)) done.set(name, why);
  return together(
    [...done].map(([name, refused]) => ({ ...placeOf(name).part, ...(refused && { refused }) })),
  );
}
