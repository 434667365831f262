// A host's database in memory that follows the grid, or does not. Never part of a build.
import type { ErrorCode } from '../../shared/errors.ts';
import type { DatabaseDrift, Difference, DriftedPart } from '../../shared/permissions/database.ts';
import { holdsAll } from '../../shared/policy/decide.ts';
import { Failure } from '../failure.ts';
import { may } from '../may.ts';
import { rightsOf } from '../rights.ts';
import { WORKSPACE } from './builders.ts';
import type { MemoryApi } from './memory-api.ts';
import { resourceId } from './memory-permissions.ts';

/** A database that belongs to `api`. */
export class MemoryDatabase {
  /** What differs. */
  parts: DriftedPart[] = [];
  /** How many tables it looks after. */
  tables = 4;
  /** When it says it was looked at; the moment of the look by default. */
  checkedAt: number | undefined;
  /** Table -> why it cannot be repaired. */
  readonly refuses = new Map<string, ErrorCode>();
  /** What every call is refused with. */
  gone: ErrorCode | undefined;

  constructor(api: MemoryApi) {
    const require = (action: 'permissions.view' | 'permissions.save', kind: string) => {
      const rights = rightsOf(api.viewerNow);
      const resource = rights.policy.resources.find(({ key }) => key === kind)!;
      const role = resource.editableRoles[0];
      const decision =
        role === undefined
          ? may(rights, 'permissions.view', { workspace: WORKSPACE })
          : may(rights, action, { workspace: WORKSPACE, kind, role });
      if (role === undefined && action === 'permissions.save' && !holdsAll(rights.actor, resource))
        throw new Failure('not_granted');
      if (!decision.allowed) throw new Failure(decision.reason);
      if (this.gone !== undefined) throw new Failure(this.gone);
    };
    api.on('permissions.drift', ({ kind }): DatabaseDrift => {
      require('permissions.view', kind);
      const { parts, tables, checkedAt = Date.now() } = this;
      return { parts, tables, checkedAt, differing: parts.length };
    });
    api.on('permissions.repair', ({ kind, tables }) => {
      require('permissions.save', kind);
      const asked = this.parts.filter(({ part, key }) => part !== 'table' || tables.includes(key));
      const well = asked.filter(({ key }) => !this.refuses.has(key));
      const left = (part: DriftedPart): DriftedPart[] => {
        const differences = part.differences.filter(({ isRepaired }) => !isRepaired);
        return differences.length === 0 ? [] : [{ ...part, differences }];
      };
      this.parts = this.parts.flatMap((part) => (well.includes(part) ? left(part) : [part]));
      return {
        parts: asked.map(({ part, key, name, resourceId: id }) => {
          const refused = this.refuses.get(key);
          return { part, key, name, resourceId: id, ...(refused && { refused }) };
        }),
      };
    });
  }

  /** Lets a table differ. */
  drift(name: string, ...differences: readonly Difference[]): void {
    const key = name.toLowerCase();
    this.parts.push({ part: 'table', key, name, resourceId: resourceId(name), differences });
  }

  /** Lets what is no table differ. */
  shared(part: 'foundation' | 'people', ...differences: readonly Difference[]): void {
    this.parts.unshift({ part, key: '', name: '', resourceId: null, differences });
  }
}
