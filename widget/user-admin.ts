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
import { NotifyIntent } from './intents.ts';
import type { Notice } from './intents.ts';
import { Failure } from './failure.ts';
import { frame } from './frame/frame.ts';
import type { Links } from './frame/links.ts';
import { failedCard, loadingCard, misconfiguredCard } from './frame/states.ts';
import { frameStyles } from './frame/styles.ts';
import { loadRooms, viewFor } from './frame/views.ts';
import type { FrameView } from './frame/views.ts';
import { strings } from './i18n/strings.ts';
import { FilterMembersIntent, ShowPersonIntent } from './members/intents.ts';
import { formatMemberQuery, listInput, parseMemberQuery } from './members/member-query.ts';
import { MEMBER_ROOM } from './members/room.ts';
import { register } from './register.ts';
import type { Rights } from './rights.ts';
import type { Room } from './room.ts';
import { base, buttons, cards } from './styles/base.ts';
import { avatars } from './ui/avatar.ts';
import { icon } from './ui/icon.ts';
import type { NoticesElement } from './ui/notices.ts';
import { skeletons } from './ui/skeleton.ts';
import type { WorkspaceChangedEvent } from './workspaces/events.ts';

/**
 * Complete user management for a workspace: people, roles, invitations and permissions, as its policy says.
 *
 * @tag user-admin
 * @fires {ViewChangedEvent} ua-view-changed - When the viewer has changed view, filter or person.
 * @fires {WorkspaceChangedEvent} ua-workspace-changed - When the viewer has chosen another workspace.
 * @fires {ForbiddenEvent} ua-forbidden - When the viewer may see nothing here.
 * @fires {UserAdminErrorEvent} ua-error - When something failed, with its code.
 * @csspart tabs - The tabs.
 * @csspart panel - The view that is shown.
 * @cssprop [--ua-accent=#3550d2] - The colour of what can be acted on.
 * @cssprop [--ua-font=system-ui] - The font family.
 * @cssprop [--ua-radius=8px] - The radius of corners.
 */
export class UserAdminElement extends LitElement {
  static override styles = [base, buttons, cards, skeletons, avatars, frameStyles];

  static override properties = {
    endpoint: {},
    workspace: {},
    view: { reflect: true },
    filter: { reflect: true },
    person: { reflect: true },
    theme: { reflect: true },
    token: { attribute: false },
    links: { attribute: false },
    _rooms: { state: true },
    _isOnline: { state: true },
  };

  /** The address that the server is mounted under. */
  declare endpoint: string;
  /** The workspace whose people are shown; may be left out where the token names it. */
  declare workspace: string;
  /** The view that is shown; the first permitted one where empty. */
  declare view: string;
  /** How the list of people is narrowed and sorted, in one line such as `search=ann&role=admin&sort=-lastSignIn`. */
  declare filter: string;
  /** The id of the member that is pointed out. */
  declare person: string;
  /** `light`, `dark` or `auto` for the viewer's own; without it the page's color-scheme counts. */
  declare theme: string;
  /** The host token, or a function that fetches one for the workspace it is told. Never reflected, stored or logged; a new one begins a new session. */
  declare token: Token | undefined;
  /** Where the page wants to send people for more; https or same origin only. */
  declare links: Links;
  /** @internal The rooms and the views whose code is there; undefined for that of no view. */
  declare _rooms: ReadonlySet<Room | FrameView | undefined>;
  /** @internal */
  declare _isOnline: boolean;

  readonly #session: SessionController = new SessionController(
    this,
    (signal) => this.connectApi(signal),
    (notice) => void this.#notify(notice),
    (room) => this.#furnish([room]),
    (...who) => (this.#proving ??= this.#prove(...who).finally(() => (this.#proving = undefined))),
  );
  #isForbiddenTold = false;
  /** Whether the viewer has asked to try again and nothing has come of it yet. */
  #isRetried = false;
  #tokens: TokenSource | undefined;
  #proving: Promise<boolean> | undefined;

  constructor() {
    super();
    this.endpoint = this.workspace = this.view = this.filter = this.person = this.theme = '';
    this.token = undefined;
    this.links = {};
    this._rooms = new Set([MEMBER_ROOM]);
    this._isOnline = navigator.onLine;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#noteConnection);
    addEventListener('offline', this.#noteConnection);
    // Put back after it had ended.
    if (this.hasUpdated && !this.#session.isRunning) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#noteConnection);
    removeEventListener('offline', this.#noteConnection);
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot();
    this.#session.listen(root, MEMBER_ROOM.answers);
    root.addEventListener(NotifyIntent.type, (event) => {
      event.stopPropagation();
      void this.#notify((event as NotifyIntent).notice);
    });
    root.addEventListener(FilterMembersIntent.type, (event) => {
      event.stopPropagation();
      this.filter = formatMemberQuery((event as FilterMembersIntent).query);
      this.#tellView();
    });
    root.addEventListener('ua-workspace-changed', (event) => {
      this.filter = this.person = '';
      // A fixed token is for the workspace before: then the page gives both anew.
      this.#isRetried = true;
      if (typeof this.token !== 'string') this.workspace = (event as WorkspaceChangedEvent).workspace;
    });
    root.addEventListener(ShowPersonIntent.type, (event) => {
      event.stopPropagation();
      const { person, view = this.view } = event as ShowPersonIntent;
      this.person = person;
      this.view = view;
      this.#tellView();
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
    if (changed.has('endpoint') || changed.has('workspace') || changed.has('token')) this.#begin();
    const { rights } = this.#session;
    // Nothing of somebody who is gone stays, and no way to undo what they did.
    if (rights === undefined) this.renderRoot.querySelector<NoticesElement>('ua-notices')?.clear?.();
    const shown = rights && this.#shownView(rights);
    if (rights !== undefined && shown === undefined && !this.#isForbiddenTold) {
      this.#isForbiddenTold = true;
      queueMicrotask(() => this.dispatchEvent(new ForbiddenEvent('not_granted')));
    }
    if (rights === undefined || this._rooms.has(shown)) return;
    void this.#open(shown, rights);
  }

  protected override updated(): void {
    if (this.#session.failure !== undefined) void this.#returnFocus();
  }

  protected override render() {
    const { rights } = this.#session;
    return html`<div class="frame">
        ${this._isOnline ? nothing : html`<p class="banner" role="status">${icon('offline')}${strings.offlineBanner}</p>`}
        ${rights === undefined ? this.#renderWithoutRights() : this.#renderViews(rights)}
      </div>
      <ua-notices></ua-notices>`;
  }

  /** Loads what is shown again; place, selection and focus stay. */
  refresh(): void {
    const { rights } = this.#session;
    if (rights !== undefined) void this.#open(this.#shownView(rights), rights);
    this.#session.refresh();
  }

  /** Shows a view, as if the viewer had chosen it. Unknown or forbidden ones are refused with false. */
  selectView(name: string): boolean {
    const { rights } = this.#session;
    const view = rights && viewFor(rights, name);
    if (view === undefined || view !== name) return false;
    const shown = this.#shownView(rights!);
    if (view !== shown) {
      // Whoever goes on from somebody's page has looked at them.
      if (shown === 'member') this.person = '';
      this.view = view;
      this.#tellView();
    }
    return true;
  }

  /** Shows where people are invited, or where accounts are made, with `addresses` filled in, and puts the focus there. */
  async openInvite(addresses = ''): Promise<void> {
    const { rights } = this.#session;
    if (rights === undefined) return;
    const { focusInvite, inviteView } = await import('./frame/open-invite.ts');
    const view = inviteView(rights.policy);
    if (!this.selectView(view)) return;
    await this.#open(view, rights);
    await this.updateComplete;
    await focusInvite(this.renderRoot, rights.policy, addresses);
  }

  /** Puts the focus on the first control of what is shown. */
  override focus(): void {
    (
      this.renderRoot.querySelector<HTMLElement>('.panel > *, ua-empty-state button') ??
      this.renderRoot.querySelector<HTMLElement>('.tab')
    )?.focus();
  }

  /** Goes to another view by the viewer's hand; a view with edits that are not saved is asked first. */
  #leaveFor(view: FrameView, shown: FrameView | undefined): void {
    const here = this.renderRoot.querySelector<HTMLElement & { mayLeave?: () => Promise<boolean> }>(
      '.panel > *',
    );
    if (view === shown || here?.mayLeave === undefined) this.selectView(view);
    else void here.mayLeave().then((mayLeave) => mayLeave && this.selectView(view));
  }

  #begin(): void {
    this.#isForbiddenTold = false;
    if (this.endpoint === '' && this.connectApi === UserAdminElement.prototype.connectApi)
      this.#session.stop();
    else this.#session.start();
  }

  #shownView(rights: Rights): FrameView | undefined {
    return viewFor(rights, this.view);
  }

  async #open(view: FrameView | undefined, rights: Rights): Promise<void> {
    const { now, later } = loadRooms(view, rights);
    try {
      this.#furnish(await now);
      this._rooms = new Set([...this._rooms, view]);
    } catch {
      // The code could not be fetched, which is what being offline looks like.
      this.#session.fail(new Failure('offline'));
    }
    try {
      // Its code would otherwise be run before the first rows are seen.
      await painted();
      await Promise.all(later().map(async (room) => this.#furnish([await room])));
      await this.#notices();
      (await import('./frame/follow.ts')).follow(this);
      await this.#returnFocus();
    } catch {
      // What is shown can be read all the same; refresh() fetches the rest again.
      this.dispatchEvent(new UserAdminErrorEvent('offline'));
    }
  }

  /** Whether there is a fresh proof of who the viewer is, after asking for one. */
  async #prove(rights: Rights, session: AbortSignal): Promise<boolean> {
    try {
      const { prove } = await import('./account/prove.ts');
      return await prove({
        host: this,
        frame: this.renderRoot.querySelector('.frame')!,
        rights,
        session,
        endpoint: this.endpoint,
        furnish: (room) => this.#furnish([room]),
        forgetToken: () => this.#tokens?.forget(),
      });
    } catch {
      // Without its code nothing can be asked, and the refusal stands.
      return false;
    }
  }

  #furnish(rooms: readonly Room[]): void {
    for (const room of rooms) {
      if (this._rooms.has(room)) continue;
      register(room.elements);
      this.#session.listen(this.renderRoot, room.answers);
      this._rooms = new Set([...this._rooms, room]);
    }
  }

  #renderWithoutRights() {
    const { failure, isRunning } = this.#session;
    if (!isRunning) return misconfiguredCard();
    return failure === undefined ? loadingCard() : failedCard(failure, this.#retry, this.#signInHref);
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

  /** Where the server itself lets people sign in; undefined where the page vouches for them. */
  get #signInHref(): string | undefined {
    if (this.token !== undefined || this.endpoint === '') return undefined;
    const query = new URLSearchParams({ to: location.href });
    if (this.workspace !== '') query.set('workspace', this.workspace);
    return `${this.endpoint.replace(/\/+$/, '')}/sign-in?${query}`;
  }

  #renderViews(rights: Rights) {
    const shown = this.#shownView(rights);
    return frame(this, rights, shown, this.#session.revisions, (view) => this.#leaveFor(view, shown));
  }

  readonly #noteConnection = (): void => {
    const wasOnline = this._isOnline;
    this._isOnline = navigator.onLine;
    if (this._isOnline && !wasOnline && this.#session.isRunning) this.refresh();
  };

  /** The live region, from the moment that something may be announced. */
  async #notices(): Promise<NoticesElement | null> {
    const { NoticesElement } = await import('./ui/notices.ts');
    register({ 'ua-notices': NoticesElement });
    const notices = this.renderRoot.querySelector<NoticesElement>('ua-notices');
    // A live region is heard only where it was there before its text.
    await notices?.updateComplete;
    return notices;
  }

  async #notify(notice: Notice): Promise<void> {
    try {
      (await this.#notices())?.notify(notice);
    } catch {
      // Nothing here can show it without its code; the page is told.
      this.dispatchEvent(new UserAdminErrorEvent('offline'));
    }
  }

  #tellView(): void {
    const { rights } = this.#session;
    const view = rights && this.#shownView(rights);
    if (view === undefined) return;
    // After the attributes have followed, so that a listener reads the new ones.
    void this.updateComplete.then(() =>
      this.dispatchEvent(new ViewChangedEvent(view, this.filter, this.person)),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'user-admin': UserAdminElement;
  }
}
