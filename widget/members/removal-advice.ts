// What is said before somebody's access ends: what is lost, and the advice of the policy. Templates only.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { adviceStrings as strings } from '../i18n/advice-strings.ts';
import type { Rights } from '../rights.ts';
import { advice } from '../ui/advice.ts';
import type { MemberQuery } from './member-query.ts';

/** From how many days on somebody who was not here is thought to be gone. */
const LONG_AWAY = 90;

/** What is said of ending the access of `who` beside the question itself. */
export function removalAdvice(action: string, who: string, rights: Rights): TemplateResult | typeof nothing {
  if (action === 'member.remove')
    return html`<p>${strings.lost(who)}</p>
      ${advice(rights, 'retention', strings.retention)}
      ${
        rights.policy.members.deactivation === 'none'
          ? nothing
          : advice(rights, 'deactivate-first', strings.deactivateFirst)
      }`;
  return action === 'member.deactivate'
    ? html`${advice(rights, 'deactivate-first', strings.deactivateKeeps)}
        ${advice(rights, 'remove-promptly', strings.removePromptly)}`
    : nothing;
}

/** What is advised about people who have long not been here, while these are shown. */
export function dormantAdvice({ dormant }: MemberQuery, rights: Rights): TemplateResult | typeof nothing {
  if (dormant < LONG_AWAY) return nothing;
  return advice(rights, 'remove-promptly', strings.away(dormant));
}
