import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '@flipside/kernel';
import { daysUntil, funnelOf, type NominationHistory } from './funnel.js';

const today = '2026-06-30';
const history = (
  entered: NominationHistory['entered'],
  source: NominationHistory['source'] = 'peer',
): NominationHistory => ({ source, entered });
const stage = (histories: NominationHistory[], name: string) => {
  const found = funnelOf(histories, today).stages.find((each) => each.stage === name);
  if (!found) throw new Error(`No stage ${name}`);
  return found;
};

describe('conversion', () => {
  it('follows those who entered a stage in one month, not today’s counts', () => {
    const flow = stage(
      [
        history({ nominated: '2026-03-02', screened: '2026-03-20' }),
        history({ nominated: '2026-03-05', declined: '2026-03-07' }),
        // Moved on in May, but belongs to the month in which it began.
        history({ nominated: '2026-03-28', screened: '2026-05-01' }),
        history({ nominated: '2026-05-10' }),
      ],
      'nominated',
    );
    expect(flow.cohorts).toEqual([
      { month: '2026-03', entered: 3, movedOn: 2, stopped: 1, waiting: 0 },
      { month: '2026-05', entered: 1, movedOn: 0, stopped: 0, waiting: 1 },
    ]);
    expect(flow).toMatchObject({ entered: 4, movedOn: 2, stopped: 1, waiting: 1 });
  });

  it('counts whoever skipped a stage as moved on, and not as having entered it', () => {
    const skipped = [
      history({ nominated: '2026-03-01', screened: '2026-03-05', approved: '2026-03-09' }),
    ];
    expect(stage(skipped, 'screened')).toMatchObject({ entered: 1, movedOn: 1 });
    expect(stage(skipped, 'interviewed').entered).toBe(0);
  });

  it('adds up for any histories, by month and in all', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2025-05-01', n));
    const any = fc.array(
      fc.record({
        source: fc.constantFrom('self' as const, 'peer' as const),
        entered: fc.record(
          { nominated: day, screened: day, approved: day, active: day, declined: day },
          { requiredKeys: [] },
        ),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(any, (histories) => {
        const { stages, sources } = funnelOf(histories, today);
        for (const flow of stages) {
          expect(flow.movedOn + flow.stopped + flow.waiting).toBe(flow.entered);
          expect(flow.cohorts.reduce((sum, { entered }) => sum + entered, 0)).toBe(flow.entered);
        }
        expect(sources.reduce((sum, { nominated }) => sum + nominated, 0)).toBe(histories.length);
        for (const { accepted, decided, nominated } of sources) {
          expect(accepted).toBeLessThanOrEqual(decided);
          expect(decided).toBeLessThanOrEqual(nominated);
        }
      }),
    );
  });
});

describe('time in a stage', () => {
  it('treats those still waiting as unfinished: 2, 4, 6 days done and 3 waited give 4, not 2', () => {
    // After day 2: ¾ there; after day 4: ¾ · ½ = ⅜; after day 6: 0.
    expect(daysUntil(0.5, [2, 4, 6], [3])).toBe(4);
    expect(daysUntil(0.9, [2, 4, 6], [3])).toBe(6);
    // Left out, those who wait would make it look faster.
    expect(daysUntil(0.5, [2], [30, 30, 30])).toBeNull();
  });

  it('is the plain median and ninetieth when nobody waits', () => {
    const days = Array.from({ length: 20 }, (_, n) => n + 1);
    expect(daysUntil(0.5, days, [])).toBe(10);
    expect(daysUntil(0.9, days, [])).toBe(18);
    expect(daysUntil(0.5, [], [])).toBeNull();
  });

  it('never gets shorter when somebody waits longer', () => {
    const days = fc.array(fc.nat(60), { maxLength: 15 });
    fc.assert(
      fc.property(days, days, fc.nat(60), (finished, unfinished, more) => {
        const before = daysUntil(0.5, finished, unfinished);
        const after = daysUntil(0.5, finished, [...unfinished, more + 1000]);
        if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('does not let fast decliners make the median look good, and tells them apart', () => {
    const slow = [20, 30, 40].map((days) =>
      history({ nominated: '2026-01-01', screened: addDays('2026-01-01', days) }),
    );
    const decliners = [1, 1, 2, 2].map((days) =>
      history({ nominated: '2026-02-01', declined: addDays('2026-02-01', days) }),
    );
    const flow = stage([...slow, ...decliners], 'nominated');
    expect(flow.medianDays).toBe(30);
    expect(flow.stoppedMedianDays).toBe(1);
  });

  it('lists how many wait and how long the longest does', () => {
    expect(
      stage(
        [history({ nominated: '2026-06-01' }), history({ nominated: '2026-06-20' })],
        'nominated',
      ),
    ).toMatchObject({ waiting: 2, longestDays: 29, medianDays: null });
  });
});

describe('sources and decisions', () => {
  const mixed = [
    history({ nominated: '2026-01-01', active: '2026-02-01' }, 'self'),
    history({ nominated: '2026-01-01', declined: '2026-03-01' }, 'self'),
    history({ nominated: '2026-01-01', approved: '2026-01-20', active: '2026-02-01' }, 'manager'),
    history({ nominated: '2026-06-20' }, 'manager'),
    history({ nominated: '2026-05-01' }, 'manager'),
  ];

  it('gives acceptance by source over those whose way is over', () => {
    expect(funnelOf(mixed, today).sources).toEqual([
      { source: 'manager', nominated: 3, decided: 1, accepted: 1 },
      { source: 'self', nominated: 2, decided: 2, accepted: 1 },
    ]);
  });

  it('compares each nomination with the four weeks aimed at, and names those overdue', () => {
    expect(funnelOf(mixed, today).decisions).toEqual({
      targetDays: 28,
      decided: 3,
      inTime: 1,
      overdue: 1,
    });
  });
});
