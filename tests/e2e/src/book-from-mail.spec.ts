/** An executive books from the mail: two taps, nobody signs in, no script runs. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseDatabaseUrl } from '@flipside/platform-api';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { openMailbox, type Mailbox } from '@flipside/testing';
import { startSystem, type RunningSystem } from './running-system.js';

let system: RunningSystem;
let browser: Browser;
let mailbox: Mailbox;
let client: pg.Client;
let page: Page;

beforeAll(async () => {
  mailbox = await openMailbox();
  system = await startSystem('demo', { SMTP_URL: mailbox.url });
  browser = await openBrowser();
  client = new pg.Client(parseDatabaseUrl(system.databaseUrl));
  await client.connect();
  const window = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  page = await window.newPage();
  page.setDefaultTimeout(90_000);
}, 600_000);
afterAll(async () => {
  await client.end();
  await browser.close();
  await system.stop();
  await mailbox.close();
});

interface Waiting {
  id: string;
  email: string;
  champion: string;
}

/** A pairing of the demonstration company that both have said yes to and that has no session yet. */
async function waiting(): Promise<Waiting> {
  const { rows } = await client.query<Waiting>(
    `select p.id, e.email, c.name as champion from pairing p
     join person e on e.id = p.executive_id join person c on c.id = p.champion_id
     where p.state = 'accepted' and not exists (select 1 from session s where s.pairing_id = p.id and s.status = 'booked')
     order by p.id limit 1`,
  );
  const [found] = rows;
  if (!found) throw new Error('Nobody waits for a first session');
  return found;
}

const bookedOf = async (pairingId: string): Promise<number> => {
  const { rows } = await client.query<{ n: string }>(
    `select count(*) as n from session where pairing_id = $1 and status = 'booked'`,
    [pairingId],
  );
  return Number(rows[0]?.n);
};

describe('booking from the mail', () => {
  it('goes from the offer to an invitation in two taps', async () => {
    const pairing = await waiting();
    await client.query(
      `select graphile_worker.add_job('pairings.accepted', json_build_object('pairingId', $1::text))`,
      [pairing.id],
    );
    const offer = await mailbox.newest(pairing.email, / can do /);
    const links = [...(offer.text ?? '').matchAll(/https?:\/\/\S+\/a\/[\w-]{43}/g)];
    expect(links.length).toBeGreaterThanOrEqual(2);
    const before = mailbox.count();

    await page.goto(links[0]?.[0] ?? '');
    await page.getByRole('heading', { name: new RegExp(`with ${pairing.champion}`) }).waitFor();
    expect(await bookedOf(pairing.id)).toBe(0);
    await page.getByRole('button', { name: /^Book / }).click();

    await page.getByRole('heading', { name: 'Booked' }).waitFor();
    expect(page.url()).toContain('/a/');
    expect(await bookedOf(pairing.id)).toBeGreaterThanOrEqual(3);
    const invitation = await mailbox.newest(pairing.email, /booked|Sessions with/i, before);
    expect(invitation.attachments.some(({ mimeType }) => mimeType === 'text/calendar')).toBe(true);

    await page.goto(links[0]?.[0] ?? '');
    await page.getByText('This link has been used.').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
  }, 180_000);
});
