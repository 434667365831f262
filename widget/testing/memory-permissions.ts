// Grants in memory with the real decisions, each row saved by itself. Never part of a build.
import type { ErrorCode } from '../../shared/errors.ts';
import type { ResourceId } from '../../shared/ids.ts';
import type { GrantChange, GrantOutcome, GrantRow } from '../../shared/permissions/permissions.ts';
import type { CallOptions } from '../client/api.ts';
import { Failure } from '../failure.ts';
import { may } from '../may.ts';
import { rightsOf } from '../rights.ts';
import { WORKSPACE } from './builders.ts';
import type { MemoryApi } from './memory-api.ts';
import type { NamedCalls } from './named-calls.ts';

type GridInput = Parameters<NamedCalls['permissions']['grid']>[0];
const PAGE = 200;
const NAMES = ['Accounts', 'Books', 'Customers', 'Invoices', 'Orders', 'Products', 'Suppliers', 'Warehouses'];

/** The id of the resource with this name. */
export function resourceId(name: string): ResourceId {
  return `resource-${name.toLowerCase().replaceAll(' ', '-')}` as ResourceId;
}

/** Grants that belong to `api`: put it there with `api.permissions = new MemoryPermissions(api, …)`. */
export class MemoryPermissions {
  rows: GrantRow[];
  /** Refuses rows, by the name of the resource. */
  readonly refuses = new Map<string, ErrorCode>();
  /** Saves rows that the host's database does not follow, by the name of the resource. */
  readonly unfollowed = new Map<string, ErrorCode>();
  /** Runs before each call; what it throws is the answer. */
  before: (name: string, input: unknown, options?: CallOptions) => Promise<void> | void = () => {};
  readonly #api: MemoryApi;

  constructor(api: MemoryApi, names: readonly string[] = NAMES) {
    this.#api = api;
    this.rows = api.viewerNow.policy.resources.flatMap(({ editableRoles, defaults }) =>
      names.flatMap((resource) =>
        editableRoles.map((role) => ({
          resourceId: resourceId(resource),
          resource,
          role,
          actions: [...(defaults[role] ?? [])],
          version: 1,
        })),
      ),
    );
  }

  async grid(
    input: GridInput,
    options?: CallOptions,
  ): Promise<{ rows: readonly GrantRow[]; next: string | null }> {
    await this.#begin('permissions.list', input, options);
    const rows = this.rows.filter(({ role }) => role === input.role);
    const start = input.after === undefined ? 0 : rows.findIndex((row) => row.resourceId === input.after) + 1;
    const page = rows.slice(start, start + PAGE);
    return structuredClone({ rows: page, next: start + PAGE < rows.length ? page.at(-1)!.resourceId : null });
  }

  async save(
    kind: string,
    changes: readonly GrantChange[],
    options?: CallOptions,
  ): Promise<{ results: readonly GrantOutcome[] }> {
    await this.#begin('permissions.save', changes, options);
    return structuredClone({ results: changes.map((change) => this.#saveOne(kind, change)) });
  }

  /** Changes a row as somebody else would. */
  changeElsewhere(resource: string, role: string, actions: readonly string[]): void {
    this.rows = this.rows.map((row) =>
      row.resource === resource && row.role === role ? { ...row, actions, version: row.version + 1 } : row,
    );
  }

  async #begin(name: string, input: unknown, options: CallOptions | undefined): Promise<void> {
    this.#api.calls.push({ name, input, options });
    await this.before(name, input, options);
    if (options?.signal?.aborted === true) throw new Failure('aborted');
  }

  #saveOne(kind: string, { resourceId: id, role, actions, version }: GrantChange): GrantOutcome {
    const decision = may(rightsOf(this.#api.viewerNow), 'permissions.save', {
      workspace: WORKSPACE,
      kind,
      role,
    });
    const row = this.rows.find((candidate) => candidate.resourceId === id && candidate.role === role);
    const base = { resourceId: id, role };
    if (!decision.allowed) return { ...base, refused: decision.reason };
    if (row === undefined) return { ...base, refused: 'resource_not_found' };
    const refused = this.refuses.get(row.resource);
    if (refused !== undefined) return { ...base, refused };
    if (row.version !== version) return { ...base, refused: 'changed_meanwhile', row };
    const saved = { ...row, actions, version: version + 1 };
    this.rows = this.rows.map((candidate) => (candidate === row ? saved : candidate));
    const unfollowed = this.unfollowed.get(row.resource);
    return { ...base, row: saved, ...(unfollowed && { unfollowed }) };
  }
}
