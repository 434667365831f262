// A deployment of the demo whose clock and ids are ours, so that what happened long ago can be told, the same each time.
import { createHash, randomUUID } from 'node:crypto';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { AppRouter, UserAdmin } from '../server/index.ts';
import { createUserAdmin } from '../server/index.ts';
import type { HostSettings } from './host.ts';
import { signHostToken } from './host.ts';
import { ELSEWHERE, PEOPLE, SEATS } from './people.ts';
import type { PolicyKey } from './policies.ts';
import { STAGES } from './policies.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Where the data is filled in under; links carry it, and none of these is kept. */
const NOWHERE = 'http://seed.invalid';

/** One part of the demo to fill. */
export interface SeedPlan {
  readonly key: PolicyKey;
  readonly databaseUrl: string;
  readonly secret: string;
  /** Now, in milliseconds; everything is dated back from it. */
  readonly now: number;
}

type Client = ReturnType<typeof clientOf>;

/** A deployment whose clock and ids are ours, so that the same data comes out each time. */
export interface Past {
  readonly key: PolicyKey;
  readonly admin: UserAdmin;
  readonly clock: { now: number };
  readonly host: HostSettings;
  /** The procedures as somebody; as nobody where there is no address. */
  as(email?: string, workspaceId?: string): Promise<Client>;
  /** The procedures as somebody who signed in here themselves. */
  signedIn(email: string): Promise<Client>;
}

/** Opens a new database as a deployment of the past, with its workspaces, their founders and the host's key. */
export async function openPast({ key, databaseUrl, secret, now }: SeedPlan): Promise<Past> {
  const { policy, workspace, workspaceId } = STAGES[key];
  const founder = PEOPLE[0]!;
  const clock = { now: now - founder.joined * DAY };
  const audience = `${NOWHERE}/${key}`;
  const admin = await createUserAdmin(
    { policy, secret, database: { url: databaseUrl }, baseUrl: audience },
    { now: () => clock.now, newId: idsFor(key) },
  );
  const operator = admin.caller(null).workspaces;
  const issued = await operator.createHostKey({ name: 'Meridian', idempotencyKey: randomUUID() });
  const { name, email } = founder;
  await operator.create({
    workspaceId,
    name: workspace,
    hostKeyId: issued.id,
    isHome: true,
    owner: { name, email },
    idempotencyKey: randomUUID(),
  });
  await operator.create({
    workspaceId: ELSEWHERE.workspaceId,
    name: ELSEWHERE.workspace,
    owner: ELSEWHERE.owner,
    idempotencyKey: randomUUID(),
  });
  for (const { id, name: other } of STAGES[key].others) {
    const owner = founderOf(key, id);
    await operator.create({
      workspaceId: id,
      name: other,
      hostKeyId: issued.id,
      owner: { name: PEOPLE.find(({ email: known }) => known === owner)!.name, email: owner },
      idempotencyKey: randomUUID(),
    });
  }
  const host = { keyId: issued.id, secret: issued.secret, audience, workspaceId };
  return {
    key,
    admin,
    clock,
    host,
    as: async (by, where = workspaceId) => {
      const token =
        by === undefined ? undefined : await signHostToken({ ...host, workspaceId: where }, by, clock.now);
      return clientOf(
        admin,
        audience,
        where,
        token === undefined ? {} : { authorization: `Bearer ${token}` },
      );
    },
    signedIn: async (by) => {
      const { link } = await admin.showSignInLink({ email: by });
      const origin = new URL(NOWHERE).origin;
      const reply = await admin.fetch(
        new Request(`${audience}/trpc/signIn.link`, {
          method: 'POST',
          headers: { origin, 'content-type': 'application/json' },
          body: JSON.stringify({ token: new URL(link).pathname.split('/').at(-1) }),
        }),
      );
      if (!reply.ok) throw new Error(`${by} could not sign in: ${await reply.text()}`);
      const cookie = reply.headers.getSetCookie().map((set) => set.split(';')[0]);
      return clientOf(admin, audience, workspaceId, { origin, cookie: cookie.join('; ') });
    },
  };
}

/** The address of who founded one of the other workspaces: the first who has a seat there. */
export function founderOf(key: PolicyKey, workspaceId: string): string {
  return (SEATS[key] ?? []).find(([seat]) => seat === workspaceId)![1];
}

/** Ids that are the same in every seeding, because the colours of people come from them. */
function idsFor(key: PolicyKey): () => string {
  let count = 0;
  return () => {
    const hex = createHash('sha256')
      .update(`${key} ${(count += 1)}`)
      .digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

/** The procedures of `admin` by HTTP in a workspace, as whoever the headers name. */
export function clientOf(
  admin: UserAdmin,
  baseUrl: string,
  workspaceId: string,
  who: Readonly<Record<string, string>>,
) {
  const headers = { 'ua-workspace': workspaceId, ...who };
  const fetch = (input: RequestInfo | URL | string, init?: RequestInit) =>
    admin.fetch(new Request(input, init));
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `${baseUrl}/trpc`, headers, fetch: fetch as never })],
  });
}
