/** Ready to scale: computed from what is there, so a change of any input shows at once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CoverageFacts, CoverageReader } from '@flipside/champions-api';
import { aChampion } from '@flipside/champions-api/builders';
import { fixedClock } from '@flipside/kernel';
import { aPairing, anExecutive } from '@flipside/pairings-api/builders';
import { anOrgUnit, manyPeople } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { NOW } from './programme.builder.js';
import { ReadyToScaleReader } from './ready-to-scale.resolver.js';
import { RhythmReader } from './rhythm.reader.js';

let test: TestDatabase;
let reader: ReadyToScaleReader;
let salesId: string;
let teamId: string;

beforeAll(async () => {
  test = await testDatabase();
  const clock = fixedClock(NOW);
  reader = new ReadyToScaleReader(
    test.db,
    new CoverageReader(new CoverageFacts(test.db, clock)),
    new RhythmReader(test.db, clock),
  );
  const company = await anOrgUnit(test.db, { name: 'Meridian' });
  salesId = (await anOrgUnit(test.db, { name: 'Sales', parentId: company.id })).id;
  teamId = (await anOrgUnit(test.db, { name: 'Sales North', parentId: salesId })).id;
  await manyPeople(test.db, 20, { unitId: teamId });
});
afterAll(() => test.close());

async function sales() {
  const found = (await reader.units()).find(({ unitId }) => unitId === salesId);
  return {
    ready: found?.isReady,
    not: found?.reasons.filter(({ isMet }) => isMet === false) ?? [],
  };
}

describe('ready to scale', () => {
  it('waits for coverage and for champions with room', async () => {
    const { ready, not } = await sales();
    expect(ready).toBe(false);
    expect(not.map(({ sentence }) => sentence)).toEqual([
      '0 of 1 champion.',
      'No champion with hours to give.',
    ]);
  });

  it('flips when a champion starts, again when the load is too much, and back when people share it', async () => {
    const person = { unitId: teamId, locationId: null };
    const champion = await aChampion(test.db, { person, capacity: 2 });
    expect(await sales()).toEqual({ ready: true, not: [] });
    for (let n = 0; n < 2; n += 1) {
      // An executive with a unit of their own would be a second top, and the departments others.
      const executive = await anExecutive(test.db, { person });
      await aPairing(test.db, {
        championId: champion.id,
        executiveId: executive.id,
        state: 'active',
      });
    }
    expect((await sales()).not).toEqual([
      {
        criterion: 'load',
        isMet: false,
        sentence: '4 of 4 agreed hours are asked.',
      },
    ]);
    await aChampion(test.db, { person, capacity: 2 });
    expect((await sales()).ready).toBe(true);
  });

  it('counts every ask, not pairings alone: an office hour tips the balance', async () => {
    const { id } = await aChampion(test.db, {
      person: { unitId: teamId, locationId: null },
      agreedHours: 2,
    });
    // 4 of 10 hours until here; 4.1 more are beyond four fifths.
    await test.db.rows(
      `insert into office_hour (id, champion_id, topic, place, starts_at, on_day, minutes, created_at)
       select gen_random_uuid(), $1, 'Prompts', 'Room 4', $2::timestamptz, $2::timestamptz::date, 123, $2::timestamptz
       from generate_series(1, 2)`,
      [id, NOW],
    );
    expect((await sales()).not.map(({ sentence }) => sentence)).toEqual([
      '8.1 of 10 agreed hours are asked.',
    ]);
  });

  it('judges departments, not teams nor the company', async () => {
    expect((await reader.units()).map(({ name }) => name)).toEqual(['Sales']);
  });
});
