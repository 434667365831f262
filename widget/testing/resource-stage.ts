// An element about resources by itself, on a server in memory, and what a person does with it. Never part of a build.
import { fixture } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { render } from 'lit';
import type { Policy } from '../../shared/policy/policy.ts';
import { packages } from '../../shared/presets/packages.ts';
import { CALL_ROOM } from '../calls.ts';
import { AssignManyElement } from '../resources/assign-many.ts';
import { MemberResourcesElement } from '../resources/member-resources.ts';
import { ResourceChoiceElement } from '../resources/resource-choice.ts';
import { rightsOf } from '../rights.ts';
import type { Rights } from '../rights.ts';
import { aMember } from './builders.ts';
import type { MemoryApi } from './memory-api.ts';
import { MemoryResources } from './memory-resources.ts';
import { RoomHost } from './room-host.ts';
import type { Setting } from './stage.ts';
import { anApi } from './stage.ts';
import { waitUntil } from './wait-until.ts';

/** The elements of resources. */
const ELEMENTS = {
  'ua-resource-choice': ResourceChoiceElement,
  'ua-member-resources': MemberResourcesElement,
  'ua-assign-many': AssignManyElement,
};

/** Ada runs the place, Uma uses it, Otto is switched off and Bo is another admin. */
export const PEOPLE = [
  aMember(0, { roles: ['admin'], name: 'Ada Admin', status: 'active' }),
  aMember(1, { roles: ['user'], name: 'Uma User', status: 'active' }),
  aMember(2, { roles: ['user'], name: 'Otto Off', status: 'deactivated' }),
  aMember(3, { roles: ['admin'], name: 'Bo Admin', status: 'active' }),
];

/** What is on the stage. */
export interface ResourceStage {
  readonly api: MemoryApi;
  readonly resources: MemoryResources;
  readonly host: RoomHost;
  readonly rights: Rights;
}

/** Puts what `draw` draws on the page. */
export async function aResourceStage(
  draw: (rights: Rights) => TemplateResult,
  { prepare, ...setting }: Omit<Setting, 'prepare'> & { prepare?: (resources: MemoryResources) => void } = {},
): Promise<ResourceStage> {
  const policy: Policy = setting.policy ?? packages;
  const api = anApi({ policy, role: 'admin', members: PEOPLE, ...setting });
  const resources = new MemoryResources(api);
  prepare?.(resources);
  const host = new RoomHost(api, [CALL_ROOM, { elements: ELEMENTS, answers: {} }]);
  host.element.style.inlineSize = `${setting.width ?? 560}px`;
  const rights = rightsOf(api.viewerNow);
  render(draw(rights), host.element);
  await fixture(host.element);
  return { api, resources, host, rights };
}

/** The checklist on the stage, once its rows are drawn. */
export async function choiceOn({ host }: Pick<ResourceStage, 'host'>): Promise<ShadowRoot> {
  const find = () =>
    host.element.querySelector('ua-resource-choice') ??
    host.element.firstElementChild?.shadowRoot?.querySelector('ua-resource-choice');
  await waitUntil(() => (find()?.shadowRoot?.querySelector('.item, .note') ?? null) !== null);
  return find()!.shadowRoot!;
}

/** The rows of a checklist: name, tick, and what is said of it. */
export function rowsOf(choice: ParentNode): string[] {
  return [...choice.querySelectorAll('.item')].map((item) => {
    const box = item.querySelector('input');
    const tick = box === null ? '' : box.checked ? '[x] ' : '[ ] ';
    const words = item.querySelector('.ground')?.textContent ?? '';
    return `${tick}${item.querySelector('bdi')!.textContent}${words === '' ? '' : `: ${words}`}`;
  });
}

/** Ticks the resource with this name, or takes the tick away. */
export function tick(choice: ParentNode, name: string): void {
  const item = [...choice.querySelectorAll('.item')].find(
    (one) => one.querySelector('bdi')!.textContent === name,
  );
  item!.querySelector('input')!.click();
}

/** The checklist below `root`, once its rows are drawn. */
export async function choiceIn(root: ParentNode): Promise<ShadowRoot> {
  const find = () => root.querySelector('ua-resource-choice')?.shadowRoot ?? null;
  await waitUntil(() => (find()?.querySelector('.item') ?? null) !== null);
  return find()!;
}
