// The settings in <user-admin> on a server in memory, and what a person does with them. Never part of a build.
import type { Provider } from '../../shared/providers/provider.ts';
import { MemorySettings } from './memory-settings.ts';
import type { Setting, Stage } from './stage.ts';
import { aStage, found, settled } from './stage.ts';
import { waitUntil } from './wait-until.ts';

/** A stage with its settings at hand. */
export interface SettingsStage extends Stage {
  readonly settings: MemorySettings;
}

/** <user-admin view="settings"> in the home workspace, for its owner who signed in here. */
export async function aSettingsStage(
  setting: Setting = {},
  {
    providers,
    change,
  }: { providers?: readonly Provider[]; change?: (settings: MemorySettings) => void } = {},
): Promise<SettingsStage> {
  let settings: MemorySettings | undefined;
  const stage = await aStage({
    attributes: { view: 'settings' },
    ...setting,
    viewer: { isHome: true, isSignedIn: true, ...setting.viewer },
    prepare: (api) => {
      settings = new MemorySettings(api, Date.now(), providers);
      change?.(settings);
      setting.prepare?.(api);
    },
  });
  return { ...stage, settings: settings! };
}

/** What is inside a section, once it has drawn what it read. */
export async function sectionOf(stage: Stage, tag: string): Promise<ShadowRoot> {
  const root = (await found(stage, tag)).shadowRoot!;
  await waitUntil(
    () => root.querySelector('.section') !== null && root.querySelector('[aria-busy]') === null,
    `${tag} is drawn`,
  );
  await settled(stage.element);
  return root;
}

/** The text inside, with its white space made even. */
export const textOf = (root: ParentNode & Node) => root.textContent!.replace(/\s+/g, ' ');

/** The button or link with this name. */
export const press = (root: ParentNode, name: string): void => buttonOf(root, name).click();

/** The button or link with this name. */
export function buttonOf(root: ParentNode, name: string): HTMLElement {
  const all = [...root.querySelectorAll<HTMLElement>('button, a.button')];
  const button = all.find((one) => (one.ariaLabel ?? one.textContent!).trim() === name);
  if (button === undefined)
    throw new Error(
      `No button ${name}; there are ${all.map((one) => one.ariaLabel ?? one.textContent!.trim()).join(', ')}`,
    );
  return button;
}

/** The control with this name. */
export const fieldOf = (root: ParentNode, name: string) =>
  root.querySelector<HTMLInputElement>(`[name=${name}]`)!;

/** Types or chooses as a person would. */
export function fill(root: ParentNode, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = fieldOf(root, name);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
}

/** The dialog that is open, with the element around it. */
export async function openDialog(stage: Stage): Promise<HTMLElement> {
  const dialog = await found<HTMLDialogElement>(stage, 'dialog[open]');
  return (dialog.getRootNode() as ShadowRoot).host as HTMLElement;
}

/** What is asked, in one line. */
export async function asked(stage: Stage): Promise<string> {
  const dialog = await openDialog(stage);
  const heading = dialog.shadowRoot!.querySelector('h2')!.textContent;
  const host = (dialog.getRootNode() as ShadowRoot).host;
  return `${heading} ${host.textContent!.replace(/\s+/g, ' ').trim()}`;
}

/** Presses the last button of the open dialog. */
export async function confirm(stage: Stage): Promise<void> {
  [...(await openDialog(stage)).querySelectorAll<HTMLElement>('[slot=actions]')].at(-1)!.click();
}
