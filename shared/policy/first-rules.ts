// The rules of what the first view of the widget asks, so that it need not bring all of them. Pure; nothing may decide by these alone but that view.
import type { Action } from './can.ts';
import { changeRole, invite, runDeployment } from './decide-first.ts';
import { allow } from './decision.ts';
import type { Rule } from './judge.ts';

/** These rules, by action. */
export const FIRST_RULES = {
  'team.open': { requires: 'team.open', inArchive: true, decide: allow },
  'members.list': { requires: 'members.view', inArchive: true, decide: allow },
  'member.change-role': { requires: 'members.manage', decide: changeRole },
  'invitation.create': { requires: 'members.invite', decide: invite },
  'permissions.view': { requires: 'permissions.view', inArchive: true, decide: allow },
  'review.view': { requires: 'reviews.run', inArchive: true, decide: allow },
  'audit.list': { requires: 'audit.view', inArchive: true, decide: allow },
  'settings.view': { requires: 'settings.manage', inArchive: true, decide: allow },
  'deployment.view': { requires: 'settings.manage', inArchive: true, decide: runDeployment },
} as const satisfies { readonly [A in Action]?: Rule<A> };

/** What can be asked where these rules alone are there. */
export type FirstAction = keyof typeof FIRST_RULES;
