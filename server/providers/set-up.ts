// Sets up, changes and removes the identity providers of a workspace.
import type { OnProvider, ProviderToChange, ProviderToCreate } from '../../shared/contract/providers.ts';
import { fail } from '../../shared/errors.ts';
import type { ProviderId } from '../../shared/ids.ts';
import type { Provider } from '../../shared/providers/provider.ts';
import { cleanName } from '../../shared/text/name.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { checkAdmission } from './admission.ts';
import { checkConfig } from './check-config.ts';
import { openSettings } from './open-settings.ts';
import type { StoredProvider } from './store.ts';
import {
  deleteProvider,
  endSessionsOf,
  insertProvider,
  providerById,
  providersOf,
  publicProvider,
  updateProvider,
} from './store.ts';
import { letGo } from './switch-external.ts';

/** The most providers of a workspace: each is a button of its sign-in page. */
const MOST_PROVIDERS = 50;

/** What the client of a provider proves itself with is sealed for this provider alone. */
export function secretPurpose(id: ProviderId): string {
  return `provider:${id}`;
}

/** Sets up a provider. @throws {AppError} the reason of the denial; `fresh_sign_in_required`; `too_many_providers`; what is wrong with the settings. */
export function createProvider(ctx: UseCaseContext, input: ProviderToCreate): Promise<Provider> {
  const { idempotencyKey, secret, ...wish } = input;
  return ctx.write({ action: 'provider.create', input: wish, idempotencyKey }, async (tx) => {
    const workspaceId = await openSettings(ctx, tx);
    if ((await providersOf(tx.sql, workspaceId)).length >= MOST_PROVIDERS) fail('too_many_providers');
    const id = ctx.newId() as ProviderId;
    const checked = checkAll(ctx, tx, input);
    const sealed =
      secret === undefined || checked.config.kind === 'saml'
        ? null
        : ctx.sealer.seal(secretPurpose(id), secret);
    await insertProvider(tx.sql, {
      ...checked,
      id,
      workspaceId,
      isEnabled: input.isEnabled,
      sealed,
      createdAt: tx.now,
    });
    const provider = (await providerById(tx.sql, id))!;
    await tx.audit({
      action: 'provider.create',
      target: { kind: 'provider', id },
      after: traceOf(provider),
    });
    return publicProvider(provider, ctx.settings.baseUrl);
  });
}

/**
 * Changes a provider. A secret that is left out stays, unless the provider it was for is another one now.
 * @throws {AppError} `provider_not_found`; `changed_meanwhile` with the fresh provider; as `createProvider`.
 */
export function changeProvider(ctx: UseCaseContext, input: ProviderToChange): Promise<Provider> {
  const { idempotencyKey, secret, ...wish } = input;
  return ctx.write({ action: 'provider.change', input: wish, idempotencyKey }, async (tx) => {
    const before = await providerToChange(ctx, tx, input);
    const { id, version } = before;
    const checked = checkAll(ctx, tx, input);
    const sealed =
      secret !== undefined && checked.config.kind !== 'saml'
        ? ctx.sealer.seal(secretPurpose(id), secret)
        : goesTo(before.config) === goesTo(checked.config)
          ? before.sealed
          : null;
    const changed = { ...checked, id, version, isEnabled: input.isEnabled, sealed };
    if (!(await updateProvider(tx.sql, changed))) fail('changed_meanwhile');
    const after = (await providerById(tx.sql, id))!;
    await tx.audit({
      action: 'provider.change',
      target: { kind: 'provider', id },
      before: traceOf(before),
      after: { ...traceOf(after), isSecretChanged: secret !== undefined },
    });
    if (before.isEnabled && !after.isEnabled) {
      await endSessionsOf(tx.sql, id, ownSession(ctx));
      await letGo(tx, before.workspaceId);
    }
    return publicProvider(after, ctx.settings.baseUrl);
  });
}

/** Removes a provider: nobody signs in through it any more, and what it vouched for ends. @throws {AppError} as `changeProvider`. */
export function removeProvider(ctx: UseCaseContext, input: OnProvider): Promise<{ id: ProviderId }> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'provider.remove', input: wish, idempotencyKey }, async (tx) => {
    const provider = await providerToChange(ctx, tx, input);
    await endSessionsOf(tx.sql, provider.id, ownSession(ctx));
    if (!(await deleteProvider(tx.sql, provider))) fail('changed_meanwhile');
    await tx.audit({
      action: 'provider.remove',
      target: { kind: 'provider', id: provider.id },
      before: traceOf(provider),
    });
    await letGo(tx, provider.workspaceId);
    return { id: provider.id };
  });
}

/** The provider that the caller saw, as the transaction finds it. @throws {AppError} `provider_not_found`, `changed_meanwhile`; the reason of the denial. */
async function providerToChange(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  seen: { readonly providerId: ProviderId; readonly version: number },
): Promise<StoredProvider> {
  const workspaceId = await openSettings(ctx, tx);
  const provider = await providerById(tx.sql, seen.providerId);
  if (provider?.workspaceId !== workspaceId) return fail('provider_not_found');
  if (provider.version !== seen.version)
    fail('changed_meanwhile', publicProvider(provider, ctx.settings.baseUrl));
  return provider;
}

function checkAll(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  input: Pick<ProviderToCreate, 'name' | 'config' | 'admission'>,
): Pick<StoredProvider, 'name' | 'config' | 'admission'> {
  const name = cleanName(input.name);
  return {
    name: name.ok ? name.name : fail('name_invalid'),
    config: checkConfig(input.config, ctx.signOn.isPrivateAllowed),
    admission: checkAdmission(ctx.policy, tx.actor, input.admission),
  };
}

/** Where a secret is sent: it is never sent anywhere else than where it was entered for. */
function goesTo(config: StoredProvider['config']): string {
  switch (config.kind) {
    case 'oidc':
      return `oidc ${config.issuer} ${config.clientId}`;
    case 'oauth2':
      return `oauth2 ${config.tokenUrl} ${config.clientId}`;
    case 'saml':
      return 'saml';
  }
}

/** What the trail keeps of a provider: everything but its secret. */
function traceOf({ name, isEnabled, config, admission }: StoredProvider): object {
  return { name, isEnabled, config, admission };
}

function ownSession({ caller }: UseCaseContext): string | null {
  return caller.kind === 'account' ? caller.session.id : null;
}
