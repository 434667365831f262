// What is written down about a policy: who may ask for what, and what becomes of it. The shape only; for tests.
import type { Action } from '../can.ts';
import type { Policy } from '../policy.ts';

/**
 * The whole truth about who may do what under one policy, written down independently of the engine.
 *
 * Every question is answered in this order, and the first refusal counts: who is asking (`callers.ts`), whether the
 * workspace is archived, whether the role opens the door at all (`doors`), and last the action's own matrix.
 */
export interface Truth {
  readonly policy: Policy;
  /**
   * Actions × who asks (`yes` or `no`), and whether an archived workspace still allows it:
   * `stays`, `stops` (`workspace_archived`) or `only` (otherwise `workspace_not_archived`).
   */
  readonly doors: string;
  /** What becomes of each action once the door is open. Leaving one out does not compile. */
  readonly rules: { readonly [A in Action]: Rule };
}

/** Once the door is open: simply yes, or a matrix. A single word in the place of a matrix holds for all of its cells. */
export type Rule = 'yes' | PersonRule | ChangeRule | RolesRule | GrantRule | AssignRule | RoleRule;

/** Who asks × the role of the person it is about, by whether that person is active. */
interface PersonRule {
  readonly active: string;
  readonly deactivated: string;
}

/** For each who asks: the role of the person now × the role wished for. */
interface ChangeRule {
  readonly change: Readonly<Record<string, string>>;
}

/** Who asks × the roles of an invitation or of somebody new. */
interface RolesRule {
  readonly roles: string;
}

/** Kinds of resource × the role whose rights are edited; the same for everybody who may ask. */
interface GrantRule {
  readonly grants: string;
}

/** For each kind of resource: who asks × the role of the person who is to have it. */
interface AssignRule {
  readonly assign: Readonly<Record<string, PersonRule>>;
}

/** Who asks × the role that is edited; and, where that is a yes or no role is named, what a role is to hold × who asks. */
export interface RoleRule {
  readonly edited?: string;
  readonly contents?: string;
}
