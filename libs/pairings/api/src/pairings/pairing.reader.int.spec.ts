import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { anHrLead, anOrgUnit, aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import {
  countStatements,
  fixedClock,
  specVault,
  testDatabase,
  type TestDatabase,
} from '@flipside/testing';
import { aPairing, anExecutive } from '../builders.js';
import { PairingReader } from './pairing.reader.js';

const clock = fixedClock('2026-11-21T10:00:00Z');
let database: TestDatabase;
let hr: Viewer;
let reader: PairingReader;

const viewer = (personId: string, ...roles: Role[]): Viewer => ({
  personId,
  name: 'Somebody',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});

beforeAll(async () => {
  database = await testDatabase();
  hr = viewer((await anHrLead(database.db)).id, 'HR_LEAD');
  reader = new PairingReader(database.db, clock, specVault);
});
afterAll(() => database.close());

describe('finding a pairing while typing', () => {
  it('goes by the names of the two: everybody’s for HR, one’s own for others, running ones first', async () => {
    const { db } = database;
    const helen = await aPerson(db, { name: 'Hélène Findwell' });
    const priya = await aPerson(db, { name: 'Priya Findable' });
    const jun = await aPerson(db, { name: 'Jun Otherwise' });
    await anExecutive(db, { personId: helen.id });
    for (const { id } of [priya, jun]) await aChampion(db, { personId: id });
    const pair = { executiveId: helen.id, executiveAnswer: 'yes', championAnswer: 'yes' } as const;
    const ended = await aPairing(db, { ...pair, championId: jun.id, state: 'completed' });
    const running = await aPairing(db, { ...pair, championId: priya.id, state: 'active' });
    const found = async (who: Viewer, text: string) =>
      (await reader.find(who, text, 5)).map(({ id }) => id);

    expect(await found(hr, 'helene')).toEqual([running.id, ended.id]);
    expect(await found(hr, 'findwell pri')).toEqual([running.id]);
    expect(await found(hr, 'helene nobody')).toEqual([]);
    expect(await found(viewer(jun.id, 'CHAMPION'), 'helene')).toEqual([ended.id]);
    expect(await found(viewer(helen.id, 'EXECUTIVE'), 'find')).toEqual([running.id, ended.id]);
    expect(await found(viewer((await aPerson(db)).id, 'ADMINISTRATOR'), 'helene')).toEqual([]);
  });
});

describe('one pairing', () => {
  it('shows the two people their words and what they can do', async () => {
    const pairing = await aPairing(database.db, {
      state: 'proposed',
      goal: 'Ask better questions',
    });
    expect(await reader.one(viewer(pairing.championId), pairing.id)).toMatchObject({
      state: 'proposed',
      viewerSide: 'champion',
      goal: 'Ask better questions',
      reasons: [],
      viewerCanAccept: true,
      viewerCanPause: false,
    });
  });

  it('shows HR states and dates, never words', async () => {
    const pairing = await aPairing(database.db, {
      state: 'declined',
      goal: 'Private words',
      reasons: [
        { criterion: 'topics', weight: 35, value: 100, points: 3500, side: 'for', text: 'Words' },
      ],
    });
    const seen = await reader.one(hr, pairing.id);
    expect(seen).toMatchObject({
      viewerSide: null,
      goal: null,
      reasons: null,
      executiveAnswer: 'no',
      viewerCanAccept: false,
    });
    expect(JSON.stringify(seen)).not.toContain('ords');
  });

  it('does not exist for anybody else', async () => {
    const pairing = await aPairing(database.db);
    const stranger = viewer((await aPerson(database.db)).id, 'ADMINISTRATOR', 'EXECUTIVE');
    await expect(reader.one(stranger, pairing.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('my pairings', () => {
  it('are mine only, running ones first, in two statements', async () => {
    const { db } = database;
    const champion = await aChampion(db);
    const over = await aPairing(db, {
      championId: champion.id,
      state: 'completed',
      proposedAt: new Date('2026-11-10T00:00:00Z'),
    });
    const running = await aPairing(db, {
      championId: champion.id,
      state: 'active',
      proposedAt: new Date('2026-01-10T00:00:00Z'),
    });
    const own = viewer(champion.id, 'CHAMPION');
    expect((await reader.mine(own)).map(({ id }) => id)).toEqual([running.id, over.id]);
    expect(await countStatements(() => reader.mine(own))).toBe(2);
    expect(await reader.mine(viewer((await aPerson(db)).id))).toEqual([]);
  });
});

describe('the list of pairings', () => {
  it('filters by state and by unit with everything below, page by page', async () => {
    const { db } = database;
    const finance = await anOrgUnit(db, { name: 'Finance' });
    const treasury = await anOrgUnit(db, { parentId: finance.id });
    const made = [];
    for (let i = 0; i < 5; i++) {
      const executive = await anExecutive(db, { person: { unitId: treasury.id } });
      const pairing = await aPairing(db, {
        executiveId: executive.id,
        state: i === 0 ? 'paused' : 'active',
        proposedAt: new Date(Date.UTC(2026, 5, 1 + (i % 2))),
      });
      made.push(pairing.id);
    }
    const filter = { unitId: finance.id, states: ['active' as const] };
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await reader.page(hr, filter, { first: 3, after });
      expect(page.totalCount).toBe(4);
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(4);
    expect([...seen].sort()).toEqual(made.slice(1).sort());
    expect(await countStatements(() => reader.page(hr, filter, { first: 50 }))).toBe(2);
  });
});
