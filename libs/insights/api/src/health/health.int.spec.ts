import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { Looks } from '@flipside/people-api';
import { anHrLead } from '@flipside/people-api/builders';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import { aRhythm, NOW } from '../programme.builder.js';
import { FindHealth } from './find-health.job.js';
import { HealthResolver } from './health.resolver.js';

let test: TestDatabase;
let hr: string;
beforeAll(async () => {
  test = await testDatabase();
  hr = (await anHrLead(test.db)).id;
});
afterAll(() => test.close());

const find = (at = NOW) => new FindHealth(test.db, fixedClock(at)).handle();
const health = () =>
  new HealthResolver(test.db, new Looks(test.db, fixedClock(NOW))).pairingHealth({ personId: hr });
const byName = async () => {
  const { pairings } = await health();
  return new Map(pairings.map((each) => [each.executiveName, each]));
};

describe('the health of pairings', () => {
  it('is found by rules first and a score second, those that need a look first', async () => {
    await aRhythm(test.db, {
      executive: 'Good',
      fortnights: ['held', 'held', 'held', 'held', 'held', 'held'],
    });
    await aRhythm(test.db, {
      executive: 'Empty',
      fortnights: ['held', 'held', 'held', 'held', null, null],
    });
    await aRhythm(test.db, {
      executive: 'Called off',
      reason: 'executive_away',
      fortnights: ['held', 'held', 'held', 'held', 'skipped', 'skipped'],
    });
    await aRhythm(test.db, { executive: 'New', anchorOn: '2026-11-16', fortnights: [null] });
    await aRhythm(test.db, {
      executive: 'Over',
      state: 'completed',
      endedAt: new Date('2026-11-01T10:00:00Z'),
      fortnights: ['held'],
    });
    await find();
    const found = await byName();
    expect(found.get('Good')).toMatchObject({
      state: 'on_rhythm',
      reasons: ['They meet in their rhythm.', '4 of the last 4 due sessions took place.'],
    });
    expect(found.get('Empty')).toMatchObject({
      state: 'at_risk',
      reasons: ['No session in the last two fortnights.'],
    });
    expect(found.get('Called off')?.reasons[0]).toBe(
      'The executive called off the last two sessions.',
    );
    expect(found.get('New')?.state).toBe('too_new');
    expect(found.has('Over')).toBe(false);
    expect([...found.keys()].at(-1)).toBe('Good');
  });

  it('remembers since when, over any number of nights', async () => {
    await find(new Date('2026-11-25T03:30:00Z'));
    expect((await byName()).get('Empty')?.sinceOn).toBe('2026-11-24');
  });

  it('stays what it was the night before while the score is within five points of the border', async () => {
    // Ten days beyond the rhythm and three of the last four: (35 · 0.64 + 20 · 0.75) ÷ 55 is 68, below 70.
    const { pairingId } = await aRhythm(test.db, {
      executive: 'Near',
      fortnights: ['held', 'held', 'held', 'held', 'held', 'not_held'],
    });
    await find();
    expect((await byName()).get('Near')?.state).toBe('slipping');
    await test.db.rows(`update pairing_health set state = 'on_rhythm' where pairing_id = $1`, [
      pairingId,
    ]);
    await find();
    expect((await byName()).get('Near')?.state).toBe('on_rhythm');
  });

  it('is answered with one statement, and one for the trace that it leaves', async () => {
    expect(await countStatements(health)).toBe(2);
  });
});
