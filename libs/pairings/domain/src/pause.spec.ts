import { describe, expect, it } from '@jest/globals';
import { agree } from './agreement.js';
import { checkPause } from './pause.js';

describe('a pause', () => {
  it('ends on a later day within half a year, or stays open', () => {
    expect(checkPause(null, '2026-11-21')).toEqual({ ok: true, value: null });
    expect(checkPause('2026-11-22', '2026-11-21').ok).toBe(true);
    expect(checkPause('2027-05-20', '2026-11-21').ok).toBe(true);
  });

  it('is refused for today, a day before, and beyond half a year', () => {
    expect(checkPause('2026-11-21', '2026-11-21')).toMatchObject({
      refusal: { code: 'DAY_IN_THE_PAST', field: 'until' },
    });
    expect(checkPause('2027-05-21', '2026-11-21')).toMatchObject({
      refusal: { code: 'PAUSE_TOO_LONG' },
    });
  });
});

describe('what two people agree', () => {
  const proposed = {
    state: 'proposed',
    goal: '',
    cadenceDays: 14,
    sessionMinutes: 30,
    hasOtherSaidYes: false,
  } as const;

  it('may set goal and rhythm before sessions are planned', () => {
    const wish = { goal: ' Ask better questions ', cadenceDays: 21, sessionMinutes: 45 };
    expect(agree(proposed, wish)).toEqual({
      ok: true,
      value: { ...wish, goal: 'Ask better questions' },
    });
  });

  it('keeps the rhythm afterwards, and takes a new goal', () => {
    const active = { ...proposed, state: 'active' } as const;
    expect(agree(active, { ...active, goal: 'Forecasts' }).ok).toBe(true);
    expect(agree(active, { ...active, cadenceDays: 7 })).toMatchObject({
      refusal: { code: 'RHYTHM_FIXED' },
    });
  });

  it('keeps the rhythm that the other one said yes to, and takes a new goal', () => {
    const said = { ...proposed, hasOtherSaidYes: true };
    expect(agree(said, { ...said, goal: 'Forecasts' }).ok).toBe(true);
    for (const change of [{ cadenceDays: 7 }, { sessionMinutes: 15 }])
      expect(agree(said, { ...said, ...change })).toMatchObject({
        refusal: { code: 'RHYTHM_SAID_YES_TO', field: 'cadenceDays' },
      });
  });

  it('is refused outside the limits and after the end', () => {
    expect(agree(proposed, { ...proposed, cadenceDays: 6 })).toMatchObject({
      refusal: { code: 'RHYTHM_OUT_OF_RANGE' },
    });
    expect(agree(proposed, { ...proposed, sessionMinutes: 20 })).toMatchObject({
      refusal: { code: 'RHYTHM_OUT_OF_RANGE' },
    });
    expect(agree(proposed, { ...proposed, goal: 'x'.repeat(501) })).toMatchObject({
      refusal: { code: 'GOAL_TOO_LONG' },
    });
    expect(agree({ ...proposed, state: 'declined' }, proposed)).toMatchObject({
      refusal: { code: 'ALREADY_OVER' },
    });
  });
});
