import { describe, expect, it } from '@jest/globals';
import { localOf, type WeeklyHours } from '@flipside/people-domain';
import fc from 'fast-check';
import { minuteOf } from './biweekly.js';
import { DEFAULT_CAPS, GAP_MINUTES, contains, workingTime, type PersonTime } from './free-time.js';
import { threeOptions } from './options.js';
import { patternAt, possiblePatterns, type PatternSearch } from './patterns.js';

const MINUTE = 60_000;
const week = (from: number, to: number): WeeklyHours =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: from, toMinute: to }));

const executive = (over: Partial<PersonTime> = {}): PersonTime => ({
  zone: 'Europe/London',
  hours: week(9 * 60, 17 * 60),
  claims: [],
  caps: DEFAULT_CAPS.executive,
  ...over,
});
const champion = (over: Partial<PersonTime> = {}): PersonTime =>
  executive({ caps: DEFAULT_CAPS.champion, ...over });

const search = (over: Partial<PatternSearch> = {}): PatternSearch => ({
  pairingId: 'p1',
  executive: executive(),
  champion: champion(),
  now: new Date('2027-01-11T08:00:00Z'),
  intervalWeeks: 2,
  count: 6,
  minutes: 30,
  minNoticeHours: 24,
  ...over,
});

const claimAt = (iso: string, minutes = 30) => {
  const from = Date.parse(iso);
  return { from, to: from + (minutes + GAP_MINUTES) * MINUTE };
};

describe('the patterns that suit two people', () => {
  it('keep the notice that the programme asks for', () => {
    const first = Math.min(
      ...possiblePatterns(search()).map(
        (each) => each.occurrences[0]?.occurrence?.startsAt.getTime() ?? 0,
      ),
    );
    expect(new Date(first).toISOString()).toBe('2027-01-12T09:00:00.000Z');
  });

  it('leave out no more than one date, and never the first', () => {
    const busy = search({ champion: champion({ claims: [claimAt('2027-01-26T10:00:00Z')] }) });
    const pattern = patternAt(busy, '2027-01-12T10:00');
    expect(pattern?.occurrences.map((each) => each.block)).toEqual([
      null,
      'champion_busy',
      null,
      null,
      null,
      null,
    ]);
    expect(patternAt(busy, '2027-01-26T10:00')).toBeNull();
    const busier = search({
      champion: champion({
        claims: [claimAt('2027-01-26T10:00:00Z'), claimAt('2027-02-09T10:00:00Z')],
      }),
    });
    expect(patternAt(busier, '2027-01-12T10:00')).toBeNull();
  });

  it('2. leave out the one date that a clock change pushes out of the other person’s hours', () => {
    // London 9:00 is 4:00 in New York in winter; 14:00 is 9:00, but 10:00 between 14 and 28 March.
    const found = patternAt(
      search({
        now: new Date('2027-02-22T08:00:00Z'),
        champion: champion({ zone: 'America/New_York', hours: week(9 * 60, 10 * 60) }),
      }),
      '2027-03-02T14:00',
    );
    expect(found?.occurrences.map((each) => each.block)).toEqual([
      null,
      'champion_hours',
      null,
      null,
      null,
      null,
    ]);
  });

  it('respect an executive’s one session a day', () => {
    const found = patternAt(
      search({ executive: executive({ claims: [claimAt('2027-01-12T15:00:00Z')] }) }),
      '2027-01-12T10:00',
    );
    expect(found).toBeNull();
  });

  it('are none when working hours share nothing', () => {
    const apart = search({
      champion: champion({ zone: 'Asia/Tokyo', hours: week(9 * 60, 12 * 60) }),
    });
    expect(possiblePatterns(apart)).toEqual([]);
  });

  it('prefer to avoid lunch, Monday morning and Friday afternoon', () => {
    const best = possiblePatterns(search())[0];
    const minute = minuteOf(best?.localStart ?? '2027-01-01T12:00');
    expect(minute < 12 * 60 || minute >= 13 * 60 + 30).toBe(true);
  });

  it('come in the same order every time', () => {
    expect(possiblePatterns(search())).toEqual(possiblePatterns(search()));
  });

  it('never overlap a claim or leave anybody’s working hours', () => {
    const zones = [
      'Europe/London',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'America/Vancouver',
      'Asia/Kathmandu',
      'America/Santiago',
    ];
    const hours = fc
      .tuple(fc.integer({ min: 24, max: 48 }), fc.integer({ min: 8, max: 40 }))
      .map(([from, length]) => week(from * 15, Math.min(1440, (from + length) * 15)));
    const claims = fc.array(
      fc.integer({ min: 0, max: 100 * 96 }).map((quarter) => {
        const from = Date.parse('2027-02-20T00:00:00Z') + quarter * 15 * MINUTE;
        return { from, to: from + 40 * MINUTE };
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...zones),
        hours,
        hours,
        claims,
        claims,
        fc.integer({ min: 0, max: 60 }),
        (zoneA, zoneB, hoursA, hoursB, claimsA, claimsB, dayOffset) => {
          const asked = search({
            now: new Date(Date.parse('2027-02-15T10:07:00Z') + dayOffset * 86_400_000),
            executive: executive({ zone: zoneA, hours: hoursA, claims: claimsA }),
            champion: champion({ zone: zoneB, hours: hoursB, claims: claimsB }),
          });
          for (const pattern of possiblePatterns(asked).slice(0, 40)) {
            for (const { occurrence, block, local } of pattern.occurrences) {
              if (block || !occurrence) continue;
              const [from, to] = [occurrence.startsAt.getTime(), occurrence.endsAt.getTime()];
              expect(localOf(occurrence.startsAt, zoneA)).toBe(local);
              for (const person of [asked.executive, asked.champion]) {
                expect(
                  contains(
                    workingTime(person, from - 2 * 86_400_000, to + 2 * 86_400_000),
                    from,
                    to,
                  ),
                ).toBe(true);
                const overlaps = person.claims.filter(
                  (claim) => claim.from < to + GAP_MINUTES * MINUTE && from < claim.to,
                );
                expect(overlaps).toEqual([]);
              }
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a start from outside', () => {
  it.each([
    '2027-13-01T10:00',
    '2027-02-30T10:00',
    '9999-12-31T10:00',
    '0001-01-01T10:00',
    '2026-01-12T10:00',
    'soon',
    '',
  ])('of %j is no pattern, and no error', (local) => expect(patternAt(search(), local)).toBeNull());
});

describe('the three options', () => {
  const people = { executiveName: 'Helen', championName: 'Priya', championZone: 'Europe/London' };

  it('are three different weekdays and name the best first', () => {
    const options = threeOptions(possiblePatterns(search()), people);
    expect(options).toHaveLength(3);
    expect(options[0]?.kind).toBe('best');
    expect(
      new Set(options.map(({ pattern }) => new Date(`${pattern.localStart}Z`).getUTCDay())).size,
    ).toBe(3);
  });

  it('offer another part of the day', () => {
    const options = threeOptions(possiblePatterns(search()), people);
    const parts = options.map(({ pattern }) =>
      minuteOf(pattern.localStart) < 12 * 60 ? 'am' : 'pm',
    );
    expect(new Set(parts).size).toBe(2);
  });

  it('call an option the soonest only when no other day is earlier', () => {
    const patterns = possiblePatterns(search());
    const firstDay = patterns.map((each) => each.localStart.slice(0, 10)).sort()[0];
    const soonest = threeOptions(patterns, people).find((option) => option.kind === 'soonest');
    if (soonest) expect(soonest.pattern.localStart.slice(0, 10)).toBe(firstDay);
    expect(patterns.length).toBeGreaterThan(100);
  });

  it('say which date falls out and why', () => {
    const pattern = patternAt(
      search({ champion: champion({ claims: [claimAt('2027-01-26T10:00:00Z')] }) }),
      '2027-01-12T10:00',
    );
    if (!pattern) throw new Error('expected a pattern');
    expect(threeOptions([pattern], people)[0]?.reasons).toContain(
      'Not on Tue 26 Jan: Priya has something else.',
    );
  });

  it('say how the champion’s clock shifts when only one side changes', () => {
    const pattern = patternAt(
      search({
        now: new Date('2027-02-22T08:00:00Z'),
        champion: champion({ zone: 'America/New_York', hours: week(8 * 60, 17 * 60) }),
      }),
      '2027-03-02T15:00',
    );
    if (!pattern) throw new Error('expected a pattern');
    const reasons = threeOptions([pattern], { ...people, championZone: 'America/New_York' })[0]
      ?.reasons;
    expect(reasons).toContain(
      '10:00 for Priya, 11:00 from Tue 16 Mar on, because of clock changes.',
    );
  });

  it('2. tell of a champion in New York that 9:00 in Berlin is 4:00 there on 2027-03-16 and 3:00 from 2027-03-30 on', () => {
    const pattern = patternAt(
      search({
        now: new Date('2027-03-08T08:00:00Z'),
        executive: executive({ zone: 'Europe/Berlin' }),
        champion: champion({ zone: 'America/New_York', hours: week(0, 17 * 60) }),
      }),
      '2027-03-16T09:00',
    );
    if (!pattern) throw new Error('expected a pattern');
    const reasons = threeOptions([pattern], { ...people, championZone: 'America/New_York' })[0]
      ?.reasons;
    expect(reasons).toContain('4:00 for Priya, 3:00 from Tue 30 Mar on, because of clock changes.');
  });

  it('are fewer when there are fewer times, and none when there is none', () => {
    const narrow = search({
      executive: executive({ hours: [{ weekday: 2, fromMinute: 600, toMinute: 630 }] }),
    });
    expect(threeOptions(possiblePatterns(narrow), people).length).toBeLessThanOrEqual(2);
    expect(threeOptions([], people)).toEqual([]);
  });
});
