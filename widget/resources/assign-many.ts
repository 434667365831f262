import { LitElement, css, html } from 'lit';
import type { ResourceId } from '../../shared/ids.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import { resourceStrings as strings } from '../i18n/resource-strings.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields } from '../styles/forms.ts';
import type { ResourcesChosenEvent } from './choice-event.ts';

/** Tells what several people are to be given, or what is to be taken from them. For the dialog around it; does not bubble. */
export class AssignmentChosenEvent extends Event {
  static readonly type = 'ua-assignment-chosen';
  readonly add: readonly ResourceId[];
  readonly remove: readonly ResourceId[];

  constructor(add: readonly ResourceId[], remove: readonly ResourceId[]) {
    super(AssignmentChosenEvent.type);
    this.add = add;
    this.remove = remove;
  }
}

/**
 * Chooses which resources of a kind several people are given, or which are taken from them.
 *
 * @tag ua-assign-many
 * @fires {AssignmentChosenEvent} ua-assignment-chosen - When something else is chosen; does not bubble.
 */
export class AssignManyElement extends LitElement {
  static override styles = [
    base,
    fields,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      .ways {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
        gap: 8px;
      }
      .way {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 0 10px;
        align-content: start;
        align-items: baseline;
        padding: 8px var(--_snug);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        cursor: pointer;
      }
      .way:has(:checked) {
        border-color: var(--_accent);
        background: var(--_accent-soft);
      }
      .way span {
        font-weight: 500;
      }
      .way small {
        grid-column: 2;
        color: var(--_muted);
        font-size: var(--_small);
      }
    `,
  ];
  static override properties = {
    kind: { attribute: false },
    rights: { attribute: false },
    _isTaking: { state: true },
  };

  /** The kind of the resources. */
  declare kind: ResourceKind;
  /** The viewer and what they may do. */
  declare rights: Rights;
  /** @internal Whether what is ticked is taken away. */
  declare _isTaking: boolean;

  #chosen: readonly ResourceId[] = [];

  constructor() {
    super();
    this._isTaking = false;
  }

  protected override render() {
    const { kind } = this;
    return html`<fieldset>
        <legend class="visually-hidden">${strings.giveOrTake(kind.plural)}</legend>
        <div class="ways">
          ${this.#renderWay(false, strings.give, strings.giveText)} ${this.#renderWay(true, strings.take, strings.takeText)}
        </div>
      </fieldset>
      <ua-resource-choice .kind=${kind} .rights=${this.rights} .isTaking=${this._isTaking} @ua-resources-chosen=${this.#note}></ua-resource-choice>`;
  }

  #renderWay(isTaking: boolean, label: string, text: string) {
    return html`<label class="way">
      <input type="radio" name="way" .checked=${this._isTaking === isTaking} @change=${() => this.#turn(isTaking)} />
      <span>${label}</span><small>${text}</small>
    </label>`;
  }

  #turn(isTaking: boolean): void {
    this._isTaking = isTaking;
    this.#tell();
  }

  readonly #note = ({ resourceIds }: ResourcesChosenEvent): void => {
    this.#chosen = resourceIds;
    this.#tell();
  };

  #tell(): void {
    const event = this._isTaking
      ? new AssignmentChosenEvent([], this.#chosen)
      : new AssignmentChosenEvent(this.#chosen, []);
    this.dispatchEvent(event);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-assign-many': AssignManyElement;
  }
}
