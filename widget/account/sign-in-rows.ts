// The template of a history of sign-ins: when, how, from where, and what was unusual. No state.
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SignIn } from '../../shared/activity/activity.ts';
import { FLAGS, WAYS, accountStrings as strings } from '../i18n/account-strings.ts';
import { formatMoment, formatRelative } from '../i18n/format.ts';
import { strings as general } from '../i18n/strings.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { deviceName } from './device-name.ts';

/** The look of the rows; needs the sheets `labels` and `sections`. */
export const signInRowStyles = css`
  .sign-in {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 0 10px;
  }
  .sign-in p {
    unicode-bidi: isolate;
  }
  .sign-in > svg {
    margin-block-start: 2px;
    color: var(--_muted);
  }
  .sign-in.failed > svg {
    color: var(--_danger-text);
  }
  .sign-in p {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .flags {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 4px;
  }
  .flags:empty {
    display: none;
  }
`;

/** The first `most` of the sign-ins as they come, the newest first, and the way to the others. */
export function signInRows(
  signIns: readonly SignIn[],
  now: number,
  most: number,
  onAll: () => void,
): TemplateResult {
  if (signIns.length === 0) return html`<p class="muted">${strings.noSignIns}</p>`;
  const rest = signIns.slice(most).length;
  return html`<ul class="rows">
      ${signIns.slice(0, most).map((signIn) => renderRow(signIn, now))}
    </ul>
    ${
      rest === 0
        ? nothing
        : html`<div class="actions">
            <button type="button" part="button" class="button small" @click=${onAll}>${strings.moreSignIns(rest)}</button>
          </div>`
    }`;
}

function renderRow({ at, by, isOk, device, network, flags }: SignIn, now: number): TemplateResult {
  const from = [deviceName(device), network].filter((part) => part !== '');
  return html`<li class="sign-in ${isOk ? '' : 'failed'}">
    ${anyIcon(isOk ? 'check' : 'alert')}
    <div>
      ${isOk ? strings.signedIn(WAYS[by]) : strings.notSignedIn(WAYS[by])}
      <p>
        <time datetime=${new Date(at).toISOString()} title=${formatMoment(at)}>${formatRelative(at, now)}</time>${from.map(
          (part) => html`${general.comma}<bdi>${part}</bdi>`,
        )}
      </p>
      <div class="flags">${flags.map((flag) => html`<span part="badge" class="badge warning">${anyIcon('alert')}${FLAGS[flag]}</span>`)}</div>
    </div>
  </li>`;
}
