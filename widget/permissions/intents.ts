// What the elements of permissions ask for. Answered in answers.ts; classes only.
import type { GrantChange, GrantOutcome, GrantRow } from '../../shared/permissions/permissions.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { Intent, Wish } from '../intents.ts';

/** A page of the grid of one role. */
export interface GrantPage {
  readonly rows: readonly GrantRow[];
  readonly next: string | null;
}

/** Asks for a page of what a role may do with the resources of a kind. */
export class ListGrantsIntent extends Intent<GrantPage> {
  static readonly type = 'ua-list-grants';
  readonly kind: string;
  readonly role: RoleKey;
  readonly after: string | null;
  readonly signal: AbortSignal;

  constructor(kind: string, role: RoleKey, after: string | null, signal: AbortSignal) {
    super(ListGrantsIntent.type);
    this.kind = kind;
    this.role = role;
    this.after = after;
    this.signal = signal;
  }
}

/** Asks to save rows of the grid, each by itself; answered with an outcome for each. */
export class SavePermissionsIntent extends Wish<readonly GrantOutcome[]> {
  static readonly type = 'ua-save-permissions';
  readonly kind: string;
  readonly rows: readonly GrantChange[];

  constructor(kind: string, rows: readonly GrantChange[]) {
    super(SavePermissionsIntent.type);
    this.kind = kind;
    this.rows = rows;
  }
}
