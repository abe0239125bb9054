import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import type { Viewer } from '@flipside/platform-api';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, manyChampions } from '../builders.js';
import { LoadReader } from './load.reader.js';
import { PlanRestWeek } from './plan-rest-week.js';

const clock = fixedClock(new Date('2026-03-10T12:00:00Z'));
let database: TestDatabase;
let reader: LoadReader;

const viewerOf = (personId: string): Viewer => ({
  personId,
  name: 'Somebody',
  email: null,
  roles: new Set(['EMPLOYEE']),
  timeZone: 'Europe/London',
});

/** A pairing as the view of asks sees it: 30 minutes every fortnight are two hours per four weeks. */
async function paired(championId: string, wish: { state?: string; endedAt?: Date } = {}) {
  const executive = await aPerson(database.db);
  await database.db.rows(
    `insert into pairing (id, executive_id, champion_id, state, proposed_at, accepted_at, ended_at)
     values ($1, $2, $3, $4, '2025-12-01', '2025-12-05', $5)`,
    [newId(), executive.id, championId, wish.state ?? 'active', wish.endedAt ?? null],
  );
}

const restsOf = async (id: string) =>
  (await reader.own(id)).weeks.filter(({ isRest }) => isRest).map(({ weekOn }) => weekOn);

beforeAll(async () => {
  database = await testDatabase();
  reader = new LoadReader(database.db, clock);
});
afterAll(() => database.close());

describe('what is asked of a champion', () => {
  it('counts running pairings now, and those of four weeks ago', async () => {
    const { id } = await aChampion(database.db);
    await paired(id);
    await paired(id, { state: 'completed', endedAt: new Date('2026-02-01T10:00:00Z') });
    await paired(id, { state: 'declined' });
    expect(await reader.own(id)).toEqual({
      askedHours: 2,
      earlierHours: 4,
      kinds: [{ kind: 'pairing', count: 1, hours: 2 }],
      weeks: expect.arrayContaining([{ weekOn: '2026-03-09', isRest: false }]),
    });
  });
});

describe('a rest week', () => {
  it('is planned, planned twice without harm, and taken back', async () => {
    const { id } = await aChampion(database.db);
    const plan = new PlanRestWeek(database.db, clock);
    const week = { weekOn: '2026-03-16', isRest: true };
    expect(await plan.run(viewerOf(id), week)).toEqual({ ok: true, value: { personId: id } });
    await plan.run(viewerOf(id), week);
    expect(await restsOf(id)).toEqual(['2026-03-16']);
    await plan.run(viewerOf(id), { ...week, isRest: false });
    expect(await restsOf(id)).toEqual([]);
  });

  it('is a Monday from this week on, and for champions alone', async () => {
    const { id } = await aChampion(database.db);
    const plan = new PlanRestWeek(database.db, clock);
    expect(await plan.run(viewerOf(id), { weekOn: '2026-03-17', isRest: true })).toMatchObject({
      refusal: { code: 'REST_WEEK_OUT_OF_RANGE', field: 'weekOn' },
    });
    const somebody = await aPerson(database.db);
    await expect(
      plan.run(viewerOf(somebody.id), { weekOn: '2026-03-16', isRest: true }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('load of the network', () => {
  it('is spread over active champions, resting ones out, and said in a sentence', async () => {
    const other = await testDatabase();
    const own = database;
    database = other;
    try {
      const [busy, resting] = [
        await aChampion(other.db, { person: { name: 'Ana' }, agreedHours: 3 }),
        await aChampion(other.db, { rests: { from: '2026-03-01', to: '2026-04-01' } }),
      ];
      await aChampion(other.db, { person: { name: 'Ben' } });
      for (let n = 0; n < 2; n += 1) await paired(busy.id);
      await paired(resting.id);
      const network = new LoadReader(other.db, clock);
      expect(await network.network()).toMatchObject({
        asOf: '2026-03-10',
        champions: 2,
        askedHours: 4,
        agreedHours: 7,
        gini: 0.5,
        topCount: 1,
        topShare: 1,
        sentence:
          'The busiest champion of 2 carries 100 % of all hours: spread very unevenly (Gini 0.50).',
        loads: [
          { name: 'Ana', askedHours: 4, agreedHours: 3, isOver: true },
          { name: 'Ben', askedHours: 0, isOver: false },
        ],
        overrides: [],
      });
      const few = await countStatements(() => network.network());
      const people = [];
      for (let n = 0; n < 5; n += 1) people.push((await aPerson(other.db)).id);
      await manyChampions(other.db, people);
      expect(await countStatements(() => network.network())).toBe(few);
    } finally {
      database = own;
      await other.close();
    }
  });
});
