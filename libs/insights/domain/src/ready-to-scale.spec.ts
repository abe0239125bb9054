import { describe, expect, it } from '@jest/globals';
import { readyToScale, type ScaleFacts } from './ready-to-scale.js';

const ready: ScaleFacts = {
  state: 'covered',
  champions: 5,
  required: 5,
  askedHours: 16,
  agreedHours: 20,
  rhythm: { held: 7, counted: 10 },
};
const unmet = (change: Partial<ScaleFacts>) =>
  readyToScale({ ...ready, ...change })
    .reasons.filter(({ isMet }) => isMet === false)
    .map(({ criterion }) => criterion);

describe('ready to scale', () => {
  it('holds when coverage is met, champions have room and pairings meet', () => {
    expect(readyToScale(ready).isReady).toBe(true);
  });

  it('flips with each input, and says which', () => {
    expect(unmet({ state: 'close', champions: 4 })).toEqual(['coverage']);
    expect(unmet({ askedHours: 16.5 })).toEqual(['load']);
    expect(unmet({ agreedHours: 0, askedHours: 0 })).toEqual(['load']);
    expect(unmet({ rhythm: { held: 6, counted: 10 } })).toEqual(['rhythm']);
  });

  it('is not held back by pairings too few to show', () => {
    const { isReady, reasons } = readyToScale({ ...ready, rhythm: null });
    expect(isReady).toBe(true);
    expect(reasons[2]).toEqual({
      criterion: 'rhythm',
      isMet: null,
      sentence: 'Too few pairings to say.',
    });
  });
});
