// Sets how long sessions live, from now on and for those that run.
import type { SaveSessionLimits } from '../../shared/contract/settings.ts';
import { fail } from '../../shared/errors.ts';
import type { SessionLimits } from '../../shared/sessions/session.ts';
import { DEFAULT_SESSION_LIMITS } from '../../shared/sessions/session.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { applySessionLimits } from '../sessions/store.ts';
import { readSetting, writeSetting } from './store.ts';

/** The limits with the version that a change names; 0 where nothing was set yet. */
export type VersionedLimits = SessionLimits & { readonly version: number };

/** The limits that hold, for who may see the deployment's settings. @throws {AppError} the reason of the denial. */
export async function getSessionLimits(ctx: UseCaseContext): Promise<VersionedLimits> {
  await authorizeRead(ctx, 'deployment.view');
  return readVersioned(ctx.read);
}

/**
 * Sets the limits; sessions that outlived them end at once.
 * @throws {AppError} the reason of the denial; `fresh_sign_in_required`; `input_invalid` where less is allowed in all than without use;
 * `changed_meanwhile` with the limits that hold.
 */
export async function saveSessionLimits(
  ctx: UseCaseContext,
  input: SaveSessionLimits,
): Promise<VersionedLimits> {
  const { idempotencyKey, version, ...limits } = input;
  if (limits.absoluteMinutes < limits.idleMinutes) fail('input_invalid', { field: 'absoluteMinutes' });
  const wish = { action: 'deployment.change', input: { ...limits, version }, idempotencyKey } as const;
  return ctx.write(wish, async (tx) => {
    await tx.assertCan('deployment.change', { workspace: ctx.workspaceId ?? fail('workspace_not_found') });
    tx.assertFresh();
    const { version: current, ...before } = await readVersioned(tx.sql);
    const isSet =
      current === version &&
      (await writeSetting(tx.sql, 'sessions', { value: limits, sealed: null, version }));
    if (!isSet) fail('changed_meanwhile', { ...before, version: current });
    await applySessionLimits(tx.sql, limits);
    await tx.audit({
      action: 'deployment.change',
      target: { kind: 'setting', id: 'sessions' },
      before,
      after: limits,
    });
    return readVersioned(tx.sql);
  });
}

async function readVersioned(sql: Sql): Promise<VersionedLimits> {
  const stored = await readSetting<SessionLimits>(sql, 'sessions');
  return { ...(stored?.value ?? DEFAULT_SESSION_LIMITS), version: stored?.version ?? 0 };
}
