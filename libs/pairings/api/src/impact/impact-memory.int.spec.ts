import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { ReportingLineReader } from '@flipside/people-api';
import { aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { anExecutive, aProposal, aRound } from '../builders.js';
import { Matcher } from '../rounds/matcher.js';
import { MatchingPeopleReader } from '../rounds/matching-people.reader.js';
import { RemoveAttribute } from './change-impact.js';
import { ImpactReader } from './impact.reader.js';
import { LoadLabels } from './load-labels.js';

/* A round of ten champions, five matched, looked at on several days: what may be told depends on what was told. */

let database: TestDatabase;
let analyst: Viewer;
let roundId: string;
let champions: { id: string }[];
let executives: { id: string }[];
const clock = fixedClock('2026-11-21T10:00:00Z');
const later = fixedClock('2026-11-23T10:00:00Z');

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
  ({ id: roundId } = await aRound(db, {
    state: 'published',
    publishedAt: new Date('2026-11-20T09:00:00Z'),
  }));
  champions = [];
  for (let n = 0; n < 12; n++) champions.push(await aChampion(db));
  executives = [];
  for (let n = 0; n < 6; n++) {
    const executive = await anExecutive(db, { person: { level: 2 } });
    executives.push(executive);
    await aProposal(db, { roundId, executiveId: executive.id, championId: champions[n]?.id ?? '' });
  }
  // Proposals of a round in review are told as they stand, without anybody asked.
  await db.rows(
    `update matching_round set state = 'review', published_at = null, proposed_at = $2 where id = $1`,
    [roundId, new Date('2026-11-20T09:00:00Z')],
  );
});
afterEach(() => database.close());

const reader = (at = clock): ImpactReader => {
  const { db } = database;
  return new ImpactReader(
    db,
    new MatchingPeopleReader(db, new ReportingLineReader(db), at),
    new Matcher(),
    at,
  );
};

/** Loads a kind of groups: everybody is in `one` but those named. */
async function load(name: string, others: readonly { id: string }[]): Promise<void> {
  const rows = champions.map((each) => `${each.id},${others.includes(each) ? 'other' : 'one'}`);
  const loaded = await new LoadLabels(database.db, clock).run(
    analyst,
    [`who,${name}`, ...rows].join('\n'),
  );
  expect(loaded.ok).toBe(true);
}

async function report(names: readonly string[], at = clock) {
  const rows = await database.db.rows<{ id: string; name: string }>(
    `select id, name from impact_attribute`,
  );
  const attributeIds = names.map((name) => rows.find((row) => row.name === name)?.id ?? '');
  return reader(at).report(analyst, { roundId, attributeIds });
}
const matchedOf = ({ champions: side }: Awaited<ReturnType<typeof report>>) =>
  Object.fromEntries(
    side.groups.map(({ group, matched, people }) => [group[0], [matched, people]]),
  );

/** Tries the round under other rules. */
async function tryRules() {
  const [row] = await database.db.rows<{ id: string }>(`select id from impact_attribute`);
  const tried = await reader().trial(analyst, {
    roundId,
    attributeIds: [row?.id ?? ''],
    rules: { minOverlapMinutes: 60 },
  });
  if (!tried.ok) throw new Error(tried.refusal.message);
  return tried.value;
}

describe('a round looked at by groups', () => {
  it('stays with the labels it was first read by, so that no file made for it singles anybody out', async () => {
    await load('Site', champions.slice(0, 6));
    const first = matchedOf(await report(['Site']));
    expect(first).toEqual({ one: [0, 6], other: [6, 6] });
    // The same kind once more, with one of the matched moved: the difference would be that one.
    await load('Site', champions.slice(1, 7));
    expect(matchedOf(await report(['Site']))).toEqual(first);
    const { groupedBy } = (await reader().rounds())[0] ?? {};
    expect(groupedBy).toEqual(['Site']);
  });

  it('is looked at by two kinds and not by a third, whatever their order', async () => {
    for (const name of ['Hours', 'Age', 'Site']) await load(name, champions.slice(0, 6));
    await report(['Site']);
    const crossed = await report(['Site', 'Hours']);
    expect(await report(['Hours', 'Site'])).toEqual(crossed);
    await expect(report(['Age'])).rejects.toThrow(/looked at by Site and Hours/);
    await expect(report(['Age', 'Site'])).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('says nothing more by groups that were deleted, and keeps no label of them', async () => {
    await load('Site', champions.slice(0, 6));
    await report(['Site']);
    const { id } = (await database.db.one<{ id: string }>(`select id from impact_attribute`)) ?? {
      id: '',
    };
    await new RemoveAttribute(database.db, clock).run(analyst, id);
    expect(await database.db.rows(`select labels from impact_round_groups`)).toEqual([
      { labels: null },
    ]);
    await load('Site', champions.slice(0, 6));
    await expect(report(['Site'])).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('tells what was told before while few changed, and says so; a new picture when many did', async () => {
    await load('Site', []);
    const told = await report(['Site']);
    expect(told.champions.kept).toEqual([]);
    // One decision between two days: who it was about must not be the difference.
    await database.db.rows(
      `update proposal set decision = 'left_open' where round_id = $1 and executive_id = $2`,
      [roundId, executives[0]?.id],
    );
    const next = await report(['Site'], later);
    expect(matchedOf(next)).toEqual(matchedOf(told));
    expect([next.matched, next.totalPoints]).toEqual([told.matched, told.totalPoints]);
    expect(next.champions.kept).toContainEqual({ figure: 'matched', since: clock.now() });
    await database.db.rows(`update proposal set decision = 'left_open' where round_id = $1`, [
      roundId,
    ]);
    const after = await report(['Site'], later);
    expect(matchedOf(after)).toEqual({ one: [0, 12] });
    expect(after.champions.kept.map(({ figure }) => figure)).not.toContain('matched');
  });

  it('is not reported on at all where one side has fewer people than the limit: its total would be theirs', async () => {
    await load('Site', []);
    await database.db.rows(`update impact_setting set smallest_group = 7`);
    await expect(report(['Site'])).rejects.toThrow(/at least 7 champions and 7 executives/);
    await database.db.rows(`update impact_setting set smallest_group = 6`);
    expect(matchedOf(await report(['Site']))).toEqual({ one: [6, 12] });
  });

  it('keeps the smallest group that it was first read by, whatever is set later', async () => {
    await load('Site', champions.slice(0, 4));
    await database.db.rows(`update impact_setting set smallest_group = 4`);
    const first = matchedOf(await report(['Site']));
    expect(first).toEqual({ one: [2, 8], other: [4, 4] });
    for (const people of [3, 6]) {
      await database.db.rows(`update impact_setting set smallest_group = $1`, [people]);
      expect(matchedOf(await report(['Site']))).toEqual(first);
    }
  });

  it('keeps it for rules that are tried too, and a trial that comes first decides for the report', async () => {
    await load('Site', champions.slice(0, 4));
    await database.db.rows(`update impact_setting set smallest_group = 5`);
    const groupsOf = ({ before, after }: Awaited<ReturnType<typeof tryRules>>) =>
      [before, after].map((each) => each.champions.groups.map(({ group }) => group[0]));
    // Four of twelve are too few: the two groups are told together.
    const first = groupsOf(await tryRules());
    expect(first.flat()).not.toContain('other');
    for (const people of [3, 6]) {
      await database.db.rows(`update impact_setting set smallest_group = $1`, [people]);
      expect(groupsOf(await tryRules())).toEqual(first);
      expect(Object.keys(matchedOf(await report(['Site'])))).not.toContain('other');
    }
  });

  it('keeps the rules tried with the day they were first tried', async () => {
    await load('Site', []);
    const { before } = await tryRules();
    await database.db.rows(`update champion set capacity = 0 where person_id = $1`, [
      champions[0]?.id,
    ]);
    expect((await tryRules()).before.champions.groups).toEqual(before.champions.groups);
  });
});
