import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anHrLead, anOrgUnit, aPerson, manyPeople } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, manyChampions } from '../builders.js';
import { ChampionReader } from './champion.reader.js';

const clock = fixedClock(new Date('2026-03-10T12:00:00Z'));
let database: TestDatabase;
let hr: Viewer;
let ids: string[];

beforeAll(async () => {
  database = await testDatabase();
  const lead = await anHrLead(database.db);
  const roles = new Set<Role>(['EMPLOYEE', 'HR_LEAD']);
  hr = { personId: lead.id, name: lead.name, email: null, roles, timeZone: 'Europe/London' };
  const unit = await anOrgUnit(database.db);
  ids = [...(await manyPeople(database.db, 1001, { unitId: unit.id }))];
  await manyChampions(database.db, ids);
});
afterAll(() => database.close());

const change = (sql: string, id: string | undefined) => database.db.rows(sql, [id]);

/** What may happen to a champion between two looks. */
const CHANGES = [
  `update champion set skills = skills || 'Falconry'::text where person_id = $1 returning 1`,
  `update champion set about = about || ' likes riddles' where person_id = $1 returning 1`,
  `update champion set profile_confirmed_on = '2026-03-01' where person_id = $1 returning 1`,
  `update champion_period set state = 'resting' where person_id = $1 returning 1`,
  `update champion_period set valid_to = '2026-03-01' where person_id = $1 returning 1`,
  `update champion set tools = tools || 'Abacus'::text, takes_new_pairings = false where person_id = $1 returning 1`,
  `delete from champion where person_id = $1 returning 1`,
];

const LOOKS = [
  {},
  { text: 'falconry' },
  { text: 'RIDDLES likes' },
  { skill: 'falconry' },
  { tool: 'ABACUS' },
  { isAvailable: true },
  { timeZone: 'Europe/London', language: 'en' },
  { states: ['alumni', 'resting'] as const },
];

describe('the list of a large network', () => {
  it('is read once, and after a change only who changed is read again', async () => {
    const reader = new ChampionReader(database.db, clock);
    const look = () => reader.page(hr, { filter: { text: 'wombats' }, page: { first: 50 } });
    const counts: number[] = [await countStatements(look), await countStatements(look)];
    await change(
      `update champion set about = 'Knows wombats' where person_id = $1 returning 1`,
      ids[7],
    );
    counts.push(await countStatements(look), await countStatements(look));
    expect(counts).toEqual([4, 2, 4, 2]);
    expect((await look()).edges.map(({ node }) => node.personId)).toEqual([ids[7]]);
    expect(await countStatements(() => reader.choices())).toBe(1);
  });

  it('says the same as one that is read anew, whatever happened in between', async () => {
    const kept = new ChampionReader(database.db, clock);
    const pick = fc.record({
      at: fc.integer({ min: 0, max: ids.length - 1 }),
      how: fc.constantFrom(...CHANGES),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(pick, { minLength: 1, maxLength: 4 }), async (picks) => {
        for (const { at, how } of picks) await change(how, ids[at]);
        const { id } = await aPerson(database.db, { name: 'Zoë Ångström' });
        await aChampion(database.db, { personId: id });
        const fresh = new ChampionReader(database.db, clock);
        for (const filter of LOOKS) {
          const wish = { filter, page: { first: 50 } };
          expect(await kept.page(hr, wish)).toEqual(await fresh.page(hr, wish));
        }
        expect(await kept.choices()).toEqual(await fresh.choices());
        const found = await kept.page(hr, {
          filter: { text: 'zoe angstrom' },
          page: { first: 50 },
        });
        expect(found.edges.map(({ node }) => node.personId)).toContain(id);
      }),
      { numRuns: 12 },
    );
  });

  it('turns pages without leaving anybody out or naming anybody twice', async () => {
    const reader = new ChampionReader(database.db, clock);
    const seen: string[] = [];
    let total = 0;
    for (let after: string | null = null; ;) {
      const page = await reader.page(hr, { page: { first: 200, after } });
      seen.push(...page.edges.map(({ node }) => node.personId));
      total = page.totalCount;
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor ?? null;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(total);
  });
});
