import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { BookSession } from '../book-session.js';
import { MONDAY, aBooking, aPair, config } from '../spec-setting.builder.js';
import {
  AddCalendarSource,
  CalendarSourceReader,
  RemoveCalendarSource,
} from './calendar-sources.js';
import { calendar, calendarServer, event, type CalendarServer } from './calendars.fixture.js';
import { RefreshBusy, RefreshSource } from './refresh-busy.job.js';
import { TellStaleCalendars } from './tell-stale-calendars.job.js';

const inside = { ...config, allowsPrivateCalendars: true };
let t: TestDatabase;
let server: CalendarServer;
beforeAll(async () => {
  t = await testDatabase();
  server = await calendarServer();
});
afterAll(async () => {
  server.close();
  await t.close();
});

describe('a calendar of one’s own', () => {
  const add = (personId: string, address: string, over: object = {}) =>
    new AddCalendarSource(t.db, inside).run(
      { personId },
      { kind: 'ics', address, isAllDayBusy: false, ...over },
    );
  const refresh = (sourceId: string, now = MONDAY) =>
    new RefreshSource(t.db, fixedClock(now), inside).handle({ sourceId });
  const mine = async (personId: string) => new CalendarSourceReader(t.db).of(personId);

  it('blocks its busy times, flags a session that meets one, and is forgotten whole', async () => {
    const pair = await aPair(t.db, { state: 'active' });
    const { sessionIds } = await aBooking(t.db, pair);
    server.answers.set('/busy.ics', (send) =>
      send(
        200,
        calendar(
          event('m', 'DTSTART:20270112T100000Z', 'DTEND:20270112T110000Z'),
          event('n', 'DTSTART:20270120T100000Z', 'DTEND:20270120T110000Z'),
        ),
        { etag: '"v1"' },
      ),
    );
    const added = await add(pair.championId, `${server.base}/busy.ics`);
    if (!added.ok) throw new Error(added.refusal.message);
    await refresh(added.value.sourceId);
    const [source] = await mine(pair.championId);
    expect(source).toMatchObject({
      state: 'ok',
      problem: null,
      busyTimes: 2,
      host: new URL(server.base).host,
    });
    expect(JSON.stringify(source)).not.toContain('busy.ics');
    const attention = async () =>
      (
        await t.db.one<{ attention: string[] }>('select attention from session where id = $1', [
          sessionIds[0],
        ])
      )?.attention;
    expect(await attention()).toEqual(['calendar_conflict']);
    const book = () =>
      new BookSession(t.db, fixedClock(MONDAY), config).run(pair.executive, {
        pairingId: pair.pairingId,
        startsAt: new Date('2027-01-20T10:30:00Z'),
        idempotencyKey: newId(),
      });
    expect(await book()).toMatchObject({ refusal: { code: 'CALENDAR_BUSY' } });
    await refresh(added.value.sourceId);
    expect(server.asked.at(-1)?.ifNoneMatch).toBe('"v1"');
    expect((await mine(pair.championId))[0]?.busyTimes).toBe(2);
    await new RemoveCalendarSource(t.db).run(
      { personId: pair.championId },
      { sourceId: added.value.sourceId },
    );
    expect(
      await t.db.rows('select 1 from busy_interval where person_id = $1', [pair.championId]),
    ).toEqual([]);
    expect((await book()).ok).toBe(true);
  });

  it('13. with a zone that nobody knows is marked "zone unknown", and shows it to the owner', async () => {
    const at = (tzid: string) =>
      event(tzid, `DTSTART;TZID=${tzid}:20270112T090000`, `DTEND;TZID=${tzid}:20270112T091500`);
    const owner = await aPerson(t.db, { timeZone: 'Europe/London' });
    server.answers.set('/zones.ics', (send) =>
      send(200, calendar(at('Nowhere Time'), at('Europe/Berlin'))),
    );
    const added = await add(owner.id, `${server.base}/zones.ics`);
    if (!added.ok) throw new Error(added.refusal.message);
    const { sourceId } = added.value;
    await refresh(sourceId);
    const shown = async () => (await mine(owner.id))[0];
    expect(await shown()).toMatchObject({
      state: 'ok',
      busyTimes: 2,
      unknownZones: ['Nowhere Time'],
    });
    // Once the file names a zone that exists, the mark is gone.
    server.answers.set('/zones.ics', (send) => send(200, calendar(at('America/New_York'))));
    await refresh(sourceId, '2027-01-11T16:00:00Z');
    expect(await shown()).toMatchObject({ state: 'ok', busyTimes: 1, unknownZones: [] });
  });

  it('43. import of an overlapping external meeting never fails; it flags the session', async () => {
    const pair = await aPair(t.db);
    const { sessionIds } = await aBooking(t.db, pair);
    server.answers.set('/overlap.ics', (send) =>
      send(
        200,
        calendar(
          ...[0, 1, 2].map((n) =>
            event(`o${n}`, 'DTSTART:20270112T093000Z', `DTEND:20270112T1${n + 1}0000Z`),
          ),
        ),
      ),
    );
    const added = await add(pair.executiveId, `${server.base}/overlap.ics`);
    if (!added.ok) throw new Error(added.refusal.message);
    await refresh(added.value.sourceId);
    const session = await t.db.one<{ attention: string[]; status: string }>(
      'select attention, status from session where id = $1',
      [sessionIds[0]],
    );
    expect(session).toEqual({ attention: ['calendar_conflict'], status: 'booked' });
  });

  it('by CalDAV is asked for free and busy with its own password, which is stored sealed', async () => {
    const pair = await aPair(t.db);
    server.answers.set('REPORT /dav/', (send) =>
      send(
        200,
        calendar(
          [
            'BEGIN:VFREEBUSY',
            'DTSTAMP:20270101T000000Z',
            'FREEBUSY:20270112T090000Z/20270112T093000Z',
            'FREEBUSY;FBTYPE=FREE:20270112T110000Z/PT1H',
            'END:VFREEBUSY',
          ].join('\r\n'),
        ),
      ),
    );
    const added = await add(pair.executiveId, `${server.base}/dav/`, {
      kind: 'caldav',
      username: 'helen',
      password: 'tulips',
    });
    if (!added.ok) throw new Error(added.refusal.message);
    await refresh(added.value.sourceId);
    expect((await mine(pair.executiveId))[0]).toMatchObject({ state: 'ok', busyTimes: 1 });
    expect(server.asked.at(-1)).toMatchObject({
      method: 'REPORT',
      auth: `Basic ${Buffer.from('helen:tulips').toString('base64')}`,
    });
    const stored = await t.db.one<{ row: string }>(
      'select c::text as row from calendar_source c where id = $1',
      [added.value.sourceId],
    );
    expect(stored?.row).not.toContain('tulips');
  });

  it('that cannot be read says why, keeps what was known, and is tried again within the hour', async () => {
    const pair = await aPair(t.db);
    server.answers.set('/gone.ics', (send) => send(410, ''));
    const added = await add(pair.executiveId, `${server.base}/gone.ics`);
    if (!added.ok) throw new Error(added.refusal.message);
    await refresh(added.value.sourceId);
    expect((await mine(pair.executiveId))[0]).toMatchObject({
      state: 'failing',
      problem: expect.stringContaining('Copy it again'),
    });
    const waiting = async () =>
      (
        await t.db.rows(`select 1 from graphile_worker.jobs where key = $1`, [
          `sessions.busy:${added.value.sourceId}`,
        ])
      ).length;
    await t.db.rows(`select graphile_worker.remove_job($1)`, [
      `sessions.busy:${added.value.sourceId}`,
    ]);
    await new RefreshBusy(t.db, fixedClock('2027-01-11T08:30:00Z')).handle();
    expect(await waiting()).toBe(0);
    await new RefreshBusy(t.db, fixedClock('2027-01-11T09:00:00Z')).handle();
    expect(await waiting()).toBe(1);
  });

  it('that cannot be read for a day is told to its owner once a week, in their morning, until it can', async () => {
    const pair = await aPair(t.db, { executiveZone: 'America/New_York' });
    server.answers.set('/lost.ics', (send) => send(410, ''));
    const added = await add(pair.executiveId, `${server.base}/lost.ics`);
    if (!added.ok) throw new Error(added.refusal.message);
    await t.db.rows('update calendar_source set created_at = $2 where id = $1', [
      added.value.sourceId,
      MONDAY,
    ]);
    await refresh(added.value.sourceId);
    const tell = (iso: string) => new TellStaleCalendars(t.db, fixedClock(iso), config).handle();
    const told = () =>
      t.db.rows<{ subject: string; text: string }>(
        `select subject, body_text as text from mail_message where person_id = $1 and kind = 'calendar_stale' order by position`,
        [pair.executiveId],
      );
    // 8:05 on Tuesday in London, in the night of New York; then the morning of New York, twice.
    for (const iso of ['2027-01-12T08:05:00Z', '2027-01-12T13:05:00Z', '2027-01-12T13:05:00Z'])
      await tell(iso);
    expect((await told()).map(({ subject }) => subject)).toEqual([
      'Your calendar at 127.0.0.1 cannot be read',
    ]);
    expect((await told())[0]?.text).toContain('Since Mon 11 Jan nothing new was seen there');
    expect((await told())[0]?.text).toContain(
      'Mend or remove it: https://coach.example.com/me/availability/calendars',
    );
    await tell('2027-01-15T13:05:00Z');
    expect(await told()).toHaveLength(1);
    await tell('2027-01-19T13:05:00Z');
    expect(await told()).toHaveLength(2);
    await t.db.rows(`update calendar_source set read_at = '2027-01-25T20:00:00Z' where id = $1`, [
      added.value.sourceId,
    ]);
    await tell('2027-01-26T13:05:00Z');
    expect(await told()).toHaveLength(2);
  });

  it('is refused twice, beyond five, and with an address that is none', async () => {
    const pair = await aPair(t.db);
    expect(await add(pair.executiveId, 'tulips')).toMatchObject({
      refusal: { code: 'CALENDAR_ADDRESS', field: 'address' },
    });
    expect((await add(pair.executiveId, `${server.base}/0.ics`)).ok).toBe(true);
    expect(await add(pair.executiveId, `${server.base}/0.ics`)).toMatchObject({
      refusal: { code: 'CALENDAR_KNOWN' },
    });
    for (const n of [1, 2, 3, 4]) await add(pair.executiveId, `${server.base}/${n}.ics`);
    expect(await add(pair.executiveId, `${server.base}/5.ics`)).toMatchObject({
      refusal: { code: 'TOO_MANY_CALENDARS' },
    });
  });
});
