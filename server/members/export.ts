// Everybody that a list shows, page by page, for a file; that somebody took them along is noted in the trail.
import type { ExportMembers } from '../../shared/contract/files.ts';
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { ExportPage } from '../../shared/members/export.ts';
import { EXPORT_PAGE } from '../../shared/members/export.ts';
import type { MemberPage } from '../../shared/members/member.ts';
import { nameParts } from '../../shared/members/profile.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { countMembers, descriptionsOf } from './export-store.ts';
import { isUnderWay, openPlace, sealPlace } from './export-place.ts';
import { listMembers } from './list.ts';

/**
 * The next people that the filter leaves, in the order of the list. The first page is noted in the trail: by whom, how many, and by which filter;
 * the others are only for who has the cursor of that export, for an hour.
 * @throws {AppError} the reason of the denial; `input_invalid` for a cursor that is none of this export; `idempotency_mismatch` for the key of one that is over.
 */
export async function exportMembers(ctx: UseCaseContext, input: ExportMembers): Promise<ExportPage> {
  const acting = await authorizeRead(ctx, 'members.export');
  const { workspaceId } = acting;
  const { filter, sort, after, idempotencyKey } = input;
  const wanted = { acting, wish: { filter, sort } };
  const { at, cursor } =
    after === undefined
      ? { at: await note(ctx, workspaceId, { filter, idempotencyKey }), cursor: undefined }
      : openPlace(ctx, wanted, after);
  const from = cursor === undefined ? {} : { from: { after: cursor } };
  const query = { filter, sort, limit: EXPORT_PAGE, ...from };
  const page = JSON.parse(await listMembers(ctx.read, ctx.policy, workspaceId, query)) as MemberPage;
  const described = await descriptionsOf(
    ctx.read,
    page.rows.map(({ id }) => id),
  );
  const rows = page.rows.map((member) => {
    const { externalId, firstName, lastName, department } = described.get(member.id)!;
    return { ...member, ...nameParts(member.name, { firstName, lastName }), department, externalId };
  });
  const next = page.rows.length < EXPORT_PAGE ? null : page.next;
  return { rows, next: sealPlace(ctx, { ...wanted, at }, next) };
}

/** Writes the entry. A wish that is asked again has one; after it is over, it brings nobody along without another. @returns When it was written. */
async function note(
  ctx: UseCaseContext,
  workspaceId: WorkspaceId,
  { filter, idempotencyKey }: Pick<ExportMembers, 'filter' | 'idempotencyKey'>,
): Promise<number> {
  const count = await countMembers(ctx.read, ctx.policy, workspaceId, filter);
  const { search, ids, ...rest } = filter;
  const { at } = await ctx.write(
    { action: 'members.export', input: { filter }, idempotencyKey },
    async (tx) => {
      await tx.assertCan('members.export', { workspace: workspaceId });
      await tx.audit({
        action: 'members.export',
        target: { kind: 'workspace', id: workspaceId },
        after: { count, filter: { ...rest, ...(ids !== undefined && { chosen: ids.length }) } },
        // Somebody's name, as a rule.
        ...(search !== undefined && { personal: { search } }),
      });
      return { at: tx.now };
    },
  );
  return isUnderWay(at, ctx.now()) ? at : fail('idempotency_mismatch');
}
