/** Every page as everybody who may see it: readable, operable, without errors, at both ends of the widths. */
import { createRequire } from 'node:module';
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseDatabaseUrl } from '@flipside/platform-api';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { startSystem, type RunningSystem } from './running-system.js';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const VIEWS = [
  { width: 1280, height: 900, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
] as const;
const NARROWEST = 320;

let system: RunningSystem;
let browser: Browser;
let client: pg.Client;

beforeAll(async () => {
  system = await startSystem('demo');
  browser = await openBrowser();
  client = new pg.Client(parseDatabaseUrl(system.databaseUrl));
  await client.connect();
}, 600_000);
afterAll(async () => {
  await client.end();
  await browser.close();
  await system.stop();
});

async function idOf(sql: string, params: unknown[] = []): Promise<string> {
  const { rows } = await client.query<{ id: string }>(sql, params);
  const [row] = rows;
  if (!row) throw new Error(`Nothing found: ${sql}`);
  return row.id;
}

const prepared = (roleLabel: string): Promise<string> =>
  idOf(`select person_id as id from demo_person where role_label = $1 order by position limit 1`, [
    roleLabel,
  ]);

async function signedIn(personId: string, view: (typeof VIEWS)[number]): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.colorScheme,
    reducedMotion: 'reduce',
  });
  const answer = await context.request.post(`${system.url}/auth/demo`, {
    data: { personId },
    headers: { 'x-flipside-request': '1' },
  });
  expect(answer.status()).toBe(200);
  return context;
}

interface Finding {
  axe: string[];
  h1: number;
  title: string;
  overflow: number;
}

/** Looks at the page that is open, once its content has come. */
async function look(page: Page): Promise<Finding> {
  await page.waitForSelector('h1');
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  await page.evaluate(axeSource);
  const axe = await page.evaluate(async (tags) => {
    const { axe: runner } = globalThis as unknown as {
      axe: {
        run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await runner.run({ runOnly: tags, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  }, AXE_TAGS);
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  const size = page.viewportSize();
  let most = await overflow();
  if (size && size.width < 900) {
    await page.setViewportSize({ width: NARROWEST, height: size.height });
    most = Math.max(most, await overflow());
    await page.setViewportSize(size);
  }
  return { axe, h1: await page.locator('h1').count(), title: await page.title(), overflow: most };
}

/** Visits paths in both views; a sentence for everything that is not as it should be. */
async function faultsOf(personId: string | null, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const view of VIEWS) {
    const context =
      personId === null
        ? await browser.newContext({
            viewport: { width: view.width, height: view.height },
            colorScheme: view.colorScheme,
          })
        : await signedIn(personId, view);
    const titles = new Map<string, string>();
    for (const path of paths) {
      const page = await context.newPage();
      const at = `${path} at ${view.width} ${view.colorScheme}`;
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          faults.push(`${at}: console ${message.text().slice(0, 200)}`);
      });
      page.on('pageerror', (error) => faults.push(`${at}: ${String(error)}`));
      page.on('response', (response) => {
        if (response.status() < 400) return;
        void response
          .text()
          .then((text) => faults.push(`${at}: ${response.status()} ${text.slice(0, 300)}`));
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(system.url) && !request.url().startsWith('data:'))
          faults.push(`${at}: asks ${request.url()}`);
      });
      await page.goto(system.url + path);
      try {
        const found = await look(page);
        faults.push(...found.axe.map((line) => `${at}: ${line}`));
        if (found.h1 !== 1) faults.push(`${at}: ${found.h1} first headings`);
        if (found.overflow > 0) faults.push(`${at}: ${found.overflow} px too wide`);
        const twin =
          titles.get(found.title) === path.split('?')[0] ? undefined : titles.get(found.title);
        if (twin) faults.push(`${at}: same title as ${twin}: ${found.title}`);
        titles.set(found.title, path.split('?')[0] ?? path);
      } catch (error) {
        faults.push(`${at}: ${String(error).slice(0, 200)}`);
      }
      await page.close();
    }
    await context.close();
  }
  return faults;
}

describe('pages before signing in', () => {
  it('are readable, operable and quiet', async () => {
    expect(await faultsOf(null, ['/signin'])).toEqual([]);
  }, 120_000);
});

describe('pages of the programme', () => {
  it('are readable, operable and quiet for the HR lead', async () => {
    const round = await idOf(`select id from matching_round where state = 'review'`);
    const unit = await idOf(`select id from org_unit where code = 'OPS'`);
    const champion = await idOf(
      `select person_id as id from champion_period where state = 'active' limit 1`,
    );
    const pairing = await idOf(`select id from pairing where state = 'active' limit 1`);
    const paths = [
      '/',
      '/coverage',
      '/coverage?view=all',
      '/coverage?view=site',
      '/coverage?view=level',
      '/coverage/matrix',
      '/coverage/forecast',
      '/coverage/strategy',
      '/coverage/strategy?edit=new',
      '/scale',
      `/coverage/${unit}`,
      '/recruiting',
      '/recruiting/figures',
      '/champions',
      `/champions/${champion}`,
      '/nominate',
      '/matching',
      '/matching/pairings',
      '/matching/certified',
      '/matching/certified?show=NOT_VALID',
      '/matching/apart',
      '/matching/apart?note=1',
      '/matching/impact',
      '/matching/notice',
      '/recipes',
      '/recipes/new',
      '/guardrails',
      '/guardrails/questions',
      '/planning',
      '/planning?show=UNPLACED',
      '/mail-previews',
      `/matching/${round}/setup`,
      `/matching/${round}/review`,
      `/matching/${round}/compare`,
      `/matching/${round}/publish`,
      '/executives',
      `/pairings/${pairing}`,
      '/rhythm',
      '/outcomes',
      '/stories',
      '/fluency',
      '/goals',
      '/people',
      `/people/${champion}`,
      '/settings',
      '/settings/locations',
      '/import',
      '/me',
      '/me/availability',
      '/privacy',
      '/nowhere',
    ];
    expect(await faultsOf(await prepared('HR lead'), paths)).toEqual([]);
  }, 400_000);
});

describe('pages of coaching', () => {
  it('are readable, operable and quiet for an executive', async () => {
    const executive = await prepared('Executive');
    const pairing = await idOf(
      `select id from pairing where executive_id = $1 order by proposed_at desc limit 1`,
      [executive],
    );
    const next = await idOf(
      `select id from session where pairing_id = $1 and status = 'booked' and starts_at > now() order by starts_at limit 1`,
      [pairing],
    );
    const last = await idOf(
      `select id from session where pairing_id = $1 and status = 'held' order by starts_at desc limit 1`,
      [pairing],
    );
    const paths = [
      '/',
      '/sessions',
      `/sessions/${next}`,
      `/sessions/${next}/move`,
      `/sessions/${next}/propose`,
      `/sessions/${last}`,
      `/pairings/${pairing}`,
      '/learned',
      '/stories',
      '/me',
      '/me/availability',
      '/me/availability/calendars',
      '/me/calendars',
      '/me/notifications',
      '/me/wishes',
      '/me/data',
      '/me/delegates',
      `/sessions/${next}/rhythm`,
      '/nominate',
      '/nominations',
      '/champions',
      '/people',
      '/privacy',
    ];
    expect(await faultsOf(executive, paths)).toEqual([]);
  }, 300_000);

  it('are readable, operable and quiet for a champion', async () => {
    const champion = await prepared('Champion');
    const open = await idOf(
      `select s.id from session s join pairing p on p.id = s.pairing_id where p.champion_id = $1 and s.status = 'booked' and s.ends_at < now() limit 1`,
      [champion],
    );
    const pairing = await idOf(
      `select id from pairing where champion_id = $1 and state = 'active' limit 1`,
      [champion],
    );
    const paths = [
      '/',
      '/sessions',
      `/sessions/${open}`,
      `/sessions/${open}/log`,
      `/sessions/${open}/prepare`,
      `/pairings/${pairing}`,
      '/me/notifications',
      '/load',
      '/thanks',
      '/stories',
      `/champions/${champion}`,
      '/nominate',
      '/nominations',
    ];
    expect(await faultsOf(champion, paths)).toEqual([]);
  }, 300_000);

  it('are readable, operable and quiet for an assistant, an employee and an administrator', async () => {
    const assistant = await prepared('Assistant');
    const lookedAfter = await idOf(
      `select s.id from session s join pairing p on p.id = s.pairing_id join delegation d on d.principal_id = p.executive_id
       where d.delegate_id = $1 and s.status = 'booked' and s.starts_at > now() order by s.starts_at limit 1`,
      [assistant],
    );
    const principal = await idOf(
      `select p.executive_id as id from session s join pairing p on p.id = s.pairing_id where s.id = $1`,
      [lookedAfter],
    );
    const faults = [
      ...(await faultsOf(assistant, [
        '/',
        '/looked-after',
        `/looked-after?for=${principal}`,
        `/sessions/${lookedAfter}`,
        '/me/delegates',
        '/me',
      ])),
      ...(await faultsOf(await prepared('Employee'), ['/', '/nominate', '/champions', '/me'])),
      ...(await faultsOf(await prepared('Administrator'), [
        '/',
        '/outbox',
        '/inbound',
        '/inbound?show=refused',
        '/health',
        '/settings/access',
        '/mail-previews',
        '/me/notifications',
        '/me',
      ])),
    ];
    expect(faults).toEqual([]);
  }, 300_000);
});

describe('finding somebody from any page', () => {
  it('takes the keyboard alone, is readable at both widths and gives the focus back', async () => {
    const name = 'Rahul Mukherjee';
    for (const view of VIEWS) {
      const context = await signedIn(await prepared('Employee'), view);
      const page = await context.newPage();
      await page.goto(`${system.url}/nominate`);
      await page.waitForSelector('h1');
      const opener = page.getByRole('button', { name: 'Find', exact: true });
      await opener.focus();
      await page.keyboard.press('Control+k');
      const field = page.getByRole('combobox', { name: /person, unit/ });
      await field.waitFor();
      await page.keyboard.type('mukherj rah');
      await page.getByRole('option', { name }).waitFor();
      await page.getByText('1 found').waitFor();
      expect((await look(page)).axe).toEqual([]);
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
  }, 60_000);
});
