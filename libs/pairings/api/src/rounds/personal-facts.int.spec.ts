import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { aPairing } from '../builders.js';
import { championHistories } from './personal-facts.js';

const today = '2026-11-21';
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('a champion had a turn with a pairing that runs or ended within the last cycle, not with one that never began', async () => {
  const { db } = database;
  const ended = async (daysAgo: number) => {
    const pairing = await aPairing(db, { state: 'completed' });
    await db.rows('update pairing set ended_at = $2 where id = $1', [
      pairing.id,
      `${addDays(today, -daysAgo)}T12:00:00Z`,
    ]);
    return pairing.championId;
  };
  const running = (await aPairing(db)).championId;
  const declined = (await aPairing(db, { state: 'declined' })).championId;
  const [justEnded, withinCycle, longAgo] = [await ended(3), await ended(179), await ended(200)];
  const histories = await championHistories(db, today, [
    running,
    declined,
    justEnded,
    withinCycle,
    longAgo,
  ]);
  const of = (id: string) => histories.get(id);
  expect(of(running)).toEqual({ livePairings: 1, hadTurn: true });
  expect(of(justEnded)).toEqual({ livePairings: 0, hadTurn: true });
  expect(of(withinCycle)).toEqual({ livePairings: 0, hadTurn: true });
  expect(of(longAgo)).toEqual({ livePairings: 0, hadTurn: false });
  expect(of(declined)).toEqual({ livePairings: 0, hadTurn: false });
});
