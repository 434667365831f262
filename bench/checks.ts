// "May this person do this to that?" over HTTP with a host's key, in requests a second of processor time against a bare procedure that says yes.
import { createHmac, randomUUID } from 'node:crypto';
import type { HostKeyId } from '../shared/ids.ts';
import { openDatabase, run } from '../server/db/database.ts';
import { hostKeySecret } from '../server/sessions/host-keys.ts';
import { cpuPerRequest, startChild } from './measured-child.ts';
import type { Ratio } from './ratio.ts';
import { WORKSPACE, ourDatabase } from './seeds.ts';

const KEY = 'bench-host-key' as HostKeyId;
const BASE_URL = 'http://127.0.0.1';
const PEOPLE = 100_000;
/** How many requests each side answers. */
const AMOUNT = 10_000;

/** How many questions one processor answers in a second, against the floor. */
export async function checkRates(): Promise<Ratio[]> {
  const url = await ourDatabase(PEOPLE);
  await addHost(url);
  const [ours, bare] = [
    await startChild('our-server.ts', [url]),
    await startChild('bare-procedure-server.ts'),
  ];
  const question = { who: { subject: 'u-77' }, kind: 'table', resource: { key: 'orders' }, action: 'read' };
  const input = encodeURIComponent(JSON.stringify(question));
  const headers = { authorization: `Bearer ${hostKeyToken()}` };
  const ourCost = await cpuPerRequest(ours, `/trpc/permissions.check?input=${input}`, headers, AMOUNT);
  const bareCost = await cpuPerRequest(bare, `/trpc/check?input=${input}`, {}, AMOUNT);
  await ours.stop();
  await bare.stop();
  const rate = (cost: number): string => Math.round(1e6 / cost).toLocaleString('en');
  return [
    {
      name: `check by a host's key among ${PEOPLE.toLocaleString('en')}`,
      ratio: bareCost / ourCost,
      aim: 0.3,
      isRate: true,
      detail: `${rate(ourCost)} against ${rate(bareCost)} requests a second of one processor, token and rights of each read anew`,
    },
  ];
}

/** A host with one person it knows and one thing that is granted; kept with the database. */
async function addHost(url: string): Promise<void> {
  const database = await openDatabase({ url });
  await database.write(async (tx) => {
    await run(tx, "INSERT OR IGNORE INTO host_keys (id, name, created_at) VALUES (?, 'Bench', 0)", [KEY]);
    await run(tx, 'UPDATE workspaces SET host_key_id = ? WHERE id = ?', [KEY, WORKSPACE]);
    await run(
      tx,
      "INSERT OR IGNORE INTO subjects (host_key_id, workspace_id, subject, member_id) VALUES (?, ?, 'u-77', 'member-77')",
      [KEY, WORKSPACE],
    );
    await run(
      tx,
      "INSERT OR IGNORE INTO resources (id, workspace_id, kind, key, name, name_key, created_at) VALUES ('resource-1', ?, 'table', 'orders', 'Orders', 'orders', 0)",
      [WORKSPACE],
    );
    await run(
      tx,
      "INSERT OR IGNORE INTO grant_actions (resource_seq, role, action) SELECT seq, 'member', 'read' FROM resources WHERE id = 'resource-1'",
    );
  });
  await database.close();
}

function hostKeyToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: KEY,
    aud: BASE_URL,
    iat: now,
    exp: now + 900,
    jti: randomUUID(),
    scope: 'workspaces',
  };
  const body = [
    { alg: 'HS256', kid: KEY },
    { ...claims, workspace: WORKSPACE },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const secret = hostKeySecret('a secret for benchmarks only, long enough', KEY, 1);
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}
