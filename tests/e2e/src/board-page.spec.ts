/** The HR lead takes the outcomes to the board: the page, the printed sheet and the files say the same. */
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openDemonstration, type Demonstration } from './demonstration.js';

let demo: Demonstration;
let page: Page;

beforeAll(async () => {
  demo = await openDemonstration();
  page = await demo.pageOf(await demo.prepared('HR lead'));
}, 600_000);
afterAll(() => demo.close());

/** Sentences of figures that are shown, as the page has them. */
const sentences = async (): Promise<string> => page.locator('main').innerText();

async function download(entry: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  return fs.readFileSync(await (await waiting).path());
}

describe('board page', () => {
  it('is one press from the outcomes, where outcome and activity stand apart', async () => {
    await page.goto(`${demo.url}/outcomes`);
    await page.getByRole('table', { name: 'Outcomes by category and evidence grade' }).waitFor();
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings[0]).toMatch(/^Outcomes/);
    expect(headings.slice(-2)).toEqual([expect.stringMatching(/^Activity/), 'In money']);
    // Amounts are ranges with the rates of finance beside them; what is only claimed has no price.
    const amounts = page.getByText(/rates approved by \p{Lu}/u);
    expect(await amounts.count()).toBeGreaterThan(1);
    expect((await amounts.allInnerTexts()).join()).toMatch(/\d+ to \d+ hours of .* × \d+/);
    await page.getByRole('link', { name: 'Make the board page' }).click();
    await page.getByRole('heading', { level: 1, name: 'Is work changing?' }).waitFor();
    await page.getByText(/are never added/).waitFor();
  }, 240_000);

  it('shows what was published for a closed month, and nothing of fewer than five pairings', async () => {
    const { rows } = await demo.client.query<{ people: number; limit: number }>(
      `select people, (select small_group_limit from programme) as limit from figure_release where numbers is not null`,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every(({ people, limit }) => people >= limit)).toBe(true);
    const words = await sentences();
    expect(words).toMatch(/\d+ changes: (saves|costs) .* hours a month/);
    expect(words).toMatch(/practices tried are kept/);
  }, 240_000);

  it('is printed on its own, without navigation or buttons', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Print this page' }).isVisible()).toBe(false);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'screen' });
  }, 240_000);

  it('says in its files what it says on the screen', async () => {
    const words = await sentences();
    const csv = (await download('CSV, semicolons, with notes')).toString('utf8');
    expect(csv).toContain('Definition');
    const { rows } = await demo.client.query<{ people: number; changes: string }>(
      `select distinct on (figure) people, numbers[1]::float8 as changes from figure_release
       where cut = '' and figure = 'outcome:manual_effort:claimed' order by figure, month desc`,
    );
    const [claimed] = rows;
    expect(claimed).toBeTruthy();
    expect(words).toContain(`${claimed?.changes} changes`);
    expect(csv).toContain(
      `Outcome;Manual effort, claimed by one person;Company;changes;${claimed?.changes};${claimed?.changes};${claimed?.people};pairings`,
    );
    const workbook = await download('Excel');
    expect(workbook.subarray(0, 2).toString()).toBe('PK');
  }, 240_000);

  it('leads to the health of each pairing, with its reasons', async () => {
    await page.goto(`${demo.url}/pairing-health`);
    await page.getByRole('table', { name: 'Pairings by health' }).waitFor();
    const words = await sentences();
    expect(words).toContain('At risk');
    expect(words).toContain('On rhythm');
    expect(words).toMatch(
      /The executive called off the last two sessions|No session in the last two/,
    );
  }, 240_000);
});
