// The surface of both elements, read from the sources of this repository.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readElement } from './read.ts';
import { readEvents } from './read-events.ts';
import { parseSource } from './source.ts';
import type { ElementSurface } from './surface.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The event of the element that stands alone on its page. */
const SIGN_IN = 'ua-signed-in';

/** The public elements with everything that a page may rely on. @throws {Error} where a docblock says too little. */
export function readElements(): ElementSurface[] {
  const read = (file: string) => parseSource(file, readFileSync(join(ROOT, file), 'utf8'));
  const files = globSync('widget/**/*events.ts', { cwd: ROOT }).map((file) => file.replaceAll('\\', '/'));
  const known = readEvents(files.sort().map(read));
  const main = 'widget/user-admin.ts';
  const alone = 'widget/user-admin-sign-in.ts';
  return [
    readElement(main, read(main), 'UserAdminElement', {
      known,
      own: [...known.keys()].filter((name) => name !== SIGN_IN),
    }),
    readElement(alone, read(alone), 'UserAdminSignInElement', { known, own: [] }),
  ];
}
