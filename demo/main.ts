// `npm run demo`: starts the demo, says where it is and what to try, and ends cleanly.
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { isWidgetBuilt } from './files.ts';
import { runningAt } from './settings.ts';
import type { Demo } from './start.ts';
import { startDemo } from './start.ts';

const PORT = 4455;
const FOLDER = join(import.meta.dirname, '../.demo');

const { values } = parseArgs({
  options: {
    fresh: { type: 'boolean', default: false },
    port: { type: 'string' },
    folder: { type: 'string', default: FOLDER },
  },
});

const demo = await start();
console.log(`
  The demo runs at ${demo.url}

  Systems  six of them, at the top of the page: tables, collaborators, packages, workspaces, directory, and a workshop’s own
  Inside   ${demo.url}/product/tables has the same views in the menu of a product; so has each of the others
  Invite   paste "ada@example.com, Grace <grace@example.com>" into Invite people
  Accept   open ${demo.url}/mailbox and follow a link, best in a private window
  Sign in  be “This browser” and sign in at ${demo.url}/collaborators/sign-in, by link, password or Meridian ID
  Manage   change a role, deactivate somebody, edit the permissions, then be somebody else at the top of the page
  Repair   look at Permissions in tables, whose PostgreSQL was changed by hand
  Make     add a user with a password in packages or directory, then sign in at ${demo.url}/packages/sign-in
  Join     invite somebody into two workspaces at once in workspaces, and switch between them
  Again    data stays in ${shown(values.folder)}; start over with: npm run demo -- --fresh
  Stop     Ctrl-C
`);

let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second Ctrl-C means now.
    if (isEnding) process.exit(1);
    isEnding = true;
    void demo.close().then(() => process.exit(0));
  });
}

async function start(): Promise<Demo> {
  const { fresh: isFresh, folder } = values;
  const port = Number(values.port ?? PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535) return give(`There is no port ${values.port}.`);
  if (!(await isWidgetBuilt())) return give('The widget is not built. Run: npm run demo');
  const running = await runningAt(folder);
  if (running !== undefined) return give(`The demo runs already, at ${running}. Stop that one first.`);
  try {
    return await startDemo({ folder, port, mayMove: values.port === undefined, isFresh, hasDatabase: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      return give(`Port ${port} is taken. Choose another: npm run demo -- --port ${port + 1}`);
    if (isFresh || !(error instanceof Error)) throw error;
    // Most likely its data was made before this version.
    return give(`${error.message}.\nStart over with new data: npm run demo -- --fresh`);
  }
}

/** The folder as somebody who stands in this one would name it. */
function shown(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path.startsWith('..') ? folder : path;
}

function give(reason: string): never {
  console.error(reason);
  process.exit(1);
}
