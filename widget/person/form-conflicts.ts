// What somebody else saved meanwhile of what is being changed in the form about a person: both values, and the choice between them.
import { nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { formatList } from '../i18n/format-later.ts';
import { statusText } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { conflict } from '../ui/conflict.ts';
import type { Whose } from '../ui/conflict.ts';
import type { Draft, TextField } from './form-fields.ts';
import { sameRoles } from './same-roles.ts';

/** A field that two people can change at once. */
export type SharedField = TextField | 'roles' | 'isActive';

/** The conflicts of one form. */
export class FormConflicts {
  readonly #host: LitElement;
  #open: ReadonlySet<SharedField> = new Set();
  #isFocusDue = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Whether a choice is still to be made; then the focus goes to it. */
  get isOpen(): boolean {
    this.#isFocusDue = this.#open.size > 0;
    if (this.#isFocusDue) this.#host.requestUpdate();
    return this.#isFocusDue;
  }

  /** Forgets every conflict. */
  reset(): void {
    this.#open = new Set();
  }

  /**
   * Takes in that the person is now as in `now` and no more as in `before`. What of `typed` is still a wish is returned; where somebody
   * else changed the same field to something else, both values are shown until one was chosen.
   */
  meet(before: Draft, now: Draft, typed: Partial<Draft>): Partial<Draft> {
    const wishes = Object.entries(typed).filter(
      ([name, value]) =>
        !isSame(value, before[name as keyof Draft]) && !isSame(value, now[name as keyof Draft]),
    );
    const met = wishes.filter(([name]) => !isSame(before[name as keyof Draft], now[name as keyof Draft]));
    this.#open = new Set(met.map(([name]) => name as SharedField));
    this.#isFocusDue = this.#open.size > 0;
    return Object.fromEntries(wishes);
  }

  /** Puts the focus on the first choice, once it is drawn. */
  focus(): void {
    if (!this.#isFocusDue) return;
    const choice = this.#host.renderRoot.querySelector<HTMLElement>('.conflict button');
    this.#isFocusDue = choice === null;
    choice?.focus();
    // With the field that it is about.
    choice?.closest('.conflict')!.scrollIntoView({ block: 'center' });
  }

  /** Both values of a field and the choice between them, where it waits for one; `onTheirs` lets go of what was entered. */
  at(
    field: SharedField,
    rights: Rights,
    mine: Draft,
    theirs: Draft,
    onTheirs: () => void,
  ): TemplateResult | typeof nothing {
    if (!this.#open.has(field)) return nothing;
    const settle = (whose: Whose): void => {
      this.#open = this.#open.difference(new Set([field]));
      if (whose === 'theirs') onTheirs();
      this.#host.requestUpdate();
      const control = this.#host.renderRoot.querySelector<HTMLElement>(CONTROLS[field] ?? `#${field}`);
      control?.focus();
    };
    return conflict(wordsFor(field, rights, mine), wordsFor(field, rights, theirs), settle);
  }
}

/** The control that a field goes on with, where it is not the one of its name. */
const CONTROLS: { readonly [Field in SharedField]?: string } = {
  roles: '[name=roles]:not(:disabled)',
  isActive: '[name=active]',
};

function wordsFor(field: SharedField, { policy, roleName }: Rights, draft: Draft): string {
  if (field === 'isActive') return statusText(draft.isActive ? 'active' : 'deactivated', policy);
  return field === 'roles' ? formatList(draft.roles.map(roleName)) : draft[field].trim();
}

/** Whether two values of a field are the same; of roles the order does not count. */
function isSame(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) ? sameRoles(one, other) : one === other;
}
