// A second process on the same file, as a backup or another program would be: takes the write lock and keeps it until told.
// Run as: node lock-holder.ts <path>. It says "held" on its output; any input ends it.
import { createClient } from '@libsql/client';

const [path] = process.argv.slice(2);
const client = createClient({ url: `file:${path}`, timeout: 10_000 });
const lock = await client.transaction('write');
console.log('held');
process.stdin.once('data', () => {
  void lock.rollback().then(() => {
    client.close();
    process.exit(0);
  });
});
