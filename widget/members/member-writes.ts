// Changes of one member, from the click to the row as it then stands: pending, question, conflict, notice, undo. No markup.
import type { LitElement } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { PendingController } from '../controllers/pending.ts';
import { NotifyIntent, ask } from '../intents.ts';
import type { Notice, Wish } from '../intents.ts';
import { failureOf } from '../failure.ts';
import type { Failure, FailureCode } from '../failure.ts';
import { actionStrings as strings } from '../i18n/action-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { nameOf, strings as shared } from '../i18n/strings.ts';
import {
  ChangeRoleIntent,
  DeactivateMemberIntent,
  LeaveWorkspaceIntent,
  ReactivateMemberIntent,
  RemoveMemberIntent,
} from './change-intents.ts';
import type { MemberAction } from './member-decisions.ts';

/** What the viewer is asked before it is done. */
export interface Question {
  readonly action: Exclude<MemberAction, 'member.reactivate'>;
  readonly member: Member;
  /** Why it was refused; undefined while it was not. */
  readonly failure?: FailureCode;
}

/** Where the rows are that a change is about. */
export interface Rows {
  replace(member: Member): void;
  remove(id: string): void;
}

/** What the changes are made with. */
export interface WriteTools {
  readonly rows: Rows;
  readonly roleName: (key: RoleKey) => string;
  /** Called whenever other members are being changed than before. */
  readonly onPending: () => void;
}

type OnFailure = (failure: Failure) => void;

/** Performs changes of single members for the element that hosts it. */
export class MemberWrites {
  /** The question that is open, if one is. */
  question: Question | undefined;
  readonly #host: LitElement;
  readonly #tools: WriteTools;
  readonly #pending: PendingController;

  constructor(host: LitElement, tools: WriteTools) {
    this.#host = host;
    this.#tools = tools;
    this.#pending = new PendingController({
      requestUpdate: () => {
        host.requestUpdate();
        tools.onPending();
      },
    });
  }

  /** The ids of the members that are being changed. */
  get pending(): ReadonlySet<string> {
    return this.#pending.keys;
  }

  /** Gives `member` one other role, by one click and so without asking why, as `docs/audit.md` says; the notice offers to give the old one back. */
  async changeRole(member: Member, role: RoleKey, isUndo = false): Promise<void> {
    const changed = await this.#change(member, new ChangeRoleIntent(member, [role]));
    if (changed === undefined) return;
    const [before] = member.roles;
    const name = nameOf(changed);
    const undo =
      isUndo || before === undefined ? undefined : () => void this.changeRole(changed, before, true);
    this.#notify(
      strings.roleChanged(name, this.#tools.roleName(role)),
      undo,
      before && strings.undoRole(name, this.#tools.roleName(before)),
    );
  }

  /** Restores the access of `member`; the notice offers to take it away again. */
  async reactivate(member: Member, isUndo = false): Promise<void> {
    const changed = await this.#change(member, new ReactivateMemberIntent(member));
    if (changed === undefined) return;
    this.#notify(
      (isUndo ? strings.restored : strings.reactivated)(nameOf(changed)),
      isUndo ? undefined : () => void this.deactivate(changed, true),
      strings.undoReactivate,
    );
  }

  /** Takes the access of `member` away at once; the notice offers to restore it. */
  async deactivate(member: Member, isUndo = false, note = '', onFailure?: OnFailure): Promise<boolean> {
    const changed = await this.#change(member, new DeactivateMemberIntent(member, note), onFailure);
    if (changed === undefined) return false;
    this.#notify(
      strings.deactivated(nameOf(changed)),
      isUndo ? undefined : () => void this.reactivate(changed, true),
      strings.undoDeactivate,
    );
    return true;
  }

  /** Opens the question before `action`. */
  askFirst(action: Question['action'], member: Member): void {
    this.question = { action, member };
    this.#host.requestUpdate();
  }

  /** Closes the question without doing anything. */
  readonly dismiss = (): void => {
    this.question = undefined;
    this.#host.requestUpdate();
  };

  /** Does what was asked; the question stays open with the reason where that fails. Resolves with whether it was done. */
  async confirm(note = ''): Promise<boolean> {
    const { question } = this;
    if (question === undefined || this.#pending.has(question.member.id)) return false;
    const { action, member } = question;
    let failure: Failure | undefined;
    const onFailure = (refusal: Failure): void => void (failure = refusal);
    const isDone = await (action === 'member.deactivate'
      ? this.deactivate(member, false, note, onFailure)
      : action === 'member.remove'
        ? this.#remove(member, note, onFailure)
        : this.#leave(member, onFailure));
    if (this.question !== question) return isDone;
    this.question =
      failure === undefined ? undefined : { ...question, ...freshOf(failure, member), failure: failure.code };
    this.#host.requestUpdate();
    return isDone;
  }

  async #remove(member: Member, note: string, onFailure: OnFailure): Promise<boolean> {
    const isRemoved = await this.#try(member, new RemoveMemberIntent(member, note), onFailure);
    if (isRemoved !== true) return false;
    this.#tools.rows.remove(member.id);
    this.#notify(strings.removed(nameOf(member)));
    return true;
  }

  async #leave(member: Member, onFailure: OnFailure): Promise<boolean> {
    let isDone = true;
    await this.#try(member, new LeaveWorkspaceIntent(), (failure) => {
      isDone = false;
      onFailure(failure);
    });
    return isDone;
  }

  async #change(member: Member, wish: Wish<Member>, onFailure?: OnFailure): Promise<Member | undefined> {
    const changed = await this.#try(member, wish, onFailure);
    if (changed !== undefined) this.#tools.rows.replace(changed);
    return changed;
  }

  #try<Answer>(member: Member, wish: Wish<Answer>, onFailure?: OnFailure): Promise<Answer | undefined> {
    return this.#pending.run(member.id, async () => {
      try {
        return await ask(this.#host, wish);
      } catch (error) {
        // Shown to the viewer, and the row is brought up to date with what the refusal carries.
        const failure = failureOf(error);
        if (failure.code === 'aborted') return undefined;
        this.#settle(member, failure);
        if (onFailure === undefined) {
          this.#tell({ text: strings.failedFor(nameOf(member), reasonText(failure.code)), tone: 'danger' });
        } else onFailure(failure);
        return undefined;
      }
    });
  }

  #settle(member: Member, failure: Failure): void {
    if (failure.code === 'member_not_found') this.#tools.rows.remove(member.id);
    else if (failure.code === 'changed_meanwhile') this.#tools.rows.replace(freshOf(failure, member).member);
  }

  #notify(text: string, undo?: () => void, hint = ''): void {
    this.#tell({ text, tone: 'success', ...(undo && { action: { label: shared.undo, hint, run: undo } }) });
  }

  #tell(notice: Notice): void {
    this.#host.dispatchEvent(new NotifyIntent(notice));
  }
}

/** The member as the refusal says it now is; a conflict always carries it. */
function freshOf(failure: Failure, member: Member): { readonly member: Member } {
  const fresh = failure.details as Member | null | undefined;
  return { member: failure.code === 'changed_meanwhile' && fresh?.id === member.id ? fresh : member };
}
