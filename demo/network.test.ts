// Bad networks, with a real server and a line that loses, holds and refuses: one effect for each action, the truth on the page, and what was typed kept.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Client } from '@libsql/client';
import { createClient } from '@libsql/client';
import type { Page } from 'playwright-core';
import type { PolicyKey } from './policies.ts';
import { databaseUrl } from './settings.ts';
import type { Line } from './testing/line.ts';
import { openLine } from './testing/line.ts';
import type { TestStage } from './testing/stage.ts';
import { PATIENCE, createStage, rowOf, sees, seesNoMore } from './testing/stage.ts';

/** Somebody, and something, for each way in which a line can be bad. */
const WHO = ['Adam Okafor', 'Inês Carvalho', 'Chiara Rinaldi', 'Milo Duarte'] as const;
const WHAT = ['Bikes', 'Brakes', 'Chainsets', 'Countries'] as const;

/** Something that an administrator does, as seen on the page. */
interface Deed {
  readonly name: string;
  readonly part: PolicyKey;
  readonly view: string;
  /** The element that says so where no answer comes. Others may say the same of what they could not read. */
  readonly teller: string;
  /** The call that it makes, and the entry that it leaves. */
  readonly path: string;
  readonly entry: string;
  /** Does everything up to the last click, which `go` makes. */
  prepare(page: Page, turn: number): Promise<void>;
  go(page: Page, turn: number): Promise<unknown>;
  /** What says that it was done. */
  done(page: Page, turn: number): Promise<void>;
  /** What says that what was typed is there still, where no answer came. */
  kept(page: Page, turn: number): Promise<void>;
}

const row = (page: Page, turn: number) => rowOf(page, WHO[turn]!);
const roleOf = (page: Page, turn: number) => page.getByLabel(`Role of ${WHO[turn]}`);
const field = (page: Page, name: RegExp) => page.getByRole('textbox', { name });
const inForm = (page: Page, name: string) => page.locator('ua-person-form').getByRole('button', { name });
const address = (turn: number): string => `new-${turn}@dealer.example`;

const DEEDS: readonly Deed[] = [
  {
    name: 'inviting somebody',
    part: 'tables',
    view: 'users',
    teller: 'ua-invite-card',
    path: 'invitations.create',
    entry: 'invitation.create',
    prepare: (page, turn) => page.getByLabel(/^E-mail addresses/).fill(`${address(turn)}, `),
    go: (page) => page.getByRole('button', { name: 'Invite 1 person' }).click(),
    done: (page) => sees(page.getByRole('heading', { name: '1 person invited' })),
    kept: (page) => sees(page.getByRole('button', { name: 'Invite 1 person' })),
  },
  {
    name: 'changing a role',
    part: 'tables',
    view: 'users',
    teller: 'ua-notices',
    path: 'members.changeRole',
    entry: 'member.change-role',
    prepare: async (page, turn) => {
      await sees(roleOf(page, turn));
      // What changes it comes behind the rows; without that the list itself says that there is no network.
      await page.locator('ua-notices:defined').waitFor({ state: 'attached' });
    },
    go: (page, turn) => roleOf(page, turn).selectOption({ label: 'Staff' }),
    done: (page, turn) =>
      roleOf(page, turn).locator('option:checked', { hasText: 'Staff' }).waitFor({ state: 'attached' }),
    kept: (page, turn) => sees(roleOf(page, turn)),
  },
  {
    name: 'switching somebody off',
    part: 'tables',
    view: 'users',
    teller: 'ua-dialog',
    path: 'members.deactivate',
    entry: 'member.deactivate',
    prepare: async (page, turn) => {
      await row(page, turn)
        .getByRole('button', { name: /^Actions for/ })
        .click();
      await page.getByRole('menuitem', { name: 'Deactivate' }).click();
      await field(page, /^Reason/).fill('A word about it');
    },
    go: (page) => page.getByRole('button', { name: 'Deactivate', exact: true }).last().click(),
    done: async (page, turn) => {
      await seesNoMore(page.getByRole('dialog'));
      await sees(row(page, turn).getByText('Deactivated', { exact: true }));
    },
    kept: async (page) => assert.equal(await field(page, /^Reason/).inputValue(), 'A word about it'),
  },
  {
    name: 'saving the grid',
    part: 'tables',
    view: 'permissions',
    teller: 'ua-grant-editor',
    path: 'permissions.save',
    entry: 'permissions.save',
    prepare: (page, turn) =>
      page.getByRole('checkbox', { name: `Delete ${WHAT[turn]}`, exact: true }).click(),
    go: (page) => page.getByRole('button', { name: /^Save/ }).click(),
    done: (page) => seesNoMore(page.getByRole('button', { name: /^Save/ })),
    kept: (page) => sees(page.getByRole('button', { name: /^Save/ })),
  },
  {
    name: 'making an account',
    part: 'packages',
    view: 'users',
    teller: 'ua-dialog',
    path: 'members.create',
    entry: 'member.create',
    prepare: async (page, turn) => {
      await page.getByRole('button', { name: 'Add user' }).first().click();
      await field(page, /^Name/).fill('Pia Brandt');
      await field(page, /^E-mail/).fill(address(turn));
      for (const name of [/^First password required/, /^First password, again/])
        await field(page, name).fill('rim & tyre');
    },
    go: (page) => inForm(page, 'Add user').click(),
    done: (page) => seesNoMore(page.getByRole('dialog')),
    kept: async (page) => assert.equal(await field(page, /^Name/).inputValue(), 'Pia Brandt'),
  },
  {
    name: 'saving the form about somebody',
    part: 'packages',
    view: 'users',
    teller: 'ua-dialog',
    path: 'members.update',
    entry: 'member.change-profile',
    prepare: async (page, turn) => {
      await row(page, turn).getByRole('button', { name: /^Edit/ }).click();
      await field(page, /^Name/).fill(`${WHO[turn]} Jr`);
    },
    go: (page) => inForm(page, 'Update user').click(),
    done: async (page, turn) => {
      await seesNoMore(page.getByRole('dialog'));
      await sees(rowOf(page, `${WHO[turn]} Jr`));
    },
    kept: async (page, turn) => assert.equal(await field(page, /^Name/).inputValue(), `${WHO[turn]} Jr`),
  },
];

for (const part of ['tables', 'packages'] as const) {
  describe(`a bad line to ${part}`, () => {
    let stage: TestStage;
    let line: Line;
    let database: Client;
    let page: Page;
    before(async () => {
      stage = await createStage([part]);
      line = await openLine(stage.url);
      database = createClient({ url: databaseUrl(stage.folder, part) });
    });
    after(async () => {
      database.close();
      await line.close();
      await stage.close();
    });
    afterEach(() => page.context().close());

    for (const deed of DEEDS.filter((each) => each.part === part)) {
      const call = `/${part}/trpc/${deed.path}`;
      const tries = (): number => line.heard.filter((each) => each === `POST ${call}`).length;
      /** What becomes of the calls of the deed, one after the other; the last fate holds on. */
      const fates = (...given: ReturnType<Line['fate']>[]): void => {
        line.fate = ({ path }) => (path !== call ? 'pass' : given.length > 1 ? given.shift()! : given[0]!);
      };
      /** How often it was ever done through a page, as the trail has it. */
      const effects = async (): Promise<number> => {
        const { rows } = await database.execute({
          sql: "SELECT count(*) AS n FROM audit WHERE action = ? AND via = 'host-token'",
          args: [deed.entry],
        });
        return Number(rows[0]!['n']);
      };
      /** The page just before the last click. */
      const begin = async (turn: number): Promise<number> => {
        line.fate = () => 'pass';
        const narrowed = deed.view === 'users' ? `?filter=${encodeURIComponent(`search=${WHO[turn]!}`)}` : '';
        const place = new URL(`/app/${part}/${deed.view}${narrowed}`, line.url).href;
        page = await stage.open(place, { isWatched: false });
        await deed.prepare(page, turn);
        line.heard.length = 0;
        return effects();
      };
      const unreachable = () =>
        sees(
          page
            .locator(deed.teller)
            .getByText(/could not be reached/)
            .filter({ visible: true }),
        );

      it(`SEC_R13 ${deed.name} happens once where the answer is lost and the widget asks again`, async () => {
        const before = await begin(0);
        fates('lose', 'pass');
        await deed.go(page, 0);
        await deed.done(page, 0);
        assert.ok(tries() >= 2, `${tries()} tries`);
        assert.equal((await effects()) - before, 1);
      });

      it(`SEC_R13 ${deed.name} says where no answer comes at all, keeps what was typed, and happens once when it is done again`, async () => {
        const before = await begin(1);
        fates('lose');
        await deed.go(page, 1);
        await unreachable();
        await deed.kept(page, 1);
        assert.ok(tries() >= 3, `${tries()} tries`);
        fates('pass');
        // What came of it may be on the page by now, told by the server.
        await deed.go(page, 1);
        await deed.done(page, 1);
        assert.equal((await effects()) - before, 1);
      });

      it(`SEC_R13 ${deed.name} waits for a late answer, and a second click in the meantime has no effect`, async () => {
        const before = await begin(2);
        fates('hold');
        const sent = page.waitForRequest((request) => request.url().includes(deed.path));
        await deed.go(page, 2);
        await sent;
        // Where the control is off meanwhile, it cannot be clicked at all.
        page.setDefaultTimeout(500);
        await deed.go(page, 2).catch(() => undefined);
        page.setDefaultTimeout(PATIENCE);
        line.fate = () => 'pass';
        line.release();
        await deed.done(page, 2);
        assert.equal(tries(), 1);
        assert.equal((await effects()) - before, 1);
      });

      it(`SEC_R13 ${deed.name} is kept while there is no network, and done once there is one again`, async () => {
        const before = await begin(3);
        await page.context().setOffline(true);
        await sees(page.getByText('You appear to be offline.'));
        await deed.go(page, 3);
        await unreachable();
        await deed.kept(page, 3);
        assert.equal((await effects()) - before, 0);
        await page.context().setOffline(false);
        await seesNoMore(page.getByText('You appear to be offline.'));
        await deed.go(page, 3);
        await deed.done(page, 3);
        assert.equal((await effects()) - before, 1);
      });
    }
  });
}
