import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import type { ResourceId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { AccessPage } from '../../shared/permissions/access.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import type { ResourceKind, RoleKey } from '../../shared/policy/policy.ts';
import { ReadIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import { TypingRest } from '../controllers/typing-rest.ts';
import { ask } from '../intents.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base, buttons } from '../styles/base.ts';
import { fields } from '../styles/forms.ts';
import { loaded } from '../ui/loaded.ts';
import { skeletons } from '../ui/skeleton.ts';
import { ResourcesChosenEvent } from './choice-event.ts';
import { resourceChoiceStyles } from './resource-choice-styles.ts';
import { renderChoice } from './resource-choice-view.ts';

/** How many are read at a time. */
const PAGE = 200;

/**
 * The resources of a kind as a checklist: what a person has and why, and what they are to have. Saves nothing itself.
 * Without a person it is what somebody new, or several people, are to be given. Where nothing can be ticked it only tells.
 *
 * @tag ua-resource-choice
 * @fires {ResourcesChosenEvent} ua-resources-chosen - When other resources are ticked; does not bubble.
 */
export class ResourceChoiceElement extends LitElement {
  static override styles = [base, buttons, fields, skeletons, resourceChoiceStyles];
  static override properties = {
    kind: { attribute: false },
    rights: { attribute: false },
    member: { attribute: false },
    roles: { attribute: false },
    isTaking: { attribute: false },
    initial: { attribute: false },
    chosen: { state: true },
    search: { state: true },
  };

  /** The kind of the resources. */
  declare kind: ResourceKind;
  /** The viewer and what they may do. */
  declare rights: Rights;
  /** Who has them; undefined for somebody new, and for several. */
  declare member: Member | undefined;
  /** The roles that somebody is to have, where they are being chosen beside this; the person's own otherwise. */
  declare roles: readonly RoleKey[] | undefined;
  /** Whether what is ticked is taken away, so that many ticks are no risk. */
  declare isTaking: boolean;
  /** What is ticked from the start for somebody new. */
  declare initial: readonly ResourceId[];
  /** @internal What is ticked. */
  declare chosen: ReadonlySet<ResourceId>;
  /** @internal What is searched for. */
  declare search: string;
  /** @internal What the person has been assigned, as it was read last. */
  held: ReadonlySet<ResourceId> = new Set();

  readonly #pages = new QueryController<AccessPage>(this);
  readonly #typing = new TypingRest(this, () => this.#load());

  constructor() {
    super();
    void new FocusKeeper(this);
    this.member = this.roles = undefined;
    this.isTaking = false;
    this.initial = [];
    this.chosen = new Set();
    this.search = '';
  }

  /** How many of the ticks differ from what the person has. */
  get changes(): number {
    return this.chosen.symmetricDifference(this.held).size;
  }

  /** @internal Whether anything can be ticked, and if not, why not. */
  get decision(): Decision {
    const { kind, member, rights } = this;
    if (member === undefined) return { allowed: true };
    return may(rights, 'member.assign', { member: rights.target(member), kind: kind.key });
  }

  /** Ticks again what the person has. */
  undo(): void {
    this.#choose(this.held);
  }

  /** @internal Ticks one, or takes the tick away. */
  toggle(id: ResourceId): void {
    this.#choose(this.chosen.symmetricDifference(new Set([id])));
  }

  /** @internal */
  readonly chooseNone = (): void => this.#choose(new Set());

  /** @internal Ticks every one there is, also those that are not shown. */
  readonly chooseAll = (): void => {
    this.search = '';
    void this.#pages.run(async (signal) => {
      let page = await this.#read(signal);
      while (page.next !== null) {
        const more = await this.#read(signal, page.next);
        page = { ...more, rows: [...page.rows, ...more.rows] };
      }
      this.#choose(new Set(page.rows.map(({ resourceId }) => resourceId)));
      return page;
    });
  };

  /** @internal */
  readonly searchFor = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
    this.#typing.note();
  };

  /** @internal */
  readonly loadMore = (): void => {
    const before = this.#pages.data;
    if (before?.next == null) return;
    void this.#pages.run(async (signal) => {
      const page = await this.#read(signal, before.next!);
      return { ...page, rows: [...before.rows, ...page.rows] };
    });
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    const [was, is] = [changed.get('member'), this.member];
    const isOther = changed.has('kind') || (changed.has('member') && was?.id !== is?.id);
    if (isOther) {
      this.search = '';
      this.held = new Set();
      this.chosen = new Set(is === undefined ? this.initial : []);
      this.#pages.reset();
    }
    if (isOther || (changed.has('member') && was?.version !== is?.version)) this.#load();
  }

  protected override render() {
    return loaded(this.#pages, this.#load, (page) => renderChoice(this, page));
  }

  #choose(chosen: ReadonlySet<ResourceId>): void {
    this.chosen = chosen;
    this.dispatchEvent(new ResourcesChosenEvent(this.kind.key, [...chosen], this.changes));
  }

  readonly #load = (): void => {
    void this.#pages.run(async (signal) => {
      const page = await this.#read(signal);
      // What somebody else changed meanwhile is taken over; what was decided here since stays as decided.
      const [added, taken] = [this.chosen.difference(this.held), this.held.difference(this.chosen)];
      this.held = new Set(this.member === undefined ? [] : page.assigned);
      this.#choose(this.held.union(added).difference(taken));
      return page;
    });
  };

  /** A page of what the person has; where there is none, of what there is: whoever gives it has all of it. */
  #read(signal: AbortSignal, after?: string): Promise<AccessPage> {
    const search = this.search.trim();
    const input = {
      kind: this.kind.key,
      limit: PAGE,
      ...(this.member !== undefined && { memberId: this.member.id }),
      ...(search !== '' && { search }),
      ...(after !== undefined && { after }),
    };
    return ask(this, new ReadIntent('members.access', input, signal));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-resource-choice': ResourceChoiceElement;
  }
}
