// What one administrator changes, another one sees: on one server and on two, through lines that break and gather, with nothing taken out of anybody's hand.
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { Sink } from '../server/testing/smtp-sink.ts';
import { startSink } from '../server/testing/smtp-sink.ts';
import { databaseUrl, readSettings } from './settings.ts';
import type { Line } from './testing/line.ts';
import { openLine } from './testing/line.ts';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees } from './testing/stage.ts';

const ADAM = 'Adam Okafor';
const AMARA = 'Amara Diallo';
const STREAM = '/tables/trpc/live.changes';

let stage: TestStage;
let line: Line;
before(async () => {
  stage = await createStage(['tables']);
  line = await openLine(stage.url);
});
after(async () => {
  await line.close();
  await stage.close();
});
afterEach(() => {
  line.fate = () => 'pass';
  line.target = () => stage.url;
});

/** Opens the list of people, as the owner or somebody else, with a clock that can be put forward. */
async function openPeople(url: string, as = 'owner'): Promise<Page> {
  const page = await stage.open('about:blank', { isWatched: false });
  await page.clock.install();
  await page.goto(new URL(`/app/tables/users?as=${as}`, url).href);
  await sees(rowOf(page, ADAM));
  return page;
}

/** The same, once the page is told of changes. */
async function openListening(url: string, as = 'owner'): Promise<Page> {
  const page = await stage.open('about:blank', { isWatched: false });
  await page.clock.install();
  const told = page.waitForResponse(isStream);
  await page.goto(new URL(`/app/tables/users?as=${as}`, url).href);
  await sees(rowOf(page, ADAM));
  await told;
  return page;
}

const isStream = (response: { url(): string }): boolean => response.url().includes(STREAM);
const roleOf = (page: Page, name: string) => rowOf(page, name).getByLabel(`Role of ${name}`);
const choose = (page: Page, name: string, role: string) => roleOf(page, name).selectOption({ label: role });
/** Waits until the page shows that somebody has a role. */
const shows = (page: Page, name: string, role: string) =>
  roleOf(page, name).locator('option:checked', { hasText: role }).waitFor({ state: 'attached' });

/** How long it takes until `seen` resolves, from when `done` began, in whole milliseconds. */
async function timed(done: () => Promise<unknown>, seen: () => Promise<unknown>): Promise<string> {
  const began = performance.now();
  await Promise.all([done(), seen()]);
  return (performance.now() - began).toFixed(0);
}

describe('two administrators on one server', () => {
  it('see what the other changes while they do nothing, and keep what they are at (W35)', async () => {
    const [ann, ben] = [await openListening(stage.url), await openListening(stage.url)];
    await rowOf(ben, AMARA).getByRole('checkbox').check();
    const field = ben.getByLabel(/^E-mail addresses/);
    await field.fill('half an addr');
    const time = await timed(
      () => choose(ann, ADAM, 'Member'),
      () => shows(ben, ADAM, 'Member'),
    );
    console.log(`a change is shown on the other page ${time} ms after the click`);
    assert.equal(await field.inputValue(), 'half an addr');
    assert.equal(await field.evaluate((element) => element.matches(':focus')), true, 'the focus stays');
    assert.equal(await rowOf(ben, AMARA).getByRole('checkbox').isChecked(), true);
    await choose(ann, ADAM, 'Admin');
    await shows(ben, ADAM, 'Admin');
    for (const page of [ann, ben]) await page.context().close();
  });

  it('change the same person at once: one is first, and the other sees what it is now and may choose again', async () => {
    const [ann, ben] = [await openListening(line.url), await openListening(stage.url)];
    // She does not hear of what he does in the meantime.
    line.fate = ({ path }) => (path === STREAM || path.endsWith('members.list') ? 'refuse' : 'pass');
    line.cut();
    await choose(ben, ADAM, 'Member');
    await sees(ben.getByText(`${ADAM} is now Member.`));
    await choose(ann, ADAM, 'Staff');
    await shows(ann, ADAM, 'Member');
    await choose(ann, ADAM, 'Admin');
    await shows(ben, ADAM, 'Admin');
    for (const page of [ann, ben]) await page.context().close();
  });

  it('have an edit of the grid that is not saved beside what the other saved meanwhile, and choose (SEC_X7)', async () => {
    const open = async (): Promise<Page> => {
      const page = await stage.open('about:blank', { isWatched: false });
      const told = page.waitForResponse(isStream);
      await page.goto(new URL('/app/tables/permissions', stage.url).href);
      await told;
      return page;
    };
    const box = (page: Page, what: string) =>
      page.getByRole('checkbox', { name: `${what} Bikes`, exact: true });
    const [ann, ben] = [await open(), await open()];
    await box(ben, 'Delete').click();
    const isWriting = await box(ben, 'Write').isChecked();
    await box(ann, 'Write').click();
    await ann.getByRole('button', { name: /^Save/ }).click();
    await sees(ben.getByText('Somebody else changed this in the meantime.'));
    await sees(ben.getByText(/^Yours: /));
    await sees(ben.getByText(/^Theirs: /));
    assert.equal(await box(ben, 'Delete').isChecked(), true, 'the edit is kept');
    assert.equal(await box(ben, 'Write').isChecked(), isWriting, 'and is not mixed with theirs');
    await ben.getByRole('button', { name: 'Take theirs' }).click();
    assert.deepEqual(
      [await box(ben, 'Delete').isChecked(), await box(ben, 'Write').isChecked()],
      [false, !isWriting],
    );
    for (const page of [ann, ben]) await page.context().close();
  });

  it('lets go of whoever is switched off while they look, at once (T22, SEC_D05)', async () => {
    const [owner, admin] = [await openListening(stage.url), await openListening(stage.url, 'admin')];
    await rowOf(owner, ADAM)
      .getByRole('button', { name: /^Actions for/ })
      .click();
    await owner.getByRole('menuitem', { name: 'Deactivate' }).click();
    await owner.getByRole('button', { name: 'Deactivate', exact: true }).last().click();
    await sees(admin.getByText('actor_deactivated'));
    await rowOf(owner, ADAM)
      .getByRole('button', { name: /^Reactivate/ })
      .click();
    await sees(rowOf(owner, ADAM).getByText('Active', { exact: true }));
    for (const page of [owner, admin]) await page.context().close();
  });
});

describe('a page whose stream does not get through', () => {
  it('looks by itself where a proxy gathers replies, and is told again once one lets them through', async () => {
    line.fate = ({ path }) => (path === STREAM ? 'gather' : 'pass');
    const [ann, ben] = [await openListening(stage.url), await openPeople(line.url)];
    await choose(ann, ADAM, 'Member');
    await sees(ann.getByText(`${ADAM} is now Member.`));
    assert.equal(await roleOf(ben, ADAM).locator('option:checked').textContent(), 'Admin');
    await ben.clock.fastForward(31_000);
    await shows(ben, ADAM, 'Member');
    line.fate = () => 'pass';
    const told = ben.waitForResponse(isStream);
    // Silence is given up, and the next try comes after a while.
    await ben.clock.fastForward(26_000);
    await ben.clock.fastForward(60_000);
    await told;
    await choose(ann, ADAM, 'Admin');
    await shows(ben, ADAM, 'Admin');
    for (const page of [ann, ben]) await page.context().close();
  });

  it('comes back after the line was cut in the middle, and shows what it has missed', async () => {
    const [ann, ben] = [await openListening(stage.url), await openListening(line.url)];
    line.fate = () => 'refuse';
    line.cut();
    await choose(ann, ADAM, 'Member');
    await sees(ann.getByText(`${ADAM} is now Member.`));
    line.fate = () => 'pass';
    await ben.clock.fastForward(10_000);
    await shows(ben, ADAM, 'Member');
    await choose(ann, ADAM, 'Admin');
    await shows(ben, ADAM, 'Admin');
    for (const page of [ann, ben]) await page.context().close();
  });
});

describe('two server processes on one database', () => {
  const children: ChildProcess[] = [];
  let sink: Sink | undefined;
  afterEach(async () => {
    // Also where a test has failed, or nothing would end the file.
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await sink?.close();
  });

  it('each tell the pages of the other, and one that ends lets its pages go at once', async () => {
    const second = await startSecond();
    line.target = ({ path }) => (path.startsWith('/tables/') ? second.url : stage.url);
    const [ann, ben] = [await openListening(stage.url), await openListening(line.url)];
    const there = await timed(
      () => choose(ann, ADAM, 'Member'),
      () => shows(ben, ADAM, 'Member'),
    );
    const back = await timed(
      () => choose(ben, ADAM, 'Admin'),
      () => shows(ann, ADAM, 'Admin'),
    );
    console.log(`a change is shown through another process ${there} ms and ${back} ms after the click`);
    const began = performance.now();
    second.child.kill('SIGTERM');
    assert.deepEqual(await once(second.child, 'exit'), [0, null]);
    console.log(`a process with an open stream ends in ${(performance.now() - began).toFixed(0)} ms`);
    line.target = () => stage.url;
    await ben.clock.fastForward(10_000);
    await choose(ann, ADAM, 'Staff');
    await shows(ben, ADAM, 'Staff');
    for (const page of [ann, ben]) await page.context().close();
  });

  it('each show what becomes of the mail that the other sends (W57, W35)', async () => {
    sink = await startSink('take-and-keep-silent');
    const second = await startSecond({ SMTP_HOST: '127.0.0.1', SMTP_PORT: String(sink.port) });
    line.target = ({ path }) => (path.startsWith('/tables/') ? second.url : stage.url);
    const [ann, ben] = [await openListening(line.url), await openListening(stage.url)];
    await ann.getByLabel(/^E-mail addresses/).fill('lea@brightspoke.example');
    await ann.getByRole('button', { name: 'Invite 1 person' }).click();
    const mails = [ann, ben].map((page) => rowOf(page, 'lea@brightspoke.example'));
    for (const mail of mails) await sees(mail.getByText('Mail queued'));
    await sink.received(1);
    const times = await Promise.all([
      timed(
        () => Promise.resolve(sink!.release()),
        () => sees(mails[0]!.getByText('Mail sent')),
      ),
      timed(
        () => Promise.resolve(),
        () => sees(mails[1]!.getByText('Mail sent')),
      ),
    ]);
    console.log(`what became of mail is shown ${times.join(' ms and ')} ms after the mail server answered`);
    for (const page of [ann, ben]) await page.context().close();
  });

  async function startSecond(mail: Record<string, string> = {}) {
    const { secret } = (await readSettings(stage.folder))!;
    const child = spawn(process.execPath, [join(import.meta.dirname, '../server/cli/cli.ts'), 'serve'], {
      env: {
        BASE_URL: `${stage.url}/tables`,
        DATABASE_URL: databaseUrl(stage.folder, 'tables'),
        USER_ADMIN_POLICY: 'tables',
        USER_ADMIN_SECRET: secret,
        PORT: '0',
        ...mail,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    for await (const said of createInterface({ input: child.stdout })) {
      const port = /listens on 127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port !== undefined) return { child, url: `http://127.0.0.1:${port}` };
    }
    return assert.fail('The second server does not listen');
  }
});
