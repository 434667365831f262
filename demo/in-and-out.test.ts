// People come in from a pasted list, go out into a file, and the trail tells of both, in the real demo.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees } from './testing/stage.ts';

const LIST = [
  'E-mail;Full name;Role',
  'nadia.import@meridian.example;Nadia Import;User',
  'omar.import@meridian.example;=Omar;User',
  'nobody;Nobody;User',
].join('\n');

describe('people in and out', () => {
  let stage: TestStage;
  let page: Page;
  before(async () => {
    stage = await createStage(['packages']);
    page = await stage.open('/app/packages/users');
    await sees(rowOf(page, 'Adam Okafor'));
  });
  after(() => stage.close());

  const look = async (list: string) => {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByLabel('Or paste the table here').fill(list);
    await page.getByRole('button', { name: 'See what would change' }).click();
  };

  it('shows what would become of each row, then brings them in and lists them at once (W15)', async () => {
    await look(LIST);
    await sees(page.getByText('E-mail: Enter a complete e-mail address.'));
    await page.getByRole('button', { name: 'Import 2 people' }).click();
    await sees(page.getByRole('heading', { name: '2 people were imported' }));
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('searchbox').fill('import@');
    await sees(rowOf(page, 'Nadia Import'));
  });

  it('has nothing to do when the same list comes again', async () => {
    await look(LIST.split('\n').slice(0, 3).join('\n'));
    await sees(page.getByText('There is nothing to change: everybody is here already'));
    await page.getByRole('button', { name: 'Close' }).click();
  });

  it('takes along exactly who is shown, in cells that are no formulas (W44, SEC_F10)', async () => {
    await sees(page.getByText('2 people match'));
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Make the file' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    const lines = text.trimEnd().split('\r\n');
    assert.equal(lines.length, 3);
    assert.ok(
      lines.some((line) => line.includes(`omar.import@meridian.example,'=Omar,User`)),
      text,
    );
    await page.getByRole('button', { name: 'Close' }).click();
  });

  it('tells of both in the trail, where it can be narrowed and its chain checked (W15, C10)', async () => {
    await page.getByRole('tab', { name: 'Audit' }).click();
    await sees(page.getByText('exported the list of people'));
    await sees(page.getByText('imported a list of people'));
    await page.getByLabel('Action').selectOption({ label: 'Person added' });
    await sees(page.getByText('added Nadia Import'));
    await page.getByText('exported the list of people').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Check the trail' }).click();
    await sees(page.getByText(/All \d+ entries are as they were written\./));
  });
});
