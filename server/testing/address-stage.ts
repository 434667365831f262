// A world with somebody whose address is changed, by themselves or by their owner, for tests of both.
import { randomUUID } from 'node:crypto';
import type { AccountId, MemberId } from '../../shared/ids.ts';
import { requestEmailChange } from '../accounts/change-email.ts';
import type { UseCaseContext } from '../context.ts';
import { first } from '../db/database.ts';
import { changeMemberEmail } from '../members/change-email.ts';
import { readMembers } from '../members/read.ts';
import type { SignedIn } from './people.ts';
import { givePassword, signIn, tokenOf, waitingNews } from './people.ts';
import { withPasswords } from './policies.ts';
import type { World } from './world.ts';
import { createWorld } from './world.ts';

/** The address that is asked for, where a test says nothing else. */
export const NEW = 'ana.new@acme.test';
/** The password of the person. */
export const PASSWORD = 'Anvil-7-rosette';

/** Who is there, and what they do. */
export interface AddressStage {
  readonly world: World;
  /** The owner. */
  readonly boss: { readonly id: MemberId; readonly accountId: AccountId };
  /** The person whose address it is. */
  readonly ana: { readonly id: MemberId; readonly accountId: AccountId };
  /** Their session. */
  readonly here: SignedIn;
  /** Asks for another address of one's own. */
  ask(ctx: UseCaseContext, email?: string): ReturnType<typeof requestEmailChange>;
  /** Asks for another address of the person, as the owner where nobody else is named. */
  askFor(email?: string, ctx?: UseCaseContext): ReturnType<typeof changeMemberEmail>;
  /** The secret of the link that was sent last. */
  link(): Promise<string>;
  /** The account as the database has it. */
  stored(
    id?: AccountId,
  ): Promise<{ email: string; key: string; verifiedAt: number | null; hash: string | null } | undefined>;
  /** The addresses that a search finds. */
  found(search: string, workspaceId?: World['workspaceId']): Promise<string[]>;
  /** A call by nobody. */
  anonymous(): UseCaseContext;
}

/** Makes the world, with the person signed in. */
export async function createAddressStage(): Promise<AddressStage> {
  const world = await createWorld({ policy: withPasswords, hasMail: true });
  const boss = await world.addMember({ email: 'boss@acme.test', roles: ['owner'] });
  const ana = await world.addMember({ email: 'ana@acme.test', name: 'Ana', roles: ['staff'] });
  await givePassword(world, ana.accountId, PASSWORD);
  return {
    world,
    boss,
    ana,
    here: await signIn(world, ana.accountId),
    ask: (ctx, email = NEW) => requestEmailChange(ctx, { email, idempotencyKey: randomUUID() }),
    askFor: (email = NEW, ctx = world.asAccount(boss.accountId)) =>
      changeMemberEmail(ctx, { memberId: ana.id, email, idempotencyKey: randomUUID() }),
    link: async () => {
      const mail = (await waitingNews(world)).findLast(({ kind }) => kind === 'confirm-email');
      return tokenOf(world, 'email', mail?.linkId ?? null);
    },
    stored: (id = ana.accountId) =>
      first(
        world.database.read,
        'SELECT email, email_key AS key, email_verified_at AS verifiedAt, password_hash AS hash FROM accounts WHERE id = ?',
        [id],
      ),
    found: async (search, workspaceId = world.workspaceId) => {
      const { page } = await readMembers(world.as({ kind: 'system' }, workspaceId), {
        filter: { search },
        sort: { by: 'name', direction: 'ascending' },
        limit: 10,
      });
      return (JSON.parse(page) as { rows: { email: string }[] }).rows.map(({ email }) => email);
    },
    anonymous: () => world.as({ kind: 'anonymous' }, null),
  };
}
