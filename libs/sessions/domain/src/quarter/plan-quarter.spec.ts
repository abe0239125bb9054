import { describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import { localOf, resolveLocal, type WeeklyHours } from '@flipside/people-domain';
import fc from 'fast-check';
import { DEFAULT_CAPS } from '../free-time.js';
import { patternJudge, possiblePatterns, type Pattern } from '../patterns.js';
import { checkQuarter } from './check-quarter.js';
import { planQuarter } from './plan-quarter.js';
import { networkQuarter, type NetworkWish } from './quarter.fixture.js';
import type { PlanPairing, PlanPerson, Quarter, QuarterPlan } from './quarter.js';

const wishes = (pairings: number): fc.Arbitrary<NetworkWish> =>
  fc.record({
    pairings: fc.integer({ min: 1, max: pairings }),
    perChampion: fc.integer({ min: 1, max: 10 }),
    executiveBusy: fc.double({ min: 0, max: 0.75, noNaN: true }),
    championBusy: fc.double({ min: 0, max: 0.7, noNaN: true }),
    seed: fc.nat(),
    // Quarters with clock changes on either side of the Atlantic, and one without.
    startsOn: fc.constantFrom('2027-01-04', '2027-02-22', '2026-10-01', '2027-08-30'),
    isLively: fc.boolean(),
  });

const few = { numRuns: 10 };

/** The draft as the next run sees it. */
const keeping = (quarter: Quarter, plan: QuarterPlan, isLocked = false): Quarter => {
  const starts = new Map(plan.placed.map((each) => [each.pairingId, each.pattern.localStart]));
  return {
    ...quarter,
    pairings: quarter.pairings.map((pairing) => {
      const kept = starts.get(pairing.id) ?? null;
      return { ...pairing, kept, isLocked: isLocked && kept !== null };
    }),
  };
};

const changed = (quarter: Quarter, id: string, over: Partial<PlanPerson>): Quarter => ({
  ...quarter,
  people: quarter.people.map((person) => (person.id === id ? { ...person, ...over } : person)),
});

const startsOf = (plan: QuarterPlan): Map<string, string> =>
  new Map(plan.placed.map((each) => [each.pairingId, each.pattern.localStart]));

const midnight = (zone: string, day: string): Date => {
  const found = resolveLocal(zone, `${day}T00:00`);
  return found.kind === 'instant' ? found.instant : new Date(Number.NaN);
};

describe('a plan for a quarter', () => {
  it('passes the independent check whatever the network, and counts every pairing once', () => {
    fc.assert(
      fc.property(wishes(60), (wish) => {
        const quarter = networkQuarter(wish);
        expect(checkQuarter(quarter, planQuarter(quarter))).toEqual([]);
      }),
      few,
    );
  });

  it('counts the last hours at home as the first day of a journey east, when it is that day there already', () => {
    const quarter = networkQuarter({
      pairings: 3,
      perChampion: 2,
      executiveBusy: 5e-324,
      championBusy: 5e-324,
      seed: 660_154_776,
      startsOn: '2026-10-01',
      isLively: true,
    });
    const traveller = quarter.people.find(({ id }) => id === 'executive-000002');
    expect(traveller).toMatchObject({
      zone: 'America/Toronto',
      travel: [{ zone: 'Asia/Kolkata', fromOn: '2026-10-21' }],
    });
    expect(checkQuarter(quarter, planQuarter(quarter))).toEqual([]);
  });

  it('finds of two people exactly the times that judging each quarter hour alone would find', () => {
    fc.assert(
      fc.property(wishes(1), (wish) => {
        const quarter = networkQuarter(wish);
        const [pairing] = quarter.pairings as [PlanPairing];
        const one = (id: string) => quarter.people.find((each) => each.id === id) as PlanPerson;
        const search = {
          pairingId: pairing.id,
          executive: one(pairing.executiveId),
          champion: one(pairing.championId),
          now: new Date(`${quarter.startsOn}T07:00:00Z`),
          intervalWeeks: pairing.intervalWeeks,
          count: Math.floor(13 / pairing.intervalWeeks),
          minutes: pairing.minutes,
          minNoticeHours: 24,
        };
        const first = localOf(
          new Date(search.now.getTime() + 24 * 3_600_000),
          search.executive.zone,
        ).slice(0, 10);
        const round = pairing.intervalWeeks * 7;
        const judge = patternJudge(search);
        const found = new Map<string, Pattern>();
        for (let quarterHour = 0; quarterHour < (round + 14) * 96; quarterHour++) {
          const day = Math.floor(quarterHour / 96);
          const local = `${addDays(first, day)}T${String(Math.floor((quarterHour % 96) / 4)).padStart(2, '0')}:${String((quarterHour % 4) * 15).padStart(2, '0')}`;
          const rhythm = `${day % round} ${quarterHour % 96}`;
          const pattern = found.has(rhythm) ? null : judge(local);
          if (pattern) found.set(rhythm, pattern);
        }
        expect(possiblePatterns(search)).toEqual(
          [...found.values()].sort(
            (a, b) => a.cost - b.cost || (a.localStart < b.localStart ? -1 : 1),
          ),
        );
      }),
      { numRuns: 4 },
    );
  });

  it('gives a pairing alone the time that the search for one pairing finds best', () => {
    fc.assert(
      fc.property(wishes(1), (wish) => {
        const quarter = networkQuarter(wish);
        const [pairing] = quarter.pairings as [PlanPairing];
        const one = (id: string) => quarter.people.find((each) => each.id === id) as PlanPerson;
        const executive = one(pairing.executiveId);
        const end = addDays(quarter.startsOn, 91);
        const patterns = possiblePatterns({
          pairingId: pairing.id,
          executive,
          champion: one(pairing.championId),
          now: quarter.now,
          from: midnight(executive.zone, quarter.startsOn),
          intervalWeeks: pairing.intervalWeeks,
          count: Math.floor(13 / pairing.intervalWeeks),
          minutes: pairing.minutes,
          minNoticeHours: quarter.minNoticeHours,
        }).filter((each) => (each.occurrences.at(-1)?.local ?? end) < end);
        const { placed, unplaced } = planQuarter(quarter);
        expect(placed[0]?.pattern ?? null).toEqual(patterns[0] ?? null);
        expect(unplaced).toHaveLength(patterns.length > 0 ? 0 : 1);
      }),
      { numRuns: 20 },
    );
  });

  it('77. is the same, byte for byte, for the same input in any order', () => {
    fc.assert(
      fc.property(wishes(40), (wish) => {
        const quarter = networkQuarter(wish);
        const turned = {
          ...quarter,
          people: quarter.people.toReversed(),
          pairings: quarter.pairings.toReversed(),
        };
        expect(JSON.stringify(planQuarter(turned))).toBe(JSON.stringify(planQuarter(quarter)));
      }),
      few,
    );
  });

  it('stays as it is when it is made again and nothing changed', () => {
    fc.assert(
      fc.property(wishes(40), (wish) => {
        const quarter = networkQuarter(wish);
        const plan = planQuarter(quarter);
        // Whoever found no place may still push somebody aside: only full plans must stand still.
        fc.pre(plan.unplaced.every(({ reason }) => reason.startsWith('no_')));
        expect(startsOf(planQuarter(keeping(quarter, plan)))).toEqual(startsOf(plan));
      }),
      few,
    );
  });

  it('82. moves nobody outside the group of the one whose week changed', () => {
    let compared = 0;
    fc.assert(
      fc.property(wishes(40), fc.nat(), (wish, which) => {
        const quarter = networkQuarter(wish);
        const plan = planQuarter(quarter);
        const one = quarter.pairings[which % quarter.pairings.length] as PlanPairing;
        const mornings: WeeklyHours = [1, 3].map((weekday) => ({
          weekday,
          fromMinute: 540,
          toMinute: 720,
        }));
        const again = planQuarter(
          changed(keeping(quarter, plan), one.executiveId, { hours: mornings }),
        );
        const [before, after] = [startsOf(plan), startsOf(again)];
        const others = quarter.pairings.filter(({ championId }) => championId !== one.championId);
        for (const { id } of others.filter(({ id }) => before.has(id))) {
          expect(after.get(id)).toBe(before.get(id));
          compared++;
        }
      }),
      few,
    );
    expect(compared).toBeGreaterThan(0);
  });

  it('moves only whoever has to move when a neighbour’s time falls away', () => {
    const quarter = networkQuarter({
      pairings: 40,
      perChampion: 4,
      executiveBusy: 0.3,
      championBusy: 0.2,
      seed: 7,
    });
    const plan = planQuarter(quarter);
    expect(plan.unplaced).toEqual([]);
    const [first] = quarter.pairings as [PlanPairing];
    const start = plan.placed[0]?.pattern.occurrences[0]?.occurrence?.startsAt.getTime() ?? 0;
    const person = quarter.people.find(({ id }) => id === first.executiveId) as PlanPerson;
    const again = planQuarter(
      changed(keeping(quarter, plan), first.executiveId, {
        busy: [...(person.busy ?? []), { from: start, to: start + 1_800_000 }],
      }),
    );
    const [before, after] = [startsOf(plan), startsOf(again)];
    expect([...before].filter(([id, at]) => after.get(id) !== at).map(([id]) => id)).toEqual([
      first.id,
    ]);
  });

  it('never moves a locked time: it stays or is left out and said to be', () => {
    fc.assert(
      fc.property(wishes(30), (wish) => {
        const quarter = networkQuarter(wish);
        const locked = keeping(quarter, planQuarter(quarter), true);
        const busier = {
          ...locked,
          people: locked.people.map((person) => ({
            ...person,
            busy: [
              ...(person.busy ?? []),
              ...(networkQuarter({ ...wish, seed: wish.seed + 1 }).people.find(
                ({ id }) => id === person.id,
              )?.busy ?? []),
            ].toSorted((a, b) => a.from - b.from),
          })),
        };
        const again = planQuarter(busier);
        expect(checkQuarter(busier, again)).toEqual([]);
        const after = startsOf(again);
        for (const { id, kept } of busier.pairings.filter(({ isLocked }) => isLocked)) {
          const reason = again.unplaced.find(({ pairingId }) => pairingId === id)?.reason;
          expect(after.get(id) ?? reason).toBe(after.has(id) ? kept : 'lock_does_not_fit');
        }
      }),
      { numRuns: 8 },
    );
  });

  it('keeps the wall time across clock changes that come at different dates', () => {
    const quarter = networkQuarter({
      pairings: 12,
      perChampion: 3,
      executiveBusy: 0.2,
      championBusy: 0.2,
      seed: 3,
      startsOn: '2027-02-22',
    });
    const { placed } = planQuarter(quarter);
    expect(placed).toHaveLength(12);
    for (const { pattern } of placed)
      expect(new Set(pattern.occurrences.map(({ local }) => local.slice(11))).size).toBe(1);
    // The clocks do change within it: the same hour is another one in UTC.
    const inUtc = ({ occurrences }: Pattern) =>
      new Set(
        occurrences.flatMap(({ occurrence }) =>
          occurrence ? [occurrence.startsAt.toISOString().slice(11)] : [],
        ),
      );
    expect(placed.some(({ pattern }) => inUtc(pattern).size > 1)).toBe(true);
  });
});

describe('a small group', () => {
  /** Few hours and many neighbours, so that every combination can be tried. */
  const tight = (size: number, seed: number): Quarter => {
    const hours = (shift: number): WeeklyHours => [
      { weekday: 2, fromMinute: 540 + shift, toMinute: 600 + shift },
      { weekday: 4, fromMinute: 840, toMinute: 870 + 15 * (seed % 2) },
    ];
    const person = (id: string, shift: number, side: 'executive' | 'champion'): PlanPerson => ({
      id,
      zone: 'Europe/London',
      hours: hours(shift),
      claims: [],
      caps: side === 'champion' ? { perDay: 2, perWeek: 2 } : DEFAULT_CAPS.executive,
    });
    return {
      now: new Date('2027-01-01T09:00:00Z'),
      startsOn: '2027-01-04',
      minNoticeHours: 24,
      people: [
        person('champion', 0, 'champion'),
        ...Array.from({ length: size }, (_, index) =>
          person(`executive-${index}`, ((seed >> index) % 3) * 15, 'executive'),
        ),
      ],
      pairings: Array.from({ length: size }, (_, index) => ({
        id: `pairing-${index}`,
        executiveId: `executive-${index}`,
        championId: 'champion',
        intervalWeeks: 2,
        minutes: 30,
        notBefore: '2027-01-04',
        previous: null,
        kept: null,
        isLocked: false,
      })),
    };
  };

  /** Every choice of every pairing, on moments and nothing else. */
  function bruteForce(quarter: Quarter): { placed: number; cost: number } {
    const choices = quarter.pairings.map((pairing) =>
      possiblePatterns({
        pairingId: pairing.id,
        executive: quarter.people.find(({ id }) => id === pairing.executiveId) as PlanPerson,
        champion: quarter.people[0] as PlanPerson,
        now: quarter.now,
        from: new Date('2027-01-04T00:00:00Z'),
        intervalWeeks: 2,
        count: 6,
        minutes: 30,
        minNoticeHours: 24,
      }),
    );
    let best = { placed: -1, cost: 0 };
    const weeks = (at: number) => Math.floor((at / 86_400_000 + 3) / 7);
    const days = (at: number) => Math.floor(at / 86_400_000);
    const visit = (depth: number, taken: number[], placed: number, cost: number): void => {
      if (placed + choices.length - depth < best.placed) return;
      if (depth === choices.length) {
        if (placed > best.placed || (placed === best.placed && cost < best.cost))
          best = { placed, cost };
        return;
      }
      for (const pattern of choices[depth] ?? []) {
        const starts = pattern.occurrences.map((each) => each.occurrence?.startsAt.getTime() ?? 0);
        const clashes = starts.some((at) =>
          taken.some((other) => Math.abs(other - at) < 2_400_000),
        );
        const full = starts.some(
          (at) =>
            taken.filter((other) => weeks(other) === weeks(at)).length >= 2 ||
            taken.filter((other) => days(other) === days(at)).length >= 2,
        );
        if (!clashes && !full)
          visit(depth + 1, [...taken, ...starts], placed + 1, cost + pattern.cost);
      }
      visit(depth + 1, taken, placed, cost);
    };
    visit(0, [], 0, 0);
    return best;
  }

  it('80. is placed as well as trying everything would', () => {
    for (let seed = 0; seed < 25; seed++) {
      const quarter = tight(2 + (seed % 5), seed * 37);
      const plan = planQuarter(quarter);
      expect(plan.provenGroups).toBe(1);
      expect({
        placed: plan.placed.length,
        cost: plan.placed.reduce((sum, { pattern }) => sum + pattern.cost, 0),
      }).toEqual(bruteForce(quarter));
    }
  });

  it('says who is left out because others took the times, and what would help', () => {
    const narrow = planQuarter(tight(6, 5));
    expect(narrow.unplaced.length).toBeGreaterThan(0);
    for (const { reason } of narrow.unplaced) expect(reason).toBe('taken_by_others');
    const wide = tight(6, 5);
    const week: WeeklyHours = [1, 2, 3, 4, 5].map((weekday) => ({
      weekday,
      fromMinute: 540,
      toMinute: 1020,
    }));
    // Two sessions a week are four pairings in a fortnight.
    const plan = planQuarter({
      ...wide,
      people: wide.people.map((person) => ({ ...person, hours: week })),
    });
    expect(plan.placed).toHaveLength(4);
    for (const { reason, helps } of plan.unplaced) {
      expect(reason).toBe('too_many_sessions');
      expect(helps.map(({ relaxation }) => relaxation)).toEqual(['champion_sessions']);
    }
  });
});

describe('a pairing that cannot be placed', () => {
  it('81. gets a time when what would help is given, everybody else locked', () => {
    let helped = 0;
    fc.assert(
      fc.property(wishes(24), (wish) => {
        const quarter = networkQuarter({ ...wish, executiveBusy: 0.6 + wish.executiveBusy / 4 });
        const plan = planQuarter(quarter);
        for (const { pairingId, helps } of plan.unplaced.slice(0, 3)) {
          const pairing = quarter.pairings.find(({ id }) => id === pairingId) as PlanPairing;
          const help = helps.find(({ relaxation }) => relaxation.endsWith('_busy'));
          if (!help) continue;
          const side = help.relaxation.startsWith('executive') ? 'executiveId' : 'championId';
          const again = planQuarter(
            changed(keeping(quarter, plan, true), pairing[side], { busy: [] }),
          );
          expect(startsOf(again).has(pairingId)).toBe(true);
          helped++;
        }
      }),
      { numRuns: 8, seed: 81 },
    );
    expect(helped).toBeGreaterThan(0);
  });

  it('is told apart: no hour in common, no time in common, no days left', () => {
    const base = networkQuarter({
      pairings: 1,
      perChampion: 1,
      executiveBusy: 0,
      championBusy: 0,
      seed: 1,
    });
    const [pairing] = base.pairings as [PlanPairing];
    const at = (fromMinute: number, toMinute: number): WeeklyHours =>
      [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute, toMinute }));
    const both = changed(
      changed(base, pairing.executiveId, { zone: 'Europe/London', hours: at(540, 720), away: [] }),
      pairing.championId,
      { zone: 'Europe/London', hours: at(780, 960), away: [] },
    );
    const reasonOf = (quarter: Quarter) => planQuarter(quarter).unplaced[0]?.reason;
    expect(reasonOf(both)).toBe('no_common_hours');
    expect(planQuarter(both).unplaced[0]?.helps.map(({ relaxation }) => relaxation)).toEqual(
      expect.arrayContaining(['executive_hours', 'champion_hours']),
    );
    const away = [{ fromOn: '2027-01-01', toOn: '2027-06-01' }];
    const absent = changed(
      changed(both, pairing.championId, { zone: 'Europe/London', hours: at(540, 720) }),
      pairing.executiveId,
      { zone: 'Europe/London', hours: at(540, 720), away },
    );
    expect(planQuarter(absent).unplaced[0]).toMatchObject({
      reason: 'no_common_time',
      helps: [{ relaxation: 'executive_days_off' }],
    });
    const late = { ...both, pairings: [{ ...pairing, notBefore: '2027-03-30' }] };
    expect(reasonOf(late)).toBe('no_days_left');
  });
});
