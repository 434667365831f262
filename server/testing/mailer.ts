// A process of its own that sends what waits in the outbox, until it is killed: `node mailer.ts DATABASE_URL SMTP_PORT NOW`.
import { compilePolicy } from '../../shared/policy/compile.ts';
import { tables } from '../../shared/presets/tables.ts';
import { openDatabase } from '../db/database.ts';
import { createLinks } from '../invitations/links.ts';
import { createMail } from '../mail/mail.ts';
import { createPolicyBook } from '../roles/policy-book.ts';
import { createSealer } from '../settings/seal.ts';
import { SECRET } from './world.ts';

const [, , url, port, now] = process.argv;
const mail = createMail({
  database: await openDatabase({ url: url! }),
  links: createLinks('https://people.example', SECRET),
  policyIn: createPolicyBook(compilePolicy(tables)).policyIn,
  sealer: createSealer(SECRET),
  operator: {
    host: '127.0.0.1',
    port: Number(port),
    isSecure: false,
    from: 'Acme People <people@acme.test>',
  },
  host: 'people.example',
  now: () => Number(now),
  onInternalError: (error) => {
    throw error;
  },
});
mail.start();
