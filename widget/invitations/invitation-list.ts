import { LitElement } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { MAX_PAGE } from '../../shared/members/member.ts';
import type { DeliveryState, Invitation, InvitationPage } from '../../shared/invitations/invitation.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { PendingController } from '../controllers/pending.ts';
import { QueryController } from '../controllers/query.ts';
import type { Notice } from '../intents.ts';
import { NotifyIntent, ask } from '../intents.ts';
import { failureOf } from '../failure.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { invitationStrings as strings } from '../i18n/invitation-strings.ts';
import { failureStrings, reasonText } from '../i18n/failure-strings.ts';
import type { DiagnosisDialogElement } from '../person/diagnosis-dialog.ts';
import { mayHere } from '../may.ts';
import type { Rights } from '../rights.ts';
import { copyText } from '../ui/clipboard.ts';
import { HintController } from '../ui/hint.ts';
import { skeleton } from '../ui/skeleton.ts';
import { invitationListStyles } from './invitation-list-styles.ts';
import { renderInvitationHead } from './invitation-head.ts';
import { renderInvitations } from './invitation-row.ts';
import { SeveralInvitations } from './several.ts';
import {
  CopyInvitationLinkIntent,
  ListInvitationsIntent,
  NeedDiagnosisIntent,
  ResendInvitationIntent,
  RevokeInvitationIntent,
} from './intents.ts';

const PAGE = 20;
/** How often the times are written anew, in milliseconds. */
const TICK = 30_000;

/**
 * The invitations that are still open, newest first: who, into what, until when, whether the mail went out, and what can be done.
 *
 * @tag ua-invitation-list
 * @fires {ListInvitationsIntent} ua-list-invitations - When a page is needed.
 * @fires {ResendInvitationIntent} ua-resend-invitation - When the viewer presses Resend.
 * @fires {RevokeInvitationIntent} ua-revoke-invitation - When the viewer has confirmed to revoke.
 * @fires {CopyInvitationLinkIntent} ua-copy-invitation-link - When the viewer asks for a link.
 * @csspart card - The card.
 * @csspart row - One invitation.
 */
export class InvitationListElement extends LitElement {
  static override styles = invitationListStyles;
  static override properties = {
    rights: { attribute: false },
    revision: { type: Number },
    folds: { type: Boolean },
    now: { attribute: false },
    revoking: { state: true },
    links: { state: true },
    isOpen: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** Another number makes the list load again, in place. */
  declare revision: number;
  /** Whether it is one quiet line until something happens: somebody is invited, or a mail fails. */
  declare folds: boolean;
  /** The clock, in milliseconds since the epoch. */
  declare now: () => number;
  /** The invitation about to be revoked. @internal */
  declare revoking: Invitation | undefined;
  /** Links that have to be copied by hand, by invitation. @internal */
  declare links: ReadonlyMap<string, string>;
  /** Whether the rows are shown, where it folds. @internal */
  declare isOpen: boolean;

  /** Invitations with a change under way. @internal */
  readonly pending = new PendingController(this);
  /** Those that are chosen to be changed together. @internal */
  readonly several = new SeveralInvitations(this);
  readonly #query = new QueryController<InvitationPage>(this);
  #ticking: ReturnType<typeof setInterval> | undefined;
  #size = PAGE;
  /** The mail of each invitation as it was shown last; undefined before the first. */
  #known: ReadonlyMap<string, DeliveryState> | undefined;

  constructor() {
    super();
    void new FocusKeeper(this);
    this.revision = 0;
    this.now = Date.now;
    this.revoking = undefined;
    this.links = new Map();
    this.folds = this.isOpen = false;
    void new HintController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticking = setInterval(() => this.requestUpdate(), TICK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther =
      changed.has('rights') && changed.get('rights')?.viewer.memberId !== this.rights.viewer.memberId;
    if (isOther) {
      this.#query.reset();
      this.#known = undefined;
      this.isOpen = false;
    }
    this.#unfoldForNews();
    if (isOther || changed.has('revision')) void this.refresh();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!mayHere(this.rights, 'invitation.list').allowed) return nothing;
    const { data } = this.#query;
    // Folded it is one line; that the first page could not be loaded is shown all the same.
    const isHidden =
      this.folds && !(data === undefined ? this.#query.failure !== undefined : data.total > 0 && this.isOpen);
    return html`<section class="card" part="card" aria-labelledby="heading" aria-busy=${String(this.#query.isLoading)}>
      ${renderInvitationHead(this, data)}
      <div id="rows" ?hidden=${isHidden}>${data === undefined ? this.#renderUnknown() : this.#renderPage(data, this.rights)}</div>
      ${this.#renderQuestion()}
      <ua-diagnosis-dialog .rights=${this.rights}></ua-diagnosis-dialog>
    </section>`;
  }

  /** Loads what is shown again; rows, focus and place stay. */
  async refresh(): Promise<void> {
    if (!mayHere(this.rights, 'invitation.list').allowed) return;
    await this.#query.run((signal) => this.#load(this.#size, signal));
  }

  /**
   * Opens by itself for an invitation that was made meanwhile, and for a mail that failed since it was last shown.
   * What had failed before somebody came is told by the line: opening would push away what they came for.
   */
  #unfoldForNews(): void {
    if (this.#query.data === undefined) return;
    const rows = this.#rows;
    const known = this.#known;
    const isNews = ({ id, delivery }: Invitation, index: number) =>
      known !== undefined &&
      ((index === 0 && !known.has(id)) || (delivery === 'failed' && known.get(id) !== 'failed'));
    if (rows.some(isNews)) this.isOpen = true;
    this.#known = new Map(rows.map(({ id, delivery }) => [id, delivery]));
  }

  /** Sends an invitation again. @internal */
  async resendInvitation(invitation: Invitation): Promise<void> {
    await this.#change(invitation, async () => {
      const { invitation: fresh, link } = await ask(this, new ResendInvitationIntent(invitation));
      this.#replace(invitation, fresh);
      const isByHand = this.rights.viewer.hasMail === false;
      if (isByHand && link !== undefined) this.#showLink(fresh, link);
      this.#notify({
        text: isByHand ? strings.renewed(fresh.email) : strings.resent(fresh.email),
        tone: 'success',
      });
    });
  }

  /** Copies the link of an invitation, or shows it where the browser does not let us. @internal */
  async copyLink(invitation: Invitation): Promise<void> {
    await this.#change(invitation, async () => {
      const link = ask(this, new CopyInvitationLinkIntent(invitation.id));
      const isCopied = await copyText(link);
      if (!isCopied) this.#showLink(invitation, await link);
      this.#notify(isCopied ? { text: strings.linkCopied, tone: 'success' } : { text: strings.copyRefused });
    });
  }

  /** Revokes the invitation that was asked about. @internal */
  async revokeInvitation(): Promise<void> {
    const invitation = this.revoking;
    this.revoking = undefined;
    if (invitation === undefined) return;
    await this.#change(invitation, async () => {
      await ask(this, new RevokeInvitationIntent(invitation));
      const index = this.#rows.findIndex(({ id }) => id === invitation.id);
      this.#replace(invitation, undefined);
      this.#notify({
        text: strings.revoked(invitation.email),
        tone: 'success',
        action: this.several.undoFor([invitation]),
      });
      await this.#focusRow(index);
    });
  }

  /** Looks for what keeps a letter from being answered; without an address one is asked for. @internal */
  async findTrouble(email = ''): Promise<void> {
    try {
      await ask(this, new NeedDiagnosisIntent());
      await this.updateComplete;
      this.renderRoot.querySelector<DiagnosisDialogElement>('ua-diagnosis-dialog')?.show(email);
    } catch (error) {
      this.#notify({ text: reasonText(failureOf(error).code), tone: 'danger' });
    }
  }

  get #rows(): readonly Invitation[] {
    return this.#query.data?.rows ?? [];
  }

  #renderUnknown(): TemplateResult {
    if (this.#query.failure === undefined)
      return html`${skeleton(3)}<p class="visually-hidden" role="status">${failureStrings.loading}</p>`;
    return html`<ua-empty-state part="empty" icon="alert" .heading=${strings.invitationsFailed}>
      ${reasonText(this.#query.failure.code)}
      <button slot="actions" type="button" part="button" class="button" @click=${() => void this.refresh()}>${failureStrings.retry}</button>
    </ua-empty-state>`;
  }

  #renderPage(page: InvitationPage, rights: Rights): TemplateResult {
    if (page.rows.length === 0)
      return html`<ua-empty-state part="empty" compact .heading=${strings.noInvitations}>${strings.noInvitationsText}</ua-empty-state>`;
    return html`${this.several.render(page.rows)} ${renderInvitations(this, page.rows, rights, this.now())}
      ${
        this.#query.failure === undefined
          ? nothing
          : html`<p part="error" class="error foot" role="alert">${reasonText(this.#query.failure.code)} <button type="button" part="link" class="link" @click=${() => void this.refresh()}>${failureStrings.retry}</button></p>`
      }
      ${
        page.next === null
          ? nothing
          : html`<div class="foot">
            <button type="button" part="button" class="button small" aria-disabled=${this.#query.isLoading ? 'true' : nothing} @click=${this.#showMore}>${actionStrings.showMore}</button>
          </div>`
      }
      <p class="foot muted">${strings.noLetter} <button type="button" part="link" class="link" @click=${() => void this.findTrouble()}>${strings.checkAddress}</button></p>`;
  }

  #renderQuestion(): TemplateResult {
    return html`<ua-confirm
      .open=${this.revoking !== undefined}
      heading=${strings.revokeQuestion(this.revoking?.email ?? '')}
      action=${strings.revokeConfirm}
      isDangerous
      @confirm=${this.revokeInvitation}
      @close=${() => (this.revoking = undefined)}
      >${strings.revokeText}</ua-confirm
    >`;
  }

  readonly #showMore = async (): Promise<void> => {
    const { data } = this.#query;
    if (this.#query.isLoading || data?.next == null) return;
    const shown = data.rows.length;
    // Whichever read comes to the end brings them, also one that was begun because there is news.
    this.#size = shown + PAGE;
    await this.refresh();
    if (this.#rows.length > shown) await this.#focusRow(shown);
  };

  async #load(size: number, signal: AbortSignal): Promise<InvitationPage> {
    let page = await ask(this, new ListInvitationsIntent({ limit: Math.min(size, MAX_PAGE) }, signal));
    while (page.rows.length < size && page.next !== null) {
      const more = await ask(
        this,
        new ListInvitationsIntent(
          { limit: Math.min(size - page.rows.length, MAX_PAGE), after: page.next },
          signal,
        ),
      );
      page = { ...more, rows: [...page.rows, ...more.rows] };
    }
    return page;
  }

  async #change(invitation: Invitation, change: () => Promise<void>): Promise<void> {
    await this.pending.run(invitation.id, async () => {
      try {
        await change();
      } catch (error) {
        const { code } = failureOf(error);
        this.#notify({ text: reasonText(code), tone: 'danger' });
        // Whatever was refused was refused because the list is not what is shown.
        if (code !== 'offline') void this.refresh();
      }
    });
  }

  #replace(invitation: Invitation, fresh: Invitation | undefined): void {
    const { data } = this.#query;
    if (data === undefined) return;
    const rows = data.rows.flatMap((row) =>
      row.id !== invitation.id ? [row] : fresh === undefined ? [] : [fresh],
    );
    this.#query.data = { ...data, rows, total: data.total - (data.rows.length - rows.length) };
    this.links = new Map([...this.links].filter(([id]) => id !== invitation.id));
  }

  #showLink(invitation: Invitation, link: string): void {
    this.links = new Map(this.links).set(invitation.id, link);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLInputElement>(`[data-link="${invitation.id}"]`)?.select(),
    );
  }

  /** Goes to the row at `index`, or to the heading where none is left, so that the focus is never lost. */
  async #focusRow(index: number): Promise<void> {
    await this.updateComplete;
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('tbody tr [data-first]');
    const target =
      buttons[Math.min(index, buttons.length - 1)] ?? this.renderRoot.querySelector<HTMLElement>('#heading');
    target?.focus();
  }

  #notify(notice: Notice): void {
    this.dispatchEvent(new NotifyIntent(notice));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-invitation-list': InvitationListElement;
  }
}
