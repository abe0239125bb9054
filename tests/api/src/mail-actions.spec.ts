/** What can be done from a mail without signing in: over HTTP, with the links as they stand in the mails. */
import { describe, expect, it } from '@jest/globals';
import { confirmByMail } from '@flipside/learnings-api';
import { aPairing } from '@flipside/pairings-api/builders';
import { anAdministrator, aPerson } from '@flipside/people-api/builders';
import { HealSession, SkipSession } from '@flipside/sessions-api';
import { actionLink, PLAIN_PAGE_STYLE_HASH } from '@flipside/platform-api';
import { aDelegation, aSession } from '@flipside/sessions-api/builders';
import {
  BASE,
  choicesOf,
  headingOf,
  linksIn,
  mailActionSetting,
  MONDAY,
} from './mail-action-setting.js';

const t = mailActionSetting();

describe('an offer mail', () => {
  it('names three times in its subject and links each, and one link for none of them', async () => {
    const links = await t.offerLinks();
    expect(links).toHaveLength(4);
    const text = await t.textOf(t.helen, 'session_options');
    expect(text).toMatch(/^Priya Nair can do \w{3} \d+:\d\d, \w{3} \d+:\d\d or \w{3} \d+:\d\d\n/);
    expect(text).toContain('I can’t this fortnight: ');
  });

  it('books from the mail in two taps, without signing in', async () => {
    const [first = ''] = await t.offerLinks();
    const page = await t.open(first);
    expect(page.status).toBe(200);
    expect(headingOf(page.body)).toMatch(/with Priya Nair\?$/);
    expect(page.body).toContain('First session: ');
    const [choice = ''] = choicesOf(page.body);
    const done = await t.press(first, choice);
    expect(headingOf(done.body)).toBe('Booked');
    expect((await t.sessionsOf()).map(({ status }) => status)).toContain('booked');
  });

  it('a used or overtaken link tells how things stand and offers nothing to press', async () => {
    const [first = '', second = ''] = await t.offerLinks();
    await t.press(first, choicesOf((await t.open(first)).body)[0] ?? '');
    for (const link of [first, second]) {
      const { body } = await t.open(link);
      expect(headingOf(body)).toBe('Your sessions with Priya Nair are booked');
      expect(body).toContain('Next session: ');
      expect(choicesOf(body)).toEqual([]);
    }
  });

  it('49. a link of somebody who has left is dead: it tells nothing and does nothing', async () => {
    const [first = ''] = await t.offerLinks();
    const [choice = ''] = choicesOf((await t.open(first)).body);
    await t.app.db.rows(`update person set leave_on = '2027-01-10' where id = $1`, [t.helen]);
    const page = await t.open(first);
    expect(page.status).toBe(404);
    expect(page.body).not.toContain('Priya');
    expect((await t.press(first, choice)).status).toBe(404);
    expect(await t.sessionsOf()).toEqual([]);
  });

  it('shows the next three times when the one in the mail was just taken', async () => {
    const [first = ''] = await t.offerLinks();
    const page = await t.open(first);
    const wanted = choicesOf(page.body)[0] ?? '';
    const other = await aPairing(t.app.db, { championId: t.priya, state: 'active' });
    await aSession(t.app.db, { pairingId: other.id, startsAt: new Date(`${wanted}:00Z`) });
    const taken = await t.press(first, wanted);
    expect(taken.status).toBe(409);
    expect(headingOf(taken.body)).toBe('That time was just taken. Choose another one.');
    const next = choicesOf(taken.body);
    expect(next).toHaveLength(3);
    expect(next).not.toContain(wanted);
    expect(headingOf((await t.press(first, next[0] ?? '')).body)).toBe('Booked');
  });

  it('"I can’t this fortnight" tells the champion once and brings new times when it is over', async () => {
    const links = await t.offerLinks();
    const wait = links.at(-1) ?? '';
    const page = await t.open(wait);
    expect(headingOf(page.body)).toBe('Not this fortnight?');
    await t.press(wait, 'wait');
    expect((await t.press(wait, 'wait')).body).toContain('This link has been used.');
    const told = await t.app.db.rows(
      `select subject from mail_message where person_id = $1 and kind = 'waiting'`,
      [t.priya],
    );
    expect(told).toEqual([{ subject: 'Helen Ward can’t this fortnight' }]);
    const [again] = await t.app.db.rows<{ run_at: Date }>(
      `select run_at from graphile_worker.jobs where key = $1`,
      [`offer-again:${t.pairingId}`],
    );
    const days = ((again?.run_at.getTime() ?? 0) - new Date(MONDAY).getTime()) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(12);
    expect(days).toBeLessThanOrEqual(14);
  });

  it('goes to the assistant too, who books for the executive', async () => {
    const kim = await aPerson(t.app.db, { name: 'Kim Lee' });
    await aDelegation(t.app.db, { principalId: t.helen, delegateId: kim.id });
    const [first = ''] = await t.offerLinks(kim.id);
    const page = await t.open(first);
    expect(headingOf(page.body)).toMatch(/with Priya Nair for Helen Ward\?$/);
    await t.press(first, choicesOf(page.body)[0] ?? '');
    const by = await t.app.db.one(
      `select distinct actor_id as actor, on_behalf_of as "for" from session_event e join session s on s.id = e.session_id where s.pairing_id = $1`,
      [t.pairingId],
    );
    expect(by).toEqual({ actor: kim.id, for: t.helen });
    const copy = await t.app.db.one<{ ical: string | null; subject: string }>(
      `select ical, subject from mail_message where person_id = $1 and kind = 'delegate_copy'`,
      [kim.id],
    );
    expect(copy?.ical).toBeNull();
    expect(copy?.subject).toMatch(/^For Helen Ward: /);
  });
});

describe('a link to one session', () => {
  it('skips it once; the next one stays', async () => {
    const link = await t.bookedByMail();
    expect(headingOf((await t.press(link, 'skip')).body)).toBe('Skipped');
    expect(headingOf((await t.open(link)).body)).toBe('This session is skipped');
    const [first, second] = await t.sessionsOf();
    expect([first?.status, second?.status]).toEqual(['skipped', 'booked']);
  });

  it('takes nothing that the page does not offer', async () => {
    const link = await t.bookedByMail();
    const before = await t.sessionsOf();
    for (const choice of ['cancel', '2027-01-12T03:00:00.000Z', 'constructor', '']) {
      expect((await t.press(link, choice)).status).toBe(409);
    }
    expect(await t.sessionsOf()).toEqual(before);
  });
});

describe('the kind message after two sessions were called off in a row', () => {
  /** Skips twice as the executive, lets the healing look after it, and answers the links of the message. */
  async function kindLinks(): Promise<{ hour: string; rest: string }> {
    await t.bookedByMail();
    const skip = t.app.nest.get(SkipSession, { strict: false });
    const helenNow = await t.viewer(t.helen);
    const sessions = await t.sessionsOf();
    for (const session of sessions.slice(0, 2)) {
      expect((await skip.run(helenNow, { sessionId: session.id })).ok).toBe(true);
      for (let n = 0; n < 2; n++)
        await t.app.nest.get(HealSession, { strict: false }).handle({ sessionId: session.id });
    }
    const sent = await t.app.db.rows<{ text: string }>(
      `select body_text as text from mail_message where person_id = $1 and kind = 'rhythm_question'`,
      [t.helen],
    );
    expect(sent).toHaveLength(1);
    const [hour = '', rest = ''] = linksIn(sent[0]?.text ?? '');
    expect(hour).not.toBe(rest);
    return { hour, rest };
  }
  const pairingNow = () =>
    t.app.db.one(
      `select p.state, q.answer from pairing p left join rhythm_question q on q.pairing_id = p.id where p.id = $1`,
      [t.pairingId],
    );

  it('gives a break of four weeks in two taps, and then offers nothing else', async () => {
    const { hour, rest } = await kindLinks();
    expect(choicesOf((await t.open(rest)).body)).toEqual(['pause', 'keep']);
    expect(await pairingNow()).toEqual({ state: 'active', answer: null });
    expect((await t.press(rest, 'nonsense')).status).toBe(409);
    expect(headingOf((await t.press(rest, 'pause')).body)).toBe('A break of four weeks');
    expect(await pairingNow()).toEqual({ state: 'paused', answer: 'pause' });
    for (const link of [hour, rest]) {
      const { body } = await t.open(link);
      expect(headingOf(body)).toBe('You took a break');
      expect(choicesOf(body)).toEqual([]);
    }
  });

  it('moves the coming sessions to another usual hour in two taps', async () => {
    const { hour, rest } = await kindLinks();
    const [choice = '', ...more] = choicesOf((await t.open(hour)).body);
    expect(more.length).toBeGreaterThanOrEqual(1);
    const done = await t.press(hour, choice);
    expect(headingOf(done.body)).toMatch(/^\w+day at \d+:\d\d from now on$/);
    expect(await pairingNow()).toEqual({ state: 'active', answer: 'other_hour' });
    const [next] = (await t.sessionsOf()).filter(
      ({ status, startsAt }) => status === 'booked' && startsAt > t.app.clock.now(),
    );
    expect(next?.startsAt.toISOString()).toBe(choice);
    expect(headingOf((await t.open(rest)).body)).toBe('You chose another hour');
  });

  it('is nothing to anybody else, and changes nothing when it is kept as it is', async () => {
    const { hour } = await kindLinks();
    await t.app.db.rows(`update action_link set person_id = $2 where person_id = $1 returning id`, [
      t.helen,
      t.priya,
    ]);
    expect((await t.open(hour)).status).toBe(404);
    await t.app.db.rows(`update action_link set person_id = $2 where person_id = $1 returning id`, [
      t.priya,
      t.helen,
    ]);
    const before = await t.sessionsOf();
    expect(headingOf((await t.press(hour, 'keep')).body)).toBe('Everything stays as it is');
    expect(await t.sessionsOf()).toEqual(before);
    expect(await pairingNow()).toEqual({ state: 'active', answer: 'keep' });
  });
});

describe('a link that asks "did you meet?"', () => {
  const linkFor = async (personId: string, sessionId: string): Promise<string> =>
    linksIn(
      await t.app.db.transaction((tx) =>
        actionLink(
          tx,
          { baseUrl: BASE },
          { action: confirmByMail, personId, subject: { sessionId }, now: t.app.clock.now() },
        ),
      ),
    )[0] ?? '';

  it('records the executive’s answer, once, and thanks', async () => {
    const { id } = await aSession(t.app.db, {
      pairingId: t.pairingId,
      startsAt: '2027-01-11T06:00:00Z',
    });
    const link = await linkFor(t.helen, id);
    expect(headingOf((await t.open(link)).body)).toBe('Did you meet Priya Nair?');
    expect(headingOf((await t.press(link, 'met')).body)).toBe('Thank you');
    expect(await t.sessionsOf()).toMatchObject([{ status: 'held' }]);
    await t.press(link, 'not_met');
    expect(await t.sessionsOf()).toMatchObject([{ status: 'held' }]);
  });

  it('takes whether it was useful with the same press, and says who reads that', async () => {
    const { id } = await aSession(t.app.db, {
      pairingId: t.pairingId,
      startsAt: '2027-01-11T06:00:00Z',
    });
    const link = await linkFor(t.helen, id);
    const { body } = await t.open(link);
    expect(choicesOf(body)).toEqual(['met', 'met_useful', 'met_little', 'not_met']);
    expect(body).toContain('Only you can read this. Not Priya Nair, not HR.');
    await t.press(link, 'met_useful');
    expect(await t.app.db.rows(`select person_id as who, usefulness from session_answer`)).toEqual([
      { who: t.helen, usefulness: 'very' },
    ]);
  });

  it('is nothing to a champion', async () => {
    const { id } = await aSession(t.app.db, {
      pairingId: t.pairingId,
      startsAt: '2027-01-11T06:00:00Z',
    });
    expect((await t.open(await linkFor(t.priya, id))).status).toBe(404);
  });
});

describe('every page behind a link', () => {
  it('needs no script, is under 30 kB, styled by hash, kept by nobody', async () => {
    const [first = ''] = await t.offerLinks();
    const { body, headers } = await t.open(first);
    expect(body).not.toMatch(/<script|javascript:|\son\w+=/i);
    expect(Buffer.byteLength(body)).toBeLessThan(30_000);
    expect(String(headers['content-security-policy'])).toContain(PLAIN_PAGE_STYLE_HASH);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  });

  it('is the same for an unknown, a malformed and a leaver’s link', async () => {
    const [first = ''] = await t.offerLinks();
    await t.app.db.rows(`update person set leave_on = '2027-01-01' where id = $1`, [t.helen]);
    const bodies = await Promise.all(
      [first, `/a/${'x'.repeat(43)}`, '/a/nonsense'].map(async (url) => {
        const { status, body } = await t.open(url);
        expect(status).toBe(404);
        return body;
      }),
    );
    expect(new Set(bodies).size).toBe(1);
    expect((await t.press(first, '2027-01-12T10:00')).status).toBe(404);
    expect(await t.sessionsOf()).toEqual([]);
  });

  it('too old changes nothing any more', async () => {
    const [first = ''] = await t.offerLinks();
    const [choice = ''] = choicesOf((await t.open(first)).body);
    t.app.clock.set('2027-02-20T08:00:00Z');
    expect((await t.press(first, choice)).body).toContain('This link is too old');
    expect(await t.sessionsOf()).toEqual([]);
  });

  it('is pressed from our own page only', async () => {
    const [first = ''] = await t.offerLinks();
    const foreign = await t.app.inject({
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
    const [first = '', second = ''] = await t.offerLinks();
    const pressed = [];
    for (let n = 0; n < 12; n++) pressed.push((await t.press(first, 'nonsense')).status);
    expect(pressed.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 409));
    expect(pressed.slice(10)).toEqual([429, 429]);
    const opened = [];
    for (let n = 0; n < 62; n++) opened.push((await t.open(first)).status);
    expect(opened.at(0)).toBe(200);
    expect(opened.at(-1)).toBe(429);
    expect((await t.open(second)).status).toBe(200);
    t.app.clock.set('2027-01-11T08:01:00Z');
    expect((await t.open(first)).status).toBe(200);
  });

  it('has a link that the outbox shows without its token', async () => {
    await t.offerLinks();
    const administrator = await anAdministrator(t.app.db);
    const { data } = await t.app.gql(
      '{ mailMessages(first: 50) { edges { node { kind text } } } }',
      {},
      { as: administrator.id },
    );
    expect(JSON.stringify(data)).toContain('/a/…');
    expect(JSON.stringify(data)).not.toMatch(/\/a\/[\w-]{43}/);
  });
});
