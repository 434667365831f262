import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { InvitationResult } from '../../shared/invitations/invitation.ts';
import type { Member } from '../../shared/members/member.ts';
import type { MemberDetails, MemberMade } from '../../shared/members/profile.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { NewPasswordElement } from '../account/new-password.ts';
import { ReadIntent } from '../calls.ts';
import { QueryController } from '../controllers/query.ts';
import { Saving } from '../controllers/saving.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { formStrings as strings } from '../i18n/person-form-strings.ts';
import { nameOf } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import { roleBoxStyles } from '../invitations/role-boxes.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base, badges } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import { noteField, noteOf } from '../ui/note-field.ts';
import { loaded } from '../ui/loaded.ts';
import { conflictSheet } from '../ui/conflict.ts';
import { skeletons } from '../ui/skeleton.ts';
import { CreatePersonIntent, SavePersonIntent } from './intents.ts';
import {
  changesOf,
  draftOf,
  emptyDraft,
  knownFields,
  knownRoles,
  labelsOf,
  newFields,
  newcomerOf,
  newRoles,
  statusLock,
} from './form-fields.ts';
import type { Draft, FieldLook } from './form-fields.ts';
import {
  begin,
  formSheet,
  invitedPart,
  passwordPart,
  placesPart,
  providerPart,
  rolesPart,
  statusPart,
  textPart,
} from './form-parts.ts';
import { FormConflicts } from './form-conflicts.ts';
import type { SharedField } from './form-conflicts.ts';
import { GivenResources, notGivenPart, resourcesPart } from './form-resources.ts';
import { FormTrouble } from './form-trouble.ts';
import { sameRoles } from './same-roles.ts';

/**
 * The form that makes an account, and the same about somebody who is here: what is locked is shown with the reason.
 *
 * @tag ua-person-form
 * @fires {Event} ua-email-wanted - When another address is wanted for the person, which is a step of its own; does not bubble.
 * @fires {Event} close - When it has closed; does not bubble.
 */
export class PersonFormElement extends LitElement {
  static override styles = [
    base,
    badges,
    loudButtons,
    fields,
    skeletons,
    roleBoxStyles,
    formSheet,
    conflictSheet,
  ];
  static override properties = {
    rights: { attribute: false },
    _about: { state: true },
    _typed: { state: true },
    _invited: { state: true },
    _note: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** @internal Whom it is about; undefined where it is closed. */
  declare _about: 'new' | Member | undefined;
  /** @internal What was entered and is not saved. */
  declare _typed: Partial<Draft>;
  /** @internal What became of somebody who has an account elsewhere. */
  declare _invited: InvitationResult | undefined;
  /** @internal Why, for the trail. */
  declare _note: string;

  readonly #details = new QueryController<MemberDetails>(this);
  readonly #saving = new Saving(this);
  readonly #trouble = new FormTrouble(this, this.#saving);
  readonly #conflicts = new FormConflicts(this);
  readonly #given = new GivenResources();
  /** Whether the focus is still to go into the first field. */
  #isBeginning = false;
  #email = '';
  /** The names of the workspaces that were chosen, for what became of it. */
  #placeNames: ReadonlyMap<WorkspaceId, string> = new Map();

  constructor() {
    super();
    this._about = this._invited = undefined;
    this._typed = {};
    this._note = '';
  }

  /** Opens the form for somebody new, with an address and roles filled in where they are known. What was entered before and not given up is there still. */
  add(email = '', roles: readonly RoleKey[] = []): void {
    const isKept = this._about === undefined && this.#isNewKept;
    if (!isKept) this.#given.clear();
    this.#begin('new', isKept ? this._typed : {});
    this.#email = email;
    if (email !== '') this._typed = { ...this._typed, email };
    const open = newRoles(this.rights).filter(({ key, reason }) => roles.includes(key) && reason === '');
    const most = this.rights.policy.rolesPerMember === 'many' ? open.length : 1;
    if (open.length > 0) this.#setRoles(open.slice(0, most).map(({ key }) => key));
  }

  /** Opens the form about `member`. */
  edit(member: Member): void {
    this.#given.clear();
    this.#begin(member, {});
    this.#details.reset();
    this.#isBeginning = true;
    void this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was chosen beside another workspace is not meant for this one.
    const before = changed.get('rights')?.viewer.workspace.id;
    if (before === undefined || before === this.rights.viewer.workspace.id) return;
    const { places: _places, ...typed } = this._typed;
    this._typed = typed;
  }

  protected override render() {
    const about = this._about;
    const heading =
      about === 'new'
        ? labelsOf(this.rights.policy).add
        : about === undefined
          ? ''
          : strings.editHeading(nameOf(about));
    return html`<ua-dialog
      wide
      heading=${this._invited === undefined ? heading : strings.invitedHeading}
      .open=${about !== undefined}
      @close=${this.#close}
    >
      ${about === undefined ? nothing : this.#renderBody(about)} ${about === undefined ? nothing : this.#renderActions(about)}
    </ua-dialog>`;
  }

  protected override updated(): void {
    this.#trouble.focus();
    this.#conflicts.focus();
    if (this.#isBeginning) this.#isBeginning = !begin(this.renderRoot);
  }

  #renderBody(about: 'new' | Member): TemplateResult {
    if (this._invited !== undefined)
      return html`${invitedPart(this._invited, this.#nameOfPlace, this)} ${notGivenPart(this.rights, this.#given)}`;
    if (about === 'new') return this.#renderNew();
    return loaded(
      this.#details,
      () => void this.#load(),
      (details) => this.#renderKnown(details),
    );
  }

  #renderNew(): TemplateResult {
    const { policy } = this.rights;
    const draft = this.#draft!;
    const shown = policy.creation?.fields ?? [];
    return this.#renderForm(newFields(policy), {
      roles: html`${rolesPart(this.rights, newRoles(this.rights), draft.roles, this.#trouble.atRoles(draft), this.#setRoles)}
      ${placesPart(this.rights, draft.places, (places) => this.#set({ places }))}`,
      status: shown.includes('active')
        ? statusPart(draft.isActive, '', (isActive) => this.#set({ isActive }))
        : nothing,
      password: shown.includes('password')
        ? passwordPart(policy.identity.passwords!, draft, this.#trouble.ofPassword, (mustChangePassword) =>
            this.#set({ mustChangePassword }),
          )
        : nothing,
      resources: resourcesPart(this.rights, undefined, draft.roles, this.#given),
    });
  }

  #renderKnown(details: MemberDetails): TemplateResult {
    const draft = this.#draft!;
    const lock = statusLock(this.rights, details);
    const mayAskForEmail = may(this.rights, 'member.change-email', {
      member: this.rights.target(details.member),
    });
    return this.#renderForm(
      knownFields(this.rights, details),
      {
        roles: html`${rolesPart(this.rights, knownRoles(this.rights, details), draft.roles, this.#trouble.atRoles(draft), this.#setRoles)}
        ${this.#renderConflict('roles')}`,
        status:
          lock === undefined
            ? nothing
            : html`${statusPart(draft.isActive, lock, (isActive) => this.#set({ isActive }))} ${this.#renderConflict('isActive')}`,
        password: nothing,
        resources: resourcesPart(this.rights, details.member, draft.roles, this.#given),
      },
      mayAskForEmail.allowed ? this.#wantEmail : undefined,
    );
  }

  #renderForm(
    looks: readonly FieldLook[],
    parts: Readonly<Record<'roles' | 'status' | 'password' | 'resources', unknown>>,
    onEmail?: () => void,
  ): TemplateResult {
    const draft = this.#draft!;
    this.#trouble.shows(looks.map(({ name }) => name));
    return html`<form id="form" novalidate @submit=${this.#submit}>
      ${providerPart(looks)}
      <div class="texts">
        ${looks.map((look, at) =>
          textPart(look, {
            value: draft[look.name],
            error: this.#trouble.at(look.name, draft),
            conflict: this.#renderConflict(look.name),
            isFirst: at === looks.findIndex(({ locked }) => locked === ''),
            onInput: (value) => this.#set({ [look.name]: value }),
            onEmail: look.name === 'email' ? onEmail : undefined,
          }),
        )}
      </div>
      ${parts.roles} ${parts.password} ${parts.resources} ${parts.status} ${this.#renderReason()}
      ${this.#trouble.elsewhere()}
    </form>`;
  }

  #renderConflict(field: SharedField): TemplateResult | typeof nothing {
    const theirs = this.#before!;
    const take = (): void => this.#set({ [field]: theirs[field] });
    return this.#conflicts.at(field, this.rights, this.#draft!, theirs, take);
  }

  /** Asked for once something changes that decides what somebody may do. */
  #renderReason() {
    const [before, draft] = [this.#before, this.#draft!];
    if (this._about === 'new' || before === undefined) return nothing;
    if (before.isActive === draft.isActive && sameRoles(before.roles, draft.roles)) return nothing;
    return noteField(this._note, (note) => (this._note = note));
  }

  #renderActions(about: 'new' | Member) {
    if (this._invited !== undefined)
      return html`<button slot="actions" type="button" part="button" class="button" id="close" @click=${this.#giveUp}>${actionStrings.close}</button>`;
    const isReady = about === 'new' || this.#details.data !== undefined;
    return html`<button slot="actions" type="button" part="button" class="button" @click=${this.#giveUp}>${strings.cancel}</button>
      <button
        slot="actions"
        type="submit" form="form"
        part="button button-primary" class="button primary"
        aria-disabled=${String(!isReady || this.#saving.isRunning)}
      >
        ${about === 'new' ? labelsOf(this.rights.policy).make : labelsOf(this.rights.policy).save}
      </button>`;
  }

  get #isNewKept(): boolean {
    return Object.keys(this._typed).length > 0 || this.#given.hasAny;
  }

  /** The form as it was before anything was entered; undefined while it is not known. */
  get #before(): Draft | undefined {
    if (this._about === 'new') return emptyDraft(this.rights, this.#email);
    return this.#details.data && draftOf(this.#details.data);
  }

  get #draft(): Draft | undefined {
    return this.#before && { ...this.#before, ...this._typed };
  }

  #begin(about: 'new' | Member, typed: Partial<Draft>): void {
    this.#saving.reset();
    this.#trouble.reset();
    this.#conflicts.reset();
    this._invited = undefined;
    this._typed = typed;
    this._note = '';
    this._about = about;
  }

  #set(typed: Partial<Draft>): void {
    this._typed = { ...this._typed, ...typed };
  }

  readonly #nameOfPlace = (id: WorkspaceId): string =>
    this.#placeNames.get(id) ?? this.rights.viewer.workspace.name;

  readonly #setRoles = (roles: readonly string[]): void => this.#set({ roles });

  readonly #load = async (): Promise<void> => {
    const about = this._about;
    if (about === undefined || about === 'new') return;
    const input = { memberId: about.id };
    await this.#details.run((signal) => ask(this, new ReadIntent('members.get', input, signal)));
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = this.#draft;
    if (draft === undefined || this.#saving.isRunning) return;
    await (this._about === 'new' ? this.#add(draft) : this.#save(draft));
  };

  async #add(draft: Draft): Promise<void> {
    const looks = newFields(this.rights.policy);
    const field = this.renderRoot.querySelector<NewPasswordElement>('ua-new-password');
    const chosen = field?.choose();
    if (!this.#trouble.check(looks, draft, true) || (field !== null && chosen === undefined)) return;
    // Each says itself what it lacks.
    if (draft.places.some(({ roles }) => roles.length === 0)) return;
    this.#placeNames = new Map(draft.places.map(({ place }) => [place.id, place.name]));
    const wish = new CreatePersonIntent({
      ...newcomerOf(draft, this.rights.policy),
      ...chosen,
      ...(chosen && { mustChangePassword: draft.mustChangePassword }),
      ...this.#given.wish,
    });
    const noticeOf = (made: MemberMade) =>
      made.made === 'account' ? strings.added(nameOf(made.member)) : '';
    const isDone = await this.#saving.run(wish, noticeOf, (made) => {
      if (made.made === 'invitation') this._invited = made.invitation;
    });
    this.#trouble.note();
    if (!isDone) return;
    this._typed = {};
    if (this._invited === undefined) return this.#giveUp();
    // The button that was pressed is gone.
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#close')?.focus();
  }

  async #save(draft: Draft): Promise<void> {
    const details = this.#details.data!;
    const looks = knownFields(this.rights, details);
    // Whoever has none already can be changed all the same.
    if (this.#conflicts.isOpen || !this.#trouble.check(looks, draft, this.#before!.roles.length > 0)) return;
    const changes = { ...changesOf(this.#before!, draft, looks), ...this.#given.wish };
    if (Object.keys(changes).length === 0) return this.#giveUp();
    const wish = new SavePersonIntent(details.member, { ...changes, ...noteOf(this._note) });
    const isDone = await this.#saving.run(wish, (saved) => strings.saved(nameOf(saved)));
    this.#trouble.note();
    if (isDone) this.#giveUp();
    else if (this.#saving.failure === 'changed_meanwhile') await this.#meet();
  }

  /** Shows what somebody else changed; what was entered here stays, and where both changed the same the viewer chooses. */
  async #meet(): Promise<void> {
    const before = this.#before!;
    await this.#load();
    const now = this.#before;
    if (now !== undefined) this._typed = this.#conflicts.meet(before, now, this._typed);
  }

  readonly #wantEmail = (): void => {
    this.#giveUp();
    this.dispatchEvent(new Event('ua-email-wanted'));
  };

  readonly #giveUp = (): void => {
    this.#forget();
    this.#close();
  };

  #forget(): void {
    this._typed = {};
    this.#given.clear();
  }

  /** Closed by Escape, what was entered about somebody new is kept for the next time. */
  readonly #close = (): void => {
    if (this._about === undefined) return;
    if (this._about !== 'new' || this._invited !== undefined) this.#forget();
    this._about = this._invited = undefined;
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-person-form': PersonFormElement;
  }
}
