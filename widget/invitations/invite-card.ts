import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { LIST_LIMIT } from '../../shared/emails/address-list.ts';
import { addressKey } from '../../shared/emails/address.ts';
import type { InvitationResult } from '../../shared/invitations/invitation.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { ask } from '../intents.ts';
import { failureOf } from '../failure.ts';
import { newKey } from '../new-key.ts';
import { reasonText } from '../i18n/strings.ts';
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
import { CreateInvitationsIntent } from './intents.ts';

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
    notice: { state: true },
    results: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights | undefined;
  /** The heading of the card. */
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
  /** What went wrong with the last try. @internal */
  declare notice: string;
  /** What became of each address of the last try. @internal */
  declare results: readonly InvitationResult[];

  /** The roles with their decisions. @internal */
  choices: readonly InviteRole[] = [];
  readonly #hints = new HintController(this);
  #running: AbortController | undefined;
  /** The last wish that got no answer: trying the same again must not have a second effect. */
  #unanswered: { readonly form: string; readonly key: string } | undefined;

  constructor() {
    super();
    this.rights = undefined;
    this.heading = strings.inviteHeading;
    this.roles = [];
    this.name = '';
    this.message = '';
    this.isMessageOpen = false;
    this.count = NOBODY;
    this.sending = 0;
    this.notice = '';
    this.results = [];
    void this.#hints;
  }

  /** The address box. @internal */
  get box(): AddressBoxElement | null {
    return this.renderRoot.querySelector('ua-address-box');
  }

  /** Whether the display name is asked for: the policy has the field and there is exactly one address. @internal */
  get hasName(): boolean {
    return this.rights?.policy.invitations.fields.includes('name') === true && this.count.ready === 1;
  }

  /** Why the list cannot be sent as it is; empty where it can. @internal */
  get obstacle(): string {
    if (this.count.ready === 0) return strings.inviteNobody;
    if (this.count.ready > LIST_LIMIT) return reasonText('too_many_addresses');
    const decision = this.rights?.may('invitation.create', {
      workspace: this.rights.viewer.workspace.id,
      roles: this.roles,
    });
    return decision === undefined || decision.allowed ? '' : reasonText(decision.reason);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rights') || this.rights === undefined) return;
    this.choices = inviteRoles(this.rights);
    const isOpen = (key: RoleKey) =>
      this.choices.some(({ role, decision }) => role.key === key && decision.allowed);
    const kept = this.roles.filter(isOpen);
    const first = firstRole(this.choices);
    this.roles = kept.length > 0 || first === undefined ? kept : [first];
  }

  protected override render() {
    return this.rights === undefined ? '' : renderInviteCard(this, this.rights, mayInvite(this.choices));
  }

  /** Goes to the address box. */
  override focus(): void {
    void this.updateComplete.then(() => this.box?.focusInput());
  }

  /** Puts `addresses` in front of what stands in the box. */
  prefill(addresses: string): void {
    if (this.box !== null)
      this.box.value = `${addresses}
${this.box.value}`;
  }

  /** Sends the list. @internal */
  async sendInvitations(): Promise<void> {
    this.box?.commitDraft();
    if (this.obstacle !== '' || this.sending > 0) return;
    const form = this.#form();
    const hadFocus = this.matches(':focus-within');
    const running = (this.#running = new AbortController());
    this.sending = form.count;
    this.notice = '';
    this.results = [];
    try {
      const results = await ask(this, new CreateInvitationsIntent(form, running.signal, this.#keyOf(form)));
      this.#unanswered = undefined;
      if (results === null) this.notice = strings.inviteVetoed;
      else this.#takeResults(results);
    } catch (error) {
      const { code } = failureOf(error);
      this.notice = code === 'aborted' ? strings.inviteStopped : reasonText(code);
      // A refusal is an answer; only where none came may the same wish be sent again.
      if (code !== 'aborted' && code !== 'offline' && code !== 'busy' && code !== 'internal')
        this.#unanswered = undefined;
    } finally {
      this.sending = 0;
    }
    // A field that was off meanwhile has lost the focus.
    await this.updateComplete;
    if (hadFocus && !this.matches(':focus-within')) this.box?.focusInput();
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

  /** Puts the results away. @internal */
  closeResults(): void {
    this.results = [];
    this.box?.focus();
  }

  #form(): InvitationForm {
    const name = this.hasName ? this.name.trim() : '';
    const message = this.isMessageOpen ? this.message.trim() : '';
    return {
      addresses: this.box?.readyText ?? '',
      count: this.count.ready,
      roles: this.roles,
      ...(name !== '' && { name }),
      ...(message !== '' && { message }),
    };
  }

  #keyOf(form: InvitationForm): string {
    const text = JSON.stringify(form);
    if (this.#unanswered?.form !== text) this.#unanswered = { form: text, key: newKey() };
    return this.#unanswered.key;
  }

  /** Shows the results and empties the box of everything that is settled; what can be mended stays. */
  #takeResults(results: readonly InvitationResult[]): void {
    this.results = results;
    const settled = results.filter(({ outcome }) => outcome !== 'invalid' && outcome !== 'not_allowed');
    this.box?.dropAddresses(
      new Set(settled.flatMap(({ email }) => (email === null ? [] : [addressKey(email)]))),
    );
    if (settled.length === 0) return;
    this.name = '';
    this.message = '';
    this.isMessageOpen = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-invite-card': InviteCardElement;
  }
}
