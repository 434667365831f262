// Several invitations at once: who is chosen, the bar of what can be done, and taking a revocation back. For the list that hosts it.
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { Invitation, InvitationChanged } from '../../shared/invitations/invitation.ts';
import { failureOf } from '../failure.ts';
import { invitationStrings as strings } from '../i18n/invitation-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as general } from '../i18n/strings.ts';
import { NotifyIntent, ask } from '../intents.ts';
import type { Notice } from '../intents.ts';
import { noteField } from '../ui/note-field.ts';
import { progressLine } from '../ui/progress.ts';
import { ChangeInvitationsIntent, CreateInvitationsIntent } from './intents.ts';

/** Where the rows are that it is about. */
export interface SeveralHost {
  /** Loads what is shown again. */
  refresh(): Promise<void>;
}

/** What can be done with several invitations. */
export class SeveralInvitations {
  #chosen: ReadonlyMap<string, Invitation> = new Map();
  #isAsking = false;
  #isRunning = false;
  /** How many of those that are being changed are done, and of how many. */
  #progress: readonly [done: number, total: number] | undefined;
  #stopping: AbortController | undefined;
  #note = '';
  readonly #host: LitElement & SeveralHost;

  constructor(host: LitElement & SeveralHost) {
    this.#host = host;
  }

  /** Whether the invitation is chosen. */
  has({ id }: Invitation): boolean {
    return this.#chosen.has(id);
  }

  /** Chooses the invitation, or no longer. */
  set(invitation: Invitation, isIn: boolean): void {
    const others = [...this.#chosen].filter(([id]) => id !== invitation.id);
    this.#chosen = new Map(isIn ? [...others, [invitation.id, invitation]] : others);
    this.#host.requestUpdate();
  }

  /** The bar and the question; nothing while none of `shown` is chosen. */
  render(shown: readonly Invitation[]): TemplateResult | typeof nothing {
    const chosen = shown.filter((invitation) => this.has(invitation));
    if (chosen.length === 0) return nothing;
    const button = (text: string, run: () => void) =>
      html`<button type="button" part="button" class="button small" aria-disabled=${String(this.#isRunning)} @click=${() => this.#isRunning || run()}>${text}</button>`;
    return html`<div class="several" role="group" aria-label=${strings.chosenActions}>
        <strong>${strings.chosen(chosen.length)}</strong>
        ${button(strings.resend, () => void this.#change('resend', chosen))}
        ${button(strings.revoke, () => this.#ask(true))}
        ${
          this.#progress === undefined
            ? html`<button type="button" part="button button-quiet" class="button small quiet" @click=${() => this.#clear()}>${strings.chooseNone}</button>`
            : progressLine(strings.changingMany(...this.#progress), this.#progress, this.#stop)
        }
      </div>
      <ua-confirm
        .open=${this.#isAsking}
        heading=${strings.revokeManyQuestion(chosen.length)}
        action=${strings.revoke}
        isDangerous
        .isPending=${this.#isRunning}
        @confirm=${() => void this.#change('revoke', chosen)}
        @close=${() => this.#ask(false)}
        >${strings.revokeText} ${noteField(this.#note, (note) => (this.#note = note))}</ua-confirm
      >`;
  }

  /** Offers to invite those again whose invitations were just taken back. */
  undoFor(revoked: readonly Invitation[]): NonNullable<Notice['action']> {
    return { label: general.undo, hint: strings.undoRevoke, run: () => void this.#inviteAgain(revoked) };
  }

  #ask(isAsking: boolean): void {
    this.#isAsking = isAsking;
    if (isAsking) this.#note = '';
    this.#host.requestUpdate();
  }

  #clear(): void {
    this.#chosen = new Map();
    this.#host.requestUpdate();
  }

  readonly #stop = (): void => {
    // The button goes with what it stops.
    this.#host.renderRoot.querySelector<HTMLElement>('.several button')?.focus();
    this.#stopping?.abort();
  };

  async #change(action: 'resend' | 'revoke', chosen: readonly Invitation[]): Promise<void> {
    const note = this.#note;
    const results: InvitationChanged[] = [];
    const { signal } = (this.#stopping = new AbortController());
    this.#progress = [0, chosen.length];
    const onPart = (part: readonly InvitationChanged[]): void => {
      results.push(...part);
      this.#isAsking = false;
      this.#progress = [results.length, chosen.length];
      this.#host.requestUpdate();
    };
    const isPrevented = await this.#try(async () => {
      try {
        const ids = chosen.map(({ id }) => id);
        await ask(this.#host, new ChangeInvitationsIntent(ids, action, note, signal, onPart));
      } finally {
        // Also of those that were stopped half-way: what was done is done.
        this.#progress = undefined;
        this.#settle(action, chosen, results);
      }
    });
    // Where the page did not let it happen the question stays, with what was noted.
    this.#isAsking &&= isPrevented;
    this.#host.requestUpdate();
  }

  #settle(
    action: 'resend' | 'revoke',
    chosen: readonly Invitation[],
    results: readonly InvitationChanged[],
  ): void {
    const done = results.filter(({ refused }) => refused === undefined);
    const changed = chosen.filter(({ id }) => done.some(({ invitationId }) => invitationId === id));
    this.#chosen = new Map([...this.#chosen].filter(([id]) => !changed.some((one) => one.id === id)));
    if (changed.length > 0)
      this.#tell({
        text: (action === 'resend' ? strings.resentMany : strings.revokedMany)(changed.length),
        tone: 'success',
        ...(action === 'revoke' && { action: this.undoFor(changed) }),
      });
    this.#tellRefused(results);
  }

  /** By the same address, name and roles; each gets a new link. */
  async #inviteAgain(revoked: readonly Invitation[]): Promise<void> {
    await this.#try(async () => {
      const byRoles = Map.groupBy(revoked, ({ roles }) => JSON.stringify(roles));
      let count = 0;
      for (const people of byRoles.values()) {
        const form = { addresses: people.map(lineOf).join('\n'), count: people.length };
        const wish = new CreateInvitationsIntent(
          { ...form, roles: people[0]!.roles },
          new AbortController().signal,
        );
        const results = await ask(this.#host, wish);
        count += results.filter(({ outcome }) => outcome === 'invited').length;
      }
      this.#tell({ text: strings.invitedAgain(count), ...(count > 0 && { tone: 'success' }) });
    });
  }

  /** Does `job`, and says what went wrong. Resolves with whether the page did not let it happen. */
  async #try(job: () => Promise<void>): Promise<boolean> {
    let isPrevented = false;
    this.#isRunning = true;
    this.#host.requestUpdate();
    try {
      await job();
    } catch (error) {
      // Told, and the list is brought up to date.
      const { code } = failureOf(error);
      isPrevented = code === 'prevented';
      if (code !== 'aborted') this.#tell({ text: reasonText(code), tone: 'danger' });
    }
    this.#isRunning = false;
    await this.#host.refresh();
    this.#host.requestUpdate();
    return isPrevented;
  }

  #tellRefused(results: readonly InvitationChanged[]): void {
    const refused = results.flatMap((result) => (result.refused === undefined ? [] : [result.refused]));
    if (refused.length === 0) return;
    this.#tell({ text: strings.notChanged(refused.length, reasonText(refused[0]!)), tone: 'danger' });
  }

  #tell(notice: Notice): void {
    this.#host.dispatchEvent(new NotifyIntent(notice));
  }
}

/** An address with its name as a pasted list has it; a name that would need more than quotes is left out. */
function lineOf({ email, name }: Invitation): string {
  return name === '' || /["\\<>]/.test(name) ? email : `"${name}" <${email}>`;
}
