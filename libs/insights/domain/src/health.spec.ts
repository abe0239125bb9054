import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  countedUsefulness,
  HEALTH_WEIGHTS,
  healthOf,
  type HealthFacts,
  type HealthState,
} from './health.js';

const facts = (change: Partial<HealthFacts> = {}): HealthFacts => ({
  anchorOn: '2026-06-01',
  cadenceDays: 14,
  isPaused: false,
  hasEnded: false,
  debtDays: 0,
  hasTwoEmptyWindows: false,
  hasTwoExecutiveCancellations: false,
  saidNotAFit: false,
  lastDue: [true, true, true, true],
  usefulness: { executive: null, champion: null },
  actionItems: { due: 0, closed: 0 },
  handsOn: [],
  ...change,
});
const TODAY = '2026-11-24';
const health = (change: Partial<HealthFacts> = {}, before: HealthState | null = null) =>
  healthOf(facts(change), before, TODAY);

describe('the health of a pairing', () => {
  it('weighs 100 in all', () => {
    expect(Object.values(HEALTH_WEIGHTS).reduce((sum, each) => sum + each, 0)).toBe(100);
  });

  it('is at risk by rule, whatever the score would be', () => {
    expect(health({ hasTwoExecutiveCancellations: true })).toEqual({
      state: 'at_risk',
      score: null,
      reasons: ['The executive called off the last two sessions.'],
    });
    expect(health({ hasTwoEmptyWindows: true }).state).toBe('at_risk');
    expect(health({ saidNotAFit: true }).state).toBe('at_risk');
    expect(
      health({ hasTwoEmptyWindows: true, hasTwoExecutiveCancellations: true, saidNotAFit: true })
        .reasons,
    ).toHaveLength(2);
  });

  it('is too new until the first window and seven days more are over', () => {
    expect(health({ anchorOn: '2026-11-04' })).toMatchObject({
      state: 'too_new',
      reasons: ['Just started: too early to say.'],
    });
    expect(health({ anchorOn: '2026-11-03' }).state).toBe('on_rhythm');
  });

  it('says that there is not enough to go by with one part alone', () => {
    expect(health({ lastDue: [] })).toMatchObject({
      state: 'not_enough_data',
      reasons: ['Too little is known yet to say.'],
    });
  });

  it('leaves missing parts out and lets the others count for the whole', () => {
    // Rhythm 1 − 14/28 = 0.5 weighs 35, reliability 3/4 weighs 20: (17.5 + 15) ÷ 55 = 59.
    const { state, score, reasons } = health({ debtDays: 14, lastDue: [true, true, true, false] });
    expect([state, score]).toEqual(['slipping', 59]);
    expect(reasons).toEqual([
      'The next session has slipped by 14 days.',
      '3 of their last 4 sessions took place.',
    ]);
  });

  it('takes the lower of the two sides for usefulness and never names what only the two know', () => {
    const { score, reasons } = health({
      usefulness: { executive: 0.2, champion: 1 },
      handsOn: [0, 0, 0],
    });
    // 35 + 20 + 20 · 0.2 + 0 of 85.
    expect(score).toBe(69);
    expect(reasons.join(' ')).not.toMatch(/useful|hands/i);
  });

  it('names the two largest contributors of a pairing that goes well', () => {
    expect(health({ actionItems: { due: 4, closed: 4 } }).reasons).toEqual([
      'They meet in their rhythm.',
      'All of their last 4 sessions took place.',
    ]);
  });

  it.each([
    [0, 1, 'The next step they agreed on is still to be done.'],
    [1, 1, 'The next step they agreed on is done.'],
    [0, 3, 'None of the 3 next steps they agreed on is done.'],
    [1, 3, '1 of the 3 next steps they agreed on is done.'],
    [2, 3, '2 of the 3 next steps they agreed on are done.'],
    [3, 3, 'All 3 next steps they agreed on are done.'],
  ])('says of %i next steps of %i as one would say it', (closed, due, sentence) => {
    // Of a pairing that goes well the best parts are named, of another one the worst.
    const others = closed === due ? { lastDue: [true, false, false, false] } : { debtDays: 14 };
    expect(health({ actionItems: { due, closed }, ...others }).reasons).toContain(sentence);
  });

  it.each([
    [[true], 'Their last session took place.'],
    [[false], 'Their last session did not take place.'],
    [[false, false, false], 'None of their last 3 sessions took place.'],
    [[true, false], '1 of their last 2 sessions took place.'],
    [[true, true], 'All of their last 2 sessions took place.'],
  ])('says of sessions %j as one would say it', (lastDue, sentence) => {
    expect(health({ lastDue }).reasons).toContain(sentence);
  });

  it('counts empty windows in the rhythm of the two', () => {
    const said = (cadenceDays: number) => health({ hasTwoEmptyWindows: true, cadenceDays }).reasons;
    expect(said(14)).toEqual(['No session in the last two fortnights.']);
    expect(said(7)).toEqual(['No session in the last two weeks.']);
    expect(said(28)).toEqual(['No session in the last two spans of 4 weeks.']);
    expect(said(10)).toEqual(['No session in the last two spans of 10 days.']);
  });

  it('does not flicker: a state stays until the score is five points beyond its border', () => {
    // 67 lies below the border of 70, within the five points.
    const near = { debtDays: 0, lastDue: [true, false, false, false], handsOn: [0.3] };
    const { score } = health(near);
    expect(score).toBe(66);
    expect(health(near).state).toBe('slipping');
    expect(health(near, 'on_rhythm').state).toBe('on_rhythm');
    expect(health(near, 'slipping').state).toBe('slipping');
  });

  it('is somewhere between nothing and everything, and better never makes it worse', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
        fc.array(share, { maxLength: 3 }),
        fc.constantFrom<HealthState | null>(null, 'on_rhythm', 'slipping', 'at_risk'),
        (debtDays, lastDue, handsOn, before) => {
          const order = ['at_risk', 'slipping', 'on_rhythm'];
          const one = health({ debtDays, lastDue, handsOn }, before);
          const better = health({ debtDays: 0, lastDue, handsOn }, before);
          expect(one.score).toBeGreaterThanOrEqual(0);
          expect(better.score).toBeLessThanOrEqual(100);
          expect(better.score ?? 0).toBeGreaterThanOrEqual(one.score ?? 0);
          expect(order.indexOf(better.state)).toBeGreaterThanOrEqual(order.indexOf(one.state));
        },
      ),
    );
  });

  it('says no more than that it is the two people’s own when nothing else pulls it down', () => {
    // 35 + 20 of 85 is 65: slipping, with a perfect rhythm.
    const { state, reasons } = health({
      usefulness: { executive: 0, champion: 1 },
      handsOn: [0, 0, 0],
    });
    expect(state).toBe('slipping');
    expect(reasons).toEqual(['What counts most here is the two people’s own.']);
  });

  it('stands still while a pairing is paused, and after its end', () => {
    expect(health({ isPaused: true, hasTwoEmptyWindows: true }).state).toBe('paused');
    expect(health({ hasEnded: true, isPaused: true }).state).toBe('ended');
  });
});

describe('answers about usefulness', () => {
  const twice = { executive: [1, 0.5], champion: [0, 1] };
  const none = { executive: null, champion: null };

  it('are the mean of the last three of each side', () => {
    const [first] = countedUsefulness(
      [{ executive: [0, 1, 1, 0.25], champion: [0, 0, 1] }, twice, twice],
      3,
    );
    expect(first).toEqual({ executive: 0.75, champion: 1 / 3 });
  });

  it('count only where both have answered twice: one answer changes nothing', () => {
    const once = { executive: [0, 0, 0, 0], champion: [1] };
    expect(countedUsefulness([twice, once, twice, twice], 3)[1]).toEqual(none);
    expect(countedUsefulness([twice, once, twice, twice], 3)[0]).not.toEqual(none);
  });

  it('count only while they are counted of as many pairings as the small-group limit', () => {
    expect(countedUsefulness([twice, twice], 3)).toEqual([none, none]);
    expect(countedUsefulness([twice, twice, twice], 3)).not.toContainEqual(none);
  });

  it('weigh the same whoever of the two gave which', () => {
    const answer = fc.constantFrom(0, 0.5, 1);
    const side = fc.array(answer, { maxLength: 5 });
    fc.assert(
      fc.property(side, side, fc.boolean(), (executive, champion, isLate) => {
        const scores = [
          { executive, champion },
          { executive: champion, champion: executive },
        ].map((each) => {
          const [usefulness = none] = countedUsefulness([each, twice, twice], 3);
          return health({ usefulness, debtDays: isLate ? 14 : 0 });
        });
        expect(scores[0]).toEqual(scores[1]);
      }),
    );
  });
});
