import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { FollowAddresses } from './follow-addresses.job.js';
import { MoveSession } from './move-session.js';
import { aBooking, aPair, config, icsValue, MONDAY, sendAll } from './spec-setting.builder.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

interface Told {
  email: string;
  method: string;
  ics: string;
  text: string;
}

const told = (personId: string): Promise<Told[]> =>
  t.db.rows<Told>(
    `select to_email::text as email, ical_method as method, ical as ics, body_text as text
     from mail_message where person_id = $1 and state = 'queued' order by position`,
    [personId],
  );

const follow = (at = MONDAY) => new FollowAddresses(t.db, fixedClock(at), config).handle();

const has = (personId: string, email: string | null) =>
  t.db.rows('update person set email = $2 where id = $1', [personId, email]);

const emailOf = async (personId: string): Promise<string> =>
  (
    await t.db.one<{ email: string }>('select email::text as email from person where id = $1', [
      personId,
    ])
  )?.email ?? '';

/** A booked series whose second date was moved; everything is sent. */
async function known() {
  const pair = await aPair(t.db);
  const { seriesId, sessionIds } = await aBooking(t.db, pair);
  await new MoveSession(t.db, fixedClock(MONDAY), config).run(pair.executive, {
    sessionId: sessionIds[1] ?? '',
    startsAt: new Date('2027-01-27T11:00:00Z'),
  });
  await sendAll(t.db);
  return { ...pair, seriesId, was: await emailOf(pair.championId) };
}

describe('somebody whose address changed', () => {
  it('is cancelled at the old one and invited at the new one, under the same UID, numbers rising', async () => {
    const pair = await known();
    await has(pair.championId, `new.${pair.was}`);
    await follow();
    const mails = await told(pair.championId);
    expect(mails.map(({ email, method }) => `${method} ${email}`)).toEqual([
      `CANCEL ${pair.was}`,
      `REQUEST new.${pair.was}`,
      `REQUEST new.${pair.was}`,
    ]);
    expect(mails.map(({ ics }) => icsValue(ics, 'SEQUENCE'))).toEqual(['2', '3', '4']);
    expect(new Set(mails.map(({ ics }) => icsValue(ics, 'UID'))).size).toBe(1);
    const [gone, whole, moved] = mails.map(({ ics }) => ics.replaceAll(/\r\n[ \t]/g, ''));
    expect(gone).toContain(`mailto:${pair.was}\r\n`);
    expect(gone).not.toContain(`mailto:new.${pair.was}`);
    expect(whole).toContain(`mailto:new.${pair.was}\r\n`);
    expect(icsValue(whole, 'RRULE')).toBe('FREQ=WEEKLY;INTERVAL=2;COUNT=6');
    expect(icsValue(moved, 'RECURRENCE-ID')).toBe('20270126T100000');
    expect(icsValue(moved, 'DTSTART')).toBe('20270127T110000');
    expect(mails[0]?.text).not.toContain(`new.${pair.was}`);
    expect(mails[1]?.text).toContain('From now on invitations come to this address.');
    expect(await told(pair.executiveId)).toEqual([]);
  });

  it('is told once, however often it is looked for', async () => {
    const pair = await known();
    await has(pair.championId, `new.${pair.was}`);
    await follow();
    await sendAll(t.db);
    await follow('2027-01-11T09:00:00Z');
    expect(await told(pair.championId)).toEqual([]);
  });

  it('keeps at the old one what took place already', async () => {
    const pair = await known();
    await has(pair.championId, `new.${pair.was}`);
    await follow('2027-02-01T08:00:00Z');
    const [shortened] = await told(pair.championId);
    expect(shortened).toMatchObject({ method: 'REQUEST', email: pair.was });
    expect(icsValue(shortened?.ics, 'RRULE')).toContain('UNTIL=20270126');
  });

  it('loses it from the calendar of an address that is taken away, and gets it with the next one', async () => {
    const pair = await known();
    await has(pair.championId, null);
    await follow();
    await follow();
    expect((await told(pair.championId)).map(({ method }) => method)).toEqual(['CANCEL']);
    await sendAll(t.db);
    await has(pair.championId, `late.${pair.was}`);
    await follow();
    expect((await told(pair.championId)).map(({ method }) => method)).toEqual([
      'REQUEST',
      'REQUEST',
    ]);
  });

  it('who has left is told nothing: the address may be somebody else’s by now', async () => {
    const pair = await known();
    await t.db.rows(`update person set leave_on = '2027-01-05', email = null where id = $1`, [
      pair.championId,
    ]);
    await follow();
    expect(await told(pair.championId)).toEqual([]);
  });
});
