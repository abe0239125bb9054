/** The fortnight from the screens: booked, moved, looked after, repaired and ended, with what the mails and records say. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { openDemonstration, PHONE, type Demonstration } from './demonstration.js';
import { openMailbox, type Mailbox } from '@flipside/testing';

let demo: Demonstration;
let mailbox: Mailbox;
let window: BrowserContext | undefined;

beforeAll(async () => {
  mailbox = await openMailbox();
  demo = await openDemonstration({ SMTP_URL: mailbox.url });
}, 600_000);
afterEach(() => window?.close());
afterAll(async () => {
  await demo.close();
  await mailbox.close();
});

/** Waits until the database says so; background work takes a moment. */
async function until<T>(read: () => Promise<T[]>): Promise<T> {
  const last = Date.now() + 120_000;
  for (;;) {
    const [found] = await read();
    if (found) return found;
    if (Date.now() > last) throw new Error(`Nothing came of ${String(read)}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** The window is closed after each journey. */
async function signedIn(personId: string): Promise<Page> {
  const page = await demo.pageOf(personId, PHONE);
  window = page.context();
  return page;
}

interface Coming {
  pairingId: string;
  sessionId: string;
  startsAt: Date;
  recurrence: string;
  version: number;
  day: string;
  executiveId: string;
  executive: string;
  executiveEmail: string;
  championId: string;
  champion: string;
  championEmail: string;
}

/** A pairing whose next session is well ahead of the end of its fortnight, or one of these people's. Each journey takes another one. */
const used: string[] = [];
async function aComingSession(ofExecutives: readonly string[] = []): Promise<Coming> {
  const found = await demo.row<Coming>(
    `select p.id as "pairingId", s.id as "sessionId", s.starts_at as "startsAt", s.recurrence_local::text as recurrence, s.version,
       to_char(s.local_start, 'YYYY-MM-DD') as day, e.id as "executiveId", e.name as executive, e.email as "executiveEmail",
       c.id as "championId", c.name as champion, c.email as "championEmail"
     from pairing p join person e on e.id = p.executive_id join person c on c.id = p.champion_id
     join lateral (select * from session n where n.pairing_id = p.id and n.status = 'booked' and n.starts_at > now()
       order by n.starts_at limit 1) s on true
     where p.state = 'active' and not (p.id = any($1::uuid[]))
       and case when cardinality($2::uuid[]) > 0 then p.executive_id = any($2)
         else s.starts_at > now() + interval '40 hours'
           and (s.local_start::date - p.anchor_on) % p.cadence_days <= p.cadence_days - 6 end
       and not exists (select from pairing o where o.id <> p.id and o.state = 'active' and o.executive_id = p.executive_id)
       and (select count(*) from session n where n.pairing_id = p.id and n.status = 'booked' and n.starts_at > now()) >= 2
     order by p.id limit 1`,
    [used, ofExecutives],
  );
  used.push(found.pairingId);
  return found;
}

const calendarOf = async (address: string, fits: RegExp, after: number): Promise<string> => {
  const mail = await mailbox.newest(address, fits, after);
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (!part) throw new Error(`The mail ${mail.subject ?? ''} has no calendar part`);
  const { content } = part;
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
};

describe('book from home', () => {
  it('takes one tap; both get an invitation', async () => {
    const pairing = await demo.row<{
      id: string;
      executiveId: string;
      email: string;
      other: string;
    }>(
      `select p.id, e.id as "executiveId", e.email, c.email as other
       from pairing p join person e on e.id = p.executive_id join person c on c.id = p.champion_id
       where p.state = 'accepted' and not exists (select 1 from session s where s.pairing_id = p.id and s.status = 'booked')
       order by p.id limit 1`,
    );
    const before = mailbox.count();
    const page = await signedIn(pairing.executiveId);
    await page.goto(demo.url);
    const times = page.getByRole('group', { name: 'Times that suit both' }).getByRole('button');
    await times.first().tap();
    await page.getByText(/^Booked\./).waitFor();

    const sessions = await demo.rows<{ status: string; by: string }>(
      `select s.status, (select e.actor_id from session_event e where e.session_id = s.id and e.kind = 'booked') as by
       from session s where s.pairing_id = $1 and s.status = 'booked'`,
      [pairing.id],
    );
    expect(sessions.length).toBeGreaterThanOrEqual(3);
    expect(new Set(sessions.map(({ by }) => by))).toEqual(new Set([pairing.executiveId]));
    const claims = await demo.rows(
      `select 1 from claim c join session s on s.id = c.session_id where s.pairing_id = $1 and c.kind = 'firm'`,
      [pairing.id],
    );
    expect(claims).toHaveLength(sessions.length * 2);
    for (const address of [pairing.email, pairing.other]) {
      const calendar = await calendarOf(address, /Sessions with/, before);
      expect(calendar).toContain('METHOD:REQUEST');
      expect(calendar).toContain('RRULE:FREQ=WEEKLY');
    }
  }, 120_000);
});

describe('move', () => {
  it('takes two taps from home; the session keeps its identity, both calendars change', async () => {
    const coming = await aComingSession();
    const before = mailbox.count();
    const page = await signedIn(coming.executiveId);
    await page.goto(demo.url);
    await page.getByRole('button', { name: 'Move', exact: true }).first().tap();
    const times = page.getByRole('group', { name: 'Other times' }).getByRole('button');
    await times.nth(1).tap();
    await page.getByText(/^Moved to /).waitFor();

    const moved = await demo.row<{
      startsAt: Date;
      recurrence: string;
      status: string;
      moves: number;
    }>(
      `select starts_at as "startsAt", recurrence_local::text as recurrence, status, move_count as moves from session where id = $1`,
      [coming.sessionId],
    );
    expect(moved.startsAt).not.toEqual(coming.startsAt);
    expect(moved).toMatchObject({ recurrence: coming.recurrence, status: 'booked', moves: 1 });
    for (const address of [coming.executiveEmail, coming.championEmail]) {
      const calendar = await calendarOf(address, /^Moved: /, before);
      expect(calendar).toContain('METHOD:REQUEST');
      expect(calendar).toContain('RECURRENCE-ID;TZID=');
    }
  }, 120_000);
});

describe('assistant moves', () => {
  it('from the inbox; every record and mail says by whom and for whom', async () => {
    const assistant = await demo.row<{ id: string; name: string; principals: string[] }>(
      `select a.id, a.name, array_agg(d.principal_id) as principals from delegation d join person a on a.id = d.delegate_id
       where d.valid_to > current_date and 'move' = any(d.scopes) group by a.id, a.name order by count(*) desc, a.id limit 1`,
    );
    const coming = await aComingSession(assistant.principals);
    const before = mailbox.count();
    const page = await signedIn(assistant.id);
    await page.goto(`${demo.url}/looked-after?for=${coming.executiveId}`);
    await page.locator(`a[href="/sessions/${coming.sessionId}"]`).tap();
    await page.getByText(`You look after this for ${coming.executive}.`).waitFor();
    await page.getByRole('button', { name: 'Move', exact: true }).tap();
    await page.getByRole('group', { name: 'Other times' }).getByRole('button').first().tap();
    const doneFor = `Moved by ${assistant.name} for ${coming.executive}`;
    await page.getByText(doneFor).waitFor();
    // No word of the two is on the page of somebody who looks after times.
    expect(await page.getByRole('heading', { name: /note/i }).count()).toBe(0);

    const event = await demo.row<{ actor: string; for: string }>(
      `select actor_id as actor, on_behalf_of as "for" from session_event where session_id = $1 and kind = 'moved'`,
      [coming.sessionId],
    );
    expect(event).toEqual({ actor: assistant.id, for: coming.executiveId });
    const told = await mailbox.newest(coming.championEmail, /^Moved: /, before);
    expect(told.text).toContain(`Changed by ${assistant.name} for ${coming.executive}.`);
  }, 120_000);
});

describe('champion out of office', () => {
  it('the covered session is left out, and another time in its fortnight is held and offered', async () => {
    const coming = await aComingSession();
    const before = mailbox.count();
    const page = await signedIn(coming.championId);
    await page.goto(`${demo.url}/me/availability`);
    await page.getByLabel('First day away').fill(coming.day);
    await page.getByRole('button', { name: 'Add days away' }).tap();
    await page.getByText(/^Noted\. Booked sessions/).waitFor();

    const skipped = await until(() =>
      demo.rows<{ reason: string }>(
        `select status_reason as reason from session where id = $1 and status = 'skipped'`,
        [coming.sessionId],
      ),
    );
    expect(skipped.reason).toBe('champion_away');
    const calendar = await calendarOf(coming.executiveEmail, /^Skipped: /, before);
    expect(calendar).toContain('METHOD:CANCEL');
    const held = await until(() =>
      demo.rows<{ id: string; day: string }>(
        `select h.id, to_char(h.local_start, 'YYYY-MM-DD') as day from session h join session_offer o on o.id = h.offer_id
         where o.about_session_id = $1 and o.state = 'open' and h.status = 'offered'`,
        [coming.sessionId],
      ),
    );
    expect(held.day).not.toBe(coming.day);
    const offer = await mailbox.newest(coming.executiveEmail, /^Held for both: /m, before);
    const link = /https?:\/\/\S+\/a\/[\w-]{43}/.exec(offer.text ?? '')?.[0] ?? '';

    // One tap from the mail, without signing in.
    const outside = await demo.browser.newContext({ ...PHONE, javaScriptEnabled: false });
    const visit = await outside.newPage();
    await visit.goto(link);
    await visit.getByRole('button', { name: /^Take / }).tap();
    await visit.getByRole('heading', { name: 'Booked' }).waitFor();
    await outside.close();
    const [booked] = await demo.rows<{ status: string }>(
      'select status from session where id = $1',
      [held.id],
    );
    expect(booked?.status).toBe('booked');
  }, 120_000);
});

describe('pairing ends', () => {
  it('what was to come leaves both calendars, what was stays', async () => {
    const coming = await aComingSession();
    const counted = () =>
      demo.row<{ past: number; ahead: number; claims: number }>(
        `select count(*) filter (where s.starts_at <= now() and s.status <> 'cancelled') as past,
           count(*) filter (where s.starts_at > now() and s.status = 'booked') as ahead,
           count(c.id) filter (where s.starts_at > now()) as claims
         from session s left join claim c on c.session_id = s.id and c.person_id = $2 where s.pairing_id = $1`,
        [coming.pairingId, coming.championId],
      );
    const was = await counted();
    const before = mailbox.count();
    const page = await signedIn(coming.executiveId);
    await page.goto(`${demo.url}/pairings/${coming.pairingId}`);
    await page.getByRole('button', { name: 'End this pairing…' }).tap();
    await page.getByRole('button', { name: 'End quietly' }).tap();
    await page.getByText('Ended.').first().waitFor();

    await until(() =>
      demo.rows(
        `select 1 from pairing p where p.id = $1 and p.state = 'ended_early'
           and not exists (select 1 from session s where s.pairing_id = p.id and s.status = 'booked' and s.starts_at > now())`,
        [coming.pairingId],
      ),
    );
    expect(was.ahead).toBeGreaterThan(0);
    expect(await counted()).toEqual({ past: was.past, ahead: 0, claims: 0 });
    for (const [address, other] of [
      [coming.executiveEmail, coming.champion],
      [coming.championEmail, coming.executive],
    ] as const) {
      const mail = await mailbox.newest(address, /^Sessions with .* end$/, before);
      expect(mail.subject).toBe(`Sessions with ${other} end`);
      expect(mail.attachments.some(({ mimeType }) => mimeType === 'text/calendar')).toBe(true);
    }
  }, 120_000);
});
