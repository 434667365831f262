// The site as it is built: every link leads somewhere, nothing comes from elsewhere, and what moves on it works under its own policy.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { browserLaunch } from '../find-browser.ts';
import { buildSite } from './build.ts';
import { deadLinks, foreignRequests } from './links.ts';
import { render } from './render.ts';

const ROOT = join(import.meta.dirname, '../..');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

let folder: string;
let pages: Map<string, string>;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'user-admin-site-'));
  await buildSite(folder);
  const files = globSync('**/*.html', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
  pages = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
});
after(() => rm(folder, { recursive: true, force: true }));

describe('a document', () => {
  const around = {
    source: 'docs/a.md',
    target: 'a.html',
    addressOf: (path: string) => (path === 'docs/b.md' ? 'b.html' : undefined),
    titleOf: (path: string) => (path === 'docs/b.md' ? 'The other' : undefined),
  };

  it('links to others by file and by name, and its headings can be linked to, twice the same too', () => {
    const { html, headings } = render(
      '# One `two`\n\n## Here\n\n## Here\n\n[b](b.md#x) `docs/b.md` `c`',
      around,
    );
    assert.match(html, /<a href="b\.html#x">b<\/a> <a href="b\.html">The other<\/a> <code>c<\/code>/);
    assert.deepEqual(
      headings.map(({ id }) => id),
      ['one-two', 'here', 'here-1'],
    );
  });

  it('is refused where it links to what the site does not have', () => {
    assert.throws(() => render('[c](c.md)', around), /docs\/a\.md links to docs\/c\.md/);
  });

  it('stays text where it holds markup', () => {
    const { html } = render('`<b>` <i>x</i>\n\n```html\n<script>1</script>\n```', around);
    assert.ok(!/<(?:b|i|script)>/.test(html), html);
  });
});

describe('the site', () => {
  it('has a page for every document', () => {
    const documents = globSync(['docs/**/*.md', '*.md'], { cwd: ROOT });
    assert.ok(documents.length > 40);
    // The page to try the element on, and that of all decisions, are made of none.
    assert.equal(pages.size, documents.length + 2);
  });

  it('leads nowhere in vain, neither to a page nor to a place on it', () => {
    assert.deepEqual(
      deadLinks(pages, (file) => existsSync(join(folder, file))),
      [],
    );
  });

  it('would tell of a link that leads nowhere', () => {
    const site = new Map([
      ['a/x.html', '<h2 id="here"></h2><a href="#here">1</a><a href="#gone">2</a><a href="../y.html">3</a>'],
    ]);
    assert.deepEqual(
      deadLinks(site, (file) => file === 'a/x.html'),
      ['a/x.html leads to #gone', 'a/x.html leads to ../y.html'],
    );
  });

  it('asks nobody else for anything', () => {
    assert.deepEqual(foreignRequests(pages), []);
    assert.deepEqual(foreignRequests(new Map([['x.html', '<img alt="" src="https://a.example/1.png">']])), [
      'x.html asks https://a.example/1.png',
    ]);
  });

  it('says in llms.txt what each document is, by addresses that are there', () => {
    const text = readFileSync(join(folder, 'llms.txt'), 'utf8');
    const addresses = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\): \S/gm)].map(([, address]) => address!);
    assert.ok(addresses.length > 30, `${addresses.length} addresses`);
    assert.deepEqual(
      addresses.filter((address) => !existsSync(join(folder, address))),
      [],
    );
  });
});

describe('in a browser, the site', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  const mishaps: string[] = [];
  before(async () => {
    server = createServer((request, response) => {
      const file = join(folder, decodeURIComponent(new URL(request.url!, 'http://site').pathname));
      if (!existsSync(file)) return response.writeHead(404).end();
      return response.setHeader('Content-Type', TYPES[extname(file)] ?? 'text/plain').end(readFileSync(file));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    browser = await chromium.launch(await browserLaunch());
    page = await browser.newPage({
      baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => message.type() === 'error' && mishaps.push(message.text()));
    page.on('pageerror', (error) => mishaps.push(String(error)));
    page.on(
      'response',
      (response) => response.ok() || mishaps.push(`${response.status()} ${response.url()}`),
    );
    page.on(
      'request',
      (request) => request.url().startsWith('http://127.0.0.1:') || mishaps.push(request.url()),
    );
  });
  after(async () => {
    await browser.close();
    server.close();
    assert.deepEqual(mishaps, []);
  });

  it('finds a heading by its words and goes there', async () => {
    await page.goto('/decisions/index.html');
    await page.getByRole('searchbox').fill('backups');
    await page.getByRole('link', { name: 'Deployment: Backups' }).click();
    await page.waitForURL(/\/deployment\.html#backups$/);
  });

  it('keeps the theme that was chosen from page to page', async () => {
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    await page.goto('/embed.html');
    await page.waitForFunction(() => getComputedStyle(document.documentElement).colorScheme === 'dark');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('');
  });

  it('shows the element at work, in the looks of the document, in other languages, with other policies', async () => {
    await page.goto('/try.html');
    const widget = page.locator('#stage user-admin');
    await widget.getByRole('grid').waitFor();
    const font = () => widget.evaluate((element) => getComputedStyle(element).fontFamily);
    const before = await font();
    await page.getByRole('combobox', { name: 'Look' }).selectOption('console');
    assert.notEqual(await font(), before);
    await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
    await widget.getByRole('tab', { name: 'Personen' }).waitFor();
    await page.getByRole('combobox', { name: 'Policy' }).selectOption('directory');
    await widget.getByRole('tab', { name: 'Protokoll' }).waitFor();
  });

  it('axe finds nothing, in light and in dark, on a document, the index and the page to try', async () => {
    const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const)
      for (const file of ['index.html', 'deployment.html', 'documents.html', 'try.html']) {
        await page.emulateMedia({ colorScheme });
        await page.goto(`/${file}`);
        if (file === 'try.html') await page.locator('#stage').getByRole('grid').waitFor();
        await page.evaluate(axe);
        const findings = await page.evaluate(async () => {
          const { violations } = await (
            globalThis as unknown as {
              axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            }
          ).axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        found.push(...findings.map((finding) => `${file}, ${colorScheme}: ${finding}`));
      }
    assert.deepEqual(found, []);
  });

  it('opens every view of every policy, without a word of trouble', async () => {
    await page.goto('/try.html');
    const widget = page.locator('#stage user-admin');
    const policies = page.getByRole('combobox', { name: 'Policy' });
    const seen: string[] = [];
    for (const policy of ['tables', 'collaborators', 'packages', 'workspaces', 'directory']) {
      await policies.selectOption(policy);
      await widget.getByRole('tab').first().waitFor();
      for (const tab of await widget.getByRole('tab').all()) {
        const name = await tab.innerText();
        await tab.click();
        await widget.getByRole('tabpanel', { name }).getByRole('heading').first().waitFor();
        seen.push(`${policy}: ${name}`);
      }
      assert.deepEqual(await widget.getByRole('alert').filter({ hasText: /\S/ }).allInnerTexts(), [], policy);
    }
    assert.ok(seen.length >= 15, seen.join(', '));
  });

  it('fits on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    const wide: string[] = [];
    for (const file of ['index.html', 'embed.html', 'deployment.html', 'try.html']) {
      await page.goto(`/${file}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 360) wide.push(`${file}: ${width}`);
    }
    assert.deepEqual(wide, []);
  });
});
