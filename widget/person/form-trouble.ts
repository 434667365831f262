// What is wrong with the form about a person, and where: what is missing, what cannot be taken, and what the server refused. No look of its own.
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { parseUsername } from '../../shared/accounts/username.ts';
import { checkAddress } from '../../shared/emails/address.ts';
import { cleanName } from '../../shared/text/name.ts';
import { aboutNew } from '../account/new-password.ts';
import type { Saving } from '../controllers/saving.ts';
import type { FailureCode } from '../failure.ts';
import { formStrings as strings } from '../i18n/person-form-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { wrongField } from './form-fields.ts';
import type { Draft, FieldLook, TextField } from './form-fields.ts';

/** The troubles of one form. */
export class FormTrouble {
  readonly #host: LitElement;
  readonly #saving: Saving;
  #shown: readonly string[] = [];
  /** The fields that said something at the last check; each goes on only while it is still wrong. */
  #checked: readonly FieldLook[] = [];
  #lacksRoles = false;
  #isFocusDue = false;

  constructor(host: LitElement, saving: Saving) {
    this.#host = host;
    this.#saving = saving;
  }

  /** Says which fields there are. */
  shows(names: readonly string[]): void {
    this.#shown = names;
  }

  /** Forgets what was wrong. */
  reset(): void {
    this.#checked = [];
    this.#isFocusDue = this.#lacksRoles = false;
  }

  /**
   * Whether everything that is needed was entered, and nothing that the server would refuse, roles too where they are asked for;
   * where not, each such field says so and the first gets the focus.
   */
  check(looks: readonly FieldLook[], draft: Draft, needsRoles: boolean): boolean {
    this.#saving.reset();
    this.#checked = looks.filter((look) => problemOf(look, draft) !== '');
    this.#lacksRoles = needsRoles && draft.roles.length === 0;
    this.#isFocusDue = this.#lacksRoles || this.#checked.length > 0;
    this.#host.requestUpdate();
    return !this.#isFocusDue;
  }

  /** Notes that the server has answered, so that what it says is seen: the field that it is about gets the focus. */
  note(): void {
    this.#isFocusDue = this.#saving.failure !== undefined;
    this.#host.requestUpdate();
  }

  /** Puts the focus into the first field that is wrong, once it is drawn; what has no field is brought into view. */
  focus(): void {
    if (!this.#isFocusDue) return;
    const root = this.#host.renderRoot;
    const field = root.querySelector<HTMLElement>('[aria-invalid=true], #roles-error ~ .boxes input');
    const text = root.querySelector('.elsewhere');
    // While the current state is fetched, neither is drawn.
    this.#isFocusDue = field === null && text === null;
    field?.focus();
    // Not to the nearest edge, where the foot of the dialog covers it.
    text?.scrollIntoView({ block: 'center' });
  }

  /** Why a field cannot be taken as it is in `draft`; '' where it can. */
  at(name: TextField, draft: Draft): string {
    const look = this.#checked.find((checked) => checked.name === name);
    const problem = look === undefined ? '' : problemOf(look, draft);
    if (problem !== '') return problem;
    return this.#wrong === name ? reasonText(this.#saving.failure!) : '';
  }

  /** What is said at the roles while none is chosen; '' where nothing is wrong. */
  atRoles(draft: Draft): string {
    return this.#lacksRoles && draft.roles.length === 0 ? strings.missingRoles : '';
  }

  /** Why the server did not take the password. */
  get ofPassword(): FailureCode | undefined {
    return aboutNew(this.#saving.failure);
  }

  /** What is wrong and has no field. */
  elsewhere(): TemplateResult | typeof nothing {
    const { failure } = this.#saving;
    if (failure === undefined || this.#wrong !== undefined || this.ofPassword !== undefined) return nothing;
    return html`<p part="error" class="error elsewhere" role="alert">${reasonText(failure)}</p>`;
  }

  get #wrong(): string | undefined {
    return wrongField(this.#saving.failure, this.#saving.details, this.#shown);
  }
}

/** What is wrong with a field before the server is asked, in words; '' where nothing is, or where it cannot be changed. */
function problemOf({ name, isRequired, locked }: FieldLook, draft: Draft): string {
  const text = draft[name].trim();
  if (locked !== '') return '';
  if (text === '') return isRequired ? strings.missing(strings.labels[name]) : '';
  if (name === 'email') return checkAddress(text).ok ? '' : reasonText('email_invalid');
  if (name === 'username') return parseUsername(text).ok ? '' : reasonText('username_invalid');
  return cleanName(text).ok ? '' : reasonText('name_invalid');
}
