import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CoverageFacts, CoverageReader } from '@flipside/champions-api';
import { aNomination, manyChampions } from '@flipside/champions-api/builders';
import { fixedClock } from '@flipside/kernel';
import { aCompany, aPerson } from '@flipside/people-api/builders';
import { anExecutive, aProposal, aRound } from '@flipside/pairings-api/builders';
import type { Flag } from '@flipside/pairings-domain';
import type { Database } from '@flipside/platform-api';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import { ProgrammeHomeReader } from './programme-home.reader.js';
import { aRhythm, NOW } from './programme.builder.js';
import { RhythmReader } from './rhythm.reader.js';

const readerOn = (db: Database): ProgrammeHomeReader => {
  const clock = fixedClock(NOW);
  return new ProgrammeHomeReader(
    db,
    new CoverageReader(new CoverageFacts(db, clock)),
    new RhythmReader(db, clock),
    clock,
  );
};
const days = (count: number): Date => new Date(NOW.getTime() - count * 86_400_000);

describe('the programme home of a running company', () => {
  let test: TestDatabase;
  let reader: ProgrammeHomeReader;

  beforeAll(async () => {
    test = await testDatabase();
    reader = readerOn(test.db);
    const { people } = await aCompany(test.db, {
      name: 'Meridian',
      children: [
        { name: 'Logistics', people: 104 },
        { name: 'Sales', people: 60 },
        { name: 'Finance', people: 50 },
      ],
    });
    await manyChampions(test.db, people['Sales']?.slice(0, 1) ?? []);
    await manyChampions(test.db, people['Finance']?.slice(0, 2) ?? []);
    const round = await aRound(test.db, { name: 'Autumn round', state: 'review' });
    const proposal = async (name: string, flags: Flag[] = []) =>
      aProposal(test.db, {
        roundId: round.id,
        executiveId: (await anExecutive(test.db, { person: { name, unitId: null } })).id,
        championId: people['Finance']?.[0] ?? null,
        flags,
      });
    for (const name of ['Ana', 'Bea', 'Cid', 'Dov', 'Eli']) await proposal(name);
    await proposal('Flagged', ['at_limit']);
    const old = await aRound(test.db, { state: 'published' });
    await aProposal(test.db, { roundId: old.id, championId: people['Finance']?.[1] ?? null });
    const nominee = (name: string) => aPerson(test.db, { name, unitId: null });
    await aNomination(test.db, {
      nomineeId: (await nominee('Long Waiter')).id,
      stage: 'screened',
      since: days(40),
    });
    await aNomination(test.db, {
      nomineeId: (await nominee('Fresh One')).id,
      stage: 'approved',
      since: days(1),
    });
    await aNomination(test.db, {
      nomineeId: (await nominee('Not Asked Yet')).id,
      stage: 'nominated',
      nomineeAnswer: 'pending',
      since: days(90),
    });
    await aNomination(test.db, {
      nomineeId: (await nominee('Done')).id,
      stage: 'active',
      since: days(90),
    });
    for (const name of ['S1', 'S2', 'S3', 'S4', 'S5', 'S6']) {
      await aRhythm(test.db, { executive: name, fortnights: ['held'] });
    }
  });
  afterAll(() => test.close());

  it('leads with coverage in words', async () => {
    const { headline, hasPeople } = await reader.home();
    expect(hasPeople).toBe(true);
    expect(headline.totalSentence).toMatch(/champions for .* people/);
    expect(headline.gapSentence).toMatch(/short by .* none/);
  });

  it('lists the biggest gaps first with what they need', async () => {
    const { gaps } = await reader.home();
    expect(gaps.rows[0]).toMatchObject({
      name: 'Logistics',
      people: 104,
      champions: 0,
      required: 5,
      gap: 5,
    });
    expect(gaps.rows[1]).toMatchObject({ name: 'Sales', gap: 2 });
    expect(gaps.totalCount).toBeGreaterThanOrEqual(2);
  });

  it('lists at most five undecided proposals of rounds in review, those with points to check first', async () => {
    const { proposals } = await reader.home();
    expect(proposals.rows).toHaveLength(5);
    expect(proposals.rows[0]).toMatchObject({
      executiveName: 'Flagged',
      flagCount: 1,
      roundName: 'Autumn round',
    });
    expect(proposals).toMatchObject({ totalCount: 6, flaggedCount: 1 });
  });

  it('lists at most five slipping pairings of all that slip', async () => {
    const { slipping } = await reader.home();
    expect(slipping.rows).toHaveLength(5);
    expect(slipping.totalCount).toBe(6);
    expect(slipping.rows.every(({ state }) => state === 'slipping')).toBe(true);
  });

  it('lists nominations whose next step is the programme’s, the longest wait first', async () => {
    const { nominations } = await reader.home();
    expect(
      nominations.rows.map(({ nomineeName, stage, days: waited }) => [nomineeName, stage, waited]),
    ).toEqual([
      ['Long Waiter', 'screened', 40],
      ['Fresh One', 'approved', 1],
    ]);
    expect(nominations.totalCount).toBe(2);
  });

  it('has no set-up list once a round was begun', async () => {
    expect((await reader.home()).setUp).toEqual([]);
  });

  it('needs seven statements', async () => {
    expect(await countStatements(() => reader.home())).toBe(10);
  });
});

describe('the programme home of a fresh installation', () => {
  it('shows five steps, none done, and no lists to speak of', async () => {
    const test = await testDatabase();
    const home = await readerOn(test.db).home();
    expect(home.hasPeople).toBe(false);
    expect(home.setUp.map(({ isDone }) => isDone)).toEqual([false, false, false, false, false]);
    expect(home.gaps.rows).toEqual([]);
    await test.close();
  });

  it('ticks the steps that are really done', async () => {
    const test = await testDatabase();
    await aCompany(test.db, {
      name: 'Meridian',
      people: 10,
      children: [{ name: 'Sales', people: 30 }],
    });
    const { setUp } = await readerOn(test.db).home();
    expect(setUp.filter(({ isDone }) => isDone).map(({ key }) => key)).toEqual(['people', 'units']);
    await test.close();
  });
});
