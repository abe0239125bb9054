import { describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import fc from 'fast-check';
import { backOnOf, DAYS_AFTER_NOT_NOW, NOT_NOW_WEEKS, postponeBy } from './not-now.js';
import { PAIRING_STATES } from './pairing.js';
import { askIn, LONGEST_QUESTION, MOST_QUESTIONS, readsQuestions } from './question.js';

const now = new Date('2026-11-21T10:00:00Z');
const when = { now, today: '2026-11-21' };
const proposed = {
  state: 'proposed',
  executiveAnswer: 'pending',
  championAnswer: 'pending',
  expiresAt: new Date('2026-12-05T10:00:00Z'),
  executiveBackOn: null,
  championBackOn: null,
} as const;

describe('not now', () => {
  it('keeps the proposal, names the day, and leaves a week to answer after it', () => {
    expect(postponeBy(proposed, 'executive', 4, when)).toEqual({
      ok: true,
      value: {
        ...proposed,
        executiveBackOn: '2026-12-19',
        backOn: '2026-12-19',
        expiresAt: new Date('2026-12-26T00:00:00Z'),
      },
    });
  });

  it('never shortens the time to answer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NOT_NOW_WEEKS),
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom('executive' as const, 'champion' as const),
        (weeks, days, side) => {
          const expiresAt = new Date(now.getTime() + days * 86_400_000);
          const after = postponeBy({ ...proposed, expiresAt }, side, weeks, when);
          if (!after.ok || !after.value.expiresAt) return false;
          const earliest = `${addDays(after.value.backOn, DAYS_AFTER_NOT_NOW)}T00:00:00Z`;
          return after.value.expiresAt >= expiresAt && after.value.expiresAt >= new Date(earliest);
        },
      ),
    );
  });

  it('is said once by each side, and a second press of the same day changes nothing', () => {
    const first = postponeBy(proposed, 'champion', 2, when);
    if (!first.ok) throw new Error('refused');
    expect(postponeBy(first.value, 'champion', 2, when)).toEqual(first);
    expect(postponeBy(first.value, 'champion', 4, when)).toMatchObject({
      refusal: { code: 'ALREADY_POSTPONED' },
    });
    expect(postponeBy(first.value, 'executive', 4, when).ok).toBe(true);
  });

  it('is refused after a yes, too late, for another length, and by the programme', () => {
    const refused = (own: object, weeks = 1) =>
      postponeBy({ ...proposed, ...own }, 'executive', weeks, when);
    expect(refused({ executiveAnswer: 'yes' })).toMatchObject({
      refusal: { code: 'ALREADY_SAID_YES' },
    });
    expect(refused({ expiresAt: now })).toMatchObject({ refusal: { code: 'EXPIRED' } });
    expect(refused({}, 3)).toMatchObject({
      refusal: { code: 'NOT_NOW_OUT_OF_RANGE', field: 'weeks' },
    });
    expect(refused({ state: 'active' })).toMatchObject({ refusal: { code: 'NOT_IN_THIS_STATE' } });
  });

  it('is over once that side has answered', () => {
    const waiting = { ...proposed, executiveBackOn: '2026-12-05' } as const;
    expect(backOnOf(waiting, 'executive')).toBe('2026-12-05');
    expect(backOnOf({ ...waiting, executiveAnswer: 'yes' }, 'executive')).toBeNull();
    expect(backOnOf(waiting, 'champion')).toBeNull();
  });
});

describe('a question about a proposal', () => {
  const ask = (own: object = {}, wish: object = {}) =>
    askIn({ state: 'proposed', asked: 0, ...own }, 'executive', {
      readers: 'pair',
      text: ' Which tools do you use? ',
      ...wish,
    });

  it('is a short text while the proposal waits', () => {
    expect(ask()).toEqual({ ok: true, value: 'Which tools do you use?' });
    expect(ask({}, { text: 'x'.repeat(LONGEST_QUESTION) }).ok).toBe(true);
  });

  it('is refused when empty, too long, one too many, or once the proposal is answered', () => {
    expect(ask({}, { text: '  ' })).toMatchObject({
      refusal: { code: 'QUESTION_MISSING', field: 'text' },
    });
    expect(ask({}, { text: 'x'.repeat(LONGEST_QUESTION + 1) })).toMatchObject({
      refusal: { code: 'TEXT_TOO_LONG', field: 'text' },
    });
    expect(ask({ asked: MOST_QUESTIONS })).toMatchObject({
      refusal: { code: 'TOO_MANY_QUESTIONS' },
    });
    for (const state of PAIRING_STATES.filter((other) => other !== 'proposed')) {
      expect(ask({ state }).ok).toBe(false);
    }
  });

  it('reaches its readers and nobody else', () => {
    const read = (actor: 'executive' | 'champion' | 'hr_lead') =>
      (['pair', 'executive_and_lead', 'champion_and_lead'] as const).map((readers) =>
        readsQuestions(actor, readers),
      );
    expect(read('executive')).toEqual([true, true, false]);
    expect(read('champion')).toEqual([true, false, true]);
    expect(read('hr_lead')).toEqual([false, true, true]);
    expect(ask({}, { readers: 'champion_and_lead' })).toMatchObject({
      refusal: { code: 'NOT_YOURS_TO_DO' },
    });
  });
});
