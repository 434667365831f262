// One change for many members: each person has a result of their own.
import type { ChangeManyMembers } from '../../shared/contract/members.ts';
import { AppError, fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { MemberOutcome } from '../../shared/members/member.ts';
import { MAX_PAGE } from '../../shared/members/member.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { all } from '../db/database.ts';
import { breathe } from '../audit/append.ts';
import { changeRoleOf } from './change-role.ts';
import { decodeCursor, encodeCursor } from './list.ts';
import { narrow } from './narrow.ts';
import { remove } from './remove.ts';
import type { StoredMember } from './store.ts';
import { membersByIds } from './store.ts';
import { deactivate, reactivate } from './switch.ts';

/** The results of one step, and where the next begins. */
export interface ManyChanged {
  readonly results: readonly MemberOutcome[];
  readonly next: string | null;
}

/**
 * Changes up to 200 members in one transaction, and says where to go on.
 *
 * Who may not be changed is refused by themselves; the others are changed. A filter is evaluated here, when it acts,
 * in an order that the change itself does not disturb.
 */
export function changeManyMembers(ctx: UseCaseContext, input: ChangeManyMembers): Promise<ManyChanged> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: `${input.change.action}.many`, input: wish, idempotencyKey }, async (tx) => {
    const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
    await tx.assertCan('members.list', { workspace: workspaceId });
    const { members, next, missing } = await select(tx.sql, workspaceId, input.selection);
    const results: MemberOutcome[] = missing.map((memberId) => ({
      memberId,
      name: '',
      refused: 'member_not_found',
    }));
    for (const [index, member] of members.entries()) {
      results.push(await changeOne(ctx, tx, member, input.change));
      if (index % 50 === 49) await breathe();
    }
    return { results, next };
  });
}

async function changeOne(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
  change: ChangeManyMembers['change'],
): Promise<MemberOutcome> {
  const person = { memberId: member.id, name: member.name || member.email };
  try {
    switch (change.action) {
      case 'member.change-role':
        return { ...person, member: await changeRoleOf(ctx, tx, member, change.roles) };
      case 'member.deactivate':
        return { ...person, member: await deactivate(ctx, tx, member) };
      case 'member.reactivate':
        return { ...person, member: await reactivate(ctx, tx, member) };
      case 'member.remove':
        await remove(ctx, tx, member);
        return person;
    }
  } catch (error) {
    // A refusal is this person's result and came before any statement took effect for them; anything else ends the whole step.
    if (!(error instanceof AppError)) throw error;
    return { ...person, refused: error.code };
  }
}

type Selection = ChangeManyMembers['selection'];

async function select(
  sql: Sql,
  workspaceId: WorkspaceId,
  selection: Selection,
): Promise<{ members: StoredMember[]; next: string | null; missing: StoredMember['id'][] }> {
  if ('ids' in selection) {
    const members = await membersByIds(sql, workspaceId, selection.ids);
    return {
      members,
      next: null,
      missing: selection.ids.filter((id) => !members.some((member) => member.id === id)),
    };
  }
  const { matches } = await narrow(sql, workspaceId, selection.filter);
  const after = selection.after === undefined ? 0 : decodeCursor(selection.after)[1];
  const found = await all<{ id: StoredMember['id']; seq: number }>(
    sql,
    `SELECT m.id, m.seq FROM members m WHERE +m.workspace_id = ? ${matches.where.sql} AND m.seq > ? AND m.id NOT IN (SELECT value FROM json_each(?)) ORDER BY m.seq LIMIT ?`,
    [workspaceId, ...matches.where.args, after, JSON.stringify(selection.except), MAX_PAGE],
  );
  const members = await membersByIds(
    sql,
    workspaceId,
    found.map(({ id }) => id),
  );
  const last = found.at(-1);
  return {
    members,
    next: found.length === MAX_PAGE && last !== undefined ? encodeCursor([0, last.seq]) : null,
    missing: [],
  };
}
