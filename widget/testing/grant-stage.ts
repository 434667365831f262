// The grid of grants on a server in memory that saves each row by itself, and what a person does with it. Never part of a build.
import { fixture } from '@open-wc/testing';
import type { Policy } from '../../shared/policy/policy.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { CALL_ROOM } from '../calls.ts';
import { PermissionsViewElement } from '../permissions/permissions-view.ts';
import { PERMISSION_ROOM } from '../permissions/room.ts';
import { rightsOf } from '../rights.ts';
import { aViewer } from './builders.ts';
import { MemoryApi } from './memory-api.ts';
import { MemoryPermissions } from './memory-permissions.ts';
import { RoomHost } from './room-host.ts';
import { waitUntil } from './wait-until.ts';

/** The tables, where a test says nothing else. */
export const NAMES = ['Books', 'Customers', 'Invoices', 'Orders'];

/** How a grid differs from the usual one. */
interface Setting {
  readonly policy?: Policy;
  readonly names?: readonly string[];
  readonly role?: string;
  readonly viewer?: Partial<Viewer>;
  readonly scheme?: string;
  readonly before?: MemoryPermissions['before'];
  /** Adds to the server before it is asked. */
  readonly prepare?: (api: MemoryApi) => void;
}

/** The grid, with its rows drawn. */
export async function aGrid({
  policy = tables,
  names = NAMES,
  role = 'owner',
  viewer = {},
  scheme = 'light',
  before,
  prepare,
}: Setting = {}) {
  const api = new MemoryApi({ viewer: aViewer(policy, [role], viewer), members: [] });
  const memory = new MemoryPermissions(api, names);
  if (before) memory.before = before;
  api.permissions = memory;
  prepare?.(api);
  const host = new RoomHost(api, [PERMISSION_ROOM, CALL_ROOM]);
  host.element.style.cssText = `color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#16171a' : '#fff'}`;
  const view = new PermissionsViewElement();
  view.rights = rightsOf(api.viewerNow);
  host.element.append(view);
  await fixture(host.element);
  await view.updateComplete;
  const editor = view.shadowRoot!.querySelector('ua-grant-editor')!;
  await waitUntil(() => !editor.query.isLoading);
  await editor.updateComplete;
  return { api, memory, host, view, editor, root: editor.shadowRoot! };
}

/** What a test has in hand. */
export type Stage = Awaited<ReturnType<typeof aGrid>>;
/** A box by what it is called. */
export const box = ({ root }: Stage, label: string) =>
  [...root.querySelectorAll<HTMLInputElement>('table input')].find((input) => input.ariaLabel === label)!;
/** Presses boxes one after another. */
export const toggle = async (stage: Stage, ...labels: string[]) => {
  for (const label of labels) box(stage, label).click();
  await stage.editor.updateComplete;
};
/** The row of a table. */
export const rowOf = ({ root }: Stage, name: string) =>
  [...root.querySelectorAll<HTMLElement>('tbody tr.row')].find((row) => row.innerText.includes(name))!;
/** What is said under the row of a table; null for nothing. */
export const message = (stage: Stage, name: string) => {
  const next = rowOf(stage, name).nextElementSibling as HTMLElement | null;
  return next?.classList.contains('message') === true ? next : null;
};
/** The bar that says what is not saved. */
export const bar = ({ root }: Stage) => root.querySelector<HTMLElement>('.bar')!;
/** Presses a button by its words. */
export const press = ({ root }: Stage, text: string) =>
  [...root.querySelectorAll('button')].find((button) => button.innerText.trim() === text)!.click();
/** Goes to another role. */
export const show = async (stage: Stage, role: string) => {
  stage.root.querySelector<HTMLInputElement>(`input[value=${role}]`)!.click();
  await waitUntil(() => stage.editor.isComplete);
  await stage.editor.updateComplete;
};
/** Saves, and waits until it is done. */
export const save = async (stage: Stage) => {
  press(stage, 'Save');
  await waitUntil(() => stage.editor.saving === 0);
  await stage.editor.updateComplete;
};
