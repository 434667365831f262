// What a room (members, invitations, permissions) brings along when its code is loaded: elements and the answers to their intents.
import type { TemplateResult } from 'lit';
import type { Calls, UserAdminApi } from './client/api.ts';
import type { FactEvent } from './events.ts';
import type { FrameView } from './frame/frame-view.ts';
import type { Wanderer } from './frame/leave.ts';
import type { Notice } from './intents.ts';
import type { MemberQuery } from './members/member-query.ts';
import type { ElementTable } from './register.ts';
import type { Rights } from './rights.ts';

/** A list that other parts of the widget may have made out of date. */
export type Freshness = 'members' | 'invitations' | 'permissions' | 'viewer';

/** How often each part has been made out of date; a list that sees its number rise loads again, in place. */
export type Revisions = Readonly<Record<Freshness, number>>;

/** What `<user-admin>` lends to the one who answers an intent. */
export interface Desk {
  readonly api: Omit<UserAdminApi, 'write'>;
  readonly rights: Rights;
  /** Tells the host page what happened, after the server said yes. */
  tell(fact: FactEvent): void;
  /** The one way to change something: the page is asked before and told after. */
  readonly write: Calls['write'];
  /** Shows a passing notice, which is also announced. */
  notify(notice: Notice): void;
  /** Lets the lists that show this load again, in place. */
  touch(...what: Freshness[]): void;
  /** Opens a room whose code has just come. */
  furnish(room: Room): void;
}

/** Answers by the type of the intent; each performs the read or write and resolves with what the server said. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answers = Readonly<Record<string, (intent: any, desk: Desk) => Promise<unknown>>>;

/** What a view is drawn from. */
export interface Scene {
  readonly rights: Rights;
  readonly endpoint: string;
  /** How the list of people is narrowed and sorted. */
  readonly query: MemberQuery;
  /** The id of the member that is pointed out; empty for nobody. */
  readonly person: string;
  readonly revisions: Revisions;
}

/** A room: `<user-admin>` registers its elements and listens for its intents once its code is there. */
export interface Room {
  readonly elements: ElementTable;
  readonly answers: Answers;
  /** What is to be done to `<user-admin>` itself once the code is there. */
  readonly begin?: (widget: Wanderer) => void;
  /** The views that are in it, each as it is drawn. */
  readonly views?: { readonly [View in FrameView]?: (scene: Scene) => TemplateResult };
}
