// Letters through a real mail server: whatever people type, one recipient gets one letter, and nothing of theirs is a header, markup or a link.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { directory } from '../../shared/presets/directory.ts';
import { createInvitations } from '../invitations/create.ts';
import { listInvitations } from '../invitations/list.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { createRole } from '../roles/create.ts';
import type { Sink } from '../testing/smtp-sink.ts';
import { startSink } from '../testing/smtp-sink.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import type { Mail } from './mail.ts';
import { createMail } from './mail.ts';
import { unlinked } from './plain.ts';
import { MailFailure, createMailTransport } from './transport.ts';

/** What mail programs make a link of: schemes, host names, numbers of four parts, with the usual look-alikes of a dot. */
const LINK =
  /[a-z][a-z0-9+.-]*:\/\/|\b(?:mailto|javascript|tel):\S|[\p{L}\p{N}-]+[.\u2024\u3002\uff0e\uff61]\p{L}{2,}|\d+\.\d+\.\d+/giu;

const HOSTILE = [
  'Visit http://evil.test/now',
  'evil.test',
  'www.evil。test',
  'https://10.0.0.1/x',
  '<a href="http://evil.test">click</a>',
  '<script>alert(1)</script>',
  '"Bob" <evil@x.test>, Carol',
  'Evil <evil@x.test>',
  'javascript:alert(1)',
  '=HYPERLINK("http://evil.test")',
  '__proto__',
  "O'Brien & Sons",
];

describe('letters', () => {
  let world: World;
  let sink: Sink;
  let mail: Mail;
  const problems: unknown[] = [];
  beforeEach(async () => {
    world = await createWorld({ policy: collaborators, hasMail: true });
    sink = await startSink();
    mail = mailOf(world);
  });
  const mailOf = ({ database, asSystem, clock }: World): Mail => {
    const { links, sealer, policyIn } = asSystem();
    return createMail({
      database,
      links,
      sealer,
      policyIn,
      operator: { host: '127.0.0.1', port: sink.port, isSecure: false, from: 'People <people@acme.test>' },
      host: 'people.example',
      now: () => clock.now,
      onInternalError: (error) => problems.push(error),
    });
  };
  afterEach(async () => {
    await mail.stop();
    await sink.close();
    await world.close();
    assert.deepEqual(problems, []);
  });
  const send = async (
    addresses: string,
    more: { name?: string; message?: string } = {},
    by = world.asSystem(),
  ) => {
    const { results } = await createInvitations(by, {
      addresses,
      roles: ['editor'],
      idempotencyKey: randomUUID(),
      ...more,
    });
    const count = sink.arrived.length + results.filter(({ outcome }) => outcome === 'invited').length;
    mail.start();
    mail.wake();
    await sink.received(count);
    return results;
  };

  it('W25 W28 W43 says who invites to what, what the role means, what to do and until when', async () => {
    const owner = await world.addMember({ email: 'olga@acme.test', name: 'Olga Owner', roles: ['owner'] });
    const results = await send(
      'ines@acme.test',
      { name: 'Ines Invited', message: 'Hello Ines,\nwelcome to the team' },
      world.asAccount(owner.accountId),
    );
    const { mail: letter, raw } = sink.arrived[0]!;
    assert.equal(letter.subject, 'Olga Owner invited you to Acme');
    assert.deepEqual(letter.to, [{ address: 'ines@acme.test', name: 'Ines Invited' }]);
    assert.deepEqual([letter.from?.address, letter.from?.name], ['people@acme.test', 'People']);
    for (const text of [
      'Hello Ines Invited,',
      'Olga Owner has invited you to join Acme.',
      'Your role: Editor. Adds, changes and deletes records.',
      '> Hello Ines,\n> welcome to the team',
      'It works once, for ines@acme.test, until 16 January 2026 at 12:00 UTC',
      'you can ignore this mail',
    ]) {
      assert.ok(letter.text!.includes(text), `text lacks: ${text}\n${letter.text}`);
    }
    const link = world.asSystem().links.invitation(results[0]!.invitationId!, 1, 'mail');
    assert.ok(letter.text!.includes(`\n${link}\n`));
    assert.equal(letter.html!.split(`href="${link}"`).length - 1, 2);
    assert.ok(
      letter.html!.includes('<bdi>Hello Ines,</bdi><br><bdi>welcome to the team</bdi>') &&
        letter.html!.includes('<strong>Editor</strong>'),
    );
    assert.ok(!/<img|<script|src=|url\(/.test(letter.html!));
    assert.match(raw, /^Auto-Submitted: auto-generated\r$/m);
  });

  it('SEC_B22 hostile names of workspace, inviter and invitee and a hostile message become plain text', async () => {
    const names = HOSTILE.filter((name) => !name.includes('@'));
    for (const [index, hostile] of names.entries()) {
      const workspaceId = await world.addWorkspace(hostile);
      const owner = await world.addMember({
        email: `owner${index}@acme.test`,
        name: hostile,
        roles: ['owner'],
        workspaceId,
      });
      await send(
        `invited${index}@acme.test`,
        { name: hostile, message: HOSTILE.join('\n') },
        world.asAccount(owner.accountId, workspaceId),
      );
      const { mail: letter, raw, to } = sink.arrived.at(-1)!;
      assert.deepEqual(to, [`invited${index}@acme.test`]);
      const own = [...letter.text!.matchAll(/https:\/\/people\.example\/invitation\/\S+/g)].map(
        ([link]) => link!,
      );
      assert.equal(own.length, 1);
      const typed = letter.text!.replace(own[0]!, '').replaceAll(`invited${index}@acme.test`, '');
      assert.deepEqual(typed.match(LINK), null, hostile);
      assert.deepEqual(letter.subject!.match(LINK), null, hostile);
      const hrefs = [...letter.html!.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
      assert.deepEqual(hrefs, [own[0], own[0]]);
      assert.ok(!/<script|<a href="http:/.test(letter.html!));
      const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).match(/^[A-Za-z-]+(?=:)/gm)!;
      assert.deepEqual(headers.toSorted(), [
        'Auto-Submitted',
        'Content-Type',
        'Date',
        'From',
        'MIME-Version',
        'Message-ID',
        'Subject',
        'To',
      ]);
      assert.equal(letter.to!.length, 1);
    }
  });

  it('SEC_B22 a hostile role that a workspace made for itself is plain text too', async () => {
    const own = await createWorld({ policy: directory, hasMail: true });
    const admin = own.asAccount(
      (await own.addMember({ email: 'admin@acme.test', roles: ['administrator'] })).accountId,
    );
    const { key } = await createRole(admin, {
      name: 'www.evil.test',
      description: 'Look at https://evil.test/now.',
      capabilities: ['members.view', 'members.manage'],
      idempotencyKey: randomUUID(),
    });
    const mailer = mailOf(own);
    await createInvitations(admin, {
      addresses: 'ines@acme.test',
      roles: [key],
      idempotencyKey: randomUUID(),
    });
    const member = await own.addMember({ email: 'mia@acme.test', roles: ['viewer'] });
    await changeMemberRole(admin, {
      memberId: member.id,
      version: 1,
      roles: [key],
      idempotencyKey: randomUUID(),
    });
    mailer.start();
    await sink.received(2);
    await mailer.stop();
    await own.close();
    for (const { mail: letter } of sink.arrived) {
      const typed = letter
        .text!.replace(/https:\/\/people\.example\S+/g, '')
        .replaceAll('ines@acme.test', '');
      assert.deepEqual(typed.match(LINK), null, letter.text);
      assert.ok(letter.html!.includes('<strong>www. evil. test</strong>'));
    }
  });

  it('SEC_B22 a name with line breaks or controls from anywhere adds no header', async () => {
    const workspaceId = await world.addWorkspace('Acme\r\nBcc: evil@x.test\r\n\r\n<b>body</b>\u0000\u202e');
    const { results } = await createInvitations(world.as({ kind: 'system' }, workspaceId), {
      addresses: 'plain@acme.test',
      roles: ['viewer'],
      idempotencyKey: randomUUID(),
    });
    await world.database.write((tx) =>
      tx.execute({
        sql: 'UPDATE invitations SET name = ? WHERE id = ?',
        args: ['Eve\r\nCc: evil@x.test', results[0]!.invitationId!],
      }),
    );
    mail.start();
    await sink.received(1);
    const { raw, to, mail: letter } = sink.arrived[0]!;
    assert.deepEqual(to, ['plain@acme.test']);
    assert.ok(!/^(?:Bcc|Cc):/im.test(raw.slice(0, raw.indexOf('\r\n\r\n'))));
    assert.equal(letter.to!.length, 1);
  });

  it('SEC_B23 SEC_B24 every address of a list goes to exactly itself, one mail each, whatever stood around it', async () => {
    const list = [
      'plain@acme.test',
      'UPPER@ACME.TEST',
      'plus+tag@acme.test',
      "o'brien@acme.test",
      'a%b@acme.test',
      'a=b@acme.test',
      '{curly}@acme.test',
      '!#$%&*/?^_`|~-@acme.test',
      '<angle@acme.test>',
      '"Doe, Jane" <jane@acme.test>',
      'Evil evil@x.test',
      'mailto:link@acme.test',
      '“quoted@acme.test”',
      'ünï@acme.test',
      'person@bücher.example',
      'x@sub.domain.acme.test',
      'two@a.test,evil@x.test',
      'Name <named@acme.test>',
      '\u200bhidden@acme.test\u200b',
      'a"b@acme.test',
      '"quoted local"@acme.test',
      'a@[127.0.0.1]',
      'plain@acme.test',
    ].join('\n');
    const results = await send(list);
    const invited = results.filter(({ outcome }) => outcome === 'invited').map(({ email }) => email!);
    assert.ok(invited.length >= 14, `${invited.length} invited`);
    const envelopes = sink.arrived.map(({ to }) => to);
    assert.ok(envelopes.every((to) => to.length === 1));
    assert.deepEqual(new Set(envelopes.map(([to]) => to)), new Set(invited));
    assert.equal(envelopes.length, invited.length);
    const rows = (await listInvitations(world.asSystem(), { limit: 200 })).rows.map(({ email }) => email);
    assert.deepEqual(rows.toSorted(), invited.toSorted());
    for (const { to, mail: letter } of sink.arrived)
      assert.deepEqual(
        letter.to?.map(({ address }) => address),
        [...to],
      );
    assert.ok(
      results.every(({ text }) => text !== ''),
      'every piece is answered',
    );
  });
});

describe('the transport', () => {
  let sink: Sink;
  before(async () => {
    sink = await startSink();
  });
  after(() => sink.close());
  const letter = {
    toName: '',
    subject: 'Hello',
    text: 'Hello',
    html: '<p>Hello</p>',
    messageId: '<one@acme.test>',
  };

  it('SEC_B23 M14 hands nothing over whose recipient is not exactly one bare address', async () => {
    const transport = createMailTransport({
      host: '127.0.0.1',
      port: sink.port,
      security: 'offered',
      from: 'people@acme.test',
    });
    for (const to of [
      'b@a.test,evil@x.test',
      'Evil <evil@x.test>, Bob <b@a.test>',
      'b@a.test\r\nRCPT TO:<evil@x.test>',
      'b@a.test ',
      '<b@a.test>',
      'group: b@a.test;',
      '',
      'b@A.test',
    ]) {
      await assert.rejects(
        transport.send({ ...letter, to }),
        (error) => error instanceof MailFailure && error.isPermanent,
        to,
      );
    }
    await transport.send({ ...letter, to: 'b@a.test', toName: 'Evil <evil@x.test>, Bob' });
    transport.close();
    assert.equal(sink.attempts, 1);
    assert.deepEqual(
      sink.arrived.map(({ to }) => to),
      [['b@a.test']],
    );
    assert.deepEqual(sink.arrived[0]!.mail.to, [{ address: 'b@a.test', name: 'Evil <evil@x.test>, Bob' }]);
  });

  it('a server that is not there is a failure to try again; a sender that is no address is refused at the start', async () => {
    const gone = await startSink();
    await gone.close();
    const transport = createMailTransport({
      host: '127.0.0.1',
      port: gone.port,
      security: 'offered',
      from: 'people@acme.test',
    });
    await assert.rejects(
      transport.send({ ...letter, to: 'b@a.test' }),
      (error) => error instanceof MailFailure && !error.isPermanent,
    );
    transport.close();
    assert.throws(
      () => createMailTransport({ host: 'x', port: 25, security: 'offered', from: 'nobody' }),
      RangeError,
    );
  });
});

describe('text that people typed', () => {
  it('keeps what is no address and parts what is one', () => {
    for (const harmless of [
      'Acme Inc.',
      'Version 1.5',
      'at 12:30, ok?',
      'Dr. No',
      'A/B',
      'Ünal & Söhne',
      '...',
    ])
      assert.equal(unlinked(harmless), harmless);
    assert.equal(unlinked('evil.com'), 'evil. com');
    assert.equal(unlinked('see https://a.b.co/x'), 'see https: //a. b. co/x');
    assert.equal(unlinked('J.R.R. Tolkien'), 'J. R. R. Tolkien');
    assert.equal(unlinked('10.0.0.1'), '10. 0. 0. 1');
    assert.equal(unlinked('me@x.test'), 'me @ x. test');
  });
});
