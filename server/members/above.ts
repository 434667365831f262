// Who is above all workspaces, and with that above the accounts that several of them share.
import { isEverywhere } from '../../shared/policy/compile.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';

/** Whether the caller is above all workspaces by their own session: a host's word is for its own workspaces. */
export function isAboveAll(
  { caller, policy }: Pick<UseCaseContext, 'caller' | 'policy'>,
  { actor }: Pick<WriteTransaction, 'actor'>,
): boolean {
  return caller.kind === 'account' && isEverywhere(policy, actor.roles);
}
