// The public events around roles that a workspace makes. Classes only; nothing here acts.
import type { RoleKey } from '../../shared/policy/policy.ts';
import { FactEvent } from '../events.ts';

/** A role of the workspace's own was made, changed or deleted; carries its key, null for one that was just made. */
export class RolesChangedEvent extends FactEvent {
  static readonly type = 'ua-roles-changed';
  readonly change: 'created' | 'changed' | 'deleted';
  readonly role: RoleKey | null;

  constructor(change: RolesChangedEvent['change'], role: RoleKey | null) {
    super(RolesChangedEvent.type);
    this.change = change;
    this.role = role;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ua-roles-changed': RolesChangedEvent;
  }
}
