// A second server process on the same database: changes the roles of the people it is given, all at once, when told to.
// Run as: node racer.ts <JSON of { url, workspaceId, members, role }>. It says "ready"; any input starts it; then it says the codes, null for a success.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { changeMemberRole } from '../members/change-role.ts';
import { codeOf } from './refusal.ts';
import { createWorld } from './world.ts';

const { url, workspaceId, members, role } = JSON.parse(process.argv[2]!);
const world = await createWorld({ url, workspaceId });
console.log('ready');
await once(process.stdin, 'data');
const results = await Promise.allSettled(
  members.map((memberId: never) =>
    changeMemberRole(world.asSystem(), { memberId, version: 1, roles: [role], idempotencyKey: randomUUID() }),
  ),
);
console.log(JSON.stringify(results.map(codeOf)));
await world.close();
process.exit(0);
