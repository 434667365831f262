// The grid of rights as somebody edits it: what was saved, what is wished, what the server said. No DOM, no I/O.
import type { ErrorCode } from '../../shared/errors.ts';
import type { ResourceId } from '../../shared/ids.ts';
import type { GrantChange, GrantOutcome, GrantRow } from '../../shared/permissions/permissions.ts';
import { sameActions } from '../../shared/permissions/permissions.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { Whose } from '../ui/conflict.ts';

/** Why saving a row did not work: the server's reason, or that it was not reached. */
export type RowRefusal = ErrorCode | 'offline' | 'aborted' | 'prevented';

/** A row as the grid shows it. */
export interface StagedRow {
  /** The row as the server has it, as far as we know. */
  readonly saved: GrantRow;
  /** What stands in the boxes. */
  readonly actions: readonly string[];
  readonly isDirty: boolean;
  /** Whether the row is on its way to the server. */
  readonly isSaving: boolean;
  readonly refused?: RowRefusal;
  /** What somebody else saved in the meantime, where the two wishes differ. */
  readonly theirs?: GrantRow;
  /** Why the host's database does not follow what was saved. */
  readonly unfollowed?: ErrorCode;
}

interface Edit {
  readonly actions: readonly string[];
  /** The wish that is on its way, to tell it from one made since. */
  readonly sent?: readonly string[];
  readonly refused?: RowRefusal;
  readonly theirs?: GrantRow;
}

const keyOf = (row: { readonly role: RoleKey; readonly resourceId: ResourceId }): string =>
  `${row.role}\n${row.resourceId}`;

/** The rows of all roles with the edits that are not saved yet; an edit survives a change of role, a refresh and a failure. */
export class StagedGrants {
  readonly #saved = new Map<string, GrantRow>();
  readonly #edits = new Map<string, Edit>();
  /** Resource -> why its table does not follow; a table is one for all roles. */
  readonly #unfollowed = new Map<ResourceId, ErrorCode>();
  /** The order of the actions as the policy lists them, so that equal rights look equal. */
  readonly #order: readonly string[];

  constructor(actions: readonly string[]) {
    this.#order = actions;
  }

  /** Takes in rows as the server has them now; an edit of a row that changed meanwhile becomes a conflict. */
  load(rows: readonly GrantRow[]): void {
    for (const row of rows) {
      const key = keyOf(row);
      const known = this.#saved.get(key);
      const edit = this.#edits.get(key);
      if (known !== undefined && known.version > row.version) continue;
      // What is on its way gets its own answer; a refresh may show our own save already.
      if (edit?.sent !== undefined) continue;
      if (edit === undefined || known === undefined || known.version === row.version)
        this.#saved.set(key, row);
      else this.#meet(key, edit, row);
    }
  }

  /** Takes in that `rows` are all there is for `role`, in this order; a row that is gone stays only while it has an edit. */
  finish(role: RoleKey, rows: readonly GrantRow[]): void {
    const here = new Set(rows.map(keyOf));
    for (const key of this.#saved.keys()) {
      if (key.startsWith(`${role}\n`) && !here.has(key) && !this.#edits.has(key)) this.#saved.delete(key);
    }
    for (const key of here) {
      const row = this.#saved.get(key);
      if (row !== undefined && this.#saved.delete(key)) this.#saved.set(key, row);
    }
  }

  /** The rows of `role` in the order they were loaded. */
  rows(role: RoleKey): readonly StagedRow[] {
    return [...this.#saved.values()].filter((row) => row.role === role).map((row) => this.#staged(row));
  }

  /** Stages `isOn` for `actions` in `rows`; a row that is back at what is saved is clean again. */
  set(rows: readonly GrantRow[], actions: readonly string[], isOn: boolean): void {
    for (const row of rows) {
      const key = keyOf(row);
      const edit = this.#edits.get(key);
      const saved = this.#saved.get(key) ?? row;
      const now = new Set(edit?.actions ?? saved.actions);
      for (const action of actions)
        if (isOn) now.add(action);
        else now.delete(action);
      this.#stage(
        key,
        saved,
        this.#order.filter((action) => now.has(action)),
        edit,
      );
    }
  }

  /** The number of rows with edits that are not saved, of one role or of all. */
  count(role?: RoleKey): number {
    if (role === undefined) return this.#edits.size;
    let count = 0;
    for (const key of this.#edits.keys()) if (key.startsWith(`${role}\n`)) count++;
    return count;
  }

  /** Hands out every edit to be saved and marks it as on its way; conflicts wait until somebody chose. */
  send(): readonly GrantChange[] {
    const changes: GrantChange[] = [];
    for (const [key, edit] of this.#edits) {
      const saved = this.#saved.get(key);
      if (saved === undefined || edit.theirs !== undefined || edit.sent !== undefined) continue;
      this.#edits.set(key, { actions: edit.actions, sent: edit.actions });
      changes.push({
        resourceId: saved.resourceId,
        role: saved.role,
        actions: edit.actions,
        version: saved.version,
      });
    }
    return changes;
  }

  /** Takes in the server's answers row by row: a saved row turns clean, a refused one keeps its edit and the reason. */
  settle(outcomes: readonly GrantOutcome[]): void {
    for (const { resourceId, role, refused, row, unfollowed } of outcomes) {
      const key = keyOf({ role, resourceId });
      const edit = this.#edits.get(key);
      if (refused === undefined) {
        if (row !== undefined) this.#saved.set(key, row);
        this.follow(resourceId, unfollowed);
        if (edit !== undefined) this.#settleSaved(key, edit, row);
      } else if (edit !== undefined) {
        if (refused === 'changed_meanwhile' && row !== undefined) this.#meet(key, edit, row);
        else this.#edits.set(key, { actions: edit.actions, refused });
      }
    }
  }

  /** Takes in whether the table of a resource follows what was saved. */
  follow(resourceId: ResourceId, unfollowed: ErrorCode | undefined): void {
    if (unfollowed === undefined) this.#unfollowed.delete(resourceId);
    else this.#unfollowed.set(resourceId, unfollowed);
  }

  /** The rows of `changes` that were saved, and that the database does not follow. */
  notFollowed(changes: readonly GrantChange[]): readonly GrantRow[] {
    return changes.flatMap((change) => {
      const saved = this.#saved.get(keyOf(change));
      return saved !== undefined && this.#unfollowed.has(change.resourceId) && !this.#edits.has(keyOf(change))
        ? [saved]
        : [];
    });
  }

  /** Takes in that `changes` were not answered at all; their edits stay. */
  fail(changes: readonly GrantChange[], refused: RowRefusal): void {
    for (const change of changes) {
      const edit = this.#edits.get(keyOf(change));
      if (edit !== undefined) this.#edits.set(keyOf(change), { actions: edit.actions, refused });
    }
  }

  /** Those of `changes` that are still on their way. */
  unanswered(changes: readonly GrantChange[]): readonly GrantChange[] {
    return changes.filter((change) => this.#edits.get(keyOf(change))?.sent !== undefined);
  }

  /** The rows of `changes` that were refused or met another's change. */
  notSaved(changes: readonly GrantChange[]): readonly GrantRow[] {
    return changes.flatMap((change) => {
      const key = keyOf(change);
      const edit = this.#edits.get(key);
      const saved = this.#saved.get(key);
      return saved !== undefined && (edit?.refused !== undefined || edit?.theirs !== undefined)
        ? [saved]
        : [];
    });
  }

  /** The number of conflicts that wait for a choice. */
  get conflicts(): number {
    let count = 0;
    for (const edit of this.#edits.values()) if (edit.theirs !== undefined) count++;
    return count;
  }

  /** Settles a conflict: what stands in the boxes is saved over the other's with the next save, or goes. */
  choose(row: GrantRow, whose: Whose): void {
    const edit = this.#edits.get(keyOf(row));
    if (edit?.theirs === undefined) return;
    this.#saved.set(keyOf(row), edit.theirs);
    if (whose === 'mine') this.#edits.set(keyOf(row), { actions: edit.actions });
    else this.#edits.delete(keyOf(row));
  }

  /** Drops every edit of all roles, taking over what others saved. Returns how to bring them back. */
  discard(): () => void {
    const dropped = [...this.#edits].map(([key, edit]) => ({ key, edit, saved: this.#saved.get(key) }));
    for (const { key, edit } of dropped) if (edit.theirs !== undefined) this.#saved.set(key, edit.theirs);
    this.#edits.clear();
    return () => {
      for (const { key, edit, saved } of dropped) {
        if (this.#edits.has(key)) continue;
        if (edit.theirs !== undefined && saved !== undefined && this.#saved.get(key) === edit.theirs)
          this.#saved.set(key, saved);
        this.#edits.set(key, { actions: edit.actions, ...(edit.theirs && { theirs: edit.theirs }) });
      }
    };
  }

  #stage(key: string, saved: GrantRow, actions: readonly string[], edit: Edit | undefined): void {
    const isBack = sameActions(actions, saved.actions);
    // While it is on its way, and while two wishes differ, being back at the old value is a wish as well.
    if (isBack && edit?.sent === undefined && edit?.theirs === undefined) this.#edits.delete(key);
    else
      this.#edits.set(key, {
        actions,
        ...(edit?.sent && { sent: edit.sent }),
        ...(edit?.theirs && { theirs: edit.theirs }),
      });
  }

  #settleSaved(key: string, edit: Edit, row: GrantRow | undefined): void {
    const isAnswered = edit.sent === undefined || sameActions(edit.actions, edit.sent);
    if (isAnswered || (row !== undefined && sameActions(edit.actions, row.actions))) this.#edits.delete(key);
    else this.#edits.set(key, { actions: edit.actions });
  }

  /** A row with an edit turned out to be another one: the same wish is done, a different one waits for a choice. */
  #meet(key: string, edit: Edit, row: GrantRow): void {
    if (sameActions(edit.actions, row.actions)) {
      this.#saved.set(key, row);
      this.#edits.delete(key);
    } else this.#edits.set(key, { actions: edit.actions, theirs: row });
  }

  #staged(saved: GrantRow): StagedRow {
    const edit = this.#edits.get(keyOf(saved));
    const unfollowed = this.#unfollowed.get(saved.resourceId);
    const told = unfollowed === undefined ? {} : { unfollowed };
    if (edit === undefined)
      return { saved, actions: saved.actions, isDirty: false, isSaving: false, ...told };
    return {
      ...told,
      saved,
      actions: edit.actions,
      isDirty: true,
      isSaving: edit.sent !== undefined,
      ...(edit.refused !== undefined && { refused: edit.refused }),
      ...(edit.theirs !== undefined && { theirs: edit.theirs }),
    };
  }
}
