import { LitElement, html } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { nameOf, reasonText, strings } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import type { AnyIconName } from '../ui/more-icons.ts';
import type { MenuElement, MenuItem } from '../ui/menu.ts';
import type { BulkDialogElement, BulkTask } from './bulk-dialog.ts';
import { MemberDecider } from './member-decisions.ts';
import type { MemberAction } from './member-decisions.ts';
import type { MemberCardElement } from './member-card.ts';
import { ShowPersonIntent } from './intents.ts';
import { MemberWrites } from './member-writes.ts';
import type { Question, Rows } from './member-writes.ts';
import { isLeftOut } from '../person/left-out.ts';
import type { PersonTask } from '../person/person-panel.ts';
import type { RowDeed } from './row-deed.ts';

const ACTIONS: { readonly [A in MemberAction]: { readonly label: string; readonly icon: AnyIconName } } = {
  'member.deactivate': { label: strings.deactivate, icon: 'off' },
  'member.reactivate': { label: strings.reactivate, icon: 'check' },
  'member.remove': { label: strings.remove, icon: 'trash' },
  'member.leave': { label: strings.leave, icon: 'leave' },
};

/** Tells the list what has become of an action. Stays inside the list. */
export class ActedEvent extends Event {
  static readonly type = 'ua-acted';
  /** `pending` when other members are being changed than before, `done` after a question, `many` after a change of many, `closed` after a look. */
  readonly what: 'pending' | 'done' | 'many' | 'closed';

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
  static override properties = { rights: { attribute: false }, rows: { attribute: false } };

  /** What the viewer may do. */
  declare rights: Rights;
  /** The rows that changes go into. */
  declare rows: Rows;

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
    if (deed.kind === 'role') void this.#writes.changeRole(deed.member, deed.role);
    else if (deed.kind === 'person') this.showPerson(deed.member);
    else if (deed.kind === 'reactivate') void this.#writes.reactivate(deed.member);
    else this.#openMenu(deed.member, deed.anchor);
  }

  /** Asks about a change of many members, and makes it. */
  changeMany(task: BulkTask): void {
    this.renderRoot.querySelector<BulkDialogElement>('ua-bulk-dialog')?.show(task);
  }

  /** Shows everything that is known of `member`; undefined closes it. */
  showPerson(member: Member | undefined, task?: PersonTask): void {
    const card = this.renderRoot.querySelector<MemberCardElement>('ua-member-card');
    if (card === null) return;
    card.deeds = member === undefined ? [] : this.#itemsFor(member);
    if (task !== undefined || member === undefined) card.task = task;
    card.member = member;
  }

  protected override render() {
    const { question } = this.#writes;
    const texts = question === undefined ? undefined : this.#textsFor(question);
    return html`<ua-confirm
        .open=${question !== undefined}
        heading=${texts?.heading ?? ''}
        action=${texts?.action ?? ''}
        isDangerous
        .isPending=${question !== undefined && this.pending.has(question.member.id)}
        failure=${question?.failure ?? ''}
        @confirm=${this.#confirm}
        @close=${this.#writes.dismiss}
        >${texts?.text}</ua-confirm
      >
      <ua-menu></ua-menu>
      <ua-member-card .rights=${this.rights} @close=${() => this.dispatchEvent(new ActedEvent('closed'))}></ua-member-card>
      <ua-bulk-dialog .rights=${this.rights} @close=${() => this.dispatchEvent(new ActedEvent('many'))}></ua-bulk-dialog>`;
  }

  #itemsFor(member: Member): readonly MenuItem[] {
    return new MemberDecider(this.rights).decide(member).actions.map(({ action, decision }): MenuItem => ({
      ...ACTIONS[action],
      isDangerous: action !== 'member.reactivate',
      ...(decision.allowed ? {} : { reason: reasonText(decision.reason) }),
      run: () => this.#start(action, member),
    }));
  }

  /** The ways to how a person signs in; what is theirs, their provider's or not of this policy is left out. */
  #looksAt(member: Member): readonly MenuItem[] {
    const target = { member: this.rights.target(member) };
    const reset = this.rights.may('member.reset-password', target);
    const look = (task?: PersonTask): void => {
      this.showPerson(member, task);
      this.dispatchEvent(new ShowPersonIntent(member.id));
    };
    return [
      ...(this.rights.may('member.view-activity', target).allowed
        ? [{ label: actionStrings.showActivity, icon: 'clock', run: () => look() } as const]
        : []),
      ...(isLeftOut(reset)
        ? []
        : [
            {
              label: actionStrings.resetPassword,
              icon: 'key',
              ...(reset.allowed ? {} : { reason: reasonText(reset.reason) }),
              run: () => look('password'),
            } as const,
          ]),
    ];
  }

  #openMenu(member: Member, anchor: HTMLElement): void {
    void this.renderRoot
      .querySelector<MenuElement>('ua-menu')
      ?.openAt(anchor, strings.actionsFor(nameOf(member)), [
        ...this.#looksAt(member),
        ...this.#itemsFor(member),
      ]);
  }

  #start(action: MemberAction, member: Member): void {
    if (action === 'member.reactivate') void this.#writes.reactivate(member);
    else if (action === 'member.deactivate' && this.rights.policy.members.deactivation === 'toggle')
      void this.#writes.deactivate(member);
    else this.#writes.askFirst(action, member);
  }

  #textsFor({ action, member }: Question): {
    readonly heading: string;
    readonly text: string;
    readonly action: string;
  } {
    const workspace = this.rights.viewer.workspace.name;
    return {
      ...actionStrings.questions[action](nameOf(member), member.email, workspace),
      action: ACTIONS[action].label,
    };
  }

  readonly #confirm = async (): Promise<void> => {
    if (!(await this.#writes.confirm())) return;
    await this.updateComplete;
    this.dispatchEvent(new ActedEvent('done'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-actions': MemberActionsElement;
  }
}
