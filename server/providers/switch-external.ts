// The two switches of a workspace: whether people come through providers alone, and whether providers say their roles.
import type { SwitchExternal } from '../../shared/contract/providers.ts';
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { openSettings } from './open-settings.ts';
import type { Switches } from './switch-store.ts';
import { hasProvider, setAllLocal, switchesOf, updateSwitches } from './switch-store.ts';

/**
 * Sets both switches. Neither can be on while nobody could come through a provider.
 * @throws {AppError} the reason of the denial; `fresh_sign_in_required`; `provider_not_found` where none is switched on; `changed_meanwhile` with the fresh switches.
 */
export function switchExternal(ctx: UseCaseContext, input: SwitchExternal): Promise<Switches> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'settings.change', input: wish, idempotencyKey }, async (tx) => {
    const workspaceId = await openSettings(ctx, tx);
    const { externalAuthentication, externalAuthorization, version } = input;
    const before = await switchesOf(tx.sql, workspaceId);
    if (before.version !== version) fail('changed_meanwhile', before);
    if ((externalAuthentication || externalAuthorization) && !(await hasProvider(tx.sql, workspaceId)))
      fail('provider_not_found');
    await setSwitches(tx, workspaceId, before, { externalAuthentication, externalAuthorization });
    return switchesOf(tx.sql, workspaceId);
  });
}

/** Once nobody comes through a provider any more, lets people be managed here again. */
export async function letGo(tx: WriteTransaction, workspaceId: WorkspaceId): Promise<void> {
  if (await hasProvider(tx.sql, workspaceId)) return;
  await setAllLocal(tx.sql, workspaceId);
  const before = await switchesOf(tx.sql, workspaceId);
  if (before.externalAuthentication || before.externalAuthorization)
    await setSwitches(tx, workspaceId, before, {
      externalAuthentication: false,
      externalAuthorization: false,
    });
}

async function setSwitches(
  tx: WriteTransaction,
  workspaceId: WorkspaceId,
  { version, ...before }: Switches,
  after: Omit<Switches, 'version'>,
): Promise<void> {
  if (!(await updateSwitches(tx.sql, workspaceId, { ...after, version }))) fail('changed_meanwhile');
  await tx.audit({
    action: 'settings.change',
    target: { kind: 'workspace', id: workspaceId },
    before,
    after,
    workspaceId,
  });
}
