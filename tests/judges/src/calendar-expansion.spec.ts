/**
 * Series as libical and recurring-ical-events expand them out of our own messages. libical goes by the
 * zone in the message, so instants are compared; the other goes by the system's zones, so wall times are.
 */
import { describe, expect, it } from '@jest/globals';
import { calendarText, expandSeries, type CalendarMessage } from '@flipside/sessions-domain';
import { WEEKLY_VECTORS } from '@flipside/sessions-domain/weekly-vectors';
import fc from 'fast-check';
import { askLibical } from './libical.js';
import { askPython } from './python.js';

const READER = `
import datetime, json, sys
import icalendar, recurring_ical_events
answers = []
for text in json.load(sys.stdin):
    calendar = icalendar.Calendar.from_ical(text)
    events = recurring_ical_events.of(calendar).between(datetime.date(1990, 1, 1), datetime.date(2040, 1, 1))
    answers.append(sorted(event['DTSTART'].dt.strftime('%Y-%m-%dT%H:%M') for event in events))
json.dump(answers, sys.stdout)
`;

const askReader = (texts: readonly string[]): string[][] =>
  askPython<string[][]>(READER, ['icalendar', 'recurring_ical_events'], texts);

const ZONES = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Dublin',
  'America/New_York',
  'America/Vancouver',
  'America/Santiago',
  'America/St_Johns',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Jerusalem',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'UTC',
] as const;

interface Series {
  readonly zone: string;
  readonly localStart: string;
  readonly intervalWeeks: number;
  readonly count: number;
  readonly minutes: number;
  readonly left: readonly number[];
}

const pad = (value: number): string => String(value).padStart(2, '0');

const anySeries: fc.Arbitrary<Series> = fc.record({
  zone: fc.constantFrom(...ZONES),
  localStart: fc
    .record({
      day: fc.integer({ min: 0, max: 3 * 365 }),
      quarter: fc.integer({ min: 6 * 4, max: 22 * 4 }),
    })
    .map(({ day, quarter }) => {
      const date = new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
      return `${date}T${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`;
    }),
  intervalWeeks: fc.integer({ min: 1, max: 4 }),
  count: fc.integer({ min: 1, max: 13 }),
  minutes: fc.constantFrom(30, 45, 60),
  left: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
});

const message = (series: Series, exceptLocal: readonly string[]): CalendarMessage => ({
  method: 'REQUEST',
  uid: 'judged@coach.example.com',
  sequence: 0,
  stampedAt: new Date('2026-01-01T00:00:00Z'),
  zone: series.zone,
  localStart: series.localStart,
  minutes: series.minutes,
  recurrenceLocal: null,
  rule: { intervalWeeks: series.intervalWeeks, count: series.count },
  exceptLocal,
  summary: 'AI coaching',
  description: 'Judged',
  meetingLink: null,
  organizer: { name: 'AI coaching', email: 'coaching@example.com' },
  attendees: [{ name: 'Ana', email: 'ana@example.com' }],
});

function judged(all: readonly Series[]) {
  return all.flatMap((series) => {
    const expanded = expandSeries(series);
    // A series that meets a gap in the clocks is refused before it is ever sent.
    if (!expanded.ok) return [];
    const dates = expanded.value.filter((_, at) => !series.left.includes(at));
    const left = expanded.value.filter((_, at) => series.left.includes(at));
    const text = calendarText(
      message(
        series,
        left.map(({ local }) => local),
      ),
    );
    return [{ series, dates, text }];
  });
}

function compare(cases: ReturnType<typeof judged>): void {
  const texts = cases.map(({ text }) => text);
  const [libical, reader] = [askLibical(texts), askReader(texts)];
  cases.forEach(({ series, dates }, at) => {
    const ours = {
      series,
      instants: dates.map(({ startsAt }) => startsAt.getTime() / 1000),
      locals: dates.map(({ local }) => local),
      errors: 0,
    };
    expect({
      series,
      instants: libical[at]?.starts,
      locals: reader[at],
      errors: libical[at]?.errors,
    }).toEqual(ours);
  });
}

describe('libical and recurring-ical-events', () => {
  it('agree with our expansion on 600 random series in 18 zones, with dates left out', () => {
    const cases = judged(fc.sample(anySeries, { seed: 20_261_128, numRuns: 600 }));
    expect(cases.length).toBeGreaterThanOrEqual(500);
    compare(cases);
  }, 300_000);

  it('agree on the weekly rules of other calendar programs’ test suites', () => {
    const cases = judged(
      WEEKLY_VECTORS.map(({ zone, localStart, intervalWeeks, expected }) => ({
        zone,
        localStart,
        intervalWeeks,
        count: expected.length,
        minutes: 30,
        left: [],
      })),
    );
    expect(cases).toHaveLength(WEEKLY_VECTORS.length);
    cases.forEach(({ dates }, at) => {
      const expected = WEEKLY_VECTORS[at]?.expected.map((each) => each.slice(0, 16));
      expect(dates.map(({ local }) => local)).toEqual(expected);
    });
    compare(cases);
  }, 120_000);
});
