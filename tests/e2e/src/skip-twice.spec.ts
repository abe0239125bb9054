/** An executive skips two sessions in a row: one kind message, once, and one of its two choices, from the mail. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openDemonstration, PHONE, type Demonstration } from './demonstration.js';
import { openMailbox, type Mailbox } from '@flipside/testing';

let demo: Demonstration;
let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await openMailbox();
  demo = await openDemonstration({ SMTP_URL: mailbox.url });
}, 600_000);
afterAll(async () => {
  await demo.close();
  await mailbox.close();
});

interface Coming {
  executive: string;
  email: string;
  champion: string;
  pairing: string;
  sessions: string[];
}

/** The prepared executive who has not met yet books a series from the offer, in the mail. */
async function booked(reader: Page): Promise<Coming> {
  const { rows } = await demo.client.query<Omit<Coming, 'sessions'>>(
    `select e.id as executive, e.email, c.name as champion, p.id as pairing
     from demo_person d join person e on e.id = d.person_id
     join pairing p on p.executive_id = e.id and p.state = 'accepted' join person c on c.id = p.champion_id
     where d.role_label = 'Executive' limit 1`,
  );
  const [found] = rows;
  if (!found) throw new Error('No prepared executive waits for a first session');
  await demo.client.query(
    `select graphile_worker.add_job('pairings.accepted', json_build_object('pairingId', $1::text))`,
    [found.pairing],
  );
  const offer = await mailbox.newest(found.email, / can do /);
  await reader.goto(/https?:\/\/\S+\/a\/[\w-]{43}/.exec(offer.text ?? '')?.[0] ?? '');
  await reader.getByRole('button', { name: /^Book / }).click();
  await reader.getByRole('heading', { name: 'Booked' }).waitFor();
  const sessions = await demo.client.query<{ id: string }>(
    `select id from session where pairing_id = $1 and status = 'booked' order by starts_at`,
    [found.pairing],
  );
  return { ...found, sessions: sessions.rows.map(({ id }) => id) };
}

async function skip(page: Page, sessionId: string): Promise<void> {
  await page.goto(`${demo.url}/sessions/${sessionId}`);
  await page.getByRole('button', { name: 'Skip this one' }).click();
  await page
    .getByText(/Skipped/)
    .first()
    .waitFor();
}

const questions = async (pairing: string): Promise<{ answer: string | null }[]> =>
  (
    await demo.client.query<{ answer: string | null }>(
      `select answer from rhythm_question where pairing_id = $1`,
      [pairing],
    )
  ).rows;

describe('skipping twice in a row', () => {
  it('brings one kind message, and its choice works from the mail', async () => {
    const unscripted = await demo.browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
    });
    const reader = await unscripted.newPage();
    reader.setDefaultTimeout(90_000);
    const { executive, email, champion, pairing, sessions } = await booked(reader);
    expect(sessions.length).toBeGreaterThanOrEqual(4);
    const page = await demo.pageOf(executive, PHONE);
    await skip(page, sessions[0] ?? '');
    await skip(page, sessions[1] ?? '');

    const kind = await mailbox.newest(email, /Would another hour suit you better\?/);
    expect(kind.text).toContain(`Two sessions with ${champion} in a row did not fit. That happens`);
    const link = (label: string) =>
      new RegExp(`${label}: (\\S+/a/[\\w-]{43})`).exec(kind.text ?? '')?.[1] ?? '';
    const [otherHour, rest] = [link('Choose another hour'), link('Take a break')];
    expect(otherHour).not.toBe(rest);

    // A third one in the same row does not bring it again.
    await skip(page, sessions[2] ?? '');
    await page.context().close();

    await reader.goto(rest);
    await reader.getByRole('button', { name: 'Take a break of four weeks' }).waitFor();
    await reader.goto(otherHour);
    await reader.getByRole('heading', { name: `Another usual hour with ${champion}?` }).waitFor();
    expect(await questions(pairing)).toEqual([{ answer: null }]);
    await reader.getByRole('button').first().click();
    await reader.getByRole('heading', { name: / from now on$/ }).waitFor();
    expect(await questions(pairing)).toEqual([{ answer: 'other_hour' }]);

    // The other choice tells how things stand and offers nothing any more.
    await reader.goto(rest);
    await reader.getByRole('heading', { name: 'You chose another hour' }).waitFor();
    expect(await reader.getByRole('button').count()).toBe(0);

    const { rows } = await demo.client.query<{ n: string }>(
      `select count(*) as n from mail_message where kind = 'rhythm_question' and person_id = $1`,
      [executive],
    );
    expect(Number(rows[0]?.n)).toBe(1);
    const usual = await demo.client.query<{ hours: string }>(
      `select count(distinct to_char(local_start, 'ID HH24:MI')) as hours from session
       where pairing_id = $1 and status = 'booked' and starts_at > now() and series_id in
         (select id from series where state = 'active' and occurrence_count > 1)`,
      [pairing],
    );
    expect(Number(usual.rows[0]?.hours)).toBe(1);
  }, 300_000);
});
