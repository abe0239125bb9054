import { describe, expect, it } from '@jest/globals';
import { applyLevelRule, readGoals, type LevelCandidate } from './enrolment.js';

const person = (personId: string, own: Partial<LevelCandidate>): LevelCandidate => ({
  personId,
  level: null,
  enrolment: null,
  ...own,
});

describe('the level rule', () => {
  it('enrols everybody down to the level, and removes those it enrolled who fell below', () => {
    const outcome = applyLevelRule(
      [
        person('above', { level: 1 }),
        person('at', { level: 3 }),
        person('below', { level: 4 }),
        person('unknown', { level: null }),
        person('in already', { level: 2, enrolment: { source: 'level', isRemoved: false } }),
        person('fell below', { level: 5, enrolment: { source: 'level', isRemoved: false } }),
        person('back again', { level: 3, enrolment: { source: 'level', isRemoved: true } }),
      ],
      3,
    );
    expect(outcome).toEqual({
      ok: true,
      value: { enrol: ['above', 'at', 'back again'], remove: ['fell below'] },
    });
  });

  it('leaves decisions by hand alone in both directions', () => {
    const outcome = applyLevelRule(
      [
        person('added by hand', { level: 8, enrolment: { source: 'hand', isRemoved: false } }),
        person('removed by hand', { level: 1, enrolment: { source: 'hand', isRemoved: true } }),
      ],
      3,
    );
    expect(outcome).toEqual({ ok: true, value: { enrol: [], remove: [] } });
  });

  it('asks for a level when none is set', () => {
    expect(applyLevelRule([], null)).toMatchObject({ refusal: { code: 'NO_LEVEL_RULE' } });
  });
});

describe('goals', () => {
  it('are trimmed, and repeated topics fall together whatever their case', () => {
    expect(
      readGoals({ goal: ' Ask better questions ', topics: ['Law', ' law ', '', 'Data'] }),
    ).toEqual({ ok: true, value: { goal: 'Ask better questions', topics: ['Law', 'Data'] } });
  });

  it('hold the limits that the form shows', () => {
    expect(readGoals({ goal: 'x'.repeat(501), topics: [] })).toMatchObject({
      refusal: { code: 'GOAL_TOO_LONG', field: 'goal' },
    });
    expect(readGoals({ goal: '', topics: ['x'.repeat(61)] })).toMatchObject({
      refusal: { code: 'TOPIC_TOO_LONG', field: 'topics' },
    });
    const nine = Array.from({ length: 9 }, (_, i) => `Topic ${i}`);
    expect(readGoals({ goal: '', topics: nine })).toMatchObject({
      refusal: { code: 'TOO_MANY_TOPICS', field: 'topics' },
    });
  });
});
