/** A call for what a strategic priority lacks: in words of that, to people of a place, tracked under the priority. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { anHrLead, anOrgUnit, aPerson, manyPeople } from '@flipside/people-api/builders';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import type { Viewer } from '@flipside/platform-api';
import { aChampion } from '../builders.js';
import { CoverageFacts } from '../coverage/coverage-facts.js';
import { CoverageReader } from '../coverage/coverage.reader.js';
import { StrategyReader } from '../strategy/strategy.reader.js';
import { RecruitingReader } from './recruiting.reader.js';
import { SendCall } from './send-call.js';

const clock = fixedClock(new Date('2026-03-10T12:00:00Z'));
let database: TestDatabase;
let strategy: StrategyReader;
let reader: RecruitingReader;
let sending: SendCall;
let lead: Viewer;
let legal: string;

async function aPriority(kind: string, name: string, match: string[], target: number) {
  const id = newId();
  await database.db.rows(
    'insert into strategic_priority (id, kind, name, match, target) values ($1, $2, $3, $4, $5)',
    [id, kind, name, match, target],
  );
  return id;
}
const draftFor = async (priorityId: string) =>
  reader.draft(
    { unitId: legal, locationId: null, level: null },
    await strategy.standing(priorityId),
  );

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const coverage = new CoverageReader(new CoverageFacts(db, clock));
  strategy = new StrategyReader(db, coverage, clock);
  reader = new RecruitingReader(db, coverage, clock);
  sending = new SendCall(db, reader, coverage, clock, { baseUrl: 'https://coaching.test' });
  const hr = await anHrLead(db);
  lead = {
    personId: hr.id,
    name: hr.name,
    email: null,
    roles: new Set(['HR_LEAD']),
    timeZone: 'UTC',
  };
  legal = (await anOrgUnit(db, { name: 'Legal' })).id;
  const boss = await aPerson(db, { name: 'Ines', unitId: legal, locationId: null });
  await aPerson(db, { unitId: legal, locationId: null, managerId: boss.id });
  await manyPeople(db, 20, { unitId: legal });
  await aChampion(db, {
    person: { unitId: legal, locationId: null, languages: ['es'] },
    tools: ['SAP'],
  });
});
afterAll(() => database.close());

describe('a call for a priority', () => {
  it('of a language asks for as many as it lacks, who speak it, though the unit has its champions', async () => {
    const draft = await draftFor(await aPriority('language', 'Iberia', ['es', 'pt'], 4));
    expect(draft).toMatchObject({
      wanted: 3,
      sentence:
        'Iberia has 1 of the 4 champions it wants. Legal has 1 of 1 champions for 23 people.',
    });
    const subjects = draft.texts.map(({ subject }) => subject);
    expect(subjects).toContain('Looking for 3 AI champions who speak Spanish or Portuguese');
    expect(subjects).toContain('Buscamos 3 referentes de IA que hablen español o portugués');
    expect(subjects.filter((subject) => subject.includes('Legal'))).toEqual([]);
  });

  it('of a product names the product', async () => {
    const draft = await draftFor(await aPriority('product', 'SAP', ['sap', 'abap'], 2));
    expect(draft.texts.map(({ subject }) => subject)).toContain(
      'Looking for an AI champion who works with SAP',
    );
  });

  it('of a market or a function speaks of the place, and asks for what the place lacks', async () => {
    const draft = await draftFor(await aPriority('function', 'Law', ['nowhere'], 9));
    expect(draft.wanted).toBe(1);
    expect(draft.texts.map(({ subject }) => subject)).toContain(
      'Legal is looking for an AI champion',
    );
  });

  it('is tracked under its priority wherever it was sent, and stays when the priority goes', async () => {
    const priorityId = await aPriority('product', 'Tableau', ['tableau'], 2);
    const call = {
      unitId: legal,
      locationId: null,
      level: null,
      audience: 'managers',
      language: 'en',
      subject: 'Looking for champions',
      body: 'Who?',
      key: newId(),
    } as const;
    const sent = await sending.run(lead, { ...call, priorityId });
    if (!sent.ok) throw new Error(sent.refusal.message);
    await sending.run(lead, { ...call, key: newId() });
    const { callId } = sent.value;
    expect((await draftFor(priorityId)).sent).toMatchObject([
      { id: callId, placeName: 'Legal', asked: 1, waiting: 1 },
    ]);
    expect(await reader.sent({ unitId: legal, locationId: null, level: null })).toHaveLength(2);
    await database.db.rows('delete from strategic_priority where id = $1', [priorityId]);
    expect(await reader.sent({ unitId: legal, locationId: null, level: null })).toHaveLength(2);
  });

  it('is nowhere for an unknown priority', async () => {
    await expect(strategy.standing(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
