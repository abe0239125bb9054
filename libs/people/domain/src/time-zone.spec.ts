import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { edgeMs, isTimeZone, localOf, offsetAt, resolveLocal, timeZones } from './time-zone.js';

const ZONES = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Santiago',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'UTC',
];

const zone = fc.constantFrom(...ZONES);
/** Whole minutes from 2020 to the end of 2036. */
const minute = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2036, 11, 31) / 60_000 })
  .map((value) => new Date(value * 60_000));

/** The wall clock as `Intl` writes it, without our tables. */
const asked = (instant: Date, name: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'short' })
    .format(instant)
    .replace(' ', 'T');

describe('resolving a wall time', () => {
  it('finds the instant on an ordinary day', () => {
    expect(resolveLocal('America/New_York', '2026-01-15T09:30')).toEqual({
      kind: 'instant',
      instant: new Date('2026-01-15T14:30:00Z'),
      offsetMinutes: -300,
    });
  });

  it('says that a time skipped by the clock change does not happen, and when the clocks resume', () => {
    expect(resolveLocal('Europe/Berlin', '2026-03-29T02:30')).toEqual({
      kind: 'gap',
      lengthMinutes: 60,
      resumesAt: new Date('2026-03-29T01:00:00Z'),
    });
  });

  it('gives both instants of a time that happens twice, the first one first', () => {
    expect(resolveLocal('Europe/Berlin', '2026-10-25T02:30')).toEqual({
      kind: 'ambiguous',
      first: new Date('2026-10-25T00:30:00Z'),
      second: new Date('2026-10-25T01:30:00Z'),
    });
  });

  it('handles a clock change of half an hour', () => {
    expect(resolveLocal('Australia/Lord_Howe', '2026-10-04T02:15')).toMatchObject({
      kind: 'gap',
      lengthMinutes: 30,
    });
    expect(resolveLocal('Australia/Lord_Howe', '2026-04-05T01:45')).toMatchObject({
      kind: 'ambiguous',
    });
  });

  it('handles a clock change of two hours', () => {
    expect(resolveLocal('Antarctica/Troll', '2026-03-29T02:30')).toMatchObject({
      kind: 'gap',
      lengthMinutes: 120,
    });
  });

  it('handles a midnight that does not exist', () => {
    expect(resolveLocal('Africa/Cairo', '2026-04-24T00:00')).toMatchObject({ kind: 'gap' });
    expect(new Date(edgeMs('Africa/Cairo', '2026-04-24', 0))).toEqual(
      new Date('2026-04-23T22:00:00Z'),
    );
  });

  it('handles a whole day that a country skipped', () => {
    expect(resolveLocal('Pacific/Apia', '2011-12-30T10:00')).toMatchObject({
      kind: 'gap',
      lengthMinutes: 24 * 60,
    });
  });

  it('refuses what is no wall time', () => {
    expect(() => resolveLocal('UTC', '2026-02-30T10:00')).toThrow(RangeError);
    expect(() => resolveLocal('UTC', '2026-02-03')).toThrow(RangeError);
    expect(() => resolveLocal('UTC', '2026-02-03T25:00')).toThrow(RangeError);
  });

  it('inverts the wall clock for any minute in any zone', () => {
    fc.assert(
      fc.property(zone, minute, (name, instant) => {
        const found = resolveLocal(name, localOf(instant, name));
        const instants =
          found.kind === 'instant'
            ? [found.instant]
            : found.kind === 'ambiguous'
              ? [found.first, found.second]
              : [];
        expect(instants.map((each) => each.getTime())).toContain(instant.getTime());
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with every minute around both clock changes of a year', () => {
    for (const name of ZONES) {
      const changes = clockChanges(name, 2026);
      for (const at of changes) {
        const seen = new Map<string, number[]>();
        for (let ms = at - 5 * 3_600_000; ms < at + 5 * 3_600_000; ms += 60_000) {
          const local = asked(new Date(ms), name);
          seen.set(local, [...(seen.get(local) ?? []), ms]);
        }
        const [first, last] = [
          asked(new Date(at - 2 * 3_600_000), name),
          asked(new Date(at + 2 * 3_600_000), name),
        ];
        for (let wall = Date.parse(`${first}Z`); wall <= Date.parse(`${last}Z`); wall += 60_000) {
          const local = new Date(wall).toISOString().slice(0, 16);
          const found = resolveLocal(name, local);
          const got =
            found.kind === 'gap'
              ? []
              : found.kind === 'instant'
                ? [found.instant.getTime()]
                : [found.first.getTime(), found.second.getTime()];
          expect([name, local, got]).toEqual([name, local, seen.get(local) ?? []]);
        }
      }
    }
  });
});

/** Hours of a year after which the offset differs from before, asked from `Intl` hour by hour. */
function clockChanges(name: string, year: number): number[] {
  const found: number[] = [];
  const wallMinusUtc = (ms: number): number => Date.parse(`${asked(new Date(ms), name)}Z`) - ms;
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 12 * 3_600_000) {
    if (wallMinusUtc(ms) !== wallMinusUtc(ms + 12 * 3_600_000)) found.push(ms + 6 * 3_600_000);
  }
  return found;
}

describe('offsets and wall clocks', () => {
  it('reads the same wall clock as Intl for any minute in any zone', () => {
    fc.assert(
      fc.property(zone, minute, (name, instant) => {
        expect(localOf(instant, name)).toBe(asked(instant, name));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives minutes east of UTC, also for quarter hours', () => {
    expect(offsetAt('Asia/Kathmandu', new Date('2026-05-01T00:00:00Z'))).toBe(345);
    expect(offsetAt('America/St_Johns', new Date('2026-01-01T00:00:00Z'))).toBe(-210);
  });

  it('changes exactly at the second of the clock change', () => {
    expect(offsetAt('Europe/London', new Date('2026-03-29T00:59:59.999Z'))).toBe(0);
    expect(offsetAt('Europe/London', new Date('2026-03-29T01:00:00Z'))).toBe(60);
  });

  it('sees both changes of a zone that leaves its summer time for one month', () => {
    const offsets = ['2025-02-15', '2025-03-15', '2025-04-15'].map((day) =>
      offsetAt('Africa/Casablanca', new Date(`${day}T12:00:00Z`)),
    );
    expect(offsets).toEqual([60, 0, 60]);
  });
});

describe('names of zones', () => {
  it('knows IANA names and refuses offsets, blanks and inventions', () => {
    expect(['Europe/Paris', 'UTC', 'America/Argentina/Ushuaia'].every(isTimeZone)).toBe(true);
    expect(['+02:00', '', 'Mars/Olympus', 'Europe/', ' Europe/Paris'].some(isTimeZone)).toBe(false);
  });

  it('lists UTC first and knows every zone it lists', () => {
    expect(timeZones()[0]).toBe('UTC');
    expect(timeZones().every(isTimeZone)).toBe(true);
  });
});
