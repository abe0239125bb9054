import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aNomination } from '../builders.js';
import { FunnelReader } from './funnel.reader.js';

let database: TestDatabase;
let reader: FunnelReader;

beforeAll(async () => {
  database = await testDatabase();
  reader = new FunnelReader(database.db, fixedClock(new Date('2026-06-30T12:00:00Z')));
});
afterAll(() => database.close());

async function step(nominationId: string, from: string, to: string, at: string) {
  await database.db.rows(
    'insert into nomination_event (id, nomination_id, from_stage, to_stage, at) values ($1, $2, $3, $4, $5)',
    [newId(), nominationId, from, to, new Date(at)],
  );
}

describe('the funnel of nominations', () => {
  it('follows their records day by day, in the programme’s zone, whatever the stage is now', async () => {
    await database.db.rows(`update programme set default_time_zone = 'Asia/Tokyo'`);
    const since = new Date('2026-03-02T09:00:00Z');
    const [one] = [
      await aNomination(database.db, { since }),
      await aNomination(database.db, { since }),
    ];
    // 20:00 in London is the next morning in Tokyo.
    await step(one.id, 'nominated', 'screened', '2026-03-11T20:00:00Z');
    // A line of the record that changes no stage counts nowhere.
    await step(one.id, 'screened', 'screened', '2026-03-12T08:00:00Z');
    const old = await aNomination(database.db, { since: new Date('2023-01-05T09:00:00Z') });
    await step(old.id, 'nominated', 'declined', '2023-01-06T09:00:00Z');

    const { stages, sources } = await reader.funnel();
    const nominated = stages.find(({ stage }) => stage === 'nominated');
    expect(nominated).toMatchObject({
      entered: 2,
      movedOn: 1,
      waiting: 1,
      longestDays: 120,
      cohorts: [{ month: '2026-03', entered: 2, movedOn: 1, stopped: 0, waiting: 1 }],
    });
    // One of two moved on after ten days; half are never known to have waited less.
    expect(nominated?.medianDays).toBe(10);
    expect(sources).toEqual([{ source: 'peer', nominated: 2, decided: 0, accepted: 0 }]);
  });

  it('takes two statements, however many nominations', async () => {
    expect(await countStatements(() => reader.funnel())).toBe(2);
  });
});
