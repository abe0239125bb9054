/** What somebody wrote is not lost when their sign-in ends meanwhile, and what HR sees of it is what they were shown. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openDemonstration, PHONE, type Demonstration } from './demonstration.js';

const LINE = 'Reads the counter-argument aloud before deciding';

let demo: Demonstration;

beforeAll(async () => {
  demo = await openDemonstration();
}, 600_000);
afterAll(() => demo.close());

interface Pair {
  pairingId: string;
  sessionId: string;
  championId: string;
  executiveId: string;
}

/** A pairing that has met, with a session that ended an hour ago and is not logged; another one each time. */
const used: string[] = [];
async function aPairWithSession(): Promise<Pair> {
  const pair = await demo.row<Pair>(
    `select p.id as "pairingId", p.champion_id as "championId", p.executive_id as "executiveId",
            (select id from session s where s.pairing_id = p.id and s.status = 'booked' and s.starts_at > now()
             order by s.starts_at limit 1) as "sessionId"
     from pairing p where p.state = 'active' and not (p.id = any($1::uuid[]))
       and exists (select from session s where s.pairing_id = p.id and s.status = 'booked' and s.starts_at > now())
       and exists (select from session s where s.pairing_id = p.id and s.status = 'held')
     order by p.id limit 1`,
    [used],
  );
  used.push(pair.pairingId);
  await demo.client.query(`update claim set active = false where session_id = $1`, [
    pair.sessionId,
  ]);
  await demo.client.query(
    `update session set starts_at = now() - interval '90 minutes', ends_at = now() - interval '60 minutes' where id = $1`,
    [pair.sessionId],
  );
  return pair;
}

const entries = async (sessionId: string): Promise<number> =>
  (
    await demo.row<{ n: number }>(
      `select count(*)::int as n from session_log_entry where session_id = $1`,
      [sessionId],
    )
  ).n;

/** The page to sign in is there. Two answers may lead to it at once, so the address alone does not say that it loaded. */
const atSignIn = (page: Page): Promise<void> =>
  page
    .locator('h1')
    .filter({ hasNotText: /Log the session|What I learned/ })
    .waitFor();

describe('words written while a sign-in ends', () => {
  it('are there after signing in again, and the log is sent once', async () => {
    const { championId, sessionId } = await aPairWithSession();
    const context = await demo.windowOf(championId, PHONE);
    const page = await context.newPage();
    await page.goto(`${demo.url}/sessions/${sessionId}/log`);
    const field = page.getByRole('textbox', { name: /do differently/ });
    await field.fill(LINE);
    await demo.client.query(`delete from web_session where person_id = $1`, [championId]);
    await page.getByRole('button', { name: 'Save log' }).tap();
    await atSignIn(page);
    expect(await entries(sessionId)).toBe(0);
    await demo.signIn(context, championId);
    await page.goto(`${demo.url}/`);
    await page.getByText(/The log that waited is saved/).waitFor();
    expect(await entries(sessionId)).toBe(1);
    await page.goto(`${demo.url}/sessions/${sessionId}`);
    await page.getByText(LINE).first().waitFor();
    await page.reload();
    await page.getByText(LINE).first().waitFor();
    expect(await entries(sessionId)).toBe(1);
    await context.close();
  }, 120_000);

  it('are there for what was only begun: a learning stands in its box again', async () => {
    const { executiveId } = await aPairWithSession();
    const context = await demo.windowOf(executiveId, PHONE);
    const page = await context.newPage();
    await page.goto(`${demo.url}/learned`);
    const box = page.getByRole('textbox', { name: /What did you learn/ });
    await box.fill(LINE);
    await demo.client.query(`delete from web_session where person_id = $1`, [executiveId]);
    await page.getByRole('button', { name: 'Add it' }).tap();
    await atSignIn(page);
    await demo.signIn(context, executiveId);
    await page.goto(`${demo.url}/learned`);
    await box.waitFor();
    expect(await box.inputValue()).toBe(LINE);
    await page.getByRole('button', { name: 'Add it' }).tap();
    await page.getByRole('article').filter({ hasText: LINE }).first().waitFor();
    const count = () =>
      demo.row<{ n: number }>(
        `select count(*)::int as n from learning where person_id = $1 and created_at > now() - interval '5 minutes'`,
        [executiveId],
      );
    expect((await count()).n).toBe(1);
    await context.close();
  }, 120_000);
});

/** Labels and values of a list of facts, as they are read. */
const factsIn = (page: Page, name: string): Promise<string> =>
  page.getByRole('dialog', { name }).locator('dl').first().innerText();

describe('what HR sees', () => {
  it('is what the two are shown beforehand, field by field, and HR’s look is told to them', async () => {
    const { championId, pairingId, sessionId } = await aPairWithSession();
    const champion = await demo.windowOf(championId, PHONE);
    const page = await champion.newPage();
    await page.goto(`${demo.url}/sessions/${sessionId}/log`);
    await page.getByRole('group', { name: 'Topics' }).getByRole('button').first().tap();
    await page.getByRole('textbox', { name: /do differently/ }).fill(LINE);
    await page.getByRole('button', { name: 'Save log' }).tap();
    // The form that is left has the same button: only below the new heading it stays where it is.
    await page.getByRole('heading', { level: 1, name: /^Session with/ }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'See what HR sees' }).tap();
    await page.getByRole('dialog', { name: 'What HR sees' }).getByText('Topics').waitFor();
    const shown = await factsIn(page, 'What HR sees');

    const { id, name } = await demo.row<{ id: string; name: string }>(
      `select p.id, p.name from demo_person d join person p on p.id = d.person_id where d.role_label = 'HR lead'`,
    );
    const people = await demo.row<{ executive: string; champion: string }>(
      `select e.name as executive, c.name as champion from pairing p join person e on e.id = p.executive_id
       join person c on c.id = p.champion_id where p.id = $1`,
      [pairingId],
    );
    const hr = await demo.windowOf(id, PHONE);
    const reading = await hr.newPage();
    const answers: string[] = [];
    reading.on('response', (response) => {
      if (response.url().endsWith('/graphql'))
        void response.text().then(
          (text) => answers.push(text),
          () => undefined,
        );
    });
    await reading.goto(`${demo.url}/rhythm`);
    await reading
      .getByRole('button', { name: `Sessions of ${people.executive} with ${people.champion}` })
      .tap();
    const title = `${people.executive} with ${people.champion}`;
    await reading.getByRole('dialog', { name: title }).getByText('Topics').first().waitFor();
    const seen = await factsIn(reading, title);
    // Each reader reads the moment in their own zone, by night even on another day; all else is letter by letter the same.
    const moment = /[A-Z][a-z]{2}\s\d{1,2}\s[A-Z][a-z]{2}(\s\d{4})?,\s\d{1,2}:\d{2}(\s[AP]M)?/;
    expect(shown).toMatch(moment);
    expect(seen.replace(moment, 'moment')).toBe(shown.replace(moment, 'moment'));
    expect(seen.split('\n').filter((each) => /^[A-Z][a-z]+$/.test(each))).toEqual(
      expect.arrayContaining(['Champion', 'Executive', 'When', 'Length', 'Met', 'Topics']),
    );
    expect(answers.join('')).not.toContain(LINE);

    await page.goto(`${demo.url}/me/data`);
    await page
      .getByText(new RegExp(`${name} opened the facts of your sessions`))
      .first()
      .waitFor();
    for (const context of [champion, hr]) await context.close();
  }, 120_000);
});

describe('a line that concerns both', () => {
  it('reaches everyone only with the other one’s yes, and leaves at once when that is taken back', async () => {
    const { championId, executiveId, pairingId } = await aPairWithSession();
    const other = await demo.row<{ id: string; name: string }>(
      `select p.id, p.name from pairing g join person p on p.id = g.champion_id where g.id = $1`,
      [pairingId],
    );
    const words = `${other.name.split(' ')[0] ?? ''} asks me for the weakest number first`;
    const executive = await demo.windowOf(executiveId, PHONE);
    const page = await executive.newPage();
    await page.goto(`${demo.url}/learned`);
    await page.getByRole('textbox', { name: /What did you learn/ }).fill(words);
    await page.getByRole('button', { name: 'Add it' }).tap();
    const card = page.getByRole('article').filter({ hasText: words }).first();
    await card.getByRole('button', { name: 'Change who can read it' }).tap();
    await page.getByRole('radio', { name: 'Everyone here' }).check();
    await page.getByText(/sees these exact words and has to agree/).waitFor();
    await page.getByRole('button', { name: `Ask ${other.name}` }).tap();
    await page.getByText(`Waits for ${other.name}’s yes`).first().waitFor();

    const champion = await demo.windowOf(championId, PHONE);
    const answering = await champion.newPage();
    const found = async (): Promise<number> => {
      await page.goto(`${demo.url}/learnings?q=${encodeURIComponent('weakest number first')}`);
      await page.getByRole('heading', { level: 1, name: 'What works' }).waitFor();
      return (
        await demo.row<{ n: number }>(
          `select count(*)::int as n from learning_search s join learning l on l.id = s.learning_id where l.body = $1`,
          [words],
        )
      ).n;
    };
    expect(await found()).toBe(0);
    await answering.goto(`${demo.url}/pairings/${pairingId}`);
    const asked = answering.getByText(words).locator('xpath=ancestor::article');
    await asked.getByRole('button', { name: 'Agree to these words' }).tap();
    await answering.getByText('Saved. Everyone can read it now.').first().waitFor();
    expect(await found()).toBe(1);
    await asked.getByRole('button', { name: 'Take it back' }).tap();
    await answering.getByText('Saved. Only the two of you read it.').first().waitFor();
    expect(await found()).toBe(0);
    for (const context of [executive, champion]) await context.close();
  }, 120_000);
});
