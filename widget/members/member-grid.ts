import { LitElement, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import type { MemberColumn } from '../../shared/policy/policy.ts';
import { painted } from '../controllers/painted.ts';
import type { RowPages } from '../controllers/row-pages.ts';
import { RowWindow } from '../controllers/row-window.ts';
import { strings } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { base, buttons, controls, badges } from '../styles/base.ts';
import { rows } from '../styles/rows.ts';
import { avatars } from '../ui/avatar.ts';
import { skeletons } from '../ui/skeleton.ts';
import { GridFocus, placeOf } from './grid-focus.ts';
import { gridHead } from './grid-head.ts';
import { MemberDecider } from './member-decisions.ts';
import { HIGHER, gridStyles, layoutFor } from './member-grid-styles.ts';
import type { GridLayout } from './member-grid-styles.ts';
import type { MemberQuery } from './member-query.ts';
import type { RowDrawing, RowTerms } from './member-row.ts';
import { MemberRows } from './member-rows.ts';
import { RowDeedEvent } from './row-deed.ts';
import type { RowDeed } from './row-deed.ts';
import { isSelected } from './selection.ts';
import type { Selection } from './selection.ts';

const HEAD_HEIGHT = 38;
/** How many grey rows stand for those that nobody has counted yet. */
const ROWS_AWAITED = 7;
/** The columns that stand elsewhere where there is little room. */
const LEFT_OUT = ['email', 'username'];
/** The properties that every row depends on. */
const TERMS = ['rights', 'columns', 'now', 'deeds', '_layout'] as const;

/**
 * The rows of a list of members, of which only those in sight exist. Tells the list around it what is done in them.
 *
 * @tag ua-member-grid
 * @fires {RowDeedEvent} ua-row-deed - When something is done in a row or a column head; does not bubble.
 * @csspart table - What scrolls.
 * @csspart row - One row.
 * @cssprop [--ua-list-height=min(680px, 78vh)] - The most height that the list takes before it scrolls.
 */
export class MemberGridElement extends LitElement {
  static override styles = [base, buttons, controls, badges, rows, avatars, skeletons, gridStyles];

  static override properties = {
    pages: { attribute: false },
    rights: { attribute: false },
    columns: { attribute: false },
    query: { attribute: false },
    selection: { attribute: false },
    pending: { attribute: false },
    deeds: { attribute: false },
    revision: { type: Number },
    now: { type: Number },
    _layout: { state: true },
    _rowHeight: { state: true },
  };

  /** The rows by position. */
  declare pages: RowPages<Member>;
  /** What the viewer may do. */
  declare rights: Rights;
  /** The columns, in order. */
  declare columns: readonly MemberColumn[];
  /** How the list is narrowed and sorted. */
  declare query: MemberQuery;
  /** Who is selected; undefined where nobody can be. */
  declare selection: Selection | undefined;
  /** The ids of the members that are being changed. */
  declare pending: ReadonlySet<string>;
  /** Makes the cell of what is done by one click, once its code is there. */
  declare deeds: RowTerms['deeds'];
  /** Raised by the list whenever there is something new to draw. */
  declare revision: number;
  /** The moment that "last sign-in" is told from, in milliseconds since the epoch. */
  declare now: number;
  /** @internal */
  declare _layout: GridLayout;
  /** @internal What the page says of the height of a row, in pixels. */
  declare _rowHeight: number;

  readonly #window: RowWindow = new RowWindow(
    this,
    () => this.#wantRows(),
    () => this.#drawRows(true),
  );
  readonly #focus: GridFocus = new GridFocus(this, this.#window, () => this.pages.count);
  #rows: MemberRows | undefined;
  #terms: RowTerms | undefined;
  #anchor: { readonly id: string; readonly position: number } | undefined;
  #lastPicked = -1;
  #isMeasured = false;
  #observer: ResizeObserver | undefined;

  constructor() {
    super();
    this.columns = [];
    this.selection = this.deeds = undefined;
    this.pending = new Set();
    this.revision = 0;
    this.now = 0;
    this._layout = 'wide';
    this._rowHeight = 52;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A guess, because asking lays out what nobody draws yet; the first rows are measured once they are there.
    this._layout = layoutFor(innerWidth, this.columns);
    // In the next frame, because another layout may change what is being observed.
    this.#observer = new ResizeObserver(() =>
      requestAnimationFrame(() => {
        this.#layOut();
        this._rowHeight = this.#measure.offsetHeight || this._rowHeight;
      }),
    );
    this.#observer.observe(this);
    if (this.hasUpdated) this.#observer.observe(this.#measure);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (
      this.#terms?.isSelectable !== (this.selection !== undefined) ||
      TERMS.some((name) => changed.has(name))
    )
      this.#agree();
    if (changed.has('revision')) this.#followAnchor();
    this.#focus.clamp();
    const { isReady, count } = this.pages;
    this.#window.measure(isReady ? count : ROWS_AWAITED, this.#height);
  }

  protected override firstUpdated(): void {
    this.#observer?.observe(this.#measure);
    void this.#explain();
    this.#window.follow(this.#scroller, HEAD_HEIGHT);
    this.#wantRows();
  }

  protected override updated(): void {
    this.#window.follow(this.#scroller, HEAD_HEIGHT);
    this.#drawRows(false);
    if (!this.#isMeasured && this.pages.isReady) this.#layOut();
    this.#checkHead();
    this.#focus.settle();
  }

  protected override render() {
    const { count, isExact, isReady } = this.pages;
    const { resources, rolesPerMember } = this.rights.policy;
    const kind = resources.find(({ grantedTo }) => grantedTo === 'member')?.plural ?? '';
    return html`<span class="measure"></span><div
      class="scroller"
      part="table"
      data-layout=${this._layout}
      .style=${`--_row:${this.#height}px;--_kind: ${JSON.stringify(kind)}`}
      role="grid"
      aria-label=${strings.membersHeading}
      aria-rowcount=${isExact && isReady ? count + 1 : -1}
      aria-multiselectable=${this.selection === undefined ? nothing : 'true'}
      aria-busy=${String(!isReady)}
      @keydown=${this.#navigate}
      @focusin=${this.#focus.note}
      @focusout=${this.#focus.forget}
    >
      <div role="rowgroup" class="head">${gridHead({
        columns: this.columns,
        query: this.query,
        kind,
        isMany: rolesPerMember === 'many',
        isSelectable: this.selection !== undefined,
        onSort: (sort) => this.#tell({ kind: 'sort', sort }),
        onSelect: this.#selectShown,
      })}</div>
      <div
        role="rowgroup"
        class="body"
        .style=${`block-size:${this.#window.height}px`}
        @click=${this.#actOnClick}
        @change=${this.#actOnChange}
      ></div>
    </div>`;
  }

  /** Scrolls to the first row and forgets which one was active, because the list is another one now. */
  startOver(): void {
    this.#anchor = undefined;
    this.#focus.active = 0;
    this.#lastPicked = -1;
    this.#window.scrollTo(0);
  }

  /** Puts the focus on the row at `position`, or on the last one where the list has become shorter. */
  focusRow(position: number): void {
    this.#focus.moveTo(position);
  }

  /** Whether the row around `control` shows `member` still, and not somebody else since. */
  isAt(control: Element, member: Member): boolean {
    const row = control.closest<HTMLElement>('[data-position]');
    return row !== null && this.pages.at(Number(row.dataset['position']))?.id === member.id;
  }

  /** The position of the row that last had the focus. */
  get activePosition(): number {
    return this.#focus.active;
  }

  /** Lets controls that are off say why; nobody needs that before there are any. */
  async #explain(): Promise<void> {
    try {
      await painted();
      const { HintController } = await import('../ui/hint.ts');
      new HintController(this);
    } catch {
      // Without its code there are no tooltips; the reasons are on the controls all the same.
    }
  }

  /** Takes the room that there is. Another layout is drawn before the next frame, so that nobody sees the one before. */
  #layOut(): void {
    this.#isMeasured = true;
    this._layout = layoutFor(this.clientWidth, this.columns);
  }

  /** Sets what every row depends on; a new object draws all of them again. */
  #agree(): void {
    const { rights, now, selection, deeds } = this;
    const columns =
      this._layout === 'wide' ? this.columns : this.columns.filter((column) => !LEFT_OUT.includes(column));
    const decider = new MemberDecider(rights);
    this.#terms = {
      columns,
      isSelectable: selection !== undefined,
      now,
      deeds,
      isSelf: (member) => rights.isSelf(member),
      decide: (member) => decider.decide(member),
    };
  }

  #drawRows(isScroll: boolean): void {
    this.#rows ??= new MemberRows(this.renderRoot.querySelector<HTMLElement>('.body')!);
    const { pages, pending, selection } = this;
    const terms = this.#terms!;
    const drawingOf = (position: number): RowDrawing => {
      const member = pages.at(position);
      return {
        member,
        isActive: position === this.#focus.active,
        isSelected: selection !== undefined && member !== undefined && isSelected(selection, member.id),
        isPending: member !== undefined && pending.has(member.id),
        terms,
      };
    };
    this.#rows.draw(this.#window.rows, drawingOf, isScroll);
    const seen = this.#focus.held ?? (this.#window.firstSeen > 0 ? this.#window.firstSeen : -1);
    const row = seen < 0 ? undefined : pages.at(seen);
    this.#anchor = row && { id: row.id, position: seen };
  }

  /** Not bound in the template, because a click has changed it by then. */
  #checkHead(): void {
    const checkbox = this.renderRoot.querySelector<HTMLInputElement>('.head input');
    const { selection } = this;
    if (checkbox === null || selection === undefined) return;
    const rows = selection.isAll || selection.ids.size > 0 ? this.pages.rows : [];
    const selected = rows.filter(({ id }) => isSelected(selection, id)).length;
    checkbox.checked = selected > 0 && selected === rows.length;
    checkbox.indeterminate = selected > 0 && selected < rows.length;
  }

  #wantRows(): void {
    const [first, end] = this.#window.range;
    this.pages.want(first, Math.max(first, end - 1));
  }

  #followAnchor(): void {
    const anchor = this.#anchor;
    if (anchor === undefined || this.pages.at(anchor.position)?.id === anchor.id) return;
    const position = this.pages.positionOf(anchor.id);
    if (position < 0) return;
    const difference = position - anchor.position;
    this.#focus.shift(difference);
    this.#window.shift(difference);
  }

  /** The height of a row in this layout, in pixels. */
  get #height(): number {
    return this._rowHeight + HIGHER[this._layout];
  }

  get #measure(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.measure')!;
  }

  get #scroller(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.scroller')!;
  }

  #tell(deed: RowDeed): void {
    this.dispatchEvent(new RowDeedEvent(deed));
  }

  readonly #navigate = (event: KeyboardEvent): void => {
    const place = placeOf(event);
    if (this.#focus.navigate(event)) event.preventDefault();
    else if (event.key === ' ' && place !== undefined && place.control === undefined) {
      event.preventDefault();
      this.#toggle(place.position, false);
    }
  };

  readonly #actOnClick = (event: MouseEvent): void => {
    const place = placeOf(event);
    const member = place && this.pages.at(place.position);
    if (place === undefined || member === undefined) return;
    const { control } = place;
    const target = event.target as Element;
    if (control === 'select') this.#toggle(place.position, event.shiftKey);
    else if (control === 'person') this.#tell({ kind: 'person', member });
    else if (control === 'menu')
      this.#tell({ kind: 'menu', member, anchor: target.closest<HTMLElement>('[data-control]')! });
    else if (control !== undefined && isOpenButton(target))
      this.#tell(control === 'role' ? { kind: 'person', member } : { kind: 'deed', member, deed: control });
  };

  readonly #actOnChange = (event: Event): void => {
    const place = placeOf(event);
    const member = place && this.pages.at(place.position);
    if (member !== undefined && event.target instanceof HTMLSelectElement)
      this.#tell({ kind: 'role', member, role: event.target.value });
  };

  #toggle(position: number, isRange: boolean): void {
    const member = this.pages.at(position);
    if (member === undefined || this.selection === undefined) return;
    const isIn = !isSelected(this.selection, member.id);
    const from = isRange && this.#lastPicked >= 0 ? this.#lastPicked : position;
    const members: Member[] = [];
    for (let at = Math.min(from, position); at <= Math.max(from, position); at++) {
      const picked = this.pages.at(at);
      if (picked !== undefined) members.push(picked);
    }
    this.#lastPicked = position;
    this.#tell({ kind: 'select', members, isIn });
  }

  readonly #selectShown = (event: Event): void => {
    this.#tell({
      kind: 'select',
      members: this.pages.rows,
      isIn: (event.target as HTMLInputElement).checked,
    });
  };
}

/** Whether `target` is in a button that can be pressed. */
function isOpenButton(target: Element): boolean {
  return target.closest('button')?.ariaDisabled === null;
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-grid': MemberGridElement;
  }
}
