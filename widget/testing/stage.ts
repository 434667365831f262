// A whole <user-admin> on a server in memory, and the way to what stands inside its shadow roots. Never part of a build.
import { fixture } from '@open-wc/testing';
import { waitUntil } from './wait-until.ts';
import type { LitElement } from 'lit';
import type { Policy } from '../../shared/policy/policy.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Member } from '../../shared/members/member.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import type { MemberGridElement } from '../members/member-grid.ts';
import type { MemberListElement } from '../members/member-list.ts';
import { NOW, aViewer, someMembers } from './builders.ts';
import { MemoryApi } from './memory-api.ts';
import { MemoryUserAdminElement } from './memory-element.ts';
import { MemoryDiagnosis } from './memory-diagnosis.ts';
import { MemoryForms } from './memory-forms.ts';
import { MemoryOffboarding } from './memory-offboarding.ts';
import { MemoryInvitations } from './memory-invitations.ts';
import { MemoryPeople } from './memory-people.ts';
import { MemoryPermissions } from './memory-permissions.ts';
import { MemoryPlaces } from './memory-places.ts';
import { MemoryResources } from './memory-resources.ts';
import { MemoryRoles } from './memory-roles.ts';

/** What is on the stage. */
export interface Setting {
  readonly policy?: Policy;
  readonly role?: string;
  readonly count?: number;
  readonly viewer?: Partial<Viewer>;
  readonly members?: readonly Member[];
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  readonly attributes?: Readonly<Record<string, string>>;
  readonly before?: MemoryApi['before'];
  /** Runs before the element is on the page. */
  readonly prepare?: (api: MemoryApi) => void;
}

/** The element, its server, and what they hold. */
export interface Stage {
  readonly element: MemoryUserAdminElement;
  readonly api: MemoryApi;
}

/** A server in memory for the setting. */
export function anApi({
  policy = tables,
  role = 'owner',
  count = 12,
  viewer,
  members,
  before,
  prepare,
}: Setting = {}): MemoryApi {
  const api = new MemoryApi({
    viewer: aViewer(policy, [role], viewer),
    members: members ?? someMembers(count, policy, [role]),
  });
  api.invitations = new MemoryInvitations(api, []);
  api.permissions = new MemoryPermissions(api, ['customers', 'invoices', 'orders']);
  new MemoryPeople(api, NOW);
  new MemoryDiagnosis(api);
  api.forms = new MemoryForms(api);
  new MemoryOffboarding(api);
  api.places = new MemoryPlaces(api);
  new MemoryResources(api);
  new MemoryRoles(api);
  if (before !== undefined) api.before = before;
  prepare?.(api);
  return api;
}

/** Puts `<user-admin>` on the page. Resolves at once; `listOf` and the like wait for what they name. */
export async function aStage(setting: Setting = {}): Promise<Stage> {
  const { width = 1200, scheme = 'light', attributes = {} } = setting;
  const api = anApi(setting);
  const element = new MemoryUserAdminElement();
  element.api = api;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const frame = document.createElement('div');
  frame.style.cssText = `inline-size: ${width}px; color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#16171a' : '#ffffff'}`;
  frame.append(element);
  await fixture(frame);
  return { element, api };
}

/** Waits until everything in the element's shadow roots has been drawn. */
export async function settled(element: LitElement): Promise<void> {
  await element.updateComplete;
  for (const inner of element.renderRoot.querySelectorAll<LitElement>('*')) {
    if (inner.updateComplete !== undefined) await settled(inner);
  }
}

/** The first element that matches in any shadow root below `root`. */
export function deep<Found extends Element = HTMLElement>(
  root: ParentNode & Node,
  selector: string,
): Found | null {
  const here = root.querySelector<Found>(selector);
  if (here !== null) return here;
  for (const inner of root.querySelectorAll('*')) {
    const found = inner.shadowRoot === null ? null : deep<Found>(inner.shadowRoot, selector);
    if (found !== null) return found;
  }
  return null;
}

/** The first element that matches inside `stage`, once it is there. */
export async function found<Found extends Element = HTMLElement>(
  { element }: Stage,
  selector: string,
): Promise<Found> {
  let match: Found | null = null;
  await waitUntil(() => (match = deep<Found>(element.renderRoot, selector)) !== null, `${selector} is there`);
  return match!;
}

/** The list of members, with its first rows drawn. */
export async function listOf(stage: Stage): Promise<MemberListElement> {
  await found(stage, '.row [data-control], ua-member-list ua-empty-state');
  // What acts on rows is loaded behind them.
  await customElements.whenDefined('ua-member-actions');
  const list = deep<MemberListElement>(stage.element.renderRoot, 'ua-member-list')!;
  await settled(stage.element);
  return list;
}

/** The grid of the list, with its first rows drawn. */
export async function gridOf(stage: Stage): Promise<MemberGridElement> {
  await listOf(stage);
  return deep<MemberGridElement>(stage.element.renderRoot, 'ua-member-grid')!;
}

/** The row of the person with this name. */
export function rowOf({ element }: Stage, name: string): HTMLElement {
  const grid = deep<MemberGridElement>(element.renderRoot, 'ua-member-grid')!;
  const rows = [...grid.renderRoot.querySelectorAll<HTMLElement>('.body .row')];
  const row = rows.find((candidate) => candidate.querySelector('.full-name')?.textContent === name);
  if (row === undefined) throw new Error(`No row for ${name}`);
  return row;
}

/** A control of somebody's row. */
export function controlOf<Control extends HTMLElement = HTMLElement>(
  stage: Stage,
  name: string,
  control: string,
): Control {
  return rowOf(stage, name).querySelector<Control>(`[data-control="${control}"]`)!;
}

/** The element that has the focus, through all shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The text of the live region; empty until there is one. */
export function announced({ element }: Stage): string {
  // Its code comes with the first thing to tell.
  const notices = deep(element.renderRoot, 'ua-notices')?.shadowRoot;
  return notices?.querySelector('[aria-live]')?.textContent?.trim() ?? '';
}

/** Chooses `value` in a select as a person would. */
export function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Something that is released by hand. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

/** A gate for holding an answer back. */
export function aGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
