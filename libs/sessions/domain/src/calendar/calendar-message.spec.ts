/** Every field that calendar programs look at, for each method and kind of message. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarText, type CalendarMessage } from './calendar-message.js';
import { unfold } from './content-lines.js';

const LINK = 'https://meet.example.com/ana,bo';
const message = (over: Partial<CalendarMessage> = {}): CalendarMessage => ({
  method: 'REQUEST',
  uid: '3f0c@coach.example.com',
  sequence: 3,
  stampedAt: new Date('2027-03-10T08:00:00Z'),
  zone: 'Europe/Berlin',
  localStart: '2027-03-16T09:00',
  minutes: 30,
  recurrenceLocal: null,
  rule: { intervalWeeks: 2, count: 6 },
  exceptLocal: ['2027-03-30T09:00', '2027-04-13T09:00'],
  summary: 'AI coaching: Ana / Bo',
  description: `Join here: ${LINK}`,
  meetingLink: LINK,
  organizer: { name: 'AI coaching', email: 'coaching@example.com' },
  attendees: [
    { name: 'Ana', email: 'ana@example.com', answer: 'accepted' },
    { name: 'Bo', email: 'bo@example.com', answer: null },
  ],
  isCounterRead: true,
  ...over,
});
const ONE = { rule: null, exceptLocal: [], recurrenceLocal: '2027-03-16T09:00' } as const;

/** The lines of the calendar and its event, in order; those of the zone are another spec's. */
const linesOf = (over?: Partial<CalendarMessage>): string[] => {
  const lines = unfold(calendarText(message(over)))
    .split('\r\n')
    .filter((line) => line !== '');
  const zone = [lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE')] as const;
  expect(zone[0]).toBeGreaterThan(0);
  return [...lines.slice(0, zone[0]), ...lines.slice(zone[1] + 1)];
};

const HEAD = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Flipside//Sessions//EN',
  'CALSCALE:GREGORIAN',
];
const IDENTITY = ['UID:3f0c@coach.example.com', 'DTSTAMP:20270310T080000Z'];
const ORGANIZER = 'ORGANIZER;CN=AI coaching:mailto:coaching@example.com';
const TIMES = [
  'SEQUENCE:3',
  'DTSTART;TZID=Europe/Berlin:20270316T090000',
  'DTEND;TZID=Europe/Berlin:20270316T093000',
];
const WORDS = [
  'SUMMARY:AI coaching: Ana / Bo',
  'DESCRIPTION:Join here: https://meet.example.com/ana\\,bo',
  'LOCATION:https://meet.example.com/ana\\,bo',
  `CONFERENCE;VALUE=URI;FEATURE=VIDEO:${LINK}`,
  'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN=Ana:mailto:ana@example.com',
  'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Bo:mailto:bo@example.com',
];
const END = ['END:VEVENT', 'END:VCALENDAR'];

describe('the fields of a message', () => {
  it('that invites to a series', () => {
    expect(linesOf()).toEqual([
      ...HEAD,
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      ...IDENTITY,
      ORGANIZER,
      ...TIMES,
      'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=6',
      'EXDATE;TZID=Europe/Berlin:20270330T090000',
      'EXDATE;TZID=Europe/Berlin:20270413T090000',
      ...WORDS,
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
      'X-MICROSOFT-DISALLOW-COUNTER:FALSE',
      ...END,
    ]);
  });

  it.each([
    ['moves one date', 'REQUEST', 'CONFIRMED', ['X-MICROSOFT-CDO-BUSYSTATUS:BUSY']],
    ['cancels one date', 'CANCEL', 'CANCELLED', []],
  ] as const)('that %s', (_, method, status, busy) => {
    expect(linesOf({ ...ONE, method })).toEqual([
      ...HEAD,
      `METHOD:${method}`,
      'BEGIN:VEVENT',
      ...IDENTITY,
      'RECURRENCE-ID;TZID=Europe/Berlin:20270316T090000',
      ORGANIZER,
      ...TIMES,
      ...WORDS,
      `STATUS:${status}`,
      'TRANSP:OPAQUE',
      ...busy,
      'X-MICROSOFT-DISALLOW-COUNTER:FALSE',
      ...END,
    ]);
  });

  it('that cancels a series has neither rule nor exceptions, and says so in its status', () => {
    const lines = linesOf({ method: 'CANCEL' });
    expect(lines).toContain('STATUS:CANCELLED');
    expect(lines.filter((line) => /^(RRULE|EXDATE|X-MICROSOFT-CDO)/.test(line))).toEqual([]);
    expect(lines).toEqual(expect.arrayContaining(TIMES));
  });

  it('that asks for no other times where nobody reads them, and hides what is private', () => {
    const lines = linesOf({ isCounterRead: false, isPrivate: true });
    expect(lines).toContain('X-MICROSOFT-DISALLOW-COUNTER:TRUE');
    expect(lines).toContain('CLASS:PRIVATE');
    expect(linesOf().filter((line) => line.startsWith('CLASS'))).toEqual([]);
  });

  it('never has an alarm, a weekday, both ends of a rule or a time without a zone, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('REQUEST', 'CANCEL'),
        fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/Vancouver', 'Africa/Casablanca'),
        fc.oneof(
          fc.record({
            intervalWeeks: fc.integer({ min: 1, max: 4 }),
            count: fc.integer({ min: 2, max: 13 }),
          }),
          fc.record({
            intervalWeeks: fc.integer({ min: 1, max: 4 }),
            lastStart: fc.constant(new Date('2027-05-11T07:00:00Z')),
          }),
        ),
        fc.boolean(),
        (method, zone, rule, isOne) => {
          const over = { method, zone, ...(isOne ? ONE : { rule }) } as const;
          const text = linesOf(over).join('\n');
          expect(text).not.toMatch(/VALARM|BYDAY|WKST|COUNT=.*UNTIL|UNTIL=.*COUNT/);
          for (const time of text.match(/^(DTSTART|DTEND|EXDATE|RECURRENCE-ID).*$/gm) ?? [])
            expect(time).toMatch(new RegExp(`^[A-Z-]+;TZID=${zone}:\\d{8}T\\d{6}$`));
        },
      ),
    );
  });
});
