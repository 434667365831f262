// Everybody that the list shows as a file. No element of its own.
import { exportColumns } from '../../shared/members/export.ts';
import type { ExportedMember } from '../../shared/members/export.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import { WriteIntent } from '../calls.ts';
import { fileStrings as strings } from '../i18n/file-strings.ts';
import { strings as shared } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import { filterOf } from '../members/member-query.ts';
import type { MemberQuery } from '../members/member-query.ts';
import type { Rights } from '../rights.ts';
import type { ExportTask } from './export-dialog.ts';
import { fileName } from './save-file.ts';

/** The file of the people that `query` leaves, in its order; asked for through `host`. */
export function peopleExport(
  host: HTMLElement,
  rights: Rights,
  query: MemberQuery,
  count: { readonly count: number; readonly isExact: boolean },
): ExportTask {
  const columns = exportColumns(compilePolicy(rights.policy));
  return {
    get heading() {
      return strings.exportPeople;
    },
    get text() {
      return strings.exportPeopleText(shared.membersCount(count.count, count.isExact));
    },
    name: fileName(`${rights.viewer.workspace.name} people`, Date.now()),
    columns: columns.map(({ head }) => head),
    ...(count.isExact && { total: count.count }),
    async *batches(signal) {
      const filter = filterOf(query);
      const sort = { by: query.sort, direction: query.isDescending ? 'descending' : 'ascending' } as const;
      let after: string | undefined;
      do {
        signal.throwIfAborted();
        const given = { filter, sort, ...(after !== undefined && { after }) };
        const page = await ask(host, new WriteIntent('members.export', given));
        yield (page.rows as readonly ExportedMember[]).map((member) => ({
          cells: columns.map(({ cell }) => cell(member)),
          json: member,
        }));
        after = page.next ?? undefined;
      } while (after !== undefined);
    },
  };
}
