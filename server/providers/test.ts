// Tries a provider out: shows an administrator what came back, and lets nobody in.
import type { ReadProviderTest, TestProvider } from '../../shared/contract/providers.ts';
import { checkAddress } from '../../shared/emails/address.ts';
import { fail } from '../../shared/errors.ts';
import type { ProviderTest } from '../../shared/providers/provider.ts';
import type { UseCaseContext } from '../context.ts';
import { rolesFor } from './admission.ts';
import { ATTEMPT_LIFE, attemptById, endAttempt, insertAttempt, newSecret } from './attempts.ts';
import type { Person } from './person.ts';
import { openSettings } from './open-settings.ts';
import type { StoredProvider } from './store.ts';
import { providerById } from './store.ts';

/** A test that was prepared: where the administrator's browser goes, and the name under which its result is read. */
export interface PreparedTest {
  readonly href: string;
  readonly testId: string;
}

/** Prepares a test of a provider, also of one that is switched off. @throws {AppError} the reason of the denial; `fresh_sign_in_required`; `provider_not_found`. */
export function prepareTest(ctx: UseCaseContext, { providerId }: TestProvider): Promise<PreparedTest> {
  // A retry prepares another one: what binds a test to its browser is a secret, which no stored reply may hold (SEC_B14).
  return ctx.write({ action: 'provider.test', input: { providerId } }, async (tx) => {
    const workspaceId = await openSettings(ctx, tx);
    const provider = await providerById(tx.sql, providerId);
    if (provider?.workspaceId !== workspaceId) return fail('provider_not_found');
    const testId = newSecret();
    await insertAttempt(tx.sql, ctx.sealer, {
      id: testId,
      providerId,
      mode: 'test',
      to: '',
      by: testerOf(ctx),
      nonce: newSecret(),
      verifier: newSecret(),
      browserHash: '',
      expiresAt: tx.now + ATTEMPT_LIFE,
    });
    const { baseUrl } = ctx.settings;
    return { testId, href: `${baseUrl}/sign-in/provider/${providerId}?mode=test&test=${testId}` };
  });
}

/** What a test brought back, once, for whoever began it; null while it is under way, and after it was read. @throws {AppError} the reason of the denial. */
export function readTest(ctx: UseCaseContext, { testId }: ReadProviderTest): Promise<ProviderTest | null> {
  return ctx.write({ action: 'provider.read-test', input: null }, async (tx) => {
    const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
    await tx.assertCan('settings.view', { workspace: workspaceId });
    const attempt = await attemptById(tx.sql, ctx.sealer, testId, tx.now);
    if (attempt?.test === undefined || attempt.workspaceId !== workspaceId || attempt.by !== testerOf(ctx))
      return null;
    await endAttempt(tx.sql, testId);
    return attempt.test;
  });
}

/** What a person whom the provider vouched for would be here. */
export function testOf(
  ctx: Pick<UseCaseContext, 'policy'>,
  provider: StoredProvider,
  person: Person,
): ProviderTest {
  const problem = lackOf(provider, person);
  const roles = rolesFor(ctx.policy, provider.admission, person.groups);
  const { authenticatedAt: _when, ...shown } = person;
  return { isOk: problem === '', problem, ...shown, roles };
}

/** A test that failed, and why. */
export function testFailed(problem: string): ProviderTest {
  return {
    isOk: false,
    problem,
    issuer: '',
    subject: '',
    email: '',
    isEmailVerified: false,
    name: '',
    groups: [],
    roles: [],
  };
}

/** What is missing for people to come in. */
function lackOf({ config }: StoredProvider, { email, groups }: Person): string {
  if (email === '') return `The provider named no e-mail address: ${emailHint(config)}`;
  if (!checkAddress(email).ok) return 'What the provider gives as the e-mail address is none.';
  if (config.groupsClaim !== '' && groups.length === 0)
    return `The provider named no groups in “${config.groupsClaim}”.`;
  return '';
}

function emailHint(config: StoredProvider['config']): string {
  switch (config.kind) {
    case 'oidc':
      return 'the claim “email” is missing. Add the scope “email”, or let the provider send it.';
    case 'oauth2':
      return `the field “${config.emailField}” is missing or empty.`;
    case 'saml':
      return config.emailAttribute === ''
        ? 'name the attribute that holds it.'
        : `the attribute “${config.emailAttribute}” is missing or empty.`;
  }
}

function testerOf({ caller }: Pick<UseCaseContext, 'caller'>): string {
  switch (caller.kind) {
    case 'account':
      return `account:${caller.accountId}`;
    case 'subject':
      return `subject:${caller.hostKeyId}:${caller.subject}`;
    default:
      return caller.kind;
  }
}
