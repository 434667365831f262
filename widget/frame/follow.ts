// Lets a page that stays open show what others change: as the server tells of it, and by looking itself where nothing tells. Loaded after the first rows.
import type { LitElement, ReactiveController } from 'lit';
import type { ChangedPart } from '../../shared/live/change.ts';
import type { SessionController } from '../controllers/session.ts';
import type { Language } from '../i18n/language.ts';
import { watchLanguage } from '../i18n/watch-language.ts';
import type { Freshness } from '../room.ts';
import { inHand } from './in-hand.ts';
import { Listening } from './listening.ts';
import { keepTabInSight } from './tab-in-sight.ts';

/** How often a page that is looked at is loaded again where nobody tells of changes, in milliseconds. */
const OFTEN = 30_000;
/** The same while the server tells: not everything that is shown is told of, such as when somebody was last here. */
const SELDOM = 120_000;
/** How soon it may be, once somebody comes back to it, in milliseconds. */
const SOON = 5_000;
/** The least between two changes of what is shown, in milliseconds. */
const APART = 300;

/** What a part that the server names is called here. */
const PARTS: Readonly<Partial<Record<ChangedPart, Freshness>>> = { reviews: 'viewer', settings: 'viewer' };

/** What follows: it can load again what it shows, in place. */
interface Followed extends LitElement {
  refresh(): void;
}

/** Whose session it is, and the way to load parts of it again. */
type Session = Pick<SessionController, 'running' | 'rights' | 'touch'>;

const followed = new WeakSet<Followed>();

/**
 * Loads again what `widget` shows and others have changed: the parts that the server tells of, as it tells; everything each half minute
 * where it does not, and as somebody comes back. Never takes away what they type or are asked.
 */
export function follow(widget: Followed, session: Session, language: Language): void {
  if (followed.has(widget)) return;
  followed.add(widget);
  watchLanguage(widget, language);
  keepTabInSight(widget);
  widget.addController(new FollowController(widget, session));
}

class FollowController implements ReactiveController {
  readonly #widget: Followed;
  readonly #session: Session;
  readonly #due = new Set<Freshness>();
  #listening: Listening | undefined;
  #heard: Session['running'];
  #last = Date.now();
  #ticking: ReturnType<typeof setInterval> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(widget: Followed, session: Session) {
    this.#widget = widget;
    this.#session = session;
  }

  hostConnected(): void {
    this.#ticking = setInterval(() => this.#look(OFTEN / 2), OFTEN);
    addEventListener('focus', this.#comeBack);
    document.addEventListener('visibilitychange', this.#comeBack);
    this.hostUpdated();
  }

  hostDisconnected(): void {
    clearInterval(this.#ticking);
    clearTimeout(this.#settling);
    this.#settling = undefined;
    removeEventListener('focus', this.#comeBack);
    document.removeEventListener('visibilitychange', this.#comeBack);
  }

  /** Listens for whoever is looking now; the end of a session ends its listening. */
  hostUpdated(): void {
    const { running, rights } = this.#session;
    if (running === this.#heard || running === undefined || rights === undefined) return;
    this.#heard = running;
    this.#due.clear();
    const { signal } = running.stop;
    this.#listening = new Listening(running.api, signal, {
      hear: (changed) =>
        this.#note(
          changed.map((part) => PARTS[part] ?? (part as Freshness)),
          signal,
        ),
      hearNothing: () => this.#note(['members', 'invitations', 'permissions', 'viewer'], signal),
      // Asked who is looking, the server says why nobody may any more.
      shutOut: () => this.#note(['viewer'], signal),
    });
  }

  #look(apart: number): void {
    const isLookedAt = document.visibilityState === 'visible' && navigator.onLine;
    const least = this.#listening?.isLive === true ? SELDOM - OFTEN / 2 : apart;
    if (!isLookedAt || Date.now() - this.#last < least || inHand() !== undefined) return;
    this.#last = Date.now();
    this.#widget.refresh();
  }

  readonly #comeBack = (): void => this.#look(SOON);

  #note(parts: readonly Freshness[], session: AbortSignal): void {
    if (session.aborted) return;
    for (const part of parts) this.#due.add(part);
    if (this.#settling === undefined) this.#settle();
  }

  /** Loads what is due and in nobody's hand; looks again a moment later, until nothing is left. */
  readonly #settle = (): void => {
    this.#settling = undefined;
    if (this.#due.size === 0 || this.#session.running !== this.#heard) return;
    const hand = inHand();
    const now = [...this.#due].filter(
      (part) => hand === undefined || (hand === 'typing' && part !== 'viewer'),
    );
    for (const part of now) this.#due.delete(part);
    this.#settling = setTimeout(this.#settle, APART);
    if (now.length > 0) this.#session.touch(...now);
  };
}
