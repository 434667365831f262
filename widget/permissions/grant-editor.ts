import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import type { GrantRow, GrantChange } from '../../shared/permissions/permissions.ts';
import { MAX_GRANT_ROWS } from '../../shared/permissions/permissions.ts';
import type { ResourceKind, RoleKey } from '../../shared/policy/policy.ts';
import { nameKey } from '../../shared/text/name.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { ReadIntent, WriteIntent } from '../calls.ts';
import { QueryController } from '../controllers/query.ts';
import { Unsaved } from '../controllers/unsaved.ts';
import type { Notice } from '../intents.ts';
import { NotifyIntent, ask } from '../intents.ts';
import { failureOf } from '../failure.ts';
import { permissionStrings as strings } from '../i18n/permission-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as general } from '../i18n/strings.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import type { Whose } from '../ui/conflict.ts';
import { HintController } from '../ui/hint.ts';
import { grantEditorStyles } from './grant-editor-styles.ts';
import { renderGrantEditor } from './grant-editor-view.ts';
import type { DatabaseRepairedEvent } from './database-drift.ts';
import type { GridPlace } from './grid-keys.ts';
import { moveInGrid } from './grid-keys.ts';
import type { StagedRow } from './staged-grants.ts';
import { StagedGrants } from './staged-grants.ts';

const STEP = 200;

/**
 * The grid of what the lower roles may do with each resource of a kind. Edits are staged, saved together, and answered row by row.
 *
 * @tag ua-grant-editor
 * @csspart card - The card.
 * @csspart bar - The bar with what is not saved.
 */
export class GrantEditorElement extends LitElement {
  static override styles = grantEditorStyles;
  static override properties = {
    rights: { attribute: false },
    kind: { attribute: false },
    revision: { type: Number },
    shownRole: { state: true },
    search: { state: true },
    limit: { state: true },
    place: { state: true },
    saving: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** The kind of resource. */
  declare kind: ResourceKind;
  /** Raised to load what is shown again, in place. */
  declare revision: number;
  /** The role that is shown. @internal */
  declare shownRole: RoleKey;
  /** What the names are searched for. @internal */
  declare search: string;
  /** How many rows are drawn. @internal */
  declare limit: number;
  /** The box that the Tab key reaches. @internal */
  declare place: GridPlace;
  /** How many rows are being saved; 0 while nothing is on its way. @internal */
  declare saving: number;

  /** The rows with their edits. @internal */
  grants = new StagedGrants([]);
  /** The reading of the rows. @internal */
  readonly query = new QueryController<RoleKey>(this);
  readonly #complete = new Set<RoleKey>();

  constructor() {
    super();
    void new FocusKeeper(this);
    void new Unsaved(this, () => this.unsaved > 0);
    this.revision = 0;
    this.shownRole = '';
    this.search = '';
    this.limit = STEP;
    this.place = { row: -1, column: 0 };
    this.saving = 0;
    void new HintController(this);
  }

  /** The rows of the role that match the search. @internal */
  get matching(): readonly StagedRow[] {
    const wanted = nameKey(this.search.trim());
    const rows = this.grants.rows(this.shownRole);
    return wanted === '' ? rows : rows.filter(({ saved }) => nameKey(saved.resource).includes(wanted));
  }

  /** Whether every row of the role is here. @internal */
  get isComplete(): boolean {
    return this.#complete.has(this.shownRole);
  }

  /** Why nothing can be changed; empty where it can. @internal */
  get obstacle(): string {
    const { id } = this.rights.viewer.workspace;
    const decision = may(this.rights, 'permissions.save', {
      workspace: id,
      kind: this.kind.key,
      role: this.shownRole,
    });
    return decision.allowed ? '' : reasonText(decision.reason);
  }

  /** How many rows are changed and not saved. */
  get unsaved(): number {
    return this.grants.count();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther =
      changed.has('rights') && changed.get('rights')?.viewer.memberId !== this.rights.viewer.memberId;
    if (isOther || (changed.has('kind') && changed.get('kind')?.key !== this.kind.key))
      this.#startOver(this.kind);
    else if (changed.has('revision')) void this.refresh();
  }

  protected override render() {
    return renderGrantEditor(this, this.rights, this.kind);
  }

  /** Loads what is shown again; edits and place stay. */
  async refresh(): Promise<void> {
    this.#complete.clear();
    await this.#load();
  }

  /** Shows another role; the edits of this one stay. @internal */
  showRole(role: RoleKey): void {
    this.shownRole = role;
    this.limit = STEP;
    this.place = { row: -1, column: 0 };
    if (!this.isComplete) void this.#load();
  }

  /** Narrows the rows. @internal */
  searchFor(text: string): void {
    this.search = text;
    this.limit = STEP;
    this.place = { row: -1, column: 0 };
  }

  /** Stages a box or several. @internal */
  stage(rows: readonly GrantRow[], actions: readonly string[], isOn: boolean): void {
    if (this.obstacle !== '') return;
    this.grants.set(rows, actions, isOn);
    this.requestUpdate();
  }

  /** Settles a conflict. @internal */
  settle(row: GrantRow, whose: Whose): void {
    this.grants.choose(row, whose);
    this.requestUpdate();
    this.focusRow(row);
  }

  /** Takes in which tables of the host's database follow now. @internal */
  takeRepaired({ results }: DatabaseRepairedEvent): void {
    for (const [resourceId, refused] of results) this.grants.follow(resourceId, refused);
    this.requestUpdate();
  }

  /** Brings the table of a row in order. @internal */
  repairTable({ resourceId }: GrantRow): void {
    void this.renderRoot.querySelector('ua-database-drift')?.repairResource(resourceId);
  }

  /** Drops every edit, with a way back. @internal */
  discard(): void {
    const count = this.unsaved;
    const restore = this.grants.discard();
    const undo = () => {
      restore();
      this.requestUpdate();
    };
    this.#notify({ text: strings.discarded(count), action: { label: general.undo, run: undo } });
    this.requestUpdate();
    this.focusBox();
  }

  /** Saves every edit of every role. @internal */
  async save(): Promise<void> {
    if (this.saving > 0) return;
    const changes = this.grants.send();
    if (changes.length === 0) return;
    this.saving = changes.length;
    for (let start = 0; start < changes.length; start += MAX_GRANT_ROWS) {
      await this.#saveSome(this.kind.key, changes.slice(start, start + MAX_GRANT_ROWS));
    }
    this.saving = 0;
    await this.#reportSaved(changes);
  }

  /** Moves in the grid. @internal */
  pressInGrid(event: KeyboardEvent, rows: number, columns: number): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const to = moveInGrid(event, this.place, rows, columns, this.matches(':dir(rtl)'));
    if (to === undefined) return;
    event.preventDefault();
    this.place = to;
    this.focusBox();
  }

  /** Goes to the box that the Tab key reaches. @internal */
  focusBox(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('table input[tabindex="0"]')?.focus(),
    );
  }

  /** Goes to the first box of a row. @internal */
  focusRow(row: GrantRow): void {
    const index = this.matching.findIndex(({ saved }) => saved.resourceId === row.resourceId);
    if (index >= 0) this.place = { row: index, column: this.place.column };
    this.focusBox();
  }

  #startOver(kind: ResourceKind): void {
    this.grants = new StagedGrants(kind.actions.map(({ key }) => key));
    this.#complete.clear();
    this.shownRole = kind.editableRoles[0] ?? '';
    if (this.shownRole !== '') void this.#load();
  }

  async #load(): Promise<void> {
    const { kind, shownRole: role, grants } = this;
    await this.query.run(async (signal) => {
      const all: GrantRow[] = [];
      let next: string | null = null;
      do {
        const input = { kind: kind.key, role, ...(next !== null && { after: next }) };
        const page: { rows: readonly GrantRow[]; next: string | null } = await ask(
          this,
          new ReadIntent('permissions.list', input, signal),
        );
        grants.load(page.rows);
        all.push(...page.rows);
        next = page.next;
        this.requestUpdate();
      } while (next !== null && !signal.aborted);
      grants.finish(role, all);
      if (grants === this.grants) this.#complete.add(role);
      return role;
    });
  }

  async #saveSome(kind: string, changes: readonly GrantChange[]): Promise<void> {
    try {
      const rows = changes.map((row) => ({ ...row, actions: [...row.actions] }));
      const { results } = await ask(this, new WriteIntent('permissions.save', { kind, rows }));
      this.grants.settle(results);
      // What the server did not mention was not saved.
      this.grants.fail(this.grants.unanswered(changes), 'internal');
    } catch (error) {
      this.grants.fail(changes, failureOf(error).code);
    }
    this.requestUpdate();
  }

  async #reportSaved(changes: readonly GrantChange[]): Promise<void> {
    const failed = this.grants.notSaved(changes);
    const unfollowed = this.grants.notFollowed(changes);
    const savedCount = changes.length - failed.length;
    void this.renderRoot.querySelector('ua-database-drift')?.checkAgain();
    const text = [
      savedCount > 0 && strings.saved(savedCount),
      failed.length > 0 && strings.notSaved(failed.length),
      unfollowed.length > 0 && strings.notFollowed(unfollowed.length),
    ]
      .filter(Boolean)
      .join(' ');
    this.#notify({ text, tone: failed.length + unfollowed.length > 0 ? 'danger' : 'success' });
    await this.updateComplete;
    const [first] = [...failed, ...unfollowed];
    if (first === undefined) return this.focusBox();
    if (first.role !== this.shownRole) this.showRole(first.role);
    await this.updateComplete;
    this.focusRow(first);
  }

  #notify(notice: Notice): void {
    this.dispatchEvent(new NotifyIntent(notice));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-grant-editor': GrantEditorElement;
  }
}
