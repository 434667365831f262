import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { LIST_LIMIT, parseAddressList } from '../../shared/emails/address-list.ts';
import { addressKey } from '../../shared/emails/address.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { InvitationResult } from '../../shared/invitations/invitation.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { cleanName } from '../../shared/text/name.ts';
import { Unsaved } from '../controllers/unsaved.ts';
import { ask } from '../intents.ts';
import { failureOf } from '../failure.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { invitePlaceStrings as placeStrings } from '../i18n/invite-place-strings.ts';
import { invitationStrings as strings } from '../i18n/invitation-strings.ts';
import type { Rights } from '../rights.ts';
import type { AddressBoxElement } from '../ui/address-box.ts';
import type { AddressCount } from '../ui/address-box-chips.ts';
import { HintController } from '../ui/hint.ts';
import { inviteCardStyles } from './invite-card-styles.ts';
import { renderInviteCard } from './invite-card-view.ts';
import type { InviteRole } from './invite-roles.ts';
import { firstRole, inviteRoles, mayInvite } from './invite-roles.ts';
import type { InvitationForm } from './intents.ts';
import type { DraftPlace } from './invite-draft.ts';
import { draftOwner } from './invite-draft.ts';
import type { ChosenPlace } from './invite-places.ts';
import { CreateInvitationsIntent, KeepInviteDraftIntent } from './intents.ts';

/** The most bytes of a list in one request, with room for the rest of it. Names in other scripts take two or three for a letter. */
const LONGEST_LIST = 1_000_000;
const NOBODY: AddressCount = { total: 0, ready: 0, attention: 0, duplicates: 0, personal: 0 };

/**
 * Invites everybody on a typed or pasted list into one role, and says for each address what became of it.
 *
 * What could not be invited stays in the box; a request that failed leaves everything as it was.
 *
 * @tag ua-invite-card
 * @fires {CreateInvitationsIntent} ua-create-invitations - When the viewer presses Invite.
 * @csspart card - The card.
 * @csspart submit - The Invite button.
 */
export class InviteCardElement extends LitElement {
  static override styles = inviteCardStyles;
  static override properties = {
    rights: { attribute: false },
    heading: {},
    roles: { state: true },
    name: { state: true },
    message: { state: true },
    isMessageOpen: { state: true },
    count: { state: true },
    sending: { state: true },
    sent: { state: true },
    notice: { state: true },
    results: { state: true },
    places: { state: true },
    isReviewing: { state: true },
    isOpen: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** The heading of the card; '' for the usual one. */
  declare heading: string;
  /** The roles to give. @internal */
  declare roles: readonly RoleKey[];
  /** The display name for a single address. @internal */
  declare name: string;
  /** The personal message. @internal */
  declare message: string;
  /** Whether the field for the message is shown. @internal */
  declare isMessageOpen: boolean;
  /** What stands in the address box. @internal */
  declare count: AddressCount;
  /** How many people are being invited; 0 while nothing is on its way. @internal */
  declare sending: number;
  /** How many of these are dealt with. @internal */
  declare sent: number;
  /** What went wrong with the last try. @internal */
  declare notice: (() => string) | undefined;
  /** What became of each address of the last try. @internal */
  declare results: readonly InvitationResult[];
  /** The other workspaces that the same people are invited into. @internal */
  declare places: readonly ChosenPlace[];
  /** Whether it is looked at once more before it is sent. @internal */
  declare isReviewing: boolean;
  /** Whether the button was pressed that inviting begins with. @internal */
  declare isOpen: boolean;

  /** The roles with their decisions. @internal */
  choices: readonly InviteRole[] = [];
  /** The names of workspaces that were chosen, for the results, which come when nothing is chosen any more. */
  readonly #names = new Map<WorkspaceId, string>();
  #running: AbortController | undefined;
  /** Where what stands in the card is kept once the viewer goes elsewhere. */
  #kept: DraftPlace | undefined;

  constructor() {
    super();
    this.heading = '';
    this.roles = [];
    this.name = '';
    this.message = '';
    this.isMessageOpen = false;
    this.count = NOBODY;
    this.sending = this.sent = 0;
    this.notice = undefined;
    this.results = [];
    this.places = [];
    this.isReviewing = false;
    this.isOpen = false;
    void new HintController(this);
    void new Unsaved(this, () => `${this.box?.value ?? ''}${this.name}${this.message}` !== '');
  }

  /** The address box. @internal */
  get box(): AddressBoxElement | null {
    return this.renderRoot.querySelector('ua-address-box');
  }

  /** Whether only the button is shown, which inviting begins with where the policy says so (W17). @internal */
  get isFolded(): boolean {
    return this.rights.policy.invitations.startsFolded === true && !this.isOpen;
  }

  /** Whether the display name is asked for: the policy has the field and there is no second address. @internal */
  get hasName(): boolean {
    return this.rights.policy.invitations.fields.includes('name') && this.count.ready < 2;
  }

  /** Whether the one person who is invited has to have a name and has none yet (W18). @internal */
  get isNameMissing(): boolean {
    if (this.rights.policy.invitations.isNameRequired !== true || this.count.ready !== 1) return false;
    return (
      this.name.trim() === '' && parseAddressList(this.box?.readyText ?? '').entries[0]?.name === undefined
    );
  }

  /** What is wrong with the name that was typed, of which nothing is cut off (W18); empty where nothing is. @internal */
  get nameProblem(): string {
    const name = this.hasName ? this.name.trim() : '';
    return name === '' || cleanName(name).ok ? '' : reasonText('name_invalid');
  }

  /** Why the list cannot be sent as it is; empty where it can. @internal */
  get obstacle(): string {
    if (this.count.ready === 0) return strings.inviteNobody;
    if (this.isNameMissing) return placeStrings.nameNeeded;
    if (this.nameProblem !== '') return this.nameProblem;
    if (this.places.some(({ roles }) => roles.length === 0)) return placeStrings.roleNeeded;
    if (this.count.ready > LIST_LIMIT) return reasonText('too_many_addresses');
    const decision = this.rights.may('invitation.create', {
      workspace: this.rights.viewer.workspace.id,
      roles: this.roles,
    });
    return decision.allowed ? '' : reasonText(decision.reason);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
    if (this.#kept === undefined) return;
    const { roles, name, message, isMessageOpen, places, isOpen } = this;
    const of = draftOwner(this.rights);
    const addresses = this.box?.value ?? '';
    this.#kept.draft = { of, addresses, roles, name, message, isMessageOpen, places, isOpen };
  }

  protected override firstUpdated(): void {
    void this.#bringBack();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rights')) return;
    // What was chosen for another workspace is not meant for this one.
    if (changed.get('rights')?.viewer.workspace.id !== this.rights.viewer.workspace.id) this.places = [];
    this.choices = inviteRoles(this.rights);
    const isOpen = (key: RoleKey) =>
      this.choices.some(({ role, decision }) => role.key === key && decision.allowed);
    const kept = this.roles.filter(isOpen);
    const first = firstRole(this.choices);
    this.roles = kept.length > 0 || first === undefined ? kept : [first];
  }

  protected override render() {
    return renderInviteCard(this, this.rights, mayInvite(this.choices));
  }

  /** Goes to the address box. */
  override focus(): void {
    void this.updateComplete.then(() =>
      this.isFolded ? this.renderRoot.querySelector<HTMLElement>('#fold')?.focus() : this.box?.focusInput(),
    );
  }

  /** Shows what inviting takes and goes there, or puts it away; what stands in it stays. @internal */
  fold(isFolded: boolean): void {
    this.isOpen = !isFolded;
    this.focus();
  }

  /** Puts `addresses` in front of what stands in the box, and chooses those of `roles` that the viewer may give. */
  prefill(addresses: string, roles: readonly RoleKey[] = []): void {
    this.isOpen = true;
    const open = this.choices.filter(({ role, decision }) => roles.includes(role.key) && decision.allowed);
    const most = this.rights.policy.rolesPerMember === 'many' ? open.length : 1;
    if (open.length > 0) this.roles = open.slice(0, most).map(({ role }) => role.key);
    if (addresses === '') return;
    if (this.box !== null)
      this.box.value = `${addresses}
${this.box.value}`;
  }

  /** Sends the list, or shows it once more where the policy wants that. @internal */
  async submit(): Promise<void> {
    if (this.rights.policy.invitations.hasReview !== true) return this.sendInvitations();
    this.box?.commitDraft();
    if (this.obstacle !== '') return;
    this.notice = undefined;
    this.results = [];
    this.isReviewing = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#review')?.focus();
  }

  /** Goes back to where it can be changed. @internal */
  async leaveReview(): Promise<void> {
    this.isReviewing = false;
    await this.updateComplete;
    this.box?.focusInput();
  }

  /** Sends the list. @internal */
  async sendInvitations(): Promise<void> {
    this.box?.commitDraft();
    if (this.obstacle !== '' || this.sending > 0) return;
    const form = this.form;
    if (new TextEncoder().encode(JSON.stringify(form.addresses)).length > LONGEST_LIST) {
      this.notice = () => strings.listTooLong;
      return;
    }
    const hadFocus = this.matches(':focus-within');
    const running = (this.#running = new AbortController());
    for (const { place } of this.places) this.#names.set(place.id, place.name);
    this.sending = form.count;
    this.sent = 0;
    this.notice = undefined;
    this.results = [];
    const dealt: InvitationResult[] = [];
    const onPart = (results: readonly InvitationResult[]): void => {
      dealt.push(...results);
      this.sent = dealt.length;
    };
    try {
      await ask(this, new CreateInvitationsIntent(form, running.signal, onPart));
      this.#takeResults(dealt);
    } catch (error) {
      const { code } = failureOf(error);
      this.notice = () => {
        const said = code === 'aborted' ? strings.inviteStopped : reasonText(code);
        return dealt.length === 0 ? said : `${said} ${strings.invitedSome(dealt.length)}`;
      };
      // One result for each of them, and the rest of the list stays as it was.
      if (dealt.length > 0) this.#takeParts(dealt);
    } finally {
      this.sending = 0;
      this.isReviewing = false;
    }
    // A field that was off meanwhile has lost the focus.
    await this.updateComplete;
    if (hadFocus && !this.matches(':focus-within')) this.box?.focusInput();
    // What became of it stands below everything that there was to fill in.
    this.renderRoot.querySelector('ua-invite-results')?.scrollIntoView({ block: 'nearest' });
  }

  /** Shows the field for a message and goes there. @internal */
  async openMessage(): Promise<void> {
    this.isMessageOpen = true;
    await this.updateComplete;
    this.renderRoot.querySelector('textarea')?.focus();
  }

  /** Stops waiting for the answer; the list stays. @internal */
  stopSending(): void {
    this.#running?.abort();
  }

  /** The name of a workspace that was invited into. @internal */
  placeName(id: WorkspaceId): string {
    const { workspace } = this.rights!.viewer;
    return id === workspace.id ? workspace.name : (this.#names.get(id) ?? '');
  }

  /** Puts the results away. @internal */
  closeResults(): void {
    this.results = [];
    this.box?.focus();
  }

  /** What is asked for, as it stands in the card. @internal */
  get form(): InvitationForm {
    const name = this.hasName ? this.name.trim() : '';
    const message = this.isMessageOpen ? this.message.trim() : '';
    return {
      addresses: this.box?.readyText ?? '',
      count: this.count.ready,
      roles: this.roles,
      ...(name !== '' && { name }),
      ...(message !== '' && { message }),
      ...(this.places.length > 0 && {
        places: this.places.map(({ place, roles }) => ({ workspaceId: place.id, roles: [...roles] })),
      }),
    };
  }

  /** Fills in what the viewer left here in this session. */
  async #bringBack(): Promise<void> {
    try {
      this.#kept = await ask(this, new KeepInviteDraftIntent());
    } catch {
      // The session has ended, and what was left in it with it.
      return;
    }
    const { draft } = this.#kept;
    if (draft === undefined || draft.of !== draftOwner(this.rights)) return;
    const isOpen = this.isOpen || draft.isOpen;
    this.prefill(draft.addresses, draft.roles);
    const { name, message, isMessageOpen, places } = draft;
    Object.assign(this, { isOpen, name, message, isMessageOpen, places });
  }

  /** Shows the results and empties the box and the form of everything that is settled; what can be mended stays. */
  #takeResults(results: readonly InvitationResult[]): void {
    if (!this.#takeParts(results)) return;
    this.name = '';
    this.message = '';
    this.isMessageOpen = false;
    this.places = [];
  }

  /** Shows the results and empties the box of everything that is settled. @returns Whether anything is. */
  #takeParts(results: readonly InvitationResult[]): boolean {
    this.results = results;
    const settled = results.filter(({ outcome }) => outcome !== 'invalid' && outcome !== 'not_allowed');
    this.box?.dropAddresses(
      new Set(settled.flatMap(({ email }) => (email === null ? [] : [addressKey(email)]))),
    );
    return settled.length > 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-invite-card': InviteCardElement;
  }
}
