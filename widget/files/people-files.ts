import { LitElement, css, html, nothing } from 'lit';
import type { FailureCode } from '../failure.ts';
import { failureOf } from '../failure.ts';
import { actionStrings as strings } from '../i18n/action-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { Intent, ask } from '../intents.ts';
import { EVERYBODY } from '../members/member-query.ts';
import type { MemberQuery } from '../members/member-query.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base, buttons } from '../styles/base.ts';
import type { PeopleInOutElement } from './people-in-out.ts';

/** Asks for the code of files that people come in and go out by; answered once it is there. */
export class NeedFilesIntent extends Intent {
  static readonly type = 'ua-need-files';
  constructor() {
    super(NeedFilesIntent.type);
  }
}

/**
 * The buttons that bring people in from a file and take them along in one, for whoever may. What they open is loaded when it is wanted.
 *
 * @tag ua-people-files
 */
export class PeopleFilesElement extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      /* What it opens takes up no room, also before its code is there. */
      ua-people-in-out {
        display: contents;
      }
      .error {
        color: var(--_danger-text);
        font-size: var(--_small);
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    query: { attribute: false },
    total: { type: Number },
    isExact: { type: Boolean },
    _failure: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** How the list is narrowed and sorted, which is what goes out. */
  declare query: MemberQuery;
  /** How many people the list shows. */
  declare total: number;
  /** Whether it is exactly so many. */
  declare isExact: boolean;
  /** @internal Why what was wanted could not be opened. */
  declare _failure: FailureCode | undefined;

  constructor() {
    super();
    this.query = EVERYBODY;
    this.total = 0;
    this.isExact = true;
    this._failure = undefined;
  }

  protected override render() {
    const { rights } = this;
    const workspace = rights.viewer.workspace.id;
    const mayExport = may(rights, 'members.export', { workspace }).allowed && this.total > 0;
    const mayImport = importRoles(rights).length > 0;
    if (!mayExport && !mayImport) return nothing;
    return html`${mayImport ? html`<button type="button" part="button" class="button" @click=${this.#import}>${strings.importPeople}</button>` : nothing}
      ${mayExport ? html`<button type="button" part="button" class="button" @click=${this.#export}>${strings.exportPeople}</button>` : nothing}
      ${this._failure === undefined ? nothing : html`<p part="error" class="error" role="alert">${reasonText(this._failure)}</p>`}
      <ua-people-in-out .rights=${rights}></ua-people-in-out>`;
  }

  readonly #import = (): void => void this.#with((files) => files.bringIn());

  readonly #export = (): void =>
    void this.#with((files) => files.takeOut(this.query, { count: this.total, isExact: this.isExact }));

  async #with(act: (files: PeopleInOutElement) => void): Promise<void> {
    this._failure = undefined;
    try {
      await ask(this, new NeedFilesIntent());
      await this.updateComplete;
      const files = this.renderRoot.querySelector<PeopleInOutElement>('ua-people-in-out');
      await files?.updateComplete;
      if (files !== null) act(files);
    } catch (error) {
      this._failure = failureOf(error).code;
    }
  }
}

/** The roles that the viewer may bring new people in with. */
export function importRoles(rights: Rights) {
  const workspace = rights.viewer.workspace.id;
  const action = rights.policy.creation === null ? 'invitation.create' : 'member.create';
  return rights.personRoles.filter(({ key }) => may(rights, action, { workspace, roles: [key] }).allowed);
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-people-files': PeopleFilesElement;
  }
}
