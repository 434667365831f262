// A list of five people in <user-admin>, and what a person does with it. Never part of a build.
import { aMember } from './builders.ts';
import { aStage, controlOf, deep, found, listOf, settled } from './stage.ts';
import type { Setting, Stage } from './stage.ts';

/** The viewer of these lists. */
export const OWNER = 'Amara Okafor';
/** Five people, one of each sort. */
export const people = () => [
  aMember(0, { roles: ['owner'], status: 'active' }),
  aMember(1, { name: 'Ben Admin', email: 'ben@example.org', roles: ['admin'] }),
  aMember(2, { name: 'Cleo Staff', email: 'cleo@example.org', roles: ['staff'] }),
  aMember(3, { name: 'Dan Off', email: 'dan@example.org', roles: ['member'], status: 'deactivated' }),
  aMember(4, { name: 'Eve Never', email: 'eve@example.org', roles: ['member'], lastSignInAt: null }),
];

/** A list of them, with its rows drawn. */
export async function aList(setting: Setting = {}): Promise<Stage> {
  const stage = await aStage({ members: people(), ...setting });
  await listOf(stage);
  return stage;
}

/** The names in the rows, in order. */
export const names = ({ element }: Stage) =>
  [...(deep(element.renderRoot, 'ua-member-grid')?.shadowRoot?.querySelectorAll('.full-name') ?? [])].map(
    (name) => name.textContent,
  );
/** The options of a select, and which are off. */
export const optionsOf = (select: HTMLSelectElement) =>
  [...select.options].map(({ value, disabled }) => `${value}${disabled ? ' off' : ''}`);
/** The dialog that is open, once it is. */
export const dialogOf = async (stage: Stage) => found<HTMLDialogElement>(stage, 'dialog[open]');

/** Opens somebody’s menu and gives its items. */
export async function menuOf(stage: Stage, name: string): Promise<HTMLElement[]> {
  controlOf(stage, name, 'menu').click();
  const menu = await found(stage, '.menu:popover-open');
  return [...menu.querySelectorAll<HTMLElement>('.item')];
}

/** Opens somebody’s menu and gives what changes something, without the ways to look at them. */
export async function deedsOf(stage: Stage, name: string): Promise<HTMLElement[]> {
  const items = await menuOf(stage, name);
  return items.filter(
    (item) => !['Manage roles', 'Show activity', 'Reset password'].includes(item.textContent!.trim()),
  );
}

/** Presses the last button of the open dialog. */
export async function confirm(stage: Stage): Promise<void> {
  const dialog = await dialogOf(stage);
  const host = (dialog.getRootNode() as ShadowRoot).host;
  [...host.querySelectorAll<HTMLElement>('[slot=actions]')].at(-1)!.click();
  await settled(stage.element);
}
