/**
 * Every page as everybody who may see it: readable, operable, still and without errors, at both ends of the widths, light
 * and dark; with something to show, and in few requests.
 */
import { createRequire } from 'node:module';
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { openDemonstration, type Demonstration } from './demonstration.js';
import { BARE, NAMED, VISITS } from './page-list.js';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** A page is loaded in the first theme and then switched to the other. */
const VIEWS = [
  { width: 1280, height: 900, themes: ['light', 'dark'] },
  { width: 360, height: 740, themes: ['dark', 'light'] },
] as const;
type View = (typeof VIEWS)[number];
const NARROWEST = 320;
/** Cumulative layout shift from the first paint to the finished page: what moves under a reader's eyes. */
const MOST_SHIFT = 0.05;
const QUIET_MS = 250;
/** Long enough for all other answers to be on the screen. */
const LATE_MS = 1000;
/** What the browser says when the watch of this spec is turned away by the frame of a mail, where no script may run. */
const TURNED_AWAY = /^Blocked script execution in '[^']+\/mail-samples\//;
/** Of 1,200 that an address has a minute. Scripts, styles and fonts do not count there. */
const MOST_REQUESTS = 25;

let demo: Demonstration;

beforeAll(async () => {
  demo = await openDemonstration();
  await sendCall();
}, 600_000);
afterAll(() => demo.close());

const idOf = async (sql: string, params: unknown[] = []): Promise<string> =>
  (await demo.row<{ id: string }>(`${sql} limit 1`, params)).id;

/** The address with what it names. */
async function addressOf(path: string, personId: string | null): Promise<string> {
  const name = /\{(\w+)\}/.exec(path)?.[1];
  if (!name) return path;
  const sql = NAMED[name as keyof typeof NAMED];
  return path.replace(`{${name}}`, await idOf(sql, sql.includes('$1') ? [personId] : []));
}

interface Shift {
  value: number;
  what: string;
}

/** Notes what moves by itself on every page of a window, before its first line is drawn. */
async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    interface LayoutShift extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    }
    const shifts: Shift[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        if (entry.hadRecentInput) continue;
        const [source] = entry.sources;
        const node = source?.node instanceof Element ? source.node : source?.node?.parentElement;
        shifts.push({ value: entry.value, what: node?.outerHTML.slice(0, 120) ?? '' });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const shiftsOf = (page: Page): Promise<Shift[]> =>
  page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts);

async function windowOf(personId: string | null, view: View): Promise<BrowserContext> {
  const options = {
    viewport: { width: view.width, height: view.height },
    colorScheme: view.themes[0],
    reducedMotion: 'reduce',
  } as const;
  const context = await (personId === null
    ? demo.browser.newContext(options)
    : demo.windowOf(personId, options));
  await watchShifts(context);
  return context;
}

async function axeFaults(page: Page): Promise<string[]> {
  return page.evaluate(async (tags) => {
    const { axe: runner } = globalThis as unknown as {
      axe: {
        run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await runner.run({ runOnly: tags, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  }, AXE_TAGS);
}

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Waits until nothing is being loaded and nothing has come or gone for a while: some parts ask only once they stand. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  await page.evaluate(
    (quietMs) =>
      new Promise<void>((resolve) => {
        const done = () => {
          if (document.querySelector('[aria-busy="true"]')) return wait();
          watch.disconnect();
          resolve();
        };
        let timer = setTimeout(done, quietMs);
        const wait = () => {
          clearTimeout(timer);
          timer = setTimeout(done, quietMs);
        };
        const watch = new MutationObserver(wait);
        watch.observe(document.body, { childList: true, subtree: true });
      }),
    QUIET_MS,
  );
}

/** Looks at the page that is open, once its content has come: a sentence for all that is not as it should be. */
async function look(page: Page, view: View): Promise<string[]> {
  const faults: string[] = [];
  await settled(page);
  const shifts = await shiftsOf(page);
  const shifted = shifts.reduce((sum, { value }) => sum + value, 0);
  if (shifted > MOST_SHIFT) {
    const words = shifts.map(({ value, what }) => `${value.toFixed(3)} ${what}`);
    faults.push(`moves by ${shifted.toFixed(3)}: ${words.join('; ')}`);
  }
  await page.evaluate(axeSource);
  for (const theme of view.themes) {
    await page.emulateMedia({ colorScheme: theme });
    const isShown = page.locator(`html[data-mantine-color-scheme="${theme}"]`);
    await isShown.waitFor({ state: 'attached' });
    // Colours glide from one theme to the other; what is half way is nobody's colour.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    });
    faults.push(...(await axeFaults(page)).map((line) => `${theme}: ${line}`));
  }
  const h1 = await page.locator('h1').count();
  if (h1 !== 1) faults.push(`${h1} first headings`);
  const overflow = await overflowOf(page);
  if (overflow > 0) faults.push(`${overflow} px too wide`);
  if (view.width < 900) {
    await page.setViewportSize({ width: NARROWEST, height: view.height });
    const narrow = await overflowOf(page);
    if (narrow > 0) faults.push(`${narrow} px too wide at ${NARROWEST}`);
    await page.setViewportSize({ width: view.width, height: view.height });
  }
  return faults;
}

/** What keeps somebody from seeing something true: empty places that are not on the list, and what is on it and full. */
async function emptinessOf(page: Page, as: string | null, path: string): Promise<string[]> {
  const titles = await page.locator('.fs-empty-title:visible').allInnerTexts();
  const expected = BARE.filter(([who, where]) => who === as && where === path).map(([, , t]) => t);
  return [
    ...titles.filter((title) => !expected.includes(title)).map((t) => `has nothing to show: ${t}`),
    ...expected.filter((title) => !titles.includes(title)).map((t) => `is not bare: ${t}`),
  ];
}

/** Visits pages in one view, one after the other in one window. */
async function faultsOf(as: string | null, paths: string[], view: View): Promise<string[]> {
  const personId = as === null ? null : await demo.prepared(as);
  const faults: string[] = [];
  let requests = 0;
  const context = await windowOf(personId, view);
  const page = await context.newPage();
  const titles = new Map<string, string>();
  let at = '';
  page.on('console', (message) => {
    if (TURNED_AWAY.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warning')
      faults.push(`${at}: console ${message.text().slice(0, 200)}`);
  });
  page.on('pageerror', (error) => faults.push(`${at}: ${String(error)}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${at}: ${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!new URL(request.url()).pathname.startsWith('/assets/')) requests++;
    if (!request.url().startsWith(demo.url) && !request.url().startsWith('data:'))
      faults.push(`${at}: asks ${request.url()}`);
  });
  for (const path of paths) {
    const address = await addressOf(path, personId);
    at = `${address} at ${view.width}`;
    try {
      // A machine that stalls can spoil one look; a fault of the page is there at the next ones, too.
      let seen: string[] = [];
      for (let turn = 0; turn === 0 || (turn < 3 && seen.length > 0); turn++) {
        await page.emulateMedia({ colorScheme: view.themes[0] });
        requests = 0;
        await page.goto(demo.url + address);
        seen = [...(await look(page, view)), ...(await emptinessOf(page, as, path))];
        if (requests > MOST_REQUESTS) seen.push(`takes ${requests} requests`);
      }
      faults.push(...seen.map((line) => `${at}: ${line}`));
      const place = address.split('?')[0] ?? address;
      const title = await page.title();
      const twin = titles.get(title);
      if (twin !== undefined && twin !== place)
        faults.push(`${at}: same title as ${twin}: ${title}`);
      titles.set(title, place);
    } catch (error) {
      faults.push(`${at}: ${String(error).slice(0, 200)}`);
    }
  }
  await context.close();
  return faults;
}

/** The HR lead asks everyone in the department without a champion, so that an employee has a call to answer. */
async function sendCall(): Promise<void> {
  const context = await windowOf(await demo.prepared('HR lead'), VIEWS[0]);
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  await page.goto(`${demo.url}/`);
  await page
    .getByRole('link', { name: /^Recruit in/ })
    .first()
    .click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText(/^Everybody/).click();
  await sheet.getByRole('button', { name: /^Send to/ }).click();
  await sheet.waitFor({ state: 'hidden' });
  await context.close();
}

describe('the pages of the client', () => {
  const visits = VISITS.flatMap((visit) => VIEWS.map((view) => ({ ...visit, view })));
  it.each(visits.map((visit) => [visit.as ?? 'a visitor', visit.view.width, visit] as const))(
    'are readable, operable, still and quiet for %s at %d',
    async (_who, _width, { as, paths, view }) => {
      expect(await faultsOf(as, paths, view)).toEqual([]);
    },
    900_000,
  );
});

describe('a home page', () => {
  const homes = VISITS.filter(({ paths }) => paths.includes('/')).map(({ as }) => as);
  it.each(homes)(
    'of %s stays still, whichever answer comes last',
    async (as) => {
      const context = await windowOf(as === null ? null : await demo.prepared(as), VIEWS[1]);
      const asked = new Set<string>();
      let last = '';
      await context.route('**/graphql', async (route) => {
        const { operationName } = route.request().postDataJSON() as { operationName: string };
        asked.add(operationName);
        if (operationName === last) await new Promise((resolve) => setTimeout(resolve, LATE_MS));
        await route.continue();
      });
      const page = await context.newPage();
      const open = () => page.goto(`${demo.url}/`, { waitUntil: 'networkidle' });
      await open();
      const moved: string[] = [];
      for (last of [...asked]) {
        let seen: Shift[] = [];
        for (let turn = 0; turn === 0 || (turn < 3 && seen.length > 0); turn++) {
          await open();
          await settled(page);
          seen = (await shiftsOf(page)).filter(({ value }) => value > MOST_SHIFT);
        }
        moved.push(
          ...seen.map(({ value, what }) => `${last} moves by ${value.toFixed(3)}: ${what}`),
        );
      }
      await context.close();
      expect(asked.size).toBeGreaterThan(2);
      expect(moved).toEqual([]);
    },
    600_000,
  );
});

describe('finding somebody from any page', () => {
  it('takes the keyboard alone, is readable at both widths and gives the focus back', async () => {
    const name = 'Rahul Mukherjee';
    for (const view of VIEWS) {
      const context = await windowOf(await demo.prepared('Employee'), view);
      const page = await context.newPage();
      await page.goto(`${demo.url}/nominate`);
      await page.waitForSelector('h1');
      const opener = page.getByRole('button', { name: 'Find', exact: true });
      await opener.focus();
      await page.keyboard.press('Control+k');
      const field = page.getByRole('combobox', { name: /person, unit/ });
      await field.waitFor();
      await page.keyboard.type('mukherj rah');
      await page.getByRole('option', { name }).waitFor();
      await page.getByText('1 found').waitFor();
      await page.evaluate(axeSource);
      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await field.waitFor({ state: 'detached' });
      expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);

      await page.keyboard.press('Control+k');
      await field.waitFor();
      await page.keyboard.type('rahul mukherjee');
      await page.getByRole('option', { name }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await context.close();
    }
  }, 240_000);
});
