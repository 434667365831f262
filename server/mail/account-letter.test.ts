// What the mails about accounts say, through a real mail server: to the right person, in their language, with what they need and nothing else.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Language } from '../../shared/accounts/account.ts';
import { LANGUAGES } from '../../shared/accounts/account.ts';
import { run } from '../db/database.ts';
import { createInvitations } from '../invitations/create.ts';
import { sendTestMail } from '../settings/send-test-mail.ts';
import type { NoticeStage } from '../testing/notice-stage.ts';
import { KINDS, LINKS, createNoticeStage } from '../testing/notice-stage.ts';
import type { Arrived } from '../testing/smtp-sink.ts';
import { listed, wordsOf } from './words.ts';

const HOSTILE = [
  'evil.test',
  'https://10.0.0.1/x',
  '<a href="http://evil.test">click</a>',
  '"Bob" <evil@x.test>, Carol',
  'Eve\r\nBcc: evil@x.test\u0000\u202e',
  '=HYPERLINK("http://evil.test")',
];
/** What mail programs make a link of; the full stop of a Japanese sentence, which follows its own letters, is none. */
const LINK =
  /[a-z][a-z0-9+.-]*:\/\/|[\p{L}\p{N}-]+(?!(?<=\p{sc=Hira})\u3002)[.\u2024\u3002\uff0e\uff61]\p{L}{2,}|\d+\.\d+\.\d+/giu;

describe('letters about accounts', () => {
  let stage: NoticeStage;
  beforeEach(async () => {
    stage = await createNoticeStage();
  });
  afterEach(() => stage.close());

  const onlyLink = ({ text, html }: { text: string; html: string }, link: string | undefined) => {
    const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    assert.deepEqual(hrefs, link === undefined ? [] : [link, link]);
    assert.equal(text.split('https://').length - 1, link === undefined ? 0 : 1);
    assert.ok(link === undefined || text.includes(`\n${link}\n`));
    assert.ok(!/<img|<script|src=|url\(/.test(html));
  };

  it('T9 brings the link to sign in: for whom, how, how often and until when', async () => {
    const letter = await stage.send('sign-in');
    assert.deepEqual(letter.to, ['ines@acme.test']);
    assert.deepEqual(letter.mail.to, [{ address: 'ines@acme.test', name: 'Ines Invited' }]);
    assert.equal(letter.subject, 'Your link to sign in to Acme');
    onlyLink(letter, stage.world.asSystem().links.account('sign-in', letter.linkId!));
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
    const { links } = stage.world.asSystem();
    for (const language of LANGUAGES) {
      await stage.speak(language);
      for (const kind of KINDS) {
        const letter = await stage.send(kind);
        const to = { 'confirm-email': 'new@acme.test', 'email-changed': 'old@acme.test' }[kind as string];
        assert.deepEqual(letter.to, [to ?? 'ines@acme.test'], kind);
        const page = kind === 'account-made' ? links.signIn(stage.world.workspaceId) : undefined;
        onlyLink(letter, letter.linkId ? links.account(LINKS[kind]!, letter.linkId) : page);
        assert.ok(
          letter.html.includes(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`),
        );
        assert.ok(!/undefined|null|NaN|\$\{|\[object/.test(letter.text + letter.subject), letter.text);
        assert.ok(!/[!¡！]/.test(letter.text), letter.text);
      }
    }
    const subjects = stage.sink.arrived.map(({ mail: { subject } }) => subject);
    assert.equal(new Set(subjects).size, subjects.length);
  });

  it('SEC_L09 the mails of a change of address: the new one learns nothing of the person, the old one what to do', async () => {
    const confirm = await stage.send('confirm-email');
    for (const other of ['Ines', 'Acme', 'ines@acme.test'])
      assert.ok(!(confirm.text + confirm.html + confirm.raw).includes(other), other);
    assert.ok(confirm.text.includes('new@acme.test was entered as the new address'));
    assert.ok(confirm.text.includes('do so with the address you had before'));
    const changed = await stage.send('email-changed');
    assert.ok(changed.text.includes('The e-mail address of your account at Acme was changed.'));
    assert.ok(changed.text.includes('If this was not you, tell an administrator of Acme at once.'));
    assert.ok(!changed.raw.includes('new@acme.test') && !changed.raw.includes('ines@acme.test'));
  });

  it('SEC_L09 tells of a changed password and of who changed it, and of a role that puts somebody in charge', async () => {
    assert.ok(
      (await stage.send('password-changed')).text.includes(
        'The password of your account at Acme was changed.',
      ),
    );
    const byOthers = await stage.send('password-changed', { by: 'administrator' });
    assert.ok(byOthers.text.includes('An administrator of Acme set a new password for your account.'));
    const inCharge = await stage.send('in-charge');
    const owner = stage.world.policy.roles.get('owner')!;
    assert.equal(inCharge.subject, 'You are now in charge of Acme');
    assert.ok(inCharge.text.includes(`Your role: ${owner.name}. ${owner.description}`));
  });

  it('P41 P12 tells somebody of the account that was made for them, where they sign in, and never a password', async () => {
    const { workspaceId } = stage.world;
    const given = await stage.send('account-made', { workspaceId, password: 'yes' });
    assert.equal(given.subject, 'You have an account at Acme');
    assert.ok(
      given.text.includes(
        'You sign in with ines@acme.test. Whoever made the account tells you the first password.',
      ),
    );
    const none = await stage.send('account-made', { workspaceId, password: 'no' });
    assert.ok(none.text.includes('You sign in with ines@acme.test. The page sends you a link for it.'));
  });

  it('D27 W6 names every workspace that an account was made in, and none in which the person was switched off since', async () => {
    const [first, second, third] = [
      stage.world.workspaceId,
      await stage.world.addWorkspace('Retail'),
      await stage.world.addWorkspace('evil.test'),
    ];
    for (const workspaceId of [second, third])
      await stage.world.addMember({ email: 'ines@acme.test', roles: ['editor'], workspaceId });
    await stage.world.addMember({
      email: 'ines@acme.test',
      roles: ['editor'],
      workspaceId: await stage.world.addWorkspace('Elsewhere'),
    });
    const data = { workspaceId: first, alsoIn: `${second} ${third}`, password: 'no' };
    const letter = await stage.send('account-made', data);
    assert.equal(letter.subject, 'You have an account at Acme and 2 more workspaces');
    assert.ok(letter.text.includes('It is for Acme, Retail and evil. test.'), letter.text);
    assert.doesNotMatch(letter.text, /Elsewhere/);
    await stage.speak('de');
    const german = await stage.send('account-made', data);
    assert.equal(german.subject, 'Sie haben ein Konto bei Acme und 2 weiteren Arbeitsbereichen');
    assert.ok(german.text.includes('Es gilt für Acme, Retail und evil. test.'), german.text);
    await stage.world.database.write((tx) =>
      run(tx, "UPDATE members SET status = 'deactivated' WHERE workspace_id IN (?, ?)", [first, third]),
    );
    const left = await stage.send('account-made', data);
    assert.equal(left.subject, 'Sie haben ein Konto bei Retail');
    onlyLink(left, stage.world.asSystem().links.signIn(second));
  });

  it('C6 W25 W28 W43 letters speak the person’s language, else that of the request, else English', async () => {
    const languageOf = ({ mail: letter }: Pick<Arrived, 'mail'>): Language =>
      LANGUAGES.find((language) => letter.html!.includes(`<html lang="${language}"`))!;
    for (const [own, asked, expected] of [
      [null, undefined, 'en'],
      [null, 'de', 'de'],
      ['de-CH', undefined, 'de'],
      ['en', 'de', 'en'],
      ['ja', 'de', 'ja'],
      ['nl', 'de', 'de'],
      ['nl', 'ar-EG', 'ar'],
      ['nl', 'pt', 'en'],
    ] as const) {
      await stage.speak(own);
      const letter = await stage.send('sign-in', asked === undefined ? {} : { language: asked });
      assert.equal(languageOf(letter), expected, `${own} ${asked}`);
    }
    await stage.speak('de');
    const german = await stage.send('reset');
    assert.equal(german.subject, 'Neues Passwort für Acme wählen');
    assert.ok(german.text.includes('Er gilt einmal, für ines@acme.test, bis 15. Januar 2026 um 12:15 UTC.'));
    // An invitation follows whoever invites, until the invited person has said otherwise.
    const invite = async (addresses: string, language: Language) => {
      const before = stage.sink.arrived.length;
      const by = stage.world.asAccount(stage.ines);
      const ctx = { ...by, visit: { ...by.visit, language } };
      const wish = { roles: ['editor'], message: 'Willkommen', idempotencyKey: randomUUID() };
      await createInvitations(ctx, { addresses, ...wish });
      stage.mail.wake();
      await stage.sink.received(before + 1);
      return stage.sink.arrived[before]!;
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
    const other = await stage.world.addWorkspace('Other');
    const known = await stage.world.addMember({
      email: 'known@acme.test',
      roles: ['editor'],
      workspaceId: other,
    });
    await stage.speak('de', known.accountId);
    assert.equal(languageOf(await invite('known@acme.test', 'en')), 'de');
  });

  it('names no workspace where there are several, and never one that the person was switched off in', async () => {
    const other = await stage.world.addWorkspace('Second');
    await stage.world.addMember({ email: 'ines@acme.test', roles: ['editor'], workspaceId: other });
    assert.equal((await stage.send('sign-in')).subject, 'Your link to sign in to people.example');
    assert.equal((await stage.send('in-charge')).subject, 'You are now in charge of Acme');
    await stage.world.database.write((tx) =>
      run(tx, "UPDATE members SET status = 'deactivated' WHERE workspace_id = ?", [stage.world.workspaceId]),
    );
    assert.equal((await stage.send('sign-in')).subject, 'Your link to sign in to Second');
  });

  it('SEC_B22 hostile names of person and workspace are plain text in every letter, in every language', async () => {
    for (const [index, hostile] of HOSTILE.entries()) {
      const workspaceId = await stage.world.addWorkspace(hostile);
      const email = `hostile${index}@acme.test`;
      const { accountId } = await stage.world.addMember({
        email,
        name: hostile,
        roles: ['owner'],
        workspaceId,
      });
      for (const language of new Set(['en', LANGUAGES[index % LANGUAGES.length]!])) {
        await stage.speak(language, accountId);
        for (const kind of KINDS) {
          const letter = await stage.send(kind, { to: email, workspaceId }, accountId);
          assert.equal(letter.to.length, 1);
          assert.equal(letter.mail.to!.length, 1);
          const hrefs = new Set([...letter.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!));
          assert.ok(
            [...hrefs].every((href) =>
              /^https:\/\/people\.example\/(link\/|sign-in\?workspace=[\w-]+$)/.test(href),
            ),
          );
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

  it('says in every language what it says in English: for whom, until when, what to choose, and the names', async () => {
    const { workspaceId } = stage.world;
    const more = [await stage.world.addWorkspace('Retail'), await stage.world.addWorkspace('Nord')];
    for (const also of more)
      await stage.world.addMember({ email: 'ines@acme.test', roles: ['editor'], workspaceId: also });
    const english = new Map<string, string>();
    for (const language of ['en', ...LANGUAGES.filter((other) => other !== 'en')]) {
      await stage.speak(language);
      const data = { 'account-made': { workspaceId, alsoIn: more.join(' '), password: 'yes' } };
      for (const kind of KINDS) {
        const { text, html, subject } = await stage.send(kind, data[kind as 'account-made']);
        const first = english.get(kind) ?? text;
        english.set(kind, first);
        const named = first.match(
          /Ines Invited|\w+@acme\.test|people\.example|\b(?:Acme|Retail|Nord|Owner|12:15)\b/g,
        )!;
        for (const name of new Set(named)) assert.ok(text.includes(name), `${language} ${kind}: ${name}`);
        assert.equal(
          text.trim().split('\n\n').length,
          first.trim().split('\n\n').length,
          `${language} ${kind}`,
        );
        assert.ok(subject.length < 80 && html.includes(`lang="${language}"`), subject);
        if (language === 'en') continue;
        for (const line of first
          .trim()
          .split('\n\n')
          .filter((part) => !part.includes('https:')))
          assert.ok(!text.split('\n\n').includes(line), `${language} ${kind}: ${line}`);
      }
    }
  });

  it('an Arabic letter runs from right to left, and what is named in it keeps its own direction', async () => {
    await stage.speak('ar');
    const { html, text } = await stage.send('sign-in');
    assert.match(html, /<html lang="ar" dir="rtl">/);
    assert.match(html, /<div class="card" lang="ar" dir="rtl">/);
    assert.match(html, /<a class="link" dir="ltr" href=/);
    assert.ok(html.includes('border-right') && !html.includes('border-left'));
    for (const name of ['Acme', 'Ines Invited', 'ines@acme.test']) {
      assert.ok(text.includes(`\u2068${name}\u2069`), text);
      assert.equal(text.split(name).length, text.split(`\u2068${name}\u2069`).length, name);
    }
    assert.ok(text.includes('حتى 15 يناير 2026 في 12:15 م UTC'), text);
  });

  it('lists names as each language does, and in Arabic each in its own direction', () => {
    assert.equal(listed(['Acme', 'Retail', 'Nord'], 'en'), 'Acme, Retail and Nord');
    assert.equal(listed(['Acme', 'Retail', 'Nord'], 'ja'), 'Acme、Retail、Nord');
    assert.equal(listed(['Acme', 'Nord'], 'ar'), '\u200f\u2068Acme\u2069 و\u2068Nord\u2069');
    assert.equal(listed(['Acme'], 'ar'), 'Acme');
  });

  it('counts the other workspaces as each language does', () => {
    const said = (language: Language, others: number) =>
      wordsOf(language).invitation.subject('Acme', null, others);
    assert.equal(said('fr', 1), 'Invitation à rejoindre Acme et 1 autre espace de travail');
    assert.equal(said('fr', 3), 'Invitation à rejoindre Acme et 3 autres espaces de travail');
    assert.equal(said('es', 1), 'Invitación para unirse a Acme y 1 espacio de trabajo más');
    assert.equal(said('es', 3), 'Invitación para unirse a Acme y 3 espacios de trabajo más');
    assert.equal(said('ja', 3), '「Acme」とほか3件のワークスペースへの招待');
    for (const [others, words] of [
      [0, ''],
      [1, ' ومساحة عمل أخرى'],
      [2, ' ومساحتي عمل أخريين'],
      [3, ' و3 مساحات عمل أخرى'],
      [11, ' و11 مساحة عمل أخرى'],
    ] as const)
      assert.equal(said('ar', others), `دعوة إلى \u2068Acme\u2069${words}`);
  });

  it('W54 the test e-mail speaks the language of whoever asks for it', async () => {
    await stage.world.database.write((tx) =>
      run(tx, 'UPDATE workspaces SET home = 1 WHERE id = ?', [stage.world.workspaceId]),
    );
    await stage.speak('de');
    assert.ok((await sendTestMail(stage.world.asAccount(stage.ines))).isDelivered);
    assert.equal(stage.sink.arrived[0]!.mail.subject, 'Test-E-Mail von people.example');
    assert.deepEqual(stage.sink.arrived[0]!.to, ['ines@acme.test']);
  });
});
