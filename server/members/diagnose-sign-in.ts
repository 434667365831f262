// Why somebody may not get in: status, address, ways to sign in, and how the last attempts went.
import { suggestAddress } from '../../shared/emails/suggestion.ts';
import type { Finding } from '../../shared/members/diagnosis.ts';
import type { Facts } from '../../shared/policy/can.ts';
import { belongsElsewhere } from '../accounts/own-store.ts';
import type { UseCaseContext } from '../context.ts';
import { hasMail } from '../settings/mail-setup.ts';
import { accountState, isOfHost, providerNames } from './diagnosis-store.ts';
import type { AccountState } from './diagnosis-store.ts';
import type { StoredMember } from './store.ts';

/** For how long failed attempts are told, in milliseconds. */
const FAILURES_TOLD_FOR = 30 * 24 * 60 * 60 * 1000;

/**
 * What is found about signing in. Of an account that other workspaces share nothing is told but what this one knows itself:
 * its password and its attempts are not this workspace's (SEC_E04, SEC_E05).
 */
export async function diagnoseSignIn(
  ctx: UseCaseContext,
  member: StoredMember,
  facts: Facts,
): Promise<readonly Finding[]> {
  const { email, username = null, status, lastSignInAt, createdAt } = member;
  const suggestion = suggestAddress(email);
  return [
    status === 'active' ? { code: 'active', facts: {} } : { code: 'deactivated', facts: {} },
    ...(suggestion === undefined
      ? []
      : [{ code: 'address_mistyped', facts: { email, suggestion } } as const]),
    { code: 'signs_in_as', facts: { email, username } },
    ...(await waysIn(ctx, member, facts)),
    lastSignInAt === null
      ? { code: 'never_signed_in', facts: { since: createdAt } }
      : { code: 'signed_in', facts: { at: lastSignInAt } },
  ];
}

async function waysIn(ctx: UseCaseContext, member: StoredMember, facts: Facts): Promise<readonly Finding[]> {
  const { accountId, workspace } = member;
  const { inUse, connected } = await providerNames(ctx.read, workspace, accountId);
  if (facts.external.authentication) return [{ code: 'provider_only', facts: { providers: inUse } }];
  const ofHost: Finding[] = (await isOfHost(ctx.read, member.id))
    ? [{ code: 'through_host', facts: {} }]
    : [];
  if (await belongsElsewhere(ctx.read, accountId, workspace)) return ofHost;
  const account = await accountState(ctx.read, accountId, ctx.now() - FAILURES_TOLD_FOR);
  const { ways } = ctx.policy.policy.identity;
  const hasLinks = ways.includes('link') && (await hasMail(ctx, ctx.read));
  return [
    ...ofHost,
    ...ofAccount(account, { hasPasswords: ways.includes('password'), hasLinks, connected, ofHost }),
  ];
}

interface Ways {
  readonly hasPasswords: boolean;
  readonly hasLinks: boolean;
  readonly connected: readonly string[];
  readonly ofHost: readonly Finding[];
}

function ofAccount(account: AccountState, { hasPasswords, hasLinks, connected, ofHost }: Ways): Finding[] {
  const { hasPassword, mustChangePassword, failures, lastFailureAt } = account;
  const found: Finding[] = [];
  const isEntered = hasPassword && hasPasswords;
  if (!isEntered && !hasLinks && connected.length + ofHost.length === 0)
    found.push({ code: 'no_way_in', facts: {} });
  else if (hasPasswords && !hasPassword)
    found.push({ code: 'no_password', facts: { hasLinks, providers: connected } });
  if (isEntered && mustChangePassword) found.push({ code: 'must_change_password', facts: {} });
  if (failures > 0 && lastFailureAt !== null)
    found.push({ code: 'attempts_failed', facts: { count: failures, lastAt: lastFailureAt } });
  return found;
}
