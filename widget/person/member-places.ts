import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { MemberPlace, RoleOption } from '../../shared/workspaces/place.ts';
import { ReadIntent, WriteIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import { Saving } from '../controllers/saving.ts';
import { Unsaved } from '../controllers/unsaved.ts';
import { invitePlaceStrings } from '../i18n/invite-place-strings.ts';
import { placeStrings as strings } from '../i18n/place-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { nameOf, statusText, strings as general } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import { MemberRoleChangedEvent } from '../members/events.ts';
import type { Rights } from '../rights.ts';
import { inWords } from '../role-words.ts';
import { base, badges } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import { HintController } from '../ui/hint.ts';
import { loaded } from '../ui/loaded.ts';
import { noteField, noteOf } from '../ui/note-field.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { sections } from '../ui/section.ts';
import { skeletons } from '../ui/skeleton.ts';
import { sameRoles } from './same-roles.ts';

/**
 * What one person is, here and in the other workspaces where the viewer sees people, with the roles that can be changed there.
 *
 * @tag ua-member-places
 * @fires {MemberRoleChangedEvent} ua-member-role-changed - When the person has other roles here.
 */
export class MemberPlacesElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    badges,
    fields,
    skeletons,
    sections,
    css`
      :host {
        display: grid;
        gap: 10px;
      }
      h3 {
        font-size: var(--_font-size);
      }
      ul {
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }
      li {
        display: grid;
        gap: 10px;
        padding: 10px var(--_snug);
      }
      li + li {
        border-block-start: 1px solid var(--_line);
      }
      .place {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 10px;
        align-items: center;
      }
      .held {
        flex: 1;
        min-inline-size: 160px;
        overflow-wrap: anywhere;
      }
      .held > span {
        unicode-bidi: isolate;
        color: var(--_muted);
      }
      .role {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 0 10px;
        padding-block: 4px;
        align-items: center;
      }
      .role small {
        grid-column: 2;
        color: var(--_muted);
        font-size: var(--_small);
      }
      .role:has([aria-disabled='true']) {
        color: var(--_muted);
        cursor: not-allowed;
      }
      .advice {
        color: var(--_muted);
        font-size: var(--_small);
      }
    `,
  ];
  static override properties = {
    member: { attribute: false },
    rights: { attribute: false },
    _edited: { state: true },
    _chosen: { state: true },
    _note: { state: true },
  };

  /** The person. */
  declare member: Member;
  /** The viewer and what they may do. */
  declare rights: Rights;
  /** @internal The place whose roles are being chosen. */
  declare _edited: MemberPlace | undefined;
  /** @internal The roles chosen there. */
  declare _chosen: readonly RoleKey[];
  /** @internal Why, for the trail. */
  declare _note: string;
  readonly #places = new QueryController<readonly MemberPlace[]>(this);
  readonly #saving = new Saving(this);
  /** What was chosen elsewhere and not saved, while the roles of another place are being chosen. */
  readonly #kept = new Map<WorkspaceId, Pick<MemberPlacesElement, '_chosen' | '_note'>>();

  constructor() {
    super();
    void new HintController(this);
    void new FocusKeeper(this);
    void new Unsaved(
      this,
      () =>
        this.#kept.size > 0 ||
        (this._edited !== undefined && !sameRoles(this._chosen, this._edited.member.roles)),
    );
    this._edited = undefined;
    this._chosen = [];
    this._note = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('member');
    if (!changed.has('member') || (before?.id === this.member.id && before.version === this.member.version))
      return;
    if (before?.id !== this.member.id) {
      this._edited = undefined;
      this.#kept.clear();
      this.#places.reset();
    }
    this.#load();
  }

  protected override render() {
    return html`<h3>${this.rights.policy.workspaces === 'many' ? strings.rolesAndPlaces : strings.roles}</h3>
      ${loaded(this.#places, this.#load, (places) => html`<ul>${places.map((place) => this.#renderPlace(place))}</ul>`)}`;
  }

  #renderPlace(place: MemberPlace): TemplateResult {
    const { workspace, member, isHere } = place;
    const isEdited = this._edited?.workspace.id === workspace.id;
    const roles = inWords(place.roles, this.rights.viewer);
    const held = roles.filter(({ isHeld }) => isHeld).map(({ name }) => name);
    const reason = reasonAgainst(place);
    const editLabel = isHere ? strings.edit : strings.editIn(workspace.name);
    return html`<li>
      <div class="place">
        <p class="held">
          <span><bdi>${workspace.name}</bdi>${general.colon}</span>${held.length === 0 ? strings.noRoles : held.join(general.comma)}
        </p>
        ${member.status === 'active' ? nothing : html`<span part="badge" class="badge">${anyIcon('close')}${statusText(member.status, this.rights.policy)}</span>`}
        ${workspace.isArchived ? html`<span part="badge" class="badge">${strings.archived}</span>` : nothing}
        ${this.#kept.has(workspace.id) ? html`<span part="badge" class="badge warning">${strings.unsaved}</span>` : nothing}
        ${
          isEdited
            ? nothing
            : html`<button
                type="button"
                part="button" class="button small"
                aria-label=${editLabel}
                aria-disabled=${reason === '' ? nothing : 'true'}
                aria-description=${reason === '' ? nothing : reason}
                @click=${() => reason === '' && this.#edit(place)}
              >
                ${reason === '' ? nothing : anyIcon('lock')}${strings.edit}
              </button>`
        }
      </div>
      ${isEdited ? this.#renderForm(place) : nothing}
    </li>`;
  }

  #renderForm(place: MemberPlace): TemplateResult {
    const { guidance, roles } = this.rights.policy;
    const isEverywhere = roles.some((role) => role.isEverywhere === true && this._chosen.includes(role.key));
    const obstacle = this.#obstacle(place);
    return html`<form novalidate @submit=${(event: Event) => (event.preventDefault(), void this.#save(place))}>
      <fieldset>
        <legend class="visually-hidden">${strings.editIn(place.workspace.name)}</legend>
        ${guidance.includes('role-by-job') ? html`<p class="advice">${invitePlaceStrings.adviseJob}</p>` : nothing}
        ${guidance.includes('workspace-context') && !isEverywhere ? html`<p class="advice">${strings.advisePlace(place.workspace.name)}</p>` : nothing}
        ${inWords(place.roles, this.rights.viewer).map((role) => this.#renderRole(role))}
      </fieldset>
      ${obstacle === '' ? noteField(this._note, (note) => (this._note = note)) : nothing} ${this.#saving.renderError()}
      <div class="actions">
        <button
          part="button button-primary" class="button primary"
          aria-disabled=${obstacle === '' ? nothing : 'true'}
          aria-description=${obstacle === '' ? nothing : obstacle}
        >
          ${strings.save}
        </button>
        <button type="button" part="button" class="button" @click=${() => (this._edited = undefined)}>${general.cancel}</button>
      </div>
    </form>`;
  }

  #renderRole({ key, name, description, refused }: RoleOption): TemplateResult {
    const isMany = this.rights.policy.rolesPerMember === 'many';
    const isOn = this._chosen.includes(key);
    return html`<label class="role">
      <input part="field"
        type=${isMany ? 'checkbox' : 'radio'}
        name="role"
        .checked=${isOn}
        aria-disabled=${refused === null ? nothing : 'true'}
        aria-description=${refused === null ? nothing : reasonText(refused)}
        @click=${(event: Event) => refused !== null && event.preventDefault()}
        @change=${() => this.#choose(key, isMany)}
      />
      <span>${name}</span><small>${refused === null ? description : reasonText(refused)}</small>
    </label>`;
  }

  #choose(key: RoleKey, isMany: boolean): void {
    const others = this._chosen.filter((other) => other !== key);
    this._chosen = isMany ? (this._chosen.includes(key) ? others : [...others, key]) : [key];
  }

  #obstacle({ member }: MemberPlace): string {
    if (this._chosen.length === 0) return strings.roleNeeded;
    return sameRoles(this._chosen, member.roles) ? strings.unchanged : '';
  }

  #edit(place: MemberPlace): void {
    const { _edited: before, _chosen, _note } = this;
    if (before !== undefined && !sameRoles(_chosen, before.member.roles))
      this.#kept.set(before.workspace.id, { _chosen, _note });
    this.#saving.reset();
    this._edited = place;
    const kept = this.#kept.get(place.workspace.id);
    this.#kept.delete(place.workspace.id);
    this._chosen = kept?._chosen ?? place.member.roles;
    this._note = kept?._note ?? '';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.role input')?.focus());
  }

  async #save(place: MemberPlace): Promise<void> {
    if (this.#obstacle(place) !== '') return;
    const { id, version } = place.member;
    const wish = new WriteIntent(
      'members.changeRole',
      {
        memberId: id,
        version,
        roles: [...this._chosen],
        ...noteOf(this._note),
        ...(!place.isHere && { workspaceId: place.workspace.id }),
      },
      place.isHere ? { touch: ['members', 'viewer'] } : {},
    );
    const notice = strings.saved(nameOf(this.member), place.workspace.name);
    const isDone = await this.#saving.run(wish, notice, (changed) => {
      // Whatever shows the person of this workspace is told, the page too.
      if (place.isHere) this.dispatchEvent(new MemberRoleChangedEvent(changed));
    });
    if (isDone) this._edited = undefined;
    if (isDone || this.#saving.failure === 'changed_meanwhile') this.#load();
  }

  readonly #load = (): void => {
    const input = { memberId: this.member.id };
    void this.#places.run(async (signal) => {
      const { places } = await ask(this, new ReadIntent('members.places', input, signal));
      // What is being chosen goes on with what is there now.
      this._edited &&= places.find(({ workspace }) => workspace.id === this._edited!.workspace.id);
      return places;
    });
  };
}

/** Why none of the roles there can be changed; '' where one can. */
function reasonAgainst({ roles }: MemberPlace): string {
  const open = roles.some(({ refused }) => refused === null);
  const first = roles.find(({ isHeld }) => !isHeld) ?? roles[0];
  return open || first?.refused == null ? '' : reasonText(first.refused);
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-places': MemberPlacesElement;
  }
}
