import { LitElement, css, html, nothing } from 'lit';
import { ask } from '../intents.ts';
import { failureOf } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { nameOf, strings } from '../i18n/strings.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base, buttons } from '../styles/base.ts';
import { HintController } from '../ui/hint.ts';
import { LeaveWorkspaceIntent } from './change-intents.ts';

/**
 * Says as whom the viewer is here, and lets them leave, after a question.
 *
 * @tag ua-leave-workspace
 */
export class LeaveWorkspaceElement extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 4px 16px;
        padding-inline: 2px;
        color: var(--_muted);
        font-size: var(--_small);
        overflow-wrap: anywhere;
        text-wrap: balance;
      }
      .link {
        color: var(--_muted);
        font-weight: 400;
      }
      .link:hover:not([aria-disabled]) {
        color: var(--_text);
      }
      .link[aria-disabled] {
        text-decoration: none;
        cursor: not-allowed;
      }
    `,
  ];

  static override properties = {
    rights: { attribute: false },
    _isAsking: { state: true },
    _isLeaving: { state: true },
    _failure: { state: true },
  };

  /** What the viewer may do. */
  declare rights: Rights;
  /** @internal */
  declare _isAsking: boolean;
  /** @internal */
  declare _isLeaving: boolean;
  /** @internal */
  declare _failure: FailureCode | '';

  constructor() {
    super();
    new HintController(this);
    this._isAsking = this._isLeaving = false;
    this._failure = '';
  }

  protected override render() {
    const { viewer, actor } = this.rights;
    if (viewer.memberId === null) return nothing;
    const member = {
      id: viewer.memberId,
      workspace: viewer.workspace.id,
      roles: actor.roles,
      status: actor.status,
    };
    const decision = may(this.rights, 'member.leave', { member });
    return html`<div class="foot">
        <span>${actionStrings.signedInAs(nameOf(viewer), actor.roles.map((key) => this.rights.roleName(key)).join(strings.comma))}</span>
        <button
          type="button"
          part="link" class="link"
          aria-disabled=${decision.allowed ? nothing : 'true'}
          aria-description=${decision.allowed ? nothing : reasonText(decision.reason)}
          @click=${() => decision.allowed && this.#ask()}
        >
          ${actionStrings.leaveAction(viewer.workspace.name)}
        </button>
      </div>
      <ua-confirm
        .open=${this._isAsking}
        heading=${actionStrings.questions['member.leave']('', '', viewer.workspace.name).heading}
        action=${strings.leave}
        isDangerous
        .isPending=${this._isLeaving}
        failure=${this._failure && reasonText(this._failure)}
        @confirm=${this.#leave}
        @close=${() => (this._isAsking = false)}
        >${actionStrings.questions['member.leave']('', '', '').text}</ua-confirm
      >`;
  }

  #ask(): void {
    this._failure = '';
    this._isAsking = true;
  }

  readonly #leave = async (): Promise<void> => {
    if (this._isLeaving) return;
    this._isLeaving = true;
    this._failure = '';
    try {
      await ask(this, new LeaveWorkspaceIntent());
      this._isAsking = false;
    } catch (error) {
      // Shown in the question, which stays open.
      this._failure = failureOf(error).code;
    }
    this._isLeaving = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-leave-workspace': LeaveWorkspaceElement;
  }
}
