// The public event of going to another workspace. Class only; nothing here acts.
import type { WorkspaceId } from '../../shared/ids.ts';
import { FactEvent } from '../events.ts';

/** The viewer has chosen another workspace. With a fixed token, the page has to set the workspace and a token for it. */
export class WorkspaceChangedEvent extends FactEvent {
  static readonly type = 'ua-workspace-changed';
  readonly workspace: WorkspaceId;
  constructor(workspace: WorkspaceId) {
    super(WorkspaceChangedEvent.type);
    this.workspace = workspace;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ua-workspace-changed': WorkspaceChangedEvent;
  }
}
