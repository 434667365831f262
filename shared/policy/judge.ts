// The one path on which every decision is made, whichever of the rules are there. Pure; knows no action by name.
import type { WorkspaceId } from '../ids.ts';
import type { Action, Actor, Facts, TargetOf } from './can.ts';
import { holds } from './compile.ts';
import type { Decision } from './decision.ts';
import { deny } from './decision.ts';
import type { EngineCapability } from './policy.ts';

/** What decides about one action. */
export interface Rule<A extends Action> {
  /** What a member's role has to include; `null` where membership is enough. */
  readonly requires: EngineCapability | null;
  /** Whether an archived workspace still allows it. */
  readonly inArchive?: true;
  /** Whether a host's backend may do it to the workspaces of its key. */
  readonly forHost?: true;
  /** What decides once the door is open. */
  readonly decide: (actor: Actor, target: TargetOf[A], facts: Facts) => Decision;
}

/** The rules of some actions, complete for them. */
export type Rules<Known extends Action> = { readonly [A in Known]: Rule<A> };

/**
 * Whether `actor` may do `action` to `target` as `rules` say, and if not, why not.
 *
 * The order of the questions is fixed, so that everybody gets the same reason: who is asking, whose workspace it is,
 * whether it still lives, what the role includes, and last the rule of the action.
 */
export function judge<Known extends Action, A extends Known>(
  rules: Rules<Known>,
  actor: Actor,
  action: A,
  target: TargetOf[A],
  facts: Facts,
): Decision {
  if (actor.kind === 'anonymous') return deny('not_signed_in');
  if (actor.status !== 'active') return deny('actor_deactivated');
  if (isOutside(actor, workspaceOf(target))) return deny('not_a_member');
  // There is none for what only another version of this product knows, which is nobody's here.
  const rule = rules[action] as Rules<Known>[A] | undefined;
  if (typeof rule?.decide !== 'function') return deny('not_granted');
  if (facts.isArchived && rule.inArchive !== true) return deny('workspace_archived');
  if (!isIncluded(actor, rule, facts)) return deny('not_granted');
  return rule.decide(actor, target, facts);
}

/** Whether the actor belongs elsewhere. Only a member has to belong somewhere: a host's keys and the operator reach several workspaces. */
function isOutside(actor: Actor, workspace: WorkspaceId): boolean {
  if (actor.kind === 'member') return actor.id === undefined || actor.workspace !== workspace;
  return actor.workspace !== undefined && actor.workspace !== workspace;
}

/** Whether the way the actor asks, and a member's roles, include what `rule` is about. */
function isIncluded(actor: Actor, rule: Pick<Rule<Action>, 'requires' | 'forHost'>, facts: Facts): boolean {
  switch (actor.kind) {
    case 'system':
      return true;
    case 'host':
      return rule.forHost === true;
    case 'member':
      return rule.requires === null || holds(facts.policy, actor.roles, rule.requires);
    default:
      return false;
  }
}

/** The workspace that a target belongs to. */
export function workspaceOf(target: TargetOf[Action]): WorkspaceId {
  if ('workspace' in target) return target.workspace;
  return 'member' in target ? target.member.workspace : target.invitation.workspace;
}
