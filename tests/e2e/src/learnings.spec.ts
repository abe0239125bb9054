/** What two people leave behind of a session: logged by tapping, kept without a connection, read by nobody else. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { atBest } from './at-best.js';
import { openDemonstration, PHONE, type Demonstration } from './demonstration.js';

/** Twelve words, as somebody would type them on the way out. */
const LINE = 'Asks for three options and the weakest assumption before choosing any one';
const SAVED_WITHIN_MS = 300;

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

/** A pairing with a session that ended an hour ago and is not logged. Each call takes another pairing. */
const used: string[] = [];
async function aPairWithSession(): Promise<Pair> {
  const pair = await demo.row<Pair>(
    `select p.id as "pairingId", p.champion_id as "championId", p.executive_id as "executiveId",
            (select id from session s where s.pairing_id = p.id and s.status = 'booked' and s.starts_at > now()
             order by s.starts_at limit 1) as "sessionId"
     from pairing p where p.state = 'active' and not (p.id = any($1::uuid[]))
       and exists (select from session s where s.pairing_id = p.id and s.status = 'booked' and s.starts_at > now())
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

/** Counts what a person touches. Typing is not tapping, focusing the field is. */
function tapper(page: Page) {
  let taps = 0;
  return {
    count: () => taps,
    tap: async (name: string | RegExp, role: 'button' | 'link' | 'textbox' = 'button') => {
      await page
        .getByRole(role, { name, ...(typeof name === 'string' && { exact: true }) })
        .first()
        .tap();
      taps += 1;
    },
  };
}

/** Notes, in the page itself, how many milliseconds lie between the press of a button and the words that it is saved. */
const measureSaving = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let pressedAt = Number.NaN;
    addEventListener('click', () => (pressedAt = performance.now()), { capture: true, once: true });
    const seen = new MutationObserver(() => {
      if (!document.body.textContent.includes('Saved.')) return;
      seen.disconnect();
      document.documentElement.dataset['savedAfter'] = String(performance.now() - pressedAt);
    });
    seen.observe(document.body, { childList: true, subtree: true, characterData: true });
  });

describe('log without words', () => {
  it('takes at most six taps from the page of the log, and is saved', async () => {
    const { championId, sessionId } = await aPairWithSession();
    const context = await demo.windowOf(championId, PHONE);
    const page = await context.newPage();
    await page.goto(`${demo.url}/sessions/${sessionId}/log`);
    await page.getByRole('button', { name: 'Save log' }).waitFor();
    const { tap, count } = tapper(page);
    const topics = page.getByRole('group', { name: 'Topics' }).getByRole('button');
    await topics.nth(0).tap();
    await topics.nth(1).tap();
    await tap('Yes');
    await tap('Same again');
    await tap('Save log');
    expect(count() + 2).toBeLessThanOrEqual(6);
    await page.waitForURL(`${demo.url}/sessions/${sessionId}`);
    const log = await demo.row<{ met: boolean; topics: string[]; on_real_work: boolean }>(
      `select met, topics, on_real_work from session_log where session_id = $1`,
      [sessionId],
    );
    expect(log).toMatchObject({ met: true, on_real_work: true });
    expect(log.topics).toHaveLength(2);
    await context.close();
  }, 120_000);

  it('takes seven taps with a line of twelve words, and what was saved shows at once', async () => {
    const taken: number[] = [];
    const saved = await atBest(SAVED_WITHIN_MS, async () => {
      const { championId, sessionId } = await aPairWithSession();
      const context = await demo.windowOf(championId, PHONE);
      const page = await context.newPage();
      await page.goto(`${demo.url}/`);
      const { tap, count } = tapper(page);
      await page.locator(`a[href="/sessions/${sessionId}/log"]`).first().tap();
      const topics = page.getByRole('group', { name: 'Topics' }).getByRole('button');
      await topics.nth(0).tap();
      await topics.nth(1).tap();
      await tap('Yes');
      await tap('Same again');
      await tap(/do differently/, 'textbox');
      await page.keyboard.type(LINE);
      await measureSaving(page);
      await tap('Save log');
      await page
        .getByText(/Saved\./)
        .first()
        .waitFor();
      taken.push(count() + 3);
      const { line } = await demo.row<{ line: string }>(
        `select change_line as line from session_log where session_id = $1`,
        [sessionId],
      );
      expect(line).toMatch(/^v1\./);
      const after = page.locator('html[data-saved-after]');
      const milliseconds = Number(await after.getAttribute('data-saved-after'));
      await context.close();
      return milliseconds;
    });
    console.log(
      `log with a twelve-word line: ${taken.join(', ')} taps, saved and seen after ${Math.round(saved)} ms`,
    );
    expect(Math.max(...taken)).toBeLessThanOrEqual(7);
    expect(saved).toBeLessThanOrEqual(SAVED_WITHIN_MS);
  }, 400_000);
});

describe('log offline then sync', () => {
  it('keeps the log over a reload without a connection and sends it once', async () => {
    const { championId, sessionId } = await aPairWithSession();
    const context = await demo.windowOf(championId, PHONE);
    const page = await context.newPage();
    await page.goto(`${demo.url}/`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    // A second visit has everything on the device.
    await page.goto(`${demo.url}/sessions/${sessionId}/log`);
    await page.getByRole('button', { name: 'Save log' }).waitFor();
    await context.setOffline(true);
    await page.getByRole('textbox', { name: /do differently/ }).fill('First words');
    await page.reload();
    const field = page.getByRole('textbox', { name: /do differently/ });
    await field.waitFor();
    expect(await field.inputValue()).toBe('First words');
    await field.fill(LINE);
    await page.getByRole('button', { name: 'Save log' }).tap();
    await page.getByText('Saved on this phone').waitFor();
    await page.reload();
    await page.getByText('Saved on this phone').waitFor();
    const count = () =>
      demo.row<{ n: number }>(`select count(*) as n from session_log_entry where session_id = $1`, [
        sessionId,
      ]);
    expect((await count()).n).toBe(0);
    await context.setOffline(false);
    await page.goto(`${demo.url}/`);
    for (let tries = 0; (await count()).n === 0 && tries < 60; tries++)
      await page.waitForTimeout(500);
    await page.reload();
    await page.waitForTimeout(1500);
    expect((await count()).n).toBe(1);
    await context.close();
  }, 180_000);
});

describe('private note never reaches other roles', () => {
  it('is read by its writer alone, on every page that others open', async () => {
    const { championId, executiveId, pairingId, sessionId } = await aPairWithSession();
    const secret = 'Helen hesitates before the board, go slowly';
    const writer = await demo.windowOf(championId, PHONE);
    const page = await writer.newPage();
    await page.goto(`${demo.url}/sessions/${sessionId}`);
    await page.getByRole('textbox', { name: 'Add a note' }).fill(secret);
    await page
      .getByText(/Only you can read this/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Save note' }).tap();
    await page.getByText(secret).first().waitFor();
    await writer.close();
    const people = await demo.client.query<{ person_id: string; role_label: string }>(
      `select person_id, role_label from demo_person where person_id <> $1`,
      [championId],
    );
    const seen: string[] = [];
    for (const { person_id: personId } of [...people.rows, { person_id: executiveId }]) {
      const context = await demo.windowOf(personId, PHONE);
      const other = await context.newPage();
      other.on('response', (response) => {
        if (response.url().endsWith('/graphql'))
          void response
            .text()
            .then((text) => seen.push(text))
            .catch(() => undefined);
      });
      for (const path of [
        '/',
        `/sessions/${sessionId}`,
        `/pairings/${pairingId}`,
        '/rhythm',
        '/me/data',
      ]) {
        await other.goto(demo.url + path);
        await other.waitForSelector('h1');
        seen.push(await other.locator('body').innerText());
      }
      await context.close();
    }
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.join(' ')).not.toContain(secret);
    const { rows } = await demo.client.query<{ body: string }>(
      `select body from note where session_id = $1`,
      [sessionId],
    );
    expect(rows.map(({ body }) => body).join()).not.toContain('hesitates');
  }, 300_000);
});

describe('share a win', () => {
  it('goes out when both agree, is picked for the week, and is gone everywhere when one takes it back', async () => {
    const { championId, executiveId, pairingId } = await aPairWithSession();
    const [other] = (
      await demo.client.query<{ id: string }>(
        `select person_id as id from executive where person_id <> $1 and enrolled_on <= current_date order by person_id limit 1`,
        [executiveId],
      )
    ).rows;
    const result = 'The supplier letter is written before lunch';
    const champion = await demo.windowOf(championId, PHONE);
    const page = await champion.newPage();
    await page.goto(`${demo.url}/pairings/${pairingId}`);
    await page.getByRole('button', { name: 'Tell it as a story' }).tap();
    await page.getByRole('textbox', { name: /What came of it/ }).fill(result);
    await page
      .getByRole('textbox', { name: /How you got there/ })
      .fill('We gave it the reader first.');
    await page.getByRole('button', { name: /^Ask / }).tap();
    await page
      .getByText(/is asked before anybody else/)
      .first()
      .waitFor();

    const judge = await demo.windowOf(other?.id ?? '', PHONE);
    const reading = await judge.newPage();
    const reads = async (): Promise<string> => {
      await reading.goto(`${demo.url}/stories`);
      await reading.getByRole('heading', { name: 'From everyone' }).waitFor();
      return reading.locator('body').innerText();
    };
    expect(await reads()).not.toContain(result);

    const executive = await demo.windowOf(executiveId, PHONE);
    const answering = await executive.newPage();
    await answering.goto(`${demo.url}/stories`);
    await answering.getByText(result).first().waitFor();
    await answering.getByRole('button', { name: 'Share, without my name' }).first().tap();
    await answering.getByText('Saved. Everyone can read it now.').first().waitFor();

    const names = await demo.row<{ champion: string; executive: string }>(
      `select c.name as champion, e.name as executive from person c, person e where c.id = $1 and e.id = $2`,
      [championId, executiveId],
    );
    await reads();
    const told = reading.getByRole('article').filter({ hasText: result });
    const shared = await told.innerText();
    expect(shared).toContain(names.champion);
    expect(shared).not.toContain(names.executive);
    await told.getByRole('button', { name: 'Pick as use of the week' }).tap();
    await reading.getByRole('textbox', { name: /Why this one/ }).fill('The reader comes first');
    await reading.getByRole('button', { name: 'Pick it' }).tap();
    await reading
      .getByText(/Everyone sees it on their home page/)
      .first()
      .waitFor();
    await page.goto(`${demo.url}/`);
    await page.getByText('“The reader comes first”').first().waitFor();

    await page.goto(`${demo.url}/stories`);
    await page.getByRole('button', { name: 'Take it back' }).first().tap();
    await page
      .getByText(/Only the two of you read it/)
      .first()
      .waitFor();
    expect(await reads()).not.toContain(result);
    await reading.goto(`${demo.url}/`);
    await reading.waitForSelector('h1');
    await reading.waitForTimeout(1000);
    expect(await reading.locator('body').innerText()).not.toContain('The reader comes first');
    for (const context of [champion, judge, executive]) await context.close();
  }, 180_000);
});

describe('renew a pairing', () => {
  it('begins the next term when both wish it, with one timeline over both terms', async () => {
    const { championId, executiveId, pairingId } = await aPairWithSession();
    await demo.client.query(`update pairing set anchor_on = current_date - 170 where id = $1`, [
      pairingId,
    ]);
    for (const [personId, next] of [
      [championId, /It begins as soon as/],
      [executiveId, /Term 2 runs until/],
    ] as const) {
      const context = await demo.windowOf(personId, PHONE);
      const page = await context.newPage();
      await page.goto(`${demo.url}/pairings/${pairingId}`);
      await page.getByText('What comes next?').waitFor();
      await page.getByRole('button', { name: 'Go on together' }).tap();
      await page.getByText(next).waitFor();
      if (personId === executiveId) {
        await page.getByText(/Renewed for another half year/).waitFor();
        await page.getByText(/The first session was booked/).waitFor();
      }
      await context.close();
    }
    const { n } = await demo.row<{ n: number }>(
      `select count(*) as n from pairing_term where pairing_id = $1`,
      [pairingId],
    );
    expect(n).toBe(2);
    expect(await demo.row(`select state from pairing where id = $1`, [pairingId])).toEqual({
      state: 'active',
    });
  }, 120_000);
});
