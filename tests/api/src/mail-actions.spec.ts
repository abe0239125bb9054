/** What can be done from a mail without signing in: over HTTP, with the links as they stand in the mails. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { confirmByMail } from '@flipside/learnings-api';
import { pairingAccepted } from '@flipside/pairings-api';
import { anExecutive, aPairing } from '@flipside/pairings-api/builders';
import { SignIn } from '@flipside/people-api';
import { anAdministrator, aPerson } from '@flipside/people-api/builders';
import { HealSession, SkipSession } from '@flipside/sessions-api';
import { actionLink, enqueue, PLAIN_PAGE_STYLE_HASH } from '@flipside/platform-api';
import { aDelegation, aSession } from '@flipside/sessions-api/builders';
import { testApp, type TestApp } from './test-app.js';

const MONDAY = '2027-01-11T08:00:00Z';
const BASE = 'http://localhost:4173';

let app: TestApp;
let helen: string;
let priya: string;
let pairingId: string;

beforeAll(async () => {
  app = await testApp({ now: MONDAY });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(MONDAY);
  helen = (await anExecutive(app.db, { person: { name: 'Helen Ward' } })).id;
  priya = (await aPerson(app.db, { name: 'Priya Nair' })).id;
  await aChampion(app.db, { personId: priya });
  pairingId = (await aPairing(app.db, { executiveId: helen, championId: priya, state: 'accepted' }))
    .id;
});

const textOf = async (personId: string, kind: string): Promise<string> =>
  (
    await app.db.one<{ text: string }>(
      `select body_text as text from mail_message where person_id = $1 and kind = $2 order by id desc limit 1`,
      [personId, kind],
    )
  )?.text ?? '';

/** The offer mail's links in order: up to three times, then "I can't this fortnight". */
async function offerLinks(reader = helen): Promise<string[]> {
  await app.db.transaction((tx) => enqueue(tx, pairingAccepted, { pairingId }));
  await app.drain();
  return linksIn(await textOf(reader, 'session_options'));
}

const linksIn = (text: string): string[] =>
  [...text.matchAll(/\/a\/[\w-]{43}/g)].map(([path]) => path);

const open = (url: string, method: 'GET' | 'HEAD' = 'GET') => app.inject({ method, url });

const press = (url: string, choice: string, key: string = randomUUID()) =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: BASE,
      host: 'localhost:4173',
    },
    payload: new URLSearchParams({ choice, key }).toString(),
  });

/** Values of the buttons on a page, in order. */
const choicesOf = (html: string): string[] =>
  [...html.matchAll(/name="choice" value="([^"]*)"/g)].map(([, value]) => value ?? '');

const headingOf = (html: string): string => /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '';

const sessionsOf = (): Promise<{ id: string; status: string; startsAt: Date }[]> =>
  app.db.rows(
    `select id, status, starts_at as "startsAt" from session where pairing_id = $1 order by starts_at`,
    [pairingId],
  );

/** Everything that an action could change. */
const everything = (): Promise<unknown> =>
  app.db.one(
    `select (select count(*) from session) as sessions, (select count(*) from mail_message) as mails,
       (select count(*) from session_event) as events, (select count(*) from action_link where used_at is not null) as used,
       (select sum(version) from session) as versions, (select count(*) from session_confirmation) as confirmed,
       (select count(*) from graphile_worker.jobs) as jobs`,
  );

describe('an offer mail', () => {
  it('names three times in its subject and links each, and one link for none of them', async () => {
    const links = await offerLinks();
    expect(links).toHaveLength(4);
    const text = await textOf(helen, 'session_options');
    expect(text).toMatch(/^Priya Nair can do \w{3} \d+:\d\d, \w{3} \d+:\d\d or \w{3} \d+:\d\d\n/);
    expect(text).toContain('I can’t this fortnight: ');
  });

  it('books from the mail in two taps, without signing in', async () => {
    const [first = ''] = await offerLinks();
    const page = await open(first);
    expect(page.status).toBe(200);
    expect(headingOf(page.body)).toMatch(/with Priya Nair\?$/);
    expect(page.body).toContain('First session: ');
    const [choice = ''] = choicesOf(page.body);
    const done = await press(first, choice);
    expect(headingOf(done.body)).toBe('Booked');
    expect((await sessionsOf()).map(({ status }) => status)).toContain('booked');
  });

  it('65. a link opened by GET 20 times (scanner) changes nothing; POST once changes once', async () => {
    const links = await offerLinks();
    const before = await everything();
    for (let n = 0; n < 20; n++) {
      const link = links[n % links.length] ?? '';
      expect((await open(link, n % 5 ? 'GET' : 'HEAD')).status).toBe(200);
    }
    expect(await everything()).toEqual(before);
    const [first = ''] = links;
    const [choice = ''] = choicesOf((await open(first)).body);
    await Promise.all([press(first, choice), press(first, choice), press(first, choice)]);
    const booked = await sessionsOf();
    const again = await press(first, choice);
    expect(again.body).toContain('This link has been used.');
    expect(await sessionsOf()).toEqual(booked);
    const series = await app.db.rows(`select 1 from series where pairing_id = $1`, [pairingId]);
    expect(series).toHaveLength(1);
  }, 60_000);

  it('a used or overtaken link tells how things stand and offers nothing to press', async () => {
    const [first = '', second = ''] = await offerLinks();
    await press(first, choicesOf((await open(first)).body)[0] ?? '');
    for (const link of [first, second]) {
      const { body } = await open(link);
      expect(headingOf(body)).toBe('Your sessions with Priya Nair are booked');
      expect(body).toContain('Next session: ');
      expect(choicesOf(body)).toEqual([]);
    }
  });

  it('49. a link of somebody who has left is dead: it tells nothing and does nothing', async () => {
    const [first = ''] = await offerLinks();
    const [choice = ''] = choicesOf((await open(first)).body);
    await app.db.rows(`update person set leave_on = '2027-01-10' where id = $1`, [helen]);
    const page = await open(first);
    expect(page.status).toBe(404);
    expect(page.body).not.toContain('Priya');
    expect((await press(first, choice)).status).toBe(404);
    expect(await sessionsOf()).toEqual([]);
  });

  it('shows the next three times when the one in the mail was just taken', async () => {
    const [first = ''] = await offerLinks();
    const page = await open(first);
    const wanted = choicesOf(page.body)[0] ?? '';
    const other = await aPairing(app.db, { championId: priya, state: 'active' });
    await aSession(app.db, { pairingId: other.id, startsAt: new Date(`${wanted}:00Z`) });
    const taken = await press(first, wanted);
    expect(taken.status).toBe(409);
    expect(headingOf(taken.body)).toBe('That time was just taken. Choose another one.');
    const next = choicesOf(taken.body);
    expect(next).toHaveLength(3);
    expect(next).not.toContain(wanted);
    expect(headingOf((await press(first, next[0] ?? '')).body)).toBe('Booked');
  });

  it('"I can’t this fortnight" tells the champion once and brings new times when it is over', async () => {
    const links = await offerLinks();
    const wait = links.at(-1) ?? '';
    const page = await open(wait);
    expect(headingOf(page.body)).toBe('Not this fortnight?');
    await press(wait, 'wait');
    expect((await press(wait, 'wait')).body).toContain('This link has been used.');
    const told = await app.db.rows(
      `select subject from mail_message where person_id = $1 and kind = 'waiting'`,
      [priya],
    );
    expect(told).toEqual([{ subject: 'Helen Ward can’t this fortnight' }]);
    const [again] = await app.db.rows<{ run_at: Date }>(
      `select run_at from graphile_worker.jobs where key = $1`,
      [`offer-again:${pairingId}`],
    );
    const days = ((again?.run_at.getTime() ?? 0) - new Date(MONDAY).getTime()) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(12);
    expect(days).toBeLessThanOrEqual(14);
  });

  it('goes to the assistant too, who books for the executive', async () => {
    const kim = await aPerson(app.db, { name: 'Kim Lee' });
    await aDelegation(app.db, { principalId: helen, delegateId: kim.id });
    const [first = ''] = await offerLinks(kim.id);
    const page = await open(first);
    expect(headingOf(page.body)).toMatch(/with Priya Nair for Helen Ward\?$/);
    await press(first, choicesOf(page.body)[0] ?? '');
    const by = await app.db.one(
      `select distinct actor_id as actor, on_behalf_of as "for" from session_event e join session s on s.id = e.session_id where s.pairing_id = $1`,
      [pairingId],
    );
    expect(by).toEqual({ actor: kim.id, for: helen });
    const copy = await app.db.one<{ ical: string | null; subject: string }>(
      `select ical, subject from mail_message where person_id = $1 and kind = 'delegate_copy'`,
      [kim.id],
    );
    expect(copy?.ical).toBeNull();
    expect(copy?.subject).toMatch(/^For Helen Ward: /);
  });
});

describe('a link to one session', () => {
  async function changeLink(): Promise<string> {
    const [first = ''] = await offerLinks();
    await press(first, choicesOf((await open(first)).body)[0] ?? '');
    return linksIn(await textOf(helen, 'invitation'))[0] ?? '';
  }

  it('66. of a moved session shows the new time', async () => {
    const link = await changeLink();
    const page = await open(link);
    const move = choicesOf(page.body).find((choice) => choice !== 'skip') ?? '';
    expect(headingOf((await press(link, move)).body)).toBe('Moved');
    const [session] = await sessionsOf();
    expect(session?.startsAt.toISOString()).toBe(new Date(move).toISOString());
    const later = await open(link);
    const hour = new Date(move).toISOString().slice(11, 16).replace(/^0/, '');
    expect(later.body).toContain(hour);
    expect(choicesOf(later.body)).toEqual([]);
  });

  it('skips it once; the next one stays', async () => {
    const link = await changeLink();
    expect(headingOf((await press(link, 'skip')).body)).toBe('Skipped');
    expect(headingOf((await open(link)).body)).toBe('This session is skipped');
    const [first, second] = await sessionsOf();
    expect([first?.status, second?.status]).toEqual(['skipped', 'booked']);
  });

  it('takes nothing that the page does not offer', async () => {
    const link = await changeLink();
    const before = await sessionsOf();
    for (const choice of ['cancel', '2027-01-12T03:00:00.000Z', 'constructor', '']) {
      expect((await press(link, choice)).status).toBe(409);
    }
    expect(await sessionsOf()).toEqual(before);
  });
});

describe('the kind message after two sessions were called off in a row', () => {
  /** Skips twice as the executive, lets the healing look after it, and answers the links of the message. */
  async function kindLinks(): Promise<{ hour: string; rest: string }> {
    const [first = ''] = await offerLinks();
    await press(first, choicesOf((await open(first)).body)[0] ?? '');
    const skip = app.nest.get(SkipSession, { strict: false });
    const helenNow = await app.nest.get(SignIn, { strict: false }).viewerById(helen);
    if (!helenNow) throw new Error('Nobody there');
    const sessions = await sessionsOf();
    for (const session of sessions.slice(0, 2)) {
      expect((await skip.run(helenNow, { sessionId: session.id })).ok).toBe(true);
      for (let n = 0; n < 2; n++)
        await app.nest.get(HealSession, { strict: false }).handle({ sessionId: session.id });
    }
    const sent = await app.db.rows<{ text: string }>(
      `select body_text as text from mail_message where person_id = $1 and kind = 'rhythm_question'`,
      [helen],
    );
    expect(sent).toHaveLength(1);
    const [hour = '', rest = ''] = linksIn(sent[0]?.text ?? '');
    expect(hour).not.toBe(rest);
    return { hour, rest };
  }
  const pairingNow = () =>
    app.db.one(
      `select p.state, q.answer from pairing p left join rhythm_question q on q.pairing_id = p.id where p.id = $1`,
      [pairingId],
    );

  it('gives a break of four weeks in two taps, and then offers nothing else', async () => {
    const { hour, rest } = await kindLinks();
    expect(choicesOf((await open(rest)).body)).toEqual(['pause', 'keep']);
    expect(await pairingNow()).toEqual({ state: 'active', answer: null });
    expect((await press(rest, 'nonsense')).status).toBe(409);
    expect(headingOf((await press(rest, 'pause')).body)).toBe('A break of four weeks');
    expect(await pairingNow()).toEqual({ state: 'paused', answer: 'pause' });
    for (const link of [hour, rest]) {
      const { body } = await open(link);
      expect(headingOf(body)).toBe('You took a break');
      expect(choicesOf(body)).toEqual([]);
    }
  });

  it('moves the coming sessions to another usual hour in two taps', async () => {
    const { hour, rest } = await kindLinks();
    const [choice = '', ...more] = choicesOf((await open(hour)).body);
    expect(more.length).toBeGreaterThanOrEqual(1);
    const done = await press(hour, choice);
    expect(headingOf(done.body)).toMatch(/^\w+day at \d+:\d\d from now on$/);
    expect(await pairingNow()).toEqual({ state: 'active', answer: 'other_hour' });
    const [next] = (await sessionsOf()).filter(
      ({ status, startsAt }) => status === 'booked' && startsAt > app.clock.now(),
    );
    expect(next?.startsAt.toISOString()).toBe(choice);
    expect(headingOf((await open(rest)).body)).toBe('You chose another hour');
  });

  it('is nothing to anybody else, and changes nothing when it is kept as it is', async () => {
    const { hour } = await kindLinks();
    await app.db.rows(`update action_link set person_id = $2 where person_id = $1 returning id`, [
      helen,
      priya,
    ]);
    expect((await open(hour)).status).toBe(404);
    await app.db.rows(`update action_link set person_id = $2 where person_id = $1 returning id`, [
      priya,
      helen,
    ]);
    const before = await sessionsOf();
    expect(headingOf((await press(hour, 'keep')).body)).toBe('Everything stays as it is');
    expect(await sessionsOf()).toEqual(before);
    expect(await pairingNow()).toEqual({ state: 'active', answer: 'keep' });
  });
});

describe('a link that asks "did you meet?"', () => {
  const linkFor = async (personId: string, sessionId: string): Promise<string> =>
    linksIn(
      await app.db.transaction((tx) =>
        actionLink(
          tx,
          { baseUrl: BASE },
          { action: confirmByMail, personId, subject: { sessionId }, now: app.clock.now() },
        ),
      ),
    )[0] ?? '';

  it('records the executive’s answer, once, and thanks', async () => {
    const { id } = await aSession(app.db, { pairingId, startsAt: '2027-01-11T06:00:00Z' });
    const link = await linkFor(helen, id);
    expect(headingOf((await open(link)).body)).toBe('Did you meet Priya Nair?');
    expect(headingOf((await press(link, 'met')).body)).toBe('Thank you');
    expect(await sessionsOf()).toMatchObject([{ status: 'held' }]);
    await press(link, 'not_met');
    expect(await sessionsOf()).toMatchObject([{ status: 'held' }]);
  });

  it('is nothing to a champion', async () => {
    const { id } = await aSession(app.db, { pairingId, startsAt: '2027-01-11T06:00:00Z' });
    expect((await open(await linkFor(priya, id))).status).toBe(404);
  });
});

describe('every page behind a link', () => {
  it('needs no script, is under 30 kB, styled by hash, kept by nobody', async () => {
    const [first = ''] = await offerLinks();
    const { body, headers } = await open(first);
    expect(body).not.toMatch(/<script|javascript:|\son\w+=/i);
    expect(Buffer.byteLength(body)).toBeLessThan(30_000);
    expect(String(headers['content-security-policy'])).toContain(PLAIN_PAGE_STYLE_HASH);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  });

  it('is the same for an unknown, a malformed and a leaver’s link', async () => {
    const [first = ''] = await offerLinks();
    await app.db.rows(`update person set leave_on = '2027-01-01' where id = $1`, [helen]);
    const bodies = await Promise.all(
      [first, `/a/${'x'.repeat(43)}`, '/a/nonsense'].map(async (url) => {
        const { status, body } = await open(url);
        expect(status).toBe(404);
        return body;
      }),
    );
    expect(new Set(bodies).size).toBe(1);
    expect((await press(first, '2027-01-12T10:00')).status).toBe(404);
    expect(await sessionsOf()).toEqual([]);
  });

  it('too old changes nothing any more', async () => {
    const [first = ''] = await offerLinks();
    const [choice = ''] = choicesOf((await open(first)).body);
    app.clock.set('2027-02-20T08:00:00Z');
    expect((await press(first, choice)).body).toContain('This link is too old');
    expect(await sessionsOf()).toEqual([]);
  });

  it('is pressed from our own page only', async () => {
    const [first = ''] = await offerLinks();
    const foreign = await app.inject({
      method: 'POST',
      url: first,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://evil.example',
      },
      payload: 'choice=wait',
    });
    expect(foreign.status).toBe(403);
  });

  it('slows down who hammers at one of them, and nobody else', async () => {
    const [first = '', second = ''] = await offerLinks();
    const pressed = [];
    for (let n = 0; n < 12; n++) pressed.push((await press(first, 'nonsense')).status);
    expect(pressed.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 409));
    expect(pressed.slice(10)).toEqual([429, 429]);
    const opened = [];
    for (let n = 0; n < 62; n++) opened.push((await open(first)).status);
    expect(opened.at(0)).toBe(200);
    expect(opened.at(-1)).toBe(429);
    expect((await open(second)).status).toBe(200);
    app.clock.set('2027-01-11T08:01:00Z');
    expect((await open(first)).status).toBe(200);
  });

  it('has a link that the outbox shows without its token', async () => {
    await offerLinks();
    const administrator = await anAdministrator(app.db);
    const { data } = await app.gql(
      '{ mailMessages(first: 50) { edges { node { kind text } } } }',
      {},
      { as: administrator.id },
    );
    expect(JSON.stringify(data)).toContain('/a/…');
    expect(JSON.stringify(data)).not.toMatch(/\/a\/[\w-]{43}/);
  });
});
