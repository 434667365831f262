// Every look at every width, held against a picture that somebody has looked at. `PICTURES=keep` keeps today's instead.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { pinnedLaunch } from '../scripts/find-browser.ts';
import { isWidgetBuilt } from './files.ts';
import type { PolicyKey } from './policies.ts';
import type { Demo } from './start.ts';
import { startDemo } from './start.ts';
import { SEEN_AT, stopClock } from './testing/still-clock.ts';
import type { Difference, Thumb } from './testing/thumbs.ts';
import { difference, thumb } from './testing/thumbs.ts';
import { openStill, settle } from './testing/stills.ts';

const KEPT = join(import.meta.dirname, 'pictures');
const SEEN = join(import.meta.dirname, '../.demo/pictures');
const PARTS: readonly PolicyKey[] = ['tables', 'collaborators', 'packages', 'workspaces', 'directory'];

/** Each view in turn, so that every look is seen at every width and every view in several looks. Lists are sorted by what nobody shares. */
const VIEWS = [
  'tables/users?filter=sort%3Demail',
  'tables/permissions?',
  'collaborators/collaborators?filter=sort%3Demail',
  'workspaces/users?filter=sort%3Demail',
  'workspaces/permissions?',
  'packages/users?filter=sort%3Demail',
  'packages/audit?',
  'directory/users?filter=sort%3Demail',
  'directory/settings?',
  'directory/reviews?',
];
/** How often a picture is looked at again that is not as it was. */
const MOST_LOOKS = 20;
/** How much of what is read is kept: beyond it come more rows of the same. */
const MOST_LINES = 160;

/** Each width, and how many times smaller its pictures are kept. */
const WIDTHS = [
  [360, 2],
  [768, 3],
  [1280, 4],
  [1600, 5],
] as const;
const LOOKS = ['plain', 'paper', 'console'].flatMap((look) => [
  [look, 'light'] as const,
  [look, 'dark'] as const,
]);
const PICTURES = LOOKS.flatMap(([look, theme], row) =>
  WIDTHS.map(([width, share], column) => {
    const view = VIEWS[(row * WIDTHS.length + column) % VIEWS.length]!;
    const density = look === 'console' ? '&density=compact' : '';
    return {
      name: `${view.split('?')[0]!.replace('/', '-')}-${look}-${theme}-${width}`,
      path: `/app/${view}&look=${look}&theme=${theme}${density}`,
      width,
      share,
      isDark: theme === 'dark',
    };
  }),
);

describe('the pictures', async () => {
  const launch = await pinnedLaunch();
  const skip =
    launch === undefined && 'The browser that makes the same picture everywhere does not run on this machine';
  let startClock: () => void;
  let folder: string;
  let demo: Demo;
  let browser: Browser;
  before(async () => {
    if (launch === undefined) return;
    assert.ok(await isWidgetBuilt(), 'The widget is not built. Run: npm run build');
    startClock = stopClock();
    folder = await mkdtemp(join(tmpdir(), 'user-admin-pictures-'));
    demo = await startDemo({ folder, port: 0, parts: PARTS });
    browser = await chromium.launch(launch);
  });
  after(async () => {
    if (launch === undefined) return;
    await browser.close();
    await demo.close();
    startClock();
    await rm(folder, { recursive: true, force: true });
  });

  const show = (path: string, sight: { width: number; isDark?: boolean }): Promise<Page> =>
    openStill(browser, demo.url + path, { ...sight, now: SEEN_AT }, assert.fail);
  const take = async (page: Page, share: number): Promise<Thumb> => {
    await page.evaluate(sameForAll);
    await settle(page);
    const whole = await page.locator('#stage').screenshot();
    return page.evaluate(thumb, { png: whole.toString('base64'), share });
  };

  for (const picture of PICTURES)
    it(`shows ${picture.name} as it was`, { skip }, async () => {
      const page = await show(picture.path, picture);
      const file = `${picture.name}.png`;
      if (process.env['PICTURES'] === 'keep') await keep(KEPT, file, await take(page, picture.share));
      else {
        const kept = (await readFile(join(KEPT, file))).toString('base64');
        const look = async (): Promise<{ seen: Thumb; found: Difference }> => {
          const seen = await take(page, picture.share);
          return { seen, found: await page.evaluate(difference, [kept, seen.png] as const) };
        };
        const { seen, found } = await lookUntil(look, (each) => each.found.blocks === 0);
        if (found.blocks > 0) await keep(SEEN, file, seen);
        assert.deepEqual(
          found,
          { blocks: 0, size: found.size },
          `.demo/pictures/${file} differs from demo/pictures/${file}`,
        );
      }
      await page.context().close();
    });

  // What a screen reader goes through, in the widths that differ: a table, and cards.
  for (const [view, width] of VIEWS.map((each, at) => [each, at % 2 === 0 ? 1280 : 360] as const))
    it(`reads ${view.split('?')[0]} at ${width} px as it did`, { skip }, async () => {
      const page = await show(`/app/${view}`, { width });
      const read = async (): Promise<string> => {
        await page.evaluate(sameForAll);
        await settle(page);
        const said = await page.locator('user-admin').ariaSnapshot();
        const lines = said.replaceAll(demo.url, 'http://localhost:4455').split('\n');
        return `${lines.slice(0, MOST_LINES).join('\n')}\n`;
      };
      const file = join(KEPT, `${view.split('?')[0]!.replace('/', '-')}.aria.yml`);
      if (process.env['PICTURES'] === 'keep') await writeFile(file, await read());
      else {
        const kept = await readFile(file, 'utf8');
        assert.equal(await lookUntil(read, (tree) => tree === kept), kept);
      }
      await page.context().close();
    });

  it('sees another colour of a button, so that no difference means none', { skip }, async () => {
    const picture = PICTURES.find(({ name }) => name.startsWith('workspaces-users-plain'))!;
    const page = await show(picture.path, picture);
    const seen = await take(page, picture.share);
    await page
      .locator('user-admin')
      .evaluate((widget: HTMLElement) => widget.style.setProperty('--ua-accent', '#2f6fd2'));
    const png = (await page.locator('#stage').screenshot()).toString('base64');
    const other = await page.evaluate(thumb, { png, share: 5 });
    assert.ok((await page.evaluate(difference, [seen.png, other.png] as const)).blocks > 0);
    await page.context().close();
  });
});

/** Looks again until it is as it should be, or has been looked at often: what comes behind the first rows gives no sign before it is there. */
async function lookUntil<Seen>(look: () => Promise<Seen>, isGood: (seen: Seen) => boolean): Promise<Seen> {
  let seen = await look();
  for (let again = 0; again < MOST_LOOKS && !isGood(seen); again++) seen = await look();
  return seen;
}

async function keep(place: string, file: string, { png }: Thumb): Promise<void> {
  await mkdir(place, { recursive: true });
  await writeFile(join(place, file), Buffer.from(png, 'base64'));
}

/** Makes alike what is drawn by lot: colours of people, addresses of this run, ports. Runs in the page. */
function sameForAll(): void {
  const grey = new CSSStyleSheet();
  grey.replaceSync('.avatar { background: #888888 !important; color: #ffffff !important; }');
  const visit = (root: ParentNode): void => {
    for (const one of root.querySelectorAll<HTMLElement>('*')) {
      for (const text of one.childNodes)
        if (text instanceof Text && /localhost:\d/.test(text.data))
          text.data = text.data.replace(/localhost:\d+/, 'localhost:4455');
      if (one.matches('code')) one.textContent = 'http://localhost/example';
      if (one instanceof HTMLInputElement && /^\d{4,5}$/.test(one.value)) one.value = '587';
      if (one.shadowRoot === null) continue;
      one.shadowRoot.adoptedStyleSheets.push(grey);
      visit(one.shadowRoot);
    }
  };
  visit(document);
}
