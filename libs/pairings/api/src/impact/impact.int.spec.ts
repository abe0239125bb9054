import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { newId } from '@flipside/kernel';
import { DEFAULT_RULES, MOST_POINTS } from '@flipside/pairings-domain';
import { PersonLoader, ReportingLineReader } from '@flipside/people-api';
import { aPerson } from '@flipside/people-api/builders';
import { countingStatements, RequestContext, type Role, type Viewer } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { anExecutive, aPairing, aProposal, aRound } from '../builders.js';
import { Matcher } from '../rounds/matcher.js';
import { MatchingPeopleReader } from '../rounds/matching-people.reader.js';
import { ProposeRound } from '../rounds/propose-round.js';
import { proposalsOf } from '../rounds/round.store.js';
import { RemoveAttribute, SetSmallestGroup } from './change-impact.js';
import { ImpactOverviewReader } from './impact-overview.reader.js';
import { ImpactReader } from './impact.reader.js';
import { LoadLabels } from './load-labels.js';

const clock = fixedClock('2026-11-21T10:00:00Z');
const HALF_DAY = [{ weekday: 1, fromMinute: 540, toMinute: 720 }];
let database: TestDatabase;
let analyst: Viewer;
const matcher = new Matcher();
let people: MatchingPeopleReader;
let reader: ImpactReader;
let labels: LoadLabels;
let overviews: ImpactOverviewReader;

beforeEach(async () => {
  database = await testDatabase();
  const { db } = database;
  const { id, name } = await aPerson(db, { roles: ['IMPACT_ANALYST'] });
  analyst = {
    personId: id,
    name,
    email: null,
    roles: new Set<Role>(['EMPLOYEE', 'IMPACT_ANALYST']),
    timeZone: 'UTC',
  };
  people = new MatchingPeopleReader(db, new ReportingLineReader(db), clock);
  reader = new ImpactReader(db, people, matcher, clock);
  labels = new LoadLabels(db, clock);
  overviews = new ImpactOverviewReader(db, new PersonLoader(db, clock), reader);
});
afterEach(() => database.close());

const overview = () =>
  overviews.overview(new RequestContext(analyst, undefined as never, undefined as never));
const attributeOf = async (name: string): Promise<string> => {
  const found = (await overview()).attributes.find((each) => each.name === name);
  if (!found) throw new Error(`There is no attribute ${name}`);
  return found.id;
};
async function load(file: string) {
  const result = await labels.run(analyst, file);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}
async function report(roundId: string, ...names: string[]) {
  const attributeIds = await Promise.all(names.map(attributeOf));
  return reader.report(analyst, { roundId, attributeIds });
}
async function propose(roundId: string): Promise<void> {
  const row = await database.db.one<{ version: number }>(
    'select version from matching_round where id = $1',
    [roundId],
  );
  const result = await new ProposeRound(database.db, people, matcher, clock).run({
    roundId,
    scope: 'undecided',
    version: row?.version ?? 0,
  });
  if (!result.ok) throw new Error(result.refusal.message);
}

/** Six executives; six champions who work full-time and six who share too few hours with anybody. */
async function aCompany() {
  const { db } = database;
  const executives = [];
  for (let n = 0; n < 6; n++) executives.push(await anExecutive(db, { person: { level: 1 + n } }));
  const full = [];
  const part = [];
  for (let n = 0; n < 6; n++) {
    full.push(await aChampion(db, { capacity: 1 }));
    part.push(await aChampion(db, { capacity: 1, person: { hours: HALF_DAY } }));
  }
  const { id: roundId } = await aRound(db, { rules: DEFAULT_RULES });
  return { executives, full, part, roundId };
}

const fileOf = (heading: string, groups: Record<string, readonly { id: string }[]>): string =>
  [
    `who,${heading}`,
    ...Object.entries(groups).flatMap(([group, own]) => own.map(({ id }) => `${id},${group}`)),
  ].join('\n');

describe('group labels', () => {
  it('are found by e-mail address, employee number or id, and replace what stood under the same name', async () => {
    const { db } = database;
    const ana = await aPerson(db, { email: 'ana@x.test', employeeNo: 'E7' });
    const ben = await aPerson(db, { employeeNo: 'E8' });
    expect(await load('who,Site,Hours\nANA@x.test,HQ,full\nE8,Plant,\nnobody,HQ,full\n')).toEqual({
      attributes: ['Site', 'Hours'],
      people: 2,
      unknownRows: 1,
    });
    expect((await overview()).attributes.map(({ name, people: size }) => [name, size])).toEqual([
      ['Hours', 1],
      ['Site', 2],
    ]);
    await load(`who,Site\n${ben.id},HQ\n`);
    const rows = await db.rows(
      `select l.person_id as id, l.label from impact_label l join impact_attribute a on a.id = l.attribute_id
       where a.name = 'Site'`,
    );
    expect(rows).toEqual([{ id: ben.id, label: 'HQ' }]);
    expect(ana.id).not.toBe(ben.id);
  });

  it('are refused when nobody is known, and deleted with their attribute', async () => {
    expect(await labels.run(analyst, 'who,Site\nnobody,HQ\n')).toMatchObject({
      refusal: { code: 'NOBODY_KNOWN' },
    });
    const { id } = await aPerson(database.db);
    await load(`who,Site\n${id},HQ\n`);
    const remove = new RemoveAttribute(database.db, clock);
    const attributeId = await attributeOf('Site');
    expect(await remove.run(analyst, attributeId)).toMatchObject({ value: { name: 'Site' } });
    expect(await database.db.rows('select from impact_label')).toEqual([]);
    await expect(remove.run(analyst, attributeId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the impact report of a round', () => {
  it('shows champions by group with what each rule takes from them, and notes who read it', async () => {
    const { full, part, roundId } = await aCompany();
    await propose(roundId);
    await load(fileOf('Hours', { full, part }));
    const { champions, executives, matched, waiting } = await report(roundId, 'Hours');
    expect({ matched, waiting }).toEqual({ matched: 6, waiting: 0 });
    expect(champions.groups).toMatchObject([
      { group: ['part'], people: 6, matched: 0, ratio: 0 },
      { group: ['full'], people: 6, matched: 6, ratio: 1, seniority: { mean: 3.5, of: 6 } },
    ]);
    const hours = champions.rules?.map(({ group, rules }) => [
      group[0],
      rules.find(({ rule }) => rule === 'hours'),
    ]);
    expect(hours).toEqual([
      ['full', { rule: 'hours', removed: 0, of: 36 }],
      ['part', { rule: 'hours', removed: 36, of: 36 }],
    ]);
    expect(executives).toMatchObject({ unknown: 6, groups: [{ group: [null], matched: 6 }] });
    expect((await overview()).readings).toMatchObject([
      { what: 'Report by Hours', actor: { id: analyst.personId } },
      { what: 'Loaded groups: Hours' },
    ]);
  });

  it('follows permuted labels, while matching gives the same proposals and never reads a label [52]', async () => {
    const { full, part, roundId } = await aCompany();
    const pairs = async () =>
      (await proposalsOf(database.db, roundId)).map((row) => [
        row.executiveId,
        row.championId,
        row.points,
        row.reasons,
      ]);
    await load(fileOf('Hours', { full, part }));
    await propose(roundId);
    const [before, first] = [await pairs(), await report(roundId, 'Hours')];

    // Under a name of their own: a round stays with the labels it was first read by.
    await load(fileOf('Swapped', { full: part, part: full }));
    const { statements } = await countingStatements(() => propose(roundId));
    expect(statements.length).toBeGreaterThan(8);
    expect(statements.filter((sql) => sql.includes('impact_'))).toEqual([]);
    expect(await pairs()).toEqual(before);

    const second = await report(roundId, 'Swapped');
    const swapped = (side: typeof first.champions) =>
      side.groups.map(({ group: [name], ...figures }) => ({
        group: [name === 'full' ? 'part' : 'full'],
        ...figures,
      }));
    expect(second.champions.groups).toEqual(swapped(first.champions));
  });

  it('looks at a published round with the answers given, and at the champions of that day', async () => {
    const { db } = database;
    const { id: roundId } = await aRound(db, {
      state: 'published',
      publishedAt: new Date('2026-11-10T09:00:00Z'),
    });
    const champions = [];
    for (let n = 0; n < 6; n++) {
      const executive = await anExecutive(db, { person: { level: 2 } });
      const champion = await aChampion(db);
      champions.push(champion);
      await aProposal(db, { roundId, executiveId: executive.id, championId: champion.id });
      await aPairing(db, {
        roundId,
        executiveId: executive.id,
        championId: champion.id,
        state: n === 0 ? 'declined' : 'accepted',
        championAnswer: n === 0 ? 'no' : 'yes',
      });
    }
    await load(fileOf('Hours', { full: champions }));
    const { champions: side } = await report(roundId, 'Hours');
    expect(side.rules).toBeNull();
    expect(side.groups).toMatchObject([
      { group: ['full'], people: 6, matched: 6, accepted: { part: 5, of: 6 }, ratio: null },
    ]);
  });

  it('asks for one or two attributes that exist', async () => {
    const { roundId } = await aCompany();
    const ask = (attributeIds: string[]) => reader.report(analyst, { roundId, attributeIds });
    await expect(ask([])).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(ask([newId(), newId(), newId()])).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(ask([newId()])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('trying rules', () => {
  it('shows points and groups under both, and keeps nothing', async () => {
    const { executives, full, part, roundId } = await aCompany();
    await propose(roundId);
    await database.db.rows('update champion set capacity = 0 where person_id = any($1::uuid[])', [
      full.slice(0, 3).map(({ id }) => id),
    ]);
    await load(fileOf('Hours', { full, part }));
    const stored = await proposalsOf(database.db, roundId);
    const tried = await reader.trial(analyst, {
      roundId,
      attributeIds: [await attributeOf('Hours')],
      rules: { minOverlapMinutes: 120 },
    });
    if (!tried.ok) throw new Error(tried.refusal.message);
    const { before, after } = tried.value;
    expect(before).toMatchObject({ matched: 3, waiting: 3 });
    expect(after).toMatchObject({ matched: executives.length, waiting: 0 });
    expect(after.totalPoints).toBeLessThanOrEqual(6 * MOST_POINTS);
    const rate = ({ champions }: typeof after, name: string) =>
      champions.groups.find(({ group }) => group[0] === name)?.matched;
    expect([rate(before, 'part'), rate(after, 'part')]).toEqual([0, 3]);
    expect(await proposalsOf(database.db, roundId)).toEqual(stored);
  });

  it('refuses rules that do not fit, and rounds that are over', async () => {
    const { full, roundId } = await aCompany();
    await load(fileOf('Hours', { full }));
    const attributeIds = [await attributeOf('Hours')];
    const rules = { minOverlapMinutes: -1 };
    expect(await reader.trial(analyst, { roundId, attributeIds, rules })).toMatchObject({
      refusal: { code: 'RULES_UNREADABLE' },
    });
    const { id: over } = await aRound(database.db, { state: 'published' });
    expect(await reader.trial(analyst, { roundId: over, attributeIds, rules })).toMatchObject({
      refusal: { code: 'ROUND_NOT_OPEN' },
    });
  });
});

describe('the smallest group', () => {
  it('is 5, is changed to at least 3, and decides what is withheld of a round that nobody has read', async () => {
    const { full, part, roundId } = await aCompany();
    await propose(roundId);
    const [one, two, three, ...rest] = [...full, ...part];
    if (!one || !two || !three) throw new Error('incomplete');
    await load(fileOf('Site', { hq: [one, two, three], plant: rest }));
    const shown = async (id: string) => (await report(id, 'Site')).champions.groups.length;
    expect([(await overview()).smallestGroup, await shown(roundId)]).toEqual([5, 0]);
    const set = new SetSmallestGroup(database.db, clock);
    expect(await set.run(analyst, 2)).toMatchObject({
      refusal: { code: 'GROUP_SIZE_OUT_OF_RANGE', field: 'smallestGroup' },
    });
    expect((await set.run(analyst, 3)).ok).toBe(true);
    const { id: unread } = await aRound(database.db, { rules: DEFAULT_RULES });
    await propose(unread);
    expect([(await overview()).smallestGroup, await shown(unread)]).toEqual([3, 2]);
    expect(await shown(roundId)).toBe(0);
  });
});

describe('the notice', () => {
  it('is written from the rules of the last published round, else from the usual ones', async () => {
    const rules = async () =>
      (await overviews.notice()).find(({ title }) => title === 'Rules that always hold')?.lines ??
      [];
    expect((await rules()).join()).toContain('At least 5 hours a week');
    await aRound(database.db, {
      state: 'published',
      publishedAt: new Date('2026-11-10T09:00:00Z'),
      rules: { ...DEFAULT_RULES, minOverlapMinutes: 480 },
    });
    expect((await rules()).join()).toContain('At least 8 hours a week');
  });
});
