import { describe, expect, it } from '@jest/globals';
import { checkSessionLog, disagree, isLogOpen, type SessionLogEntry } from './session-log.js';
import { offerTopics, STARTER_TOPICS } from './topics.js';

const offered = offerTopics([], ['Forecasting', 'Board papers']);
const entry = (change: Partial<SessionLogEntry> = {}): SessionLogEntry => ({
  met: true,
  absentSide: null,
  topics: ['Forecasting'],
  lastStepDone: null,
  onRealWork: true,
  handsOn: 'most',
  behaviours: [],
  changeLine: 'Starts the forecast from last year’s misses',
  nextStep: 'Same again',
  didNotWork: '',
  ...change,
});
const codeOf = (change: Partial<SessionLogEntry>) => {
  const result = checkSessionLog(entry(change), offered);
  return result.ok ? null : { code: result.refusal.code, field: result.refusal.field };
};

describe('a session log', () => {
  it('needs nothing but whether they met', () => {
    const bare = entry({
      topics: [],
      onRealWork: null,
      handsOn: null,
      changeLine: '',
      nextStep: '',
    });
    expect(checkSessionLog(bare, offered).ok).toBe(true);
  });

  it('asks who could not come when they did not meet', () => {
    expect(codeOf({ met: false })).toEqual({ code: 'ABSENT_SIDE_MISSING', field: 'absentSide' });
  });

  it('keeps nothing about work that did not take place', () => {
    const result = checkSessionLog(entry({ met: false, absentSide: 'champion' }), offered);
    expect(result).toEqual({
      ok: true,
      value: {
        met: false,
        absentSide: 'champion',
        topics: [],
        lastStepDone: null,
        onRealWork: null,
        handsOn: null,
        behaviours: [],
        changeLine: '',
        nextStep: 'Same again',
        didNotWork: '',
      },
    });
  });

  it('forgets an absent side when they met after all', () => {
    const result = checkSessionLog(entry({ absentSide: 'both' }), offered);
    expect(result.ok && result.value.absentSide).toBeNull();
  });

  it('takes 8 topics and refuses a 9th', () => {
    expect(codeOf({ topics: offered.slice(0, 8) })).toBeNull();
    expect(codeOf({ topics: offered.slice(0, 9) })).toEqual({
      code: 'TOO_MANY_TOPICS',
      field: 'topics',
    });
  });

  it('refuses a topic that was not offered, because HR sees topics', () => {
    expect(codeOf({ topics: ['Helen cried about the layoffs'] })?.code).toBe('UNKNOWN_TOPIC');
  });

  it('counts a repeated topic once', () => {
    const result = checkSessionLog(entry({ topics: ['Forecasting', 'Forecasting'] }), offered);
    expect(result.ok && result.value.topics).toEqual(['Forecasting']);
  });

  it('takes a line of 280 characters and refuses 281, counting an emoji once', () => {
    expect(codeOf({ changeLine: '🌱'.repeat(280) })).toBeNull();
    expect(codeOf({ changeLine: 'x'.repeat(281) })).toEqual({
      code: 'TOO_LONG',
      field: 'changeLine',
    });
  });

  it('with something that opens doors in a line is not saved, since the other one reads it', () => {
    for (const field of ['changeLine', 'nextStep', 'didNotWork'] as const)
      expect(codeOf({ [field]: 'Log in with password: hunter2hunter2' })).toEqual({
        code: 'SECRET_FOUND',
        field,
      });
  });

  it('records no hands-on share for work that was not tried', () => {
    const result = checkSessionLog(entry({ onRealWork: false, handsOn: 'most' }), offered);
    expect(result.ok && result.value.handsOn).toBeNull();
  });
});

describe('changing a log', () => {
  const loggedAt = new Date('2026-11-18T10:00:00Z');

  it('is open until just before 48 hours have passed', () => {
    expect(isLogOpen(loggedAt, new Date('2026-11-20T09:59:59.999Z'))).toBe(true);
    expect(isLogOpen(loggedAt, new Date('2026-11-20T10:00:00Z'))).toBe(false);
  });
});

describe('two answers about the same session', () => {
  it('disagree only when both have spoken and differ', () => {
    expect(disagree(true, false)).toBe(true);
    expect(disagree(false, true)).toBe(true);
    expect(disagree(true, true)).toBe(false);
    expect(disagree(true, null)).toBe(false);
    expect(disagree(null, false)).toBe(false);
  });
});

describe('the topics a log offers', () => {
  it('start with the last used, then the wishes, then the starter list, without repeats', () => {
    const topics = offerTopics(
      ['Spreadsheets', 'Board papers'],
      ['spreadsheets', 'Hiring plans', ''],
    );
    expect(topics.slice(0, 3)).toEqual(['Spreadsheets', 'Board papers', 'Hiring plans']);
    expect(topics.filter((topic) => topic.toLowerCase() === 'spreadsheets')).toHaveLength(1);
    expect(topics).toHaveLength(STARTER_TOPICS.length + 2);
  });
});
