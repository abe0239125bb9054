import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { BookSession } from '../book-session.js';
import { MONDAY, aBooking, aPair, config } from '../spec-setting.builder.js';
import { newId } from '@flipside/kernel';
import {
  AddCalendarSource,
  CalendarSourceReader,
  RemoveCalendarSource,
} from './calendar-sources.js';
import { calendarDataOf } from './fetch-calendar.js';
import { CalendarProblem, guardedFetch, isPublicAddress } from './guarded-fetch.js';
import { readBusy } from './read-busy.js';
import { RefreshBusy, RefreshSource } from './refresh-busy.job.js';
import { TellStaleCalendars } from './tell-stale-calendars.job.js';

const inside = { ...config, allowsPrivateCalendars: true };
let t: TestDatabase;
let server: Server;
let base: string;
let asked: {
  method: string;
  url: string;
  auth?: string | undefined;
  ifNoneMatch?: string | undefined;
}[];
const answers = new Map<
  string,
  (send: (status: number, body: string, headers?: Record<string, string>) => void) => void
>();

beforeAll(async () => {
  t = await testDatabase();
  asked = [];
  server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push({
      method: request.method ?? '',
      url,
      auth: request.headers.authorization,
      ifNoneMatch: request.headers['if-none-match'],
    });
    request.resume();
    const send = (status: number, body: string, headers: Record<string, string> = {}) => {
      response.writeHead(status, headers).end(body);
    };
    if (request.headers['if-none-match'] === '"v1"') return send(304, '');
    const answer = answers.get(`${request.method} ${url}`) ?? answers.get(url);
    if (answer) answer(send);
    else send(404, '');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await t.close();
});

const calendar = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...events, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
const event = (uid: string, ...lines: string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20270101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
const window = { fromMs: Date.parse('2027-01-01'), toMs: Date.parse('2027-04-01') };
const read = (text: string, over: Partial<Parameters<typeof readBusy>[0]> = {}) =>
  readBusy({
    text,
    ...window,
    ownUids: [],
    isAllDayBusy: false,
    ownerZone: 'Europe/London',
    ...over,
  });
const iso = (intervals: readonly { from: number; to: number }[]) =>
  intervals.map(
    ({ from, to }) =>
      `${new Date(from).toISOString().slice(0, 16)}/${new Date(to).toISOString().slice(11, 16)}`,
  );

describe('busy times of a calendar', () => {
  it('are read as stretches alone; free, cancelled and own events take no time', async () => {
    const found = await read(
      calendar(
        event('a', 'DTSTART:20270112T090000Z', 'DTEND:20270112T100000Z', 'SUMMARY:Secret dinner'),
        event('b', 'DTSTART:20270112T093000Z', 'DURATION:PT1H'),
        event('free', 'DTSTART:20270113T090000Z', 'DTEND:20270113T100000Z', 'TRANSP:TRANSPARENT'),
        event('off', 'DTSTART:20270113T110000Z', 'DTEND:20270113T120000Z', 'STATUS:CANCELLED'),
        event('ours', 'DTSTART:20270113T130000Z', 'DTEND:20270113T140000Z'),
        event('day', 'DTSTART;VALUE=DATE:20270114', 'DTEND;VALUE=DATE:20270115'),
      ),
      { ownUids: ['ours'] },
    );
    expect(iso(found.intervals)).toEqual(['2027-01-12T09:00/10:30']);
    expect(JSON.stringify(found)).not.toContain('dinner');
  });

  it('count all-day events when their owner says so, on the owner’s own day', async () => {
    const day = event('day', 'DTSTART;VALUE=DATE:20270114', 'DTEND;VALUE=DATE:20270115');
    const found = await read(calendar(day), { isAllDayBusy: true, ownerZone: 'Asia/Tokyo' });
    expect(iso(found.intervals)).toEqual(['2027-01-13T15:00/15:00']);
  });

  it('follow a series through its exceptions and across a clock change, by our own zone data', async () => {
    const found = await read(
      calendar(
        event(
          's',
          'DTSTART;TZID=Europe/Berlin:20270316T090000',
          'DTEND;TZID=Europe/Berlin:20270316T093000',
          'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2',
        ),
        event(
          'x',
          'DTSTART;TZID=Europe/Berlin:20270105T090000',
          'DTEND;TZID=Europe/Berlin:20270105T093000',
          'RRULE:FREQ=DAILY;COUNT=3',
          'EXDATE;TZID=Europe/Berlin:20270106T090000',
        ),
        event(
          'x',
          'RECURRENCE-ID;TZID=Europe/Berlin:20270107T090000',
          'DTSTART;TZID=Europe/Berlin:20270107T150000',
          'DTEND;TZID=Europe/Berlin:20270107T153000',
        ),
      ),
    );
    expect(iso(found.intervals)).toEqual([
      '2027-01-05T08:00/08:30',
      '2027-01-07T14:00/14:30',
      '2027-03-16T08:00/08:30',
      '2027-03-30T07:00/07:30',
    ]);
  });

  it('13. a TZID is resolved in this order: IANA name, Windows name (mapped), the VTIMEZONE of the same file ("Customized Time Zone"), the owner’s zone; the last case marks the source "zone unknown" and shows it to the owner', async () => {
    const at = (uid: string, tzid: string) =>
      event(uid, `DTSTART;TZID=${tzid}:20270112T090000`, `DTEND;TZID=${tzid}:20270112T091500`);
    // The file brings a zone of three hours ahead under all the names but the last.
    const brought = ['America/New_York', 'Tokyo Standard Time', 'Customized Time Zone'].map(
      (name) =>
        [
          'BEGIN:VTIMEZONE',
          `TZID:${name}`,
          'BEGIN:STANDARD',
          'DTSTART:16010101T000000',
          'TZOFFSETFROM:+0300',
          'TZOFFSETTO:+0300',
          'END:STANDARD',
          'END:VTIMEZONE',
        ].join('\r\n'),
    );
    const text = calendar(
      ...brought,
      at('i', 'America/New_York'),
      at('w', 'Tokyo Standard Time'),
      at('c', 'Customized Time Zone'),
      at('n', 'Nowhere Time'),
    );
    const found = await read(text);
    expect(iso(found.intervals)).toEqual([
      '2027-01-12T00:00/00:15',
      '2027-01-12T06:00/06:15',
      '2027-01-12T09:00/09:15',
      '2027-01-12T14:00/14:15',
    ]);
    expect(found.unknownZones).toEqual(['Nowhere Time']);

    const owner = await aPerson(t.db, { timeZone: 'Europe/London' });
    answers.set('/zones.ics', (send) => send(200, text));
    const added = await new AddCalendarSource(t.db, inside).run(
      { personId: owner.id },
      { kind: 'ics', address: `${base}/zones.ics`, isAllDayBusy: false },
    );
    if (!added.ok) throw new Error(added.refusal.message);
    const { sourceId } = added.value;
    const refresh = (now: string) =>
      new RefreshSource(t.db, fixedClock(now), inside).handle({ sourceId });
    await refresh(MONDAY);
    const shown = async () => (await new CalendarSourceReader(t.db).of(owner.id))[0];
    expect(await shown()).toMatchObject({
      state: 'ok',
      busyTimes: 4,
      unknownZones: ['Nowhere Time'],
    });
    // Once the file names a zone that exists, the mark is gone.
    answers.set('/zones.ics', (send) => send(200, calendar(at('i', 'America/New_York'))));
    await refresh('2027-01-11T16:00:00Z');
    expect(await shown()).toMatchObject({ state: 'ok', busyTimes: 1, unknownZones: [] });
  });

  it('never run longer than five seconds, and say so', async () => {
    const endless = event(
      'e',
      'DTSTART:20270101T000000Z',
      'DTEND:20270101T000100Z',
      // The reader looks for a thirtieth of February for ever.
      'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    );
    await expect(read(calendar(endless))).rejects.toThrow(
      new CalendarProblem('This calendar takes too long to read.'),
    );
    await expect(read('BEGIN:VCALENDAR\r\nnonsense')).rejects.toThrow(
      'no calendar that can be read',
    );
  }, 20_000);
});

describe('fetching from people’s addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '2002:7f00:1::',
    'ff02::1',
    '64:ff9b::a00:1',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:8.8.8.8'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it('refuses private networks and plain HTTP, also under other names, unless an administrator allows them', async () => {
    const before = asked.length;
    const { port } = new URL(base);
    for (const url of [
      `https://127.0.0.1:${port}/a.ics`,
      `https://localhost:${port}/a.ics`,
      `https://[::1]:${port}/`,
      `https://2130706433:${port}/`,
      `https://0x7f.1:${port}/`,
    ])
      await expect(guardedFetch({ url, allowsPrivate: false })).rejects.toThrow(
        /private network|No server/,
      );
    await expect(guardedFetch({ url: base, allowsPrivate: false })).rejects.toThrow(
      'must begin with https://',
    );
    await expect(guardedFetch({ url: 'file:///etc/passwd', allowsPrivate: true })).rejects.toThrow(
      'must begin with https://',
    );
    expect(asked).toHaveLength(before);
  });

  it('follows a few redirects, judges each anew, and never carries a password to another server', async () => {
    answers.set('/loop', (send) => send(302, '', { location: '/loop' }));
    answers.set('/to-file', (send) => send(302, '', { location: 'ftp://127.0.0.1/x' }));
    answers.set('/away', (send) =>
      send(302, '', { location: `${base.replace('127.0.0.1', 'localhost')}/there` }),
    );
    answers.set('/there', (send) => send(200, 'here'));
    await expect(guardedFetch({ url: `${base}/loop`, allowsPrivate: true })).rejects.toThrow(
      'without end',
    );
    await expect(guardedFetch({ url: `${base}/to-file`, allowsPrivate: true })).rejects.toThrow(
      'must begin with https://',
    );
    await guardedFetch({
      url: `${base}/away`,
      allowsPrivate: true,
      headers: { authorization: 'Basic c2VjcmV0' },
    });
    expect(asked.slice(-2).map(({ url, auth }) => [url, auth])).toEqual([
      ['/away', 'Basic c2VjcmV0'],
      ['/there', undefined],
    ]);
  });

  it('gives up on what is too large or too slow', async () => {
    answers.set('/large', (send) => send(200, 'x'.repeat(3000)));
    answers.set('/slow', () => undefined);
    await expect(
      guardedFetch({ url: `${base}/large`, allowsPrivate: true, maxBytes: 2000 }),
    ).rejects.toThrow('larger than');
    await expect(
      guardedFetch({ url: `${base}/slow`, allowsPrivate: true, timeoutMs: 200 }),
    ).rejects.toThrow('did not answer');
  });

  it('finds calendar texts in an answer of a CalDAV server', () => {
    expect(
      calendarDataOf(
        '<D:multistatus><C:calendar-data>A&amp;B&#13;</C:calendar-data><x:calendar-data xmlns:x="y"><![CDATA[C<D]]></x:calendar-data></D:multistatus>',
      ),
    ).toEqual(['A&B\r', 'C<D']);
  });
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
    answers.set('/busy.ics', (send) =>
      send(
        200,
        calendar(
          event('m', 'DTSTART:20270112T100000Z', 'DTEND:20270112T110000Z'),
          event('n', 'DTSTART:20270120T100000Z', 'DTEND:20270120T110000Z'),
        ),
        { etag: '"v1"' },
      ),
    );
    const added = await add(pair.championId, `${base}/busy.ics`);
    if (!added.ok) throw new Error(added.refusal.message);
    await refresh(added.value.sourceId);
    const [source] = await mine(pair.championId);
    expect(source).toMatchObject({
      state: 'ok',
      problem: null,
      busyTimes: 2,
      host: new URL(base).host,
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
    expect(asked.at(-1)?.ifNoneMatch).toBe('"v1"');
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

  it('43. import of an overlapping external meeting never fails; it flags the session', async () => {
    const pair = await aPair(t.db);
    const { sessionIds } = await aBooking(t.db, pair);
    answers.set('/overlap.ics', (send) =>
      send(
        200,
        calendar(
          ...[0, 1, 2].map((n) =>
            event(`o${n}`, 'DTSTART:20270112T093000Z', `DTEND:20270112T1${n + 1}0000Z`),
          ),
        ),
      ),
    );
    const added = await add(pair.executiveId, `${base}/overlap.ics`);
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
    answers.set('REPORT /dav/', (send) =>
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
    const added = await add(pair.executiveId, `${base}/dav/`, {
      kind: 'caldav',
      username: 'helen',
      password: 'tulips',
    });
    if (!added.ok) throw new Error(added.refusal.message);
    await refresh(added.value.sourceId);
    expect((await mine(pair.executiveId))[0]).toMatchObject({ state: 'ok', busyTimes: 1 });
    expect(asked.at(-1)).toMatchObject({
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
    answers.set('/gone.ics', (send) => send(410, ''));
    const added = await add(pair.executiveId, `${base}/gone.ics`);
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
    answers.set('/lost.ics', (send) => send(410, ''));
    const added = await add(pair.executiveId, `${base}/lost.ics`);
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
    expect((await add(pair.executiveId, `${base}/0.ics`)).ok).toBe(true);
    expect(await add(pair.executiveId, `${base}/0.ics`)).toMatchObject({
      refusal: { code: 'CALENDAR_KNOWN' },
    });
    for (const n of [1, 2, 3, 4]) await add(pair.executiveId, `${base}/${n}.ics`);
    expect(await add(pair.executiveId, `${base}/5.ics`)).toMatchObject({
      refusal: { code: 'TOO_MANY_CALENDARS' },
    });
  });
});
