import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { InvitationOutcome, InvitationResult } from '../../shared/invitations/invitation.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { AddressProblem } from '../../shared/emails/address.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { NotifyIntent } from '../intents.ts';
import { formatList } from '../i18n/format-later.ts';
import { OUTCOME_TEXTS, PROBLEM_TEXTS, invitationStrings as strings } from '../i18n/invitation-strings.ts';
import { base, buttons } from '../styles/base.ts';
import { fields } from '../styles/forms.ts';
import { copyText } from '../ui/clipboard.ts';
import type { AnyIconName } from '../ui/more-icons.ts';
import { anyIcon } from '../ui/more-icons.ts';

const STEP = 50;

const LOOKS: Readonly<Record<InvitationOutcome, { readonly icon: AnyIconName; readonly tone: string }>> = {
  invited: { icon: 'check', tone: 'good' },
  already_member: { icon: 'people', tone: 'plain' },
  already_invited: { icon: 'clock', tone: 'plain' },
  duplicate: { icon: 'minus', tone: 'plain' },
  deactivated: { icon: 'off', tone: 'warn' },
  not_allowed: { icon: 'lock', tone: 'bad' },
  invalid: { icon: 'alert', tone: 'bad' },
};

/** What is looked at first: what did not work, then links to hand over. */
const ORDER: readonly InvitationOutcome[] = [
  'invalid',
  'not_allowed',
  'deactivated',
  'invited',
  'already_invited',
  'already_member',
  'duplicate',
];

/**
 * What became of each address of a list, with the links that are there to be handed over.
 *
 * @tag ua-invite-results
 * @fires {Event} close - When the viewer puts the results away; does not bubble.
 * @csspart result - The line of one address.
 */
export class InviteResultsElement extends LitElement {
  static override properties = {
    results: { attribute: false },
    isByHand: { attribute: false },
    placeName: { attribute: false },
    limit: { state: true },
    copied: { state: true },
  };

  /** One result for each piece of the list. */
  declare results: readonly InvitationResult[];
  /** Whether no mail goes out, so that the links themselves are shown. */
  declare isByHand: boolean;
  /** The name of a workspace, where the list was invited into several. */
  declare placeName: (id: WorkspaceId) => string;
  /** How many lines are drawn. @internal */
  declare limit: number;
  /** What was copied last: an address, or "all". @internal */
  declare copied: string;

  #sorted: readonly InvitationResult[] = [];

  constructor() {
    super();
    void new FocusKeeper(this);
    this.results = [];
    this.isByHand = false;
    this.placeName = (id) => id;
    this.limit = STEP;
    this.copied = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('results')) return;
    this.limit = STEP;
    this.copied = '';
    this.#sorted = [...this.results].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  }

  protected override render(): TemplateResult {
    const links = this.#links();
    const invited = this.results.filter(({ outcome }) => outcome === 'invited').length;
    const hidden = this.#sorted.length - this.limit;
    return html`
      <div class="head">
        <h3>${strings.resultsOf(invited, this.results.length - invited)}</h3>
        ${
          links.length < 2
            ? nothing
            : html`<button type="button" part="button" class="button small" @click=${this.#copyAll}>
              ${anyIcon(this.copied === 'all' ? 'check' : 'copy')}${strings.copyAllLinks(links.length)}
            </button>`
        }
        <button type="button" part="button button-quiet" class="button quiet icon" aria-label=${strings.dismissResults} title=${strings.dismissResults} @click=${this.#close}>${anyIcon('close')}</button>
      </div>
      <ul class=${this.isByHand ? 'by-hand' : nothing} aria-label=${strings.results}>
        ${this.#sorted.slice(0, this.limit).map((result) => this.#renderResult(result))}
      </ul>
      ${hidden <= 0 ? nothing : html`<button type="button" part="button button-quiet" class="button quiet small more" @click=${() => (this.limit += 4 * STEP)}>${strings.moreResults(Math.min(hidden, 4 * STEP))}</button>`}
    `;
  }

  #renderResult(result: InvitationResult): TemplateResult {
    const { icon: name, tone } = LOOKS[result.outcome];
    const problem =
      result.problem !== undefined && result.problem in PROBLEM_TEXTS
        ? ` (${PROBLEM_TEXTS[result.problem as AddressProblem]})`
        : '';
    return html`<li class=${tone} part="result">
      ${anyIcon(name)}
      <span class="who">${result.email ?? result.text}</span>
      <span class="what">${this.#outcomeOf(result)}${problem}</span>
      ${result.link === undefined ? nothing : this.#renderLink(result.email ?? result.text, result.link)}
    </li>`;
  }

  /** What became of it; by workspaces where there are several. */
  #outcomeOf({ outcome, places = [] }: InvitationResult): string {
    if (places.length === 0) return OUTCOME_TEXTS[outcome];
    return [...Map.groupBy(places, (place) => place.outcome)]
      .map(([there, alike]) => {
        const names = formatList(alike.map(({ workspaceId }) => this.placeName(workspaceId)));
        return strings.outcomeIn(names, OUTCOME_TEXTS[there]);
      })
      .join(' ');
  }

  #renderLink(email: string, link: string): TemplateResult {
    const isCopied = this.copied === email;
    return html`<span class="link-row">
      ${!this.isByHand ? nothing : html`<input part="field" class="input" readonly aria-label=${strings.linkOf(email)} .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />`}
      <button type="button" part="button" class="button small" aria-label=${isCopied ? strings.linkCopied : strings.copyLinkOf(email)} @click=${() => void this.#copy(link, email)}>
        ${anyIcon(isCopied ? 'check' : 'copy')}${isCopied ? strings.linkCopied : strings.copyLink}
      </button>
    </span>`;
  }

  #links(): readonly (readonly [string, string])[] {
    return this.results.flatMap(({ email, text, link }) =>
      link === undefined ? [] : [[email ?? text, link] as const],
    );
  }

  readonly #copyAll = (): void => {
    const links = this.#links();
    void this.#copy(links.map(([email, link]) => `${email}\t${link}`).join('\n'), 'all', links.length);
  };

  async #copy(text: string, what: string, count = 1): Promise<void> {
    const isCopied = await copyText(text);
    this.copied = isCopied ? what : '';
    const notice = isCopied
      ? { text: strings.linksCopied(count), tone: 'success' as const }
      : { text: strings.copyRefused, tone: 'danger' as const };
    this.dispatchEvent(new NotifyIntent(notice));
  }

  readonly #close = (): void => {
    this.dispatchEvent(new Event('close'));
  };

  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
        border-block-start: 1px solid var(--_line);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 10px 10px 6px var(--_space);
      }
      h3 {
        flex: 1 1 12em;
        font-size: var(--_font-size);
      }
      ul {
        max-block-size: 340px;
        padding-block-end: 6px;
        overflow: auto;
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 0 10px;
        align-items: center;
        padding: 7px var(--_space);
      }
      li + li {
        border-block-start: 1px solid var(--_line);
      }
      .who {
        font-weight: 500;
        overflow-wrap: anywhere;
      }
      .what,
      .link-row {
        grid-column: 2;
      }
      .what {
        color: var(--_muted);
        font-size: var(--_small);
      }
      .good > svg,
      .good .what {
        color: var(--_success-text);
      }
      .warn > svg,
      .warn .what {
        color: var(--_warning-text);
      }
      .bad > svg,
      .bad .what {
        color: var(--_danger-text);
      }
      .plain > svg {
        color: var(--_muted);
      }
      .link-row {
        display: flex;
        gap: 8px;
      }
      .by-hand .link-row {
        margin-block-start: 6px;
      }
      .input {
        min-inline-size: 0;
        min-block-size: 30px;
        padding-block: 3px;
        background: var(--_subtle);
        color: var(--_muted);
        font-size: var(--_small);
        text-overflow: ellipsis;
      }
      .more {
        margin: 0 10px 8px;
      }
      @container (max-width: 420px) {
        .head .small {
          order: 1;
        }
      }
      @container (min-width: 640px) {
        li {
          grid-template-columns: 16px minmax(0, 1fr) auto;
        }
        .what {
          grid-column: 3;
        }
        li:has(.link-row) {
          grid-template-columns: 16px minmax(0, 1fr) auto auto;
        }
        .link-row {
          grid-column: 4;
        }
        .by-hand .link-row {
          grid-column: 2 / -1;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-invite-results': InviteResultsElement;
  }
}
