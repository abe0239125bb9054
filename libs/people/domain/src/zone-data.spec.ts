import { describe, expect, it } from '@jest/globals';
import { canonicalZone, zoneDataVersion, zoneTable } from './zone-data.js';
import { offsetAt, resolveLocal } from './time-zone.js';

describe('our own time-zone data', () => {
  it('3. for Vancouver, 09:00 on 2026-11-10 and on 2027-01-15 is 16:00Z, whatever Intl says', () => {
    for (const day of ['2026-11-10', '2027-01-15'])
      expect(resolveLocal('America/Vancouver', `${day}T09:00`)).toMatchObject({
        kind: 'instant',
        instant: new Date(`${day}T16:00:00Z`),
      });
  });

  it('12. zone renames compare as equal and are stored canonical', () => {
    expect(canonicalZone('Europe/Kiev')).toBe('Europe/Kyiv');
    expect(canonicalZone('Asia/Calcutta')).toBe('Asia/Kolkata');
    expect(canonicalZone('US/Eastern')).toBe('America/New_York');
    expect(canonicalZone('Etc/UTC')).toBe('UTC');
    // A place of its own stays itself, even where another one has the same clock.
    expect(canonicalZone('Europe/Oslo')).toBe('Europe/Oslo');
    const at = new Date('2027-07-01T12:00:00Z');
    expect(offsetAt('Europe/Kiev', at)).toBe(offsetAt('Europe/Kyiv', at));
  });

  it('names its release and knows nothing of inventions', () => {
    expect(zoneDataVersion()).toMatch(/^20\d\d[a-z]$/);
    expect(zoneTable('Europe/Atlantis')).toBeNull();
    expect(zoneTable('constructor')).toBeNull();
  });
});
