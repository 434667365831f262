// The trail in memory, with the real decisions. Never part of a build.
import type { AuditCheck, AuditEntry, AuditFilter } from '../../shared/audit/entry.ts';
import type { MemberId } from '../../shared/ids.ts';
import { Failure } from '../failure.ts';
import { rightsOf } from '../rights.ts';
import { NOW, aMember, memberId } from './builders.ts';
import type { MemoryApi } from './memory-api.ts';

/** An entry by number, the newest first: its actor and target are members of the same numbers. */
export function anEntry(seq: number, over: Partial<AuditEntry> = {}): AuditEntry {
  const target = aMember(1 + (seq % 4));
  return {
    seq,
    at: NOW - (1000 - seq) * 3_600_000,
    action: 'member.change-role',
    actor: { kind: 'member', id: memberId(0), name: aMember(0).name },
    via: 'session',
    target: { kind: 'member', id: target.id, name: target.name },
    before: { roles: ['staff'] },
    after: { roles: ['admin'] },
    note: null,
    ...over,
  };
}

/** What the server knows of what happened. */
export class MemoryAudit {
  /** Newest first. */
  entries: readonly AuditEntry[];
  /** Where the chain breaks. */
  broken: AuditCheck['broken'] = null;
  /** How many entries one call of `audit.verify` checks. */
  stretch = 100;
  readonly #api: MemoryApi;

  constructor(api: MemoryApi, entries: readonly AuditEntry[] = []) {
    this.#api = api;
    this.entries = entries;
    this.#answer();
  }

  #require(action: 'audit.list' | 'deployment.view'): void {
    const decision = rightsOf(this.#api.viewerNow).mayHere(action);
    if (!decision.allowed) throw new Failure(decision.reason);
  }

  #answer(): void {
    this.#api.on('audit.list', ({ filter = {}, limit = 50, before }) => {
      this.#require('audit.list');
      const fitting = this.entries.filter((entry) => fits(entry, filter as AuditFilter));
      const from = before === undefined ? 0 : fitting.findIndex(({ seq }) => `${seq}` === before) + 1;
      const rows = fitting.slice(from, from + limit);
      return { rows, next: from + limit < fitting.length ? `${rows.at(-1)!.seq}` : null };
    });
    this.#api.on('audit.verify', ({ after = 0 }) => {
      this.#require('audit.list');
      this.#require('deployment.view');
      const total = this.entries[0]?.seq ?? 0;
      const checked = Math.min(total, after + this.stretch);
      const { broken } = this;
      if (broken !== null && broken.seq <= checked)
        return { checked: broken.seq - 1, total, broken, hasMore: false };
      return { checked, total, broken: null, hasMore: checked < total };
    });
  }
}

function fits({ target, actor, action, at }: AuditEntry, filter: AuditFilter): boolean {
  return (
    (filter.person === undefined || target.id === (filter.person as MemberId)) &&
    (filter.actor === undefined || actor.id === filter.actor || actor.kind === filter.actor) &&
    (filter.actions === undefined || filter.actions.includes(action)) &&
    at >= (filter.from ?? 0) &&
    at < (filter.to ?? Infinity)
  );
}
