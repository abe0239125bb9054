import { describe, expect, it } from '@jest/globals';
import { localOf } from '@flipside/people-domain';
import { DEFAULT_CAPS, GAP_MINUTES, type PersonTime } from './free-time.js';
import {
  moveOptions,
  outsideHoursInWords,
  possibleStarts,
  whyNotAt,
  type MoveSearch,
} from './moves.js';
import fc from 'fast-check';

const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 }));
const person = (over: Partial<PersonTime> = {}): PersonTime => ({
  zone: 'Europe/London',
  hours: week,
  claims: [],
  caps: DEFAULT_CAPS.champion,
  ...over,
});
const search = (over: Partial<MoveSearch> = {}): MoveSearch => ({
  executive: person({ caps: DEFAULT_CAPS.executive }),
  champion: person(),
  zone: 'Europe/London',
  minutes: 30,
  now: new Date('2027-01-11T08:00:00Z'),
  minNoticeHours: 24,
  currentStart: new Date('2027-01-19T10:00:00Z'),
  previousStart: new Date('2027-01-05T10:00:00Z'),
  nextStart: new Date('2027-02-02T10:00:00Z'),
  ...over,
});

describe('notice', () => {
  it('16. of 24 hours across a clock change is 24 elapsed hours', () => {
    const daily = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      fromMinute: 360,
      toMinute: 1320,
    }));
    const zone = 'Europe/Berlin';
    const both = { zone, hours: daily };
    const before = (iso: string): MoveSearch =>
      search({
        executive: person({ ...both, caps: DEFAULT_CAPS.executive }),
        champion: person(both),
        zone,
        now: new Date(iso),
        currentStart: new Date(new Date(iso).getTime() + 3 * 86_400_000),
        previousStart: null,
        nextStart: null,
      });
    // Clocks go forward on Sunday: Saturday 10:00 and 24 hours is Sunday 11:00.
    const spring = before('2027-03-27T09:00:00Z');
    expect(whyNotAt(spring, new Date('2027-03-28T08:00:00Z'))).toBe('TOO_SOON');
    expect(whyNotAt(spring, new Date('2027-03-28T08:45:00Z'))).toBe('TOO_SOON');
    expect(whyNotAt(spring, new Date('2027-03-28T09:00:00Z'))).toBeNull();
    expect(localOf(new Date('2027-03-28T09:00:00Z'), zone)).toBe('2027-03-28T11:00');
    // And back in autumn: Saturday 10:00 and 24 hours is Sunday 9:00.
    const autumn = before('2027-10-30T08:00:00Z');
    expect(whyNotAt(autumn, new Date('2027-10-31T07:45:00Z'))).toBe('TOO_SOON');
    expect(whyNotAt(autumn, new Date('2027-10-31T08:00:00Z'))).toBeNull();
    expect(localOf(new Date('2027-10-31T08:00:00Z'), zone)).toBe('2027-10-31T09:00');
  });
});

describe('other times for one session', () => {
  it('are five around the session, on five days, at the usual hour where it is free', () => {
    const found = moveOptions(search());
    expect(found.map((each) => localOf(each, 'Europe/London'))).toEqual([
      '2027-01-18T10:00',
      '2027-01-19T09:30',
      '2027-01-20T10:00',
      '2027-01-21T10:00',
      '2027-01-22T10:00',
    ]);
  });

  it('begin with the notice when the session is close, and wherever somebody asks to look', () => {
    const close = search({ currentStart: new Date('2027-01-12T10:00:00Z'), previousStart: null });
    expect(moveOptions(close)[0]?.toISOString()).toBe('2027-01-12T09:30:00.000Z');
    const asked = moveOptions(search(), new Date('2027-01-25T00:00:00Z'));
    expect(asked[0]?.toISOString()).toBe('2027-01-25T10:00:00.000Z');
  });

  it('never include the time it has now', () => {
    const found = moveOptions(search(), new Date('2027-01-18T00:00:00Z'));
    expect(found.map((each) => each.toISOString())).not.toContain('2027-01-19T10:00:00.000Z');
  });

  it('to offer lie beside the session, which keeps its own time until somebody answers', () => {
    const tuesday = week.filter((each) => each.weekday === 2);
    const both = {
      executive: person({ hours: tuesday, caps: DEFAULT_CAPS.executive }),
      champion: person({ hours: tuesday }),
    };
    const offered = search({ ...both, isHeldBeside: true });
    const now = offered.currentStart.getTime();
    const apart = (start: Date): number => Math.abs(start.getTime() - now) / 60_000;
    expect(moveOptions(search(both)).map(apart)).toContain(30);
    expect(moveOptions(offered).length).toBeGreaterThan(0);
    for (const start of moveOptions(offered))
      expect(apart(start)).toBeGreaterThanOrEqual(30 + GAP_MINUTES);
    const nearby = new Date('2027-01-19T10:30:00Z');
    expect([whyNotAt(search(both), nearby), whyNotAt(offered, nearby)]).toEqual([
      null,
      'SLOT_TAKEN',
    ]);
  });

  it('stay before the next session of the series', () => {
    const found = moveOptions(search(), new Date('2027-01-30T00:00:00Z'));
    expect(found.every((each) => each < new Date('2027-02-02T00:00:00Z'))).toBe(true);
  });

  it('are several on one day when few days are free', () => {
    const tuesdays = week.filter((each) => each.weekday === 2);
    const found = moveOptions(
      search({
        executive: person({ hours: tuesdays }),
        nextStart: new Date('2027-01-19T18:00:00Z'),
      }),
    );
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map((each) => each.toISOString().slice(0, 10)))).toEqual(
      new Set(['2027-01-12']),
    );
  });
});

describe('a local day that is skipped altogether', () => {
  const zone = 'Pacific/Apia';
  const daily = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    fromMinute: 540,
    toMinute: 1020,
  }));
  const both = { zone, hours: daily };
  const inApia = search({
    executive: person({ ...both, caps: DEFAULT_CAPS.executive }),
    champion: person(both),
    zone,
    now: new Date('2011-12-27T20:00:00Z'),
    minNoticeHours: 0,
    currentStart: new Date('2012-01-05T00:00:00Z'),
    previousStart: null,
    nextStart: null,
  });

  it('10. a person whose local day is skipped (Pacific/Apia, 2011-12-30) gets no slot on that date and no crash', () => {
    const [from, to] = [Date.parse('2011-12-28T00:00:00Z'), Date.parse('2012-01-03T00:00:00Z')];
    const days = possibleStarts(inApia, from, to).map((at) =>
      localOf(new Date(at), zone).slice(0, 10),
    );
    expect(days).not.toContain('2011-12-30');
    for (const day of ['2011-12-29', '2011-12-31']) expect(days).toContain(day);
    const offered = moveOptions(inApia, new Date('2011-12-29T20:00:00Z'));
    expect(offered).toHaveLength(5);
    for (const at of offered) {
      expect(localOf(at, zone).slice(0, 10)).not.toBe('2011-12-30');
      expect(whyNotAt(inApia, at)).toBeNull();
    }
  });
});

describe('judging one time', () => {
  it.each([
    ['2027-01-11T12:00:00Z', 'TOO_SOON'],
    ['2027-06-01T10:00:00Z', 'TOO_FAR'],
    ['2027-02-02T15:00:00Z', 'CROSSES_NEIGHBOUR'],
    ['2027-02-03T10:00:00Z', 'CROSSES_NEIGHBOUR'],
    ['2027-01-20T18:00:00Z', 'NOT_FREE'],
    ['2027-01-20T10:15:00Z', null],
  ])('%s: %s', (iso, expected) => {
    expect(whyNotAt(search(), new Date(iso))).toBe(expected);
  });

  it('lets somebody ask for an hour that is nobody’s usual one, never for a day off or a taken time', () => {
    const evening = new Date('2027-01-20T18:00:00Z');
    const asking = { mayBeOutsideHours: true };
    expect(whyNotAt(search(), evening)).toBe('NOT_FREE');
    expect(whyNotAt(search(asking), evening)).toBeNull();
    const claim = { from: evening.getTime(), to: evening.getTime() + 40 * 60_000 };
    const away = [{ fromOn: '2027-01-20', toOn: '2027-01-21' }];
    expect(whyNotAt(search({ ...asking, champion: person({ away }) }), evening)).toBe('AWAY');
    expect(whyNotAt(search({ ...asking, champion: person({ claims: [claim] }) }), evening)).toBe(
      'SLOT_TAKEN',
    );
    const late = week.map((each) => ({ ...each, toMinute: 1200 }));
    const people = {
      executive: { ...person(), name: 'Helen Ward' },
      champion: { ...person({ hours: late }), name: 'Priya Nair' },
    };
    expect(outsideHoursInWords(people, evening, 30)).toBe(
      'Outside the working hours of Helen Ward.',
    );
    expect(outsideHoursInWords(people, new Date('2027-01-20T10:00:00Z'), 30)).toBeNull();
  });

  it('37. keeps ten minutes between sessions, not more', () => {
    const from = Date.parse('2027-01-20T09:00:00Z');
    const busy = search({
      champion: person({ claims: [{ from, to: from + (30 + GAP_MINUTES) * 60_000 }] }),
    });
    expect(whyNotAt(busy, new Date('2027-01-20T09:40:00Z'))).toBeNull();
    expect(whyNotAt(busy, new Date('2027-01-20T09:35:00Z'))).toBe('SLOT_TAKEN');
  });

  it('17. counts a week in the person’s own zone', () => {
    const sunday = { weekday: 7, fromMinute: 0, toMinute: 1440 };
    const sydney = {
      zone: 'Australia/Sydney',
      hours: [...week, sunday, { weekday: 6, fromMinute: 0, toMinute: 1440 }],
    };
    // Sunday 23:30 in Sydney, so not yet the week of Monday.
    const claim = {
      from: Date.parse('2027-01-24T12:30:00Z'),
      to: Date.parse('2027-01-24T13:10:00Z'),
    };
    const one = { perDay: 5, perWeek: 1 };
    const asked = search({
      executive: person({ ...sydney, claims: [claim], caps: one }),
      champion: person({
        hours: [...week.map((each) => ({ ...each, fromMinute: 0, toMinute: 1440 })), { ...sunday }],
      }),
      zone: 'Australia/Sydney',
    });
    expect(whyNotAt(asked, new Date('2027-01-24T23:30:00Z'))).toBeNull();
    expect(whyNotAt(asked, new Date('2027-01-22T23:30:00Z'))).toBe('CAP_REACHED');
  });
});

describe('the search on quarter hours', () => {
  const MINUTE = 60_000;
  const START = Date.parse('2027-03-08T00:00:00Z');
  const END = START + 35 * 86_400_000;
  const times = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 35 * 1440 }), fc.integer({ min: 20, max: 300 }))
      .map(([from, length]) => ({
        from: START + from * MINUTE,
        to: START + (from + length) * MINUTE,
      })),
    { maxLength: 12 },
  );
  const someone = fc
    .record({
      zone: fc.constantFrom(
        'Europe/London',
        'America/New_York',
        'Asia/Kathmandu',
        'Asia/Kolkata',
        'Australia/Lord_Howe',
        'America/Vancouver',
      ),
      from: fc.integer({ min: 0, max: 12 }).map((quarter) => 6 * 60 + quarter * 15),
      claims: times,
      busy: times,
      travels: fc.boolean(),
      away: fc.boolean(),
    })
    .map(({ from, travels, away, ...rest }) =>
      person({
        ...rest,
        hours: [1, 2, 3, 4, 5].map((weekday) => ({
          weekday,
          fromMinute: from,
          toMinute: from + 600,
        })),
        travel: travels
          ? [{ zone: 'Asia/Singapore', fromOn: '2027-03-15', toOn: '2027-03-20' }]
          : [],
        away: away ? [{ fromOn: '2027-03-22', toOn: '2027-03-27' }] : [],
        holidays: [{ onDay: '2027-03-29', fromMinute: 720, name: 'Half a day' }],
      }),
    );

  it('9. finds exactly the quarter hours at which the rule for a single time says yes', () => {
    fc.assert(
      fc.property(someone, someone, fc.constantFrom(15, 30, 45, 60), (one, other, minutes) => {
        const asked = search({
          executive: one,
          champion: other,
          minutes,
          zone: one.zone,
          now: new Date(START),
          previousStart: null,
          nextStart: null,
        });
        const wanted: number[] = [];
        for (let at = START; at < END; at += 15 * MINUTE)
          if (whyNotAt(asked, new Date(at)) === null) wanted.push(at);
        expect(possibleStarts(asked, START, END)).toEqual(wanted);
        for (const at of wanted)
          expect(Number(localOf(new Date(at), one.zone).slice(14)) % 15).toBe(0);
      }),
      { numRuns: 12 },
    );
  });
});
