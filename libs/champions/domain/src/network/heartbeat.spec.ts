import { describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import {
  breadthInWords,
  heartbeatInWords,
  heartbeatOf,
  renewedTerm,
  termEnd,
} from './heartbeat.js';

const today = '2026-03-10';
const ago = (personId: string, days: number) => ({ personId, on: addDays(today, -days) });

describe('the heartbeat', () => {
  it('counts acts of 30 days and warns of silence before day 60', () => {
    const beat = heartbeatOf(
      [ago('a', 0), ago('b', 30), ago('c', 31), ago('d', 45), ago('e', 59)],
      today,
    );
    expect(beat).toEqual({
      active: 5,
      alive: 2,
      quiet: [
        { personId: 'e', days: 59 },
        { personId: 'd', days: 45 },
      ],
    });
    expect(heartbeatInWords(beat)).toBe(
      '2 of 5 champions did something for colleagues in 30 days. 2 are quiet for 45 days or longer: write before day 60.',
    );
    expect(heartbeatInWords(heartbeatOf([], today))).toBe('There are no active champions yet.');
  });
});

it('says nominator breadth with both numbers', () => {
  expect(breadthInWords(41, 27)).toBe(
    '41 people nominated in a year, for 27 units of ten or more: 1.5 per unit.',
  );
  expect(breadthInWords(1, 0)).toBe('1 person nominated in a year.');
});

describe('a term', () => {
  it('ends the day before the same day, so many months later, also in short months', () => {
    expect(termEnd('2026-03-01', 12)).toBe('2027-02-28');
    expect(termEnd('2026-08-31', 6)).toBe('2027-02-27');
    expect(termEnd('2026-01-15', 3)).toBe('2026-04-14');
  });

  it('is renewed within its last 60 days, from its end on', () => {
    const asked = { today, months: 12 };
    expect(renewedTerm('2026-05-10', asked)).toMatchObject({ refusal: { code: 'TERM_RUNS' } });
    expect(renewedTerm('2026-05-09', asked)).toEqual({ ok: true, value: '2027-05-09' });
    expect(renewedTerm('2026-01-31', asked)).toEqual({ ok: true, value: '2027-03-09' });
    expect(renewedTerm(null, asked)).toEqual({ ok: true, value: '2027-03-09' });
  });
});
