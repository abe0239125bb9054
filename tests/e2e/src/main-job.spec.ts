/** The main job on a real company's data: an export goes in, and a coached session comes out. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseDatabaseUrl } from '@flipside/platform-api';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { openMailbox, type Mailbox } from '@flipside/testing';
import { startSystem, type RunningSystem } from './running-system.js';

const ROSTER = path.resolve(
  import.meta.dirname,
  '../../../libs/people/api/src/import/data/adventureworks-oltp-290.csv',
);
const HR = 'hr@adventure-works.com';
const TERRI = 'terri0@adventure-works.com';
/** AdventureWorks: 290 people at one champion for every 25 need 12. */
const PEOPLE = 290;
const NEEDED = 12;
const SECRET_LINE = 'Asks for the weak points of a design before the review.';

let system: RunningSystem;
let browser: Browser;
let mailbox: Mailbox;
let client: pg.Client;

beforeAll(async () => {
  mailbox = await openMailbox();
  system = await startSystem('own', { FLIPSIDE_ADMIN_EMAIL: HR, SMTP_URL: mailbox.url });
  browser = await openBrowser();
  client = new pg.Client(parseDatabaseUrl(system.databaseUrl));
  await client.connect();
}, 600_000);
afterAll(async () => {
  await client.end();
  await browser.close();
  await system.stop();
  await mailbox.close();
});

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 900 };

/** Asks for a link, opens it from the mail and presses the button, as everybody does. */
async function signIn(
  email: string,
  viewport: typeof desk,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  await page.goto(`${system.url}/signin`);
  await page.getByLabel(/e-mail/i).fill(email);
  const before = mailbox.count();
  await page.getByRole('button', { name: /link/i }).click();
  const mail = await mailbox.newest(email, /sign in/i, before);
  const link = /https?:\/\/\S+\/auth\/use\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${system.url}/`);
  return { page, context };
}

/** The calendar part of the newest mail that fits. */
async function calendarOf(address: string, fits: RegExp, after: number): Promise<string> {
  const mail = await mailbox.newest(address, fits, after);
  const part = mail.attachments.find(({ mimeType }) => mimeType.startsWith('text/calendar'));
  return new TextDecoder().decode(part?.content as ArrayBuffer);
}

async function championEmail(): Promise<string> {
  const { rows } = await client.query<{ email: string }>(
    `select p.email from pairing x join person p on p.id = x.champion_id`,
  );
  expect(rows).toHaveLength(1);
  return rows[0]?.email ?? '';
}

interface Headline {
  readonly people: number;
  readonly champions: number;
  readonly required: number;
  readonly gap: number;
  readonly gapSentence: string;
}

/** The figures behind the coverage page, as its own reader asks for them. */
async function headlineOf(page: Page): Promise<Headline> {
  const answer = await page.request.post(`${system.url}/graphql`, {
    headers: { 'x-flipside-request': '1' },
    data: { query: '{ coverage { headline { people champions required gap gapSentence } } }' },
  });
  const { data } = (await answer.json()) as { data: { coverage: { headline: Headline } } };
  return data.coverage.headline;
}

async function go(page: Page, to: string): Promise<void> {
  await page.goto(system.url + to);
  await page.waitForSelector('h1');
}

describe('from an employee export to a coached session', () => {
  let hr: Page;

  it('lets the first HR lead in and says what to do first', async () => {
    ({ page: hr } = await signIn(HR, desk));
    await hr.getByText('Import').first().waitFor();
  }, 240_000);

  it('takes the export in after showing what would change', async () => {
    await go(hr, '/import');
    await hr.setInputFiles('input[type=file]', ROSTER);
    await hr.getByRole('button', { name: /^Apply 290 people/ }).click();
    await hr.getByText(/290 people applied/).waitFor();
    const { rows } = await client.query<{ n: string }>(
      `select count(*) as n from employment where valid_to = 'infinity'`,
    );
    expect(Number(rows[0]?.n)).toBe(290);
  }, 120_000);

  it('says where champions are missing, and how many: 12 for 290 people', async () => {
    await go(hr, '/coverage');
    const headline = await headlineOf(hr);
    expect(headline).toMatchObject({
      people: PEOPLE,
      champions: 0,
      required: NEEDED,
      gap: NEEDED,
    });
    await hr.getByText(`No champions yet for ${PEOPLE} people, target 1 per 25.`).first().waitFor();
    await hr.getByText(headline.gapSentence).first().waitFor();
  }, 240_000);

  it('names two champions and marks an executive', async () => {
    for (const name of ['Mary Dempsey', 'John Wood']) {
      await go(hr, '/champions?name=1');
      const dialog = hr.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'Person' }).fill(name);
      await hr.getByRole('option', { name: new RegExp(name) }).click();
      await dialog.getByLabel('Good at').fill('Presentations, Checking answers');
      await dialog.getByRole('button', { name: `Name ${name}` }).click();
      await dialog.waitFor({ state: 'hidden' });
    }
    await go(hr, '/executives');
    await hr.getByRole('button', { name: /Mark/ }).first().click();
    await hr.getByRole('dialog').getByRole('textbox').first().fill('Terri');
    await hr.getByRole('button', { name: 'Mark Terri Duffy' }).click();
    await hr.getByText('Terri Duffy takes part as an executive.').waitFor();
  }, 120_000);

  it('runs a matching round with reasons and publishes it', async () => {
    await go(hr, '/matching');
    await hr.getByRole('button', { name: 'Start a round' }).click();
    const dialog = hr.getByRole('dialog');
    await dialog.getByLabel('Name').fill('First round');
    await dialog.getByRole('button', { name: 'Set up the round' }).click();
    await hr.getByRole('button', { name: /Propose/ }).click();
    await hr.waitForURL(/review/);
    await hr.getByText(/Outside the reporting line/).waitFor();
    await hr.getByRole('button', { name: 'Accept', exact: true }).click();
    await hr
      .getByRole('link', { name: /Publish/ })
      .or(hr.getByRole('button', { name: /^Publish…/ }))
      .first()
      .click();
    await hr.getByRole('button', { name: /Publish 1 pairing/ }).click();
    await hr.getByText(/The mails leave at/).waitFor();
    await hr.getByRole('button', { name: 'Send now' }).click();
    await hr.getByText(/This round is published/).waitFor();
  }, 120_000);

  it('lets both sides accept, and the executive book a series in one tap', async () => {
    const { page: champion, context: championWindow } = await signIn(await championEmail(), phone);
    await champion.getByRole('button', { name: 'Say yes' }).click();
    await champion
      .getByText(/You said yes/)
      .first()
      .waitFor();
    await championWindow.close();

    const { page: executive, context } = await signIn(TERRI, phone);
    await executive.getByRole('button', { name: 'Say yes' }).click();
    await executive.getByText(/both said yes/).waitFor();
    await go(executive, '/');
    const times = executive
      .getByRole('group', { name: 'Times that suit both' })
      .getByRole('button');
    await times.first().waitFor();
    expect(await times.count()).toBe(3);
    const beforeBooking = mailbox.count();
    await times.first().click();
    await executive.getByText(/^Booked\./).waitFor();
    await context.close();

    // Every second week at the same hour of the wall clock, with both people's time taken.
    const series = await client.query<{ days: number | null; hour: string }>(
      `select local_start::date - lag(local_start::date) over (order by local_start) as days,
         to_char(local_start, 'HH24:MI') as hour
       from session where status = 'booked' order by local_start`,
    );
    expect(series.rows.length).toBeGreaterThan(3);
    expect(series.rows.slice(1).map(({ days }) => days)).toEqual(
      series.rows.slice(1).map(() => 14),
    );
    expect(new Set(series.rows.map(({ hour }) => hour)).size).toBe(1);
    const claims = await client.query(`select 1 from claim where active and kind = 'firm'`);
    expect(claims.rowCount).toBe(2 * series.rows.length);

    // Calendar mails wait a moment, so that Undo can take them back.
    for (const address of [TERRI, await championEmail()]) {
      const text = await calendarOf(address, /Sessions with/, beforeBooking);
      expect(text).toContain('METHOD:REQUEST');
      expect(text).toMatch(/RRULE:FREQ=WEEKLY;[^\r\n]*INTERVAL=2/);
      expect(text).toMatch(/DTSTART;TZID=/);
    }
  }, 180_000);

  it('moves one session in two taps and skips it in one, and both calendars follow', async () => {
    const { page: executive, context } = await signIn(TERRI, phone);
    const next = async (): Promise<{ id: string; starts_at: Date; status: string }> => {
      const { rows } = await client.query<{ id: string; starts_at: Date; status: string }>(
        `select id, starts_at, status from session order by recurrence_local limit 1`,
      );
      if (!rows[0]) throw new Error('Nothing is booked');
      return rows[0];
    };
    const before = await next();
    const beforeMove = mailbox.count();
    await executive.getByRole('button', { name: 'Move', exact: true }).first().click();
    await executive.getByRole('group', { name: 'Other times' }).getByRole('button').first().click();
    await executive.getByText(/^Moved to /).waitFor();
    const moved = await next();
    expect(moved).toMatchObject({ id: before.id, status: 'booked' });
    expect(moved.starts_at).not.toEqual(before.starts_at);
    for (const address of [TERRI, await championEmail()]) {
      const text = await calendarOf(address, /^Moved: /, beforeMove);
      expect(text).toContain('METHOD:REQUEST');
      expect(text).toContain('RECURRENCE-ID;TZID=');
    }

    const beforeSkip = mailbox.count();
    await go(executive, '/');
    await executive.getByRole('button', { name: 'Skip this one' }).first().click();
    await executive
      .getByText(/Skipped/)
      .first()
      .waitFor();
    expect(await next()).toMatchObject({ id: before.id, status: 'skipped' });
    for (const address of [TERRI, await championEmail()])
      expect(await calendarOf(address, /^Skipped: /, beforeSkip)).toContain('METHOD:CANCEL');
    await context.close();
  }, 180_000);

  it('is logged by the champion in three taps and a line, and confirmed by the executive', async () => {
    // Time passes: the next session of the series lies an hour back.
    const { rows } = await client.query<{ id: string }>(
      `select id from session where status = 'booked' order by starts_at limit 1`,
    );
    const sessionId = rows[0]?.id;
    await client.query(`update claim set active = false where session_id = $1`, [sessionId]);
    await client.query(
      `update session set starts_at = now() - interval '60 minutes', ends_at = now() - interval '30 minutes' where id = $1`,
      [sessionId],
    );
    const { page: champion, context: one } = await signIn(await championEmail(), phone);
    await champion
      .getByRole('link', { name: /Log it/ })
      .first()
      .waitFor();
    const began = performance.now();
    await champion
      .getByRole('link', { name: /Log it/ })
      .first()
      .click();
    await champion.getByRole('button', { name: 'We met', exact: true }).click();
    await champion.getByLabel(/What will .* do differently/).fill(SECRET_LINE);
    await champion.getByRole('button', { name: 'Save log' }).click();
    await champion.getByText(/Saved/).first().waitFor();
    expect(performance.now() - began).toBeLessThan(60_000);
    await one.close();

    const { page: executive, context: two } = await signIn(TERRI, phone);
    const saved = executive.waitForResponse(
      (response) => response.request().postData()?.includes('mutation') ?? false,
    );
    await executive.getByRole('button', { name: 'We met', exact: true }).click();
    expect((await saved).status()).toBe(200);
    await executive.getByText(SECRET_LINE).first().waitFor();
    await two.close();
    const held = await client.query<{ id: string; confirmed: number; logs: number }>(
      `select id, (select count(*)::int from session_confirmation c where c.session_id = s.id) as confirmed,
         (select count(*)::int from session_log l where l.session_id = s.id) as logs
       from session s where status = 'held'`,
    );
    // The champion says it by the log, the executive by confirming.
    expect(held.rows).toEqual([{ id: sessionId, confirmed: 1, logs: 1 }]);
  }, 180_000);

  it('shows HR the effect, and never the words of the two', async () => {
    const reading: Promise<string>[] = [];
    hr.on('response', (response) => {
      if (response.url().endsWith('/graphql')) reading.push(response.text());
    });
    /** Opens a page and reads all its answers before the next one is opened: the browser forgets them then. */
    const look = async (to: string): Promise<void> => {
      await go(hr, to);
      await hr.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
      await hr.waitForLoadState('networkidle');
      await Promise.all(reading);
    };
    for (const to of ['/', '/rhythm', '/outcomes', '/coverage', '/matching/pairings'])
      await look(to);
    expect(await headlineOf(hr)).toMatchObject({ champions: 2, required: NEEDED, gap: NEEDED - 2 });
    await look('/coverage');
    await hr.getByText('2 champions for 290 people: 1 per 145, target 1 per 25.').first().waitFor();
    await look('/rhythm');
    await hr
      .getByText(/Terri Duffy/)
      .first()
      .waitFor();
    const answers = await Promise.all(reading);
    expect(answers.length).toBeGreaterThan(4);
    expect(answers.join()).not.toContain(SECRET_LINE);
  }, 120_000);
});
