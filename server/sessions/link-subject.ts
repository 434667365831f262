// Links the host's own id of a person to the membership that has the person's address.
import type { MemberId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { run } from '../db/database.ts';

/** Links the calling subject to `memberId`, unless either was linked, or the membership ended, in the meantime. The membership is linked, never the account. */
export function linkSubject(ctx: UseCaseContext, memberId: MemberId): Promise<void> {
  return ctx.write({ action: 'member.link-subject', input: { memberId } }, async (tx) => {
    if (ctx.caller.kind !== 'subject') return;
    const { hostKeyId, subject } = ctx.caller;
    const linked = await run(
      tx.sql,
      `INSERT INTO subjects (host_key_id, workspace_id, subject, member_id)
       SELECT ?, workspace_id, ?, id FROM members WHERE id = ? AND workspace_id = ? ON CONFLICT DO NOTHING`,
      [hostKeyId, subject, memberId, ctx.workspaceId],
    );
    if (linked === 1)
      await tx.audit({
        action: 'member.link-subject',
        target: { kind: 'member', id: memberId },
        after: { hostKeyId },
        personal: { subject },
      });
  });
}
