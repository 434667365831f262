// The domains that a workspace may vouch for: a record in DNS proves that they are its own (SEC_S16).
import type { OnDomain } from '../../shared/contract/providers.ts';
import { asciiDomain } from '../../shared/emails/ascii-domain.ts';
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Domain } from '../../shared/providers/provider.ts';
import type { UseCaseContext } from '../context.ts';
import { authorizeRead } from '../authorize.ts';
import type { StoredDomain } from './domain-store.ts';
import { deleteDomain, domainByName, domainsOf, insertDomain, setProved } from './domain-store.ts';
import { openSettings } from './open-settings.ts';

/** The name in front of a domain under which the proof is published. */
const PREFIX = '_user-admin-challenge';
/** The most domains of a workspace. */
const MOST_DOMAINS = 200;
/** A domain of at least two labels, each a host name's. One label alone (`com`) is nobody's to prove. */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

/** A domain as it is shown, with the record to publish. */
export function publicDomain(
  ctx: Pick<UseCaseContext, 'signOn'>,
  workspaceId: WorkspaceId,
  { domain, provedAt }: StoredDomain,
): Domain {
  return {
    domain,
    recordName: `${PREFIX}.${domain}`,
    recordValue: `user-admin=${ctx.signOn.domainProof(workspaceId, domain)}`,
    provedAt,
  };
}

/** Adds a domain that is to be proved. @throws {AppError} the reason of the denial; `input_invalid` for what is no domain; `already_exists`; `too_many_domains`. */
export function addDomain(ctx: UseCaseContext, input: OnDomain): Promise<Domain> {
  const { idempotencyKey } = input;
  const domain = domainOf(input.domain);
  return ctx.write({ action: 'domain.add', input: { domain }, idempotencyKey }, async (tx) => {
    const workspaceId = await openSettings(ctx, tx);
    if (!(await insertDomain(tx.sql, workspaceId, domain, tx.now))) fail('already_exists');
    if ((await domainsOf(tx.sql, workspaceId)).length > MOST_DOMAINS) fail('too_many_domains');
    await tx.audit({ action: 'domain.add', target: { kind: 'domain', id: domain } });
    return publicDomain(ctx, workspaceId, { domain, provedAt: null });
  });
}

/**
 * Looks for the record and notes that it is there; a proof from before that is not found again counts no more.
 * @throws {AppError} the reason of the denial; `domain_not_proved` where it is not found or the resolver does not answer.
 */
export async function proveDomain(ctx: UseCaseContext, input: OnDomain): Promise<Domain> {
  const { idempotencyKey } = input;
  const domain = domainOf(input.domain);
  // Asked before the transaction, which must not wait for anything outside; only whoever may gets as far as that.
  const { workspaceId } = await authorizeRead(ctx, 'settings.view');
  if ((await domainByName(ctx.read, workspaceId, domain)) === undefined) fail('input_invalid');
  const isThere = (await hasRecord(ctx, workspaceId, domain)) ?? fail('domain_not_proved');
  const proved = await ctx.write(
    { action: 'domain.prove', input: { domain }, idempotencyKey },
    async (tx) => {
      await openSettings(ctx, tx);
      const before = (await domainByName(tx.sql, workspaceId, domain)) ?? fail('input_invalid');
      const provedAt = isThere ? (before.provedAt ?? tx.now) : null;
      if (provedAt !== before.provedAt) {
        await setProved(tx.sql, workspaceId, domain, provedAt);
        await tx.audit({
          action: 'domain.prove',
          target: { kind: 'domain', id: domain },
          before: { isProved: before.provedAt !== null },
          after: { isProved: isThere },
        });
      }
      return publicDomain(ctx, workspaceId, { domain, provedAt });
    },
  );
  return proved.provedAt === null ? fail('domain_not_proved') : proved;
}

/** Takes a domain away. @throws {AppError} the reason of the denial. */
export function removeDomain(ctx: UseCaseContext, input: OnDomain): Promise<{ domain: string }> {
  const { idempotencyKey } = input;
  const domain = domainOf(input.domain);
  return ctx.write({ action: 'domain.remove', input: { domain }, idempotencyKey }, async (tx) => {
    const workspaceId = await openSettings(ctx, tx);
    if (await deleteDomain(tx.sql, workspaceId, domain))
      await tx.audit({ action: 'domain.remove', target: { kind: 'domain', id: domain } });
    return { domain };
  });
}

/** Whether the record of a domain is published now; undefined where no resolver answers, which proves and disproves nothing. */
export async function hasRecord(
  ctx: Pick<UseCaseContext, 'signOn'>,
  workspaceId: WorkspaceId,
  domain: string,
): Promise<boolean | undefined> {
  const { recordName, recordValue } = publicDomain(ctx, workspaceId, { domain, provedAt: null });
  const records = await ctx.signOn.txtRecords(recordName).catch(() => undefined);
  return records?.some((record) => record.trim() === recordValue);
}

function domainOf(text: string): string {
  const domain = asciiDomain(text.trim().replace(/^@|\.$/g, ''));
  if (!DOMAIN.test(domain))
    fail('input_invalid', [{ path: 'domain', message: 'is not a domain such as example.com' }]);
  return domain;
}
