// One viewer in one workspace, from the first question to the last answer. When somebody else asks, nothing of it is left.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { UserAdminApi } from '../client/api.ts';
import { ForbiddenEvent, UserAdminErrorEvent } from '../events.ts';
import type { Intent, Notice } from '../intents.ts';
import { Failure, failureOf, fetched } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { warmFormats } from '../i18n/format.ts';
import { takeReasons } from '../i18n/failure-strings.ts';
import { register } from '../register.ts';
import { rightsOf } from '../rights.ts';
import type { Rights } from '../rights.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import type { Answers, Desk, Freshness, Revisions, Room } from '../room.ts';
import { warmCopies } from '../ui/copies.ts';
import { painted } from './painted.ts';

/** What the element does for its session. */
export interface SessionTools {
  /** Makes the connection of a session; `signal` ends everything it does. */
  connect(signal: AbortSignal): UserAdminApi;
  notify(notice: Notice): void;
  furnish(room: Room): void;
  /** Whether there is a fresh proof of who the viewer is, after asking for one. */
  prove(rights: Rights, session: AbortSignal): Promise<boolean>;
  /** The viewer, with the policy in the words of the page. */
  translated(viewer: Viewer): Promise<Viewer>;
}

/** Failures after which the viewer has no business here, whatever they were looking at. */
export const SHUT_OUT: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'not_signed_in',
  'token_invalid',
  'not_a_member',
  'actor_deactivated',
  'workspace_not_found',
]);

const FRESH: Revisions = { members: 0, invitations: 0, permissions: 0, viewer: 0 };

/** A session that is under way: its connection, and the end of it. */
interface Running {
  readonly api: UserAdminApi;
  readonly stop: AbortController;
}

/** The session that `<user-admin>` shows. */
export class SessionController implements ReactiveController {
  /** What the viewer may do; undefined until the server has said who it is. */
  rights: Rights | undefined;
  /** Why there is nothing to show. */
  failure: Failure | undefined;
  /** How often each part was made out of date in this session. */
  revisions: Record<Freshness, number> = { ...FRESH };

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #tools: SessionTools;
  #running: Running | undefined;
  /** The newest question who is looking: an older answer that comes after it is out of date. */
  #asked: object | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, tools: SessionTools) {
    this.#host = host;
    this.#tools = tools;
    host.addController(this);
  }

  /** The session that is under way. */
  get running(): Running | undefined {
    return this.#running;
  }

  hostConnected(): void {
    // The host starts the session, once its properties are set.
  }

  hostDisconnected(): void {
    // Taken out and put back in one go is a move, and not the end.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.stop();
    });
  }

  /** Begins anew for whoever the host's properties name now. */
  start(): void {
    this.stop();
    const stop = new AbortController();
    this.#running = { api: this.#tools.connect(stop.signal), stop };
    void this.#loadViewer();
    // While the answer is on its way.
    setTimeout(() => {
      warmFormats();
      warmCopies();
    });
  }

  /** Ends the session and forgets all of it; replies on their way reach nobody. */
  stop(): void {
    this.#running?.stop.abort();
    this.#running = this.#asked = this.rights = this.failure = undefined;
    this.revisions = { ...FRESH };
    this.#host.requestUpdate();
  }

  /** Loads everything that is shown again; begins anew where there is nothing. */
  refresh(): void {
    if (this.rights === undefined) this.start();
    else this.touch('members', 'invitations', 'permissions', 'viewer');
  }

  /** Lets the parts named load again, in place. */
  touch(...what: readonly Freshness[]): void {
    for (const part of what) this.revisions[part] += 1;
    if (what.includes('viewer')) void this.#loadViewer();
    this.#host.requestUpdate();
  }

  /** Takes the intents named in `answers` at `root`, where they end. */
  listen(root: EventTarget, answers: Answers): void {
    for (const [type, answer] of Object.entries(answers)) {
      root.addEventListener(type, (event) => {
        event.stopPropagation();
        const intent = event as Intent<unknown>;
        intent.respondWith(this.#answer((desk) => answer(intent, desk)));
      });
    }
  }

  async #answer(answer: (desk: Desk) => Promise<unknown>, isProved = false): Promise<unknown> {
    const running = this.#running;
    if (running === undefined || this.rights === undefined) throw new Failure('aborted');
    try {
      const answered = await answer(this.#desk(running.api, this.rights, running.stop.signal));
      if (this.#running !== running) throw new Failure('aborted');
      return answered;
    } catch (error) {
      let failure = failureOf(error);
      if (failure.code === 'fresh_sign_in_required' && !isProved && this.#running === running) {
        const hasProof = await this.#tools.prove(this.rights, running.stop.signal);
        // The same wish under the same key; whoever is here by now, it is theirs only if they are the same.
        if (hasProof && this.#running === running) return this.#answer(answer, true);
      }
      // Passed on to who asked; what shuts the viewer out is everybody's business.
      if (this.#running !== running) failure = new Failure('aborted');
      if (failure.code !== 'aborted' && failure.code !== 'prevented') this.#report(failure);
      if (SHUT_OUT.has(failure.code)) this.fail(failure);
      throw failure;
    }
  }

  #desk(api: UserAdminApi, rights: Rights, signal: AbortSignal): Desk {
    const tell: Desk['tell'] = (fact) => void (signal.aborted || this.#host.dispatchEvent(fact));
    return {
      api,
      rights,
      tell,
      write: async (path, given, options) => {
        const { writeAsked } = await fetched(loadWriter);
        return writeAsked(
          { api, signal, tell, ask: (question) => this.#host.dispatchEvent(question) },
          path,
          given,
          options,
        );
      },
      notify: this.#tools.notify,
      touch: (...what) => signal.aborted || this.touch(...what),
      furnish: this.#tools.furnish,
    };
  }

  async #loadViewer(): Promise<void> {
    const asked = (this.#asked = {});
    try {
      const viewer = await this.#tools.translated(await this.#running!.api.viewer());
      const rights = rightsOf(viewer);
      // People are shown without what is said where there is nobody to show.
      const isEarly = !isBesideHere && rights.mayHere('members.list').allowed;
      if (!isEarly) await loadBeside();
      if (this.#asked !== asked) return;
      this.#show(rights);
      if (!isEarly) return;
      await painted();
      await loadBeside();
      // Drawn again, with the sentences of refusals.
      if (this.rights === rights) this.#show(rightsOf(viewer));
    } catch (error) {
      // Shown instead of everything, unless there is something to go on with.
      await loadBeside();
      if (this.#asked !== asked) return;
      const failure = failureOf(error);
      if (failure.code !== 'aborted') this.#report(failure);
      if (this.rights === undefined || SHUT_OUT.has(failure.code)) this.fail(failure);
    }
  }

  #show(rights: Rights): void {
    this.rights = rights;
    this.failure = undefined;
    this.#host.requestUpdate();
  }

  /** Shows `failure` instead of everything. */
  fail(failure: Failure): void {
    // Several answers may say the same.
    const isNews = this.failure?.code !== failure.code;
    this.failure = failure;
    this.rights = undefined;
    this.#host.requestUpdate();
    if (isNews && SHUT_OUT.has(failure.code)) this.#host.dispatchEvent(new ForbiddenEvent(failure.code));
  }

  #report({ code }: Failure): void {
    this.#host.dispatchEvent(new UserAdminErrorEvent(code));
  }
}

const loadWriter = () => import('../changes/write.ts');
const loadWords = () => import('../frame/beside.ts');

/** Whether what is needed where there is nothing to show has come, for every `<user-admin>` of the page. */
let isBesideHere = false;

/** Fetches what is needed where there is nothing to show; behind the first rows, where there are any. Never rejects. */
async function loadBeside(): Promise<void> {
  try {
    const { REASONS, EmptyStateElement } = await fetched(loadWords);
    takeReasons(REASONS);
    register({ 'ua-empty-state': EmptyStateElement });
    isBesideHere = true;
  } catch {
    // Without it a neutral sentence stands for every reason, as plain text with the way to try again.
  }
}
