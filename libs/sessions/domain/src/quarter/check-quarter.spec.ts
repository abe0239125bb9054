import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CAPS } from '../free-time.js';
import type { Pattern } from '../patterns.js';
import { checkQuarter, type PlanFaultKind } from './check-quarter.js';
import { planQuarter } from './plan-quarter.js';
import { chanceFrom, networkQuarter } from './quarter.fixture.js';
import type { PlanPerson, Quarter, QuarterPlan } from './quarter.js';

const quarter = networkQuarter({
  pairings: 48,
  perChampion: 4,
  executiveBusy: 0.4,
  championBusy: 0.3,
  seed: 11,
  isLively: true,
});
const plan = planQuarter(quarter);

const kindsOf = (damaged: QuarterPlan, of: Quarter = quarter): PlanFaultKind[] => [
  ...new Set(checkQuarter(of, damaged).map(({ kind }) => kind)),
];

const withPattern = (index: number, change: (pattern: Pattern) => Pattern): QuarterPlan => ({
  ...plan,
  placed: plan.placed.map((each, at) =>
    at === index ? { ...each, pattern: change(each.pattern) } : each,
  ),
});

/** The same rhythm some minutes later, with everything that follows from it. */
const later = (pattern: Pattern, minutes: number): Pattern => {
  const shift = (local: string): string =>
    new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString().slice(0, 16);
  return {
    ...pattern,
    localStart: shift(pattern.localStart),
    occurrences: pattern.occurrences.map(({ occurrence, block, local }) => ({
      block,
      local: shift(local),
      occurrence: occurrence && {
        local: shift(local),
        startsAt: new Date(occurrence.startsAt.getTime() + minutes * 60_000),
        endsAt: new Date(occurrence.endsAt.getTime() + minutes * 60_000),
      },
    })),
  };
};

const person = (id: string): PlanPerson =>
  quarter.people.find((each) => each.id === id) as PlanPerson;

const changedPerson = (id: string, over: Partial<PlanPerson>): Quarter => ({
  ...quarter,
  people: quarter.people.map((each) => (each.id === id ? { ...each, ...over } : each)),
});

describe('the check of a plan', () => {
  it('finds nothing in a plan that holds', () => {
    expect(plan.placed.length).toBeGreaterThan(30);
    expect(kindsOf(plan)).toEqual([]);
  });

  it('finds a pairing that is missing, told twice or unknown', () => {
    expect(kindsOf({ ...plan, placed: plan.placed.slice(1) })).toContain('counted_wrongly');
    expect(kindsOf({ ...plan, placed: [...plan.placed, ...plan.placed.slice(0, 1)] })).toContain(
      'counted_wrongly',
    );
    const [first] = plan.placed;
    expect(
      kindsOf({ ...plan, placed: [...plan.placed, { ...first!, pairingId: 'nobody' }] }),
    ).toContain('counted_wrongly');
  });

  it('finds a session an hour off its wall time, a drifting rhythm and a wrong length', () => {
    const hour = 3_600_000;
    const occurrences = (change: (at: number) => number) =>
      withPattern(3, (pattern) => ({
        ...pattern,
        occurrences: pattern.occurrences.map((each, index) =>
          index === 2 && each.occurrence
            ? {
                ...each,
                occurrence: {
                  ...each.occurrence,
                  startsAt: new Date(change(each.occurrence.startsAt.getTime())),
                },
              }
            : each,
        ),
      }));
    expect(kindsOf(occurrences((at) => at + hour))).toContain('wrong_instant');
    expect(
      kindsOf(
        withPattern(3, (pattern) => ({
          ...pattern,
          occurrences: pattern.occurrences.map((each, index) =>
            index === 2 ? (later(pattern, 15).occurrences[2] ?? each) : each,
          ),
        })),
      ),
    ).toContain('uneven_rhythm');
  });

  it('finds a rhythm that leaves out its first date or two dates', () => {
    const leaving = (...which: number[]) =>
      withPattern(5, (pattern) => ({
        ...pattern,
        occurrences: pattern.occurrences.map((each, index) => ({
          ...each,
          block: which.includes(index) ? ('champion_busy' as const) : null,
        })),
      }));
    expect(kindsOf(leaving(0))).toContain('too_few_dates');
    expect(kindsOf(leaving(1, 2))).toContain('too_few_dates');
  });

  it('finds times outside the quarter, without notice, in the night and in busy hours', () => {
    expect(kindsOf(withPattern(0, (each) => later(each, -21 * 1440)))).toContain('outside_quarter');
    expect(kindsOf(plan, { ...quarter, now: new Date('2027-02-20T00:00:00Z') })).toContain(
      'short_notice',
    );
    expect(kindsOf(withPattern(0, (each) => later(each, 10 * 60)))).toContain('outside_hours');
    const [first] = plan.placed;
    const at = first?.pattern.occurrences[0]?.occurrence?.startsAt.getTime() ?? 0;
    const { executiveId } = quarter.pairings.find(({ id }) => id === first?.pairingId)!;
    const busy = [{ from: at + 60_000, to: at + 120_000 }, ...(person(executiveId).busy ?? [])];
    expect(kindsOf(plan, changedPerson(executiveId, { busy }))).toContain('busy_then');
  });

  it('finds a day off, a journey and a closed morning that the plan did not know of', () => {
    const [first] = plan.placed;
    const day = first?.pattern.localStart.slice(0, 10) ?? '';
    const { executiveId } = quarter.pairings.find(({ id }) => id === first?.pairingId)!;
    const tomorrow = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    const changes: Partial<PlanPerson>[] = [
      { away: [{ fromOn: day, toOn: tomorrow }] },
      { holidays: [{ onDay: day, fromMinute: 0, name: 'A day off' }], overrides: [] },
      { overrides: [{ onDay: day, kind: 'closed', fromMinute: 0, toMinute: 1440 }] },
      { travel: [{ zone: 'Pacific/Auckland', fromOn: '2027-01-01', toOn: '2027-04-20' }] },
    ];
    for (const change of changes)
      expect(kindsOf(plan, changedPerson(executiveId, change))).toContain('outside_hours');
  });

  it('finds fuller days and weeks than anybody has room for, and a lock that was broken', () => {
    const { championId } = quarter.pairings.find(({ id }) => id === plan.placed[0]?.pairingId)!;
    const narrow = (caps: PlanPerson['caps']) => kindsOf(plan, changedPerson(championId, { caps }));
    expect(narrow({ ...DEFAULT_CAPS.champion, perDay: 0 })).toContain('too_many_in_day');
    expect(narrow({ ...DEFAULT_CAPS.champion, perWeek: 0 })).toContain('too_many_in_week');
    const locked = {
      ...quarter,
      pairings: quarter.pairings.map((each) => ({
        ...each,
        isLocked: true,
        kept: '2027-01-05T09:00',
      })),
    };
    expect(kindsOf(plan, locked)).toContain('lock_broken');
  });

  it('catches every one of 120 sessions put on top of another of the same champion', () => {
    const chance = chanceFrom(99);
    const championOf = new Map(quarter.pairings.map((each) => [each.id, each.championId]));
    let tried = 0;
    while (tried < 120) {
      const one = Math.floor(chance() * plan.placed.length);
      const champion = championOf.get(plan.placed[one]?.pairingId ?? '');
      const two = plan.placed.find(
        (each, index) => index !== one && championOf.get(each.pairingId) === champion,
      );
      if (!two) continue;
      tried++;
      // Up to nine minutes behind the other's end is still within the gap.
      const minutes = Math.floor(chance() * 39) - 19;
      const target = two.pattern;
      expect(
        kindsOf(withPattern(one, (pattern) => ({ ...later(target, minutes), cost: pattern.cost }))),
      ).toContain('overlap');
    }
  });
});
