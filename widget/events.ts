// The public events of the whole widget, and what those of the rooms are made of. Classes only; nothing here acts.
import type { FrameView } from './frame/frame-view.ts';

/** Something that happened and was acknowledged by the server; leaves `<user-admin>` for the page. */
export abstract class FactEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** Something that is about to happen and that the page may prevent. */
export abstract class VetoEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The view, the filter or the person shown has changed, by the viewer's hand. */
export class ViewChangedEvent extends FactEvent {
  static readonly type = 'ua-view-changed';
  readonly view: FrameView;
  /** The filter in the form of the attribute; empty where nothing is narrowed. */
  readonly filter: string;
  readonly person: string;

  constructor(view: FrameView, filter: string, person: string) {
    super(ViewChangedEvent.type);
    this.view = view;
    this.filter = filter;
    this.person = person;
  }
}

/** The viewer may not see anything here; the page can take them elsewhere. */
export class ForbiddenEvent extends FactEvent {
  static readonly type = 'ua-forbidden';
  readonly code: string;
  constructor(code: string) {
    super(ForbiddenEvent.type);
    this.code = code;
  }
}

/** Something failed; for the page's telemetry. Carries a code and never text from the server. */
export class UserAdminErrorEvent extends FactEvent {
  static readonly type = 'ua-error';
  readonly code: string;
  constructor(code: string) {
    super(UserAdminErrorEvent.type);
    this.code = code;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ua-view-changed': ViewChangedEvent;
    'ua-forbidden': ForbiddenEvent;
    'ua-error': UserAdminErrorEvent;
  }
}
