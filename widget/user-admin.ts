import { LitElement, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { UserAdminApi } from './client/api.ts';
import { tokenSource } from './client/token.ts';
import type { Token, TokenSource } from './client/token.ts';
import { readAhead } from './client/read-ahead.ts';
import { connect } from './client/trpc.ts';
import { painted } from './controllers/painted.ts';
import { PAGE_SIZE } from './controllers/row-pages.ts';
import { SessionController } from './controllers/session.ts';
import { ForbiddenEvent, UserAdminErrorEvent, ViewChangedEvent } from './events.ts';
import { failureOf, fetched } from './failure.ts';
import { fillIn } from './frame/fill-in.ts';
import { frame } from './frame/frame.ts';
import { hear } from './frame/hear.ts';
import type { Wanderer } from './frame/leave.ts';
import type { Links } from './frame/links.ts';
import type { InvitePrefill } from './frame/open-invite.ts';
import { isProved } from './frame/proved.ts';
import { failedCard, loadingCard, misconfiguredBanner } from './frame/states.ts';
import { frameStyles } from './frame/styles.ts';
import { loadBehind, notify, noticesOf } from './frame/tell.ts';
import { loadRooms, viewFor } from './frame/views.ts';
import type { FrameView } from './frame/frame-view.ts';
import { Language } from './i18n/language.ts';
import type { PolicyWords } from './i18n/language.ts';
import { strings } from './i18n/strings.ts';
import { listInput, parseMemberQuery } from './members/member-query.ts';
import { MEMBER_ROOM } from './members/room.ts';
import { register } from './register.ts';
import type { Rights } from './rights.ts';
import type { Room } from './room.ts';
import { base, buttons, cards } from './styles/base.ts';
import { avatars } from './ui/avatar.ts';
import { icon } from './ui/icon.ts';
import type { NoticesElement } from './ui/notices.ts';
import { skeletons } from './ui/skeleton.ts';
import { VERSION } from './version.ts';
import type { WorkspaceChangedEvent } from './workspaces/events.ts';

/**
 * Complete user management for a workspace: people, roles, invitations and permissions, as its policy says.
 *
 * @tag user-admin
 * @fires {ViewChangedEvent} ua-view-changed - When the viewer has changed view, filter or person.
 * @fires {WorkspaceChangedEvent} ua-workspace-changed - When the viewer has chosen another workspace.
 * @fires {ForbiddenEvent} ua-forbidden - When the viewer may see nothing here.
 * @fires {UserAdminErrorEvent} ua-error - When something failed, with its code.
 * @slot header - Above everything: a heading of your own.
 * @slot toolbar - Beside the tabs: buttons of your own.
 * @slot empty - Where nobody is listed yet: what to do about it.
 * @slot forbidden - Where the viewer may see nothing: a way to ask for it.
 * @slot footer - Under the view.
 * @csspart tabs - The list of tabs.
 * @csspart tab - A tab.
 * @csspart tab-selected - The tab that is shown, beside `tab`.
 * @csspart links - What stands beside the tabs: links, and the `toolbar` slot.
 * @csspart side - A button beside the tabs: settings, or the own account.
 * @csspart panel - The view that is shown.
 * @csspart banner - A line above the view that has to be said first.
 * @csspart card - A card: each list and form stands on one.
 * @csspart heading - The heading of a card or dialog.
 * @csspart toolbar - The bar above the list of people.
 * @csspart search - The field that searches people, beside `field`.
 * @csspart table - A list as a table.
 * @csspart column - The head of a column.
 * @csspart row - A row.
 * @csspart cell - A cell of a row.
 * @csspart name - The cell with the name of a person, beside `cell`.
 * @csspart avatar - The initials of a person.
 * @csspart badge - A word in a frame: a status, a mark.
 * @csspart chip - An address of the list of people to invite.
 * @csspart button - A button.
 * @csspart button-primary - The button that a card or dialog is about, beside `button`.
 * @csspart button-danger - A button that takes something away, beside `button`.
 * @csspart button-quiet - A button without a frame, beside `button`.
 * @csspart link - A button that looks like a link.
 * @csspart field - A field to type in or to choose from.
 * @csspart error - Why something was not done.
 * @csspart dialog - A dialog.
 * @csspart menu - A menu.
 * @csspart menu-item - An entry of a menu.
 * @csspart notice - A passing notice.
 * @csspart empty - What stands where there is nothing to list.
 * @csspart progress - How far something is.
 * @cssprop [--ua-accent=light-dark(#3550d2, #4a64e4)] - The colour of what can be acted on.
 * @cssprop [--ua-on-accent=#ffffff] - Text on that colour.
 * @cssprop [--ua-danger=light-dark(#c4262e, #d13f45)] - The colour of what takes something away.
 * @cssprop [--ua-surface=light-dark(#ffffff, #16171a)] - Cards.
 * @cssprop [--ua-subtle=light-dark(#f7f7f9, #1c1d21)] - Quieter areas.
 * @cssprop [--ua-hover=light-dark(#f3f4f6, #212328)] - What is pointed at.
 * @cssprop [--ua-line=light-dark(#e6e6eb, #2a2c32)] - Lines.
 * @cssprop [--ua-line-strong=light-dark(#c9cad2, #42454e)] - The frame of fields and buttons.
 * @cssprop [--ua-text=light-dark(#1a1b1f, #ededf0)] - Text.
 * @cssprop [--ua-muted=light-dark(#5d5f6a, #a2a4af)] - Quieter text.
 * @cssprop [--ua-focus=var(--ua-accent)] - The ring around what has the focus.
 * @cssprop [--ua-focus-width=2px] - The width of that ring.
 * @cssprop [--ua-font=system-ui] - The font family.
 * @cssprop [--ua-heading-font=var(--ua-font)] - The font family of headings.
 * @cssprop [--ua-font-size=14px] - The size of text; every other size follows it.
 * @cssprop [--ua-radius=8px] - The radius of corners.
 * @cssprop [--ua-space=16px] - The padding of cards; other distances follow it.
 * @cssprop [--ua-control-height=36px] - The height of buttons and fields.
 * @cssprop [--ua-row-height=52px] - The height of a row of people.
 * @cssprop [--ua-list-height=min(680px, 78vh)] - The most height that a list takes before it scrolls.
 * @cssprop [--ua-motion=140ms] - How long what moves takes; 0s for not at all.
 */
export class UserAdminElement extends LitElement {
  /** The version of the package. */
  static readonly version: string = VERSION;
  static override styles = [base, buttons, cards, skeletons, avatars, frameStyles];

  static override properties = {
    endpoint: {},
    workspace: {},
    view: { reflect: true },
    filter: { reflect: true },
    person: { reflect: true },
    theme: { reflect: true },
    density: { reflect: true },
    token: { attribute: false },
    links: { attribute: false },
    words: { attribute: false },
    _rooms: { state: true },
    _isOnline: { state: true },
  };

  /** The address that the server is mounted under, such as `/people` or `https://people.example`. Until it is set nothing is asked. */
  declare endpoint: string;
  /** The workspace whose people are shown; may be left out where the token names it. */
  declare workspace: string;
  /** `users`, `collaborators`, `permissions`, `reviews` or `audit` for a tab, `settings` or `account` for what stands beside them, `member` for the page of `person`; the first permitted tab where empty. @values users collaborators permissions reviews audit settings account member */
  declare view: string;
  /** How the list of people is narrowed and sorted, such as `search=ann&role=admin,staff&status=active&dormant=90&sort=-lastSignIn`; `dormant` is 30, 90, 180 or 365 days without signing in. */
  declare filter: string;
  /** The id of the member that is pointed out. */
  declare person: string;
  /** `light`, `dark` or `auto` for the viewer's own; without it the page's color-scheme counts. @values light dark auto */
  declare theme: string;
  /** `compact` for lower rows and controls, where many people are looked through; `comfortable` else. @values compact comfortable */
  declare density: string;
  /** The host token, or a function that fetches one for the workspace it is told. Never reflected, stored or logged; a new one begins a new session. */
  declare token: Token | undefined;
  /** `{ roles, api, support }`: where the page explains its roles, how programs do the same, and where it helps. Only `https:` or the page's own origin. */
  declare links: Links;
  /** What the page calls the roles, capabilities and kinds of the policy, by the policy's own words: `{ Editor: 'Redakteur' }`. */
  declare words: PolicyWords;
  /** @internal The rooms and the views whose code is there; undefined for that of no view. */
  declare _rooms: ReadonlySet<Room | FrameView | undefined>;
  /** @internal */
  declare _isOnline: boolean;
  /** @internal Stays where a view has edits that are not saved; there with the first view that may have some. */
  declare _stay: Wanderer['_stay'];
  /** @internal The question about such edits, until it is answered. */
  declare _asked: Promise<boolean> | undefined;

  readonly #session: SessionController = new SessionController(this, {
    connect: (signal) => this.connectApi(signal),
    notify: (notice) => void notify(this, notice),
    furnish: (room) => this.#furnish([room]),
    prove: (rights, session) =>
      (this.#proving ??= isProved(this, {
        rights,
        session,
        furnish: (room) => this.#furnish([room]),
        forgetToken: () => this.#tokens?.forget(),
      }).finally(() => (this.#proving = undefined))),
    translated: (viewer) => this.#language.translated(viewer, this.words),
  });
  readonly #language: Language = new Language(
    this,
    () => import('./i18n/languages.ts'),
    () => this.#session.rights && this.#session.touch('viewer'),
  );
  #isForbiddenTold = false;
  /** Whether the viewer has asked to try again and nothing has come of it yet. */
  #isRetried = false;
  #tokens: TokenSource | undefined;
  #proving: Promise<boolean> | undefined;

  constructor() {
    super();
    this.endpoint = this.workspace = this.view = this.filter = this.person = this.theme = this.density = '';
    this.links = this.words = {};
    this._rooms = new Set([MEMBER_ROOM]);
    this._isOnline = navigator.onLine;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#noteConnection);
    addEventListener('offline', this.#noteConnection);
    this.#noteConnection();
    // Put back after it had ended.
    if (this.hasUpdated && !this.#session.running) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#noteConnection);
    removeEventListener('offline', this.#noteConnection);
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot();
    this.#session.listen(root, MEMBER_ROOM.answers);
    hear(root, this, () => this.tellView());
    root.addEventListener('ua-workspace-changed', (event) => {
      this.filter = this.person = '';
      if (this.view === 'member') this.view = '';
      // A fixed token is for the workspace before: then the page gives both anew.
      this.#isRetried = true;
      if (typeof this.token !== 'string') this.workspace = (event as WorkspaceChangedEvent).workspace;
    });
    return root;
  }

  /** Makes the connection to the server; tests put one in memory here. @internal */
  protected connectApi(signal: AbortSignal): UserAdminApi {
    const api = connect({
      endpoint: this.endpoint,
      workspace: this.workspace,
      tokens: (this.#tokens = tokenSource(this.token, this.workspace)),
      signal,
    });
    return ['', 'users', 'collaborators'].includes(this.view)
      ? readAhead(api, listInput(parseMemberQuery(this.filter), PAGE_SIZE))
      : api;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    fillIn(this, changed);
    this._stay?.(changed);
    if (changed.has('endpoint') || changed.has('workspace') || changed.has('token')) this.#begin();
    if (changed.has('words') && this.hasUpdated && this.#session.running) this.#session.touch('viewer');
    const { rights } = this.#session;
    // Nothing of somebody who is gone stays, and no way to undo what they did.
    if (rights === undefined) this.renderRoot.querySelector<NoticesElement>('ua-notices')?.clear?.();
    const shown = this.shownFor();
    if (rights !== undefined && shown === undefined && !this.#isForbiddenTold) {
      this.#isForbiddenTold = true;
      queueMicrotask(() => this.dispatchEvent(new ForbiddenEvent('not_granted')));
    }
    if (rights !== undefined && !this._rooms.has(shown)) void this.#open(shown, rights);
  }

  protected override updated(): void {
    if (this.#session.failure !== undefined) void this.#returnFocus();
  }

  protected override render() {
    const { rights, revisions } = this.#session;
    return html`<div class="frame">
        ${this._isOnline ? nothing : html`<p part="banner" class="banner" role="status">${icon('offline')}${strings.offlineBanner}</p>`}
        ${rights === undefined ? this.#renderWithoutRights() : frame(this, rights, this.shownFor(), revisions, (view) => this.selectView(view))}
      </div>
      <ua-notices></ua-notices>`;
  }

  /** Loads what is shown again; place, selection and focus stay. Returns at once: what is new appears as it comes. */
  refresh(): void {
    const { rights, running } = this.#session;
    if (rights !== undefined) void this.#open(this.shownFor(), rights);
    if (running !== undefined) this.#session.refresh();
  }

  /** Shows a view, as if the viewer had chosen it. Returns whether it could: false for an unknown or forbidden one, and while nobody is known yet. */
  selectView(name: string): boolean {
    if (name !== this.shownFor(name)) return false;
    // Whoever goes on has looked at them.
    if (name !== this.shownFor()) this.#go(name, '');
    return true;
  }

  /** Shows the page of a member, as if the viewer had chosen it. Returns whether it could; somebody who is not here is said to be so on the page. */
  openMember(id: string): boolean {
    const isOpen = this.shownFor('member') === 'member';
    if (isOpen) this.#go('member', id);
    return isOpen;
  }

  /** Shows where people are invited, or where accounts are made, fills in what is given, and puts the focus there. Resolves with whether it could. */
  async openInvite(prefill: InvitePrefill = {}): Promise<boolean> {
    const { rights } = this.#session;
    // Where nobody is invited, accounts are made in the list of people.
    if (rights === undefined || !this.selectView(rights.policy.invitations.view ?? 'users')) return false;
    await this.updateComplete;
    await this._asked;
    if (!(await this.#open(this.shownFor(), rights))) return false;
    await this.updateComplete;
    const { focusInvite } = await fetched(loadBehind);
    return focusInvite(this.renderRoot, rights.policy, prefill);
  }

  /** Puts the focus on the first control of what is shown. */
  override focus(): void {
    (
      this.renderRoot.querySelector<HTMLElement>('.panel > *, ua-empty-state button') ??
      this.renderRoot.querySelector<HTMLElement>('.tab')
    )?.focus();
  }

  #begin(): void {
    this.#language.follow();
    this.#isForbiddenTold = false;
    if (this.endpoint === '' && this.connectApi === UserAdminElement.prototype.connectApi)
      this.#session.stop();
    else this.#session.start();
  }

  /** What is shown where `view` is wanted. @internal */
  shownFor(view: string = this.view): FrameView | undefined {
    const { rights } = this.#session;
    return rights && viewFor(rights, view);
  }

  /** Fetches the code of `view`. Resolves with whether all of it is there. */
  async #open(view: FrameView | undefined, rights: Rights): Promise<boolean> {
    const { now, later } = loadRooms(view, rights);
    try {
      this.#furnish(await now);
      this._rooms = new Set([...this._rooms, view]);
    } catch (error) {
      this.#session.fail(failureOf(error));
    }
    try {
      // Its code would otherwise be run before the first rows are seen.
      await painted();
      await Promise.all(later().map(async (room) => this.#furnish([await room])));
      await noticesOf(this);
      (await fetched(loadBehind)).follow(this, this.#session, this.#language);
      await this.#returnFocus();
      return true;
    } catch {
      // What is shown can be read all the same; refresh() fetches the rest again.
      this.dispatchEvent(new UserAdminErrorEvent('offline'));
      return false;
    }
  }

  #furnish(rooms: readonly Room[]): void {
    for (const room of rooms) {
      if (this._rooms.has(room)) continue;
      register(room.elements);
      this.#session.listen(this.renderRoot, room.answers);
      room.begin?.(this);
      this._rooms = new Set([...this._rooms, room]);
    }
  }

  #renderWithoutRights() {
    const { failure, running } = this.#session;
    if (!running) return misconfiguredBanner();
    return failure === undefined ? loadingCard() : failedCard(failure, this.#retry, this);
  }

  /** Takes the focus once something has come of trying again: the button that was pressed is gone. */
  async #returnFocus(): Promise<void> {
    if (!this.#isRetried) return;
    this.#isRetried = false;
    await painted();
    if (document.activeElement === document.body) this.focus();
  }

  readonly #retry = (): void => {
    this.#isRetried = true;
    this.refresh();
  };

  readonly #noteConnection = (): void => {
    const wasOnline = this._isOnline;
    this._isOnline = navigator.onLine;
    if (this._isOnline && !wasOnline) this.refresh();
  };

  #go(view: string, person: string): void {
    Object.assign(this, { view, person });
    this.tellView();
  }

  /** Tells the page where the viewer is now, unless they are asked whether to go there. @internal */
  tellView(): void {
    // After the attributes have followed, so that a listener reads the new ones.
    void this.updateComplete.then(() => {
      const view = this._asked ? undefined : this.shownFor();
      if (view !== undefined) this.dispatchEvent(new ViewChangedEvent(view, this.filter, this.person));
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'user-admin': UserAdminElement;
  }
}
