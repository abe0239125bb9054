/** The past of coverage: what was shown is kept, and any company on any date agrees with counting by hand. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import { coverageOf } from '@flipside/champions-domain';
import { aLocation, aMove, anOrgUnit, aPerson, manyPeople } from '@flipside/people-api/builders';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, manyChampions } from '../builders.js';
import { recordChampionAct } from '../champions/record-champion-act.js';
import { CloseCoverageDay, monthEnds } from './close-coverage-day.js';
import { CoverageFacts } from './coverage-facts.js';
import { CoverageReader } from './coverage.reader.js';
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

describe('a thousand random organisations and dates', () => {
  it('agree with counting person by person', async () => {
    const test = await open('2026-06-30');
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
    const sites = [await aLocation(test.db), await aLocation(test.db)];
    const organisations: { root: string; units: string[] }[] = [];
    for (let o = 0; o < 40; o += 1) {
      const root = await anOrgUnit(test.db, {
        ...(random(3) === 0 && { targetRatio: 5 + random(20) }),
      });
      const units = [root.id];
      for (let u = 0; u < 3; u += 1)
        units.push((await anOrgUnit(test.db, { parentId: pick(units) })).id);
      organisations.push({ root: root.id, units });
      for (let p = 0; p < 9; p += 1) {
        const person = await aPerson(test.db, {
          unitId: pick(units),
          locationId: pick(sites).id,
          level: 1 + random(4),
          validFrom: addDays('2025-01-01', random(200)),
          employmentType: random(8) === 0 ? 'contractor' : 'employee',
        });
        if (random(3) === 0) {
          await aMove(test.db, person.id, addDays('2025-08-01', random(250)), {
            unitId: pick(organisations[random(organisations.length)]?.units ?? units),
            status: random(4) === 0 ? 'leave' : 'active',
          });
        }
        if (random(4) > 0) continue;
        const since = addDays('2025-03-01', random(200));
        const rests = {
          from: addDays(since, 20 + random(60)),
          to: addDays(since, 90 + random(60)),
        };
        await aChampion(test.db, {
          personId: person.id,
          since,
          ...(random(2) === 0 ? { rests } : { until: addDays(since, 30 + random(300)) }),
        });
      }
    }
    const employments = await test.db.rows<{
      person: string;
      from: string;
      to: string;
      unit: string;
      counts: boolean;
    }>(
      `select person_id as person, valid_from as "from", valid_to as "to", org_unit_id as unit,
         employment_type = 'employee' and status = 'active' as counts from employment`,
    );
    const periods = await test.db.rows<{ person: string; from: string; to: string }>(
      `select person_id as person, valid_from as "from", valid_to as "to" from champion_period where state = 'active'`,
    );
    const holds = (span: { from: string; to: string }, day: string) =>
      span.from <= day && span.to > day;
    let compared = 0;
    for (let d = 0; d < 25; d += 1) {
      const day = addDays('2025-01-15', random(560));
      const { units } = await test.reader.coverage({ asOf: day, basis: 'records' });
      for (const { root, units: inside } of organisations) {
        const here = employments.filter(
          (e) => e.counts && holds(e, day) && inside.includes(e.unit),
        );
        const champions = here.filter(({ person }) =>
          periods.some((p) => p.person === person && holds(p, day)),
        );
        const unit = units.find(({ id }) => id === root);
        expect([day, unit?.people, unit?.champions]).toEqual([day, here.length, champions.length]);
        const { company } = coverageOf({
          units: [],
          direct: new Map(),
          unplaced: { people: here.length, champions: champions.length },
          rules: { targetRatio: unit?.targetRatio ?? 25, smallUnitLimit: 1, rounding: 'up' },
        });
        if (here.length >= 10) expect(unit?.gap).toBe(company.gap);
        compared += 1;
      }
    }
    expect(compared).toBe(1000);
    await test.close();
  }, 240_000);
});
