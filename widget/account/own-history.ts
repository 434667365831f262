import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import type { SignIn } from '../../shared/activity/activity.ts';
import { ReadIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { ask } from '../intents.ts';
import { base, buttons, cards } from '../styles/base.ts';
import { labels } from '../styles/forms.ts';
import { skeletons } from '../ui/skeleton.ts';
import { loaded } from '../ui/loaded.ts';
import { section, sections } from '../ui/section.ts';
import { signInRowStyles, signInRows } from './sign-in-rows.ts';

const SHOWN_AT_FIRST = 5;

/**
 * When the viewer signed in, or somebody tried to as them, and what was unusual about it.
 *
 * @tag ua-own-history
 */
export class OwnHistoryElement extends LitElement {
  static override styles = [base, buttons, labels, cards, skeletons, sections, signInRowStyles];
  static override properties = {
    revision: { type: Number },
    now: { type: Number },
    hasPassword: { type: Boolean },
    _most: { state: true },
  };

  /** Raised to load again, in place. */
  declare revision: number;
  /** The moment that times are told from. */
  declare now: number;
  /** Whether the viewer has a password that they could change. */
  declare hasPassword: boolean;
  /** @internal How many are shown. */
  declare _most: number;
  readonly #signIns = new QueryController<readonly SignIn[]>(this);

  constructor() {
    super();
    void new FocusKeeper(this);
    this.revision = 0;
    this.now = Date.now();
    this.hasPassword = false;
    this._most = SHOWN_AT_FIRST;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('revision')) this.#load();
  }

  protected override render() {
    return section(
      strings.historyHeading,
      this.hasPassword ? strings.historyHint : strings.historyHintWithout,
      loaded(this.#signIns, this.#load, (signIns) =>
        signInRows(signIns, this.now, this._most, () => (this._most = Infinity)),
      ),
    );
  }

  readonly #load = (): void =>
    void this.#signIns.run((signal) => ask(this, new ReadIntent('activity.own', undefined, signal)));
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-own-history': OwnHistoryElement;
  }
}
