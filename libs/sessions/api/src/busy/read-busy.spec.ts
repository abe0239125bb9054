import { describe, expect, it } from '@jest/globals';
import { calendar, event } from './calendars.fixture.js';
import { CalendarProblem } from './guarded-fetch.js';
import { readBusy } from './read-busy.js';

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

  it('13. a TZID is resolved in this order: IANA name, Windows name (mapped), the VTIMEZONE of the same file ("Customized Time Zone"), the owner’s zone', async () => {
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
  }, 240_000);
});
