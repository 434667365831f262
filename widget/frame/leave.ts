// Going elsewhere, by whoever's wish: a view with edits that are not saved asks the viewer first. Loaded with the views that may have some.
import { html, nothing, render } from 'lit';
import type { LitElement, PropertyValues } from 'lit';
import { actionStrings } from '../i18n/action-strings.ts';
import type { FrameView } from './frame-view.ts';

/** A view that may have edits which are not saved. */
interface Left extends HTMLElement {
  /** What going elsewhere would drop; empty where nothing. */
  readonly leaveText?: string;
}

/** What goes from view to view. */
export interface Wanderer extends LitElement {
  view: string;
  filter: string;
  person: string;
  _stay: ((changed: PropertyValues<Wanderer>) => void) | undefined;
  _asked: Promise<boolean> | undefined;
  shownFor(view: string): FrameView | undefined;
  tellView(): void;
}

/** Has `widget` stay where it is, whoever wants it elsewhere, until the viewer has said that their edits may be dropped. */
export function askBeforeLeaving(widget: Wanderer): void {
  let isFree = false;
  let wanted: Pick<Wanderer, 'view' | 'filter' | 'person'> | undefined;
  widget._stay ??= (changed) => {
    const { view, filter, person } = widget;
    const before = changed.get('view') ?? view;
    const isHere = isFree || widget.shownFor(before) === widget.shownFor(view);
    isFree = false;
    const answer = isHere || mayLeave(widget.renderRoot as ShadowRoot);
    if (answer === true) return;
    if (wanted === undefined)
      void answer.then((mayGo) => {
        isFree = mayGo;
        if (mayGo) Object.assign(widget, wanted);
        wanted = undefined;
        widget.tellView();
      });
    wanted = { view, filter, person };
    widget.view = before;
    widget.filter = changed.get('filter') ?? filter;
    widget.person = changed.get('person') ?? person;
  };
}

/** Whether the viewer lets the view that `root` shows be left: at once where nothing would be lost, else as they answer. */
export function mayLeave(root: ShadowRoot): Promise<boolean> | true {
  const widget = root.host as Wanderer;
  const here = root.querySelector<Left>('.panel > *');
  return !here?.leaveText || (widget._asked ??= ask(widget, root, here));
}

function ask(widget: Wanderer, root: ShadowRoot, here: Left): Promise<boolean> {
  const frame = root.querySelector<HTMLElement>('.frame')!;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let mayGo = false;
  // Drawn with the widget, in the language of the moment; without the view there is nothing to ask.
  const question = {
    hostUpdated: () => {
      render(
        html`<ua-confirm
          .open=${!mayGo && here.isConnected}
          heading=${actionStrings.leaveQuestion}
          action=${actionStrings.leaveConfirm}
          isDangerous
          @confirm=${() => {
            mayGo = true;
            question.hostUpdated();
          }}
          @close=${() => {
            widget._asked = undefined;
            widget.removeController(question);
            render(nothing, frame);
            // The tab that was wanted is not the one that is shown.
            if (!mayGo && root.activeElement?.matches('.tab'))
              root.querySelector<HTMLElement>('.tab[tabindex="0"]')?.focus();
            resolve(mayGo);
          }}
          >${here.leaveText}</ua-confirm
        >`,
        frame,
      );
    },
  };
  widget.addController(question);
  question.hostUpdated();
  return promise;
}
