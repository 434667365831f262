// The public events around permissions. Classes only; nothing here acts.
import type { GrantRow } from '../../shared/permissions/permissions.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { FactEvent } from '../events.ts';

/** What roles may do was changed; carries the rows that were saved. */
export class PermissionsChangedEvent extends FactEvent {
  static readonly type = 'ua-permissions-changed';
  readonly kind: string;
  readonly rows: readonly GrantRow[];

  constructor(kind: string, rows: readonly GrantRow[]) {
    super(PermissionsChangedEvent.type);
    this.kind = kind;
    this.rows = rows;
  }
}

/** The viewer wants to see the app as a role sees it, or no longer: the page shows it so, and asks `permissions.check` for what its server answers. */
export class RolePreviewedEvent extends FactEvent {
  static readonly type = 'ua-role-previewed';
  /** Null where the preview has ended. */
  readonly role: RoleKey | null;
  /** The keys of everything that the role may do; empty where the preview has ended. */
  readonly capabilities: readonly string[];

  constructor(role: RoleKey | null, capabilities: readonly string[]) {
    super(RolePreviewedEvent.type);
    this.role = role;
    this.capabilities = capabilities;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ua-permissions-changed': PermissionsChangedEvent;
    'ua-role-previewed': RolePreviewedEvent;
  }
}
