import { LitElement, css, html, nothing } from 'lit';
import type { MemberId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { painted } from '../controllers/painted.ts';
import { failureOf } from '../failure.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { adviceStrings } from '../i18n/advice-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { nameOf, strings } from '../i18n/strings.ts';
import { NotifyIntent, ask } from '../intents.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields } from '../styles/forms.ts';
import { adviceStyles } from '../ui/advice.ts';
import { noteField } from '../ui/note-field.ts';
import type { AnyIconName } from '../ui/more-icons.ts';
import type { MenuElement, MenuItem } from '../ui/menu.ts';
import type { BulkDialogElement, BulkTask } from './bulk-dialog.ts';
import { MemberDecider } from './member-decisions.ts';
import type { MemberAction } from './member-decisions.ts';
import type { MemberCardElement } from './member-card.ts';
import { NeedPersonIntent } from './change-intents.ts';
import { ListMembersIntent, ShowPersonIntent } from './intents.ts';
import { MemberWrites } from './member-writes.ts';
import type { Question, Rows } from './member-writes.ts';
import { isLeftOut } from '../person/left-out.ts';
import type { OffboardDialogElement } from '../person/offboard-dialog.ts';
import type { PersonFormElement } from '../person/person-form.ts';
import type { PersonTask } from '../person/person-panel.ts';
import type { MemberQuery } from './member-query.ts';
import type { RowTerms } from './member-row.ts';
import { dormantAdvice, removalAdvice } from './removal-advice.ts';
import type { RowDeed } from './row-deed.ts';
import { actionsOn, deedsCells, mayEdit } from './row-deeds.ts';

const looks = (): {
  readonly [A in MemberAction]: { readonly label: string; readonly icon: AnyIconName };
} => ({
  'member.deactivate': { label: strings.deactivate, icon: 'off' },
  'member.reactivate': { label: strings.reactivate, icon: 'check' },
  'member.remove': { label: strings.remove, icon: 'trash' },
  'member.leave': { label: strings.leave, icon: 'leave' },
});

/** Tells the list what has become of an action. Stays inside the list. */
export class ActedEvent extends Event {
  static readonly type = 'ua-acted';
  /** `ready` when its code has come, `pending` when other members are being changed than before, `done` after a question, `many` after a change of many, `closed` after a look. */
  readonly what: 'ready' | 'pending' | 'done' | 'many' | 'closed';

  constructor(what: ActedEvent['what']) {
    super(ActedEvent.type);
    this.what = what;
  }
}

/**
 * Everything that happens to members once somebody acts on them: the menu of a row, the question, the change, the change of many.
 * Loaded after the first rows are there.
 *
 * @tag ua-member-actions
 * @fires {ActedEvent} ua-acted - When the list has something to draw or to load; does not bubble.
 */
export class MemberActionsElement extends LitElement {
  static override styles = [
    base,
    fields,
    adviceStyles,
    css`
      .reason {
        margin-block-start: 14px;
        color: var(--_text);
      }
      :host > .advice {
        border-radius: 0;
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    rows: { attribute: false },
    look: { attribute: false },
    query: { attribute: false },
    revision: { type: Number },
    _edited: { state: true },
    _signIn: { state: true },
    _note: { state: true },
  };

  /** What the viewer may do. */
  declare rights: Rights;
  /** The rows that changes go into. */
  declare rows: Rows;
  /** How the list is narrowed, which advice hangs on; undefined where there is no list. */
  declare query: MemberQuery | undefined;
  /** Raised to load what is shown of somebody again, in place. */
  declare revision: number;
  /** Opens what is about how somebody signs in where their page is shown already; undefined opens it here. */
  declare look: ((task: PersonTask) => void) | undefined;
  /** @internal Whom the form was opened about last. */
  declare _edited: Member | undefined;
  /** @internal Who gets a password, or another address, and which of the two. */
  declare _signIn: { readonly member: Member; readonly task: PersonTask } | undefined;
  /** @internal Why, for the question that is open. */
  declare _note: string;

  readonly #writes: MemberWrites = new MemberWrites(this, {
    rows: { replace: (member) => this.rows.replace(member), remove: (id) => this.rows.remove(id) },
    roleName: (key) => this.rights.roleName(key),
    onPending: () => this.dispatchEvent(new ActedEvent('pending')),
  });

  /** The ids of the members that are being changed. */
  get pending(): ReadonlySet<string> {
    return this.#writes.pending;
  }

  /** Does what was done in a row, or asks first. */
  act(deed: Extract<RowDeed, { member: Member }>): void {
    if (deed.kind === 'role') void this.#follow(this.#writes.changeRole(deed.member, deed.role));
    else if (deed.kind === 'person') this.showPerson(deed.member);
    else if (deed.kind === 'menu') this.#openMenu(deed.member, deed.anchor);
    else if (deed.deed === 'edit') void this.edit(deed.member);
    else if (deed.deed === 'password') void this.#changeSignIn(deed.member, 'password');
    else if (deed.member.status === 'active') void this.#writes.deactivate(deed.member);
    else void this.#follow(this.#writes.reactivate(deed.member));
  }

  /** Makes the cells of what is done in a row by one click. */
  readonly deeds: RowTerms['deeds'] = deedsCells(() => this.rights);

  /** Opens the form about `member`. */
  async edit(member: Member): Promise<void> {
    if (!(await this.#needPerson(member))) return;
    this._edited = member;
    await this.updateComplete;
    this.renderRoot.querySelector<PersonFormElement>('ua-person-form')?.edit(member);
  }

  /** Asks about a change of many members, and makes it. */
  changeMany(task: BulkTask): void {
    this.renderRoot.querySelector<BulkDialogElement>('ua-bulk-dialog')?.show(task);
  }

  /** Shows everything that is known of `member`; undefined closes it. */
  showPerson(member: Member | undefined): void {
    const card = this.renderRoot.querySelector<MemberCardElement>('ua-member-card');
    if (card === null) return;
    if (member !== undefined && document.activeElement === document.body) this.#goTo(member);
    card.member = member;
  }

  /** What opens by its address would have nothing to give the focus back to: the row of the person gets it, or the heading. */
  #goTo({ id }: Member): void {
    const list = this.getRootNode() as ShadowRoot;
    const grid = list.querySelector('ua-member-grid');
    const row = grid?.renderRoot.querySelector<HTMLElement>(`[data-position="${grid.pages.positionOf(id)}"]`);
    const near = row ?? list.querySelector('h2')!;
    if (near.tabIndex < 0) near.tabIndex = -1;
    near.focus({ preventScroll: true });
  }

  /** Shows somebody who is not among the rows that were loaded, while they are still looked for; who is not here is not shown. */
  async findPerson(id: string, isWanted: () => boolean): Promise<void> {
    const input = { filter: { ids: [id as MemberId] }, limit: 1 };
    const found = await ask(this, new ListMembersIntent(input, new AbortController().signal)).catch(
      () => undefined,
    );
    if (found?.rows[0] !== undefined && isWanted()) this.showPerson(found.rows[0]);
  }

  protected override firstUpdated(): void {
    // The list is there before there is anything in it that could go; its keeper comes with what makes it go.
    const list = this.getRootNode();
    if (list instanceof ShadowRoot) void new FocusKeeper(list.host as LitElement);
    this.dispatchEvent(new ActedEvent('ready'));
  }

  protected override render() {
    const { question } = this.#writes;
    const texts = question === undefined ? undefined : this.#textsFor(question);
    return html`${this.query === undefined ? nothing : dormantAdvice(this.query, this.rights)}
      <ua-confirm
        .open=${question !== undefined}
        heading=${texts?.heading ?? ''}
        action=${texts?.action ?? ''}
        alternative=${this.#mayDeactivateInstead(question) ? adviceStrings.deactivateInstead : ''}
        isDangerous
        .isPending=${question !== undefined && this.pending.has(question.member.id)}
        failure=${question?.failure === undefined ? '' : reasonText(question.failure)}
        @confirm=${this.#confirm}
        @alternative=${() => question && this.#start('member.deactivate', question.member)}
        @close=${this.#writes.dismiss}
        ><div class="advised">
          <p>${texts?.text}</p>
          ${question === undefined ? nothing : removalAdvice(question.action, nameOf(question.member), this.rights)}
          ${question === undefined || question.action === 'member.leave' ? nothing : html`<div class="reason">${noteField(this._note, (note) => (this._note = note))}</div>`}
        </div></ua-confirm
      >
      <ua-menu></ua-menu>
      <ua-person-form .rights=${this.rights} @ua-email-wanted=${() => this._edited && void this.#changeSignIn(this._edited, 'email')}></ua-person-form>
      <ua-member-password .member=${this.#ofTask('password')} .rights=${this.rights} @close=${this.#closeSignIn}></ua-member-password>
      <ua-member-email .member=${this.#ofTask('email')} .rights=${this.rights} @close=${this.#closeSignIn}></ua-member-email>
      <ua-offboard-dialog .rights=${this.rights} @close=${() => this.dispatchEvent(new ActedEvent('closed'))}></ua-offboard-dialog>
      <ua-member-card .rights=${this.rights} .revision=${this.revision} .deeds=${this.#itemsFor} @close=${() => this.dispatchEvent(new ActedEvent('closed'))}></ua-member-card>
      <ua-bulk-dialog .rights=${this.rights} @done=${() => this.dispatchEvent(new ActedEvent('many'))}></ua-bulk-dialog>`;
  }

  readonly #itemsFor = (member: Member): readonly MenuItem[] => {
    const edit = mayEdit(this.rights, member);
    const items = actionsOn(this.rights, member).map(({ action, decision }): MenuItem => ({
      ...looks()[action],
      isDangerous: action !== 'member.reactivate',
      ...(decision.allowed ? {} : { reason: reasonText(decision.reason) }),
      run: () => this.#start(action, member),
    }));
    const offboard = this.#offboarding(member);
    // Their own page has a button for it.
    if (edit === undefined || this.look !== undefined) return [...items, ...offboard];
    const reason = edit.allowed ? {} : { reason: reasonText(edit.reason) };
    return [
      { label: actionStrings.edit, icon: 'pencil', ...reason, run: () => void this.edit(member) },
      ...items,
      ...offboard,
    ];
  };

  /** Seeing somebody out, where the viewer may; where they may not, the reasons stand at the single steps. */
  #offboarding(member: Member): readonly MenuItem[] {
    const decision = may(this.rights, 'member.offboard', { member: this.rights.target(member) });
    return decision.allowed
      ? [
          {
            label: actionStrings.offboard,
            icon: 'leave',
            isDangerous: true,
            run: () => void this.#offboard(member),
          },
        ]
      : [];
  }

  async #offboard(member: Member): Promise<void> {
    if (!(await this.#needPerson(member))) return;
    const dialog = this.renderRoot.querySelector<OffboardDialogElement>('ua-offboard-dialog');
    if (dialog !== null) dialog.member = member;
  }

  /** Fetches the code of what is about one person; whether it is there. */
  async #needPerson(member: Member): Promise<boolean> {
    try {
      await ask(this, new NeedPersonIntent());
      return true;
    } catch (error) {
      const text = actionStrings.failedFor(nameOf(member), reasonText(failureOf(error).code));
      this.dispatchEvent(new NotifyIntent({ text, tone: 'danger' }));
      return false;
    }
  }

  #look(member: Member): void {
    this.showPerson(member);
    this.dispatchEvent(new ShowPersonIntent(member.id));
  }

  async #changeSignIn(member: Member, task: PersonTask): Promise<void> {
    if (this.look !== undefined) this.look(task);
    else if (await this.#needPerson(member)) this._signIn = { member, task };
  }

  #ofTask(task: PersonTask): Member | undefined {
    return this._signIn?.task === task ? this._signIn.member : undefined;
  }

  readonly #closeSignIn = (): void => {
    this._signIn = undefined;
  };

  /** The ways to how a person signs in; what is theirs, their provider's or not of this policy is left out. */
  #looksAt(member: Member): readonly MenuItem[] {
    const target = { member: this.rights.target(member) };
    const reset = may(this.rights, 'member.reset-password', target);
    return [
      ...this.#rolesOf(member),
      ...(may(this.rights, 'member.view-activity', target).allowed
        ? [{ label: actionStrings.showActivity, icon: 'clock', run: () => this.#look(member) } as const]
        : []),
      ...(isLeftOut(reset)
        ? []
        : [
            {
              label: actionStrings.resetPassword,
              icon: 'key',
              ...(reset.allowed ? {} : { reason: reasonText(reset.reason) }),
              run: () => void this.#changeSignIn(member, 'password'),
            } as const,
          ]),
    ];
  }

  /** The way to somebody's roles, where they can have several and no form about them holds these. */
  #rolesOf(member: Member): readonly MenuItem[] {
    const { changeRole, isMany } = new MemberDecider(this.rights).decide(member);
    const isElsewhere = !isMany || mayEdit(this.rights, member) !== undefined;
    if (isElsewhere || (!changeRole.allowed && changeRole.reason === 'not_granted')) return [];
    const reason = changeRole.allowed ? {} : { reason: reasonText(changeRole.reason) };
    return [{ label: actionStrings.manageRoles, icon: 'pencil', ...reason, run: () => this.#look(member) }];
  }

  #openMenu(member: Member, anchor: HTMLElement): void {
    void this.renderRoot.querySelector<MenuElement>('ua-menu')?.openAt(
      anchor,
      () => strings.actionsFor(nameOf(member)),
      () => [...(this.look === undefined ? this.#looksAt(member) : []), ...this.#itemsFor(member)],
    );
  }

  /** Whether removing somebody can still be turned into switching them off. */
  #mayDeactivateInstead(question: Question | undefined): boolean {
    if (question?.action !== 'member.remove') return false;
    return may(this.rights, 'member.deactivate', { member: this.rights.target(question.member) }).allowed;
  }

  #start(action: MemberAction, member: Member): void {
    if (action === 'member.reactivate') void this.#writes.reactivate(member);
    else if (action === 'member.deactivate' && this.rights.policy.members.deactivation === 'toggle') {
      this.#writes.dismiss();
      void this.#writes.deactivate(member);
    } else {
      this._note = '';
      this.#writes.askFirst(action, member);
    }
  }

  #textsFor({ action, member }: Question): {
    readonly heading: string;
    readonly text: string;
    readonly action: string;
  } {
    const workspace = this.rights.viewer.workspace.name;
    return {
      ...actionStrings.questions[action](nameOf(member), member.email, workspace),
      action: looks()[action].label,
    };
  }

  /** Gives the row the focus where a change took away the control that had it. */
  async #follow(change: Promise<void>): Promise<void> {
    await change;
    await painted();
    if (document.activeElement === document.body) this.dispatchEvent(new ActedEvent('done'));
  }

  readonly #confirm = async (): Promise<void> => {
    if (!(await this.#writes.confirm(this._note))) return;
    await this.updateComplete;
    this.dispatchEvent(new ActedEvent('done'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-actions': MemberActionsElement;
  }
}
