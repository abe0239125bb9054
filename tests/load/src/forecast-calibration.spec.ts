/** The forecast's 80 % range, held against the later truth of generated programmes. */
import { describe, expect, it } from '@jest/globals';
import { calibrate, calibrationTable } from './forecast-calibration.js';

describe('the range of a forecast', () => {
  it('holds the later truth about eight times in ten, at each horizon', () => {
    const rows = calibrate(300, 1);
    for (const { days, inside, below, above, forecasts } of rows) {
      const share = inside / forecasts;
      expect([days, share >= 0.72 && share <= 0.88 ? 'fits' : share]).toEqual([days, 'fits']);
      // Neither side is missed far more often than the other.
      expect(Math.abs(below - above)).toBeLessThan(0.15 * forecasts);
    }
    expect(calibrationTable(rows).split('\n')).toHaveLength(5);
  });
});
