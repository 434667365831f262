// What a person is given themselves, as a part of the form about them: a checklist for each kind, and what was ticked so far.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ResourceId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { ResourceKind, RoleKey } from '../../shared/policy/policy.ts';
import { resourceStrings as strings } from '../i18n/resource-strings.ts';
import { anybody } from '../members/member-decisions.ts';
import type { ResourcesChosenEvent } from '../resources/choice-event.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';

/** What was ticked in a form and is not saved. */
export class GivenResources {
  readonly #chosen = new Map<string, Pick<ResourcesChosenEvent, 'resourceIds' | 'changes'>>();

  /** Whether anything is to be given or taken. */
  get hasAny(): boolean {
    return this.#changed.length > 0;
  }

  /** What of it the form sends; nothing where nothing is to be changed. */
  get wish(): { resources?: { kind: string; resourceIds: ResourceId[] }[] } {
    const resources = this.#changed.map(([kind, { resourceIds }]) => ({
      kind,
      resourceIds: [...resourceIds],
    }));
    return resources.length === 0 ? {} : { resources };
  }

  /** What is ticked of a kind. */
  of(kind: string): readonly ResourceId[] {
    return this.#chosen.get(kind)?.resourceIds ?? [];
  }

  /** Notes what is ticked now. */
  note({ kind, resourceIds, changes }: ResourcesChosenEvent): void {
    this.#chosen.set(kind, { resourceIds, changes });
  }

  /** Forgets everything. */
  clear(): void {
    this.#chosen.clear();
  }

  get #changed() {
    return [...this.#chosen].filter(([, { changes }]) => changes > 0);
  }
}

/** A checklist for each kind that people are given, where the viewer gives it to this person; to somebody new where there is none. */
export function resourcesPart(
  rights: Rights,
  about: Member | undefined,
  roles: readonly RoleKey[],
  given: GivenResources,
): unknown {
  return rights.policy.resources
    .filter((kind) => isOffered(rights, about, kind))
    .map(
      (kind) =>
        html`<fieldset class="field">
          <legend class="label">${kind.plural}</legend>
          <ua-resource-choice
            .kind=${kind}
            .rights=${rights}
            .initial=${given.of(kind.key)}
            .member=${about}
            .roles=${roles}
            @ua-resources-chosen=${(event: ResourcesChosenEvent) => given.note(event)}
          ></ua-resource-choice>
        </fieldset>`,
    );
}

function isOffered(
  rights: Rights,
  about: Member | undefined,
  { key: kind, grantedTo }: ResourceKind,
): boolean {
  if (grantedTo !== 'member') return false;
  if (about === undefined && rights.policy.creation?.fields.includes('resources') !== true) return false;
  const member = about === undefined ? anybody(rights) : rights.target(about);
  const decision = may(rights, 'member.assign', { member, kind });
  return decision.allowed || decision.reason !== 'not_granted';
}

/** That what was ticked is not given to somebody who is asked first. */
export function notGivenPart({ policy }: Rights, given: GivenResources): TemplateResult | typeof nothing {
  const kinds = policy.resources.filter(({ key }) => given.of(key).length > 0);
  if (kinds.length === 0) return nothing;
  return html`${kinds.map(({ plural }) => html`<p class="muted">${strings.notYet(plural)}</p>`)}`;
}
