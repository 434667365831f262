// Mails about accounts through a real mail server: to the right person, in their language, with what they need and nothing else, or not at all.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Language } from '../../shared/accounts/account.ts';
import type { AccountId, LinkId } from '../../shared/ids.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { endAccess } from '../accounts/store.ts';
import { all, run } from '../db/database.ts';
import type { LinkKind } from '../../shared/accounts/account.ts';
import { createInvitations } from '../invitations/create.ts';
import { insertLink, takeLink } from '../links/store.ts';
import { sendTestMail } from '../settings/send-test-mail.ts';
import type { Arrived, Sink } from '../testing/smtp-sink.ts';
import { startSink } from '../testing/smtp-sink.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import type { Mail } from './mail.ts';
import { createMail } from './mail.ts';
import type { AccountMailKind } from './store.ts';
import { queueAccountMail } from './store.ts';

const MINUTE = 60_000;
const LINKS: Partial<Record<AccountMailKind, LinkKind>> = {
  'sign-in': 'sign-in',
  reset: 'reset',
  'confirm-email': 'email',
  'set-up': 'setup',
};
const KINDS: readonly AccountMailKind[] = [
  'sign-in',
  'reset',
  'confirm-email',
  'set-up',
  'email-changed',
  'password-changed',
  'in-charge',
];
const HOSTILE = [
  'evil.test',
  'https://10.0.0.1/x',
  '<a href="http://evil.test">click</a>',
  '"Bob" <evil@x.test>, Carol',
  'Eve\r\nBcc: evil@x.test\u0000\u202e',
  '=HYPERLINK("http://evil.test")',
];
/** What mail programs make a link of. */
const LINK = /[a-z][a-z0-9+.-]*:\/\/|[\p{L}\p{N}-]+[.\u2024\u3002\uff0e\uff61]\p{L}{2,}|\d+\.\d+\.\d+/giu;

describe('mails about accounts', () => {
  let world: World;
  let sink: Sink;
  let mail: Mail;
  let ines: AccountId;
  const problems: unknown[] = [];
  beforeEach(async () => {
    sink = await startSink();
    const operator = {
      host: '127.0.0.1',
      port: sink.port,
      isSecure: false,
      from: 'People <people@acme.test>',
    };
    world = await createWorld({ policy: collaborators, operator });
    const { links, sealer } = world.asSystem();
    mail = createMail({
      database: world.database,
      links,
      sealer,
      policy: world.policy,
      operator,
      host: 'people.example',
      now: () => world.clock.now,
      onInternalError: (error) => problems.push(error),
    });
    mail.start();
    const member = { email: 'ines@acme.test', name: 'Ines Invited', roles: ['owner'] };
    ines = (await world.addMember(member)).accountId;
  });
  afterEach(async () => {
    await mail.stop();
    await sink.close();
    await world.close();
    assert.deepEqual(problems.splice(0), []);
  });
  const queue = async (
    kind: AccountMailKind,
    data: Record<string, string> = {},
    accountId = ines,
  ): Promise<LinkId | undefined> => {
    const linkKind = LINKS[kind];
    const linkId = linkKind && (randomUUID() as LinkId);
    const now = world.clock.now;
    await world.database.write(async (tx) => {
      if (linkId !== undefined)
        await insertLink(tx, {
          id: linkId,
          kind: linkKind!,
          accountId,
          data: { email: 'new@acme.test' },
          createdAt: now,
          expiresAt: now + 15 * MINUTE,
        });
      await queueAccountMail(
        tx,
        {
          kind,
          accountId,
          data: {
            ...(kind === 'email-changed' ? { to: 'old@acme.test' } : {}),
            ...(kind === 'in-charge' ? { workspaceId: world.workspaceId } : {}),
            ...data,
          },
          ...(linkId === undefined ? {} : { linkId }),
        },
        now,
      );
    });
    return linkId;
  };
  const send = async (kind: AccountMailKind, data?: Record<string, string>, accountId?: AccountId) => {
    const before = sink.arrived.length;
    const linkId = await queue(kind, data, accountId);
    mail.wake();
    await sink.received(before + 1);
    const arrived = sink.arrived[before]!;
    return {
      ...arrived,
      linkId,
      text: arrived.mail.text!,
      html: arrived.mail.html!,
      subject: arrived.mail.subject!,
    };
  };
  /** Sends a mail that must go out after those that must not, so that their absence means something. */
  const nothingBut = async (): Promise<void> => {
    const other = await world.addMember({ email: 'last@acme.test', roles: ['editor'] });
    await queue('password-changed', {}, other.accountId);
    mail.wake();
    await sink.received(1);
    await mail.stop();
    assert.deepEqual(
      sink.arrived.map(({ to }) => to[0]),
      ['last@acme.test'],
    );
    assert.deepEqual(await all(world.database.read, 'SELECT * FROM outbox'), []);
  };
  const speak = (language: string | null, id = ines) =>
    world.database.write((tx) => run(tx, 'UPDATE accounts SET language = ? WHERE id = ?', [language, id]));
  const onlyLink = ({ text, html }: { text: string; html: string }, link: string | undefined) => {
    const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    assert.deepEqual(hrefs, link === undefined ? [] : [link, link]);
    assert.equal(text.split('https://').length - 1, link === undefined ? 0 : 1);
    assert.ok(link === undefined || text.includes(`\n${link}\n`));
    assert.ok(!/<img|<script|src=|url\(/.test(html));
  };

  it('T9 brings the link to sign in: for whom, how, how often and until when', async () => {
    const letter = await send('sign-in');
    assert.deepEqual(letter.to, ['ines@acme.test']);
    assert.deepEqual(letter.mail.to, [{ address: 'ines@acme.test', name: 'Ines Invited' }]);
    assert.equal(letter.subject, 'Your link to sign in to Acme');
    onlyLink(letter, world.asSystem().links.account('sign-in', letter.linkId!));
    for (const text of [
      'Hello Ines Invited,',
      'It works once, for ines@acme.test, until 15 January 2026 at 12:15 UTC.',
      'you can ignore this mail',
    ])
      assert.ok(letter.text.includes(text), letter.text);
    assert.equal(letter.mail.messageId, `<sign-in.${letter.linkId}@people.example>`);
    assert.match(letter.raw, /^Auto-Submitted: auto-generated\r$/m);
  });

  it('D25 SEC_L09 SEC_B23 each kind goes to one address, with one link where it brings one and none where it tells', async () => {
    const { links } = world.asSystem();
    for (const language of ['en', 'de'] as const) {
      await speak(language);
      for (const kind of KINDS) {
        const letter = await send(kind);
        const to = { 'confirm-email': 'new@acme.test', 'email-changed': 'old@acme.test' }[kind as string];
        assert.deepEqual(letter.to, [to ?? 'ines@acme.test'], kind);
        onlyLink(letter, letter.linkId && links.account(LINKS[kind]!, letter.linkId));
        assert.ok(letter.html.includes(`<html lang="${language}">`));
        assert.ok(!/undefined|null|NaN|\$\{|\[object/.test(letter.text + letter.subject), letter.text);
        assert.ok(!/[!]/.test(letter.text), letter.text);
      }
    }
    const subjects = sink.arrived.map(({ mail: { subject } }) => subject);
    assert.equal(new Set(subjects).size, subjects.length);
  });

  it('SEC_L09 the mails of a change of address: the new one learns nothing of the person, the old one what to do', async () => {
    const confirm = await send('confirm-email');
    for (const other of ['Ines', 'Acme', 'ines@acme.test'])
      assert.ok(!(confirm.text + confirm.html + confirm.raw).includes(other), other);
    assert.ok(confirm.text.includes('new@acme.test was entered as the new address'));
    const changed = await send('email-changed');
    assert.ok(changed.text.includes('The e-mail address of your account at Acme was changed.'));
    assert.ok(changed.text.includes('If this was not you, tell an administrator of Acme at once.'));
    assert.ok(!changed.raw.includes('new@acme.test') && !changed.raw.includes('ines@acme.test'));
  });

  it('SEC_L09 tells of a changed password and of who changed it, and of a role that puts somebody in charge', async () => {
    assert.ok(
      (await send('password-changed')).text.includes('The password of your account at Acme was changed.'),
    );
    const byOthers = await send('password-changed', { by: 'administrator' });
    assert.ok(byOthers.text.includes('An administrator of Acme set a new password for your account.'));
    const inCharge = await send('in-charge');
    const owner = world.policy.roles.get('owner')!;
    assert.equal(inCharge.subject, 'You are now in charge of Acme');
    assert.ok(inCharge.text.includes(`Your role: ${owner.name}. ${owner.description}`));
  });

  it('C6 W25 W28 W43 letters speak the person’s language, else that of the request, else English', async () => {
    const languageOf = ({ mail: letter }: Pick<Arrived, 'mail'>): Language =>
      letter.html!.includes('<html lang="de">') ? 'de' : 'en';
    for (const [own, asked, expected] of [
      [null, undefined, 'en'],
      [null, 'de', 'de'],
      ['de-CH', undefined, 'de'],
      ['en', 'de', 'en'],
      ['fr', 'de', 'de'],
      ['fr', 'pt', 'en'],
    ] as const) {
      await speak(own);
      const letter = await send('sign-in', asked === undefined ? {} : { language: asked });
      assert.equal(languageOf(letter), expected, `${own} ${asked}`);
    }
    await speak('de');
    const german = await send('reset');
    assert.equal(german.subject, 'Neues Passwort für Acme wählen');
    assert.ok(german.text.includes('Er gilt einmal, für ines@acme.test, bis 15. Januar 2026 um 12:15 UTC.'));
    // An invitation follows whoever invites, until the invited person has said otherwise.
    const invite = async (addresses: string, language: Language) => {
      const before = sink.arrived.length;
      const by = world.asAccount(ines);
      const ctx = { ...by, visit: { ...by.visit, language } };
      const wish = { roles: ['editor'], message: 'Willkommen', idempotencyKey: randomUUID() };
      await createInvitations(ctx, { addresses, ...wish });
      mail.wake();
      await sink.received(before + 1);
      return sink.arrived[before]!;
    };
    const first = await invite('new1@acme.test', 'de');
    assert.equal(first.mail.subject, 'Ines Invited lädt Sie zu Acme ein');
    for (const text of [
      'Ihre Rolle: Editor. ',
      'Ines Invited schreibt:\n> Willkommen',
      'bis 16. Januar 2026 um 12:00 UTC',
    ])
      assert.ok(first.mail.text!.includes(text), first.mail.text);
    assert.equal(languageOf(await invite('new2@acme.test', 'en')), 'en');
    const other = await world.addWorkspace('Other');
    const known = await world.addMember({ email: 'known@acme.test', roles: ['editor'], workspaceId: other });
    await speak('de', known.accountId);
    assert.equal(languageOf(await invite('known@acme.test', 'en')), 'de');
  });

  it('names no workspace where there are several, and never one that the person was switched off in', async () => {
    const other = await world.addWorkspace('Second');
    await world.addMember({ email: 'ines@acme.test', roles: ['editor'], workspaceId: other });
    assert.equal((await send('sign-in')).subject, 'Your link to sign in to people.example');
    assert.equal((await send('in-charge')).subject, 'You are now in charge of Acme');
    await world.database.write((tx) =>
      run(tx, "UPDATE members SET status = 'deactivated' WHERE workspace_id = ?", [world.workspaceId]),
    );
    assert.equal((await send('sign-in')).subject, 'Your link to sign in to Second');
  });

  it('SEC_B22 hostile names of person and workspace are plain text in every letter, in both languages', async () => {
    for (const [index, hostile] of HOSTILE.entries()) {
      const workspaceId = await world.addWorkspace(hostile);
      const email = `hostile${index}@acme.test`;
      const { accountId } = await world.addMember({ email, name: hostile, roles: ['owner'], workspaceId });
      for (const language of ['en', 'de']) {
        await speak(language, accountId);
        for (const kind of KINDS) {
          const letter = await send(kind, { to: email, workspaceId }, accountId);
          assert.equal(letter.to.length, 1);
          assert.equal(letter.mail.to!.length, 1);
          const hrefs = new Set([...letter.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!));
          assert.ok([...hrefs].every((href) => href.startsWith('https://people.example/link/')));
          const typed = [...hrefs, letter.to[0]!, 'people.example'].reduce(
            (text, own) => text.replaceAll(own, ''),
            `${letter.text}\n${letter.subject}`,
          );
          assert.deepEqual(typed.match(LINK), null, typed);
          assert.ok(!/<script|<a href="http:/.test(letter.html));
          const headers = letter.raw.slice(0, letter.raw.indexOf('\r\n\r\n')).match(/^[A-Za-z-]+(?=:)/gm)!;
          assert.ok(!headers.some((header) => /^b?cc$/i.test(header)));
        }
      }
    }
  });

  it('SEC_C10 SEC_B11 a link that was used, replaced or has expired is not sent any more', async () => {
    await mail.stop();
    const used = await queue('reset');
    await world.database.write((tx) => takeLink(tx, used!, world.clock.now));
    await queue('sign-in');
    await world.database.write((tx) =>
      run(tx, "UPDATE links SET expires_at = ? WHERE kind = 'sign-in'", [world.clock.now]),
    );
    await queue('confirm-email');
    await world.database.write((tx) => run(tx, "DELETE FROM links WHERE kind = 'email'"));
    // Of another account, as only a mistake could make it.
    const other = await world.addMember({ email: 'other@acme.test', roles: ['editor'] });
    await queue('set-up');
    await world.database.write((tx) =>
      run(tx, "UPDATE links SET account_id = ? WHERE kind = 'setup'", [other.accountId]),
    );
    mail.start();
    await nothingBut();
  });

  it('SEC_C10 of two links asked for in a row only the newest goes out, once', async () => {
    await mail.stop();
    await queue('sign-in');
    const newest = await queue('sign-in');
    mail.start();
    await sink.received(1);
    await mail.stop();
    assert.equal(sink.arrived.length, 1);
    assert.ok(sink.arrived[0]!.mail.text!.includes(`/link/${newest}.`));
  });

  it('T21 nobody who is switched off everywhere, has left or is gone gets mail', async () => {
    await mail.stop();
    for (const kind of KINDS) await queue(kind);
    await world.database.write((tx) => run(tx, "UPDATE members SET status = 'deactivated'"));
    const gone = randomUUID() as AccountId;
    await queue('password-changed', {}, gone);
    mail.start();
    await nothingBut();
  });

  it('SEC_C13 what ends the access of an account ends the links that wait in the outbox', async () => {
    await mail.stop();
    for (const kind of ['sign-in', 'reset', 'confirm-email'] as const) await queue(kind);
    await world.database.write((tx) => endAccess(tx, ines, world.clock.now));
    mail.start();
    await nothingBut();
  });

  it('SEC_L09 whoever is no longer in charge is not told that they are', async () => {
    await mail.stop();
    await queue('in-charge');
    await world.database.write((tx) => run(tx, "UPDATE member_roles SET role = 'editor'"));
    mail.start();
    await nothingBut();
  });

  it('SEC_R10 a mail that may have arrived is sent again as the very same', async () => {
    sink.mode = 'take-and-break-off';
    for (const [index, kind] of (['sign-in', 'password-changed'] as const).entries()) {
      await queue(kind);
      mail.wake();
      await sink.received(index + 1);
    }
    const isNoted = async () => {
      const rows = await all<{ at: number }>(world.database.read, 'SELECT next_at AS at FROM outbox');
      return rows.length === 2 && rows.every(({ at }) => at < world.clock.now + 2 * MINUTE);
    };
    while (!(await isNoted())) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(problems.splice(0).length, 1);
    sink.mode = 'accept';
    world.clock.now += 2 * MINUTE;
    mail.wake();
    await sink.received(4);
    assert.equal(new Set(sink.arrived.map(({ mail: { messageId } }) => messageId)).size, 2);
  });

  it('SEC_R10 a link that somebody waits for goes before any number of invitations', async () => {
    await mail.stop();
    await createInvitations(world.asSystem(), {
      addresses: Array.from({ length: 60 }, (_, index) => `p${index}@acme.test`).join(','),
      roles: ['editor'],
      idempotencyKey: randomUUID(),
    });
    world.clock.now += MINUTE;
    await queue('sign-in');
    mail.start();
    await sink.received(61);
    const at = sink.arrived.findIndex(({ to }) => to[0] === 'ines@acme.test');
    assert.ok(at >= 0 && at < 20, `number ${at}`);
  });

  it('SEC_K03 SEC_B01 no file of the database holds the link that was sent', async () => {
    const letter = await send('reset');
    const seal = /\/link\/\S+\.([\w-]{43})/.exec(letter.text)![1]!;
    const path = world.url.slice('file:'.length);
    for (const suffix of ['', '-wal']) assert.ok(!readFileSync(path + suffix).includes(seal), suffix);
  });

  it('W54 the test e-mail speaks the language of whoever asks for it', async () => {
    await world.database.write((tx) =>
      run(tx, 'UPDATE workspaces SET home = 1 WHERE id = ?', [world.workspaceId]),
    );
    await speak('de');
    assert.ok((await sendTestMail(world.asAccount(ines))).isDelivered);
    assert.equal(sink.arrived[0]!.mail.subject, 'Test-E-Mail von people.example');
    assert.deepEqual(sink.arrived[0]!.to, ['ines@acme.test']);
  });
});
