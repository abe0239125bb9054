import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aMove, anHrLead, aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aPairing, anExecutive } from '../builders.js';
import { ApplyLevelRule } from './apply-level-rule.js';
import { EnrolExecutive } from './enrol-executive.js';
import { ExecutiveReader } from './executive.reader.js';
import { RemoveExecutive } from './remove-executive.js';
import { executiveRoleSql } from './role-sql.js';
import { SetExecutiveGoals } from './set-executive-goals.js';
import { SetPairingOptOut } from './set-pairing-opt-out.js';

const today = '2026-11-21';
const clock = fixedClock(`${today}T10:00:00Z`);
let database: TestDatabase;
let hr: Viewer;
let reader: ExecutiveReader;

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
  reader = new ExecutiveReader(database.db, clock);
});
afterAll(() => database.close());

const hasRole = async (id: string, day = today): Promise<boolean> =>
  (await database.db.rows(executiveRoleSql, [id, day])).length > 0;

describe('marking an executive by hand', () => {
  const enrol = () => new EnrolExecutive(database.db, clock);

  it('gives the role from today on, with goals', async () => {
    const { id } = await aPerson(database.db);
    const input = { personId: id, goal: ' Forecasts ', topics: ['Law', 'law'] };
    expect(await enrol().run(input)).toEqual({ ok: true, value: { personId: id } });
    expect(await reader.one(id)).toMatchObject({
      source: 'hand',
      goal: 'Forecasts',
      topics: ['Law'],
      enrolledOn: today,
      isOptedOut: false,
      pairingId: null,
    });
    expect(await hasRole(id)).toBe(true);
    expect(await hasRole(id, '2026-11-20')).toBe(false);
  });

  it('brings somebody back with the goals they had', async () => {
    const { id } = await anExecutive(database.db, { goal: 'Old goal', removedOn: '2026-01-01' });
    expect((await enrol().run({ personId: id, goal: '', topics: [] })).ok).toBe(true);
    expect(await reader.one(id)).toMatchObject({ goal: 'Old goal', enrolledOn: today });
  });

  it('is refused for those who take part, who left, and with too much text', async () => {
    const executive = await anExecutive(database.db);
    const left = await aPerson(database.db, { leaveOn: '2026-11-20' });
    const nothing = { goal: '', topics: [] };
    expect(await enrol().run({ personId: executive.id, ...nothing })).toMatchObject({
      refusal: { code: 'ALREADY_ENROLLED', field: 'personId' },
    });
    expect(await enrol().run({ personId: left.id, ...nothing })).toMatchObject({
      refusal: { code: 'NOT_EMPLOYED' },
    });
    const { id } = await aPerson(database.db);
    expect(await enrol().run({ personId: id, goal: 'x'.repeat(501), topics: [] })).toMatchObject({
      refusal: { code: 'GOAL_TOO_LONG' },
    });
    await expect(
      enrol().run({ personId: '0192f0c0-0000-7000-8000-000000000000', ...nothing }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('taking an executive out', () => {
  const remove = () => new RemoveExecutive(database.db, clock);

  it('takes the role away the same day', async () => {
    const { id } = await anExecutive(database.db);
    expect((await remove().run({ personId: id })).ok).toBe(true);
    expect(await hasRole(id)).toBe(false);
    expect(await reader.one(id)).toBeNull();
  });

  it('is refused in a pairing, and for those who take no part', async () => {
    const { executiveId } = await aPairing(database.db, { state: 'paused' });
    expect(await remove().run({ personId: executiveId })).toMatchObject({
      refusal: { code: 'IN_PAIRING' },
    });
    const { id } = await aPerson(database.db);
    expect(await remove().run({ personId: id })).toMatchObject({
      refusal: { code: 'NOT_ENROLLED' },
    });
  });
});

describe('the level rule', () => {
  it('needs a level', async () => {
    expect(await new ApplyLevelRule(database.db, clock).run()).toMatchObject({
      refusal: { code: 'NO_LEVEL_RULE' },
    });
  });

  it('enrols by level, takes out those below, keeps decisions by hand and pairings', async () => {
    await database.db.rows('update programme set executive_level = 2');
    const [above, at, below] = await Promise.all([
      aPerson(database.db, { level: 1 }),
      aPerson(database.db, { level: 2 }),
      aPerson(database.db, { level: 3 }),
    ]);
    const fell = await anExecutive(database.db, { source: 'level', person: { level: 2 } });
    await aMove(database.db, fell.id, '2026-06-01', { level: 5 });
    const paired = await anExecutive(database.db, { source: 'level', person: { level: 5 } });
    await aPairing(database.db, { executiveId: paired.id, state: 'active' });
    const removedByHand = await anExecutive(database.db, {
      source: 'hand',
      removedOn: '2026-03-01',
      person: { level: 1 },
    });

    expect(await new ApplyLevelRule(database.db, clock).plan()).toMatchObject({
      ok: true,
      value: { level: 2, enrol: [above.id, at.id] },
    });
    expect(await hasRole(above.id)).toBe(false);
    expect(await new ApplyLevelRule(database.db, clock).run()).toEqual({
      ok: true,
      value: { enrolled: 2, removed: 1, keptInPairing: 1 },
    });
    expect(await hasRole(above.id)).toBe(true);
    expect(await hasRole(at.id)).toBe(true);
    expect(await hasRole(below.id)).toBe(false);
    expect(await hasRole(fell.id)).toBe(false);
    expect(await hasRole(paired.id)).toBe(true);
    expect(await hasRole(removedByHand.id)).toBe(false);
    expect(await new ApplyLevelRule(database.db, clock).run()).toEqual({
      ok: true,
      value: { enrolled: 0, removed: 0, keptInPairing: 1 },
    });
  });
});

describe('goals', () => {
  const set = () => new SetExecutiveGoals(database.db);
  const wish = { goal: 'Better questions', topics: ['Forecasting'] };

  it('are set by the executive and by HR', async () => {
    const { id } = await anExecutive(database.db);
    const own = viewer(id, 'EXECUTIVE');
    expect((await set().run(own, { personId: id, ...wish, version: 1 })).ok).toBe(true);
    expect((await set().run(hr, { personId: id, ...wish, version: 2 })).ok).toBe(true);
    expect(await reader.one(id)).toMatchObject({ ...wish, version: 3 });
  });

  it('are not overwritten unseen', async () => {
    const { id } = await anExecutive(database.db);
    const racing = await Promise.all(
      [1, 2, 3].map(() => set().run(hr, { personId: id, ...wish, version: 1 })),
    );
    expect(racing.filter(({ ok }) => ok)).toHaveLength(1);
    expect(racing.filter((r) => !r.ok && r.refusal.code === 'CHANGED_MEANWHILE')).toHaveLength(2);
  });

  it('are refused for those who take no part, and nobody sets those of others', async () => {
    const { id } = await aPerson(database.db);
    expect(await set().run(hr, { personId: id, ...wish, version: 1 })).toMatchObject({
      refusal: { code: 'NOT_ENROLLED' },
    });
    const executive = await anExecutive(database.db);
    const input = { personId: executive.id, ...wish, version: 1 };
    await expect(set().run(viewer(id, 'EXECUTIVE'), input)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await set().run(hr, { ...input, topics: ['x'.repeat(61)] })).toMatchObject({
      refusal: { code: 'TOPIC_TOO_LONG' },
    });
  });
});

describe('not wanting to be proposed', () => {
  it('is said and taken back by the person, as often as they like', async () => {
    const { id } = await anExecutive(database.db);
    const optOut = new SetPairingOptOut(database.db, clock);
    for (const isOptedOut of [true, true, false, false]) {
      await optOut.run(viewer(id), { isOptedOut });
      expect(await reader.isOptedOut(id)).toBe(isOptedOut);
      expect(await reader.one(id)).toMatchObject({ isOptedOut });
    }
  });
});

describe('the list of executives', () => {
  it('takes two statements, however long it is, and is in order of names', async () => {
    for (const name of ['Zoë', 'Ana']) await anExecutive(database.db, { person: { name } });
    expect(await countStatements(() => reader.all())).toBe(2);
    const names = await database.db.rows<{ name: string }>(
      `select name from person where id = any($1::uuid[])`,
      [(await reader.all()).map(({ personId }) => personId)],
    );
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ana', 'Zoë']));
  });
});
