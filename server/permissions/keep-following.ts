// Lets the host's database follow by itself what is no row of the grid: people, roles and new tables, soon after each change. No transaction waits for it.
import { AppError } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { newest } from '../live/store.ts';
import type { Follower } from '../row-security/follower.ts';
import type { Keeping } from '../row-security/keep-looking.ts';
import { keepLooking } from '../row-security/keep-looking.ts';
import type { Change } from './change-store.ts';
import { changesSince } from './change-store.ts';
import { accessSource } from './follow.ts';

/** What following by itself works with. */
export interface FollowingParts {
  readonly read: Sql;
  readonly follower: Follower;
  /** Whether people have several roles, so that whoever gets another may need rights on every table under a new name. */
  readonly hasSeveralRoles: boolean;
  workspaceIds(): Promise<readonly WorkspaceId[]>;
  /** A call of the operator's own in the workspace. */
  contextFor(workspaceId: WorkspaceId): UseCaseContext;
  readonly onInternalError: (error: unknown) => void;
  /** How often the trail is looked at, in milliseconds; a second by default. */
  readonly every?: number;
}

/** What of a workspace is still to be followed, beside its people. */
interface Owed {
  readonly tables: ReadonlySet<string>;
  readonly isAll: boolean;
}

/** What changes who has what; a saved row of the grid is followed by who saves it. */
const MATTERS = /^(?:member|role|resource)\./;
/** After a run that failed so many looks are left out, then twice as many, at most a minute's. */
const PAUSE = 2;
const LONGEST_PAUSE = 60;

/**
 * Brings the people of every workspace that the host's database follows in order, and what was left over; then what each change is about.
 * Tables that somebody changed by hand stay as they are and are shown.
 */
export function keepFollowing(parts: FollowingParts): Keeping {
  const { read, follower, onInternalError, every = 1000 } = parts;
  const owed = new Map<WorkspaceId, Owed>();
  let told: number | undefined;
  let [pause, rest] = [PAUSE, 0];
  const look = async (): Promise<void> => {
    if (told === undefined) {
      const { entry } = await newest(read);
      for (const id of await parts.workspaceIds())
        owe(owed, follower, id, { tables: new Set(), isAll: false });
      told = entry;
    }
    const changes = await changesSince(read, told);
    for (const change of changes)
      if (MATTERS.test(change.action)) owe(owed, follower, change.workspaceId, owedBy(change, parts));
    told = changes.at(-1)?.seq ?? told;
    const isDone = await followOwed(owed, parts);
    pause = isDone ? PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
    if (!isDone) rest = pause;
  };
  return keepLooking(async () => {
    rest -= 1;
    if (rest <= 0) await look().catch(onInternalError);
  }, every);
}

function owedBy({ action, targetId }: Change, { hasSeveralRoles }: FollowingParts): Owed {
  const isTable = action.startsWith('resource.');
  return {
    tables: new Set(isTable ? [targetId] : []),
    isAll: !isTable && (hasSeveralRoles || action.startsWith('role.')),
  };
}

function owe(owed: Map<WorkspaceId, Owed>, follower: Follower, id: WorkspaceId, more: Owed): void {
  if (!follower.isAsked(id)) return;
  const before = owed.get(id);
  owed.set(id, {
    tables: new Set([...more.tables, ...(before?.tables ?? [])]),
    isAll: more.isAll || before?.isAll === true,
  });
}

/** @returns Whether everything follows; what does not is still owed. */
async function followOwed(
  owed: Map<WorkspaceId, Owed>,
  { follower, contextFor }: FollowingParts,
): Promise<boolean> {
  for (const [id, { tables, isAll }] of owed) {
    try {
      const parts = await follower.follow(id, accessSource(contextFor(id), id), {
        isMeant: ({ resourceId }) => isAll || tables.has(resourceId ?? ''),
        isWhole: true,
      });
      // What somebody has to settle in the database is shown, and is no reason to try again.
      const isOpen = parts.some(({ refused }) => refused !== undefined && refused !== 'database_differs');
      if (!isOpen) owed.delete(id);
    } catch (error) {
      // The follower has told the operator why.
      if (!(error instanceof AppError)) throw error;
    }
  }
  return owed.size === 0;
}
