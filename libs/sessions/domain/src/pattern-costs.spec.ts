/** What makes one rhythm better than another: each term of section 2.3 of the design, by the number. */
import { describe, expect, it } from '@jest/globals';
import type { WeeklyHours } from '@flipside/people-domain';
import { hashOf, tieBreak } from './discomfort.js';
import { DEFAULT_CAPS, type PersonTime } from './free-time.js';
import { threeOptions } from './options.js';
import { patternAt, possiblePatterns, type PatternSearch } from './patterns.js';

const week = (from: number, to: number): WeeklyHours =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: from * 60, toMinute: to * 60 }));
const DATES = 6;
const executive: PersonTime = {
  zone: 'Europe/London',
  hours: week(8, 18),
  claims: [],
  caps: DEFAULT_CAPS.executive,
};
const champion: PersonTime = { ...executive, caps: DEFAULT_CAPS.champion };
const search: PatternSearch = {
  pairingId: 'p1',
  executive,
  champion,
  now: new Date('2027-01-11T08:00:00Z'),
  intervalWeeks: 2,
  count: DATES,
  minutes: 30,
  minNoticeHours: 24,
};
const stretch = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });

/** What a rhythm costs, less the part that only settles ties. */
function costOf(localStart: string, over: Partial<PatternSearch> = {}): number {
  const pattern = patternAt({ ...search, ...over }, localStart);
  if (!pattern) throw new Error(`No rhythm begins at ${localStart}`);
  return pattern.cost - tieBreak(hashOf(`${search.pairingId} ${localStart}`));
}

/** Tuesday the day after tomorrow, in the middle of a free day of the executive that it cuts in two. */
const TUESDAY = '2027-01-12T10:00';
const SPLITS = 30 * DATES;

describe('the cost of a rhythm', () => {
  it('is a point for each day until it begins, and what its dates do to the executive’s day', () => {
    expect(costOf(TUESDAY)).toBe(1 + SPLITS);
    expect(costOf('2027-01-26T10:00')).toBe(15 + SPLITS);
  });

  it('is 2,000 for a date that falls out, and nothing else of that date', () => {
    const claims = [stretch('2027-01-26T10:00:00Z', '2027-01-26T10:40:00Z')];
    expect(costOf(TUESDAY, { champion: { ...champion, claims } })).toBe(1 + SPLITS - 30 + 2000);
  });

  it('is six points for each quarter hour that the executive would rather keep and four for the champion, the worst date once more', () => {
    // Lunch of both: two quarter hours each. Cuts the day in two all the same.
    expect(costOf('2027-01-12T12:00')).toBe(1 + SPLITS + (DATES + 1) * (2 * 6 + 2 * 4));
    // Lunch of the executive alone: theirs is longer.
    expect(costOf('2027-01-12T13:00')).toBe(1 + SPLITS + (DATES + 1) * 2 * 6);
    // Before the champion's day has well begun: an hour earlier there.
    const lisbon = { ...champion, zone: 'Atlantic/Azores', hours: week(7, 18) };
    expect(costOf('2027-01-12T09:00', { champion: lisbon })).toBe(1 + SPLITS + (DATES + 1) * 2 * 4);
  });

  it('counts Monday morning and Friday afternoon for the executive alone', () => {
    expect(costOf('2027-01-18T09:00')).toBe(7 + SPLITS + (DATES + 1) * 2 * 6);
    expect(costOf('2027-01-15T15:00')).toBe(4 + SPLITS + (DATES + 1) * 2 * 6);
    expect(costOf('2027-01-13T15:00')).toBe(2 + SPLITS);
  });

  it('counts the worst date once more where only some are uncomfortable', () => {
    // New York changes its clocks two weeks before London: one date comes an hour later there, into lunch.
    const newYork = { ...champion, zone: 'America/New_York' };
    const over = { now: new Date('2027-02-22T08:00:00Z'), champion: newYork };
    expect(costOf('2027-03-02T16:00', over)).toBe(8 + SPLITS + (1 + 1) * 2 * 4);
  });

  it('is 15 points less for a date that fills a corner of the day instead of cutting it', () => {
    const busy = [stretch('2027-01-12T08:00:00Z', '2027-01-12T10:00:00Z')];
    const filled = costOf(TUESDAY, { executive: { ...executive, busy } });
    expect(filled).toBe(1 + SPLITS - 30 - 15);
  });

  it('is 60 points less at the weekday and hour of the quarter before', () => {
    expect(costOf(TUESDAY, { previous: '2026-10-06T10:00' })).toBe(1 + SPLITS - 60);
    expect(costOf(TUESDAY, { previous: '2026-10-06T10:30' })).toBe(1 + SPLITS);
    expect(costOf(TUESDAY, { previous: '2026-10-07T10:00' })).toBe(1 + SPLITS);
  });

  it('is 20 points for a day on which the champion has a session already', () => {
    const claims = [stretch('2027-02-09T15:00:00Z', '2027-02-09T15:40:00Z')];
    expect(costOf(TUESDAY, { champion: { ...champion, claims } })).toBe(1 + SPLITS + 20);
  });

  it('is three points off the half hours', () => {
    expect(costOf('2027-01-12T10:15')).toBe(1 + SPLITS + 3);
  });

  it('falls differently for each pairing where all else is equal, always the same for one', () => {
    const tie = (pairingId: string) => patternAt({ ...search, pairingId }, TUESDAY)?.cost ?? 0;
    const ties = Array.from({ length: 50 }, (_, index) => tie(`pairing ${index}`) - 1 - SPLITS);
    expect(new Set(ties)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
    expect(tie('p1')).toBe(tie('p1'));
  });
});

describe('the three options', () => {
  const people = { executiveName: 'Helen', championName: 'Priya', championZone: 'Europe/London' };

  it('are the cheapest rhythm of all, the soonest day, and the cheapest at another part of the day', () => {
    // Tomorrow has lunch alone: possible, and no pleasure.
    const hours = search.executive.hours.map((each) =>
      each.weekday === 2 ? { ...each, fromMinute: 12 * 60, toMinute: 13 * 60 } : each,
    );
    const patterns = possiblePatterns({ ...search, executive: { ...executive, hours } });
    const [best, soonest, other, ...more] = threeOptions(patterns, people);
    expect(more).toEqual([]);
    expect(best?.kind).toBe('best');
    expect(best?.pattern.cost).toBe(Math.min(...patterns.map(({ cost }) => cost)));
    expect(soonest?.kind).toBe('soonest');
    expect(soonest?.pattern.localStart.slice(0, 10)).toBe('2027-01-12');
    expect(soonest?.reasons[0]).toBe('The soonest day that suits both.');
    expect(other?.kind).toBe('other_time');
    const isMorning = (local = '') => local.slice(11) < '12:00';
    expect(isMorning(other?.pattern.localStart)).not.toBe(isMorning(best?.pattern.localStart));
  });
});
