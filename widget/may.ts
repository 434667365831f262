// What the viewer may do of all that can be asked, for whatever comes behind the first view: the rules are too many for that. No I/O.
import { can } from '../shared/policy/can.ts';
import type { Action, TargetOf } from '../shared/policy/can.ts';
import type { Decision } from '../shared/policy/decision.ts';
import type { Rights } from './rights.ts';

/** Whether the viewer may do `action` to `target`, and if not, why not. */
export function may<A extends Action>({ actor, facts }: Rights, action: A, target: TargetOf[A]): Decision {
  return can(actor, action, target, facts);
}

/** Whether the viewer may do `action` to the workspace as a whole. */
export function mayHere(
  rights: Rights,
  action: 'invitation.list' | 'settings.change' | 'deployment.change',
): Decision {
  return may(rights, action, { workspace: rights.viewer.workspace.id });
}
