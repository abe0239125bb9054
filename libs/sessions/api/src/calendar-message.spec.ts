import { describe, expect, it } from '@jest/globals';
import { localOf } from '@flipside/people-domain';
import {
  calendarText,
  expandSeries,
  unfold,
  type CalendarMessage,
} from '@flipside/sessions-domain';
import fc from 'fast-check';
import ICAL from 'ical.js';

const message = (over: Partial<CalendarMessage> = {}): CalendarMessage => ({
  method: 'REQUEST',
  uid: '3f0c@coach.example.com',
  sequence: 0,
  stampedAt: new Date('2027-03-10T08:00:00Z'),
  zone: 'Europe/Berlin',
  localStart: '2027-03-16T09:00',
  minutes: 30,
  recurrenceLocal: null,
  rule: { intervalWeeks: 2, count: 6 },
  exceptLocal: [],
  summary: 'AI coaching: Ana / Bo',
  description: 'Tue 16 Mar, 9:00–9:30\nMove or skip it: https://coach.example.com/sessions/1',
  meetingLink: null,
  organizer: { name: 'AI coaching', email: 'coaching@example.com' },
  attendees: [
    { name: 'Ana Núñez', email: 'ana@example.com' },
    { name: 'Bo, "the" Champion', email: 'bo@example.com' },
  ],
  ...over,
});

/** Reads a message as a calendar program does, with the zone that comes in it. */
function read(text: string): { calendar: ICAL.Component; event: ICAL.Event } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) {
    ICAL.TimezoneService.reset();
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const event = calendar.getFirstSubcomponent('vevent');
  if (!event) throw new Error('There is no event');
  return { calendar, event: new ICAL.Event(event) };
}

/** All instants a reader gets out of a master. */
function instantsOf(text: string): string[] {
  const { event } = read(text);
  const iterator = event.iterator();
  const found: string[] = [];
  for (let next = iterator.next(); next && found.length < 60; next = iterator.next()) {
    found.push(next.toJSDate().toISOString());
  }
  return found;
}

const property = (text: string, name: string): string[] =>
  unfold(text)
    .split('\r\n')
    .filter((line) => line === name || line.startsWith(`${name}:`) || line.startsWith(`${name};`));

describe('an invitation to a series', () => {
  it('is read by a calendar program as exactly our sessions', () => {
    const ours = expandSeries({
      zone: 'Europe/Berlin',
      localStart: '2027-03-16T09:00',
      intervalWeeks: 2,
      count: 6,
      minutes: 30,
    });
    expect(ours.ok && ours.value.map((each) => each.startsAt.toISOString())).toEqual(
      instantsOf(calendarText(message())),
    );
  });

  it('names method, one UID, both people and the platform mailbox', () => {
    const text = calendarText(message());
    expect(property(text, 'METHOD')).toEqual(['METHOD:REQUEST']);
    expect(property(text, 'UID')).toHaveLength(1);
    expect(property(text, 'ORGANIZER')).toEqual([
      'ORGANIZER;CN=AI coaching:mailto:coaching@example.com',
    ]);
    expect(property(text, 'ATTENDEE')).toEqual([
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Ana Núñez:mailto:ana@example.com',
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Bo, the Champion":mailto:bo@example.com',
    ]);
  });

  it('writes start and end on the series’ clock, never in UTC', () => {
    const text = calendarText(message());
    expect(property(text, 'DTSTART').at(-1)).toBe('DTSTART;TZID=Europe/Berlin:20270316T090000');
    expect(property(text, 'DTEND')).toEqual(['DTEND;TZID=Europe/Berlin:20270316T093000']);
    expect(property(text, 'RRULE').at(-1)).toBe('RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=6');
  });

  it('leaves out the dates that do not take place', () => {
    const text = calendarText(message({ exceptLocal: ['2027-04-13T09:00'] }));
    expect(property(text, 'EXDATE')).toEqual(['EXDATE;TZID=Europe/Berlin:20270413T090000']);
    expect(instantsOf(text)).toHaveLength(5);
    expect(instantsOf(text)).not.toContain('2027-04-13T07:00:00.000Z');
  });

  it('29. is a single event when there is one date', () => {
    const text = calendarText(message({ rule: { intervalWeeks: 2, count: 1 } }));
    expect(read(text).event.isRecurring()).toBe(false);
  });

  it('27. keeps the last date when it is cut, with twelve hours of slack', () => {
    const text = calendarText(
      message({ rule: { intervalWeeks: 2, lastStart: new Date('2027-04-13T07:00:00Z') } }),
    );
    expect(property(text, 'RRULE').at(-1)).toBe(
      'RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270413T190000Z',
    );
    expect(instantsOf(text)).toEqual([
      '2027-03-16T08:00:00.000Z',
      '2027-03-30T07:00:00.000Z',
      '2027-04-13T07:00:00.000Z',
    ]);
  });

  it('carries commas, semicolons, line ends and any script unharmed', () => {
    const summary = 'AI coaching: Ward, Helen; 李小龍 / עדי\\x 👩🏽‍💻';
    const { event } = read(
      calendarText(message({ summary, description: 'one\ntwo; three, four' })),
    );
    expect(event.summary).toBe(summary);
    expect(event.description).toBe('one\ntwo; three, four');
  });
});

describe('51. two executives with the same display name, or a name with a comma, quote, emoji or right-to-left text', () => {
  const NAMES = [
    ['Helen Ward', 'Helen Ward'],
    ['Ward, Helen; Dr.', 'Ward: Helen'],
    ['Helen "the" Ward', "Helen 'Nell' Ward"],
    ['Helen 👩🏽‍💻 Ward', '李小龍'],
    ['ليلى حداد', 'עדי כהן'],
    ['Helen\r\nATTENDEE:mailto:mallory@example.com', 'Helen\tWard\u0007'],
    ['N'.repeat(200), 'ß'.repeat(120)],
  ] as const;
  it.each(NAMES)('%j and %j: both are read back as two people, and every line fits', (one, two) => {
    const attendees = [
      { name: one, email: 'one@example.com' },
      { name: two, email: 'two@example.com' },
    ];
    const text = calendarText(message({ attendees, summary: `AI coaching: ${one} / ${two}` }));
    const { calendar, event } = read(text);
    expect(event.attendees.map((each) => each.getFirstValue())).toEqual([
      'mailto:one@example.com',
      'mailto:two@example.com',
    ]);
    // Quotes and control characters have no place in a parameter; everything else is as it was.
    const kept = (name: string) =>
      name
        .replaceAll(/\p{Cc}+/gu, ' ')
        .replaceAll('"', '')
        .trim();
    expect(event.attendees.map((each) => each.getParameter('cn'))).toEqual([one, two].map(kept));
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('a message about one date', () => {
  it('names the original start in the series’ zone when the date moved', () => {
    const text = calendarText(
      message({
        rule: null,
        recurrenceLocal: '2027-03-30T09:00',
        localStart: '2027-03-31T14:00',
        sequence: 1,
      }),
    );
    expect(property(text, 'RECURRENCE-ID')).toEqual([
      'RECURRENCE-ID;TZID=Europe/Berlin:20270330T090000',
    ]);
    expect(property(text, 'SEQUENCE')).toEqual(['SEQUENCE:1']);
    expect(property(text, 'RRULE').filter((line) => line.includes('WEEKLY'))).toEqual([]);
    expect(read(text).event.startDate.toJSDate().toISOString()).toBe('2027-03-31T12:00:00.000Z');
  });

  it('cancels with start, end and status, since readers ask for them', () => {
    const text = calendarText(
      message({
        method: 'CANCEL',
        rule: null,
        recurrenceLocal: '2027-03-30T09:00',
        localStart: '2027-03-30T09:00',
        sequence: 2,
      }),
    );
    expect(property(text, 'METHOD')).toEqual(['METHOD:CANCEL']);
    expect(property(text, 'STATUS')).toEqual(['STATUS:CANCELLED']);
    expect(property(text, 'DTSTART').at(-1)).toBe('DTSTART;TZID=Europe/Berlin:20270330T090000');
    expect(property(text, 'DTEND')).toHaveLength(1);
  });
});

describe('the zone in a message', () => {
  const zoneBlock = (zone: string, localStart = '2027-03-16T09:00'): string => {
    const text = unfold(calendarText(message({ zone, localStart })));
    return text.slice(text.indexOf('BEGIN:VTIMEZONE'), text.indexOf('END:VTIMEZONE'));
  };

  it('is a yearly rule each way where changes are regular', () => {
    expect(zoneBlock('Europe/Berlin')).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
    expect(zoneBlock('America/New_York')).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU');
    expect(zoneBlock('Australia/Sydney')).toContain('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU');
  });

  it('has no daylight block where clocks never change', () => {
    for (const zone of ['Asia/Kolkata', 'Asia/Kathmandu', 'UTC']) {
      expect(zoneBlock(zone)).not.toContain('BEGIN:DAYLIGHT');
      expect(zoneBlock(zone)).not.toContain('RRULE');
    }
  });

  it('lists each change where they follow no yearly rule', () => {
    const block = zoneBlock('Africa/Casablanca', '2027-01-12T10:00');
    expect(block).not.toContain('RRULE');
    expect(block.match(/BEGIN:(STANDARD|DAYLIGHT)/g)?.length).toBeGreaterThan(3);
  });

  it('means the same instants as our own data, in every kind of zone and season', () => {
    const zones = [
      'Europe/Berlin',
      'Europe/London',
      'Europe/Dublin',
      'America/New_York',
      'America/Santiago',
      'America/Sao_Paulo',
      'Africa/Casablanca',
      'Africa/Cairo',
      'Asia/Jerusalem',
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Australia/Adelaide',
      'Pacific/Chatham',
      'Pacific/Auckland',
      'America/Vancouver',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 20, max: 80 }),
        fc.integer({ min: 1, max: 4 }),
        (zone, day, quarter, intervalWeeks) => {
          const localStart = localOf(new Date(Date.UTC(2026, 10, 1 + day, 0, quarter * 15)), 'UTC');
          const count = Math.floor(13 / intervalWeeks);
          const ours = expandSeries({ zone, localStart, intervalWeeks, count, minutes: 30 });
          if (!ours.ok) return;
          const text = calendarText(message({ zone, localStart, rule: { intervalWeeks, count } }));
          expect(instantsOf(text)).toEqual(ours.value.map((each) => each.startsAt.toISOString()));
          for (const line of text.split('\r\n'))
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        },
      ),
      { numRuns: 150 },
    );
  });
});
