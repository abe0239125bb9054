/** Journeys of an HR lead through coverage: a gap is filled, the past is looked up, the future tried out. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { openDemonstration, type Demonstration } from './demonstration.js';

let demo: Demonstration;
let page: Page;

beforeAll(async () => {
  demo = await openDemonstration();
  page = await demo.pageOf(await demo.prepared('HR lead'));
}, 600_000);
afterAll(() => demo.close());

async function go(to: string): Promise<void> {
  await page.goto(demo.url + to);
  await page.waitForSelector('h1');
}

describe('gap, recruit, send', () => {
  it('takes three activations from anywhere: Coverage, the worst gap’s Recruit, Send', async () => {
    await go('/me');
    let activations = 0;
    const press = async (role: 'link' | 'button', name: string | RegExp) => {
      await page.getByRole(role, { name }).first().click();
      activations += 1;
    };
    await press('link', 'Coverage');
    await page.getByRole('table', { name: 'Units short of champions' }).waitFor();
    await press('button', /^Recruit in /);
    await page.getByText(/With \d+ more: .* has \d+ of \d+ champions/).waitFor();
    await press('button', /^Send to \d+ managers?$/);
    await page.getByText(/^Sent to \d+ (person|people) of /).waitFor();
    expect(activations).toBeLessThanOrEqual(3);
    const { rows } = await demo.client.query<{ asked: string; mails: string; gap: string }>(
      `select (select count(*) from recruiting_recipient) as asked,
         (select count(*) from mail_message where kind = 'recruiting') as mails`,
    );
    expect(Number(rows[0]?.asked)).toBeGreaterThan(0);
    expect(rows[0]?.mails).toBe(rows[0]?.asked);
  }, 240_000);

  it('shows afterwards who answered', async () => {
    await page
      .getByRole('button', { name: /^Recruit in / })
      .first()
      .click();
    await page.getByText(/asked, 0 nominated, 0 not now, \d+ not answered/).waitFor();
    await page.getByText('Who answered').first().click();
    await page
      .getByText(/: not answered$/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  }, 240_000);

  it.each(['/coverage', '/'])(
    'says in the first sentence of %s why a company above its target has an empty department',
    async (to) => {
      await go(to);
      const words = page.locator('main');
      await words
        .getByText(/99 champions for 2,235 people: 1.per.22\.6, target 1.per.25\./)
        .waitFor();
      await words
        .getByText(
          /^The company has the 90 champions it needs, yet Logistics and \d other units have none: what one unit has to spare does not cover another\.$/,
        )
        .waitFor();
    },
    240_000,
  );
});

describe('any gap', () => {
  it('is two activations away from a message that is sent: a cell, a unit below, a level, an aim', async () => {
    await go('/coverage/matrix');
    const cell = page.getByRole('gridcell', { name: /^−\d+, / }).first();
    const words = await cell.getAttribute('aria-label');
    const place = /^−\d+, (.+): /.exec(words ?? '')?.[1] ?? '';
    await cell.click();
    const sheet = page.getByRole('dialog', { name: `Recruit in ${place}` });
    await sheet
      .getByText(new RegExp(`With \\d+ more: ${place} has (\\d+) of \\1 champions`))
      .waitFor();
    await page.getByRole('button', { name: /^Send to \d+ (managers?|people|person)$/ }).click();
    await page.getByText(new RegExp(`^Sent to \\d+ (person|people) of ${place}`)).waitFor();
    const call = await demo.row<{ unit: string; site: string; strangers: string }>(
      `select u.name as unit, l.name as site,
         (select count(*) from recruiting_recipient r where r.call_id = c.id and not exists (
           select from employment e where e.manager_id = r.person_id and e.location_id = c.location_id
             and e.valid_from <= current_date and e.valid_to > current_date)) as strangers
       from recruiting_call c join org_unit u on u.id = c.org_unit_id join location l on l.id = c.location_id`,
    );
    expect(`${call.unit} in ${call.site}`).toBe(place);
    expect(Number(call.strangers)).toBe(0);
    const { rows } = await demo.client.query<{ id: string }>(
      `select id from org_unit where code = 'FIN'`,
    );
    await go(`/coverage/${rows[0]?.id ?? ''}`);
    const below = page.getByRole('table', { name: 'Units below' });
    const unit = below.getByRole('row', { name: /−\d/ }).first();
    const name = (await unit.getByRole('rowheader').innerText()).trim();
    await unit.getByRole('button', { name: `Recruit in ${name}` }).click();
    await page.getByRole('dialog', { name: `Recruit in ${name}` }).waitFor();
    await page.getByRole('button', { name: /^Send to \d+ managers?$/ }).click();
    await page.getByText(new RegExp(`^Sent to \\d+ (person|people) of ${name}`)).waitFor();

    await go('/coverage?view=level');
    const short = page.getByRole('button', { name: /^Recruit in level \d+$/ }).first();
    const level = Number(/\d+$/.exec((await short.getAttribute('aria-label')) ?? '')?.[0]);
    await short.click();
    await page.getByText(new RegExp(`With \\d+ more: Level ${level} has`)).waitFor();
    await page.getByRole('button', { name: /^Send to \d+ (people|person)$/ }).click();
    await page.getByText(new RegExp(`^Sent to \\d+ (person|people) of Level ${level}`)).waitFor();
    const asked = await demo.row<{ all: string; strangers: string }>(
      `select count(*) as all, count(*) filter (where e.level <> c.level) as strangers
       from recruiting_call c join recruiting_recipient r on r.call_id = c.id
       join employment e on e.person_id = r.person_id and e.valid_from <= current_date and e.valid_to > current_date
       where c.level = ${level}`,
    );
    expect(Number(asked.all)).toBeGreaterThan(0);
    expect(Number(asked.strangers)).toBe(0);

    await go('/coverage/strategy');
    const aim = page.getByRole('button', { name: /^Recruit for / }).first();
    await aim.click();
    await page.getByText(/^With \d+ more: /).waitFor();
    await page.getByRole('button', { name: /^Send to \d+ (managers?|people|person)$/ }).click();
    await page.getByText(/^Sent to \d+ (person|people) of /).waitFor();
  }, 120_000);
});

/** Relative luminance of a colour as the browser gives it, 0 black to 1 white: what is left of it in greyscale. */
function luminanceOf(colour: string): number {
  const [r = 0, g = 0, b = 0] = (
    /\d[\d.]*(?:, ?| )\d[\d.]*(?:, ?| )\d[\d.]*/.exec(colour)?.[0] ?? ''
  )
    .split(/[, ]+/)
    .map((part) => {
      const share = Number(part) / 255;
      return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('figures on paper', () => {
  beforeAll(() => page.emulateMedia({ media: 'print', colorScheme: 'dark' }));
  afterAll(() => page.emulateMedia({ media: null, colorScheme: null }));

  it('keep their order in greyscale: each state is darker than the one before, and its text is read', async () => {
    await go('/coverage/matrix');
    await page.locator('.fs-heat-none').first().waitFor({ state: 'attached' });
    const seen = await page.evaluate(() =>
      ['covered', 'close', 'short', 'none'].map((state) => {
        const cell = document.querySelector(`.fs-heat-${state}`);
        const { backgroundColor, color, printColorAdjust } = getComputedStyle(cell as Element);
        return { backgroundColor, color, printColorAdjust };
      }),
    );
    const grey = seen.map(({ backgroundColor }) => luminanceOf(backgroundColor));
    for (let i = 1; i < grey.length; i += 1)
      expect((grey[i - 1] ?? 0) - (grey[i] ?? 0)).toBeGreaterThan(0.1);
    for (const { backgroundColor, color, printColorAdjust } of seen) {
      const [one = 0, other = 0] = [backgroundColor, color]
        .map(luminanceOf)
        .toSorted((a, b) => a - b);
      expect((other + 0.05) / (one + 0.05)).toBeGreaterThan(4.5);
      expect(printColorAdjust).toBe('exact');
    }
  }, 240_000);

  it('are there with words beside them, without what only a screen needs', async () => {
    await go('/coverage');
    await page.getByRole('table', { name: 'Units short of champions' }).waitFor();
    const isShown = (selector: string) => page.locator(selector).first().isVisible();
    expect(await Promise.all(['nav', '.fs-filters', '.fs-table .fs-button'].map(isShown))).toEqual([
      false,
      false,
      false,
    ]);
    const bar = page.locator('.fs-bar-tick');
    const places = await bar.evaluateAll((ticks) =>
      ticks.map((tick) => Math.round(tick.getBoundingClientRect().left)),
    );
    expect(places.length).toBeGreaterThan(3);
    expect(Math.max(...places) - Math.min(...places)).toBeLessThanOrEqual(1);
    const [fill, room] = await Promise.all(
      ['.fs-bar-fill', '.fs-bar-room'].map((part) =>
        page
          .locator(part)
          .first()
          .evaluate((element) => getComputedStyle(element).backgroundColor),
      ),
    );
    expect(luminanceOf(room ?? '') - luminanceOf(fill ?? '')).toBeGreaterThan(0.4);
    const row = page.getByRole('row', { name: /Logistics/ });
    expect(await row.innerText()).toMatch(/None[\s\S]*104[\s\S]*0 of 5[\s\S]*−5/);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(luminanceOf(background)).toBeGreaterThan(0.9);
    const { rows } = await demo.client.query<{ id: string }>(
      `select id from org_unit where code = 'LOG'`,
    );
    await go(`/coverage/${rows[0]?.id ?? ''}`);
    await page.locator('.fs-steps').first().waitFor();
    for (const figure of await page.locator('.fs-steps').all()) {
      expect(await figure.getAttribute('aria-label')).not.toBe('');
      expect((await figure.boundingBox())?.height).toBeGreaterThan(60);
    }
    // What is folded on a screen is open on paper.
    const folded = page.locator('.fs-figure details tbody tr').last();
    expect((await folded.boundingBox())?.height).toBeGreaterThan(10);
    const paper = await page.pdf({ format: 'A4' });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  }, 240_000);
});

describe('figures to take along', () => {
  /** The file behind the n-th Export of the page. */
  async function taken(n: number, entry: string): Promise<string> {
    const menu = page.getByRole('menu');
    const button = page.getByRole('button', { name: 'Export' }).nth(n);
    // A menu closes when the page is scrolled, so it is scrolled before.
    await button.evaluate((element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    await button.click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      menu.getByRole('menuitem', { name: entry }).click(),
    ]);
    await menu.waitFor({ state: 'hidden' });
    return readFile(await download.path(), 'utf8');
  }

  const views = [
    ['/coverage', 1],
    ['/coverage?view=all', 1],
    ['/coverage?view=site', 1],
    ['/coverage?view=level', 1],
    ['/coverage/matrix', 1],
    ['/coverage?view=level&unit=ENG', 1],
    ['/coverage/ENG', 6],
  ] as const;
  it.each(views)(
    'each figure of %s is a picture with everything that is shown, and rows',
    async (to, figures) => {
      const unit = await demo.row<{ id: string }>(`select id from org_unit where code = 'ENG'`);
      await go(to.replace('ENG', unit.id));
      await page
        .locator('.fs-figure')
        .nth(figures - 1)
        .waitFor();
      expect(await page.locator('.fs-figure').count()).toBe(figures);
      expect(await page.getByRole('button', { name: 'Export' }).count()).toBe(figures);
      for (let n = 0; n < figures; n += 1) {
        const text = await taken(n, 'Picture (SVG)');
        const [shown, drawn] = await page.evaluate(
          ([svg, place]) => {
            const frame = document.querySelectorAll('.fs-figure > div:first-child')[Number(place)];
            const picture = new DOMParser().parseFromString(String(svg), 'image/svg+xml');
            const isSeen = (element: Element) => element.getBoundingClientRect().width > 1;
            const names = [...(frame?.querySelectorAll('th[scope=row]') ?? [])].filter(isSeen);
            const words = picture.documentElement.textContent.replaceAll(/\s/g, '');
            const bars = [...(frame?.querySelectorAll('.fs-bar-tick') ?? [])].filter(isSeen);
            return [
              {
                drawings: [...(frame?.querySelectorAll('svg') ?? [])].filter(
                  (each) => isSeen(each) && !each.closest('.fs-button'),
                ).length,
                missing: [],
                bars: bars.length,
              },
              {
                drawings: picture.querySelectorAll('svg > svg').length,
                missing: names
                  .map((name) => name.querySelector('a, button') ?? name)
                  .map(({ textContent }) => textContent.replaceAll(/\s/g, ''))
                  .filter((name) => !words.includes(name)),
                bars: [...picture.querySelectorAll(':root > rect')].filter(
                  (rect) => rect.getAttribute('width') === '2',
                ).length,
              },
            ];
          },
          [text, n],
        );
        expect(drawn).toEqual(shown);
        expect(
          (shown?.drawings ?? 0) + (shown?.bars ?? 0) + (to.endsWith('matrix') ? 1 : 0),
        ).toBeGreaterThan(0);
        const rows = (await taken(n, 'CSV for programs')).trim().split('\n');
        expect(rows.length).toBeGreaterThan(1);
      }
    },
    240_000,
  );
});

describe('as of last March', () => {
  it('shows the day’s own figures, and today’s again', async () => {
    const now = new Date();
    const march = `${now.getUTCFullYear() - (now.getUTCMonth() < 3 ? 1 : 0)}-03-31`;
    await go('/coverage');
    await page
      .getByText(/99 champions for 2,235 people/)
      .first()
      .waitFor();
    await page.getByLabel('As of').fill(march);
    await page.getByText(/, (as it was shown then|from records as known now)\./).waitFor();
    const words = await page.locator('main').innerText();
    const shown = /(\d+) champions? for ([\d,]+) people/.exec(words);
    const { rows } = await demo.client.query<{ people: string; champions: string }>(
      `select count(*) as people, count(c.person_id) as champions from employment e
       left join champion_period c on c.person_id = e.person_id and c.state = 'active'
         and c.valid_from <= $1 and c.valid_to > $1
       where e.valid_from <= $1 and e.valid_to > $1 and e.employment_type = 'employee' and e.status = 'active'`,
      [march],
    );
    expect(Number(shown?.[1])).toBe(Number(rows[0]?.champions));
    expect(Number(shown?.[2]?.replace(',', ''))).toBe(Number(rows[0]?.people));
    await page
      .getByRole('button', { name: /Clear|Reset/ })
      .first()
      .click();
    await page
      .getByText(/99 champions for 2,235 people/)
      .first()
      .waitFor();
  }, 240_000);
});

describe('what if one champion leaves', () => {
  it('changes the forecast at once and nothing else', async () => {
    const { rows } = await demo.client.query<{ id: string }>(
      `select id from org_unit where code = 'ENG'`,
    );
    await go(`/coverage/${rows[0]?.id ?? ''}`);
    const table = page.getByRole('table', { name: 'Coverage ahead' });
    await table.waitFor();
    const first = () => table.getByRole('row').nth(1).innerText();
    const before = await first();
    const kept = () =>
      demo.row<{ champions: string; people: string }>(
        `select (select md5(string_agg(p::text, ' ' order by p::text)) from champion_period p) as champions,
           (select md5(string_agg(e::text, ' ' order by e::text)) from employment e) as people`,
      );
    const recorded = await kept();
    await page.getByLabel('Champions fewer').fill('1');
    await page.getByText('You are trying something out. Nothing is changed.').waitFor();
    for (let tries = 0; tries < 240 && (await first()) === before; tries += 1)
      await page.waitForTimeout(250);
    expect(await first()).not.toBe(before);
    expect(await kept()).toEqual(recorded);
    await page.getByRole('button', { name: 'As things stand' }).click();
    for (let tries = 0; tries < 240 && (await first()) !== before; tries += 1)
      await page.waitForTimeout(250);
    expect(await first()).toBe(before);
  }, 240_000);
});
