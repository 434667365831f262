// `npm run demo`: starts the demo, says where it is and what to try, and ends cleanly.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isWidgetBuilt } from './files.ts';
import { startDemo } from './start.ts';

const PORT = 4455;
const FOLDER = join(import.meta.dirname, '../.demo');

const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false }, port: { type: 'string' } } });

if (!(await isWidgetBuilt())) {
  console.error('The widget is not built yet. Run: npm run demo');
  process.exit(1);
}

const demo = await startDemo({ folder: FOLDER, port: Number(values.port ?? PORT), mayMove: values.port === undefined, isFresh: values.fresh });

console.log(`
  The demo runs at ${demo.url}

  Invite   paste "ada@example.com, Grace <grace@example.com>" into Invite people
  Accept   open ${demo.url}/mailbox and follow a link, best in a private window
  Manage   change a role, deactivate somebody, edit the permissions, then be somebody else at the top of the page
  Again    data stays in .demo; start over with: npm run demo -- --fresh
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
