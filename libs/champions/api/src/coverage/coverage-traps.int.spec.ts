/** The fifteen traps of the metrics handbook, section G.1, each under its own name and from dated records. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gapSentence, ratioText, spreadSentence } from '@flipside/champions-domain';
import {
  aLocation,
  aMove,
  anHrLead,
  anOrgUnit,
  aPerson,
  manyPeople,
} from '@flipside/people-api/builders';
import type { Viewer } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, manyChampions } from '../builders.js';
import { recordChampionAct } from '../champions/record-champion-act.js';
import { ForecastReader } from '../forecast/forecast.reader.js';
import { NominationReader } from '../nominations/nomination.reader.js';
import { CloseCoverageDay } from './close-coverage-day.js';
import { CoverageFacts } from './coverage-facts.js';
import { CoverageUnitReader } from './coverage-unit.reader.js';
import { type Asked, CoverageReader } from './coverage.reader.js';
import { SeatPlans } from './seat-plan.reader.js';
import { UnitChampionReader } from './unit-champions.js';

const today = '2026-03-10';
const clock = fixedClock(new Date(`${today}T12:00:00Z`));

/** A company of its own, so that its total can be asserted. */
async function open() {
  const database: TestDatabase = await testDatabase();
  const { db } = database;
  const facts = new CoverageFacts(db, clock);
  const reader = new CoverageReader(facts);
  const seats = new SeatPlans(db, reader);
  const unitOf = async (id: string, asked: Asked = {}) =>
    (await reader.coverage(asked)).units.find((unit) => unit.id === id);
  const unitWith = async (people: number, champions = 0, wish: { parentId?: string } = {}) => {
    const { id } = await anOrgUnit(db, wish);
    const ids = await manyPeople(db, people, { unitId: id });
    await manyChampions(db, ids.slice(0, champions));
    return { id, people: ids };
  };
  return { ...database, facts, reader, seats, unitOf, unitWith };
}
let test: Awaited<ReturnType<typeof open>>;

beforeAll(async () => {
  test = await open();
});
afterAll(() => test.close());

describe('the traps of coverage', () => {
  it('1, nested rounding: four teams of 26 need 2 each, their parent of 104 needs 5, and the plan splits 5', async () => {
    const parent = await anOrgUnit(test.db);
    for (const code of ['t-a', 't-b', 't-c', 't-d']) {
      const team = await anOrgUnit(test.db, { parentId: parent.id, code });
      await manyPeople(test.db, 26, { unitId: team.id });
    }
    const report = await test.reader.coverage();
    const unit = report.units.find(({ id }) => id === parent.id);
    if (!unit) throw new Error('The parent is missing');
    expect(unit).toMatchObject({ required: 5, gap: 5, childGap: 8, distributionShortfall: 3 });
    const { seats } = await test.seats.planOf(report, unit);
    expect(seats.map((seat) => [seat.unit.code, seat.unit.gap, seat.seats])).toEqual([
      ['t-a', 2, 2],
      ['t-b', 2, 1],
      ['t-c', 2, 1],
      ['t-d', 2, 1],
    ]);
  });

  it('2, largest remainder jumps: a seat planned for the quarter stays though numbers move', async () => {
    const own = await open();
    const parent = await anOrgUnit(own.db);
    const [a, b] = [
      await own.unitWith(26, 0, { parentId: parent.id }),
      await own.unitWith(24, 0, { parentId: parent.id }),
    ];
    await manyPeople(own.db, 10, { unitId: a.id });
    await new CloseCoverageDay(own.db, own.facts).handle();
    const planned = async () => {
      const report = await own.reader.coverage();
      const unit = report.units.find(({ id }) => id === parent.id);
      if (!unit) throw new Error('The parent is missing');
      const { seats } = await own.seats.planOf(report, unit);
      const of = (id: string) => seats.find((seat) => seat.unit.id === id);
      return { kept: [of(a.id)?.seats, of(b.id)?.seats], now: of(b.id)?.seatsToday };
    };
    // 60 people need 3: weights 1.44 and 0.96, so 2 and 1.
    expect(await planned()).toEqual({ kept: [2, 1], now: 1 });
    await manyPeople(own.db, 15, { unitId: b.id });
    expect(await planned()).toEqual({ kept: [2, 1], now: 2 });
    await own.close();
  });

  it('3, averages hide holes: the words pair a good ratio with the unit of 300 that has nobody', async () => {
    const own = await open();
    const parent = await anOrgUnit(own.db, { name: 'Norden' });
    await own.unitWith(700, 50, { parentId: parent.id });
    const hole = await anOrgUnit(own.db, { name: 'Night shift', parentId: parent.id });
    await manyPeople(own.db, 300, { unitId: hole.id });
    const report = await own.reader.coverage();
    expect(report.company).toMatchObject({ ratioText: '1 per 20', gap: 0, state: 'covered' });
    expect(report.company).toMatchObject({ peopleCovered: 700, uncovered: 300 });
    expect(gapSentence(report)).toBe('1 unit is short by 12 champions; 1 has none.');
    expect(spreadSentence(report)).toContain('yet Night shift has none for 300 people');
    await own.close();
  });

  it('4, part-time: heads are counted, and champions by agreed time stand beside them', async () => {
    const unit = await anOrgUnit(test.db);
    const wish = { unitId: unit.id, locationId: null };
    for (let n = 0; n < 24; n += 1) await aPerson(test.db, { ...wish, fte: 0.5 });
    await aChampion(test.db, { person: { ...wish, fte: 0.5 }, agreedHours: 2 });
    expect(await test.unitOf(unit.id)).toMatchObject({ people: 25, champions: 1, gap: 0 });
    const behind = await new UnitChampionReader(test.db).within(
      await test.reader.coverage(),
      new Set([unit.id]),
    );
    expect(behind).toMatchObject({ active: 1, byAgreedTime: 0.5 });
  });

  it('5, contractors: out of the head count, and then never a champion in it either', async () => {
    const unit = await test.unitWith(25, 0);
    const contractor = { unitId: unit.id, locationId: null, employmentType: 'contractor' };
    await aChampion(test.db, { person: contractor });
    expect(await test.unitOf(unit.id)).toMatchObject({ people: 25, champions: 0, state: 'none' });
  });

  it('6, leave: out of the head count, a champion on it rests, and it is not an early exit', async () => {
    const unit = await test.unitWith(25, 1);
    const away = { unitId: unit.id, locationId: null, status: 'leave' as const };
    await aChampion(test.db, { person: { ...away, name: 'On leave' } });
    expect(await test.unitOf(unit.id)).toMatchObject({ people: 25, champions: 1 });
    const behind = await new UnitChampionReader(test.db).within(
      await test.reader.coverage(),
      new Set([unit.id]),
    );
    expect(behind.people.find(({ name }) => name === 'On leave')?.state).toBe('resting');
    const ahead = await new ForecastReader(test.db, test.facts, test.reader).forecast(unit.id);
    expect(ahead.input.exits.exits).toBe(0);
  });

  it('7, a champion in their own unit counts among its people: 25 with one of them have 24 others each', async () => {
    const unit = await test.unitWith(25, 1);
    const figure = await test.unitOf(unit.id);
    expect(figure).toMatchObject({ people: 25, champions: 1, gap: 0, ratioText: '1 per 25' });
    const others = { people: (figure?.people ?? 0) - (figure?.champions ?? 0), champions: 1 };
    expect(ratioText(others)).toBe('1 per 24');
  });

  it('8, executives count in the head count of their unit like everybody else', async () => {
    const unit = await test.unitWith(24, 1);
    await test.db.rows('update programme set executive_level = 2');
    const chief = { unitId: unit.id, locationId: null, level: 1 };
    await aPerson(test.db, chief);
    expect(await test.unitOf(unit.id)).toMatchObject({ people: 25, gap: 0 });
    await aPerson(test.db, chief);
    expect(await test.unitOf(unit.id)).toMatchObject({ people: 26, gap: 1 });
    const { levels } = await test.reader.levels();
    expect(levels.find(({ level }) => level === 1)).toMatchObject({ people: 2, isExecutive: true });
  });

  it('9, one person with two seats has one home unit: a second one at the same time is not kept', async () => {
    const [home, other] = [await test.unitWith(25, 1), await test.unitWith(25, 0)];
    const second = test.db.rows(
      'insert into employment (person_id, valid_from, org_unit_id) values ($1, $2, $3)',
      [home.people[0], '2025-01-01', other.id],
    );
    await expect(second).rejects.toThrow(/uq_employment_current/);
    expect(await test.unitOf(home.id)).toMatchObject({ people: 25, champions: 1 });
    expect(await test.unitOf(other.id)).toMatchObject({ people: 25, champions: 0 });
  });

  it('10, a champion who moves leaves a gap behind on that day, and fills one where they arrive', async () => {
    const [from, to] = [await test.unitWith(30, 2), await test.unitWith(20, 0)];
    await aMove(test.db, from.people[0] ?? '', '2026-03-01', { unitId: to.id });
    const gaps = async (asOf: string) => [
      (await test.unitOf(from.id, { asOf }))?.gap,
      (await test.unitOf(to.id, { asOf }))?.gap,
    ];
    expect(await gaps('2026-02-28')).toEqual([0, 1]);
    expect(await gaps('2026-03-01')).toEqual([1, 0]);
  });

  it('11, sites and levels are other cuts of the same people: a unit may meet its target and its site may not', async () => {
    const [day, night] = [await aLocation(test.db), await aLocation(test.db)];
    const unit = await anOrgUnit(test.db);
    const there = (locationId: string) => ({ unitId: unit.id, locationId });
    const ids = await manyPeople(test.db, 25, there(day.id));
    await manyPeople(test.db, 25, there(night.id));
    await manyChampions(test.db, ids.slice(0, 2));
    expect(await test.unitOf(unit.id)).toMatchObject({ people: 50, state: 'covered' });
    expect(await test.unitOf(night.id, { by: 'location' })).toMatchObject({
      people: 25,
      state: 'none',
      gap: 1,
    });
    const total = (list: readonly { people: number }[]) =>
      list.reduce((sum, { people }) => sum + people, 0);
    const [{ company }, { levels }] = [await test.reader.coverage(), await test.reader.levels()];
    expect(total(levels)).toBe(company.people);
  });

  it('12, a re-organisation: today’s structure shows no growth where the structure of the time does', async () => {
    const own = await open();
    const [old, fresh] = [await own.unitWith(20, 1), await own.unitWith(20, 1)];
    const team = await anOrgUnit(own.db, {
      parentId: old.id,
      validFrom: '2020-01-01',
      validTo: '2026-02-01',
    });
    await own.db.rows(
      'insert into org_unit_placement (org_unit_id, parent_id, valid_from) values ($1, $2, $3)',
      [team.id, fresh.id, '2026-02-01'],
    );
    await manyPeople(own.db, 15, { unitId: team.id });
    await new CloseCoverageDay(own.db, own.facts).handle();
    const people = async (structure: 'today' | 'then') =>
      (await own.reader.trend(fresh.id, structure)).slice(-3).map((point) => point.people);
    expect(await people('today')).toEqual([35, 35, 35]);
    expect(await people('then')).toEqual([20, 35, 35]);
    const marks = (await own.reader.trend(fresh.id, 'then')).slice(-3);
    expect(marks.map(({ isReorganised }) => isReorganised)).toEqual([false, true, false]);
    await own.close();
  });

  it('13, future hires belong to the forecast, not to the head count', async () => {
    const unit = await test.unitWith(25, 1);
    for (let n = 0; n < 5; n += 1)
      await aPerson(test.db, { unitId: unit.id, locationId: null, hireOn: '2026-04-01' });
    expect(await test.unitOf(unit.id)).toMatchObject({ people: 25, gap: 0 });
    const { forecast } = await new ForecastReader(test.db, test.facts, test.reader).forecast(
      unit.id,
    );
    expect(forecast.points[0]?.required.likely).toBe(2);
  });

  it('14, data lag: the day of the last import stands beside the number, and five weeks make it stale', async () => {
    const importedAt = async (at: string) => {
      await test.db.rows('update programme set last_import_at = $1', [at]);
      const { lastImportAt, isStale } = await test.reader.coverage();
      return [lastImportAt?.toISOString(), isStale];
    };
    expect(await importedAt('2026-02-04T12:00:00Z')).toEqual(['2026-02-04T12:00:00.000Z', false]);
    expect(await importedAt('2026-02-03T11:00:00Z')).toEqual(['2026-02-03T11:00:00.000Z', true]);
  });

  it('15, ghost champions: active on paper, and told apart from those with an act in 60 days', async () => {
    const unit = await test.unitWith(50, 2);
    // The second one's last act is 60 days ago: not in the 60 days that end today.
    for (const [n, on] of [
      [0, '2026-01-10'],
      [1, '2026-01-09'],
    ] as const)
      await test.db.transaction((tx) =>
        recordChampionAct(tx, {
          personId: unit.people[n] ?? '',
          kind: 'session',
          key: on,
          on,
        }),
      );
    const lead = await anHrLead(test.db);
    const viewer = { personId: lead.id, roles: new Set(['HR_LEAD'] as const) };
    const story = await new CoverageUnitReader(
      test.reader,
      new UnitChampionReader(test.db),
      new NominationReader(test.db, clock),
      test.seats,
    ).unit({ ...viewer, name: '', email: null, timeZone: 'UTC' } satisfies Viewer, unit.id);
    expect(story.unit).toMatchObject({ champions: 2, required: 2, state: 'covered' });
    expect(story.report.effective.get(unit.id)).toBe(1);
  });
});
