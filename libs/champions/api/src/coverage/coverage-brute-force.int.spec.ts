/** Random organisations on random dates, counted person by person straight from the definitions of metrics G.1. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type Day } from '@flipside/kernel';
import { aLocation, aMove, anOrgUnit, aPerson } from '@flipside/people-api/builders';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion } from '../builders.js';
import { recordChampionAct } from '../champions/record-champion-act.js';
import { CloseCoverageDay } from './close-coverage-day.js';
import { CoverageFacts } from './coverage-facts.js';
import { CoverageReader } from './coverage.reader.js';

const ORGANISATIONS = 40;
const DATES = 25;
const RATIO = 4;
const SMALLEST = 3;

let seed = 7;
const random = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
};
/** The matrix of a company with several units at its top has those as its rows. */
const cellKey = (unit: string, location: string | null): string => `${unit} ${location}`;
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;

interface Unit {
  readonly id: string;
  readonly parentId: string | null;
  readonly own: number | null;
}
interface Span {
  readonly person: string;
  readonly from: Day;
  readonly to: Day;
}
interface Seat extends Span {
  readonly unit: string;
  readonly location: string;
  readonly level: number;
  readonly counts: boolean;
}

const clock = fixedClock(new Date('2026-06-30T12:00:00Z'));
const units: Unit[] = [];
const roots: string[] = [];
let database: TestDatabase;
let reader: CoverageReader;
let closing: CloseCoverageDay;
let seats: Seat[];
let periods: Span[];
let acts: { person: string; on: Day }[];

async function anOrganisation(sites: readonly string[]): Promise<void> {
  const { db } = database;
  const own = random(3) === 0 ? 2 + random(4) : null;
  const root = await anOrgUnit(db, { targetRatio: own });
  roots.push(root.id);
  const inside: Unit[] = [{ id: root.id, parentId: null, own }];
  for (let u = 0; u < 3; u += 1) {
    const parentId = pick(inside).id;
    inside.push({ id: (await anOrgUnit(db, { parentId })).id, parentId, own: null });
  }
  units.push(...inside);
  for (let p = 0; p < 9; p += 1) {
    const { id } = await aPerson(db, {
      unitId: pick(inside).id,
      locationId: pick(sites),
      level: 1 + random(4),
      validFrom: addDays('2025-01-01', random(200)),
      employmentType: random(8) === 0 ? 'contractor' : 'employee',
    });
    if (random(3) === 0) {
      await aMove(db, id, addDays('2025-08-01', random(250)), {
        unitId: pick(units).id,
        status: random(4) === 0 ? 'leave' : 'active',
      });
    }
    if (random(4) > 0) continue;
    const since = addDays('2025-03-01', random(200));
    const rests = { from: addDays(since, 20 + random(60)), to: addDays(since, 90 + random(60)) };
    const ends = { until: addDays(since, 30 + random(300)) };
    await aChampion(db, { personId: id, since, ...(random(2) === 0 ? { rests } : ends) });
    for (let a = 0; a < 2; a += 1) {
      const on = addDays(since, random(300));
      await db.transaction((tx) =>
        recordChampionAct(tx, { personId: id, kind: 'session', key: `${a}`, on }),
      );
    }
  }
}

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const facts = new CoverageFacts(db, clock);
  [reader, closing] = [new CoverageReader(facts), new CloseCoverageDay(db, facts)];
  await db.rows('update programme set target_ratio = $1, small_unit_limit = $2', [RATIO, SMALLEST]);
  const sites = [(await aLocation(db)).id, (await aLocation(db)).id, (await aLocation(db)).id];
  for (let o = 0; o < ORGANISATIONS; o += 1) await anOrganisation(sites);
  seats = await db.rows<Seat>(
    `select person_id as person, valid_from as "from", valid_to as "to", org_unit_id as unit, location_id as location, level,
       employment_type = 'employee' and status = 'active' as counts from employment`,
  );
  periods = await db.rows<Span>(
    `select person_id as person, valid_from as "from", valid_to as "to" from champion_period where state = 'active'`,
  );
  acts = await db.rows<{ person: string; on: Day }>(
    'select person_id as person, on_day as "on" from champion_act',
  );
}, 1_200_000);
afterAll(() => database.close());

/** Everybody who counts on a day, one by one. */
function peopleOn(day: Day) {
  const holds = ({ from, to }: Span) => from <= day && to > day;
  return seats
    .filter((seat) => seat.counts && holds(seat))
    .map((seat) => {
      const isChampion = periods.some((each) => each.person === seat.person && holds(each));
      const isAtWork = acts.some(
        ({ person, on }) => person === seat.person && on <= day && on > addDays(day, -60),
      );
      return { ...seat, isChampion, isEffective: isChampion && isAtWork };
    });
}
type Person = ReturnType<typeof peopleOn>[number];

const above = (id: string): string[] => {
  const parentId = units.find((unit) => unit.id === id)?.parentId ?? null;
  return parentId === null ? [id] : [id, ...above(parentId)];
};
const ratioOf = (id: string): number =>
  above(id)
    .map((each) => units.find((unit) => unit.id === each)?.own)
    .find((own) => own != null) ?? RATIO;

function figureOf(people: readonly Person[], ratio: number) {
  const champions = people.filter(({ isChampion }) => isChampion).length;
  const isSmall = people.length > 0 && people.length < SMALLEST;
  const required = isSmall ? 0 : Math.ceil(people.length / ratio);
  const gap = isSmall ? 0 : Math.max(0, required - champions);
  return { people: people.length, champions, required, gap };
}

/** The figures of a day, by the definitions and nothing else. */
function bruteForce(day: Day) {
  const everybody = peopleOn(day);
  const home = new Map(units.map(({ id }) => [id, above(id)]));
  const inside = (id: string) =>
    everybody.filter(({ unit }) => (home.get(unit) ?? []).includes(id));
  const meets = (people: readonly Person[], ratio: number) =>
    figureOf(people, ratio).champions * ratio >= people.length;
  const covered = units.reduce((sum, { id }) => {
    const leaf = everybody.filter(({ unit }) => unit === id);
    const host = (home.get(id) ?? []).find((each) => {
      const { length } = inside(each);
      return length === 0 || length >= SMALLEST;
    });
    const ratio = host === undefined ? RATIO : ratioOf(host);
    const judged = leaf.length >= SMALLEST ? leaf : host === undefined ? everybody : inside(host);
    return sum + (meets(judged, ratio) ? leaf.length : 0);
  }, 0);
  const by = (
    of: (person: Person) => string | number,
    people: readonly Person[] = everybody,
    ratio = RATIO,
  ) =>
    Object.fromEntries(
      [...new Set(people.map(of))].map((value) => [
        value,
        figureOf(
          people.filter((person) => of(person) === value),
          ratio,
        ),
      ]),
    );
  return {
    units: new Map(units.map(({ id }) => [id, figureOf(inside(id), ratioOf(id))])),
    effective: new Map(
      units.map(({ id }) => [id, inside(id).filter(({ isEffective }) => isEffective).length]),
    ),
    everybodyEffective: everybody.filter(({ isEffective }) => isEffective).length,
    covered,
    levels: by(({ level }) => level),
    levelsIn: (id: string) => by(({ level }) => level, inside(id), ratioOf(id)),
    levelsAt: (site: string) =>
      by(
        ({ level }) => level,
        everybody.filter(({ location }) => location === site),
      ),
    sites: by(({ location }) => location),
    cells: Object.fromEntries(
      roots.flatMap((root) => {
        const people = inside(root);
        return [...new Set(people.map(({ location }) => location))].map((site) => [
          cellKey(root, site),
          figureOf(
            people.filter(({ location }) => location === site),
            ratioOf(root),
          ),
        ]);
      }),
    ),
  };
}

const shown = (figure: { people: number; champions: number; required: number; gap: number }) => ({
  people: figure.people,
  champions: figure.champions,
  required: figure.required,
  gap: figure.gap,
});
const named = (rows: readonly (readonly [string | number, ReturnType<typeof shown>])[]) =>
  Object.fromEntries(rows.filter(([, { people }]) => people > 0));

/** Compares everything that the pages show of a day; tells how many organisations were compared. */
async function compare(
  day: Day,
  basis: 'shown' | 'records',
  expected: ReturnType<typeof bruteForce>,
) {
  const asked = { asOf: day, basis };
  const report = await reader.coverage(asked);
  expect([day, report.basis]).toEqual([day, basis]);
  const byId = new Map(report.units.map((unit) => [unit.id, unit]));
  for (const [id, figure] of expected.units) {
    const unit = byId.get(id);
    expect([day, id, unit && shown(unit)]).toEqual([day, id, figure]);
    expect([day, id, report.effective.get(id)]).toEqual([day, id, expected.effective.get(id)]);
  }
  expect([day, report.company.peopleCovered]).toEqual([day, expected.covered]);
  expect(report.effective.get(null)).toBe(expected.everybodyEffective);
  const sites = await reader.coverage({ ...asked, by: 'location' });
  expect([day, named(sites.units.map((site) => [site.id, shown(site)]))]).toEqual([
    day,
    expected.sites,
  ]);
  const { cells } = await reader.matrix(asked);
  expect([
    day,
    named(cells.map((cell) => [cellKey(cell.unitId, cell.locationId), shown(cell)])),
  ]).toEqual([day, expected.cells]);
  const levelsOf = async (place: { unitId?: string; locationId?: string } = {}) => {
    const { basis: madeOf, levels } = await reader.levels({ ...asked, ...place });
    expect(madeOf).toBe(basis);
    return named(levels.map((row) => [String(row.level), shown(row)]));
  };
  expect([day, await levelsOf()]).toEqual([day, expected.levels]);
  for (const unitId of [...expected.units.keys()].filter((id) => byId.has(id) && random(40) === 0))
    expect([day, unitId, await levelsOf({ unitId })]).toEqual([
      day,
      unitId,
      expected.levelsIn(unitId),
    ]);
  for (const locationId of Object.keys(expected.sites))
    expect([day, locationId, await levelsOf({ locationId })]).toEqual([
      day,
      locationId,
      expected.levelsAt(locationId),
    ]);
  return roots.filter((id) => byId.has(id)).length;
}

describe('a thousand random organisations and dates', () => {
  const days = Array.from({ length: DATES }, () => addDays('2025-01-15', random(500))).sort();

  it('agree with counting person by person: units, people covered, acts, sites, the matrix and levels, within units and sites too', async () => {
    let compared = 0;
    for (const day of days) compared += await compare(day, 'records', bruteForce(day));
    expect(compared).toBe(ORGANISATIONS * DATES);
  }, 1_200_000);

  it('agree as they were shown, though all records are rewritten afterwards', async () => {
    const last = days.at(-1) ?? '';
    clock.set(`${addDays(days[0] ?? '', -1)}T12:00:00Z`);
    await closing.handle();
    for (let day = days[0] ?? ''; day <= addDays(last, 1); day = addDays(day, 60)) {
      clock.set(`${day}T12:00:00Z`);
      await closing.handle();
    }
    clock.set(`${addDays(last, 1)}T12:00:00Z`);
    await closing.handle();
    const truth = new Map(days.map((day) => [day, bruteForce(day)]));
    await database.db.rows('delete from champion_act');
    await database.db.rows(`update employment set employment_type = 'contractor'`);
    await database.db.rows('update programme set target_ratio = 60, small_unit_limit = 1');
    for (const [day, expected] of truth) await compare(day, 'shown', expected);
    expect((await reader.coverage({ asOf: last, basis: 'records' })).company.people).toBe(0);
  }, 1_200_000);
});
