// What inner elements ask of <user-admin> itself: to say something, and to show something else. Changes its public properties, by the viewer's hand.
import type { LitElement } from 'lit';
import { NotifyIntent } from '../intents.ts';
import { FilterMembersIntent, ShowPersonIntent } from '../members/intents.ts';
import { formatMemberQuery } from '../members/member-query.ts';
import { notify } from './tell.ts';

/** Where the viewer is. */
interface Whereabouts {
  view: string;
  filter: string;
  person: string;
}

/** Hears at `root` what is asked of `widget`; `onMoved` is called when the viewer is elsewhere. */
export function hear(root: EventTarget, widget: LitElement & Whereabouts, onMoved: () => void): void {
  const take = <Asked extends Event>(type: string, answer: (asked: Asked) => void): void =>
    root.addEventListener(type, (event) => {
      event.stopPropagation();
      answer(event as Asked);
    });
  take<NotifyIntent>(NotifyIntent.type, ({ notice }) => void notify(widget, notice));
  take<FilterMembersIntent>(FilterMembersIntent.type, ({ query }) => {
    widget.filter = formatMemberQuery(query);
    onMoved();
  });
  take<ShowPersonIntent>(ShowPersonIntent.type, ({ person, view = widget.view }) => {
    widget.person = person;
    widget.view = view;
    onMoved();
  });
}
