// Whether each language says everything that English says: no sentence left out, empty, or left in English.
import { expect } from '@open-wc/testing';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import { tables } from '../../shared/presets/tables.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import * as account from '../i18n/account-strings.ts';
import * as action from '../i18n/action-strings.ts';
import * as advice from '../i18n/advice-strings.ts';
import * as audit from '../i18n/audit-strings.ts';
import * as database from '../i18n/database-strings.ts';
import * as diagnosis from '../i18n/diagnosis-strings.ts';
import * as failure from '../i18n/failure-strings.ts';
import * as file from '../i18n/file-strings.ts';
import * as format from '../i18n/format-strings.ts';
import * as invitePlace from '../i18n/invite-place-strings.ts';
import * as invitation from '../i18n/invitation-strings.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import * as note from '../i18n/note-strings.ts';
import * as offboard from '../i18n/offboard-strings.ts';
import * as page from '../i18n/page-strings.ts';
import * as permission from '../i18n/permission-strings.ts';
import * as form from '../i18n/person-form-strings.ts';
import * as place from '../i18n/place-strings.ts';
import * as reasons from '../i18n/reasons.ts';
import * as resource from '../i18n/resource-strings.ts';
import * as review from '../i18n/review-strings.ts';
import * as role from '../i18n/role-strings.ts';
import * as settings from '../i18n/settings-strings.ts';
import { LANGUAGES as SIGN_IN_LANGUAGES } from '../i18n/sign-in-languages.ts';
import * as signIn from '../i18n/sign-in-strings.ts';
import * as strings from '../i18n/strings.ts';
import { sayings } from '../testing/sayings.ts';

const FIRST = { ...strings, ...failure, ...format };
const REST = {
  ...account,
  ...action,
  ...advice,
  ...audit,
  ...database,
  ...diagnosis,
  ...file,
  ...invitePlace,
  ...invitation,
  ...note,
  ...offboard,
  ...page,
  ...permission,
  ...form,
  ...place,
  ...reasons,
  ...resource,
  ...review,
  ...role,
  ...settings,
};

/** What is written alike everywhere: names of formats and protocols, and examples. */
const ALIKE = [
  'API | PEM | SAML | STARTTLS | TLS | OAuth | OpenID Connect | ID | CSV | JSON',
  'name@example.com | Swagger API | Scopes | Port | Client',
];
/** What is the same word as in English, several to a line. Without what goes into a sentence. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: ['Name | Status | Person | Format | Problem | Admin | Schema | Domain | Domains'],
  es: ['Admin | No | no | Roles | Roles:'],
  fr: [
    'Action | Actions | Admin | Audit | E-mail | Permissions | Table | Tables',
    'Active | Description | Format | Invitations | Message | Note | Secret | Sessions',
    'minute | minutes',
  ],
};

/** What need not name the things that English names: they stand beside it, or other counts take the other name. */
const UNNAMED = [
  'permissionStrings.noResourcesText',
  'permissionStrings.resourceCount',
  'databaseStrings.follows',
];

/** The names that people read, in everything that a ready policy names. */
function textsOf(value: unknown, texts = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return texts;
  for (const [key, held] of Object.entries(value))
    if (typeof held !== 'string') textsOf(held, texts);
    else if (/^(?:name|plural|description|label|saveLabel)$/.test(key)) texts.add(held);
  return texts;
}

/** Compares all that `said` says with what English says. */
function compare(code: string, english: object, said: object): void {
  const alike = new Set([...ALIKE, ...(SAME[code] ?? [])].flatMap((line) => line.split(' | ')));
  const wrong: string[] = [];
  for (const { path, text, hers, isSaid, lost } of sayings(english, said)) {
    if (!isSaid) wrong.push(`${path} is missing`);
    else if (hers.trim() === '' && text.trim() !== '') wrong.push(`${path} is empty`);
    else if (lost.length > 0 && !UNNAMED.some((name) => path.startsWith(name)))
      wrong.push(`${path} does not name ${lost.join()}`);
    else if (/undefined|NaN|\[object/.test(hers)) wrong.push(`${path} says ${hers}`);
    else if (hers === text && /\p{L}{2}/u.test(text) && !alike.has(text))
      wrong.push(`${path} is English: ${text}`);
  }
  expect(wrong).to.deep.equal([]);
}

describe('the languages', () => {
  it('are the same for both elements', () => {
    expect(Object.keys(LANGUAGES)).to.include('de');
    expect(Object.keys(SIGN_IN_LANGUAGES)).to.deep.equal(Object.keys(LANGUAGES));
  });

  for (const [code, { first, rest }] of Object.entries(LANGUAGES)) {
    it(`say every sentence: ${code}`, async () => {
      compare(code, FIRST, await first());
      compare(code, REST, await rest());
    });

    it(`have words for all that the ready policies name: ${code}`, async () => {
      const texts = [...textsOf([collaborators, directory, packages, tables, workspaces])];
      const { policyWords } = await first();
      compare(code, Object.fromEntries(texts.map((text) => [text, text])), policyWords);
    });
  }

  for (const [code, { first, rest }] of Object.entries(SIGN_IN_LANGUAGES))
    it(`say every sentence of signing in: ${code}`, async () => {
      compare(code, { ...failure, ...format, ...signIn }, await first());
      compare(code, reasons, await rest());
    });
});
