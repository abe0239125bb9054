/** Busy times out of a CalDAV server that is not ours, over HTTP, with its own idea of what belongs into an answer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { AddCalendarSource, BookSeries, RefreshSource } from '@flipside/sessions-api';
import { CalendarLife, mailingServer, type MailingServer } from './calendar-life.js';
import { startRadicale, USER, type Radicale } from './radicale.js';

let server: MailingServer;
let radicale: Radicale;
beforeAll(async () => {
  [server, radicale] = await Promise.all([mailingServer(), startRadicale()]);
}, 120_000);
afterAll(async () => {
  await radicale.close();
  await server.close();
});

const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];
const event = (uid: string, ...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  'DTSTAMP:20270101T000000Z',
  `SUMMARY:A word, & a <secret>; ${uid}`,
  ...lines,
  'END:VEVENT',
];
const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...lines, 'END:VCALENDAR', ''].join(
    '\r\n',
  );

const single = calendar(...event('single', 'DTSTART:20270113T090000Z', 'DTEND:20270113T100000Z'));
/** Mondays at 9:00 in Berlin, one left out, one moved. */
const weekly = calendar(
  ...ZONE,
  ...event(
    'weekly',
    'DTSTART;TZID=Europe/Berlin:20270118T090000',
    'DTEND;TZID=Europe/Berlin:20270118T093000',
    'RRULE:FREQ=WEEKLY;COUNT=4',
    'EXDATE;TZID=Europe/Berlin:20270125T090000',
  ),
  ...event(
    'weekly',
    'RECURRENCE-ID;TZID=Europe/Berlin:20270201T090000',
    'DTSTART;TZID=Europe/Berlin:20270202T140000',
    'DTEND;TZID=Europe/Berlin:20270202T143000',
  ),
);
const free = calendar(
  ...event('free', 'DTSTART:20270114T090000Z', 'DTEND:20270114T100000Z', 'TRANSP:TRANSPARENT'),
);
const gone = calendar(
  ...event('gone', 'DTSTART:20270114T110000Z', 'DTEND:20270114T120000Z', 'STATUS:CANCELLED'),
);
const past = calendar(...event('past', 'DTSTART:20250114T110000Z', 'DTEND:20250114T120000Z'));

const busy = async (personId: string): Promise<string[]> => {
  const rows = await server.test.db.rows<{ from: Date; to: Date }>(
    'select from_at as "from", to_at as "to" from busy_interval where person_id = $1 order by 1',
    [personId],
  );
  return rows.map(
    ({ from, to }) => `${from.toISOString().slice(0, 16)}/${to.toISOString().slice(11, 16)}`,
  );
};
const stateOf = (sourceId: string) =>
  server.test.db.one<{ state: string; problem: string | null }>(
    'select state, problem from calendar_source where id = $1',
    [sourceId],
  );

describe('Radicale', () => {
  it('gives busy times of single events and series; what is free, cancelled, over or our own takes none', async () => {
    const life = await CalendarLife.begin(server, 'Helen Ward');
    const booked = server.app.get(BookSeries).run(life.executive, {
      pairingId: life.pairingId,
      localStart: '2027-01-12T10:00',
      idempotencyKey: newId(),
    });
    await life.done(booked, 'create', 0);
    // As her calendar program keeps it: our invitation without its method.
    const own = (life.steps[0]?.messages[0] ?? '').replace(/METHOD:REQUEST\r\n/, '');
    const files = { single, weekly, free, gone, past, own };
    for (const [name, text] of Object.entries(files)) await radicale.put(name, text);

    const { personId } = life.executive;
    const added = await server.app
      .get(AddCalendarSource)
      .run(
        { personId },
        { kind: 'caldav', address: radicale.calendar, isAllDayBusy: false, ...USER },
      );
    if (!added.ok) throw new Error(added.refusal.message);
    const { sourceId } = added.value;
    const refresh = () => server.app.get(RefreshSource).handle({ sourceId });
    await refresh();
    expect(await stateOf(sourceId)).toEqual({ state: 'ok', problem: null });
    expect(await busy(personId)).toEqual([
      '2027-01-13T09:00/10:00',
      '2027-01-18T08:00/08:30',
      '2027-02-02T13:00/13:30',
      '2027-02-08T08:00/08:30',
    ]);
    const kept = await server.test.db.rows<{ row: string }>(
      'select b::text as row from busy_interval b where person_id = $1 union all select c::text from calendar_source c where person_id = $1',
      [personId],
    );
    expect(kept.map(({ row }) => row).join()).not.toMatch(/secret|tulips/);

    await radicale.remove('weekly');
    await refresh();
    expect(await busy(personId)).toEqual(['2027-01-13T09:00/10:00']);
  }, 120_000);

  it('refuses a wrong password, and the owner is told what to check', async () => {
    const life = await CalendarLife.begin(server, 'Somebody Else');
    const { personId } = life.executive;
    const added = await server.app.get(AddCalendarSource).run(
      { personId },
      {
        kind: 'caldav',
        address: radicale.calendar,
        isAllDayBusy: false,
        username: USER.username,
        password: 'roses',
      },
    );
    if (!added.ok) throw new Error(added.refusal.message);
    const { sourceId } = added.value;
    await server.app.get(RefreshSource).handle({ sourceId });
    expect(await stateOf(sourceId)).toEqual({
      state: 'failing',
      problem: 'The server refuses access. Check address, user name and password.',
    });
    expect(await busy(personId)).toEqual([]);
  }, 60_000);
});
