/** A gap of a level, of everybody or of one unit: who is asked, with what words, and where the answers show. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aLocation, anHrLead, anOrgUnit, aPerson, manyPeople } from '@flipside/people-api/builders';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import type { Viewer } from '@flipside/platform-api';
import { aChampion } from '../builders.js';
import { CoverageFacts } from '../coverage/coverage-facts.js';
import { CoverageReader } from '../coverage/coverage.reader.js';
import type { PlaceAsked } from '../coverage/place.js';
import { RecruitingReader } from './recruiting.reader.js';
import { SendCall } from './send-call.js';

const clock = fixedClock(new Date('2026-03-10T12:00:00Z'));
let database: TestDatabase;
let coverage: CoverageReader;
let reader: RecruitingReader;
let sending: SendCall;
let lead: Viewer;
let service: string;
let nightDesk: string;
let bossOfFour: string;

const level = (n: number, unitId: string | null = null): PlaceAsked => ({
  unitId,
  locationId: null,
  level: n,
});
const send = (place: PlaceAsked, audience: 'managers' | 'people' | 'link' = 'people') =>
  sending.run(lead, {
    ...place,
    audience,
    language: 'en',
    subject: 'Looking for champions',
    body: 'Would you?',
    key: newId(),
  });
async function sent(place: PlaceAsked) {
  const result = await send(place);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

/* Service: 30 of level 4 (26 of them at its night desk), 60 of level 5. Legal: 45 of level 4, one of them a champion. */
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  coverage = new CoverageReader(new CoverageFacts(db, clock));
  reader = new RecruitingReader(db, coverage, clock);
  sending = new SendCall(db, reader, coverage, clock, { baseUrl: 'https://coaching.test' });
  const hr = await anHrLead(db, { level: 2 });
  lead = {
    personId: hr.id,
    name: hr.name,
    email: null,
    roles: new Set(['HR_LEAD']),
    timeZone: 'UTC',
  };
  service = (await anOrgUnit(db, { name: 'Service' })).id;
  nightDesk = (await anOrgUnit(db, { name: 'Night desk', parentId: service })).id;
  const legal = (await anOrgUnit(db, { name: 'Legal' })).id;
  bossOfFour = (await aPerson(db, { name: 'Ines', unitId: service, level: 3 })).id;
  const bossOfFive = (await aPerson(db, { name: 'Otto', unitId: service, level: 3 })).id;
  await manyPeople(db, 4, { unitId: service });
  await manyPeople(db, 26, { unitId: nightDesk });
  await manyPeople(db, 44, { unitId: legal });
  await db.rows('update employment set level = 4 where level is null');
  await aChampion(db, { person: { unitId: legal, level: 4 } });
  await manyPeople(db, 60, { unitId: service });
  await db.rows('update employment set level = 5 where level is null');
  await db.rows(
    'update employment set manager_id = case level when 4 then $1::uuid else $2::uuid end where org_unit_id = any ($3) and level > 3',
    [bossOfFour, bossOfFive, [service, nightDesk]],
  );
});
afterAll(() => database.close());

describe('a gap of a level', () => {
  it('is the one that the page by level shows, and the preview is of the level', async () => {
    const draft = await reader.draft(level(4));
    const { levels } = await coverage.levels();
    expect(levels.find((row) => row.level === 4)).toMatchObject({ people: 75, gap: 2 });
    expect(draft).toMatchObject({
      placeName: 'Level 4',
      wanted: 2,
      peopleCount: 74,
      sentence: 'Level 4 has 1 of 3 champions for 75 people. It needs 2 more.',
    });
    expect(draft.afterSentence).toBe(
      'With 2 more: Level 4 has 3 of 3 champions for 75 people. The company would have 3 champions and needs 6.',
    );
    expect(draft.managers.map(({ name }) => name)).toEqual(['Ines']);
    expect(draft.texts.map(({ subject }) => subject)).toContain(
      'Level 4 is looking for 2 AI champions',
    );
  });

  it('asks the people of that level and nobody else, and knows their answers', async () => {
    const { callId, asked } = await sent(level(4));
    expect(asked).toBe(74);
    const strangers = await database.db.rows(
      `select from recruiting_recipient r join employment e on e.person_id = r.person_id
       where r.call_id = $1 and e.level <> 4`,
      [callId],
    );
    expect(strangers).toEqual([]);
    expect(await reader.sent(level(4))).toMatchObject([{ id: callId, asked: 74, waiting: 74 }]);
    expect(await reader.sent(level(5))).toEqual([]);
  });

  it('asks whom these people report to, who is of another level', async () => {
    const result = await send(level(4), 'managers');
    expect(result).toMatchObject({ ok: true, value: { asked: 1 } });
  });
});

describe('a gap of a level in one unit', () => {
  it('is of those of that level in the unit and below it, by the target of the unit', async () => {
    const draft = await reader.draft(level(4, service));
    expect(draft).toMatchObject({
      placeName: 'Level 4 in Service',
      wanted: 2,
      peopleCount: 30,
      sentence: 'Level 4 in Service has no champion. It needs 2 for 30 people.',
    });
    expect(draft.afterSentence).toContain(
      'With 2 more: Level 4 in Service has 2 of 2 champions for 30 people.',
    );
    await database.db.rows('update org_unit set target_ratio = 10 where id = $1', [service]);
    expect(await reader.draft(level(4, service))).toMatchObject({ wanted: 3 });
    await database.db.rows('update org_unit set target_ratio = null where id = $1', [service]);
    expect((await reader.draft(level(3, service))).sentence).toBe(
      'Level 3 in Service has 2 people, too few for a target of its own. It is counted with Service.',
    );
  });

  it('asks them and nobody else; the call shows under the level and under the unit, by name', async () => {
    const { callId, asked } = await sent(level(4, service));
    expect(asked).toBe(30);
    for (const place of [level(4), { ...level(4, service), level: null }]) {
      const calls = await reader.sent(place);
      expect(calls.find(({ id }) => id === callId)).toMatchObject({
        placeName: 'Level 4 in Service',
        asked: 30,
      });
    }
    const [one] = await database.db.rows<{ id: string }>(
      'select person_id as id from recruiting_recipient where call_id = $1 limit 1',
      [callId],
    );
    expect(await reader.forMe({ ...lead, personId: one?.id ?? '' }, callId)).toMatchObject({
      placeName: 'Level 4 in Service',
    });
  });

  it('can be at one site, of everybody there or of a unit', async () => {
    const pune = (await aLocation(database.db, { name: 'Pune' })).id;
    await database.db.rows(
      `update employment set location_id = $1 where person_id in (
         select person_id from employment where org_unit_id = $2 and level = 4 order by person_id limit 12)`,
      [pune, nightDesk],
    );
    const atSite = { ...level(4), locationId: pune };
    expect(await reader.draft(atSite)).toMatchObject({
      placeName: 'Level 4 in Pune',
      wanted: 1,
      peopleCount: 12,
      sentence: 'Level 4 in Pune has no champion. It needs 1 for 12 people.',
    });
    const { levels } = await coverage.levels({ locationId: pune });
    expect(levels).toMatchObject([{ level: 4, people: 12, gap: 1, state: 'none' }]);
    expect((await reader.draft({ ...atSite, unitId: service })).placeName).toBe(
      'Level 4 in Service in Pune',
    );
    expect(await sent({ ...atSite, unitId: service })).toMatchObject({ asked: 12 });
  });

  it('is nowhere at an unknown site, and of nobody where nobody has that level', async () => {
    const atSite = { ...level(4), locationId: newId() };
    await expect(reader.draft(atSite)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await reader.draft(level(9, service))).sentence).toBe(
      'Level 9 in Service has no employees.',
    );
    const result = await send(level(2_000_000_000, service));
    expect(result).toMatchObject({ ok: false, refusal: { code: 'NOBODY_TO_ASK' } });
  });
});
