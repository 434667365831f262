// Keeps the focus near where it was when what had it is drawn no more. Looks at what is drawn and knows nothing of what it means.
import type { LitElement, ReactiveController } from 'lit';
import { painted } from './painted.ts';

const CONTROLS = 'button, a[href], input, select, textarea';

/** Where a drawing of `host` takes away the control that has the focus, the control in its place gets it, else the heading. */
export class FocusKeeper implements ReactiveController {
  readonly #host: LitElement;
  /** What had the focus, and how many controls stand in front of it; kept while a question about it is open. */
  #held: { readonly control: Element; readonly place: number } | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Also where it does not bubble, as most do not.
    this.#host.renderRoot.addEventListener('close', this.#lookAgain, true);
  }

  hostUpdate(): void {
    const control = this.#host.shadowRoot?.activeElement ?? null;
    if (isQuestion(control)) return;
    if (control !== null) this.#held = { control, place: controlsBefore(control) };
    else if (this.#held?.control.isConnected === true) this.#held = undefined;
  }

  hostUpdated(): void {
    if (this.#held === undefined || this.#held.control.isConnected || !this.#isLost()) return;
    const root = this.#host.shadowRoot!;
    const before = root.activeElement;
    void focusNear(this.#host, this.#held.place);
    // Nothing takes it while the question is still in front.
    if (before === null || root.activeElement !== before) this.#held = undefined;
  }

  /** What a question was about can be gone by the time it closes, and with it what the focus would go back to. */
  readonly #lookAgain = (): void => this.#host.requestUpdate();

  #isLost(): boolean {
    const at = this.#host.shadowRoot?.activeElement ?? null;
    // Until the next frame the focus can still be in a question that has closed.
    return at === null ? document.activeElement === document.body : isQuestion(at) && !at.open;
  }
}

function isQuestion(element: Element | null): element is Element & { readonly open: boolean } {
  return element?.localName === 'ua-confirm' || element?.localName === 'ua-dialog';
}

const controlsOf = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(CONTROLS)].filter((control) => control.checkVisibility());

function controlsBefore(element: Element): number {
  return controlsOf(element.getRootNode() as ShadowRoot).filter(
    (control) => (control.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  ).length;
}

/** Goes to what stands at `place` in `host` now, to the last of what is left, to the heading, or to what is near the host itself. */
async function focusNear(host: LitElement, place: number): Promise<void> {
  const root = host.renderRoot;
  const controls = controlsOf(root);
  const near = controls[Math.min(place, controls.length - 1)] ?? root.querySelector<HTMLElement>('h2, h3');
  if (near !== null) {
    if (near.tabIndex < 0) near.tabIndex = -1;
    return near.focus();
  }
  // What it holds in elements of its own may take a moment to be drawn.
  await painted();
  host.focus();
  if (document.activeElement !== document.body) return;
  const around = host.getRootNode();
  if (around instanceof ShadowRoot) await focusNear(around.host as LitElement, controlsBefore(host));
}
