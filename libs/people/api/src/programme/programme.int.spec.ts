import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aCompany, anHrLead, aPerson } from '../builders.js';
import { OrgReader } from '../org/org.reader.js';
import { ChangeProgramme } from './change-programme.js';
import { ProgrammeEffectReader } from './programme-effect.reader.js';
import { ProgrammeHistoryReader } from './programme-history.reader.js';
import { ProgrammeReader } from './programme.reader.js';
import { UndoProgrammeChange } from './undo-programme-change.js';

const clock = fixedClock('2026-11-23T09:00:00Z');
let t: TestDatabase;
let reader: ProgrammeReader;
let change: ChangeProgramme;
let undo: UndoProgrammeChange;
let history: ProgrammeHistoryReader;
let viewer: { personId: string };

beforeAll(async () => {
  t = await testDatabase();
  reader = new ProgrammeReader(t.db);
  change = new ChangeProgramme(t.db, reader, clock);
  undo = new UndoProgrammeChange(t.db, reader, clock);
  history = new ProgrammeHistoryReader(t.db, reader);
  viewer = { personId: (await anHrLead(t.db)).id };
});
afterAll(() => t.close());

/** Changes rules from whatever version is current and tells the id of the noted change. */
async function changed(rules: Parameters<ChangeProgramme['run']>[1]['rules']): Promise<string> {
  const { version } = await reader.current();
  const result = await change.run(viewer, { version, rules });
  if (!result.ok || !result.value.changeId) throw new Error('not changed');
  return result.value.changeId;
}

describe('the rules of the programme', () => {
  it('start with 1 champion per 25 people, rounded up, small units under 10', async () => {
    const fresh = await testDatabase();
    const { rules, version } = await new ProgrammeReader(fresh.db).current();
    await fresh.close();
    expect(version).toBe(1);
    expect(rules).toMatchObject({
      targetRatio: 25,
      smallUnitLimit: 10,
      rounding: 'up',
      eligibleTypes: ['employee'],
      cadenceDays: 14,
      sessionMinutes: 30,
      championHours: 4,
    });
    expect(rules.defaultHours).toHaveLength(5);
  });

  it('change together, raise the version and are noted with who and when', async () => {
    const { version } = await reader.current();
    const id = await changed({
      targetRatio: 20,
      executiveLevel: 7,
      defaultHours: [{ weekday: 2, fromMinute: 480, toMinute: 900 }],
    });
    const after = await reader.current();
    expect(after.version).toBe(version + 1);
    expect(after.rules).toMatchObject({
      targetRatio: 20,
      executiveLevel: 7,
      defaultHours: [{ weekday: 2, fromMinute: 480, toMinute: 900 }],
    });
    const [latest] = (await history.page({ first: 1 })).edges;
    expect(latest?.node).toMatchObject({
      id,
      actorId: viewer.personId,
      at: new Date('2026-11-23T09:00:00Z'),
      isUndoable: true,
    });
    expect(latest?.node.rules).toEqual([
      {
        rule: 'targetRatio',
        label: 'Target',
        before: '1 champion per 25 people',
        after: '1 champion per 20 people',
      },
      {
        rule: 'executiveLevel',
        label: 'Executives',
        before: 'only those marked by hand',
        after: 'everybody down to level 7',
      },
      {
        rule: 'defaultHours',
        label: 'Default working hours',
        before: 'Mon–Fri 9:00–17:00',
        after: 'Tue 8:00–15:00',
      },
    ]);
  });

  it('leave no trace when nothing differs', async () => {
    const { version, rules } = await reader.current();
    const before = (await history.page({ first: 1 })).totalCount;
    expect(await change.run(viewer, { version, rules })).toEqual({
      ok: true,
      value: { changeId: null },
    });
    expect((await history.page({ first: 1 })).totalCount).toBe(before);
    expect((await reader.current()).version).toBe(version);
  });

  it('are not changed from an old version', async () => {
    const { version } = await reader.current();
    await changed({ smallUnitLimit: 12 });
    expect(await change.run(viewer, { version, rules: { smallUnitLimit: 8 } })).toMatchObject({
      ok: false,
      refusal: { code: 'CHANGED_MEANWHILE' },
    });
    expect((await reader.current()).rules.smallUnitLimit).toBe(12);
  });

  it('take one of two changes that start from the same version', async () => {
    const { version } = await reader.current();
    const answers = await Promise.all(
      [30, 31].map((targetRatio) => change.run(viewer, { version, rules: { targetRatio } })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('are not changed at all when one of them cannot be so', async () => {
    const { version, rules } = await reader.current();
    const result = await change.run(viewer, {
      version,
      rules: { cadenceDays: 21, targetRatio: 0 },
    });
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'TARGET_OUT_OF_RANGE', field: 'targetRatio' },
    });
    expect((await reader.current()).rules).toEqual(rules);
  });
});

describe('undoing a change of the rules', () => {
  it('brings the earlier values back as a change of its own', async () => {
    await changed({ minNoticeHours: 24 }).catch(() => undefined);
    const id = await changed({ minNoticeHours: 48 });
    expect(await undo.run(viewer, { changeId: id })).toMatchObject({ ok: true });
    expect((await reader.current()).rules.minNoticeHours).toBe(24);
    const [latest, undone] = (await history.page({ first: 2 })).edges.map(({ node }) => node);
    expect(latest?.rules[0]).toMatchObject({
      before: '48 hours before a session',
      after: '24 hours before a session',
    });
    expect(undone).toMatchObject({ id, isUndoable: false });
  });

  it('is refused when the same rule was changed since', async () => {
    const id = await changed({ cadenceDays: 21 });
    await changed({ cadenceDays: 28 });
    expect(await undo.run(viewer, { changeId: id })).toMatchObject({
      ok: false,
      refusal: { code: 'LATER_CHANGE' },
    });
  });

  it('is possible when only other rules were changed since', async () => {
    const id = await changed({ championCapacity: 3 });
    await changed({ name: 'Coaching at Acme' });
    expect(await undo.run(viewer, { changeId: id })).toMatchObject({ ok: true });
    expect((await reader.current()).rules).toMatchObject({
      championCapacity: 2,
      name: 'Coaching at Acme',
    });
  });

  it('finds no change under a stranger’s id', async () => {
    await expect(undo.run(viewer, { changeId: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(undo.run(viewer, { changeId: 'nonsense' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the history of the rules', () => {
  it('pages through every change once, in three statements', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await history.page({ first: 2, after });
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength((await history.page({ first: 1 })).totalCount);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await countStatements(() => history.page({ first: 50 }))).toBe(3);
  });
});

describe('what other rules would change', () => {
  it('is counted for the company of today', async () => {
    const fresh = await testDatabase();
    const company = await aCompany(fresh.db, {
      name: 'Acme',
      children: [{ name: 'Big', people: 51 }, { name: 'Small', people: 9 }, { name: 'Empty' }],
    });
    await aPerson(fresh.db, {
      unitId: company.units['Big'] ?? null,
      employmentType: 'contractor',
      level: 1,
    });
    await aPerson(fresh.db, { unitId: company.units['Big'] ?? null, status: 'leave' });
    const effects = new ProgrammeEffectReader(fresh.db, new OrgReader(fresh.db), clock);
    const { rules } = await new ProgrammeReader(fresh.db).current();
    const effect = await effects.compare(rules, {
      ...rules,
      targetRatio: 20,
      smallUnitLimit: 5,
      eligibleTypes: ['contractor', 'employee'],
      executiveLevel: 2,
    });
    expect(effect).toEqual({
      now: { people: 60, championsNeeded: 3, smallUnits: 1, unitsWithTarget: 2, executives: 0 },
      then: { people: 61, championsNeeded: 4, smallUnits: 0, unitsWithTarget: 3, executives: 1 },
    });
    expect(await effects.employmentTypes()).toEqual([
      { name: 'employee', people: 61 },
      { name: 'contractor', people: 1 },
    ]);
    await fresh.close();
  });
});
