import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { ErrorCode } from '../../shared/errors.ts';
import type { ResourceId } from '../../shared/ids.ts';
import type { DatabaseDrift, DatabasePart, DriftedPart } from '../../shared/permissions/database.ts';
import { holdsAll } from '../../shared/policy/decide.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import { ReadIntent, WriteIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import type * as DriftView from '../database/drift-view.ts';
import type { FailureCode } from '../failure.ts';
import { failureOf, fetched } from '../failure.ts';
import { failureStrings, reasonText } from '../i18n/failure-strings.ts';
import { NotifyIntent, ask } from '../intents.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { HintController } from '../ui/hint.ts';
import { databaseDriftStyles } from './database-drift-styles.ts';
import { partId } from './database-part.ts';

/** Tables were brought in order, or not. For the grid around; does not bubble. */
export class DatabaseRepairedEvent extends Event {
  static readonly type = 'ua-database-repaired';
  /** Resource -> why its table does not follow; undefined where it does. */
  readonly results: ReadonlyMap<ResourceId, ErrorCode | undefined>;

  constructor(results: DatabaseRepairedEvent['results']) {
    super(DatabaseRepairedEvent.type);
    this.results = results;
  }
}

const SHOWN = 10;

const loadView = () => import('../database/drift-view.ts');

/**
 * Whether the host's database follows the grid: a quiet line where it does, what differs and a way to repair it where it does
 * not, and nothing where no database follows.
 *
 * @tag ua-database-drift
 * @fires {DatabaseRepairedEvent} ua-database-repaired - When tables were brought in order, or not; does not bubble.
 * @csspart drift - The line, or what differs.
 */
export class DatabaseDriftElement extends LitElement {
  static override styles = databaseDriftStyles;
  static override properties = {
    rights: { attribute: false },
    kind: { attribute: false },
    revision: { type: Number },
    shown: { state: true },
    repairing: { state: true },
    now: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** The kind of resource. */
  declare kind: ResourceKind;
  /** Raised to look again, in place. */
  declare revision: number;
  /** How many parts are drawn. @internal */
  declare shown: number;
  /** The parts that are being repaired. @internal */
  declare repairing: ReadonlySet<string>;
  /** When it was drawn, for how long ago it was looked. @internal */
  declare now: number;

  /** The last look. @internal */
  readonly query = new QueryController<DatabaseDrift | null>(this);
  /** Why a part could not be repaired. @internal */
  readonly refused = new Map<string, FailureCode>();
  /** What was repaired since the viewer last asked for a look. @internal */
  readonly done = new Map<string, DatabasePart>();
  /** How it is drawn, once a database is known to follow. */
  #view: typeof DriftView | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    void new FocusKeeper(this);
    void new HintController(this);
    this.revision = 0;
    this.shown = SHOWN;
    this.repairing = new Set();
    this.now = Date.now();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticking = setInterval(() => (this.now = Date.now()), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('kind') && changed.get('kind')?.key !== this.kind.key;
    if (isOther || changed.has('revision')) void this.refresh();
  }

  protected override updated(): void {
    const { data, failure } = this.query;
    this.hidden = data === null || (data === undefined && failure === undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { rights, kind, query } = this;
    if (this.#view !== undefined) return this.#view.renderDrift(this, rights, kind);
    if (query.failure === undefined) return nothing;
    return html`<p part="drift" class="line unknown">
      <span>${reasonText(query.failure.code)} <button type="button" part="link" class="link" @click=${this.refresh}>${failureStrings.retry}</button></span>
    </p>`;
  }

  /** Why nothing can be repaired; empty where it can. @internal */
  get obstacle(): string {
    const { rights, kind } = this;
    const [role] = kind.editableRoles;
    const workspace = rights.viewer.workspace.id;
    if (role === undefined) return holdsAll(rights.actor, kind) ? '' : reasonText('not_granted');
    const decision = may(rights, 'permissions.save', { workspace, kind: kind.key, role });
    return decision.allowed ? '' : reasonText(decision.reason);
  }

  /** What differs. @internal */
  get parts(): readonly DriftedPart[] {
    return this.query.data?.parts ?? [];
  }

  /** Those that repairing helps. @internal */
  get repairable(): readonly DriftedPart[] {
    return this.parts.filter(({ differences }) => differences.some(({ isRepaired }) => isRepaired));
  }

  /** Looks again. */
  async refresh(): Promise<void> {
    const { kind } = this;
    if (kind === undefined) return;
    await this.query.run(async (signal) => {
      const drift = ask(this, new ReadIntent('permissions.drift', { kind: kind.key }, signal));
      // Nothing is fetched where no database follows; what went wrong is drawn by the same code.
      if ((await drift.catch(() => undefined)) !== null) this.#view ??= await fetched(loadView);
      return drift;
    });
    this.now = Date.now();
    await this.updateComplete;
  }

  /** Looks again and forgets what was done since. @internal */
  async checkAgain(): Promise<void> {
    this.refused.clear();
    this.done.clear();
    await this.refresh();
  }

  /** Repairs the table of a resource; where nothing of it is known to differ, looks again first. */
  async repairResource(id: ResourceId): Promise<void> {
    const known = () => this.parts.find(({ resourceId }) => resourceId === id);
    if (known() === undefined) await this.checkAgain();
    const part = known();
    if (part !== undefined) await this.repair([part]);
    else if (this.query.failure === undefined)
      this.dispatchEvent(new DatabaseRepairedEvent(new Map([[id, undefined]])));
  }

  /** Repairs parts, each by itself. @internal */
  async repair(parts: readonly DriftedPart[]): Promise<void> {
    const { kind } = this;
    if (kind === undefined || this.obstacle !== '' || this.repairing.size > 0 || parts.length === 0) return;
    this.repairing = new Set(parts.map(partId));
    for (const part of parts) this.refused.delete(partId(part));
    const tables = parts.flatMap(({ part, key }) => (part === 'table' ? [key] : []));
    const results = new Map<ResourceId, ErrorCode | undefined>();
    try {
      const repaired = await ask(this, new WriteIntent('permissions.repair', { kind: kind.key, tables }));
      for (const { refused, ...part } of repaired.parts) {
        if (refused !== undefined) this.refused.set(partId(part), refused);
        if (part.resourceId !== null) results.set(part.resourceId, refused);
      }
    } catch (error) {
      const { code } = failureOf(error);
      for (const part of parts) this.refused.set(partId(part), code);
    }
    const before = this.parts;
    await this.refresh();
    this.#settle(before);
    this.repairing = new Set();
    this.dispatchEvent(new DatabaseRepairedEvent(results));
    this.#say(parts);
  }

  /** Notes what is in order now. Where it could not be looked again, nothing is. */
  #settle(before: readonly DriftedPart[]): void {
    if (this.query.failure !== undefined) return;
    const left = new Set(this.parts.map(partId));
    for (const part of before) if (!left.has(partId(part))) this.done.set(partId(part), part);
    for (const id of left) this.done.delete(id);
    for (const id of this.refused.keys()) if (!left.has(id)) this.refused.delete(id);
  }

  /** Tells who does not see it. */
  #say(parts: readonly DriftedPart[]): void {
    const failed = parts.filter((part) => this.refused.has(partId(part))).length;
    const done = parts.filter((part) => this.done.has(partId(part))).length;
    const text = this.#view?.repairedText(done, failed) ?? '';
    if (text !== '') this.dispatchEvent(new NotifyIntent({ text, tone: 'spoken' }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-database-drift': DatabaseDriftElement;
  }
}
