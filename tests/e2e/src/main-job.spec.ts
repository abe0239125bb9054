/** The main job on a real company's data: an export goes in, and a coached session comes out. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseDatabaseUrl } from '@flipside/platform-api';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { openMailbox, type Mailbox } from './mailbox.js';
import { startSystem, type RunningSystem } from './running-system.js';

const ROSTER = path.resolve(
  import.meta.dirname,
  '../../../libs/people/api/src/import/data/adventureworks-oltp-290.csv',
);
const HR = 'hr@adventure-works.com';
const TERRI = 'terri0@adventure-works.com';
const MARY = 'mary2@adventure-works.com';
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
  page.setDefaultTimeout(20_000);
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

async function go(page: Page, to: string): Promise<void> {
  await page.goto(system.url + to);
  await page.waitForSelector('h1');
}

describe('from an employee export to a coached session', () => {
  let hr: Page;

  it('lets the first HR lead in and says what to do first', async () => {
    ({ page: hr } = await signIn(HR, desk));
    await hr.getByText('Import').first().waitFor();
  }, 60_000);

  it('takes the export in after showing what would change', async () => {
    await go(hr, '/import');
    await hr.setInputFiles('input[type=file]', ROSTER);
    await hr.getByRole('button', { name: /^Apply 290 people/ }).click({ timeout: 40_000 });
    await hr.getByText(/290 people applied/).waitFor({ timeout: 40_000 });
    const { rows } = await client.query<{ n: string }>(
      `select count(*) as n from employment where valid_to = 'infinity'`,
    );
    expect(Number(rows[0]?.n)).toBe(290);
  }, 120_000);

  it('shows that 290 people have no champion', async () => {
    await go(hr, '/coverage');
    await hr
      .getByText(/290 people/)
      .first()
      .waitFor();
  }, 60_000);

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
    await hr.getByText(/This round is published/).waitFor({ timeout: 30_000 });
  }, 120_000);

  it('lets both sides accept, and the executive book a series in one tap', async () => {
    const { rows } = await client.query<{ email: string }>(
      `select p.email from pairing x join person p on p.id = x.champion_id`,
    );
    const championEmail = rows[0]?.email ?? MARY;
    const { page: champion, context: championWindow } = await signIn(championEmail, phone);
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
    const times = executive.getByRole('button', { name: /\d{1,2}:\d{2}/ });
    await times.first().waitFor({ timeout: 30_000 });
    expect(await times.count()).toBeGreaterThanOrEqual(3);
    const beforeBooking = mailbox.count();
    await times.first().click();
    await executive
      .getByText(/Booked/)
      .first()
      .waitFor();
    await context.close();

    // Calendar mails wait a moment, so that Undo can take them back.
    const invitation = await mailbox.newest(TERRI, /Booked|coaching|session/i, beforeBooking);
    const calendar = invitation.attachments.find(({ mimeType }) =>
      mimeType.startsWith('text/calendar'),
    );
    const text = new TextDecoder().decode(calendar?.content as ArrayBuffer);
    expect(text).toContain('METHOD:REQUEST');
  }, 180_000);

  it('is logged by the champion in under a minute and confirmed by the executive', async () => {
    // Time passes: the first session of the series lies an hour back.
    await client.query(`
      update claim set active = false where session_id = (select id from session order by starts_at limit 1)`);
    await client.query(`
      update session set starts_at = now() - interval '60 minutes', ends_at = now() - interval '30 minutes'
      where id = (select id from session order by starts_at limit 1)`);
    const { rows } = await client.query<{ email: string }>(
      `select p.email from pairing x join person p on p.id = x.champion_id`,
    );
    const { page: champion, context: one } = await signIn(rows[0]?.email ?? MARY, phone);
    await champion
      .getByRole('link', { name: /Log it/ })
      .first()
      .click();
    await champion.getByRole('button', { name: 'We met', exact: true }).click();
    await champion.getByLabel(/What will .* do differently/).fill(SECRET_LINE);
    await champion.getByRole('button', { name: 'Save log' }).click();
    await champion.getByText(/Saved/).first().waitFor();
    await one.close();

    const { page: executive, context: two } = await signIn(TERRI, phone);
    await executive.getByRole('button', { name: 'We met', exact: true }).click();
    await executive.getByText(SECRET_LINE).first().waitFor();
    await two.close();
    const held = await client.query(`select 1 from session where status = 'held'`);
    expect(held.rowCount).toBe(1);
  }, 180_000);

  it('shows HR the effect, and never the words of the two', async () => {
    const answers: string[] = [];
    hr.on('response', (response) => {
      if (response.url().endsWith('/graphql'))
        void response.text().then((text) => answers.push(text));
    });
    for (const to of ['/', '/rhythm', '/outcomes', '/coverage', '/matching/pairings']) {
      await go(hr, to);
      await hr.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
    }
    await go(hr, '/rhythm');
    await hr
      .getByText(/Terri Duffy/)
      .first()
      .waitFor();
    expect(answers.length).toBeGreaterThan(4);
    expect(answers.join()).not.toContain(SECRET_LINE);
  }, 120_000);
});
