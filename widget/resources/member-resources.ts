import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { ResourceId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import { WriteIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { Saving } from '../controllers/saving.ts';
import { Unsaved } from '../controllers/unsaved.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { resourceStrings as strings } from '../i18n/resource-strings.ts';
import { nameOf } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import type { ResourcesChosenEvent } from './choice-event.ts';
import { MemberResourcesChangedEvent } from './events.ts';
import type { ResourceChoiceElement } from './resource-choice.ts';

/**
 * What one person may do with the resources of a kind and why, and, where the kind is granted to people, what they are assigned.
 *
 * @tag ua-member-resources
 * @fires {MemberResourcesChangedEvent} ua-member-resources-changed - When the person was assigned others.
 */
export class MemberResourcesElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    fields,
    css`
      :host {
        display: grid;
        gap: 10px;
      }
      h3 {
        font-size: var(--_font-size);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 8px 8px 8px var(--_snug);
        border-radius: var(--_radius);
        background: var(--_accent-soft);
      }
      .bar > :first-child {
        margin-inline-end: auto;
        font-weight: 500;
      }
    `,
  ];
  static override properties = {
    member: { attribute: false },
    rights: { attribute: false },
    kind: { attribute: false },
    _isShown: { state: true },
    _chosen: { state: true },
    _changes: { state: true },
  };

  /** The person. */
  declare member: Member;
  /** The viewer and what they may do. */
  declare rights: Rights;
  /** The kind of the resources. */
  declare kind: ResourceKind;
  /** @internal Whether the list is shown; of what only follows from roles, when it is asked for. */
  declare _isShown: boolean;
  /** @internal What is ticked. */
  declare _chosen: readonly ResourceId[];
  /** @internal How many ticks are not saved. */
  declare _changes: number;

  readonly #saving = new Saving(this);

  constructor() {
    super();
    void new FocusKeeper(this);
    void new Unsaved(this, () => this._changes > 0);
    this._isShown = false;
    this._chosen = [];
    this._changes = 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('member');
    if (!changed.has('member') || before?.id === this.member.id) return;
    this._isShown = this.kind.grantedTo === 'member';
    this._changes = 0;
    this.#saving.reset();
  }

  protected override render() {
    const { kind, member, rights } = this;
    return html`<h3>${kind.plural}</h3>
      ${
        this._isShown
          ? html`<ua-resource-choice .kind=${kind} .rights=${rights} .member=${member} @ua-resources-chosen=${this.#note}></ua-resource-choice>`
          : html`<div>
              <button type="button" part="button" class="button small" @click=${() => (this._isShown = true)}>${strings.show(kind.plural)}</button>
            </div>`
      }
      ${this.#saving.renderError()}
      ${
        this._changes === 0
          ? nothing
          : html`<div class="bar" role="group" aria-label=${kind.plural}>
              <span role="status">${strings.changes(this._changes)}</span>
              <button type="button" part="button" class="button small" @click=${() => this.#choice?.undo()}>${strings.undo}</button>
              <button type="button" part="button button-primary" class="button small primary" aria-disabled=${this.#saving.isRunning ? 'true' : nothing} @click=${this.#save}>
                ${actionStrings.save}
              </button>
            </div>`
      }`;
  }

  get #choice(): ResourceChoiceElement | null {
    return this.renderRoot.querySelector('ua-resource-choice');
  }

  readonly #note = ({ resourceIds, changes }: ResourcesChosenEvent): void => {
    this._chosen = resourceIds;
    this._changes = changes;
    if (changes === 0) this.#saving.reset();
  };

  readonly #save = async (): Promise<void> => {
    const { member, kind } = this;
    const wish = new WriteIntent(
      'members.assign',
      { memberId: member.id, version: member.version, kind: kind.key, resourceIds: [...this._chosen] },
      { touch: ['members'] },
    );
    await this.#saving.run(wish, strings.saved(nameOf(member), kind.plural), (changed) => {
      this.member = { ...member, ...changed };
      // Whatever shows the person is told, the page too.
      this.dispatchEvent(new MemberResourcesChangedEvent(changed, kind.key));
    });
    // The ticks go on with how the person is now.
    if (this.#saving.failure === 'changed_meanwhile')
      this.member = { ...member, ...(this.#saving.details as Member) };
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-resources': MemberResourcesElement;
  }
}
