// The names of the views. Types only.
import type { ViewKey } from '../../shared/policy/policy.ts';

/** A view beside the tabs, which no policy lists: how people sign in here, and the viewer's own account. */
export type SideView = 'settings' | 'account';

/** A view of the whole widget; `member` is the page of the person that is pointed out. */
export type FrameView = ViewKey | SideView | 'member';
