import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { newId } from '@flipside/kernel';
import { DEFAULT_RULES } from '@flipside/pairings-domain';
import { ReportingLineReader } from '@flipside/people-api';
import { aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { anExecutive } from '../builders.js';
import { MatchingPeopleReader } from '../rounds/matching-people.reader.js';
import { SetPairingWishes } from './set-pairing-wishes.js';

const clock = fixedClock('2026-11-21T10:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const viewer = (personId: string): Viewer => ({
  personId,
  name: 'Somebody',
  email: null,
  roles: new Set<Role>(['EMPLOYEE']),
  timeZone: 'Europe/London',
});
const said = async (wishes: SetPairingWishes, who: Viewer) => {
  const named = await wishes.named(who);
  return {
    wishes: named.wishes.map(({ id }) => id),
    refuses: named.refuses.map(({ id }) => id),
  };
};
const people = () =>
  new MatchingPeopleReader(database.db, new ReportingLineReader(database.db), clock).load({
    rules: DEFAULT_RULES,
    leftOut: [],
  });

describe('wishes', () => {
  it('are replaced as a whole, read by their author alone, and reach matching', async () => {
    const { db } = database;
    const [helen, ana, ben] = [await anExecutive(db), await aChampion(db), await aChampion(db)];
    const wishes = new SetPairingWishes(db, clock);
    const own = viewer(helen.id);
    expect((await wishes.run(own, { wishes: [ana.id], refuses: [ben.id] })).ok).toBe(true);
    expect(await said(wishes, own)).toEqual({ wishes: [ana.id], refuses: [ben.id] });
    expect(await said(wishes, viewer(ben.id))).toEqual({ wishes: [], refuses: [] });
    const loaded = (await people()).executives.find(({ id }) => id === helen.id);
    expect(loaded).toMatchObject({ wishes: [ana.id], refuses: [ben.id] });
    expect((await wishes.run(own, { wishes: [], refuses: [] })).ok).toBe(true);
    expect(await said(wishes, own)).toEqual({ wishes: [], refuses: [] });
  });

  it('are at most three of each, of others, each named once, and of people who exist', async () => {
    const { db } = database;
    const own = viewer((await aPerson(db)).id);
    const others = await Promise.all([1, 2, 3, 4].map(() => aPerson(db)));
    const ids = others.map(({ id }) => id);
    const wishes = new SetPairingWishes(db, clock);
    const say = (wish: string[], refuses: string[] = []) =>
      wishes.run(own, { wishes: wish, refuses });
    expect(await say(ids)).toMatchObject({ refusal: { code: 'TOO_MANY_WISHES' } });
    expect(await say([own.personId])).toMatchObject({ refusal: { code: 'WISH_FOR_ONESELF' } });
    expect(await say(ids.slice(0, 1), ids.slice(0, 1))).toMatchObject({
      refusal: { code: 'NAMED_TWICE' },
    });
    await expect(say([newId()])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
