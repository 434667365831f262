// What an operator does from the command line. Each command reads its words, then works in process like any caller.
import { randomUUID } from 'node:crypto';
import { verifyAudit } from '../audit/verify.ts';
import { missingFile, openDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import type { UserAdmin } from '../index.ts';
import { serveUserAdmin, deploymentOfProcess } from '../main.ts';
import { exportPeople, importPeople } from './people.ts';
import { needed, wordsOf } from './words.ts';

/** What can be asked for. */
export const HELP = `user-admin <command>

  serve                              Answers requests until told to end.
  migrate                            Brings the database to this version.
  create-owner --email EMAIL --workspace NAME [--name NAME]
                                     Makes the main workspace with its owner, and a link to sign in.
  sign-in-link --email EMAIL         Makes a link by which somebody who is here signs in.
  create-workspace --name NAME --owner EMAIL [--host-key ID] [--id ID]
                                     Makes a workspace with its first owner.
  create-host-key --name NAME        Makes a signing key for a host application.
  list-host-keys                     Lists the keys, without their secrets.
  rotate-host-key --host-key ID      Gives a key another secret; the old one ends at once.
  revoke-host-key --host-key ID      Ends a key for good; its workspaces stay.
  import --workspace ID [--roles KEYS] [--check] [--failed FILE] FILE
                                     Brings in the people of a CSV or JSON file; --check only says what would be.
  export --workspace ID [--format csv|json] [--output FILE]
                                     Writes everybody of a workspace into a file.
  verify-audit                       Checks the chain of the audit trail.

Settings come from the environment: DATABASE_URL, BASE_URL, USER_ADMIN_SECRET, USER_ADMIN_POLICY, ORIGINS, SMTP_HOST and others.`;

/** The commands by name. */
export const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  serve,
  migrate,
  'create-owner': createOwner,
  'sign-in-link': signInLink,
  'create-workspace': createWorkspace,
  'create-host-key': createHostKey,
  'list-host-keys': listHostKeys,
  'rotate-host-key': rotateHostKey,
  'revoke-host-key': revokeHostKey,
  import: (args) => importPeople(args, operating),
  export: (args) => exportPeople(args, operating),
  'verify-audit': verify,
};

async function serve(args: string[]): Promise<void> {
  wordsOf(args, []);
  await serveUserAdmin();
}

async function migrate(args: string[]): Promise<void> {
  wordsOf(args, []);
  await migrateDatabase(deploymentOfProcess().options.database);
  console.log('The database is up to date.');
}

async function createOwner(args: string[]): Promise<void> {
  const words = wordsOf(args, ['email', 'workspace', 'name']);
  const [email, workspace, name] = [needed(words, 'email'), needed(words, 'workspace'), words['name']];
  await asOperator(async (_caller, userAdmin) => {
    const { workspaceId, link } = await userAdmin.createOwner({ email, workspace, name });
    console.log(`Workspace id: ${workspaceId}`);
    console.log(`The owner signs in here, once and within 15 minutes:\n${link}`);
  });
}

async function signInLink(args: string[]): Promise<void> {
  const email = needed(wordsOf(args, ['email']), 'email');
  await asOperator(async (_caller, userAdmin) => {
    const { link } = await userAdmin.showSignInLink({ email });
    console.log(`They sign in here, once and within 15 minutes:\n${link}`);
  });
}

async function createWorkspace(args: string[]): Promise<void> {
  const words = wordsOf(args, ['name', 'owner', 'host-key', 'id']);
  const [name, email, hostKeyId, workspaceId] = [
    needed(words, 'name'),
    needed(words, 'owner'),
    words['host-key'],
    words['id'],
  ];
  await asOperator(async (caller) => {
    const workspace = await caller.workspaces.create({
      name,
      owner: { email },
      ...(hostKeyId === undefined ? {} : { hostKeyId }),
      ...(workspaceId === undefined ? {} : { workspaceId }),
      idempotencyKey: randomUUID(),
    });
    console.log(`Workspace id: ${workspace.id}`);
  });
}

async function createHostKey(args: string[]): Promise<void> {
  const name = needed(wordsOf(args, ['name']), 'name');
  await asOperator(async (caller) =>
    tellKey(await caller.workspaces.createHostKey({ name, idempotencyKey: randomUUID() })),
  );
}

async function rotateHostKey(args: string[]): Promise<void> {
  const hostKeyId = needed(wordsOf(args, ['host-key']), 'host-key');
  await asOperator(async (caller) =>
    tellKey(await caller.workspaces.rotateHostKey({ hostKeyId, idempotencyKey: randomUUID() })),
  );
}

async function revokeHostKey(args: string[]): Promise<void> {
  const hostKeyId = needed(wordsOf(args, ['host-key']), 'host-key');
  await asOperator(async (caller) => {
    await caller.workspaces.revokeHostKey({ hostKeyId, idempotencyKey: randomUUID() });
    console.log('The key is revoked; its tokens are refused from now on.');
  });
}

async function listHostKeys(args: string[]): Promise<void> {
  wordsOf(args, []);
  await asOperator(async (caller) => {
    const { rows } = await caller.workspaces.listHostKeys();
    for (const { id, name, createdAt, revokedAt } of rows) {
      console.log(
        `${id}  ${dateOf(createdAt)}  ${revokedAt === null ? 'active' : `revoked ${dateOf(revokedAt)}`}  ${name}`,
      );
    }
    if (rows.length === 0) console.log('There is no key yet.');
  });
}

async function verify(args: string[]): Promise<void> {
  wordsOf(args, []);
  const { database: options } = deploymentOfProcess().options;
  const missing = missingFile(options.url);
  if (missing !== undefined) throw new Error(`there is no database at ${missing}`);
  await migrateDatabase(options);
  const database = await openDatabase(options);
  try {
    const verdict = await verifyAudit(database.read);
    if (!verdict.isWhole)
      throw new Error(`the audit trail is broken at entry ${verdict.seq}: ${verdict.reason}`);
    const { seq, hash } = verdict.head;
    console.log(
      seq === 0
        ? 'The audit trail is whole: it has no entry yet.'
        : `The audit trail is whole: ${seq === 1 ? '1 entry' : `${seq} entries`}, the last sealed by ${hash}`,
    );
  } finally {
    await database.close();
  }
}

function operating(job: (userAdmin: UserAdmin) => Promise<void>): Promise<void> {
  return asOperator((_caller, userAdmin) => job(userAdmin));
}

async function asOperator(
  job: (caller: ReturnType<UserAdmin['caller']>, userAdmin: UserAdmin) => Promise<void>,
): Promise<void> {
  const { options } = deploymentOfProcess();
  const { createUserAdmin } = await import('../index.ts');
  const userAdmin = await createUserAdmin(options);
  try {
    await job(userAdmin.caller(null), userAdmin);
  } finally {
    await userAdmin.close();
  }
}

function tellKey({ id, secret }: { id: string; secret: string }): void {
  console.log(
    `Key id: ${id}\nSecret: ${secret}\nKeep the secret where only the host's backend reads it; it is not shown again.`,
  );
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
