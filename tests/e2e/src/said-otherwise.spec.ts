/** Where people have to look: two who say different things about a session, and a session booked in a week kept free later. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { openDemonstration, PHONE, type Demonstration } from './demonstration.js';
import { openMailbox, type Mailbox } from '@flipside/testing';

let demo: Demonstration;
let mailbox: Mailbox;
const windows: BrowserContext[] = [];

beforeAll(async () => {
  mailbox = await openMailbox();
  demo = await openDemonstration({ SMTP_URL: mailbox.url });
}, 600_000);
afterEach(async () => {
  for (const window of windows.splice(0)) await window.close();
});
afterAll(async () => {
  await demo.close();
  await mailbox.close();
});

async function signedIn(personId: string): Promise<Page> {
  const page = await demo.pageOf(personId, PHONE);
  windows.push(page.context());
  return page;
}

interface Booked {
  pairingId: string;
  sessionId: string;
  day: string;
  executiveId: string;
  executive: string;
  executiveEmail: string;
  championId: string;
  champion: string;
  championEmail: string;
}

/** A booked session more than a week ahead, of people who have one pairing each; another one each time. */
const used: string[] = [];
async function aBookedSession(): Promise<Booked> {
  const found = await demo.row<Booked>(
    `select p.id as "pairingId", s.id as "sessionId", to_char(s.local_start, 'YYYY-MM-DD') as day,
       e.id as "executiveId", e.name as executive, e.email as "executiveEmail",
       c.id as "championId", c.name as champion, c.email as "championEmail"
     from pairing p join person e on e.id = p.executive_id join person c on c.id = p.champion_id
     join lateral (select * from session n where n.pairing_id = p.id and n.status = 'booked'
       and n.starts_at > now() + interval '8 days' order by n.starts_at limit 1) s on true
     where p.state = 'active' and not (p.id = any($1::uuid[]))
       and not exists (select from pairing o where o.id <> p.id and o.state = 'active'
         and (o.executive_id = p.executive_id or o.champion_id = p.champion_id))
     order by p.id limit 1`,
    [used],
  );
  used.push(found.pairingId);
  return found;
}

describe('an HR lead decides a dispute', () => {
  it('what one said first stands and is marked; HR decides, both are told, and no word of theirs is read', async () => {
    const session = await aBookedSession();
    const before = mailbox.count();
    // Time passes: the session lies an hour back.
    await demo.rows('update claim set active = false where session_id = $1', [session.sessionId]);
    await demo.rows(
      `update session set starts_at = now() - interval '60 minutes', ends_at = now() - interval '30 minutes' where id = $1`,
      [session.sessionId],
    );
    const SECRET = 'She drafts the board letter alone now';
    const champion = await signedIn(session.championId);
    await champion.goto(`${demo.url}/sessions/${session.sessionId}/log`);
    await champion.getByRole('button', { name: 'We met', exact: true }).tap();
    await champion.getByLabel(/What will .* do differently/).fill(SECRET);
    await champion.getByRole('button', { name: 'Save log' }).tap();
    await champion.getByText(/Saved/).first().waitFor();

    const executive = await signedIn(session.executiveId);
    await executive.goto(demo.url);
    const card = executive
      .locator('div')
      .filter({
        has: executive.getByRole('heading', { name: `Did you meet ${session.champion}?` }),
      })
      .filter({ has: executive.getByRole('button', { name: 'We didn’t' }) })
      .last();
    await card.getByRole('button', { name: 'We didn’t' }).tap();
    await executive.getByText(`${session.champion} said otherwise`).waitFor();

    const lead = await demo.row<{ id: string; name: string }>(
      `select p.id, p.name from role_grant g join person p on p.id = g.person_id where g.role = 'HR_LEAD' order by p.id limit 1`,
    );
    const hr = await signedIn(lead.id);
    await hr.goto(`${demo.url}/rhythm`);
    await hr.getByText('The two said different things about these sessions').waitFor();
    expect(await hr.getByText(SECRET).count()).toBe(0);
    const names = `${session.executive} and ${session.champion}`;
    await hr.getByRole('button', { name: new RegExp(`^It took place: .*${names}`) }).tap();
    await hr.getByText('Decided. Both have been told.').waitFor();
    await hr
      .getByText('The two said different things about these sessions')
      .waitFor({ state: 'detached' });

    const stands = await demo.row<{ status: string; isDisputed: boolean; by: string }>(
      `select s.status, s.is_disputed as "isDisputed", (select e.actor_id from session_event e
         where e.session_id = s.id and e.kind = 'settled') as by from session s where s.id = $1`,
      [session.sessionId],
    );
    expect(stands).toEqual({ status: 'held', isDisputed: false, by: lead.id });
    for (const address of [session.executiveEmail, session.championEmail]) {
      const mail = await mailbox.newest(address, /is recorded as held$/, before);
      expect(mail.text).toContain(`${lead.name} (HR) decided what stands.`);
      expect(mail.text).not.toContain(SECRET);
    }
  }, 180_000);
});

describe('a rest week over a booked session', () => {
  it('moves nothing by itself; the champion sees it at once and moves it in two taps', async () => {
    const session = await aBookedSession();
    const before = mailbox.count();
    const page = await signedIn(session.championId);
    await page.goto(`${demo.url}/load`);
    const { monday } = await demo.row<{ monday: string }>(
      `select to_char(date_trunc('week', $1::date), 'YYYY-MM-DD') as monday`,
      [session.day],
    );
    const month = new Date(`${monday}T12:00:00Z`)
      .toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })
      .slice(0, 3);
    const week = new RegExp(`(?=.*\\b${Number(monday.slice(8))}\\b)(?=.*${month})`);
    const weeks = page.getByRole('group', { name: 'Weeks from' });
    await weeks.getByRole('button', { name: week, pressed: false }).tap();
    await weeks.getByRole('button', { name: week, pressed: true }).waitFor();
    await page.getByText('Booked in time that you keep free').waitFor();
    const stays = await demo.row<{ status: string; day: string }>(
      `select status, to_char(local_start, 'YYYY-MM-DD') as day from session where id = $1`,
      [session.sessionId],
    );
    expect(stays).toEqual({ status: 'booked', day: session.day });

    await page.getByRole('button', { name: new RegExp(`^Move: .*${session.executive}`) }).tap();
    await page.getByRole('group', { name: 'Other times' }).getByRole('button').first().tap();
    await page.getByText(/^Moved to /).waitFor();
    await page.getByText('Booked in time that you keep free').waitFor({ state: 'detached' });
    const moved = await demo.row<{ status: string; isOutside: boolean }>(
      `select status, local_start::date not between $2::date and $2::date + 6 as "isOutside" from session where id = $1`,
      [session.sessionId, monday],
    );
    expect(moved).toEqual({ status: 'booked', isOutside: true });
    const told = await mailbox.newest(session.executiveEmail, /^Moved: /, before);
    expect(told.text).toContain(`Changed by ${session.champion}.`);
  }, 180_000);
});
