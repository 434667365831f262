// Reads the trail page by page, for the view and for a file. No element of its own.
import type { AuditEntry, AuditFilter, AuditPage } from '../../shared/audit/entry.ts';
import { MAX_PAGE } from '../../shared/members/member.ts';
import { ReadIntent } from '../calls.ts';
import type { ExportRow, ExportTask } from '../files/export-dialog.ts';
import { fileName } from '../files/save-file.ts';
import { auditStrings as strings } from '../i18n/audit-strings.ts';
import { strings as general } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import type { Rights } from '../rights.ts';
import { entryWords } from './entry-words.ts';

/** A page of the trail before a place, asked for through `host`. */
export async function readAudit(
  host: HTMLElement,
  { actions, ...filter }: AuditFilter,
  { limit, before }: { limit: number; before: string | undefined },
  signal: AbortSignal,
): Promise<AuditPage> {
  const wanted = { ...filter, ...(actions && { actions: [...actions] }) };
  const input = { filter: wanted, limit, ...(before !== undefined && { before }) };
  return (await ask(host, new ReadIntent('audit.list', input, signal))) as AuditPage;
}

/** The file of everything that `filter` leaves, asked for through `host`. */
export function auditExport(host: HTMLElement, rights: Rights, filter: AuditFilter): ExportTask {
  return {
    get heading() {
      return strings.exportHeading;
    },
    get text() {
      return strings.exportText;
    },
    name: fileName(`${rights.viewer.workspace.name} audit`, Date.now()),
    get columns() {
      return strings.columns;
    },
    async *batches(signal) {
      let before: string | undefined;
      do {
        const page = await readAudit(host, filter, { limit: MAX_PAGE, before }, signal);
        yield page.rows.map((entry) => rowOf(entry, rights));
        before = page.next ?? undefined;
      } while (before !== undefined);
    },
  };
}

function rowOf(entry: AuditEntry, rights: Rights): ExportRow {
  const { actor, did, facts } = entryWords(entry, rights);
  const at = new Date(entry.at).toISOString();
  const words = (side: 'before' | 'after') =>
    facts.flatMap((fact) => (fact[side] === '' ? [] : [fact.label + general.colon + fact[side]])).join('; ');
  return {
    cells: [
      entry.seq,
      at,
      `${actor} ${did}`,
      entry.action,
      actor,
      entry.actor.id,
      entry.target.name,
      entry.target.id,
      words('before'),
      words('after'),
      entry.note,
      entry.via,
    ],
    json: { ...entry, at, sentence: `${actor} ${did}` },
  };
}
