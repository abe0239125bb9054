/** The past of coverage: what was shown is kept. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { anOrgUnit, aPerson, manyPeople } from '@flipside/people-api/builders';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, manyChampions } from '../builders.js';
import { recordChampionAct } from '../champions/record-champion-act.js';
import { CloseCoverageDay, monthEnds } from './close-coverage-day.js';
import { CoverageFacts } from './coverage-facts.js';
import { CoverageReader } from './coverage.reader.js';
import { reportOf } from './coverage-view.js';
import { SeatPlans } from './seat-plan.reader.js';

const open = async (at: string) => {
  const database: TestDatabase = await testDatabase();
  const clock = fixedClock(new Date(`${at}T12:00:00Z`));
  const facts = new CoverageFacts(database.db, clock);
  const reader = new CoverageReader(facts);
  return { ...database, clock, facts, reader, closing: new CloseCoverageDay(database.db, facts) };
};
type Setting = Awaited<ReturnType<typeof open>>;

describe('a day that is over', () => {
  let test: Setting;
  let unitId: string;
  let people: string[];

  beforeAll(async () => {
    test = await open('2026-03-10');
    unitId = (await anOrgUnit(test.db)).id;
    people = await manyPeople(test.db, 30, { unitId });
    await manyChampions(test.db, people.slice(0, 1));
    await test.closing.handle();
    test.clock.set('2026-03-12T12:00:00Z');
    await test.closing.handle();
  });
  afterAll(() => test.close());

  const on = async (asOf: string, basis: 'shown' | 'records' = 'shown') => {
    const report = await test.reader.coverage({ asOf, basis });
    const unit = report.units.find(({ id }) => id === unitId);
    return {
      people: unit?.people,
      champions: unit?.champions,
      name: unit?.name,
      basis: report.basis,
    };
  };

  it('is over on the programme’s clock', async () => {
    const zone = (name: string) =>
      test.db.rows('update programme set default_time_zone = $1', [name]);
    // Two in the morning in UTC: still the day before in Los Angeles.
    test.clock.set('2026-03-13T02:00:00Z');
    const isPast = async (asOf: string) =>
      reportOf(await test.reader.coverage({ asOf, basis: 'records' })).isPast;
    try {
      await zone('America/Los_Angeles');
      expect([await isPast('2026-03-11'), await isPast('2026-03-12')]).toEqual([true, false]);
      await zone('Europe/London');
      expect([await isPast('2026-03-12'), await isPast('2026-03-13')]).toEqual([true, false]);
    } finally {
      await zone('UTC');
      test.clock.set('2026-03-12T12:00:00Z');
    }
  });

  it('keeps showing what it showed when its records are corrected later', async () => {
    expect(await on('2026-03-11')).toMatchObject({ people: 30, champions: 1, basis: 'shown' });
    // A late message: five people had left in February, and the champion only began in April.
    await test.db.rows(`update employment set valid_to = '2026-02-01' where person_id = any ($1)`, [
      people.slice(25),
    ]);
    await test.db.rows(`update champion_period set valid_from = '2026-04-01'`);
    await test.db.rows(`update org_unit set name = 'Renamed' where id = $1`, [unitId]);
    await test.db.rows('update programme set target_ratio = 5');
    expect(await on('2026-03-11')).toMatchObject({ people: 30, champions: 1 });
    expect((await on('2026-03-11')).name).not.toBe('Renamed');
    expect((await test.reader.coverage({ asOf: '2026-03-11' })).rules.targetRatio).toBe(25);
    expect(await on('2026-03-11', 'records')).toMatchObject({
      people: 25,
      champions: 0,
      basis: 'records',
      name: 'Renamed',
    });
    const levels = await test.reader.levels({ asOf: '2026-03-11' });
    expect(levels.levels.reduce((sum, level) => sum + level.people, 0)).toBe(30);
  });

  it('is not closed twice, and closing again changes nothing', async () => {
    const before = await test.db.rows('select on_day, closed_at from coverage_snapshot order by 1');
    await test.closing.handle();
    expect(
      await test.db.rows('select on_day, closed_at from coverage_snapshot order by 1'),
    ).toEqual(before);
  });

  it('is put together from dated records where nobody closed it, and says so', async () => {
    expect(await on('2026-03-09')).toMatchObject({ basis: 'records' });
    const kept = await test.facts.keptDays(monthEnds('2026-03-10', 60));
    expect(kept.length).toBeGreaterThan(12);
    expect(kept.every(({ isReconstructed }) => isReconstructed)).toBe(true);
  });

  it('gives a trend that ends today', async () => {
    const trend = await test.reader.trend(unitId, 'today');
    expect(trend.at(-1)).toMatchObject({
      on: '2026-03-12',
      people: 25,
      champions: 0,
      isReconstructed: false,
    });
    expect(trend[0]).toMatchObject({ people: 30, isReconstructed: true });
    expect(trend.every(({ rounds }) => rounds === 0)).toBe(true);
  });

  it('marks a month in which a matching round was published', async () => {
    await test.db.rows(
      `insert into matching_round (id, name, state, rules, published_at)
       values ($1, 'Winter', 'published', '{}', '2026-02-10T09:00:00Z') returning 1`,
      [newId()],
    );
    const marked = (await test.reader.trend(unitId, 'today')).filter(({ rounds }) => rounds > 0);
    expect(marked).toMatchObject([{ on: '2026-02-28', rounds: 1 }]);
  });

  it('has its seats planned for the quarter, and the plan stays when numbers move', async () => {
    const parent = await anOrgUnit(test.db);
    const children = [
      await anOrgUnit(test.db, { parentId: parent.id, code: 'seat-a' }),
      await anOrgUnit(test.db, { parentId: parent.id, code: 'seat-b' }),
    ];
    for (const child of children) await manyPeople(test.db, 13, { unitId: child.id });
    test.clock.set('2026-04-02T12:00:00Z');
    await test.closing.handle();
    const plans = new SeatPlans(test.db, test.reader);
    const planNow = async () => {
      const report = await test.reader.coverage();
      const unit = report.units.find(({ id }) => id === parent.id);
      if (!unit) throw new Error('No unit');
      return plans.planOf(report, unit);
    };
    const before = await planNow();
    expect(before).toMatchObject({ quarter: '2026-04-01', isFrozen: true });
    await manyPeople(test.db, 20, { unitId: children[1]?.id ?? '' });
    const after = await planNow();
    expect(after.seats.map(({ seats }) => seats)).toEqual(before.seats.map(({ seats }) => seats));
    expect(after.seats.map(({ seatsToday }) => seatsToday)).not.toEqual(
      before.seats.map(({ seats }) => seats),
    );
  });
});

describe('effective coverage', () => {
  it('counts a champion with a confirmed act in the 60 days before, once, and not a ghost', async () => {
    const test = await open('2026-03-10');
    const unit = await anOrgUnit(test.db);
    const [busy, ghost] = [
      await aChampion(test.db, { person: { unitId: unit.id, locationId: null } }),
      await aChampion(test.db, { person: { unitId: unit.id, locationId: null } }),
    ];
    const act = (personId: string, key: string, on: string) =>
      test.db.transaction((tx) => recordChampionAct(tx, { personId, kind: 'session', key, on }));
    await act(busy.id, 's1', '2026-01-10');
    await act(busy.id, 's2', '2026-02-20');
    await act(busy.id, 's2', '2026-02-21');
    await act(ghost.id, 's3', '2026-01-09');
    const nobody = await aPerson(test.db);
    await act(nobody.id, 's4', '2026-03-01');
    const report = await test.reader.coverage();
    expect(report.effective.get(unit.id)).toBe(1);
    expect(report.effective.get(null)).toBe(1);
    expect((await test.reader.coverage({ asOf: '2026-03-11' })).effective.get(unit.id)).toBe(1);
    expect((await test.reader.coverage({ asOf: '2026-05-01' })).effective.get(unit.id)).toBe(0);
    await test.close();
  });
});
