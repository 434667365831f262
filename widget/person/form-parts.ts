// The parts of the form about a person as templates: a text field, roles, the switch, what became of an invitation. They keep nothing.
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { InvitationResult } from '../../shared/invitations/invitation.ts';
import type { PasswordRules } from '../../shared/passwords/rules.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { FailureCode } from '../failure.ts';
import { formStrings as strings } from '../i18n/person-form-strings.ts';
import { strings as general } from '../i18n/strings.ts';
import { NotifyIntent } from '../intents.ts';
import { roleBoxes } from '../invitations/role-boxes.ts';
import type { ChosenPlace, InvitePlacesElement } from '../invitations/invite-places.ts';
import type { RoleBox } from '../invitations/role-boxes.ts';
import type { Rights } from '../rights.ts';
import { copyText } from '../ui/clipboard.ts';
import { icon } from '../ui/icon.ts';
import type { Draft, FieldLook } from './form-fields.ts';

/** The look of the form. */
export const formSheet = css`
  :host {
    display: contents;
  }
  form {
    display: grid;
    gap: 18px;
  }
  .texts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    gap: 16px;
    align-items: start;
  }
  .label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
  }
  .label .required {
    color: var(--_muted);
    font-weight: 400;
  }
  .locked {
    display: flex;
    gap: 6px;
    color: var(--_muted);
    font-size: var(--_small);
  }
  .locked svg {
    inline-size: 14px;
    block-size: 14px;
    margin-block-start: 2px;
  }
  .password {
    display: grid;
    gap: 12px;
    padding: 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .tick {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 2px 8px;
    align-items: center;
  }
  .tick .help {
    grid-column: 2;
  }
  /* A legend is no part of the grid around it. */
  legend {
    padding: 0 0 8px;
  }
  fieldset.field {
    gap: 8px;
  }
  .places {
    margin: 0;
    padding-inline-start: var(--_wide);
  }
  .handed {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .handed .input {
    flex: 1 1 240px;
  }
`;

/** What a text field stands with. */
export interface TextState {
  readonly value: string;
  readonly error: string;
  /** The choice between two values, where somebody else changed it meanwhile. */
  readonly conflict: unknown;
  /** Whether it is the one that the form begins at. */
  readonly isFirst: boolean;
  readonly onInput: (value: string) => void;
  /** Opens the step by which the address is changed; undefined where there is none. */
  readonly onEmail: (() => void) | undefined;
}

/** A field for one line of text, with what it means below it. */
export function textPart(
  { name, isRequired, help, locked, isOfProvider }: FieldLook,
  { value, error, conflict, isFirst, onInput, onEmail }: TextState,
): TemplateResult {
  const about = [
    ...(help === '' ? [] : [`${name}-help`]),
    ...(isOfProvider ? ['provider-lock'] : locked === '' ? [] : [`${name}-lock`]),
    ...(error === '' ? [] : [`${name}-error`]),
  ];
  return html`<div class="field">
    <label class="label" for=${name}>
      ${strings.labels[name]}${isRequired ? html`<span class="required">${strings.required}</span>` : nothing}
      ${isOfProvider ? html`<span part="badge" class="badge">${icon('lock')}${strings.ofProvider}</span>` : nothing}
    </label>
    <input
      part="field" class="input"
      id=${name}
      name=${name}
      type=${name === 'email' ? 'email' : 'text'}
      autocomplete="off"
      autocapitalize=${name === 'email' || name === 'username' ? 'off' : nothing}
      spellcheck="false"
      ?autofocus=${isFirst}
      ?disabled=${locked !== ''}
      aria-required=${isRequired ? 'true' : nothing}
      aria-invalid=${error === '' ? nothing : 'true'}
      aria-describedby=${about.join(' ') || nothing}
      .value=${value}
      @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
    />
    ${help === '' ? nothing : html`<p class="help" id="${name}-help">${help}</p>`}
    ${
      locked === '' || isOfProvider
        ? nothing
        : html`<p class="locked" id="${name}-lock">
            ${icon('lock')}<span>${locked} ${onEmail === undefined ? nothing : html`<button type="button" part="link" class="link" @click=${onEmail}>${strings.changeEmail}</button>`}</span>
          </p>`
    }
    ${error === '' ? nothing : html`<p part="error" class="error" role="alert" id="${name}-error">${error}</p>`} ${conflict}
  </div>`;
}

/** Says once, above the fields, why those that a provider has the say of are off. */
export function providerPart(looks: readonly FieldLook[]): TemplateResult | typeof nothing {
  const lock = looks.find(({ isOfProvider }) => isOfProvider)?.locked;
  return lock === undefined
    ? nothing
    : html`<p class="locked" id="provider-lock">${icon('lock')}<span>${lock}</span></p>`;
}

/** The roles to choose from. Where none can be changed for one and the same reason, it is said once. */
export function rolesPart(
  rights: Rights,
  roles: readonly RoleBox[],
  chosen: readonly RoleKey[],
  error: string,
  onChoose: (roles: readonly RoleKey[]) => void,
): TemplateResult {
  const { rolesPerMember, workspaces, guidance, resources } = rights.policy;
  const isMany = rolesPerMember === 'many';
  const others = roles.filter(({ key }) => isMany || !chosen.includes(key));
  const reason = others[0]?.reason ?? '';
  const lock = others.every((role) => role.reason === reason) ? reason : '';
  // Beside roles, people may be given things themselves.
  const isAlone = resources.every(({ grantedTo }) => grantedTo === 'role');
  const help = [isAlone ? strings.rolesHelp : '', guidance.includes('role-by-job') ? strings.leastRole : '']
    .join(' ')
    .trim();
  const heading = isMany ? strings.roles : strings.role;
  return html`<fieldset class="field" aria-describedby=${error === '' ? 'roles-help' : 'roles-error roles-help'}>
    <legend class="label">
      ${workspaces === 'many' ? strings.rolesIn(rights.viewer.workspace.name) : heading}
      <span class="required">${strings.required}</span>
    </legend>
    ${error === '' ? nothing : html`<p part="error" class="error" role="alert" id="roles-error">${error}</p>`}
    ${roleBoxes(lock === '' ? roles : roles.map((role) => ({ ...role, reason: '' })), {
      chosen,
      name: 'roles',
      isMany,
      isOff: lock !== '',
      onChoose,
    })}
    <p class="help" id="roles-help" ?hidden=${help === ''}>${help}</p>
    ${lock === '' ? nothing : html`<p class="locked">${icon('lock')}<span>${lock}</span></p>`}
  </fieldset>`;
}

/** The other workspaces that somebody new is to be in, each with the roles there; nothing where people belong to one. */
export function placesPart(
  rights: Rights,
  value: readonly ChosenPlace[],
  onChange: (places: readonly ChosenPlace[]) => void,
): TemplateResult | typeof nothing {
  if (rights.policy.workspaces === 'one') return nothing;
  return html`<ua-invite-places
    .rights=${rights}
    .value=${value}
    .isMaking=${true}
    @change=${(event: Event) => onChange((event.target as InvitePlacesElement).value)}
  ></ua-invite-places>`;
}

/** The first password of somebody new, entered twice, and whether it has to be changed. */
export function passwordPart(
  rules: PasswordRules,
  draft: Draft,
  failure: FailureCode | undefined,
  onMustChange: (mustChangePassword: boolean) => void,
): TemplateResult {
  return html`<div class="password">
    <ua-new-password
      .rules=${rules}
      .known=${[draft.name, draft.firstName, draft.lastName, draft.email, draft.username]}
      .labels=${{ password: strings.firstPassword, repeat: strings.repeatPassword, note: strings.required }}
      .failure=${failure}
    ></ua-new-password>
    <p class="help">${strings.passwordHelp}</p>
    ${tickPart('mustChangePassword', strings.mustChange, strings.mustChangeHelp, draft.mustChangePassword, onMustChange)}
  </div>`;
}

/** The switch of a membership. */
export function statusPart(
  isActive: boolean,
  lock: string,
  onChange: (isActive: boolean) => void,
): TemplateResult {
  return html`<div class="field">
    ${tickPart('active', strings.active, strings.activeHelp, isActive, onChange, lock)}
    ${lock === '' ? nothing : html`<p class="locked">${icon('lock')}<span>${lock}</span></p>`}
  </div>`;
}

/** A box to tick, with what it means below it. */
export function tickPart(
  name: string,
  label: string,
  help: string,
  isOn: boolean,
  onChange: (isOn: boolean) => void,
  lock = '',
): TemplateResult {
  return html`<div class="tick">
    <input
      type="checkbox"
      id=${name}
      name=${name}
      role=${name === 'active' ? 'switch' : nothing}
      aria-describedby="${name}-help"
      ?disabled=${lock !== ''}
      .checked=${isOn}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    />
    <label for=${name}>${label}</label>
    <p class="help" id="${name}-help">${help}</p>
  </div>`;
}

/** What became of somebody who has an account elsewhere; with the link to hand over where the viewer may have it. */
export function invitedPart(
  { email, text, outcome, link, places = [] }: InvitationResult,
  nameOfPlace: (id: WorkspaceId) => string,
  host: EventTarget,
): TemplateResult {
  const address = email ?? text;
  const said =
    outcome === 'invited'
      ? strings.invitedText(address)
      : outcome === 'already_invited'
        ? strings.alreadyInvited(address)
        : strings.notInvited(address);
  const copy = async (): Promise<void> => {
    if (await copyText(link ?? ''))
      host.dispatchEvent(new NotifyIntent({ text: strings.linkCopied, tone: 'success' }));
  };
  return html`<p role="status">${said}</p>
    ${
      places.length === 0
        ? nothing
        : html`<ul class="places">
            ${places.map((place) => html`<li><bdi>${nameOfPlace(place.workspaceId)}</bdi>${general.colon}${strings.outcomes[place.outcome]}</li>`)}
          </ul>`
    }
    ${
      link === undefined
        ? nothing
        : html`<div class="field">
            <label class="label" for="link">${strings.link}</label>
            <div class="handed">
              <input part="field" class="input" id="link" readonly .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
              <button type="button" part="button" class="button" @click=${copy}>${strings.copyLink}</button>
            </div>
          </div>`
    }`;
}

/** Puts the focus into the first field that is not off, unless it has gone on to something meanwhile; whether there is one by now. */
export function begin(root: ParentNode): boolean {
  const dialog = root.querySelector('ua-dialog')?.shadowRoot?.querySelector('dialog');
  const first = root.querySelector<HTMLElement>('form input:not(:disabled)');
  if (first === null || dialog?.open !== true) return false;
  if (dialog.matches(':focus')) first.focus();
  return true;
}
