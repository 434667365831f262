// How <user-admin> says something in passing. The code of notices is loaded with the first one.
import type { LitElement } from 'lit';
import { UserAdminErrorEvent } from '../events.ts';
import { fetched } from '../failure.ts';
import type { Notice } from '../intents.ts';
import { register } from '../register.ts';
import type { NoticesElement } from '../ui/notices.ts';

/** Fetches what is asked for after the first rows; the same every time. */
export const loadBehind = () => import('./behind.ts');

/** The live region of `widget`, from the moment that something may be announced. */
export async function noticesOf(widget: LitElement): Promise<NoticesElement | null> {
  const { NoticesElement } = await fetched(loadBehind);
  register({ 'ua-notices': NoticesElement });
  const notices = widget.renderRoot.querySelector<NoticesElement>('ua-notices');
  // A live region is heard only where it was there before its text.
  await notices?.updateComplete;
  return notices;
}

/** Shows and announces `notice`. */
export async function notify(widget: LitElement, notice: Notice): Promise<void> {
  try {
    (await noticesOf(widget))?.notify(notice);
  } catch {
    // Nothing here can show it without its code; the page is told.
    widget.dispatchEvent(new UserAdminErrorEvent('offline'));
  }
}
