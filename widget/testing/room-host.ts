// Stands in for <user-admin> around a single element: answers the intents of rooms from a server in memory. Never part of a build.
import { writeAsked } from '../changes/write.ts';
import type { BeforeChangeEvent } from '../changes/events.ts';
import type { FactEvent } from '../events.ts';
import type { Intent, Notice } from '../intents.ts';
import { NotifyIntent } from '../intents.ts';
import { register } from '../register.ts';
import { rightsOf } from '../rights.ts';
import type { Desk, Freshness, Room } from '../room.ts';
import { DialogElement } from '../ui/dialog.ts';
import { EmptyStateElement } from '../ui/empty-state.ts';
import type { MemoryApi } from './memory-api.ts';

/** An element that answers what its children ask for and keeps what they told. */
export class RoomHost {
  readonly element: HTMLElement;
  readonly facts: FactEvent[] = [];
  readonly notices: Notice[] = [];
  readonly touched: Freshness[] = [];
  readonly #served = new Set<Room>();
  /** Whether the page lets things happen. */
  allows: (question: BeforeChangeEvent) => boolean = () => true;

  constructor(api: MemoryApi, rooms: readonly Room[], element: HTMLElement = document.createElement('div')) {
    this.element = element;
    const tell = (fact: FactEvent): void => void this.facts.push(fact);
    const ask = (question: BeforeChangeEvent): void => {
      if (!this.allows(question)) question.preventDefault();
    };
    const { signal } = new AbortController();
    const desk: Desk = {
      api,
      write: (path, given, options) => writeAsked({ api, signal, ask, tell }, path, given, options),
      tell,
      get rights() {
        return rightsOf(api.viewerNow);
      },
      notify: (notice) => void this.notices.push(notice),
      touch: (...what) => void this.touched.push(...what),
      furnish: (room) => this.#serve(room, desk),
    };
    register({ 'ua-dialog': DialogElement, 'ua-empty-state': EmptyStateElement });
    for (const room of rooms) this.#serve(room, desk);
    element.addEventListener(NotifyIntent.type, (event) => this.notices.push((event as NotifyIntent).notice));
  }

  #serve(room: Room, desk: Desk): void {
    if (this.#served.has(room)) return;
    this.#served.add(room);
    register(room.elements);
    for (const [type, answer] of Object.entries(room.answers)) {
      this.element.addEventListener(type, (event) => {
        event.stopPropagation();
        (event as Intent<unknown>).respondWith(answer(event, desk));
      });
    }
  }
}
