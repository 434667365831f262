// The public events around permissions. Classes only; nothing here acts.
import type { GrantRow } from '../../shared/permissions/permissions.ts';
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

declare global {
  interface GlobalEventHandlersEventMap {
    'ua-permissions-changed': PermissionsChangedEvent;
  }
}
